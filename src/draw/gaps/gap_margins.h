/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Headings and totals around the heat matrix of gaps. */
#ifndef REFNET_DRAW_GAPS_GAP_MARGINS_H
#define REFNET_DRAW_GAPS_GAP_MARGINS_H

#include "draw/gaps/gap_matrix.h"

G_BEGIN_DECLS

/* Draws the names of services and areas beside their rows and above their columns. */
void refnet_gap_headings_draw(const RefnetGapMatrix *page, RefnetScene *scene);

/* Draws the totals of rows, of columns and of everything, `page->totals` kinds of them. */
void refnet_gap_totals_draw(const RefnetGapMatrix *page, RefnetScene *scene);

G_END_DECLS

#endif
