/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A workbook as a dataset. */
#include "exchange/workbook/join.h"
#include "exchange/workbook/tables.h"
#include "table/read/grid.h"

#include <string.h>

/* ---- copies ---------------------------------------------------------------------------------- */

/* The sheet with the same cells that is read; NULL: there is none. */
static const RefnetTableGuess *find_copied(const GArray *candidates,
                                           const RefnetTableGuess *candidate) {
  for (guint i = 0; i < candidates->len; i++) {
    const RefnetTableGuess *other = &g_array_index(candidates, RefnetTableGuess, i);
    if (other != candidate && other->file >= 0 &&
        refnet_cell_grids_equal(other->grid, candidate->grid))
      return other;
  }
  return NULL;
}

/* "2024 (2)" with the same rows as "2024" would have them count twice. */
static void leave_out_copies(GArray *candidates) {
  for (guint i = candidates->len; i > 0; i--) {
    RefnetTableGuess *candidate = &g_array_index(candidates, RefnetTableGuess, i - 1);
    if (candidate->joins && find_copied(candidates, candidate) != NULL) {
      candidate->joins = FALSE;
      candidate->file = -1;
    }
  }
}

/* ---- saying so ------------------------------------------------------------------------------- */

static void report(const RefnetTableGuess *candidate, RefnetSeverity severity, const char *kind,
                   RefnetDiagnostics *diagnostics, const char *fix, const char *message) {
  const RefnetDiagnostic where = {.kind = kind,
                                  .severity = severity,
                                  .file = candidate->label,
                                  .in_sheet = TRUE,
                                  .contact = REFNET_NONE};
  refnet_diagnostics_add(diagnostics, &where, fix, "%s", message);
}

static void report_copy(const RefnetTableGuess *candidate, const RefnetTableGuess *copied,
                        RefnetDiagnostics *diagnostics) {
  g_autofree char *message =
      g_strdup_printf("the sheet is not read: it is a copy of %s", copied->label);
  report(candidate, REFNET_SEVERITY_WARNING, "second-sheet", diagnostics,
         "take one of the two out of the workbook", message);
}

static void report_unread(GArray *candidates, const RefnetTableGuess *candidate,
                          RefnetDiagnostics *diagnostics) {
  guint file = refnet_table_guess_best(candidate);
  const RefnetTableGuess *other =
      file < REFNET_FILES ? refnet_table_guess_chosen(candidates, (RefnetFile)file) : NULL;
  if (other == NULL) {
    report(candidate, REFNET_SEVERITY_NOTE, "unused-sheet", diagnostics,
           "if it belongs to the dataset, name it after a file of one, such as Referrals",
           "the sheet is not read: neither its name nor its headers say what it holds");
    return;
  }
  g_autofree char *what = refnet_file_content((RefnetFile)file);
  g_autofree char *message = g_strdup_printf(
      "the sheet is not read: it looks like %s, but these are read from %s", what, other->label);
  report(candidate, REFNET_SEVERITY_WARNING, "second-sheet", diagnostics,
         "if its rows belong to the dataset, put them into that sheet", message);
}

static void report_joined(GArray *candidates, const RefnetTableGuess *candidate,
                          RefnetDiagnostics *diagnostics) {
  const RefnetTableGuess *other =
      refnet_table_guess_chosen(candidates, (RefnetFile)candidate->file);
  g_autofree char *what = refnet_file_content((RefnetFile)candidate->file);
  g_autofree char *message =
      g_strdup_printf("the sheet is read together with %s: both hold %s", other->label, what);
  report(candidate, REFNET_SEVERITY_NOTE, REFNET_JOINED_SHEET, diagnostics,
         "if it doesn't belong to the dataset, take it out of the workbook or hide it", message);
}

static void report_skipped(const RefnetTableGuess *candidate, RefnetDiagnostics *diagnostics) {
  gsize length;
  const RefnetFilledCell *cells = refnet_cell_grid_cells(candidate->grid, &length);
  guint32 header = candidate->readings[candidate->file].header_row;
  if (cells[0].row >= header)
    return;
  g_autofree char *message =
      g_strdup_printf("the header stands in row %u; what is above it is not read", header);
  report(candidate, REFNET_SEVERITY_NOTE, "rows-above-header", diagnostics, NULL, message);
}

static gboolean is_empty(const RefnetTableGuess *candidate) {
  gsize length;
  refnet_cell_grid_cells(candidate->grid, &length);
  return length == 0;
}

static void report_all(const RefnetWorkbook *workbook, GArray *candidates,
                       RefnetDiagnostics *diagnostics) {
  for (guint i = 0; i < candidates->len; i++) {
    const RefnetTableGuess *candidate = &g_array_index(candidates, RefnetTableGuess, i);
    if (is_empty(candidate))
      continue;
    if (candidate->hidden) {
      report(candidate, REFNET_SEVERITY_NOTE, "hidden-sheet", diagnostics,
             "unhide it if it belongs to the dataset", "the sheet is hidden and is not read");
    } else if (candidate->file < 0) {
      const RefnetTableGuess *copied = find_copied(candidates, candidate);
      if (copied != NULL)
        report_copy(candidate, copied, diagnostics);
      else
        report_unread(candidates, candidate, diagnostics);
    } else {
      if (candidate->joins)
        report_joined(candidates, candidate, diagnostics);
      report_skipped(candidate, diagnostics);
      refnet_workbook_report(g_ptr_array_index(workbook->sheets, i),
                             candidate->readings[candidate->file].header_row, diagnostics);
    }
  }
}

/* ---- loading --------------------------------------------------------------------------------- */

static gboolean refuse_unrecognized(const RefnetWorkbook *workbook, GError **error) {
  g_autofree char *displayed = g_filename_display_name(workbook->path);
  g_autofree char *shown = refnet_text_display(displayed, 0);
  g_autofree char *names = refnet_workbook_list_sheets(workbook->sheets, NULL, NULL);
  g_set_error(
      error, REFNET_ERROR, REFNET_ERROR_INPUT,
      "workbook \"%s\" has no sheet that looks like organisations or referrals; its sheets are "
      "%s: name one Organizations, with a column name, or Referrals, with columns from and to",
      shown, *names != '\0' ? names : "none");
  return FALSE;
}

/* The sheets read as `file`, in the workbook's order. */
static GPtrArray *guesses_of(GArray *candidates, RefnetFile file) {
  GPtrArray *guesses = g_ptr_array_new();
  for (guint i = 0; i < candidates->len; i++) {
    RefnetTableGuess *candidate = &g_array_index(candidates, RefnetTableGuess, i);
    if (candidate->file == (gint)file)
      g_ptr_array_add(guesses, candidate);
  }
  return guesses;
}

typedef struct {
  const char *workbook; /* the file's name */
  RefnetSheetTable tables[REFNET_FILES];
  gsize length;
  GPtrArray *joined; /* RefnetJoinedSheets */
} Tables;

static gboolean add_table(Tables *tables, GArray *candidates, RefnetFile file, GError **error) {
  g_autoptr(GPtrArray) guesses = guesses_of(candidates, file);
  if (guesses->len == 0)
    return TRUE;
  const RefnetTableGuess *first = g_ptr_array_index(guesses, 0);
  RefnetSheetTable table = {.file = refnet_file_fields(file)->file,
                            .label = first->label,
                            .workbook = tables->workbook,
                            .grid = first->grid};
  refnet_cell_grid_begin_at(table.grid, first->readings[file].header_row);
  if (guesses->len > 1) {
    RefnetJoinedSheets *joined = refnet_sheets_join(guesses, file, error);
    if (joined == NULL)
      return FALSE;
    g_ptr_array_add(tables->joined, joined);
    table.grid = joined->grid;
    table.parts = joined->parts;
    table.part_count = joined->length;
  }
  tables->tables[tables->length++] = table;
  return TRUE;
}

static gboolean make_tables(Tables *tables, GArray *candidates, GError **error) {
  for (guint f = 0; f < REFNET_FILES; f++)
    if (!add_table(tables, candidates, (RefnetFile)f, error))
      return FALSE;
  return TRUE;
}

RefnetDataset *refnet_workbook_load(const char *path, const RefnetLoadOptions *options,
                                    GError **error) {
  g_autoptr(RefnetWorkbook) workbook = refnet_workbook_open(path, error);
  if (workbook == NULL)
    return NULL;
  g_autoptr(GArray) candidates =
      refnet_workbook_guesses(workbook, options != NULL ? options->columns : NULL);
  if (refnet_table_guess_chosen(candidates, REFNET_FILE_ORGANIZATIONS) == NULL &&
      refnet_table_guess_chosen(candidates, REFNET_FILE_REFERRALS) == NULL) {
    refuse_unrecognized(workbook, error);
    return NULL;
  }
  leave_out_copies(candidates);
  g_autoptr(GPtrArray) joined =
      g_ptr_array_new_with_free_func((GDestroyNotify)refnet_joined_sheets_free);
  g_autofree char *name = g_filename_display_basename(path);
  Tables tables = {.workbook = name, .joined = joined};
  if (!make_tables(&tables, candidates, error))
    return NULL;
  RefnetDiagnostics *diagnostics = refnet_diagnostics_new();
  report_all(workbook, candidates, diagnostics);
  return refnet_dataset_load_sheets(path, tables.tables, tables.length, diagnostics, options,
                                    error);
}
