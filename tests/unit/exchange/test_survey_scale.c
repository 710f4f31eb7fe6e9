/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Answers of all kinds as yes, no, how often and how many. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "exchange/questions/question.h"
#include "model/columns/scale.h"

static const char *word_of(RefnetAnswer answer) {
  static const char *const words[] = {"yes",     "never",  "yearly", "quarterly",
                                      "monthly", "weekly", "daily"};
  switch (answer.kind) {
  case REFNET_ANSWER_BLANK:
    return "unknown";
  case REFNET_ANSWER_STRANGE:
    return "strange";
  case REFNET_ANSWER_NO:
    return "never";
  default:
    return answer.count > 0 ? "count" : words[answer.frequency];
  }
}

/* Answers separated by "|", read on one scale. */
static void assert_read(const char *question, const char *answers, const char *codes,
                        const char *expected) {
  g_autoptr(RefnetScale) scale = refnet_scale_new(question);
  g_auto(GStrv) texts = g_strsplit(answers, "|", -1);
  g_autoptr(GString) read = g_string_new(NULL);
  for (gsize i = 0; texts[i] != NULL; i++)
    refnet_scale_see(scale, texts[i]);
  assert_true(refnet_scale_settle(scale, codes, NULL));
  for (gsize i = 0; texts[i] != NULL; i++)
    g_string_append_printf(read, "%s%s", i > 0 ? "|" : "",
                           word_of(refnet_scale_read(scale, texts[i])));
  assert_string_equal(read->str, expected);
}

static void words(void **state) {
  (void)state;
  assert_read("", "Never|Yearly|Quarterly|Monthly|weekly|DAILY", NULL,
              "never|yearly|quarterly|monthly|weekly|daily");
  assert_read("", "Not at all|A little|Somewhat|Quite a bit|Very much|A great deal", NULL,
              "never|yearly|quarterly|monthly|weekly|daily");
  assert_read("", "Yes|no|X|N/A|Don't know|-|", NULL,
              "yes|never|yes|unknown|unknown|unknown|unknown");
  assert_read("", "3 - Monthly|(4) Weekly|0 = Never|At least once a week|Less than once a month",
              NULL, "monthly|weekly|never|weekly|quarterly");
  assert_read("",
              "No interaction at all|Not yet|We don't work with them|Almost never|Communicate|"
              "Cooperate|Coordinate|Most of the time|Fully collaborate|As needed|Currently",
              NULL, "never|never|never|yearly|yearly|quarterly|monthly|weekly|daily|yes|yes");
  assert_read("", "Daily (every day)|Sort of|Every day or week", NULL, "daily|strange|strange");
}

static void numbers(void **state) {
  (void)state;
  assert_read("", "0|1", NULL, "never|yes");
  assert_read("", "0|1|2|3|4", NULL, "never|yearly|quarterly|monthly|weekly");
  assert_read("", "0|3|40", NULL, "never|count|count");
  assert_read("How many people did you refer?", "0|1|2", NULL, "never|count|count");
  assert_read("How often?", "0|5|7", NULL, "never|daily|daily");
  assert_read("", "1|2|5", NULL, "never|yearly|weekly");
  assert_read("", "1|2||||", NULL, "yearly|quarterly|unknown|unknown|unknown|unknown");
  assert_read("", "-1|2.5|0|1", NULL, "strange|strange|never|yearly");
  assert_read("", "0|1|2", "count", "never|count|count");
  assert_read("", "0|1|9", "0=no,1=weekly,9=unknown", "never|weekly|unknown");
}

/* Numbers beside ranges count, too; a range with a unit of time is how often. */
static void ranges(void **state) {
  (void)state;
  assert_read("", "None|1-5|6 to 10|11+|Less than 3", NULL, "never|count|count|count|count");
  assert_read("", "0|1|2-5|More than 20 a year", NULL, "never|count|count|count");
  assert_read("", "1 - Yearly|2 - Monthly|1-2 times a year|3-5 times a month", NULL,
              "yearly|monthly|yearly|monthly");
  assert_read("", "1-5|6-10", "1-5=yearly,6-10=weekly", "yearly|weekly");
  g_autoptr(RefnetScale) scale = refnet_scale_new("");
  static const char *const answers[] = {"1-5", "1-5", "11+", "7", "0-1"};
  for (gsize i = 0; i < G_N_ELEMENTS(answers); i++)
    refnet_scale_see(scale, answers[i]);
  assert_true(refnet_scale_settle(scale, NULL, NULL));
  assert_int_equal(refnet_scale_read(scale, "1-5").count, 3);
  assert_int_equal(refnet_scale_read(scale, "11+").count, 11);
  g_autofree char *explained = refnet_scale_explain(scale);
  assert_string_equal(explained,
                      "\"11+\" as about 11 referrals (1), \"1-5\" as about 3 referrals (2), "
                      "\"0-1\" as never (1), numbers from 7 to 7 as counts of referrals (1)");
  assert_non_null(refnet_scale_doubt(scale));
}

static void codes_are_checked(void **state) {
  (void)state;
  static const char *const bad[] = {"x", "1=hourly", "=never", "1=never,,"};
  for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
    g_autoptr(RefnetScale) scale = refnet_scale_new("");
    g_autoptr(GError) error = NULL;
    assert_false(refnet_scale_settle(scale, bad[i], &error));
    assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  }
}

static void assert_asks(const char *text, gboolean about_referrals,
                        RefnetSurveyDirection direction) {
  gboolean about;
  RefnetSurveyDirection way;
  refnet_question_read(text, &about, &way);
  assert_int_equal(about, about_referrals);
  assert_int_equal(way, direction);
}

static void questions(void **state) {
  (void)state;
  assert_asks("How often do you refer people to:", TRUE, REFNET_SURVEY_SENT);
  assert_asks("Which organizations refer clients to you?", TRUE, REFNET_SURVEY_RECEIVED);
  assert_asks("Who refers to you?", TRUE, REFNET_SURVEY_RECEIVED);
  assert_asks("Do you receive referrals from", TRUE, REFNET_SURVEY_RECEIVED);
  assert_asks("With whom do you exchange referrals?", TRUE, REFNET_SURVEY_BOTH);
  assert_asks("Referrals", TRUE, REFNET_SURVEY_AS_ASKED);
  assert_asks("How much do you trust", FALSE, REFNET_SURVEY_AS_ASKED);
  assert_asks("How satisfied are you with the referrals you send to", FALSE, REFNET_SURVEY_SENT);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words),     cmocka_unit_test(numbers),
      cmocka_unit_test(ranges),    cmocka_unit_test(codes_are_checked),
      cmocka_unit_test(questions),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
