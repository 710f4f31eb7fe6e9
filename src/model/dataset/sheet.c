/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the rows and cells of a file stand, told to people. */
#include "model/dataset/sheet.h"

#include <string.h>

typedef struct {
  guint64 line;
  guint64 lag; /* line − record from here on */
} Shift;

void refnet_sheet_init(RefnetSheet *sheet, RefnetFile file) {
  memset(sheet, 0, sizeof *sheet);
  sheet->file = file;
  sheet->label = refnet_file_fields(file)->file;
  sheet->shifts = g_array_new(FALSE, FALSE, sizeof(Shift));
  for (guint i = 0; i < REFNET_FIELDS_MAX; i++)
    sheet->column[i] = -1;
  sheet->answers = sheet->last_name = -1;
}

void refnet_sheet_clear(RefnetSheet *sheet) {
  if (sheet->shifts != NULL)
    g_array_free(sheet->shifts, TRUE);
  sheet->shifts = NULL;
  g_clear_pointer(&sheet->left_out, g_array_unref);
  g_clear_pointer(&sheet->grid, refnet_cell_grid_unref);
}

G_STATIC_ASSERT(REFNET_FIELDS_MAX <= 32); /* bits of `numbered` */

gboolean refnet_sheet_is_numbered(const RefnetSheet *sheet, guint field) {
  return (sheet->numbered >> field & 1) != 0;
}

/* ---- places ---------------------------------------------------------------------------------- */

void refnet_sheet_note_row(RefnetSheet *sheet, const RefnetRow *row) {
  guint64 lag = row->line - row->record;
  guint length = sheet->shifts->len;
  guint64 last = length > 0 ? g_array_index(sheet->shifts, Shift, length - 1).lag : 0;
  if (lag != last) {
    Shift shift = {row->line, lag};
    g_array_append_val(sheet->shifts, shift);
  }
}

/* The spreadsheet row that begins at the line; 0 where both have one number. */
static guint64 record_at(const RefnetSheet *sheet, guint64 line) {
  guint low = 0, high = sheet->shifts->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(sheet->shifts, Shift, middle).line <= line)
      low = middle + 1;
    else
      high = middle;
  }
  guint64 lag = low > 0 ? g_array_index(sheet->shifts, Shift, low - 1).lag : 0;
  return lag != 0 ? line - lag : 0;
}

/* The sheet that the line is one of, of several that were joined; NULL: there is one only. */
static const RefnetSheetPart *part_of(const RefnetSheet *sheet, guint64 line) {
  guint part = sheet->part_count;
  while (part > 1 && sheet->parts[part - 1].before >= line)
    part--;
  return part > 0 ? &sheet->parts[part - 1] : NULL;
}

void refnet_sheet_count(RefnetSheet *sheet, guint64 line, RefnetRowFate fate) {
  const RefnetSheetPart *part = part_of(sheet, line);
  if (part == NULL)
    return;
  RefnetRowCount *rows = &sheet->part_rows[part - sheet->parts];
  rows->read++;
  rows->kept += fate == REFNET_ROW_KEPT;
  rows->merged += fate == REFNET_ROW_MERGED;
  rows->rejected += fate == REFNET_ROW_REJECTED;
}

RefnetRowLocation refnet_sheet_place(const RefnetSheet *sheet, guint64 line) {
  const RefnetSheetPart *part = line > 0 ? part_of(sheet, line) : NULL;
  RefnetRowLocation place = {sheet->workbook, sheet->label, sheet->is_made ? 0 : line};
  if (part != NULL)
    place = (RefnetRowLocation){sheet->workbook, part->label, line - part->before};
  return place;
}

/* `column` −1: the whole row. */
static RefnetDiagnostic place_of(const RefnetSheet *sheet, RefnetKind kind, guint64 line,
                                 gint column, guint32 contact) {
  const RefnetKindInfo *info = refnet_kind_info(kind);
  const RefnetSheetPart *part = line > 0 ? part_of(sheet, line) : NULL;
  RefnetRowLocation place = refnet_sheet_place(sheet, line);
  guint own = column < 0 ? 0 : part != NULL ? part->columns[column] : (guint)column + 1;
  return (RefnetDiagnostic){.kind = info->word,
                            .severity = info->severity,
                            .file = place.file,
                            .line = place.line,
                            .record = sheet->is_made ? 0 : record_at(sheet, line),
                            .column = sheet->is_made ? 0 : own,
                            .field = column >= 0 ? sheet->headers[column] : NULL,
                            .in_sheet = sheet->in_sheet,
                            .contact = contact};
}

char *refnet_sheet_name_row(const RefnetSheet *sheet, guint64 line, guint64 beside) {
  const RefnetRowLocation place = refnet_sheet_place(sheet, line),
                          here = refnet_sheet_place(sheet, beside);
  const gboolean is_other = g_strcmp0(place.file, here.file) != 0;
  if (place.line == 0)
    return g_strdup("an earlier row");
  return g_strdup_printf("%s %" G_GUINT64_FORMAT "%s%s", sheet->in_sheet ? "row" : "line",
                         place.line, is_other ? " of " : "", is_other ? place.file : "");
}

char *refnet_sheet_at_row(const RefnetSheet *sheet, guint64 line, guint64 beside) {
  g_autofree char *name = refnet_sheet_name_row(sheet, line, beside);
  const gboolean is_line = !sheet->in_sheet && refnet_sheet_place(sheet, line).line > 0;
  return g_strconcat(is_line ? "on " : "in ", name, NULL);
}

void refnet_sheet_report(const RefnetSheet *sheet, RefnetDiagnostics *diagnostics, RefnetKind kind,
                         guint64 line, guint field, guint32 contact, const char *fix,
                         const char *message, ...) {
  gint column = field != REFNET_NO_FIELD ? sheet->column[field] : -1;
  RefnetDiagnostic where = place_of(sheet, kind, line, column, contact);
  va_list arguments;
  va_start(arguments, message);
  g_autofree char *text = g_strdup_vprintf(message, arguments);
  va_end(arguments);
  refnet_diagnostics_add(diagnostics, &where, fix, "%s", text);
}

void refnet_sheet_report_column(const RefnetSheet *sheet, RefnetDiagnostics *diagnostics,
                                RefnetKind kind, guint64 line, guint column, const char *fix,
                                const char *message, ...) {
  RefnetDiagnostic where = place_of(sheet, kind, line, (gint)column, REFNET_NONE);
  va_list arguments;
  va_start(arguments, message);
  g_autofree char *text = g_strdup_vprintf(message, arguments);
  va_end(arguments);
  refnet_diagnostics_add(diagnostics, &where, fix, "%s", text);
}

void refnet_sheet_report_rows_above(const RefnetSheet *sheet, RefnetDiagnostics *diagnostics,
                                    guint64 line) {
  refnet_sheet_report(
      sheet, diagnostics, REFNET_KIND_ROWS_ABOVE_HEADER, line, REFNET_NO_FIELD, REFNET_NONE,
      "remove the rows above the names of the columns",
      "the names of the columns stand on this line; the rows above it are left out");
}
