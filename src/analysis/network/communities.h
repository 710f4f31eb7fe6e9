/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Communities: groups of organizations with more ties inside than chance would give. */
#ifndef REFNET_ANALYSIS_NETWORK_COMMUNITIES_H
#define REFNET_ANALYSIS_NETWORK_COMMUNITIES_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* The partition of highest modularity in 20 runs of Leiden, seeded one after the other from `seed`.
 * `community` (an element a vertex, the caller's) numbers from 1, largest first, equal sizes by
 * smallest vertex; an isolate is a community of its own. *modularity is NaN without a tie. Errors
 * are those of igraph. 20 times the time of one Leiden run, near O(n + m). */
gboolean refnet_communities(const RefnetNetwork *network, guint64 seed, guint32 *community,
                            guint32 *count, double *modularity, GError **error);

G_END_DECLS

#endif
