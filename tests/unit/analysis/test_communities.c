/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Communities against the definition of modularity, all partitions of small networks, igraph's
 * Leiden and a published optimum. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "analysis/communities/coarse.h"
#include "analysis/communities/communities.h"
#include "analysis/communities/leiden.h"
#include "model/network/graph.h"
#include "unit/analysis/network_support.h"

enum { MOST = 16 };

static double modularity_of(const RefnetNetwork *network, const guint32 *community) {
  double sum = 0, m = (double)network->ties;
  for (guint64 t = 0; t < network->ties; t++)
    sum += community[network->tie_a[t]] == community[network->tie_b[t]];
  sum /= m;
  for (guint32 a = 0; a < network->vertices; a++)
    for (guint32 b = 0; b < network->vertices; b++)
      if (community[a] == community[b])
        sum -=
            refnet_network_degree(network, a) * (refnet_network_degree(network, b) / (4.0 * m * m));
  return sum;
}

/* The highest modularity of any partition of vertices v, v + 1 …, given those before. */
static double best_modularity(const RefnetNetwork *network, guint32 *community, guint32 v,
                              guint32 used) {
  if (v == network->vertices)
    return modularity_of(network, community);
  double best = -1;
  for (guint32 c = 0; c <= used; c++) {
    community[v] = c;
    best = MAX(best, best_modularity(network, community, v + 1, MAX(used, c + 1)));
  }
  return best;
}

static void communities_reach_the_best_modularity(void **state) {
  (void)state;
  for (guint64 seed = 0; seed < 40; seed++) {
    RefnetRandom random;
    refnet_random_seed(&random, seed);
    guint32 n = 2 + (guint32)refnet_random_below(&random, 6);
    g_autoptr(SupportNetwork) support = support_network_new(n);
    support_add_random_arcs(support, &random, 2 * n, FALSE);
    const RefnetNetwork *network = support_build(support, FALSE);
    guint32 community[MOST], any[MOST], count;
    double modularity;
    assert_true(refnet_communities(network, seed, community, &count, &modularity, NULL));
    if (network->ties == 0) {
      assert_true(isnan(modularity));
      continue;
    }
    assert_true(fabs(modularity - modularity_of(network, community)) < 1e-12);
    assert_true(fabs(modularity - best_modularity(network, any, 0, 0)) < 1e-12);
  }
}

static void communities_of_three_triangles(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(11);
  const guint32 arcs[][2] = {{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}, {5, 3},
                             {6, 7}, {7, 8}, {8, 6}, {0, 3}, {3, 6}, {6, 0}};
  for (gsize i = 0; i < G_N_ELEMENTS(arcs); i++)
    support_add_arc(support, arcs[i][0], arcs[i][1]);
  guint32 community[11], again[11], count;
  double modularity;
  const RefnetNetwork *network = support_build(support, FALSE);
  const guint32 expected[] = {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 5};
  assert_true(refnet_communities(network, 7, community, &count, &modularity, NULL));
  assert_int_equal(count, 5);
  assert_memory_equal(community, expected, sizeof community);
  assert_true(fabs(modularity - 5.0 / 12) < 1e-12);
  assert_true(refnet_communities(network, 7, again, &count, &modularity, NULL));
  assert_memory_equal(community, again, sizeof community);
}

static void largest_community_is_numbered_first(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(6);
  const guint32 arcs[][2] = {{0, 1}, {2, 3}, {3, 4}, {4, 2}};
  for (gsize i = 0; i < G_N_ELEMENTS(arcs); i++)
    support_add_arc(support, arcs[i][0], arcs[i][1]);
  guint32 community[6], count;
  double modularity;
  const guint32 expected[] = {2, 2, 1, 1, 1, 3};
  assert_true(
      refnet_communities(support_build(support, FALSE), 1, community, &count, &modularity, NULL));
  assert_memory_equal(community, expected, sizeof community);
}

/* ---- networks without an obvious answer ------------------------------------------------------ */

/* Some without structure, some with a few that have most ties, some of groups, some in parts. */
static RefnetNetwork *hard_network(guint64 seed, SupportNetwork **support) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  guint32 n = 20 + (guint32)refnet_random_below(&random, 130), kind = (guint32)(seed % 4);
  *support = support_network_new(n);
  if (kind < 2)
    support_add_random_arcs(*support, &random, 3 * n, kind == 1);
  for (guint32 i = 0; kind >= 2 && i < 4 * n; i++) {
    guint32 from = (guint32)refnet_random_below(&random, n);
    guint32 to = (guint32)refnet_random_below(&random, n);
    if (kind == 2 && refnet_random_unit(&random) < 0.6)
      to = to - to % 6 + from % 6;
    if (kind == 3 && (from + to) % 3 != 0)
      continue;
    support_add_arc(*support, from, MIN(to, n - 1));
  }
  return support_build(*support, FALSE);
}

static double igraph_best_of_20(const RefnetNetwork *network) {
  const igraph_t *graph = refnet_network_tie_graph(network, NULL);
  igraph_vector_int_t membership;
  igraph_vector_t degree;
  double best = -1;
  igraph_vector_int_init(&membership, 0);
  igraph_vector_init(&degree, network->vertices);
  for (guint32 v = 0; v < network->vertices; v++)
    VECTOR(degree)[v] = refnet_network_degree(network, v);
  for (guint seed = 0; seed < 20; seed++) {
    double modularity;
    igraph_rng_seed(igraph_rng_default(), seed);
    assert_int_equal(igraph_community_leiden(graph, NULL, &degree, 0.5 / (double)network->ties,
                                             0.01, FALSE, 10, &membership, NULL, NULL),
                     IGRAPH_SUCCESS);
    igraph_modularity(graph, &membership, NULL, 1, FALSE, &modularity);
    best = MAX(best, modularity);
  }
  igraph_vector_int_destroy(&membership);
  igraph_vector_destroy(&degree);
  return best;
}

static void communities_are_no_worse_than_those_of_igraph(void **state) {
  (void)state;
  for (guint64 seed = 0; seed < 16; seed++) {
    g_autoptr(SupportNetwork) support = NULL;
    const RefnetNetwork *network = hard_network(seed, &support);
    g_autofree guint32 *community = g_new(guint32, network->vertices);
    guint32 count;
    double modularity;
    assert_true(refnet_communities(network, seed, community, &count, &modularity, NULL));
    assert_true(fabs(modularity - modularity_of(network, community)) < 1e-12);
    assert_true(modularity > igraph_best_of_20(network) * (1 - 1e-4));
  }
}

/* How many vertices the first of a community reaches without leaving it. */
static guint32 reached_within(const RefnetNetwork *network, const guint32 *community,
                              guint32 first) {
  g_autofree guint32 *queue = g_new(guint32, network->vertices);
  g_autofree guint8 *seen = g_new0(guint8, network->vertices);
  guint32 head = 0, tail = 0;
  queue[tail++] = first;
  seen[first] = TRUE;
  while (head < tail) {
    const guint32 v = queue[head++];
    for (guint64 e = network->tie_start[v]; e < network->tie_start[v + 1]; e++) {
      const guint32 w = network->neighbor[e];
      if (community[w] == community[first] && !seen[w]) {
        seen[w] = TRUE;
        queue[tail++] = w;
      }
    }
  }
  return tail;
}

/* Every community is connected, named by its smallest vertex, and counted; the score is exact. */
static void check_partition(const RefnetNetwork *network, const RefnetPartition *partition) {
  const guint32 n = network->vertices, *community = partition->community;
  g_autofree guint32 *members = g_new0(guint32, n);
  g_autofree gint64 *degrees = g_new0(gint64, n);
  guint32 count = 0;
  gint64 score = 0, m = (gint64)network->ties;
  for (guint32 v = 0; v < n; v++) {
    assert_true(community[v] <= v && community[community[v]] == community[v]);
    members[community[v]]++;
    degrees[community[v]] += refnet_network_degree(network, v);
    if (refnet_network_degree(network, v) == 0)
      assert_int_equal(community[v], v);
  }
  for (guint32 v = 0; v < n; v++) {
    if (community[v] != v)
      continue;
    assert_int_equal(reached_within(network, community, v), members[v]);
    score -= degrees[v] * degrees[v];
    count++;
  }
  for (guint64 t = 0; t < network->ties; t++)
    score += community[network->tie_a[t]] == community[network->tie_b[t]] ? 4 * m : 0;
  assert_int_equal(partition->count, count);
  assert_int_equal(partition->score, score);
}

static void runs_give_connected_communities_and_an_exact_score(void **state) {
  (void)state;
  for (guint64 seed = 0; seed < 40; seed++) {
    g_autoptr(SupportNetwork) support = NULL;
    const RefnetNetwork *network = hard_network(seed, &support);
    const guint32 n = network->vertices;
    g_autoptr(RefnetLeiden) leiden = refnet_leiden_new(network, NULL);
    g_autofree guint32 *numbers = g_new(guint32, 4 * (gsize)n);
    RefnetPartition one = {.community = numbers}, other = {.community = numbers + n},
                    joined = {.community = numbers + 2 * n}, again = {.community = numbers + 3 * n};
    assert_true(refnet_leiden_run(leiden, seed, &one, NULL));
    assert_true(refnet_leiden_run(leiden, seed + 1000, &other, NULL));
    assert_true(refnet_leiden_join(leiden, &one, &other, seed, &joined, NULL));
    assert_true(refnet_leiden_run(leiden, seed, &again, NULL));
    check_partition(network, &one);
    check_partition(network, &other);
    check_partition(network, &joined);
    assert_memory_equal(one.community, again.community, n * sizeof *one.community);
  }
}

/* The optimum of Zachary's karate club (1977) is 0.4197896 (Brandes et al. 2008), whatever the
 * seed. */
static void the_karate_club_has_its_four_communities(void **state) {
  (void)state;
  static const char ties[] = "1-2 1-3 2-3 1-4 2-4 3-4 1-5 1-6 1-7 5-7 6-7 1-8 2-8 3-8 4-8 1-9 3-9 "
                             "3-10 1-11 5-11 6-11 1-12 "
                             "1-13 4-13 1-14 2-14 3-14 4-14 6-17 7-17 1-18 2-18 1-20 2-20 1-22 "
                             "2-22 24-26 25-26 3-28 24-28 "
                             "25-28 3-29 24-30 27-30 2-31 9-31 1-32 25-32 26-32 29-32 3-33 9-33 "
                             "15-33 16-33 19-33 21-33 23-33 "
                             "24-33 30-33 31-33 32-33 9-34 10-34 14-34 15-34 16-34 19-34 20-34 "
                             "21-34 23-34 24-34 27-34 28-34 "
                             "29-34 30-34 31-34 32-34 33-34";
  g_autoptr(SupportNetwork) support = support_network_new(34);
  g_auto(GStrv) pairs = g_strsplit_set(ties, " -", -1);
  for (gsize i = 0; pairs[i]; i += 2)
    support_add_arc(support, (guint32)g_ascii_strtoull(pairs[i], NULL, 10) - 1,
                    (guint32)g_ascii_strtoull(pairs[i + 1], NULL, 10) - 1);
  const RefnetNetwork *network = support_build(support, FALSE);
  assert_int_equal(network->ties, 78);
  guint32 first[34], community[34], count;
  double modularity;
  for (guint64 seed = 0; seed < 20; seed++) {
    assert_true(
        refnet_communities(network, seed, seed ? community : first, &count, &modularity, NULL));
    assert_int_equal(count, 4);
    assert_true(fabs(modularity - 0.4197896) < 5e-8);
    if (seed > 0)
      assert_memory_equal(community, first, sizeof community);
  }
}

/* A ring of six can be halved in three ways, equally good: of equal ones the one that keeps
 * vertices together with the smallest is taken. */
static void of_equal_partitions_the_same_is_taken(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(6);
  for (guint32 v = 0; v < 6; v++)
    support_add_arc(support, v, (v + 1) % 6);
  const RefnetNetwork *network = support_build(support, FALSE);
  const guint32 expected[] = {1, 1, 1, 2, 2, 2};
  for (guint64 seed = 0; seed < 20; seed++) {
    guint32 community[6], count;
    double modularity;
    assert_true(refnet_communities(network, seed, community, &count, &modularity, NULL));
    assert_memory_equal(community, expected, sizeof community);
  }
}

/* ---- folding --------------------------------------------------------------------------------- */

static void folding_adds_up_what_is_between_groups(void **state) {
  (void)state;
  /* A path 0-1-2-3 with 0-2, in groups {0, 3}, {1}, {2}. */
  const guint64 start[] = {0, 2, 4, 7, 8};
  const guint32 target[] = {1, 2, 0, 2, 0, 1, 3, 2}, degree[] = {2, 2, 3, 1};
  const guint32 group[] = {0, 1, 2, 0};
  RefnetCoarse fine = {4, start, target, NULL, degree}, coarse;
  guint32 link[4] = {0}, touched[5], member[5], first[5];
  RefnetCoarseScratch scratch = {link, touched, member, first};
  RefnetCoarseStore store = {0};
  assert_true(refnet_coarse_store_init(&store, 4, NULL));
  assert_true(refnet_coarse_fold(&fine, group, 3, &scratch, &store, &coarse, NULL));
  const guint64 expected_start[] = {0, 2, 4, 6};
  const guint32 expected_target[] = {1, 2, 0, 2, 0, 1}, expected_weight[] = {1, 2, 1, 1, 2, 1};
  const guint32 expected_degree[] = {3, 2, 3};
  assert_int_equal(coarse.vertices, 3);
  assert_memory_equal(coarse.start, expected_start, sizeof expected_start);
  assert_memory_equal(coarse.target, expected_target, sizeof expected_target);
  assert_memory_equal(coarse.weight, expected_weight, sizeof expected_weight);
  assert_memory_equal(coarse.degree, expected_degree, sizeof expected_degree);
  for (guint i = 0; i < 4; i++)
    assert_int_equal(link[i], 0);
  refnet_coarse_store_clear(&store);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(communities_reach_the_best_modularity),
      cmocka_unit_test(communities_of_three_triangles),
      cmocka_unit_test(largest_community_is_numbered_first),
      cmocka_unit_test(communities_are_no_worse_than_those_of_igraph),
      cmocka_unit_test(runs_give_connected_communities_and_an_exact_score),
      cmocka_unit_test(the_karate_club_has_its_four_communities),
      cmocka_unit_test(of_equal_partitions_the_same_is_taken),
      cmocka_unit_test(folding_adds_up_what_is_between_groups),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
