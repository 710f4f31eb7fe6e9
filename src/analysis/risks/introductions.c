/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which contacts to add. One more person n at end A of a tie changes q = P_A + P_B − P_(A∪B) to
 * p_n P_A + P_B − p_n P_(A∪B): it drops by (1 − p_n)(P_A − P_(A∪B)). */
#include "analysis/risks/introductions.h"

#include <stdlib.h>

#include "analysis/memory.h"

enum { MOST_INTRODUCTIONS = 100 };
#define LEAST_DROP .05 /* of a relationship: what people would read as 0.0 is no reason to ask */
#define EQUAL 1e-9

typedef struct {
  const RefnetHolders *holders;
  const double *turnover; /* by organization */
  double *at_end;         /* P by end */
  double *at_tie;         /* P of both ends together, by tie */
  double *gain;           /* by vertex */
  guint32 *added;         /* people introduced so far, by vertex */
} Plan;

static void clear(Plan *plan) {
  g_free(plan->at_end);
  g_free(plan->at_tie);
  g_free(plan->gain);
  g_free(plan->added);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Plan, clear)

static guint32 vertex_of_end(const RefnetNetwork *network, guint64 end) {
  return end % 2 ? network->tie_b[end / 2] : network->tie_a[end / 2];
}

static gboolean is_open(const RefnetNetwork *network, guint32 vertex) {
  return !refnet_network_organization(network, vertex)->closed;
}

static double newcomer_leaves(const Plan *plan, guint32 vertex) {
  return plan->turnover[plan->holders->network->organization[vertex]];
}

static double gain_at(const Plan *plan, guint64 end) {
  guint32 vertex = vertex_of_end(plan->holders->network, end);
  return (1 - newcomer_leaves(plan, vertex)) * (plan->at_end[end] - plan->at_tie[end / 2]);
}

static void add_gains(Plan *plan, guint64 tie, double sign) {
  const RefnetNetwork *network = plan->holders->network;
  plan->gain[network->tie_a[tie]] += sign * gain_at(plan, 2 * tie);
  plan->gain[network->tie_b[tie]] += sign * gain_at(plan, 2 * tie + 1);
}

static gboolean prepare(Plan *plan, GError **error) {
  const RefnetNetwork *network = plan->holders->network;
  if (!(plan->at_end = REFNET_TRY_ARRAY(double, 2 * network->ties, error)) ||
      !(plan->at_tie = REFNET_TRY_ARRAY(double, network->ties, error)) ||
      !(plan->gain = REFNET_TRY_ARRAY(double, network->vertices, error)) ||
      !(plan->added = REFNET_TRY_ARRAY(guint32, network->vertices, error)))
    return FALSE;
  for (guint64 t = 0; t < network->ties; t++) {
    if (refnet_holders_state(plan->holders, t) != REFNET_TIE_HELD)
      continue;
    refnet_holders_products(plan->holders, t, &plan->at_end[2 * t], &plan->at_tie[t]);
    add_gains(plan, t, 1);
  }
  return TRUE;
}

/* The open organization with the largest gain; REFNET_NONE when none is worth it. */
static guint32 choose(const Plan *plan) {
  const RefnetNetwork *network = plan->holders->network;
  guint32 best = REFNET_NONE;
  double most = LEAST_DROP;
  for (guint32 v = 0; v < network->vertices; v++)
    if (plan->gain[v] > most + (best == REFNET_NONE ? 0 : EQUAL) && is_open(network, v)) {
      best = v;
      most = plan->gain[v];
    }
  return best;
}

/* Returns how many ties the newcomer holds. */
static guint32 introduce(Plan *plan, guint32 vertex) {
  const RefnetNetwork *network = plan->holders->network;
  double leaves = newcomer_leaves(plan, vertex);
  guint32 ties = 0;
  for (guint64 i = network->tie_start[vertex]; i < network->tie_start[vertex + 1]; i++) {
    guint64 tie = network->tie_of[i];
    if (refnet_holders_state(plan->holders, tie) != REFNET_TIE_HELD)
      continue;
    add_gains(plan, tie, -1);
    plan->at_end[2 * tie + (network->tie_b[tie] == vertex)] *= leaves;
    plan->at_tie[tie] *= leaves;
    add_gains(plan, tie, 1);
    ties++;
  }
  plan->added[vertex]++;
  return ties;
}

gboolean refnet_introductions_find(const RefnetHolders *holders, const double *turnover,
                                   RefnetRisks *risks, GError **error) {
  g_auto(Plan) plan = {.holders = holders, .turnover = turnover};
  g_autofree guint32 *contacts = REFNET_TRY_ARRAY(guint32, risks->organization_count, error);
  if (!contacts || !prepare(&plan, error) ||
      !(risks->introductions = REFNET_TRY_ARRAY(RefnetIntroduction, MOST_INTRODUCTIONS, error)))
    return FALSE;
  for (guint32 i = 0; i < risks->organization_count; i++)
    contacts[risks->organizations[i].vertex] = risks->organizations[i].contacts;
  double expected = risks->expected_ties_lost;
  while (risks->introduction_count < MOST_INTRODUCTIONS) {
    guint32 vertex = choose(&plan);
    if (vertex == REFNET_NONE)
      break;
    double drop = plan.gain[vertex];
    guint32 there = contacts[vertex] + plan.added[vertex];
    expected -= drop;
    risks->introductions[risks->introduction_count++] =
        (RefnetIntroduction){vertex, there, introduce(&plan, vertex), drop, expected};
  }
  return TRUE;
}

/* ---- ends without anybody -------------------------------------------------------------------- */

static int most_ties_first(const void *left, const void *right) {
  const RefnetMissingContact *a = left, *b = right;
  guint64 ties_a = (guint64)a->ties_without + a->ties_left;
  guint64 ties_b = (guint64)b->ties_without + b->ties_left;
  if (ties_a != ties_b)
    return ties_a > ties_b ? -1 : 1;
  return a->vertex < b->vertex ? -1 : a->vertex > b->vertex;
}

gboolean refnet_missing_contacts_find(const RefnetHolders *holders, RefnetRisks *risks,
                                      GError **error) {
  const RefnetNetwork *network = holders->network;
  RefnetMissingContact *missing = REFNET_TRY_ARRAY(RefnetMissingContact, network->vertices, error);
  if (!missing)
    return FALSE;
  for (guint64 end = 0; end < 2 * network->ties; end++) {
    RefnetMissingContact *there = &missing[vertex_of_end(network, end)];
    there->ties_without += !holders->known[end];
    there->ties_left += holders->known[end] && holders->start[end] == holders->start[end + 1];
  }
  risks->missing = missing;
  for (guint32 v = 0; v < network->vertices; v++) {
    missing[v].vertex = v;
    if ((missing[v].ties_without > 0 || missing[v].ties_left > 0) && is_open(network, v))
      missing[risks->missing_count++] = missing[v];
  }
  if (risks->missing_count > 1)
    qsort(missing, risks->missing_count, sizeof *missing, most_ties_first);
  return TRUE;
}
