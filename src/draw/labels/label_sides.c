/* SPDX-License-Identifier: GPL-2.0-or-later */
/* On which side of its disc a label is least in the way. */
#include "draw/labels/label_candidates.h"
#include "draw/labels/label_crowd.h"

/* Points of overlap that a line under a label is worth, and an unusual side. */
#define LINE_WORTH 5.0
#define SIDE_WORTH 2.0

/* Everything that a label can cover, on whichever side it stands. */
static RefnetBox reach_of(const RefnetLabelCrowd *crowd, guint32 label) {
  const RefnetLabelRequest *request = &crowd->room->requests[label];
  RefnetLabelDisc disc = crowd->room->discs[request->disc];
  double reach = disc.radius + 2 * REFNET_LABEL_CLEARANCE;
  return (RefnetBox){disc.middle.x - reach - request->width,
                     disc.middle.y - reach - request->height, 2 * (reach + request->width),
                     2 * (reach + request->height)};
}

void refnet_label_sides_look_up_lines(RefnetLabelCrowd *crowd) {
  const RefnetLabelRoom *room = crowd->room;
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(RefnetLabelLine));
  for (guint32 label = 0; label < room->count; label++) {
    RefnetBox reach = reach_of(crowd, label);
    g_array_set_size(lines, 0);
    for (gsize i = 0; i < room->line_count; i++) {
      RefnetLabelLine line = {room->discs[room->ends[i].from].middle,
                              room->discs[room->ends[i].to].middle};
      if (refnet_label_meets_line(reach, line))
        g_array_append_val(lines, line);
    }
    RefnetLabelField field = {.lines = (const RefnetLabelLine *)(gpointer)lines->data,
                              .line_count = lines->len};
    for (guint p = 0; p < REFNET_LABEL_POSITIONS; p++)
      crowd->cost[label * REFNET_LABEL_POSITIONS + p] =
          LINE_WORTH * refnet_label_line_cost(&field, refnet_label_crowd_box(crowd, label, p)) +
          SIDE_WORTH * refnet_label_position_cost(p);
  }
}

static void find_rivals(RefnetLabelCrowd *crowd, guint32 label) {
  RefnetBox reach = reach_of(crowd, label);
  g_array_set_size(crowd->rivals, 0);
  for (guint32 d = 0; d < crowd->room->disc_count; d++)
    if (d != crowd->room->requests[label].disc &&
        refnet_label_depth(reach, crowd->bodies[d].both) > 0)
      g_array_append_val(crowd->rivals, d);
}

static double cost_at(const RefnetLabelCrowd *crowd, guint32 label, RefnetBox box, guint position) {
  double cost = crowd->cost[label * REFNET_LABEL_POSITIONS + position] +
                refnet_label_outside(box, crowd->room->area);
  for (guint i = 0; i < crowd->rivals->len; i++) {
    const RefnetLabelBody *body = &crowd->bodies[g_array_index(crowd->rivals, guint32, i)];
    for (guint k = 0; k < body->count; k++)
      cost += refnet_label_depth(box, body->boxes[k]);
  }
  return cost;
}

/* Each label goes where it is least in the way. */
void refnet_label_sides_change(RefnetLabelCrowd *crowd) {
  for (guint32 label = 0; label < crowd->room->count; label++) {
    RefnetLabelRequest *request = &crowd->room->requests[label];
    RefnetLabelBody *body = &crowd->bodies[request->disc];
    find_rivals(crowd, label);
    double least = cost_at(crowd, label, body->boxes[1], request->side - 1) - 1e-6;
    for (guint p = 0; p < REFNET_LABEL_POSITIONS; p++) {
      RefnetBox box = refnet_label_crowd_box(crowd, label, p);
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
