/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties to make inside a coalition: those that open a route to a service, that join parts, that fit,
 * and referrals that only go one way. */
#include "analysis/coalition/ties_search.h"

#include <math.h>

#include "analysis/memory.h"
#include "analysis/records/records.h"
#include "analysis/result.h"
#include "analysis/who_else/reasons.h"
#include "analysis/who_else/suggestions.h"

enum { MOST_MEMBERS = 2000, MOST_FITTING = 50 };

static void search_clear(RefnetTieSearch *search) {
  refnet_coalition_clear(&search->coalition);
  g_free(search->member);
  g_free(search->place);
  g_free(search->chosen);
  g_free(search->excluded);
  g_free(search->same);
  g_free(search->fit);
  g_clear_pointer(&search->ties, g_array_unref);
  g_clear_pointer(&search->one_way, g_array_unref);
  refnet_ties_to_make_free(search->result ? &search->result->ties : NULL);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetTieSearch, search_clear)

static gboolean list_members(RefnetTieSearch *search, GError **error) {
  const RefnetNetwork *network = search->network;
  gboolean everybody = search->coalition.rule == REFNET_MEMBERS_NONE;
  if (!(search->member = REFNET_TRY_ARRAY(guint32, network->vertices, error)) ||
      !(search->place = REFNET_TRY_ARRAY(guint32, network->vertices, error)))
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++) {
    gboolean counts =
        everybody ? !refnet_network_organization(network, v)->closed : search->coalition.member[v];
    search->place[v] = counts ? search->members : REFNET_NONE;
    if (counts)
      search->member[search->members++] = v;
  }
  if (search->members <= MOST_MEMBERS)
    return TRUE;
  g_set_error(
      error, REFNET_ERROR, REFNET_ERROR_USAGE,
      "ties are looked for among %d organisations at most, and here are %u; choose some with "
      "--coalition",
      MOST_MEMBERS, search->members);
  return FALSE;
}

/* ---- who may be told of --------------------------------------------------------------------- */

static gboolean mark_chosen(RefnetTieSearch *search, GError **error) {
  const RefnetNetwork *network = search->network;
  const RefnetWhoElseOptions *options = search->options;
  if (!(search->chosen = refnet_who_else_allowed(network, options, error)) ||
      !(search->excluded = REFNET_TRY_ARRAY(guint8, network->vertices, error)))
    return FALSE;
  for (guint32 i = 0; i < options->excluded_count; i++)
    if (network->vertex[options->excluded[i]] != REFNET_NONE)
      search->excluded[network->vertex[options->excluded[i]]] = TRUE;
  if (refnet_records_may_repeat(network, search->member, search->members) &&
      !(search->same = refnet_same_records(network, error)))
    return FALSE;
  return TRUE;
}

/* ---- how members fit ------------------------------------------------------------------------- */

static gboolean score(const RefnetTieSearch *search, guint32 vertex, RefnetProfile *profile,
                      RefnetScores *scores, GError **error) {
  const RefnetNetwork *network = search->network;
  refnet_profile_init(profile, network->dataset, network->organization[vertex]);
  *scores = (RefnetScores){.network = network,
                           .vertex = vertex,
                           .organization = network->organization[vertex],
                           .sector = refnet_network_organization(network, vertex)->sector,
                           .profile = profile,
                           .prefer = search->options->prefer};
  return refnet_scores_find(scores, error);
}

static gboolean fit_members(RefnetTieSearch *search, GError **error) {
  gsize members = search->members;
  if (!(search->fit = REFNET_TRY_ARRAY(double, members *members, error)))
    return FALSE;
  for (gsize i = 0; i < members * members; i++)
    search->fit[i] = NAN;
  for (gsize m = 0; m < members; m++) {
    g_auto(RefnetProfile) profile = {0};
    g_auto(RefnetScores) scores = {0};
    if (!score(search, search->member[m], &profile, &scores, error))
      return FALSE;
    for (guint32 i = 0; i < scores.count; i++) {
      guint32 other = search->place[scores.candidates[i].vertex];
      if (other != REFNET_NONE &&
          !refnet_ties_are_one(search, search->member[m], search->member[other]))
        search->fit[m * members + other] = scores.candidates[i].score;
    }
  }
  return TRUE;
}

/* ---- routes ---------------------------------------------------------------------------------- */

static void add_route(RefnetTieSearch *search, const RefnetGap *gap) {
  const RefnetNetwork *network = search->network;
  guint32 from = network->vertex[gap->link_from], to = network->vertex[gap->link_to];
  double people = gap->demand > 0 ? gap->demand : 0;
  for (guint i = 0; i < search->ties->len; i++) {
    RefnetTieToMake *known = &g_array_index(search->ties, RefnetTieToMake, i);
    if (known->from != from || known->to != to)
      continue;
    known->cells++;
    known->score += people;
    return;
  }
  if (from == REFNET_NONE || to == REFNET_NONE || !refnet_tie_is_about_chosen(search, from, to))
    return;
  RefnetTieToMake tie = {.from = from,
                         .to = to,
                         .kind = REFNET_TIE_ROUTE,
                         .score = people,
                         .area = gap->area,
                         .service = gap->service,
                         .cells = 1,
                         .is_outside = search->place[from] == REFNET_NONE &&
                                       search->place[to] == REFNET_NONE};
  g_array_append_val(search->ties, tie);
}

static gboolean add_routes(RefnetTieSearch *search, GError **error) {
  RefnetGapOptions options = {.as_of = search->options->as_of,
                              .statuses = 1u << REFNET_GAP_UNREACHABLE};
  g_autoptr(RefnetGaps) gaps = refnet_gaps_new(search->network, &options, error);
  for (gsize i = 0; gaps && i < gaps->cell_count; i++)
    if (gaps->cells[i].link_from != REFNET_NONE && gaps->cells[i].link_to != REFNET_NONE)
      add_route(search, &gaps->cells[i]);
  return gaps != NULL;
}

/* ---- pairs that fit -------------------------------------------------------------------------- */

static int compare_ties(gconstpointer a, gconstpointer b) {
  const RefnetTieToMake *first = a, *second = b;
  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  double one = rint(first->score * 1e12), other = rint(second->score * 1e12);
  if (one != other)
    return one > other ? -1 : 1;
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return first->to < second->to ? -1 : first->to > second->to;
}

static const RefnetCandidate *candidate_in(const RefnetScores *scores, guint32 vertex) {
  for (guint32 i = 0; i < scores->count; i++)
    if (scores->candidates[i].vertex == vertex)
      return &scores->candidates[i];
  return NULL;
}

static gboolean give_reasons(RefnetTieSearch *search, RefnetTieToMake *tie, GError **error) {
  static const RefnetHistory none = {REFNET_DATE_UNKNOWN, REFNET_NONE};
  g_auto(RefnetProfile) profile = {0};
  g_auto(RefnetScores) scores = {0};
  gboolean speaks;
  if (!score(search, tie->from, &profile, &scores, error))
    return FALSE;
  return refnet_reasons_new(&scores, candidate_in(&scores, tie->to), &none, search->result->pool,
                            &tie->reasons, &tie->reason_count, &speaks) ||
         refnet_result_no_memory(error);
}

/* For a better reason, that is. */
static gboolean is_suggested(const RefnetTieSearch *search, guint32 a, guint32 b) {
  for (guint i = 0; i < search->ties->len; i++) {
    const RefnetTieToMake *tie = &g_array_index(search->ties, RefnetTieToMake, i);
    if ((tie->from == a && tie->to == b) || (tie->from == b && tie->to == a))
      return TRUE;
  }
  return FALSE;
}

static GArray *list_pairs(const RefnetTieSearch *search) {
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(RefnetTieToMake));
  for (guint32 a = 0; a < search->members; a++)
    for (guint32 b = a + 1; b < search->members; b++) {
      double fit = refnet_tie_fit(search, a, b);
      RefnetTieToMake tie = {
          .from = search->member[a], .to = search->member[b], .kind = REFNET_TIE_FIT, .score = fit};
      if (fit > 0 && refnet_tie_is_about_chosen(search, tie.from, tie.to))
        g_array_append_val(pairs, tie);
    }
  g_array_sort(pairs, compare_ties);
  return pairs;
}

/* Where nothing known speaks for a pair, its score is made of means. */
static gboolean add_fitting(RefnetTieSearch *search, GError **error) {
  g_autoptr(GArray) pairs = list_pairs(search);
  for (guint i = 0, added = 0; i < pairs->len && added < MOST_FITTING; i++) {
    RefnetTieToMake tie = g_array_index(pairs, RefnetTieToMake, i);
    if (is_suggested(search, tie.from, tie.to))
      continue;
    if (!give_reasons(search, &tie, error))
      return FALSE;
    if (tie.reason_count > 0) {
      g_array_append_val(search->ties, tie);
      added++;
    } else {
      g_free(tie.reasons);
    }
  }
  return TRUE;
}

/* ---- one way --------------------------------------------------------------------------------- */

static int compare_one_way(gconstpointer a, gconstpointer b) {
  const RefnetOneWay *first = a, *second = b;
  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return first->to < second->to ? -1 : first->to > second->to;
}

static void add_one_way(RefnetTieSearch *search) {
  const RefnetNetwork *network = search->network;
  for (guint64 a = 0; a < network->arcs; a++) {
    guint32 from = network->arc_from[a], to = network->arc_to[a];
    RefnetTri answered = refnet_dataset_answered(network->dataset, network->organization[to]);
    RefnetOneWay one = {from, to, network->arc_count[a], answered == REFNET_TRI_NO};
    if (search->place[from] != REFNET_NONE && search->place[to] != REFNET_NONE &&
        refnet_tie_is_about_chosen(search, from, to) &&
        refnet_network_find_arc(network, to, from) == G_MAXUINT64)
      g_array_append_val(search->one_way, one);
  }
  g_array_sort(search->one_way, compare_one_way);
}

/* ---- the search ------------------------------------------------------------------------------ */

static gboolean prepare(RefnetTieSearch *search, GError **error) {
  search->ties = g_array_new(FALSE, FALSE, sizeof(RefnetTieToMake));
  search->one_way = g_array_new(FALSE, FALSE, sizeof(RefnetOneWay));
  search->result = g_new0(RefnetTiesResult, 1);
  search->result->ties.network = search->network;
  if (!(search->result->pool = refnet_pool_new()))
    return refnet_result_no_memory(error);
  return refnet_coalition_init(&search->coalition, search->network, search->options->coalitions,
                               error) &&
         list_members(search, error) && mark_chosen(search, error);
}

/* What was found becomes the result's, whether or not all was found. */
static void hand_over(RefnetTieSearch *search) {
  RefnetTiesToMake *result = &search->result->ties;
  g_array_sort(search->ties, compare_ties);
  result->member_rule = search->coalition.rule;
  result->members = search->members;
  result->tie_count = search->ties->len;
  result->ties = (RefnetTieToMake *)(gpointer)g_array_free(g_steal_pointer(&search->ties), FALSE);
  result->one_way_count = search->one_way->len;
  result->one_way =
      (RefnetOneWay *)(gpointer)g_array_free(g_steal_pointer(&search->one_way), FALSE);
}

RefnetTiesToMake *refnet_ties_to_make_new(const RefnetNetwork *network,
                                          const RefnetWhoElseOptions *options, GError **error) {
  static const RefnetWhoElseOptions defaults = {.as_of = REFNET_DATE_UNKNOWN};
  g_auto(RefnetTieSearch) search = {.network = network, .options = options ? options : &defaults};
  gboolean complete = prepare(&search, error) && fit_members(&search, error) &&
                      add_routes(&search, error) && refnet_ties_add_joins(&search, error) &&
                      add_fitting(&search, error);
  if (complete)
    add_one_way(&search);
  hand_over(&search);
  if (!complete)
    return NULL;
  RefnetTiesToMake *ties = &search.result->ties;
  search.result = NULL;
  return ties;
}

void refnet_ties_to_make_free(RefnetTiesToMake *ties) {
  if (!ties)
    return;
  for (guint32 i = 0; i < ties->tie_count; i++)
    g_free(ties->ties[i].reasons);
  g_free(ties->ties);
  g_free(ties->one_way);
  refnet_pool_free(((RefnetTiesResult *)ties)->pool);
  g_free(ties);
}
