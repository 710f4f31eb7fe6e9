/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How far a dataset goes. */
#include <refnet/analysis.h>

/* The later of the two, unless it lies ahead of as_of; the unknown date is the smallest. */
static void note(RefnetDate *latest, RefnetDate date, RefnetDate as_of) {
  if (as_of == REFNET_DATE_UNKNOWN || date <= as_of)
    *latest = MAX(*latest, date);
}

RefnetDate refnet_dataset_last_date(const RefnetDataset *dataset, RefnetDate as_of) {
  RefnetDate latest = REFNET_DATE_UNKNOWN;
  for (gsize row = 0; dataset->referrals.date && row < dataset->referrals.rows; row++)
    note(&latest, dataset->referrals.date[row], as_of);
  for (guint32 o = 0; o < dataset->organization_count; o++)
    note(&latest, dataset->organizations[o].details->verified, as_of);
  for (guint32 c = 0; c < dataset->contact_count; c++) {
    note(&latest, dataset->contacts[c].first_contact, as_of);
    note(&latest, dataset->contacts[c].last_contact, as_of);
    note(&latest, dataset->contacts[c].left, as_of);
  }
  for (guint32 i = 0; i < dataset->respondent_count; i++)
    note(&latest, dataset->respondents[i].date, as_of);
  for (guint32 i = 0; i < dataset->nomination_count; i++)
    note(&latest, dataset->nominations[i].date, as_of);
  for (guint32 i = 0; i < dataset->meeting_count; i++)
    note(&latest, dataset->meetings[i].date, as_of);
  return latest;
}
