/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How well suggestions find relationships that were hidden, beside other ways to rank. */
#include "present/description/description.h"
#include "present/wording/words.h"

static const RefnetColumn fields[] = {
    {"organization", "For", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"rounds", "Rounds", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"hidden_share", "Hidden", REFNET_VALUE_REAL, 2, REFNET_COLUMN_DETAIL, NULL},
    {"hidden", "Hidden", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"asked", "Asked", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn columns[] = {
    {"method", "METHOD", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"label", "METHOD", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"auc", "AUC", REFNET_VALUE_REAL, 3, 0, NULL},
    {"recall_at_10", "RECALL@10", REFNET_VALUE_REAL, 3, 0, NULL},
    {"mrr", "MRR", REFNET_VALUE_REAL, 3, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn no_columns[] = {{"id", "ID", REFNET_VALUE_TEXT, 0, 0, NULL},
                                          {NULL, NULL, 0, 0, 0, NULL}};

static const struct {
  const char *key, *label;
} methods[] = {
    [REFNET_METHOD_REFNET] = {"refnet", "refnet"},
    [REFNET_METHOD_COMMON_NEIGHBORS] = {"common_neighbors", "common neighbours"},
    [REFNET_METHOD_ADAMIC_ADAR] = {"adamic_adar", "Adamic–Adar"},
    [REFNET_METHOD_RESOURCE_ALLOCATION] = {"resource_allocation", "resource allocation"},
    [REFNET_METHOD_RANDOM_WALK] = {"random_walk_with_restart", "random walk with restart"},
    [REFNET_METHOD_CHANCE] = {"chance", "chance"}};

static void fill_method(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetEvaluation *evaluation = description->result;
  const RefnetMethodResult *result = &evaluation->methods[index];
  refnet_cells_text(cells, methods[index].key);
  refnet_cells_text(cells, methods[index].label);
  refnet_cells_real(cells, result->auc);
  refnet_cells_real(cells, result->recall);
  refnet_cells_real(cells, result->mrr);
}

static void say_how(RefnetDescription *description, const RefnetEvaluation *evaluation) {
  g_autofree char *ties =
      refnet_words_count(evaluation->network->ties, "relationship", "relationships");
  g_autofree char *share = refnet_words_rate(evaluation->share);
  g_autofree char *asked = refnet_words_count(evaluation->asked, "time", "times");
  refnet_description_say(
      description,
      g_strdup_printf(
          "Of %s, %s were hidden, %u times over (seeds %" G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT
          "), and organisations that lost one were asked whom they should meet: a hidden "
          "partner was looked for %s.",
          ties, share, evaluation->rounds, evaluation->seed,
          evaluation->seed + evaluation->rounds - 1, asked));
  refnet_description_say(
      description,
      g_strdup("AUC: share of other organisations that stand below the hidden partner. Recall@10: "
               "share of hidden partners among the first ten. MRR: mean of 1 / place."));
}

RefnetDescription *refnet_describe_evaluation(const RefnetEvaluation *evaluation,
                                              const RefnetWording *wording) {
  gboolean measured = evaluation->asked > 0;
  RefnetDescription *description = refnet_description_new(
      wording, evaluation, evaluation->network->dataset, evaluation->network);
  RefnetCells *cells = refnet_description_fields(description, fields);
  refnet_cells_text(cells, NULL);
  refnet_cells_integer(cells, evaluation->rounds);
  refnet_cells_real(cells, evaluation->share);
  refnet_cells_integer(cells, (gint64)evaluation->hidden);
  refnet_cells_integer(cells, (gint64)evaluation->asked);
  if (measured)
    say_how(description, evaluation);
  refnet_description_add_list(
      description,
      &(RefnetListing){.key = "suggestions", .columns = no_columns, .programs_only = TRUE});
  refnet_description_add_list(
      description,
      &(RefnetListing){.key = "evaluation",
                       .columns = columns,
                       .fill = fill_method,
                       .length = measured ? REFNET_METHODS : 0,
                       .main = TRUE,
                       .empty = "Fewer than 20 relationships are recorded: too few to hide some "
                                "and say how well they are found again."});
  return description;
}
