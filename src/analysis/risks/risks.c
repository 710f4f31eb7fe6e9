/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What rests on one person or one organization, gravest first. */
#include <refnet/analysis.h>

#include <math.h>
#include <stdlib.h>

#include "analysis/network/connectivity.h"
#include "analysis/risks/departures.h"
#include "analysis/risks/holders.h"
#include "analysis/risks/introductions.h"
#include "analysis/risks/key_people.h"
#include "analysis/risks/key_players.h"
#include "analysis/memory.h"
#include "analysis/risks/people.h"
#include "analysis/risks/received.h"
#include "analysis/risks/simulation.h"
#include "analysis/network/structure.h"
#include "analysis/risks/ties.h"
#include "analysis/risks/turnover.h"
#include "base/parallel.h"
#include "base/pool.h"

enum {
  FUNDING_DAYS = 180,
  TIES_FOR_A_THREAD = 20000,
  MOST_CUT_OFF_ENTRIES = 4000000 /* in all lists together: on a path of n they have n²/4 */
};

/* What the caller gets, and who owns its lists. */
typedef struct {
  RefnetRisks risks;              /* first: the caller's pointer is ours */
  RefnetPool *pool, *people_pool; /* a pool serves one thread at a time */
} Result;

static gpointer pool_array(RefnetPool *pool, gsize length, GError **error) {
  gpointer array = refnet_pool_alloc(pool, length * sizeof(guint32), sizeof(guint32));
  if (!array)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                "not enough memory for %" G_GSIZE_FORMAT " values", length);
  return array;
}

/* Comparing reals to 1e-9, so that rounding does not decide an order. */
static gint64 comparable(double real) {
  return llround(real * 1e9);
}

/* ---- ties ------------------------------------------------------------------------------------ */

static gboolean list_bridges(RefnetRisks *risks, const RefnetStructure *structure, GError **error) {
  const RefnetNetwork *network = risks->network;
  if (!(risks->bridges = REFNET_TRY_ARRAY(RefnetVertexPair, structure->bridge_count, error)))
    return FALSE;
  for (guint64 t = 0; t < network->ties; t++)
    if (structure->bridge[t])
      risks->bridges[risks->bridge_count++] =
          (RefnetVertexPair){network->tie_a[t], network->tie_b[t]};
  return TRUE;
}

/* ---- organizations --------------------------------------------------------------------------- */

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
  guint32 *cut_off = pool_array(pool, risk->cut_off_count, error);
  if (!cut_off)
    return FALSE;
  refnet_structure_cut_off(structure, risk->vertex, cut_off);
  risk->cut_off = (RefnetIndexList){cut_off, risk->cut_off_count};
  return TRUE;
}

static gboolean assess_organizations(Result *result, const RefnetHolders *holders,
                                     const RefnetStructure *structure, RefnetDate as_of,
                                     GError **error) {
  RefnetRisks *risks = &result->risks;
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
    risk->received = refnet_received_in_a_year(network, v, as_of);
    risk->capacity = refnet_capacity_of(network->dataset, network->organization[v]);
    risk->flags = flags_of(network, risk, as_of);
    if (!list_cut_off(risk, structure, result->pool, error))
      return FALSE;
  }
  qsort(risks->organizations, network->vertices, sizeof *risks->organizations, gravest_first);
  return TRUE;
}

static gboolean list_articulations(Result *result, const RefnetStructure *structure,
                                   GError **error) {
  const RefnetNetwork *network = result->risks.network;
  guint32 length = 0;
  for (guint32 v = 0; v < network->vertices; v++)
    length += structure->articulation[v];
  guint32 *vertices = pool_array(result->pool, length, error);
  if (!vertices)
    return FALSE;
  result->risks.articulation = (RefnetIndexList){vertices, length};
  for (guint32 v = 0; v < network->vertices; v++)
    if (structure->articulation[v])
      *vertices++ = v;
  return TRUE;
}

/* ---- people ---------------------------------------------------------------------------------- */

static gboolean assess_people(Result *result, const RefnetHolders *holders, const guint32 *rank,
                              GError **error) {
  RefnetRisks *risks = &result->risks;
  return (risks->people =
              refnet_people_new(holders, rank, result->people_pool, &risks->people_count, error)) &&
         refnet_departures_find(holders, risks->people, risks->people_count, result->people_pool,
                                error);
}

static gboolean find_key_people(Result *result, const RefnetHolders *holders, const guint32 *rank,
                                GError **error) {
  RefnetRisks *risks = &result->risks;
  guint32 *chosen = pool_array(result->pool, risks->network->dataset->person_count, error);
  if (!chosen || !refnet_key_people(holders, rank, chosen, &risks->truck_factor, error))
    return FALSE;
  risks->truck_factor_known = risks->truck_factor > 0;
  risks->truck_factor_people = (RefnetIndexList){chosen, risks->truck_factor};
  return TRUE;
}

static int by_count(const void *left, const void *right) {
  guint64 a = *(const guint64 *)left, b = *(const guint64 *)right;
  return a < b ? -1 : a > b;
}

/* One entry a number of ties that occurred; `lost` is sorted. */
static gboolean tell_distribution(RefnetRisks *risks, const guint64 *lost, guint32 draws,
                                  GError **error) {
  if (!(risks->losses = REFNET_TRY_ARRAY(RefnetLossShare, draws, error)))
    return FALSE;
  for (guint32 d = 0; d < draws; d++)
    if (d + 1 == draws || lost[d] != lost[d + 1])
      risks->losses[risks->loss_count++] = (RefnetLossShare){lost[d], (d + 1.0) / draws};
  return TRUE;
}

/* p90 is the smallest number of ties that at least nine in ten draws do not exceed. */
static gboolean simulate(RefnetRisks *risks, const RefnetHolders *holders,
                         const RefnetRiskOptions *options, GError **error) {
  risks->p90_ties_lost = NAN;
  if (risks->ties_assessed == 0 || options->draws == 0)
    return TRUE;
  g_autofree guint64 *lost = REFNET_TRY_ARRAY(guint64, options->draws, error);
  if (!lost || !refnet_simulate_losses(holders, options->draws, options->seed, lost, error))
    return FALSE;
  qsort(lost, options->draws, sizeof *lost, by_count);
  guint64 nine_tenths = (9 * (guint64)options->draws + 9) / 10;
  risks->p90_ties_lost = (double)lost[nine_tenths - 1];
  return tell_distribution(risks, lost, options->draws, error);
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* What the two halves of the work start from, which don't depend on each other. */
typedef struct {
  Result *result;
  const RefnetHolders *holders;
  const RefnetStructure *structure;
  const double *turnover;
  const guint32 *rank; /* of people, by name */
  const RefnetRiskOptions *options;
  RefnetTieRisk *sorted; /* ties: found by one half, in use until both are done */
  gboolean done[2];
  GError *errors[2];
} Findings;

static gboolean assess_the_rest(Findings *findings, GError **error) {
  Result *result = findings->result;
  RefnetRisks *risks = &result->risks;
  return assess_organizations(result, findings->holders, findings->structure,
                              findings->options->as_of, error) &&
         list_articulations(result, findings->structure, error) &&
         refnet_introductions_find(findings->holders, findings->turnover, risks, error) &&
         refnet_missing_contacts_find(findings->holders, risks, error) &&
         find_key_people(result, findings->holders, findings->rank, error) &&
         (findings->sorted = refnet_ties_sorted(risks, error)) != NULL;
}

static void run_half(gpointer work, guint half) {
  Findings *findings = work;
  GError **error = &findings->errors[half];
  findings->done[half] =
      half == 0 ? assess_people(findings->result, findings->holders, findings->rank, error)
                : assess_the_rest(findings, error);
}

static gboolean run_halves(Findings *findings, GError **error) {
  RefnetRisks *risks = &findings->result->risks;
  refnet_do_halves(run_half, findings,
                   risks->tie_count >= TIES_FOR_A_THREAD ? g_get_num_processors() : 1);
  if (findings->sorted) {
    g_free(risks->ties);
    risks->ties = findings->sorted;
  }
  if (findings->done[0] && findings->done[1])
    return TRUE;
  guint failed = findings->done[0] ? 1 : 0;
  g_propagate_error(error, findings->errors[failed]);
  if (failed == 0)
    g_clear_error(&findings->errors[1]);
  return FALSE;
}

static gboolean assess(Result *result, const RefnetRiskOptions *options, GError **error) {
  RefnetRisks *risks = &result->risks;
  const RefnetDataset *dataset = risks->network->dataset;
  g_autoptr(RefnetStructure) structure = refnet_structure_new(risks->network, error);
  if (!structure)
    return FALSE;
  g_autofree double *turnover =
      refnet_turnover_new(dataset, options, &risks->turnover_unread, error);
  if (!turnover)
    return FALSE;
  g_autoptr(RefnetHolders) holders =
      refnet_holders_new(risks->network, turnover, options->as_of, error);
  g_autofree guint32 *rank =
      holders ? REFNET_TRY_ARRAY(guint32, dataset->person_count, error) : NULL;
  if (!rank || !refnet_rank_people(dataset, rank, error))
    return FALSE;
  Findings findings = {.result = result,
                       .holders = holders,
                       .structure = structure,
                       .turnover = turnover,
                       .rank = rank,
                       .options = options};
  return refnet_ties_assess(risks, holders, structure, error) &&
         list_bridges(risks, structure, error) && run_halves(&findings, error) &&
         refnet_vertex_connectivity(structure, &risks->vertex_connectivity, error) &&
         refnet_key_players_find(risks, options->key_players, result->pool, error) &&
         simulate(risks, holders, options, error);
}

RefnetRisks *refnet_risks_new(const RefnetNetwork *network, const RefnetRiskOptions *options,
                              GError **error) {
  Result *result = g_new0(Result, 1);
  result->pool = refnet_pool_new();
  result->people_pool = refnet_pool_new();
  result->risks.network = network;
  result->risks.turnover = options->turnover;
  if (!assess(result, options, error)) {
    refnet_risks_free(&result->risks);
    return NULL;
  }
  return &result->risks;
}

void refnet_risks_free(RefnetRisks *risks) {
  if (!risks)
    return;
  Result *result = (Result *)risks;
  g_free(risks->organizations);
  g_free(risks->ties);
  g_free(risks->people);
  g_free(risks->bridges);
  g_free(risks->introductions);
  g_free(risks->missing);
  g_free(risks->losses);
  g_free(risks->key_sets);
  refnet_pool_free(result->pool);
  refnet_pool_free(result->people_pool);
  g_free(result);
}
