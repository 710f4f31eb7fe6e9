/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a referral row says, for loops over all of them; the public functions are made of these. */
#ifndef REFNET_MODEL_DATASET_REFERRAL_ROWS_H
#define REFNET_MODEL_DATASET_REFERRAL_ROWS_H

#include <refnet/model.h>

G_BEGIN_DECLS

static inline guint64 refnet_row_count(const RefnetReferrals *referrals, gsize row) {
  if (referrals->frequency != NULL && referrals->frequency[row] == REFNET_FREQUENCY_NEVER)
    return 0;
  return referrals->count != NULL ? referrals->count[row] : 1;
}

static inline RefnetDate refnet_row_date(const RefnetReferrals *referrals, gsize row) {
  return referrals->date != NULL ? referrals->date[row] : REFNET_DATE_UNKNOWN;
}

G_END_DECLS

#endif
