/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates that cannot be: of things that have happened, after today; two of one row, the wrong way
 * round. */
#include "model/check/check.h"

/* ---- after today ----------------------------------------------------------------------------- */

static void check_past(const RefnetStore *store, RefnetDate as_of, RefnetFile file, guint32 line,
                       guint field, RefnetDate date) {
  if (as_of == REFNET_DATE_UNKNOWN || date == REFNET_DATE_UNKNOWN || date <= as_of)
    return;
  g_autofree char *day = refnet_date_iso(date), *today = refnet_date_iso(as_of);
  refnet_sheet_report(&store->sheets[file], store->dataset.diagnostics, REFNET_KIND_FUTURE_DATE,
                      line, field, REFNET_NONE, "correct the date", "%s is after %s", day, today);
}

static void check_contacts(const RefnetStore *store, RefnetDate as_of) {
  for (guint32 i = 0; i < store->dataset.contact_count; i++) {
    const RefnetContact *contact = &store->dataset.contacts[i];
    check_past(store, as_of, REFNET_FILE_CONTACTS, contact->line, REFNET_CONTACT_FIRST_CONTACT,
               contact->first_contact);
    check_past(store, as_of, REFNET_FILE_CONTACTS, contact->line, REFNET_CONTACT_LAST_CONTACT,
               contact->last_contact);
  }
}

static void check_answers(const RefnetStore *store, RefnetDate as_of) {
  const RefnetDataset *dataset = &store->dataset;
  for (guint32 i = 0; i < dataset->respondent_count; i++)
    check_past(store, as_of, REFNET_FILE_RESPONDENTS, dataset->respondents[i].line,
               REFNET_RESPONDENT_DATE, dataset->respondents[i].date);
  for (guint32 i = 0; i < dataset->nomination_count; i++)
    check_past(store, as_of, REFNET_FILE_NOMINATIONS, dataset->nominations[i].line,
               REFNET_NOMINATION_DATE, dataset->nominations[i].date);
}

/* ---- the wrong way round --------------------------------------------------------------------- */

/* Says "`what` 2026-01-02 is before `of_earlier` 2026-03-04" where that is so. */
static void check_order(const RefnetStore *store, guint32 contact, guint field, const char *what,
                        RefnetDate later, const char *of_earlier, RefnetDate earlier) {
  if (later == REFNET_DATE_UNKNOWN || earlier == REFNET_DATE_UNKNOWN || later >= earlier)
    return;
  g_autofree char *day = refnet_date_iso(later), *before = refnet_date_iso(earlier);
  refnet_sheet_report(&store->sheets[REFNET_FILE_CONTACTS], store->dataset.diagnostics,
                      REFNET_KIND_DATES_OUT_OF_ORDER, store->dataset.contacts[contact].line, field,
                      contact, "correct one of the two dates",
                      "%s of {person}, %s, is before %s, %s", what, day, of_earlier, before);
}

static void check_contact_order(const RefnetStore *store) {
  for (guint32 i = 0; i < store->dataset.contact_count; i++) {
    const RefnetContact *contact = &store->dataset.contacts[i];
    check_order(store, i, REFNET_CONTACT_LAST_CONTACT, "the last contact", contact->last_contact,
                "the first", contact->first_contact);
    check_order(store, i, REFNET_CONTACT_LEFT, "the leaving", contact->left, "the first contact",
                contact->first_contact);
    if (contact->last_contact != contact->first_contact)
      check_order(store, i, REFNET_CONTACT_LEFT, "the leaving", contact->left, "the last contact",
                  contact->last_contact);
  }
}

/* A renewal of no agreement, or one whose day has passed while referrals went on. */
static void check_renewal(const RefnetStore *store, gsize row) {
  const RefnetReferrals *referrals = &store->dataset.referrals;
  const RefnetSheet *sheet = &store->sheets[REFNET_FILE_REFERRALS];
  RefnetDate renewal = refnet_referral_renewal(referrals, row);
  RefnetDate written = referrals->renewal[row], date = refnet_referral_date(referrals, row);
  g_autofree char *day = refnet_date_iso(written), *latest = refnet_date_iso(date);
  if (written != renewal)
    refnet_sheet_report(sheet, store->dataset.diagnostics, REFNET_KIND_RENEWAL_OF_NONE,
                        refnet_referral_line(referrals, row), REFNET_REFERRAL_RENEWAL, REFNET_NONE,
                        "write which agreement there is, or clear the renewal",
                        "the agreement is said to be none, and up for renewal on %s; it is not "
                        "told as due",
                        day);
  if (renewal != REFNET_DATE_UNKNOWN && date != REFNET_DATE_UNKNOWN && renewal < date)
    refnet_sheet_report(sheet, store->dataset.diagnostics, REFNET_KIND_RENEWAL_PASSED,
                        refnet_referral_line(referrals, row), REFNET_REFERRAL_RENEWAL, REFNET_NONE,
                        "write when it is up for renewal next, if it was renewed",
                        "the agreement was up for renewal on %s, before the latest referral on %s",
                        day, latest);
}

/* ---- all of it ------------------------------------------------------------------------------- */

/* What lies ahead by its nature (renewals, the end of a grant, planned meetings) may. */
void refnet_check_dates(const RefnetStore *store, RefnetDate as_of) {
  const RefnetDataset *dataset = &store->dataset;
  for (guint32 v = 0; v < dataset->organization_count; v++)
    check_past(store, as_of, REFNET_FILE_ORGANIZATIONS, dataset->organizations[v].line,
               REFNET_ORGANIZATION_VERIFIED, dataset->organizations[v].details->verified);
  for (gsize row = 0; dataset->referrals.date != NULL && row < dataset->referrals.rows; row++)
    check_past(store, as_of, REFNET_FILE_REFERRALS, refnet_referral_line(&dataset->referrals, row),
               REFNET_REFERRAL_DATE, dataset->referrals.date[row]);
  for (gsize row = 0; dataset->referrals.renewal != NULL && row < dataset->referrals.rows; row++)
    check_renewal(store, row);
  check_contacts(store, as_of);
  check_contact_order(store);
  check_answers(store, as_of);
}
