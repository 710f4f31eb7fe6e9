/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Boxes against lines, discs and the rim of the area. */
#include "draw/labels/label_boxes.h"

#include <math.h>

/* In units of "one line crossed". */
#define COST_FORBIDDEN 1000.0
#define COST_AMBIGUOUS 1.5
/* Points around a label in which its halo would hide half a line, or half an arrowhead. */
#define LINE_CLEARANCE 2.0

/* Whether the line lies all to one side of the box, as most do. */
static gboolean lies_beside(RefnetBox box, RefnetLabelLine line) {
  return MAX(line.from.x, line.to.x) < box.x || MIN(line.from.x, line.to.x) > box.x + box.width ||
         MAX(line.from.y, line.to.y) < box.y || MIN(line.from.y, line.to.y) > box.y + box.height;
}

/* Between which shares of the line it lies inside the box (Liang & Barsky 1984), which it does not
 * lie beside; FALSE: nowhere. */
static gboolean clip(RefnetBox box, RefnetLabelLine line, double *enter, double *leave) {
  double dx = line.to.x - line.from.x, dy = line.to.y - line.from.y;
  const double step[] = {-dx, dx, -dy, dy};
  const double room[] = {line.from.x - box.x, box.x + box.width - line.from.x, line.from.y - box.y,
                         box.y + box.height - line.from.y};
  *enter = 0;
  *leave = 1;
  for (int side = 0; side < 4; side++) {
    if (step[side] < 0)
      *enter = MAX(*enter, room[side] / step[side]);
    else if (step[side] > 0)
      *leave = MIN(*leave, room[side] / step[side]);
  }
  return *enter < *leave && (dx != 0 || dy != 0);
}

gboolean refnet_label_meets_line(RefnetBox box, RefnetLabelLine line) {
  double enter, leave;
  return !lies_beside(box, line) && clip(box, line, &enter, &leave);
}

double refnet_label_line_cost(const RefnetLabelField *field, RefnetBox label) {
  RefnetBox box = refnet_box_grow(label, LINE_CLEARANCE);
  double cost = 0, enter, leave;
  for (gsize i = 0; i < field->line_count; i++) {
    RefnetLabelLine line = field->lines[i];
    if (lies_beside(box, line) || !clip(box, line, &enter, &leave))
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
  for (guint32 d = 0; d < field->disc_count; d++) {
    double distance = refnet_label_distance(box, discs[d].middle) - discs[d].radius;
    if (d == own ? distance < 1 : distance < REFNET_LABEL_CLEARANCE)
      cost += COST_FORBIDDEN;
    else if (d != own && distance < gap + 3)
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
  return outside + disc_cost(field, own, box) + refnet_label_line_cost(field, box);
}
