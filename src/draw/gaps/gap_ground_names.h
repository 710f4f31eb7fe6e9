/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names of areas beside their dots. */
#ifndef REFNET_DRAW_GAPS_GAP_GROUND_NAMES_H
#define REFNET_DRAW_GAPS_GAP_GROUND_NAMES_H

#include "draw/gaps/gap_ground.h"

G_BEGIN_DECLS

/* The middle of the dot of that place which is nearest to `point`; its own where it has none. */
RefnetPoint refnet_gap_ground_dot_near(const RefnetGapGround *page, guint32 place,
                                       RefnetPoint point);

/* Places names, close to a dot of theirs, with leaders of at most `reach` points; returns how many
 * found no room. O(places² · reach). */
guint32 refnet_gap_ground_name(RefnetGapGround *page, double reach);

G_END_DECLS

#endif
