/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table that an import reads, be it a file of text or one sheet of a workbook. */
#ifndef REFNET_EXCHANGE_WORKBOOK_TABLES_H
#define REFNET_EXCHANGE_WORKBOOK_TABLES_H

#include "exchange/files/grid.h"
#include "exchange/workbook/workbook.h"
#include "model/columns/recognize.h"

G_BEGIN_DECLS

/* What each sheet is told to be (RefnetTableGuess), in the workbook's order; hidden ones are left
 * out of the choice. `columns`: what --column says of headers, or NULL. Caller frees. O(cells of
 * the first rows). */
GArray *refnet_workbook_guesses(const RefnetWorkbook *workbook, const char *const *columns);

/* Sheets in sight with anything in them; the array does not own them. Caller frees it. */
GPtrArray *refnet_workbook_filled_sheets(const RefnetWorkbook *workbook);

/* "“Answers”, “Notes” (hidden)", of RefnetWorkbookSheet, without `left_out` and `also` (NULL:
 * none). Caller frees. */
char *refnet_workbook_list_sheets(const GPtrArray *sheets, const RefnetWorkbookSheet *left_out,
                                  const RefnetWorkbookSheet *also);

/* The sheet called `name`, in any letters' case. REFNET_ERROR_USAGE: none is, and which there are.
 */
RefnetWorkbookSheet *refnet_workbook_sheet_named(const RefnetWorkbook *workbook, const char *name,
                                                 GError **error);

/* The sheet that holds such a file of a dataset: the one called `name` (NULL: not said), else the
 * one that is recognized as it, else the only one in sight. Its grid begins at its header.
 * `columns`: what
 * --column says, or NULL. REFNET_ERROR_INPUT: several could be meant. */
RefnetWorkbookSheet *refnet_workbook_sheet_for(const RefnetWorkbook *workbook, RefnetFile file,
                                               const char *name, const char *const *columns,
                                               GError **error);

/* The sheet that is recognized as such a file of a dataset, its grid beginning at its header; NULL:
 * none is. `columns`: what --column says, or NULL. */
RefnetWorkbookSheet *refnet_workbook_sheet_recognized(const RefnetWorkbook *workbook,
                                                      RefnetFile file, const char *const *columns);

/* "Of the workbook, sheet “Answers” was read; not read: “Notes”.": for the report, with what the
 * sheet's cells have wrong. `also`: another sheet that was read, or NULL. */
void refnet_workbook_say_sheet(const RefnetWorkbook *workbook, const RefnetWorkbookSheet *sheet,
                               const RefnetWorkbookSheet *also, const RefnetImport *import);

/* A table as a grid: that of a file of text, or of the sheet as above. */
RefnetGrid *refnet_table_grid(const RefnetImport *import, const char *path, RefnetFile file,
                              const char *sheet, GError **error);

/* The column whose header, in the first row, fits a field of a dataset's file best; G_MAXUINT: none
 * does. O(columns). */
guint refnet_grid_find_field(const RefnetGrid *grid, RefnetFile file, guint field);

/* Gives the columns of a table whose header is its first row the names of the fields that `columns`
 * (FIELD=HEADER, NULL-terminated, or NULL) says they hold. REFNET_ERROR_USAGE: `file` has no such
 * field, or the table no such header. O(columns²). */
gboolean refnet_grid_rename_columns(RefnetGrid *grid, RefnetFile file, const char *const *columns,
                                    GError **error);

G_END_DECLS

#endif
