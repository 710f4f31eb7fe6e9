/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Counts of referrals that stand in a column for each month, quarter or year. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "model/columns/span_columns.h"
#include "unit/support.h"

static const char organizations[] = "id,name\na,Alpha\nb,Beta\nc,Gamma\n";

static void assert_said(const RefnetDataset *dataset, const char *kind, const char *message) {
  for (gsize i = 0; i < refnet_diagnostics_length(dataset->diagnostics); i++) {
    const RefnetDiagnostic *told = refnet_diagnostics_at(dataset->diagnostics, i);
    if (strcmp(told->kind, kind) == 0 && strcmp(told->message, message) == 0)
      return;
  }
  fail_msg("%s was not said: %s", kind, message);
}

static void test_headers(void **state) {
  (void)state;
  static const char *const months[] = {"Jan",     "September", "Sept 2025",        "Jan-26",
                                       "2026-01", "1/2026",    "# Referrals March"};
  static const char *const quarters[] = {"Q1", "Q4 FY25", "2025 Q2", "Q3 referrals"};
  static const char *const years[] = {"2025",           "FY25",    "# Referrals FY25", "FY 2025",
                                      "Referrals 2024", "2024-25", "Total CY2025",     "FY24-25"};
  static const char *const any[] = {"Referrals per year",
                                    "Annual referrals",
                                    "Referrals (past 12 months)",
                                    "Individuals referred",
                                    "# clients referred (FY25)",
                                    "Referral volume",
                                    "Referrals/year",
                                    "How many clients were referred?",
                                    "Est. referrals",
                                    "Count of Referral ID"};
  static const char *const dates[] = {"Referral year",  "Last referral",      "Year referred",
                                      "Referral no.",   "Referrals received", "Referral number",
                                      "Clients served", "Avg referrals",      "Number of staff"};
  static const char *const others[] = {"",          "Total",    "Referrals", "May we call?",
                                       "Mar Vista", "Phone 25", "Q5",        "12",
                                       "Agency #",  "1812",     "Year",      "Jan 5 2026"};
  for (gsize i = 0; i < G_N_ELEMENTS(months); i++)
    assert_int_equal(refnet_header_span(months[i]), REFNET_SPAN_MONTH);
  for (gsize i = 0; i < G_N_ELEMENTS(quarters); i++)
    assert_int_equal(refnet_header_span(quarters[i]), REFNET_SPAN_QUARTER);
  for (gsize i = 0; i < G_N_ELEMENTS(years); i++)
    assert_int_equal(refnet_header_span(years[i]), REFNET_SPAN_YEAR);
  for (gsize i = 0; i < G_N_ELEMENTS(any); i++)
    assert_int_equal(refnet_header_span(any[i]), REFNET_SPAN_ANY);
  for (gsize i = 0; i < G_N_ELEMENTS(dates); i++)
    assert_int_equal(refnet_header_span(dates[i]), REFNET_SPAN_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
    assert_int_equal(refnet_header_span(others[i]), REFNET_SPAN_NONE);
}

/* Blank months add nothing, a row without any says one as a blank count does, and one with noughts
 * says none. */
static void test_months_are_added_up(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "referrals.csv",
                   "from,to,Jan,Feb,Mar,Q1\na,b,1,,\"1,200\",1201\nb,a,,,,\na,c,0,-,0,0\n"
                   "b,c,3,soon,1,4\nc,a,1,<5,2,\n",
                   NULL);
  const RefnetReferrals *referrals = &dataset->referrals;
  assert_int_equal(referrals->rows, 5);
  assert_int_equal(referrals->count[3], 4);
  assert_int_equal(referrals->count[4], 5);
  assert_int_equal(referrals->count[0], 1201);
  assert_int_equal(referrals->count[1], 1);
  assert_int_equal(referrals->count[2], 0);
  assert_said(dataset, "counts-added",
              "the count is the sum of 3 columns, \"Jan\" to "
              "\"Mar\"");
  assert_said(dataset, "approximate-count",
              "\"soon\" is not a whole number from 0 up; the count of the row was read as 4");
  assert_said(dataset, "approximate-count",
              "\"<5\" is an estimate; the count of the row was read as 5");
  assert_said(dataset, "unused-column", "column \"Q1\" is not used");
}

static void test_one_year_is_the_count(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "referrals.csv",
                   "from,to,# Referrals FY25\na,b,30\nb,a,<5\n", NULL);
  assert_int_equal(dataset->referrals.count[0], 30);
  assert_int_equal(dataset->referrals.count[1], 2);
  assert_said(dataset, "counts-added", "column \"# Referrals FY25\" is read as the count");
}

/* Of several the first; months are taken before. */
static void test_a_count_of_any_time(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", organizations, "referrals.csv",
      "from,to,Referrals per year,Referrals per month\na,b,30,3\nb,a,,\nb,c,no,\n", NULL);
  assert_int_equal(dataset->referrals.count[0], 30);
  assert_int_equal(dataset->referrals.count[1], 1);
  assert_int_equal(dataset->referrals.count[2], 0);
  assert_said(dataset, "counts-added", "column \"Referrals per year\" is read as the count");
  assert_said(dataset, "unused-column", "column \"Referrals per month\" is not used");
}

static void test_a_total_is_taken_before(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "referrals.csv",
                   "from,to,Jan,Feb,Total\na,b,3,4,8\n", NULL);
  assert_int_equal(dataset->referrals.count[0], 8);
}

/* That the columns count anything only their headers said. */
static void test_marks_cost_no_row(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) months =
      support_load(NULL, "organizations.csv", organizations, "referrals.csv",
                   "from,to,Jan,Feb\na,b,x,x\nb,a,0,x\na,c,2,x\n", NULL);
  g_autoptr(RefnetDataset) year =
      support_load(NULL, "organizations.csv", organizations, "referrals.csv",
                   "from,to,2025\na,b,x\na,c,2\n", NULL);
  assert_int_equal(months->referrals.rows, 3);
  assert_int_equal(months->referrals.count[0], 1);
  assert_int_equal(months->referrals.count[1], 1);
  assert_int_equal(months->referrals.count[2], 2);
  assert_int_equal(year->referrals.rows, 2);
  assert_int_equal(year->referrals.count[0], 1);
  assert_said(year, "approximate-count",
              "\"x\" is not a whole number from 0 up; the count of the row was read as 1");
}

static void test_too_many_for_a_row(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "referrals.csv",
                   "from,to,Jan,Feb\na,b,4294967290,9\nb,a,1,99999999999\n", NULL);
  assert_int_equal(dataset->referrals.rows, 0);
  assert_said(dataset, "bad-count",
              "with \"9\" the row has more referrals than one row can count, 4,294,967,294");
}

static void test_questions_are_no_quarters(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "referrals.csv",
                   "from,to,Q1,Q2,Q5\na,b,4,3,5\n", NULL);
  assert_int_equal(dataset->referrals.rows, 1);
  assert_null(dataset->referrals.count); /* each is one */
}

static void test_a_year_is_counted_once(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "referrals.csv",
                   "from,to,2024,2025,Total 2025\na,b,2,3,3\n", NULL);
  assert_int_equal(dataset->referrals.count[0], 5);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_headers),
      cmocka_unit_test(test_months_are_added_up),
      cmocka_unit_test(test_one_year_is_the_count),
      cmocka_unit_test(test_a_count_of_any_time),
      cmocka_unit_test(test_a_total_is_taken_before),
      cmocka_unit_test(test_marks_cost_no_row),
      cmocka_unit_test(test_too_many_for_a_row),
      cmocka_unit_test(test_questions_are_no_quarters),
      cmocka_unit_test(test_a_year_is_counted_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
