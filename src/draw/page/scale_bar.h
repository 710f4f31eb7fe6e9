/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How far a stretch of the map is on the ground, in kilometres and in miles. */
#ifndef REFNET_DRAW_PAGE_SCALE_BAR_H
#define REFNET_DRAW_PAGE_SCALE_BAR_H

#include "draw/scene/text.h"
#include "draw/signs/scales.h"

G_BEGIN_DECLS

/* The largest of 1, 2 and 5 times a power of ten that is no more than `most` (above 0). */
double refnet_scale_bar_round(double most);

typedef struct {
  RefnetTypesetter *typesetter; /* borrowed, as the scales */
  const RefnetScales *scales;
  double points_per_km;
  RefnetUnits units; /* on top, the others below */
  double width;      /* points that it may be long */
} RefnetScaleBar;

/* Draws the bar with the upper left corner of its box at the point, and returns the box. `scene`
 * NULL: it is only measured. */
RefnetBox refnet_scale_bar_draw(const RefnetScaleBar *bar, RefnetPoint at, RefnetScene *scene);
/* Whether nothing of the map lies in the box. */
typedef gboolean (*RefnetIsClear)(RefnetBox box, gpointer map);
/* Moves the box into a corner of the area that is clear, the lower left one before others; FALSE:
 * none is. */
gboolean refnet_scale_bar_find_corner(RefnetBox area, RefnetIsClear is_clear, gpointer map,
                                      RefnetBox *box);
/* Points from its top to its bottom. */
double refnet_scale_bar_height(const RefnetScales *scales);

G_END_DECLS

#endif
