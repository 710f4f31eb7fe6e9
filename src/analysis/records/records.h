/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows that are one organization: graded evidence in the manner of Fellegi and Sunter (1969). */
#ifndef REFNET_ANALYSIS_RECORDS_RECORDS_H
#define REFNET_ANALYSIS_RECORDS_RECORDS_H

#include <refnet/analysis.h>

#include "base/pool.h"

G_BEGIN_DECLS

/* So many rows are soon looked at: which of them are one organization is asked of all, not only of
 * those that matter at first sight. */
enum { REFNET_FEW_ROWS = 10000 };

/* For each vertex the first vertex whose row surely is the same organization (a decision to merge),
 * itself where there is none. Freed with g_free; NULL with REFNET_ERROR_INTERNAL. What is known
 * about all rows of the dataset is used, so that a filter doesn't change who is whom. Near-linear.
 */
guint32 *refnet_same_records(const RefnetNetwork *network, GError **error);

/* FALSE when no two of these vertices can be surely the same: they share neither name, phone,
 * e-mail, website, tax number nor house number. O(length of their cells), where the above looks at
 * the whole dataset. */
gboolean refnet_records_may_repeat(const RefnetNetwork *network, const guint32 *vertices,
                                   guint32 length);

/* Groups of rows of the view that are probably one organization, surest first: decisions to merge,
 * then reviews, each by score, then ids; and the pairs behind them. `options` NULL: as usual. What
 * they hold is the pool's, the arrays the caller's, also after an error. */
gboolean refnet_record_groups(const RefnetNetwork *network, const RefnetMatchOptions *options,
                              RefnetPool *pool, RefnetSameRecords *found, GError **error);

G_END_DECLS

#endif
