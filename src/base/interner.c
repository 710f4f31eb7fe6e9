/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Texts numbered in order of first sight: open addressing with linear probing. A slot holds the
 * beginning of its text, so that finding a short one, as ids are, touches one line of the cache. */
#include "base/interner.h"
#include "base/hash.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_CAPACITY ((gsize)64)
#define CACHE_LINE ((gsize)64)
#define BEGINNING 20

typedef struct {
  guint32 hash;
  guint32 index; /* REFNET_NONE: free */
  guint32 length;
  char beginning[BEGINNING]; /* zeros after a shorter text */
} Slot;

G_STATIC_ASSERT(sizeof(Slot) == 32);

/* Slots are a power of two in number and at most half of them taken; texts have room for that half,
 * so the two grow together. */
struct RefnetInterner {
  RefnetArena *arena;
  Slot *slots;
  const char **texts;
  gsize capacity; /* slots; 0 before the first text */
  guint32 length;
};

RefnetInterner *refnet_interner_new(RefnetArena *arena) {
  RefnetInterner *interner = g_new0(RefnetInterner, 1);
  interner->arena = arena;
  return interner;
}

void refnet_interner_free(RefnetInterner *interner) {
  if (interner == NULL)
    return;
  free(interner->slots);
  g_free(interner->texts);
  g_free(interner);
}

/* ---- Slots ----------------------------------------------------------------------------------- */

static Slot slot_for(const char *text, gsize length) {
  Slot slot = {.hash = (guint32)(refnet_hash_bytes(text, length) >> 32),
               .index = REFNET_NONE,
               .length = (guint32)length};
  if (length > 0)
    memcpy(slot.beginning, text, MIN(length, BEGINNING));
  return slot;
}

static gboolean holds(const RefnetInterner *interner, const Slot *slot, const Slot *wanted,
                      const char *text) {
  if (slot->hash != wanted->hash || slot->length != wanted->length ||
      memcmp(slot->beginning, wanted->beginning, BEGINNING) != 0)
    return FALSE;
  return wanted->length <= BEGINNING || memcmp(interner->texts[slot->index] + BEGINNING,
                                               text + BEGINNING, wanted->length - BEGINNING) == 0;
}

static guint32 find(const RefnetInterner *interner, const Slot *wanted, const char *text) {
  if (interner->capacity == 0)
    return REFNET_NONE;
  gsize mask = interner->capacity - 1;
  gsize i = wanted->hash & mask;
  while (interner->slots[i].index != REFNET_NONE) {
    if (holds(interner, &interner->slots[i], wanted, text))
      break;
    i = (i + 1) & mask;
  }
  return interner->slots[i].index;
}

static void place(Slot *slots, gsize capacity, const Slot *taken) {
  gsize mask = capacity - 1;
  gsize i = taken->hash & mask;
  while (slots[i].index != REFNET_NONE)
    i = (i + 1) & mask;
  slots[i] = *taken;
}

/* Free slots that no cache line cuts in two; large tables ask for large pages, for a table entered
 * at random places otherwise spends its time looking up addresses. */
static Slot *slots_new(gsize capacity) {
  gsize bytes = capacity * sizeof(Slot);
  void *memory;
  if (posix_memalign(&memory, bytes >= REFNET_LARGE_PAGE ? REFNET_LARGE_PAGE : CACHE_LINE, bytes) != 0)
    return NULL;
  refnet_memory_prefer_large_pages(memory, bytes);
  Slot *slots = memory;
  for (gsize i = 0; i < capacity; i++)
    slots[i].index = REFNET_NONE;
  return slots;
}

static gboolean grow_to(RefnetInterner *interner, gsize capacity) {
  const char **texts = g_try_realloc_n(interner->texts, capacity / 2, sizeof *texts);
  if (texts == NULL)
    return FALSE;
  interner->texts = texts;
  Slot *slots = slots_new(capacity);
  if (slots == NULL)
    return FALSE;
  for (gsize i = 0; i < interner->capacity; i++)
    if (interner->slots[i].index != REFNET_NONE)
      place(slots, capacity, &interner->slots[i]);
  free(interner->slots);
  interner->slots = slots;
  interner->capacity = capacity;
  return TRUE;
}

static gboolean grow(RefnetInterner *interner) {
  return grow_to(interner, interner->capacity > 0 ? interner->capacity * 2 : FIRST_CAPACITY);
}

gboolean refnet_interner_reserve(RefnetInterner *interner, gsize texts) {
  gsize capacity = FIRST_CAPACITY;
  while (capacity / 2 < texts && capacity <= G_MAXSIZE / (2 * sizeof(Slot)))
    capacity *= 2;
  return capacity <= interner->capacity || grow_to(interner, capacity);
}

/* ---- Texts ----------------------------------------------------------------------------------- */

static guint32 add_new(RefnetInterner *interner, Slot *slot, const char *text) {
  if (interner->length == REFNET_NONE - 1)
    return REFNET_NONE;
  if (interner->length >= interner->capacity / 2 && !grow(interner))
    return REFNET_NONE;
  char *copy = refnet_arena_copy(interner->arena, text, slot->length);
  if (copy == NULL)
    return REFNET_NONE;
  slot->index = interner->length++;
  interner->texts[slot->index] = copy;
  place(interner->slots, interner->capacity, slot);
  return slot->index;
}

guint32 refnet_interner_add(RefnetInterner *interner, const char *text, gsize length) {
  if (length >= G_MAXUINT32)
    return REFNET_NONE;
  Slot slot = slot_for(text, length);
  guint32 known = find(interner, &slot, text);
  return known != REFNET_NONE ? known : add_new(interner, &slot, text);
}

guint32 refnet_interner_find(const RefnetInterner *interner, const char *text, gsize length) {
  if (length >= G_MAXUINT32)
    return REFNET_NONE;
  Slot wanted = slot_for(text, length);
  return find(interner, &wanted, text);
}

void refnet_interner_prefetch(const RefnetInterner *interner, const char *text, gsize length) {
#ifdef __GNUC__
  if (interner->capacity == 0)
    return;
  guint32 hash = (guint32)(refnet_hash_bytes(text, length) >> 32);
  __builtin_prefetch(&interner->slots[hash & (interner->capacity - 1)]);
#endif
}

const char *refnet_interner_text(const RefnetInterner *interner, guint32 index) {
  return index < interner->length ? interner->texts[index] : NULL;
}

guint32 refnet_interner_length(const RefnetInterner *interner) {
  return interner->length;
}
