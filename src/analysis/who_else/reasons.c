/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reasons for a suggestion, each with the organizations, services, areas or people that make it
 * true. */
#include "analysis/who_else/reasons.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/memory.h"
#include "analysis/result.h"

#define STILL_NEAR_KM 50.0 /* farther apart, nearness is no reason to meet */

/* ---- reasons --------------------------------------------------------------------------------- */

enum { MOST_REASONS = 11 };

/* Reasons with what each adds to the score, which is what they are ordered by. */
typedef struct {
  RefnetReason reason;
  double share;
} Weighed;

typedef struct {
  const RefnetScores *scores;
  const RefnetCandidate *candidate;
  const RefnetHistory *history;
  RefnetPool *pool;
  Weighed weighed[MOST_REASONS];
  guint32 count;
  gboolean complete; /* FALSE: memory ran out */
} Draft;

static void add_told(Draft *draft, RefnetReason reason, const guint32 *items, guint32 length,
                     double share) {
  draft->complete &= refnet_result_list(draft->pool, items, length, &reason.items);
  draft->weighed[draft->count++] = (Weighed){reason, share};
}

static void add_reason(Draft *draft, RefnetReasonKind kind, const guint32 *items, guint32 length,
                       double value, double share) {
  add_told(draft, (RefnetReason){.kind = kind, .value = value}, items, length, share);
}

/* A reason whose items are those of `a` in `b` (or not in it); none of them, no reason. */
static void add_selected(Draft *draft, RefnetReasonKind kind, RefnetIndexList a, RefnetIndexList b,
                         gboolean in, double value) {
  g_autofree guint32 *items = g_new(guint32, MAX(a.length, 1));
  guint32 length = refnet_list_select(a, b, in, items);
  if (length > 0)
    add_reason(draft, kind, items, length, value, value);
}

/* Those who have closed introduce nobody: they are told only where there is nobody else. */
static void drop_closed(const RefnetDataset *dataset, GArray *partners) {
  guint32 *items = (guint32 *)(gpointer)partners->data;
  guint kept = 0;
  for (guint i = 0; i < partners->len; i++)
    if (!dataset->organizations[items[i]].closed)
      items[kept++] = items[i];
  if (kept > 0)
    g_array_set_size(partners, kept);
}

static guint32 with_fewer_ties(const RefnetNetwork *network, guint32 a, guint32 b) {
  return refnet_network_degree(network, a) <= refnet_network_degree(network, b) ? a : b;
}

static gboolean share_a_neighbor(const RefnetNetwork *network, guint32 a, guint32 b) {
  guint32 few = with_fewer_ties(network, a, b), many = few == a ? b : a;
  for (guint64 i = network->tie_start[few]; i < network->tie_start[few + 1]; i++)
    if (refnet_network_find_tie(network, many, network->neighbor[i]) != G_MAXUINT64)
      return TRUE;
  return FALSE;
}

/* The asker's partners who have a tie to a partner of the candidate's. */
static GArray *partners_before(const RefnetNetwork *network, guint32 x, guint32 y) {
  GArray *partners = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint64 i = network->tie_start[x]; i < network->tie_start[x + 1]; i++)
    if (share_a_neighbor(network, network->neighbor[i], y))
      g_array_append_val(partners, network->organization[network->neighbor[i]]);
  return partners;
}

static GArray *common_partners(const RefnetNetwork *network, guint32 x, guint32 y) {
  GArray *partners = g_array_new(FALSE, FALSE, sizeof(guint32));
  guint32 few = with_fewer_ties(network, x, y), many = few == x ? y : x;
  for (guint64 i = network->tie_start[few]; i < network->tie_start[few + 1]; i++)
    if (refnet_network_find_tie(network, many, network->neighbor[i]) != G_MAXUINT64)
      g_array_append_val(partners, network->organization[network->neighbor[i]]);
  return partners;
}

static void add_structure(Draft *draft) {
  const RefnetNetwork *network = draft->scores->network;
  guint32 x = draft->scores->vertex, y = draft->candidate->vertex;
  double value = refnet_scores_structure(draft->scores, draft->candidate);
  if (!(value > 0))
    return;
  RefnetReasonKind kind = REFNET_REASON_COMMON_PARTNERS;
  GArray *partners = common_partners(network, x, y);
  if (partners->len == 0) {
    g_array_unref(partners);
    kind = REFNET_REASON_INDIRECT_PARTNERS;
    partners = partners_before(network, x, y);
  }
  drop_closed(network->dataset, partners);
  add_reason(draft, kind, (const guint32 *)(gpointer)partners->data, partners->len, value, value);
  g_array_unref(partners);
}

/* What a known attribute term adds to the score. */
static double share_of(const Draft *draft, RefnetTerm term) {
  double value = draft->candidate->fit.term[term];
  return isnan(value) ? 0 : value * refnet_scores_weight(draft->scores);
}

/* Areas in common are told where nearness made the score, too, though they add nothing then. */
static void add_place(Draft *draft, const RefnetProfile *y) {
  const RefnetScores *scores = draft->scores;
  double km = refnet_organizations_km(scores->network->dataset, scores->organization,
                                      scores->network->organization[draft->candidate->vertex]);
  double share = share_of(draft, REFNET_TERM_AREA);
  if (!isnan(km) && km <= STILL_NEAR_KM)
    add_reason(draft, REFNET_REASON_NEAR, NULL, 0, km, share);
  add_selected(draft, REFNET_REASON_SHARED_AREA, scores->profile->areas, y->areas, TRUE,
               isnan(km) ? share : 0);
}

static void add_services(Draft *draft, const RefnetProfile *y) {
  const RefnetProfile *x = draft->scores->profile;
  double share = share_of(draft, REFNET_TERM_SERVICE);
  if (!(share > 0))
    return;
  if (draft->scores->prefer == REFNET_PREFER_SIMILAR)
    add_selected(draft, REFNET_REASON_SHARED_SERVICE, y->services, x->services, TRUE, share);
  else
    add_selected(draft, REFNET_REASON_COMPLEMENTARY, y->services, x->services, FALSE, share);
}

/* Each way in which one has what the other seeks is half of the term. */
static void add_resources(Draft *draft) {
  const RefnetNetwork *network = draft->scores->network;
  if (draft->scores->organization == REFNET_NONE)
    return;
  const RefnetOrganization *x = &network->dataset->organizations[draft->scores->organization];
  const RefnetOrganization *y = refnet_network_organization(network, draft->candidate->vertex);
  double half = refnet_scores_weight(draft->scores) / 2;
  add_selected(draft, REFNET_REASON_OFFERS_MATCH, y->details->offers, x->details->seeks, TRUE,
               half);
  add_selected(draft, REFNET_REASON_SEEKS_MATCH, y->details->seeks, x->details->offers, TRUE, half);
}

static void add_nominations(Draft *draft) {
  const RefnetNamed *named = draft->scores->named;
  guint32 vertex = draft->candidate->vertex;
  guint32 length = named ? named->start[vertex + 1] - named->start[vertex] : 0;
  double value = draft->candidate->nomination;
  if (length > 0)
    add_reason(draft, REFNET_REASON_NOMINATED, &named->named_by[named->start[vertex]], length,
               value, value);
}

/* Told only where such pairs work together more often than organizations here do: below that it
 * speaks for nobody. */
static void add_sectors(Draft *draft) {
  const RefnetSectorTies *counted = draft->scores->sector_ties;
  guint32 sector =
      refnet_network_organization(draft->scores->network, draft->candidate->vertex)->sector;
  if (!counted || sector == REFNET_NONE ||
      !((double)counted->ties[sector] > counted->rate * (double)counted->pairs[sector]))
    return;
  double share = refnet_scores_sectors(draft->scores, draft->candidate);
  add_told(draft,
           (RefnetReason){.kind = REFNET_REASON_SECTORS,
                          .value = share,
                          .subject = sector,
                          .ties = counted->ties[sector],
                          .pairs = counted->pairs[sector]},
           NULL, 0, share);
}

static void add_history(Draft *draft) {
  if (draft->history->lapsed != REFNET_DATE_UNKNOWN)
    add_told(draft, (RefnetReason){.kind = REFNET_REASON_RENEW, .date = draft->history->lapsed},
             NULL, 0, G_MAXDOUBLE);
  if (draft->history->meeting != REFNET_NONE)
    add_told(draft, (RefnetReason){.kind = REFNET_REASON_MET, .subject = draft->history->meeting},
             NULL, 0, -1);
}

static int compare_weighed(const void *a, const void *b) {
  const Weighed *first = a, *second = b;
  if (first->share != second->share)
    return first->share > second->share ? -1 : 1;
  return (first->reason.kind > second->reason.kind) - (first->reason.kind < second->reason.kind);
}

static void add_terms(Draft *draft) {
  const RefnetScores *scores = draft->scores;
  g_auto(RefnetProfile) profile = {0};
  refnet_profile_init(&profile, scores->network->dataset,
                      scores->network->organization[draft->candidate->vertex]);
  double population = share_of(draft, REFNET_TERM_POPULATION);
  add_structure(draft);
  add_place(draft, &profile);
  if (population > 0)
    add_selected(draft, REFNET_REASON_SHARED_POPULATION, scores->profile->populations,
                 profile.populations, TRUE, population);
  add_services(draft, &profile);
  add_resources(draft);
  add_sectors(draft);
  add_nominations(draft);
}

gboolean refnet_reasons_new(const RefnetScores *scores, const RefnetCandidate *candidate,
                            const RefnetHistory *history, RefnetPool *pool, RefnetReason **reasons,
                            guint32 *count, gboolean *speaks) {
  Draft draft = {
      .scores = scores, .candidate = candidate, .history = history, .pool = pool, .complete = TRUE};
  add_terms(&draft);
  add_history(&draft);
  *speaks = draft.count > (history->meeting != REFNET_NONE);
  qsort(draft.weighed, draft.count, sizeof *draft.weighed, compare_weighed);
  *reasons = g_new(RefnetReason, MAX(draft.count, 1));
  *count = draft.count;
  for (guint32 i = 0; i < draft.count; i++)
    (*reasons)[i] = draft.weighed[i].reason;
  return draft.complete;
}
