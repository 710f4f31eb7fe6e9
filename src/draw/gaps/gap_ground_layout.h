/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Puts areas where they are, their dots around them and their names beside. */
#ifndef REFNET_DRAW_GAPS_GAP_GROUND_LAYOUT_H
#define REFNET_DRAW_GAPS_GAP_GROUND_LAYOUT_H

#include "draw/gaps/gap_ground.h"

G_BEGIN_DECLS

/* Divides the page and places everything, the page growing for the explanations unless `options`
 * give its height. REFNET_ERROR_INTERNAL when memory runs out. */
gboolean refnet_gap_ground_lay_out(RefnetGapGround *page, const RefnetMapOptions *options,
                                   GError **error);

G_END_DECLS

#endif
