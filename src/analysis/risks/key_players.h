/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sets of organizations that hold the network together, or reach it best. */
#ifndef REFNET_ANALYSIS_RISKS_KEY_PLAYERS_H
#define REFNET_ANALYSIS_RISKS_KEY_PLAYERS_H

#include <refnet/analysis.h>

#include "base/pool.h"

G_BEGIN_DECLS

/* Fills risks->fragmentation and risks->key_sets with sets of 1 … `largest` organizations of both
 * kinds (Borgatti 2006), of which at least two others are left: each grown from the one before by
 * the best next member, then single members are exchanged while that helps; the lowest number among
 * equals. Where 10^7 steps are enough to try all sets of a size (pairs of 150 organizations) the
 * best of all is taken; elsewhere the set found need not be that. For reach in large networks only
 * organizations with most ties are candidates, as many as 10^7 steps allow. Fragmentation O(n + m)
 * a member and exchange. Lists are the pool's. */
gboolean refnet_key_players_find(RefnetRisks *risks, guint32 largest, RefnetPool *pool,
                                 GError **error);

G_END_DECLS

#endif
