/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Node-link JSON: "nodes" with an id, "links" with source and target. */
#include "exchange/export/graph_rows.h"

#include <string.h>

#include "table/write/json.h"

static const RefnetColumn head_columns[] = {
    {"directed", "Directed", REFNET_VALUE_BOOLEAN, 0, 0, NULL},
    {"multigraph", "Multigraph", REFNET_VALUE_BOOLEAN, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn graph_columns[] = {{"name", "Name", REFNET_VALUE_TEXT, 0, 0, NULL},
                                             {"note", "Note", REFNET_VALUE_TEXT, 0, 0, NULL},
                                             {NULL, NULL, 0, 0, 0, NULL}};

enum { MOST_LINK_COLUMNS = 16 };

static const RefnetColumn end_columns[] = {{"source", "Source", REFNET_VALUE_TEXT, 0, 0, NULL},
                                           {"target", "Target", REFNET_VALUE_TEXT, 0, 0, NULL},
                                           {"weight", "Weight", REFNET_VALUE_INTEGER, 0, 0, NULL}};

static void put_nodes(RefnetJson *json, RefnetGraphRows *rows, guint32 vertices) {
  refnet_json_list_begin(json, "nodes", refnet_graph_node_columns(rows));
  for (guint32 v = 0; v < vertices; v++)
    refnet_json_row(json, refnet_graph_node(rows, v));
  refnet_json_list_end(json);
}

static void put_links(RefnetJson *json, RefnetGraphRows *rows) {
  RefnetColumn columns[MOST_LINK_COLUMNS] = {0};
  RefnetValue values[MOST_LINK_COLUMNS] = {0};
  const RefnetColumn *edge_columns = refnet_graph_edge_columns(rows);
  guint ends = G_N_ELEMENTS(end_columns), count = 0;
  memcpy(columns, end_columns, sizeof end_columns);
  for (; edge_columns[count].key && ends + count + 1 < MOST_LINK_COLUMNS; count++)
    columns[ends + count] = edge_columns[count];
  refnet_json_list_begin(json, "links", columns);
  for (guint64 e = 0; e < refnet_graph_edges(rows); e++) {
    guint32 from, to;
    memcpy(values + ends, refnet_graph_edge(rows, e, &from, &to), count * sizeof *values);
    values[0].text = refnet_graph_id(rows, from);
    values[1].text = refnet_graph_id(rows, to);
    values[2] = values[ends];
    refnet_json_row(json, values);
  }
  refnet_json_list_end(json);
}

gboolean refnet_export_json(const RefnetExport *export, RefnetOutput *output, GError **error) {
  g_autoptr(RefnetGraphRows) rows = refnet_graph_rows_new(export);
  RefnetJson *json = refnet_json_new(output);
  RefnetValue head[] = {{.boolean = !export->network->undirected}, {.boolean = FALSE}};
  RefnetValue graph[] = {{.text = export->network->dataset->name},
                         {.is_null = !export->note, .text = export->note}};
  refnet_json_fields(json, head_columns, head);
  refnet_json_record(json, "graph", graph_columns, graph);
  put_nodes(json, rows, export->network->vertices);
  put_links(json, rows);
  return refnet_json_close(json, error);
}
