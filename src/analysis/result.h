/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What analyses share to hand out results: memory that one pool owns, and the one error for none.
 */
#ifndef REFNET_ANALYSIS_RESULT_H
#define REFNET_ANALYSIS_RESULT_H

#include <string.h>

#include <refnet/model.h>

#include "base/pool.h"

G_BEGIN_DECLS

/* Sets REFNET_ERROR_INTERNAL; always FALSE, to be returned. */
static inline gboolean refnet_result_no_memory(GError **error) {
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL, "not enough memory");
  return FALSE;
}

/* Room for `length` indices, which the pool owns; NULL and an error when memory ran out. */
static inline guint32 *refnet_result_indices(RefnetPool *pool, gsize length, GError **error) {
  guint32 *indices = refnet_pool_alloc(pool, length * sizeof *indices, sizeof *indices);
  if (!indices)
    refnet_result_no_memory(error);
  return indices;
}

/* The pool's copy of `bytes` bytes; NULL when memory ran out. */
static inline gpointer refnet_result_copy(RefnetPool *pool, gconstpointer source, gsize bytes) {
  gpointer copy = refnet_pool_alloc(pool, bytes, 0);
  if (copy && bytes > 0)
    memcpy(copy, source, bytes);
  return copy;
}

/* Puts the pool's copy of `length` indices into *list; FALSE when memory ran out. */
static inline gboolean refnet_result_list(RefnetPool *pool, const guint32 *items, guint32 length,
                                          RefnetIndexList *list) {
  list->items = refnet_result_copy(pool, items, length * sizeof *items);
  list->length = length;
  return list->items != NULL;
}

/* Makes room for one more element of `size` bytes in a g_try_realloc'ed array, doubling it when
 * full. FALSE when memory ran out; the array stays as it was. Amortized O(1). */
static inline gboolean refnet_result_grow(gpointer *array, gsize length, gsize *capacity,
                                          gsize size) {
  if (length < *capacity)
    return TRUE;
  gsize wanted = *capacity ? *capacity * 2 : 16;
  gpointer grown = wanted > *capacity ? g_try_realloc_n(*array, wanted, size) : NULL;
  if (!grown)
    return FALSE;
  *array = grown;
  *capacity = wanted;
  return TRUE;
}

/* The contact is listed but no longer there on `as_of` (UNKNOWN: on any date). */
static inline gboolean refnet_contact_has_left(const RefnetContact *contact, RefnetDate as_of) {
  return contact->left != REFNET_DATE_UNKNOWN &&
         (as_of == REFNET_DATE_UNKNOWN || contact->left <= as_of);
}

G_END_DECLS

#endif
