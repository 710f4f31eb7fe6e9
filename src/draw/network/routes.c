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
  const RefnetEdge *edge;
  RefnetPoint at[SAMPLES + 1];
  RefnetBox around;
  double dx, dy, length; /* from its beginning straight to its end */
} Route;

static Route route_of(const RefnetEdge *edge) {
  RefnetPoint points[3];
  Route route = {.edge = edge,
                 .dx = edge->to.x - edge->from.x,
                 .dy = edge->to.y - edge->from.y,
                 .around = {edge->from.x, edge->from.y, 0, 0}};
  route.length = hypot(route.dx, route.dy);
  refnet_edge_points(edge, points);
  for (guint i = 0; i <= SAMPLES; i++) {
    route.at[i] = refnet_curve_at(points, (double)i / SAMPLES);
    route.around = refnet_box_union(route.around, (RefnetBox){route.at[i].x, route.at[i].y, 0, 0});
  }
  return route;
}

/* Whether the point lies farther than `radius` beside all that is between the straight line and the
 * middle of the curve, as most do. */
static gboolean lies_beside(const Route *route, RefnetPoint point, double radius) {
  double across =
      route->dx * (point.y - route->edge->from.y) - route->dy * (point.x - route->edge->from.x);
  return fabs(across) > (radius + fabs(route->edge->bend)) * route->length + 1e-6;
}

static gboolean passes_over(const Route *route, RefnetPoint middle, double radius) {
  for (guint i = 0; i < SAMPLES; i++)
    if (refnet_point_to_segment(middle, route->at[i], route->at[i + 1]) < radius)
      return TRUE;
  return FALSE;
}

static gboolean enters(const Route *route, RefnetBox box) {
  for (guint i = 0; i <= SAMPLES; i++)
    if (route->at[i].x > box.x && route->at[i].x < box.x + box.width && route->at[i].y > box.y &&
        route->at[i].y < box.y + box.height)
      return TRUE;
  return FALSE;
}

static guint count_discs(const Route *route, const RefnetObstacles *obstacles) {
  guint count = 0;
  for (guint32 d = 0; d < obstacles->disc_count; d++) {
    RefnetPoint middle = obstacles->middles[d];
    double radius = obstacles->radii[d] + CLEARANCE;
    if (!lies_beside(route, middle, radius) && d != route->edge->owner && d != route->edge->other &&
        refnet_box_meets_disc(route->around, middle, radius))
      count += passes_over(route, middle, radius);
  }
  return count;
}

static guint count_boxes(const Route *route, const RefnetObstacles *obstacles) {
  guint count = 0;
  for (guint b = 0; b < obstacles->box_count; b++)
    if (refnet_box_overlaps(route->around, obstacles->boxes[b]))
      count += enters(route, obstacles->boxes[b]);
  return count;
}

double refnet_route_bend(const RefnetEdge *edge, const RefnetObstacles *obstacles) {
  Route route = route_of(edge);
  guint straight = count_discs(&route, obstacles), least = straight, least_boxes = 0;
  double chosen = edge->bend, length = route.length;
  for (gsize i = 0; i < G_N_ELEMENTS(bends) && straight > 0; i++) {
    RefnetEdge bent = *edge;
    bent.bend = edge->bend + CLAMP(bends[i] * length, -MOST_BENT, MOST_BENT);
    route = route_of(&bent);
    guint discs = count_discs(&route, obstacles);
    if (discs > least || discs == straight || !refnet_box_inside(route.around, obstacles->area))
      continue;
    guint boxes = count_boxes(&route, obstacles);
    if (discs < least || boxes < least_boxes) {
      least = discs;
      least_boxes = boxes;
      chosen = bent.bend;
    }
  }
  return chosen;
}
