/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What rests on people, against going through every set of people who leave. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/analysis/risks_case.h"

enum { MOST_TIES = 256 };

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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(equal_to_every_set_of_people),
      cmocka_unit_test(key_people_of_larger_networks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
