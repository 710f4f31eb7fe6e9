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
         refnet_nearness_init(&ranking->nearness, ground->allocation, error) &&
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

/* ---- who may be in it ------------------------------------------------------------------------ */

static gboolean is_candidate(const RefnetRanking *ranking, guint32 place) {
  return !ranking->nearness.tied[place] && ranking->ground->standing[place] & REFNET_IS_CANDIDATE;
}

static gboolean is_allowed(const RefnetRanking *ranking, guint32 place) {
  return !ranking->nearness.tied[place] && ranking->ground->standing[place] & REFNET_IS_ALLOWED;
}

static double structure_of(const RefnetRanking *ranking, double b) {
  double largest = ranking->suitability.scores.largest_b;
  return largest > 0 ? b / largest : 0;
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
  guint32 columns = ranking->ground->allocation->shape.columns;
  double largest = ranking->largest_found;
  for (guint32 y = 0; y < columns; y++)
    if (nearness->column[y] > largest && is_candidate(ranking, y))
      largest = nearness->column[y];
  for (guint32 i = 0; i < nearness->met_count; i++) {
    guint32 y = nearness->met[i];
    if (refnet_nearness_over_two(nearness, y) > largest && y >= columns && is_candidate(ranking, y))
      largest = refnet_nearness_over_two(nearness, y);
  }
  return largest;
}

static double largest_of_found(RefnetRanking *ranking) {
  RefnetNearness *nearness = &ranking->nearness;
  double largest = 0;
  for (guint32 i = 0; i < nearness->found_count; i++)
    refnet_allocation_prefetch(nearness->allocation, nearness->found[i]);
  for (guint32 y = 0; y < nearness->allocation->shape.columns; y++)
    if (nearness->column[y] > largest && is_candidate(ranking, y))
      largest = nearness->column[y];
  for (guint32 i = 0; i < nearness->found_count; i++) {
    guint32 y = nearness->found[i];
    if (refnet_nearness_bound(nearness, y) > largest && is_candidate(ranking, y) &&
        refnet_nearness_closer_bound(nearness, y) > largest)
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

/* The highest `wanted` of the columns and of the places listed: by what they have over two ties, or
 * over three once these were walked. */
static void note_floors(RefnetRanking *ranking, const guint32 *places, guint32 count,
                        gboolean over_three) {
  const RefnetNearness *nearness = &ranking->nearness;
  guint32 columns = nearness->allocation->shape.columns;
  double most = refnet_suitability_most(&ranking->suitability);
  ranking->floors = ranking->length = 0;
  for (guint32 y = 0; y < columns; y++)
    if (is_allowed(ranking, y))
      note_floor(ranking, y, nearness->column[y]);
  for (guint32 i = 0; i < count; i++) {
    guint32 y = places[i];
    double b =
        over_three ? refnet_nearness_floor(nearness, y) : refnet_nearness_over_two(nearness, y);
    if (y >= columns && structure_of(ranking, b) + most > threshold(ranking) &&
        is_allowed(ranking, y))
      note_floor(ranking, y, b);
  }
}

/* Whoever has less of b than this is not among the first, nor has the largest b: with a score of
 * b / max b + s at most, it lacks threshold · max b. Over three ties max b may be more than anybody
 * is known to have, and to lack less takes more then: hence the guess. Where it is too low this
 * shows afterwards. */
static double least_worth(RefnetRanking *ranking) {
  const double guess = 1.2;
  double known = largest_known(ranking), largest = guess * known;
  refnet_suitability_set_largest(&ranking->suitability, largest);
  note_floors(ranking, ranking->nearness.met, ranking->nearness.met_count, FALSE);
  double most = refnet_suitability_most(&ranking->suitability);
  return MIN(known, (threshold(ranking) - most) * largest);
}

/* ---- the nearest ----------------------------------------------------------------------------- */

static void look_at_columns(RefnetRanking *ranking) {
  const RefnetAllocation *allocation = ranking->ground->allocation;
  const double *column = ranking->nearness.column;
  for (guint32 y = 0; y < allocation->shape.columns; y++)
    if (is_allowed(ranking, y) && may_be_first(ranking, y, column[y]))
      offer(ranking, allocation->vertex[y], column[y]);
}

static void look_at_found(RefnetRanking *ranking) {
  RefnetNearness *nearness = &ranking->nearness;
  double most = refnet_suitability_most(&ranking->suitability);
  for (guint32 i = 0; i < nearness->found_count; i++) {
    guint32 y = nearness->found[i];
    double bound = refnet_nearness_bound(nearness, y);
    if (structure_of(ranking, bound) + most >= threshold(ranking) && is_allowed(ranking, y) &&
        may_be_first(ranking, y, bound) &&
        may_be_first(ranking, y, refnet_nearness_closer_bound(nearness, y)))
      offer(ranking, nearness->allocation->vertex[y], refnet_nearness_score(nearness, y));
  }
}

/* Looks at all with a b of at least `least`. TRUE when nobody else can be among the first. */
static gboolean look_at_nearest(RefnetRanking *ranking, double least) {
  RefnetNearness *nearness = &ranking->nearness;
  RefnetSuitability *suitability = &ranking->suitability;
  refnet_nearness_walk_on(nearness, least);
  ranking->largest_found = largest_of_found(ranking);
  refnet_suitability_set_largest(suitability, ranking->largest_found);
  note_floors(ranking, nearness->found, nearness->found_count, TRUE);
  look_at_columns(ranking);
  look_at_found(ranking);
  return least > nearness->left &&
         structure_of(ranking, least) + refnet_suitability_most(suitability) < threshold(ranking);
}

/* ---- those that no walk led to --------------------------------------------------------------- */

static gboolean is_reached(const RefnetRanking *ranking, guint32 y) {
  const RefnetAllocation *allocation = ranking->ground->allocation;
  return y < MAX(allocation->shape.columns, allocation->heavies) || ranking->nearness.tied[y] ||
         refnet_nearness_is_reached(&ranking->nearness, y);
}

/* Returns the b that y has, or a bound where that rules it out. */
static double look_at(RefnetRanking *ranking, guint32 y) {
  RefnetNearness *nearness = &ranking->nearness;
  double b = nearness->left;
  if (b > 0 && may_be_first(ranking, y, b))
    b = refnet_nearness_closer_bound(nearness, y);
  if (!may_be_first(ranking, y, b))
    return b;
  b = b > 0 ? refnet_nearness_score(nearness, y) : 0;
  offer(ranking, nearness->allocation->vertex[y], b);
  return b;
}

/* Nobody of an even kind goes before the first by number that have all of b that is left. FALSE
 * when more than `budget` would have to be looked at. */
static gboolean look_at_kind(RefnetRanking *ranking, guint32 kind, guint64 *budget) {
  const RefnetKinds *kinds = ranking->ground->kinds;
  double left = ranking->nearness.left;
  gboolean first_suffice =
      !ranking->ground->options->past && refnet_suitability_is_even(&ranking->suitability, kind);
  double most =
      structure_of(ranking, left) + refnet_suitability_of_kind(&ranking->suitability, kind);
  for (guint32 i = kinds->start[kind], full = 0;
       i < kinds->start[kind + 1] && (!first_suffice || full < ranking->wanted) &&
       most >= threshold(ranking);
       i++) {
    guint32 y = ranking->ground->allocation->place[kinds->member[i]];
    if (is_reached(ranking, y))
      continue;
    if ((*budget)-- == 0)
      return FALSE;
    double b = look_at(ranking, y);
    full += structure_of(ranking, left - b) < 1e-6 * REFNET_SCORE_UNIT;
  }
  return TRUE;
}

static gboolean look_at_others(RefnetRanking *ranking, guint64 budget) {
  const RefnetKinds *kinds = ranking->ground->kinds;
  double left = structure_of(ranking, ranking->nearness.left);
  if (left + refnet_suitability_most(&ranking->suitability) < threshold(ranking))
    return TRUE;
  for (guint32 k = 0; k < kinds->count; k++)
    if (kinds->kinds[k].allowed && !look_at_kind(ranking, k, &budget))
      return FALSE;
  return TRUE;
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
  ranking->largest_found = 0;
}

/* Deeper walks cost more, the deepest as much as all ties; before that one, those that were not
 * reached are looked at themselves if that takes less. */
void refnet_ranking_find(RefnetRanking *ranking, guint32 x, guint32 wanted) {
  enum { DEEPEST = REFNET_NEARNESS_DEPTHS - 1, TIES_FOR_A_LOOK = 8 };
  RefnetNearness *nearness = &ranking->nearness;
  turn_to(ranking, x, wanted);
  for (guint depth = 0; depth <= DEEPEST; depth++) {
    refnet_nearness_walk(nearness, depth);
    double least = least_worth(ranking);
    if (least > nearness->left && look_at_nearest(ranking, least))
      return;
    if (depth + 1 < DEEPEST)
      continue;
    refnet_nearness_walk(nearness, depth);
    look_at_nearest(ranking, 0);
    if (look_at_others(ranking, depth == DEEPEST
                                    ? G_MAXUINT64
                                    : ranking->ground->network->ties / TIES_FOR_A_LOOK))
      return;
  }
}
