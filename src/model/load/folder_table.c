/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/load/folder_table.h"

#include <glib/gstdio.h>
#include <string.h>

#include "model/columns/recognize.h"
#include "table/read/reader.h"

gboolean refnet_folder_table_is_one(const char *name) {
  g_autofree char *lower = g_ascii_strdown(name, -1);
  return *name != '.' && (g_str_has_suffix(lower, ".csv") || g_str_has_suffix(lower, ".tsv")) &&
         g_utf8_validate(name, -1, NULL);
}

static RefnetRowFate keep_row(const RefnetRow *row, gpointer data) {
  if (row->record <= REFNET_HEADER_WITHIN)
    for (guint c = 0; c < row->fields; c++)
      refnet_cell_grid_add(data, (guint32)row->line, c + 1, row->cells[c]);
  return REFNET_ROW_KEPT;
}

/* The first rows of the bytes, divided as the first line has it, or otherwise where that gives more
 * columns: titles above the header know nothing of delimiters. */
static RefnetCellGrid *read_head(const char *bytes, gsize length, char delimiter) {
  static const char delimiters[] = {0, ';', '\t'};
  RefnetCellGrid *widest = refnet_cell_grid_new();
  for (guint i = 0; i < (delimiter == 0 ? G_N_ELEMENTS(delimiters) : 1); i++) {
    if (delimiters[i] != 0 && memchr(bytes, delimiters[i], length) == NULL)
      continue;
    g_autoptr(RefnetCellGrid) grid = refnet_cell_grid_new();
    g_autoptr(RefnetDiagnostics) unheard = refnet_diagnostics_new();
    RefnetRowCount count;
    const RefnetTableOptions options = {
        .label = "", .delimiter = delimiter != 0 ? delimiter : delimiters[i], .threads = 1};
    const RefnetRowHandler handler = {.row = keep_row, .data = grid};
    if (refnet_table_read_bytes(bytes, length, 0, &options, &handler, &count, unheard, NULL) &&
        refnet_cell_grid_width(grid) > refnet_cell_grid_width(widest)) {
      refnet_cell_grid_unref(widest);
      widest = g_steal_pointer(&grid);
    }
  }
  return widest;
}

static RefnetCellGrid *read_head_of(const char *folder, const char *name, char delimiter) {
  enum { HEAD_BYTES = 1 << 16 };
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_autofree char *bytes = g_malloc(HEAD_BYTES);
  FILE *file = g_file_test(path, G_FILE_TEST_IS_REGULAR) ? g_fopen(path, "rbe") : NULL;
  gsize length = file != NULL ? fread(bytes, 1, HEAD_BYTES, file) : 0;
  if (file != NULL)
    fclose(file);
  return read_head(bytes, length, delimiter);
}

RefnetFolderTable *refnet_folder_table_new(const char *folder, const char *name, char delimiter) {
  RefnetFolderTable *table = g_new0(RefnetFolderTable, 1);
  *table = (RefnetFolderTable){.name = name,
                               .shown = refnet_text_display(name, 60),
                               .stem = g_strndup(name, strlen(name) - strlen(".csv")),
                               .head = read_head_of(folder, name, delimiter)};
  return table;
}

static GMappedFile *map(const char *folder, const char *name) {
  g_autofree char *path = g_build_filename(folder, name, NULL);
  return g_mapped_file_new(path, FALSE, NULL);
}

static gboolean have_same_bytes(const char *folder, const char *name_a, const char *name_b) {
  g_autoptr(GMappedFile) a = map(folder, name_a), b = map(folder, name_b);
  const gsize length = a != NULL ? g_mapped_file_get_length(a) : 0;
  return length > 0 && b != NULL && g_mapped_file_get_length(b) == length &&
         memcmp(g_mapped_file_get_contents(a), g_mapped_file_get_contents(b), length) == 0;
}

void refnet_folder_table_mark_copy(const char *folder, RefnetFolderTable *a, RefnetFolderTable *b) {
  if (a->copied != NULL || b->copied != NULL || !have_same_bytes(folder, a->name, b->name))
    return;
  if (strlen(a->name) <= strlen(b->name))
    b->copied = a->shown;
  else
    a->copied = b->shown;
}

void refnet_folder_table_free(RefnetFolderTable *table) {
  g_free(table->shown);
  g_free(table->stem);
  refnet_cell_grid_unref(table->head);
  g_free(table);
}
