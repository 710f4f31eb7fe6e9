/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the best next member of a set is worth. What the network would look like without any one
 * more organization is read off one depth-first search, so that a step of the fragmentation problem
 * costs one search, not n. */
#include "analysis/risks/key_problem.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/memory.h"

enum { REACH_STEPS = 10000000 };

/* ---- fragmentation --------------------------------------------------------------------------- */

static double pairs_in(guint32 size) {
  return (double)size * ((double)size - 1);
}

static void add_pairs(guint32 size, gpointer pairs) {
  *(double *)pairs += pairs_in(size);
}

double refnet_key_connected_pairs(const RefnetStructure *structure) {
  double pairs = 0;
  for (guint32 v = 0; v < structure->network->vertices; v++)
    if (structure->entered[v] != REFNET_NONE && structure->root[v] == v)
      pairs += pairs_in(refnet_structure_component_size(structure, v));
  return pairs;
}

static gboolean choose_to_part(RefnetKeyProblem *problem, RefnetKeyChoice *choice, GError **error) {
  g_autoptr(RefnetStructure) structure =
      refnet_structure_without(problem->network, NULL, problem->member, error);
  if (!structure)
    return FALSE;
  double pairs = refnet_key_connected_pairs(structure);
  *choice = (RefnetKeyChoice){REFNET_NONE, -INFINITY};
  for (guint32 v = 0; v < problem->network->vertices; v++) {
    if (problem->member[v])
      continue;
    double left = pairs - pairs_in(refnet_structure_component_size(structure, v));
    refnet_structure_parts(structure, v, add_pairs, &left);
    if (choice->vertex == REFNET_NONE || -left > choice->worth)
      *choice = (RefnetKeyChoice){v, -left};
  }
  return TRUE;
}

double refnet_key_fragmentation(double pairs, guint32 remaining) {
  return remaining < 2 ? NAN : 1 - pairs / pairs_in(remaining);
}

/* ---- reach ----------------------------------------------------------------------------------- */

/* Members are at distance 0 here and count as if at 1. */
static double closeness(guint32 distance) {
  return distance == REFNET_NONE ? 0 : distance == 0 ? 1 : 1.0 / distance;
}

/* What `start` would bring nearer than the members do; with `keep` it is made one of them. */
static double bring_nearer(RefnetKeyProblem *problem, guint32 start, gboolean keep) {
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

static double measure_members(RefnetKeyProblem *problem) {
  double reached = 0;
  for (guint32 v = 0; v < problem->network->vertices; v++)
    problem->distance[v] = REFNET_NONE;
  for (guint32 v = 0; v < problem->network->vertices; v++)
    if (problem->member[v])
      reached += bring_nearer(problem, v, TRUE);
  return reached;
}

static void choose_to_reach(RefnetKeyProblem *problem, RefnetKeyChoice *choice) {
  double reached = measure_members(problem);
  *choice = (RefnetKeyChoice){REFNET_NONE, -INFINITY};
  for (guint32 i = 0; i < problem->candidate_count; i++) {
    guint32 v = problem->candidates[i];
    if (problem->member[v])
      continue;
    double worth = reached + bring_nearer(problem, v, FALSE);
    gboolean is_same = fabs(worth - choice->worth) < REFNET_KEY_SAME;
    if (choice->vertex == REFNET_NONE || (!is_same && worth > choice->worth) ||
        (is_same && v < choice->vertex))
      *choice = (RefnetKeyChoice){v, worth};
  }
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

static gboolean list_candidates(RefnetKeyProblem *problem, guint32 least, GError **error) {
  const RefnetNetwork *network = problem->network;
  guint32 open = 0;
  g_autofree Candidate *candidates = REFNET_TRY_ARRAY(Candidate, network->vertices, error);
  if (!candidates || !(problem->candidates = REFNET_TRY_ARRAY(guint32, network->vertices, error)))
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++)
    if (!refnet_network_organization(network, v)->closed)
      candidates[open++] = (Candidate){v, refnet_network_degree(network, v)};
  if (open > 1)
    qsort(candidates, open, sizeof *candidates, most_ties_first);
  guint64 affordable = REACH_STEPS / (1 + (guint64)network->vertices + 2 * network->ties);
  problem->candidate_count = (guint32)MIN(open, MAX(affordable, 2 * (guint64)least));
  for (guint32 i = 0; i < problem->candidate_count; i++)
    problem->candidates[i] = candidates[i].vertex;
  return TRUE;
}

static gboolean prepare_reach(RefnetKeyProblem *problem, guint32 least, GError **error) {
  guint32 n = problem->network->vertices;
  if (!(problem->distance = REFNET_TRY_ARRAY(guint32, n, error)) ||
      !(problem->queue = REFNET_TRY_ARRAY(guint32, n, error)) ||
      !(problem->depth = REFNET_TRY_ARRAY(guint32, n, error)))
    return FALSE;
  for (guint32 v = 0; v < n; v++)
    problem->depth[v] = REFNET_NONE;
  return list_candidates(problem, least, error);
}

/* ---- both ------------------------------------------------------------------------------------ */

gboolean refnet_key_problem_init(RefnetKeyProblem *problem, RefnetKeyKind kind, guint32 largest,
                                 GError **error) {
  if (!(problem->member = REFNET_TRY_ARRAY(guint8, problem->network->vertices, error)))
    return FALSE;
  return kind != REFNET_KEY_REACH || prepare_reach(problem, largest, error);
}

void refnet_key_problem_clear(RefnetKeyProblem *problem) {
  g_free(problem->member);
  g_free(problem->distance);
  g_free(problem->queue);
  g_free(problem->depth);
  g_free(problem->candidates);
}

gboolean refnet_key_problem_choose(RefnetKeyProblem *problem, RefnetKeyChoice *choice,
                                   GError **error) {
  if (!problem->candidates)
    return choose_to_part(problem, choice, error);
  choose_to_reach(problem, choice);
  return TRUE;
}

gboolean refnet_key_problem_admits(const RefnetKeyProblem *problem, guint32 vertex) {
  return !problem->candidates || !refnet_network_organization(problem->network, vertex)->closed;
}

double refnet_key_problem_steps(const RefnetKeyProblem *problem) {
  double steps = 1 + (double)problem->network->vertices + 2 * (double)problem->network->ties;
  return problem->candidates ? steps * problem->candidate_count : steps;
}
