/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/workbook/tables.h"

#include "model/columns/header_row.h"
#include "model/columns/name_column.h"
#include "table/read/grid.h"

#include <string.h>

enum { SHEETS_SAID = 10 };

/* ---- sheets ---------------------------------------------------------------------------------- */

static gboolean is_filled(const RefnetWorkbookSheet *sheet) {
  gsize length;
  refnet_cell_grid_cells(sheet->grid, &length);
  return length > 0;
}

GPtrArray *refnet_workbook_filled_sheets(const RefnetWorkbook *workbook) {
  GPtrArray *filled = g_ptr_array_new();
  for (guint i = 0; i < workbook->sheets->len; i++) {
    RefnetWorkbookSheet *sheet = g_ptr_array_index(workbook->sheets, i);
    if (!sheet->hidden && is_filled(sheet))
      g_ptr_array_add(filled, sheet);
  }
  return filled;
}

char *refnet_workbook_list_sheets(const GPtrArray *sheets, const RefnetWorkbookSheet *left_out,
                                  const RefnetWorkbookSheet *also) {
  GString *list = g_string_new(NULL);
  guint said = 0, more = 0;
  for (guint i = 0; i < sheets->len; i++) {
    const RefnetWorkbookSheet *sheet = g_ptr_array_index(sheets, i);
    if (sheet == left_out || sheet == also)
      continue;
    if (said++ < SHEETS_SAID)
      g_string_append_printf(list, "%s\"%s\"%s", said > 1 ? ", " : "", sheet->name,
                             sheet->hidden ? " (hidden)" : "");
    else
      more++;
  }
  if (more > 0)
    g_string_append_printf(list, " and %u more", more);
  return g_string_free(list, FALSE);
}

RefnetWorkbookSheet *refnet_workbook_sheet_named(const RefnetWorkbook *workbook, const char *name,
                                                 GError **error) {
  g_autofree char *wanted = refnet_text_fold(name);
  for (guint i = 0; i < workbook->sheets->len; i++) {
    RefnetWorkbookSheet *sheet = g_ptr_array_index(workbook->sheets, i);
    g_autofree char *fold = refnet_text_fold(sheet->name);
    if (strcmp(fold, wanted) == 0)
      return sheet;
  }
  g_autofree char *shown = refnet_text_display(name, 60);
  g_autofree char *list = refnet_workbook_list_sheets(workbook->sheets, NULL, NULL);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "the workbook has no sheet \"%s\"; its sheets are %s", shown, list);
  return NULL;
}

GArray *refnet_workbook_guesses(const RefnetWorkbook *workbook, const char *const *columns) {
  GArray *guesses = g_array_new(FALSE, TRUE, sizeof(RefnetTableGuess));
  for (guint i = 0; i < workbook->sheets->len; i++) {
    const RefnetWorkbookSheet *sheet = g_ptr_array_index(workbook->sheets, i);
    RefnetTableGuess guess =
        refnet_table_guess(sheet->name, sheet->label, sheet->grid, sheet->hidden);
    g_array_append_val(guesses, guess);
  }
  refnet_tables_recognize(guesses, columns);
  return guesses;
}

static RefnetWorkbookSheet *recognized_as(const RefnetWorkbook *workbook, const GArray *guesses,
                                          RefnetFile file) {
  const RefnetTableGuess *guess = refnet_table_guess_chosen(guesses, file);
  return guess == NULL
             ? NULL
             : g_ptr_array_index(workbook->sheets,
                                 guess - (const RefnetTableGuess *)(gpointer)guesses->data);
}

static void begin_at_header(GArray *guesses, const RefnetWorkbookSheet *sheet, RefnetFile file) {
  for (guint i = 0; i < guesses->len; i++) {
    const RefnetTableGuess *guess = &g_array_index(guesses, RefnetTableGuess, i);
    if (guess->grid == sheet->grid)
      refnet_cell_grid_begin_at(sheet->grid, guess->readings[file].header_row);
  }
}

RefnetWorkbookSheet *refnet_workbook_sheet_for(const RefnetWorkbook *workbook, RefnetFile file,
                                               const char *name, const char *const *columns,
                                               GError **error) {
  g_autoptr(GArray) guesses = refnet_workbook_guesses(workbook, columns);
  g_autoptr(GPtrArray) filled = refnet_workbook_filled_sheets(workbook);
  RefnetWorkbookSheet *sheet = name != NULL ? refnet_workbook_sheet_named(workbook, name, error)
                                            : recognized_as(workbook, guesses, file);
  if (sheet == NULL && name == NULL && filled->len == 1)
    sheet = g_ptr_array_index(filled, 0);
  if (sheet == NULL && name == NULL) {
    g_autofree char *shown = g_filename_display_basename(workbook->path);
    g_autofree char *list = refnet_workbook_list_sheets(workbook->sheets, NULL, NULL);
    g_autofree char *what = refnet_file_content(file);
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "which sheet of %s holds the %s can't be told; its sheets are %s", shown, what,
                workbook->sheets->len > 0 ? list : "none");
  }
  if (sheet != NULL)
    begin_at_header(guesses, sheet, file);
  return sheet;
}

RefnetWorkbookSheet *refnet_workbook_sheet_recognized(const RefnetWorkbook *workbook,
                                                      RefnetFile file, const char *const *columns) {
  g_autoptr(GArray) guesses = refnet_workbook_guesses(workbook, columns);
  RefnetWorkbookSheet *sheet = recognized_as(workbook, guesses, file);
  if (sheet != NULL)
    begin_at_header(guesses, sheet, file);
  return sheet;
}

/* ---- tables ---------------------------------------------------------------------------------- */

void refnet_workbook_say_sheet(const RefnetWorkbook *workbook, const RefnetWorkbookSheet *sheet,
                               const RefnetWorkbookSheet *also, const RefnetImport *import) {
  RefnetDiagnostics *diagnostics = refnet_import_report_diagnostics(import->report);
  g_autofree char *others = refnet_workbook_list_sheets(workbook->sheets, sheet, also);
  g_autofree char *read =
      also != NULL ? g_strdup_printf("sheets \"%s\" and \"%s\" were", sheet->name, also->name)
                   : g_strdup_printf("sheet \"%s\" was", sheet->name);
  refnet_workbook_report(sheet, 0, diagnostics);
  if (also != NULL)
    refnet_workbook_report(also, 0, diagnostics);
  if (*others != '\0')
    refnet_import_report_say(
        import->report, g_strdup_printf("Of the workbook, %s read; not read: %s.", read, others));
}

static guint count_filled(const RefnetGrid *grid, guint row) {
  guint filled = 0;
  for (guint c = 0; c < grid->width; c++)
    filled += *refnet_grid_cell(grid, row, c) != '\0';
  return filled;
}

/* Whether the row names every column that the file requires. */
static gboolean names_required(const RefnetGrid *grid, guint row, RefnetFile file,
                               const char *const *columns) {
  g_auto(GStrv) headers = refnet_grid_headers(grid, row);
  return refnet_header_row_score(headers, file, columns) > 0;
}

/* Titles and remarks stand above the header of many a sheet: in fewer cells than that has. */
static guint find_header(const RefnetImport *import, const RefnetGrid *grid, RefnetFile file) {
  guint most = 0;
  for (guint r = 0; r < MIN(grid->rows, (guint)REFNET_HEADER_WITHIN); r++) {
    const guint filled = count_filled(grid, r);
    if (filled > most && names_required(grid, r, file, import->columns))
      return r;
    most = MAX(most, filled);
  }
  return 0;
}

static RefnetGrid *text_grid(const RefnetImport *import, const char *path, RefnetFile file,
                             GError **error) {
  RefnetGrid *grid = refnet_grid_read(import, path, error);
  const guint header = grid != NULL ? find_header(import, grid, file) : 0;
  if (header == 0)
    return grid;
  if (path == import->source)
    refnet_import_report_ignored(import->report,
                                 refnet_import_report_file(import->report, grid->label), header,
                                 "it stands above the header");
  refnet_grid_begin_at(grid, header);
  return grid;
}

RefnetGrid *refnet_table_grid(const RefnetImport *import, const char *path, RefnetFile file,
                              const char *sheet, GError **error) {
  if (!refnet_workbook_is_one(path))
    return text_grid(import, path, file, error);
  g_autoptr(RefnetWorkbook) workbook = refnet_workbook_open(path, error);
  RefnetWorkbookSheet *found =
      workbook != NULL ? refnet_workbook_sheet_for(workbook, file, sheet, import->columns, error)
                       : NULL;
  if (found == NULL)
    return NULL;
  refnet_workbook_say_sheet(workbook, found, NULL, import);
  return refnet_grid_from_cells(import, found->label, found->grid, error);
}

/* ---- columns under other names --------------------------------------------------------------- */

static const RefnetField *field_named(RefnetFile file, const char *name) {
  const RefnetFileFields *fields = refnet_file_fields(file);
  for (guint f = 0; f < fields->field_count; f++)
    if (g_str_equal(fields->fields[f].name, name))
      return &fields->fields[f];
  return NULL;
}

static guint column_headed(const RefnetGrid *grid, const char *header) {
  g_autofree char *wanted = refnet_text_fold_header(header);
  for (guint c = 0; c < grid->width; c++) {
    g_autofree char *folded = refnet_text_fold_header(refnet_grid_cell(grid, 0, c));
    if (g_str_equal(folded, wanted))
      return c;
  }
  return G_MAXUINT;
}

static gboolean rename_column(RefnetGrid *grid, RefnetFile file, const char *override,
                              GError **error) {
  g_auto(GStrv) parts = g_strsplit(override, "=", 2);
  g_autofree char *shown = refnet_text_display(override, 60);
  const char *wrong = NULL;
  if (g_strv_length(parts) < 2)
    wrong = "is not of the form FIELD=HEADER";
  else if (field_named(file, parts[0]) == NULL)
    wrong = "names no field that an organisation has";
  else if (column_headed(grid, parts[1]) == G_MAXUINT)
    wrong = "names a header that the table does not have";
  if (wrong != NULL) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "column \"%s\" %s", shown, wrong);
    return FALSE;
  }
  grid->cells[column_headed(grid, parts[1])] = field_named(file, parts[0])->name;
  return TRUE;
}

gboolean refnet_grid_rename_columns(RefnetGrid *grid, RefnetFile file, const char *const *columns,
                                    GError **error) {
  for (gsize i = 0; columns != NULL && columns[i] != NULL; i++)
    if (!rename_column(grid, file, columns[i], error))
      return FALSE;
  return TRUE;
}

/* Where it is not a person's. */
static guint name_column(const RefnetGrid *grid, guint name) {
  g_auto(GStrv) folded = g_new0(char *, grid->width + 1);
  for (guint c = 0; c < grid->width; c++)
    folded[c] = refnet_text_fold_header(refnet_grid_cell(grid, 0, c));
  return refnet_organization_name_column((const char *const *)folded, grid->width, name);
}

guint refnet_grid_find_field(const RefnetGrid *grid, RefnetFile file, guint field) {
  guint best = G_MAXUINT, column = G_MAXUINT;
  for (guint c = 0; c < grid->width; c++) {
    g_autofree char *header = refnet_text_fold_header(refnet_grid_cell(grid, 0, c));
    guint fit = refnet_field_fit(&refnet_file_fields(file)->fields[field], header);
    if (fit < best) {
      best = fit;
      column = c;
    }
  }
  const gboolean is_name = file == REFNET_FILE_ORGANIZATIONS && field == REFNET_ORGANIZATION_NAME;
  return is_name && column != G_MAXUINT ? name_column(grid, column) : column;
}
