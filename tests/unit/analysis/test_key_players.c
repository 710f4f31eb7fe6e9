/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Key players and vertex connectivity: every set is tried. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <refnet/analysis.h>

#include "unit/analysis/network_support.h"

enum { MOST = 9, FAR = 1000, ROUNDS = 150, LARGEST = 3 };

static void assert_near(double actual, double expected, double tolerance) {
  if (isnan(expected) ? !isnan(actual) : !(fabs(actual - expected) <= tolerance))
    fail_msg("%.15g is not %.15g", actual, expected);
}

static SupportNetwork *made(guint64 seed) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  guint32 n = 1 + (guint32)refnet_random_below(&random, MOST);
  SupportNetwork *support = support_network_new(n);
  support_add_random_arcs(support, &random, (guint32)refnet_random_below(&random, 3 * n + 1),
                          FALSE);
  support_build(support, FALSE);
  return support;
}

static RefnetRisks *risks_of(const SupportNetwork *support) {
  RefnetRiskOptions options = {.turnover = .3, .key_players = LARGEST};
  return refnet_risks_new(support->network, &options, NULL);
}

/* Distances by Floyd & Warshall, without the vertices in `out` (a bit each). */
static void measure(const RefnetNetwork *network, guint32 out, guint32 distance[MOST][MOST]) {
  guint32 n = network->vertices;
  for (guint32 a = 0; a < n; a++)
    for (guint32 b = 0; b < n; b++) {
      gboolean tied = a != b && refnet_network_find_tie(network, a, b) != G_MAXUINT64;
      gboolean is_there = !(out >> a & 1) && !(out >> b & 1);
      distance[a][b] = is_there && a == b ? 0 : is_there && tied ? 1 : FAR;
    }
  for (guint32 k = 0; k < n; k++)
    for (guint32 a = 0; a < n; a++)
      for (guint32 b = 0; b < n; b++)
        distance[a][b] = MIN(distance[a][b], distance[a][k] + distance[k][b]);
}

static double fragmentation(const RefnetNetwork *network, guint32 out) {
  guint32 distance[MOST][MOST], n = network->vertices, left = 0;
  double pairs = 0;
  measure(network, out, distance);
  for (guint32 a = 0; a < n; a++) {
    left += !(out >> a & 1);
    for (guint32 b = 0; b < n; b++)
      pairs += a != b && distance[a][b] < FAR;
  }
  return left < 2 ? NAN : 1 - pairs / (left * (left - 1.0));
}

static double reach(const RefnetNetwork *network, guint32 set) {
  guint32 distance[MOST][MOST], n = network->vertices;
  double reached = 0;
  measure(network, 0, distance);
  for (guint32 b = 0; b < n; b++) {
    guint32 nearest = FAR;
    for (guint32 a = 0; a < n; a++)
      if (set >> a & 1)
        nearest = MIN(nearest, distance[a][b]);
    reached += nearest == FAR ? 0 : 1.0 / MAX(nearest, 1);
  }
  return reached / n;
}

typedef double (*Measure)(const RefnetNetwork *network, guint32 set);

/* Nobody can be told anything at a closed organization. */
static gboolean is_told(const RefnetNetwork *network, guint32 set) {
  for (guint32 v = 0; v < network->vertices; v++)
    if (set >> v & 1 && refnet_network_organization(network, v)->closed)
      return FALSE;
  return TRUE;
}

static double best_of_size(const RefnetNetwork *network, guint32 size, Measure measure_set) {
  double best = NAN;
  for (guint32 set = 0; set < 1u << network->vertices; set++) {
    if ((guint32)__builtin_popcount(set) != size ||
        (measure_set == reach && !is_told(network, set)))
      continue;
    double value = measure_set(network, set);
    best = isnan(best) || value > best ? value : best;
  }
  return best;
}

static void sets_are_the_best_there_are(void **state) {
  (void)state;
  for (guint64 seed = 0; seed < ROUNDS; seed++) {
    g_autoptr(SupportNetwork) support = made(seed);
    g_autoptr(RefnetRisks) risks = risks_of(support);
    const RefnetNetwork *network = support->network;
    assert_near(risks->fragmentation, fragmentation(network, 0), 1e-12);
    assert_int_equal(risks->key_set_count, 2 * MIN(LARGEST, MAX(network->vertices, 2) - 2));
    for (guint32 i = 0; i < risks->key_set_count; i++) {
      const RefnetKeySet *set = &risks->key_sets[i];
      Measure measure_set = set->kind == REFNET_KEY_REACH ? reach : fragmentation;
      guint32 bits = 0;
      for (guint32 k = 0; k < set->vertices.length; k++)
        bits |= 1u << set->vertices.items[k];
      assert_int_equal(__builtin_popcount(bits), 1 + i % (risks->key_set_count / 2));
      assert_near(set->value, measure_set(network, bits), 1e-12);
      assert_near(set->value, best_of_size(network, set->vertices.length, measure_set), 1e-9);
    }
  }
}

static void nobody_is_told_at_closed_organizations(void **state) {
  (void)state;
  guint32 seen = 0;
  for (guint64 seed = 0; seed < ROUNDS; seed++) {
    g_autoptr(SupportNetwork) support = made(seed);
    for (guint32 v = 0; v < support->network->vertices; v++)
      support_organization(support, v)->closed = (seed >> v & 1) != 0;
    g_autoptr(RefnetRisks) risks = risks_of(support);
    for (guint32 i = 0; i < risks->key_set_count; i++) {
      const RefnetKeySet *set = &risks->key_sets[i];
      guint32 bits = 0;
      for (guint32 k = 0; k < set->vertices.length; k++)
        bits |= 1u << set->vertices.items[k];
      if (set->kind != REFNET_KEY_REACH)
        continue;
      assert_true(is_told(support->network, bits));
      assert_near(set->value, best_of_size(support->network, set->vertices.length, reach), 1e-9);
      seen++;
    }
  }
  assert_true(seen > ROUNDS);
}

/* The fewest vertices of the largest component whose removal parts the rest of it. */
static guint32 connectivity(const RefnetNetwork *network, guint32 component, guint32 size) {
  guint32 distance[MOST][MOST], least = size - 1;
  for (guint32 out = 0; out < 1u << network->vertices; out++) {
    if ((out & ~component) || (guint32)__builtin_popcount(out) >= least)
      continue;
    measure(network, out, distance);
    for (guint32 a = 0; a < network->vertices; a++)
      for (guint32 b = 0; b < network->vertices; b++)
        if ((component & ~out) >> a & 1 && (component & ~out) >> b & 1 && distance[a][b] >= FAR)
          least = MIN(least, (guint32)__builtin_popcount(out));
  }
  return least;
}

static void vertex_connectivity(void **state) {
  (void)state;
  guint32 seen[MOST + 1] = {0};
  for (guint64 seed = 0; seed < ROUNDS; seed++) {
    g_autoptr(SupportNetwork) support = made(seed);
    g_autoptr(RefnetRisks) risks = risks_of(support);
    const RefnetNetwork *network = support->network;
    guint32 distance[MOST][MOST], largest = 0, most = 0;
    measure(network, 0, distance);
    for (guint32 a = 0; a < network->vertices; a++) {
      guint32 component = 0;
      for (guint32 b = 0; b < network->vertices; b++)
        component |= distance[a][b] < FAR ? 1u << b : 0;
      if ((guint32)__builtin_popcount(component) > most) {
        most = (guint32)__builtin_popcount(component);
        largest = component;
      }
    }
    guint32 expected = connectivity(network, largest, most);
    assert_near(risks->vertex_connectivity, expected, 0);
    seen[expected]++;
  }
  for (guint32 k = 0; k <= 3; k++)
    assert_true(seen[k] > 0);
}

static void nobody(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(0);
  support_build(support, FALSE);
  g_autoptr(RefnetRisks) risks = risks_of(support);
  assert_int_equal(risks->key_set_count, 0);
  assert_true(isnan(risks->fragmentation));
  assert_true(isnan(risks->vertex_connectivity));
}

static void complete_and_ring(void **state) {
  (void)state;
  for (guint32 n = 3; n <= 7; n++) {
    g_autoptr(SupportNetwork) complete = support_network_new(n);
    g_autoptr(SupportNetwork) ring = support_network_new(n);
    for (guint32 a = 0; a < n; a++) {
      support_add_arc(ring, a, (a + 1) % n);
      for (guint32 b = 0; b < a; b++)
        support_add_arc(complete, a, b);
    }
    support_build(complete, FALSE);
    support_build(ring, FALSE);
    g_autoptr(RefnetRisks) of_complete = risks_of(complete), of_ring = risks_of(ring);
    assert_near(of_complete->vertex_connectivity, n - 1, 0);
    assert_near(of_ring->vertex_connectivity, 2, 0);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sets_are_the_best_there_are),
      cmocka_unit_test(nobody_is_told_at_closed_organizations),
      cmocka_unit_test(vertex_connectivity),
      cmocka_unit_test(nobody),
      cmocka_unit_test(complete_and_ring),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
