/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many referrals a row of referrals.csv counts, and how many of them came to something. */
#ifndef REFNET_MODEL_LOAD_REFERRAL_FIGURES_H
#define REFNET_MODEL_LOAD_REFERRAL_FIGURES_H

#include "model/load/loader.h"

G_BEGIN_DECLS

typedef struct {
  guint32 count;
  RefnetFrequency frequency; /* where the cell says how often in place of how many */
} RefnetReferralCount;

/* The count of the row, 1 where it is blank; "~20" and the like are reported. FALSE, reported as an
 * error: the row cannot be used. */
gboolean refnet_referral_read_count(const RefnetReading *reading, RefnetReferralCount *count);
/* Accepted or completed, of a row that counts so many: a number, or yes or no; −1: unknown. */
gint32 refnet_referral_read_part(const RefnetReading *reading, guint field, guint32 count);
/* Reports parts that are larger than the whole. */
void refnet_referral_check_parts(const RefnetReading *reading, guint32 count, gint32 accepted,
                                 gint32 completed);

G_END_DECLS

#endif
