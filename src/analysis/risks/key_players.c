/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Key players. What the network would look like without any one more organization is read off one
 * depth-first search, so that a step of the fragmentation problem costs one search, not n. */
#include "analysis/risks/key_players.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/memory.h"
#include "analysis/network/structure.h"
#include "analysis/result.h"

enum { MOST_EXCHANGES = 50, REACH_STEPS = 10000000 };
#define SAME 1e-9

/* The best next member and what the set is worth with it; larger is better. */
typedef struct {
  guint32 vertex;
  double worth;
} Choice;

typedef struct Problem Problem;
struct Problem {
  const RefnetNetwork *network;
  guint8 *member; /* by vertex */
  /* The best vertex to add to the members. */
  gboolean (*choose)(Problem *problem, Choice *choice, GError **error);

  guint32 *distance, *queue, *depth; /* of reach, by vertex; depth REFNET_NONE: not seen */
  guint32 *candidates;
  guint32 candidate_count;
};

static void clear(Problem *problem) {
  g_free(problem->member);
  g_free(problem->distance);
  g_free(problem->queue);
  g_free(problem->depth);
  g_free(problem->candidates);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Problem, clear)

/* ---- fragmentation --------------------------------------------------------------------------- */

static double pairs_in(guint32 size) {
  return (double)size * ((double)size - 1);
}

static void add_pairs(guint32 size, gpointer pairs) {
  *(double *)pairs += pairs_in(size);
}

static double connected_pairs(const RefnetStructure *structure) {
  double pairs = 0;
  for (guint32 v = 0; v < structure->network->vertices; v++)
    if (structure->entered[v] != REFNET_NONE && structure->root[v] == v)
      pairs += pairs_in(refnet_structure_component_size(structure, v));
  return pairs;
}

static gboolean choose_to_part(Problem *problem, Choice *choice, GError **error) {
  g_autoptr(RefnetStructure) structure =
      refnet_structure_without(problem->network, NULL, problem->member, error);
  if (!structure)
    return FALSE;
  double pairs = connected_pairs(structure);
  *choice = (Choice){REFNET_NONE, -INFINITY};
  for (guint32 v = 0; v < problem->network->vertices; v++) {
    if (problem->member[v])
      continue;
    double left = pairs - pairs_in(refnet_structure_component_size(structure, v));
    refnet_structure_parts(structure, v, add_pairs, &left);
    if (choice->vertex == REFNET_NONE || -left > choice->worth)
      *choice = (Choice){v, -left};
  }
  return TRUE;
}

/* `remaining` vertices, of whose ordered pairs `pairs` are connected. */
static double fragmentation_of(double pairs, guint32 remaining) {
  return remaining < 2 ? NAN : 1 - pairs / pairs_in(remaining);
}

/* ---- reach ----------------------------------------------------------------------------------- */

/* Members are at distance 0 here and count as if at 1. */
static double closeness(guint32 distance) {
  return distance == REFNET_NONE ? 0 : distance == 0 ? 1 : 1.0 / distance;
}

/* What `start` would bring nearer than the members do; with `keep` it is made one of them. */
static double bring_nearer(Problem *problem, guint32 start, gboolean keep) {
  const RefnetNetwork *network = problem->network;
  double gain = 0;
  guint32 length = 0;
  problem->depth[start] = 0;
  problem->queue[length++] = start;
  for (guint32 i = 0; i < length; i++) {
    guint32 v = problem->queue[i], depth = problem->depth[v];
    if (depth >= problem->distance[v])
      continue;
    gain += closeness(depth) - closeness(problem->distance[v]);
    if (keep)
      problem->distance[v] = depth;
    for (guint64 e = network->tie_start[v]; e < network->tie_start[v + 1]; e++) {
      guint32 w = network->neighbor[e];
      if (problem->depth[w] != REFNET_NONE)
        continue;
      problem->depth[w] = depth + 1;
      problem->queue[length++] = w;
    }
  }
  for (guint32 i = 0; i < length; i++)
    problem->depth[problem->queue[i]] = REFNET_NONE;
  return gain;
}

static double measure_members(Problem *problem) {
  double reached = 0;
  for (guint32 v = 0; v < problem->network->vertices; v++)
    problem->distance[v] = REFNET_NONE;
  for (guint32 v = 0; v < problem->network->vertices; v++)
    if (problem->member[v])
      reached += bring_nearer(problem, v, TRUE);
  return reached;
}

static gboolean choose_to_reach(Problem *problem, Choice *choice, GError **error) {
  (void)error;
  double reached = measure_members(problem);
  *choice = (Choice){REFNET_NONE, -INFINITY};
  for (guint32 i = 0; i < problem->candidate_count; i++) {
    guint32 v = problem->candidates[i];
    if (problem->member[v])
      continue;
    double worth = reached + bring_nearer(problem, v, FALSE);
    gboolean is_same = fabs(worth - choice->worth) < SAME;
    if (choice->vertex == REFNET_NONE || (!is_same && worth > choice->worth) ||
        (is_same && v < choice->vertex))
      *choice = (Choice){v, worth};
  }
  return TRUE;
}

typedef struct {
  guint32 vertex, degree;
} Candidate;

static int most_ties_first(const void *left, const void *right) {
  const Candidate *a = left, *b = right;
  if (a->degree != b->degree)
    return a->degree > b->degree ? -1 : 1;
  return a->vertex < b->vertex ? -1 : a->vertex > b->vertex;
}

static gboolean list_candidates(Problem *problem, guint32 least, GError **error) {
  const RefnetNetwork *network = problem->network;
  g_autofree Candidate *candidates = REFNET_TRY_ARRAY(Candidate, network->vertices, error);
  if (!candidates || !(problem->candidates = REFNET_TRY_ARRAY(guint32, network->vertices, error)))
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++)
    candidates[v] = (Candidate){v, refnet_network_degree(network, v)};
  if (network->vertices > 1)
    qsort(candidates, network->vertices, sizeof *candidates, most_ties_first);
  guint64 affordable = REACH_STEPS / (1 + (guint64)network->vertices + 2 * network->ties);
  problem->candidate_count = (guint32)MIN(network->vertices, MAX(affordable, 2 * (guint64)least));
  for (guint32 i = 0; i < problem->candidate_count; i++)
    problem->candidates[i] = candidates[i].vertex;
  return TRUE;
}

static gboolean prepare_reach(Problem *problem, guint32 least, GError **error) {
  guint32 n = problem->network->vertices;
  problem->choose = choose_to_reach;
  if (!(problem->distance = REFNET_TRY_ARRAY(guint32, n, error)) ||
      !(problem->queue = REFNET_TRY_ARRAY(guint32, n, error)) ||
      !(problem->depth = REFNET_TRY_ARRAY(guint32, n, error)))
    return FALSE;
  for (guint32 v = 0; v < n; v++)
    problem->depth[v] = REFNET_NONE;
  return list_candidates(problem, least, error);
}

/* ---- both ------------------------------------------------------------------------------------ */

/* Tries to exchange each member once; returns in *improved whether one was. */
static gboolean exchange(Problem *problem, guint32 *set, guint32 size, double *worth,
                         gboolean *improved, GError **error) {
  *improved = FALSE;
  for (guint32 i = 0; i < size; i++) {
    Choice choice;
    problem->member[set[i]] = FALSE;
    gboolean ok = problem->choose(problem, &choice, error);
    if (ok && choice.vertex != REFNET_NONE && choice.worth > *worth + SAME) {
      set[i] = choice.vertex;
      *worth = choice.worth;
      *improved = TRUE;
    }
    problem->member[set[i]] = TRUE;
    if (!ok)
      return FALSE;
  }
  return TRUE;
}

/* Adds the best member to a set of `size`, then exchanges. *worth is left NaN when there is none.
 */
static gboolean grow(Problem *problem, guint32 *set, guint32 size, double *worth, GError **error) {
  Choice choice;
  *worth = NAN;
  if (!problem->choose(problem, &choice, error))
    return FALSE;
  if (choice.vertex == REFNET_NONE)
    return TRUE;
  set[size] = choice.vertex;
  problem->member[choice.vertex] = TRUE;
  *worth = choice.worth;
  gboolean improved = size > 0;
  for (guint i = 0; improved && i < MOST_EXCHANGES; i++)
    if (!exchange(problem, set, size + 1, worth, &improved, error))
      return FALSE;
  return TRUE;
}

static double value_of(const Problem *problem, RefnetKeyKind kind, guint32 size, double worth) {
  guint32 n = problem->network->vertices;
  return kind == REFNET_KEY_REACH ? worth / n : fragmentation_of(-worth, n - size);
}

static gboolean solve(RefnetRisks *risks, RefnetKeyKind kind, guint32 largest, RefnetPool *pool,
                      GError **error) {
  g_auto(Problem) problem = {.network = risks->network, .choose = choose_to_part};
  g_autofree guint32 *set = REFNET_TRY_ARRAY(guint32, largest, error);
  if (!set || !(problem.member = REFNET_TRY_ARRAY(guint8, risks->network->vertices, error)) ||
      (kind == REFNET_KEY_REACH && !prepare_reach(&problem, largest, error)))
    return FALSE;
  for (guint32 size = 0; size < largest; size++) {
    double worth;
    if (!grow(&problem, set, size, &worth, error))
      return FALSE;
    if (isnan(worth))
      break;
    RefnetKeySet *found = &risks->key_sets[risks->key_set_count++];
    found->kind = kind;
    found->value = value_of(&problem, kind, size + 1, worth);
    if (!refnet_result_list(pool, set, size + 1, &found->vertices))
      return refnet_result_no_memory(error);
  }
  return TRUE;
}

gboolean refnet_key_players_find(RefnetRisks *risks, guint32 largest, RefnetPool *pool,
                                 GError **error) {
  const RefnetNetwork *network = risks->network;
  g_autoptr(RefnetStructure) structure = refnet_structure_new(network, error);
  if (!structure)
    return FALSE;
  risks->fragmentation = fragmentation_of(connected_pairs(structure), network->vertices);
  largest = MIN(largest, network->vertices < 2 ? 0 : network->vertices - 2);
  if (!(risks->key_sets = REFNET_TRY_ARRAY(RefnetKeySet, 2 * (guint64)largest, error)))
    return FALSE;
  return largest == 0 || (solve(risks, REFNET_KEY_FRAGMENTATION, largest, pool, error) &&
                          solve(risks, REFNET_KEY_REACH, largest, pool, error));
}
