/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The command table: what refnet can do, in the order help lists it. */
#include "cli/commands/commands.h"

#include "cli/options/nearest.h"

enum {
  ANY = OPTIONS_HELP | OPTIONS_READING | OPTIONS_AS_OF | OPTIONS_PEOPLE | OPTIONS_OUTPUT |
        OPTIONS_FILES | OPTIONS_FILES_LISTS,
  VIEW = OPTIONS_FILTERS | OPTIONS_NETWORK,
  LISTS = OPTIONS_WRITING | OPTIONS_TOP
};

const Command refnet_cli_commands[] = {
    {"init", "DIR", 1, 1, OPTIONS_HELP | OPTIONS_AS_OF | LISTS | OPTIONS_INIT, refnet_cli_init,
     "Where do I start?",
     "Makes the folder DIR with all files of a dataset, each with all of its columns and no rows, "
     "to "
     "be filled in with a spreadsheet program, and README.txt, which explains every file and "
     "column "
     "with an example. A list of names, of areas and of services is put where it belongs. "
     "--workbook makes one Excel workbook of them.",
     NULL, "refnet init my-county --areas \"Eastside; Northport\""},
    {"check", "DATASET", 1, 1, ANY | LISTS | OPTIONS_CHECK, refnet_cli_check,
     "Is my data sound? Who didn't answer?",
     "Reads every row, accounts for each, and lists what is worth mending: file, line, column, "
     "what "
     "is wrong and what to do. Ends with status 1 when there are errors or warnings.",
     "files, findings, respondents, disagreements", "refnet check datasets/harbor-county"},
    {"summary", "DATASET", 1, 1, ANY | VIEW | LISTS, refnet_cli_summary,
     "What does our network look like?",
     "The whole network in figures: how many organisations and relationships, how dense, how "
     "centred on a few, how many parts and communities, whether sectors mix. MEASURES in refnet "
     "help "
     "manual defines every figure.",
     "sectors, mixing, cores, component_sizes", "refnet summary datasets/harbor-county"},
    {"measures", "DATASET", 1, 1, ANY | VIEW | LISTS | OPTIONS_SORT | OPTIONS_MEASURES,
     refnet_cli_measures, "Who is central, and in what way?",
     "Every measure for every organisation: degree, strength, betweenness, closeness, PageRank, "
     "core, constraint, community, whether it is the only link, and its role.",
     NULL, "refnet measures datasets/harbor-county --sort betweenness"},
    {"show", "DATASET ORG", 2, 2, ANY | VIEW | LISTS, refnet_cli_show,
     "What do we know of one organisation?",
     "Everything about one organisation on a page: what is listed, in which rows, its "
     "relationships, contacts and measures, what rests on it and whom it might meet.",
     "services, ties, contacts, findings, suggestions",
     "refnet show datasets/harbor-county harbor-respite"},
    {"gaps", "DATASET", 1, 1, ANY | LISTS | OPTIONS_CELLS | OPTIONS_NETWORK | OPTIONS_GAPS,
     refnet_cli_gaps, "Where is a service missing, or resting on one provider?",
     "Services that nobody in an area is listed to offer, that rest on one provider, that nobody "
     "offers to a group, whose capacity is below the need, that no referral route leads to, or "
     "whose "
     "referrals are often unfilled; each with its figures and what to do. Most people without "
     "first. "
     "--area, --service and --population choose what is reported; the other filters choose which "
     "organisations count.",
     "cells, areas, services, sectors, sector_totals, ratios, unused, changes",
     "refnet gaps datasets/harbor-county --top 5"},
    {"find", "DATASET SERVICE", 2, 2, ANY | LISTS | OPTIONS_NETWORK | OPTIONS_FIND, refnet_cli_find,
     "Whom do I call for a service?",
     "Who offers SERVICE: those listed for the area first, then those outside, nearest first; "
     "whether "
     "they are often unable to take people, and by which referrals ORG reaches them.",
     NULL, "refnet find datasets/harbor-county \"respite care\" --area Eastside --from harbor-211"},
    {"duplicates", "DATASET", 1, 1, ANY | VIEW | LISTS | OPTIONS_MATCHES | OPTIONS_MATCH,
     refnet_cli_duplicates,
     "Who offers the same in the same place? Which rows are one organisation?",
     "Rows that are probably one organisation, field by field, and organisations that list the "
     "same services in the same areas for the same people, at least half of what the smaller one "
     "lists: whether more is offered than needed, whether they are in touch, who knows both, what "
     "to do. With --against, which organisations are in another list, under what id, and which "
     "are not. Nothing is merged.",
     "records, services, groups; with --against records, unmatched",
     "refnet duplicates datasets/harbor-county"},
    {"merge", "DATASET -o DIR", 1, 1,
     (ANY & ~(guint)OPTIONS_OUTPUT) | LISTS | OPTIONS_MERGE | OPTIONS_MATCHES, refnet_cli_merge,
     "Make the rows that are one organisation one",
     "Writes the dataset to the folder DIR with rows that are surely one organisation made one: "
     "the "
     "richest value of each cell stays, referrals, contacts and services name the row that is "
     "left, "
     "referrals from it to itself are left out. Everything else stays byte for byte. log.csv has "
     "every change; --undo writes the old files again. Rows that only may be one organisation are "
     "merged when --decisions says so.",
     "merged, conflicts, files", "refnet merge datasets/harbor-county -o harbor-merged"},
    {"risks", "DATASET", 1, 1, ANY | VIEW | LISTS | OPTIONS_TURNOVER, refnet_cli_risks,
     "What rests on one person or one organisation?",
     "Organisations known through one name, organisations that are the only link for others, "
     "people whose relationships nobody else holds and what their leaving would mean, whom to ask "
     "for "
     "next, sets of organisations that hold the network together, and how many relationships can "
     "be "
     "expected to have no listed contact in a year at the turnover you assume. A column turnover "
     "in "
     "organizations.csv gives each organisation its own. --handover lists what one person has to "
     "hand over, to whom and by when.",
     "organizations, people, introductions, missing_contacts, key_players, ties, distribution, "
     "bridges",
     "refnet risks datasets/harbor-county --turnover 0.25"},
    {"check-ins", "DATASET", 1, 1, ANY | VIEW | LISTS | OPTIONS_CHECK_INS, refnet_cli_check_ins,
     "Who is due a call?",
     "People nobody has been in touch with for a while (monthly in the first half-year, then each "
     "quarter), agreements up for renewal, funding that ends, people who left without a successor, "
     "and referrals recorded one way. --ical writes a calendar instead: one entry a matter, those "
     "past their day on the day the ages are counted to.",
     "due, check_ins, renewals, funding, successors, reciprocity",
     "refnet check-ins datasets/harbor-county --top 5"},
    {"who-else", "DATASET [ORG]", 1, 2,
     (ANY & ~(guint)OPTIONS_FILES_LISTS) | LISTS | OPTIONS_NETWORK | OPTIONS_PREFER |
         OPTIONS_CANDIDATES | OPTIONS_WHO_ELSE,
     refnet_cli_who_else, "Who else should we be meeting with, why, and who can introduce us?",
     "Organisations that ORG has no relationship with yet, best first, with the reasons and who "
     "can make the introduction; with --since, relationships that lapsed are offered again. "
     "Without "
     "ORG: whom the whole coalition should meet next, one after the other, each for what it adds; "
     "with --top 1, 2 or 3, those that add most together. "
     "--area, --service, --population, --sector and --partnership choose whom to suggest (with "
     "--ties, one of the two). An organisation that is not in the data is described with "
     "--services and --areas. --ties: which "
     "relationships members should make; --plan: who to meet in which week; --everyone: a sheet "
     "with three suggestions for each organisation that is open.",
     NULL, "refnet who-else datasets/harbor-county harbor-respite"},
    {"path", "DATASET FROM TO", 3, 3, ANY | VIEW | LISTS | OPTIONS_STEPS, refnet_cli_path,
     "Who can introduce FROM to TO?",
     "The strongest chains of relationships from one organisation to another, at most three steps "
     "long, and the weakest step of each.",
     NULL, "refnet path datasets/harbor-county harbor-respite ride-together"},
    {"compare", "OLD NEW", 2, 2,
     (ANY & ~(guint)(OPTIONS_FILES | OPTIONS_FILES_LISTS)) | VIEW | LISTS | OPTIONS_COMPARE,
     refnet_cli_compare, "What changed since last year?",
     "Two datasets of one coalition side by side: what works first, then what to look at. "
     "Organisations are matched by id, name, other names, and what surely is the same record; "
     "relationships that came, went, grew or became two-way; gaps that opened or closed; what "
     "rests on fewer or more people; who left, came, moved or handed over. What makes the two hard "
     "to "
     "compare is said first: who answered, which organisations are in one list only, how long a "
     "time the referrals are of. A relationship whose reporter did not answer counts as unknown, "
     "not as ended. Filters apply to both.",
     "measures, organizations.added, organizations.removed, organizations.renamed, ties.two_way, "
     "ties.added, ties.removed, ties.unknown, ties.one_way, ties.stronger, ties.weaker, "
     "gaps.closed, gaps.opened, risks.down, risks.up, people.moved, people.left, people.new",
     "refnet compare datasets/harbor-county-2025 datasets/harbor-county"},
    {"what-if", "DATASET", 1, 1, ANY | VIEW | LISTS | OPTIONS_SCENARIO, refnet_cli_what_if,
     "What if an organisation closed, a contact left, a service began?",
     "Plays steps through on a copy of the data and says what they would change: who would be cut "
     "off, which relationships would have no listed contact, which findings about services would "
     "open or close, who could take over, what to do first. Steps are taken in the order given. "
     "Names are separated by colons; one with a colon in it is given by its id, or in double "
     "quotes. --scenario reads steps from a CSV file. --each close and --each leave rank every "
     "single closing or leaving by what would go with it, after the other steps. A grant that ends "
     "is --close, or "
     "--stop-offering ORG:SERVICE where only a programme goes; a new navigator is --add-contact "
     "ORG "
     "and an --add-tie for each partner. Which new relationship or partner would help most is for "
     "refnet who-else --ties and refnet who-else. Nothing is written.",
     "closings, leavings (with --each); take_over, cut_off, without_contact, measures, "
     "organizations.added, organizations.removed, "
     "organizations.renamed, ties.two_way, ties.added, ties.removed, ties.unknown, ties.one_way, "
     "ties.stronger, ties.weaker, gaps.closed, gaps.opened, risks.down, risks.up, people.moved, "
     "people.left, people.new",
     "refnet what-if datasets/harbor-county --close legal-aid"},
    {"import", "FORMAT SOURCE -o DIR", 2, 2,
     OPTIONS_HELP | OPTIONS_AS_OF | OPTIONS_PEOPLE | LISTS | OPTIONS_IMPORT, refnet_cli_import,
     "Bring data in",
     "Makes a dataset in the folder DIR out of what other programs write, and accounts for every "
     "row: "
     "used, left out on purpose or rejected, and why. hsds: a directory in the CSV files of Open "
     "Referral's Human Services Data Specification, 1.1, 2.0 or 3.0, in a folder or a .zip; ohana: "
     "its "
     "ancestor. survey: who refers to whom as "
     "partners were asked: a matrix, a column a partner, or cells that list partners, in the "
     "exports "
     "of common survey programs, in a CSV file or a workbook; a sign-in sheet becomes meetings and "
     "contacts. edgelist: a row a link "
     "(comma, semicolon, tab or blanks; with or without a header; also packed), a folder or "
     "workbook with "
     "nodes and "
     "edges as for Gephi and Kumu. pajek: its .net; ucinet: its DL files. flat: one table with a "
     "column a "
     "service and yes or no "
     "below it, contacts beside the organisations, a row for each programme of one (as from 211), "
     "or "
     "tables of categories beside it. graphml, "
     "gexf, gml: networks of Gephi, yEd, "
     "Cytoscape, igraph and networkx, and what refnet exported.",
     "files, unused, written, findings", "refnet import hsds datasets/harbor-directory -o harbor"},
    {"export", "DATASET --to FORMAT", 1, 1, ANY | VIEW | OPTIONS_EXPORT, refnet_cli_export,
     "Take it elsewhere",
     "Writes the network, or the part that the filters choose, for another program, with every "
     "column and measure. graphml: igraph, networkx, yEd, Cytoscape. gexf: Gephi. dot: Graphviz. "
     "pajek: "
     "a network (.net); pajek-project: with partitions and vectors (.paj). json: node-link form of "
     "networkx and d3. csv: a folder with nodes.csv and edges.csv for Gephi and R. kumu: a folder "
     "with "
     "elements.csv and connections.csv. People's names and addresses are left out without "
     "--show-people; unknown columns whose heading speaks of contacts, too. mailing-list: name, "
     "organisation, e-mail address and role of everybody who has not left, as CSV; since these are "
     "names, it asks for --show-people.",
     NULL, "refnet export datasets/harbor-county --to graphml -o harbor.graphml"},
    {"map", "DATASET [ARGUMENT]... -o FILE", 1, 3, ANY | VIEW | OPTIONS_MAP, refnet_cli_map,
     "Show it to the meeting",
     "Draws the network: coloured by sector, sized by relationships, arrows for referrals; or, "
     "with "
     "--kind, another view of it. The extension of FILE chooses PNG, SVG or PDF. --color-by, "
     "--size-by, "
     "--shape-by and --hulls show any column or measure, --size takes a slide, a sheet or a "
     "poster.",
     NULL, "refnet map datasets/harbor-county -o map.pdf"},
    {"report", "DATASET [-o FILE]", 1, 1, ANY | VIEW | OPTIONS_TOP | OPTIONS_REPORT,
     refnet_cli_report, "All of it, for the meeting",
     "One document from all analyses: the findings that matter most in a sentence each, what we "
     "don't know, the map, service gaps, what rests on one person or one organisation, who is due "
     "a call, what is listed twice, who else to meet, questions for the next meeting, the data and "
     "the methods. The extension of FILE chooses HTML (one file, to be read or projected), PDF "
     "(pages to hand out; --size letter for American paper) or Markdown. --area, --service and "
     "--population leave out organisations, but not where gaps are looked for: there they choose "
     "what is told, as in refnet gaps; whom to meet is looked for as refnet who-else does with the "
     "same filters. With --organization ORG it is about one partner, to take "
     "along to a visit: who they are, whom they work with and who is "
     "one-way, what rests on single contacts there, gaps they could help close, who lists the "
     "same, what is due with them, whom they should meet, and questions to ask.",
     NULL, "refnet report datasets/harbor-county -o report.pdf"},
};

const guint refnet_cli_command_count = G_N_ELEMENTS(refnet_cli_commands);

const Command *refnet_cli_command_find(const char *name, GError **error) {
  const char *names[G_N_ELEMENTS(refnet_cli_commands) + 1] = {NULL};
  for (guint i = 0; i < refnet_cli_command_count; i++) {
    if (g_str_equal(refnet_cli_commands[i].name, name))
      return &refnet_cli_commands[i];
    names[i] = refnet_cli_commands[i].name;
  }
  const char *nearest = refnet_cli_nearest(names, name);
  g_autofree char *shown = refnet_text_display(name, 60);
  if (!nearest && g_file_test(name, G_FILE_TEST_EXISTS))
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "\"%s\" is no command; that comes first, as in: refnet summary DATASET", shown);
  else
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "there is no command \"%s\"%s%s%s", shown,
                nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
  return NULL;
}
