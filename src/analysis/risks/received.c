/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many people are referred to an organization, against how many it has room for. */
#include "analysis/risks/received.h"

#include <math.h>

enum { YEAR = 365 /* days */ };

static gboolean is_of_the_year(const RefnetReferrals *referrals, gsize row, RefnetDate as_of) {
  RefnetDate date = refnet_referral_date(referrals, row);
  if (date == REFNET_DATE_UNKNOWN || as_of == REFNET_DATE_UNKNOWN)
    return TRUE;
  return date <= as_of && (gint64)date > (gint64)as_of - YEAR;
}

double refnet_received_in_a_year(const RefnetNetwork *network, guint32 vertex, RefnetDate as_of,
                                 double *undated) {
  const RefnetReferrals *referrals = &network->dataset->referrals;
  *undated = 0;
  if (!referrals->count)
    return NAN;
  double received = 0;
  for (guint64 i = network->in_start[vertex]; i < network->in_start[vertex + 1]; i++) {
    guint64 arc = network->in_arc[i];
    for (guint64 r = network->row_start[arc]; r < network->row_start[arc + 1]; r++) {
      gsize row = network->rows[r];
      double count = (double)refnet_referral_count(referrals, row);
      received += is_of_the_year(referrals, row, as_of) ? count : 0;
      *undated += refnet_referral_date(referrals, row) == REFNET_DATE_UNKNOWN ? count : 0;
    }
  }
  return received;
}

double refnet_capacity_of(const RefnetDataset *dataset, guint32 organization) {
  double capacity = dataset->organizations[organization].details->capacity;
  guint32 first = dataset->offer_start[organization], end = dataset->offer_start[organization + 1];
  if (!isnan(capacity) || first == end)
    return capacity;
  capacity = 0;
  for (guint32 o = first; o < end; o++)
    capacity += dataset->offers[o].capacity;
  return capacity;
}
