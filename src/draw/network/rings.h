/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rings behind a map of one organization's surroundings. */
#ifndef REFNET_DRAW_NETWORK_RINGS_H
#define REFNET_DRAW_NETWORK_RINGS_H

#include "draw/network/arrangement.h"

G_BEGIN_DECLS

/* Draws a pale ellipse for each distance, as the layout in rings has been put on the page. O(n). */
void refnet_rings_draw(const RefnetArrangement *arrangement, RefnetScene *scene);

G_END_DECLS

#endif
