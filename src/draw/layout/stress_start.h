/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Positions that stress majorization starts from. */
#ifndef REFNET_DRAW_LAYOUT_STRESS_START_H
#define REFNET_DRAW_LAYOUT_STRESS_START_H

#include "draw/layout/distances.h"
#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* More pivots than these are not used. */
#define REFNET_START_PIVOTS 50

/* Pivot MDS (Brandes & Pich 2006) from the rows of refnet_choose_pivots, about one unit a tie;
 * vertices that fall on one point are shaken apart. FALSE when memory runs out. O(pivots² · n). */
gboolean refnet_start_pivot_mds(const RefnetComponentGraph *graph, const guint16 *rows,
                                guint32 pivots, RefnetRandom *random, RefnetPoint *positions);
/* Anywhere in a square that gives each vertex about one unit. */
void refnet_start_random(const RefnetComponentGraph *graph, RefnetRandom *random,
                         RefnetPoint *positions);

G_END_DECLS

#endif
