/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who else should we be meeting with: organizations without a tie to the one that asks, ranked by
 * partners in common, by fit of what they do, and by who named them. */
#include <refnet/analysis.h>

#include <math.h>

#include "analysis/duplicate_records.h"
#include "analysis/memory.h"
#include "analysis/path.h"
#include "analysis/result.h"
#include "analysis/who_else_reasons.h"
#include "analysis/who_else_structure.h"

/* S = b / max b + .15 X (METHODS), and a term of its own for nominations: k organizations that
 * named the candidate add 1 − 2^−k of it, half for the first, for each further one tells less. */
static const struct {
  double attributes, nominations;
} weights = {.attributes = 0.15, .nominations = 0.15};

/* The result and what owns its lists. */
typedef struct {
  RefnetWhoElse who_else; /* first: what the caller holds */
  RefnetPool *pool;
} WhoElse;

typedef struct {
  guint32 vertex;
  double b, nomination, score;
  RefnetFit fit;
} Candidate;

typedef struct {
  const RefnetNetwork *network;
  const RefnetWhoElseOptions *options;
  guint32 vertex;
  RefnetProfile profile;
  RefnetNamed named;
  double *structure; /* b, by vertex */
  Candidate *candidates;
  guint32 candidate_count;
  guint32 *order; /* a heap of candidates, the best at 0; behind it those taken, best last */
  guint32 ranked; /* taken so far */
  double largest_b;
  double mean[REFNET_TERMS]; /* over candidates whose term is known; NaN: none */
  guint known_terms;
  guint32 *same; /* NULL: no two rows at stake are one organization */
  WhoElse *result;
} Search;

static void search_clear(Search *search) {
  refnet_profile_clear(&search->profile);
  refnet_named_clear(&search->named);
  g_free(search->structure);
  g_free(search->candidates);
  g_free(search->order);
  g_free(search->same);
  refnet_who_else_free(search->result ? &search->result->who_else : NULL);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

/* ---- candidates ---------------------------------------------------------------------------------
 */

static gboolean is_candidate(const RefnetNetwork *network, guint32 vertex, const guint8 *tied) {
  return !tied[vertex] && !refnet_network_organization(network, vertex)->closed;
}

static Candidate candidate_of(const Search *search, guint32 vertex) {
  const RefnetNetwork *network = search->network;
  guint32 named = search->named.start[vertex + 1] - search->named.start[vertex];
  g_auto(RefnetProfile) profile = {0};
  refnet_profile_init(&profile, network->dataset, network->organization[vertex]);
  return (Candidate){.vertex = vertex,
                     .b = search->structure[vertex],
                     .nomination = weights.nominations * (1 - exp2(-(double)named)),
                     .fit = refnet_profile_fit(
                         network->dataset, network->organization[search->vertex], &search->profile,
                         network->organization[vertex], &profile, search->options->prefer)};
}

static gboolean list_candidates(Search *search, GError **error) {
  const RefnetNetwork *network = search->network;
  guint32 x = search->vertex;
  g_autofree guint8 *tied = REFNET_TRY_ARRAY(guint8, network->vertices, error);
  if (!tied || !(search->candidates = REFNET_TRY_ARRAY(Candidate, network->vertices, error)))
    return FALSE;
  tied[x] = TRUE;
  for (guint64 i = network->tie_start[x]; i < network->tie_start[x + 1]; i++)
    tied[network->neighbor[i]] = TRUE;
  for (guint32 v = 0; v < network->vertices; v++)
    if (is_candidate(network, v, tied))
      search->candidates[search->candidate_count++] = candidate_of(search, v);
  return TRUE;
}

/* ---- scores -------------------------------------------------------------------------------------
 */

static double mean_of_term(const Search *search, RefnetTerm term) {
  double sum = 0;
  guint32 known = 0;
  for (guint32 i = 0; i < search->candidate_count; i++) {
    double value = search->candidates[i].fit.term[term];
    if (isnan(value))
      continue;
    sum += value;
    known++;
  }
  return known ? sum / known : NAN;
}

/* X: the mean of the terms that are known of anybody, the candidates' mean where one is not known
 * of this candidate. */
static double attributes_of(const Search *search, const Candidate *candidate) {
  double sum = 0;
  for (guint term = 0; term < REFNET_TERMS; term++) {
    double value = candidate->fit.term[term];
    if (!isnan(search->mean[term]))
      sum += isnan(value) ? search->mean[term] : value;
  }
  return search->known_terms ? sum / search->known_terms : 0;
}

static double attribute_weight(const Search *search) {
  return search->largest_b > 0 ? weights.attributes : 1;
}

static double structure_term(const Search *search, const Candidate *candidate) {
  return search->largest_b > 0 ? candidate->b / search->largest_b : 0;
}

/* Best first. Sums taken in another order may differ in the last digits: these don't count. */
static gboolean is_better(const Search *search, guint32 a, guint32 b) {
  const double digits = 1e12;
  double first = rint(search->candidates[a].score * digits);
  double second = rint(search->candidates[b].score * digits);
  return first != second ? first > second : a < b;
}

static void sift_down(Search *search, guint32 at) {
  guint32 *order = search->order, length = search->candidate_count - search->ranked;
  guint32 moved = order[at];
  for (guint64 child; (child = 2 * (guint64)at + 1) < length; at = (guint32)child) {
    if (child + 1 < length && is_better(search, order[child + 1], order[child]))
      child++;
    if (!is_better(search, order[child], moved))
      break;
    order[at] = order[child];
  }
  order[at] = moved;
}

static gboolean heap_candidates(Search *search, GError **error) {
  if (!(search->order = REFNET_TRY_ARRAY(guint32, search->candidate_count, error)))
    return FALSE;
  for (guint32 i = 0; i < search->candidate_count; i++)
    search->order[i] = i;
  for (guint32 i = search->candidate_count / 2; i-- > 0;)
    sift_down(search, i);
  return TRUE;
}

/* The candidate of that rank, from 0: few of many are asked for, so they are not all sorted. */
static const Candidate *candidate_ranked(Search *search, guint32 rank) {
  while (search->ranked <= rank) {
    guint32 best = search->order[0];
    search->ranked++;
    guint32 last = search->candidate_count - search->ranked;
    search->order[0] = search->order[last];
    search->order[last] = best;
    if (last > 0)
      sift_down(search, 0);
  }
  return &search->candidates[search->order[search->candidate_count - 1 - rank]];
}

static void score_candidates(Search *search) {
  for (guint32 i = 0; i < search->candidate_count; i++)
    search->largest_b = MAX(search->largest_b, search->candidates[i].b);
  for (guint term = 0; term < REFNET_TERMS; term++) {
    search->mean[term] = mean_of_term(search, term);
    search->known_terms += !isnan(search->mean[term]);
  }
  for (guint32 i = 0; i < search->candidate_count; i++) {
    Candidate *candidate = &search->candidates[i];
    candidate->score = structure_term(search, candidate) +
                       attribute_weight(search) * attributes_of(search, candidate) +
                       candidate->nomination;
  }
}

/* ---- suggestions --------------------------------------------------------------------------------
 */

/* Groups of rows that are taken: the asker's, its partners', those suggested already. */
static guint8 *mark_taken(const Search *search, GError **error) {
  const RefnetNetwork *network = search->network;
  guint32 x = search->vertex;
  guint8 *taken = REFNET_TRY_ARRAY(guint8, network->vertices, error);
  if (!taken || !search->same)
    return taken;
  taken[search->same[x]] = TRUE;
  for (guint64 i = network->tie_start[x]; i < network->tie_start[x + 1]; i++)
    taken[search->same[network->neighbor[i]]] = TRUE;
  return taken;
}

static gboolean suggest(Search *search, const Candidate *candidate) {
  RefnetAsker asker = {search->network, search->vertex, &search->profile, &search->named,
                       search->options->prefer};
  RefnetScoreParts parts = {.vertex = candidate->vertex,
                            .structure = structure_term(search, candidate),
                            .fit = candidate->fit,
                            .nomination = candidate->nomination};
  for (guint term = 0; term < REFNET_TERMS; term++)
    parts.weight[term] = search->known_terms ? attribute_weight(search) / search->known_terms : 0;
  RefnetWhoElse *who_else = &search->result->who_else;
  RefnetSuggestion *suggestion = &who_else->suggestions[who_else->suggestion_count];
  *suggestion = (RefnetSuggestion){.vertex = candidate->vertex, .score = candidate->score};
  gboolean complete = refnet_reasons_new(&asker, &parts, search->result->pool, &suggestion->reasons,
                                         &suggestion->reason_count);
  /* Nothing known speaks for it: the score is made of other candidates' means. */
  if (complete && suggestion->reason_count == 0)
    g_clear_pointer(&suggestion->reasons, g_free);
  else
    who_else->suggestion_count++;
  return complete;
}

static void drop_suggestions(RefnetWhoElse *who_else) {
  for (guint32 i = 0; i < who_else->suggestion_count; i++) {
    g_free(who_else->suggestions[i].reasons);
    g_free(who_else->suggestions[i].introduction.steps);
  }
  who_else->suggestion_count = 0;
}

static gboolean fill_suggestions(Search *search, guint32 most, GError **error) {
  RefnetWhoElse *who_else = &search->result->who_else;
  g_autofree guint8 *taken = mark_taken(search, error);
  if (!taken)
    return FALSE;
  for (guint32 i = 0; i < search->candidate_count && who_else->suggestion_count < most; i++) {
    const Candidate *candidate = candidate_ranked(search, i);
    guint32 group = search->same ? search->same[candidate->vertex] : candidate->vertex;
    guint32 before = who_else->suggestion_count;
    if (taken[group])
      continue;
    if (!suggest(search, candidate))
      return refnet_result_no_memory(error);
    taken[group] = who_else->suggestion_count > before;
  }
  return TRUE;
}

/* May two of the asker, its partners and those suggested be rows of one organization? */
static gboolean may_repeat(const Search *search) {
  const RefnetNetwork *network = search->network;
  const RefnetWhoElse *who_else = &search->result->who_else;
  guint64 first = network->tie_start[search->vertex], end = network->tie_start[search->vertex + 1];
  g_autoptr(GArray) vertices = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_array_append_val(vertices, search->vertex);
  if (end > first)
    g_array_append_vals(vertices, &network->neighbor[first], (guint)(end - first));
  for (guint32 i = 0; i < who_else->suggestion_count; i++)
    g_array_append_val(vertices, who_else->suggestions[i].vertex);
  return refnet_records_may_repeat(network, (const guint32 *)(gpointer)vertices->data,
                                   vertices->len);
}

/* Which rows are one organization takes a look at the whole dataset, and seldom matters to the few
 * at the top: it is found out only where two names there agree. */
static gboolean make_suggestions(Search *search, GError **error) {
  RefnetWhoElse *who_else = &search->result->who_else;
  guint32 most = search->candidate_count;
  if (search->options->top > 0)
    most = MIN(most, search->options->top);
  if (!(who_else->suggestions = REFNET_TRY_ARRAY(RefnetSuggestion, (guint64)most + 1, error)) ||
      !fill_suggestions(search, most, error))
    return FALSE;
  if (!may_repeat(search))
    return TRUE;
  drop_suggestions(who_else);
  return (search->same = refnet_same_records(search->network, error)) != NULL &&
         fill_suggestions(search, most, error);
}

static gboolean add_introductions(Search *search, GError **error) {
  RefnetWhoElse *who_else = &search->result->who_else;
  g_autoptr(RefnetPathFinder) finder =
      refnet_path_finder_new(search->network, search->vertex, search->options->as_of, error);
  if (!finder)
    return FALSE;
  for (guint32 i = 0; i < who_else->suggestion_count; i++)
    who_else->suggestions[i].introduction =
        refnet_path_finder_best(finder, who_else->suggestions[i].vertex, REFNET_PATH_MAX_TIES);
  return TRUE;
}

/* ---- the search ---------------------------------------------------------------------------------
 */

static gboolean prepare(Search *search, GError **error) {
  const RefnetNetwork *network = search->network;
  search->result = g_new0(WhoElse, 1);
  search->result->who_else.network = network;
  search->result->who_else.organization = search->vertex;
  if (!(search->result->pool = refnet_pool_new()))
    return refnet_result_no_memory(error);
  if (!(search->structure = refnet_structure_scores(network, search->vertex, error)) ||
      !refnet_named_init(&search->named, network, error))
    return FALSE;
  refnet_profile_init(&search->profile, network->dataset, network->organization[search->vertex]);
  return TRUE;
}

RefnetWhoElse *refnet_who_else_new(const RefnetNetwork *network, guint32 vertex,
                                   const RefnetWhoElseOptions *options, GError **error) {
  static const RefnetWhoElseOptions defaults = {.as_of = REFNET_DATE_UNKNOWN};
  g_auto(Search)
      search = {.network = network, .vertex = vertex, .options = options ? options : &defaults};
  if (vertex >= network->vertices) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                        "who-else needs an organization that the filters leave in");
    return NULL;
  }
  if (!prepare(&search, error) || !list_candidates(&search, error))
    return NULL;
  score_candidates(&search);
  if (!heap_candidates(&search, error) || !make_suggestions(&search, error) ||
      !add_introductions(&search, error))
    return NULL;
  RefnetWhoElse *who_else = &search.result->who_else;
  who_else->structure_known = search.largest_b > 0;
  who_else->candidates = search.candidate_count;
  search.result = NULL;
  return who_else;
}

void refnet_who_else_free(RefnetWhoElse *who_else) {
  if (!who_else)
    return;
  WhoElse *result = (WhoElse *)who_else;
  drop_suggestions(who_else);
  refnet_pool_free(result->pool);
  g_free(who_else->suggestions);
  g_free(result);
}
