/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether a header asks for a link, what answers mean, and counts that are estimates. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/columns/answer_column.h"
#include "model/columns/answer_words.h"
#include "model/columns/rough_count.h"

static void test_headers(void **state) {
  static const char *const asking[] = {"Do you refer? yes/no",
                                       "Refers to partner",
                                       "Refers to partner? (Y/N)",
                                       "Refers",
                                       "Yes/No",
                                       "How often do you refer clients to them?",
                                       "Answer",
                                       "Makes referrals",
                                       "Do you make referrals to this agency?"};
  static const char *const others[] = {"Was the referral accepted?",
                                       "Referral no.",
                                       "Referral notes",
                                       "Formal referral agreement?",
                                       "Referral date",
                                       "Do you trust them?",
                                       "Name",
                                       "Do they refer to you?",
                                       "Receives referrals from",
                                       ""};
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(asking); i++)
    assert_true(refnet_header_asks_for_link(asking[i]));
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
    assert_false(refnet_header_asks_for_link(others[i]));
  assert_true(refnet_header_asks_for_link_back("Do they refer to you?"));
  assert_true(refnet_header_asks_for_link_back("Receives referrals from"));
  assert_false(refnet_header_asks_for_link_back("Refers to partner"));
}

static void test_words(void **state) {
  static const struct {
    const char *text;
    RefnetAnswerKind kind;
    RefnetFrequency frequency;
  } cases[] = {{"yes", REFNET_ANSWER_YES, REFNET_FREQUENCY_UNKNOWN},
               {"Yes - weekly", REFNET_ANSWER_YES, REFNET_FREQUENCY_WEEKLY},
               {"Yes, they are great", REFNET_ANSWER_YES, REFNET_FREQUENCY_UNKNOWN},
               {"No, but we would like to", REFNET_ANSWER_NO, REFNET_FREQUENCY_UNKNOWN},
               {"Never/only on other issues", REFNET_ANSWER_NO, REFNET_FREQUENCY_UNKNOWN},
               {"N/A", REFNET_ANSWER_BLANK, REFNET_FREQUENCY_UNKNOWN},
               {"once or twice a week", REFNET_ANSWER_YES, REFNET_FREQUENCY_WEEKLY},
               {"Every Week", REFNET_ANSWER_YES, REFNET_FREQUENCY_WEEKLY},
               {"3 - Monthly", REFNET_ANSWER_YES, REFNET_FREQUENCY_MONTHLY}};
  static const char *const names[] = {"Dayton Food Bank", "Adult Day Center", "No-Kill Shelter",
                                      "Holiday Project",  "Yes/No",           "5"};
  RefnetAnswer answer;
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    assert_true(refnet_answer_read_words(cases[i].text, &answer));
    assert_int_equal(answer.kind, cases[i].kind);
    assert_int_equal(answer.frequency, cases[i].frequency);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    assert_false(refnet_answer_read_words(names[i], &answer));
}

static void test_rough_counts(void **state) {
  static const struct {
    const char *text;
    guint64 count;
    RefnetFrequency frequency;
  } cases[] = {{"~20", 20, 0},
               {"about 1,200", 1200, 0},
               {"10-15", 12, 0},
               {"10 – 15 people", 12, 0},
               {"5 to 9", 7, 0},
               {"<5", 2, 0},
               {"fewer than 11", 5, 0},
               {"up to 10", 5, 0},
               {"<1", 1, 0},
               {"100+", 100, 0},
               {"12 (approx)", 12, 0},
               {"over 40", 40, 0},
               {"no", 0, 0},
               {"yes", 1, 0},
               {"unknown", 1, 0},
               {"weekly", 1, REFNET_FREQUENCY_WEEKLY},
               {"5 a month", 1, REFNET_FREQUENCY_MONTHLY}};
  static const char *const bad[] = {"many", "x",   "abc", "2.5", "-3",  "15-10", "20%",
                                    "2,5",  "1e3", "",    "~",   "3/4", "10-",   "5 apples"};
  guint64 count;
  RefnetFrequency frequency;
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    assert_true(refnet_rough_count_parse(cases[i].text, &count, &frequency));
    assert_int_equal(count, cases[i].count);
    assert_int_equal(frequency, cases[i].frequency);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
    assert_false(refnet_rough_count_parse(bad[i], &count, &frequency));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_headers),
      cmocka_unit_test(test_words),
      cmocka_unit_test(test_rough_counts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
