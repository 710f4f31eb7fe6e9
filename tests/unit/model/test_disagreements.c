/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Links that the two ends report differently. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "unit/support.h"

/* "a>b by a l2" for each: what a says on line 2. */
static char *disagreements(const char *referrals, const char *respondents) {
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "id,name\na,A\nb,B\nc,C\n", "referrals.csv",
                   referrals, "respondents.csv", respondents, NULL);
  assert_non_null(dataset);
  gsize length = 0;
  g_autofree RefnetDisagreement *found = refnet_dataset_disagreements(dataset, &length, NULL);
  assert_non_null(found);
  GString *text = g_string_new(NULL);
  for (gsize i = 0; i < length; i++)
    g_string_append_printf(text, "%s>%s by %s l%u d%u;", dataset->organizations[found[i].from].id,
                           dataset->organizations[found[i].to].id,
                           dataset->organizations[found[i].said_by].id, found[i].line,
                           found[i].denied_line);
  return g_string_free(text, FALSE);
}

#define ALL "organization,answered\na,yes\nb,yes\nc,yes\n"

static void assert_disagreements(const char *referrals, const char *respondents,
                                 const char *expected) {
  g_autofree char *found = disagreements(referrals, respondents);
  assert_string_equal(found, expected);
}

static void test_silence(void **state) {
  (void)state;
  /* b reports what it gets from c, and nothing from a. */
  assert_disagreements("from,to,reported_by\na,b,a\nc,b,b\nc,b,c\n", ALL, "a>b by a l2 d0;");
  /* b answered, but was asked for nothing: its silence says nothing. */
  assert_disagreements("from,to,reported_by\na,b,a\n", ALL, "");
  /* b did not answer. */
  assert_disagreements("from,to,reported_by\na,b,a\nc,b,b\nc,b,c\n",
                       "organization,answered\nb,no\n", "");
  /* One of its rows says that it did. */
  assert_disagreements("from,to,reported_by\na,b,a\nc,b,b\nc,b,c\n",
                       "organization,answered,date\nb,yes,2026-01-01\nb,no,2026-02-01\n",
                       "a>b by a l2 d0;");
  /* The receiver speaks, the sender reports others. */
  assert_disagreements("from,to,reported_by\na,b,b\na,c,a\n", ALL, "a>b by b l2 d0;");
}

static void test_denial(void **state) {
  (void)state;
  assert_disagreements("from,to,count,reported_by\na,b,3,a\na,b,0,b\n", ALL, "a>b by a l2 d3;");
  assert_disagreements("from,to,count,reported_by\na,b,3,a\na,b,1,b\n", ALL, "");
  assert_disagreements("from,to,count,reported_by\na,b,0,a\na,b,0,b\n", ALL, "");
  assert_disagreements("from,to,frequency,reported_by\na,b,never,b\na,b,weekly,a\n", ALL,
                       "a>b by a l3 d2;");
}

static void test_basis(void **state) {
  (void)state;
  assert_disagreements("from,to,basis,reported_by\na,b,declared,\na,b,,b\n", ALL, "");
  assert_disagreements("from,to,count,basis,reported_by\na,b,1,declared,\na,b,0,,b\n", ALL,
                       "a>b by a l2 d3;");
  /* Observed by nobody in particular, or reported by a third: no end says it. */
  assert_disagreements("from,to,count,basis,reported_by\na,b,1,observed,\na,b,1,,c\na,b,0,,b\n",
                       ALL, "");
  assert_disagreements("from,to\na,a\n", ALL, "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_silence),
      cmocka_unit_test(test_denial),
      cmocka_unit_test(test_basis),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
