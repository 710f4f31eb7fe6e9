/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Bends lines around discs that they have nothing to do with. */
#ifndef REFNET_DRAW_NETWORK_ROUTES_H
#define REFNET_DRAW_NETWORK_ROUTES_H

#include "draw/signs/edges.h"

G_BEGIN_DECLS

/* What lines keep clear of, discs before boxes. Discs are numbered as the owners of edges. */
typedef struct {
  const RefnetPoint *middles;
  const double *radii;
  guint32 disc_count;
  const RefnetBox *boxes; /* of labels */
  guint box_count;
  RefnetBox area; /* that no bend leaves */
} RefnetObstacles;

/* The slightest bend of the edge that passes over fewest third discs, then fewest boxes; its own,
 * where none passes over fewer discs. O(discs + boxes). */
double refnet_route_bend(const RefnetEdge *edge, const RefnetObstacles *obstacles);

G_END_DECLS

#endif
