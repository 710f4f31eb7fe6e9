/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells whose share of the capacity that reaches them is below their demand. */
#include "analysis/gaps/search.h"

#define ENOUGH (1 - 1e-9)

gboolean refnet_gap_report_strained(RefnetGapSearch *search, const RefnetGapCell *cell,
                                    GError **error) {
  if (!refnet_gap_wanted(search, REFNET_GAP_STRAINED) || !(cell->demand.people > 0) ||
      !(refnet_catchment_access(search->catchment, cell->area) < ENOUGH))
    return TRUE;
  RefnetGap gap = refnet_gap_begin(search, cell, REFNET_GAP_STRAINED);
  return refnet_gap_end(search, cell, &gap, error);
}
