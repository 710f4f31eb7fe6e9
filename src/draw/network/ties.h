/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The relationships of an arranged network as lines. */
#ifndef REFNET_DRAW_NETWORK_TIES_H
#define REFNET_DRAW_NETWORK_TIES_H

#include "draw/network/arrangement.h"

G_BEGIN_DECLS

/* Draws every tie, busy ones over quiet ones. Two ways that differ in width are drawn apart; lines
 * that would pass over a third disc are bent around it where a bend helps. O(ties · n) for the
 * bends, which are left out where that were over 2·10^7. */
void refnet_ties_draw(const RefnetArrangement *arrangement, RefnetScene *scene);

G_END_DECLS

#endif
