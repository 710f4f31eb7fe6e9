/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a label costs where it stands, and how near it is to others. */
#ifndef REFNET_DRAW_LABELS_LABEL_BOXES_H
#define REFNET_DRAW_LABELS_LABEL_BOXES_H

#include "draw/labels/label_field.h"

G_BEGIN_DECLS

/* Do the boxes come closer than the clearance, side by side than `beside`? Asked millions of times:
 * no calls. */
static inline gboolean refnet_label_too_near(RefnetBox a, RefnetBox b, double beside) {
  return a.x - beside < b.x + b.width && b.x < a.x + a.width + beside &&
         a.y - REFNET_LABEL_CLEARANCE < b.y + b.height &&
         b.y < a.y + a.height + REFNET_LABEL_CLEARANCE;
}

/* Whether part of the line lies inside the box. */
gboolean refnet_label_meets_line(RefnetBox box, RefnetLabelLine line);

/* From the nearest point of the box; 0 inside. */
double refnet_label_distance(RefnetBox box, RefnetPoint at);

/* From the rim of the disc to the nearest point of the box. */
RefnetLabelLine refnet_label_leader(RefnetLabelDisc disc, RefnetBox box);

/* Whether the box comes too near to other text. */
gboolean refnet_label_meets_taken(const RefnetLabelField *field, RefnetBox box);

/* The label with the room around it in which a line costs. */
RefnetBox refnet_label_line_room(RefnetBox label);
/* What those of the lines (RefnetLabelLine) cost that run under the label; one crossed is about 1.
 * O(lines). */
double refnet_label_line_cost(const GArray *lines, RefnetBox label);

/* What the box costs as a label of disc `own`, whatever lines and other labels do: discs covered or
 * about as near as its own, the rim of the area, other text. O(discs). */
double refnet_label_box_cost(const RefnetLabelField *field, guint32 own, RefnetBox box);

G_END_DECLS

#endif
