/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers in workbooks, as people see them in a spreadsheet program. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "exchange/workbook/cell_format.h"

static void assert_shown(RefnetCellFormat format, double number, gboolean from_1904,
                         const char *wanted) {
  g_autofree char *text = refnet_cell_format_text(&format, number, from_1904);
  assert_string_equal(text, wanted);
}

static void assert_pattern(const char *pattern, double number, const char *wanted) {
  assert_shown(refnet_cell_format_parse(pattern), number, FALSE, wanted);
}

static void test_numbers(void **state) {
  (void)state;
  assert_pattern("General", 0.1 + 0.2, "0.3");
  assert_pattern("0.00", 12.3456, "12.3456");
  assert_pattern("#,##0", 1234567, "1234567");
  assert_pattern("0%", 0.25, "0.25");
  assert_pattern("[Red]#,##0;[Blue]-#,##0", 5, "5");
  assert_shown(refnet_cell_format_builtin(0), 2025550123, FALSE, "2025550123");
}

/* The text "12.345" might be twelve thousand. */
static void test_numbers_that_are_one(void **state) {
  (void)state;
  assert_pattern("0.00", 12.345, "12.3450");
  assert_pattern("General", 0.125, "0.125");
}

static void test_dates(void **state) {
  (void)state;
  assert_shown(refnet_cell_format_builtin(14), 46067, FALSE, "2026-02-14");
  assert_shown(refnet_cell_format_builtin(22), 46067.5625, FALSE, "2026-02-14 13:30:00");
  assert_pattern("d mmm yyyy", 46067, "2026-02-14");
  assert_pattern("[$-409]mmmm d, yyyy;@", 46067, "2026-02-14");
  assert_pattern("\"week of\" d.m.", 46067, "2026-02-14");
  assert_pattern("mmm", 46067, "2026-02-14");
  assert_pattern("yyyy-mm-dd hh:mm", 46067.999999999, "2026-02-15");
}

/* Excel believes in 29 February 1900, so days before it are counted from another day. */
static void test_first_days(void **state) {
  (void)state;
  RefnetCellFormat date = refnet_cell_format_builtin(14);
  assert_shown(date, 1, FALSE, "1900-01-01");
  assert_shown(date, 59, FALSE, "1900-02-28");
  assert_shown(date, 61, FALSE, "1900-03-01");
  assert_shown(date, 0, TRUE, "1904-01-01");
  assert_shown(date, 44605, TRUE, "2026-02-14");
  assert_shown(date, -1, FALSE, "-1");
  assert_shown(date, 1e12, FALSE, "1000000000000");
}

static void test_times(void **state) {
  (void)state;
  assert_shown(refnet_cell_format_builtin(20), 0.5625, FALSE, "13:30:00");
  assert_pattern("h:mm AM/PM", 0.25, "06:00:00");
  assert_pattern("[h]:mm", 1.5, "36:00:00");
  assert_pattern("mm:ss", 0.001, "00:01:26");
}

static void test_codes(void **state) {
  (void)state;
  assert_pattern("00000", 4212, "04212");
  assert_pattern("00000\\-0000", 42121234, "04212-1234");
  assert_pattern("(000) 000-0000", 5551234567, "(555) 123-4567");
  assert_pattern("000\"-\"00", 1234, "012-34");
  assert_pattern("00000", 123456, "123456");
  assert_pattern("00000", 4212.5, "4212.5");
  assert_pattern("0", 7, "7");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_numbers), cmocka_unit_test(test_numbers_that_are_one),
      cmocka_unit_test(test_dates),   cmocka_unit_test(test_first_days),
      cmocka_unit_test(test_times),   cmocka_unit_test(test_codes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
