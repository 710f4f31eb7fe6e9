/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How much room discs get, with their labels, when they are pushed apart. */
#ifndef REFNET_DRAW_NETWORK_FOOTPRINTS_H
#define REFNET_DRAW_NETWORK_FOOTPRINTS_H

#include "draw/network/arrangement.h"

G_BEGIN_DECLS

/* The largest footprints, by vertex, that leave the drawing as free as it has to be; free with
 * g_free. */
RefnetFootprint *refnet_footprints_new(const RefnetArrangement *a);

/* The drawing, without what names outside the form take. */
RefnetBox refnet_footprints_drawing(const RefnetArrangement *a);

G_END_DECLS

#endif
