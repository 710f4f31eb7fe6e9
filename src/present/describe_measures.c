/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One row an organization, with every measure of DESIGN's terms. */
#include "present/description.h"
#include "present/roles.h"

#include <string.h>

/* All of it for programs; for people what fits a page, and the measure they sort by. */
static const RefnetColumn columns[] = {
    {"id", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"name", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"label", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"in_degree", "IN", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"out_degree", "OUT", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"degree", "TIES", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"in_strength", "RECEIVED", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"out_strength", "SENT", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"betweenness", "BETWEENNESS", REFNET_VALUE_REAL, 1, 0, NULL},
    {"betweenness_normalized", "NORMALISED", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL, NULL},
    {"harmonic_closeness", "CLOSENESS", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL, NULL},
    {"pagerank", "PAGERANK", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL, NULL},
    {"coreness", "CORE", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"constraint", "CONSTRAINT", REFNET_VALUE_REAL, 3, REFNET_COLUMN_DETAIL, NULL},
    {"effective_size", "EFFECTIVE SIZE", REFNET_VALUE_REAL, 1, REFNET_COLUMN_DETAIL, NULL},
    {"community", "COMMUNITY", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {"articulation", "ONLY LINK", REFNET_VALUE_BOOLEAN, 0, 0, NULL},
    {"role", "ROLE", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"role_word", "ROLE", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static void fill_vertex(const RefnetMeasures *measures, guint32 vertex, RefnetCells *cells) {
  const RefnetOrganization *organization =
      refnet_network_organization(measures->network, vertex);
  const RefnetVertexMeasures *measure = &measures->vertices[vertex];
  refnet_cells_text(cells, organization->id);
  refnet_cells_text(cells, organization->name);
  refnet_cells_text(cells, refnet_organization_label(organization));
  refnet_cells_integer(cells, measure->in_degree);
  refnet_cells_integer(cells, measure->out_degree);
  refnet_cells_integer(cells, measure->degree);
  refnet_cells_integer(cells, (gint64)measure->in_strength);
  refnet_cells_integer(cells, (gint64)measure->out_strength);
  refnet_cells_real(cells, measure->betweenness);
  refnet_cells_real(cells, measure->betweenness_normalized);
  refnet_cells_real(cells, measure->harmonic_closeness);
  refnet_cells_real(cells, measure->pagerank);
  refnet_cells_integer(cells, measure->coreness);
  refnet_cells_real(cells, measure->constraint);
  refnet_cells_real(cells, measure->effective_size);
  refnet_cells_integer(cells, measure->community);
  refnet_cells_boolean(cells, measure->articulation);
  refnet_cells_text(cells, refnet_role_key(measure->role));
  refnet_cells_text(cells, refnet_role_word(measure->role));
}

static void fill_row(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  fill_vertex(description->result, description->order[index], cells);
}

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

static guint32 *sorted_vertices(const RefnetMeasures *measures, guint key_index, GError **error) {
  guint32 count = measures->network->vertices;
  g_autofree guint32 *order = g_try_new(guint32, (gsize)count + 1);
  g_autofree RefnetValue *values = g_try_new(RefnetValue, (gsize)count + 1);
  RefnetCells cells;
  if (!order || !values) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                "not enough memory to sort %u organisations", count);
    return NULL;
  }
  refnet_cells_init(&cells, columns);
  for (guint32 vertex = 0; vertex < count; vertex++) {
    fill_vertex(measures, vertex, &cells);
    order[vertex] = vertex;
    values[vertex] = cells.values[key_index];
    refnet_cells_clear(&cells);
  }
  refnet_cells_dispose(&cells);
  SortKey key = {&columns[key_index], values};
  g_qsort_with_data(order, (gint)count, sizeof *order, compare_vertices, &key);
  return g_steal_pointer(&order);
}

static gboolean find_key(const char *sort, guint *index, GError **error) {
  GString *known = g_string_new(NULL);
  for (*index = 0; columns[*index].key; (*index)++) {
    if (columns[*index].flags & REFNET_COLUMN_TABLE_ONLY)
      continue;
    if (g_str_equal(columns[*index].key, sort)) {
      g_string_free(known, TRUE);
      return TRUE;
    }
    g_string_append_printf(known, "%s%s", known->len ? ", " : "", columns[*index].key);
  }
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "there is no measure \"%s\"; say one of: %s",
              sort, known->str);
  g_string_free(known, TRUE);
  return FALSE;
}

static RefnetColumn *columns_with(guint key) {
  RefnetColumn *chosen = g_memdup2(columns, sizeof columns);
  if (chosen[key].type != REFNET_VALUE_TEXT) /* texts have a column for people beside them */
    chosen[key].flags &= ~(guint)REFNET_COLUMN_DETAIL;
  return chosen;
}

RefnetDescription *refnet_describe_measures(const RefnetMeasures *measures, const char *sort,
                                            const RefnetWording *wording, GError **error) {
  guint key;
  if (!find_key(sort ? sort : "degree", &key, error))
    return NULL;
  guint32 *order = sorted_vertices(measures, key, error);
  if (!order)
    return NULL;
  RefnetDescription *description =
      refnet_description_new(wording, measures, measures->network->dataset, measures->network);
  description->order = order;
  description->columns = columns_with(key);
  refnet_description_add_list(description, &(RefnetListing){
                                               .key = "organizations",
                                               .columns = description->columns,
                                               .fill = fill_row,
                                               .length = measures->network->vertices,
                                               .shown = 20,
                                               .empty = "No organisations to measure.",
                                           });
  return description;
}
