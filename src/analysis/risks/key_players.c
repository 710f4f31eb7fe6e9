/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Key players: sets that grow by the best next member, or, where the network is small, the best of
 * all sets. */
#include "analysis/risks/key_players.h"

#include <math.h>
#include <string.h>

#include "analysis/memory.h"
#include "analysis/network/structure.h"
#include "analysis/result.h"
#include "analysis/risks/key_problem.h"

enum { MOST_EXCHANGES = 50 };
#define MOST_STEPS 1e7 /* of trying all sets of a size */

/* A set of members in the order chosen. */
typedef struct {
  guint32 *vertices, *spare; /* spare: room for a set that is being tried */
  guint32 size;
  double worth;
} Set;

static void clear(Set *set) {
  g_free(set->vertices);
  g_free(set->spare);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Set, clear)

/* ---- growing --------------------------------------------------------------------------------- */

/* Tries to exchange each member once; returns in *improved whether one was. */
static gboolean exchange(RefnetKeyProblem *problem, Set *set, gboolean *improved, GError **error) {
  *improved = FALSE;
  for (guint32 i = 0; i < set->size; i++) {
    RefnetKeyChoice choice;
    problem->member[set->vertices[i]] = FALSE;
    gboolean ok = refnet_key_problem_choose(problem, &choice, error);
    if (ok && choice.vertex != REFNET_NONE && choice.worth > set->worth + REFNET_KEY_SAME) {
      set->vertices[i] = choice.vertex;
      set->worth = choice.worth;
      *improved = TRUE;
    }
    problem->member[set->vertices[i]] = TRUE;
    if (!ok)
      return FALSE;
  }
  return TRUE;
}

/* Adds the best member, then exchanges. The worth is left NaN when there is none. */
static gboolean grow(RefnetKeyProblem *problem, Set *set, GError **error) {
  RefnetKeyChoice choice;
  set->worth = NAN;
  if (!refnet_key_problem_choose(problem, &choice, error))
    return FALSE;
  if (choice.vertex == REFNET_NONE)
    return TRUE;
  set->vertices[set->size++] = choice.vertex;
  problem->member[choice.vertex] = TRUE;
  set->worth = choice.worth;
  gboolean improved = set->size > 1;
  for (guint i = 0; improved && i < MOST_EXCHANGES; i++)
    if (!exchange(problem, set, &improved, error))
      return FALSE;
  return TRUE;
}

/* ---- trying all ------------------------------------------------------------------------------ */

static gboolean can_try_all(const RefnetKeyProblem *problem, guint32 size) {
  double steps = refnet_key_problem_steps(problem);
  for (guint32 i = 0; i + 1 < size && steps <= MOST_STEPS; i++)
    steps *= (double)(problem->network->vertices - i) / (i + 1);
  return steps <= MOST_STEPS;
}

static void set_members(RefnetKeyProblem *problem, const guint32 *vertices, guint32 length,
                        guint8 member) {
  for (guint32 i = 0; i < length; i++)
    problem->member[vertices[i]] = member;
}

/* The next of the rising tuples below `count`; FALSE after the last. */
static gboolean next_tuple(guint32 *tuple, guint32 length, guint32 count) {
  guint32 i = length;
  while (i > 0 && tuple[i - 1] == count - length + i - 1)
    i--;
  if (i == 0)
    return FALSE;
  tuple[i - 1]++;
  for (; i < length; i++)
    tuple[i] = tuple[i - 1] + 1;
  return TRUE;
}

static gboolean admits_all(const RefnetKeyProblem *problem, const guint32 *vertices,
                           guint32 length) {
  for (guint32 i = 0; i < length; i++)
    if (!refnet_key_problem_admits(problem, vertices[i]))
      return FALSE;
  return TRUE;
}

/* Any others and the best last member; what was grown stays unless another set is worth more. */
static gboolean try_all(RefnetKeyProblem *problem, Set *set, GError **error) {
  guint32 *others = set->spare, length = set->size - 1;
  gboolean ok = TRUE, is_another = TRUE;
  set_members(problem, set->vertices, set->size, FALSE);
  for (guint32 i = 0; i < length; i++)
    others[i] = i;
  while (ok && is_another) {
    RefnetKeyChoice last = {.vertex = REFNET_NONE};
    set_members(problem, others, length, TRUE);
    if (admits_all(problem, others, length))
      ok = refnet_key_problem_choose(problem, &last, error);
    set_members(problem, others, length, FALSE);
    if (ok && last.vertex != REFNET_NONE && last.worth > set->worth + REFNET_KEY_SAME) {
      memcpy(set->vertices, others, length * sizeof *others);
      set->vertices[length] = last.vertex;
      set->worth = last.worth;
    }
    is_another = next_tuple(others, length, problem->network->vertices);
  }
  set_members(problem, set->vertices, set->size, TRUE);
  return ok;
}

/* ---- both ------------------------------------------------------------------------------------ */

static double value_of(const RefnetKeyProblem *problem, RefnetKeyKind kind, const Set *set) {
  guint32 n = problem->network->vertices;
  return kind == REFNET_KEY_REACH ? set->worth / n
                                  : refnet_key_fragmentation(-set->worth, n - set->size);
}

static gboolean solve(RefnetRisks *risks, RefnetKeyKind kind, guint32 largest, RefnetPool *pool,
                      GError **error) {
  g_auto(RefnetKeyProblem) problem = {.network = risks->network};
  g_auto(Set) set = {.size = 0};
  if (!(set.vertices = REFNET_TRY_ARRAY(guint32, largest, error)) ||
      !(set.spare = REFNET_TRY_ARRAY(guint32, largest, error)) ||
      !refnet_key_problem_init(&problem, kind, largest, error))
    return FALSE;
  while (set.size < largest) {
    if (!grow(&problem, &set, error))
      return FALSE;
    if (isnan(set.worth))
      break;
    if (set.size > 1 && can_try_all(&problem, set.size) && !try_all(&problem, &set, error))
      return FALSE;
    RefnetKeySet *found = &risks->key_sets[risks->key_set_count++];
    found->kind = kind;
    found->value = value_of(&problem, kind, &set);
    if (!refnet_result_list(pool, set.vertices, set.size, &found->vertices))
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
  risks->fragmentation =
      refnet_key_fragmentation(refnet_key_connected_pairs(structure), network->vertices);
  largest = MIN(largest, network->vertices < 2 ? 0 : network->vertices - 2);
  if (!(risks->key_sets = REFNET_TRY_ARRAY(RefnetKeySet, 2 * (guint64)largest, error)))
    return FALSE;
  return largest == 0 || (solve(risks, REFNET_KEY_FRAGMENTATION, largest, pool, error) &&
                          solve(risks, REFNET_KEY_REACH, largest, pool, error));
}
