/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Positions around a disc, and what each costs. */
#include "draw/labels/label_candidates.h"

#include <math.h>

#include "draw/labels/label_boxes.h"

#define COST_RING 2.0 /* in units of "one line crossed" */

static const double ring_gap[REFNET_LABEL_RINGS] = {2.5, 8};

/* Which way a candidate lies from its disc, what that costs (after Imhof 1975: right before left,
 * above before below; between the eight usual ones a little more), how its lines lean, and which
 * share of its height is above the point nearest to the disc. */
static const struct {
  double x, y, cost, lean, up;
} positions[REFNET_LABEL_POSITIONS] = {
    {1, 0, 0.0, 0, 0.5},         {0.71, -0.71, 0.2, 0, 1},     {0, -1, 0.3, 0.5, 1},
    {-0.71, -0.71, 0.6, 1, 1},   {-1, 0, 0.4, 1, 0.5},         {-0.71, 0.71, 0.7, 1, 0},
    {0, 1, 0.25, 0.5, 0},        {0.71, 0.71, 0.3, 0, 0},      {0.92, -0.38, 0.15, 0, 0.75},
    {0.38, -0.92, 0.4, 0.25, 1}, {-0.38, -0.92, 0.6, 0.75, 1}, {-0.92, -0.38, 0.55, 1, 0.75},
    {-0.92, 0.38, 0.6, 1, 0.25}, {-0.38, 0.92, 0.6, 0.75, 0},  {0.38, 0.92, 0.4, 0.25, 0},
    {0.92, 0.38, 0.2, 0, 0.25},
};

double refnet_label_position_cost(guint position) {
  return positions[position].cost;
}

RefnetBox refnet_label_box_beside(RefnetLabelDisc disc, const RefnetLabelRequest *request,
                                  guint position, guint ring) {
  double reach = disc.radius + ring_gap[ring];
  double x = positions[position].x, y = positions[position].y;
  RefnetBox box = {disc.middle.x + x * reach - positions[position].lean * request->width,
                   disc.middle.y + y * reach - positions[position].up * request->height,
                   request->width, request->height};
  /* A side may bulge nearer to the disc than the corner that was put there. */
  double bulge = (reach - refnet_label_distance(box, disc.middle)) / MAX(fabs(x), fabs(y));
  if (bulge > 0) {
    box.x += x * bulge;
    box.y += y * bulge;
  }
  return box;
}

void refnet_label_candidates_make(RefnetLabelPlacement *placement, guint32 label) {
  const RefnetLabelRequest *request = &placement->requests[label];
  RefnetLabelDisc disc = placement->field->discs[request->disc];
  RefnetLabelCandidate *candidates = &placement->candidates[label * REFNET_LABEL_CANDIDATES];
  RefnetBox all = {disc.middle.x, disc.middle.y, 0, 0};
  for (guint i = 0; i < REFNET_LABEL_CANDIDATES; i++) {
    candidates[i].box = refnet_label_box_beside(disc, request, i % REFNET_LABEL_POSITIONS,
                                                i / REFNET_LABEL_POSITIONS);
    all = refnet_box_union(all, candidates[i].box);
  }
  const GArray *lines = refnet_label_lines_meeting(placement->lines, refnet_label_line_room(all));
  for (guint i = 0; i < REFNET_LABEL_CANDIDATES; i++) {
    guint position = i % REFNET_LABEL_POSITIONS, ring = i / REFNET_LABEL_POSITIONS;
    candidates[i].lean = positions[position].lean;
    candidates[i].cost = refnet_label_box_cost(placement->field, request->disc, candidates[i].box) +
                         refnet_label_line_cost(lines, candidates[i].box) +
                         positions[position].cost + ring * COST_RING;
  }
}
