/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Orders: of numbers, sets of them as sorted arrays, and of what hash tables hold. */
#ifndef REFNET_BASE_ORDER_H
#define REFNET_BASE_ORDER_H

#include <glib.h>

G_BEGIN_DECLS

/* Negative, 0 or positive as a is less than, equal to or greater than b. */
static inline int refnet_order(gint64 a, gint64 b) {
  return (a > b) - (a < b);
}

/* A vertex, say, and where on a line it belongs. */
typedef struct {
  double at;
  guint32 number;
} RefnetPlaced;

/* Sorts by `at`, then number, upwards, in place; no `at` is NaN. O(n log n). */
void refnet_sort_placed(RefnetPlaced *placed, gsize length);

/* Sorts `length` numbers upwards, in place; `numbers` may be NULL where there are none. O(n log n).
 */
void refnet_sort_numbers(guint32 *numbers, gsize length);

/* The same for an array of guint32. */
void refnet_sort_number_array(GArray *numbers);

/* Sorts, keeps each number once and returns how many are left at the front. O(n log n). */
gsize refnet_sort_distinct(guint32 *numbers, gsize length);

/* The values of the table as `compare` orders them, which takes pointers to them. Caller unrefs the
 * array, the table keeps the values. O(n log n). */
GPtrArray *refnet_values_in_order(GHashTable *table, GCompareDataFunc compare, gpointer data);

G_END_DECLS

#endif
