/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Contacts to add, against adding them and assessing the network anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <refnet/analysis.h>

#include "unit/analysis/network_support.h"

static void assert_near(double actual, double expected, double tolerance) {
  if (!(fabs(actual - expected) <= tolerance))
    fail_msg("%.15g is not %.15g", actual, expected);
}

enum { AS_OF = 20000, ORGANIZATIONS = 9, ROUNDS = 60 };

static const RefnetRiskOptions defaults = {.turnover = 0.3, .seed = 1, .as_of = AS_OF};

/* Contacts here and there, some gone, some long unheard of, and `extra` more at one organization.
 * No rows name anybody, so that a new contact holds all ties. */
static SupportNetwork *made(guint64 seed, guint32 at, guint32 extra) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  SupportNetwork *support = support_network_new(ORGANIZATIONS);
  guint32 person = 0;
  for (guint32 o = 0; o < ORGANIZATIONS; o++) {
    guint64 contacts = refnet_random_below(&random, 4);
    for (guint64 i = 0; i < contacts; i++) {
      gboolean is_known = person > 0 && refnet_random_below(&random, 5) == 0;
      guint32 who = is_known ? (guint32)refnet_random_below(&random, person) : person++;
      guint32 contact = support_add_contact(support, o, who);
      if (refnet_random_below(&random, 6) == 0)
        support_contact(support, contact)->left = AS_OF - 10;
      if (refnet_random_below(&random, 3) == 0)
        support_contact(support, contact)->last_contact = AS_OF - 500;
    }
    for (guint32 i = 0; o == at && i < extra; i++)
      support_add_contact(support, o, 1000 + i);
  }
  support_add_random_arcs(support, &random, 18, FALSE);
  support_build(support, FALSE);
  return support;
}

static double expected_loss(const RefnetRisks *risks) {
  return isnan(risks->expected_ties_lost) ? 0 : risks->expected_ties_lost;
}

/* Of the ties that have somebody at both ends, for ties lost already or unknown change their state.
 */
static double loss_of_held(const RefnetRisks *risks, const guint8 *held) {
  double loss = 0;
  for (gsize i = 0; i < risks->tie_count; i++)
    if (held[risks->ties[i].tie])
      loss += risks->ties[i].probability;
  return loss;
}

static gboolean is_held(const RefnetTieRisk *tie) {
  return !isnan(tie->probability) && !tie->already_lost;
}

static void the_first_is_worth_what_it_says_and_none_is_worth_more(void **state) {
  (void)state;
  guint32 compared = 0;
  for (guint64 seed = 0; seed < ROUNDS; seed++) {
    g_autoptr(SupportNetwork) support = made(seed, 0, 0);
    g_autoptr(RefnetRisks) risks = refnet_risks_new(support->network, &defaults, NULL);
    g_autofree guint8 *held = g_new0(guint8, risks->tie_count + 1);
    for (gsize i = 0; i < risks->tie_count; i++)
      held[risks->ties[i].tie] = is_held(&risks->ties[i]);
    double before = loss_of_held(risks, held), best = 0;
    for (guint32 o = 0; o < ORGANIZATIONS; o++) {
      g_autoptr(SupportNetwork) more = made(seed, o, 1);
      g_autoptr(RefnetRisks) then = refnet_risks_new(more->network, &defaults, NULL);
      double drop = before - loss_of_held(then, held);
      assert_true(drop > -1e-12);
      best = MAX(best, drop);
      if (risks->introduction_count == 0 || risks->introductions[0].vertex != o)
        continue;
      assert_near(risks->introductions[0].drop, drop, 1e-9);
      assert_near(risks->introductions[0].expected_ties_lost, expected_loss(risks) - drop, 1e-9);
      compared++;
    }
    if (risks->introduction_count > 0)
      assert_near(risks->introductions[0].drop, best, 2e-9);
    else
      assert_true(best < .05 + 1e-8);
  }
  assert_true(compared > ROUNDS / 2);
}

static void the_total_runs_down(void **state) {
  (void)state;
  for (guint64 seed = 0; seed < ROUNDS; seed++) {
    g_autoptr(SupportNetwork) support = made(seed, 0, 0);
    g_autoptr(RefnetRisks) risks = refnet_risks_new(support->network, &defaults, NULL);
    double expected = expected_loss(risks);
    for (guint32 i = 0; i < risks->introduction_count; i++) {
      const RefnetIntroduction *introduction = &risks->introductions[i];
      assert_true(introduction->drop > .05);
      assert_true(introduction->ties > 0);
      expected -= introduction->drop;
      assert_near(introduction->expected_ties_lost, expected, 1e-9);
    }
    assert_true(expected > -1e-9);
  }
}

/* One tie, one person a side: .51; a second on one side .363, on both .172. */
static void worked_figures(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(2);
  support_add_contact(support, 0, 0);
  support_add_contact(support, 1, 1);
  support_add_arc(support, 0, 1);
  g_autoptr(RefnetRisks) risks = refnet_risks_new(support_build(support, FALSE), &defaults, NULL);
  assert_int_equal(risks->introduction_count, 4); /* a fifth would mean 0.02 fewer */
  assert_near(risks->introductions[0].expected_ties_lost, .363, 1e-12);
  assert_int_equal(risks->introductions[0].vertex, 0);
  assert_int_equal(risks->introductions[0].contacts, 1);
  assert_near(risks->introductions[1].expected_ties_lost, .1719, 1e-12);
  assert_int_equal(risks->introductions[1].vertex, 1);
  assert_int_equal(risks->introductions[2].contacts, 2);
}

static void ends_without_anybody_are_listed_apart(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(4);
  guint32 left = support_add_contact(support, 0, 0);
  support_contact(support, left)->left = AS_OF;
  support_add_contact(support, 1, 1);
  support_add_arc(support, 0, 1);
  support_add_arc(support, 1, 2);
  support_add_arc(support, 0, 2);
  g_autoptr(RefnetRisks) risks = refnet_risks_new(support_build(support, FALSE), &defaults, NULL);
  assert_int_equal(risks->introduction_count, 0);
  assert_int_equal(risks->missing_count, 2);
  assert_int_equal(risks->missing[0].vertex, 0);
  assert_int_equal(risks->missing[0].ties_left, 2);
  assert_int_equal(risks->missing[0].ties_without, 0);
  assert_int_equal(risks->missing[1].vertex, 2);
  assert_int_equal(risks->missing[1].ties_without, 2);
}

/* ---- turnover by sector and organization ----------------------------------------------------- */

static void turnover_of_the_place_counts(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(2);
  support_organization(support, 0)->sector = 5;
  support_add_contact(support, 0, 0);
  support_add_contact(support, 1, 1);
  support_add_arc(support, 0, 1);
  support_build(support, FALSE);
  const RefnetTurnover turnovers[] = {{REFNET_NONE, 1, .5}, {5, REFNET_NONE, .1}};
  RefnetRiskOptions options = defaults;
  options.turnovers = turnovers;
  options.turnover_count = G_N_ELEMENTS(turnovers);
  g_autoptr(RefnetRisks) risks = refnet_risks_new(support->network, &options, NULL);
  assert_near(risks->expected_ties_lost, 1 - .9 * .5, 1e-12);
}

static void a_turnover_column(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(3);
  const char *const cells[] = {"40 %", "0.1", "often"};
  const RefnetAttribute column = {"Turnover", cells};
  support->dataset.attributes = &column;
  support->dataset.attribute_count = 1;
  for (guint32 o = 0; o < 3; o++)
    support_add_contact(support, o, o);
  support_add_arc(support, 0, 1);
  support_add_arc(support, 1, 2);
  g_autoptr(RefnetRisks) risks = refnet_risks_new(support_build(support, FALSE), &defaults, NULL);
  assert_near(risks->expected_ties_lost, 1 - .6 * .9 + 1 - .9 * .7, 1e-12);
  assert_int_equal(risks->turnover_unread, 1);
}

static void no_share_is_refused(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(1);
  const RefnetTurnover turnovers[] = {{REFNET_NONE, 0, 1.5}};
  RefnetRiskOptions options = defaults;
  options.turnovers = turnovers;
  options.turnover_count = 1;
  GError *error = NULL;
  assert_null(refnet_risks_new(support_build(support, FALSE), &options, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  g_clear_error(&error);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_first_is_worth_what_it_says_and_none_is_worth_more),
      cmocka_unit_test(the_total_runs_down),
      cmocka_unit_test(worked_figures),
      cmocka_unit_test(ends_without_anybody_are_listed_apart),
      cmocka_unit_test(turnover_of_the_place_counts),
      cmocka_unit_test(a_turnover_column),
      cmocka_unit_test(no_share_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
