/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What others score missing ties by, to compare with. */
#ifndef REFNET_ANALYSIS_WHO_ELSE_PEERS_H
#define REFNET_ANALYSIS_WHO_ELSE_PEERS_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

/* Scores of all vertices for `x`, into `scores`: Σ_z over common neighbors of 1, 1/log k (Adamic &
 * Adar 2003) or 1/k (resource allocation); the visits of a random walk that returns to x with
 * probability .15 at each step; or chance. O(Σ degrees of neighbors), the walk 30 times O(ties). */
gboolean refnet_peer_scores(const RefnetNetwork *network, guint32 x, RefnetMethod method,
                            RefnetRandom *random, double *scores, GError **error);

G_END_DECLS

#endif
