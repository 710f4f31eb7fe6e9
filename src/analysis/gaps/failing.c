/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells whose providers are often unable to take the people referred to them. */
#include "analysis/gaps/search.h"

gboolean refnet_gap_report_failing(RefnetGapSearch *search, const RefnetGapCell *cell,
                                   GError **error) {
  RefnetOutcomeCount count = {0, 0};
  if (!refnet_gap_wanted(search, REFNET_GAP_FAILING))
    return TRUE;
  for (guint32 i = 0; i < cell->provider_count; i++) {
    RefnetOutcomeCount one =
        refnet_outcomes_of(search->outcomes, cell->service, cell->providers[i]);
    count.known += one.known;
    count.unfilled += one.unfilled;
  }
  if (!refnet_outcomes_often_unfilled(count))
    return TRUE;
  RefnetGap gap = refnet_gap_begin(search, cell, REFNET_GAP_FAILING);
  gap.outcomes_known = count.known;
  gap.outcomes_unfilled = count.unfilled;
  gap.unfilled_lower = refnet_wilson_lower(count.unfilled, count.known);
  return refnet_gap_end(search, cell, &gap, error);
}
