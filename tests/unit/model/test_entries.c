/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The order of sorted entries, beside that of a plain sort. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/network/entries.h"

#include <refnet/base.h>
#include <stdlib.h>

static int by_first_second_item(const void *left, const void *right) {
  const RefnetEntry *a = left, *b = right;
  if (a->first != b->first)
    return a->first < b->first ? -1 : 1;
  if (a->second != b->second)
    return a->second < b->second ? -1 : 1;
  return a->item < b->item ? -1 : a->item > b->item;
}

static int by_first_item(const void *left, const void *right) {
  RefnetEntry a = *(const RefnetEntry *)left, b = *(const RefnetEntry *)right;
  a.second = b.second = 0;
  return by_first_second_item(&a, &b);
}

/* Items rise, so that a stable sort puts equal pairs in the order of their items. Squares crowd the
 * small numbers, as hubs do. */
static RefnetEntry *random_entries(gsize length, guint32 firsts, guint32 seconds,
                                   RefnetRandom *random) {
  RefnetEntry *entries = g_new(RefnetEntry, length + 1);
  for (gsize i = 0; i < length; i++) {
    double unit = refnet_random_unit(random);
    entries[i] = (RefnetEntry){(guint32)(unit * unit * firsts),
                               (guint32)refnet_random_below(random, seconds), (guint32)i};
  }
  return entries;
}

static void check_order(const RefnetEntry *entries, const RefnetEntry *expected, gsize length) {
  for (gsize i = 0; i < length; i++) {
    assert_int_equal(entries[i].first, expected[i].first);
    assert_int_equal(entries[i].second, expected[i].second);
    assert_int_equal(entries[i].item, expected[i].item);
  }
}

static void check_sort(gsize length, guint32 firsts, guint32 seconds, gboolean look_at_second,
                       RefnetRandom *random) {
  g_autofree RefnetEntry *entries = random_entries(length, firsts, seconds, random);
  g_autofree RefnetEntry *expected = g_memdup2(entries, (length + 1) * sizeof *entries);
  qsort(expected, length, sizeof *expected, look_at_second ? by_first_second_item : by_first_item);
  for (guint threads = 1; threads <= 2; threads++) {
    RefnetEntries sorted = {.entries = NULL};
    refnet_entries_begin(&sorted, length, firsts, look_at_second ? seconds : 1);
    for (gsize i = 0; i < length; i++)
      refnet_entries_count(&sorted, entries[i].first);
    assert_true(refnet_entries_make_room(&sorted));
    for (gsize i = 0; i < length; i++)
      refnet_entries_put(&sorted, entries[i]);
    assert_true(refnet_entries_sort(&sorted, threads));
    assert_int_equal(sorted.length, length);
    check_order(sorted.entries, expected, length);
    refnet_entries_clear(&sorted);
  }
}

static void test_sort(void **state) {
  (void)state;
  static const gsize lengths[] = {0, 1, 2, 3, 100, 8191, 20000, 100000};
  static const guint32 bounds[] = {1, 2, 3, 64, 2047, 2048, 2049, 70000, 5000000, G_MAXUINT32};
  RefnetRandom random;
  refnet_random_seed(&random, 3);
  for (gsize i = 0; i < G_N_ELEMENTS(lengths); i++)
    for (gsize k = 0; k < G_N_ELEMENTS(bounds); k++) {
      guint32 other = bounds[(k * 7 + i) % G_N_ELEMENTS(bounds)];
      check_sort(lengths[i], bounds[k], other, TRUE, &random);
      check_sort(lengths[i], bounds[k], other, FALSE, &random);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_sort)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
