/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What only the CSV files of an HMIS have: HUD's numbers, last days, and rows that were deleted. */
#ifndef REFNET_EXCHANGE_FLAT_HMIS_H
#define REFNET_EXCHANGE_FLAT_HMIS_H

#include "exchange/files/grid.h"

G_BEGIN_DECLS

/* What a project is, by HUD's number in a column "ProjectType"; the cell where it is none. NULL: a
 * number that HUD has no type for. */
const char *refnet_hmis_project_type(const char *header, const char *cell);

/* Is the column one of yes and no, or of numbers, that is never a service? */
gboolean refnet_hmis_is_no_service(const char *header);

/* Did the project end before the day of the import, or was its row deleted? A last day that cannot
 * be read is reported, and is none. O(columns). */
gboolean refnet_hmis_has_ended(const RefnetImport *import, const RefnetGrid *grid, guint row);

/* Leaves out of a table the rows that have a day in "DateDeleted", and accounts for them. The cells
 * of column `id` go into the set `ids` (NULL: none). O(cells). */
void refnet_hmis_leave_out_deleted(const RefnetImport *import, RefnetGrid *grid, guint id,
                                   GHashTable *ids);

G_END_DECLS

#endif
