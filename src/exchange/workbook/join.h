/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Several sheets of one kind as one table: "Referrals 2025" and "Referrals 2026", a sheet a sector.
 */
#ifndef REFNET_EXCHANGE_WORKBOOK_JOIN_H
#define REFNET_EXCHANGE_WORKBOOK_JOIN_H

#include "model/columns/recognize.h"
#include <refnet/model.h>

G_BEGIN_DECLS

typedef struct {
  RefnetCellGrid *grid;
  RefnetSheetPart *parts;
  guint length;
} RefnetJoinedSheets;

/* The rows of the sheets (RefnetTableGuess *, two or more, all read as `file`) one after the other,
 * below the header of the first. Columns are the same where their headers are, or where both mean
 * one field; those that the first lacks come behind its own. Memory: that of the cells.
 * REFNET_ERROR_INTERNAL: there is not enough. O(cells + columns²). */
RefnetJoinedSheets *refnet_sheets_join(const GPtrArray *guesses, RefnetFile file, GError **error);
void refnet_joined_sheets_free(RefnetJoinedSheets *joined);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetJoinedSheets, refnet_joined_sheets_free)

G_END_DECLS

#endif
