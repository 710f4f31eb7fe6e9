/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Graph algorithms and distances, against definitions worked out the slow way. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "analysis/communities/communities.h"
#include "analysis/network/algorithms.h"
#include "analysis/network/betweenness.h"
#include "analysis/network/distances.h"
#include "model/network/graph.h"
#include "unit/analysis/network_support.h"

enum { MOST = 16, FAR = 1000 };

static RefnetNetwork *random_network(guint64 seed, gboolean undirected, SupportNetwork **support) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  guint32 n = 1 + (guint32)refnet_random_below(&random, MOST);
  *support = support_network_new(n);
  support_add_random_arcs(*support, &random, (guint32)refnet_random_below(&random, 3 * n + 1),
                          FALSE);
  return support_build(*support, undirected);
}

/* Floyd and Warshall's distances and, by shrinking distance, numbers of shortest paths. */
typedef struct {
  guint32 distance[MOST][MOST];
  double paths[MOST][MOST];
} Paths;

static gboolean joined(const RefnetNetwork *network, guint32 a, guint32 b, gboolean directed) {
  return directed ? refnet_network_find_arc(network, a, b) != G_MAXUINT64
                  : refnet_network_find_tie(network, a, b) != G_MAXUINT64;
}

static void find_paths(const RefnetNetwork *network, gboolean directed, Paths *all) {
  guint32 n = network->vertices;
  for (guint32 a = 0; a < n; a++)
    for (guint32 b = 0; b < n; b++) {
      all->distance[a][b] = a == b ? 0 : joined(network, a, b, directed) ? 1 : FAR;
      all->paths[a][b] = a == b;
    }
  for (guint32 k = 0; k < n; k++)
    for (guint32 a = 0; a < n; a++)
      for (guint32 b = 0; b < n; b++)
        all->distance[a][b] = MIN(all->distance[a][b], all->distance[a][k] + all->distance[k][b]);
  for (guint32 d = 1; d < n; d++)
    for (guint32 a = 0; a < n; a++)
      for (guint32 b = 0; b < n; b++)
        for (guint32 k = 0; k < n && all->distance[a][b] == d; k++)
          if (all->distance[a][k] == d - 1 && joined(network, k, b, directed))
            all->paths[a][b] += all->paths[a][k];
}

static void betweenness_is_the_share_of_shortest_paths(void **state) {
  (void)state;
  for (guint64 seed = 0; seed < 200; seed++) {
    g_autoptr(SupportNetwork) support = NULL;
    gboolean undirected = seed % 2;
    const RefnetNetwork *network = random_network(seed, undirected, &support);
    double betweenness[MOST];
    Paths all;
    assert_true(refnet_network_betweenness(network, NULL, 0, betweenness, NULL, NULL));
    find_paths(network, !undirected, &all);
    for (guint32 v = 0; v < network->vertices; v++) {
      double expected = 0;
      for (guint32 a = 0; a < network->vertices; a++)
        for (guint32 b = undirected ? a + 1 : 0; b < network->vertices; b++)
          if (a != v && b != v && a != b && all.distance[a][b] < FAR &&
              all.distance[a][v] + all.distance[v][b] == all.distance[a][b])
            expected += all.paths[a][v] * all.paths[v][b] / all.paths[a][b];
      assert_true(fabs(betweenness[v] - expected) < 1e-9);
    }
  }
}

static void distances_are_those_of_floyd_and_warshall(void **state) {
  (void)state;
  for (guint64 seed = 0; seed < 200; seed++) {
    g_autoptr(SupportNetwork) support = NULL;
    const RefnetNetwork *network = random_network(seed, FALSE, &support);
    double harmonic[MOST], total = 0;
    guint32 pairs = 0, longest = 0;
    RefnetDistances distances;
    Paths all;
    assert_true(refnet_distances(network, harmonic, &distances, NULL));
    find_paths(network, FALSE, &all);
    for (guint32 a = 0; a < network->vertices; a++) {
      double expected = 0;
      for (guint32 b = 0; b < network->vertices; b++) {
        if (a == b || all.distance[a][b] >= FAR)
          continue;
        expected += 1.0 / all.distance[a][b];
        total += all.distance[a][b];
        longest = MAX(longest, all.distance[a][b]);
        pairs++;
      }
      assert_true(fabs(harmonic[a] - expected) < 1e-12);
    }
    assert_int_equal(distances.connected_pairs, pairs);
    if (pairs > 0) {
      assert_true(fabs(distances.average - total / pairs) < 1e-12);
      assert_true(distances.diameter == longest);
    } else {
      assert_true(isnan(distances.average) && isnan(distances.diameter));
    }
  }
}

/* More than one batch of sources, and long distances. */
static void distances_along_a_path(void **state) {
  (void)state;
  enum { LENGTH = 1000 };
  g_autoptr(SupportNetwork) support = support_network_new(LENGTH);
  for (guint32 v = 0; v + 1 < LENGTH; v++)
    support_add_arc(support, v, v + 1);
  RefnetDistances distances;
  double harmonic[LENGTH], expected = 0;
  assert_true(refnet_distances(support_build(support, FALSE), harmonic, &distances, NULL));
  assert_true(distances.diameter == LENGTH - 1);
  assert_true(fabs(distances.average - (LENGTH + 1) / 3.0) < 1e-9);
  for (guint32 d = LENGTH - 1; d > 0; d--)
    expected += 1.0 / d;
  assert_true(fabs(harmonic[0] - expected) < 1e-12);
}

static void check_diameter(const RefnetNetwork *network) {
  RefnetDistances distances;
  double diameter;
  guint32 at_least;
  assert_true(refnet_distances(network, NULL, &distances, NULL));
  assert_true(refnet_diameter(network, &diameter, &at_least, NULL));
  assert_true(isnan(distances.diameter) ? isnan(diameter) : diameter == distances.diameter);
  assert_int_equal(at_least, isnan(diameter) ? 0 : (guint32)diameter);
}

static void the_diameter_is_the_longest_distance(void **state) {
  (void)state;
  for (guint64 seed = 0; seed < 200; seed++) {
    g_autoptr(SupportNetwork) support = NULL;
    check_diameter(random_network(seed, FALSE, &support));
  }
  for (guint32 length = 2; length < 40; length++)
    for (guint closed = 0; closed < 2; closed++) {
      g_autoptr(SupportNetwork) support = support_network_new(length + 5);
      for (guint32 v = 0; v + 1 < length; v++)
        support_add_arc(support, v, v + 1);
      support_add_arc(support, 0, closed ? length - 1 : 1);
      support_add_arc(support, length + 1, length + 2);
      check_diameter(support_build(support, FALSE));
    }
  RefnetRandom random;
  refnet_random_seed(&random, 5);
  for (guint round = 0; round < 20; round++) {
    g_autoptr(SupportNetwork) support = support_network_new(400);
    support_add_random_arcs(support, &random, 300 + 50 * round, round % 2 == 0);
    check_diameter(support_build(support, FALSE));
  }
}

static void a_sample_comes_near_the_average_distance(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, 6);
  g_autoptr(SupportNetwork) support = support_network_new(3000);
  support_add_random_arcs(support, &random, 6000, TRUE);
  const RefnetNetwork *network = support_build(support, FALSE);
  RefnetDistances distances;
  assert_true(refnet_distances(network, NULL, &distances, NULL));
  guint beyond = 0;
  for (guint64 seed = 0; seed < 50; seed++) {
    double average, standard_error;
    assert_true(refnet_estimate_distance(network, 200, seed, &average, &standard_error, NULL));
    assert_true(standard_error > 0 && standard_error < 0.1);
    beyond += fabs(average - distances.average) > 2 * standard_error;
  }
  assert_in_range(beyond, 0, 8); /* with nine degrees of freedom 7.7 % are expected */
}

static void a_triangle_with_a_tail(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(5);
  const guint32 arcs[][2] = {{0, 1}, {1, 0}, {1, 2}, {2, 0}, {3, 0}, {3, 3}};
  for (gsize i = 0; i < G_N_ELEMENTS(arcs); i++)
    support_add_arc(support, arcs[i][0], arcs[i][1]);
  const RefnetNetwork *network = support_build(support, FALSE);
  guint32 coreness[5], component[5], components;
  guint64 triangles[5];
  double constraint[5];
  const guint32 expected_coreness[] = {2, 2, 2, 1, 0};
  const guint64 expected_triangles[] = {1, 1, 1, 0, 0};
  assert_true(refnet_algorithm_coreness(network, coreness, NULL));
  assert_true(refnet_algorithm_triangles(network, triangles, NULL));
  assert_true(refnet_algorithm_components(network, component, &components, NULL));
  assert_true(refnet_algorithm_constraint(network, FALSE, constraint, NULL));
  assert_memory_equal(coreness, expected_coreness, sizeof coreness);
  assert_memory_equal(triangles, expected_triangles, sizeof triangles);
  assert_int_equal(components, 2);
  assert_int_equal(component[0], component[3]);
  assert_int_not_equal(component[0], component[4]);
  assert_true(constraint[3] == 1);
  assert_true(isnan(constraint[4]));
  /* Vertex 1 has neighbors 0 and 2: Σ_j (p_1j + p_1q p_qj)², q the other of the two. */
  double from_0 = 0.5 + 0.5 * 0.5, from_2 = 0.5 + 0.5 * (1.0 / 3);
  assert_true(fabs(constraint[1] - (from_0 * from_0 + from_2 * from_2)) < 1e-12);
}

/* Cores, triangles and components are what igraph says they are, hubs and isolates included. */
static void sweeps_agree_with_igraph(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, 11);
  for (guint round = 0; round < 60; round++) {
    guint32 n = 1 + (guint32)refnet_random_below(&random, 200);
    g_autoptr(SupportNetwork) support = support_network_new(n);
    support_add_random_arcs(support, &random, (guint32)refnet_random_below(&random, 6 * n), FALSE);
    for (guint32 v = 1; v < n / 2; v++)
      support_add_arc(support, 0, v);
    const RefnetNetwork *network = support_build(support, FALSE);
    const igraph_t *graph = refnet_network_tie_graph(network, NULL);
    igraph_vector_int_t cores, membership;
    igraph_vector_t closed;
    igraph_vector_int_init(&cores, 0);
    igraph_vector_int_init(&membership, 0);
    igraph_vector_init(&closed, 0);
    igraph_integer_t parts;
    assert_int_equal(igraph_coreness(graph, &cores, IGRAPH_ALL), IGRAPH_SUCCESS);
    assert_int_equal(igraph_adjacent_triangles(graph, &closed, igraph_vss_all()), IGRAPH_SUCCESS);
    assert_int_equal(igraph_connected_components(graph, &membership, NULL, &parts, IGRAPH_WEAK),
                     IGRAPH_SUCCESS);
    g_autofree guint32 *coreness = g_new(guint32, n), *component = g_new(guint32, n);
    g_autofree guint64 *triangles = g_new(guint64, n);
    guint32 components;
    assert_true(refnet_algorithm_coreness(network, coreness, NULL));
    assert_true(refnet_algorithm_triangles(network, triangles, NULL));
    assert_true(refnet_algorithm_components(network, component, &components, NULL));
    assert_int_equal(components, parts);
    for (guint32 v = 0; v < n; v++) {
      assert_int_equal(coreness[v], VECTOR(cores)[v]);
      assert_int_equal(component[v], VECTOR(membership)[v]);
      assert_true((double)triangles[v] == VECTOR(closed)[v]);
    }
    igraph_vector_int_destroy(&cores);
    igraph_vector_int_destroy(&membership);
    igraph_vector_destroy(&closed);
  }
}

/* PageRank satisfies its own equation, the undirected one with both directions' referrals. */
static void pagerank_is_a_fixed_point(void **state) {
  (void)state;
  for (guint64 seed = 0; seed < 100; seed++) {
    g_autoptr(SupportNetwork) support = NULL;
    const RefnetNetwork *network = random_network(seed, seed % 2, &support);
    guint32 n = network->vertices;
    double rank[MOST], weight[MOST][MOST] = {{0}}, next[MOST], total = 0;
    assert_true(refnet_algorithm_pagerank(network, rank, NULL));
    for (guint64 a = 0; a < network->arcs; a++) {
      weight[network->arc_from[a]][network->arc_to[a]] += (double)network->arc_count[a];
      if (network->undirected)
        weight[network->arc_to[a]][network->arc_from[a]] += (double)network->arc_count[a];
    }
    for (guint32 v = 0; v < n; v++) {
      next[v] = 0.15 / n;
      total += rank[v];
    }
    for (guint32 v = 0; v < n; v++) {
      double out = 0;
      for (guint32 w = 0; w < n; w++)
        out += weight[v][w];
      for (guint32 w = 0; w < n; w++)
        next[w] += 0.85 * rank[v] * (out > 0 ? weight[v][w] / out : 1.0 / n);
    }
    assert_true(fabs(total - 1) < 1e-9);
    for (guint32 v = 0; v < n; v++)
      assert_true(fabs(next[v] - rank[v]) < 1e-8);
  }
}

/* ---- graphs ---------------------------------------------------------------------------------- */

static void graphs_are_made_once_and_errors_come_back(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(3);
  support_add_arc(support, 0, 1);
  support_add_arc(support, 1, 0);
  support_add_arc(support, 1, 2);
  const RefnetNetwork *network = support_build(support, FALSE);
  const igraph_t *arcs = refnet_network_arc_graph(network, NULL);
  const igraph_t *ties = refnet_network_tie_graph(network, NULL);
  assert_ptr_equal(arcs, refnet_network_arc_graph(network, NULL));
  assert_ptr_equal(ties, refnet_network_tie_graph(network, NULL));
  assert_int_equal(igraph_ecount(arcs), 3);
  assert_int_equal(igraph_ecount(ties), 2);
  assert_true(igraph_is_directed(arcs));
  assert_false(igraph_is_directed(ties));

  /* igraph's default handler would abort here. */
  igraph_integer_t edge;
  g_autoptr(GError) error = NULL;
  assert_false(
      refnet_graph_check(igraph_get_eid(arcs, &edge, 0, 2, TRUE, TRUE), "find it", &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_INTERNAL));
  assert_true(g_str_has_prefix(error->message, "cannot find it: "));
  g_clear_error(&error);
  assert_false(refnet_graph_check(IGRAPH_INTERRUPTED, "go on", &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_INTERRUPTED));
  assert_true(refnet_graph_check(IGRAPH_SUCCESS, "go on", NULL));
  refnet_graph_free(NULL);
}

static void nothing_to_measure(void **state) {
  (void)state;
  for (guint32 n = 0; n < 3; n++)
    for (int undirected = 0; undirected < 2; undirected++) {
      g_autoptr(SupportNetwork) support = support_network_new(n);
      const RefnetNetwork *network = support_build(support, undirected);
      double real[3], modularity;
      guint32 number[3], count;
      guint64 triangles[3];
      RefnetDistances distances;
      assert_true(refnet_network_betweenness(network, NULL, 0, real, NULL, NULL));
      assert_true(refnet_algorithm_constraint(network, FALSE, real, NULL));
      assert_true(refnet_algorithm_triangles(network, triangles, NULL));
      assert_true(refnet_algorithm_coreness(network, number, NULL));
      assert_true(refnet_algorithm_components(network, number, &count, NULL));
      assert_int_equal(count, n);
      assert_true(refnet_communities(network, 1, number, &count, &modularity, NULL));
      assert_int_equal(count, n);
      assert_true(isnan(modularity));
      assert_true(refnet_distances(network, real, &distances, NULL));
      assert_true(isnan(distances.average));
      assert_true(refnet_algorithm_pagerank(network, real, NULL));
      for (guint32 v = 0; v < n; v++)
        assert_true(fabs(real[v] - 1.0 / n) < 1e-12);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(betweenness_is_the_share_of_shortest_paths),
      cmocka_unit_test(distances_are_those_of_floyd_and_warshall),
      cmocka_unit_test(distances_along_a_path),
      cmocka_unit_test(the_diameter_is_the_longest_distance),
      cmocka_unit_test(a_sample_comes_near_the_average_distance),
      cmocka_unit_test(a_triangle_with_a_tail),
      cmocka_unit_test(sweeps_agree_with_igraph),
      cmocka_unit_test(pagerank_is_a_fixed_point),
      cmocka_unit_test(graphs_are_made_once_and_errors_come_back),
      cmocka_unit_test(nothing_to_measure),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
