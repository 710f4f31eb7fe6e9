/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The interval of Wilson (1927) against published and independently computed bounds, and outcomes
 * added up from rows. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "analysis/supply/outcomes.h"
#include "unit/support.h"

/* Lower bounds by statsmodels' proportion_confint(method="wilson"), which takes z = 1.9599640 (to
 * all digits): the last figures differ. 15 of 148 is example (c) of Newcombe (1998), 0.0624; 81 of
 * 263 is his (a), 0.2553; 0 of 20 (d) gives 0, 1 of 29 (e) gives 0.0061. */
static void test_known_bounds(void **state) {
  static const struct {
    guint64 unfilled, known;
    double lower, tolerance;
  } cases[] = {
      {81, 263, 0.2553, 5e-5},  {15, 148, 0.0624, 5e-5}, {0, 20, 0, 1e-15},
      {1, 29, 0.0061, 5e-5},    {5, 5, 0.565517, 1e-5},  {1, 1, 0.206543, 1e-5},
      {23, 34, 0.508429, 1e-6}, {5, 12, 0.193260, 1e-6},
  };
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    double lower = refnet_wilson_lower(cases[i].unfilled, cases[i].known);
    if (!(fabs(lower - cases[i].lower) < cases[i].tolerance))
      fail_msg("%d of %d: %.9f", (int)cases[i].unfilled, (int)cases[i].known, lower);
  }
  assert_true(isnan(refnet_wilson_lower(0, 0)));
}

/* The bound solves (share − p)² = z² p (1 − p) / n, from which it is derived. */
static void test_bound_solves_its_equation(void **state) {
  const double z = 1.959964;
  (void)state;
  for (guint64 n = 1; n <= 60; n++)
    for (guint64 k = 1; k <= n; k++) {
      double p = refnet_wilson_lower(k, n), share = (double)k / (double)n;
      assert_true(p > 0 && p < share);
      assert_true(fabs((share - p) * (share - p) - z * z * p * (1 - p) / (double)n) < 1e-12);
    }
}

static void test_often(void **state) {
  (void)state;
  assert_false(refnet_outcomes_often_unfilled((RefnetOutcomeCount){4, 4}));
  assert_true(refnet_outcomes_often_unfilled((RefnetOutcomeCount){5, 5}));
  assert_false(refnet_outcomes_often_unfilled((RefnetOutcomeCount){12, 5}));
  assert_true(refnet_outcomes_often_unfilled((RefnetOutcomeCount){34, 23}));
  assert_false(refnet_outcomes_often_unfilled((RefnetOutcomeCount){0, 0}));
}

static RefnetOutcomeCount count_of(const RefnetNetwork *network, const RefnetOutcomes *outcomes,
                                   const char *service, const char *id) {
  guint32 organization = refnet_dataset_find(network->dataset, id, NULL);
  return refnet_outcomes_of(outcomes, refnet_vocabulary_find(&network->dataset->services, service),
                            network->vertex[organization]);
}

static void test_added_up(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv",
                   "id,name,status,phone\na,Alder House,,\nb,Birch Clinic,,989-555-0101\n"
                   "b2,Birch Clinic Inc.,,989-555-0101\nc,Cedar,closed,\n",
                   "referrals.csv",
                   "from,to,service,count,accepted,completed,status\n"
                   "a,b,food,10,8,6,\n"      /* completed comes first: 4 not filled */
                   "a,b,food,5,2,,\n"        /* then accepted: 3 */
                   "a,b,food,3,,,declined\n" /* then status: 3 */
                   "a,b,food,7,,,pending\n"  /* not known */
                   "a,b,food,2,,,\n"         /* not known */
                   "a,b,legal,4,4,4,\n"      /* another service */
                   "a,b,,9,0,0,\n"           /* no service */
                   "b,b,food,9,0,0,\n"       /* to itself */
                   "b2,b,food,9,0,0,\n"      /* to another row of itself */
                   "a,c,food,9,0,0,\n",      /* closed */
                   NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  g_autoptr(RefnetProviders) providers = refnet_providers_new(network, NULL);
  g_autoptr(RefnetOutcomes) outcomes = refnet_outcomes_new(providers, NULL);
  RefnetOutcomeCount food = count_of(network, outcomes, "food", "b");
  assert_int_equal(food.known, 18);
  assert_int_equal(food.unfilled, 10);
  assert_int_equal(count_of(network, outcomes, "legal", "b").known, 4);
  assert_int_equal(count_of(network, outcomes, "legal", "b").unfilled, 0);
  assert_int_equal(count_of(network, outcomes, "food", "a").known, 0);
  assert_int_equal(count_of(network, outcomes, "food", "c").known, 0);
}

static void test_no_referrals(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "id,name\na,A\n", NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  g_autoptr(RefnetProviders) providers = refnet_providers_new(network, NULL);
  g_autoptr(RefnetOutcomes) outcomes = refnet_outcomes_new(providers, NULL);
  assert_int_equal(refnet_outcomes_of(outcomes, 0, 0).known, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_known_bounds), cmocka_unit_test(test_bound_solves_its_equation),
      cmocka_unit_test(test_often),        cmocka_unit_test(test_added_up),
      cmocka_unit_test(test_no_referrals),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
