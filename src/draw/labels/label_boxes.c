/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Boxes against lines, discs and the rim of the area. */
#include "draw/labels/label_boxes.h"

#include <math.h>

/* In units of "one line crossed". */
#define COST_FORBIDDEN 1000.0
#define COST_AMBIGUOUS 1.5
/* Points: a disc no farther from the label than so much more than its own is about as near. */
#define AMBIGUOUS_GAP 3.0
/* Points around a label in which its halo would hide half a line, or half an arrowhead. */
#define LINE_CLEARANCE 2.0

/* A way along one axis that can be divided by. */
static inline double nonzero(double way) {
  return way != 0 ? way : 1e-300;
}

/* Between which shares of the line it lies inside the box (Liang & Barsky 1984); FALSE: nowhere.
 * Asked millions of times of lines half of which do: no calls, and no branches. */
static inline gboolean clip(RefnetBox box, RefnetLabelLine line, double *enter, double *leave) {
  double dx = nonzero(line.to.x - line.from.x), dy = nonzero(line.to.y - line.from.y);
  double left = (box.x - line.from.x) / dx, right = (box.x + box.width - line.from.x) / dx;
  double top = (box.y - line.from.y) / dy, bottom = (box.y + box.height - line.from.y) / dy;
  double latest = MAX(MIN(left, right), MIN(top, bottom));
  double earliest = MIN(MAX(left, right), MAX(top, bottom));
  *enter = MAX(latest, 0);
  *leave = MIN(earliest, 1);
  return (*enter < *leave) & (line.to.x != line.from.x || line.to.y != line.from.y);
}

gboolean refnet_label_meets_line(RefnetBox box, RefnetLabelLine line) {
  double enter, leave;
  return clip(box, line, &enter, &leave);
}

RefnetBox refnet_label_line_room(RefnetBox label) {
  return refnet_box_grow(label, LINE_CLEARANCE);
}

double refnet_label_line_cost(const GArray *lines, RefnetBox label) {
  RefnetBox box = refnet_label_line_room(label);
  double cost = 0, enter, leave;
  for (guint i = 0; i < lines->len; i++) {
    RefnetLabelLine line = g_array_index(lines, RefnetLabelLine, i);
    if (!clip(box, line, &enter, &leave))
      continue;
    double dx = line.to.x - line.from.x, dy = line.to.y - line.from.y;
    double inside = (leave - enter) * sqrt(dx * dx + dy * dy);
    cost += 0.6 + 0.8 * inside / (box.width + box.height);
  }
  return cost;
}

double refnet_label_distance(RefnetBox box, RefnetPoint at) {
  return hypot(at.x - CLAMP(at.x, box.x, box.x + box.width),
               at.y - CLAMP(at.y, box.y, box.y + box.height));
}

RefnetLabelLine refnet_label_leader(RefnetLabelDisc disc, RefnetBox box) {
  RefnetPoint end = {CLAMP(disc.middle.x, box.x, box.x + box.width),
                     CLAMP(disc.middle.y, box.y, box.y + box.height)};
  double length = hypot(end.x - disc.middle.x, end.y - disc.middle.y);
  double share = length > 0 ? MIN(1, disc.radius / length) : 0;
  return (RefnetLabelLine){{disc.middle.x + (end.x - disc.middle.x) * share,
                            disc.middle.y + (end.y - disc.middle.y) * share},
                           end};
}

/* Discs covered, and discs that are about as near as the label's own. */
static double disc_cost(const RefnetLabelField *field, guint32 own, RefnetBox box) {
  const RefnetLabelDisc *discs = field->discs;
  double gap = refnet_label_distance(box, discs[own].middle) - discs[own].radius, cost = 0;
  RefnetBox near = refnet_box_grow(box, MAX(gap + AMBIGUOUS_GAP, REFNET_LABEL_CLEARANCE));
  for (guint32 d = 0; d < field->disc_count; d++) {
    if (discs[d].middle.x + discs[d].radius < near.x ||
        discs[d].middle.x - discs[d].radius > near.x + near.width ||
        discs[d].middle.y + discs[d].radius < near.y ||
        discs[d].middle.y - discs[d].radius > near.y + near.height)
      continue;
    double distance = refnet_label_distance(box, discs[d].middle) - discs[d].radius;
    if (d == own ? distance < 1 : distance < REFNET_LABEL_CLEARANCE)
      cost += COST_FORBIDDEN;
    else if (d != own && distance < gap + AMBIGUOUS_GAP)
      cost += COST_AMBIGUOUS;
  }
  return cost;
}

gboolean refnet_label_meets_taken(const RefnetLabelField *field, RefnetBox box) {
  for (guint32 i = 0; i < field->taken_count; i++)
    if (refnet_box_overlaps(refnet_box_grow(field->taken[i], REFNET_LABEL_CLEARANCE), box))
      return TRUE;
  return FALSE;
}

double refnet_label_box_cost(const RefnetLabelField *field, guint32 own, RefnetBox box) {
  double outside = refnet_box_inside(box, field->area) ? 0 : COST_FORBIDDEN;
  if (refnet_label_meets_taken(field, box))
    outside += COST_FORBIDDEN;
  return outside + disc_cost(field, own, box);
}
