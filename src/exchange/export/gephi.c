/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two CSV tables as Gephi's spreadsheet import and R's igraph want them. */
#include "exchange/export/graph_csv.h"

static const RefnetColumn node_columns[] = {{"Id", "Id", REFNET_VALUE_TEXT, 0, 0, NULL},
                                            {"Label", "Label", REFNET_VALUE_TEXT, 0, 0, NULL}};

static const RefnetColumn edge_columns[] = {{"Source", "Source", REFNET_VALUE_TEXT, 0, 0, NULL},
                                            {"Target", "Target", REFNET_VALUE_TEXT, 0, 0, NULL},
                                            {"Type", "Type", REFNET_VALUE_TEXT, 0, 0, NULL},
                                            {"Weight", "Weight", REFNET_VALUE_INTEGER, 0, 0, NULL}};

static void fill_node(const RefnetExport *export, const RefnetValue *row, guint32 from, guint32 to,
                      char **names, RefnetValue *leading) {
  (void)export, (void)from, (void)to, (void)names;
  leading[0] = row[0];
  leading[1] = row[1];
}

static void fill_edge(const RefnetExport *export, const RefnetValue *row, guint32 from, guint32 to,
                      char **names, RefnetValue *leading) {
  const RefnetNetwork *network = export->network;
  (void)names;
  leading[0] = (RefnetValue){.text = refnet_network_organization(network, from)->id};
  leading[1] = (RefnetValue){.text = refnet_network_organization(network, to)->id};
  leading[2] = (RefnetValue){.text = network->undirected ? "Undirected" : "Directed"};
  leading[3] = row[0];
}

gboolean refnet_export_csv_nodes(const RefnetExport *export, RefnetOutput *output, GError **error) {
  static const RefnetGraphCsv table = {node_columns, G_N_ELEMENTS(node_columns), 2, fill_node};
  return refnet_graph_csv_nodes(export, &table, NULL, output, error);
}

gboolean refnet_export_csv_edges(const RefnetExport *export, RefnetOutput *output, GError **error) {
  static const RefnetGraphCsv table = {edge_columns, G_N_ELEMENTS(edge_columns), 0, fill_edge};
  return refnet_graph_csv_edges(export, &table, NULL, output, error);
}
