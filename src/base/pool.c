/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An arena with its interner, made when a text is first interned. */
#include "base/pool.h"

#include <string.h>

struct RefnetPool {
  RefnetArena *arena;
  RefnetInterner *interner; /* NULL: nothing was interned */
};

RefnetPool *refnet_pool_new(void) {
  RefnetPool *pool = g_new0(RefnetPool, 1);
  pool->arena = refnet_arena_new();
  return pool;
}

void refnet_pool_free(RefnetPool *pool) {
  if (pool == NULL)
    return;
  refnet_interner_free(pool->interner);
  refnet_arena_free(pool->arena);
  g_free(pool);
}

RefnetArena *refnet_pool_arena(RefnetPool *pool) {
  return pool->arena;
}

gpointer refnet_pool_alloc(RefnetPool *pool, gsize bytes, gsize alignment) {
  return refnet_arena_alloc(pool->arena, bytes, alignment);
}

const char *refnet_pool_copy(RefnetPool *pool, const char *text) {
  return text != NULL ? refnet_arena_copy(pool->arena, text, strlen(text)) : NULL;
}

const char *refnet_pool_intern(RefnetPool *pool, const char *text) {
  if (text == NULL)
    return NULL;
  if (pool->interner == NULL)
    pool->interner = refnet_interner_new(pool->arena);
  guint32 index = refnet_interner_add(pool->interner, text, strlen(text));
  return refnet_interner_text(pool->interner, index);
}
