/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Random numbers that are the same everywhere: xoshiro256**, seeded through splitmix64
 * (Blackman & Vigna, "Scrambled linear pseudorandom number generators", 2021). */
#include <refnet/base.h>

static guint64 splitmix(guint64 *state) {
  guint64 z = *state += G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT(0x94D049BB133111EB);
  return z ^ (z >> 31);
}

static guint64 rotate_left(guint64 x, int bits) {
  return (x << bits) | (x >> (64 - bits));
}

void refnet_random_seed(RefnetRandom *random, guint64 seed) {
  for (gsize i = 0; i < G_N_ELEMENTS(random->state); i++)
    random->state[i] = splitmix(&seed);
}

guint64 refnet_random_next(RefnetRandom *random) {
  guint64 *s = random->state;
  guint64 result = rotate_left(s[1] * 5, 7) * 9;
  guint64 t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate_left(s[3], 45);
  return result;
}

double refnet_random_unit(RefnetRandom *random) {
  return (double)(refnet_random_next(random) >> 11) * 0x1.0p-53;
}

guint64 refnet_random_below(RefnetRandom *random, guint64 bound) {
  g_return_val_if_fail(bound > 0, 0);
  /* 2^64 mod bound: below it, the first residues would come up once too often. */
  guint64 excess = -bound % bound;
  guint64 drawn;
  do
    drawn = refnet_random_next(random);
  while (drawn < excess);
  return drawn % bound;
}
