/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Exact betweenness of a made network, by refnet and by igraph, one after the other:
 * betweenness VERTICES TIES_EACH. Exit 1 when the figures differ by more than a billionth. */
#include <igraph.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "analysis/network/betweenness.h"

typedef struct {
  igraph_t graph;
  guint64 *start;
  guint32 *target;
  RefnetAdjacency adjacency;
} Network;

/* Preferential attachment: few with many ties, as in referral networks. */
static void make(Network *network, guint32 vertices, guint32 ties_each) {
  igraph_rng_seed(igraph_rng_default(), 1);
  igraph_barabasi_game(&network->graph, vertices, 1, ties_each, NULL, TRUE, 1, FALSE,
                       IGRAPH_BARABASI_PSUMTREE, NULL);
  igraph_simplify(&network->graph, TRUE, TRUE, NULL);
  guint64 edges = (guint64)igraph_ecount(&network->graph);
  network->start = g_new0(guint64, (gsize)vertices + 2);
  network->target = g_new0(guint32, 2 * edges + 1);
  for (guint64 e = 0; e < edges; e++) {
    network->start[IGRAPH_FROM(&network->graph, e) + 2]++;
    network->start[IGRAPH_TO(&network->graph, e) + 2]++;
  }
  for (guint32 v = 0; v < vertices; v++)
    network->start[v + 2] += network->start[v + 1];
  for (guint64 e = 0; e < edges; e++) {
    guint32 a = (guint32)IGRAPH_FROM(&network->graph, e);
    guint32 b = (guint32)IGRAPH_TO(&network->graph, e);
    network->target[network->start[a + 1]++] = b;
    network->target[network->start[b + 1]++] = a;
  }
  network->adjacency = (RefnetAdjacency){vertices, network->start, network->target};
}

static double largest_difference(const double *ours, const igraph_vector_t *theirs, guint32 n) {
  double largest = 0;
  for (guint32 v = 0; v < n; v++) {
    double other = 2 * VECTOR(*theirs)[v]; /* igraph counts a pair once */
    largest = MAX(largest, fabs(ours[v] - other) / MAX(other, 1));
  }
  return largest;
}

static int compare(Network *network) {
  guint32 n = network->adjacency.vertices;
  g_autofree double *ours = g_new0(double, n);
  igraph_vector_t theirs;
  igraph_vector_init(&theirs, 0);
  gint64 begin = g_get_monotonic_time();
  gboolean ok = refnet_betweenness(&network->adjacency, NULL, 0, ours, NULL, NULL);
  gint64 middle = g_get_monotonic_time();
  igraph_betweenness(&network->graph, &theirs, igraph_vss_all(), FALSE, NULL);
  double own = (double)(middle - begin) / 1e6;
  double peer = (double)(g_get_monotonic_time() - middle) / 1e6;
  double difference = ok ? largest_difference(ours, &theirs, n) : INFINITY;
  igraph_vector_destroy(&theirs);
  printf("betweenness, %u organisations, %d ties: refnet %.2f s, igraph %s %.2f s: %.1f times as "
         "fast (target 2), figures within %.0e\n",
         n, (int)igraph_ecount(&network->graph), own, IGRAPH_VERSION, peer, peer / own, difference);
  return difference <= 1e-9 ? 0 : 1;
}

int main(int argc, char **argv) {
  Network network;
  guint32 vertices = argc > 1 ? (guint32)strtoul(argv[1], NULL, 10) : 10000;
  make(&network, vertices, argc > 2 ? (guint32)strtoul(argv[2], NULL, 10) : 7);
  int status = compare(&network);
  igraph_destroy(&network.graph);
  g_free(network.start);
  g_free(network.target);
  return status;
}
