/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/networks/graph_store.h"

#include <string.h>

RefnetGraphStore *refnet_graph_store_new(const RefnetImport *import, const char *label) {
  RefnetGraphStore *store = g_new0(RefnetGraphStore, 1);
  store->import = import;
  store->label = g_strdup(label);
  store->file = refnet_import_report_file(import->report, label);
  store->pool = refnet_pool_new();
  store->ids = refnet_interner_new(refnet_pool_arena(store->pool));
  store->declared = g_byte_array_new();
  store->edges.size = sizeof(RefnetGraphEdge);
  refnet_graph_table_init(&store->nodes);
  refnet_graph_table_init(&store->links);
  return store;
}

void refnet_graph_store_free(RefnetGraphStore *store) {
  if (store == NULL)
    return;
  refnet_graph_table_clear(&store->nodes);
  refnet_graph_table_clear(&store->links);
  refnet_array_clear(&store->edges);
  g_byte_array_unref(store->declared);
  refnet_interner_free(store->ids);
  refnet_pool_free(store->pool);
  g_free(store->label);
  g_free(store);
}

void refnet_graph_store_attribute(RefnetGraphStore *store, gboolean of_edges, const char *key,
                                  const char *title, const char *missing) {
  RefnetGraphTable *table = of_edges ? &store->links : &store->nodes;
  guint32 number = refnet_graph_table_number(table, store->pool, key);
  store->out_of_memory |= number == REFNET_NONE;
  if (number == REFNET_NONE)
    return;
  RefnetGraphAttribute *attribute = &g_array_index(table->attributes, RefnetGraphAttribute, number);
  if (title != NULL && *title != '\0')
    attribute->title = refnet_pool_intern(store->pool, title);
  if (missing != NULL && *missing != '\0')
    attribute->missing = refnet_pool_intern(store->pool, missing);
}

static guint32 node_number(RefnetGraphStore *store, const char *id) {
  guint32 number = refnet_interner_add(store->ids, id, strlen(id));
  const guint8 not_yet = 0;
  store->out_of_memory |= number == REFNET_NONE;
  while (number != REFNET_NONE && store->declared->len <= number)
    g_byte_array_append(store->declared, &not_yet, 1);
  return number;
}

void refnet_graph_store_reject(RefnetGraphStore *store, guint64 line, const char *why,
                               const char *fix) {
  RefnetDiagnostic where = {.kind = "bad-element",
                            .severity = REFNET_SEVERITY_ERROR,
                            .file = store->label,
                            .line = line,
                            .column = store->column,
                            .contact = REFNET_NONE};
  refnet_diagnostics_add(refnet_import_report_diagnostics(store->import->report), &where, fix, "%s",
                         why);
  refnet_import_report_rejected(store->import->report, store->file, 1, why);
}

gboolean refnet_graph_store_node(RefnetGraphStore *store, const char *id, guint64 line) {
  guint32 number = node_number(store, id);
  if (number == REFNET_NONE)
    return FALSE;
  if (store->declared->data[number]) {
    refnet_graph_store_reject(store, line, "the node's id is an earlier one's",
                              "give each node an id of its own");
    return FALSE;
  }
  store->declared->data[number] = 1;
  refnet_import_report_used(store->import->report, store->file, 1);
  return TRUE;
}

gboolean refnet_graph_store_edge(RefnetGraphStore *store, const char *from, const char *to,
                                 gboolean both_ways, guint64 line) {
  RefnetGraphEdge *edge = refnet_array_append(&store->edges);
  store->out_of_memory |= edge == NULL;
  if (edge != NULL)
    *edge = (RefnetGraphEdge){node_number(store, from), node_number(store, to), both_ways,
                              store->column, line};
  return !store->out_of_memory;
}

static void set_value(RefnetGraphStore *store, RefnetGraphTable *table, guint32 of, const char *key,
                      const char *value) {
  g_autofree char *clean = refnet_text_clean(value);
  guint32 attribute = refnet_graph_table_number(table, store->pool, key);
  store->out_of_memory |= attribute == REFNET_NONE;
  if (*clean == '\0' || attribute == REFNET_NONE || of == REFNET_NONE)
    return;
  const char *kept = refnet_pool_intern(store->pool, clean);
  store->out_of_memory |= kept == NULL || !refnet_graph_table_set(table, of, attribute, kept);
}

void refnet_graph_store_set_node(RefnetGraphStore *store, const char *id, const char *key,
                                 const char *value) {
  set_value(store, &store->nodes, node_number(store, id), key, value);
}

void refnet_graph_store_set_edge(RefnetGraphStore *store, const char *key, const char *value) {
  if (store->edges.length > 0)
    set_value(store, &store->links, (guint32)store->edges.length - 1, key, value);
}
