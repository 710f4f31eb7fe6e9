/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rounds in which labels change sides, and discs with their labels push each other. */
#include "draw/labels/label_room.h"

#include <math.h>

#include "draw/labels/label_candidates.h"
#include "draw/labels/label_crowd.h"

#define ROUNDS 200
#define CELL 48.0  /* points: of the grid that finds who is near */
#define PUSHES 8   /* of everybody in a round */
#define REACH 30.0 /* points that a body may move in a round before others notice */
/* So many rounds bodies are pushed on the line between them, then as many the shorter way, and so
 * on: the one keeps the drawing's form, the other settles it. */
#define STRAIGHT_ROUNDS 20
#define SMOOTH_ROUNDS 30 /* the first ones: others are taken along */
#define MOST_STRETCH 2.0 /* of the way between two, on that line */
#define LINES_EVERY 20   /* rounds, after which what lines cost is looked up anew */
#define NEARBY 110.0     /* points */
#define TAKEN_ALONG 0.35

/* ---- pushing --------------------------------------------------------------------------------- */

/* How a box has to move to lie beside another, the shorter way. `overlap`: how deep it lies in it,
 * `apart`: from the other's middle to its own. */
static RefnetPoint shortest_step(RefnetPoint overlap, RefnetPoint apart, gboolean turned) {
  gboolean along_x = overlap.x < overlap.y;
  double way = along_x ? apart.x : apart.y;
  double step = (MIN(overlap.x, overlap.y) + 0.05) * (way < 0 || (way == 0 && turned) ? -1 : 1);
  return along_x ? (RefnetPoint){step, 0} : (RefnetPoint){0, step};
}

/* The same on the line through both middles, which keeps what lies to which side (as PRISM does:
 * Gansner & Hu 2010). */
static RefnetPoint straight_step(RefnetPoint overlap, RefnetPoint apart, gboolean turned) {
  double by = MIN(overlap.x / MAX(fabs(apart.x), 1e-9), overlap.y / MAX(fabs(apart.y), 1e-9));
  return by > MOST_STRETCH ? shortest_step(overlap, apart, turned)
                           : (RefnetPoint){apart.x * by, apart.y * by};
}

/* Moves two bodies so that these boxes of theirs lie apart; the heavier one moves less. */
static gboolean push_boxes(RefnetLabelCrowd *crowd, guint32 d, guint32 e, RefnetBox one,
                           RefnetBox two) {
  RefnetPoint overlap = {MIN(one.x + one.width, two.x + two.width) - MAX(one.x, two.x),
                         MIN(one.y + one.height, two.y + two.height) - MAX(one.y, two.y)};
  if (overlap.x <= 1e-6 || overlap.y <= 1e-6)
    return FALSE;
  RefnetPoint apart = {two.x + two.width / 2 - one.x - one.width / 2,
                       two.y + two.height / 2 - one.y - one.height / 2};
  RefnetPoint step = crowd->is_straight ? straight_step(overlap, apart, d > e)
                                        : shortest_step(overlap, apart, d > e);
  double weight = crowd->bodies[d].weight, other = crowd->bodies[e].weight;
  double share = refnet_label_crowd_is_fixed(crowd, e)   ? 1
                 : refnet_label_crowd_is_fixed(crowd, d) ? 0
                                                         : other / (weight + other);
  refnet_label_crowd_move(crowd, d, (RefnetPoint){-step.x * share, -step.y * share});
  refnet_label_crowd_move(crowd, e, (RefnetPoint){step.x * (1 - share), step.y * (1 - share)});
  refnet_label_crowd_keep_inside(crowd, d);
  refnet_label_crowd_keep_inside(crowd, e);
  return TRUE;
}

static gboolean push_bodies(RefnetLabelCrowd *crowd, guint32 d, guint32 e) {
  const RefnetLabelBody *one = &crowd->bodies[d], *two = &crowd->bodies[e];
  gboolean pushed = FALSE;
  for (guint i = 0; i < one->count; i++)
    for (guint k = 0; k < two->count; k++)
      pushed |= push_boxes(crowd, d, e, one->boxes[i], two->boxes[k]);
  return pushed;
}

/* Who may push whom until bodies have moved by more than REACH. */
static void find_pairs(RefnetLabelCrowd *crowd) {
  g_array_set_size(crowd->pairs, 0);
  refnet_occupancy_clear(crowd->grid);
  for (guint32 d = 0; d < crowd->room->disc_count; d++)
    refnet_occupancy_add(crowd->grid, crowd->bodies[d].both, d);
  for (guint32 d = 0; d < crowd->room->disc_count; d++) {
    RefnetBox reach = refnet_box_grow(crowd->bodies[d].both, REACH);
    refnet_occupancy_list(crowd->grid, reach, crowd->near);
    for (guint i = 0; i < crowd->near->len; i++) {
      RefnetLabelPair pair = {d, g_array_index(crowd->near, guint32, i)};
      if (pair.e > d && refnet_label_depth(reach, crowd->bodies[pair.e].both) > 0 &&
          !(refnet_label_crowd_is_fixed(crowd, d) && refnet_label_crowd_is_fixed(crowd, pair.e)))
        g_array_append_val(crowd->pairs, pair);
    }
  }
}

/* Everybody once against everybody near; FALSE when nobody was in the way. */
static gboolean push_all(RefnetLabelCrowd *crowd) {
  gboolean pushed = FALSE;
  for (guint i = 0; i < crowd->pairs->len; i++) {
    RefnetLabelPair pair = g_array_index(crowd->pairs, RefnetLabelPair, i);
    if (refnet_label_depth(crowd->bodies[pair.d].both, crowd->bodies[pair.e].both) > 0)
      pushed |= push_bodies(crowd, pair.d, pair.e);
  }
  return pushed;
}

/* Who lies near somebody that moved comes along, so that the drawing keeps its form. */
static void take_along(RefnetLabelCrowd *crowd) {
  const RefnetLabelRoom *room = crowd->room;
  g_autofree RefnetPoint *moved = g_new(RefnetPoint, (gsize)room->disc_count + 1);
  for (guint32 d = 0; d < room->disc_count; d++)
    moved[d] = (RefnetPoint){room->discs[d].middle.x - crowd->bodies[d].home.x,
                             room->discs[d].middle.y - crowd->bodies[d].home.y};
  for (guint32 d = 0; d < room->disc_count; d++) {
    RefnetPoint sum = {0, 0}, home = crowd->bodies[d].home;
    double weights = 0;
    for (guint32 e = 0; e < room->disc_count; e++) {
      double x = (crowd->bodies[e].home.x - home.x) / NEARBY;
      double y = (crowd->bodies[e].home.y - home.y) / NEARBY;
      double weight = x * x + y * y < 4 ? exp(-(x * x + y * y)) : 0;
      sum.x += weight * moved[e].x;
      sum.y += weight * moved[e].y;
      weights += weight;
    }
    refnet_label_crowd_move(crowd, d,
                            (RefnetPoint){TAKEN_ALONG * (sum.x / weights - moved[d].x),
                                          TAKEN_ALONG * (sum.y / weights - moved[d].y)});
  }
}

/* ---- all of it ------------------------------------------------------------------------------- */

static void start(RefnetLabelCrowd *crowd, RefnetLabelRoom *room) {
  *crowd = (RefnetLabelCrowd){.room = room};
  crowd->bodies = g_new0(RefnetLabelBody, (gsize)room->disc_count + 1);
  crowd->cost = g_new0(double, (gsize)room->count *REFNET_LABEL_POSITIONS + 1);
  crowd->grid = refnet_occupancy_new(room->area, CELL);
  crowd->near = g_array_new(FALSE, FALSE, sizeof(guint32));
  crowd->rivals = g_array_new(FALSE, FALSE, sizeof(guint32));
  crowd->pairs = g_array_new(FALSE, FALSE, sizeof(RefnetLabelPair));
  crowd->request = g_new(guint32, (gsize)room->disc_count + 1);
  for (guint32 d = 0; d < room->disc_count; d++)
    crowd->request[d] = REFNET_NONE;
  for (guint32 label = 0; label < room->count; label++) {
    room->requests[label].side = 1;
    crowd->request[room->requests[label].disc] = label;
  }
  refnet_label_crowd_set(crowd);
  for (guint32 d = 0; d < room->disc_count; d++)
    crowd->bodies[d].home = room->discs[d].middle;
}

static void clear_crowd(RefnetLabelCrowd *crowd) {
  g_free(crowd->bodies);
  g_free(crowd->request);
  g_free(crowd->cost);
  refnet_occupancy_free(crowd->grid);
  g_array_unref(crowd->near);
  g_array_unref(crowd->rivals);
  g_array_unref(crowd->pairs);
}

/* Where there is not room for every label, discs at least keep apart. */
static void part_discs(RefnetLabelCrowd *crowd) {
  for (guint32 d = 0; d < crowd->room->disc_count; d++)
    refnet_label_crowd_set_disc(crowd, d);
  for (int i = 0; i < ROUNDS; i++) {
    find_pairs(crowd);
    if (!push_all(crowd))
      return;
  }
}

void refnet_labels_make_room(RefnetLabelRoom *room) {
  RefnetLabelCrowd crowd;
  start(&crowd, room);
  gboolean pushed = room->disc_count > 0;
  for (int round = 0; pushed && round < ROUNDS; round++) {
    if (round % LINES_EVERY == 0)
      refnet_label_sides_look_up_lines(&crowd);
    refnet_label_sides_change(&crowd);
    if (round < SMOOTH_ROUNDS)
      take_along(&crowd);
    for (guint32 d = 0; d < room->disc_count; d++)
      refnet_label_crowd_keep_inside(&crowd, d);
    crowd.is_straight = round / STRAIGHT_ROUNDS % 2 == 0;
    find_pairs(&crowd);
    pushed = push_all(&crowd);
    for (int i = 1; i < PUSHES && push_all(&crowd); i++)
      ;
  }
  if (pushed && !refnet_label_escape(&crowd))
    part_discs(&crowd);
  else if (room->distance)
    refnet_label_settle(&crowd);
  clear_crowd(&crowd);
}
