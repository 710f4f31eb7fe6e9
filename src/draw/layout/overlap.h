/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Keeps what belongs to different organizations apart. */
#ifndef REFNET_DRAW_LAYOUT_OVERLAP_H
#define REFNET_DRAW_LAYOUT_OVERLAP_H

#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* Room that a disc and its label take around the middle of the disc. */
typedef struct {
  double left, right, up, down;
} RefnetFootprint;

RefnetBox refnet_footprint_at(RefnetFootprint footprint, RefnetPoint middle);

/* Pushes the `count` vertices apart, each pair the shorter way, until no two footprints overlap or
 * no room is left in `area`, which none leaves. `vertices` index the other arrays. Those that are
 * `fixed` (NULL: none) stay where they are, even on each other. The arrangement stays near what it
 * was. O(rounds · count) for footprints of about one size. FALSE: memory ran out. */
gboolean refnet_overlap_remove(const guint32 *vertices, guint32 count,
                               const RefnetFootprint *footprints, const gboolean *fixed,
                               RefnetBox area, RefnetPoint *positions);

G_END_DECLS

#endif
