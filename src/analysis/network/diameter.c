/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The diameter without all distances: seen from the middle, both ends of a long path lie far out,
 * so that it is enough to search from there. */
#include "analysis/network/distances.h"

#include <math.h>
#include <string.h>

#include "analysis/memory.h"

/* Searches times ties: more would take longer than everything else. */
#define MOST_STEPS G_GUINT64_CONSTANT(4000000000)

/* The last search: vertices by their distance, which is NONE of those not met yet. */
typedef struct {
  const RefnetNetwork *network;
  guint32 *distance, *queue;
  guint32 found, left; /* vertices in the queue; searches still allowed */
  guint32 longest;     /* distance found so far */
  guint8 *done;        /* by vertex: of a component that was looked at */
} Search;

static void search_clear(Search *search) {
  g_free(search->distance);
  g_free(search->queue);
  g_free(search->done);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

/* Breadth first through one component; returns the largest distance from `source`. */
static guint32 search_from(Search *search, guint32 source) {
  const RefnetNetwork *network = search->network;
  for (guint32 i = 0; i < search->found; i++)
    search->distance[search->queue[i]] = REFNET_NONE;
  search->found = 0;
  search->distance[source] = 0;
  search->queue[search->found++] = source;
  for (guint32 i = 0; i < search->found; i++) {
    const guint32 v = search->queue[i];
    for (guint64 e = network->tie_start[v]; e < network->tie_start[v + 1]; e++) {
      const guint32 w = network->neighbor[e];
      if (search->distance[w] != REFNET_NONE)
        continue;
      search->distance[w] = search->distance[v] + 1;
      search->queue[search->found++] = w;
    }
  }
  const guint32 farthest = search->distance[search->queue[search->found - 1]];
  search->longest = MAX(search->longest, farthest);
  return farthest;
}

/* From the farthest vertex half of the way back to the source. */
static guint32 half_way(const Search *search) {
  const RefnetNetwork *network = search->network;
  guint32 v = search->queue[search->found - 1];
  for (guint32 steps = search->distance[v] / 2; steps > 0; steps--) {
    guint64 e = network->tie_start[v];
    while (search->distance[network->neighbor[e]] + 1 != search->distance[v])
      e++;
    v = network->neighbor[e];
  }
  return v;
}

static guint32 most_ties(const Search *search) {
  guint32 hub = search->queue[0];
  for (guint32 i = 1; i < search->found; i++)
    if (refnet_network_degree(search->network, search->queue[i]) >
        refnet_network_degree(search->network, hub))
      hub = search->queue[i];
  return hub;
}

/* Leaves the search from the middle: the one with most ties, or half of a long way, whichever is
 * nearer to all. */
static void search_from_middle(Search *search, guint32 first) {
  search_from(search, first);
  const guint32 hub = most_ties(search), from_hub = search_from(search, hub);
  search_from(search, search->queue[search->found - 1]);
  const guint32 middle = half_way(search);
  if (search_from(search, middle) > from_hub)
    search_from(search, hub);
}

/* Two vertices no farther out than `level` are no farther than twice that from each other: outer
 * levels are searched from until that is no more than what was found. FALSE in *settled: it would
 * take long. */
static gboolean search_outside(Search *search, gboolean *settled, GError **error) {
  guint32 end = search->found;
  *settled = TRUE;
  while (end > 0 && search->longest < 2 * search->distance[search->queue[end - 1]]) {
    const guint32 level = search->distance[search->queue[end - 1]];
    guint32 begin = end;
    while (begin > 0 && search->distance[search->queue[begin - 1]] == level)
      begin--;
    if (end - begin > search->left) {
      *settled = FALSE;
      return TRUE;
    }
    search->left -= end - begin;
    RefnetDistances distances;
    if (!refnet_distances_from(search->network, search->queue + begin, end - begin, NULL, NULL,
                               &distances, error))
      return FALSE;
    if (distances.connected_pairs > 0)
      search->longest = MAX(search->longest, (guint32)distances.diameter);
    end = begin;
  }
  return TRUE;
}

gboolean refnet_diameter(const RefnetNetwork *network, double *diameter, guint32 *at_least,
                         GError **error) {
  const guint32 n = network->vertices;
  g_auto(Search) search = {.network = network};
  gboolean settled = TRUE;
  search.left = (guint32)MIN(n, MOST_STEPS / MAX(network->ties, 1));
  *diameter = NAN;
  if (!(search.distance = REFNET_TRY_ARRAY(guint32, n, error)) ||
      !(search.queue = REFNET_TRY_ARRAY(guint32, n, error)) ||
      !(search.done = REFNET_TRY_ARRAY(guint8, n, error)))
    return FALSE;
  memset(search.distance, 0xFF, n * sizeof *search.distance);
  for (guint32 v = 0; v < n && settled; v++) {
    if (search.done[v])
      continue;
    search_from_middle(&search, v);
    for (guint32 i = 0; i < search.found; i++)
      search.done[search.queue[i]] = TRUE;
    if (!search_outside(&search, &settled, error))
      return FALSE;
  }
  *at_least = search.longest;
  if (settled && search.longest > 0)
    *diameter = search.longest;
  return TRUE;
}
