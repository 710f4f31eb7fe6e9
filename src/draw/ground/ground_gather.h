/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Markers for many at one place, where there are more than can lie beside each other. */
#ifndef REFNET_DRAW_GROUND_GROUND_GATHER_H
#define REFNET_DRAW_GROUND_GROUND_GATHER_H

#include "draw/ground/ground_page.h"

G_BEGIN_DECLS

/* Where the places known crowd each other, makes those that lie within the width of a marker one:
 * sets `head`, `members` and `gathered`, and names and radii of the markers; else everybody is his
 * own head. Places, names and radii have to be known. O(n² + arcs · log arcs). */
void refnet_ground_gather(RefnetGroundPage *page);

/* Draws marker v with its number, over the organizations it stands for. */
void refnet_ground_gather_draw(const RefnetGroundPage *page, guint32 v, RefnetScene *scene);
/* Whether discs have colors of several groups, which the rings of markers show shares of. */
gboolean refnet_ground_shows_groups(const RefnetGroundPage *page);

G_END_DECLS

#endif
