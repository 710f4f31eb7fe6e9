/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One sheet of a workbook, cell by cell. */
#ifndef REFNET_EXCHANGE_WORKBOOK_SHEET_H
#define REFNET_EXCHANGE_WORKBOOK_SHEET_H

#include "exchange/workbook/workbook.h"
#include "exchange/workbook/parts.h"

G_BEGIN_DECLS

/* Reads the archive's file at hand into the sheet. *text_bytes: of all cells so far; more than 1
 * GiB is refused. */
gboolean refnet_workbook_sheet_read(RefnetWorkbookSheet *sheet, const RefnetWorkbookParts *parts,
                                    RefnetArchive *archive, guint64 *text_bytes, GError **error);

G_END_DECLS

#endif
