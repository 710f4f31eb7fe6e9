/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every kind of finding has a word of its own and a meaning. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "model/dataset/kinds.h"

static void test_words(void **state) {
  (void)state;
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < REFNET_KINDS; i++) {
    const RefnetKindInfo *info = refnet_kind_info((RefnetKind)i);
    assert_non_null(info->word);
    assert_int_equal(strspn(info->word, "abcdefghijklmnopqrstuvwxyz-"), strlen(info->word));
    assert_true(g_hash_table_add(seen, (gpointer)info->word));
    assert_true(g_str_has_suffix(info->meaning, "."));
    assert_true(info->severity <= REFNET_SEVERITY_ERROR);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_words)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
