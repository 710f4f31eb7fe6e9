/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Small networks with contacts, and what risks say of them. */
#ifndef REFNET_TESTS_RISKS_CASE_H
#define REFNET_TESTS_RISKS_CASE_H

#include <refnet/analysis.h>

#include "analysis/risks/holders.h"
#include "analysis/risks/simulation.h"
#include "analysis/risks/turnover.h"
#include "unit/analysis/network_support.h"
#include "unit/support.h"

enum { AS_OF = 20000, FEW_PEOPLE = 12, MOST_PEOPLE = 32 };

static const RefnetRiskOptions defaults = {
    .turnover = 0.3, .seed = 1, .draws = 2000, .as_of = AS_OF};

static inline void assert_near(double actual, double expected, double tolerance) {
  if (isnan(expected) ? !isnan(actual) : !(fabs(actual - expected) <= tolerance))
    fail_msg("%.15g is not %.15g", actual, expected);
}

static inline RefnetRisks *risks_of(SupportNetwork *support) {
  RefnetRisks *risks = refnet_risks_new(support_build(support, FALSE), &defaults, NULL);
  assert_non_null(risks);
  return risks;
}

static inline const RefnetOrganizationRisk *organization_risk(const RefnetRisks *risks,
                                                              guint32 vertex) {
  for (guint32 i = 0; i < risks->organization_count; i++)
    if (risks->organizations[i].vertex == vertex)
      return &risks->organizations[i];
  return NULL;
}

static inline const RefnetPersonRisk *person_risk(const RefnetRisks *risks, guint32 person) {
  for (guint32 i = 0; i < risks->people_count; i++)
    if (risks->people[i].person == person)
      return &risks->people[i];
  return NULL;
}

/* Two organizations, one tie, so many different contacts on each side. */
static inline SupportNetwork *one_tie(guint32 first, guint32 second) {
  SupportNetwork *support = support_network_new(2);
  for (guint32 i = 0; i < first + second; i++)
    support_add_contact(support, i >= first, i);
  support_add_arc(support, 1, 0);
  return support;
}

/* A random dataset of few people: shared, named, gone and stale ones among them. */
static inline SupportNetwork *random_contacts(guint64 seed, guint32 people, guint32 organizations) {
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

#endif
