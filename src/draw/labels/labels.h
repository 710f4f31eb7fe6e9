/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where labels go: beside their discs, never over another label or disc. */
#ifndef REFNET_DRAW_LABELS_LABELS_H
#define REFNET_DRAW_LABELS_LABELS_H

#include "draw/scene/scene.h"

G_BEGIN_DECLS

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
  gboolean leaders_cross_discs; /* where a crowd leaves no way around them */
} RefnetLabelField;

/* One label: the disc it belongs to, its size, and how much it matters (1: least, 2: most). */
typedef struct {
  guint32 disc;
  double width, height;
  double weight;
} RefnetLabelRequest;

typedef struct {
  gboolean placed;
  gboolean leader;    /* too far from its disc to be taken for its own without a line */
  RefnetPoint anchor; /* where that line meets the label */
  double lean;        /* of its lines: 0 left, 0.5 middle, 1 right */
  RefnetBox box;
} RefnetLabelPlace;

/* Places `count` labels: the best of 16 positions in 2 rings around each disc (Imhof's preferences,
 * fewest lines crossed, nearest disc its own) by simulated annealing (Christensen, Marks & Shieber
 * 1995); the lighter of two that still overlap is tried farther away, with a leader of at most
 * `reach` points. What then finds no room is not placed; placed ones overlap nothing. `places`
 * already placed stay and are kept clear of. O(count · (discs + lines) + annealing). */
void refnet_labels_place(const RefnetLabelField *field, const RefnetLabelRequest *requests,
                         guint32 count, double reach, guint64 seed, RefnetLabelPlace *places);

G_END_DECLS

#endif
