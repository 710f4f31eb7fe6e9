/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What colors, symbols and figures of the heat matrix of gaps mean. */
#ifndef REFNET_DRAW_GAPS_GAP_LEGEND_H
#define REFNET_DRAW_GAPS_GAP_LEGEND_H

#include "draw/gaps/gap_matrix.h"

G_BEGIN_DECLS

/* In points, at the natural size, beside the table. */
#define REFNET_GAP_LEGEND_WIDTH 220.0

/* Draws the legend, `page->legend_width` wide, with its upper left corner at x, y: as a column, or
 * in rows where `page->is_below`. Without a scene it only measures. Returns how far down it goes.
 */
double refnet_gap_legend_draw(const RefnetGapMatrix *page, RefnetScene *scene, double x, double y);

G_END_DECLS

#endif
