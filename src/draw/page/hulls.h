/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Grounds behind organizations that belong together: a coalition, a community, a sector. */
#ifndef REFNET_DRAW_PAGE_HULLS_H
#define REFNET_DRAW_PAGE_HULLS_H

#include <refnet/draw.h>

#include "draw/page/hull_shape.h"
#include "draw/scene/text.h"
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

/* What names of grounds keep clear of. */
typedef struct {
  RefnetHullPlaces places;
  const RefnetBox *labels;
  guint label_count;
  RefnetBox area; /* that they stay in */
  RefnetFont font;
  gboolean grayscale; /* outlines are told apart by their dashes */
} RefnetHullScene;

/* Tints each ground, in as many pieces as its members are apart, see hull_shape.h. Returns their
 * shapes. O(grounds · cells). */
GPtrArray *refnet_hulls_draw(const RefnetHulls *hulls, const RefnetHullPlaces *places,
                             RefnetScene *scene);
/* Their outlines, over the lines of the network, and their names at the border where there is room.
 */
void refnet_hulls_draw_outlines(const RefnetHulls *hulls, const GPtrArray *shapes,
                                const RefnetHullScene *around, RefnetTypesetter *typesetter,
                                RefnetScene *scene);

G_END_DECLS

#endif
