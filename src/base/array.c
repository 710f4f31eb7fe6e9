/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Growing arrays and sorting by index. */
#include "base/array.h"
#include "base/memory.h"

#include <string.h>

gpointer refnet_array_append(RefnetArray *array) {
  if (array->length == array->capacity) {
    gsize capacity = array->capacity > 0 ? array->capacity * 2 : 16;
    gpointer items = g_try_realloc_n(array->items, capacity, array->size);
    if (items == NULL)
      return NULL;
    array->items = items;
    array->capacity = capacity;
    refnet_memory_prefer_large_pages(items, capacity * array->size);
  }
  gpointer item = (char *)array->items + array->length++ * array->size;
  return memset(item, 0, array->size);
}

gboolean refnet_array_reserve(RefnetArray *array, gsize capacity) {
  if (capacity <= array->capacity)
    return TRUE;
  gpointer items = refnet_memory_try_new(capacity, array->size);
  if (items == NULL)
    return FALSE;
  if (array->length > 0)
    memcpy(items, array->items, array->length * array->size);
  g_free(array->items);
  array->items = items;
  array->capacity = capacity;
  return TRUE;
}

/* In place, round after round: the copy of a million organizations would be as large as everything
 * else that is read of them. */
gboolean refnet_array_permute(RefnetArray *array, const guint32 *order) {
  const gsize length = array->length, size = array->size;
  if (length == 0)
    return TRUE;
  g_autofree guint8 *placed = g_try_malloc0(length);
  g_autofree char *first = g_try_malloc(size);
  char *items = array->items;
  if (placed == NULL || first == NULL)
    return FALSE;
  for (gsize start = 0; start < length; start++) {
    if (placed[start] || order[start] == start)
      continue;
    memcpy(first, items + start * size, size);
    gsize to = start;
    for (; order[to] != start; to = order[to]) {
      memcpy(items + to * size, items + order[to] * size, size);
      placed[to] = 1;
    }
    memcpy(items + to * size, first, size);
    placed[to] = 1;
  }
  return TRUE;
}

void refnet_array_clear(RefnetArray *array) {
  g_free(array->items);
  array->items = NULL;
  array->length = array->capacity = 0;
}

/* Merges the sorted runs from[0 … middle) and from[middle … length) into `to`. */
static void merge(const guint32 *from, gsize middle, gsize length, guint32 *to,
                  RefnetCompareFunc compare, gconstpointer data) {
  gsize left = 0, right = middle;
  for (gsize i = 0; i < length; i++) {
    gboolean take_left =
        left < middle && (right == length || compare(from[left], from[right], data) <= 0);
    to[i] = take_left ? from[left++] : from[right++];
  }
}

gboolean refnet_is_sorted(guint32 length, RefnetCompareFunc compare, gconstpointer data) {
  guint32 i = 1;
  while (i < length && compare(i - 1, i, data) <= 0)
    i++;
  return i >= length;
}

guint32 *refnet_sorted_order(guint32 length, RefnetCompareFunc compare, gconstpointer data) {
  guint32 *order = g_try_new(guint32, MAX(length, 1));
  guint32 *spare = g_try_new(guint32, MAX(length, 1));
  if (order == NULL || spare == NULL) {
    g_free(order);
    g_free(spare);
    return NULL;
  }
  for (guint32 i = 0; i < length; i++)
    order[i] = i;
  for (gsize width = 1; width < length; width *= 2) {
    for (gsize start = 0; start < length; start += 2 * width) {
      gsize run = MIN(2 * width, length - start);
      merge(order + start, MIN(width, run), run, spare + start, compare, data);
    }
    guint32 *sorted = spare;
    spare = order;
    order = sorted;
  }
  g_free(spare);
  return order;
}
