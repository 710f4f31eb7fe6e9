/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The DOT language of Graphviz. */
#include "exchange/export/graph_rows.h"
#include "exchange/export/graph_text.h"

#include <string.h>

/* Does Graphviz take what starts at `text` for a character, such as &eacute; or &#233;? */
static gboolean is_entity(const char *text) {
  gsize length =
      strspn(text + 1, "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return length > 0 && text[1 + length] == ';';
}

/* Between quotes. In labels \N and its like stand for other texts, so that a backslash is doubled;
 * Graphviz keeps both when it reads, and draws one. */
static void put_quoted(RefnetOutput *output, const char *text) {
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  GString *quoted = g_string_new("\"");
  for (const char *at = valid; *at; at++) {
    if (*at == '"' || *at == '\\')
      g_string_append_c(quoted, '\\');
    if (*at == '&' && is_entity(at))
      g_string_append(quoted, "&amp;");
    else if (*at == '\n')
      g_string_append(quoted, "\\n");
    else if (!g_ascii_iscntrl(*at))
      g_string_append_c(quoted, *at);
  }
  g_string_append_c(quoted, '"');
  refnet_output_puts(output, quoted->str);
  g_string_free(quoted, TRUE);
}

/* Attributes that change how Graphviz draws a node or make it read a file; and what its own JSON
 * output calls the node. */
static gboolean is_instruction(const char *key) {
  static const char *const keys[] = {
      "area",      "class",        "color",     "colorscheme", "comment",   "distortion",
      "fillcolor", "fixedsize",    "fontcolor", "fontname",    "fontsize",  "gradientangle",
      "group",     "height",       "href",      "image",       "imagepos",  "imagescale",
      "labelloc",  "layer",        "margin",    "name",        "nojustify", "orientation",
      "penwidth",  "peripheries",  "pin",       "pos",         "rects",     "regular",
      "root",      "samplepoints", "shape",     "shapefile",   "showboxes", "sides",
      "skew",      "sortv",        "style",     "target",      "tooltip",   "URL",
      "vertices",  "width",        "xlabel",    "xlp",         "z"};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (g_str_equal(keys[i], key))
      return TRUE;
  return FALSE;
}

static void put_attributes(RefnetOutput *output, const RefnetColumn *columns,
                           const RefnetValue *values, guint first) {
  const char *separator = "";
  refnet_output_puts(output, " [");
  for (guint i = first; columns[i].key; i++) {
    g_autofree char *text = refnet_graph_text(&columns[i], &values[i]);
    if (!text)
      continue;
    g_autofree char *key =
        g_strconcat(columns[i].key, is_instruction(columns[i].key) ? "_" : "", NULL);
    refnet_output_puts(output, separator);
    put_quoted(output, key);
    refnet_output_puts(output, "=");
    put_quoted(output, text);
    separator = ", ";
  }
  refnet_output_puts(output, "];\n");
}

static void put_node(RefnetOutput *output, RefnetGraphRows *rows, guint32 vertex) {
  const RefnetValue *values = refnet_graph_node(rows, vertex);
  refnet_output_puts(output, "  ");
  put_quoted(output, refnet_graph_id(rows, vertex));
  put_attributes(output, refnet_graph_node_columns(rows), values, 1);
}

/* The count is not called weight: Graphviz would pull the ends together by it. */
static void put_edge(RefnetOutput *output, RefnetGraphRows *rows, guint64 edge, const char *arrow) {
  guint32 from, to;
  const RefnetValue *values = refnet_graph_edge(rows, edge, &from, &to);
  refnet_output_puts(output, "  ");
  put_quoted(output, refnet_graph_id(rows, from));
  refnet_output_puts(output, arrow);
  put_quoted(output, refnet_graph_id(rows, to));
  put_attributes(output, refnet_graph_edge_columns(rows), values, 0);
}

gboolean refnet_export_dot(const RefnetExport *export, RefnetOutput *output, GError **error) {
  g_autoptr(RefnetGraphRows) rows = refnet_graph_rows_new(export);
  gboolean undirected = export->network->undirected;
  (void)error; /* write errors are the output's */
  refnet_output_puts(output, undirected ? "graph " : "digraph ");
  put_quoted(output, export->network->dataset->name);
  refnet_output_puts(output, " {\n  charset=\"UTF-8\";\n  comment=");
  put_quoted(output, export->note ? export->note : "");
  refnet_output_puts(output, ";\n");
  for (guint32 v = 0; v < export->network->vertices; v++)
    put_node(output, rows, v);
  for (guint64 e = 0; e < refnet_graph_edges(rows); e++)
    put_edge(output, rows, e, undirected ? " -- " : " -> ");
  refnet_output_puts(output, "}\n");
  return TRUE;
}
