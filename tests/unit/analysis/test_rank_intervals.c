/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ranks when relationships are missing: bounds, seeds, and what thinning leaves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include <refnet/analysis.h>

#include "analysis/network/thinned.h"
#include "unit/analysis/network_support.h"

static SupportNetwork *random_support(guint32 n, guint32 arcs, guint64 seed) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  SupportNetwork *support = support_network_new(n);
  support_add_random_arcs(support, &random, arcs, TRUE);
  return support;
}

/* What is left is a network of the arcs and ties that are left, its arrays in agreement. */
static void check_thinned(const RefnetNetwork *whole, const RefnetNetwork *thin) {
  assert_int_equal(thin->vertices, whole->vertices);
  for (guint64 a = 0; a < thin->arcs; a++) {
    guint64 old = refnet_network_find_arc(whole, thin->arc_from[a], thin->arc_to[a]);
    assert_true(old < whole->arcs);
    assert_int_equal(thin->arc_count[a], whole->arc_count[old]);
    assert_int_equal(refnet_network_find_arc(thin, thin->arc_from[a], thin->arc_to[a]), a);
    assert_true(refnet_network_find_tie(thin, thin->arc_from[a], thin->arc_to[a]) < thin->ties);
  }
  guint64 arcs_of_ties = 0;
  for (guint64 t = 0; t < thin->ties; t++) {
    guint32 a = thin->tie_a[t], b = thin->tie_b[t];
    assert_int_equal(refnet_network_find_tie(thin, a, b), t);
    gboolean there = refnet_network_find_arc(whole, a, b) != G_MAXUINT64;
    gboolean back = refnet_network_find_arc(whole, b, a) != G_MAXUINT64;
    arcs_of_ties += there + back;
  }
  assert_int_equal(arcs_of_ties, thin->arcs); /* a tie goes with both its arcs */
  assert_int_equal(thin->in_start[thin->vertices], thin->arcs);
  assert_int_equal(thin->tie_start[thin->vertices], 2 * thin->ties);
}

static void thinning(void **state) {
  (void)state;
  for (guint64 seed = 0; seed < 20; seed++) {
    g_autoptr(SupportNetwork) support = random_support((guint32)seed * 2, (guint32)seed * 6, seed);
    const RefnetNetwork *network = support_build(support, seed % 2);
    g_autoptr(RefnetThinned) thinned = refnet_thinned_new(network, NULL);
    RefnetRandom random;
    refnet_random_seed(&random, seed);
    for (double missing = 0; missing <= 1; missing += .25) {
      const RefnetNetwork *thin = refnet_thinned_draw(thinned, missing, &random);
      check_thinned(network, thin);
      if (missing == 0)
        assert_int_equal(thin->ties, network->ties);
      if (missing == 1)
        assert_int_equal(thin->ties, 0);
    }
  }
}

static RefnetRankIntervals *intervals_of(const RefnetMeasures *measures, const char *measure,
                                         double missing) {
  RefnetRankIntervals *intervals = refnet_rank_intervals_new(measures, measure, missing, 50, NULL);
  assert_non_null(intervals);
  return intervals;
}

static void intervals_hold_the_rank_and_widen(void **state) {
  static const char *const keys[] = {"degree",
                                     "in_degree",
                                     "out_degree",
                                     "in_strength",
                                     "out_strength",
                                     "betweenness",
                                     "betweenness_normalized",
                                     "harmonic_closeness",
                                     "pagerank",
                                     "coreness"};
  (void)state;
  g_autoptr(SupportNetwork) support = random_support(30, 120, 7);
  const RefnetNetwork *network = support_build(support, FALSE);
  g_autoptr(RefnetMeasures) measures = refnet_measures_new(network, 1, NULL);
  for (gsize k = 0; k < G_N_ELEMENTS(keys); k++) {
    g_autoptr(RefnetRankIntervals) narrow = intervals_of(measures, keys[k], .02);
    g_autoptr(RefnetRankIntervals) wide = intervals_of(measures, keys[k], .5);
    g_autoptr(RefnetRankIntervals) again = intervals_of(measures, keys[k], .5);
    assert_memory_equal(wide->vertices, again->vertices, 30 * sizeof *wide->vertices);
    guint64 narrow_width = 0, wide_width = 0;
    for (guint32 v = 0; v < 30; v++) {
      assert_in_range(narrow->vertices[v].low, 1, narrow->vertices[v].high);
      assert_in_range(narrow->vertices[v].high, narrow->vertices[v].low, 30);
      narrow_width += narrow->vertices[v].high - narrow->vertices[v].low;
      wide_width += wide->vertices[v].high - wide->vertices[v].low;
    }
    assert_true(narrow_width < wide_width);
  }
}

static void nothing_missing_is_the_rank_itself(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(4);
  support_add_arc(support, 0, 1);
  support_add_arc(support, 0, 2);
  const RefnetNetwork *network = support_build(support, FALSE);
  g_autoptr(RefnetMeasures) measures = refnet_measures_new(network, 1, NULL);
  g_autoptr(RefnetRankIntervals) intervals = intervals_of(measures, "degree", 0);
  const guint32 ranks[] = {1, 2, 2, 4};
  for (guint32 v = 0; v < 4; v++) {
    assert_int_equal(intervals->vertices[v].low, ranks[v]);
    assert_int_equal(intervals->vertices[v].high, ranks[v]);
  }
}

static void unknown_measures_and_no_organization(void **state) {
  (void)state;
  g_autoptr(GError) error = NULL;
  g_autoptr(SupportNetwork) support = support_network_new(0);
  g_autoptr(RefnetMeasures) measures = refnet_measures_new(support_build(support, FALSE), 1, NULL);
  g_autoptr(RefnetRankIntervals) intervals = intervals_of(measures, "betweenness", .1);
  assert_int_equal(intervals->count, 0);
  assert_null(refnet_rank_intervals_new(measures, "role", .1, 50, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(thinning),
      cmocka_unit_test(intervals_hold_the_rank_and_widen),
      cmocka_unit_test(nothing_missing_is_the_rank_itself),
      cmocka_unit_test(unknown_measures_and_no_organization),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
