/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pajek: a network, alone or in a project with a partition or vector for every column that is one.
 */
#include "exchange/export/graph_rows.h"
#include "exchange/export/graph_text.h"

#include <string.h>

/* Pajek has no escapes; networkx reads a backslash as one all the same. */
static void put_name(RefnetOutput *output, const char *text) {
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  g_strdelimit(valid, "\"", '\'');
  g_strdelimit(valid, "\\", '/');
  for (char *at = valid; *at; at++)
    if (g_ascii_iscntrl(*at))
      *at = ' ';
  refnet_output_puts(output, valid);
}

/* Pajek tells edges from arcs by their headings. */
static void put_network(const RefnetExport *export, RefnetGraphRows *rows, RefnetOutput *output) {
  guint32 n = export->network->vertices;
  g_auto(GStrv) names = refnet_graph_unique_names(export->network);
  refnet_output_printf(output, "*Vertices %u\n", n);
  for (guint32 v = 0; v < n; v++) {
    refnet_output_printf(output, "%u \"", v + 1);
    put_name(output, names[v]);
    refnet_output_puts(output, "\"\n");
  }
  refnet_output_puts(output, export->network->undirected ? "*Edges\n" : "*Arcs\n");
  for (guint64 e = 0; e < refnet_graph_edges(rows); e++) {
    guint32 from, to;
    const RefnetValue *values = refnet_graph_edge(rows, e, &from, &to);
    refnet_output_printf(output, "%u %u %" G_GINT64_FORMAT "\n", from + 1, to + 1,
                         values[0].integer);
  }
}

gboolean refnet_export_pajek(const RefnetExport *export, RefnetOutput *output, GError **error) {
  g_autoptr(RefnetGraphRows) rows = refnet_graph_rows_new(export);
  (void)error; /* write errors are the output's */
  put_network(export, rows, output);
  return TRUE;
}

/* ---- the project ----------------------------------------------------------------------------- */

static void put_heading(RefnetOutput *output, const char *kind, const char *name, guint32 n) {
  refnet_output_printf(output, "\n*%s ", kind);
  put_name(output, name);
  refnet_output_printf(output, "\n*Vertices %u\n", n);
}

/* A class for each value in the order they turn up, named in the heading; 0: unknown. */
static void put_classes(RefnetGraphRows *rows, guint32 n, guint column, RefnetOutput *output) {
  const RefnetColumn *columns = refnet_graph_node_columns(rows);
  g_autoptr(GHashTable) class_of = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint32 *class = g_new0(guint32, (gsize)n + 1);
  g_autoptr(GString) name = g_string_new(columns[column].key);
  for (guint32 v = 0; v < n; v++) {
    char *text = refnet_graph_text(&columns[column], &refnet_graph_node(rows, v)[column]);
    if (!text)
      continue;
    class[v] = GPOINTER_TO_UINT(g_hash_table_lookup(class_of, text));
    if (class[v] == 0) {
      class[v] = g_hash_table_size(class_of) + 1;
      g_string_append_printf(name, "%s%u = %s", class[v] == 1 ? ": " : ", ", class[v], text);
      g_hash_table_insert(class_of, g_strdup(text), GUINT_TO_POINTER(class[v]));
    }
    g_free(text);
  }
  put_heading(output, "Partition", name->str, n);
  for (guint32 v = 0; v < n; v++)
    refnet_output_printf(output, "%u\n", class[v]);
}

/* Integers and truth as they are. Pajek's unknown value is 999999998. */
static void put_numbers(RefnetGraphRows *rows, guint32 n, guint column, const char *kind,
                        RefnetOutput *output) {
  const RefnetColumn *columns = refnet_graph_node_columns(rows);
  put_heading(output, kind, columns[column].key, n);
  for (guint32 v = 0; v < n; v++) {
    const RefnetValue *value = &refnet_graph_node(rows, v)[column];
    g_autofree char *text = refnet_graph_text(&columns[column], value);
    if (text && columns[column].type == REFNET_VALUE_BOOLEAN)
      refnet_output_printf(output, "%d\n", value->boolean ? 1 : 0);
    else
      refnet_output_printf(output, "%s\n", text ? text : "999999998");
  }
}

/* What groups organizations; the rest of the numbers measures them. */
static gboolean is_grouping(const RefnetColumn *column) {
  static const char *const keys[] = {"sector",   "partnership", "status",       "city",
                                     "coreness", "community",   "articulation", "role"};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (g_str_equal(keys[i], column->key))
      return TRUE;
  return FALSE;
}

gboolean refnet_export_pajek_project(const RefnetExport *export, RefnetOutput *output,
                                     GError **error) {
  g_autoptr(RefnetGraphRows) rows = refnet_graph_rows_new(export);
  const RefnetColumn *columns = refnet_graph_node_columns(rows);
  guint32 n = export->network->vertices;
  (void)error; /* write errors are the output's */
  refnet_output_puts(output, "*Network ");
  put_name(output, export->note ? export->note : export->network->dataset->name);
  refnet_output_puts(output, "\n");
  put_network(export, rows, output);
  for (guint i = 0; columns[i].key; i++) {
    gboolean is_text = columns[i].type == REFNET_VALUE_TEXT;
    if (is_grouping(&columns[i]) && is_text)
      put_classes(rows, n, i, output);
    else if (is_grouping(&columns[i]))
      put_numbers(rows, n, i, "Partition", output);
    else if (columns[i].type == REFNET_VALUE_INTEGER || columns[i].type == REFNET_VALUE_REAL)
      put_numbers(rows, n, i, "Vector", output);
  }
  return TRUE;
}
