/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What all who ask whom to meet have in common. */
#ifndef REFNET_ANALYSIS_EVERYONE_GROUND_H
#define REFNET_ANALYSIS_EVERYONE_GROUND_H

#include "analysis/everyone/allocation.h"
#include "analysis/everyone/nearness.h"
#include "analysis/everyone/suitability.h"

G_BEGIN_DECLS

/* What a place may be: a candidate, whose b counts, and one that is suggested. */
enum { REFNET_IS_CANDIDATE = 1, REFNET_IS_ALLOWED = 2 };

/* What is looked up of a place, side by side, for they are looked up in any order. */
typedef struct {
  guint32 vertex;
  guint32 kind;
  guint32 standing; /* set of REFNET_IS_… */
} RefnetPlace;

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
  RefnetParts parts;
  RefnetPlace *places;
  guint32 *same;      /* by vertex: rows that are one organization; NULL: no two may be */
  guint32 *next_same; /* likewise: the next of these rows; REFNET_NONE: it is the last */
  gboolean has_parts; /* some are parts of others */
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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetGround, refnet_ground_clear)

G_END_DECLS

#endif
