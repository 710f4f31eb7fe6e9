/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Common scores of missing ties. */
#include "analysis/who_else/peers.h"

#include <math.h>

#include "analysis/memory.h"

#define RESTART 0.15
enum { WALK_STEPS = 30 };

/* What a common neighbor of degree k counts. */
static double weight_of(RefnetMethod method, guint32 degree) {
  switch (method) {
  case REFNET_METHOD_ADAMIC_ADAR:
    return degree > 1 ? 1 / log(degree) : 0;
  case REFNET_METHOD_RESOURCE_ALLOCATION:
    return 1. / degree;
  default:
    return 1;
  }
}

static void score_neighbors(const RefnetNetwork *network, guint32 x, RefnetMethod method,
                            double *scores) {
  for (guint64 i = network->tie_start[x]; i < network->tie_start[x + 1]; i++) {
    guint32 z = network->neighbor[i];
    double weight = weight_of(method, refnet_network_degree(network, z));
    for (guint64 k = network->tie_start[z]; k < network->tie_start[z + 1]; k++)
      scores[network->neighbor[k]] += weight;
  }
}

/* One step: all that is at a vertex goes to its neighbors, or back to x. */
static void walk_on(const RefnetNetwork *network, guint32 x, const double *from, double *to) {
  for (guint32 v = 0; v < network->vertices; v++)
    to[v] = 0;
  for (guint32 v = 0; v < network->vertices; v++) {
    guint32 degree = refnet_network_degree(network, v);
    to[x] += degree > 0 ? RESTART * from[v] : from[v];
    for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++)
      to[network->neighbor[i]] += (1 - RESTART) * from[v] / degree;
  }
}

static gboolean score_walk(const RefnetNetwork *network, guint32 x, double *scores,
                           GError **error) {
  g_autofree double *next = REFNET_TRY_ARRAY(double, network->vertices, error);
  if (!next)
    return FALSE;
  scores[x] = 1;
  for (guint step = 0; step < WALK_STEPS; step += 2) {
    walk_on(network, x, scores, next);
    walk_on(network, x, next, scores);
  }
  return TRUE;
}

gboolean refnet_peer_scores(const RefnetNetwork *network, guint32 x, RefnetMethod method,
                            RefnetRandom *random, double *scores, GError **error) {
  for (guint32 v = 0; v < network->vertices; v++)
    scores[v] = method == REFNET_METHOD_CHANCE ? refnet_random_unit(random) : 0;
  if (method == REFNET_METHOD_RANDOM_WALK)
    return score_walk(network, x, scores, error);
  if (method != REFNET_METHOD_CHANCE)
    score_neighbors(network, x, method, scores);
  return TRUE;
}
