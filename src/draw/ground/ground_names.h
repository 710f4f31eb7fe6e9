/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is named on the ground, what is numbered, and what labels say. */
#ifndef REFNET_DRAW_GROUND_GROUND_NAMES_H
#define REFNET_DRAW_GROUND_GROUND_NAMES_H

#include "draw/ground/ground_page.h"

G_BEGIN_DECLS

/* Relationships: who has more is named before others. */
double refnet_ground_names_importance(const RefnetGroundPage *page, guint32 v);

/* Chooses who is named before it is known for whom there is room; all that lie apart are. */
void refnet_ground_names_choose(RefnetGroundPage *page);

/* Lists the areas to be named: those without parts that have a place. */
void refnet_ground_names_list_areas(RefnetGroundPage *page);

/* Sets numbers, key and the text of labels for who is named and numbered now. */
void refnet_ground_names_set(RefnetGroundPage *page);

/* Turns names that found no room into numbers; where there are too many, into nothing. */
void refnet_ground_names_replace_unplaced(RefnetGroundPage *page);

/* Has fewer numbers, whose key takes too much room: the best connected eighth get another chance as
 * names, once; after that the least connected eighth stay without. */
void refnet_ground_names_number_fewer(RefnetGroundPage *page);

/* Counts those that have no label, nor a marker that has one. */
void refnet_ground_names_count_unnamed(RefnetGroundPage *page);

/* Leaves those without a place for their label unlabeled, and counts them. */
void refnet_ground_names_leave_out(RefnetGroundPage *page);

G_END_DECLS

#endif
