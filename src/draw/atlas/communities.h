/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The communities of a network too large to be drawn whole. */
#ifndef REFNET_DRAW_ATLAS_COMMUNITIES_H
#define REFNET_DRAW_ATLAS_COMMUNITIES_H

#include <refnet/draw.h>

#include "draw/drawn_network.h"

G_BEGIN_DECLS

typedef struct {
  const guint32 *member; /* vertices: most ties within the community first */
  guint32 size;
  guint64 inside, outside; /* ties among its members, and with others */
} RefnetCommunity;

typedef struct {
  const RefnetNetwork *network; /* borrowed */
  guint32 count;
  RefnetCommunity *items; /* largest first, then by smallest vertex */
  guint32 *of;            /* by vertex: its community, or REFNET_NONE: among the rest */
  const guint32 *rest;    /* in communities of fewer, or without a relationship */
  guint32 rest_size;
  GArray *ties;     /* RefnetDrawnArc between communities, from < to; count: ties */
  guint32 *members; /* of all, then the rest */
} RefnetCommunities;

/* The communities of `measures` that have `fewest` members or more. REFNET_ERROR_INTERNAL when
 * memory runs out. O(n log n + m log m). */
RefnetCommunities *refnet_communities_new(const RefnetNetwork *network,
                                          const RefnetMeasures *measures, guint32 fewest,
                                          GError **error);
void refnet_communities_free(RefnetCommunities *communities);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetCommunities, refnet_communities_free)

G_END_DECLS

#endif
