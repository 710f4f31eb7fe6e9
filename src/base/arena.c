/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Chunks that double in size, cut from the front, freed together. */
#include "base/arena.h"
#include "base/memory.h"

#include <stdint.h>
#include <string.h>

#define FIRST_CHUNK ((gsize)16 * 1024)
#define LARGEST_CHUNK ((gsize)4 * 1024 * 1024)
#define LARGEST_ALIGNMENT ((gsize)4096)

typedef struct Chunk {
  struct Chunk *next;
  char bytes[];
} Chunk;

struct RefnetArena {
  Chunk *chunks;   /* the current one first */
  char *free;      /* first free byte of the current chunk */
  gsize room;      /* bytes from there to its end */
  gsize next_size; /* of the next chunk */
};

RefnetArena *refnet_arena_new(void) {
  RefnetArena *arena = g_new0(RefnetArena, 1);
  arena->next_size = FIRST_CHUNK;
  return arena;
}

void refnet_arena_free(RefnetArena *arena) {
  if (arena == NULL)
    return;
  for (Chunk *chunk = arena->chunks; chunk != NULL;) {
    Chunk *next = chunk->next;
    g_free(chunk);
    chunk = next;
  }
  g_free(arena);
}

static gsize padding_to(const char *address, gsize alignment) {
  return (gsize)(-(uintptr_t)address & (uintptr_t)(alignment - 1));
}

static Chunk *chunk_new(gsize bytes) {
  return bytes <= G_MAXSIZE - sizeof(Chunk) ? refnet_memory_try_new(1, sizeof(Chunk) + bytes)
                                            : NULL;
}

/* A chunk for one large request goes behind the current one, whose room is still good. */
static char *take_large(RefnetArena *arena, gsize bytes, gsize alignment) {
  Chunk *chunk = bytes <= G_MAXSIZE - alignment ? chunk_new(bytes + alignment) : NULL;
  if (chunk == NULL)
    return NULL;
  Chunk **link = arena->chunks != NULL ? &arena->chunks->next : &arena->chunks;
  chunk->next = *link;
  *link = chunk;
  return chunk->bytes + padding_to(chunk->bytes, alignment);
}

/* With what it begins with a chunk is as large as large pages are, or twice that. */
static gboolean add_chunk(RefnetArena *arena) {
  const gsize room = arena->next_size - sizeof(Chunk);
  Chunk *chunk = chunk_new(room);
  if (chunk == NULL)
    return FALSE;
  chunk->next = arena->chunks;
  arena->chunks = chunk;
  arena->free = chunk->bytes;
  arena->room = room;
  arena->next_size = MIN(arena->next_size * 2, LARGEST_CHUNK);
  return TRUE;
}

static char *take(RefnetArena *arena, gsize bytes, gsize alignment) {
  if (bytes > arena->next_size / 4)
    return take_large(arena, bytes, alignment);
  if (arena->room < bytes + alignment && !add_chunk(arena))
    return NULL;
  gsize padding = padding_to(arena->free, alignment);
  char *taken = arena->free + padding;
  arena->free += padding + bytes;
  arena->room -= padding + bytes;
  return taken;
}

gpointer refnet_arena_alloc(RefnetArena *arena, gsize bytes, gsize alignment) {
  if (alignment == 0)
    alignment = sizeof(gpointer);
  g_return_val_if_fail((alignment & (alignment - 1)) == 0 && alignment <= LARGEST_ALIGNMENT, NULL);
  char *taken = take(arena, bytes, alignment);
  return taken != NULL ? memset(taken, 0, bytes) : NULL;
}

char *refnet_arena_copy(RefnetArena *arena, const char *text, gsize length) {
  char *copy = length < G_MAXSIZE ? take(arena, length + 1, 1) : NULL;
  if (copy == NULL)
    return NULL;
  if (length > 0)
    memcpy(copy, text, length);
  copy[length] = '\0';
  return copy;
}
