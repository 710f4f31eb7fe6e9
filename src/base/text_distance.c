/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many slips of the pen lie between two texts: optimal string alignment, the restricted form of
 * Damerau's distance (insert, delete, replace, swap neighbors; no part changed twice). */
#include <refnet/base.h>

typedef struct {
  gunichar *characters;
  gsize length;
} Word;

static Word word_of(const char *text) {
  glong length;
  gunichar *characters = g_utf8_to_ucs4_fast(text, -1, &length);
  return (Word){characters, (gsize)length};
}

/* One row of the table: distances of a prefix of `a` from all prefixes of `b`, only within `limit`
 * of the diagonal; beyond it every entry is over the limit anyhow. */
static guint fill_row(const Word *a, const Word *b, gsize i, gsize limit, const guint *before_last,
                      const guint *last, guint *row) {
  guint far = (guint)limit + 1;
  gsize first = i > limit ? i - limit : 1;
  gsize final = MIN(b->length, i + limit);
  guint smallest = row[first - 1] = first == 1 ? (guint)MIN(i, far) : far;
  for (gsize j = first; j <= final; j++) {
    gunichar x = a->characters[i - 1], y = b->characters[j - 1];
    guint best = last[j - 1] + (x != y);
    best = MIN(best, row[j - 1] + 1);
    best = MIN(best, last[j] + 1);
    if (i > 1 && j > 1 && x == b->characters[j - 2] && y == a->characters[i - 2])
      best = MIN(best, before_last[j - 2] + 1);
    row[j] = MIN(best, far);
    smallest = MIN(smallest, row[j]);
  }
  if (final < b->length)
    row[final + 1] = far;
  return smallest;
}

static guint distance_within(const Word *a, const Word *b, gsize limit) {
  guint far = (guint)limit + 1;
  gsize width = b->length + 1;
  g_autofree guint *rows = g_try_malloc_n(width, 3 * sizeof(guint));
  if (rows == NULL)
    return far;
  guint *before_last = rows, *last = rows + width, *row = rows + 2 * width;
  for (gsize j = 0; j < width; j++)
    before_last[j] = last[j] = row[j] = (guint)MIN(j, far);
  for (gsize i = 1; i <= a->length; i++) {
    guint smallest = fill_row(a, b, i, limit, before_last, last, row);
    if (smallest >= far)
      return far;
    guint *recycled = before_last;
    before_last = last;
    last = row;
    row = recycled;
  }
  return last[b->length];
}

guint refnet_text_distance(const char *a, const char *b, guint limit) {
  Word first = word_of(a), second = word_of(b);
  gsize longer = MAX(first.length, second.length);
  gsize shorter = MIN(first.length, second.length);
  guint distance;
  if (longer - shorter > limit)
    distance = limit + 1;
  else
    distance = distance_within(&first, &second, MIN(limit, longer));
  g_free(first.characters);
  g_free(second.characters);
  return distance;
}
