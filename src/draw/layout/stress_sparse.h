/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Low stress for components too large for all their distances. */
#ifndef REFNET_DRAW_LAYOUT_STRESS_SPARSE_H
#define REFNET_DRAW_LAYOUT_STRESS_SPARSE_H

#include "draw/layout/distances.h"
#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* Lays out `graph` by the sparse stress of 200 pivots (Ortmann, Klimenta & Brandes 2017), about one
 * unit a tie. FALSE when memory runs out. O(sweeps · (200 n + m)). */
gboolean refnet_stress_layout_sparse(const RefnetComponentGraph *graph, guint64 seed,
                                     RefnetPoint *positions);

G_END_DECLS

#endif
