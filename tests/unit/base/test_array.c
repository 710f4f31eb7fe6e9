/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Growing arrays, and sorting by index: stable, and right for every length. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <refnet/base.h>

#include "base/array.h"

static gint compare_values(guint32 a, guint32 b, gconstpointer data) {
  const guint32 *values = data;
  return (values[a] > values[b]) - (values[a] < values[b]);
}

static void test_order(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, 5);
  for (guint32 length = 0; length < 130; length++) {
    guint32 values[130];
    for (guint32 i = 0; i < length; i++)
      values[i] = (guint32)refnet_random_below(&random, 20);
    g_autofree guint32 *order = refnet_sorted_order(length, compare_values, values);
    assert_non_null(order);
    gboolean sorted = TRUE;
    for (guint32 i = 1; i < length; i++)
      sorted &= values[i - 1] <= values[i];
    assert_int_equal(refnet_is_sorted(length, compare_values, values), sorted);
    for (guint32 i = 1; i < length; i++) {
      assert_true(values[order[i - 1]] <= values[order[i]]);
      if (values[order[i - 1]] == values[order[i]])
        assert_true(order[i - 1] < order[i]);
    }
  }
}

static void test_append_and_permute(void **state) {
  (void)state;
  RefnetArray array = REFNET_ARRAY(guint32);
  assert_true(refnet_array_permute(&array, NULL));
  for (guint32 i = 0; i < 1000; i++) {
    guint32 *item = refnet_array_append(&array);
    assert_int_equal(*item, 0);
    *item = i;
  }
  guint32 order[1000];
  for (guint32 i = 0; i < 1000; i++)
    order[i] = 999 - i;
  assert_true(refnet_array_permute(&array, order));
  for (guint32 i = 0; i < 1000; i++)
    assert_int_equal(*refnet_array_at(&array, guint32, i), 999 - i);
  assert_true(refnet_array_reserve(&array, 5000));
  assert_int_equal(array.length, 1000);
  for (guint32 i = 0; i < 1000; i++)
    order[i] = (i + 337) * 7 % 1000;
  assert_true(refnet_array_permute(&array, order));
  for (guint32 i = 0; i < 1000; i++)
    assert_int_equal(*refnet_array_at(&array, guint32, i), 999 - order[i]);
  refnet_array_clear(&array);
  assert_int_equal(array.length, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_order),
      cmocka_unit_test(test_append_and_permute),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
