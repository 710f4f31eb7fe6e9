/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Paths while they are compared: the few best of many. */
#ifndef REFNET_ANALYSIS_PATHS_ROUTES_H
#define REFNET_ANALYSIS_PATHS_ROUTES_H

#include <glib.h>

G_BEGIN_DECLS

#define REFNET_PATH_MAX_TIES 3

typedef struct {
  guint32 vertices[REFNET_PATH_MAX_TIES + 1];
  guint32 ties;
  double strength; /* Π w */
  double width;    /* the smallest w */
} RefnetRoute;

/* The best that were offered, in order. */
typedef struct {
  RefnetRoute *routes;
  guint32 length, capacity;
  gboolean by_width;             /* widest first, then as refnet_route_compare has it */
  const RefnetRoute *apart_from; /* only through other organizations than this one's, or NULL */
} RefnetBestRoutes;

/* Strongest first, then fewest ties, then smallest ids. */
int refnet_route_compare(const RefnetRoute *a, const RefnetRoute *b);

/* Takes the route in if it is among the best. O(capacity). */
void refnet_routes_offer(RefnetBestRoutes *best, const RefnetRoute *route);
/* Can no route be among the best that is no stronger and no wider than this? */
gboolean refnet_routes_are_hopeless(const RefnetBestRoutes *best, const RefnetRoute *route);

G_END_DECLS

#endif
