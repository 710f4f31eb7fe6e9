/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom each organization should meet, all at once. */
#include "analysis/everyone/everyone.h"

#include <string.h>

#include "analysis/everyone/ranking.h"
#include "analysis/memory.h"
#include "analysis/records/records.h"
#include "analysis/result.h"
#include "analysis/who_else/reasons.h"
#include "analysis/who_else/suggestions.h"
#include "base/parallel.h"

/* ---- rows that are one organization ---------------------------------------------------------- */

/* The groups of who asks and of its rows' partners. */
static void set_taken(const RefnetGround *ground, guint32 x, guint8 *taken, guint8 value) {
  const RefnetNetwork *network = ground->network;
  taken[ground->same[x]] = value;
  for (guint32 row = ground->same[x]; row != REFNET_NONE; row = ground->next_same[row])
    for (guint64 i = network->tie_start[row]; i < network->tie_start[row + 1]; i++)
      taken[ground->same[network->neighbor[i]]] = value;
}

/* Drops from the first `length` ranked those whose group is taken: that of who asks, of its rows'
 * partners or of a better one; returns how many stay. `taken` is by group and zero between uses. */
static guint32 drop_same(const RefnetGround *ground, guint32 x, RefnetRanked *ranked,
                         guint32 length, guint8 *taken) {
  guint32 kept = 0;
  set_taken(ground, x, taken, TRUE);
  for (guint32 i = 0; i < length; i++) {
    guint8 *group = &taken[ground->same[ranked[i].vertex]];
    if (*group)
      continue;
    *group = TRUE;
    ranked[kept++] = ranked[i];
  }
  for (guint32 i = 0; i < kept; i++)
    taken[ground->same[ranked[i].vertex]] = FALSE;
  set_taken(ground, x, taken, FALSE);
  return kept;
}

/* Drops those that are the same body as who asks; returns how many stay. */
static guint32 drop_own(const RefnetGround *ground, guint32 x, RefnetRanked *ranked,
                        guint32 length) {
  guint32 kept = 0;
  for (guint32 i = 0; i < length; i++)
    if (!refnet_is_part_of_same_body(ground->network, x, ranked[i].vertex))
      ranked[kept++] = ranked[i];
  return kept;
}

/* As refnet_who_else_new asks it: of who asks, its partners and those suggested, or of all where
 * rows are few. */
static gboolean may_repeat(const RefnetGround *ground, guint32 x, const RefnetRanked *ranked,
                           guint32 length) {
  const RefnetNetwork *network = ground->network;
  if (network->vertices <= REFNET_FEW_ROWS)
    return ground->same != NULL;
  g_autoptr(GArray) vertices = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_array_append_val(vertices, x);
  for (guint64 i = network->tie_start[x]; i < network->tie_start[x + 1]; i++)
    g_array_append_val(vertices, network->neighbor[i]);
  for (guint32 i = 0; i < length; i++)
    g_array_append_val(vertices, ranked[i].vertex);
  return refnet_records_may_repeat(network, (const guint32 *)(gpointer)vertices->data,
                                   vertices->len);
}

/* The first `wanted` for x that stay; where some drop out, more are looked at until enough are
 * left. `taken` is NULL where rows of one organization may stay. */
static guint32 rank_enough(RefnetRanking *ranking, guint32 x, guint32 wanted, guint8 *taken,
                           RefnetRanked *ranked) {
  guint32 look = wanted, kept;
  for (;;) {
    refnet_ranking_find(ranking, x, look);
    gboolean are_all = ranking->length < look || look >= ranking->room;
    kept = ranking->ground->has_parts ? drop_own(ranking->ground, x, ranking->best, ranking->length)
                                      : ranking->length;
    kept = taken ? drop_same(ranking->ground, x, ranking->best, kept, taken) : kept;
    if (kept >= wanted || are_all)
      break;
    look = look > ranking->room / 4 ? ranking->room : 4 * look;
  }
  kept = MIN(kept, wanted);
  memcpy(ranked, ranking->best, kept * sizeof *ranked);
  return kept;
}

/* The first `wanted` for x, without rows of one organization. */
static guint32 rank_distinct(RefnetRanking *ranking, guint32 x, guint32 wanted, guint8 *taken,
                             RefnetRanked *ranked) {
  const RefnetGround *ground = ranking->ground;
  guint32 length = rank_enough(ranking, x, wanted, NULL, ranked);
  if (!ground->same || drop_same(ground, x, ranking->best, length, taken) == length ||
      !may_repeat(ground, x, ranked, length))
    return length;
  return rank_enough(ranking, x, wanted, taken, ranked);
}

/* ---- everyone -------------------------------------------------------------------------------- */

/* What is found for one that asks, for its scores to be told again. */
typedef struct {
  double largest_b;
  RefnetFit mean;
  double mean_sectors;
  guint known_terms;
} Terms;

typedef struct {
  RefnetEveryone everyone; /* first: what the caller holds */
  RefnetGround ground;
  guint64 *start;
  RefnetRanked *ranked;   /* while looking for them: `wanted` for each vertex */
  guint32 *length;        /* by vertex */
  Terms *terms;           /* by vertex */
  RefnetStrongTies *ties; /* sorted for the first answer in full */
  GPtrArray *idle;        /* path finders that nobody uses just now */
  GMutex mutex;           /* of these two */
  RefnetWhoElseOptions options;
  guint32 wanted;
  RefnetRanking rankings[2];
  guint8 *taken[2];
} Result;

/* Nobody is suggested to who has closed. */
static void rank_one(Result *result, RefnetRanking *ranking, guint8 *taken, guint32 x) {
  const RefnetScores *scores = &ranking->suitability.scores;
  const RefnetKinds *kinds = result->ground.kinds;
  if (!kinds->groups[kinds->kinds[kinds->kind_of[x]].group].candidate)
    return;
  result->length[x] = rank_distinct(ranking, x, result->wanted, taken,
                                    result->ranked + (guint64)x * result->wanted);
  result->terms[x] =
      (Terms){scores->largest_b, scores->mean, scores->mean_sectors, scores->known_terms};
}

/* By kind, for what is known of a kind is worked out once; by turns, for some kinds ask for more
 * work than others. */
static void rank_half(gpointer work, guint half) {
  enum { TURN = 128 };
  Result *result = work;
  guint32 n = result->ground.network->vertices;
  for (guint64 begin = half * TURN; begin < n; begin += 2 * TURN)
    for (guint64 i = begin; i < MIN(begin + TURN, n); i++)
      rank_one(result, &result->rankings[half], result->taken[half],
               result->ground.kinds->member[i]);
}

static gboolean prepare(Result *result, GError **error) {
  guint32 n = result->ground.network->vertices;
  guint32 room = result->ground.same || result->ground.has_parts ? n : result->wanted;
  for (guint half = 0; half < 2; half++)
    if (!refnet_ranking_init(&result->rankings[half], &result->ground, room, error) ||
        !(result->taken[half] = REFNET_TRY_ARRAY(guint8, n, error)))
      return FALSE;
  return (result->ties =
              refnet_strong_ties_new(result->ground.network, result->options.as_of, error)) &&
         (result->start = REFNET_TRY_ARRAY(guint64, (guint64)n + 1, error)) &&
         (result->length = REFNET_TRY_ARRAY(guint32, n, error)) &&
         (result->terms = REFNET_TRY_ARRAY(Terms, n, error)) &&
         (result->ranked = REFNET_TRY_ARRAY(RefnetRanked, (guint64)n * result->wanted, error));
}

/* Closes the gaps where fewer than wanted were found. */
static void close_up(Result *result) {
  guint32 n = result->ground.network->vertices;
  for (guint32 v = 0; v < n; v++) {
    memmove(result->ranked + result->start[v], result->ranked + (guint64)v * result->wanted,
            result->length[v] * sizeof *result->ranked);
    result->start[v + 1] = result->start[v] + result->length[v];
  }
}

static void release_work(Result *result) {
  for (guint half = 0; half < 2; half++) {
    refnet_ranking_clear(&result->rankings[half]);
    g_clear_pointer(&result->taken[half], g_free);
  }
  g_clear_pointer(&result->length, g_free);
}

RefnetEveryone *refnet_everyone_shaped(const RefnetNetwork *network,
                                       const RefnetWhoElseOptions *options,
                                       const RefnetAllocationShape *shape, GError **error) {
  enum { VERTICES_FOR_A_THREAD = 200 };
  Result *result = g_new0(Result, 1);
  result->idle = g_ptr_array_new_with_free_func((GDestroyNotify)refnet_path_finder_free);
  g_mutex_init(&result->mutex);
  g_autoptr(RefnetEveryone) everyone = &result->everyone;
  result->options = *options;
  result->wanted = MIN(options->top ? options->top : G_MAXUINT32, network->vertices);
  if (!refnet_ground_init(&result->ground, network, &result->options, shape, error) ||
      !prepare(result, error))
    return NULL;
  refnet_do_halves(rank_half, result,
                   network->vertices >= VERTICES_FOR_A_THREAD ? g_get_num_processors() : 1);
  close_up(result);
  release_work(result);
  *everyone = (RefnetEveryone){network, result->start, result->ranked};
  return g_steal_pointer(&everyone);
}

RefnetEveryone *refnet_who_else_everyone(const RefnetNetwork *network,
                                         const RefnetWhoElseOptions *options, GError **error) {
  return refnet_everyone_shaped(network, options, NULL, error);
}

void refnet_everyone_free(RefnetEveryone *everyone) {
  if (!everyone)
    return;
  Result *result = (Result *)everyone;
  release_work(result);
  refnet_ground_clear(&result->ground);
  g_ptr_array_unref(result->idle);
  g_mutex_clear(&result->mutex);
  refnet_strong_ties_free(result->ties);
  g_free(result->start);
  g_free(result->ranked);
  g_free(result->terms);
  g_free(result);
}

/* ---- one answer in full ---------------------------------------------------------------------- */

static RefnetPathFinder *take_finder(Result *result, GError **error) {
  g_mutex_lock(&result->mutex);
  if (!result->ties->are_sorted)
    refnet_strong_ties_sort_all(result->ties);
  RefnetPathFinder *finder = result->idle->len > 0
                                 ? g_ptr_array_steal_index_fast(result->idle, result->idle->len - 1)
                                 : refnet_path_finder_new(result->ties, error);
  g_mutex_unlock(&result->mutex);
  return finder;
}

static void put_back_finder(Result *result, RefnetPathFinder *finder) {
  g_mutex_lock(&result->mutex);
  g_ptr_array_add(result->idle, finder);
  g_mutex_unlock(&result->mutex);
}

static gboolean introduce(Result *result, RefnetWhoElse *who_else, GError **error) {
  RefnetPathFinder *finder = take_finder(result, error);
  if (!finder)
    return FALSE;
  refnet_path_finder_turn_to(finder, who_else->organization);
  refnet_who_else_introduce(who_else, finder);
  put_back_finder(result, finder);
  return TRUE;
}

static RefnetScores scores_of(const Result *result, guint32 vertex, const RefnetProfile *profile) {
  const RefnetGround *ground = &result->ground;
  const Terms *terms = &result->terms[vertex];
  guint32 organization = ground->network->organization[vertex];
  guint32 sector = refnet_network_organization(ground->network, vertex)->sector;
  return (RefnetScores){
      .network = ground->network,
      .vertex = vertex,
      .organization = organization,
      .sector = sector,
      .profile = profile,
      .named = &ground->named,
      .prefer = ground->options->prefer,
      .largest_b = terms->largest_b,
      .mean = terms->mean,
      .known_terms = terms->known_terms,
      .mean_sectors = terms->mean_sectors,
      .sector_ties = sector == REFNET_NONE ? NULL : g_ptr_array_index(ground->sector_ties, sector)};
}

static gboolean tell(const Result *result, const RefnetScores *scores, const RefnetRanked *ranked,
                     RefnetWhoElseResult *answer) {
  RefnetSuggestion *suggestion = refnet_who_else_result_add(answer, ranked->vertex, ranked->score);
  gboolean speaks, undated;
  if (!suggestion)
    return FALSE;
  RefnetCandidate candidate = refnet_scores_candidate(scores, ranked->vertex, ranked->b);
  RefnetHistory history = {
      refnet_ground_lapsed(&result->ground, scores->vertex, ranked->vertex, &undated),
      result->ground.met[ranked->vertex]};
  return refnet_reasons_new(scores, &candidate, &history, answer->pool, &suggestion->reasons,
                            &suggestion->reason_count, &speaks);
}

RefnetWhoElse *refnet_everyone_answer(const RefnetEveryone *everyone, guint32 vertex, guint32 rank,
                                      GError **error) {
  Result *result = (Result *)everyone;
  g_auto(RefnetProfile) profile = {0};
  refnet_profile_init(&profile, everyone->network->dataset,
                      everyone->network->organization[vertex]);
  RefnetScores scores = scores_of(result, vertex, &profile);
  RefnetWhoElseResult *answer = refnet_who_else_result_new(everyone->network, error);
  g_autoptr(RefnetWhoElse) who_else = answer ? &answer->who_else : NULL;
  if (!who_else)
    return NULL;
  who_else->organization = vertex;
  who_else->structure_known = scores.largest_b > 0;
  if (!tell(result, &scores, &everyone->ranked[everyone->start[vertex] + rank], answer)) {
    refnet_result_no_memory(error);
    return NULL;
  }
  if (!introduce(result, who_else, error))
    return NULL;
  return g_steal_pointer(&who_else);
}
