/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What rests on one person or one organization, gravest first. */
#include <refnet/analysis.h>

#include <math.h>
#include <stdlib.h>

#include "analysis/memory.h"
#include "analysis/network/connectivity.h"
#include "analysis/network/structure.h"
#include "analysis/records/records.h"
#include "analysis/result.h"
#include "analysis/risks/departures.h"
#include "analysis/risks/holders.h"
#include "analysis/risks/introductions.h"
#include "analysis/risks/key_people.h"
#include "analysis/risks/key_players.h"
#include "analysis/risks/organizations.h"
#include "analysis/risks/people.h"
#include "analysis/risks/simulation.h"
#include "analysis/risks/ties.h"
#include "analysis/risks/turnover.h"
#include "base/parallel.h"
#include "base/pool.h"

/* Fewer are done before a second thread has begun. */
enum { TIES_FOR_A_THREAD = 20000 };

/* What the caller gets, and who owns its lists. */
typedef struct {
  RefnetRisks risks;              /* first: the caller's pointer is ours */
  RefnetPool *pool, *people_pool; /* a pool serves one thread at a time */
} Result;

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

/* ---- articulation organizations -------------------------------------------------------------- */

static gboolean list_articulations(Result *result, const RefnetStructure *structure,
                                   GError **error) {
  const RefnetNetwork *network = result->risks.network;
  guint32 length = 0;
  for (guint32 v = 0; v < network->vertices; v++)
    length += structure->articulation[v];
  guint32 *vertices = refnet_result_indices(result->pool, length, error);
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
  guint32 *chosen =
      refnet_result_indices(result->pool, risks->network->dataset->person_count, error);
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

static gboolean count_repeated_rows(RefnetRisks *risks, GError **error) {
  g_autofree guint32 *same = refnet_same_records(risks->network, error);
  for (guint32 v = 0; same && v < risks->network->vertices; v++)
    risks->rows_repeated += same[v] != v;
  return same != NULL;
}

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
  return refnet_organizations_assess(risks, findings->holders, findings->structure,
                                     findings->options->as_of, result->pool, error) &&
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
         simulate(risks, holders, options, error) &&
         (!options->repeated_rows || count_repeated_rows(risks, error));
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
