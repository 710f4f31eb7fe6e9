/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text with one owner: a pool whose addresses hold until it is freed, and an interner that numbers
 * texts densely in order of first sight. */
#ifndef REFNET_BASE_POOL_H
#define REFNET_BASE_POOL_H

#include <refnet/base.h>

G_BEGIN_DECLS

/* An arena: memory is handed out and taken back all at once. Grows with the input, so every
 * function that needs memory reports exhaustion with NULL rather than aborting. */
typedef struct RefnetPool RefnetPool;

RefnetPool *refnet_pool_new(void);
/* Frees all that came from the pool. Interners of the pool must go first. NULL is fine. */
void refnet_pool_free(RefnetPool *pool);

/* `bytes` bytes, zeroed, at a multiple of `alignment` (a power of two, at most 4096; 0: that of a
 * pointer). 0 bytes give a valid address. NULL when memory ran out. O(bytes). */
gpointer refnet_pool_alloc(RefnetPool *pool, gsize bytes, gsize alignment);
/* A copy of its own of `text`; NULL when `text` is NULL or memory ran out. */
const char *refnet_pool_copy(RefnetPool *pool, const char *text);
/* The pool's one copy of `text`: the same text gives the same pointer. NULL as above. O(length). */
const char *refnet_pool_intern(RefnetPool *pool, const char *text);

/* A set of texts, the first seen numbered 0, the next 1, and so on. The texts are copied into the
 * pool. Open addressing on a 64-bit hash, at most half full: add and find are O(length) on average.
 */
typedef struct RefnetInterner RefnetInterner;

/* `pool` must outlive the interner. */
RefnetInterner *refnet_interner_new(RefnetPool *pool);
/* The texts stay with the pool. NULL is fine. */
void refnet_interner_free(RefnetInterner *interner);

/* The number of the `length` bytes at `text` (NUL bytes count like others), added when new.
 * REFNET_NONE when memory ran out or the length is 4 GiB or more; the interner stays usable. */
guint32 refnet_interner_add(RefnetInterner *interner, const char *text, gsize length);
/* The same, adding nothing: REFNET_NONE when absent. */
guint32 refnet_interner_find(const RefnetInterner *interner, const char *text, gsize length);
/* The text with that number, NUL-terminated; NULL when there is none (REFNET_NONE too). O(1). */
const char *refnet_interner_text(const RefnetInterner *interner, guint32 index);
/* How many texts there are. */
guint32 refnet_interner_length(const RefnetInterner *interner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetPool, refnet_pool_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetInterner, refnet_interner_free)

G_END_DECLS

#endif
