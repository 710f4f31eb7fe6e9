/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words with a fixed meaning, in the spellings people use. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include "model/columns/no_name.h"
#include "model/columns/words.h"

static void test_frequency(void **state) {
  (void)state;
  RefnetFrequency frequency;
  assert_true(refnet_word_frequency("Once a week", &frequency));
  assert_int_equal(frequency, REFNET_FREQUENCY_WEEKLY);
  assert_true(refnet_word_frequency("ANNUALLY", &frequency));
  assert_int_equal(frequency, REFNET_FREQUENCY_YEARLY);
  assert_true(refnet_word_frequency("never", &frequency));
  assert_int_equal(frequency, REFNET_FREQUENCY_NEVER);
  assert_false(refnet_word_frequency("4", &frequency));
  assert_false(refnet_word_frequency("", &frequency));
  assert_false(refnet_word_frequency("--", &frequency));
  assert_int_equal(frequency, REFNET_FREQUENCY_NEVER);
}

static void test_outcome(void **state) {
  (void)state;
  RefnetOutcome outcome;
  assert_true(refnet_word_outcome("Closed - successfully", &outcome));
  assert_int_equal(outcome, REFNET_OUTCOME_FILLED);
  assert_true(refnet_word_outcome("no capacity", &outcome));
  assert_int_equal(outcome, REFNET_OUTCOME_UNFILLED);
  assert_true(refnet_word_outcome("In Progress", &outcome));
  assert_int_equal(outcome, REFNET_OUTCOME_PENDING);
  assert_false(refnet_word_outcome("green", &outcome));
}

static void assert_outcome(const char *text, RefnetOutcome expected) {
  RefnetOutcome outcome = REFNET_OUTCOME_UNKNOWN;
  assert_int_equal(refnet_word_outcome(text, &outcome), expected != REFNET_OUTCOME_UNKNOWN);
  if (expected != REFNET_OUTCOME_UNKNOWN)
    assert_int_equal(outcome, expected);
}

static void test_remarked_outcome(void **state) {
  (void)state;
  assert_outcome("Declined - ineligible", REFNET_OUTCOME_UNFILLED);
  assert_outcome("Declined – client moved away", REFNET_OUTCOME_UNFILLED);
  assert_outcome("Enrolled (March)", REFNET_OUTCOME_FILLED);
  assert_outcome("Accepted, waitlisted", REFNET_OUTCOME_PENDING);
  assert_outcome("Closed - declined", REFNET_OUTCOME_UNFILLED);
  assert_outcome("Housed", REFNET_OUTCOME_FILLED);
  assert_outcome("Left message", REFNET_OUTCOME_PENDING);
  assert_outcome("Closed - client moved away", REFNET_OUTCOME_UNKNOWN);
  assert_outcome("see notes - declined", REFNET_OUTCOME_UNKNOWN);
  assert_outcome("follow-up", REFNET_OUTCOME_UNKNOWN);
  assert_outcome("Declined - closed", REFNET_OUTCOME_UNFILLED);
  assert_outcome("Lost to follow up; closed", REFNET_OUTCOME_UNFILLED);
  assert_outcome("Scheduled - completed", REFNET_OUTCOME_FILLED);
  assert_outcome("Served, closed", REFNET_OUTCOME_FILLED);
  assert_outcome("Waitlisted - closed", REFNET_OUTCOME_UNKNOWN);
  assert_outcome("Completed: N", REFNET_OUTCOME_UNKNOWN);
  assert_outcome("Enrolled - did not attend", REFNET_OUTCOME_UNKNOWN);
  assert_outcome("", REFNET_OUTCOME_UNKNOWN);
}

static void test_closed(void **state) {
  (void)state;
  static const char *const shut[] = {"Closed 6/30/25", "closed (moved to Elm St.)",
                                     "Inactive - closed 9/25", "Closed as of 1/2025", "CLOSED"};
  static const char *const unclear[] = {"Closed to new referrals",
                                        "Closed (to new clients)",
                                        "Closed - Mondays",
                                        "Closed, reopening in May",
                                        "On hold",
                                        "2025",
                                        ""};
  gboolean closed = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(shut); i++)
    assert_true(refnet_word_closed(shut[i], &closed) && closed);
  assert_true(refnet_word_closed("Active (since 2019)", &closed) && !closed);
  for (gsize i = 0; i < G_N_ELEMENTS(unclear); i++)
    assert_false(refnet_word_closed(unclear[i], &closed));
}

static void test_answer(void **state) {
  (void)state;
  static const char *const yes[] = {"yes", "Y", "TRUE", "1", "x", "\xe2\x9c\x93"};
  static const char *const no[] = {"no", "N", "False", "0"};
  RefnetTri answer;
  for (gsize i = 0; i < G_N_ELEMENTS(yes); i++) {
    assert_true(refnet_word_answer(yes[i], &answer));
    assert_int_equal(answer, REFNET_TRI_YES);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(no); i++) {
    assert_true(refnet_word_answer(no[i], &answer));
    assert_int_equal(answer, REFNET_TRI_NO);
  }
  assert_false(refnet_word_answer("2", &answer));
}

static void test_period(void **state) {
  (void)state;
  double per_year;
  assert_true(refnet_word_period("per month", &per_year) && per_year == 12);
  assert_true(refnet_word_period("Week", &per_year) && per_year == 52);
  assert_true(refnet_word_period("quarterly", &per_year) && per_year == 4);
  assert_true(refnet_word_period("day", &per_year) && per_year == 365);
  assert_true(refnet_word_period("year", &per_year) && per_year == 1);
  assert_false(refnet_word_period("moon", &per_year));
}

static void test_names(void **state) {
  (void)state;
  assert_true(refnet_word_is_placeholder("Front Desk"));
  assert_true(refnet_word_is_placeholder("T.B.D."));
  assert_false(refnet_word_is_placeholder("Ann Reed"));
  assert_true(refnet_word_is_partnership("Formal"));
  assert_false(refnet_word_is_partnership("friendly"));
}

static void test_totals(void **state) {
  (void)state;
  static const char *const totals[] = {"Total",
                                       "TOTAL:",
                                       "Grand Totals",
                                       "Sub-total",
                                       "Sum",
                                       "Total In",
                                       "Total 2025",
                                       "Total referrals out",
                                       "Row total",
                                       "Average",
                                       "Citywide total",
                                       "TOTAL MEMBERS",
                                       "Total attendance",
                                       "Total # of referrals received"};
  static const char *const others[] = {
      "Total Health",  "=SUM(1)", "Grand Rapids Clinic", "Sum of Us", "Row House", "Totally Kids",
      "Grand Central", "",        "Average Joe's",       "Overall"};
  assert_true(refnet_word_is_remark("— page 2 —"));
  assert_false(refnet_word_is_remark("Page 2 Books"));
  for (gsize i = 0; i < G_N_ELEMENTS(totals); i++)
    if (!refnet_word_is_total(totals[i]))
      fail_msg("\"%s\" is a total", totals[i]);
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
    if (refnet_word_is_total(others[i]))
      fail_msg("\"%s\" is no total", others[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_frequency), cmocka_unit_test(test_outcome),
      cmocka_unit_test(test_answer),    cmocka_unit_test(test_period),
      cmocka_unit_test(test_names),     cmocka_unit_test(test_remarked_outcome),
      cmocka_unit_test(test_closed),    cmocka_unit_test(test_totals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
