/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which findings come first, and which areas and services. */
#ifndef REFNET_ANALYSIS_GAPS_ORDER_H
#define REFNET_ANALYSIS_GAPS_ORDER_H

#include "analysis/gaps/search.h"

G_BEGIN_DECLS

/* Findings, and capacity that no need reaches: most people first. O(findings · log). */
void refnet_gap_sort(RefnetGapSearch *search);
/* Areas and services with findings: most people first; without needs on record areas where most
 * live, else where most organizations work, and services that most of them offer. */
void refnet_gap_sort_totals(RefnetGapSearch *search);

G_END_DECLS

#endif
