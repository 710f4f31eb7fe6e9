/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/export/graph_csv.h"
#include "exchange/export/graph_text.h"

#include <string.h>

#include "table/write/writer.h"

/* One table being written: its columns are the leading ones and the rest of the row's. */
typedef struct {
  const RefnetExport *export;
  const RefnetGraphCsv *csv;
  char **names;
  guint width;
  RefnetColumn *columns; /* as they come */
  RefnetColumn *written; /* as they are written */
  RefnetValue *values;
  RefnetWriter *writer;
} Table;

/* Numbers and dates stay what they are; for the rest programs agree on nothing but text. */
static RefnetValueType written_as(RefnetValueType type) {
  return type == REFNET_VALUE_TEXTS || type == REFNET_VALUE_BOOLEAN ? REFNET_VALUE_TEXT : type;
}

static void begin(Table *table, const RefnetColumn *row_columns, RefnetOutput *output) {
  guint leading = table->csv->count, rest = 0;
  row_columns += table->csv->replaced;
  while (row_columns[rest].key)
    rest++;
  table->width = leading + rest;
  table->columns = g_new0(RefnetColumn, table->width + 1);
  table->values = g_new0(RefnetValue, table->width + 1);
  memcpy(table->columns, table->csv->columns, leading * sizeof *table->columns);
  memcpy(table->columns + leading, row_columns, rest * sizeof *table->columns);
  table->written = g_memdup2(table->columns, (table->width + 1) * sizeof *table->columns);
  for (guint i = 0; i < table->width; i++)
    table->written[i].type = written_as(table->columns[i].type);
  table->writer = refnet_writer_new(REFNET_FORMAT_CSV, output, 0);
  refnet_writer_list_begin(table->writer, "rows", table->written);
}

static void put_row(Table *table, const RefnetValue *row, guint32 from, guint32 to) {
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
  guint leading = table->csv->count;
  table->csv->fill(table->export, row, from, to, table->names, table->values);
  memcpy(table->values + leading, row + table->csv->replaced,
         (table->width - leading) * sizeof *row);
  for (guint i = 0; i < table->width; i++) {
    if (table->written[i].type == table->columns[i].type)
      continue;
    char *text = refnet_graph_text(&table->columns[i], &table->values[i]);
    g_ptr_array_add(texts, text);
    table->values[i] = (RefnetValue){.is_null = text == NULL, .text = text};
  }
  refnet_writer_row(table->writer, table->values);
}

static gboolean end(Table *table, GError **error) {
  refnet_writer_list_end(table->writer);
  g_free(table->columns);
  g_free(table->written);
  g_free(table->values);
  return refnet_writer_close(table->writer, error);
}

gboolean refnet_graph_csv_nodes(const RefnetExport *export, const RefnetGraphCsv *csv, char **names,
                                RefnetOutput *output, GError **error) {
  g_autoptr(RefnetGraphRows) rows = refnet_graph_rows_new(export);
  Table table = {.export = export, .csv = csv, .names = names};
  begin(&table, refnet_graph_node_columns(rows), output);
  for (guint32 v = 0; v < export->network->vertices; v++)
    put_row(&table, refnet_graph_node(rows, v), v, v);
  return end(&table, error);
}

gboolean refnet_graph_csv_edges(const RefnetExport *export, const RefnetGraphCsv *csv, char **names,
                                RefnetOutput *output, GError **error) {
  g_autoptr(RefnetGraphRows) rows = refnet_graph_rows_new(export);
  Table table = {.export = export, .csv = csv, .names = names};
  begin(&table, refnet_graph_edge_columns(rows), output);
  for (guint64 e = 0; e < refnet_graph_edges(rows); e++) {
    guint32 from, to;
    const RefnetValue *row = refnet_graph_edge(rows, e, &from, &to);
    put_row(&table, row, from, to);
  }
  return end(&table, error);
}
