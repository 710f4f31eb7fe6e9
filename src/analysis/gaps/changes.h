/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Findings that hang on doubtful records. */
#ifndef REFNET_ANALYSIS_GAPS_CHANGES_H
#define REFNET_ANALYSIS_GAPS_CHANGES_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

/* Findings of `after` that `before` lacks (opened) and the other way round (closed), by area,
 * service, status, group. They share the lists of the results they come from; the array is the
 * caller's. O(n log n). */
gboolean refnet_gap_changes(const RefnetGaps *before, const RefnetGaps *after,
                            RefnetGapChange **changes, gsize *length, GError **error);

G_END_DECLS

#endif
