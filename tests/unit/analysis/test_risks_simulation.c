/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Simulated losses beside the exact ones, and turnovers at their limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/analysis/risks_case.h"

static void simulated_mean_is_the_exact_one(void **state) {
  (void)state;
  enum { DRAWS = 20011 };
  g_autofree guint64 *lost = g_new(guint64, DRAWS);
  for (guint64 seed = 0; seed < 20; seed++) {
    g_autoptr(SupportNetwork) support = random_contacts(seed, FEW_PEOPLE, 10);
    g_autoptr(RefnetRisks) risks = risks_of(support);
    if (risks->ties_assessed == 0)
      continue;
    guint32 unread;
    g_autofree double *turnover =
        refnet_turnover_new(support->network->dataset, &defaults, &unread, NULL);
    g_autoptr(RefnetHolders) holders = refnet_holders_new(support->network, turnover, AS_OF, NULL);
    assert_true(refnet_simulate_losses(holders, DRAWS, seed, lost, NULL));
    double sum = 0, squares = 0;
    for (guint32 d = 0; d < DRAWS; d++) {
      sum += (double)lost[d];
      squares += (double)lost[d] * (double)lost[d];
    }
    double mean = sum / DRAWS, error = sqrt((squares / DRAWS - mean * mean) / DRAWS);
    assert_near(mean, risks->expected_ties_lost, 3.5 * error + 1e-12);
  }
}

/* One person holds all ten ties: none or all are lost, .3 of the time all. */
static void p90_of_one_person(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(11);
  for (guint32 o = 0; o < 11; o++)
    support_add_contact(support, o, 0);
  for (guint32 o = 1; o < 11; o++)
    support_add_arc(support, 0, o);
  g_autoptr(RefnetRisks) risks = risks_of(support);
  assert_near(risks->expected_ties_lost, 3, 1e-12);
  assert_near(risks->p90_ties_lost, 10, 0);
  g_autoptr(RefnetRisks) rare = refnet_risks_new(
      support->network,
      &(RefnetRiskOptions){.turnover = 0.05, .seed = 1, .draws = 2000, .as_of = AS_OF}, NULL);
  assert_near(rare->p90_ties_lost, 0, 0);
  g_autoptr(RefnetRisks) undrawn = refnet_risks_new(
      support->network, &(RefnetRiskOptions){.turnover = 0.05, .as_of = AS_OF}, NULL);
  assert_near(undrawn->p90_ties_lost, NAN, 0);
}

static void certain_turnover(void **state) {
  (void)state;
  const double turnovers[] = {0, 1};
  for (gsize i = 0; i < G_N_ELEMENTS(turnovers); i++) {
    g_autoptr(SupportNetwork) support = one_tie(2, 1);
    g_autoptr(RefnetRisks) risks = refnet_risks_new(
        support_build(support, FALSE),
        &(RefnetRiskOptions){.turnover = turnovers[i], .seed = 1, .draws = 10, .as_of = AS_OF},
        NULL);
    assert_true(risks->ties[0].probability == turnovers[i]);
    assert_false(risks->ties[0].already_lost);
    assert_near(risks->p90_ties_lost, turnovers[i], 0);
    assert_int_equal(risks->truck_factor, 1);
  }
}

static void a_turnover_that_is_no_share(void **state) {
  (void)state;
  const double turnovers[] = {-0.01, 1.01, NAN, INFINITY};
  g_autoptr(SupportNetwork) support = one_tie(1, 1);
  const RefnetNetwork *network = support_build(support, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS(turnovers); i++) {
    g_autoptr(GError) error = NULL;
    assert_null(refnet_risks_new(network, &(RefnetRiskOptions){.turnover = turnovers[i]}, &error));
    assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  }
}

/* Adding a contact at an end that has one never raises the loss. */
static void one_more_contact_never_hurts(void **state) {
  (void)state;
  double last = 1;
  for (guint32 contacts = 1; contacts < 8; contacts++) {
    g_autoptr(SupportNetwork) support = one_tie(contacts, 1);
    g_autoptr(RefnetRisks) risks = risks_of(support);
    assert_true(risks->expected_ties_lost < last);
    last = risks->expected_ties_lost;
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(simulated_mean_is_the_exact_one),
      cmocka_unit_test(p90_of_one_person),
      cmocka_unit_test(certain_turnover),
      cmocka_unit_test(a_turnover_that_is_no_share),
      cmocka_unit_test(one_more_contact_never_hurts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
