/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Arrays that grow with the input: running out of memory is reported, not fatal. */
#ifndef REFNET_BASE_ARRAY_H
#define REFNET_BASE_ARRAY_H

#include <glib.h>

G_BEGIN_DECLS

/* `length` items of `size` bytes each; start from {0} with `size` set. */
typedef struct {
  gpointer items;
  gsize length, capacity;
  gsize size;
} RefnetArray;

#define REFNET_ARRAY(type) ((RefnetArray){NULL, 0, 0, sizeof(type)})
#define refnet_array_at(array, type, index) (&((type *)(array)->items)[index])

/* A zeroed item at the end, or NULL when memory ran out. Amortized O(size). */
gpointer refnet_array_append(RefnetArray *array);
/* Makes room for `capacity` items in all. FALSE, and nothing changed, when memory ran out. */
gboolean refnet_array_reserve(RefnetArray *array, gsize capacity);
/* Puts the items in the order of `order` (a permutation: item i comes from order[i]). FALSE, and
 * nothing moved, when memory ran out. O(length). */
gboolean refnet_array_permute(RefnetArray *array, const guint32 *order);
void refnet_array_clear(RefnetArray *array);

/* 0 … length − 1 in the order of `compare` (indices and `data`), equal ones in rising order.
 * NULL when memory ran out; caller frees. O(length · log length) comparisons. */
typedef gint (*RefnetCompareFunc)(guint32 a, guint32 b, gconstpointer data);
guint32 *refnet_sorted_order(guint32 length, RefnetCompareFunc compare, gconstpointer data);
/* Whether 0 … length − 1 are in that order already. O(length) comparisons. */
gboolean refnet_is_sorted(guint32 length, RefnetCompareFunc compare, gconstpointer data);

G_END_DECLS

#endif
