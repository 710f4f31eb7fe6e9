/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures for each organization: definitions, undefined cases, roles, published networks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <refnet/analysis.h>

#include "unit/analysis/shared_networks.h"

static void assert_near(double actual, double expected, double tolerance) {
  if (isnan(expected) ? !isnan(actual) : !(fabs(actual - expected) <= tolerance))
    fail_msg("%.15g is not %.15g", actual, expected);
}

/* 0 → 1 (twice, 3 referrals), 1 → 0, 1 → 2, 2 → 3; 4 alone. */
static SupportNetwork *small_network(void) {
  SupportNetwork *support = support_network_new(5);
  support_add_row(support, 0, 1, 2, REFNET_NONE, REFNET_NONE);
  support_add_row(support, 0, 1, 1, REFNET_NONE, REFNET_NONE);
  support_add_arc(support, 1, 0);
  support_add_arc(support, 1, 2);
  support_add_row(support, 2, 3, 5, REFNET_NONE, REFNET_NONE);
  support_add_row(support, 3, 3, 9, REFNET_NONE, REFNET_NONE);
  return support;
}

static void a_small_directed_network(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = small_network();
  g_autoptr(RefnetMeasures) measures = refnet_measures_new(support_build(support, FALSE), 1, NULL);
  const RefnetVertexMeasures *one = &measures->vertices[1], *alone = &measures->vertices[4];
  assert_int_equal(one->in_degree, 1);
  assert_int_equal(one->out_degree, 2);
  assert_int_equal(one->degree, 2);
  assert_int_equal(one->in_strength, 3);
  assert_int_equal(one->out_strength, 2);
  /* 0 → 2 and 0 → 3 pass through 1. */
  assert_near(one->betweenness, 2, 0);
  assert_near(one->betweenness_normalized, 2.0 / 12, 1e-15);
  assert_near(one->harmonic_closeness, (1 + 1 + 0.5) / 4, 1e-15);
  assert_int_equal(one->coreness, 1);
  assert_near(one->effective_size, 2, 0);
  assert_near(one->constraint, 0.5, 1e-15);
  assert_true(one->articulation);
  assert_int_equal(alone->degree, 0);
  assert_near(alone->harmonic_closeness, 0, 0);
  assert_near(alone->constraint, NAN, 0);
  assert_near(alone->effective_size, NAN, 0);
  assert_int_equal(alone->role, REFNET_ROLE_ISOLATE);
  assert_false(alone->articulation);
  assert_int_equal(alone->community, measures->communities);
}

static void the_same_undirected(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = small_network();
  g_autoptr(RefnetMeasures) measures = refnet_measures_new(support_build(support, TRUE), 1, NULL);
  const RefnetVertexMeasures *one = &measures->vertices[1];
  assert_int_equal(one->in_degree, 2);
  assert_int_equal(one->out_degree, 2);
  assert_int_equal(one->in_strength, 5);
  assert_int_equal(one->out_strength, 5);
  /* Pairs {0, 2} and {0, 3}. */
  assert_near(one->betweenness, 2, 0);
  assert_near(one->betweenness_normalized, 2.0 / 6, 1e-15);
}

static void too_small_for_some_figures(void **state) {
  (void)state;
  for (guint32 n = 0; n < 3; n++) {
    g_autoptr(SupportNetwork) support = support_network_new(n);
    if (n == 2)
      support_add_arc(support, 0, 1);
    g_autoptr(RefnetMeasures) measures =
        refnet_measures_new(support_build(support, FALSE), 1, NULL);
    assert_non_null(measures);
    assert_near(measures->modularity, n == 2 ? 0 : NAN, 1e-15);
    if (n == 0)
      assert_near(measures->degree_hub_threshold, NAN, 0);
    for (guint32 v = 0; v < n; v++) {
      assert_near(measures->vertices[v].betweenness_normalized, NAN, 0);
      assert_near(measures->vertices[v].harmonic_closeness, n == 2 ? 1 : NAN, 0);
      assert_int_equal(measures->vertices[v].role,
                       n == 2 ? REFNET_ROLE_PERIPHERAL : REFNET_ROLE_ISOLATE);
    }
  }
}

/* 21 organizations: the threshold is the 19th degree of the sorted list, no interpolation. */
static void roles(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(21);
  for (guint32 v = 1; v <= 6; v++)
    support_add_arc(support, v, 0);
  for (guint32 v = 1; v <= 5; v++)
    support_add_arc(support, 7, v);
  for (guint32 v = 8; v <= 11; v++)
    support_add_arc(support, v, 12);
  support_add_arc(support, 13, 14);
  support_add_arc(support, 14, 15);
  for (guint32 v = 16; v <= 18; v++)
    support_add_arc(support, 19, v);
  g_autoptr(RefnetMeasures) measures = refnet_measures_new(support_build(support, FALSE), 1, NULL);
  const RefnetVertexMeasures *vertices = measures->vertices;
  assert_near(measures->degree_hub_threshold, 4, 0);
  assert_near(measures->betweenness_broker_threshold, 0.2, 1e-12);
  assert_int_equal(vertices[0].role, REFNET_ROLE_HUB);
  assert_int_equal(vertices[7].role, REFNET_ROLE_HUB);
  assert_int_equal(vertices[12].role, REFNET_ROLE_HUB);
  assert_int_equal(vertices[1].role, REFNET_ROLE_BROKER);
  assert_int_equal(vertices[14].role, REFNET_ROLE_BROKER);
  assert_int_equal(vertices[19].role, REFNET_ROLE_FEEDER);
  assert_int_equal(vertices[6].role, REFNET_ROLE_PERIPHERAL);
  assert_int_equal(vertices[20].role, REFNET_ROLE_ISOLATE);
}

static void a_receiver_and_an_interpolated_threshold(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(6);
  const guint32 arcs[][2] = {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}, {1, 2}, {3, 2}, {4, 5}};
  for (gsize i = 0; i < G_N_ELEMENTS(arcs); i++)
    support_add_arc(support, arcs[i][0], arcs[i][1]);
  g_autoptr(RefnetMeasures) measures = refnet_measures_new(support_build(support, FALSE), 1, NULL);
  /* Degrees sorted 2 2 2 2 3 5: place 4.5 from 0. */
  assert_near(measures->degree_hub_threshold, 4, 1e-12);
  assert_int_equal(measures->vertices[0].role, REFNET_ROLE_HUB);
  assert_int_equal(measures->vertices[2].role, REFNET_ROLE_RECEIVER);
  assert_int_equal(measures->vertices[1].role, REFNET_ROLE_NONE);
}

/* ---- published networks ---------------------------------------------------------------------- */

static void check_published(const char *name, gboolean undirected) {
  g_autofree char *file = g_strdup_printf("ref_%s_node_level.csv", name);
  GPtrArray *reference = shared_cells(file);
  g_autoptr(SupportNetwork) support = shared_network(name, reference->len - 1);
  g_autoptr(RefnetMeasures) measures =
      refnet_measures_new(support_build(support, undirected), 1, NULL);
  for (guint32 v = 0; v < measures->network->vertices; v++) {
    const RefnetVertexMeasures *vertex = &measures->vertices[v];
    const char *betweenness = undirected ? "betweenness_undirected" : "betweenness_sna";
    assert_near(vertex->betweenness, shared_figure(reference, v + 1, betweenness), 1e-6);
    assert_near(vertex->degree, shared_figure(reference, v + 1, "degree_undirected"), 0);
    assert_near(vertex->in_degree, shared_figure(reference, v + 1, "indegree"), 0);
    assert_near(vertex->out_degree, shared_figure(reference, v + 1, "outdegree"), 0);
    assert_near(vertex->coreness, shared_figure(reference, v + 1, "coreness"), 0);
    assert_near(vertex->articulation, shared_figure(reference, v + 1, "cutpoint"), 0);
    assert_near(vertex->constraint, shared_figure(reference, v + 1, "constraint"), 1e-6);
    if (undirected)
      assert_near(vertex->pagerank, shared_figure(reference, v + 1, "pagerank_undirected"), 1e-6);
    /* 2t/d² is the clustering coefficient times (d − 1)/d. */
    double clustering = shared_figure(reference, v + 1, "local_clustering");
    if (!isnan(clustering))
      assert_near(vertex->effective_size, vertex->degree - clustering * (vertex->degree - 1), 2e-5);
  }
  g_ptr_array_unref(reference);
}

static void published_undirected_networks(void **state) {
  (void)state;
  if (!shared_networks_available())
    skip();
  const char *names[] = {"TCcnt", "TCcoll", "TCdiss", "DHHS"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    check_published(names[i], TRUE);
}

static void published_directed_networks(void **state) {
  (void)state;
  if (!shared_networks_available())
    skip();
  const char *names[] = {"emon_Cheyenne", "emon_LakePomona", "emon_Texas"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    check_published(names[i], FALSE);
}

static void knoke(void **state) {
  (void)state;
  if (!shared_networks_available())
    skip();
  const char *names[] = {"knoke_information", "knoke_money"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *file = g_strdup_printf("ref_%s_node_level.csv", names[i]);
    GPtrArray *reference = shared_cells(file);
    g_autoptr(SupportNetwork) support = shared_network(names[i], 10);
    g_autoptr(RefnetMeasures) measures =
        refnet_measures_new(support_build(support, FALSE), 1, NULL);
    for (guint32 v = 0; v < 10; v++) {
      const RefnetVertexMeasures *vertex = &measures->vertices[v];
      assert_near(vertex->out_degree, shared_figure(reference, v + 1, "out"), 0);
      assert_near(vertex->in_degree, shared_figure(reference, v + 1, "indeg"), 0);
      assert_near(vertex->betweenness, shared_figure(reference, v + 1, "betweenness"), 5.1e-5);
    }
    g_ptr_array_unref(reference);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_small_directed_network),
      cmocka_unit_test(the_same_undirected),
      cmocka_unit_test(too_small_for_some_figures),
      cmocka_unit_test(roles),
      cmocka_unit_test(a_receiver_and_an_interpolated_threshold),
      cmocka_unit_test(published_undirected_networks),
      cmocka_unit_test(published_directed_networks),
      cmocka_unit_test(knoke),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
