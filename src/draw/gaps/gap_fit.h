/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How large the table of gaps is on a page, or how much of it a page holds. */
#ifndef REFNET_DRAW_GAPS_GAP_FIT_H
#define REFNET_DRAW_GAPS_GAP_FIT_H

#include "draw/gaps/gap_matrix.h"

G_BEGIN_DECLS

/* Measures table and legend with `unit` points for one of the natural size. */
void refnet_gap_fit_measure(RefnetGapMatrix *page, double unit);
/* Shows that part of the whole table; it is not measured yet. */
void refnet_gap_fit_take(RefnetGapMatrix *page, RefnetGapPart part);
/* Rows and columns share what the page has left, as far as that looks well. */
void refnet_gap_fit_stretch(RefnetGapMatrix *page);
/* Table and legend together, as measured. */
double refnet_gap_fit_width(const RefnetGapMatrix *page);
double refnet_gap_fit_height(const RefnetGapMatrix *page);

/* Puts the legend beside the table or below it, whichever lets the page of `page->scales` hold
 * more: the whole table as large as can be, or, with letters of `least_text` points, as many of its
 * first rows and columns as there is room for. A page of height 0 has no end. O((services +
 * areas)²) of those that could be on a page. */
void refnet_gap_fit_table(RefnetGapMatrix *page, double least_text);

/* Where the legend begins. */
RefnetPoint refnet_gap_fit_legend(const RefnetGapMatrix *page);

G_END_DECLS

#endif
