/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/workbook/workbook.h"

#include "base/memory.h"
#include "exchange/workbook/nodexl.h"
#include "exchange/workbook/sheet.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static void free_sheet(gpointer data) {
  RefnetWorkbookSheet *sheet = data;
  g_free(sheet->name);
  g_free(sheet->label);
  refnet_cell_grid_unref(sheet->grid);
  g_array_unref(sheet->troubles);
  g_free(sheet);
}

void refnet_workbook_free(RefnetWorkbook *workbook) {
  if (workbook == NULL)
    return;
  g_free(workbook->path);
  g_ptr_array_unref(workbook->sheets);
  g_free(workbook);
}

static RefnetWorkbookSheet *new_sheet(const RefnetWorkbookEntry *entry) {
  RefnetWorkbookSheet *sheet = g_new0(RefnetWorkbookSheet, 1);
  sheet->name = refnet_text_display(entry->name != NULL ? entry->name : "", 0);
  sheet->label = g_strconcat("sheet ", sheet->name, NULL);
  sheet->hidden = entry->hidden;
  sheet->grid = refnet_cell_grid_new();
  sheet->troubles = g_array_new(FALSE, FALSE, sizeof(RefnetWorkbookTrouble));
  return sheet;
}

/* The sheet that the archive's file `name` holds; NULL: none. */
static RefnetWorkbookSheet *sheet_of(const RefnetWorkbook *workbook,
                                     const RefnetWorkbookParts *parts, const char *name) {
  g_autofree char *plain = refnet_workbook_part_name(name);
  for (guint i = 0; i < parts->entries->len; i++) {
    const RefnetWorkbookEntry *entry = g_ptr_array_index(parts->entries, i);
    if (entry->part != NULL && g_ascii_strcasecmp(entry->part, plain) == 0)
      return g_ptr_array_index(workbook->sheets, i);
  }
  return NULL;
}

static gboolean read_sheets(RefnetWorkbook *workbook, const RefnetWorkbookParts *parts,
                            GError **error) {
  g_autoptr(RefnetArchive) archive = refnet_archive_open(workbook->path, error);
  guint64 text_bytes = 0;
  const char *name;
  GError *failure = NULL;
  while (archive != NULL && (name = refnet_archive_next(archive, &failure)) != NULL) {
    RefnetWorkbookSheet *sheet = sheet_of(workbook, parts, name);
    if (sheet != NULL && !refnet_workbook_sheet_read(sheet, parts, archive, &text_bytes, error))
      return FALSE;
  }
  if (failure != NULL)
    g_propagate_error(error, failure);
  return archive != NULL && failure == NULL;
}

RefnetWorkbook *refnet_workbook_open(const char *path, GError **error) {
  g_autoptr(RefnetWorkbookParts) parts = refnet_workbook_parts_open(path, error);
  if (parts == NULL)
    return NULL;
  g_autoptr(RefnetWorkbook) workbook = g_new0(RefnetWorkbook, 1);
  workbook->path = g_strdup(path);
  workbook->sheets = g_ptr_array_new_with_free_func(free_sheet);
  for (guint i = 0; i < parts->entries->len; i++)
    g_ptr_array_add(workbook->sheets, new_sheet(g_ptr_array_index(parts->entries, i)));
  if (!read_sheets(workbook, parts, error))
    return NULL;
  if (!refnet_nodexl_tidy(workbook)) {
    refnet_set_out_of_memory(error);
    return NULL;
  }
  return g_steal_pointer(&workbook);
}

/* By their first bytes; old workbooks and encrypted ones are OLE files. */
gboolean refnet_workbook_is_one(const char *path) {
  static const char zip[] = "PK\003\004", ole[] = "\320\317\021\340\241\261\032\341";
  char bytes[sizeof ole - 1];
  if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return FALSE;
  ssize_t got = read(file, bytes, sizeof bytes);
  close(file);
  return got == (ssize_t)sizeof bytes &&
         (memcmp(bytes, zip, sizeof zip - 1) == 0 || memcmp(bytes, ole, sizeof ole - 1) == 0);
}

/* ---- saying so ------------------------------------------------------------------------------- */

void refnet_workbook_report(const RefnetWorkbookSheet *sheet, guint32 first_row,
                            RefnetDiagnostics *diagnostics) {
  RefnetDiagnostic where = {.file = sheet->label, .in_sheet = TRUE, .contact = REFNET_NONE};
  for (guint i = 0; i < sheet->troubles->len; i++) {
    const RefnetWorkbookTrouble *trouble =
        &g_array_index(sheet->troubles, RefnetWorkbookTrouble, i);
    if (trouble->row < first_row)
      continue;
    where.severity = REFNET_SEVERITY_WARNING;
    where.line = trouble->row;
    where.column = trouble->column;
    where.kind = trouble->error != NULL ? "error-value" : "formula-without-value";
    if (trouble->error != NULL)
      refnet_diagnostics_add(diagnostics, &where, "mend the formula, or empty the cell",
                             "the cell shows %s and is taken as blank", trouble->error);
    else
      refnet_diagnostics_add(diagnostics, &where,
                             "open the workbook in a spreadsheet program and save it there",
                             "the cell's formula has no stored value and is taken as blank");
  }
  if (sheet->filled == 0)
    return;
  where.severity = REFNET_SEVERITY_NOTE;
  where.line = where.column = 0;
  where.kind = "merged-cells";
  refnet_diagnostics_add(diagnostics, &where, NULL,
                         "%u %s part of merged cells and read as what these show", sheet->filled,
                         sheet->filled == 1 ? "cell is" : "cells are");
}
