/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Draws who leaves, 64 draws at a time: bit d of a mask stands for the d-th draw of the batch. */
#include "analysis/risks/simulation.h"

#include "analysis/memory.h"

enum {
  BATCH = 64,
  DIGITS = 64 /* of a count, in binary */
};

/* 64 draws of something with chance `chance`: each compares its own uniform number with it, digit
 * by digit from the front, until all are decided; seven words or so in place of 64. */
static guint64 draw_batch(double chance, RefnetRandom *random) {
  guint64 below = 0, undecided = G_MAXUINT64;
  if (chance >= 1)
    return G_MAXUINT64;
  while (undecided && chance > 0) {
    guint64 digits = refnet_random_next(random);
    chance *= 2; /* exact */
    if (chance >= 1) {
      chance -= 1;
      below |= undecided & ~digits;
      undecided &= digits;
    } else {
      undecided &= ~digits;
    }
  }
  return below;
}

static void draw_people(const RefnetHolders *holders, RefnetRandom *random, guint64 *leaves) {
  for (guint32 p = 0; p < holders->network->dataset->person_count; p++)
    leaves[p] = draw_batch(holders->leaving[p], random);
}

/* The draws in which everybody at the end leaves: all of them where nobody is left today. */
static guint64 all_leave(const RefnetHolders *holders, guint64 end, const guint64 *leaves) {
  guint64 draws = G_MAXUINT64;
  for (guint64 i = holders->start[end]; i < holders->start[end + 1]; i++)
    draws &= leaves[holders->person[i]];
  return draws;
}

/* 64 counts in binary: bit d of digits[k] is digit k of count d. Adding one to some of them carries
 * twice on average. */
static void add_one(guint64 digits[DIGITS], guint64 where) {
  for (guint k = 0; where; k++) {
    guint64 carry = digits[k] & where;
    digits[k] ^= where;
    where = carry;
  }
}

static void count_lost(const RefnetHolders *holders, guint32 draws, const guint64 *leaves,
                       guint64 *lost) {
  guint64 digits[DIGITS] = {0};
  for (guint64 t = 0; t < holders->network->ties; t++)
    if (refnet_holders_state(holders, t) != REFNET_TIE_UNKNOWN)
      add_one(digits, all_leave(holders, 2 * t, leaves) | all_leave(holders, 2 * t + 1, leaves));
  for (guint32 d = 0; d < draws; d++)
    for (guint k = 0; k < DIGITS; k++)
      lost[d] |= (digits[k] >> d & 1) << k;
}

gboolean refnet_simulate_losses(const RefnetHolders *holders, guint32 draws, guint64 seed,
                                guint64 *lost, GError **error) {
  g_autofree guint64 *leaves =
      REFNET_TRY_ARRAY(guint64, holders->network->dataset->person_count, error);
  if (!leaves)
    return FALSE;
  for (guint32 d = 0; d < draws; d++)
    lost[d] = 0;
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  for (guint32 done = 0; done < draws;) {
    guint32 batch = MIN(BATCH, draws - done);
    draw_people(holders, &random, leaves);
    count_lost(holders, batch, leaves, lost + done);
    done += batch;
  }
  return TRUE;
}
