/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom each organization should meet: what all who ask have in common, and the first for one of
 * them. */
#ifndef REFNET_ANALYSIS_WHO_ELSE_EVERYONE_H
#define REFNET_ANALYSIS_WHO_ELSE_EVERYONE_H

#include "analysis/who_else/allocation.h"
#include "analysis/who_else/nearness.h"
#include "analysis/who_else/suitability.h"

G_BEGIN_DECLS

/* Prepared once. */
typedef struct {
  const RefnetNetwork *network;
  const RefnetWhoElseOptions *options;
  guint8 *allowed; /* by vertex */
  guint32 *met;    /* by vertex: latest meeting */
  RefnetNamed named;
  GPtrArray *sector_ties;
  RefnetKinds *kinds;
  RefnetAllocation *allocation;
  guint32 *same; /* by vertex: rows that are one organization; NULL: no two may be */
} RefnetGround;

/* O(Σ ties · columns + n + length of lists), see refnet_allocation_new. */
gboolean refnet_ground_init(RefnetGround *ground, const RefnetNetwork *network,
                            const RefnetWhoElseOptions *options, const RefnetAllocationShape *shape,
                            GError **error);
void refnet_ground_clear(RefnetGround *ground);

/* What a tie to the past was, where `past` has one and the network has none. UNKNOWN date: of none;
 * *undated: of one whose date is not known, which may not be suggested. */
RefnetDate refnet_ground_lapsed(const RefnetGround *ground, guint32 x, guint32 y,
                                gboolean *undated);

/* The first so many for one asker after the other. */
typedef struct {
  const RefnetGround *ground;
  RefnetNearness nearness;
  RefnetSuitability suitability;
  RefnetRanked *best; /* best first */
  guint32 length, wanted, room;
} RefnetRanking;

/* Room for `most`. FALSE with REFNET_ERROR_INTERNAL without memory. */
gboolean refnet_ranking_init(RefnetRanking *ranking, const RefnetGround *ground, guint32 most,
                             GError **error);
void refnet_ranking_clear(RefnetRanking *ranking);
/* Fills `best` with the first `wanted` for x; scores are those of refnet_who_else_new. Afterwards
 * suitability.scores are those of x. */
void refnet_ranking_find(RefnetRanking *ranking, guint32 x, guint32 wanted);

/* refnet_who_else_everyone with a shape of one's own. */
RefnetEveryone *refnet_everyone_shaped(const RefnetNetwork *network,
                                       const RefnetWhoElseOptions *options,
                                       const RefnetAllocationShape *shape, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetGround, refnet_ground_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetRanking, refnet_ranking_clear)

G_END_DECLS

#endif
