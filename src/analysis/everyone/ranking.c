/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The first few of all candidates, by bounds: whoever can't be among them is not looked at further.
 */
#include "analysis/everyone/ranking.h"

#include <math.h>
#include <string.h>

#include "analysis/everyone/nearness_walk.h"
#include "analysis/memory.h"

#define SLACK (2 * REFNET_SCORE_UNIT) /* bounds are rounded, too */

gboolean refnet_ranking_init(RefnetRanking *ranking, const RefnetGround *ground, guint32 most,
                             GError **error) {
  *ranking = (RefnetRanking){.ground = ground, .room = most};
  return (ranking->best = REFNET_TRY_ARRAY(RefnetRanked, (guint64)most + 1, error)) &&
         (ranking->floor = REFNET_TRY_ARRAY(double, (guint64)most + 1, error)) &&
         (ranking->listed = REFNET_TRY_ARRAY(guint32, ground->allocation->n, error)) &&
         (ranking->promising = REFNET_TRY_ARRAY(RefnetPromising, ground->allocation->n, error)) &&
         refnet_nearness_init(&ranking->nearness, ground->allocation, &ground->parts, error) &&
         refnet_suitability_init(&ranking->suitability, ground->kinds, ground->sector_ties,
                                 &ground->named, ground->options->prefer, error);
}

void refnet_ranking_clear(RefnetRanking *ranking) {
  refnet_nearness_clear(&ranking->nearness);
  refnet_suitability_clear(&ranking->suitability);
  g_free(ranking->best);
  g_free(ranking->floor);
  g_free(ranking->listed);
  g_free(ranking->promising);
  *ranking = (RefnetRanking){0};
}

/* ---- the list -------------------------------------------------------------------------------- */

static double structure_of(const RefnetRanking *ranking, double b) {
  return b * ranking->of_largest;
}

static gboolean goes_before(const RefnetRanked *a, const RefnetRanked *b) {
  double first = refnet_scores_units(a->score), second = refnet_scores_units(b->score);
  return first != second ? first > second : a->vertex < b->vertex;
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

/* Less than `least`, and a score is not among the first. */
static void raise_least(RefnetRanking *ranking, double score) {
  ranking->least = MAX(ranking->least, score - SLACK);
}

static void insert(RefnetRanking *ranking, const RefnetRanked *ranked) {
  guint32 low = 0, high = ranking->length;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (goes_before(ranked, &ranking->best[middle]))
      high = middle;
    else
      low = middle + 1;
  }
  ranking->length += ranking->length < ranking->wanted;
  memmove(&ranking->best[low + 1], &ranking->best[low],
          (ranking->length - 1 - low) * sizeof *ranked);
  ranking->best[low] = *ranked;
  if (ranking->length == ranking->wanted)
    raise_least(ranking, ranking->best[ranking->length - 1].score);
}

/* `suits`: what its attributes add. */
static void offer(RefnetRanking *ranking, guint32 vertex, double b, double suits) {
  double largest = ranking->suitability.scores.largest_b;
  RefnetRanked ranked = {vertex, (largest > 0 ? b / largest : 0) + suits, b};
  gboolean is_full = ranking->length == ranking->wanted;
  if (ranking->wanted > 0 &&
      !(is_full && !goes_before(&ranked, &ranking->best[ranking->length - 1])) &&
      is_suggestible(ranking, vertex, b))
    insert(ranking, &ranked);
}

/* Somebody has at least so high a score for sure. */
static void note_floor(RefnetRanking *ranking, guint32 vertex, double b, double suits) {
  double score = structure_of(ranking, b) + suits;
  gboolean is_full = ranking->floors == ranking->wanted;
  if (ranking->wanted == 0 || (is_full && score <= ranking->floor[ranking->floors - 1]) ||
      !is_suggestible(ranking, vertex, b))
    return;
  guint32 i = is_full ? ranking->floors - 1 : ranking->floors++;
  for (; i > 0 && ranking->floor[i - 1] < score; i--)
    ranking->floor[i] = ranking->floor[i - 1];
  ranking->floor[i] = score;
  if (ranking->floors == ranking->wanted)
    raise_least(ranking, ranking->floor[ranking->floors - 1]);
}

/* ---- who may be in it ------------------------------------------------------------------------ */

static gboolean is_candidate(const RefnetRanking *ranking, guint32 place) {
  return !refnet_nearness_is_tied(&ranking->nearness, place) &&
         ranking->ground->places[place].standing & REFNET_IS_CANDIDATE;
}

static gboolean is_allowed(const RefnetRanking *ranking, guint32 place) {
  return !refnet_nearness_is_tied(&ranking->nearness, place) &&
         ranking->ground->places[place].standing & REFNET_IS_ALLOWED;
}

/* ---- the largest b --------------------------------------------------------------------------- */

/* Not of those that a filter leaves in: of all candidates. */
static double largest_of_columns(const RefnetRanking *ranking) {
  const RefnetNearness *nearness = &ranking->nearness;
  double largest = 0;
  for (guint32 y = 0; y < nearness->allocation->shape.columns; y++)
    if (nearness->column[y] > largest && is_candidate(ranking, y))
      largest = nearness->column[y];
  return largest;
}

/* What is known of it is soon read: it lies anywhere in memory. */
static void list(RefnetRanking *ranking, guint32 y) {
  ranking->listed[ranking->listed_count++] = y;
  __builtin_prefetch(&ranking->ground->places[y]);
  __builtin_prefetch(&ranking->ground->allocation->start[y]);
}

/* Lists those of these that may have the largest b, or half as much as anybody is sure to have. */
static void list_high(RefnetRanking *ranking, const guint32 *places, guint32 count,
                      double of_columns) {
  const RefnetNearness *nearness = &ranking->nearness;
  double known = of_columns;
  ranking->listed_count = 0;
  for (guint32 i = 0; i < count; i++) {
    guint32 y = places[i];
    double floor = refnet_nearness_floor(nearness, y);
    if (floor < known / 2 && refnet_nearness_bound(nearness, y) < known)
      continue;
    list(ranking, y);
    if (floor > known && is_candidate(ranking, y))
      known = floor;
  }
}

/* Nobody of these and of the columns has more. Afterwards those that have half as much for sure are
 * listed. */
static double largest_of(RefnetRanking *ranking, const guint32 *places, guint32 count) {
  RefnetNearness *nearness = &ranking->nearness;
  double largest = largest_of_columns(ranking), known = largest;
  list_high(ranking, places, count, largest);
  for (guint32 i = 0; i < ranking->listed_count; i++) {
    double floor = refnet_nearness_floor(nearness, ranking->listed[i]);
    if (floor > known && is_candidate(ranking, ranking->listed[i]))
      known = floor;
  }
  for (guint32 i = 0; i < ranking->listed_count; i++) {
    guint32 y = ranking->listed[i];
    if (refnet_nearness_bound(nearness, y) >= MAX(largest, known) && is_candidate(ranking, y))
      largest = MAX(largest, refnet_nearness_score(nearness, y));
  }
  return largest;
}

/* Somebody has so much over two ties. */
static double largest_over_two(const RefnetRanking *ranking) {
  const RefnetNearness *nearness = &ranking->nearness;
  double largest = largest_of_columns(ranking);
  for (guint32 i = 0; i < nearness->near_count; i++) {
    guint32 y = nearness->near[i];
    double over_two = refnet_nearness_over_two(nearness, y);
    if (over_two > largest && y >= nearness->allocation->shape.columns && is_candidate(ranking, y))
      largest = over_two;
  }
  return largest;
}

/* ---- the nearest ----------------------------------------------------------------------------- */

static void begin(RefnetRanking *ranking, double largest) {
  refnet_suitability_set_largest(&ranking->suitability, largest);
  ranking->of_largest = largest > 0 ? 1 / largest : 0;
  ranking->least = -G_MAXDOUBLE;
  ranking->length = ranking->floors = ranking->promises = 0;
}

/* A place that has between `floor` and `bound` of b. */
static void consider(RefnetRanking *ranking, guint32 y, double floor, double bound) {
  const RefnetSuitability *suitability = &ranking->suitability;
  if (structure_of(ranking, bound) + refnet_suitability_most(suitability) < ranking->least ||
      !is_allowed(ranking, y))
    return;
  guint32 vertex = ranking->ground->places[y].vertex;
  double suits = refnet_suitability_of(suitability, ranking->ground->places[y].kind, vertex);
  if (structure_of(ranking, bound) + suits < ranking->least)
    return;
  ranking->promising[ranking->promises++] = (RefnetPromising){y, bound, suits};
  note_floor(ranking, vertex, floor, suits);
}

static void consider_columns(RefnetRanking *ranking) {
  const RefnetNearness *nearness = &ranking->nearness;
  for (guint32 y = 0; y < nearness->allocation->shape.columns; y++)
    consider(ranking, y, nearness->column[y], nearness->column[y]);
}

static void consider_near(RefnetRanking *ranking) {
  const RefnetNearness *nearness = &ranking->nearness;
  for (guint32 i = 0; i < nearness->near_count; i++) {
    guint32 y = nearness->near[i];
    double over_two = refnet_nearness_over_two(nearness, y);
    if (y >= nearness->allocation->shape.columns)
      consider(ranking, y, over_two, over_two);
  }
}

static double much_of_b(const RefnetRanking *ranking) {
  return ranking->suitability.scores.largest_b / 2;
}

/* Lists those of these that may be among the first though they don't have much of b. */
static void list_promising(RefnetRanking *ranking, const guint32 *places, guint32 count) {
  const RefnetNearness *nearness = &ranking->nearness;
  double most = refnet_suitability_most(&ranking->suitability), much = much_of_b(ranking);
  ranking->listed_count = 0;
  for (guint32 i = 0; i < count; i++) {
    guint32 y = places[i];
    double floor = refnet_nearness_floor(nearness, y), bound = refnet_nearness_bound(nearness, y);
    if (floor < much && structure_of(ranking, bound) + most >= ranking->least)
      list(ranking, y);
  }
}

/* Columns and these, of which largest_of was asked: those with much of b first, for who else is
 * promising hangs on them. */
static void consider_all(RefnetRanking *ranking, const guint32 *places, guint32 count) {
  const RefnetNearness *nearness = &ranking->nearness;
  consider_columns(ranking);
  for (guint32 i = 0; i < ranking->listed_count; i++) {
    guint32 y = ranking->listed[i];
    double floor = refnet_nearness_floor(nearness, y);
    if (floor >= much_of_b(ranking))
      consider(ranking, y, floor, refnet_nearness_bound(nearness, y));
  }
  list_promising(ranking, places, count);
  for (guint32 i = 0; i < ranking->listed_count; i++) {
    guint32 y = ranking->listed[i];
    consider(ranking, y, refnet_nearness_floor(nearness, y), refnet_nearness_bound(nearness, y));
  }
}

static void consider_met(RefnetRanking *ranking) {
  const RefnetNearness *nearness = &ranking->nearness;
  begin(ranking, largest_of(ranking, nearness->met, nearness->met_count));
  consider_all(ranking, nearness->met, nearness->met_count);
}

static void look_at(RefnetRanking *ranking, const RefnetPromising *promising) {
  if (structure_of(ranking, promising->bound) + promising->suits >= ranking->least)
    offer(ranking, ranking->ground->places[promising->place].vertex,
          refnet_nearness_score(&ranking->nearness, promising->place), promising->suits);
}

/* Asks for what is read of those that are looked at next. */
static void ask_ahead(const RefnetRanking *ranking, guint32 i) {
  enum { AHEAD = 6 };
  if (i + AHEAD < ranking->promises)
    refnet_nearness_prefetch(&ranking->nearness, ranking->promising[i + AHEAD].place);
}

/* Those that are among the first by what they have for sure go first. */
static void look_at_promising(RefnetRanking *ranking) {
  double much = ranking->least + structure_of(ranking, ranking->nearness.left);
  for (guint32 i = 0; i < ranking->promises; i++)
    if (structure_of(ranking, ranking->promising[i].bound) + ranking->promising[i].suits >= much)
      look_at(ranking, &ranking->promising[i]);
  for (guint32 i = 0; i < ranking->promises; i++) {
    ask_ahead(ranking, i);
    if (structure_of(ranking, ranking->promising[i].bound) + ranking->promising[i].suits < much)
      look_at(ranking, &ranking->promising[i]);
  }
}

/* Adds up ever smaller parts until what is left doesn't matter: mostly before many were. FALSE when
 * it always may. */
static gboolean look_at_largest_parts(RefnetRanking *ranking) {
  enum { ROUNDS = 3 };
  const double guess = .5, enough = .5;
  RefnetNearness *nearness = &ranking->nearness;
  guint32 ties = refnet_allocation_ties(nearness->allocation, nearness->x);
  double worth = guess * MAX(largest_of_columns(ranking), nearness->largest);
  for (guint round = 0; round < ROUNDS && nearness->least_left < worth; round++) {
    refnet_nearness_add_parts(nearness, enough * (worth - nearness->least_left) / ties);
    consider_met(ranking);
    double largest = ranking->suitability.scores.largest_b, left = nearness->left;
    worth = (ranking->least - refnet_suitability_most(&ranking->suitability)) * largest;
    if (left < MIN(worth, largest)) {
      look_at_promising(ranking);
      return TRUE;
    }
  }
  return FALSE;
}

/* ---- those that no walk led to --------------------------------------------------------------- */

static gboolean is_known(const RefnetRanking *ranking, guint32 y) {
  return y < ranking->ground->allocation->shape.columns || ranking->nearness.added[y] != 0;
}

/* Of an even kind the first by number suffice. */
static void look_at_kind(RefnetRanking *ranking, guint32 kind) {
  const RefnetKinds *kinds = ranking->ground->kinds;
  gboolean first_suffice =
      !ranking->ground->options->past && refnet_suitability_is_even(&ranking->suitability, kind);
  double most = refnet_suitability_of_kind(&ranking->suitability, kind);
  for (guint32 i = kinds->start[kind], seen = 0;
       i < kinds->start[kind + 1] && (!first_suffice || seen < ranking->wanted) &&
       most >= ranking->least;
       i++) {
    guint32 vertex = kinds->member[i];
    if (is_known(ranking, ranking->ground->allocation->place[vertex]))
      continue;
    offer(ranking, vertex, 0, refnet_suitability_of(&ranking->suitability, kind, vertex));
    seen++;
  }
}

static void look_at_others(RefnetRanking *ranking) {
  const RefnetKinds *kinds = ranking->ground->kinds;
  if (refnet_suitability_most(&ranking->suitability) < ranking->least)
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
}

/* Whoever has less of b than this is not among the first, nor has the largest b: with a score of
 * b / max b + s at most, it lacks least · max b. Over three ties max b may be more than anybody has
 * over two, and to lack less takes more then: hence the guess. Where it is too low this shows
 * afterwards. */
static double worth_over_two(RefnetRanking *ranking) {
  const double guess = 1.2;
  double known = largest_over_two(ranking), largest = guess * known;
  begin(ranking, largest);
  consider_columns(ranking);
  consider_near(ranking);
  double most = refnet_suitability_most(&ranking->suitability);
  return MIN(known, (ranking->least - most) * largest);
}

/* Of all within three ties those that have enough; or everybody, where that doesn't tell. */
static void look_at_all(RefnetRanking *ranking) {
  RefnetNearness *nearness = &ranking->nearness;
  refnet_nearness_walk_two(nearness);
  double worth = worth_over_two(ranking);
  refnet_nearness_walk_three(nearness, worth);
  if (worth > 0) {
    begin(ranking, largest_of(ranking, nearness->found, nearness->found_count));
    consider_all(ranking, nearness->found, nearness->found_count);
    if (structure_of(ranking, worth) + refnet_suitability_most(&ranking->suitability) <
        ranking->least) {
      look_at_promising(ranking);
      return;
    }
  }
  consider_met(ranking);
  look_at_promising(ranking);
  look_at_others(ranking);
}

void refnet_ranking_find(RefnetRanking *ranking, guint32 x, guint32 wanted) {
  turn_to(ranking, x, wanted);
  if (!look_at_largest_parts(ranking))
    look_at_all(ranking);
}
