/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Positions for one connected component in which drawn distances follow the number of ties between.
 */
#ifndef REFNET_DRAW_LAYOUT_STRESS_H
#define REFNET_DRAW_LAYOUT_STRESS_H

#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* A connected graph as sorted neighbor arrays: those of v are neighbor[start[v]] … start[v+1] − 1.
 */
typedef struct {
  guint32 vertices;
  guint64 *start;
  guint32 *neighbor;
} RefnetComponentGraph;

void refnet_component_graph_clear(RefnetComponentGraph *graph);

/* Lays out `graph` with about one unit a tie, in the middle around (0, 0) and longest from left to
 * right.
 *
 * Up to 6,000 vertices: stress Σ (|p_i − p_j| − d_ij)² / d_ij² over all pairs is majorized vertex
 * by vertex (Gansner, Koren & North 2004) from a pivot-MDS start (Brandes & Pich 2006) and several
 * seeded random ones; among results of about equal stress the one with fewest crossings is kept.
 * Above, the sparse stress of 200 pivots (Ortmann, Klimenta & Brandes 2017), O(sweeps · (200 n +
 * m)).
 *
 * FALSE with REFNET_ERROR_INTERNAL when memory runs out. */
gboolean refnet_stress_layout(const RefnetComponentGraph *graph, guint64 seed,
                              RefnetPoint *positions, GError **error);

/* Mean of (s |p_i − p_j| − d_ij)² / d_ij² over all pairs at the best scale s: how far a drawing is
 * from one whose distances are those of the graph. O(n (n + m)). */
double refnet_stress_measure(const RefnetComponentGraph *graph, const RefnetPoint *positions);

/* Pairs of edges that cross, those with an end in common left out. O(m²). */
guint64 refnet_stress_crossings(const RefnetComponentGraph *graph, const RefnetPoint *positions);

G_END_DECLS

#endif
