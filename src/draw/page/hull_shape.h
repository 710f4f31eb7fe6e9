/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The form of the ground that organizations stand on together. */
#ifndef REFNET_DRAW_PAGE_HULL_SHAPE_H
#define REFNET_DRAW_PAGE_HULL_SHAPE_H

#include "draw/page/contour.h"

G_BEGIN_DECLS

/* Where everybody is on the page, by vertex. */
typedef struct {
  const RefnetPoint *position;
  const double *radius;
  guint32 count;
} RefnetHullPlaces;

/* Rings around the pieces of the ground, as of refnet_contours_new: everything within `reach` of a
 * member's rim and within a band to the next member near by, as long as it is nearer to a member
 * than to anybody else, who are outside of it or in a hole of their own. O(members² + places ·
 * cells around one). */
GPtrArray *refnet_hull_shape_new(const GArray *members, const RefnetHullPlaces *places,
                                 double reach);

G_END_DECLS

#endif
