/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Positions for one connected component in which drawn distances follow the number of ties between.
 */
#ifndef REFNET_DRAW_LAYOUT_STRESS_H
#define REFNET_DRAW_LAYOUT_STRESS_H

#include "draw/layout/distances.h"
#include "draw/scene/scene.h"

G_BEGIN_DECLS

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
/* The same from one start and not to the end: for a part of a crowd, of which only the outline is
 * seen. */
gboolean refnet_stress_layout_once(const RefnetComponentGraph *graph, guint64 seed,
                                   RefnetPoint *positions, GError **error);

G_END_DECLS

#endif
