/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Places for names and numbers around discs that lie where they lie. */
#ifndef REFNET_DRAW_NETWORK_NAME_PLACES_H
#define REFNET_DRAW_NETWORK_NAME_PLACES_H

#include "draw/network/arrangement.h"

G_BEGIN_DECLS

/* Places names first, numbers around them. FALSE when either found no room: fewer are named in the
 * next round, which has to come unless this is the last. */
gboolean refnet_name_places_find(RefnetArrangement *a, gboolean last);

/* Puts isolates and their labels into their band. */
void refnet_name_places_isolates(RefnetArrangement *a);

G_END_DECLS

#endif
