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
  char beginning[BEGINNING];
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

static guint64 word_at(const char *text) {
  guint64 word;
  memcpy(&word, text, sizeof word);
  return word;
}

static guint32 half_at(const char *text) {
  guint32 half;
  memcpy(&half, text, sizeof half);
  return half;
}

/* memcmp of at most BEGINNING bytes without a call, reading some of them twice. */
static gboolean begins_alike(const char *a, const char *b, gsize length) {
  if (length > 16)
    return word_at(a) == word_at(b) && word_at(a + 8) == word_at(b + 8) &&
           half_at(a + length - 4) == half_at(b + length - 4);
  if (length >= 8)
    return word_at(a) == word_at(b) && word_at(a + length - 8) == word_at(b + length - 8);
  if (length >= 4)
    return half_at(a) == half_at(b) && half_at(a + length - 4) == half_at(b + length - 4);
  return length == 0 ||
         (a[0] == b[0] && a[length / 2] == b[length / 2] && a[length - 1] == b[length - 1]);
}

static gboolean holds(const RefnetInterner *interner, const Slot *slot,
                      const RefnetInternerKey *key) {
  if (slot->hash != key->hash || slot->length != key->length ||
      !begins_alike(slot->beginning, key->text, MIN(key->length, BEGINNING)))
    return FALSE;
  return key->length <= BEGINNING || memcmp(interner->texts[slot->index] + BEGINNING,
                                            key->text + BEGINNING, key->length - BEGINNING) == 0;
}

guint32 refnet_interner_find_key(const RefnetInterner *interner, const RefnetInternerKey *key) {
  if (interner->capacity == 0)
    return REFNET_NONE;
  gsize mask = interner->capacity - 1;
  gsize i = key->hash & mask;
  while (interner->slots[i].index != REFNET_NONE) {
    if (holds(interner, &interner->slots[i], key))
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
  if (posix_memalign(&memory, bytes >= REFNET_LARGE_PAGE ? REFNET_LARGE_PAGE : CACHE_LINE, bytes) !=
      0)
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

static Slot slot_for(const RefnetInternerKey *key, guint32 index) {
  Slot slot = {.hash = key->hash, .index = index, .length = key->length};
  if (key->length > 0)
    memcpy(slot.beginning, key->text, MIN(key->length, BEGINNING));
  return slot;
}

static guint32 add_new(RefnetInterner *interner, const RefnetInternerKey *key) {
  if (interner->length == REFNET_NONE - 1)
    return REFNET_NONE;
  if (interner->length >= interner->capacity / 2 && !grow(interner))
    return REFNET_NONE;
  char *copy = refnet_arena_copy(interner->arena, key->text, key->length);
  if (copy == NULL)
    return REFNET_NONE;
  const Slot slot = slot_for(key, interner->length++);
  interner->texts[slot.index] = copy;
  place(interner->slots, interner->capacity, &slot);
  return slot.index;
}

RefnetInternerKey refnet_interner_key(const char *text, gsize length) {
  return (RefnetInternerKey){text, (guint32)length,
                             (guint32)(refnet_hash_bytes(text, length) >> 32)};
}

guint32 refnet_interner_add_key(RefnetInterner *interner, const RefnetInternerKey *key) {
  guint32 known = refnet_interner_find_key(interner, key);
  return known != REFNET_NONE ? known : add_new(interner, key);
}

guint32 refnet_interner_add(RefnetInterner *interner, const char *text, gsize length) {
  if (length >= G_MAXUINT32)
    return REFNET_NONE;
  const RefnetInternerKey key = refnet_interner_key(text, length);
  return refnet_interner_add_key(interner, &key);
}

guint32 refnet_interner_find(const RefnetInterner *interner, const char *text, gsize length) {
  if (length >= G_MAXUINT32)
    return REFNET_NONE;
  const RefnetInternerKey key = refnet_interner_key(text, length);
  return refnet_interner_find_key(interner, &key);
}

void refnet_interner_prefetch(const RefnetInterner *interner, const RefnetInternerKey *key) {
#ifdef __GNUC__
  if (interner->capacity > 0)
    __builtin_prefetch(&interner->slots[key->hash & (interner->capacity - 1)]);
#endif
}

const char *refnet_interner_text(const RefnetInterner *interner, guint32 index) {
  return index < interner->length ? interner->texts[index] : NULL;
}

guint32 refnet_interner_length(const RefnetInterner *interner) {
  return interner->length;
}
