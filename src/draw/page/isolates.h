/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Organizations without a recorded relationship: rows of discs with their labels, below the
 * drawing. */
#ifndef REFNET_DRAW_PAGE_ISOLATES_H
#define REFNET_DRAW_PAGE_ISOLATES_H

#include "draw/scene/text.h"
#include "draw/signs/scales.h"

G_BEGIN_DECLS

/* A grid of equal cells, a disc with its label to the right in each, under a heading. */
typedef struct {
  guint32 count;
  guint32 columns, rows;
  double heading_height, cell_width, cell_height;
  double radius;
  double width, height; /* of the whole band; 0 when count is 0 */
} RefnetIsolates;

/* Room for `count` isolates of at most `radius` whose widest label is `label_width` (0: no labels)
 * in a band of `width`. */
RefnetIsolates refnet_isolates_measure(const RefnetScales *scales, guint32 count, double radius,
                                       double label_width, double width);
/* Spreads the rows over up to `height` points, where the page has nothing else to show. */
void refnet_isolates_spread(RefnetIsolates *isolates, double height);

/* The middle of the disc of isolate i, the band's upper left corner at (x, y). */
RefnetPoint refnet_isolates_middle(const RefnetIsolates *isolates, guint32 i, double x, double y);
/* Adds the band's ground and heading. */
void refnet_isolates_draw_band(const RefnetIsolates *isolates, RefnetTypesetter *typesetter,
                               const RefnetScales *scales, RefnetScene *scene, double x, double y);

G_END_DECLS

#endif
