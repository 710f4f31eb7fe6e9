/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Free places, nearest first. */
#include "draw/labels/label_places.h"

#include <math.h>

#include "draw/labels/label_boxes.h"

/* A label that weighs more gets its leader before others get their places. */
#define HEAVY 1.35
/* A label farther away gets a line to its disc. */
#define LONGEST_GAP 6.0

/* ---- what is free ---------------------------------------------------------------------------- */

typedef struct {
  const RefnetLabelPlacement *placement;
  guint32 label;
  RefnetBox box;
} Wish;

static gboolean meets_item(guint32 item, gconstpointer data) {
  const Wish *wish = data;
  const RefnetLabelField *field = wish->placement->field;
  if (item >= field->disc_count)
    return item - field->disc_count != wish->label &&
           refnet_label_too_near(wish->box, wish->placement->places[item - field->disc_count].box,
                                 refnet_label_beside(field));
  guint32 own = wish->placement->requests[wish->label].disc;
  return refnet_box_meets_disc(wish->box, field->discs[item].middle,
                               field->discs[item].radius +
                                   (item == own ? 1 : REFNET_LABEL_CLEARANCE));
}

/* Is the box free of discs, placed labels, leaders and the rim of the area? */
static gboolean is_free(const RefnetLabelPlacement *placement, guint32 label, RefnetBox box) {
  Wish wish = {placement, label, box};
  if (!refnet_box_inside(box, placement->field->area) ||
      refnet_label_meets_taken(placement->field, box))
    return FALSE;
  if (refnet_occupancy_any(placement->taken,
                           refnet_box_grow(box, refnet_label_beside(placement->field)), meets_item,
                           &wish))
    return FALSE;
  for (guint i = 0; i < placement->leaders->len; i++)
    if (refnet_label_meets_line(box, g_array_index(placement->leaders, RefnetLabelLine, i)))
      return FALSE;
  return TRUE;
}

/* Does a leader run through more discs of others than it may, or through text? */
static gboolean leader_is_blocked(const RefnetLabelPlacement *placement, guint32 label,
                                  RefnetLabelLine leader) {
  const RefnetLabelField *field = placement->field;
  guint32 crossed = 0;
  for (guint32 d = 0; d < field->disc_count && field->most_crossed != REFNET_NONE; d++) {
    double r = field->discs[d].radius + 1;
    RefnetBox box = {field->discs[d].middle.x - r, field->discs[d].middle.y - r, 2 * r, 2 * r};
    if (d != placement->requests[label].disc && refnet_label_meets_line(box, leader) &&
        ++crossed > field->most_crossed)
      return TRUE;
  }
  for (guint32 other = 0; other < placement->count; other++)
    if (placement->places[other].placed &&
        refnet_label_meets_line(placement->places[other].box, leader))
      return TRUE;
  for (guint32 i = 0; i < field->taken_count; i++)
    if (refnet_label_meets_line(field->taken[i], leader))
      return TRUE;
  return FALSE;
}

/* ---- one label ------------------------------------------------------------------------------- */

static void place_at(RefnetLabelPlacement *placement, guint32 label, RefnetBox box, double lean) {
  RefnetLabelDisc disc = placement->field->discs[placement->requests[label].disc];
  RefnetLabelPlace *place = &placement->places[label];
  *place = (RefnetLabelPlace){.placed = TRUE, .lean = lean, .box = box};
  refnet_occupancy_add(placement->taken, box, placement->field->disc_count + label);
  if (refnet_label_distance(box, disc.middle) - disc.radius <= LONGEST_GAP)
    return;
  RefnetLabelLine leader = refnet_label_leader(disc, box);
  place->leader = TRUE;
  place->anchor = leader.to;
  g_array_append_val(placement->leaders, leader);
}

/* Takes the chosen candidate when it is free, else the cheapest that is. */
static gboolean place_beside(RefnetLabelPlacement *placement, guint32 label) {
  const RefnetLabelCandidate *candidates = &placement->candidates[label * REFNET_LABEL_CANDIDATES];
  const RefnetLabelCandidate *best = &candidates[placement->chosen[label]];
  if (!is_free(placement, label, best->box)) {
    best = NULL;
    for (guint i = 0; i < REFNET_LABEL_CANDIDATES; i++)
      if ((!best || candidates[i].cost < best->cost) &&
          is_free(placement, label, candidates[i].box))
        best = &candidates[i];
  }
  if (best)
    place_at(placement, label, best->box, best->lean);
  return best != NULL;
}

/* The best free place at `distance` from the disc; FALSE when there is none. */
static gboolean find_at_distance(const RefnetLabelPlacement *placement, guint32 label,
                                 double distance, RefnetBox *found) {
  const RefnetLabelRequest *request = &placement->requests[label];
  RefnetLabelDisc disc = placement->field->discs[request->disc];
  double best = G_MAXDOUBLE;
  for (int step = 0; step < 32; step++) {
    double angle = 2 * G_PI * step / 32, away = disc.radius + distance;
    double x = disc.middle.x + cos(angle) * (away + request->width / 2);
    double y = disc.middle.y + sin(angle) * (away + request->height / 2);
    RefnetBox box = {x - request->width / 2, y - request->height / 2, request->width,
                     request->height};
    if (!is_free(placement, label, box) ||
        leader_is_blocked(placement, label, refnet_label_leader(disc, box)))
      continue;
    const GArray *lines = refnet_label_lines_meeting(placement->lines, refnet_label_line_room(box));
    double cost = refnet_label_line_cost(lines, box);
    if (cost < best) {
      best = cost;
      *found = box;
    }
  }
  return best < G_MAXDOUBLE;
}

static void place_with_leader(RefnetLabelPlacement *placement, guint32 label, double reach) {
  RefnetLabelDisc disc = placement->field->discs[placement->requests[label].disc];
  RefnetBox box;
  for (double distance = 8; distance <= reach; distance += 6)
    if (find_at_distance(placement, label, distance, &box)) {
      place_at(placement, label, box, refnet_label_leader(disc, box).to.x < disc.middle.x ? 1 : 0);
      return;
    }
}

/* ---- all of them ----------------------------------------------------------------------------- */

/* Labels by weight, heaviest first, then by number: who comes first keeps its place. */
static guint32 *heaviest_first(const RefnetLabelPlacement *placement) {
  guint32 *order = g_new(guint32, (gsize)placement->count + 1);
  for (guint32 i = 0; i < placement->count; i++) {
    guint32 at = i;
    for (; at > 0 && placement->requests[order[at - 1]].weight < placement->requests[i].weight;
         at--)
      order[at] = order[at - 1];
    order[at] = i;
  }
  return order;
}

void refnet_label_places_fix(RefnetLabelPlacement *placement, double reach) {
  g_autofree guint32 *order = heaviest_first(placement);
  g_autofree guint32 *waiting = g_new(guint32, (gsize)placement->count + 1);
  guint32 waiting_count = 0;
  for (guint32 i = 0; i < placement->count; i++) {
    guint32 label = order[i];
    if (placement->places[label].placed || place_beside(placement, label))
      continue;
    if (placement->requests[label].weight > HEAVY)
      place_with_leader(placement, label, reach);
    else
      waiting[waiting_count++] = label;
  }
  for (guint32 i = 0; i < waiting_count; i++)
    place_with_leader(placement, waiting[i], reach);
}
