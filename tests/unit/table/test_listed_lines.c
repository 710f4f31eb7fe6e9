/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells that list something on lines of their own. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "table/read/listed_lines.h"

static void test_lines(void **state) {
  static const char *const cases[][2] = {
      {"dental\nfood boxes", "dental; food boxes"},
      {"dental\r\n\r\n  food\tboxes \r\n", "dental; food boxes"},
      {"• dental\n•rides\n- legal aid\n* meals", "dental; rides; legal aid; meals"},
      {"1. dental\n2) rides\n24 hour line", "dental; rides; 24 hour line"},
      {"dental,\nrides", "dental, rides"},
      {"dental;\nrides;", "dental; rides;"},
      {"dental; meals\nrides", "dental; meals; rides"},
      {"dental", "dental"},
      {"- dental", "- dental"},
      {"respite\nÉlan", "respite; Élan"},
      {"\n", ""}};
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *list = refnet_listed_lines(cases[i][0]);
    assert_string_equal(list, cases[i][1]);
  }
}

static void test_kept(void **state) {
  (void)state;
  g_autofree char *several = refnet_kept_lines(" dental\r\n\r\n food\tboxes\n");
  g_autofree char *one = refnet_kept_lines("  dental ");
  g_autofree char *none = refnet_kept_lines("\n \r");
  assert_string_equal(several, "dental\nfood boxes");
  assert_string_equal(one, "dental");
  assert_string_equal(none, "");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines), cmocka_unit_test(test_kept)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
