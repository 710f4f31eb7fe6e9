/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Outlines of where a field is positive. */
#ifndef REFNET_DRAW_PAGE_CONTOUR_H
#define REFNET_DRAW_PAGE_CONTOUR_H

#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* Figures at the crossings of a grid. */
typedef struct {
  double x, y, step; /* of the first crossing, and between two */
  guint32 columns, rows;
  double *at; /* by row, then column; negative all around the rim */
} RefnetField;

/* The closed lines along which the field is 0 (marching squares, Lorensen & Cline 1987, in two
 * dimensions), each a GArray of RefnetPoint: clockwise on the page around what is positive, the
 * other way around holes. O(crossings). */
GPtrArray *refnet_contours_new(const RefnetField *field);

/* Twice the area inside the ring; negative when it runs counterclockwise. */
double refnet_ring_area(const GArray *ring);
gboolean refnet_ring_contains(const GArray *ring, RefnetPoint point);

G_END_DECLS

#endif
