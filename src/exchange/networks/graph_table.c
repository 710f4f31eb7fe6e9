/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/networks/graph_table.h"

#include <string.h>

#include <refnet/model.h>

typedef struct {
  guint32 of; /* node or edge */
  guint32 attribute;
  const char *value;
} GraphValue;

void refnet_graph_table_init(RefnetGraphTable *table) {
  table->attributes = g_array_new(FALSE, FALSE, sizeof(RefnetGraphAttribute));
  table->by_key = g_hash_table_new(g_str_hash, g_str_equal);
  table->values.size = sizeof(GraphValue);
}

void refnet_graph_table_clear(RefnetGraphTable *table) {
  g_array_unref(table->attributes);
  g_hash_table_unref(table->by_key);
  refnet_array_clear(&table->values);
}

guint32 refnet_graph_table_number(RefnetGraphTable *table, RefnetPool *pool, const char *key) {
  guint known = GPOINTER_TO_UINT(g_hash_table_lookup(table->by_key, key));
  if (known > 0)
    return known - 1;
  const char *kept = refnet_pool_intern(pool, key);
  RefnetGraphAttribute attribute = {kept, kept, NULL};
  if (kept == NULL)
    return REFNET_NONE;
  g_array_append_val(table->attributes, attribute);
  g_hash_table_insert(table->by_key, (gpointer)kept, GUINT_TO_POINTER(table->attributes->len));
  return table->attributes->len - 1;
}

const RefnetGraphAttribute *refnet_graph_table_attribute(const RefnetGraphTable *table,
                                                         guint attribute) {
  return &g_array_index(table->attributes, RefnetGraphAttribute, attribute);
}

guint refnet_graph_table_find(const RefnetGraphTable *table, const char *folded_title) {
  for (guint a = 0; a < table->attributes->len; a++) {
    g_autofree char *folded =
        refnet_text_fold_header(refnet_graph_table_attribute(table, a)->title);
    if (strcmp(folded, folded_title) == 0)
      return a;
  }
  return G_MAXUINT;
}

gboolean refnet_graph_table_set(RefnetGraphTable *table, guint32 of, guint32 attribute,
                                const char *value) {
  GraphValue *added = refnet_array_append(&table->values);
  if (added != NULL)
    *added = (GraphValue){of, attribute, value};
  return added != NULL;
}

/* ---- rows of values -------------------------------------------------------------------------- */

/* By counting, which keeps the order of values of one node: of one set twice the later stands last.
 */
guint64 *refnet_graph_table_sort(RefnetGraphTable *table, guint32 length) {
  const gsize count = table->values.length;
  g_autofree guint64 *start = g_try_new0(guint64, (gsize)length + 2);
  g_autofree guint64 *next = g_try_new(guint64, (gsize)length + 2);
  GraphValue *sorted = g_try_new(GraphValue, MAX(count, 1));
  if (start == NULL || next == NULL || sorted == NULL) {
    g_free(sorted);
    return NULL;
  }
  for (gsize i = 0; i < count; i++)
    start[refnet_array_at(&table->values, GraphValue, i)->of + 1]++;
  for (guint32 i = 0; i < length; i++)
    start[i + 1] += start[i];
  memcpy(next, start, ((gsize)length + 1) * sizeof *next);
  for (gsize i = 0; i < count; i++) {
    const GraphValue *value = refnet_array_at(&table->values, GraphValue, i);
    sorted[next[value->of]++] = *value;
  }
  g_free(table->values.items);
  table->values.items = sorted;
  table->values.capacity = MAX(count, 1);
  return g_steal_pointer(&start);
}

void refnet_graph_table_row(const RefnetGraphTable *table, const guint64 *start, guint32 of,
                            const char **row) {
  for (guint a = 0; a < table->attributes->len; a++)
    row[a] = g_array_index(table->attributes, RefnetGraphAttribute, a).missing;
  for (guint64 i = start[of]; i < start[of + 1]; i++) {
    const GraphValue *value = refnet_array_at(&table->values, GraphValue, i);
    row[value->attribute] = value->value;
  }
}
