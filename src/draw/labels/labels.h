/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where labels go: beside their discs, never over another label or disc. */
#ifndef REFNET_DRAW_LABELS_LABELS_H
#define REFNET_DRAW_LABELS_LABELS_H

#include "draw/labels/label_field.h"

G_BEGIN_DECLS

/* Places `count` labels: the best of 16 positions in 2 rings around each disc (Imhof's preferences,
 * fewest lines crossed, nearest disc its own) by simulated annealing (Christensen, Marks & Shieber
 * 1995); the lighter of two that still overlap is tried farther away, with a leader of at most
 * `reach` points. What then finds no room is not placed; placed ones overlap nothing. `places`
 * already placed stay and are kept clear of. O(count · (discs + lines) + annealing). */
void refnet_labels_place(const RefnetLabelField *field, const RefnetLabelRequest *requests,
                         guint32 count, double reach, guint64 seed, RefnetLabelPlace *places);

G_END_DECLS

#endif
