/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two CSV tables as Kumu imports them: elements known by their labels, and connections. */
#include "exchange/export/graph_csv.h"
#include "exchange/export/graph_text.h"

/* Kumu's words for an organization's name, sector and services, which stand under their own names,
 * too. Connections go by the label: Kumu would want a column "Id" there once elements have one. */
static const RefnetColumn element_columns[] = {
    {"Label", "Label", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"Type", "Type", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"Tags", "Tags", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"organization_id", "Id", REFNET_VALUE_TEXT, 0, 0, NULL}};

static const RefnetColumn connection_columns[] = {
    {"From", "From", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"To", "To", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"Direction", "Direction", REFNET_VALUE_TEXT, 0, 0, NULL}};

/* Among the columns of nodes. */
enum { SECTOR = 5, SERVICES = 6 };

static void fill_element(const RefnetExport *export, const RefnetValue *row, guint32 from,
                         guint32 to, char **names, RefnetValue *leading) {
  (void)export, (void)to;
  leading[0] = (RefnetValue){.text = names[from]};
  leading[1] = row[SECTOR];
  leading[2] = row[SERVICES];
  leading[3] = row[0];
}

static void fill_connection(const RefnetExport *export, const RefnetValue *row, guint32 from,
                            guint32 to, char **names, RefnetValue *leading) {
  (void)row;
  leading[0] = (RefnetValue){.text = names[from]};
  leading[1] = (RefnetValue){.text = names[to]};
  leading[2] = (RefnetValue){.text = export->network->undirected ? "undirected" : "directed"};
}

gboolean refnet_export_kumu_elements(const RefnetExport *export, RefnetOutput *output,
                                     GError **error) {
  static const RefnetGraphCsv table = {element_columns, G_N_ELEMENTS(element_columns), 2,
                                       fill_element};
  g_auto(GStrv) names = refnet_graph_unique_names(export->network);
  return refnet_graph_csv_nodes(export, &table, names, output, error);
}

gboolean refnet_export_kumu_connections(const RefnetExport *export, RefnetOutput *output,
                                        GError **error) {
  static const RefnetGraphCsv table = {connection_columns, G_N_ELEMENTS(connection_columns), 0,
                                       fill_connection};
  g_auto(GStrv) names = refnet_graph_unique_names(export->network);
  return refnet_graph_csv_edges(export, &table, names, output, error);
}
