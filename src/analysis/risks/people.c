/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What rests on each person who holds a tie. */
#include "analysis/risks/people.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/memory.h"

/* ---- ties ------------------------------------------------------------------------------------ */

static gboolean weigh_ties(const RefnetHolders *holders, RefnetPersonRisk *people, GError **error) {
  g_autofree RefnetPart *parts = REFNET_TRY_ARRAY(RefnetPart, holders->largest, error);
  g_autofree double *products =
      parts ? REFNET_TRY_ARRAY(double, 3 * (holders->largest + 1), error) : NULL;
  if (!products)
    return FALSE;
  for (guint64 t = 0; t < holders->network->ties; t++) {
    RefnetTieState state = refnet_holders_state(holders, t);
    gsize length = refnet_holders_parts(holders, t, NULL, products, parts);
    for (gsize i = 0; i < length; i++) {
      RefnetPersonRisk *risk = &people[parts[i].person];
      risk->ties_held++;
      risk->ties_left_without_contact += state != REFNET_TIE_LOST && parts[i].last;
      if (state == REFNET_TIE_HELD)
        risk->importance += parts[i].importance;
    }
  }
  return TRUE;
}

/* ---- places ---------------------------------------------------------------------------------- */

/* Contacts are ordered by organization, so both lists of a person come out rising. */
static gboolean list_places(const RefnetDataset *dataset, RefnetPersonRisk *people,
                            RefnetPool *pool, GError **error) {
  gsize bytes = MAX(dataset->contact_count, 1) * sizeof(guint32);
  guint32 *contacts = refnet_pool_alloc(pool, bytes, sizeof(guint32));
  guint32 *organizations = refnet_pool_alloc(pool, bytes, sizeof(guint32));
  g_autofree guint32 *start = REFNET_TRY_ARRAY(guint32, (guint64)dataset->person_count + 1, error);
  if (!start)
    return FALSE;
  if (!contacts || !organizations) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                        "not enough memory for the contacts");
    return FALSE;
  }
  for (guint32 c = 0; c < dataset->contact_count; c++)
    start[dataset->contacts[c].person + 1]++;
  for (guint32 p = 0; p < dataset->person_count; p++) {
    start[p + 1] += start[p];
    people[p].contacts.items = contacts + start[p];
    people[p].organizations.items = organizations + start[p];
  }
  for (guint32 c = 0; c < dataset->contact_count; c++) {
    const RefnetContact *contact = &dataset->contacts[c];
    RefnetPersonRisk *risk = &people[contact->person];
    guint32 *places = organizations + start[contact->person];
    contacts[start[contact->person] + risk->contacts.length++] = c;
    if (risk->organizations.length == 0 ||
        places[risk->organizations.length - 1] != contact->organization)
      places[risk->organizations.length++] = contact->organization;
  }
  return TRUE;
}

/* ---- order ----------------------------------------------------------------------------------- */

typedef struct {
  gint64 importance; /* in units of 1e-9, for rounding must not decide */
  guint32 ties_left_without_contact, rank;
  guint32 person;
} Gravity;

static int gravest_first(const void *left, const void *right) {
  const Gravity *a = left, *b = right;
  if (a->ties_left_without_contact != b->ties_left_without_contact)
    return a->ties_left_without_contact > b->ties_left_without_contact ? -1 : 1;
  if (a->importance != b->importance)
    return a->importance > b->importance ? -1 : 1;
  return a->rank < b->rank ? -1 : a->rank > b->rank;
}

/* The holders among `people` (by person), in order. */
static RefnetPersonRisk *order_holders(const RefnetPersonRisk *people, guint32 person_count,
                                       const guint32 *rank, guint32 *count, GError **error) {
  g_autofree Gravity *order = REFNET_TRY_ARRAY(Gravity, person_count, error);
  if (!order)
    return NULL;
  *count = 0;
  for (guint32 p = 0; p < person_count; p++)
    if (people[p].ties_held > 0)
      order[(*count)++] = (Gravity){llround(people[p].importance * 1e9),
                                    people[p].ties_left_without_contact, rank[p], p};
  qsort(order, *count, sizeof *order, gravest_first);
  RefnetPersonRisk *sorted = REFNET_TRY_ARRAY(RefnetPersonRisk, *count, error);
  for (guint32 i = 0; sorted && i < *count; i++)
    sorted[i] = people[order[i].person];
  return sorted;
}

RefnetPersonRisk *refnet_people_new(const RefnetHolders *holders, const guint32 *rank,
                                    RefnetPool *pool, guint32 *count, GError **error) {
  const RefnetDataset *dataset = holders->network->dataset;
  g_autofree RefnetPersonRisk *people =
      REFNET_TRY_ARRAY(RefnetPersonRisk, dataset->person_count, error);
  if (!people)
    return NULL;
  for (guint32 p = 0; p < dataset->person_count; p++)
    people[p].person = p;
  if (!weigh_ties(holders, people, error) || !list_places(dataset, people, pool, error))
    return NULL;
  return order_holders(people, dataset->person_count, rank, count, error);
}
