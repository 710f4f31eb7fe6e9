/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Puts organizations where they are, and names beside them. */
#ifndef REFNET_DRAW_GROUND_GROUND_ARRANGE_H
#define REFNET_DRAW_GROUND_GROUND_ARRANGE_H

#include "draw/ground/ground_page.h"

G_BEGIN_DECLS

/* Divides the page, projects places into it, moves discs aside that would lie on others, and places
 * labels. REFNET_ERROR_INTERNAL when memory runs out. */
gboolean refnet_ground_arrange(RefnetGroundPage *page, GError **error);

G_END_DECLS

#endif
