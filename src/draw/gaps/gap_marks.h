/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The color and the symbol of each kind of service gap: either says it without the other. */
#ifndef REFNET_DRAW_GAPS_GAP_MARKS_H
#define REFNET_DRAW_GAPS_GAP_MARKS_H

#include <refnet/analysis.h>

#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* All statuses, gravest first: whoever needs the service now and does not get it comes before what
 * may happen later. */
extern const RefnetGapStatus refnet_gap_gravity[REFNET_GAP_STATUSES];

RefnetColor refnet_gap_fill(RefnetGapStatus status);
/* Of symbols and letters on that fill. */
RefnetColor refnet_gap_ink(RefnetGapStatus status);
/* Adds the symbol, `radius` points to each side of its middle. */
void refnet_gap_symbol_draw(RefnetGapStatus status, RefnetScene *scene, RefnetPart part,
                            guint32 owner, RefnetPoint middle, double radius, RefnetColor color);

G_END_DECLS

#endif
