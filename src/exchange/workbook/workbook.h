/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An Excel workbook (.xlsx, ECMA-376) as its sheets. */
#ifndef REFNET_EXCHANGE_WORKBOOK_WORKBOOK_H
#define REFNET_EXCHANGE_WORKBOOK_WORKBOOK_H

#include <refnet/exchange.h>

G_BEGIN_DECLS

/* A cell whose value could not be taken, and is blank. */
typedef struct {
  guint32 row, column; /* from 1 */
  const char *error;   /* "#N/A"; NULL: a formula whose value is not stored */
} RefnetWorkbookTrouble;

typedef struct {
  char *name;
  char *label; /* "sheet NAME" */
  gboolean hidden;
  RefnetCellGrid *grid;
  GArray *troubles; /* RefnetWorkbookTrouble, as they come */
  guint filled;     /* cells below the first of merged ones, filled with what that shows */
} RefnetWorkbookSheet;

typedef struct {
  char *path;
  GPtrArray *sheets; /* RefnetWorkbookSheet *, in the workbook's order */
} RefnetWorkbook;

/* Reads all sheets: shared and inline strings, numbers and dates as people see them, the stored
 * values of formulas, yes and no. REFNET_ERROR_INPUT: it is no such workbook, damaged or hostile;
 * _IO: it cannot be read. Memory: the filled cells, equal texts once. O(bytes). */
RefnetWorkbook *refnet_workbook_open(const char *path, GError **error);
void refnet_workbook_free(RefnetWorkbook *workbook);

/* Adds a sheet's troubles from `first_row` on to the diagnostics. */
void refnet_workbook_report(const RefnetWorkbookSheet *sheet, guint32 first_row,
                            RefnetDiagnostics *diagnostics);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetWorkbook, refnet_workbook_free)

G_END_DECLS

#endif
