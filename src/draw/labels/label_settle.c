/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Discs that were pushed away from where the network wants them go back as far as there is room. */
#include <math.h>

#include "draw/labels/label_crowd.h"

#define SWEEPS 16
#define AT_REST 0.15 /* points a sweep moves on average, after which another is not worth it */

/* Shares of the way along x and along y, one tried after the other. */
static const struct {
  double x, y;
} steps[] = {{1, 1}, {.5, .5}, {1, 0}, {0, 1}, {.2, .2}, {.4, 0}, {0, .4}};

/* The length of a tie at which drawn distances differ least from the number of ties between. */
static double best_unit(const RefnetLabelRoom *room) {
  double ratio = 0, square = 0;
  for (guint32 d = 0; d < room->disc_count; d++) {
    const guint16 *row = room->distance + (gsize)d * room->disc_count;
    for (guint32 e = d + 1; e < room->disc_count; e++) {
      if (row[e] == G_MAXUINT16)
        continue;
      RefnetPoint from = room->discs[d].middle, to = room->discs[e].middle;
      double share = hypot(to.x - from.x, to.y - from.y) / row[e];
      ratio += share;
      square += share * share;
    }
  }
  return ratio > 0 ? square / ratio : 0;
}

/* Where the others want disc d: stress majorization, one vertex alone (Gansner, Koren & North
 * 2004). */
static RefnetPoint wanted(const RefnetLabelRoom *room, guint32 d, double unit) {
  const guint16 *row = room->distance + (gsize)d * room->disc_count;
  RefnetPoint at = room->discs[d].middle, sum = {0, 0};
  double weights = 0;
  for (guint32 e = 0; e < room->disc_count; e++) {
    if (e == d || row[e] == G_MAXUINT16)
      continue;
    RefnetPoint other = room->discs[e].middle;
    double length = hypot(at.x - other.x, at.y - other.y);
    double stretch = length > 1e-9 ? row[e] * unit / length : 0;
    double weight = 1.0 / ((double)row[e] * row[e]);
    sum.x += weight * (other.x + stretch * (at.x - other.x));
    sum.y += weight * (other.y + stretch * (at.y - other.y));
    weights += weight;
  }
  return weights > 0 ? (RefnetPoint){sum.x / weights, sum.y / weights} : at;
}

/* Goes towards `to` as far as disc and label lie free; returns how far that was. */
static double approach(RefnetLabelCrowd *crowd, guint32 d, RefnetPoint to) {
  RefnetPoint from = crowd->room->discs[d].middle;
  RefnetLabelBody before = crowd->bodies[d];
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
    RefnetPoint step = {(to.x - from.x) * steps[i].x, (to.y - from.y) * steps[i].y};
    refnet_label_crowd_move(crowd, d, step);
    if (refnet_label_crowd_lies_free(crowd, d))
      return hypot(step.x, step.y);
    crowd->room->discs[d].middle = from;
    crowd->bodies[d] = before;
  }
  return 0;
}

void refnet_label_settle(RefnetLabelCrowd *crowd) {
  const RefnetLabelRoom *room = crowd->room;
  double moved = G_MAXDOUBLE;
  for (int sweep = 0; sweep < SWEEPS && moved > AT_REST * room->disc_count; sweep++) {
    double unit = best_unit(room);
    moved = 0;
    for (guint32 d = 0; d < room->disc_count; d++)
      if (!refnet_label_crowd_is_fixed(crowd, d))
        moved += approach(crowd, d, wanted(room, d, unit));
  }
}
