/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text with one owner: an arena that gives equal texts one address. */
#ifndef REFNET_BASE_POOL_H
#define REFNET_BASE_POOL_H

#include "base/interner.h"

G_BEGIN_DECLS

/* Memory as an arena hands it out, and an interner of the texts in it. */
typedef struct RefnetPool RefnetPool;

RefnetPool *refnet_pool_new(void);
/* Frees all that came from the pool. Interners of its arena must go first. NULL is fine. */
void refnet_pool_free(RefnetPool *pool);

/* The arena behind the pool; borrowed. */
RefnetArena *refnet_pool_arena(RefnetPool *pool);
/* As refnet_arena_alloc. */
gpointer refnet_pool_alloc(RefnetPool *pool, gsize bytes, gsize alignment);
/* A copy of its own of `text`; NULL when `text` is NULL or memory ran out. */
const char *refnet_pool_copy(RefnetPool *pool, const char *text);
/* The pool's one copy of `text`: the same text gives the same pointer. NULL as above. O(length). */
const char *refnet_pool_intern(RefnetPool *pool, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetPool, refnet_pool_free)

G_END_DECLS

#endif
