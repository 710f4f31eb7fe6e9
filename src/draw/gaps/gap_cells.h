/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The cells of the heat matrix of gaps. */
#ifndef REFNET_DRAW_GAPS_GAP_CELLS_H
#define REFNET_DRAW_GAPS_GAP_CELLS_H

#include "draw/gaps/gap_matrix.h"

G_BEGIN_DECLS

/* Draws one cell: color and symbol of its gravest finding, further ones small, people in need. */
void refnet_gap_cell_draw(const RefnetGapMatrix *page, RefnetScene *scene, guint32 row,
                          guint32 column);

G_END_DECLS

#endif
