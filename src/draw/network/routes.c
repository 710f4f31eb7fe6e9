/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A few bends to either side are tried, slightest first. */
#include "draw/network/routes.h"

#include <math.h>

#define SAMPLES 24
/* Points that a line keeps from a disc's rim. */
#define CLEARANCE 2.0

/* Of the length of the line, but at most so many points. */
static const double bends[] = {0.04, -0.04, 0.08, -0.08, 0.12, -0.12, 0.16, -0.16};
#define MOST_BENT 40.0

typedef struct {
  guint discs, boxes;
  gboolean is_outside; /* of the area */
} Hits;

static RefnetBox box_of_curve(const RefnetPoint *at) {
  RefnetBox box = {at[0].x, at[0].y, 0, 0};
  for (guint i = 1; i <= SAMPLES; i++)
    box = refnet_box_union(box, (RefnetBox){at[i].x, at[i].y, 0, 0});
  return box;
}

static gboolean passes_over(const RefnetPoint *at, RefnetPoint middle, double radius) {
  for (guint i = 0; i < SAMPLES; i++)
    if (refnet_point_to_segment(middle, at[i], at[i + 1]) < radius)
      return TRUE;
  return FALSE;
}

static gboolean enters(const RefnetPoint *at, RefnetBox box) {
  for (guint i = 0; i <= SAMPLES; i++)
    if (at[i].x > box.x && at[i].x < box.x + box.width && at[i].y > box.y &&
        at[i].y < box.y + box.height)
      return TRUE;
  return FALSE;
}

static Hits count_hits(const RefnetEdge *edge, const RefnetObstacles *obstacles) {
  RefnetPoint points[3], at[SAMPLES + 1];
  Hits hits = {0, 0, FALSE};
  refnet_edge_points(edge, points);
  for (guint i = 0; i <= SAMPLES; i++)
    at[i] = refnet_curve_at(points, (double)i / SAMPLES);
  RefnetBox around = box_of_curve(at);
  hits.is_outside = !refnet_box_inside(around, obstacles->area);
  for (guint32 d = 0; d < obstacles->disc_count; d++) {
    double radius = obstacles->radii[d] + CLEARANCE;
    if (d == edge->owner || d == edge->other ||
        !refnet_box_meets_disc(around, obstacles->middles[d], radius))
      continue;
    hits.discs += passes_over(at, obstacles->middles[d], radius);
  }
  for (guint b = 0; b < obstacles->box_count; b++)
    if (refnet_box_overlaps(around, obstacles->boxes[b]))
      hits.boxes += enters(at, obstacles->boxes[b]);
  return hits;
}

double refnet_route_bend(const RefnetEdge *edge, const RefnetObstacles *obstacles) {
  double length = hypot(edge->to.x - edge->from.x, edge->to.y - edge->from.y);
  Hits best = count_hits(edge, obstacles);
  double chosen = edge->bend;
  guint straight = best.discs;
  if (straight == 0)
    return chosen;
  for (gsize i = 0; i < G_N_ELEMENTS(bends); i++) {
    RefnetEdge bent = *edge;
    bent.bend = edge->bend + CLAMP(bends[i] * length, -MOST_BENT, MOST_BENT);
    Hits hits = count_hits(&bent, obstacles);
    gboolean better = hits.discs < best.discs || (hits.discs == best.discs &&
                                                  best.discs < straight && hits.boxes < best.boxes);
    if (better && !hits.is_outside) {
      best = hits;
      chosen = bent.bend;
    }
  }
  return chosen;
}
