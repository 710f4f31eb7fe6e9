/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What rests on one person or one organization, against going through every set of people who
 * leave. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <refnet/analysis.h>

#include "analysis/risks/holders.h"
#include "analysis/risks/simulation.h"
#include "analysis/risks/turnover.h"
#include "unit/analysis/network_support.h"
#include "unit/support.h"

enum { AS_OF = 20000, FEW_PEOPLE = 12, MOST_PEOPLE = 32, MOST_TIES = 256 };

static const RefnetRiskOptions defaults = {
    .turnover = 0.3, .seed = 1, .draws = 2000, .as_of = AS_OF};

static void assert_near(double actual, double expected, double tolerance) {
  if (isnan(expected) ? !isnan(actual) : !(fabs(actual - expected) <= tolerance))
    fail_msg("%.15g is not %.15g", actual, expected);
}

static RefnetRisks *risks_of(SupportNetwork *support) {
  RefnetRisks *risks = refnet_risks_new(support_build(support, FALSE), &defaults, NULL);
  assert_non_null(risks);
  return risks;
}

static const RefnetOrganizationRisk *organization_risk(const RefnetRisks *risks, guint32 vertex) {
  for (guint32 i = 0; i < risks->organization_count; i++)
    if (risks->organizations[i].vertex == vertex)
      return &risks->organizations[i];
  return NULL;
}

static const RefnetPersonRisk *person_risk(const RefnetRisks *risks, guint32 person) {
  for (guint32 i = 0; i < risks->people_count; i++)
    if (risks->people[i].person == person)
      return &risks->people[i];
  return NULL;
}

/* ---- one tie -------------------------------------------------------------------------------- */

/* Two organizations, one tie, so many different contacts on each side. */
static SupportNetwork *one_tie(guint32 first, guint32 second) {
  SupportNetwork *support = support_network_new(2);
  for (guint32 i = 0; i < first + second; i++)
    support_add_contact(support, i >= first, i);
  support_add_arc(support, 1, 0);
  return support;
}

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

/* ---- every set of people -------------------------------------------------------------------- */

/* A random dataset of few people: shared, named, gone and stale ones among them. */
static SupportNetwork *random_contacts(guint64 seed, guint32 people, guint32 organizations) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  guint32 n = 2 + (guint32)refnet_random_below(&random, organizations - 1);
  SupportNetwork *support = support_network_new(n);
  for (guint32 o = 0; o < n; o++)
    for (guint64 i = refnet_random_below(&random, 8) % 4; i > 0; i--) {
      guint32 person = (guint32)refnet_random_below(&random, people);
      RefnetContact *contact = support_contact(support, support_add_contact(support, o, person));
      if (refnet_random_below(&random, 10) == 0)
        contact->left = AS_OF - 5;
      if (refnet_random_below(&random, 2) == 0)
        contact->last_contact = AS_OF - (RefnetDate)refnet_random_below(&random, 1000);
    }
  for (guint64 i = refnet_random_below(&random, 4 * n); i > 0; i--) {
    guint32 contacts[] = {REFNET_NONE, REFNET_NONE};
    guint32 ends[] = {(guint32)refnet_random_below(&random, n),
                      (guint32)refnet_random_below(&random, n)};
    for (guint e = 0; e < 2; e++)
      for (guint32 c = 0; c < support->contacts->len; c++)
        if (support_contact(support, c)->organization == ends[e] &&
            refnet_random_below(&random, 4) == 0)
          contacts[e] = c;
    support_add_row(support, ends[0], ends[1], (guint32)refnet_random_below(&random, 3),
                    contacts[0], contacts[1]);
  }
  /* People are numbered without gaps in a dataset. */
  guint32 number[MOST_PEOPLE], used = 0;
  for (guint32 p = 0; p < MOST_PEOPLE; p++)
    number[p] = REFNET_NONE;
  for (guint32 c = 0; c < support->contacts->len; c++) {
    guint32 *person = &support_contact(support, c)->person;
    if (number[*person] == REFNET_NONE)
      number[*person] = used++;
    *person = number[*person];
  }
  support->dataset.person_count = used;
  return support;
}

/* Sets of people as bits; what the definitions give, read off the rows and contacts. */
typedef struct {
  guint32 people;
  double leaving[MOST_PEOPLE];
  gsize ties;
  guint32 holders[MOST_TIES][2];
  gboolean known[MOST_TIES];
} Slow;

static gboolean is_there(const SupportNetwork *support, guint32 person, guint32 organization) {
  for (guint32 c = 0; c < support->contacts->len; c++) {
    const RefnetContact *contact = &g_array_index(support->contacts, RefnetContact, c);
    if (contact->person == person && contact->organization == organization &&
        contact->left == REFNET_DATE_UNKNOWN)
      return TRUE;
  }
  return FALSE;
}

static void find_holders(const SupportNetwork *support, guint32 here, guint32 there,
                         guint32 *holders, gboolean *known) {
  const RefnetReferrals *rows = &support->dataset.referrals;
  gboolean named = FALSE;
  guint32 all = 0;
  for (guint32 c = 0; c < support->contacts->len; c++) {
    const RefnetContact *contact = &g_array_index(support->contacts, RefnetContact, c);
    if (contact->organization == here)
      all |= 1u << contact->person;
  }
  *holders = 0;
  for (gsize r = 0; r < rows->rows; r++) {
    guint32 contact = REFNET_NONE;
    if (rows->count[r] > 0 && rows->from[r] == here && rows->to[r] == there)
      contact = rows->from_contact[r];
    if (rows->count[r] > 0 && rows->to[r] == here && rows->from[r] == there)
      contact = rows->to_contact[r];
    if (contact == REFNET_NONE)
      continue;
    *holders |= 1u << support->dataset.contacts[contact].person;
    named = TRUE;
  }
  if (!named)
    *holders = all;
  *known = *holders != 0;
  for (guint32 p = 0; p < MOST_PEOPLE; p++)
    if (!is_there(support, p, here))
      *holders &= ~(1u << p);
}

static void read_slowly(const SupportNetwork *support, Slow *slow) {
  const RefnetNetwork *network = support->network;
  *slow = (Slow){.people = support->dataset.person_count, .ties = network->ties};
  assert_true(network->ties <= MOST_TIES);
  for (guint32 p = 0; p < slow->people; p++) {
    RefnetDate latest = REFNET_DATE_UNKNOWN;
    for (guint32 c = 0; c < support->contacts->len; c++)
      if (support->dataset.contacts[c].person == p)
        latest = MAX(latest, support->dataset.contacts[c].last_contact);
    double years = latest == REFNET_DATE_UNKNOWN ? 0 : (AS_OF - latest) / 365.25;
    slow->leaving[p] = 1 - pow(0.7, years + 1);
  }
  for (gsize t = 0; t < slow->ties; t++) {
    gboolean known[2];
    find_holders(support, network->tie_a[t], network->tie_b[t], &slow->holders[t][0], &known[0]);
    find_holders(support, network->tie_b[t], network->tie_a[t], &slow->holders[t][1], &known[1]);
    slow->known[t] = known[0] && known[1];
  }
}

static gboolean is_lost(const Slow *slow, gsize tie, guint32 gone) {
  return slow->known[tie] && (!(slow->holders[tie][0] & ~gone) || !(slow->holders[tie][1] & ~gone));
}

static guint32 count_lost(const Slow *slow, guint32 gone) {
  guint32 lost = 0;
  for (gsize t = 0; t < slow->ties; t++)
    lost += is_lost(slow, t, gone);
  return lost;
}

/* Σq when those in `gone` leave for sure and those in `stay` for sure do not. */
static double expected_lost(const Slow *slow, guint32 gone, guint32 stay) {
  double sum = 0;
  for (guint32 set = 0; set < 1u << slow->people; set++) {
    double chance = 1;
    for (guint32 p = 0; p < slow->people; p++) {
      double leaving = gone >> p & 1 ? 1 : stay >> p & 1 ? 0 : slow->leaving[p];
      chance *= set >> p & 1 ? leaving : 1 - leaving;
    }
    if (chance > 0)
      sum += chance * count_lost(slow, set);
  }
  return sum;
}

/* The same by the formula for q, which goes with more people. */
static double expected_by_formula(const Slow *slow, guint32 gone) {
  double sum = 0;
  for (gsize t = 0; t < slow->ties; t++) {
    double at_a = 1, at_b = 1, at_either = 1;
    for (guint32 p = 0; p < slow->people; p++) {
      double leaving = gone >> p & 1 ? 1 : slow->leaving[p];
      gboolean a = slow->holders[t][0] >> p & 1, b = slow->holders[t][1] >> p & 1;
      at_a *= a ? leaving : 1;
      at_b *= b ? leaving : 1;
      at_either *= a || b ? leaving : 1;
    }
    sum += slow->known[t] ? at_a + at_b - at_either : 0;
  }
  return sum;
}

/* The greedy choice one by one; people's names are in the order of their numbers when
 * `ranked` maps a place to a person. Returns how many. */
static guint32 choose_slowly(const Slow *slow, const guint32 *ranked, guint32 *chosen) {
  guint32 before = count_lost(slow, 0), to_lose = 0, gone = 0, count = 0;
  for (gsize t = 0; t < slow->ties; t++)
    to_lose += slow->known[t];
  to_lose -= before;
  while (to_lose > 0 && 2 * (count_lost(slow, gone) - before) <= to_lose) {
    guint32 best = REFNET_NONE, best_gain = 0;
    double best_sum = -1;
    for (guint32 i = 0; i < slow->people; i++) {
      guint32 person = ranked[i];
      if (gone >> person & 1)
        continue;
      guint32 gain = count_lost(slow, gone | 1u << person);
      double sum = expected_by_formula(slow, gone | 1u << person);
      if (best == REFNET_NONE || gain > best_gain || (gain == best_gain && sum > best_sum + 1e-7)) {
        best = person;
        best_gain = gain;
        best_sum = sum;
      }
    }
    chosen[count++] = best;
    gone |= 1u << best;
  }
  return count;
}

/* People by name; names are made from the number the person had before renumbering. */
static void rank_slowly(const SupportNetwork *support, guint32 *ranked) {
  guint32 people = support->dataset.person_count;
  const char *names[MOST_PEOPLE] = {NULL};
  for (guint32 c = 0; c < support->contacts->len; c++)
    if (!names[support->dataset.contacts[c].person])
      names[support->dataset.contacts[c].person] = support->dataset.contacts[c].name;
  for (guint32 i = 0; i < people; i++) {
    guint32 at = i;
    for (; at > 0 && g_strcmp0(names[ranked[at - 1]], names[i]) > 0; at--)
      ranked[at] = ranked[at - 1];
    ranked[at] = i;
  }
}

static void check_people(const RefnetRisks *risks, const Slow *slow) {
  for (guint32 i = 0; i < risks->people_count; i++) {
    const RefnetPersonRisk *person = &risks->people[i];
    guint32 bit = 1u << person->person, held = 0, left = 0;
    double importance = expected_lost(slow, bit, 0) - expected_lost(slow, 0, bit);
    assert_near(person->importance, importance, 1e-10);
    for (gsize t = 0; t < slow->ties; t++) {
      held += ((slow->holders[t][0] | slow->holders[t][1]) & bit) != 0;
      left += (slow->holders[t][0] == bit || slow->holders[t][1] == bit) && !is_lost(slow, t, 0);
    }
    assert_int_equal(person->ties_held, held);
    assert_int_equal(person->ties_left_without_contact, left);
    assert_true(held > 0);
    if (i > 0)
      assert_true(person->ties_left_without_contact <= person[-1].ties_left_without_contact);
  }
}

static void check_key_people(const SupportNetwork *support, const RefnetRisks *risks,
                             const Slow *slow) {
  guint32 ranked[MOST_PEOPLE], chosen[MOST_PEOPLE];
  rank_slowly(support, ranked);
  guint32 count = choose_slowly(slow, ranked, chosen);
  assert_int_equal(risks->truck_factor, count);
  for (guint32 i = 0; i < count; i++)
    assert_int_equal(risks->truck_factor_people.items[i], chosen[i]);
}

static void equal_to_every_set_of_people(void **state) {
  (void)state;
  for (guint64 seed = 0; seed < 200; seed++) {
    g_autoptr(SupportNetwork) support =
        random_contacts(seed, seed % 25 == 0 ? FEW_PEOPLE : 1 + (guint32)(seed % 9), 10);
    g_autoptr(RefnetRisks) risks = risks_of(support);
    guint64 assessed = 0;
    Slow slow;
    read_slowly(support, &slow);
    for (gsize t = 0; t < slow.ties; t++)
      assessed += slow.known[t];
    assert_int_equal(risks->ties_assessed, assessed);
    assert_int_equal(risks->ties_unknown, slow.ties - assessed);
    assert_int_equal(risks->ties_already_lost, count_lost(&slow, 0));
    assert_near(risks->expected_ties_lost, assessed ? expected_lost(&slow, 0, 0) : NAN, 1e-10);
    check_people(risks, &slow);
    check_key_people(support, risks, &slow);
  }
}

static void key_people_of_larger_networks(void **state) {
  (void)state;
  guint32 most = 0;
  for (guint64 seed = 0; seed < 100; seed++) {
    g_autoptr(SupportNetwork) support = random_contacts(seed, MOST_PEOPLE, 40);
    g_autoptr(RefnetRisks) risks = risks_of(support);
    Slow slow;
    read_slowly(support, &slow);
    assert_near(risks->expected_ties_lost,
                risks->ties_assessed ? expected_by_formula(&slow, 0) : NAN, 1e-10);
    check_key_people(support, risks, &slow);
    most = MAX(most, risks->truck_factor);
  }
  assert_true(most >= 5);
}

/* ---- simulation ----------------------------------------------------------------------------- */

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

/* ---- organizations and order ---------------------------------------------------------------- */

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
  support_organization(support, 0)->funding_end = AS_OF + 180;
  support_organization(support, 1)->funding_end = AS_OF + 181;
  support_organization(support, 2)->funding_end = AS_OF - 1;
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

/* ---- from sheets ---------------------------------------------------------------------------- */

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
      cmocka_unit_test(equal_to_every_set_of_people),
      cmocka_unit_test(key_people_of_larger_networks),
      cmocka_unit_test(simulated_mean_is_the_exact_one),
      cmocka_unit_test(p90_of_one_person),
      cmocka_unit_test(certain_turnover),
      cmocka_unit_test(a_turnover_that_is_no_share),
      cmocka_unit_test(one_more_contact_never_hurts),
      cmocka_unit_test(gravest_organization_first),
      cmocka_unit_test(likeliest_tie_first),
      cmocka_unit_test(nobody_and_nothing),
      cmocka_unit_test(too_many_cut_off_to_list),
      cmocka_unit_test(people_of_a_loaded_dataset),
      cmocka_unit_test(a_dataset_without_contacts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
