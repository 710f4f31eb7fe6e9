/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rules by which a parsed row is kept, rejected or passed over. */
#include "table/rows.h"

#define SAVE_AS_UTF8 "save the file as CSV UTF-8"

typedef struct {
  guint64 cells; /* how many, in rows that were handed on */
  RefnetDiagnostic first;
} Tally;

/* A column whose header is blank: its cells are left out. */
typedef struct {
  guint column; /* from 0 */
  guint64 cells;
} Headerless;

struct RefnetRows {
  const char *label;
  RefnetRowsFuncs funcs;
  const RefnetLines *lines;
  RefnetRowCount *count;
  RefnetDiagnostics *diagnostics;
  guint64 line, record;
  GStrv names; /* the header's cells, `width` of them; NULL: not yet read */
  guint width; /* columns of the header as written */
  guint named; /* … without the blank ones at its end */
  guint64 header_line, header_record;
  gboolean is_grid;
  guint grid_width;
  GArray *headerless;
  Tally decoded;
  RefnetRow waiting[REFNET_ROWS_AHEAD];   /* their cells are in … */
  RefnetRawRow *cells[REFNET_ROWS_AHEAD]; /* … which are made when first needed */
  guint waiting_count;
};

RefnetRows *refnet_rows_new(const char *label, const RefnetRowsFuncs *funcs,
                            const RefnetLines *lines, RefnetRowCount *count,
                            RefnetDiagnostics *diagnostics) {
  RefnetRows *rows = g_new0(RefnetRows, 1);
  rows->label = label;
  rows->funcs = *funcs;
  rows->lines = lines;
  rows->count = count;
  rows->diagnostics = diagnostics;
  rows->headerless = g_array_new(FALSE, FALSE, sizeof(Headerless));
  *count = (RefnetRowCount){0};
  if (funcs->header == NULL)
    rows->names = g_new0(char *, 1);
  return rows;
}

void refnet_rows_free(RefnetRows *rows) {
  if (rows == NULL)
    return;
  for (guint i = 0; i < REFNET_ROWS_AHEAD; i++)
    refnet_raw_row_free(rows->cells[i]);
  g_array_unref(rows->headerless);
  g_strfreev(rows->names);
  g_free(rows);
}

void refnet_rows_set_grid(RefnetRows *rows, guint width) {
  rows->is_grid = TRUE;
  rows->grid_width = MIN(width, REFNET_CELLS_MAX);
}

void refnet_rows_begin(RefnetRows *rows, guint64 line) {
  rows->line = line;
  rows->record++;
}

guint64 refnet_rows_line(const RefnetRows *rows) {
  return rows->line;
}

gboolean refnet_rows_have_header(const RefnetRows *rows) {
  return rows->names != NULL;
}

/* ---- Saying so ----------------------------------------------------------------------------- */

static const char *column_name(const RefnetRows *rows, guint column) {
  const gboolean named = rows->names != NULL && column > 0 && column <= rows->width;
  return named && *rows->names[column - 1] != '\0' ? rows->names[column - 1] : NULL;
}

char *refnet_rows_describe_column(const RefnetRows *rows, guint column) {
  const char *const name = column_name(rows, column);
  if (name == NULL)
    return g_strdup_printf("column %u", column);
  return g_strdup_printf("column %u (\"%s\")", column, name);
}

static RefnetDiagnostic at(const RefnetRows *rows, const char *kind, RefnetSeverity severity,
                           guint column) {
  return (RefnetDiagnostic){.kind = kind,
                            .severity = severity,
                            .file = rows->label,
                            .line = rows->line,
                            .record = rows->record == rows->line ? 0 : rows->record,
                            .column = column,
                            .field = column_name(rows, column),
                            .in_sheet = rows->is_grid,
                            .contact = REFNET_NONE};
}

/* ---- Handing on ----------------------------------------------------------------------------- */

static void hand_on(RefnetRows *rows, const RefnetRow *row) {
  rows->count->read++;
  switch (rows->funcs.row(row, rows->funcs.data)) {
  case REFNET_ROW_KEPT:
    rows->count->kept++;
    break;
  case REFNET_ROW_MERGED:
    rows->count->merged++;
    break;
  case REFNET_ROW_REJECTED:
    rows->count->rejected++;
    if (rows->funcs.rejected != NULL)
      rows->funcs.rejected(row, NULL, 0, rows->funcs.data);
    break;
  }
}

static void hand_on_waiting(RefnetRows *rows) {
  for (guint i = 0; i < rows->waiting_count; i++)
    hand_on(rows, &rows->waiting[i]);
  rows->waiting_count = 0;
}

static void wait_or_hand_on(RefnetRows *rows, const RefnetRow *row) {
  if (rows->funcs.prepare == NULL) {
    hand_on(rows, row);
    return;
  }
  RefnetRow *waiting = &rows->waiting[rows->waiting_count];
  *waiting = *row;
  waiting->slot = rows->waiting_count++;
  rows->funcs.prepare(waiting, rows->funcs.data);
  if (rows->waiting_count == REFNET_ROWS_AHEAD)
    hand_on_waiting(rows);
}

RefnetRawRow *refnet_rows_cells(RefnetRows *rows) {
  RefnetRawRow **cells = &rows->cells[rows->waiting_count];
  if (*cells == NULL)
    *cells = refnet_raw_row_new();
  return *cells;
}

/* ---- Rejecting ------------------------------------------------------------------------------ */

gboolean refnet_rows_reject(RefnetRows *rows, const char *kind, guint column, const char *fix,
                            char *message, GError **error) {
  g_autofree char *owned = message;
  hand_on_waiting(rows);
  if (rows->names == NULL) {
    const RefnetDiagnostic where = at(rows, kind, REFNET_SEVERITY_ERROR, 0);
    g_autofree char *location = refnet_diagnostic_location(&where);
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s: the header row cannot be read: %s; %s", location, owned, fix);
    return FALSE;
  }
  const RefnetDiagnostic where = at(rows, kind, REFNET_SEVERITY_ERROR, column);
  refnet_diagnostics_add(rows->diagnostics, &where, fix, "%s", owned);
  rows->count->read++;
  rows->count->rejected++;
  if (rows->funcs.rejected != NULL) {
    const RefnetRow row = {.line = rows->line, .record = rows->record};
    gsize length = 0;
    const char *text = rows->lines != NULL ? refnet_lines_first(rows->lines, &length) : "";
    rows->funcs.rejected(&row, text, length, rows->funcs.data);
  }
  return TRUE;
}

void refnet_rows_remark(RefnetRows *rows, const char *kind, RefnetSeverity severity,
                        const char *fix, char *message) {
  g_autofree char *owned = message;
  const RefnetDiagnostic where = {.kind = kind,
                                  .severity = severity,
                                  .file = rows->label,
                                  .in_sheet = rows->is_grid,
                                  .contact = REFNET_NONE};
  refnet_diagnostics_add(rows->diagnostics, &where, fix, "%s", owned);
}

/* ---- Structure ----------------------------------------------------------------------------- */

static gboolean is_blank_row(const char *const *texts, guint length) {
  for (guint i = 0; i < length; i++)
    if (*texts[i] != '\0')
      return FALSE;
  return TRUE;
}

static gboolean reject_too_many(RefnetRows *rows, guint cells, GError **error) {
  return refnet_rows_reject(rows, "too-many-cells", 0, "remove the delimiters that are too many",
                            g_strdup_printf("the row has %u cells, more than the %d refnet reads",
                                            cells, REFNET_CELLS_MAX),
                            error);
}

static gboolean reject_large(RefnetRows *rows, guint cell, GError **error) {
  g_autofree char *column = refnet_rows_describe_column(rows, cell + 1);
  return refnet_rows_reject(rows, "cell-too-large", cell + 1,
                            "shorten the text, or look for a quote that is not closed",
                            g_strdup_printf("the cell in %s is larger than 1 MiB", column), error);
}

static gboolean reject_nul(RefnetRows *rows, guint cell, GError **error) {
  g_autofree char *column = refnet_rows_describe_column(rows, cell + 1);
  return refnet_rows_reject(
      rows, "nul-byte", cell + 1, "retype the cell, or save the file again as CSV UTF-8",
      g_strdup_printf("the cell in %s has a NUL byte, which no text has", column), error);
}

static gboolean reject_long(RefnetRows *rows, guint cells, guint surplus, GError **error) {
  return refnet_rows_reject(
      rows, "long-row", surplus + 1, "put cells that hold the delimiter in quotes",
      g_strdup_printf("the row has %u cells, but the header has %u", cells, rows->width), error);
}

/* The first cell beyond the header that is not blank; `length`: none. */
static guint find_surplus(const RefnetRows *rows, const char *const *texts, guint length) {
  guint i = rows->width;
  while (i < length && *texts[i] == '\0')
    i++;
  return MAX(i, MIN(length, rows->width));
}

/* ---- Header -------------------------------------------------------------------------------- */

static void keep_names(RefnetRows *rows, const char *const *texts, guint length) {
  rows->width = MAX(length, rows->grid_width);
  rows->names = g_new0(char *, rows->width + 1);
  for (guint i = 0; i < rows->width; i++) {
    rows->names[i] = g_strdup(i < length ? texts[i] : "");
    if (*rows->names[i] != '\0')
      rows->named = i + 1;
    else
      g_array_append_vals(rows->headerless, &(Headerless){i, 0}, 1);
  }
  rows->header_line = rows->line;
  rows->header_record = rows->record;
}

static RefnetRow present(const RefnetRows *rows, const char *const *texts) {
  return (RefnetRow){
      .cells = texts, .fields = rows->named, .line = rows->line, .record = rows->record};
}

static gboolean take_header(RefnetRows *rows, const char *const *texts, guint length,
                            GError **error) {
  keep_names(rows, texts, length);
  const RefnetRow header = present(rows, texts);
  return rows->funcs.header(&header, rows->funcs.data, error);
}

/* ---- Rows ---------------------------------------------------------------------------------- */

static void leave_out_headerless(RefnetRows *rows, const char **texts, guint length) {
  for (guint i = 0; i < rows->headerless->len; i++) {
    Headerless *column = &g_array_index(rows->headerless, Headerless, i);
    if (column->column >= length)
      break;
    if (*texts[column->column] == '\0')
      continue;
    column->cells++;
    texts[column->column] = "";
  }
}

static void complete_short_row(RefnetRows *rows, const char **texts, guint length) {
  const RefnetDiagnostic where = at(rows, "short-row", REFNET_SEVERITY_WARNING, length + 1);
  if (!rows->is_grid)
    refnet_diagnostics_add(
        rows->diagnostics, &where, "look whether a delimiter is missing or the row was cut off",
        "the row has %u of %u cells; the rest is taken as blank", length, rows->named);
  for (guint i = length; i < rows->named; i++)
    texts[i] = "";
}

static void note_decoded(RefnetRows *rows, const RefnetRawRow *cells) {
  guint first;
  const guint decoded = refnet_raw_row_decoded(cells, &first);
  if (decoded > 0 && rows->decoded.cells == 0)
    rows->decoded.first = at(rows, "windows-1252", REFNET_SEVERITY_WARNING, first + 1);
  rows->decoded.cells += decoded;
}

static void take_headerless(RefnetRows *rows, const char **texts, guint length) {
  const RefnetRow row = {
      .cells = texts, .fields = length, .line = rows->line, .record = rows->record};
  wait_or_hand_on(rows, &row);
}

static gboolean take_cleaned(RefnetRows *rows, const char **texts, guint length, GError **error) {
  const guint surplus = find_surplus(rows, texts, length);
  if (surplus < length && surplus >= rows->width)
    return reject_long(rows, length, surplus, error);
  if (rows->headerless->len > 0)
    leave_out_headerless(rows, texts, length);
  if (length < rows->named)
    complete_short_row(rows, texts, length);
  const RefnetRow row = present(rows, texts);
  wait_or_hand_on(rows, &row);
  return TRUE;
}

gboolean refnet_rows_take(RefnetRows *rows, GError **error) {
  RefnetRawRow *cells = refnet_rows_cells(rows);
  const guint length = refnet_raw_row_count(cells);
  if (length > REFNET_CELLS_MAX)
    return reject_too_many(rows, length, error);
  const guint large = refnet_raw_row_find_longer(cells, REFNET_CELL_BYTES_MAX);
  if (large < length)
    return reject_large(rows, large, error);
  const char **texts = refnet_raw_row_clean(cells);
  const guint nul = refnet_raw_row_with_nul(cells);
  if (nul < length)
    return reject_nul(rows, nul, error);
  if (is_blank_row(texts, length))
    return TRUE;
  note_decoded(rows, cells);
  if (rows->names == NULL)
    return take_header(rows, texts, length, error);
  if (rows->funcs.header == NULL) {
    take_headerless(rows, texts, length);
    return TRUE;
  }
  return take_cleaned(rows, texts, length, error);
}

/* ---- The end ------------------------------------------------------------------------------- */

static void remark_decoded(RefnetRows *rows) {
  const Tally *decoded = &rows->decoded;
  if (decoded->cells == 1)
    refnet_diagnostics_add(rows->diagnostics, &decoded->first, SAVE_AS_UTF8,
                           "a cell is not UTF-8 and was read as Windows-1252");
  else if (decoded->cells > 1)
    refnet_diagnostics_add(rows->diagnostics, &decoded->first, SAVE_AS_UTF8,
                           "%" G_GUINT64_FORMAT " cells are not UTF-8 and were read as "
                           "Windows-1252, this one first",
                           decoded->cells);
}

static void remark_headerless(RefnetRows *rows, const Headerless *column) {
  if (column->cells == 0)
    return;
  const RefnetDiagnostic where = {
      .kind = "column-without-header",
      .severity = REFNET_SEVERITY_WARNING,
      .file = rows->label,
      .line = rows->header_line,
      .record = rows->header_record == rows->header_line ? 0 : rows->header_record,
      .column = column->column + 1,
      .in_sheet = rows->is_grid,
      .contact = REFNET_NONE};
  refnet_diagnostics_add(rows->diagnostics, &where, "name the column in the header, or empty it",
                         "column %u has no header; %" G_GUINT64_FORMAT " %s below it %s left out",
                         column->column + 1, column->cells, column->cells == 1 ? "cell" : "cells",
                         column->cells == 1 ? "is" : "are");
}

gboolean refnet_rows_finish(RefnetRows *rows, GError **error) {
  hand_on_waiting(rows);
  if (rows->names == NULL) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s is empty: put the names of the columns in its first line and a row for each "
                "record below",
                rows->label);
    return FALSE;
  }
  remark_decoded(rows);
  for (guint i = 0; i < rows->headerless->len; i++)
    remark_headerless(rows, &g_array_index(rows->headerless, Headerless, i));
  return TRUE;
}
