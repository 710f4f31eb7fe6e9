/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the others want one vertex to be: what full and sparse stress majorization share. */
#ifndef REFNET_DRAW_LAYOUT_STRESS_PULL_H
#define REFNET_DRAW_LAYOUT_STRESS_PULL_H

#include <math.h>

#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* The weighted sum of where others want one vertex. */
typedef struct {
  double x, y, weight;
} RefnetPull;

static inline void refnet_pull_add(RefnetPull *pull, RefnetPoint at, RefnetPoint other,
                                   double distance, double weight) {
  double dx = at.x - other.x, dy = at.y - other.y;
  double length = sqrt(dx * dx + dy * dy);
  double stretch = length > 1e-9 ? distance / length : 0;
  pull->x += weight * (other.x + stretch * dx);
  pull->y += weight * (other.y + stretch * dy);
  pull->weight += weight;
}

/* Moves the vertex to the weighted mean and returns how far it went. */
static inline double refnet_pull_follow(const RefnetPull *pull, RefnetPoint *at) {
  RefnetPoint to = {pull->x / pull->weight, pull->y / pull->weight};
  double moved = fabs(to.x - at->x) + fabs(to.y - at->y);
  *at = to;
  return moved;
}

G_END_DECLS

#endif
