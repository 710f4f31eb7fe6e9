/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Labels while they are placed: their candidates, what was chosen, what is taken. */
#ifndef REFNET_DRAW_LABELS_LABEL_PLACEMENT_H
#define REFNET_DRAW_LABELS_LABEL_PLACEMENT_H

#include "draw/labels/label_field.h"
#include "draw/labels/label_lines.h"
#include "draw/labels/occupancy.h"

G_BEGIN_DECLS

/* Places tried beside each disc. */
#define REFNET_LABEL_POSITIONS 16
#define REFNET_LABEL_RINGS 2
#define REFNET_LABEL_CANDIDATES (REFNET_LABEL_POSITIONS * REFNET_LABEL_RINGS)

typedef struct {
  RefnetBox box;
  double lean, cost;
} RefnetLabelCandidate;

typedef struct {
  const RefnetLabelField *field;
  const RefnetLabelRequest *requests;
  RefnetLabelPlace *places;
  guint32 count;
  RefnetLabelCandidate *candidates; /* count × REFNET_LABEL_CANDIDATES */
  guint8 *chosen;                   /* by label */
  GArray **rivals;         /* labels whose candidates can touch; NULL for those placed before */
  GArray *leaders;         /* RefnetLabelLine, drawn so far */
  RefnetLabelLines *lines; /* of the field */
  RefnetOccupancy *taken;  /* discs by number, then placed labels by disc_count + number */
} RefnetLabelPlacement;

/* Allocates what the labels of field, requests and places need, and notes which places are taken:
 * by discs, and by labels and leaders placed before. */
void refnet_label_placement_start(RefnetLabelPlacement *placement);
void refnet_label_placement_clear(RefnetLabelPlacement *placement);

G_END_DECLS

#endif
