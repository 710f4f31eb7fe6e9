/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Grounds behind organizations that belong together: a coalition, a community, a sector. */
#ifndef REFNET_DRAW_PAGE_HULLS_H
#define REFNET_DRAW_PAGE_HULLS_H

#include <refnet/draw.h>

#include "draw/signs/palette.h"

G_BEGIN_DECLS

typedef struct {
  RefnetPalette *palette; /* how each hull looks, its name and how many of the view it holds; its
                             group_of is NULL: an organization may be in several */
  GPtrArray *members;     /* by hull a GArray of guint32: those with a relationship */
  guint32 left_out;       /* groups of two or more beyond those drawn */
} RefnetHulls;

/* The hulls of the largest groups with two or more organizations that have a relationship, largest
 * first. `measures` are needed for communities. NULL where none are asked for. O(n log n). */
RefnetHulls *refnet_hulls_new(const RefnetNetwork *network, const RefnetMeasures *measures,
                              RefnetMapHulls kind);
void refnet_hulls_free(RefnetHulls *hulls);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetHulls, refnet_hulls_free)

/* Draws each as a rim around its organizations' forms and bands that join them the shortest way
 * (a minimum spanning tree, Prim 1957), so that it never takes in somebody else. O(Σ members²). */
void refnet_hulls_draw(const RefnetHulls *hulls, const RefnetPoint *position, const double *radius,
                       RefnetScene *scene);

G_END_DECLS

#endif
