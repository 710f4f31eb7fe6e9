/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The pairs of a list (or of two) that deserve at least a look, and who surely is whom. */
#ifndef REFNET_ANALYSIS_RECORDS_MATCHING_H
#define REFNET_ANALYSIS_RECORDS_MATCHING_H

#include "analysis/records/blocks.h"
#include "analysis/records/clusters.h"

G_BEGIN_DECLS

typedef struct {
  RefnetRecords *records;
  RefnetPair *pairs; /* decided ones, then the best */
  gsize length, capacity;
  guint32 (*forbidden_pairs)[2];
  RefnetForbidden forbidden;
} RefnetMatching;

/* Compares the rows of `first`, or of `first` with `second` unless that is NULL; `in` says by row
 * which take part, NULL: all. `options` NULL: as usual. With REFNET_BLOCKS_SURELY, only what is to
 * be merged is sure to be found. Near-linear. */
gboolean refnet_matching_run(RefnetMatching *matching, const RefnetDataset *first,
                             const RefnetDataset *second, const guint8 *in,
                             const RefnetMatchOptions *options, RefnetBlocksKind kind,
                             GError **error);
void refnet_matching_clear(RefnetMatching *matching);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetMatching, refnet_matching_clear)

/* Groups of rows that surely are one organization; needs one list. */
gboolean refnet_matching_merge(const RefnetMatching *matching, RefnetClusters *merged,
                               GError **error);
/* … that may be, made of these. */
gboolean refnet_matching_review(const RefnetMatching *matching, const RefnetClusters *merged,
                                RefnetClusters *reviewed, GError **error);

G_END_DECLS

#endif
