/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A sheet for the whole coalition: the first few suggestions for each organization. */
#include "present/who_else/nobody_sentences.h"
#include "present/who_else/suggestion_cells.h"
#include "present/wording/words.h"

static const RefnetColumn fields[] = {
    {"organization", "For", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"organizations", "Organisations", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn columns[] = {
    {"organization", "FOR ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"organization_name", "FOR", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"organization_label", "FOR", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"rank", "RANK", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    REFNET_SUGGESTION_COLUMNS("MEET", "SCORE", 2),
    {NULL, NULL, 0, 0, 0, NULL}};

/* For whom the suggestion numbered `index` is: the last vertex whose own begin there or before. */
static guint32 asker_of(const RefnetEveryone *everyone, gsize index) {
  guint32 low = 0, high = everyone->network->vertices;
  while (high - low > 1) {
    guint32 middle = low + (high - low) / 2;
    if (everyone->start[middle] <= index)
      low = middle;
    else
      high = middle;
  }
  return low;
}

static void fill_row(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetEveryone *everyone = description->result;
  guint32 vertex = asker_of(everyone, index);
  guint32 rank = (guint32)(index - everyone->start[vertex]);
  const RefnetOrganization *asker = refnet_network_organization(description->network, vertex);
  g_autoptr(RefnetWhoElse) who_else = refnet_everyone_answer(everyone, vertex, rank, NULL);
  refnet_cells_text(cells, asker->id);
  refnet_cells_text(cells, asker->name);
  refnet_cells_text(cells, refnet_organization_label(asker));
  refnet_cells_integer(cells, rank + 1);
  if (who_else)
    refnet_suggestion_fill(description, who_else, &who_else->suggestions[0], cells);
}

static void count_askers(const RefnetEveryone *everyone, guint32 *open, guint32 *without) {
  *open = *without = 0;
  for (guint32 v = 0; v < everyone->network->vertices; v++) {
    gboolean asks = !refnet_network_organization(everyone->network, v)->closed;
    *open += asks;
    *without += asks && everyone->start[v] == everyone->start[v + 1];
  }
}

static void say_whom(RefnetDescription *description, guint32 open, guint32 without) {
  g_autofree char *count = refnet_words_count(open, "organisation", "organisations");
  g_autofree char *none = refnet_words_count(without, "organisation", "organisations");
  refnet_description_say(
      description, open == 1
                       ? g_strdup("Who else should the only organisation be meeting with?")
                       : g_strdup_printf("Who else should each of %s be meeting with?", count));
  if (without > 0 && without < open)
    refnet_description_say(description,
                           g_strdup_printf("For %s nobody is left whom anything in the data speaks "
                                           "for.",
                                           none));
}

static const char *nobody(const RefnetNetwork *network) {
  guint64 n = network->vertices;
  if (n == 1)
    return "Nobody else is in the data. Add others you have heard of to organizations.csv.";
  return network->ties == n * (n - 1) / 2
             ? "Everybody has a relationship with everybody else. Add others you have heard of to "
               "organizations.csv."
             : REFNET_NOBODY_LEFT;
}

RefnetDescription *refnet_describe_everyone(const RefnetEveryone *everyone,
                                            const RefnetWording *wording) {
  const RefnetNetwork *network = everyone->network;
  RefnetDescription *description =
      refnet_description_new(wording, everyone, network->dataset, network);
  RefnetCells *cells = refnet_description_fields(description, fields);
  gsize length = everyone->start[network->vertices];
  guint32 open, without;
  count_askers(everyone, &open, &without);
  refnet_cells_null(cells);
  refnet_cells_integer(cells, open);
  say_whom(description, open, without);
  refnet_description_add_list(description, &(RefnetListing){.key = "suggestions",
                                                            .columns = columns,
                                                            .fill = fill_row,
                                                            .length = length,
                                                            .whole = TRUE,
                                                            .apart = TRUE,
                                                            .findings = length,
                                                            .empty = nobody(network)});
  return description;
}
