/* SPDX-License-Identifier: GPL-2.0-or-later */
/* GEXF 1.2draft, the version that Gephi and networkx both read. */
#include "exchange/export/graph_rows.h"
#include "exchange/export/graph_text.h"
#include "exchange/export/xml.h"

static void put_attribute(RefnetOutput *output, const char *before, const char *text) {
  refnet_output_printf(output, " %s=\"", before);
  refnet_xml_puts(output, text);
  refnet_output_puts(output, "\"");
}

static void put_declarations(RefnetOutput *output, const char *of, const RefnetColumn *columns,
                             guint first) {
  refnet_output_printf(output, "    <attributes class=\"%s\">\n", of);
  for (guint i = first; columns[i].key; i++) {
    refnet_output_printf(output, "      <attribute id=\"%u\"", i);
    put_attribute(output, "title", columns[i].key);
    refnet_output_printf(output, " type=\"%s\"/>\n", refnet_graph_type_name(columns[i].type));
  }
  refnet_output_puts(output, "    </attributes>\n");
}

static void put_values(RefnetOutput *output, const RefnetColumn *columns, const RefnetValue *values,
                       guint first) {
  refnet_output_puts(output, "        <attvalues>\n");
  for (guint i = first; columns[i].key; i++) {
    g_autofree char *text = refnet_graph_text(&columns[i], &values[i]);
    if (!text)
      continue;
    refnet_output_printf(output, "          <attvalue for=\"%u\"", i);
    put_attribute(output, "value", text);
    refnet_output_puts(output, "/>\n");
  }
  refnet_output_puts(output, "        </attvalues>\n");
}

/* Columns 0 and 1 are the node's id and label. */
static void put_node(RefnetOutput *output, RefnetGraphRows *rows, guint32 vertex) {
  const RefnetValue *values = refnet_graph_node(rows, vertex);
  refnet_output_puts(output, "      <node");
  put_attribute(output, "id", values[0].text);
  put_attribute(output, "label", values[1].text);
  refnet_output_puts(output, ">\n");
  put_values(output, refnet_graph_node_columns(rows), values, 2);
  refnet_output_puts(output, "      </node>\n");
}

static void put_edge(RefnetOutput *output, RefnetGraphRows *rows, guint64 edge) {
  guint32 from, to;
  const RefnetValue *values = refnet_graph_edge(rows, edge, &from, &to);
  refnet_output_printf(output, "      <edge id=\"%" G_GUINT64_FORMAT "\"", edge);
  put_attribute(output, "source", refnet_graph_id(rows, from));
  put_attribute(output, "target", refnet_graph_id(rows, to));
  refnet_output_printf(output, " weight=\"%" G_GINT64_FORMAT "\">\n", values[0].integer);
  put_values(output, refnet_graph_edge_columns(rows), values, 0);
  refnet_output_puts(output, "      </edge>\n");
}

static void put_note(RefnetOutput *output, const char *note) {
  refnet_output_puts(output, "  <meta>\n    <creator>refnet</creator>\n    <description>");
  refnet_xml_puts(output, note ? note : "");
  refnet_output_puts(output, "</description>\n  </meta>\n");
}

gboolean refnet_export_gexf(const RefnetExport *export, RefnetOutput *output, GError **error) {
  g_autoptr(RefnetGraphRows) rows = refnet_graph_rows_new(export);
  (void)error; /* write errors are the output's */
  refnet_output_puts(output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                             "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n");
  put_note(output, export->note);
  refnet_output_printf(output, "  <graph mode=\"static\" defaultedgetype=\"%s\">\n",
                       export->network->undirected ? "undirected" : "directed");
  put_declarations(output, "node", refnet_graph_node_columns(rows), 2);
  put_declarations(output, "edge", refnet_graph_edge_columns(rows), 0);
  refnet_output_puts(output, "    <nodes>\n");
  for (guint32 v = 0; v < export->network->vertices; v++)
    put_node(output, rows, v);
  refnet_output_puts(output, "    </nodes>\n    <edges>\n");
  for (guint64 e = 0; e < refnet_graph_edges(rows); e++)
    put_edge(output, rows, e);
  refnet_output_puts(output, "    </edges>\n  </graph>\n</gexf>\n");
  return TRUE;
}
