/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Arrays that grow with the network: zeroed, and an error instead of an abort without memory. */
#ifndef REFNET_ANALYSIS_MEMORY_H
#define REFNET_ANALYSIS_MEMORY_H

#include <string.h>

#include <refnet/base.h>

#include "base/memory.h"

G_BEGIN_DECLS

/* `count` zeroed elements of `size` bytes, never NULL for a count of 0; NULL with
 * REFNET_ERROR_INTERNAL when memory ran out. Freed with g_free. */
static inline gpointer refnet_try_array(guint64 count, gsize size, GError **error) {
  gpointer array = count <= G_MAXSIZE ? g_try_malloc0_n(MAX((gsize)count, 1), size) : NULL;
  if (!array)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                "not enough memory for %" G_GUINT64_FORMAT " values", count);
  return array;
}

/* Likewise, in large pages where it fills some: for what is entered at random places. All of it is
 * touched. */
static inline gpointer refnet_try_random_array(guint64 count, gsize size, GError **error) {
  gpointer array = NULL;
  if (count < REFNET_LARGE_PAGE / size)
    return refnet_try_array(count, size, error);
  if (count <= G_MAXSIZE / size)
    array = refnet_memory_try_new((gsize)count, size);
  if (!array) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                "not enough memory for %" G_GUINT64_FORMAT " values", count);
    return NULL;
  }
  return memset(array, 0, (gsize)count * size);
}

#define REFNET_TRY_ARRAY(type, count, error)                                                       \
  ((type *)refnet_try_array((count), sizeof(type), (error)))
#define REFNET_TRY_RANDOM_ARRAY(type, count, error)                                                \
  ((type *)refnet_try_random_array((count), sizeof(type), (error)))

G_END_DECLS

#endif
