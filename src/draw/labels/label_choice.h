/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which candidate each label takes, so that they get along. */
#ifndef REFNET_DRAW_LABELS_LABEL_CHOICE_H
#define REFNET_DRAW_LABELS_LABEL_CHOICE_H

#include "draw/labels/label_placement.h"

G_BEGIN_DECLS

/* Chooses a candidate for each label that is not placed: the side kept free for it, or one that is
 * better yet; where not all have such a side, by simulated annealing (Christensen, Marks & Shieber
 * 1995); labels may still overlap. O(count²) for who can touch, then annealing. */
void refnet_label_choose(RefnetLabelPlacement *placement, guint64 seed);

G_END_DECLS

#endif
