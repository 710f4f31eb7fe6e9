/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The options, in the order help shows them. */
#include "cli/options.h"

#include <stddef.h>

#define AT(field) offsetof(CliOptions, field)
#define BIG 1e15

const OptionRow refnet_cli_options[] = {
    {"help", 'h', OPTION_FLAG, AT(help), OPTIONS_HELP, NULL, 0, 0, NULL, "show this help"},

    {"output", 'o', OPTION_TEXT, AT(output), OPTIONS_OUTPUT, "FILE", 0, 0, NULL,
     "write to FILE, which appears whole or not at all"},
    {"format", 0, OPTION_CHOICE, AT(format), OPTIONS_WRITING, "FORMAT", 0, 0,
     "table|csv|json|markdown", "table, csv, json or markdown"},
    {"list", 0, OPTION_TEXT, AT(list), OPTIONS_WRITING, "NAME", 0, 0, NULL,
     "show only this list of the result (csv shows one: the first)"},
    {"fail-on", 0, OPTION_COUNT, AT(fail_on), OPTIONS_WRITING, "N", 1, BIG, NULL,
     "exit with status 1 when there are N findings or more"},
    {"top", 0, OPTION_COUNT_OR_ALL, AT(top), OPTIONS_TOP, "N", 1, BIG, NULL,
     "show N rows of each list, or \"all\""},
    {"show-people", 0, OPTION_FLAG, AT(show_people), OPTIONS_PEOPLE, NULL, 0, 0, NULL,
     "name contacts; otherwise \"contact 1 of 2 at ORG\""},
    {"people-term", 0, OPTION_TEXT, AT(people_term), OPTIONS_WRITING, "WORD", 0, 0, NULL,
     "what you call the people served, for example participants"},
    {"as-of", 0, OPTION_DATE, AT(as_of), OPTIONS_AS_OF, "DATE", 0, 0, NULL,
     "count ages up to DATE (default: SOURCE_DATE_EPOCH, else today)"},
    {"quiet", 0, OPTION_FLAG, AT(quiet), OPTIONS_READING, NULL, 0, 0, NULL,
     "say nothing about the rows that were read"},

    {"sort", 0, OPTION_TEXT, AT(sort), OPTIONS_SORT, "KEY", 0, 0, NULL,
     "put the highest KEY first, for example betweenness (default: degree)"},
    {"turnover", 0, OPTION_REAL, AT(turnover), OPTIONS_TURNOVER, "SHARE", 0, 1, NULL,
     "share of people who leave in a year, 0 to 1 (default: 0.3)"},
    {"draws", 0, OPTION_COUNT, AT(draws), OPTIONS_TURNOVER, "N", 1, 1e6, NULL,
     "years simulated for the loss in one year of ten (default: 2000)"},
    {"prefer", 0, OPTION_CHOICE, AT(prefer), OPTIONS_PREFER, "WHAT", 0, 0,
     "complementary|similar", "partners with complementary (default) or similar services"},
    {"steps", 0, OPTION_COUNT, AT(steps), OPTIONS_STEPS, "N", 1, 3, NULL,
     "longest introduction, in steps (default: 3)"},
    {"title", 0, OPTION_TEXT, AT(title), OPTIONS_MAP, "TEXT", 0, 0, NULL,
     "title of the map (default: the folder's name)"},
    {"geometry", 0, OPTION_TEXT, AT(geometry), OPTIONS_MAP, "FILE", 0, 0, NULL,
     "also write where everything lies, as JSON in points"},
    {"dpi", 0, OPTION_REAL, AT(dpi), OPTIONS_MAP, "N", 36, 1200, NULL,
     "dots per inch of a PNG (default: 144)"},

    {"area", 0, OPTION_TEXTS, AT(areas), OPTIONS_CELLS, "AREA", 0, 0, NULL,
     "only cells of this area; may be repeated"},
    {"service", 0, OPTION_TEXTS, AT(services), OPTIONS_CELLS, "SERVICE", 0, 0, NULL,
     "only cells of this service; may be repeated"},
    {"population", 0, OPTION_TEXTS, AT(populations), OPTIONS_CELLS, "GROUP", 0, 0, NULL,
     "only cells for this group; may be repeated"},

    {"area", 0, OPTION_TEXTS, AT(filter.areas), OPTIONS_FILTERS, "AREA", 0, 0, NULL,
     "organisations that serve AREA; may be repeated"},
    {"service", 0, OPTION_TEXTS, AT(filter.services), OPTIONS_FILTERS, "SERVICE", 0, 0, NULL,
     "organisations that offer SERVICE; may be repeated"},
    {"population", 0, OPTION_TEXTS, AT(filter.populations), OPTIONS_FILTERS, "GROUP", 0, 0, NULL,
     "organisations that serve GROUP; may be repeated"},
    {"sector", 0, OPTION_TEXTS, AT(filter.sectors), OPTIONS_FILTERS | OPTIONS_CELLS, "SECTOR", 0, 0,
     NULL, "organisations of SECTOR; may be repeated"},
    {"coalition", 0, OPTION_TEXTS, AT(filter.coalitions), OPTIONS_FILTERS | OPTIONS_CELLS, "NAME",
     0, 0, NULL, "members of coalition NAME; may be repeated"},
    {"partnership", 0, OPTION_TEXTS, AT(filter.partnerships), OPTIONS_FILTERS | OPTIONS_CELLS,
     "KIND", 0, 0, NULL, "formal, casual, stakeholder or prospect; may be repeated"},
    {"since", 0, OPTION_DATE, AT(filter.since), OPTIONS_FILTERS | OPTIONS_CELLS, "DATE", 0, 0, NULL,
     "referrals of DATE or later"},
    {"until", 0, OPTION_DATE, AT(filter.until), OPTIONS_FILTERS | OPTIONS_CELLS, "DATE", 0, 0, NULL,
     "referrals of DATE or earlier"},
    {"min-count", 0, OPTION_COUNT, AT(filter.min_count), OPTIONS_FILTERS | OPTIONS_CELLS, "N", 1,
     BIG, NULL, "links of N referrals or more"},
    {"basis", 0, OPTION_TEXTS, AT(filter.bases), OPTIONS_FILTERS | OPTIONS_CELLS, "BASIS", 0, 0,
     NULL, "referrals declared, observed or inferred; may be repeated"},
    {"largest-component", 0, OPTION_FLAG, AT(filter.largest_component),
     OPTIONS_FILTERS | OPTIONS_CELLS, NULL, 0, 0, NULL,
     "only the largest part whose organisations can reach one another"},
    {"undirected", 0, OPTION_FLAG, AT(undirected), OPTIONS_NETWORK, NULL, 0, 0, NULL,
     "treat a referral link as running both ways"},
    {"seed", 0, OPTION_COUNT, AT(seed), OPTIONS_NETWORK, "N", 0, BIG, NULL,
     "start of all random choices (default: 1)"},

    {"column", 0, OPTION_TEXTS, AT(columns), OPTIONS_READING, "FIELD=HEADER", 0, 0, NULL,
     "read FIELD from the column called HEADER; may be repeated"},
    {"delimiter", 0, OPTION_TEXT, AT(delimiter), OPTIONS_READING, "CHAR", 0, 0, NULL,
     "comma, semicolon or tab (default: told from the header)"},
    {"date-order", 0, OPTION_CHOICE, AT(date_order), OPTIONS_READING, "ORDER", 0, 0,
     "iso|mdy|dmy", "how 04/03/2026 is meant: mdy or dmy (default: iso, ask when ambiguous)"},
    {"strict", 0, OPTION_FLAG, AT(strict), OPTIONS_READING, NULL, 0, 0, NULL,
     "stop with status 3 when any row is rejected"},
};

const guint refnet_cli_option_count = G_N_ELEMENTS(refnet_cli_options);
