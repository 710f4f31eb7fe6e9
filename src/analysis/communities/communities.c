/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Communities: the best of several Leiden runs, numbered so that runs can be compared. */
#include "analysis/communities/communities.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/communities/leiden.h"
#include "analysis/memory.h"

enum {
  RUNS = 20,
  MOST_RUNS = 100,          /* of a small network: so that seeds hardly matter */
  TIES_IN_MOST = 100000,    /* up to 5,000 ties, more runs */
  TIES_IN_ALL = 4000000,    /* above 200,000 ties, fewer */
  TIES_FOR_THREADS = 20000, /* in all runs; below, a second thread costs more than it saves */
};

guint32 refnet_community_runs(const RefnetNetwork *network) {
  if (network->ties == 0 || network->ties > REFNET_LEIDEN_MOST_TIES)
    return 0;
  const guint64 more = CLAMP(TIES_IN_MOST / network->ties, RUNS, MOST_RUNS);
  return (guint32)CLAMP(TIES_IN_ALL / network->ties, 1, more);
}

/* ---- the best of the runs -------------------------------------------------------------------- */

/* Every other run, and the best so far. */
typedef struct {
  const RefnetNetwork *network;
  const guint64 *seeds; /* of the runs, then of what joins each to those before */
  guint32 first, runs;
  RefnetLeiden *leiden;
  RefnetPartition best, next, joined; /* best.count is 0 before the first run */
  GError *error;
} Half;

static void half_clear(Half *half) {
  refnet_leiden_free(half->leiden);
  g_free(half->best.community);
  g_free(half->next.community);
  g_free(half->joined.community);
  g_clear_error(&half->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Half, half_clear)

static gboolean prepare(Half *half, GError **error) {
  const guint32 n = half->network->vertices;
  return (half->best.community = REFNET_TRY_ARRAY(guint32, n, error)) &&
         (half->next.community = REFNET_TRY_ARRAY(guint32, n, error)) &&
         (half->joined.community = REFNET_TRY_ARRAY(guint32, n, error)) &&
         (half->leiden = refnet_leiden_new(half->network, error));
}

/* The order is total, so that it does not matter which thread met a partition, or when. */
static gboolean is_better(const RefnetPartition *left, const RefnetPartition *right, guint32 n) {
  if (left->count == 0 || right->count == 0)
    return right->count == 0 && left->count > 0;
  if (left->score != right->score)
    return left->score > right->score;
  if (left->count != right->count)
    return left->count < right->count;
  for (guint32 v = 0; v < n; v++)
    if (left->community[v] != right->community[v])
      return left->community[v] < right->community[v];
  return FALSE;
}

static void keep_better(Half *half, RefnetPartition *other) {
  if (!is_better(other, &half->best, half->network->vertices))
    return;
  RefnetPartition best = half->best;
  half->best = *other;
  *other = best;
}

/* Of the best so far, another, and what comes of both, the best is kept. */
static gboolean add(Half *half, RefnetPartition *other, guint64 seed) {
  const gsize length = half->network->vertices * sizeof *other->community;
  if (half->best.count == 0 || memcmp(half->best.community, other->community, length) == 0) {
    keep_better(half, other);
    return TRUE;
  }
  if (!refnet_leiden_join(half->leiden, &half->best, other, seed, &half->joined, &half->error))
    return FALSE;
  keep_better(half, other);
  keep_better(half, &half->joined);
  return TRUE;
}

static gpointer run_half(gpointer data) {
  Half *half = data;
  for (guint32 i = half->first; i < half->runs; i += 2)
    if (!refnet_leiden_run(half->leiden, half->seeds[i], &half->next, &half->error) ||
        !add(half, &half->next, half->seeds[half->runs + i]))
      break;
  return NULL;
}

static gboolean run_both(Half *even, Half *odd, GError **error) {
  GThread *second = NULL;
  if (even->runs > 1 && even->network->ties * even->runs >= TIES_FOR_THREADS &&
      g_get_num_processors() > 1)
    second = g_thread_try_new("communities", run_half, odd, NULL);
  run_half(even);
  if (second)
    g_thread_join(second);
  else
    run_half(odd);
  if (!even->error && !odd->error && odd->best.count > 0)
    add(even, &odd->best, even->seeds[2 * even->runs]);
  GError **failed = even->error ? &even->error : &odd->error;
  if (!*failed)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(failed));
  return FALSE;
}

/* Leaves the best partition in `even`. */
static gboolean choose(Half *even, Half *odd, guint64 seed, GError **error) {
  guint64 seeds[2 * MOST_RUNS + 1];
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  for (guint32 i = 0; i <= 2 * even->runs; i++)
    seeds[i] = refnet_random_next(&random);
  even->seeds = odd->seeds = seeds;
  return prepare(even, error) && (odd->runs == 1 || prepare(odd, error)) &&
         run_both(even, odd, error);
}

/* ---- numbers --------------------------------------------------------------------------------- */

typedef struct {
  guint32 size, first; /* vertices, and the smallest of them */
} Community;

static int by_size_then_first(const void *left, const void *right) {
  const Community *a = left, *b = right;
  if (a->size != b->size)
    return a->size > b->size ? -1 : 1;
  return a->first < b->first ? -1 : a->first > b->first;
}

/* `first` holds for each vertex the smallest of its community. */
static gboolean number_communities(guint32 vertices, const guint32 *first, guint32 *community,
                                   guint32 *count, GError **error) {
  g_autofree Community *found = REFNET_TRY_ARRAY(Community, vertices, error);
  g_autofree guint32 *place = found ? REFNET_TRY_ARRAY(guint32, vertices, error) : NULL;
  if (!place)
    return FALSE;
  *count = 0;
  for (guint32 v = 0; v < vertices; v++) {
    if (first[v] == v) {
      place[v] = *count;
      found[(*count)++].first = v;
    }
    found[place[first[v]]].size++;
  }
  qsort(found, *count, sizeof *found, by_size_then_first);
  for (guint32 c = 0; c < *count; c++)
    place[found[c].first] = c + 1;
  for (guint32 v = 0; v < vertices; v++)
    community[v] = place[first[v]];
  return TRUE;
}

gboolean refnet_communities(const RefnetNetwork *network, guint64 seed, guint32 *community,
                            guint32 *count, double *modularity, GError **error) {
  const guint32 n = network->vertices, runs = refnet_community_runs(network);
  g_auto(Half) even = {.network = network, .runs = runs};
  g_auto(Half) odd = {.network = network, .runs = runs, .first = 1};
  *modularity = NAN;
  if (runs == 0) {
    *count = n;
    for (guint32 v = 0; v < n; v++)
      community[v] = v + 1;
    return TRUE;
  }
  if (!choose(&even, &odd, seed, error))
    return FALSE;
  const double ends = 2 * (double)network->ties;
  *modularity = (double)even.best.score / ends / ends;
  return number_communities(n, even.best.community, community, count, error);
}
