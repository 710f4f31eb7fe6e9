/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which labels stay beside their discs, and which move away. */
#ifndef REFNET_DRAW_LABELS_LABEL_PLACES_H
#define REFNET_DRAW_LABELS_LABEL_PLACES_H

#include "draw/labels/label_placement.h"

G_BEGIN_DECLS

/* Gives each label its place, so that none overlaps anything: the chosen candidate, another, or one
 * with a leader of at most `reach` points. Heavy labels go first, with a leader where they must;
 * light ones that want one wait until all others have had their choice. What finds no room is not
 * placed. */
void refnet_label_places_fix(RefnetLabelPlacement *placement, double reach);

G_END_DECLS

#endif
