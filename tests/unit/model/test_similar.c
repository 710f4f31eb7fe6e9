/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Near pairs: compared with all pairs, and the exceptions. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "model/check/similar.h"

#include <refnet/base.h>

static gboolean are_similar(const char *a, const char *b) {
  const char *texts[] = {a, b};
  GArray *pairs = refnet_similar_pairs(texts, 2);
  assert_non_null(pairs);
  guint count = pairs->len;
  g_array_free(pairs, TRUE);
  assert_in_range(count, 0, 1);
  return count == 1;
}

static void test_edits(void **state) {
  (void)state;
  assert_true(are_similar("Eastside", "East side"));
  assert_true(are_similar("Eastside", "East-Side"));
  assert_true(are_similar("meals", "meal s"));
  assert_true(are_similar("Behavioral health", "Behavioural health"));
  assert_true(are_similar("Transport", "Transprot"));
  assert_true(are_similar("Housing", "Hausing"));
  assert_false(are_similar("Housing", "Hosting aid"));
  assert_false(are_similar("Legal aid", "Lethal air"));
}

static void test_exceptions(void **state) {
  (void)state;
  assert_false(are_similar("Ward 1", "Ward 2"));
  assert_false(are_similar("Region A", "Region B"));
  assert_false(are_similar("food", "foot"));
  assert_false(are_similar("", ""));
  GArray *none = refnet_similar_pairs(NULL, 0);
  assert_int_equal(none->len, 0);
  g_array_free(none, TRUE);
}

/* Every pair that a comparison of all with all finds, and no other. */
static void test_against_all_pairs(void **state) {
  (void)state;
  enum { TEXTS = 300 };
  RefnetRandom random;
  char texts[TEXTS][9];
  const char *pointers[TEXTS];
  refnet_random_seed(&random, 7);
  for (int i = 0; i < TEXTS; i++) {
    gsize length = 5 + refnet_random_below(&random, 2);
    for (gsize k = 0; k < length; k++)
      texts[i][k] = (char)('a' + refnet_random_below(&random, 3));
    texts[i][length] = '\0';
    pointers[i] = texts[i];
  }
  GArray *pairs = refnet_similar_pairs(pointers, TEXTS);
  guint found = 0;
  for (guint32 a = 0; a < TEXTS; a++)
    for (guint32 b = a + 1; b < TEXTS; b++) {
      if (refnet_text_distance(texts[a], texts[b], 1) > 1)
        continue;
      assert_true(found < pairs->len);
      RefnetPair pair = g_array_index(pairs, RefnetPair, found++);
      assert_int_equal(pair.a, a);
      assert_int_equal(pair.b, b);
    }
  assert_int_equal(found, pairs->len);
  assert_true(found > 50);
  g_array_free(pairs, TRUE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_edits),
      cmocka_unit_test(test_exceptions),
      cmocka_unit_test(test_against_all_pairs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
