/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The body of the page, divided between legend, drawing and isolates. */
#ifndef REFNET_DRAW_NETWORK_DIVISION_H
#define REFNET_DRAW_NETWORK_DIVISION_H

#include "draw/network/arrangement.h"

G_BEGIN_DECLS

/* Sets labels and legend for the current choice of names, and divides the body between them. FALSE
 * when the choice was changed because it did not fit: divide again, which ends, as each change
 * leaves fewer labels or a shorter key. */
gboolean refnet_division_try(RefnetArrangement *a);

/* Sets numbers and key anew for who is numbered now; the drawing stays where it is. */
void refnet_division_renumber(RefnetArrangement *a);

G_END_DECLS

#endif
