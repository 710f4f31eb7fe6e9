/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The arena: chunks that double in size, cut from the front, freed together. */
#include "base/pool.h"

#include <stdint.h>
#include <string.h>

#define FIRST_CHUNK ((gsize)16 * 1024)
#define LARGEST_CHUNK ((gsize)4 * 1024 * 1024)
#define LARGEST_ALIGNMENT ((gsize)4096)

typedef struct Chunk {
  struct Chunk *next;
  char bytes[];
} Chunk;

struct RefnetPool {
  Chunk *chunks;   /* the current one first */
  char *free;      /* first free byte of the current chunk */
  gsize room;      /* bytes from there to its end */
  gsize next_size; /* of the next chunk */
  RefnetInterner *interner;
};

RefnetPool *refnet_pool_new(void) {
  RefnetPool *pool = g_new0(RefnetPool, 1);
  pool->next_size = FIRST_CHUNK;
  return pool;
}

void refnet_pool_free(RefnetPool *pool) {
  if (pool == NULL)
    return;
  refnet_interner_free(pool->interner);
  for (Chunk *chunk = pool->chunks; chunk != NULL;) {
    Chunk *next = chunk->next;
    g_free(chunk);
    chunk = next;
  }
  g_free(pool);
}

static gsize padding_to(const char *address, gsize alignment) {
  return (gsize)(-(uintptr_t)address & (uintptr_t)(alignment - 1));
}

static Chunk *chunk_new(gsize bytes) {
  return bytes <= G_MAXSIZE - sizeof(Chunk) ? g_try_malloc(sizeof(Chunk) + bytes) : NULL;
}

/* A chunk for one large request goes behind the current one, whose room is still good. */
static char *take_large(RefnetPool *pool, gsize bytes, gsize alignment) {
  Chunk *chunk = bytes <= G_MAXSIZE - alignment ? chunk_new(bytes + alignment) : NULL;
  if (chunk == NULL)
    return NULL;
  Chunk **link = pool->chunks != NULL ? &pool->chunks->next : &pool->chunks;
  chunk->next = *link;
  *link = chunk;
  return chunk->bytes + padding_to(chunk->bytes, alignment);
}

static gboolean add_chunk(RefnetPool *pool) {
  Chunk *chunk = chunk_new(pool->next_size);
  if (chunk == NULL)
    return FALSE;
  chunk->next = pool->chunks;
  pool->chunks = chunk;
  pool->free = chunk->bytes;
  pool->room = pool->next_size;
  pool->next_size = MIN(pool->next_size * 2, LARGEST_CHUNK);
  return TRUE;
}

static char *take(RefnetPool *pool, gsize bytes, gsize alignment) {
  if (bytes > pool->next_size / 4)
    return take_large(pool, bytes, alignment);
  if (pool->room < bytes + alignment && !add_chunk(pool))
    return NULL;
  gsize padding = padding_to(pool->free, alignment);
  char *taken = pool->free + padding;
  pool->free += padding + bytes;
  pool->room -= padding + bytes;
  return taken;
}

gpointer refnet_pool_alloc(RefnetPool *pool, gsize bytes, gsize alignment) {
  if (alignment == 0)
    alignment = sizeof(gpointer);
  g_return_val_if_fail((alignment & (alignment - 1)) == 0 && alignment <= LARGEST_ALIGNMENT, NULL);
  char *taken = take(pool, bytes, alignment);
  return taken != NULL ? memset(taken, 0, bytes) : NULL;
}

const char *refnet_pool_copy(RefnetPool *pool, const char *text) {
  if (text == NULL)
    return NULL;
  gsize bytes = strlen(text) + 1;
  char *copy = take(pool, bytes, 1);
  return copy != NULL ? memcpy(copy, text, bytes) : NULL;
}

const char *refnet_pool_intern(RefnetPool *pool, const char *text) {
  if (text == NULL)
    return NULL;
  if (pool->interner == NULL)
    pool->interner = refnet_interner_new(pool);
  guint32 index = refnet_interner_add(pool->interner, text, strlen(text));
  return refnet_interner_text(pool->interner, index);
}
