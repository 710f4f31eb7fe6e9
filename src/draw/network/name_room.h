/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Room for names and numbers between the discs. */
#ifndef REFNET_DRAW_NETWORK_NAME_ROOM_H
#define REFNET_DRAW_NETWORK_NAME_ROOM_H

#include "draw/network/arrangement.h"

G_BEGIN_DECLS

/* Moves discs that lie where their relationships put them so that their names and numbers find
 * room. FALSE, with all where they were, when most would have to move far. */
gboolean refnet_name_room_make(RefnetArrangement *a);

G_END_DECLS

#endif
