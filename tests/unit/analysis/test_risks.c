/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What rests on one person or one organization: a tie, organizations in order, loaded sheets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/analysis/risks_case.h"

/* ---- one tie --------------------------------------------------------------------------------- */

static void worked_figures(void **state) {
  (void)state;
  const struct {
    guint32 first, second;
    double probability;
  } cases[] = {{1, 1, 0.51}, {2, 1, 0.363}, {1, 2, 0.363}, {2, 2, 0.1719}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(SupportNetwork) support = one_tie(cases[i].first, cases[i].second);
    g_autoptr(RefnetRisks) risks = risks_of(support);
    assert_near(risks->ties[0].probability, cases[i].probability, 1e-12);
    assert_near(risks->expected_ties_lost, cases[i].probability, 1e-12);
    assert_int_equal(risks->ties[0].contacts_from, cases[i].first);
    assert_int_equal(risks->ties[0].contacts_to, cases[i].second);
    assert_false(risks->ties[0].already_lost);
    assert_true(risks->ties[0].bridge);
  }
}

/* Half a year without contact: p = 1 − .7^1.5; a date ahead counts as today. */
static void staleness(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = one_tie(1, 1);
  support_contact(support, 0)->last_contact = AS_OF - 1461 / 8;
  support_contact(support, 1)->last_contact = AS_OF + 400;
  g_autoptr(RefnetRisks) risks = risks_of(support);
  double years = (1461 / 8) / 365.25;
  double first = 1 - pow(0.7, 1 + years);
  assert_near(risks->ties[0].probability, first + 0.3 - first * 0.3, 1e-12);
}

static void one_person_at_both_ends(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(2);
  support_add_contact(support, 0, 0);
  support_add_contact(support, 1, 0);
  support_add_arc(support, 0, 1);
  g_autoptr(RefnetRisks) risks = risks_of(support);
  assert_near(risks->ties[0].probability, 0.3, 1e-12);
  assert_int_equal(risks->people_count, 1);
  assert_int_equal(risks->people[0].ties_held, 1);
  assert_int_equal(risks->people[0].ties_left_without_contact, 1);
  assert_near(risks->people[0].importance, 1, 1e-12);
  assert_int_equal(risks->people[0].contacts.length, 2);
  assert_int_equal(risks->people[0].organizations.length, 2);
  assert_int_equal(risks->truck_factor, 1);
}

/* Among three contacts, rows in either direction name two; the third holds nothing. */
static void named_contacts_hold(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(2);
  for (guint32 i = 0; i < 3; i++)
    support_add_contact(support, 0, i);
  support_add_contact(support, 1, 3);
  support_add_row(support, 0, 1, 1, 0, REFNET_NONE);
  support_add_row(support, 0, 1, 1, 0, REFNET_NONE);
  support_add_row(support, 1, 0, 1, REFNET_NONE, 2);
  g_autoptr(RefnetRisks) risks = risks_of(support);
  assert_int_equal(risks->ties[0].contacts_from, 2);
  assert_int_equal(risks->ties[0].contacts_to, 1);
  assert_near(risks->ties[0].probability, 0.363, 1e-12);
  assert_int_equal(risks->people_count, 3);
  assert_null(person_risk(risks, 1));
  assert_int_equal(organization_risk(risks, 0)->contacts, 3);
}

static void who_left_holds_nothing(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = one_tie(2, 1);
  support_contact(support, 0)->left = AS_OF;
  support_contact(support, 1)->left = AS_OF + 1; /* not yet */
  g_autoptr(RefnetRisks) risks = risks_of(support);
  assert_near(risks->ties[0].probability, 0.51, 1e-12);
  assert_int_equal(organization_risk(risks, 0)->contacts, 1);
  assert_int_equal(organization_risk(risks, 0)->contacts_left, 1);
  assert_true(organization_risk(risks, 0)->flags & REFNET_RISK_SINGLE_CONTACT);
}

static void all_contacts_have_left(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = one_tie(2, 1);
  support_contact(support, 0)->left = support_contact(support, 1)->left = AS_OF - 10;
  g_autoptr(RefnetRisks) risks = risks_of(support);
  assert_true(risks->ties[0].probability == 1);
  assert_true(risks->ties[0].already_lost);
  assert_int_equal(risks->ties[0].contacts_from, 0);
  assert_int_equal(risks->ties_already_lost, 1);
  assert_near(risks->expected_ties_lost, 1, 0);
  assert_near(risks->p90_ties_lost, 1, 0);
  assert_false(risks->truck_factor_known);
  assert_int_equal(risks->people[0].ties_left_without_contact, 0);
  assert_near(risks->people[0].importance, 0, 0);
  assert_int_equal(organization_risk(risks, 0)->flags,
                   REFNET_RISK_ALL_CONTACTS_LEFT | REFNET_RISK_SINGLE_NEIGHBOR);
}

/* Named but gone, although a colleague is there: the relationship was the named one's. */
static void all_named_have_left(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(2);
  support_add_contact(support, 0, 0);
  support_add_contact(support, 0, 1);
  support_add_contact(support, 1, 2);
  support_contact(support, 0)->left = AS_OF - 1;
  support_add_row(support, 0, 1, 1, 0, REFNET_NONE);
  g_autoptr(RefnetRisks) risks = risks_of(support);
  assert_true(risks->ties[0].already_lost);
  assert_int_equal(organization_risk(risks, 0)->contacts, 1);
}

/* Who left one organization may go on to hold ties of another; a second, current place keeps the
 * first. */
static void leaving_is_for_one_organization(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(3);
  support_add_contact(support, 0, 0);
  support_add_contact(support, 1, 0);
  support_add_contact(support, 2, 1);
  support_add_contact(support, 2, 1);
  support_contact(support, 0)->left = support_contact(support, 2)->left = AS_OF - 1;
  support_add_arc(support, 0, 2);
  support_add_arc(support, 1, 2);
  g_autoptr(RefnetRisks) risks = risks_of(support);
  assert_int_equal(risks->ties_already_lost, 1);
  assert_near(risks->ties[1].probability, 0.51, 1e-12);
  assert_int_equal(organization_risk(risks, 2)->contacts, 1);
  assert_int_equal(organization_risk(risks, 2)->contacts_left, 0);
}

static void no_contact_listed(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = one_tie(1, 0);
  g_autoptr(RefnetRisks) risks = risks_of(support);
  assert_near(risks->ties[0].probability, NAN, 0);
  assert_int_equal(risks->ties_unknown, 1);
  assert_int_equal(risks->ties_assessed, 0);
  assert_near(risks->expected_ties_lost, NAN, 0);
  assert_near(risks->p90_ties_lost, NAN, 0);
  assert_false(risks->truck_factor_known);
  assert_true(organization_risk(risks, 1)->flags & REFNET_RISK_NO_CONTACT);
  /* That this contact is the only one here is known all the same. */
  assert_int_equal(risks->people[0].ties_left_without_contact, 1);
  assert_near(risks->people[0].importance, 0, 0);
}

/* ---- organizations and order ----------------------------------------------------------------- */

static void gravest_organization_first(void **state) {
  (void)state;
  /* 0–1–2–3–4 with 2–5, 3–4–6–3: 2 cuts off 0, 1 and 5, then 1 cuts off 0. */
  g_autoptr(SupportNetwork) support = support_network_new(9);
  const guint32 arcs[][2] = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {2, 5}, {4, 6}, {6, 3}, {7, 8}};
  support_add_contact(support, 7, 0);
  support_add_contact(support, 8, 1);
  support_add_contact(support, 8, 2);
  for (gsize i = 0; i < G_N_ELEMENTS(arcs); i++)
    support_add_arc(support, arcs[i][0], arcs[i][1]);
  support_details(support, 0)->funding_end = AS_OF + 180;
  support_details(support, 1)->funding_end = AS_OF + 181;
  support_details(support, 2)->funding_end = AS_OF - 1;
  g_autoptr(RefnetRisks) risks = risks_of(support);
  const guint32 order[] = {2, 3, 1, 7, 8, 0, 4, 5, 6}, cut_off[] = {0, 1, 5};
  for (guint32 i = 0; i < G_N_ELEMENTS(order); i++)
    assert_int_equal(risks->organizations[i].vertex, order[i]);
  assert_int_equal(risks->organizations[0].cut_off_count, 3);
  assert_int_equal(risks->organizations[0].cut_off.length, 3);
  for (guint32 i = 0; i < 3; i++)
    assert_int_equal(risks->organizations[0].cut_off.items[i], cut_off[i]);
  assert_int_equal(organization_risk(risks, 3)->cut_off_count, 2);
  assert_int_equal(risks->articulation.length, 3);
  assert_int_equal(risks->articulation.items[0], 1);
  assert_int_equal(risks->bridge_count, 5);
  assert_int_equal(risks->bridges[0].a, 0);
  assert_int_equal(risks->bridges[0].b, 1);
  assert_true(organization_risk(risks, 0)->flags & REFNET_RISK_FUNDING_ENDS);
  assert_false(organization_risk(risks, 1)->flags & REFNET_RISK_FUNDING_ENDS);
  assert_false(organization_risk(risks, 2)->flags & REFNET_RISK_FUNDING_ENDS);
  assert_true(organization_risk(risks, 5)->flags & REFNET_RISK_SINGLE_NEIGHBOR);
}

static void likeliest_tie_first(void **state) {
  (void)state;
  g_autoptr(SupportNetwork) support = support_network_new(5);
  const guint32 contacts[] = {0, 1, 1, 2, 3};
  for (guint32 i = 0; i < G_N_ELEMENTS(contacts); i++)
    support_add_contact(support, contacts[i], i);
  support_contact(support, 4)->left = AS_OF - 1;
  support_add_arc(support, 0, 1);
  support_add_arc(support, 0, 2);
  support_add_arc(support, 0, 3);
  support_add_arc(support, 0, 4);
  g_autoptr(RefnetRisks) risks = risks_of(support);
  const guint64 order[] = {2, 1, 0, 3};
  for (gsize i = 0; i < G_N_ELEMENTS(order); i++)
    assert_int_equal(risks->ties[i].tie, order[i]);
  assert_int_equal(organization_risk(risks, 0)->ties_assessed, 3);
  assert_int_equal(organization_risk(risks, 0)->ties_unknown, 1);
  assert_near(organization_risk(risks, 0)->expected_ties_lost, 1 + 0.51 + 0.363, 1e-12);
}

static void nobody_and_nothing(void **state) {
  (void)state;
  for (guint32 n = 0; n < 3; n++) {
    g_autoptr(SupportNetwork) support = support_network_new(n);
    g_autoptr(RefnetRisks) risks = risks_of(support);
    assert_int_equal(risks->organization_count, n);
    assert_int_equal(risks->tie_count, 0);
    assert_int_equal(risks->people_count, 0);
    assert_near(risks->expected_ties_lost, NAN, 0);
    assert_near(risks->p90_ties_lost, NAN, 0);
    assert_false(risks->truck_factor_known);
  }
  refnet_risks_free(NULL);
}

/* On a path all lists together would have a quarter of n² entries: only their lengths are given. */
static void too_many_cut_off_to_list(void **state) {
  (void)state;
  enum { LENGTH = 6000 };
  g_autoptr(SupportNetwork) support = support_network_new(LENGTH);
  for (guint32 v = 0; v + 1 < LENGTH; v++)
    support_add_arc(support, v, v + 1);
  g_autoptr(RefnetRisks) risks = risks_of(support);
  assert_int_equal(risks->organizations[0].vertex, LENGTH / 2 - 1);
  assert_int_equal(risks->organizations[0].cut_off_count, LENGTH / 2 - 1);
  assert_int_equal(risks->organizations[0].cut_off.length, 0);
}

/* ---- from sheets ----------------------------------------------------------------------------- */

static const char three_organizations[] = "id,name\na,Alder\nb,Birch\nc,Cedar\n";

static void people_of_a_loaded_dataset(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", three_organizations, "referrals.csv",
      "from,to,from_contact,to_contact\na,b,Zoe Ash,\nb,c,,\nc,a,,zoé ash\n", "contacts.csv",
      "organization,name,id,last_contact,left\na,Zoe Ash,p1,,\na,Ann Elm,,,\nb,Bo Fir,p2,,\n"
      "c,Cy Oak,,,\nc,Z. Ash,p1,,\nc,Di Yew,,,2020-01-01\n",
      NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  g_autoptr(RefnetRisks) risks = refnet_risks_new(network, &defaults, NULL);
  /* a–b: Zoe, Bo. b–c: Bo, Cy and Zoe. a–c: Zoe alone at a, she and Cy at c. */
  const double expected = 0.51 + 0.363 + 0.3;
  assert_int_equal(risks->ties_assessed, 3);
  assert_near(risks->expected_ties_lost, expected, 1e-12);
  assert_int_equal(risks->people_count, 3);
  assert_int_equal(risks->truck_factor, 1);
  /* Bo and Zoe each are the last at an end of two ties; Zoe's leaving raises Σq more. */
  const RefnetPersonRisk *first = &risks->people[0];
  assert_int_equal(first->organizations.length, 2);
  assert_string_equal(dataset->contacts[first->contacts.items[0]].name, "Zoe Ash");
  assert_int_equal(first->person, risks->truck_factor_people.items[0]);
}

static void a_dataset_without_contacts(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(NULL, "organizations.csv", three_organizations,
                                                  "referrals.csv", "from,to\na,b\nb,c\n", NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  g_autoptr(RefnetRisks) risks = refnet_risks_new(network, &defaults, NULL);
  assert_int_equal(risks->ties_unknown, 2);
  assert_int_equal(risks->people_count, 0);
  assert_int_equal(risks->organizations[0].vertex, 1);
  assert_int_equal(risks->organizations[0].cut_off_count, 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(worked_figures),
      cmocka_unit_test(staleness),
      cmocka_unit_test(one_person_at_both_ends),
      cmocka_unit_test(named_contacts_hold),
      cmocka_unit_test(who_left_holds_nothing),
      cmocka_unit_test(all_contacts_have_left),
      cmocka_unit_test(all_named_have_left),
      cmocka_unit_test(leaving_is_for_one_organization),
      cmocka_unit_test(no_contact_listed),
      cmocka_unit_test(gravest_organization_first),
      cmocka_unit_test(likeliest_tie_first),
      cmocka_unit_test(nobody_and_nothing),
      cmocka_unit_test(too_many_cut_off_to_list),
      cmocka_unit_test(people_of_a_loaded_dataset),
      cmocka_unit_test(a_dataset_without_contacts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
