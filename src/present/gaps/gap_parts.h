/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands beside the gaps themselves. Each is added to a description of `gaps`. */
#ifndef REFNET_PRESENT_GAPS_GAP_PARTS_H
#define REFNET_PRESENT_GAPS_GAP_PARTS_H

#include "present/description/description.h"

/* What the search rests on, for people: said before the findings that it weakens. */
void refnet_gap_say_assumptions(RefnetDescription *description, const RefnetGaps *gaps);
/* What the gaps add up to, by area and by service. */
void refnet_gap_list_totals(RefnetDescription *description, const RefnetGaps *gaps);
/* The sectors of the profile that an area is without, and how many organisations each has; no rows
 * where no profile was given. */
void refnet_gap_list_sectors(RefnetDescription *description, const RefnetGaps *gaps);
/* Residents for each provider; nothing where no threshold was given. */
void refnet_gap_list_ratios(RefnetDescription *description, const RefnetGaps *gaps);

#endif
