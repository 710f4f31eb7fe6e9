/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The string pool, the interner and the hash under them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/hash.h"
#include "base/pool.h"

#include <string.h>

static void empty_pool_is_freed(void **state) {
  (void)state;
  refnet_pool_free(refnet_pool_new());
  refnet_pool_free(NULL);
  refnet_interner_free(NULL);
}

static void copies_are_separate_and_interned_texts_are_not(void **state) {
  (void)state;
  g_autoptr(RefnetPool) pool = refnet_pool_new();
  char text[] = "Elm Clinic";
  const char *copy = refnet_pool_copy(pool, text);
  const char *interned = refnet_pool_intern(pool, text);
  assert_ptr_not_equal(copy, refnet_pool_copy(pool, text));
  assert_ptr_equal(interned, refnet_pool_intern(pool, text));
  text[0] = 'X';
  assert_string_equal(copy, "Elm Clinic");
  assert_string_equal(interned, "Elm Clinic");
  assert_null(refnet_pool_copy(pool, NULL));
  assert_null(refnet_pool_intern(pool, NULL));
  assert_string_equal(refnet_pool_intern(pool, ""), "");
}

static void addresses_hold_and_do_not_overlap(void **state) {
  (void)state;
  g_autoptr(RefnetPool) pool = refnet_pool_new();
  g_autoptr(GPtrArray) blocks = g_ptr_array_new();
  for (guint i = 0; i < 3000; i++) {
    guint8 *block = refnet_pool_alloc(pool, i, 1);
    for (guint j = 0; j < i; j++)
      assert_int_equal(block[j], 0);
    memset(block, (int)(i % 251) + 1, i);
    g_ptr_array_add(blocks, block);
  }
  for (guint i = 0; i < blocks->len; i++) {
    const guint8 *block = g_ptr_array_index(blocks, i);
    for (guint j = 0; j < i; j++)
      assert_int_equal(block[j], i % 251 + 1);
  }
}

static void alignment_is_kept(void **state) {
  (void)state;
  g_autoptr(RefnetPool) pool = refnet_pool_new();
  for (gsize alignment = 1; alignment <= 4096; alignment *= 2)
    for (gsize bytes = 0; bytes < 100000; bytes = bytes * 3 + 1) {
      refnet_pool_alloc(pool, 1, 1);
      gpointer block = refnet_pool_alloc(pool, bytes, alignment);
      assert_non_null(block);
      assert_int_equal((uintptr_t)block % alignment, 0);
    }
  assert_int_equal((uintptr_t)refnet_pool_alloc(pool, 3, 0) % sizeof(gpointer), 0);
}

static void impossible_sizes_give_null(void **state) {
  (void)state;
  g_autoptr(RefnetPool) pool = refnet_pool_new();
  assert_null(refnet_pool_alloc(pool, G_MAXSIZE, 8));
  assert_null(refnet_pool_alloc(pool, G_MAXSIZE - 8, 8));
  assert_null(refnet_pool_alloc(pool, G_MAXSIZE - 64, 4096));
  assert_non_null(refnet_pool_alloc(pool, 8, 8));
}

static void numbers_follow_first_sight(void **state) {
  (void)state;
  g_autoptr(RefnetPool) pool = refnet_pool_new();
  g_autoptr(RefnetInterner) interner = refnet_interner_new(refnet_pool_arena(pool));
  assert_int_equal(refnet_interner_find(interner, "b", 1), REFNET_NONE);
  assert_null(refnet_interner_text(interner, 0));
  assert_int_equal(refnet_interner_add(interner, "b", 1), 0);
  assert_int_equal(refnet_interner_add(interner, "a", 1), 1);
  assert_int_equal(refnet_interner_add(interner, "b", 1), 0);
  assert_int_equal(refnet_interner_add(interner, "", 0), 2);
  assert_int_equal(refnet_interner_add(interner, "abc", 2), 3);
  assert_string_equal(refnet_interner_text(interner, 3), "ab");
  assert_int_equal(refnet_interner_find(interner, "ab", 2), 3);
  assert_int_equal(refnet_interner_find(interner, "abc", 3), REFNET_NONE);
  assert_int_equal(refnet_interner_add(interner, "a\0b", 3), 4);
  assert_int_equal(refnet_interner_add(interner, "a\0c", 3), 5);
  assert_int_equal(refnet_interner_add(interner, "a", G_MAXUINT32), REFNET_NONE);
  assert_int_equal(refnet_interner_length(interner), 6);
  assert_null(refnet_interner_text(interner, REFNET_NONE));
}

static void assert_agrees_with_hash_table(const char *beginning) {
  g_autoptr(RefnetPool) pool = refnet_pool_new();
  g_autoptr(RefnetInterner) interner = refnet_interner_new(refnet_pool_arena(pool));
  g_autoptr(GHashTable) reference = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  RefnetRandom random;
  refnet_random_seed(&random, 7);
  for (int i = 0; i < 100000; i++) {
    char *text =
        g_strdup_printf("%s%" G_GUINT64_FORMAT, beginning, refnet_random_below(&random, 40000));
    guint32 index = refnet_interner_add(interner, text, strlen(text));
    assert_string_equal(refnet_interner_text(interner, index), text);
    gpointer known;
    if (g_hash_table_lookup_extended(reference, text, NULL, &known)) {
      assert_int_equal(index, GPOINTER_TO_UINT(known));
      g_free(text);
    } else {
      assert_int_equal(index, g_hash_table_size(reference));
      g_hash_table_insert(reference, text, GUINT_TO_POINTER(index));
    }
  }
  assert_int_equal(refnet_interner_length(interner), g_hash_table_size(reference));
}

static void many_texts_agree_with_a_hash_table(void **state) {
  (void)state;
  assert_agrees_with_hash_table("");
  assert_agrees_with_hash_table("organization-of-");
  assert_agrees_with_hash_table("a beginning longer than a slot has room for, ");
}

static int compare_hashes(const void *a, const void *b) {
  guint64 first = *(const guint64 *)a, second = *(const guint64 *)b;
  return (first > second) - (first < second);
}

/* Keys that differ by little, as ids in one file do, must neither collide nor crowd. */
static void hash_spreads_keys_that_are_alike(void **state) {
  (void)state;
  enum { KEYS = 1 << 16, CELLS = 1 << 16 };
  g_autofree guint64 *hashes = g_new(guint64, KEYS);
  g_autofree guint *cells = g_new0(guint, CELLS);
  guint fullest = 0;
  for (guint i = 0; i < KEYS; i++) {
    char key[32];
    int length = g_snprintf(key, sizeof key, "organization-%07u", i * 10);
    hashes[i] = refnet_hash_bytes(key, (gsize)length);
    guint *cell = &cells[(hashes[i] >> 32) % CELLS];
    fullest = MAX(fullest, ++*cell);
  }
  qsort(hashes, KEYS, sizeof *hashes, compare_hashes);
  for (guint i = 1; i < KEYS; i++)
    assert_true(hashes[i - 1] != hashes[i]);
  assert_true(fullest <= 12);
}

static void hash_depends_on_every_bit_and_the_length(void **state) {
  (void)state;
  guint8 bytes[40] = {0};
  for (gsize length = 1; length <= sizeof bytes; length++) {
    guint64 hash = refnet_hash_bytes(bytes, length);
    assert_true(hash != refnet_hash_bytes(bytes, length - 1));
    for (gsize bit = 0; bit < length * 8; bit++) {
      bytes[bit / 8] ^= (guint8)(1 << bit % 8);
      guint64 changed = hash ^ refnet_hash_bytes(bytes, length);
      bytes[bit / 8] = 0;
      int flipped = __builtin_popcountll(changed);
      assert_true(flipped >= 10 && flipped <= 54);
    }
  }
}

static void test_reserved(void **state) {
  (void)state;
  g_autoptr(RefnetArena) arena = refnet_arena_new();
  g_autoptr(RefnetInterner) interner = refnet_interner_new(arena);
  RefnetInternerKey key = refnet_interner_key("a", 1);
  refnet_interner_prefetch(interner, &key); /* empty: nothing to ask for */
  assert_int_equal(refnet_interner_find_key(interner, &key), REFNET_NONE);
  assert_int_equal(refnet_interner_add(interner, "a", 1), 0);
  assert_true(refnet_interner_reserve(interner, 1000));
  assert_true(refnet_interner_reserve(interner, 0));
  assert_int_equal(refnet_interner_find(interner, "a", 1), 0);
  for (guint i = 0; i < 2000; i++) {
    char text[16];
    g_snprintf(text, sizeof text, "%u", i);
    key = refnet_interner_key(text, strlen(text));
    refnet_interner_prefetch(interner, &key);
    assert_int_equal(refnet_interner_add_key(interner, &key), i + 1);
    assert_int_equal(refnet_interner_find_key(interner, &key), i + 1);
  }
  assert_int_equal(refnet_interner_length(interner), 2001);
  assert_string_equal(refnet_arena_copy(arena, "abc", 2), "ab");
  assert_string_equal(refnet_arena_copy(arena, "", 0), "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_reserved),
      cmocka_unit_test(empty_pool_is_freed),
      cmocka_unit_test(copies_are_separate_and_interned_texts_are_not),
      cmocka_unit_test(addresses_hold_and_do_not_overlap),
      cmocka_unit_test(alignment_is_kept),
      cmocka_unit_test(impossible_sizes_give_null),
      cmocka_unit_test(numbers_follow_first_sight),
      cmocka_unit_test(many_texts_agree_with_a_hash_table),
      cmocka_unit_test(hash_spreads_keys_that_are_alike),
      cmocka_unit_test(hash_depends_on_every_bit_and_the_length),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
