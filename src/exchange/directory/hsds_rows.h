/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of a directory by their keys, and what becomes of those that belong nowhere. */
#ifndef REFNET_EXCHANGE_DIRECTORY_HSDS_ROWS_H
#define REFNET_EXCHANGE_DIRECTORY_HSDS_ROWS_H

#include "exchange/directory/hsds.h"

G_BEGIN_DECLS

#define REFNET_HSDS_OWNER_LEFT_OUT "what they belong to is left out"
#define REFNET_HSDS_FIX_KEY                                                                        \
  "ask where the directory comes from for the missing row, or remove this one"

/* The rows (guint32) that a cell names: one key, or several with commas between them; NULL names
 * none. Caller frees. */
GArray *refnet_hsds_find_all(const RefnetHsds *hsds, RefnetHsdsTable table, const char *text);

/* Rejects a row whose field should name a row of the table that is wanted, and doesn't. */
void refnet_hsds_reject_dangling(RefnetHsds *hsds, RefnetHsdsTable table, guint32 row, guint field,
                                 RefnetHsdsTable wanted);

/* `why` completes "left out:"; static. */
void refnet_hsds_leave_out(RefnetHsds *hsds, RefnetHsdsTable table, guint32 row, const char *why);

/* Links each row of `table` to the rows of `owner` that its field names; such as name none are
 * rejected. Caller frees. */
RefnetLinks *refnet_hsds_link_rows(RefnetHsds *hsds, RefnetHsdsTable table, guint field,
                                   RefnetHsdsTable owner);

G_END_DECLS

#endif
