/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Low-stress positions: exact where a drawing without stress exists, good elsewhere, the same
 * always. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include <refnet/base.h>

#include "draw/layout/stress.h"
#include "draw/layout/stress_measure.h"

/* Pairs (a, b) of `count` edges as sorted neighbor arrays. */
static RefnetComponentGraph graph_of(guint32 vertices, const guint32 (*edges)[2], guint32 count) {
  RefnetComponentGraph graph = {vertices, g_new0(guint64, (gsize)vertices + 1),
                                g_new0(guint32, 2 * (gsize)count + 1)};
  guint64 end = 0;
  for (guint32 v = 0; v < vertices; v++) {
    graph.start[v] = end;
    for (guint32 w = 0; w < vertices; w++)
      for (guint32 e = 0; e < count; e++)
        if ((edges[e][0] == v && edges[e][1] == w) || (edges[e][0] == w && edges[e][1] == v))
          graph.neighbor[end++] = w;
  }
  graph.start[vertices] = end;
  return graph;
}

/* A grid of `side` × `side`. */
static RefnetComponentGraph grid_of(guint32 side) {
  guint32 n = side * side;
  RefnetComponentGraph graph = {n, g_new0(guint64, (gsize)n + 1), g_new0(guint32, 4 * (gsize)n)};
  guint64 end = 0;
  for (guint32 v = 0; v < n; v++) {
    graph.start[v] = end;
    if (v >= side)
      graph.neighbor[end++] = v - side;
    if (v % side > 0)
      graph.neighbor[end++] = v - 1;
    if (v % side + 1 < side)
      graph.neighbor[end++] = v + 1;
    if (v + side < n)
      graph.neighbor[end++] = v + side;
  }
  graph.start[n] = end;
  return graph;
}

static double stress_of(const RefnetComponentGraph *graph, const RefnetPoint *positions) {
  g_autofree guint16 *rows = refnet_distance_rows(graph, NULL, graph->vertices);
  assert_non_null(rows);
  return graph->vertices > 1 ? refnet_stress_of_rows(rows, graph->vertices, positions) : 0;
}

static double layout_stress(RefnetComponentGraph *graph, guint64 seed, RefnetPoint *positions) {
  GError *error = NULL;
  assert_true(refnet_stress_layout(graph, seed, positions, &error));
  assert_null(error);
  for (guint32 v = 0; v < graph->vertices; v++)
    assert_true(isfinite(positions[v].x) && isfinite(positions[v].y));
  return stress_of(graph, positions);
}

static void test_one_and_two(void **state) {
  const guint32 edge[][2] = {{0, 1}};
  RefnetPoint positions[2];
  (void)state;
  RefnetComponentGraph one = graph_of(1, edge, 0), two = graph_of(2, edge, 1);
  assert_true(layout_stress(&one, 1, positions) == 0);
  assert_true(positions[0].x == 0 && positions[0].y == 0);
  assert_true(layout_stress(&two, 1, positions) < 1e-9);
  assert_true(fabs(fabs(positions[0].x - positions[1].x) - 1) < 1e-3);
  assert_true(fabs(positions[0].y) < 1e-6);
  refnet_component_graph_clear(&one);
  refnet_component_graph_clear(&two);
}

static void test_path_is_straight(void **state) {
  const guint32 edges[][2] = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}};
  RefnetPoint positions[6];
  (void)state;
  RefnetComponentGraph path = graph_of(6, edges, 5);
  assert_true(layout_stress(&path, 1, positions) < 0.001);
  assert_int_equal(refnet_stress_crossings(&path, positions), 0);
  for (guint32 v = 0; v < 6; v++)
    assert_true(fabs(positions[v].y) < 0.1);
  refnet_component_graph_clear(&path);
}

static void test_triangle(void **state) {
  const guint32 edges[][2] = {{0, 1}, {1, 2}, {0, 2}};
  RefnetPoint positions[3];
  (void)state;
  RefnetComponentGraph triangle = graph_of(3, edges, 3);
  assert_true(layout_stress(&triangle, 7, positions) < 1e-4);
  refnet_component_graph_clear(&triangle);
}

static void test_crossings(void **state) {
  const guint32 edges[][2] = {{0, 1}, {2, 3}, {1, 2}};
  const RefnetPoint crossed[] = {{0, 0}, {1, 1}, {1, 0}, {0, 1}};
  const RefnetPoint apart[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
  (void)state;
  RefnetComponentGraph graph = graph_of(4, edges, 3);
  assert_int_equal(refnet_stress_crossings(&graph, crossed), 1);
  assert_int_equal(refnet_stress_crossings(&graph, apart), 0);
  refnet_component_graph_clear(&graph);
}

static void test_measure(void **state) {
  const guint32 edges[][2] = {{0, 1}, {1, 2}};
  const RefnetPoint line[] = {{0, 0}, {7, 0}, {14, 0}};
  const RefnetPoint bent[] = {{0, 0}, {1, 0}, {1, 1}};
  (void)state;
  RefnetComponentGraph path = graph_of(3, edges, 2);
  assert_true(stress_of(&path, line) < 1e-12); /* at any scale */
  double share = sqrt(2) / 2, ratio = 2 + share, square = 2 + share * share;
  assert_true(fabs(stress_of(&path, bent) - (3 - ratio * ratio / square) / 3) < 1e-12);
  refnet_component_graph_clear(&path);
}

static void test_grids(void **state) {
  /* 50 × 50 has a distance matrix, 80 × 80 is laid out from pivots. */
  static const guint32 sides[] = {6, 12, 50, 80};
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(sides); i++) {
    RefnetComponentGraph grid = grid_of(sides[i]);
    g_autofree RefnetPoint *positions = g_new(RefnetPoint, grid.vertices);
    assert_true(layout_stress(&grid, 1, positions) < 0.05);
    if (sides[i] <= 12)
      assert_int_equal(refnet_stress_crossings(&grid, positions), 0);
    refnet_component_graph_clear(&grid);
  }
}

static void test_same_seed_same_positions(void **state) {
  (void)state;
  RefnetComponentGraph grid = grid_of(5);
  RefnetPoint first[25], second[25];
  layout_stress(&grid, 3, first);
  layout_stress(&grid, 3, second);
  assert_memory_equal(first, second, sizeof first);
  refnet_component_graph_clear(&grid);
}

static void test_star_is_a_ring(void **state) {
  guint32 edges[40][2];
  RefnetPoint positions[41];
  (void)state;
  for (guint32 i = 0; i < 40; i++) {
    edges[i][0] = 0;
    edges[i][1] = i + 1;
  }
  RefnetComponentGraph star = graph_of(41, (const guint32(*)[2])edges, 40);
  layout_stress(&star, 1, positions);
  for (guint32 v = 1; v <= 40; v++) {
    double distance = hypot(positions[v].x - positions[0].x, positions[v].y - positions[0].y);
    assert_true(distance > 0.9 && distance < 1.6);
  }
  refnet_component_graph_clear(&star);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_one_and_two),
      cmocka_unit_test(test_path_is_straight),
      cmocka_unit_test(test_triangle),
      cmocka_unit_test(test_crossings),
      cmocka_unit_test(test_measure),
      cmocka_unit_test(test_grids),
      cmocka_unit_test(test_same_seed_same_positions),
      cmocka_unit_test(test_star_is_a_ring),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
