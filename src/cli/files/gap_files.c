/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/files/gap_files.h"

#include "base/gravest.h"

#include <refnet/table.h>
#include <string.h>

/* Two columns, found by their headers, and the rows of the file in order. */
typedef struct {
  const char *first, *second; /* headers, folded */
  const char *label;
  guint first_column, second_column;
  GPtrArray *cells;   /* of the first and the second column by turns */
  guint64 blank_line; /* of the first row without the first cell; 0: none */
} TwoColumns;

static gboolean find_column(const RefnetRow *header, const TwoColumns *columns, const char *name,
                            guint *column, GError **error) {
  for (guint i = 0; i < header->fields; i++) {
    g_autofree char *folded = refnet_text_fold_header(header->cells[i]);
    if (g_str_equal(folded, name)) {
      *column = i;
      return TRUE;
    }
  }
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s has no column \"%s\"; it needs \"%s\" and \"%s\"", columns->label, name,
              columns->first, columns->second);
  return FALSE;
}

static gboolean take_header(const RefnetRow *header, gpointer data, GError **error) {
  TwoColumns *columns = data;
  return find_column(header, columns, columns->first, &columns->first_column, error) &&
         find_column(header, columns, columns->second, &columns->second_column, error);
}

static RefnetRowFate take_row(const RefnetRow *row, gpointer data) {
  TwoColumns *columns = data;
  const char *first = row->cells[columns->first_column];
  if (!*first) {
    if (columns->blank_line == 0)
      columns->blank_line = row->line;
    return REFNET_ROW_REJECTED;
  }
  g_ptr_array_add(columns->cells, g_strdup(first));
  g_ptr_array_add(columns->cells, g_strdup(row->cells[columns->second_column]));
  return REFNET_ROW_KEPT;
}

/* A file that somebody wrote for this very question has to be right: nothing is passed over. */
static gboolean check_rows(const TwoColumns *columns, const RefnetDiagnostics *diagnostics,
                           const RefnetRowCount *count, GError **error) {
  if (refnet_diagnostics_count(diagnostics, REFNET_SEVERITY_ERROR) > 0)
    return refnet_refuse_gravest(diagnostics, error);
  if (columns->blank_line > 0)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s:%" G_GUINT64_FORMAT ": the cell \"%s\" is blank; fill it or remove the row",
                columns->label, columns->blank_line, columns->first);
  else if (count->kept == 0)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s has no row below its header",
                columns->label);
  return columns->blank_line == 0 && count->kept > 0;
}

/* NULL with an error when the file can't be used. */
static GPtrArray *read_columns(const char *path, const char *first, const char *second,
                               GError **error) {
  g_autofree char *label = g_filename_display_basename(path);
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(g_free);
  TwoColumns columns = {.first = first, .second = second, .label = label, .cells = cells};
  RefnetTableOptions options = {.label = label};
  const RefnetRowHandler handler = {.header = take_header, .row = take_row, .data = &columns};
  RefnetRowCount count = {0};
  if (!refnet_table_read(path, &options, &handler, &count, diagnostics, error) ||
      !check_rows(&columns, diagnostics, &count, error))
    return NULL;
  return g_steal_pointer(&cells);
}

/* ---- sectors --------------------------------------------------------------------------------- */

static guint find_sector(const SectorFile *file, const char *name) {
  guint i = 0;
  while (i < file->sectors->len &&
         !refnet_text_is_same_value(g_array_index(file->sectors, RefnetSectorDefinition, i).name,
                                    name))
    i++;
  return i;
}

static char **split_words(const char *text) {
  g_autofree char *list = g_strdelimit(g_strdup(text), "|", ';');
  char **words = g_strsplit(list, ";", -1);
  for (guint i = 0; words[i]; i++)
    g_strstrip(words[i]);
  return words;
}

static void add_words(SectorFile *file, guint sector, const char *text) {
  char **words = split_words(text);
  if (sector < file->words->len) {
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    g_strv_builder_addv(builder, (const char **)g_ptr_array_index(file->words, sector));
    g_strv_builder_addv(builder, (const char **)words);
    g_strfreev(words);
    g_strfreev(g_ptr_array_index(file->words, sector));
    g_ptr_array_index(file->words, sector) = g_strv_builder_end(builder);
  } else {
    g_ptr_array_add(file->words, words);
  }
}

static void take_sectors(SectorFile *file, const GPtrArray *cells) {
  for (guint i = 0; i + 1 < cells->len; i += 2) {
    const char *name = g_ptr_array_index(cells, i);
    guint sector = find_sector(file, name);
    if (sector == file->sectors->len) {
      RefnetSectorDefinition definition = {.name = g_strdup(name)};
      g_array_append_val(file->sectors, definition);
    }
    add_words(file, sector, g_ptr_array_index(cells, i + 1));
  }
}

SectorFile *refnet_sector_file_read(const char *path, GError **error) {
  g_autoptr(GPtrArray) cells = read_columns(path, "sector", "words", error);
  if (!cells)
    return NULL;
  SectorFile *file = g_new0(SectorFile, 1);
  file->sectors = g_array_new(FALSE, FALSE, sizeof(RefnetSectorDefinition));
  file->words = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
  file->name = g_filename_display_basename(path);
  take_sectors(file, cells);
  for (guint i = 0; i < file->sectors->len; i++)
    g_array_index(file->sectors, RefnetSectorDefinition, i).words =
        (const char *const *)g_ptr_array_index(file->words, i);
  file->profile = (RefnetSectorProfile){
      file->name, (const RefnetSectorDefinition *)(void *)file->sectors->data, file->sectors->len};
  return file;
}

void refnet_sector_file_free(SectorFile *file) {
  if (!file)
    return;
  for (guint i = 0; i < file->sectors->len; i++)
    g_free((char *)g_array_index(file->sectors, RefnetSectorDefinition, i).name);
  g_array_unref(file->sectors);
  g_ptr_array_unref(file->words);
  g_free(file->name);
  g_free(file);
}

/* ---- related services ------------------------------------------------------------------------ */

char **refnet_related_file_read(const char *path, GError **error) {
  g_autoptr(GPtrArray) cells = read_columns(path, "service", "related", error);
  if (!cells)
    return NULL;
  char **names = g_new0(char *, cells->len + 1);
  for (guint i = 0; i < cells->len; i++)
    names[i] = g_strdup(g_ptr_array_index(cells, i));
  return names;
}
