/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One row an organization, with every measure of DESIGN's terms. */
#include "present/description/description.h"
#include "present/network/measure_cells.h"
#include "present/wording/words.h"

#include <math.h>
#include <string.h>

/* After the measures: where an organization stands by the one that is sorted by. */
static const RefnetColumn rank_columns[] = {
    {"rank", "RANK", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"rank_low", "RANK", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"rank_high", "RANK", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"rank_words", "RANK", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"quarter", "QUARTER", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn field_columns[] = {
    {"weights", "Weights", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"sources", "Sources", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"sampled", "Sampled", REFNET_VALUE_BOOLEAN, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

/* ---- rows ------------------------------------------------------------------------------------ */

/* NULL: not asked for. The rank itself is always within. */
static char *rank_words(const RefnetRankInterval *interval, guint32 rank) {
  if (!interval)
    return refnet_words_digits(rank);
  if (interval->low == interval->high)
    return refnet_words_ordinal(rank);
  g_autofree char *low = refnet_words_ordinal(interval->low);
  g_autofree char *high = refnet_words_ordinal(interval->high);
  return g_strdup_printf("between %s and %s", low, high);
}

/* Equal figures are in the same quarter. */
static const char *quarter_word(guint32 rank, guint32 count) {
  static const char *const words[] = {"top", "2nd", "3rd", "last"};
  return words[4 * (guint64)(rank - 1) / count];
}

static void fill_rank(RefnetCells *cells, const RefnetMeasures *measures, guint32 vertex,
                      guint32 rank) {
  if (rank == 0) {
    for (const RefnetColumn *column = rank_columns; column->key; column++)
      refnet_cells_null(cells);
    return;
  }
  RefnetRankInterval interval = {rank, rank};
  if (measures->intervals) {
    interval.low = MIN(measures->intervals->vertices[vertex].low, rank);
    interval.high = MAX(measures->intervals->vertices[vertex].high, rank);
  }
  refnet_cells_integer(cells, rank);
  if (measures->intervals) {
    refnet_cells_integer(cells, interval.low);
    refnet_cells_integer(cells, interval.high);
  } else {
    refnet_cells_null(cells);
    refnet_cells_null(cells);
  }
  /* Where nobody has a relationship, nobody is at the top. */
  gboolean is_told = measures->network->ties > 0;
  refnet_cells_take_text(cells,
                         is_told ? rank_words(measures->intervals ? &interval : NULL, rank) : NULL);
  refnet_cells_text(cells, is_told ? quarter_word(rank, measures->network->vertices) : NULL);
}

static void fill_row(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  guint32 vertex = description->order[index];
  refnet_measure_cells(cells, description->result, vertex);
  fill_rank(cells, description->result, vertex, description->ranks[index]);
}

/* ---- order ----------------------------------------------------------------------------------- */

typedef struct {
  const RefnetColumn *column;
  RefnetValue *values; /* by vertex; texts are those of the dataset or static */
} SortKey;

static int compare_values(const RefnetColumn *column, const RefnetValue *a, const RefnetValue *b) {
  if (a->is_null || b->is_null)
    return a->is_null - b->is_null;
  switch (column->type) {
  case REFNET_VALUE_INTEGER:
    return (a->integer < b->integer) - (a->integer > b->integer);
  case REFNET_VALUE_REAL:
    return (a->real < b->real) - (a->real > b->real);
  case REFNET_VALUE_BOOLEAN:
    return b->boolean - a->boolean;
  default:
    return strcmp(a->text, b->text);
  }
}

static int compare_vertices(gconstpointer a, gconstpointer b, gpointer data) {
  const SortKey *key = data;
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;
  int order = compare_values(key->column, &key->values[first], &key->values[second]);
  return order ? order : (first > second) - (first < second);
}

/* Figures that differ by rounding only share a rank. */
static gboolean is_lower(const RefnetColumn *column, const RefnetValue *above,
                         const RefnetValue *value) {
  if (column->type != REFNET_VALUE_REAL || above->is_null || value->is_null)
    return compare_values(column, above, value) != 0;
  return value->real < above->real - 1e-9 * MAX(fabs(above->real), 1e-3);
}

static void rank_rows(RefnetDescription *description, const SortKey *key, guint32 count) {
  guint32 rank = 0;
  for (guint32 i = 0; i < count; i++) {
    const RefnetValue *value = &key->values[description->order[i]];
    if (i == 0 || is_lower(key->column, &key->values[description->order[i - 1]], value))
      rank = i + 1;
    gboolean is_figure = key->column->type != REFNET_VALUE_TEXT && !value->is_null;
    description->ranks[i] = is_figure ? rank : 0;
  }
}

static gboolean sort_rows(RefnetDescription *description, const RefnetMeasures *measures,
                          guint key_index, GError **error) {
  guint32 count = measures->network->vertices;
  description->order = g_try_new(guint32, (gsize)count + 1);
  description->ranks = g_try_new(guint32, (gsize)count + 1);
  g_autofree RefnetValue *values = g_try_new(RefnetValue, (gsize)count + 1);
  RefnetCells cells;
  if (!description->order || !description->ranks || !values) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                "not enough memory to sort %u organisations", count);
    return FALSE;
  }
  refnet_cells_init(&cells, refnet_measure_columns);
  for (guint32 vertex = 0; vertex < count; vertex++) {
    refnet_measure_cells(&cells, measures, vertex);
    description->order[vertex] = vertex;
    values[vertex] = cells.values[key_index];
    refnet_cells_clear(&cells);
  }
  refnet_cells_dispose(&cells);
  SortKey key = {&refnet_measure_columns[key_index], values};
  g_qsort_with_data(description->order, (gint)count, sizeof *description->order, compare_vertices,
                    &key);
  rank_rows(description, &key, count);
  return TRUE;
}

static gboolean find_key(const char *sort, guint *index, GError **error) {
  GString *known = g_string_new(NULL);
  for (*index = 0; refnet_measure_columns[*index].key; (*index)++) {
    if (refnet_measure_columns[*index].flags & REFNET_COLUMN_TABLE_ONLY)
      continue;
    if (g_str_equal(refnet_measure_columns[*index].key, sort)) {
      g_string_free(known, TRUE);
      return TRUE;
    }
    g_string_append_printf(known, "%s%s", known->len ? ", " : "",
                           refnet_measure_columns[*index].key);
  }
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "there is no measure \"%s\"; say one of: %s",
              sort, known->str);
  g_string_free(known, TRUE);
  return FALSE;
}

/* What makes room for the words of a rank, or for a measure that is not shown otherwise. */
static gboolean gives_way(const RefnetColumn *column) {
  static const char *const keys[] = {"in_strength", "out_strength"};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (g_str_equal(keys[i], column->key))
      return TRUE;
  return FALSE;
}

/* Texts have a column for people beside them, and no rank. */
static RefnetColumn *columns_with(guint key, gboolean has_intervals, gboolean is_counted) {
  gsize measures = refnet_measure_columns_size / sizeof(RefnetColumn) - 1;
  RefnetColumn *chosen = g_new0(RefnetColumn, measures + G_N_ELEMENTS(rank_columns));
  memcpy(chosen, refnet_measure_columns, refnet_measure_columns_size);
  memcpy(chosen + measures, rank_columns, sizeof rank_columns);
  gboolean is_added =
      chosen[key].type != REFNET_VALUE_TEXT && (chosen[key].flags & REFNET_COLUMN_DETAIL) != 0;
  for (gsize i = 0; i < measures && (has_intervals || is_added || !is_counted); i++)
    if (gives_way(&chosen[i]))
      chosen[i].flags |= REFNET_COLUMN_DETAIL;
  if (chosen[key].type != REFNET_VALUE_TEXT)
    chosen[key].flags &= ~(guint)REFNET_COLUMN_DETAIL;
  for (gsize i = measures; chosen[key].type == REFNET_VALUE_TEXT && chosen[i].key; i++)
    chosen[i].flags |= REFNET_COLUMN_DETAIL;
  return chosen;
}

/* ---- what the figures rest on ---------------------------------------------------------------- */

static void say_weights(RefnetDescription *description, const RefnetMeasures *measures) {
  if (measures->weights == REFNET_WEIGHTS_COUNT)
    refnet_description_say(
        description, g_strdup("Betweenness, closeness and constraint go by referrals: the more of "
                              "them, the nearer two organisations are taken to be."));
}

/* From one source no error can be told, nor from two for these themselves. */
static void say_sample(RefnetDescription *description, const RefnetMeasures *measures) {
  if (measures->sources >= measures->network->vertices)
    return;
  g_autofree char *share = refnet_words_share(measures->sources, measures->network->vertices);
  refnet_description_say(
      description,
      g_strdup_printf("Betweenness and closeness are estimated from %s organisations, "
                      "chosen at random (seed %" G_GUINT64_FORMAT ")%s. A larger --sources comes "
                      "nearer, as many as there are organisations is exact.",
                      share, measures->seed,
                      measures->sources > 2 ? "; JSON and CSV have the standard error of each"
                                            : ""));
}

static void say_intervals(RefnetDescription *description, const RefnetMeasures *measures) {
  const RefnetRankIntervals *intervals = measures->intervals;
  if (!intervals)
    return;
  g_autofree char *missing = refnet_words_rate(intervals->missing);
  g_autofree char *measure = g_strdelimit(g_strdup(intervals->measure), "_", ' ');
  g_autofree char *sampled =
      intervals->sources < intervals->count
          ? g_strdup_printf(" and estimated from %u organisations", intervals->sources)
          : g_strdup("");
  refnet_description_say(
      description,
      g_strdup_printf("Ranks by %s, assuming that %s of the relationships are missing from the "
                      "record: where an organisation stood in 95 %% of %u tries, each without a "
                      "random part of them%s.",
                      measure, missing, intervals->draws, sampled));
}

static void describe_basis(RefnetDescription *description, const RefnetMeasures *measures) {
  RefnetCells *cells = refnet_description_fields(description, field_columns);
  refnet_cells_text(cells, measures->weights == REFNET_WEIGHTS_COUNT ? "count" : "none");
  refnet_cells_integer(cells, measures->sources);
  refnet_cells_boolean(cells, measures->sources < measures->network->vertices);
  say_weights(description, measures);
  say_sample(description, measures);
  say_intervals(description, measures);
}

RefnetDescription *refnet_describe_measures(const RefnetMeasures *measures, const char *sort,
                                            const RefnetWording *wording, GError **error) {
  guint key;
  if (!find_key(sort ? sort : "degree", &key, error))
    return NULL;
  g_autoptr(RefnetDescription) description =
      refnet_description_new(wording, measures, measures->network->dataset, measures->network);
  if (!sort_rows(description, measures, key, error))
    return NULL;
  gboolean is_counted = refnet_words_have_counts(measures->network);
  describe_basis(description, measures);
  if (!is_counted && measures->network->arcs > 0)
    refnet_description_say(description, g_strdup("How many referrals were made is not recorded; "
                                                 "JSON and CSV take each row for one."));
  description->columns = columns_with(key, measures->intervals != NULL, is_counted);
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "organizations",
                                               .columns = description->columns,
                                               .fill = fill_row,
                                               .length = measures->network->vertices,
                                               .shown = 20,
                                               .empty = "No organisations to measure.",
                                           });
  return g_steal_pointer(&description);
}
