/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What has no place on the map: rows of discs with their names, under a heading. */
#ifndef REFNET_DRAW_PAGE_APART_H
#define REFNET_DRAW_PAGE_APART_H

#include "draw/scene/text.h"
#include "draw/signs/scales.h"

G_BEGIN_DECLS

/* Discs, and their names if any; in points. */
typedef struct {
  const char *heading;
  guint32 count;
  double disc_width, label_width; /* of the widest; a label's 0: there are no names */
  double row_height;
} RefnetApartContent;

/* A grid of equal cells, a disc with its name to the right in each. */
typedef struct {
  RefnetTextBlock heading;
  guint32 count, columns, rows;
  double disc_width, cell_width, cell_height;
  double width, height; /* of the whole band; 0 when count is 0 */
} RefnetApart;

/* Room for the content across `width`. Nothing is borrowed; clear with refnet_apart_clear. */
void refnet_apart_measure(RefnetApart *apart, const RefnetApartContent *content, double width,
                          const RefnetScales *scales, RefnetTypesetter *typesetter);
void refnet_apart_clear(RefnetApart *apart);

/* The middle of disc i, the band's upper left corner at (x, y); the name begins half a disc's width
 * and REFNET_APART_GAP to the right of it. */
RefnetPoint refnet_apart_middle(const RefnetApart *apart, guint32 i, double x, double y);
#define REFNET_APART_GAP 5.0
/* Adds the band's ground and heading. */
void refnet_apart_draw(const RefnetApart *apart, RefnetScene *scene, double x, double y);

G_END_DECLS

#endif
