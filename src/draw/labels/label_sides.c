/* SPDX-License-Identifier: GPL-2.0-or-later */
/* On which side of its disc a label is least in the way. */
#include "draw/labels/label_candidates.h"
#include "draw/labels/label_crowd.h"
#include "draw/labels/label_lines.h"

/* Points of overlap that a line under a label is worth, where room is short and where it is not,
 * and an unusual side. */
#define LINE_WORTH 5.0
#define LINE_WORTH_WITH_ROOM 40.0
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
  g_autofree RefnetLabelLine *ends = g_new(RefnetLabelLine, room->line_count + 1);
  for (gsize i = 0; i < room->line_count; i++)
    ends[i] = (RefnetLabelLine){room->discs[room->ends[i].from].middle,
                                room->discs[room->ends[i].to].middle};
  double worth = room->has_room ? LINE_WORTH_WITH_ROOM : LINE_WORTH;
  g_autoptr(RefnetLabelLines) lines = refnet_label_lines_new(room->area, ends, room->line_count);
  for (guint32 label = 0; label < room->count; label++) {
    const GArray *near = refnet_label_lines_meeting(lines, reach_of(crowd, label));
    for (guint p = 0; p < REFNET_LABEL_POSITIONS; p++)
      crowd->cost[label * REFNET_LABEL_POSITIONS + p] =
          worth * refnet_label_line_cost(near, refnet_label_crowd_box(crowd, label, p)) +
          SIDE_WORTH * refnet_label_position_cost(p);
  }
}

/* Where bodies can be, whichever sides their labels take. */
static void note_reaches(RefnetLabelCrowd *crowd) {
  refnet_occupancy_clear(crowd->grid);
  for (guint32 d = 0; d < crowd->room->disc_count; d++) {
    guint32 label = crowd->request[d];
    refnet_occupancy_add(crowd->grid,
                         label == REFNET_NONE ? crowd->bodies[d].both : reach_of(crowd, label), d);
  }
}

static void find_rivals(RefnetLabelCrowd *crowd, guint32 label) {
  RefnetBox reach = reach_of(crowd, label);
  g_array_set_size(crowd->rivals, 0);
  refnet_occupancy_list(crowd->grid, reach, crowd->near);
  for (guint i = 0; i < crowd->near->len; i++) {
    guint32 d = g_array_index(crowd->near, guint32, i);
    if (d != crowd->room->requests[label].disc &&
        refnet_label_depth(reach, crowd->bodies[d].both) > 0)
      g_array_append_val(crowd->rivals, d);
  }
}

/* What the box costs; where that is not less than `least`, some of it that is neither. */
static double cost_at(const RefnetLabelCrowd *crowd, double lines, RefnetBox box, double least) {
  double cost = lines + refnet_label_outside(box, crowd->room->area);
  for (guint i = 0; i < crowd->rivals->len && cost < least; i++) {
    const RefnetLabelBody *body = &crowd->bodies[g_array_index(crowd->rivals, guint32, i)];
    for (guint k = 0; k < body->count; k++)
      cost += refnet_label_depth(box, body->boxes[k]);
  }
  return cost;
}

static void change_side(RefnetLabelCrowd *crowd, guint32 label) {
  RefnetLabelRequest *request = &crowd->room->requests[label];
  RefnetLabelBody *body = &crowd->bodies[request->disc];
  const double *lines = &crowd->cost[label * REFNET_LABEL_POSITIONS];
  double least = cost_at(crowd, lines[request->side - 1], body->boxes[1], G_MAXDOUBLE) - 1e-6;
  for (guint p = 0; p < REFNET_LABEL_POSITIONS; p++) {
    if (lines[p] >= least)
      continue;
    RefnetBox box = refnet_label_crowd_box(crowd, label, p);
    double cost = cost_at(crowd, lines[p], box, least);
    if (cost >= least)
      continue;
    least = cost;
    request->side = (guint8)(p + 1);
    body->boxes[1] = box;
    body->both = refnet_box_union(body->boxes[0], box);
  }
}

/* Each label goes where it is least in the way. */
void refnet_label_sides_change(RefnetLabelCrowd *crowd) {
  note_reaches(crowd);
  for (guint32 label = 0; label < crowd->room->count; label++) {
    find_rivals(crowd, label);
    change_side(crowd, label);
  }
}
