/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What labels are placed in: discs, lines, and what is taken. */
#ifndef REFNET_DRAW_LABELS_LABEL_FIELD_H
#define REFNET_DRAW_LABELS_LABEL_FIELD_H

#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* Points of a label from discs and other labels: the halo must not reach them. */
#define REFNET_LABEL_CLEARANCE 2.5
/* Between two side by side, where there is room: more than between the words of one, lest they be
 * read as one. */
#define REFNET_LABEL_WORD_GAP 5.0

typedef struct {
  RefnetPoint middle;
  double radius;
} RefnetLabelDisc;

typedef struct {
  RefnetPoint from, to;
} RefnetLabelLine;

/* What labels have to keep clear of (discs, the rim of the area) and would rather (lines). */
typedef struct {
  RefnetBox area;
  const RefnetLabelDisc *discs;
  guint32 disc_count;
  const RefnetLabelLine *lines;
  gsize line_count;
  const RefnetBox *taken; /* by other text */
  guint32 taken_count;
  double beside;        /* points between labels side by side; 0: the clearance */
  guint32 most_crossed; /* discs of others that a leader may run over; REFNET_NONE: any */
} RefnetLabelField;

static inline double refnet_label_beside(const RefnetLabelField *field) {
  return MAX(field->beside, REFNET_LABEL_CLEARANCE);
}

/* One label: the disc it belongs to, its size, how much it matters (1: least, 2: most), and the
 * side that was kept free for it: a position of the first ring, from 1; 0: none. */
typedef struct {
  guint32 disc;
  double width, height;
  double weight;
  guint8 side;
} RefnetLabelRequest;

typedef struct {
  gboolean placed;
  gboolean leader;    /* too far from its disc to be taken for its own without a line */
  RefnetPoint anchor; /* where that line meets the label */
  double lean;        /* of its lines: 0 left, 0.5 middle, 1 right */
  RefnetBox box;
  gboolean turned;   /* about the middle of its left side, by `angle` radians clockwise */
  RefnetPoint begin; /* that middle */
  double angle;
} RefnetLabelPlace;

G_END_DECLS

#endif
