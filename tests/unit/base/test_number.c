/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers and counts as whole cells. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <refnet/base.h>

static void numbers_read(void **state) {
  (void)state;
  static const struct {
    const char *text;
    double value;
  } cases[] = {{"0", 0},
               {"-3.25", -3.25},
               {"+4", 4},
               {".5", .5},
               {"5.", 5},
               {"1e3", 1000},
               {"1E-2", .01},
               {" 7 ", 7},
               {"-0", 0},
               {"007", 7},
               {"1e-400", 0},
               {"41.8781", 41.8781},
               {"1.7976931348623157e308", G_MAXDOUBLE}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    double value = -1;
    if (!refnet_number_parse(cases[i].text, &value))
      fail_msg("'%s' was refused", cases[i].text);
    assert_true(value == cases[i].value);
  }
}

static void not_numbers(void **state) {
  (void)state;
  static const char *const texts[] = {
      "",      " ",     ".",      "-",     "e5",       "1e",    "1e+",         "0x10",
      "nan",   "inf",   "-inf",   "1,5",   "1 2",      "3km",   "--3",         "+-3",
      "1.2.3", "1e400", "-1e400", "1e5.5", "infinity", "1_000", "\xEF\xBC\x93"};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    double value = 42;
    if (refnet_number_parse(texts[i], &value))
      fail_msg("'%s' was read as %g", texts[i], value);
    assert_true(value == 42);
  }
}

static void counts_read(void **state) {
  (void)state;
  static const struct {
    const char *text;
    guint64 value;
  } cases[] = {{"0", 0},
               {"3", 3},
               {"+3", 3},
               {"3.0", 3},
               {"3.0000", 3},
               {" 12 ", 12},
               {"007", 7},
               {"1,200", 1200},
               {"12,345,678", 12345678},
               {"1,200.00", 1200},
               {"1,200.000", 1200},
               {"0.000", 0},
               {"1 200", 1200},
               {"1\xC2\xA0"
                "200",
                1200},
               {"1\xE2\x80\x89"
                "200",
                1200},
               {"1\xE2\x80\xAF"
                "200\xE2\x80\xAF"
                "000",
                1200000},
               {"18446744073709551615", G_MAXUINT64},
               {"18,446,744,073,709,551,615", G_MAXUINT64}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    guint64 value = 99;
    if (!refnet_count_parse(cases[i].text, &value))
      fail_msg("'%s' was refused", cases[i].text);
    assert_true(value == cases[i].value);
  }
}

static void not_counts(void **state) {
  (void)state;
  static const char *const texts[] = {"",
                                      " ",
                                      "-3",
                                      "-0",
                                      "3.5",
                                      "1.200",
                                      "1.000",
                                      "1e400",
                                      "1e3",
                                      "1,20",
                                      "12,34",
                                      "1,2000",
                                      "1234,567",
                                      ",200",
                                      "1,200,",
                                      "1,200 300",
                                      "0,200",
                                      "1.2.3",
                                      "3.",
                                      ".0",
                                      "three",
                                      "3 people",
                                      "1,,200",
                                      "0x3",
                                      "++3",
                                      "nan",
                                      "18446744073709551616",
                                      "99999999999999999999999",
                                      "18,446,744,073,709,551,616",
                                      "1,200.5",
                                      "1 ,200",
                                      "3.0.0",
                                      "1\xC2",
                                      "1\xC2\xA0"};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    guint64 value = 99;
    if (refnet_count_parse(texts[i], &value))
      fail_msg("'%s' was read as %" G_GUINT64_FORMAT, texts[i], value);
    assert_true(value == 99);
  }
}

static void counts_survive_writing(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, 11);
  for (int i = 0; i < 20000; i++) {
    guint64 count = refnet_random_next(&random) >> refnet_random_below(&random, 64);
    g_autofree char *text = g_strdup_printf("%" G_GUINT64_FORMAT, count);
    guint64 read;
    assert_true(refnet_count_parse(text, &read));
    assert_true(read == count);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_read),
      cmocka_unit_test(not_numbers),
      cmocka_unit_test(counts_read),
      cmocka_unit_test(not_counts),
      cmocka_unit_test(counts_survive_writing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
