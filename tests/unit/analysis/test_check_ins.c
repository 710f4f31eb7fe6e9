/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is due: each rule of upkeep on the smallest dataset that shows it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <refnet/analysis.h>

#include "unit/support.h"

#define ORGANIZATIONS "name,id,status,funding_end\nElm,elm,,\nOak,oak,,\nGone,gone,closed,\n"

static RefnetDate day(const char *text) {
  RefnetDate date;
  assert_int_equal(refnet_date_parse(text, REFNET_DATE_ORDER_UNKNOWN, &date), REFNET_DATE_OK);
  return date;
}

typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
  RefnetCheckIns *check_ins;
} Found;

static Found find_within(const char *contacts, const char *referrals, const char *organizations,
                         guint32 days, gboolean undirected) {
  Found found;
  GError *error = NULL;
  RefnetCheckInOptions options = {
      .as_of = day("2026-09-30"), .cadence = 3, .check_in_days = days, .renewal_days = 90};
  found.dataset = support_load(&error, "organizations.csv", organizations, "contacts.csv", contacts,
                               "referrals.csv", referrals, NULL);
  assert_null(error);
  found.network = refnet_network_new(found.dataset, NULL, undirected, &error);
  assert_null(error);
  found.check_ins = refnet_check_ins_new(found.network, &options, &error);
  assert_null(error);
  return found;
}

static Found find(const char *contacts, const char *referrals) {
  return find_within(contacts, referrals, ORGANIZATIONS, 0, FALSE);
}

static void found_free(Found *found) {
  refnet_check_ins_free(found->check_ins);
  refnet_network_free(found->network);
  refnet_dataset_free(found->dataset);
}

/* "kind organization due, …" */
static void assert_due(const Found *found, const char *expected) {
  static const char *const kinds[] = {"check_in", "renewal", "funding", "successor", "reciprocity"};
  g_autoptr(GString) text = g_string_new(NULL);
  for (gsize i = 0; i < found->check_ins->due_count; i++) {
    const RefnetDue *due = &found->check_ins->due[i];
    g_autofree char *iso = refnet_date_iso(due->due);
    g_string_append_printf(text, "%s%s %s %s", i ? ", " : "", kinds[due->kind],
                           refnet_network_organization(found->network, due->vertex)->id,
                           iso ? iso : "-");
  }
  assert_string_equal(text->str, expected);
}

#define CONTACTS "organization,name,first_contact,last_contact,left,succeeded_by\n"
#define REFERRALS "from,to,count,date,agreement,renewal\n"

static void monthly_then_quarterly(void **state) {
  (void)state;
  Found found = find(CONTACTS "elm,New Due,2026-05-01,2026-08-30,,\n"
                              "elm,New Not,2026-05-01,2026-09-01,,\n"
                              "elm,New End Of Month,2026-05-01,2026-08-31,,\n"
                              "elm,Half Year Today,2026-03-30,2026-08-01,,\n"
                              "oak,Old Due,2020-01-01,2026-06-30,,\n"
                              "oak,Old Not,2020-01-01,2026-07-01,,\n"
                              "oak,First Unknown,,2026-06-30,,\n"
                              "oak,Never Dated,2026-05-01,,,\n",
                     REFERRALS);
  assert_due(&found, "check_in elm 2026-09-30, check_in elm 2026-09-30, check_in oak 2026-09-30, "
                     "check_in oak 2026-09-30");
  assert_int_equal(found.check_ins->kind_counts[REFNET_DUE_CHECK_IN], 4);
  assert_int_equal(found.check_ins->contacts, 8);
  assert_int_equal(found.check_ins->contacts_without_date, 1);
  found_free(&found);
}

/* Whom only a referral names is in no list, so no date can be missing there. */
static void named_in_referrals_is_not_listed(void **state) {
  (void)state;
  Found found = find(CONTACTS "elm,Ana Ruiz,,,,\n", "from,to,from_contact,to_contact\n"
                                                    "elm,oak,Somebody Else,Bo Lind\n");
  assert_int_equal(found.check_ins->contacts, 1);
  assert_int_equal(found.check_ins->contacts_without_date, 1);
  found_free(&found);
}

static void ahead(void **state) {
  (void)state;
  Found found = find_within(CONTACTS "oak,Old Not,2020-01-01,2026-07-10,,\n", REFERRALS,
                            ORGANIZATIONS, 10, FALSE);
  assert_due(&found, "check_in oak 2026-10-10");
  found_free(&found);
}

static void closed_and_gone_are_left_alone(void **state) {
  (void)state;
  Found found = find(CONTACTS "gone,At Closed,2020-01-01,2020-02-01,,\n"
                              "elm,Left With,2020-01-01,2020-02-01,2026-01-01,Somebody\n"
                              "elm,Left Without,2020-01-01,2020-02-01,2026-02-01,\n"
                              "elm,Leaves Soon,2020-01-01,2026-09-01,2026-12-01,\n",
                     REFERRALS "elm,gone,3,2026-01-01,formal,2026-10-01\n");
  assert_due(&found, "successor elm 2026-02-01");
  assert_int_equal(found.check_ins->one_way_arcs, 1);
  found_free(&found);
}

static void who_has_another_place_there_has_not_left(void **state) {
  (void)state;
  Found found = find("organization,name,id,last_contact,left\n"
                     "elm,Ana Ruiz,7,2026-09-01,\nelm,Ana M. Ruiz,7,2020-01-01,2021-01-01\n",
                     REFERRALS);
  assert_due(&found, "");
  found_free(&found);
}

/* Two rows of one person are one call, by the later date, and told of at the later row; whoever
 * stands behind them is not passed over. */
static void a_person_is_called_once(void **state) {
  (void)state;
  static const char *const rows[] = {"elm,Ana Ruiz,7,2026-05-01,\nelm,Ana M. Ruiz,7,2026-06-01,\n",
                                     "elm,Ana M. Ruiz,7,2026-06-01,\nelm,Ana Ruiz,7,2026-05-01,\n"};
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *contacts = g_strdup_printf(
        "organization,name,id,last_contact,left\n%selm,Bo,8,2026-06-02,\n", rows[i]);
    Found found = find(contacts, REFERRALS);
    assert_due(&found, "check_in elm 2026-09-01, check_in elm 2026-09-02");
    assert_string_equal(found.dataset->contacts[found.check_ins->due[0].contact].name,
                        "Ana M. Ruiz");
    assert_int_equal(found.check_ins->contacts, 2);
    found_free(&found);
  }
}

static void the_latest_renewal_counts(void **state) {
  (void)state;
  Found found = find(CONTACTS, REFERRALS "elm,oak,1,2025-01-01,formal,2026-01-15\n"
                                         "elm,oak,1,2026-01-01,formal,2028-01-15\n"
                                         "oak,elm,1,2026-01-01,formal,2026-08-15\n");
  assert_due(&found, "renewal oak 2026-08-15");
  found_free(&found);
  found = find(CONTACTS, REFERRALS "elm,oak,1,2026-01-01,formal,2026-12-29\n"
                                   "oak,elm,1,2026-01-01,formal,2026-12-30\n");
  assert_due(&found, "renewal elm 2026-12-29");
  found_free(&found);
}

/* A date of renewal beside "none" is a slip of the sheet, which check asks about. */
static void no_agreement_is_renewed(void **state) {
  (void)state;
  Found found = find(CONTACTS, REFERRALS "elm,oak,1,2026-01-01,none,2026-10-15\n"
                                         "oak,elm,1,2026-01-01,none,2026-10-15\n"
                                         "oak,elm,1,2026-01-01,,2026-10-12\n");
  assert_due(&found, "renewal oak 2026-10-12");
  found_free(&found);
}

static void funding(void **state) {
  (void)state;
  Found found =
      find_within(CONTACTS, REFERRALS,
                  "name,id,status,funding_end\nElm,elm,,2026-12-29\nOak,oak,,2026-12-30\n"
                  "Ash,ash,,2026-09-29\nFir,fir,,2026-09-30\nGone,gone,closed,2026-10-01\n",
                  0, FALSE);
  assert_due(&found, "funding fir 2026-09-30, funding elm 2026-12-29");
  found_free(&found);
}

static void one_way(void **state) {
  (void)state;
  const char *organizations = "name,id\nElm,elm\nOak,oak\nAsh,ash\n";
  const char *referrals =
      REFERRALS "elm,oak,2,2026-01-01,,\nash,oak,5,,,\nelm,ash,1,,,\nash,elm,1,,,\n";
  Found found = find_within(CONTACTS, referrals, organizations, 0, FALSE);
  assert_due(&found, "reciprocity ash -, reciprocity elm -");
  assert_int_equal(found.check_ins->due[0].count, 5);
  found_free(&found);
  found = find_within(CONTACTS, referrals, organizations, 0, TRUE);
  assert_due(&found, "");
  found_free(&found);
}

static void nothing(void **state) {
  (void)state;
  Found found = find_within(CONTACTS, REFERRALS, "name\nElm\n", 0, FALSE);
  assert_due(&found, "");
  GError *error = NULL;
  RefnetCheckInOptions options = {.as_of = REFNET_DATE_UNKNOWN, .cadence = 3};
  assert_null(refnet_check_ins_new(found.network, &options, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  g_clear_error(&error);
  options = (RefnetCheckInOptions){.as_of = 20000, .cadence = 0};
  assert_null(refnet_check_ins_new(found.network, &options, &error));
  g_clear_error(&error);
  found_free(&found);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(monthly_then_quarterly),
      cmocka_unit_test(named_in_referrals_is_not_listed),
      cmocka_unit_test(ahead),
      cmocka_unit_test(closed_and_gone_are_left_alone),
      cmocka_unit_test(who_has_another_place_there_has_not_left),
      cmocka_unit_test(a_person_is_called_once),
      cmocka_unit_test(the_latest_renewal_counts),
      cmocka_unit_test(no_agreement_is_renewed),
      cmocka_unit_test(funding),
      cmocka_unit_test(one_way),
      cmocka_unit_test(nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
