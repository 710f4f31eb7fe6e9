/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where a label may stand beside its disc. */
#ifndef REFNET_DRAW_LABELS_LABEL_CANDIDATES_H
#define REFNET_DRAW_LABELS_LABEL_CANDIDATES_H

#include "draw/labels/label_placement.h"

G_BEGIN_DECLS

/* The box of a label at one of the positions beside its disc, in one of the rings. */
RefnetBox refnet_label_box_beside(RefnetLabelDisc disc, const RefnetLabelRequest *request,
                                  guint position, guint ring);
/* What standing there costs, whatever else is there. */
double refnet_label_position_cost(guint position);

/* Makes the candidates of a label, each with what it costs by itself: 16 positions in 2 rings.
 * O(discs + lines near it). */
void refnet_label_candidates_make(RefnetLabelPlacement *placement, guint32 label);

G_END_DECLS

#endif
