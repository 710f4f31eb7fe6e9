/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Betweenness on every small graph, against the definition; samples, threads, weights. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "analysis/network/algorithms.h"
#include "analysis/network/betweenness.h"
#include "unit/analysis/network_support.h"

enum { SMALL = 5, FAR = 100 };

static void assert_near(double actual, double expected, double tolerance) {
  if (!(fabs(actual - expected) <= tolerance))
    fail_msg("%.15g is not %.15g", actual, expected);
}

/* A graph of up to five vertices as a matrix. */
typedef struct {
  guint32 n;
  gboolean joined[SMALL][SMALL];
} Small;

/* All paths of `length` edges from a to b, and how many of them pass through `through`, found by
 * walking: right for shortest paths, which repeat no vertex. */
static void walk(const Small *graph, guint32 at, guint32 to, guint32 left, guint32 through,
                 gboolean passed, guint *paths, guint *passing) {
  if (left == 0) {
    *paths += at == to;
    *passing += at == to && passed;
    return;
  }
  for (guint32 next = 0; next < graph->n; next++)
    if (graph->joined[at][next])
      walk(graph, next, to, left - 1, through, passed || next == through, paths, passing);
}

static double brute_betweenness(const Small *graph, guint32 through) {
  double sum = 0;
  for (guint32 a = 0; a < graph->n; a++)
    for (guint32 b = 0; b < graph->n; b++) {
      guint paths = 0, passing = 0;
      if (a == b || a == through || b == through)
        continue;
      for (guint32 length = 1; length < graph->n && paths == 0; length++)
        walk(graph, a, b, length, through, FALSE, &paths, &passing);
      sum += paths ? (double)passing / paths : 0;
    }
  return sum;
}

static void check_small(const Small *graph) {
  guint64 start[SMALL + 1] = {0};
  guint32 target[SMALL * SMALL];
  double betweenness[SMALL];
  guint64 edges = 0;
  for (guint32 v = 0; v < graph->n; v++) {
    for (guint32 w = 0; w < graph->n; w++)
      if (graph->joined[v][w])
        target[edges++] = w;
    start[v + 1] = edges;
  }
  RefnetAdjacency adjacency = {graph->n, start, target};
  assert_true(refnet_betweenness(&adjacency, NULL, 0, betweenness, NULL, NULL));
  for (guint32 v = 0; v < graph->n; v++)
    assert_near(betweenness[v], brute_betweenness(graph, v), 1e-12);
}

static void every_directed_graph_of_four(void **state) {
  (void)state;
  for (guint32 n = 0; n <= 4; n++) {
    guint32 pairs = n * (n - (n > 0));
    for (guint32 bits = 0; bits < 1u << pairs; bits++) {
      Small graph = {.n = n};
      guint32 bit = 0;
      for (guint32 v = 0; v < n; v++)
        for (guint32 w = 0; w < n; w++)
          if (v != w)
            graph.joined[v][w] = bits >> bit++ & 1;
      check_small(&graph);
    }
  }
}

static void every_undirected_graph_of_five(void **state) {
  (void)state;
  for (guint32 bits = 0; bits < 1u << 10; bits++) {
    Small graph = {.n = SMALL};
    guint32 bit = 0;
    for (guint32 v = 0; v < SMALL; v++)
      for (guint32 w = v + 1; w < SMALL; w++)
        graph.joined[v][w] = graph.joined[w][v] = bits >> bit++ & 1;
    check_small(&graph);
  }
}

static SupportNetwork *random_support(guint32 n, guint32 arcs) {
  RefnetRandom random;
  refnet_random_seed(&random, n + arcs);
  SupportNetwork *support = support_network_new(n);
  support_add_random_arcs(support, &random, arcs, TRUE);
  return support;
}

/* Large enough for a second thread. */
static void the_same_digits_every_time(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = random_support(600, 6000);
  const RefnetNetwork *network = support_build(support, FALSE);
  double first[600], second[600];
  assert_true(refnet_network_betweenness(network, NULL, 0, first, NULL, NULL));
  assert_true(refnet_network_betweenness(network, NULL, 0, second, NULL, NULL));
  assert_memory_equal(first, second, sizeof first);
}

static void all_sources_are_exact(void **state) {
  (void)state;
  for (guint undirected = 0; undirected < 2; undirected++) {
    g_autoptr(SupportNetwork) support = random_support(80, 300);
    const RefnetNetwork *network = support_build(support, undirected);
    g_autofree guint32 *sources = refnet_sample_vertices(80, 80, 1, NULL);
    double exact[80], sampled[80], error[80];
    assert_true(refnet_network_betweenness(network, NULL, 0, exact, NULL, NULL));
    assert_true(refnet_network_betweenness(network, sources, 80, sampled, error, NULL));
    for (guint32 v = 0; v < 80; v++) {
      assert_near(sampled[v], exact[v], 1e-9);
      assert_near(error[v], 0, 1e-9); /* nothing left to chance */
    }
  }
}

/* Over many samples: right on average, and as far off as the standard error says. */
static void a_sample_is_unbiased_and_knows_its_error(void **state) {
  enum { N = 60, SAMPLES = 400, SOURCES = 20 };
  (void)state;
  g_autoptr(SupportNetwork) support = random_support(N, 240);
  const RefnetNetwork *network = support_build(support, FALSE);
  double exact[N], sampled[N], error[N], mean[N] = {0}, squares[N] = {0}, variance[N] = {0};
  assert_true(refnet_network_betweenness(network, NULL, 0, exact, NULL, NULL));
  for (guint i = 0; i < SAMPLES; i++) {
    g_autofree guint32 *sources = refnet_sample_vertices(N, SOURCES, i, NULL);
    assert_true(refnet_network_betweenness(network, sources, SOURCES, sampled, error, NULL));
    for (guint32 v = 0; v < N; v++) {
      mean[v] += sampled[v] / SAMPLES;
      squares[v] += (sampled[v] - exact[v]) * (sampled[v] - exact[v]) / SAMPLES;
      variance[v] += error[v] * error[v] / SAMPLES;
    }
  }
  for (guint32 v = 0; v < N; v++) {
    assert_near(mean[v], exact[v], 4 * sqrt(variance[v] / SAMPLES) + 1e-9);
    if (exact[v] > 50)
      assert_near(sqrt(variance[v] / squares[v]), 1, .25);
  }
}

static void samples_are_rising_and_different(void **state) {
  (void)state;
  guint counts[10] = {0};
  for (guint64 seed = 0; seed < 2000; seed++) {
    g_autofree guint32 *sample = refnet_sample_vertices(10, 3, seed, NULL);
    assert_true(sample[0] < sample[1] && sample[1] < sample[2] && sample[2] < 10);
    for (guint i = 0; i < 3; i++)
      counts[sample[i]]++;
  }
  for (guint v = 0; v < 10; v++)
    assert_in_range(counts[v], 500, 700);
}

static void equal_weights_change_nothing(void **state) {
  (void)state;
  for (guint undirected = 0; undirected < 2; undirected++) {
    g_autoptr(SupportNetwork) support = support_network_new(6);
    const guint32 arcs[][2] = {{0, 1}, {1, 2}, {2, 3}, {1, 4}, {4, 3}, {3, 5}};
    for (gsize i = 0; i < G_N_ELEMENTS(arcs); i++)
      support_add_row(support, arcs[i][0], arcs[i][1], 4, REFNET_NONE, REFNET_NONE);
    const RefnetNetwork *network = support_build(support, undirected);
    double plain[6], weighted[6];
    assert_true(refnet_network_betweenness(network, NULL, 0, plain, NULL, NULL));
    assert_true(refnet_algorithm_weighted_betweenness(network, weighted, NULL));
    for (guint32 v = 0; v < 6; v++)
      assert_near(weighted[v], plain[v], 1e-12);
  }
}

/* 0 → 1 → 3 with many referrals is nearer than 0 → 2 → 3 with few, and than 0 → 3 with one. */
static void paths_follow_the_referrals(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(4);
  const guint32 rows[][3] = {{0, 1, 10}, {1, 3, 10}, {0, 2, 1}, {2, 3, 1}, {0, 3, 1}};
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
    support_add_row(support, rows[i][0], rows[i][1], rows[i][2], REFNET_NONE, REFNET_NONE);
  const RefnetNetwork *network = support_build(support, FALSE);
  double betweenness[4], closeness[4];
  assert_true(refnet_algorithm_weighted_betweenness(network, betweenness, NULL));
  assert_near(betweenness[1], 1, 1e-12);
  assert_near(betweenness[2], 0, 1e-12);
  assert_true(refnet_algorithm_weighted_closeness(network, closeness, NULL));
  assert_near(closeness[0], 10 + 1 / 1.0 + 5, 1e-12);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_directed_graph_of_four),
      cmocka_unit_test(every_undirected_graph_of_five),
      cmocka_unit_test(the_same_digits_every_time),
      cmocka_unit_test(all_sources_are_exact),
      cmocka_unit_test(a_sample_is_unbiased_and_knows_its_error),
      cmocka_unit_test(samples_are_rising_and_different),
      cmocka_unit_test(equal_weights_change_nothing),
      cmocka_unit_test(paths_follow_the_referrals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
