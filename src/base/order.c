/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/order.h"

#include <stdlib.h>

enum { FEW = 8 };

static int compare_numbers(const void *a, const void *b) {
  return refnet_order(*(const guint32 *)a, *(const guint32 *)b);
}

/* A list of a few is the common case, and qsort's way of calling costs more than sorting it. */
static void insert_each(guint32 *numbers, gsize length) {
  for (gsize i = 1; i < length; i++) {
    guint32 number = numbers[i];
    gsize place = i;
    for (; place > 0 && numbers[place - 1] > number; place--)
      numbers[place] = numbers[place - 1];
    numbers[place] = number;
  }
}

void refnet_sort_numbers(guint32 *numbers, gsize length) {
  if (length <= FEW)
    insert_each(numbers, length);
  else
    qsort(numbers, length, sizeof *numbers, compare_numbers);
}

void refnet_sort_number_array(GArray *numbers) {
  refnet_sort_numbers((guint32 *)(gpointer)numbers->data, numbers->len);
}

static int compare_placed(const void *a, const void *b) {
  const RefnetPlaced *first = a, *second = b;
  if (first->at != second->at)
    return first->at < second->at ? -1 : 1;
  return refnet_order(first->number, second->number);
}

void refnet_sort_placed(RefnetPlaced *placed, gsize length) {
  if (length > 1)
    qsort(placed, length, sizeof *placed, compare_placed);
}

gsize refnet_sort_distinct(guint32 *numbers, gsize length) {
  gsize kept = 0;
  refnet_sort_numbers(numbers, length);
  for (gsize i = 0; i < length; i++)
    if (kept == 0 || numbers[kept - 1] != numbers[i])
      numbers[kept++] = numbers[i];
  return kept;
}

GPtrArray *refnet_values_in_order(GHashTable *table, GCompareDataFunc compare, gpointer data) {
  GPtrArray *all = g_ptr_array_new();
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, table);
  while (g_hash_table_iter_next(&iter, NULL, &value))
    g_ptr_array_add(all, value);
  g_ptr_array_sort_with_data(all, compare, data);
  return all;
}
