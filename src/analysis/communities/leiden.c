/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Leiden: move vertices between communities, refine the communities, fold what is refined into one
 * vertex each, and again. */
#include "analysis/communities/leiden.h"

#include <string.h>

#include "analysis/communities/leiden_state.h"
#include "analysis/memory.h"

/* ---- iterations ------------------------------------------------------------------------------ */

/* What is refined lies in the community that its vertices lie in. */
static void carry_communities(RefnetLeiden *leiden, guint32 vertices, guint32 groups) {
  guint32 *lies_in = leiden->cut, *number = leiden->inside, communities = 0;
  memset(number, 0xFF, vertices * sizeof *number);
  for (guint32 v = 0; v < vertices; v++) {
    const guint32 c = leiden->community[v];
    if (number[c] == REFNET_NONE)
      number[c] = communities++;
    lies_in[leiden->refined[v]] = number[c];
  }
  memcpy(leiden->community, lies_in, groups * sizeof *lies_in);
}

/* What is refined becomes the vertices of the level above. */
static gboolean go_up(RefnetLeiden *leiden, RefnetCoarse *level, guint32 groups, guint depth,
                      GError **error) {
  const RefnetCoarse fine = *level;
  for (guint32 v = 0; v < leiden->network->vertices; v++)
    leiden->level_vertex[v] = leiden->refined[depth == 0 ? v : leiden->level_vertex[v]];
  return refnet_coarse_fold(&fine, leiden->refined, groups, &leiden->scratch,
                            &leiden->store[depth % 2], level, error);
}

/* The vertices of the network lie in the communities of what they are part of. */
static void go_down(RefnetLeiden *leiden, guint32 vertices) {
  guint32 *of_level = leiden->cut;
  memcpy(of_level, leiden->community, vertices * sizeof *of_level);
  for (guint32 v = 0; v < leiden->network->vertices; v++)
    leiden->community[v] = of_level[leiden->level_vertex[v]];
}

/* From a level up, until every community is one vertex or refining merges nothing more. */
static gboolean climb(RefnetLeiden *leiden, RefnetCoarse level, guint depth, GError **error) {
  for (;; depth++) {
    refnet_leiden_move(leiden, &level);
    if (leiden->unused_count == 0)
      break;
    const guint32 groups = refnet_leiden_refine(leiden, &level);
    if (groups == level.vertices)
      break;
    carry_communities(leiden, level.vertices, groups);
    if (!go_up(leiden, &level, groups, depth, error))
      return FALSE;
  }
  if (depth > 0)
    go_down(leiden, level.vertices);
  return TRUE;
}

/* Not only until nothing moves: what is refined is drawn anew each time. */
static gboolean iterate(RefnetLeiden *leiden, guint times, GError **error) {
  for (guint i = 0; i < times; i++)
    if (!climb(leiden, leiden->ties, 0, error))
      return FALSE;
  return TRUE;
}

/* ---- connected parts ------------------------------------------------------------------------- */

/* Numbers `first` and what can be reached from it without leaving its class in a or in b; returns
 * 4m² times what these vertices as a community add to modularity. */
static gint64 number_part(RefnetLeiden *leiden, const guint32 *a, const guint32 *b, guint32 first,
                          guint32 *number) {
  const RefnetCoarse *ties = &leiden->ties;
  guint32 *queue = leiden->order, head = 0, tail = 0;
  gint64 within = 0, degrees = 0;
  number[first] = first;
  queue[tail++] = first;
  while (head < tail) {
    const guint32 v = queue[head++];
    degrees += ties->degree[v];
    for (guint64 e = ties->start[v]; e < ties->start[v + 1]; e++) {
      const guint32 w = ties->target[e];
      if (a[w] != a[v] || b[w] != b[v])
        continue;
      within++;
      if (number[w] != REFNET_NONE)
        continue;
      number[w] = first;
      queue[tail++] = w;
    }
  }
  return leiden->ends * within - degrees * degrees;
}

/* The connected parts of classes that a and b have in common: number[v] is the smallest vertex of
 * v's part. Returns how many there are. */
static guint32 number_parts(RefnetLeiden *leiden, const guint32 *a, const guint32 *b,
                            guint32 *number, gint64 *score) {
  const guint32 n = leiden->network->vertices;
  guint32 parts = 0;
  *score = 0;
  memset(number, 0xFF, n * sizeof *number);
  for (guint32 v = 0; v < n; v++)
    if (number[v] == REFNET_NONE) {
      *score += number_part(leiden, a, b, v, number);
      parts++;
    }
  return parts;
}

/* A community in two parts, which moves may leave behind, becomes two: that is always better. */
static void settle(RefnetLeiden *leiden, RefnetPartition *partition) {
  partition->count = number_parts(leiden, leiden->community, leiden->community,
                                  partition->community, &partition->score);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void put_apart(RefnetLeiden *leiden, guint32 vertices) {
  for (guint32 v = 0; v < vertices; v++)
    leiden->community[v] = v;
}

gboolean refnet_leiden_run(RefnetLeiden *leiden, guint64 seed, RefnetPartition *partition,
                           GError **error) {
  refnet_random_seed(&leiden->random, seed);
  put_apart(leiden, leiden->network->vertices);
  if (!iterate(leiden, REFNET_LEIDEN_ITERATIONS, error))
    return FALSE;
  settle(leiden, partition);
  return TRUE;
}

gboolean refnet_leiden_join(RefnetLeiden *leiden, const RefnetPartition *a,
                            const RefnetPartition *b, guint64 seed, RefnetPartition *partition,
                            GError **error) {
  const guint32 n = leiden->network->vertices;
  RefnetCoarse level = leiden->ties;
  gint64 score;
  refnet_random_seed(&leiden->random, seed);
  const guint32 parts = number_parts(leiden, a->community, b->community, leiden->refined, &score);
  for (guint32 v = 0, next = 0; v < n; v++)
    leiden->refined[v] = leiden->refined[v] == v ? next++ : leiden->refined[leiden->refined[v]];
  if (!go_up(leiden, &level, parts, 0, error))
    return FALSE;
  put_apart(leiden, parts);
  if (!climb(leiden, level, 1, error) || !iterate(leiden, REFNET_LEIDEN_ITERATIONS - 1, error))
    return FALSE;
  settle(leiden, partition);
  return TRUE;
}

static gboolean allocate(RefnetLeiden *leiden, guint32 **degree, GError **error) {
  guint32 **arrays[] = {degree,
                        &leiden->level_vertex,
                        &leiden->community,
                        &leiden->total,
                        &leiden->members,
                        &leiden->unused,
                        &leiden->order,
                        &leiden->refined,
                        &leiden->refined_total,
                        &leiden->inside,
                        &leiden->cut,
                        &leiden->scratch.link,
                        &leiden->scratch.touched,
                        &leiden->scratch.member,
                        &leiden->scratch.first};
  const guint64 n = leiden->network->vertices;
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    if (!(*arrays[i] = REFNET_TRY_ARRAY(guint32, n + 1, error)))
      return FALSE;
  return (leiden->waiting = REFNET_TRY_ARRAY(guint8, n, error)) &&
         (leiden->chance = REFNET_TRY_ARRAY(double, n + 1, error)) &&
         refnet_coarse_store_init(&leiden->store[0], (guint32)n, error) &&
         refnet_coarse_store_init(&leiden->store[1], (guint32)n, error);
}

RefnetLeiden *refnet_leiden_new(const RefnetNetwork *network, GError **error) {
  g_autoptr(RefnetLeiden) leiden = g_new0(RefnetLeiden, 1);
  guint32 *degree = NULL;
  leiden->network = network;
  leiden->ends = 2 * (gint64)network->ties;
  if (!allocate(leiden, &degree, error)) {
    g_free(degree);
    return NULL;
  }
  for (guint32 v = 0; v < network->vertices; v++)
    degree[v] = refnet_network_degree(network, v);
  leiden->ties =
      (RefnetCoarse){network->vertices, network->tie_start, network->neighbor, NULL, degree};
  return g_steal_pointer(&leiden);
}

void refnet_leiden_free(RefnetLeiden *leiden) {
  if (!leiden)
    return;
  guint32 *arrays[] = {leiden->level_vertex,
                       leiden->community,
                       leiden->total,
                       leiden->members,
                       leiden->unused,
                       leiden->order,
                       leiden->refined,
                       leiden->refined_total,
                       leiden->inside,
                       leiden->cut,
                       leiden->scratch.link,
                       leiden->scratch.touched,
                       leiden->scratch.member,
                       leiden->scratch.first,
                       (guint32 *)leiden->ties.degree};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_free(arrays[i]);
  g_free(leiden->waiting);
  g_free(leiden->chance);
  refnet_coarse_store_clear(&leiden->store[0]);
  refnet_coarse_store_clear(&leiden->store[1]);
  g_free(leiden);
}
