/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Places for organizations whose own is not known. */
#ifndef REFNET_DRAW_LAYOUT_NEAR_H
#define REFNET_DRAW_LAYOUT_NEAR_H

#include "draw/layout/layout.h"

G_BEGIN_DECLS

/* Gives the placed vertices that are not `known` (by vertex) a position near those they have ties
 * with, about as far away as known ones with a tie are from each other; parts without a known one
 * stand in a row below. Known ones stay. FALSE with REFNET_ERROR_INTERNAL: memory.
 * O(rounds · (n + m)). */
gboolean refnet_place_near(const RefnetNetwork *network, const gboolean *known,
                           RefnetLayout *layout, GError **error);

G_END_DECLS

#endif
