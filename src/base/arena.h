/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory that is handed out piece by piece and taken back all at once. */
#ifndef REFNET_BASE_ARENA_H
#define REFNET_BASE_ARENA_H

#include <glib.h>

G_BEGIN_DECLS

/* Grows with the input, so every function that needs memory reports exhaustion with NULL rather
 * than aborting. */
typedef struct RefnetArena RefnetArena;

RefnetArena *refnet_arena_new(void);
/* Frees all that came from the arena. NULL is fine. */
void refnet_arena_free(RefnetArena *arena);

/* `bytes` bytes, zeroed, at a multiple of `alignment` (a power of two, at most 4096; 0: that of a
 * pointer). 0 bytes give a valid address. NULL when memory ran out. O(bytes). */
gpointer refnet_arena_alloc(RefnetArena *arena, gsize bytes, gsize alignment);
/* A copy of the `length` bytes at `text` with a NUL behind it; NULL when memory ran out. */
char *refnet_arena_copy(RefnetArena *arena, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetArena, refnet_arena_free)

G_END_DECLS

#endif
