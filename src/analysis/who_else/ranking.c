/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The first few of all candidates, by bounds: whoever can't be among them is not looked at further.
 */
#include "analysis/who_else/ranking.h"

#include <math.h>
#include <string.h>

#include "analysis/memory.h"

#define SLACK (2 * REFNET_SCORE_UNIT) /* bounds are rounded, too */

gboolean refnet_ranking_init(RefnetRanking *ranking, const RefnetGround *ground, guint32 most,
                             GError **error) {
  *ranking = (RefnetRanking){.ground = ground, .room = most};
  return (ranking->best = REFNET_TRY_ARRAY(RefnetRanked, (guint64)most + 1, error)) &&
         (ranking->floor = REFNET_TRY_ARRAY(double, (guint64)most + 1, error)) &&
         refnet_nearness_init(&ranking->nearness, ground->allocation, &ground->parts, error) &&
         refnet_suitability_init(&ranking->suitability, ground->kinds, ground->sector_ties,
                                 &ground->named, ground->options->prefer, error);
}

void refnet_ranking_clear(RefnetRanking *ranking) {
  refnet_nearness_clear(&ranking->nearness);
  refnet_suitability_clear(&ranking->suitability);
  g_free(ranking->best);
  g_free(ranking->floor);
  *ranking = (RefnetRanking){0};
}

/* ---- the list -------------------------------------------------------------------------------- */

static double structure_of(const RefnetRanking *ranking, double b) {
  double largest = ranking->suitability.scores.largest_b;
  return largest > 0 ? b / largest : 0;
}

static gboolean goes_before(const RefnetRanked *a, const RefnetRanked *b) {
  double first = refnet_scores_units(a->score), second = refnet_scores_units(b->score);
  return first != second ? first > second : a->vertex < b->vertex;
}

/* Less than this, and a score is not among the first. */
static double threshold(const RefnetRanking *ranking) {
  guint32 last = ranking->wanted - 1;
  double least = -G_MAXDOUBLE;
  if (ranking->wanted > 0 && ranking->floors == ranking->wanted)
    least = ranking->floor[last];
  if (ranking->wanted > 0 && ranking->length == ranking->wanted)
    least = MAX(least, ranking->best[last].score);
  return least - SLACK;
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
  double score = structure_of(ranking, b) + refnet_suitability_of(&ranking->suitability, vertex);
  RefnetRanked ranked = {vertex, score, b};
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

/* ---- who may be in it ------------------------------------------------------------------------ */

static gboolean is_candidate(const RefnetRanking *ranking, guint32 place) {
  return !ranking->nearness.tied[place] && ranking->ground->standing[place] & REFNET_IS_CANDIDATE;
}

static gboolean is_allowed(const RefnetRanking *ranking, guint32 place) {
  return !ranking->nearness.tied[place] && ranking->ground->standing[place] & REFNET_IS_ALLOWED;
}

/* Is a place that has no more than b among the first by what is known so far? */
static gboolean may_be_first(const RefnetRanking *ranking, guint32 place, double b) {
  guint32 vertex = ranking->ground->allocation->vertex[place];
  return structure_of(ranking, b) + refnet_suitability_of(&ranking->suitability, vertex) >=
         threshold(ranking);
}

/* ---- the largest b --------------------------------------------------------------------------- */

/* Not of those that a filter leaves in: of all candidates. Of these, somebody has at least so much.
 */
static double largest_known(const RefnetRanking *ranking) {
  const RefnetNearness *nearness = &ranking->nearness;
  double largest = 0;
  for (guint32 y = 0; y < ranking->ground->allocation->shape.columns; y++)
    if (nearness->column[y] > largest && is_candidate(ranking, y))
      largest = nearness->column[y];
  for (guint32 i = 0; i < nearness->met_count; i++) {
    guint32 y = nearness->met[i];
    if (refnet_nearness_floor(nearness, y) > largest && is_candidate(ranking, y))
      largest = refnet_nearness_floor(nearness, y);
  }
  return largest;
}

/* And nobody that was met has more. */
static double largest_of_met(RefnetRanking *ranking) {
  RefnetNearness *nearness = &ranking->nearness;
  double largest = 0, known = largest_known(ranking);
  for (guint32 y = 0; y < nearness->allocation->shape.columns; y++)
    if (nearness->column[y] > largest && is_candidate(ranking, y))
      largest = nearness->column[y];
  for (guint32 i = 0; i < nearness->met_count; i++) {
    guint32 y = nearness->met[i];
    if (refnet_nearness_bound(nearness, y) >= MAX(largest, known) && is_candidate(ranking, y))
      largest = MAX(largest, refnet_nearness_score(nearness, y));
  }
  return largest;
}

/* ---- scores that somebody has for sure ------------------------------------------------------- */

static void note_floor(RefnetRanking *ranking, guint32 place, double b) {
  guint32 vertex = ranking->ground->allocation->vertex[place];
  double score = structure_of(ranking, b) + refnet_suitability_of(&ranking->suitability, vertex);
  gboolean is_full = ranking->floors == ranking->wanted;
  if (ranking->wanted == 0 || (is_full && score <= ranking->floor[ranking->floors - 1]) ||
      !is_suggestible(ranking, vertex, b))
    return;
  guint32 i = is_full ? ranking->floors - 1 : ranking->floors++;
  for (; i > 0 && ranking->floor[i - 1] < score; i--)
    ranking->floor[i] = ranking->floor[i - 1];
  ranking->floor[i] = score;
}

/* The highest `wanted` of all that something is known of. */
static void note_floors(RefnetRanking *ranking) {
  const RefnetNearness *nearness = &ranking->nearness;
  double most = refnet_suitability_most(&ranking->suitability);
  ranking->floors = ranking->length = 0;
  for (guint32 y = 0; y < nearness->allocation->shape.columns; y++)
    if (is_allowed(ranking, y))
      note_floor(ranking, y, nearness->column[y]);
  for (guint32 i = 0; i < nearness->met_count; i++) {
    guint32 y = nearness->met[i];
    double b = refnet_nearness_floor(nearness, y);
    if (structure_of(ranking, b) + most > threshold(ranking) && is_allowed(ranking, y))
      note_floor(ranking, y, b);
  }
}

/* ---- the nearest ----------------------------------------------------------------------------- */

static void look_at_columns(RefnetRanking *ranking) {
  const RefnetAllocation *allocation = ranking->ground->allocation;
  const double *column = ranking->nearness.column;
  for (guint32 y = 0; y < allocation->shape.columns; y++)
    if (is_allowed(ranking, y) && may_be_first(ranking, y, column[y]))
      offer(ranking, allocation->vertex[y], column[y]);
}

static void look_at_met(RefnetRanking *ranking) {
  RefnetNearness *nearness = &ranking->nearness;
  double most = refnet_suitability_most(&ranking->suitability);
  for (guint32 i = 0; i < nearness->met_count; i++) {
    guint32 y = nearness->met[i];
    double bound = refnet_nearness_bound(nearness, y);
    if (structure_of(ranking, bound) + most >= threshold(ranking) && is_allowed(ranking, y) &&
        may_be_first(ranking, y, bound))
      offer(ranking, nearness->allocation->vertex[y], refnet_nearness_score(nearness, y));
  }
}

/* With the largest b found so far for that of all: what a place must have to be among the first.
 */
static double worth_of(RefnetRanking *ranking) {
  RefnetSuitability *suitability = &ranking->suitability;
  refnet_suitability_set_largest(suitability, largest_known(ranking));
  note_floors(ranking);
  return (threshold(ranking) - refnet_suitability_most(suitability)) *
         suitability->scores.largest_b;
}

/* Looks at all that were met. TRUE when nobody else can be among the first. */
static gboolean look_at_nearest(RefnetRanking *ranking) {
  RefnetSuitability *suitability = &ranking->suitability;
  double left = ranking->nearness.left, largest = largest_of_met(ranking);
  if (left > largest)
    return FALSE;
  refnet_suitability_set_largest(suitability, largest);
  note_floors(ranking);
  if (structure_of(ranking, left) + refnet_suitability_most(suitability) >= threshold(ranking))
    return FALSE;
  look_at_columns(ranking);
  look_at_met(ranking);
  return TRUE;
}

/* Adds up ever smaller parts until what is left does not matter, which mostly happens before many
 * were. */
static gboolean look_at_largest_parts(RefnetRanking *ranking) {
  enum { ROUNDS = 3 };
  const double guess = .5, enough = .5;
  RefnetNearness *nearness = &ranking->nearness;
  guint32 ties = refnet_allocation_ties(nearness->allocation, nearness->x);
  double worth = guess * MAX(largest_known(ranking), nearness->largest);
  if (nearness->least_left >= worth)
    return FALSE;
  for (guint round = 0; round < ROUNDS && nearness->least_left < worth; round++) {
    refnet_nearness_add_parts(nearness, enough * (worth - nearness->least_left) / ties);
    worth = worth_of(ranking);
    if (nearness->left < enough * worth || nearness->left <= nearness->least_left)
      break;
  }
  return nearness->left < worth && look_at_nearest(ranking);
}

/* ---- those that no walk led to --------------------------------------------------------------- */

static gboolean is_known(const RefnetRanking *ranking, guint32 y) {
  return y < ranking->ground->allocation->shape.columns || ranking->nearness.tied[y] ||
         refnet_nearness_is_met(&ranking->nearness, y);
}

/* Of an even kind the first by number suffice. */
static void look_at_kind(RefnetRanking *ranking, guint32 kind) {
  const RefnetKinds *kinds = ranking->ground->kinds;
  gboolean first_suffice =
      !ranking->ground->options->past && refnet_suitability_is_even(&ranking->suitability, kind);
  double most = refnet_suitability_of_kind(&ranking->suitability, kind);
  for (guint32 i = kinds->start[kind], seen = 0;
       i < kinds->start[kind + 1] && (!first_suffice || seen < ranking->wanted) &&
       most >= threshold(ranking);
       i++) {
    guint32 vertex = kinds->member[i];
    if (is_known(ranking, ranking->ground->allocation->place[vertex]))
      continue;
    offer(ranking, vertex, 0);
    seen++;
  }
}

static void look_at_others(RefnetRanking *ranking) {
  const RefnetKinds *kinds = ranking->ground->kinds;
  if (refnet_suitability_most(&ranking->suitability) < threshold(ranking))
    return;
  for (guint32 k = 0; k < kinds->count; k++)
    if (refnet_kinds_group(kinds, k)->allowed)
      look_at_kind(ranking, k);
}

/* ---- all ------------------------------------------------------------------------------------- */

static void turn_to(RefnetRanking *ranking, guint32 x, guint32 wanted) {
  const RefnetGround *ground = ranking->ground;
  guint32 kind = ground->kinds->kind_of[x];
  if (ranking->suitability.kind != kind)
    refnet_suitability_turn_to_kind(&ranking->suitability, kind);
  refnet_suitability_turn_to(&ranking->suitability, x);
  refnet_nearness_turn_to(&ranking->nearness, ground->allocation->place[x]);
  ranking->wanted = MIN(wanted, ranking->room);
  ranking->length = 0;
}

static void look_at_all(RefnetRanking *ranking) {
  refnet_nearness_add_all(&ranking->nearness);
  refnet_suitability_set_largest(&ranking->suitability, largest_of_met(ranking));
  note_floors(ranking);
  look_at_columns(ranking);
  look_at_met(ranking);
  look_at_others(ranking);
}

void refnet_ranking_find(RefnetRanking *ranking, guint32 x, guint32 wanted) {
  turn_to(ranking, x, wanted);
  if (!look_at_largest_parts(ranking))
    look_at_all(ranking);
}
