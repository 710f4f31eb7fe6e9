/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is worth mending in a dataset beyond single cells: referrals, needs, respondents. */
#include "model/check/check.h"
#include "model/columns/words.h"

static void report(const RefnetStore *store, RefnetFile file, RefnetKind kind, guint32 line,
                   guint field, guint32 contact, const char *fix, const char *message) {
  refnet_sheet_report(&store->sheets[file], store->dataset.diagnostics, kind, line, field, contact,
                      fix, "%s", message);
}

/* ---- referrals and contacts ------------------------------------------------------------------ */

static void check_left(const RefnetStore *store, gsize row, const guint32 *contacts, guint field) {
  const RefnetReferrals *referrals = &store->dataset.referrals;
  if (contacts == NULL || contacts[row] == REFNET_NONE)
    return;
  RefnetDate date = refnet_referral_date(referrals, row);
  RefnetDate left = store->dataset.contacts[contacts[row]].left;
  if (left == REFNET_DATE_UNKNOWN || date == REFNET_DATE_UNKNOWN || date <= left)
    return;
  g_autofree char *day = refnet_date_iso(left);
  g_autofree char *message = g_strdup_printf("{person} left on %s, before this referral", day);
  report(store, REFNET_FILE_REFERRALS, REFNET_KIND_LEFT_CONTACT_NAMED,
         refnet_referral_line(referrals, row), field, contacts[row],
         "name who is the contact now, or correct the date", message);
}

static void check_self_referral(const RefnetStore *store, gsize row) {
  const RefnetReferrals *referrals = &store->dataset.referrals;
  if (referrals->from[row] != referrals->to[row])
    return;
  const RefnetOrganization *organization = &store->dataset.organizations[referrals->from[row]];
  g_autofree char *name = refnet_text_display(organization->name, 60);
  g_autofree char *message =
      g_strdup_printf("\"%s\" refers to itself; no relationship follows from it", name);
  report(store, REFNET_FILE_REFERRALS, REFNET_KIND_SELF_REFERRAL,
         refnet_referral_line(referrals, row), REFNET_REFERRAL_TO, REFNET_NONE,
         "name the organisation referred to, or remove the row", message);
}

static void check_placeholders(const RefnetStore *store) {
  for (guint32 i = 0; i < store->dataset.contact_count; i++) {
    const RefnetContact *contact = &store->dataset.contacts[i];
    if (!refnet_word_is_placeholder(contact->name))
      continue;
    gboolean listed = contact->line > 0;
    report(store, listed ? REFNET_FILE_CONTACTS : REFNET_FILE_REFERRALS,
           REFNET_KIND_PLACEHOLDER_CONTACT, contact->line,
           listed ? (guint)REFNET_CONTACT_NAME : REFNET_NO_FIELD, i,
           "name a person, or remove the row", "{person} is a desk or a placeholder, not a person");
  }
}

/* Self-referrals, contacts named after they left, placeholders for contacts. */
static void check_referrals(const RefnetStore *store) {
  const RefnetReferrals *referrals = &store->dataset.referrals;
  for (gsize row = 0; row < referrals->rows; row++) {
    check_self_referral(store, row);
    check_left(store, row, referrals->from_contact, REFNET_REFERRAL_FROM_CONTACT);
    check_left(store, row, referrals->to_contact, REFNET_REFERRAL_TO_CONTACT);
  }
  check_placeholders(store);
}

/* ---- needs ----------------------------------------------------------------------------------- */

static void check_need(const RefnetStore *store, const RefnetNeed *before, const RefnetNeed *need) {
  const RefnetDataset *dataset = &store->dataset;
  if (need->area != before->area || need->service != before->service ||
      need->population != before->population)
    return;
  g_autofree char *service = refnet_text_display(dataset->services.names[need->service], 60);
  g_autofree char *area = refnet_text_display(dataset->areas[need->area].name, 60);
  g_autofree char *place =
      refnet_sheet_at_row(&store->sheets[REFNET_FILE_NEEDS], MIN(before->line, need->line),
                          MAX(before->line, need->line));
  g_autofree char *message = g_strdup_printf(
      "the need for %s in %s stands %s already; the figures are added up", service, area, place);
  report(store, REFNET_FILE_NEEDS, REFNET_KIND_REPEATED_NEED, MAX(before->line, need->line),
         REFNET_NEED_DEMAND, REFNET_NONE,
         "make the rows one, or name a group of people in each under population", message);
}

/* Needs of the same people for one service in one area that are told twice; rows of one such need
 * lie together. */
static void check_needs(const RefnetStore *store) {
  for (guint32 i = 1; i < store->dataset.need_count; i++)
    check_need(store, &store->dataset.needs[i - 1], &store->dataset.needs[i]);
}

/* ---- respondents ----------------------------------------------------------------------------- */

static void check_respondent(const RefnetStore *store, guint32 i) {
  const RefnetRespondent *respondent = &store->dataset.respondents[i];
  g_autofree char *name =
      refnet_text_display(store->dataset.organizations[respondent->organization].name, 60);
  g_autofree char *message = NULL;
  if (i > 0 && respondent->organization == store->dataset.respondents[i - 1].organization) {
    g_autofree char *place =
        refnet_sheet_at_row(&store->sheets[REFNET_FILE_RESPONDENTS],
                            store->dataset.respondents[i - 1].line, respondent->line);
    message =
        g_strdup_printf("\"%s\" is listed already %s, with another answer or date", name, place);
    report(store, REFNET_FILE_RESPONDENTS, REFNET_KIND_REPEATED_RESPONDENT, respondent->line,
           REFNET_RESPONDENT_ORGANIZATION, REFNET_NONE, "keep one row for each organisation",
           message);
  } else if (respondent->answered == REFNET_TRI_NO) {
    message =
        g_strdup_printf("\"%s\" did not answer: what it does not list is unknown, not none", name);
    report(store, REFNET_FILE_RESPONDENTS, REFNET_KIND_NOT_ANSWERED, respondent->line,
           REFNET_RESPONDENT_ANSWERED, REFNET_NONE, "ask the organisation again", message);
  }
}

/* Organizations that did not answer, or are listed with several answers. */
static void check_respondents(const RefnetStore *store) {
  for (guint32 i = 0; i < store->dataset.respondent_count; i++)
    check_respondent(store, i);
}

/* ---- all of it ------------------------------------------------------------------------------- */

void refnet_dataset_check(RefnetDataset *dataset, RefnetDate as_of) {
  const RefnetStore *store = refnet_store_of(dataset);
  refnet_check_organizations(store, as_of);
  refnet_check_services(store);
  refnet_check_parents(store);
  refnet_check_sheet(store);
  refnet_check_places(store);
  refnet_check_values(store);
  check_referrals(store);
  refnet_check_successors(store);
  check_needs(store);
  check_respondents(store);
  refnet_check_dates(store, as_of);
}
