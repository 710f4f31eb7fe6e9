/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A radix sort in two steps: the highest digit of `first` cuts the entries into buckets, and each
 * bucket, small enough for the cache, is sorted from its lowest digit up. */
#include "model/network/entries.h"

#include "base/memory.h"
#include "base/parallel.h"

#include <string.h>

enum { DIGIT_BITS = 11, DIGITS_MOST = 6, BUCKET_ENTRIES = 8192 };

G_STATIC_ASSERT(REFNET_ENTRY_BUCKETS == (gsize)1 << DIGIT_BITS);

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

/* ---- buckets --------------------------------------------------------------------------------- */

/* More buckets than their entries are worth would only cost time. */
static guint choose_bucket_bits(gsize length, guint first_bits) {
  guint bits = 0;
  while (bits < DIGIT_BITS && length >> bits > BUCKET_ENTRIES)
    bits++;
  return MIN(bits, first_bits);
}

void refnet_entries_begin(RefnetEntries *sorted, gsize most, guint32 firsts, guint32 seconds) {
  const guint first_bits = bits_for(firsts);
  sorted->firsts = firsts;
  sorted->seconds = seconds;
  sorted->length = 0;
  /* A shift by all 32 bits would be undefined; the bucket of 0 is the only one by 31, too. */
  sorted->shift = MIN(first_bits - choose_bucket_bits(most, first_bits), 31);
  memset(sorted->end, 0, sizeof sorted->end);
}

gboolean refnet_entries_make_room(RefnetEntries *sorted) {
  gsize sum = 0;
  for (gsize i = 0; i < REFNET_ENTRY_BUCKETS; i++) {
    const gsize size = sorted->end[i];
    sorted->end[i] = sum;
    sum += size;
  }
  if (sorted->entries != NULL && sorted->length <= sorted->capacity)
    return TRUE;
  g_free(sorted->entries);
  sorted->capacity = MAX(sorted->length, 1);
  sorted->entries = refnet_memory_try_new(sorted->capacity, sizeof *sorted->entries);
  return sorted->entries != NULL;
}

void refnet_entries_clear(RefnetEntries *sorted) {
  g_clear_pointer(&sorted->entries, g_free);
  sorted->capacity = sorted->length = 0;
}

/* ---- inside a bucket ------------------------------------------------------------------------- */

static void add_digits(Digits *digits, gboolean of_first, guint bits) {
  const guint count = (bits + DIGIT_BITS - 1) / DIGIT_BITS;
  for (guint i = 0, shift = 0; i < count; i++) {
    const guint width = (bits - shift + (count - i) - 1) / (count - i);
    digits->digits[digits->length++] = (Digit){of_first, shift, width};
    shift += width;
  }
}

static guint32 digit_of(const RefnetEntry *entry, Digit digit) {
  const guint32 number = digit.of_first ? entry->first : entry->second;
  return (number >> digit.shift) & (((guint32)1 << digit.bits) - 1);
}

/* One stable pass. */
static void distribute(const RefnetEntry *from, gsize length, RefnetEntry *to, Digit digit) {
  gsize next[1 << DIGIT_BITS];
  const gsize groups = (gsize)1 << digit.bits;
  memset(next, 0, groups * sizeof *next);
  for (gsize i = 0; i < length; i++)
    next[digit_of(&from[i], digit)]++;
  for (gsize i = 0, sum = 0; i < groups; i++) {
    const gsize count = next[i];
    next[i] = sum;
    sum += count;
  }
  for (gsize i = 0; i < length; i++)
    to[next[digit_of(&from[i], digit)]++] = from[i];
}

static void sort_bucket(RefnetEntry *bucket, gsize length, RefnetEntry *spare,
                        const Digits *digits) {
  RefnetEntry *here = bucket, *there = spare;
  for (guint i = 0; length > 1 && i < digits->length; i++) {
    distribute(here, length, there, digits->digits[i]);
    RefnetEntry *const moved = there;
    there = here;
    here = moved;
  }
  if (here != bucket)
    memcpy(bucket, here, length * sizeof *bucket);
}

/* ---- all buckets ----------------------------------------------------------------------------- */

typedef struct {
  const RefnetEntries *sorted;
  Digits digits;
  RefnetEntry *spare[2]; /* of each half, for the largest bucket */
  gint next;             /* atomic: the first bucket that nobody has taken */
} Sort;

/* Buckets differ in size, so each half takes the next when it is done with one. */
static void sort_buckets(gpointer work, guint half) {
  Sort *sort = work;
  const gsize *end = sort->sorted->end;
  gint bucket;
  while ((bucket = g_atomic_int_add(&sort->next, 1)) < (gint)REFNET_ENTRY_BUCKETS) {
    const gsize start = bucket > 0 ? end[bucket - 1] : 0;
    sort_bucket(sort->sorted->entries + start, end[bucket] - start, sort->spare[half],
                &sort->digits);
  }
}

static gsize largest_bucket(const RefnetEntries *sorted) {
  gsize largest = 1;
  for (gsize i = 0; i < REFNET_ENTRY_BUCKETS; i++)
    largest = MAX(largest, sorted->end[i] - (i > 0 ? sorted->end[i - 1] : 0));
  return largest;
}

gboolean refnet_entries_sort(RefnetEntries *sorted, guint threads) {
  const gsize largest = largest_bucket(sorted);
  Sort sort = {.sorted = sorted};
  add_digits(&sort.digits, FALSE, bits_for(sorted->seconds));
  add_digits(&sort.digits, TRUE, MIN(sorted->shift, bits_for(sorted->firsts)));
  sort.spare[0] = g_try_new(RefnetEntry, largest);
  sort.spare[1] = threads >= 2 ? g_try_new(RefnetEntry, largest) : sort.spare[0];
  const gboolean ok = sort.spare[0] != NULL && sort.spare[1] != NULL;
  if (ok)
    refnet_do_halves(sort_buckets, &sort, threads);
  if (sort.spare[1] != sort.spare[0])
    g_free(sort.spare[1]);
  g_free(sort.spare[0]);
  return ok;
}
