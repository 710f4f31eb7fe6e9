/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The column at the side of a map: what colors, sizes, lines and marks mean, and whose the numbers
 * are. */
#ifndef REFNET_DRAW_PAGE_LEGEND_H
#define REFNET_DRAW_PAGE_LEGEND_H

#include "draw/page/legend_content.h"

G_BEGIN_DECLS

/* Sets the entries in columns of at most `height` points. O(entries). */
RefnetLegend *refnet_legend_new(RefnetTypesetter *typesetter, const RefnetLegendContent *content,
                                double height);
void refnet_legend_free(RefnetLegend *legend);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetLegend, refnet_legend_free)

/* Sets the entries in as low columns as `width` points hold beside each other, for a legend below
 * the drawing. O(entries · log height). */
void refnet_legend_lay_flat(RefnetLegend *legend, double width);
/* Points from its top to the foot of its longest column. */
double refnet_legend_height(const RefnetLegend *legend);
/* Points from its left to its right side; 0 when there is nothing to explain. */
double refnet_legend_width(const RefnetLegend *legend);
/* Draws with the upper left corner at (x, y). */
void refnet_legend_draw(const RefnetLegend *legend, RefnetScene *scene, double x, double y);

G_END_DECLS

#endif
