/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plain Excel workbook (.xlsx, ECMA-376): sheets of texts, their first row kept in view. There
 * are no formulas: every cell says that it is a text. The same rows give the same bytes. */
#ifndef REFNET_EXCHANGE_WORKBOOK_WORKBOOK_WRITER_H
#define REFNET_EXCHANGE_WORKBOOK_WORKBOOK_WRITER_H

#include <refnet/base.h>

G_BEGIN_DECLS

typedef struct RefnetWorkbookWriter RefnetWorkbookWriter;

/* Begins a workbook at `path`, which appears whole or not at all. REFNET_ERROR_IO. */
RefnetWorkbookWriter *refnet_workbook_writer_open(const char *path, GError **error);
/* Begins a sheet; `name` has at most 31 characters and none of []:*?/\. */
void refnet_workbook_writer_sheet(RefnetWorkbookWriter *writer, const char *name);
/* Adds a row to it; NULL or "": an empty cell. O(text). */
void refnet_workbook_writer_row(RefnetWorkbookWriter *writer, const char *const *cells,
                                guint count);
/* Puts the workbook in its place. REFNET_ERROR_IO, _INTERNAL. */
gboolean refnet_workbook_writer_commit(RefnetWorkbookWriter *writer, GError **error);
/* What was not committed is removed. */
void refnet_workbook_writer_free(RefnetWorkbookWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetWorkbookWriter, refnet_workbook_writer_free)

G_END_DECLS

#endif
