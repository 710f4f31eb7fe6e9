/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A radix sort in two steps: the highest digit of `first` cuts the entries into buckets, and each
 * bucket, small enough for the cache, is sorted from its lowest digit up. */
#include "model/entries.h"

#include "base/memory.h"

#include <string.h>

enum { DIGIT_BITS = 11, DIGITS_MOST = 6, BUCKET_ENTRIES = 8192 };

typedef struct {
  gboolean of_first;
  guint shift, bits;
} Digit;

/* The digits below the one that makes buckets, lowest first. */
typedef struct {
  Digit digits[DIGITS_MOST];
  guint length;
} Digits;

static guint bits_for(guint32 bound) {
  return bound > 1 ? (guint)g_bit_storage(bound - 1) : 0;
}

static void add_digits(Digits *digits, gboolean of_first, guint bits) {
  const guint count = (bits + DIGIT_BITS - 1) / DIGIT_BITS;
  for (guint i = 0, shift = 0; i < count; i++) {
    const guint width = (bits - shift + (count - i) - 1) / (count - i);
    digits->digits[digits->length++] = (Digit){of_first, shift, width};
    shift += width;
  }
}

static guint32 digit_of(const RefnetEntry *entry, Digit digit) {
  const guint64 number = digit.of_first ? entry->first : entry->second;
  return (guint32)(number >> digit.shift) & (((guint32)1 << digit.bits) - 1);
}

/* Counts become where each group starts. */
static void add_up(gsize *counts, gsize groups) {
  gsize sum = 0;
  for (gsize i = 0; i < groups; i++) {
    const gsize count = counts[i];
    counts[i] = sum;
    sum += count;
  }
}

/* One stable pass; `next` is left at the end of each group. */
static void distribute(const RefnetEntry *from, gsize length, RefnetEntry *to, Digit digit,
                       gsize *next) {
  const gsize groups = (gsize)1 << digit.bits;
  memset(next, 0, groups * sizeof *next);
  for (gsize i = 0; i < length; i++)
    next[digit_of(&from[i], digit)]++;
  add_up(next, groups);
  for (gsize i = 0; i < length; i++)
    to[next[digit_of(&from[i], digit)]++] = from[i];
}

/* Sorts the bucket at `from`; both it and `to` are overwritten, and the result is in `to`. */
static void sort_bucket(RefnetEntry *from, gsize length, RefnetEntry *to, const Digits *digits) {
  gsize next[1 << DIGIT_BITS];
  RefnetEntry *here = from, *there = to;
  for (guint i = 0; length > 1 && i < digits->length; i++) {
    distribute(here, length, there, digits->digits[i], next);
    RefnetEntry *const sorted = there;
    there = here;
    here = sorted;
  }
  if (here != to)
    memcpy(to, here, length * sizeof *to);
}

/* More buckets than their entries are worth would only cost time. */
static guint choose_bucket_bits(gsize length, guint first_bits) {
  guint bits = 0;
  while (bits < DIGIT_BITS && length >> bits > BUCKET_ENTRIES)
    bits++;
  return MIN(bits, first_bits);
}

gboolean refnet_entries_sort(RefnetEntry *entries, gsize length, guint32 firsts, guint32 seconds) {
  const guint first_bits = bits_for(firsts);
  const guint bucket_bits = choose_bucket_bits(length, first_bits);
  Digits digits = {.length = 0};
  add_digits(&digits, FALSE, bits_for(seconds));
  add_digits(&digits, TRUE, first_bits - bucket_bits);
  RefnetEntry *const spare = g_try_new(RefnetEntry, MAX(length, 1));
  if (spare == NULL)
    return FALSE;
  refnet_memory_prefer_large_pages(spare, length * sizeof *spare);
  gsize end[1 << DIGIT_BITS];
  distribute(entries, length, spare, (Digit){TRUE, first_bits - bucket_bits, bucket_bits}, end);
  for (gsize i = 0, start = 0; i < (gsize)1 << bucket_bits; start = end[i++])
    sort_bucket(spare + start, end[i] - start, entries + start, &digits);
  g_free(spare);
  return TRUE;
}
