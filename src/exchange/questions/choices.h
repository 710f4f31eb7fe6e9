/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells in which an organization has chosen, or listed, what is true of itself. */
#ifndef REFNET_EXCHANGE_QUESTIONS_CHOICES_H
#define REFNET_EXCHANGE_QUESTIONS_CHOICES_H

#include "exchange/files/grid.h"

G_BEGIN_DECLS

/* The choices of a cell, divided by semicolons, bars, line ends, or a comma and a blank outside of
 * brackets; without yes, no, none and unknown. Caller frees with g_strfreev(). O(length). */
char **refnet_survey_split_choices(const char *cell);

/* Do the cells from `first_row` on list choices rather than say yes or no, count, or tell in
 * sentences? TRUE where all are blank. O(length of the cells). */
gboolean refnet_survey_lists_choices(const RefnetGrid *grid, guint first_row, guint column,
                                     gboolean may_be_numbers);

G_END_DECLS

#endif
