/* SPDX-License-Identifier: GPL-2.0-or-later */
/* referrals.csv: columns that exist only when filled, contacts, people, outcomes. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "unit/support.h"

static const char organizations[] = "id,name\na,Alpha\nb,Beta\nc,Gamma\n";

static void test_columns_appear_when_filled(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "referrals.csv",
                   "from,to,service,count,date,status,accepted\na,b,,,,,\nb,a,food,,,,\n"
                   "a,c,,4,2026-01-02,,\n",
                   NULL);
  const RefnetReferrals *referrals = &dataset->referrals;
  assert_int_equal(referrals->rows, 3);
  assert_null(referrals->outcome);
  assert_null(referrals->accepted);
  assert_null(referrals->from_contact);
  assert_null(referrals->frequency);
  assert_int_equal(referrals->service[0], REFNET_NONE);
  assert_int_equal(referrals->service[1], 0);
  assert_int_equal(referrals->count[0], 1);
  assert_int_equal(referrals->count[2], 4);
  assert_int_equal(referrals->date[1], REFNET_DATE_UNKNOWN);
  assert_int_equal(refnet_referral_line(referrals, 2), 4);
  assert_int_equal(refnet_referral_date(referrals, 2), refnet_date_from_ymd(2026, 1, 2));
}

static void assert_outcome(const RefnetReferrals *referrals, gsize row, guint64 known,
                           guint64 filled) {
  guint64 is_known, is_filled;
  refnet_referral_outcome(referrals, row, &is_known, &is_filled);
  assert_int_equal(is_known, known);
  assert_int_equal(is_filled, filled);
}

static void test_outcomes(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "referrals.csv",
                   "from,to,count,accepted,completed,status,frequency\n"
                   "a,b,10,8,6,pending,\n" /* completed decides */
                   "a,b,10,8,,unfilled,\n" /* accepted decides */
                   "a,b,10,,,filled,\n"    /* status decides */
                   "a,b,10,,,Declined,\n"
                   "a,b,10,,,pending,\n" /* left out */
                   "a,b,10,,,,\n"        /* left out */
                   "a,b,3,5,,,\n"        /* never more than the count */
                   "a,b,10,5,,,never\n"  /* never made */
                   "a,b,0,,,filled,\n"
                   "a,b,4,,,Accepted,\n", /* as the column accepted */
                   NULL);
  const RefnetReferrals *referrals = &dataset->referrals;
  assert_int_equal(referrals->rows, 10);
  assert_outcome(referrals, 0, 10, 6);
  assert_outcome(referrals, 1, 10, 8);
  assert_outcome(referrals, 2, 10, 10);
  assert_outcome(referrals, 3, 10, 0);
  assert_outcome(referrals, 4, 0, 0);
  assert_outcome(referrals, 5, 0, 0);
  assert_outcome(referrals, 6, 3, 3);
  assert_outcome(referrals, 7, 0, 0);
  assert_outcome(referrals, 8, 0, 0);
  assert_outcome(referrals, 9, 4, 4);
  assert_int_equal(refnet_referral_count(referrals, 7), 0);
}

static void test_outcomes_answered(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "referrals.csv",
                   "from,to,count,accepted,served\n"
                   "a,b,,Yes,No\n"
                   "a,b,1,,yes\n"
                   "a,b,5,,no\n"
                   "a,b,5,,yes\n", /* all five, or some? */
                   NULL);
  assert_int_equal(dataset->referrals.rows, 4);
  assert_outcome(&dataset->referrals, 0, 1, 0);
  assert_outcome(&dataset->referrals, 1, 1, 1);
  assert_outcome(&dataset->referrals, 2, 5, 0);
  assert_outcome(&dataset->referrals, 3, 0, 0);
  assert_int_equal(dataset->referrals.accepted[0], 1);
}

static void test_without_the_file(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(NULL, "organizations.csv", organizations, NULL);
  assert_int_equal(dataset->referrals.rows, 0);
  assert_int_equal(dataset->file_count, 1);
  assert_false(dataset->has_needs);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  assert_int_equal(network->vertices, 3);
  assert_int_equal(network->ties, 0);
}

static void test_contacts(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "contacts.csv",
                   "organization,name,id,email,left\n"
                   "Beta,Zoe,,z@b.org,\n"
                   "Beta,Ann,k1,,2020-01-01\n"
                   "Beta,ANN,k2,,\n"
                   "Alpha,Ann,k1,,\n",
                   "referrals.csv",
                   "from,to,from_contact,to_contact\n"
                   "a,b,k1,Ann\n" /* the Ann who is still there */
                   "a,b,Ann,k1\n" /* by id: the one who left */
                   "a,b,,z@b.org\n"
                   "a,c,,k2\n" /* listed elsewhere: a place at Gamma for the same person */
                   "c,a,Nobody,Nobody\n",
                   NULL);
  const RefnetReferrals *referrals = &dataset->referrals;
  const RefnetContact *contacts = dataset->contacts;
  assert_int_equal(dataset->contact_count, 7);
  assert_string_equal(contacts[referrals->to_contact[0]].id, "k2");
  assert_string_equal(contacts[referrals->to_contact[1]].id, "k1");
  assert_string_equal(contacts[referrals->to_contact[2]].name, "Zoe");
  assert_string_equal(contacts[referrals->to_contact[3]].name, "ANN");
  assert_int_equal(contacts[referrals->to_contact[3]].line, 0);
  assert_int_equal(contacts[referrals->to_contact[3]].person,
                   contacts[referrals->to_contact[0]].person);
  assert_int_equal(referrals->from_contact[2], REFNET_NONE);
  assert_int_equal(contacts[referrals->from_contact[4]].organization, 2);
  assert_int_equal(contacts[referrals->to_contact[4]].organization, 0);
  assert_int_not_equal(contacts[referrals->from_contact[4]].person,
                       contacts[referrals->to_contact[4]].person);
  assert_int_equal(refnet_diagnostics_count_kind(dataset->diagnostics, "unlisted-contact"), 3);
  for (gsize i = 0; i < refnet_diagnostics_length(dataset->diagnostics); i++) {
    const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(dataset->diagnostics, i);
    if (strcmp(diagnostic->kind, "unlisted-contact") != 0)
      continue;
    assert_int_equal(contacts[diagnostic->contact].line, 0);
    assert_null(strstr(diagnostic->message, "Nobody"));
  }
}

static void test_people(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "contacts.csv",
                   "organization,name,id,email\n"
                   "a,Ann,1,\n"
                   "b,Ann Smith,1,\n" /* same id */
                   "c,Bob,,bob@x.org\n"
                   "a,BOB,,Bob@X.org\n"  /* same e-mail and name */
                   "b,Carl,,bob@x.org\n" /* same e-mail, another name */
                   "b,Dee,7,\n"
                   "b,dee,8,d@x.org\n" /* same name in one organization */
                   "c,Dee,,\n",        /* same name elsewhere: another person */
                   NULL);
  guint32 person[8];
  for (guint32 i = 0; i < 8; i++)
    person[dataset->contacts[i].line - 2] = dataset->contacts[i].person;
  assert_int_equal(person[0], person[1]);
  assert_int_equal(person[2], person[3]);
  assert_int_not_equal(person[2], person[4]);
  assert_int_equal(person[5], person[6]);
  assert_int_not_equal(person[5], person[7]);
  assert_int_equal(dataset->person_count, 5);
  for (guint32 i = 0, next = 0; i < 8; i++) {
    assert_true(dataset->contacts[i].person <= next);
    next += dataset->contacts[i].person == next;
  }
}

static void test_rows_that_repeat(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "referrals.csv", "from,to\na,b\na,b\n",
                   "contacts.csv", "organization,name\na,Ann\na,Ann\n", "respondents.csv",
                   "organization,answered\na,yes\na,yes\nb,no\nc,\n", NULL);
  assert_int_equal(dataset->referrals.rows, 2);
  assert_int_equal(dataset->contact_count, 1);
  assert_int_equal(dataset->respondent_count, 3);
  assert_true(dataset->response_rate > .333 && dataset->response_rate < .334);
}

static void test_meetings_and_nominations(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", organizations, "nominations.csv",
      "nominated,named_by,date,note\nRide Together,b,2026-01-01,why not\nGamma,a,,\n",
      "meetings.csv", "organization,date,people,next_step\nb,2026-02-01,\"Ann, Bob\",call\n", NULL);
  assert_int_equal(dataset->nomination_count, 2);
  assert_int_equal(dataset->nominations[0].nominated, 2);
  assert_int_equal(dataset->nominations[1].nominated, REFNET_NONE);
  assert_string_equal(dataset->nominations[1].nominated_name, "Ride Together");
  assert_string_equal(dataset->nominations[1].note, "why not");
  assert_int_equal(dataset->meeting_count, 1);
  assert_string_equal(dataset->meetings[0].people, "Ann, Bob");
}

static void test_needs(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "needs.csv",
                   "area,service,demand,population,period\nW,food,10,,month\nE,food,5,youth,\n"
                   "E,food,\"1,500\",,year\nE,food,,veterans,\n",
                   NULL);
  assert_true(dataset->has_needs);
  assert_int_equal(dataset->need_count, 4);
  assert_string_equal(dataset->areas[dataset->needs[0].area].key, "E");
  assert_true(dataset->needs[2].population == REFNET_NONE && dataset->needs[2].demand == 1500);
  assert_true(dataset->needs[3].demand == 120);
  assert_true(dataset->needs[0].demand != dataset->needs[0].demand);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_columns_appear_when_filled),
      cmocka_unit_test(test_outcomes),
      cmocka_unit_test(test_outcomes_answered),
      cmocka_unit_test(test_without_the_file),
      cmocka_unit_test(test_contacts),
      cmocka_unit_test(test_people),
      cmocka_unit_test(test_rows_that_repeat),
      cmocka_unit_test(test_meetings_and_nominations),
      cmocka_unit_test(test_needs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
