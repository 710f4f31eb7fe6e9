/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/risks/organizations.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/memory.h"
#include "analysis/result.h"
#include "analysis/risks/received.h"

enum {
  FUNDING_DAYS = 180,
  MOST_CUT_OFF_ENTRIES = 4000000 /* in all lists together: on a path of n they have n²/4 */
};

/* Comparing reals to 1e-9, so that rounding does not decide an order. */
static gint64 comparable(double real) {
  return llround(real * 1e9);
}

static int gravest_first(const void *left, const void *right) {
  const RefnetOrganizationRisk *a = left, *b = right;
  guint single_a = a->flags & REFNET_RISK_SINGLE_CONTACT;
  guint single_b = b->flags & REFNET_RISK_SINGLE_CONTACT;
  if (a->articulation != b->articulation)
    return a->articulation ? -1 : 1;
  if (a->cut_off_count != b->cut_off_count)
    return a->cut_off_count > b->cut_off_count ? -1 : 1;
  if (comparable(a->expected_ties_lost) != comparable(b->expected_ties_lost))
    return a->expected_ties_lost > b->expected_ties_lost ? -1 : 1;
  if (single_a != single_b)
    return single_a ? -1 : 1;
  return a->vertex < b->vertex ? -1 : a->vertex > b->vertex;
}

/* Needs the ties in the network's order. */
static void add_ties(RefnetRisks *risks) {
  const RefnetNetwork *network = risks->network;
  for (guint64 t = 0; t < network->ties; t++) {
    const guint32 ends[] = {network->tie_a[t], network->tie_b[t]};
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
      RefnetOrganizationRisk *organization = &risks->organizations[ends[i]];
      if (isnan(risks->ties[t].probability)) {
        organization->ties_unknown++;
      } else {
        organization->ties_assessed++;
        organization->expected_ties_lost += risks->ties[t].probability;
      }
    }
  }
}

/* Counts people, not rows: `seen` is by person, the organization plus 1 last counted for. */
static void count_contacts(RefnetOrganizationRisk *risk, guint32 organization,
                           const RefnetHolders *holders, guint64 *seen) {
  const RefnetDataset *dataset = holders->network->dataset;
  for (guint32 c = dataset->contact_start[organization];
       c < dataset->contact_start[organization + 1]; c++) {
    guint64 *mark = &seen[dataset->contacts[c].person];
    if (*mark == (guint64)organization + 1)
      continue;
    *mark = (guint64)organization + 1;
    risk->contacts += !holders->gone[c];
    risk->contacts_left += holders->gone[c];
  }
}

static gboolean funding_ends(const RefnetOrganization *organization, RefnetDate as_of) {
  if (organization->details->funding_end == REFNET_DATE_UNKNOWN || as_of == REFNET_DATE_UNKNOWN)
    return FALSE;
  gint64 days = (gint64)organization->details->funding_end - as_of;
  return days >= 0 && days <= FUNDING_DAYS;
}

static guint flags_of(const RefnetNetwork *network, const RefnetOrganizationRisk *risk,
                      RefnetDate as_of) {
  guint flags = 0;
  if (risk->contacts == 1)
    flags |= REFNET_RISK_SINGLE_CONTACT;
  if (risk->contacts == 0)
    flags |= risk->contacts_left ? REFNET_RISK_ALL_CONTACTS_LEFT : REFNET_RISK_NO_CONTACT;
  if (risk->articulation)
    flags |= REFNET_RISK_ARTICULATION;
  if (refnet_network_degree(network, risk->vertex) == 1)
    flags |= REFNET_RISK_SINGLE_NEIGHBOR;
  if (funding_ends(refnet_network_organization(network, risk->vertex), as_of))
    flags |= REFNET_RISK_FUNDING_ENDS;
  if (risk->received > risk->capacity)
    flags |= REFNET_RISK_OVER_CAPACITY;
  return flags;
}

static gboolean list_cut_off(RefnetOrganizationRisk *risk, const RefnetStructure *structure,
                             RefnetPool *pool, GError **error) {
  if (risk->cut_off_count == 0 || structure->cut_off_total > MOST_CUT_OFF_ENTRIES)
    return TRUE;
  guint32 *cut_off = refnet_result_indices(pool, risk->cut_off_count, error);
  if (!cut_off)
    return FALSE;
  refnet_structure_cut_off(structure, risk->vertex, cut_off);
  risk->cut_off = (RefnetIndexList){cut_off, risk->cut_off_count};
  return TRUE;
}

gboolean refnet_organizations_assess(RefnetRisks *risks, const RefnetHolders *holders,
                                     const RefnetStructure *structure, RefnetDate as_of,
                                     RefnetPool *pool, GError **error) {
  const RefnetNetwork *network = risks->network;
  g_autofree guint64 *seen = REFNET_TRY_ARRAY(guint64, network->dataset->person_count, error);
  risks->organization_count = network->vertices;
  if (!seen ||
      !(risks->organizations = REFNET_TRY_ARRAY(RefnetOrganizationRisk, network->vertices, error)))
    return FALSE;
  add_ties(risks);
  for (guint32 v = 0; v < network->vertices; v++) {
    RefnetOrganizationRisk *risk = &risks->organizations[v];
    risk->vertex = v;
    risk->articulation = structure->articulation[v];
    risk->cut_off_count = structure->cut_off_count[v];
    count_contacts(risk, network->organization[v], holders, seen);
    risk->received = refnet_received_in_a_year(network, v, as_of, &risk->received_undated);
    risk->capacity = refnet_capacity_of(network->dataset, network->organization[v]);
    risk->flags = flags_of(network, risk, as_of);
    if (!list_cut_off(risk, structure, pool, error))
      return FALSE;
  }
  qsort(risks->organizations, network->vertices, sizeof *risks->organizations, gravest_first);
  return TRUE;
}
