/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Draws who leaves, 64 draws at a time: bit d of a mask stands for the d-th draw of the batch. */
#include "analysis/simulation.h"

#include "analysis/memory.h"

enum { BATCH = 64 };

static void draw_people(const RefnetHolders *holders, guint32 draws, RefnetRandom *random,
                        guint64 *leaves) {
  for (guint32 p = 0; p < holders->network->dataset->person_count; p++) {
    leaves[p] = 0;
    for (guint32 d = 0; d < draws; d++)
      if (refnet_random_unit(random) < holders->leaving[p])
        leaves[p] |= G_GUINT64_CONSTANT(1) << d;
  }
}

/* The draws in which everybody at the end leaves: all of them where nobody is left today. */
static guint64 all_leave(const RefnetHolders *holders, guint64 end, const guint64 *leaves) {
  guint64 draws = G_MAXUINT64;
  for (guint64 i = holders->start[end]; i < holders->start[end + 1]; i++)
    draws &= leaves[holders->person[i]];
  return draws;
}

static void count_lost(const RefnetHolders *holders, guint32 draws, const guint64 *leaves,
                       guint64 *lost) {
  guint64 drawn = draws == BATCH ? G_MAXUINT64 : (G_GUINT64_CONSTANT(1) << draws) - 1;
  for (guint64 t = 0; t < holders->network->ties; t++) {
    if (refnet_holders_state(holders, t) == REFNET_TIE_UNKNOWN)
      continue;
    guint64 without =
        drawn & (all_leave(holders, 2 * t, leaves) | all_leave(holders, 2 * t + 1, leaves));
    for (; without; without &= without - 1)
      lost[__builtin_ctzll(without)]++;
  }
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
    draw_people(holders, batch, &random, leaves);
    count_lost(holders, batch, leaves, lost + done);
    done += batch;
  }
  return TRUE;
}
