/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Some organizations of a network, and the ties among them, as a graph of its own. */
#ifndef REFNET_DRAW_LAYOUT_COMPONENT_GRAPH_H
#define REFNET_DRAW_LAYOUT_COMPONENT_GRAPH_H

#include <refnet/model.h>

#include "draw/layout/distances.h"

G_BEGIN_DECLS

/* The `count` members, numbered in their order; `local` is scratch by vertex and gets those
 * numbers. FALSE when memory runs out; clear the graph in either case. O(members + their ties). */
gboolean refnet_component_graph_of(const RefnetNetwork *network, const guint32 *members,
                                   guint32 count, guint32 *local, RefnetComponentGraph *graph);
/* Is everybody connected to everybody? FALSE also when memory runs out. O(n + m). */
gboolean refnet_component_graph_is_whole(const RefnetComponentGraph *graph);

G_END_DECLS

#endif
