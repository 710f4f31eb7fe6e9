/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Communities: groups of organizations with more ties inside than chance would give. */
#ifndef REFNET_ANALYSIS_COMMUNITIES_COMMUNITIES_H
#define REFNET_ANALYSIS_COMMUNITIES_COMMUNITIES_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* How many runs refnet_communities() chooses from: 20; up to 100 of fewer than 5,000 ties, where a
 * run takes a millisecond, fewer above 200,000 ties; 0 without a tie or with more than
 * REFNET_LEIDEN_MOST_TIES. */
guint32 refnet_community_runs(const RefnetNetwork *network);

/* The partition of highest modularity in that many runs of Leiden, seeded one after the other from
 * `seed`, and in what each agrees on with the best before it; of equal ones that of fewest
 * communities, then the one that keeps vertices together with the smallest. `community` (an element
 * a vertex, the caller's) numbers from 1, largest first, equal sizes by smallest vertex; an isolate
 * is a community of its own. Without a run *modularity is NaN, and every vertex a community. Two
 * threads share the runs. Near O(n + m). */
gboolean refnet_communities(const RefnetNetwork *network, guint64 seed, guint32 *community,
                            guint32 *count, double *modularity, GError **error);

G_END_DECLS

#endif
