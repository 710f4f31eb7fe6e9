/* SPDX-License-Identifier: GPL-2.0-or-later */
/* PageRank by power iteration in a fixed order: igraph 0.10 adds up in as many threads as there
 * are, so that its last digits differ from run to run. */
#include <math.h>
#include <string.h>

#include "analysis/memory.h"
#include "analysis/network/algorithms.h"

#define DAMPING 0.85
#define CLOSE_ENOUGH 1e-14 /* Σ |change| of an iteration */

enum { MOST_ITERATIONS = 250 }; /* 0.85^250 is below what a double can tell from 1 */

static void count_referrals(const RefnetNetwork *network, double *referrals) {
  for (guint64 a = 0; a < network->arcs; a++) {
    referrals[network->arc_from[a]] += (double)network->arc_count[a];
    if (network->undirected)
      referrals[network->arc_to[a]] += (double)network->arc_count[a];
  }
}

/* What each vertex passes on for one referral goes into `each`; returns what every vertex gets
 * besides, of which those that refer to nobody give what they have. */
static double share_out(const RefnetNetwork *network, const double *rank, const double *referrals,
                        double *each) {
  double kept = 0;
  for (guint32 v = 0; v < network->vertices; v++) {
    each[v] = referrals[v] > 0 ? DAMPING * rank[v] / referrals[v] : 0;
    kept += referrals[v] > 0 ? 0 : rank[v];
  }
  return (1 - DAMPING + DAMPING * kept) / network->vertices;
}

static void pass_on(const RefnetNetwork *network, const double *each, double *rank) {
  for (guint64 a = 0; a < network->arcs; a++) {
    const guint32 from = network->arc_from[a], to = network->arc_to[a];
    const double count = (double)network->arc_count[a];
    rank[to] += each[from] * count;
    if (network->undirected)
      rank[from] += each[to] * count;
  }
}

gboolean refnet_algorithm_pagerank(const RefnetNetwork *network, double *pagerank, GError **error) {
  const guint32 n = network->vertices;
  g_autofree double *referrals = REFNET_TRY_ARRAY(double, n, error);
  g_autofree double *each = referrals ? REFNET_TRY_ARRAY(double, n, error) : NULL;
  g_autofree double *before = each ? REFNET_TRY_ARRAY(double, n, error) : NULL;
  if (!before)
    return FALSE;
  count_referrals(network, referrals);
  for (guint32 v = 0; v < n; v++)
    pagerank[v] = 1.0 / n;
  double change = 1;
  for (guint i = 0; i < MOST_ITERATIONS && change > CLOSE_ENOUGH; i++) {
    memcpy(before, pagerank, n * sizeof *before);
    const double to_all = share_out(network, before, referrals, each);
    for (guint32 v = 0; v < n; v++)
      pagerank[v] = to_all;
    pass_on(network, each, pagerank);
    change = 0;
    for (guint32 v = 0; v < n; v++)
      change += fabs(pagerank[v] - before[v]);
  }
  return TRUE;
}
