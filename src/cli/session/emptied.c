/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/session/emptied.h"

/* The first and the last day of the referrals; UNKNOWN where none is dated. */
static void date_range(const RefnetReferrals *referrals, RefnetDate *first, RefnetDate *last) {
  *first = *last = REFNET_DATE_UNKNOWN;
  for (gsize row = 0; row < referrals->rows; row++) {
    RefnetDate date = refnet_referral_date(referrals, row);
    if (date == REFNET_DATE_UNKNOWN)
      continue;
    *first = *first == REFNET_DATE_UNKNOWN ? date : MIN(*first, date);
    *last = MAX(*last, date);
  }
}

static char *window_remark(const RefnetReferrals *referrals) {
  RefnetDate first, last;
  date_range(referrals, &first, &last);
  if (first == REFNET_DATE_UNKNOWN)
    return g_strdup("no referral is dated, so --since and --until leave none of them");
  g_autofree char *from = refnet_date_words(first), *to = refnet_date_words(last);
  return g_strdup_printf("the filters leave no referral; those of this dataset are dated %s to %s",
                         from, to);
}

char *refnet_cli_emptied(const RefnetNetwork *network, const RefnetFilter *filter) {
  const RefnetReferrals *referrals = &network->dataset->referrals;
  gboolean is_window = filter->since != REFNET_DATE_UNKNOWN || filter->until != REFNET_DATE_UNKNOWN;
  gboolean narrows_rows = is_window || filter->bases != NULL || filter->min_count > 0;
  if (network->vertices == 0 && network->dataset->organization_count > 0)
    return g_strdup("the filters leave no organisation; widen them");
  if (network->arcs > 0 || referrals->rows == 0 || !narrows_rows)
    return NULL;
  return is_window ? window_remark(referrals)
                   : g_strdup("the filters leave no referral; widen them");
}
