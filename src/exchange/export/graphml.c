/* SPDX-License-Identifier: GPL-2.0-or-later */
/* GraphML: keys declared first, then a node an organization and an edge a link. */
#include "exchange/export/graph_rows.h"
#include "exchange/export/graph_text.h"
#include "exchange/export/xml.h"

/* Key n3 is the third column of nodes, e3 of edges. */
static void put_keys(RefnetOutput *output, const char *of, const RefnetColumn *columns,
                     guint first) {
  for (guint i = first; columns[i].key; i++) {
    refnet_output_printf(output, "  <key id=\"%c%u\" for=\"%s\" attr.name=\"", *of, i, of);
    refnet_xml_puts(output, columns[i].key);
    refnet_output_printf(output, "\" attr.type=\"%s\"/>\n",
                         refnet_graph_type_name(columns[i].type));
  }
}

static void put_data(RefnetOutput *output, char of, const RefnetColumn *columns,
                     const RefnetValue *values, guint first) {
  for (guint i = first; columns[i].key; i++) {
    g_autofree char *text = refnet_graph_text(&columns[i], &values[i]);
    if (!text)
      continue;
    refnet_output_printf(output, "      <data key=\"%c%u\">", of, i);
    refnet_xml_puts(output, text);
    refnet_output_puts(output, "</data>\n");
  }
}

static void put_node(RefnetOutput *output, RefnetGraphRows *rows, guint32 vertex) {
  const RefnetValue *values = refnet_graph_node(rows, vertex);
  refnet_output_puts(output, "    <node id=\"");
  refnet_xml_puts(output, refnet_graph_id(rows, vertex));
  refnet_output_puts(output, "\">\n");
  put_data(output, 'n', refnet_graph_node_columns(rows), values, 1);
  refnet_output_puts(output, "    </node>\n");
}

static void put_edge(RefnetOutput *output, RefnetGraphRows *rows, guint64 edge) {
  guint32 from, to;
  const RefnetValue *values = refnet_graph_edge(rows, edge, &from, &to);
  refnet_output_puts(output, "    <edge source=\"");
  refnet_xml_puts(output, refnet_graph_id(rows, from));
  refnet_output_puts(output, "\" target=\"");
  refnet_xml_puts(output, refnet_graph_id(rows, to));
  refnet_output_puts(output, "\">\n");
  /* Twice: most programs look for a weight. */
  refnet_output_printf(output, "      <data key=\"weight\">%" G_GINT64_FORMAT "</data>\n",
                       values[0].integer);
  put_data(output, 'e', refnet_graph_edge_columns(rows), values, 0);
  refnet_output_puts(output, "    </edge>\n");
}

static void put_note(RefnetOutput *output, const char *note) {
  if (!note)
    return;
  refnet_output_puts(output, "  <desc>");
  refnet_xml_puts(output, note);
  refnet_output_puts(output, "</desc>\n");
}

gboolean refnet_export_graphml(const RefnetExport *export, RefnetOutput *output, GError **error) {
  g_autoptr(RefnetGraphRows) rows = refnet_graph_rows_new(export);
  (void)error; /* write errors are the output's */
  refnet_output_puts(output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                             "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
                             "    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
                             "    xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
                             "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
  put_note(output, export->note);
  put_keys(output, "node", refnet_graph_node_columns(rows), 1);
  refnet_output_puts(output, "  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" "
                             "attr.type=\"double\"/>\n");
  put_keys(output, "edge", refnet_graph_edge_columns(rows), 0);
  refnet_output_printf(output, "  <graph id=\"network\" edgedefault=\"%s\">\n",
                       export->network->undirected ? "undirected" : "directed");
  for (guint32 v = 0; v < export->network->vertices; v++)
    put_node(output, rows, v);
  for (guint64 e = 0; e < refnet_graph_edges(rows); e++)
    put_edge(output, rows, e);
  refnet_output_puts(output, "  </graph>\n</graphml>\n");
  return TRUE;
}
