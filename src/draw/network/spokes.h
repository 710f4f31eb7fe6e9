/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Many around a circle, each name along the line from the middle through its disc. */
#ifndef REFNET_DRAW_NETWORK_SPOKES_H
#define REFNET_DRAW_NETWORK_SPOKES_H

#include "draw/network/arrangement.h"

G_BEGIN_DECLS

/* Puts the discs of a circle on the largest ellipse around which all names have room, none upside
 * down, in letters and lines as large as that allows, and notes it in a->spokes. FALSE, with
 * nothing placed, when there is no circle, when names beside discs do as well, or for want of room.
 * O(n log n). */
gboolean refnet_spokes_place(RefnetArrangement *a);

/* Where names have no room for that: the discs alone on the ellipse in the box, or in as much more
 * of the drawing as they need to stand side by side; names are placed beside them as on other maps.
 * O(n). */
void refnet_spokes_place_discs(RefnetArrangement *a, RefnetBox box);

/* How far a line on that ellipse bends toward its middle, so that it keeps clear of discs between
 * its ends: points to the left of the way, as of an edge. */
double refnet_spokes_bend(const RefnetArrangement *a, RefnetPoint from, RefnetPoint to);

G_END_DECLS

#endif
