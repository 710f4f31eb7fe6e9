/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sorting many pairs of small numbers, with something that comes along. */
#ifndef REFNET_MODEL_ENTRIES_H
#define REFNET_MODEL_ENTRIES_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint32 first, second, item;
} RefnetEntry;

/* Orders the entries by first, then second, equal ones as they came; `firsts` and `seconds` are above
 * all of them; 1 `seconds`: second is not looked at. FALSE, and nothing moved, when memory for a copy
 * ran out. O(length), in pieces that fit the processor's cache. */
gboolean refnet_entries_sort(RefnetEntry *entries, gsize length, guint32 firsts, guint32 seconds);

G_END_DECLS

#endif
