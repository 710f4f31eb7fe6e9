/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells with providers that nobody else serving the area leads to by recorded referrals. */
#include "analysis/gaps/search.h"

/* Where no referral at all is recorded, routes are unknown rather than missing. */
static gboolean can_be_told(const RefnetGapSearch *search, const RefnetGapCell *cell) {
  return search->result->gaps.has_routes && cell->demand.people != 0 &&
         search->serving->count[cell->area] > cell->provider_count;
}

static guint32 organization_of(const RefnetGapSearch *search, guint32 provider) {
  return provider == REFNET_NONE ? REFNET_NONE : search->network->organization[provider];
}

gboolean refnet_gap_report_unreachable(RefnetGapSearch *search, const RefnetGapCell *cell,
                                       GError **error) {
  if (!refnet_gap_wanted(search, REFNET_GAP_UNREACHABLE) || !can_be_told(search, cell) ||
      refnet_reachability_from_area(search->reachability, cell->area, cell->providers,
                                    cell->provider_count, search->result->gaps.steps))
    return TRUE;
  RefnetGap gap = refnet_gap_begin(search, cell, REFNET_GAP_UNREACHABLE);
  RefnetLink link = refnet_reachability_link(search->reachability, cell->area, cell->providers,
                                             cell->provider_count);
  gap.link_from = organization_of(search, link.from);
  gap.link_to = organization_of(search, link.to);
  gap.link_is_known = link.is_known;
  return refnet_gap_end(search, cell, &gap, error);
}
