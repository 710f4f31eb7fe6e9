/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which pairs of rows are worth comparing: those that share a rare key. */
#ifndef REFNET_ANALYSIS_RECORDS_BLOCKS_H
#define REFNET_ANALYSIS_RECORDS_BLOCKS_H

#include "analysis/records/folded.h"

G_BEGIN_DECLS

typedef enum {
  REFNET_BLOCKS_ALL,    /* every pair that may be one organization */
  REFNET_BLOCKS_SURELY, /* only those that agree in phone, e-mail, tax number, address or website,
                           or have the same name, as all do that are merged without being asked
                           about: far fewer */
} RefnetBlocksKind;

/* Called with a < b. Returning FALSE stops. */
typedef gboolean (*RefnetPairFunc)(guint32 a, guint32 b, gpointer data);

/* Calls `pair` once for each pair of rows with a key in common; of two lists, a row of each. `in`
 * says by row whether it takes part; NULL: all do. Keys: words of names and their sounds, two of
 * them at a time, initials, phone, e-mail, domain, tax number, house number with the beginning of a
 * word of the street, and what narrows down the more common of these. Of more than 300 rows, keys
 * that more than 6 + 2·∛rows have are left out, and those of words of the name, initials and
 * domains that more than 2 + ∛rows/3 have; a row of a name that more have meets the next
 * 6 + 2·∛rows of that name. So the cost is O(rows^4/3) at the worst and near-linear on lists of
 * agencies. FALSE with REFNET_ERROR_INTERNAL: no memory, or `pair` stopped. */
gboolean refnet_blocks_pairs(const RefnetFolded *rows, RefnetBlocksKind kind, const guint8 *in,
                             RefnetPairFunc pair, gpointer data, GError **error);

G_END_DECLS

#endif
