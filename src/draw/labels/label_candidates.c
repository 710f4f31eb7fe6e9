/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Positions around a disc, and what each costs. */
#include "draw/labels/label_candidates.h"

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

static RefnetBox box_beside(RefnetLabelDisc disc, const RefnetLabelRequest *request, int position,
                            double gap) {
  double reach = disc.radius + gap;
  double x = disc.middle.x + positions[position].x * reach;
  double y = disc.middle.y + positions[position].y * reach;
  return (RefnetBox){x - positions[position].lean * request->width,
                     y - positions[position].up * request->height, request->width, request->height};
}

void refnet_label_candidates_make(RefnetLabelPlacement *placement, guint32 label) {
  const RefnetLabelRequest *request = &placement->requests[label];
  RefnetLabelDisc disc = placement->field->discs[request->disc];
  for (int i = 0; i < REFNET_LABEL_CANDIDATES; i++) {
    int position = i % REFNET_LABEL_POSITIONS, ring = i / REFNET_LABEL_POSITIONS;
    RefnetLabelCandidate *candidate = &placement->candidates[label * REFNET_LABEL_CANDIDATES + i];
    candidate->box = box_beside(disc, request, position, ring_gap[ring]);
    candidate->lean = positions[position].lean;
    candidate->cost = refnet_label_box_cost(placement->field, request->disc, candidate->box) +
                      positions[position].cost + ring * COST_RING;
  }
}
