/* SPDX-License-Identifier: GPL-2.0-or-later */
/* usage: communities VERTICES TIES_EACH
 * Communities of made networks, by refnet and by igraph, one after the other: the seconds of one
 * run and of all, and how far the modularity that refnet finds is above that of igraph's best of
 * twenty. */
#include <igraph.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "analysis/communities/communities.h"
#include "analysis/communities/leiden.h"

enum { RUNS = 20, GROUPS = 40 };

typedef struct {
  igraph_t graph;
  guint64 *start;
  guint32 *neighbor;
  RefnetNetwork network; /* only what communities look at */
} Made;

static void count_ties(Made *made) {
  igraph_simplify(&made->graph, TRUE, TRUE, NULL);
  guint32 vertices = (guint32)igraph_vcount(&made->graph);
  guint64 ties = (guint64)igraph_ecount(&made->graph);
  made->start = g_new0(guint64, (gsize)vertices + 2);
  made->neighbor = g_new0(guint32, 2 * ties + 1);
  for (guint64 e = 0; e < ties; e++) {
    made->start[IGRAPH_FROM(&made->graph, e) + 2]++;
    made->start[IGRAPH_TO(&made->graph, e) + 2]++;
  }
  for (guint32 v = 0; v < vertices; v++)
    made->start[v + 2] += made->start[v + 1];
  for (guint64 e = 0; e < ties; e++) {
    guint32 a = (guint32)IGRAPH_FROM(&made->graph, e), b = (guint32)IGRAPH_TO(&made->graph, e);
    made->neighbor[made->start[a + 1]++] = b;
    made->neighbor[made->start[b + 1]++] = a;
  }
  made->network = (RefnetNetwork){.vertices = vertices,
                                  .ties = ties,
                                  .tie_start = made->start,
                                  .neighbor = made->neighbor};
}

static void made_free(Made *made) {
  igraph_destroy(&made->graph);
  g_free(made->start);
  g_free(made->neighbor);
}

static void make(Made *made, guint kind, guint32 vertices, guint32 each) {
  igraph_rng_seed(igraph_rng_default(), kind + 1);
  if (kind == 0) {
    igraph_erdos_renyi_game_gnm(&made->graph, vertices, (igraph_integer_t)vertices * each, FALSE,
                                FALSE);
  } else if (kind == 1) {
    igraph_barabasi_game(&made->graph, vertices, 1, each, NULL, TRUE, 1, FALSE,
                         IGRAPH_BARABASI_PSUMTREE, NULL);
  } else {
    igraph_vector_int_t edges;
    igraph_vector_int_init(&edges, 0);
    RefnetRandom random;
    refnet_random_seed(&random, 1);
    for (guint64 i = 0; i < (guint64)vertices * each; i++) {
      guint32 a = (guint32)refnet_random_below(&random, vertices);
      guint32 b = (guint32)refnet_random_below(&random, vertices);
      if (refnet_random_unit(&random) < 0.5)
        b = MIN(b - b % GROUPS + a % GROUPS, vertices - 1);
      igraph_vector_int_push_back(&edges, a);
      igraph_vector_int_push_back(&edges, b);
    }
    igraph_create(&made->graph, &edges, vertices, FALSE);
    igraph_vector_int_destroy(&edges);
  }
  count_ties(made);
}

static double seconds_since(gint64 begin) {
  return (double)(g_get_monotonic_time() - begin) / 1e6;
}

static double run_igraph(const Made *made, guint seed) {
  igraph_vector_int_t membership;
  igraph_vector_t degree;
  double modularity;
  igraph_vector_int_init(&membership, 0);
  igraph_vector_init(&degree, made->network.vertices);
  for (guint32 v = 0; v < made->network.vertices; v++)
    VECTOR(degree)[v] = (double)(made->start[v + 1] - made->start[v]);
  igraph_rng_seed(igraph_rng_default(), seed);
  igraph_community_leiden(&made->graph, NULL, &degree, 0.5 / (double)made->network.ties, 0.01,
                          FALSE, REFNET_LEIDEN_ITERATIONS, &membership, NULL, NULL);
  igraph_modularity(&made->graph, &membership, NULL, 1, FALSE, &modularity);
  igraph_vector_int_destroy(&membership);
  igraph_vector_destroy(&degree);
  return modularity;
}

/* Prints what twenty runs one after the other, and all that refnet does in their place, come to. */
static void compare(const Made *made, const char *kind) {
  const guint32 n = made->network.vertices;
  g_autofree guint32 *community = g_new0(guint32, n);
  g_autoptr(RefnetLeiden) leiden = refnet_leiden_new(&made->network, NULL);
  RefnetPartition partition = {.community = community};
  double theirs = -1, ours = NAN;
  guint32 count = 0;
  gint64 begin = g_get_monotonic_time();
  for (guint seed = 0; seed < RUNS; seed++)
    theirs = MAX(theirs, run_igraph(made, seed));
  double igraph = seconds_since(begin);
  begin = g_get_monotonic_time();
  for (guint seed = 0; leiden && seed < RUNS; seed++)
    refnet_leiden_run(leiden, seed, &partition, NULL);
  double own = seconds_since(begin);
  begin = g_get_monotonic_time();
  refnet_communities(&made->network, 1, community, &count, &ours, NULL);
  double own_all = seconds_since(begin);
  printf("  communities, %-22s one run: igraph %.3f s, refnet %.3f s, %.1f times as fast; all: "
         "%.2f s, "
         "%.2f s, %.1f times, modularity %.4f, %.4f (%+.2f %%)\n",
         kind, igraph / RUNS, own / RUNS, igraph / own, igraph, own_all, igraph / own_all, theirs,
         ours, 100 * (ours - theirs) / theirs);
}

int main(int argc, char **argv) {
  static const char *const kinds[] = {"no structure", "few with most ties", "groups"};
  guint32 vertices = argc > 1 ? (guint32)g_ascii_strtoull(argv[1], NULL, 10) : 10000;
  guint32 each = argc > 2 ? (guint32)g_ascii_strtoull(argv[2], NULL, 10) : 10;
  for (guint kind = 0; kind < G_N_ELEMENTS(kinds); kind++) {
    Made made = {0};
    make(&made, kind, vertices, each);
    compare(&made, kinds[kind]);
    made_free(&made);
  }
  return EXIT_SUCCESS;
}
