/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Draws who leaves, 64 draws at a time: bit d of a mask stands for the d-th draw of the batch. */
#include "analysis/risks/simulation.h"

#include <string.h>

#include "analysis/memory.h"

enum {
  BATCH = 64,
  TIES_FOR_A_THREAD = 5000, /* below, starting one takes longer than counting */
  DIGITS = 64               /* of a count, in binary */
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

/* One batch being counted, in a thread of its own while the next is drawn. */
typedef struct {
  const RefnetHolders *holders;
  guint32 draws;
  guint64 *leaves, *lost;
  GThread *thread; /* NULL: nothing is being counted */
} Counting;

static gpointer count_batch(gpointer data) {
  const Counting *counting = data;
  count_lost(counting->holders, counting->draws, counting->leaves, counting->lost);
  return NULL;
}

static void finish_counting(Counting *counting) {
  if (counting->thread)
    g_thread_join(g_steal_pointer(&counting->thread));
}

static void start_counting(Counting *counting) {
  gboolean is_small = counting->holders->network->ties < TIES_FOR_A_THREAD;
  counting->thread =
      is_small ? NULL : g_thread_try_new("count losses", count_batch, counting, NULL);
  if (!counting->thread)
    count_batch(counting);
}

/* The numbers are drawn in one order, so that they are the same whatever the number of threads. */
gboolean refnet_simulate_losses(const RefnetHolders *holders, guint32 draws, guint64 seed,
                                guint64 *lost, GError **error) {
  const gsize people = holders->network->dataset->person_count;
  g_autofree guint64 *leaves = REFNET_TRY_ARRAY(guint64, 2 * people, error);
  if (!leaves)
    return FALSE;
  memset(lost, 0, draws * sizeof *lost);
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  Counting counting = {.holders = holders};
  for (guint32 done = 0; done < draws; done += counting.draws) {
    guint64 *drawn = leaves + (done / BATCH % 2) * people;
    draw_people(holders, &random, drawn);
    finish_counting(&counting);
    counting.draws = MIN(BATCH, draws - done);
    counting.leaves = drawn;
    counting.lost = lost + done;
    start_counting(&counting);
  }
  finish_counting(&counting);
  return TRUE;
}
