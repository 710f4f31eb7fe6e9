/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A free place for those that pushing has left on each other. */
#include <math.h>

#include "draw/labels/label_candidates.h"
#include "draw/labels/label_crowd.h"

/* Points. */
#define FARTHEST_MOVE 240.0
#define RING_STEP 6.0
#define RING_PLACES 24

static gboolean bodies_overlap(const RefnetLabelBody *one, const RefnetLabelBody *two) {
  if (refnet_label_depth(one->both, two->both) <= 1e-6)
    return FALSE;
  for (guint i = 0; i < one->count; i++)
    for (guint k = 0; k < two->count; k++)
      if (refnet_label_depth(one->boxes[i], two->boxes[k]) > 1e-6)
        return TRUE;
  return FALSE;
}

/* The first whose body lies in that of d, or REFNET_NONE. */
static guint32 who_overlaps(const RefnetLabelCrowd *crowd, guint32 d) {
  for (guint32 e = 0; e < crowd->room->disc_count; e++)
    if (e != d && bodies_overlap(&crowd->bodies[d], &crowd->bodies[e]) &&
        !(refnet_label_crowd_is_fixed(crowd, d) && refnet_label_crowd_is_fixed(crowd, e)))
      return e;
  return REFNET_NONE;
}

gboolean refnet_label_crowd_lies_free(const RefnetLabelCrowd *crowd, guint32 d) {
  return refnet_label_outside(crowd->bodies[d].both, crowd->room->area) <= 0 &&
         who_overlaps(crowd, d) == REFNET_NONE;
}

/* Puts the label of the disc, where it has one, on a side where both lie free. */
static gboolean take_free_side(RefnetLabelCrowd *crowd, guint32 d) {
  RefnetLabelBody *body = &crowd->bodies[d];
  if (body->count == 1)
    return refnet_label_crowd_lies_free(crowd, d);
  for (guint p = 0; p < REFNET_LABEL_POSITIONS; p++) {
    body->boxes[1] = refnet_label_crowd_box(crowd, crowd->request[d], p);
    body->both = refnet_box_union(body->boxes[0], body->boxes[1]);
    if (!refnet_label_crowd_lies_free(crowd, d))
      continue;
    crowd->room->requests[crowd->request[d]].side = (guint8)(p + 1);
    return TRUE;
  }
  return FALSE;
}

/* Moves a disc to the nearest place that has room for its label, too, looked for in rings. */
static gboolean move_to_free(RefnetLabelCrowd *crowd, guint32 d) {
  RefnetPoint from = crowd->room->discs[d].middle;
  RefnetLabelBody before = crowd->bodies[d];
  if (refnet_label_crowd_is_fixed(crowd, d))
    return FALSE;
  for (double distance = 0; distance <= FARTHEST_MOVE; distance += RING_STEP)
    for (int step = 0; step < (distance > 0 ? RING_PLACES : 1); step++) {
      double angle = 2 * G_PI * step / RING_PLACES;
      RefnetPoint at = crowd->room->discs[d].middle;
      refnet_label_crowd_move(crowd, d,
                              (RefnetPoint){from.x + distance * cos(angle) - at.x,
                                            from.y + distance * sin(angle) - at.y});
      if (take_free_side(crowd, d))
        return TRUE;
    }
  crowd->room->discs[d].middle = from;
  crowd->bodies[d] = before;
  return FALSE;
}

/* Of two that still overlap, the lighter one moves to where there is room, else the other. FALSE
 * when somebody is left. */
gboolean refnet_label_escape(RefnetLabelCrowd *crowd) {
  gboolean complete = TRUE;
  for (guint32 d = 0; d < crowd->room->disc_count; d++) {
    guint32 e = who_overlaps(crowd, d);
    if (e == REFNET_NONE)
      continue;
    gboolean gives_way = crowd->bodies[d].weight < crowd->bodies[e].weight;
    complete &= move_to_free(crowd, gives_way ? d : e) || move_to_free(crowd, gives_way ? e : d);
  }
  return complete;
}
