/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Discs make room for labels. */
#ifndef REFNET_DRAW_LABELS_LABEL_ROOM_H
#define REFNET_DRAW_LABELS_LABEL_ROOM_H

#include "draw/labels/label_field.h"

G_BEGIN_DECLS

/* The discs that a line joins. */
typedef struct {
  guint32 from, to;
} RefnetLabelEnds;

/* Discs that may move, with what stands beside them. */
typedef struct {
  RefnetBox area;
  RefnetLabelDisc *discs;
  guint32 disc_count;
  const gboolean *fixed;       /* by disc: others give way to it; NULL: none is */
  const RefnetLabelEnds *ends; /* by line */
  gsize line_count;
  /* How many lines lie between two discs, a row a disc; G_MAXUINT16: no way; NULL: not known. */
  const guint16 *distance;
  gboolean has_room;            /* enough to move discs rather than stand on lines */
  RefnetLabelRequest *requests; /* at most one a disc; their sides are chosen */
  guint32 count;
} RefnetLabelRoom;

/* Pushes discs apart together with their labels, each label on the side of its disc where it is
 * least in the way, until none overlaps or `area` is full; what lies close together moves together,
 * and heavy ones move least. Where all found room, discs then go where their distances want them,
 * as far as that leaves others theirs. O(rounds · (count · discs + lines)). */
void refnet_labels_make_room(RefnetLabelRoom *room);

G_END_DECLS

#endif
