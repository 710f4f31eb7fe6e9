/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The hash behind the interner and the made ids: eight bytes a step, mixed in both directions. */
#include "base/hash.h"

#include <string.h>

/* Odd, bits well spread: 2^64 / golden ratio. */
#define MULTIPLIER G_GUINT64_CONSTANT(0x9E3779B97F4A7C15)

/* Each step is a bijection of the state, so two texts that part never meet by the multiplication
 * alone; the shift carries the well-mixed high half down to where the next word goes in. */
static guint64 absorb(guint64 state, guint64 word) {
  state = (state ^ word) * MULTIPLIER;
  return state ^ (state >> 32);
}

static guint64 read_word(const guint8 *bytes, gsize length) {
  guint64 word = 0;
  memcpy(&word, bytes, length);
  return GUINT64_FROM_LE(word);
}

guint64 refnet_hash_bytes(const void *bytes, gsize length) {
  const guint8 *next = bytes;
  guint64 state = absorb(MULTIPLIER, length);
  for (; length >= sizeof(guint64); next += sizeof(guint64), length -= sizeof(guint64))
    state = absorb(state, read_word(next, sizeof(guint64)));
  if (length > 0)
    state = absorb(state, read_word(next, length));
  return absorb(absorb(state, 0), 0);
}
