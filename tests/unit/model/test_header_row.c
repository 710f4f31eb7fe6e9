/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a row of headers says of the table below it. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include "model/columns/header_row.h"

static GStrv headers_of(const char *line) {
  g_auto(GStrv) cells = g_strsplit(line, ",", -1);
  return refnet_header_row((const char *const *)cells, g_strv_length(cells));
}

static void test_blank_cells_are_no_headers(void **state) {
  (void)state;
  g_auto(GStrv) headers = headers_of(",Agency Name,,Phone #,");
  assert_int_equal(g_strv_length(headers), 2);
  assert_string_equal(headers[0], "agencyname");
  assert_string_equal(headers[1], "phone");
}

static void test_ends_of_referrals(void **state) {
  (void)state;
  static const struct {
    const char *line;
    gboolean any, referred;
  } cases[] = {
      {"Referring Agency,Receiving Agency,Date", TRUE, TRUE},
      {"From,To,Miles", TRUE, FALSE},
      {"Sender,Recipient", TRUE, FALSE},
      {"Referred By,To", TRUE, FALSE},
      {"Referred By,Provider Name", TRUE, FALSE},
      {"From Agency,To Agency", TRUE, TRUE},
      {"Referring Agency,Service", FALSE, FALSE},
      {"Provider,Service", FALSE, FALSE},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_auto(GStrv) headers = headers_of(cases[i].line);
    assert_int_equal(refnet_header_row_names_ends(headers, REFNET_ENDS_ANY), cases[i].any);
    assert_int_equal(refnet_header_row_names_ends(headers, REFNET_ENDS_REFERRED),
                     cases[i].referred);
  }
}

static void test_score_wants_required_columns(void **state) {
  (void)state;
  static const char *const mapped[] = {"from=Whoever", NULL};
  g_auto(GStrv) headers = headers_of("Whoever,To,Service Type");
  assert_int_equal(refnet_header_row_score(headers, REFNET_FILE_REFERRALS, NULL), 0);
  assert_true(refnet_header_row_score(headers, REFNET_FILE_REFERRALS, mapped) > 0);
}

static void test_what_is_said_of_another_file_is_not_meant(void **state) {
  (void)state;
  static const char *const of_contacts[] = {"contacts.name=Person", NULL};
  static const char *const of_organizations[] = {"organizations.name=Person", NULL};
  static const char *const of_any[] = {"name=Person", NULL};
  g_auto(GStrv) headers = headers_of("Person,Town,Website");
  assert_int_equal(refnet_header_row_score(headers, REFNET_FILE_ORGANIZATIONS, of_contacts), 0);
  assert_true(refnet_header_row_score(headers, REFNET_FILE_ORGANIZATIONS, of_organizations) > 0);
  assert_true(refnet_header_row_score(headers, REFNET_FILE_ORGANIZATIONS, of_any) > 0);
}

static void test_signs_are_headers_that_may_be_named(void **state) {
  (void)state;
  static const char *const mapped[] = {"count=#", NULL};
  g_auto(GStrv) signs = headers_of("From,To,#");
  g_auto(GStrv) others = headers_of("From,To,%");
  assert_true(refnet_header_row_score(signs, REFNET_FILE_REFERRALS, mapped) >
              refnet_header_row_score(others, REFNET_FILE_REFERRALS, mapped));
}

static void test_few_known_headers_do_not_convince(void **state) {
  (void)state;
  g_auto(GStrv) table = headers_of("From,To,Count");
  g_auto(GStrv) survey = headers_of("From,To,Why?,Since when?,How?,Who else?,What for?");
  assert_true(refnet_header_row_sure_score(table, REFNET_FILE_REFERRALS, NULL) > 0);
  assert_int_equal(refnet_header_row_sure_score(survey, REFNET_FILE_REFERRALS, NULL), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_blank_cells_are_no_headers),
      cmocka_unit_test(test_ends_of_referrals),
      cmocka_unit_test(test_score_wants_required_columns),
      cmocka_unit_test(test_what_is_said_of_another_file_is_not_meant),
      cmocka_unit_test(test_signs_are_headers_that_may_be_named),
      cmocka_unit_test(test_few_known_headers_do_not_convince),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
