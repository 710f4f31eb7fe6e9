/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many ties lie between organizations of one connected component. */
#ifndef REFNET_DRAW_LAYOUT_DISTANCES_H
#define REFNET_DRAW_LAYOUT_DISTANCES_H

#include <refnet/base.h>

G_BEGIN_DECLS

/* A connected graph as sorted neighbor arrays: those of v are neighbor[start[v]] …
 * neighbor[start[v + 1] − 1]. */
typedef struct {
  guint32 vertices;
  guint64 *start;
  guint32 *neighbor;
} RefnetComponentGraph;

void refnet_component_graph_clear(RefnetComponentGraph *graph);

/* A row of distances, in ties, for each of `count` sources (NULL: the first `count` vertices). NULL
 * when memory runs out; free with g_free. O(count · (n + m)). */
guint16 *refnet_distance_rows(const RefnetComponentGraph *graph, const guint32 *sources,
                              guint32 count);

/* The rows of `count` pivots: the first has the most ties, each next is farthest from those before.
 * `closest` gets, by vertex, the number of the nearest pivot. NULL when memory runs out; free with
 * g_free. O(count · (n + m)). */
guint16 *refnet_choose_pivots(const RefnetComponentGraph *graph, guint32 count, guint32 *closest);

G_END_DECLS

#endif
