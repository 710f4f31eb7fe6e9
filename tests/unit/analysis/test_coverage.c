/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom to choose when coverage overlaps: one after the other, and the best few, against every
 * choice of as many. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "analysis/coalition/best_few.h"

static void assert_close(double actual, double expected) {
  if (!(fabs(actual - expected) < 1e-9))
    print_error("%.17g is not %.17g\n", actual, expected);
  assert_true(fabs(actual - expected) < 1e-9);
}

/* ---- greedy against every choice ------------------------------------------------------------- */

enum { CELLS = 12, CANDIDATES = 9 };

typedef struct {
  double weight[CELLS], share[CANDIDATES][CELLS];
} Problem;

static Problem make_problem(RefnetRandom *random) {
  Problem problem = {{0}, {{0}}};
  for (guint c = 0; c < CELLS; c++)
    problem.weight[c] = (double)refnet_random_below(random, 100);
  for (guint o = 0; o < CANDIDATES; o++)
    for (guint c = 0; c < CELLS; c++)
      if (refnet_random_below(random, 3) == 0)
        problem.share[o][c] = refnet_random_below(random, 2) ? 1 : refnet_random_unit(random);
  return problem;
}

static double value_of(const Problem *problem, guint chosen) {
  double value = 0;
  for (guint c = 0; c < CELLS; c++) {
    double left = 1;
    for (guint o = 0; o < CANDIDATES; o++)
      left *= chosen & (1u << o) ? 1 - problem->share[o][c] : 1;
    value += problem->weight[c] * (1 - left);
  }
  return value;
}

static double best_of(const Problem *problem, guint k) {
  double best = 0;
  for (guint chosen = 0; chosen < 1u << CANDIDATES; chosen++)
    if ((guint)__builtin_popcount(chosen) <= k)
      best = MAX(best, value_of(problem, chosen));
  return best;
}

static void fill(RefnetCoverage *coverage, const Problem *problem) {
  for (guint c = 0; c < CELLS; c++) {
    refnet_coverage_add_cell(coverage, problem->weight[c]);
    g_array_index(coverage->cells, RefnetCoverCell, c).goal[0] = problem->weight[c];
  }
  for (guint c = 0; c < CELLS; c++)
    for (guint o = 0; o < CANDIDATES; o++)
      refnet_coverage_add_entry(coverage, o, c, problem->share[o][c]);
  refnet_coverage_begin(coverage);
}

/* The candidate that a full look at all of them would choose. */
static guint best_next(const Problem *problem, guint chosen) {
  guint best = 0;
  double most = -1;
  for (guint o = 0; o < CANDIDATES; o++) {
    double gain = value_of(problem, chosen | 1u << o) - value_of(problem, chosen);
    if (!(chosen & 1u << o) && gain > most + 1e-9) {
      most = gain;
      best = o;
    }
  }
  return best;
}

static void test_greedy_against_every_choice(void **state) {
  RefnetRandom random;
  double shares = 0;
  guint compared = 0;
  (void)state;
  refnet_random_seed(&random, 7);
  for (guint trial = 0; trial < 60; trial++) {
    Problem problem = make_problem(&random);
    g_auto(RefnetCoverage) coverage;
    guint chosen = 0;
    double sum = 0, gain, before = INFINITY;
    guint32 vertex;
    refnet_coverage_init(&coverage);
    fill(&coverage, &problem);
    for (guint k = 1; k <= CANDIDATES && refnet_coverage_best(&coverage, &vertex, &gain); k++) {
      assert_true(gain <= before + 1e-9);
      assert_close(gain, value_of(&problem, chosen | 1u << best_next(&problem, chosen)) -
                             value_of(&problem, chosen));
      chosen |= 1u << vertex;
      refnet_coverage_take(&coverage, vertex);
      sum += gain;
      before = gain;
      assert_close(sum, value_of(&problem, chosen));
      double best = best_of(&problem, k);
      assert_true(sum >= (1 - exp(-1)) * best - 1e-9);
      if (k <= 3) {
        assert_true(sum >= .85 * best - 1e-9);
        shares += sum / best;
        compared++;
      }
    }
    assert_false(refnet_coverage_best(&coverage, &vertex, &gain));
  }
  assert_true(shares / compared > .98); /* of the optimum, up to three */
}

/* ---- the best few against every choice ------------------------------------------------------- */

/* Of the same problems, sparse and dense, with weights alike and unlike. */
static Problem make_hard_problem(RefnetRandom *random, guint trial) {
  Problem problem = make_problem(random);
  guint64 rarity = 2 + trial % 5;
  for (guint c = 0; c < CELLS; c++) {
    if (trial % 3 == 0)
      problem.weight[c] = 1;
    for (guint o = 0; o < CANDIDATES; o++)
      problem.share[o][c] = refnet_random_below(random, rarity) ? 0
                            : trial % 2                         ? 1
                                                                : refnet_random_unit(random);
  }
  return problem;
}

static guint set_of(const RefnetBestFew *best) {
  guint set = 0;
  for (guint32 i = 0; i < best->length; i++)
    set |= 1u << best->vertices[i];
  return set;
}

static void test_best_few_against_every_choice(void **state) {
  RefnetRandom random;
  guint better_than_greedy = 0;
  (void)state;
  refnet_random_seed(&random, 11);
  for (guint trial = 0; trial < 600; trial++) {
    Problem problem = make_hard_problem(&random, trial);
    for (guint k = 1; k <= REFNET_BEST_FEW; k++) {
      g_auto(RefnetCoverage) coverage;
      RefnetBestFew best;
      double gain, before = INFINITY, greedy = 0;
      guint32 vertex;
      refnet_coverage_init(&coverage);
      fill(&coverage, &problem);
      refnet_best_few_find(&coverage, k, &best);
      assert_true(best.is_best);
      assert_true(best.length <= k);
      assert_true(fabs(best.value - best_of(&problem, k)) <= 1e-8 * best.value);
      assert_close(value_of(&problem, set_of(&best)), best.value);
      /* The coverage is as it was: the greedy choice goes on as ever. */
      for (guint i = 0; i < k && refnet_coverage_best(&coverage, &vertex, &gain); i++) {
        refnet_coverage_take(&coverage, vertex);
        greedy += gain;
      }
      assert_true(best.value >= greedy - 1e-9);
      better_than_greedy += best.value > greedy * 1.001;
      /* In the order of what each adds. */
      g_auto(RefnetCoverage) kept;
      refnet_coverage_init(&kept);
      fill(&kept, &problem);
      refnet_coverage_keep(&kept, best.vertices, best.length);
      double sum = 0;
      for (guint32 i = 0; i < best.length; i++) {
        assert_true(refnet_coverage_best(&kept, &vertex, &gain));
        assert_true(gain <= before + 1e-9);
        assert_true(set_of(&best) & 1u << vertex);
        refnet_coverage_take(&kept, vertex);
        before = gain;
        sum += gain;
      }
      assert_close(sum, best.value);
    }
  }
  assert_true(better_than_greedy > 30); /* else the problems were too easy to tell */
}

/* Many that are alike, so that nothing can be ruled out: greedy at least, and soon. */
static void test_best_few_gives_up(void **state) {
  enum { MANY = 4000, PLACES = 60, EACH = 20 };
  g_auto(RefnetCoverage) coverage;
  RefnetRandom random;
  RefnetBestFew best;
  double gain, greedy = 0;
  guint32 vertex;
  (void)state;
  refnet_random_seed(&random, 3);
  refnet_coverage_init(&coverage);
  for (guint c = 0; c < PLACES; c++) {
    refnet_coverage_add_cell(&coverage, 1);
    g_array_index(coverage.cells, RefnetCoverCell, c).goal[0] = 1;
  }
  for (guint32 o = 0; o < MANY; o++)
    for (guint i = 0; i < EACH; i++)
      refnet_coverage_add_entry(&coverage, o, (guint32)refnet_random_below(&random, PLACES), .5);
  refnet_coverage_begin(&coverage);
  refnet_best_few_find(&coverage, 3, &best);
  assert_false(best.is_best);
  assert_int_equal(best.length, 3);
  for (guint i = 0; i < 3 && refnet_coverage_best(&coverage, &vertex, &gain); i++) {
    refnet_coverage_take(&coverage, vertex);
    greedy += gain;
  }
  assert_true(best.value >= greedy - 1e-9);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_greedy_against_every_choice),
      cmocka_unit_test(test_best_few_against_every_choice),
      cmocka_unit_test(test_best_few_gives_up),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
