/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who else should we be meeting with: organizations without a tie to the one that asks, ranked by
 * partners in common, by fit of what they do, and by who named them. */
#include <refnet/analysis.h>

#include "analysis/memory.h"
#include "analysis/records/records.h"
#include "analysis/result.h"
#include "analysis/supply/choice.h"
#include "analysis/who_else/reasons.h"
#include "analysis/who_else/suggestions.h"

typedef struct {
  const RefnetNetwork *network;
  const RefnetWhoElseOptions *options;
  guint32 vertex; /* who asks; REFNET_NONE: a newcomer */
  RefnetProfile profile;
  RefnetNamed named;
  RefnetScores scores;
  guint32 *order;     /* a heap of candidates, the best at 0; behind it those taken, best last */
  guint32 ranked;     /* taken so far */
  guint8 *allowed;    /* by vertex: may be suggested */
  RefnetDate *lapsed; /* by vertex: last referral of a tie that lapsed, UNKNOWN: none; or NULL */
  guint32 *met;       /* by vertex: latest meeting */
  guint32 *same;      /* NULL: no two rows at stake are one organization */
  RefnetWhoElseResult *result;
} Search;

static void search_clear(Search *search) {
  refnet_profile_clear(&search->profile);
  refnet_named_clear(&search->named);
  refnet_scores_clear(&search->scores);
  g_free(search->order);
  g_free(search->allowed);
  g_free(search->lapsed);
  g_free(search->met);
  g_free(search->same);
  refnet_who_else_free(search->result ? &search->result->who_else : NULL);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

/* ---- the order ------------------------------------------------------------------------------- */

/* Best first. */
static gboolean is_better(const Search *search, guint32 a, guint32 b) {
  double first = refnet_scores_units(search->scores.candidates[a].score);
  double second = refnet_scores_units(search->scores.candidates[b].score);
  return first != second ? first > second : a < b;
}

static void sift_down(Search *search, guint32 at) {
  guint32 *order = search->order, length = search->scores.count - search->ranked;
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
  guint32 count = search->scores.count;
  if (!(search->order = REFNET_TRY_ARRAY(guint32, count, error)))
    return FALSE;
  for (guint32 i = 0; i < count; i++)
    search->order[i] = i;
  for (guint32 i = count / 2; i-- > 0;)
    sift_down(search, i);
  return TRUE;
}

/* The candidate of that rank, from 0: few of many are asked for, so they are not all sorted. */
static const RefnetCandidate *candidate_ranked(Search *search, guint32 rank) {
  while (search->ranked <= rank) {
    guint32 best = search->order[0];
    search->ranked++;
    guint32 last = search->scores.count - search->ranked;
    search->order[0] = search->order[last];
    search->order[last] = best;
    if (last > 0)
      sift_down(search, 0);
  }
  return &search->scores.candidates[search->order[search->scores.count - 1 - rank]];
}

/* ---- who may be suggested -------------------------------------------------------------------- */

/* A tie of the past that is not in the network: lapsed before `since`, or of unknown date, and then
 * nobody can say that it did. */
static void look_at_past(Search *search) {
  const RefnetNetwork *network = search->network, *past = search->options->past;
  guint32 x = past->vertex[network->organization[search->vertex]];
  for (guint64 i = x == REFNET_NONE ? 0 : past->tie_start[x];
       x != REFNET_NONE && i < past->tie_start[x + 1]; i++) {
    guint32 vertex = network->vertex[past->organization[past->neighbor[i]]];
    if (vertex == REFNET_NONE ||
        refnet_network_find_tie(network, search->vertex, vertex) != G_MAXUINT64)
      continue;
    RefnetDate last = refnet_tie_record(past, past->tie_of[i], search->options->as_of).last;
    search->lapsed[vertex] = last;
    search->allowed[vertex] &= last != REFNET_DATE_UNKNOWN;
  }
}

static gboolean mark_allowed(Search *search, GError **error) {
  const RefnetNetwork *network = search->network;
  if (!(search->allowed = refnet_who_else_allowed(network, search->options, error)))
    return FALSE;
  if (!search->options->past || search->vertex == REFNET_NONE)
    return TRUE;
  if (!(search->lapsed = REFNET_TRY_ARRAY(RefnetDate, network->vertices, error)))
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++)
    search->lapsed[v] = REFNET_DATE_UNKNOWN;
  look_at_past(search);
  return TRUE;
}

/* Groups of rows that are taken: the asker's, those of any of its rows' partners, those suggested
 * already. */
static guint8 *mark_taken(const Search *search, GError **error) {
  const RefnetNetwork *network = search->network;
  const guint32 *same = search->same;
  guint8 *taken = REFNET_TRY_ARRAY(guint8, network->vertices, error);
  if (!taken || !same || search->vertex == REFNET_NONE)
    return taken;
  for (guint32 v = 0; v < network->vertices; v++) {
    if (same[v] != same[search->vertex])
      continue;
    taken[same[v]] = TRUE;
    for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++)
      taken[same[network->neighbor[i]]] = TRUE;
  }
  return taken;
}

/* ---- suggestions ----------------------------------------------------------------------------- */

/* Where nothing known speaks for the candidate, its score is made of other candidates' means: it is
 * not suggested. */
static gboolean suggest(Search *search, const RefnetCandidate *candidate) {
  RefnetWhoElseResult *result = search->result;
  guint32 v = candidate->vertex;
  RefnetHistory history = {search->lapsed ? search->lapsed[v] : REFNET_DATE_UNKNOWN,
                           search->met[v]};
  RefnetSuggestion *suggestion = refnet_who_else_result_add(result, v, candidate->score);
  gboolean speaks;
  if (!suggestion || !refnet_reasons_new(&search->scores, candidate, &history, result->pool,
                                         &suggestion->reasons, &suggestion->reason_count, &speaks))
    return FALSE;
  if (!speaks) {
    g_clear_pointer(&suggestion->reasons, g_free);
    result->who_else.suggestion_count--;
  }
  return TRUE;
}

static void drop_suggestions(RefnetWhoElse *who_else) {
  for (guint32 i = 0; i < who_else->suggestion_count; i++)
    g_free(who_else->suggestions[i].reasons);
  who_else->suggestion_count = 0;
  who_else->eligible = 0;
}

static gboolean is_own(const Search *search, guint32 vertex) {
  return search->vertex != REFNET_NONE &&
         refnet_is_part_of_same_body(search->network, search->vertex, vertex);
}

static gboolean fill_suggestions(Search *search, guint32 most, GError **error) {
  RefnetWhoElse *who_else = &search->result->who_else;
  g_autofree guint8 *taken = mark_taken(search, error);
  if (!taken)
    return FALSE;
  for (guint32 i = 0; i < search->scores.count && who_else->suggestion_count < most; i++) {
    const RefnetCandidate *candidate = candidate_ranked(search, i);
    guint32 group = search->same ? search->same[candidate->vertex] : candidate->vertex;
    guint32 before = who_else->suggestion_count;
    if (taken[group] || !search->allowed[candidate->vertex] || is_own(search, candidate->vertex))
      continue;
    who_else->eligible++;
    if (!suggest(search, candidate))
      return refnet_result_no_memory(error);
    taken[group] = who_else->suggestion_count > before;
  }
  return TRUE;
}

/* The asker, its partners, those suggested and those met. */
static void list_at_stake(const Search *search, GArray *vertices) {
  const RefnetNetwork *network = search->network;
  const RefnetWhoElse *who_else = &search->result->who_else;
  if (search->vertex != REFNET_NONE) {
    guint64 first = network->tie_start[search->vertex];
    g_array_append_val(vertices, search->vertex);
    g_array_append_vals(vertices, &network->neighbor[first],
                        refnet_network_degree(network, search->vertex));
  }
  for (guint32 i = 0; i < who_else->suggestion_count; i++)
    g_array_append_val(vertices, who_else->suggestions[i].vertex);
  for (guint32 v = 0; v < network->vertices; v++)
    if (search->met[v] != REFNET_NONE)
      g_array_append_val(vertices, v);
}

/* May two of these, or of all where rows are few, be rows of one organization? */
static gboolean may_repeat(const Search *search) {
  const RefnetNetwork *network = search->network;
  g_autoptr(GArray) vertices = g_array_new(FALSE, FALSE, sizeof(guint32));
  if (network->vertices > REFNET_FEW_ROWS)
    list_at_stake(search, vertices);
  for (guint32 v = 0; v < network->vertices && network->vertices <= REFNET_FEW_ROWS; v++)
    g_array_append_val(vertices, v);
  return refnet_records_may_repeat(network, (const guint32 *)(gpointer)vertices->data,
                                   vertices->len);
}

static gboolean is_asked_by_closed(const Search *search) {
  return search->vertex != REFNET_NONE &&
         refnet_network_organization(search->network, search->vertex)->closed;
}

/* Which rows are one organization takes a look at the whole dataset, and seldom matters to the few
 * at the top: it is found out only where two rows there have a name, a phone or the like in common.
 */
static gboolean make_suggestions(Search *search, GError **error) {
  RefnetWhoElse *who_else = &search->result->who_else;
  guint32 most = search->options->top ? search->options->top : G_MAXUINT32;
  if (is_asked_by_closed(search))
    return TRUE;
  if (!fill_suggestions(search, most, error))
    return FALSE;
  if (!may_repeat(search))
    return TRUE;
  drop_suggestions(who_else);
  if (!(search->same = refnet_same_records(search->network, error)))
    return FALSE;
  refnet_share_meetings(search->network, search->same, search->met);
  return fill_suggestions(search, most, error);
}

/* ---- the search ------------------------------------------------------------------------------ */

static gboolean score(Search *search, guint32 sector, GError **error) {
  const RefnetNetwork *network = search->network;
  if (!(search->result = refnet_who_else_result_new(network, error)) ||
      !mark_allowed(search, error) || !refnet_named_init(&search->named, network, error) ||
      !(search->met = refnet_latest_meetings(network, search->options->as_of, error)))
    return FALSE;
  gboolean is_vertex = search->vertex != REFNET_NONE;
  search->scores = (RefnetScores){.network = network,
                                  .vertex = search->vertex,
                                  .organization = is_vertex ? network->organization[search->vertex]
                                                            : REFNET_NONE,
                                  .sector = sector,
                                  .profile = &search->profile,
                                  .named = &search->named,
                                  .prefer = search->options->prefer};
  return refnet_scores_find(&search->scores, error);
}

static gboolean introduce(Search *search, GError **error) {
  if (search->vertex == REFNET_NONE)
    return TRUE;
  g_autoptr(RefnetStrongTies) ties =
      refnet_strong_ties_new(search->network, search->options->as_of, error);
  g_autoptr(RefnetPathFinder) finder = ties ? refnet_path_finder_new(ties, error) : NULL;
  if (!finder)
    return FALSE;
  refnet_path_finder_turn_to(finder, search->vertex);
  refnet_who_else_introduce(&search->result->who_else, finder);
  return TRUE;
}

static RefnetWhoElse *answer(Search *search, guint32 sector, GError **error) {
  if (!score(search, sector, error) || !heap_candidates(search, error) ||
      !make_suggestions(search, error) || !introduce(search, error))
    return NULL;
  RefnetWhoElse *who_else = &search->result->who_else;
  who_else->organization = search->vertex;
  who_else->structure_known = search->scores.largest_b > 0;
  who_else->candidates = search->scores.count;
  who_else->filtered = refnet_who_else_is_filtered(search->options);
  search->result = NULL;
  return who_else;
}

static const RefnetWhoElseOptions default_options = {.as_of = REFNET_DATE_UNKNOWN};

RefnetWhoElse *refnet_who_else_new(const RefnetNetwork *network, guint32 vertex,
                                   const RefnetWhoElseOptions *options, GError **error) {
  g_auto(Search) search = {
      .network = network, .vertex = vertex, .options = options ? options : &default_options};
  if (vertex >= network->vertices) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                        "who-else needs an organisation that the filters leave in");
    return NULL;
  }
  refnet_profile_init(&search.profile, network->dataset, network->organization[vertex]);
  return answer(&search, refnet_network_organization(network, vertex)->sector, error);
}

/* ---- newcomers ------------------------------------------------------------------------------- */

/* Organizations' areas are spelled out, so those that consist of others are in no list. */
static void drop_containing(RefnetChoice *areas, const RefnetDataset *dataset) {
  for (guint32 a = 0; areas && a < dataset->area_count; a++)
    if (dataset->areas[a].within != REFNET_NONE)
      areas[dataset->areas[a].within] = FALSE;
}

/* The chosen values as a list; the profile keeps the memory as *own. */
static RefnetIndexList chosen_list(const RefnetChoice *choice, guint32 length, guint32 **own) {
  guint32 count = 0;
  if (!choice)
    return (RefnetIndexList){NULL, 0};
  *own = g_new(guint32, (gsize)length + 1);
  for (guint32 i = 0; i < length; i++)
    if (choice[i])
      (*own)[count++] = i;
  return (RefnetIndexList){*own, count};
}

static gboolean describe_newcomer(RefnetProfile *profile, const RefnetDataset *dataset,
                                  const RefnetNewcomer *newcomer, guint32 *sector, GError **error) {
  g_autofree RefnetChoice *services = NULL, *areas = NULL, *populations = NULL, *sectors = NULL;
  char *sector_names[] = {(char *)newcomer->sector, NULL};
  if (!refnet_choose_values(newcomer->services, &dataset->services, "service", &services, error) ||
      !refnet_choose_areas(newcomer->areas, dataset, &areas, error) ||
      !refnet_choose_values(newcomer->populations, &dataset->populations, "population",
                            &populations, error) ||
      !refnet_choose_values(newcomer->sector ? sector_names : NULL, &dataset->sectors, "sector",
                            &sectors, error))
    return FALSE;
  drop_containing(areas, dataset);
  profile->services = chosen_list(services, dataset->services.length, &profile->own[0]);
  profile->areas = chosen_list(areas, dataset->area_count, &profile->own[1]);
  profile->populations = chosen_list(populations, dataset->populations.length, &profile->own[2]);
  *sector =
      newcomer->sector ? refnet_vocabulary_find(&dataset->sectors, newcomer->sector) : REFNET_NONE;
  return TRUE;
}

RefnetWhoElse *refnet_who_else_newcomer(const RefnetNetwork *network,
                                        const RefnetNewcomer *newcomer,
                                        const RefnetWhoElseOptions *options, GError **error) {
  g_auto(Search) search = {
      .network = network, .vertex = REFNET_NONE, .options = options ? options : &default_options};
  guint32 sector;
  if (!describe_newcomer(&search.profile, network->dataset, newcomer, &sector, error))
    return NULL;
  RefnetWhoElse *who_else = answer(&search, sector, error);
  if (!who_else)
    return NULL;
  who_else->asked_by = REFNET_ASKED_BY_NEWCOMER;
  who_else->newcomer = newcomer->name;
  return who_else;
}
