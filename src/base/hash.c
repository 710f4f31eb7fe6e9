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

static guint64 read_word(const guint8 *bytes) {
  guint64 word;
  memcpy(&word, bytes, sizeof word);
  return GUINT64_FROM_LE(word);
}

static guint64 read_half(const guint8 *bytes) {
  guint32 half;
  memcpy(&half, bytes, sizeof half);
  return GUINT32_FROM_LE(half);
}

/* 1 … 7 bytes as the low ones of a word. Reading some of them twice is quicker than a loop. */
static guint64 read_rest(const guint8 *bytes, gsize length) {
  if (length >= 4)
    return read_half(bytes) | read_half(bytes + length - 4) << 8 * (length - 4);
  const gsize middle = length / 2, last = length - 1;
  return bytes[0] | (guint64)bytes[middle] << 8 * middle | (guint64)bytes[last] << 8 * last;
}

guint64 refnet_hash_bytes(const void *bytes, gsize length) {
  const guint8 *next = bytes;
  guint64 state = absorb(MULTIPLIER, length);
  for (; length >= sizeof(guint64); next += sizeof(guint64), length -= sizeof(guint64))
    state = absorb(state, read_word(next));
  if (length > 0)
    state = absorb(state, read_rest(next, length));
  return absorb(absorb(state, 0), 0);
}
