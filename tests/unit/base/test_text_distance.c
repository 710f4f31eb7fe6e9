/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Optimal string alignment against the recurrence as it is defined. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <refnet/base.h>

#include <string.h>

#define LONGEST 12

/* The whole table, no band, no early end. ASCII only. */
static guint reference_distance(const char *a, const char *b) {
  guint table[LONGEST + 1][LONGEST + 1];
  gsize length_a = strlen(a), length_b = strlen(b);
  for (gsize i = 0; i <= length_a; i++)
    for (gsize j = 0; j <= length_b; j++) {
      if (i == 0 || j == 0) {
        table[i][j] = (guint)(i + j);
        continue;
      }
      guint best = MIN(table[i - 1][j], table[i][j - 1]) + 1;
      best = MIN(best, table[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = MIN(best, table[i - 2][j - 2] + 1);
      table[i][j] = best;
    }
  return table[length_a][length_b];
}

static void known_pairs(void **state) {
  (void)state;
  assert_int_equal(refnet_text_distance("", "", 3), 0);
  assert_int_equal(refnet_text_distance("", "", 0), 0);
  assert_int_equal(refnet_text_distance("abc", "", 5), 3);
  assert_int_equal(refnet_text_distance("", "abc", 2), 3);
  assert_int_equal(refnet_text_distance("kitten", "sitting", 9), 3);
  assert_int_equal(refnet_text_distance("harbor", "harobr", 9), 1);
  assert_int_equal(refnet_text_distance("ca", "abc", 9), 3);
  assert_int_equal(refnet_text_distance("elm", "elm", 0), 0);
  assert_int_equal(refnet_text_distance("elm", "elk", 0), 1);
  assert_int_equal(refnet_text_distance("東京病院", "東京醫院", 2), 1);
  assert_int_equal(refnet_text_distance("abcdef", "uvwxyz", 2), 3);
  assert_int_equal(refnet_text_distance("abcdef", "uvwxyz", G_MAXUINT), 6);
}

static void random_word(RefnetRandom *random, char *word) {
  gsize length = refnet_random_below(random, LONGEST + 1);
  for (gsize i = 0; i < length; i++)
    word[i] = (char)('a' + refnet_random_below(random, 3));
  word[length] = '\0';
}

static void every_limit_agrees_with_the_definition(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, 4);
  for (int i = 0; i < 20000; i++) {
    char a[LONGEST + 1], b[LONGEST + 1];
    random_word(&random, a);
    random_word(&random, b);
    guint expected = reference_distance(a, b);
    for (guint limit = 0; limit <= LONGEST + 1; limit++)
      assert_int_equal(refnet_text_distance(a, b, limit), MIN(expected, limit + 1));
    assert_int_equal(refnet_text_distance(b, a, G_MAXUINT), expected);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(known_pairs),
      cmocka_unit_test(every_limit_agrees_with_the_definition),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
