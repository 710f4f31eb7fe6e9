/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What colors, symbols and figures of the heat matrix of gaps mean. */
#ifndef REFNET_DRAW_GAPS_GAP_LEGEND_H
#define REFNET_DRAW_GAPS_GAP_LEGEND_H

#include "draw/gaps/gap_matrix.h"

G_BEGIN_DECLS

/* In points, at the natural size. */
#define REFNET_GAP_LEGEND_WIDTH 220.0

/* Draws the legend with its upper left corner at x, y; without a scene it only measures. Returns
 * how far down it goes. */
double refnet_gap_legend_draw(const RefnetGapMatrix *page, RefnetScene *scene, double x, double y);

G_END_DECLS

#endif
