/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sorting many pairs of small numbers, with something that comes along. */
#ifndef REFNET_MODEL_NETWORK_ENTRIES_H
#define REFNET_MODEL_NETWORK_ENTRIES_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint32 first, second, item;
} RefnetEntry;

#define REFNET_ENTRY_BUCKETS ((gsize)1 << 11)

/* Entries go straight to the bucket of their `first`, so they are told twice: counted, then put. At
 * 10^7 entries that saves a copy of 120 MB, and the time in which the system clears it. */
typedef struct {
  RefnetEntry *entries; /* by first, then second, once sorted */
  gsize length;
  gsize capacity; /* kept from one sort to the next */
  /* private */
  guint32 firsts, seconds;
  guint shift;                     /* of `first`, to the number of its bucket */
  gsize end[REFNET_ENTRY_BUCKETS]; /* of each bucket; its size, while entries are counted */
} RefnetEntries;

/* Starts anew; a zeroed struct will do. There will be about `most` entries; `firsts` and `seconds`
 * are above all of their numbers. 1 `seconds`: second is not looked at. */
void refnet_entries_begin(RefnetEntries *sorted, gsize most, guint32 firsts, guint32 seconds);
/* All are counted. FALSE: no memory. */
gboolean refnet_entries_make_room(RefnetEntries *sorted);
/* All are put: orders them by first, then second, equal ones as they were put; in two threads when
 * `threads` is 2. FALSE: no memory for a bucket. O(length), in pieces that fit the processor's
 * cache. */
gboolean refnet_entries_sort(RefnetEntries *sorted, guint threads);
void refnet_entries_clear(RefnetEntries *sorted);

static inline void refnet_entries_count(RefnetEntries *sorted, guint32 first) {
  sorted->end[first >> sorted->shift]++;
  sorted->length++;
}

static inline void refnet_entries_put(RefnetEntries *sorted, RefnetEntry entry) {
  sorted->entries[sorted->end[entry.first >> sorted->shift]++] = entry;
}

G_END_DECLS

#endif
