/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Headers that say of what time a figure is: "Monthly capacity", "Capacity (clients per week)". */
#ifndef REFNET_MODEL_COLUMNS_PERIOD_HEADER_H
#define REFNET_MODEL_COLUMNS_PERIOD_HEADER_H

#include "model/columns/fields.h"

G_BEGIN_DECLS

/* How many of the period that a header says a year has: 12 of "Capacity per month"; 0: it says
 * none, or two. O(length), as below. */
double refnet_header_periods_a_year(const char *header);

/* Does it mean the field, when what it says of a period and of people is left out? FALSE where it
 * says nothing of a period, too. */
gboolean refnet_header_is_of_period(RefnetFile file, guint field, const char *header);

G_END_DECLS

#endif
