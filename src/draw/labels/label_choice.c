/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Labels against each other: downhill, annealing, downhill. */
#include "draw/labels/label_choice.h"

#include <math.h>

#include "draw/labels/label_boxes.h"

#define COST_OVERLAP 400.0 /* in units of "one line crossed" */

static RefnetBox reach_of(const RefnetLabelPlacement *placement, guint32 label) {
  if (placement->places[label].placed)
    return placement->places[label].box;
  const RefnetLabelCandidate *candidates = &placement->candidates[label * REFNET_LABEL_CANDIDATES];
  RefnetBox reach = candidates[0].box;
  for (int i = 1; i < REFNET_LABEL_CANDIDATES; i++)
    reach = refnet_box_union(reach, candidates[i].box);
  return reach;
}

static void find_rivals(RefnetLabelPlacement *placement) {
  g_autofree RefnetBox *reach = g_new(RefnetBox, (gsize)placement->count + 1);
  for (guint32 a = 0; a < placement->count; a++)
    reach[a] = reach_of(placement, a);
  for (guint32 a = 0; a < placement->count; a++) {
    if (placement->places[a].placed)
      continue;
    placement->rivals[a] = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (guint32 b = 0; b < placement->count; b++)
      if (a != b &&
          refnet_label_too_near(reach[a], reach[b], refnet_label_beside(placement->field)))
        g_array_append_val(placement->rivals[a], b);
  }
}

static RefnetBox current_box(const RefnetLabelPlacement *placement, guint32 label) {
  if (placement->places[label].placed)
    return placement->places[label].box;
  return placement->candidates[label * REFNET_LABEL_CANDIDATES + placement->chosen[label]].box;
}

/* What the candidate costs where the others are now. */
static double cost_of(const RefnetLabelPlacement *placement, guint32 label, guint candidate) {
  const RefnetLabelCandidate *c =
      &placement->candidates[label * REFNET_LABEL_CANDIDATES + candidate];
  const GArray *rivals = placement->rivals[label];
  double cost = c->cost * placement->requests[label].weight;
  for (guint i = 0; i < rivals->len; i++) {
    guint32 rival = g_array_index(rivals, guint32, i);
    if (refnet_label_too_near(c->box, current_box(placement, rival),
                              refnet_label_beside(placement->field)))
      cost +=
          COST_OVERLAP * (placement->requests[label].weight + placement->requests[rival].weight);
  }
  return cost;
}

static guint cheapest(const RefnetLabelPlacement *placement, guint32 label) {
  guint best = 0;
  double best_cost = G_MAXDOUBLE;
  for (guint i = 0; i < REFNET_LABEL_CANDIDATES; i++) {
    double cost = cost_of(placement, label, i);
    if (cost < best_cost) {
      best_cost = cost;
      best = i;
    }
  }
  return best;
}

static void settle(RefnetLabelPlacement *placement) {
  for (int round = 0; round < 10; round++) {
    gboolean moved = FALSE;
    for (guint32 label = 0; label < placement->count; label++) {
      if (placement->places[label].placed)
        continue;
      guint best = cheapest(placement, label);
      if (cost_of(placement, label, best) < cost_of(placement, label, placement->chosen[label])) {
        placement->chosen[label] = (guint8)best;
        moved = TRUE;
      }
    }
    if (!moved)
      return;
  }
}

static void anneal(RefnetLabelPlacement *placement, RefnetRandom *random) {
  guint64 moves = MIN((guint64)placement->count * 600, 200000);
  double temperature = 6;
  double cooling = pow(0.02 / temperature, 1.0 / (double)MAX(moves, 1));
  for (guint64 move = 0; move < moves; move++, temperature *= cooling) {
    guint32 label = (guint32)refnet_random_below(random, placement->count);
    guint next = (guint)refnet_random_below(random, REFNET_LABEL_CANDIDATES);
    double chance = refnet_random_unit(random);
    if (placement->places[label].placed || next == placement->chosen[label])
      continue;
    double rise =
        cost_of(placement, label, next) - cost_of(placement, label, placement->chosen[label]);
    if (rise <= 0 || chance < exp(-rise / temperature))
      placement->chosen[label] = (guint8)next;
  }
}

/* FALSE when not every label has a side that was kept free for it. */
static gboolean take_kept_sides(RefnetLabelPlacement *placement) {
  for (guint32 label = 0; label < placement->count; label++) {
    guint8 side = placement->requests[label].side;
    if (placement->places[label].placed)
      continue;
    if (side == 0)
      return FALSE;
    placement->chosen[label] = (guint8)(side - 1);
  }
  return TRUE;
}

void refnet_label_choose(RefnetLabelPlacement *placement, guint64 seed) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  find_rivals(placement);
  if (take_kept_sides(placement)) {
    settle(placement);
    return;
  }
  settle(placement);
  anneal(placement, &random);
  settle(placement);
}
