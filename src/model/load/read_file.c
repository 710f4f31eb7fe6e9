/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One file of a dataset: its header, wherever that stands, and its rows handed to their loader. */
#include "model/load/date_guesses.h"
#include "model/load/joined_files.h"
#include "model/load/load.h"

typedef struct {
  RefnetReading reading;
  const RefnetFileLoader *file;
  gboolean refused; /* the header lacks a column that the file needs */
  guint64 below;    /* line of the header, where other headings are above it; 0: not known */
  RefnetPrepared prepared[REFNET_ROWS_AHEAD];
} FileReading;

static void turn_to(FileReading *file, const RefnetRow *row) {
  file->reading.row = row;
  file->reading.prepared = &file->prepared[row->slot];
}

static void note_left_out(RefnetSheet *sheet, guint64 line, RefnetRowFate fate) {
  RefnetLeftOut row = {line, fate == REFNET_ROW_MERGED};
  g_array_append_val(sheet->left_out, row);
}

static RefnetRowFate read_row(const RefnetRow *row, gpointer data) {
  FileReading *file = data;
  if (file->reading.loader->failure != NULL)
    return REFNET_ROW_REJECTED;
  refnet_sheet_note_row(file->reading.sheet, row);
  turn_to(file, row);
  RefnetRowFate fate = file->file->take(&file->reading);
  refnet_sheet_count(file->reading.sheet, row->line, fate);
  if (fate != REFNET_ROW_KEPT && file->reading.sheet->left_out != NULL)
    note_left_out(file->reading.sheet, row->line, fate);
  return fate;
}

/* ---- the header ------------------------------------------------------------------------------ */

static guint count_filled(const RefnetRow *row) {
  guint filled = 0;
  for (guint c = 0; c < row->fields; c++)
    filled += *row->cells[c] != '\0';
  return filled;
}

typedef struct {
  const RefnetReading *reading;
  const RefnetRow *above;
  guint64 line; /* of the header; 0: it is none */
} NextRow;

static RefnetRowFate ignore_row(const RefnetRow *row, gpointer data) {
  (void)row;
  (void)data;
  return REFNET_ROW_KEPT;
}

/* Has the row nothing below a header that the file needs? That one would be lost. */
static gboolean leaves_out(const NextRow *next, const RefnetRow *row) {
  const RefnetFileFields *file = refnet_file_fields(next->reading->sheet->file);
  for (guint c = 0; c < next->above->fields; c++) {
    g_autofree char *folded = refnet_text_fold_header(next->above->cells[c]);
    for (guint f = 0; f < file->field_count; f++)
      if (file->fields[f].required && refnet_field_fit(&file->fields[f], folded) != G_MAXUINT &&
          (c >= row->fields || *row->cells[c] == '\0'))
        return TRUE;
  }
  return FALSE;
}

/* Has the row all that the file needs, and more of what it may have than the one above? */
static gboolean names_more(const NextRow *next, const RefnetRow *row) {
  const char *const *columns = next->reading->loader->options->columns;
  gboolean has_required, above_has;
  const guint named = refnet_sheet_fields_named(next->reading->sheet, row, columns, &has_required);
  const guint above =
      refnet_sheet_fields_named(next->reading->sheet, next->above, columns, &above_has);
  return has_required && (!above_has || named > above);
}

/* One row is enough: reading stops at it. */
static gboolean look_at_next(const RefnetRow *row, gpointer data, GError **error) {
  NextRow *next = data;
  if (count_filled(row) > count_filled(next->above) && !leaves_out(next, row) &&
      names_more(next, row))
    next->line = row->line;
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INPUT, "seen");
  return FALSE;
}

/* Merged cells above the names of the columns, each over several, look like a header with gaps. */
static guint64 find_names_below(const RefnetReading *reading, const RefnetRow *header) {
  const RefnetSheet *sheet = reading->sheet;
  const RefnetTableOptions options = {.label = sheet->label,
                                      .delimiter = reading->loader->options->delimiter,
                                      .header_line = header->line + 1,
                                      .threads = 1};
  NextRow next = {reading, header, 0};
  if (count_filled(header) == header->fields || sheet->path == NULL ||
      !g_file_test(sheet->path, G_FILE_TEST_IS_REGULAR))
    return 0;
  g_autoptr(RefnetDiagnostics) unheard = refnet_diagnostics_new();
  RefnetRowCount count;
  const RefnetRowHandler handler = {.header = look_at_next, .row = ignore_row, .data = &next};
  refnet_table_read(sheet->path, &options, &handler, &count, unheard, NULL);
  return next.line;
}

static gboolean read_header(const RefnetRow *header, gpointer data, GError **error) {
  FileReading *file = data;
  RefnetReading *reading = &file->reading;
  RefnetStore *store = reading->loader->store;
  file->below = find_names_below(reading, header);
  if (file->below > 0) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INPUT, "other headings");
    return FALSE;
  }
  if (!refnet_sheet_match(reading->sheet, header, reading->loader->options->columns, store->pool,
                          store->dataset.diagnostics, error)) {
    file->refused = TRUE;
    return FALSE;
  }
  return file->file->start == NULL || file->file->start(reading, error);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void prepare_row(const RefnetRow *row, gpointer data) {
  FileReading *file = data;
  turn_to(file, row);
  file->file->prepare(&file->reading);
}

static void keep_reject(const RefnetRow *row, const char *text, gsize length, gpointer data) {
  const RefnetReading *reading = &((FileReading *)data)->reading;
  RefnetLoader *loader = reading->loader;
  if (loader->failure == NULL &&
      !refnet_rejects_add(loader->store->rejects, reading->sheet, row, text, length))
    refnet_loader_out_of_memory(loader);
}

static void note_progress(const char *label, guint64 done, guint64 total, gpointer data) {
  RefnetReading *reading = &((FileReading *)data)->reading;
  const RefnetLoadOptions *options = reading->loader->options;
  reading->done = done;
  reading->total = total;
  if (options->progress != NULL)
    options->progress(label, done, total, options->progress_data);
}

/* ---- a header below other rows --------------------------------------------------------------- */

typedef struct {
  const RefnetReading *reading;
  guint rows;
  guint filled; /* most cells of a row so far, … */
  guint named;  /* … and most fields that one names */
  guint64 line; /* 0: not found */
} HeaderSearch;

/* Titles have fewer cells than the header, or say less of what the file may have. A row of many
 * cells below others in which "Provider" stands is no header. */
static RefnetRowFate look_for_header(const RefnetRow *row, gpointer data) {
  enum { ROWS_LOOKED_AT = 30 };
  HeaderSearch *search = data;
  const RefnetReading *reading = search->reading;
  if (search->line > 0 || search->rows++ >= ROWS_LOOKED_AT)
    return REFNET_ROW_KEPT;
  const char *const *columns = reading->loader->options->columns;
  const guint filled = count_filled(row);
  gboolean has_required;
  const guint named = refnet_sheet_fields_named(reading->sheet, row, columns, &has_required);
  if (has_required && (filled > search->filled || named > MAX(search->named, 1)))
    search->line = row->line;
  search->filled = MAX(search->filled, filled);
  search->named = MAX(search->named, named);
  return REFNET_ROW_KEPT;
}

/* Titles and remarks stand above the header of many a sheet, with other delimiters perhaps. */
static guint64 find_header(const RefnetReading *reading) {
  static const char delimiters[] = {0, ';', '\t'};
  const RefnetSheet *sheet = reading->sheet;
  const char given = reading->loader->options->delimiter;
  RefnetTableOptions options = {.label = sheet->label, .threads = 1};
  RefnetRowCount count;
  HeaderSearch search = {.reading = reading};
  const RefnetRowHandler handler = {.row = look_for_header, .data = &search};
  for (guint i = 0; sheet->grid == NULL && search.line == 0 && i < G_N_ELEMENTS(delimiters); i++) {
    g_autoptr(RefnetDiagnostics) unheard = refnet_diagnostics_new();
    options.delimiter = given != 0 ? given : delimiters[i];
    search.rows = search.filled = search.named = 0;
    if (!refnet_table_read(sheet->path, &options, &handler, &count, unheard, NULL))
      return 0;
  }
  return search.line;
}

/* ---- all of it ------------------------------------------------------------------------------- */

static gboolean lists(const char *header, gconstpointer data) {
  const RefnetReading *reading = data;
  return refnet_header_lists(reading->sheet->file, header, reading->loader->options->columns);
}

static gboolean read_table(FileReading *reading, guint64 header_line, GError **error) {
  const RefnetReading *read = &reading->reading;
  const RefnetStore *store = read->loader->store;
  const RefnetTableOptions options = {.label = read->sheet->label,
                                      .delimiter = read->loader->options->delimiter,
                                      .progress = note_progress,
                                      .progress_data = reading,
                                      .is_list = lists,
                                      .is_list_data = read,
                                      .grid = read->sheet->grid,
                                      .header_line = header_line,
                                      .threads = read->loader->options->threads};
  const RefnetRowHandler handler = {.header = read_header,
                                    .row = read_row,
                                    .prepare = reading->file->prepare != NULL ? prepare_row : NULL,
                                    .rejected = store->rejects != NULL ? keep_reject : NULL,
                                    .data = reading};
  reading->below = 0;
  return refnet_table_read(read->sheet->path, &options, &handler, &read->sheet->rows,
                           store->dataset.diagnostics, error);
}

gboolean refnet_read_file(RefnetLoader *loader, const RefnetFileLoader *file, GError **error) {
  RefnetStore *store = loader->store;
  RefnetSheet *sheet = &store->sheets[file->file];
  FileReading reading = {.reading = {.loader = loader, .sheet = sheet}, .file = file};
  g_autoptr(GError) failure = NULL;
  guint64 line = 0;
  if (!refnet_read_joined_files(loader, sheet, error))
    return FALSE;
  if (store->rejects != NULL && sheet->left_out == NULL)
    sheet->left_out = g_array_new(FALSE, FALSE, sizeof(RefnetLeftOut));
  sheet->date_order = loader->options->date_order;
  refnet_loader_start_repeats(loader);
  while (!read_table(&reading, line, &failure)) {
    line = reading.below > 0              ? reading.below
           : reading.refused && line == 0 ? find_header(&reading.reading)
                                          : 0;
    if (line == 0) {
      g_propagate_error(error, g_steal_pointer(&failure));
      return FALSE;
    }
    g_clear_error(&failure);
  }
  if (line > 0)
    refnet_sheet_report_rows_above(sheet, store->dataset.diagnostics, sheet->header_line);
  if (loader->failure != NULL) {
    g_propagate_error(error, g_steal_pointer(&loader->failure));
    return FALSE;
  }
  refnet_report_date_guesses(&reading.reading);
  return TRUE;
}
