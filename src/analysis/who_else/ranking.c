/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The first few of all candidates, by bounds: whoever can't be among them is not looked at further.
 */
#include "analysis/who_else/ranking.h"

#include <math.h>
#include <string.h>

#include "analysis/memory.h"

enum { FEW_TIES = 32 };
#define SLACK (2 * REFNET_SCORE_UNIT) /* bounds are rounded, too */

gboolean refnet_ranking_init(RefnetRanking *ranking, const RefnetGround *ground, guint32 most,
                             GError **error) {
  *ranking = (RefnetRanking){.ground = ground, .room = most};
  return (ranking->best = REFNET_TRY_ARRAY(RefnetRanked, (guint64)most + 1, error)) &&
         refnet_nearness_init(&ranking->nearness, ground->allocation, error) &&
         refnet_suitability_init(&ranking->suitability, ground->kinds, ground->sector_ties,
                                 &ground->named, ground->options->prefer, error);
}

void refnet_ranking_clear(RefnetRanking *ranking) {
  refnet_nearness_clear(&ranking->nearness);
  refnet_suitability_clear(&ranking->suitability);
  g_free(ranking->best);
  *ranking = (RefnetRanking){0};
}

/* ---- the list -------------------------------------------------------------------------------- */

static gboolean goes_before(const RefnetRanked *a, const RefnetRanked *b) {
  double first = refnet_scores_units(a->score), second = refnet_scores_units(b->score);
  return first != second ? first > second : a->vertex < b->vertex;
}

/* Less than this, and a score is not among the first. */
static double threshold(const RefnetRanking *ranking) {
  return ranking->length < ranking->wanted ? -G_MAXDOUBLE
                                           : ranking->best[ranking->length - 1].score - SLACK;
}

/* May it be suggested, and does something known speak for it? */
static gboolean is_suggestible(RefnetRanking *ranking, guint32 vertex, double b) {
  gboolean undated;
  RefnetDate lapsed =
      refnet_ground_lapsed(ranking->ground, ranking->suitability.scores.vertex, vertex, &undated);
  if (undated)
    return FALSE;
  return b > 0 || lapsed != REFNET_DATE_UNKNOWN ||
         refnet_suitability_speaks(&ranking->suitability, vertex);
}

static void offer(RefnetRanking *ranking, guint32 vertex, double b) {
  RefnetCandidate candidate = refnet_suitability_candidate(&ranking->suitability, vertex, b);
  RefnetRanked ranked = {vertex, candidate.score, b};
  gboolean is_full = ranking->length == ranking->wanted;
  if (ranking->wanted == 0 ||
      (is_full && !goes_before(&ranked, &ranking->best[ranking->length - 1])) ||
      !is_suggestible(ranking, vertex, b))
    return;
  guint32 low = 0, high = ranking->length;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (goes_before(&ranked, &ranking->best[middle]))
      high = middle;
    else
      low = middle + 1;
  }
  ranking->length += !is_full;
  memmove(&ranking->best[low + 1], &ranking->best[low],
          (ranking->length - 1 - low) * sizeof ranked);
  ranking->best[low] = ranked;
}

/* ---- the largest b --------------------------------------------------------------------------- */

static const RefnetKind *kind_of(const RefnetRanking *ranking, guint32 vertex) {
  const RefnetKinds *kinds = ranking->ground->kinds;
  return &kinds->kinds[kinds->kind_of[vertex]];
}

static gboolean is_candidate(const RefnetRanking *ranking, guint32 place) {
  return !ranking->nearness.tied[place] &&
         kind_of(ranking, ranking->ground->allocation->vertex[place])->candidate;
}

/* Not of those that a filter leaves in: of all candidates. */
static double largest_b(RefnetRanking *ranking) {
  RefnetNearness *nearness = &ranking->nearness;
  const RefnetAllocation *allocation = ranking->ground->allocation;
  double largest = 0;
  for (guint32 y = 0; y < allocation->shape.columns; y++)
    if (nearness->column[y] > largest && is_candidate(ranking, y))
      largest = nearness->column[y];
  for (guint32 i = 0; i < nearness->touched_count; i++) {
    guint32 y = nearness->touched[i];
    if (y >= allocation->shape.columns && refnet_nearness_bound(nearness, y) > largest &&
        is_candidate(ranking, y) && refnet_nearness_closer_bound(nearness, y) > largest)
      largest = MAX(largest, refnet_nearness_score(nearness, y));
  }
  for (guint32 y = allocation->shape.columns;
       y < allocation->n &&
       refnet_nearness_rest(nearness, refnet_allocation_ties(allocation, y)) > largest;
       y++)
    if (!refnet_nearness_is_touched(nearness, y) && is_candidate(ranking, y) &&
        refnet_nearness_closer_bound(nearness, y) > largest)
      largest = MAX(largest, refnet_nearness_score(nearness, y));
  return largest;
}

/* ---- candidates ------------------------------------------------------------------------------ */

static double structure_of(const RefnetRanking *ranking, double b) {
  double largest = ranking->suitability.scores.largest_b;
  return largest > 0 ? b / largest : 0;
}

static void look_at_columns(RefnetRanking *ranking) {
  const RefnetAllocation *allocation = ranking->ground->allocation;
  for (guint32 y = 0; y < allocation->shape.columns; y++) {
    guint32 vertex = allocation->vertex[y];
    double b = ranking->nearness.column[y];
    if (!ranking->nearness.tied[y] && kind_of(ranking, vertex)->allowed &&
        structure_of(ranking, b) + refnet_suitability_of(&ranking->suitability, vertex) >=
            threshold(ranking))
      offer(ranking, vertex, b);
  }
}

/* For one that is no column and has no tie to who asks. */
static void look_at(RefnetRanking *ranking, guint32 y) {
  RefnetNearness *nearness = &ranking->nearness;
  guint32 vertex = ranking->ground->allocation->vertex[y];
  if (!kind_of(ranking, vertex)->allowed)
    return;
  double lacking = threshold(ranking) - refnet_suitability_of(&ranking->suitability, vertex);
  if (structure_of(ranking, refnet_nearness_bound(nearness, y)) >= lacking &&
      structure_of(ranking, refnet_nearness_closer_bound(nearness, y)) >= lacking)
    offer(ranking, vertex, refnet_nearness_score(nearness, y));
}

static void look_at_touched(RefnetRanking *ranking) {
  const RefnetNearness *nearness = &ranking->nearness;
  double most = refnet_suitability_most(&ranking->suitability);
  for (guint32 i = 0; i < nearness->touched_count; i++) {
    guint32 y = nearness->touched[i];
    if (y >= ranking->ground->allocation->shape.columns && !nearness->tied[y] &&
        structure_of(ranking, refnet_nearness_bound(nearness, y)) + most >= threshold(ranking))
      look_at(ranking, y);
  }
}

static gboolean is_open(const RefnetRanking *ranking, guint32 y) {
  return y >= ranking->ground->allocation->shape.columns && !ranking->nearness.tied[y] &&
         !refnet_nearness_is_touched(&ranking->nearness, y);
}

/* Of those that nothing light leads to, the ones with many ties: bounds fall with these. */
static void look_at_many(RefnetRanking *ranking) {
  const RefnetAllocation *allocation = ranking->ground->allocation;
  double most = refnet_suitability_most(&ranking->suitability);
  for (guint32 y = allocation->shape.columns; y < allocation->n; y++) {
    guint32 ties = refnet_allocation_ties(allocation, y);
    double rest = refnet_nearness_rest(&ranking->nearness, ties);
    if (ties <= FEW_TIES || structure_of(ranking, rest) + most < threshold(ranking))
      return;
    if (is_open(ranking, y))
      look_at(ranking, y);
  }
}

/* And those of a kind with few. Where b can't be but 0, the first by number of an even kind go
 * before the others. */
static void look_at_few(RefnetRanking *ranking, guint32 kind) {
  const RefnetKinds *kinds = ranking->ground->kinds;
  const RefnetAllocation *allocation = ranking->ground->allocation;
  double rest = refnet_nearness_rest(&ranking->nearness, FEW_TIES);
  gboolean first_suffice = !(rest > 0) && !ranking->ground->options->past &&
                           refnet_suitability_is_even(&ranking->suitability, kind);
  double most =
      structure_of(ranking, rest) + refnet_suitability_of_kind(&ranking->suitability, kind);
  for (guint32 i = kinds->start[kind], seen = 0;
       i < kinds->start[kind + 1] && (!first_suffice || seen < ranking->wanted) &&
       most >= threshold(ranking);
       i++) {
    guint32 y = allocation->place[kinds->member[i]];
    if (!is_open(ranking, y) || refnet_allocation_ties(allocation, y) > FEW_TIES)
      continue;
    look_at(ranking, y);
    seen++;
  }
}

static void look_at_others(RefnetRanking *ranking) {
  const RefnetKinds *kinds = ranking->ground->kinds;
  look_at_many(ranking);
  double rest = structure_of(ranking, refnet_nearness_rest(&ranking->nearness, FEW_TIES));
  if (rest + refnet_suitability_most(&ranking->suitability) < threshold(ranking))
    return;
  for (guint32 k = 0; k < kinds->count; k++)
    if (kinds->kinds[k].allowed)
      look_at_few(ranking, k);
}

void refnet_ranking_find(RefnetRanking *ranking, guint32 x, guint32 wanted) {
  const RefnetGround *ground = ranking->ground;
  guint32 kind = ground->kinds->kind_of[x];
  if (ranking->suitability.kind != kind)
    refnet_suitability_turn_to_kind(&ranking->suitability, kind);
  refnet_suitability_turn_to(&ranking->suitability, x);
  refnet_nearness_turn_to(&ranking->nearness, ground->allocation->place[x]);
  ranking->length = 0;
  ranking->wanted = MIN(wanted, ranking->room);
  refnet_suitability_set_largest(&ranking->suitability, largest_b(ranking));
  look_at_columns(ranking);
  look_at_touched(ranking);
  look_at_others(ranking);
}
