/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The body of the page, divided between the map, its legend, and who lies apart. */
#ifndef REFNET_DRAW_GROUND_GROUND_DIVISION_H
#define REFNET_DRAW_GROUND_GROUND_DIVISION_H

#include "draw/ground/ground_page.h"

G_BEGIN_DECLS

/* Sets labels and legend for the current choice of names, and divides the body between them. FALSE
 * when the choice was changed because it did not fit: divide again, which ends, as each change
 * leaves fewer labels. */
gboolean refnet_ground_division_try(RefnetGroundPage *page);

/* When all labels have their places or none: takes out of the key who has no number on the map, and
 * says how many have neither. The map keeps its room. */
void refnet_ground_division_settle(RefnetGroundPage *page);

G_END_DECLS

#endif
