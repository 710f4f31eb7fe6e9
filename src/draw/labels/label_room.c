/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rounds in which labels change sides, and discs with their labels push each other. */
#include "draw/labels/label_room.h"

#include <math.h>

#include "draw/labels/label_boxes.h"
#include "draw/labels/label_candidates.h"

/* Points around every disc and label: half of what has to be between them, and a hair. */
#define CLEAR (REFNET_LABEL_CLEARANCE / 2 + 0.1)
#define ROUNDS 160
#define PUSHES 8   /* of everybody in a round */
#define REACH 30.0 /* points that a body may move in a round before others notice */
/* Rounds, from the first, in which bodies are pushed on the line between them, and in which others
 * are taken along. */
#define STRAIGHT_ROUNDS 80
#define SMOOTH_ROUNDS 30
#define MOST_STRETCH 2.0 /* of the way between two, on that line */
#define LINES_EVERY 20   /* rounds, after which what lines cost is looked up anew */
#define NEARBY 110.0     /* points */
#define TAKEN_ALONG 0.35
/* Points of overlap that a line under a label is worth, and an unusual side. */
#define LINE_WORTH 5.0
#define SIDE_WORTH 2.0

/* A disc and its label. */
typedef struct {
  RefnetBox boxes[2]; /* the disc's, the label's */
  guint count;
  RefnetBox both;
  double weight;
  RefnetPoint home; /* where the disc was */
} Body;

typedef struct {
  guint32 d, e;
} Pair;

typedef struct {
  RefnetLabelRoom *room;
  Body *bodies;   /* by disc */
  double *cost;   /* by label and position: of lines under it */
  GArray *rivals; /* guint32: discs near a label */
  GArray *pairs;  /* Pair: discs near each other */
  gboolean is_straight;
} Crowd;

static RefnetBox label_box(const Crowd *crowd, guint32 label, guint position) {
  const RefnetLabelRequest *request = &crowd->room->requests[label];
  RefnetLabelDisc disc = crowd->room->discs[request->disc];
  return refnet_box_grow(refnet_label_box_beside(disc, request, position, 0), CLEAR);
}

static void set_body(Crowd *crowd, guint32 d) {
  RefnetLabelDisc disc = crowd->room->discs[d];
  Body *body = &crowd->bodies[d];
  body->count = 1;
  body->weight = 1;
  body->boxes[0] = body->both =
      refnet_box_grow((RefnetBox){disc.middle.x, disc.middle.y, 0, 0}, disc.radius + CLEAR);
}

static void set_bodies(Crowd *crowd) {
  for (guint32 d = 0; d < crowd->room->disc_count; d++)
    set_body(crowd, d);
  for (guint32 label = 0; label < crowd->room->count; label++) {
    const RefnetLabelRequest *request = &crowd->room->requests[label];
    Body *body = &crowd->bodies[request->disc];
    body->count = 2;
    body->weight = request->weight;
    body->boxes[1] = label_box(crowd, label, request->side - 1);
    body->both = refnet_box_union(body->boxes[0], body->boxes[1]);
  }
}

/* ---- sides ---------------------------------------------------------------------------------- */

/* Everything that a label can cover, on whichever side it stands. */
static RefnetBox reach_of(const Crowd *crowd, guint32 label) {
  const RefnetLabelRequest *request = &crowd->room->requests[label];
  RefnetLabelDisc disc = crowd->room->discs[request->disc];
  double reach = disc.radius + 2 * REFNET_LABEL_CLEARANCE + CLEAR;
  return (RefnetBox){disc.middle.x - reach - request->width,
                     disc.middle.y - reach - request->height, 2 * (reach + request->width),
                     2 * (reach + request->height)};
}

static void look_up_lines(Crowd *crowd) {
  const RefnetLabelRoom *room = crowd->room;
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(RefnetLabelLine));
  for (guint32 label = 0; label < room->count; label++) {
    RefnetBox reach = reach_of(crowd, label);
    g_array_set_size(lines, 0);
    for (gsize i = 0; i < room->line_count; i++) {
      RefnetLabelLine line = {room->discs[room->ends[i].from].middle,
                              room->discs[room->ends[i].to].middle};
      if (refnet_label_length_inside(reach, line) > 0)
        g_array_append_val(lines, line);
    }
    RefnetLabelField field = {.lines = (const RefnetLabelLine *)(gpointer)lines->data,
                              .line_count = lines->len};
    for (guint p = 0; p < REFNET_LABEL_POSITIONS; p++)
      crowd->cost[label * REFNET_LABEL_POSITIONS + p] =
          LINE_WORTH * refnet_label_line_cost(&field, label_box(crowd, label, p)) +
          SIDE_WORTH * refnet_label_position_cost(p);
  }
}

/* How far one of the two would have to move; 0 when they are apart. */
static double depth(RefnetBox a, RefnetBox b) {
  double x = MIN(a.x + a.width, b.x + b.width) - MAX(a.x, b.x);
  double y = MIN(a.y + a.height, b.y + b.height) - MAX(a.y, b.y);
  return x > 0 && y > 0 ? MIN(x, y) : 0;
}

static double outside(RefnetBox box, RefnetBox area) {
  return MAX(area.x - box.x, 0) + MAX(box.x + box.width - area.x - area.width, 0) +
         MAX(area.y - box.y, 0) + MAX(box.y + box.height - area.y - area.height, 0);
}

static void find_rivals(Crowd *crowd, guint32 label) {
  RefnetBox reach = reach_of(crowd, label);
  g_array_set_size(crowd->rivals, 0);
  for (guint32 d = 0; d < crowd->room->disc_count; d++)
    if (d != crowd->room->requests[label].disc && depth(reach, crowd->bodies[d].both) > 0)
      g_array_append_val(crowd->rivals, d);
}

static double cost_at(const Crowd *crowd, guint32 label, RefnetBox box, guint position) {
  double cost =
      crowd->cost[label * REFNET_LABEL_POSITIONS + position] + outside(box, crowd->room->area);
  for (guint i = 0; i < crowd->rivals->len; i++) {
    const Body *body = &crowd->bodies[g_array_index(crowd->rivals, guint32, i)];
    for (guint k = 0; k < body->count; k++)
      cost += depth(box, body->boxes[k]);
  }
  return cost;
}

/* Each label goes where it is least in the way. */
static void change_sides(Crowd *crowd) {
  for (guint32 label = 0; label < crowd->room->count; label++) {
    RefnetLabelRequest *request = &crowd->room->requests[label];
    Body *body = &crowd->bodies[request->disc];
    find_rivals(crowd, label);
    double least = cost_at(crowd, label, body->boxes[1], request->side - 1) - 1e-6;
    for (guint p = 0; p < REFNET_LABEL_POSITIONS; p++) {
      RefnetBox box = label_box(crowd, label, p);
      double cost = cost_at(crowd, label, box, p);
      if (cost >= least)
        continue;
      least = cost;
      request->side = (guint8)(p + 1);
      body->boxes[1] = box;
      body->both = refnet_box_union(body->boxes[0], box);
    }
  }
}

/* ---- pushing -------------------------------------------------------------------------------- */

static void move_box(RefnetBox *box, RefnetPoint by) {
  box->x += by.x;
  box->y += by.y;
}

static gboolean is_fixed(const Crowd *crowd, guint32 d) {
  return crowd->room->fixed && crowd->room->fixed[d];
}

static void move_body(Crowd *crowd, guint32 d, RefnetPoint by) {
  Body *body = &crowd->bodies[d];
  if (is_fixed(crowd, d))
    return;
  for (guint i = 0; i < body->count; i++)
    move_box(&body->boxes[i], by);
  move_box(&body->both, by);
  crowd->room->discs[d].middle.x += by.x;
  crowd->room->discs[d].middle.y += by.y;
}

static void stay_inside(Crowd *crowd, guint32 d) {
  RefnetBox box = crowd->bodies[d].both, area = crowd->room->area;
  RefnetPoint by = {MAX(area.x - box.x, 0) - MAX(box.x + box.width - area.x - area.width, 0),
                    MAX(area.y - box.y, 0) - MAX(box.y + box.height - area.y - area.height, 0)};
  if (by.x != 0 || by.y != 0)
    move_body(crowd, d, by);
}

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
static gboolean push_boxes(Crowd *crowd, guint32 d, guint32 e, RefnetBox one, RefnetBox two) {
  RefnetPoint overlap = {MIN(one.x + one.width, two.x + two.width) - MAX(one.x, two.x),
                         MIN(one.y + one.height, two.y + two.height) - MAX(one.y, two.y)};
  if (overlap.x <= 1e-6 || overlap.y <= 1e-6)
    return FALSE;
  RefnetPoint apart = {two.x + two.width / 2 - one.x - one.width / 2,
                       two.y + two.height / 2 - one.y - one.height / 2};
  RefnetPoint step = crowd->is_straight ? straight_step(overlap, apart, d > e)
                                        : shortest_step(overlap, apart, d > e);
  double weight = crowd->bodies[d].weight, other = crowd->bodies[e].weight;
  double share = is_fixed(crowd, e) ? 1 : is_fixed(crowd, d) ? 0 : other / (weight + other);
  move_body(crowd, d, (RefnetPoint){-step.x * share, -step.y * share});
  move_body(crowd, e, (RefnetPoint){step.x * (1 - share), step.y * (1 - share)});
  stay_inside(crowd, d);
  stay_inside(crowd, e);
  return TRUE;
}

static gboolean push_bodies(Crowd *crowd, guint32 d, guint32 e) {
  const Body *one = &crowd->bodies[d], *two = &crowd->bodies[e];
  gboolean pushed = FALSE;
  for (guint i = 0; i < one->count; i++)
    for (guint k = 0; k < two->count; k++)
      pushed |= push_boxes(crowd, d, e, one->boxes[i], two->boxes[k]);
  return pushed;
}

/* Who may push whom until bodies have moved by more than REACH. */
static void find_pairs(Crowd *crowd) {
  g_array_set_size(crowd->pairs, 0);
  for (guint32 d = 0; d < crowd->room->disc_count; d++) {
    RefnetBox reach = refnet_box_grow(crowd->bodies[d].both, REACH);
    for (guint32 e = d + 1; e < crowd->room->disc_count; e++) {
      Pair pair = {d, e};
      if (!(is_fixed(crowd, d) && is_fixed(crowd, e)) && depth(reach, crowd->bodies[e].both) > 0)
        g_array_append_val(crowd->pairs, pair);
    }
  }
}

/* Everybody once against everybody near; FALSE when nobody was in the way. */
static gboolean push_all(Crowd *crowd) {
  gboolean pushed = FALSE;
  for (guint i = 0; i < crowd->pairs->len; i++) {
    Pair pair = g_array_index(crowd->pairs, Pair, i);
    if (depth(crowd->bodies[pair.d].both, crowd->bodies[pair.e].both) > 0)
      pushed |= push_bodies(crowd, pair.d, pair.e);
  }
  return pushed;
}

/* Who lies near somebody that moved comes along, so that the drawing keeps its form. */
static void take_along(Crowd *crowd) {
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
    move_body(crowd, d,
              (RefnetPoint){TAKEN_ALONG * (sum.x / weights - moved[d].x),
                            TAKEN_ALONG * (sum.y / weights - moved[d].y)});
  }
}

/* ---- all of it ------------------------------------------------------------------------------ */

static void start(Crowd *crowd, RefnetLabelRoom *room) {
  *crowd = (Crowd){.room = room};
  crowd->bodies = g_new0(Body, (gsize)room->disc_count + 1);
  crowd->cost = g_new0(double, (gsize)room->count *REFNET_LABEL_POSITIONS + 1);
  crowd->rivals = g_array_new(FALSE, FALSE, sizeof(guint32));
  crowd->pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
  for (guint32 label = 0; label < room->count; label++)
    room->requests[label].side = 1;
  set_bodies(crowd);
  for (guint32 d = 0; d < room->disc_count; d++)
    crowd->bodies[d].home = room->discs[d].middle;
}

static void clear_crowd(Crowd *crowd) {
  g_free(crowd->bodies);
  g_free(crowd->cost);
  g_array_unref(crowd->rivals);
  g_array_unref(crowd->pairs);
}

/* Where there is not room for every label, discs at least keep apart. */
static void part_discs(Crowd *crowd) {
  for (guint32 d = 0; d < crowd->room->disc_count; d++)
    set_body(crowd, d);
  for (int i = 0; i < ROUNDS; i++) {
    find_pairs(crowd);
    if (!push_all(crowd))
      return;
  }
}

void refnet_labels_make_room(RefnetLabelRoom *room) {
  Crowd crowd;
  start(&crowd, room);
  gboolean pushed = room->disc_count > 0;
  for (int round = 0; pushed && round < ROUNDS; round++) {
    if (round % LINES_EVERY == 0)
      look_up_lines(&crowd);
    change_sides(&crowd);
    if (round < SMOOTH_ROUNDS)
      take_along(&crowd);
    for (guint32 d = 0; d < room->disc_count; d++)
      stay_inside(&crowd, d);
    crowd.is_straight = round < STRAIGHT_ROUNDS;
    find_pairs(&crowd);
    pushed = push_all(&crowd);
    for (int i = 1; i < PUSHES && push_all(&crowd); i++)
      ;
  }
  if (pushed)
    part_discs(&crowd);
  clear_crowd(&crowd);
}
