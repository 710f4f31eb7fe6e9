/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How well a drawing of one component can be read. */
#ifndef REFNET_DRAW_LAYOUT_STRESS_MEASURE_H
#define REFNET_DRAW_LAYOUT_STRESS_MEASURE_H

#include "draw/layout/distances.h"
#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* Mean of (s |p_i − p_j| − d_ij)² / d_ij² over all pairs at the best scale s: how far a drawing is
 * from one whose distances are those of the graph, of which `rows` has one for each of the n
 * vertices (refnet_distance_rows). O(n²). */
double refnet_stress_of_rows(const guint16 *rows, guint32 n, const RefnetPoint *positions);

/* Pairs of edges that cross, those with an end in common left out. O(m²). */
guint64 refnet_stress_crossings(const RefnetComponentGraph *graph, const RefnetPoint *positions);

G_END_DECLS

#endif
