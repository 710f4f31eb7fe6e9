/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Communities: the best of several Leiden runs, numbered so that runs can be compared. */
#include "analysis/network/communities.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/network/algorithms.h"
#include "analysis/memory.h"

enum { LEIDEN_RUNS = 20 };
#define TIES_IN_ALL_RUNS 20000000 /* above a million ties, fewer runs */

typedef struct {
  guint32 size, first; /* vertices, and the smallest of them */
} Community;

static int by_size_then_first(const void *left, const void *right) {
  const Community *a = left, *b = right;
  if (a->size != b->size)
    return a->size > b->size ? -1 : 1;
  return a->first < b->first ? -1 : a->first > b->first;
}

/* Leiden leaves an isolate where it started, but does not promise to. */
static void part_isolates(const RefnetNetwork *network, guint32 *community) {
  guint32 next = 0;
  for (guint32 v = 0; v < network->vertices; v++)
    next = MAX(next, community[v] + 1);
  for (guint32 v = 0; v < network->vertices; v++)
    if (network->tie_start[v] == network->tie_start[v + 1])
      community[v] = next++;
}

/* `community` holds numbers below `bound`, some of them perhaps unused. */
static gboolean number_communities(guint32 vertices, guint32 bound, guint32 *community,
                                   guint32 *count, GError **error) {
  g_autofree Community *found = REFNET_TRY_ARRAY(Community, bound, error);
  g_autofree guint32 *number = REFNET_TRY_ARRAY(guint32, vertices, error);
  if (!found || !number)
    return FALSE;
  for (guint32 v = vertices; v-- > 0;) {
    found[community[v]].size++;
    found[community[v]].first = v;
  }
  for (guint32 v = 0; v < vertices; v++)
    community[v] = found[community[v]].first;
  qsort(found, bound, sizeof *found, by_size_then_first);
  for (*count = 0; *count < bound && found[*count].size > 0; (*count)++)
    number[found[*count].first] = *count + 1;
  for (guint32 v = 0; v < vertices; v++)
    community[v] = number[community[v]];
  return TRUE;
}

/* *modularity stays NaN, and `best` all zero, without a tie. */
static gboolean best_run(const RefnetNetwork *network, guint64 seed, guint32 *best,
                         double *modularity, GError **error) {
  g_autofree guint32 *run = REFNET_TRY_ARRAY(guint32, network->vertices, error);
  if (!run)
    return FALSE;
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  const guint64 runs = CLAMP(TIES_IN_ALL_RUNS / MAX(network->ties, 1), 1, LEIDEN_RUNS);
  for (guint64 i = 0; i < runs && network->ties > 0; i++) {
    guint32 igraph_seed = (guint32)(refnet_random_next(&random) >> 32);
    double run_modularity;
    if (!refnet_algorithm_leiden(network, igraph_seed, run, &run_modularity, error))
      return FALSE;
    /* A gain that is only rounding does not replace an earlier run. */
    if (isnan(*modularity) || run_modularity > *modularity + 1e-12) {
      *modularity = run_modularity;
      memcpy(best, run, network->vertices * sizeof *best);
    }
  }
  return TRUE;
}

gboolean refnet_communities(const RefnetNetwork *network, guint64 seed, guint32 *community,
                            guint32 *count, double *modularity, GError **error) {
  *modularity = NAN;
  memset(community, 0, network->vertices * sizeof *community);
  if (!best_run(network, seed, community, modularity, error))
    return FALSE;
  part_isolates(network, community);
  guint32 bound = 0;
  for (guint32 v = 0; v < network->vertices; v++)
    bound = MAX(bound, community[v] + 1);
  return number_communities(network->vertices, bound, community, count, error);
}
