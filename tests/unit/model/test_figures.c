/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures as sheets of many countries have them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/columns/figures.h"

static void test_figures(void **state) {
  (void)state;
  static const struct {
    const char *text;
    double value;
  } cases[] = {
      {"40", 40},     {"12.5", 12.5},       {"1,200", 1200},           {"1,200.50", 1200.5},
      {"12,5", 12.5}, {"1.200,50", 1200.5}, {"1.200.000,5", 1200000.5}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    double value = -1;
    if (!refnet_figure_parse(cases[i].text, &value))
      fail_msg("'%s' was refused", cases[i].text);
    assert_true(value == cases[i].value);
  }
}

static void test_no_figures(void **state) {
  (void)state;
  static const char *const texts[] = {"",      ",",         "12,",    "1,2000",  "1,20",
                                      "1,2,3", "12,5 beds", "1.20,5", "1,200,5", "12,5,"};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    double value;
    if (refnet_figure_parse(texts[i], &value))
      fail_msg("'%s' was read as %g", texts[i], value);
  }
}

static void test_counts_with_a_comma(void **state) {
  guint64 count;
  (void)state;
  assert_true(refnet_count_parse_comma("12,0", &count));
  assert_int_equal(count, 12);
  assert_true(refnet_count_parse_comma("1.234,0", &count));
  assert_int_equal(count, 1234);
  assert_false(refnet_count_parse_comma("1.234,5", &count));
  assert_false(refnet_count_parse_comma("1,234", &count));
  assert_false(refnet_count_parse_comma("-2,0", &count));
}

static void test_figures_that_could_be_two(void **state) {
  (void)state;
  assert_true(refnet_figure_could_be_two("1.250"));
  assert_false(refnet_figure_could_be_two("1.2500"));
  assert_false(refnet_figure_could_be_two("0.250"));
  assert_false(refnet_figure_could_be_two("12,5"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_figures), cmocka_unit_test(test_no_figures),
      cmocka_unit_test(test_counts_with_a_comma), cmocka_unit_test(test_figures_that_could_be_two)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
