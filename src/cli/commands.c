/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The command table: what refnet can do, in the order help lists it. */
#include "cli/command.h"

enum {
  ANY = OPTIONS_HELP | OPTIONS_READING | OPTIONS_AS_OF | OPTIONS_PEOPLE | OPTIONS_OUTPUT,
  VIEW = OPTIONS_FILTERS | OPTIONS_NETWORK,
  LISTS = OPTIONS_WRITING | OPTIONS_TOP
};

const Command refnet_cli_commands[] = {
    {"check", "DATASET", 1, 1, ANY | LISTS, refnet_cli_check,
     "Is my data sound? Who didn't answer?",
     "Reads every row, accounts for each, and lists what is worth mending: file, line, column, what "
     "is wrong and what to do. Ends with status 1 when there are errors or warnings.",
     "files, findings", "refnet check datasets/harbor-county"},
    {"summary", "DATASET", 1, 1, ANY | VIEW | LISTS, refnet_cli_summary,
     "What does our network look like?",
     "The whole network in figures: how many organisations and relationships, how dense, how "
     "centred on a few, how many parts and communities, whether sectors mix.",
     "sectors", "refnet summary datasets/harbor-county"},
    {"measures", "DATASET", 1, 1, ANY | VIEW | LISTS | OPTIONS_SORT, refnet_cli_measures,
     "Who is central, and in what way?",
     "Every measure for every organisation: degree, strength, betweenness, closeness, PageRank, "
     "core, constraint, community, whether it is the only link, and its role.",
     NULL, "refnet measures datasets/harbor-county --sort betweenness"},
    {"show", "DATASET ORG", 2, 2, ANY | VIEW | LISTS, refnet_cli_show,
     "What do we know of one organisation?",
     "Everything about one organisation on a page: what is listed, in which rows, its "
     "relationships, contacts and measures, what rests on it and whom it might meet.",
     "services, ties, contacts, findings, suggestions",
     "refnet show datasets/harbor-county harbor-respite"},
    {"gaps", "DATASET", 1, 1, ANY | LISTS | OPTIONS_CELLS | OPTIONS_NETWORK, refnet_cli_gaps,
     "Where is a service missing, or resting on one provider?",
     "Services that are needed in an area and that nobody there is listed to offer, and services "
     "that rest on one provider. --area, --service and --population choose what is reported; the "
     "other filters choose which organisations count.",
     "cells, sectors", "refnet gaps datasets/harbor-county --top 5"},
    {"duplicates", "DATASET", 1, 1, ANY | VIEW | LISTS, refnet_cli_duplicates,
     "Who offers the same in the same place? Which rows are one organisation?",
     "Rows that are probably one organisation, field by field, and organisations that list the "
     "same services in the same areas for the same people. Nothing is merged.",
     "records, services", "refnet duplicates datasets/harbor-county"},
    {"risks", "DATASET", 1, 1, ANY | VIEW | LISTS | OPTIONS_TURNOVER, refnet_cli_risks,
     "What rests on one person or one organisation?",
     "Organisations known through one name, organisations that are the only link for others, "
     "people whose relationships nobody else holds, and how many relationships can be expected to "
     "have no listed contact in a year at the turnover you assume.",
     "organizations, people, ties, articulation_organizations, bridges",
     "refnet risks datasets/harbor-county --turnover 0.25"},
    {"who-else", "DATASET ORG", 2, 2, ANY | VIEW | LISTS | OPTIONS_PREFER, refnet_cli_who_else,
     "Who else should we be meeting with, why, and who can introduce us?",
     "Organisations that ORG has no relationship with yet, best first, with the reasons and who "
     "can make the introduction.",
     NULL, "refnet who-else datasets/harbor-county harbor-respite"},
    {"path", "DATASET FROM TO", 3, 3, ANY | VIEW | LISTS | OPTIONS_STEPS, refnet_cli_path,
     "Who can introduce FROM to TO?",
     "The strongest chains of relationships from one organisation to another, at most three steps "
     "long, and the weakest step of each.",
     NULL, "refnet path datasets/harbor-county harbor-respite ride-together"},
    {"map", "DATASET -o FILE", 1, 1, ANY | VIEW | OPTIONS_MAP, refnet_cli_map,
     "Show it to the meeting",
     "Draws the network: coloured by sector, sized by relationships, arrows for referrals. The "
     "extension of FILE chooses PNG, SVG or PDF.",
     NULL, "refnet map datasets/harbor-county -o map.pdf"},
};

const guint refnet_cli_command_count = G_N_ELEMENTS(refnet_cli_commands);

const Command *refnet_cli_command_find(const char *name, GError **error) {
  const char *nearest = NULL;
  guint least = 3;
  for (guint i = 0; i < refnet_cli_command_count; i++) {
    const Command *command = &refnet_cli_commands[i];
    guint distance = g_utf8_validate(name, -1, NULL)
                         ? refnet_text_distance(command->name, name, 3)
                         : 3;
    if (g_str_equal(command->name, name))
      return command;
    if (distance < least) {
      least = distance;
      nearest = command->name;
    }
  }
  g_autofree char *shown = refnet_text_display(name, 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "there is no command \"%s\"%s%s%s", shown,
              nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
  return NULL;
}
