/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two texts one edit apart become equal when the right letter is left out of one or both, so it is
 * enough to compare texts that share such a remainder. */
#include "model/check/similar.h"
#include "base/hash.h"
#include "base/array.h"

#include <refnet/base.h>
#include <stdlib.h>
#include <string.h>

#define FEWEST_LETTERS 5
#define MOST_LETTERS 200 /* longer texts are prose, and would cost their length squared */
#define MOST_SHARING 64  /* a remainder that more texts share says nothing */

typedef struct {
  guint64 hash;
  guint32 text;
} Remainder;

static gboolean add_remainder(RefnetArray *remainders, guint32 text, const char *bytes,
                              gsize length) {
  Remainder *remainder = refnet_array_append(remainders);
  if (remainder != NULL)
    *remainder = (Remainder){refnet_hash_bytes(bytes, length), text};
  return remainder != NULL;
}

/* The key and what is left of it without each of its letters. */
static gboolean add_remainders(RefnetArray *remainders, guint32 text, const char *key) {
  gsize length = strlen(key), letters = (gsize)g_utf8_strlen(key, -1);
  if (letters < FEWEST_LETTERS || letters > MOST_LETTERS)
    return TRUE;
  if (!add_remainder(remainders, text, key, length))
    return FALSE;
  g_autofree char *left = g_malloc(length + 1);
  for (const char *at = key; *at != '\0'; at = g_utf8_next_char(at)) {
    gsize before = (gsize)(at - key), width = (gsize)(g_utf8_next_char(at) - at);
    memcpy(left, key, before);
    memcpy(left + before, at + width, length - before - width);
    if (!add_remainder(remainders, text, left, length - width))
      return FALSE;
  }
  return TRUE;
}

static int compare_remainders(const void *a, const void *b) {
  const Remainder *x = a, *y = b;
  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  return (x->text > y->text) - (x->text < y->text);
}

static gboolean same_digits(const char *a, const char *b) {
  for (;;) {
    a += strcspn(a, "0123456789");
    b += strcspn(b, "0123456789");
    if (*a != *b)
      return FALSE;
    if (*a == '\0')
      return TRUE;
    a++;
    b++;
  }
}

/* "Ward A" and "Ward B": the same words but for short ones that tell them apart. */
static gboolean differ_in_short_word(const char *a, const char *b) {
  g_autofree char *first = refnet_text_fold(a), *second = refnet_text_fold(b);
  g_auto(GStrv) x = g_strsplit(first, " ", -1), y = g_strsplit(second, " ", -1);
  if (g_strv_length(x) != g_strv_length(y))
    return FALSE;
  for (guint i = 0; x[i] != NULL; i++)
    if (strcmp(x[i], y[i]) != 0 && strlen(x[i]) <= 2 && strlen(y[i]) <= 2)
      return TRUE;
  return FALSE;
}

static void add_pairs(GArray *pairs, const Remainder *remainders, gsize length, char **keys,
                      const char *const *texts) {
  for (gsize i = 0; length <= MOST_SHARING && i < length; i++)
    for (gsize k = i + 1; k < length; k++) {
      RefnetPair pair = {remainders[i].text, remainders[k].text};
      if (pair.a != pair.b && same_digits(keys[pair.a], keys[pair.b]) &&
          refnet_text_distance(keys[pair.a], keys[pair.b], 1) <= 1 &&
          !differ_in_short_word(texts[pair.a], texts[pair.b]))
        g_array_append_val(pairs, pair);
    }
}

static int compare_pairs(gconstpointer a, gconstpointer b) {
  const RefnetPair *x = a, *y = b;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

static void sort_pairs(GArray *pairs) {
  g_array_sort(pairs, compare_pairs);
  guint kept = 0;
  for (guint i = 0; i < pairs->len; i++) {
    RefnetPair pair = g_array_index(pairs, RefnetPair, i);
    if (kept == 0 || compare_pairs(&pair, &g_array_index(pairs, RefnetPair, kept - 1)) != 0)
      g_array_index(pairs, RefnetPair, kept++) = pair;
  }
  g_array_set_size(pairs, kept);
}

GArray *refnet_similar_pairs(const char *const *texts, guint32 length) {
  g_auto(GStrv) keys = g_try_new0(char *, (gsize)length + 1);
  RefnetArray remainders = REFNET_ARRAY(Remainder);
  gboolean ok = keys != NULL;
  for (guint32 i = 0; ok && i < length; i++) {
    keys[i] = refnet_text_fold_header(texts[i]);
    ok = add_remainders(&remainders, i, keys[i]);
  }
  GArray *pairs = ok ? g_array_new(FALSE, FALSE, sizeof(RefnetPair)) : NULL;
  if (ok && remainders.length > 0)
    qsort(remainders.items, remainders.length, sizeof(Remainder), compare_remainders);
  for (gsize start = 0, end; ok && start < remainders.length; start = end) {
    const Remainder *group = refnet_array_at(&remainders, Remainder, start);
    for (end = start + 1; end < remainders.length; end++)
      if (refnet_array_at(&remainders, Remainder, end)->hash != group->hash)
        break;
    add_pairs(pairs, group, end - start, keys, texts);
  }
  refnet_array_clear(&remainders);
  if (ok)
    sort_pairs(pairs);
  return pairs;
}
