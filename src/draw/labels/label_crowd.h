/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Discs and their labels while they make room for each other. */
#ifndef REFNET_DRAW_LABELS_LABEL_CROWD_H
#define REFNET_DRAW_LABELS_LABEL_CROWD_H

#include "draw/labels/label_boxes.h"
#include "draw/labels/label_room.h"
#include "draw/labels/occupancy.h"

G_BEGIN_DECLS

/* A disc and its label. */
typedef struct {
  RefnetBox boxes[2]; /* the disc's, the label's */
  guint count;
  RefnetBox both;
  double weight;
  RefnetPoint home; /* where the disc was */
} RefnetLabelBody;

typedef struct {
  guint32 d, e;
} RefnetLabelPair;

typedef struct {
  RefnetLabelRoom *room;
  RefnetLabelBody *bodies; /* by disc */
  guint32 *request;        /* by disc: its label, or REFNET_NONE */
  double *cost;            /* by label and position: of lines under it */
  RefnetOccupancy *grid;   /* discs by number, where they or their labels lie or may lie */
  GArray *near;            /* guint32: of those, the ones in some cells */
  GArray *rivals;          /* guint32: discs near a label */
  GArray *pairs;           /* RefnetLabelPair: discs near each other */
  gboolean is_straight;
} RefnetLabelCrowd;

/* The label at one of the positions beside its disc, with the room it needs around it. */
RefnetBox refnet_label_crowd_box(const RefnetLabelCrowd *crowd, guint32 label, guint position);
/* Bodies where the discs are now: of disc d without its label; of all, with theirs. */
void refnet_label_crowd_set_disc(RefnetLabelCrowd *crowd, guint32 d);
void refnet_label_crowd_set(RefnetLabelCrowd *crowd);
gboolean refnet_label_crowd_is_fixed(const RefnetLabelCrowd *crowd, guint32 d);
/* Moves a disc that is not fixed, and its body. */
void refnet_label_crowd_move(RefnetLabelCrowd *crowd, guint32 d, RefnetPoint by);
void refnet_label_crowd_keep_inside(RefnetLabelCrowd *crowd, guint32 d);

/* How far one of the two would have to move; 0 when they are apart. */
static inline double refnet_label_depth(RefnetBox a, RefnetBox b) {
  double x = MIN(a.x + a.width, b.x + b.width) - MAX(a.x, b.x);
  double y = MIN(a.y + a.height, b.y + b.height) - MAX(a.y, b.y);
  return x > 0 && y > 0 ? MIN(x, y) : 0;
}

/* How far the box reaches out of the area. */
double refnet_label_outside(RefnetBox box, RefnetBox area);

/* Finds out what lines cost on each side of each disc. O(lines + labels · lines near one). */
void refnet_label_sides_look_up_lines(RefnetLabelCrowd *crowd);
/* Puts each label where it is least in the way. O(labels · discs near one). */
void refnet_label_sides_change(RefnetLabelCrowd *crowd);

/* Whether disc d and its label lie within the area, and on nobody else. O(discs). */
gboolean refnet_label_crowd_lies_free(const RefnetLabelCrowd *crowd, guint32 d);
/* Moves each disc towards where its distances to others want it, as far as it and its label lie
 * free there. O(discs²) a sweep. */
void refnet_label_settle(RefnetLabelCrowd *crowd);

/* Of two bodies that overlap, moves the lighter one to the nearest place with room, else the other.
 * FALSE when somebody is left. */
gboolean refnet_label_escape(RefnetLabelCrowd *crowd);

G_END_DECLS

#endif
