/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/files/sheet_writer.h"

#include "model/columns/lists.h"
#include "table/csv_cell.h"

#include <string.h>

struct RefnetSheetWriter {
  const RefnetImport *import;
  const char *name;
  RefnetOutput *output;
  guint columns;
  guint64 rows;
};

static void put_cells(RefnetSheetWriter *writer, const char *const *cells) {
  for (guint i = 0; i < writer->columns; i++) {
    refnet_output_puts(writer->output, i > 0 ? "," : "");
    refnet_csv_put(writer->output, cells[i] != NULL ? cells[i] : "");
  }
  refnet_output_puts(writer->output, "\n");
}

RefnetSheetWriter *refnet_sheet_writer_open(const RefnetImport *import, RefnetFile file,
                                            const char *const *columns, GError **error) {
  const char *name = refnet_file_fields(file)->file;
  g_autofree char *path = import->path(name, import->path_data);
  RefnetOutput *output = refnet_output_open(path, error);
  if (output == NULL)
    return NULL;
  refnet_output_mark_utf8(output);
  RefnetSheetWriter *writer = g_new0(RefnetSheetWriter, 1);
  *writer = (RefnetSheetWriter){
      .import = import, .name = name, .output = output, .columns = g_strv_length((char **)columns)};
  put_cells(writer, columns);
  return writer;
}

void refnet_sheet_writer_row(RefnetSheetWriter *writer, const char *const *cells) {
  put_cells(writer, cells);
  writer->rows++;
}

gboolean refnet_sheet_writer_close(RefnetSheetWriter *writer, GError **error) {
  if (!refnet_output_commit(writer->output, error))
    return FALSE;
  refnet_import_report_written(writer->import->report, writer->name, writer->rows);
  return TRUE;
}

void refnet_sheet_writer_free(RefnetSheetWriter *writer) {
  if (writer == NULL)
    return;
  refnet_output_free(writer->output);
  g_free(writer);
}

void refnet_list_cell_add(GString *cell, const char *item) {
  if (cell->len > 0)
    g_string_append_c(cell, ';');
  gsize start = cell->len;
  g_string_append(cell, item);
  g_strdelimit(cell->str + start, ";|", ',');
}

char *refnet_list_cell_once(const char *cell) {
  g_auto(GStrv) items = refnet_list_split(cell, ";|");
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  GString *once = g_string_new(NULL);
  for (gsize i = 0; items[i] != NULL; i++)
    if (g_hash_table_add(seen, refnet_text_fold_value(items[i])))
      refnet_list_cell_add(once, items[i]);
  return g_string_free(once, FALSE);
}
