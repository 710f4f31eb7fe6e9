/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/load/joined_files.h"

#include "table/read/grid.h"

#include <string.h>

/* ---- which may be joined --------------------------------------------------------------------- */

/* The header as one text, a line a column. */
static char *folded_header(const RefnetTableGuess *guess, RefnetFile file) {
  gsize length;
  const RefnetFilledCell *cells = refnet_table_guess_header(guess, file, &length);
  GString *header = g_string_new(NULL);
  for (gsize i = 0; i < length; i++) {
    g_autofree char *folded = refnet_text_fold_header(cells[i].text);
    g_string_append_printf(header, "%u %s\n", cells[i].column, folded);
  }
  return g_string_free(header, FALSE);
}

gboolean refnet_have_one_header(const GPtrArray *guesses, RefnetFile file) {
  g_autofree char *first = folded_header(g_ptr_array_index(guesses, 0), file);
  gboolean same = TRUE;
  for (guint i = 1; same && i < guesses->len; i++) {
    g_autofree char *other = folded_header(g_ptr_array_index(guesses, i), file);
    same = strcmp(first, other) == 0;
  }
  return same;
}

/* ---- joining --------------------------------------------------------------------------------- */

gboolean refnet_join_files(RefnetStore *store, RefnetFile file, const GPtrArray *guesses,
                           const char *folder, const GPtrArray *names, GError **error) {
  RefnetSheet *sheet = &store->sheets[file];
  RefnetSheetSource *sources = refnet_pool_alloc(store->pool, guesses->len * sizeof *sources, 0);
  RefnetSheetPart *parts = refnet_pool_alloc(store->pool, guesses->len * sizeof *parts, 0);
  sheet->part_rows = refnet_pool_alloc(store->pool, guesses->len * sizeof *sheet->part_rows, 0);
  if (sources == NULL || parts == NULL || sheet->part_rows == NULL)
    return refnet_set_out_of_memory(error);
  for (guint i = 0; i < guesses->len; i++) {
    const RefnetTableGuess *guess = g_ptr_array_index(guesses, i);
    const char *name = g_ptr_array_index(names, i);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    const guint32 header = guess->readings[file].header_row;
    gsize length;
    sources[i] = (RefnetSheetSource){refnet_pool_intern(store->pool, path), header,
                                     refnet_cell_grid_cells(guess->grid, &length)->row < header};
    parts[i] =
        (RefnetSheetPart){.label = refnet_pool_intern(store->pool, name), .before = G_MAXUINT64};
    sheet->part_rows[i] = (RefnetRowCount){0};
  }
  sheet->present = TRUE;
  sheet->label = parts[0].label;
  sheet->sources = sources;
  sheet->parts = parts;
  sheet->part_count = guesses->len;
  return TRUE;
}

/* ---- reading --------------------------------------------------------------------------------- */

typedef struct {
  RefnetLoader *loader;
  RefnetSheet *sheet;
  guint part;
  guint64 last; /* line of the table */
  gboolean ok;  /* memory is left */
} Joining;

static guint64 line_in_table(const Joining *joining, const RefnetRow *row) {
  return joining->sheet->parts[joining->part].before + row->line;
}

static void add_row(Joining *joining, const RefnetRow *row) {
  joining->last = line_in_table(joining, row);
  joining->ok = joining->ok && joining->last <= G_MAXUINT32;
  for (guint c = 0; joining->ok && c < row->fields; c++)
    joining->ok =
        refnet_cell_grid_add(joining->sheet->grid, (guint32)joining->last, c + 1, row->cells[c]);
}

/* The headers are alike, so each file's columns are those of the table. */
static gboolean take_header(const RefnetRow *header, gpointer data, GError **error) {
  Joining *joining = data;
  RefnetSheet *sheet = joining->sheet;
  (void)error;
  if (joining->part > 0)
    return TRUE;
  add_row(joining, header);
  refnet_cell_grid_begin_at(sheet->grid, (guint32)header->line);
  guint32 *columns =
      refnet_pool_alloc(joining->loader->store->pool, header->fields * sizeof *columns, 0);
  joining->ok = joining->ok && columns != NULL;
  for (guint c = 0; joining->ok && c < header->fields; c++)
    columns[c] = c + 1;
  for (guint i = 0; i < sheet->part_count; i++)
    sheet->parts[i].columns = columns;
  return TRUE;
}

static RefnetRowFate take_row(const RefnetRow *row, gpointer data) {
  add_row(data, row);
  return REFNET_ROW_KEPT;
}

static void keep_reject(const RefnetRow *row, const char *text, gsize length, gpointer data) {
  Joining *joining = data;
  RefnetRow placed = *row;
  placed.line = line_in_table(joining, row);
  joining->ok = joining->ok && refnet_rejects_add(joining->loader->store->rejects, joining->sheet,
                                                  &placed, text, length);
}

static gboolean lists(const char *header, gconstpointer data) {
  const Joining *joining = data;
  return refnet_header_lists(joining->sheet->file, header, joining->loader->options->columns);
}

static gboolean read_part(Joining *joining, GError **error) {
  const RefnetLoadOptions *load = joining->loader->options;
  RefnetStore *store = joining->loader->store;
  RefnetSheetPart *part = &joining->sheet->parts[joining->part];
  const RefnetSheetSource *source = &joining->sheet->sources[joining->part];
  const RefnetTableOptions options = {.label = part->label,
                                      .delimiter = load->delimiter,
                                      .progress = load->progress,
                                      .progress_data = load->progress_data,
                                      .header_line = source->header_line,
                                      .is_list = lists,
                                      .is_list_data = joining,
                                      .threads = load->threads};
  const RefnetRowHandler handler = {.header = take_header,
                                    .row = take_row,
                                    .data = joining,
                                    .rejected = store->rejects != NULL ? keep_reject : NULL};
  RefnetRowCount count;
  part->before = joining->last;
  if (!refnet_table_read(source->path, &options, &handler, &count, store->dataset.diagnostics,
                         error))
    return FALSE;
  /* Rows that are kept here are counted when the table is read. */
  joining->sheet->part_rows[joining->part] =
      (RefnetRowCount){.read = count.rejected, .rejected = count.rejected};
  if (source->has_rows_above)
    refnet_sheet_report_rows_above(joining->sheet, store->dataset.diagnostics,
                                   part->before + source->header_line);
  return joining->ok || refnet_set_out_of_memory(error);
}

gboolean refnet_read_joined_files(RefnetLoader *loader, RefnetSheet *sheet, GError **error) {
  Joining joining = {.loader = loader, .sheet = sheet, .ok = TRUE};
  if (sheet->sources == NULL)
    return TRUE;
  sheet->grid = refnet_cell_grid_new();
  for (; joining.part < sheet->part_count; joining.part++)
    if (!read_part(&joining, error))
      return FALSE;
  return TRUE;
}
