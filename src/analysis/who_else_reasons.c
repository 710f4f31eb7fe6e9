/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reasons for a suggestion, each with the organizations, services, areas or people that make it
 * true. */
#include "analysis/who_else_reasons.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/memory.h"
#include "analysis/result.h"

#define STILL_NEAR_KM 50.0 /* farther apart, nearness is no reason to meet */

/* ---- nominations --------------------------------------------------------------------------------
 */

static int compare_pairs(const void *a, const void *b) {
  guint64 first = *(const guint64 *)a, second = *(const guint64 *)b;
  return first < second ? -1 : first > second;
}

/* (vertex, organization) as one number; returns how many differ. */
static guint32 collect_nominations(const RefnetNetwork *network, guint64 *pairs) {
  const RefnetDataset *dataset = network->dataset;
  guint32 length = 0, kept = 0;
  for (guint32 i = 0; i < dataset->nomination_count; i++) {
    const RefnetNomination *nomination = &dataset->nominations[i];
    if (nomination->nominated == REFNET_NONE || nomination->named_by == REFNET_NONE ||
        nomination->nominated == nomination->named_by ||
        network->vertex[nomination->nominated] == REFNET_NONE)
      continue;
    pairs[length++] =
        ((guint64)network->vertex[nomination->nominated] << 32) | nomination->named_by;
  }
  if (length > 1)
    qsort(pairs, length, sizeof *pairs, compare_pairs);
  for (guint32 i = 0; i < length; i++)
    if (kept == 0 || pairs[kept - 1] != pairs[i])
      pairs[kept++] = pairs[i];
  return kept;
}

gboolean refnet_named_init(RefnetNamed *named, const RefnetNetwork *network, GError **error) {
  g_autofree guint64 *pairs = REFNET_TRY_ARRAY(guint64, network->dataset->nomination_count, error);
  if (!pairs)
    return FALSE;
  guint32 length = collect_nominations(network, pairs);
  if (!(named->named_by = REFNET_TRY_ARRAY(guint32, length, error)) ||
      !(named->start = REFNET_TRY_ARRAY(guint32, (guint64)network->vertices + 1, error)))
    return FALSE;
  for (guint32 i = 0; i < length; i++) {
    named->named_by[i] = (guint32)pairs[i];
    named->start[(pairs[i] >> 32) + 1]++;
  }
  for (guint32 v = 0; v < network->vertices; v++)
    named->start[v + 1] += named->start[v];
  return TRUE;
}

void refnet_named_clear(RefnetNamed *named) {
  g_clear_pointer(&named->named_by, g_free);
  g_clear_pointer(&named->start, g_free);
}

/* ---- reasons ------------------------------------------------------------------------------------
 */

enum { MOST_REASONS = 8 };

/* Reasons with what each adds to the score, which is what they are ordered by. */
typedef struct {
  RefnetReason reason;
  double share;
} Weighed;

typedef struct {
  const RefnetAsker *asker;
  const RefnetScoreParts *parts;
  RefnetPool *pool;
  Weighed weighed[MOST_REASONS];
  guint32 count;
  gboolean complete; /* FALSE: memory ran out */
} Draft;

static void add_reason(Draft *draft, RefnetReasonKind kind, const guint32 *items, guint32 length,
                       double value, double share) {
  RefnetReason reason = {.kind = kind, .value = value};
  draft->complete &= refnet_result_list(draft->pool, items, length, &reason.items);
  draft->weighed[draft->count++] = (Weighed){reason, share};
}

/* A reason whose items are those of `a` in `b` (or not in it); none of them, no reason. */
static void add_selected(Draft *draft, RefnetReasonKind kind, RefnetIndexList a, RefnetIndexList b,
                         gboolean in, double value) {
  g_autofree guint32 *items = g_new(guint32, MAX(a.length, 1));
  guint32 length = refnet_list_select(a, b, in, items);
  if (length > 0)
    add_reason(draft, kind, items, length, value, value);
}

static int compare_numbers(gconstpointer a, gconstpointer b) {
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;
  return first < second ? -1 : first > second;
}

/* The asker's partners who have a tie to a partner of the candidate's. */
static GArray *partners_before(const RefnetNetwork *network, guint32 x, guint32 y) {
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  GArray *partners = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint64 i = network->tie_start[y]; i < network->tie_start[y + 1]; i++) {
    guint32 w = network->neighbor[i];
    for (guint64 k = network->tie_start[w]; k < network->tie_start[w + 1]; k++) {
      guint32 z = network->neighbor[k];
      if (!g_hash_table_add(seen, GUINT_TO_POINTER(z)) ||
          refnet_network_find_tie(network, x, z) == G_MAXUINT64)
        continue;
      g_array_append_val(partners, network->organization[z]);
    }
  }
  g_array_sort(partners, compare_numbers);
  return partners;
}

static GArray *common_partners(const RefnetNetwork *network, guint32 x, guint32 y) {
  GArray *partners = g_array_new(FALSE, FALSE, sizeof(guint32));
  guint64 i = network->tie_start[x], k = network->tie_start[y];
  while (i < network->tie_start[x + 1] && k < network->tie_start[y + 1]) {
    guint32 of_x = network->neighbor[i], of_y = network->neighbor[k];
    if (of_x == of_y)
      g_array_append_val(partners, network->organization[of_x]);
    i += of_x <= of_y;
    k += of_y <= of_x;
  }
  return partners;
}

static void add_structure(Draft *draft) {
  const RefnetNetwork *network = draft->asker->network;
  guint32 x = draft->asker->vertex, y = draft->parts->vertex;
  double value = draft->parts->structure;
  if (!(value > 0))
    return;
  RefnetReasonKind kind = REFNET_REASON_COMMON_PARTNERS;
  GArray *partners = common_partners(network, x, y);
  if (partners->len == 0) {
    g_array_unref(partners);
    kind = REFNET_REASON_INDIRECT_PARTNERS;
    partners = partners_before(network, x, y);
  }
  add_reason(draft, kind, (const guint32 *)(gpointer)partners->data, partners->len, value, value);
  g_array_unref(partners);
}

/* What a known attribute term adds to the score. */
static double share_of(const Draft *draft, RefnetTerm term) {
  double value = draft->parts->fit.term[term];
  return isnan(value) ? 0 : value * draft->parts->weight[term];
}

/* Areas in common are told where nearness made the score, too, though they add nothing then. */
static void add_place(Draft *draft, const RefnetProfile *y) {
  const RefnetAsker *asker = draft->asker;
  guint32 organization = asker->network->organization[draft->parts->vertex];
  double km = refnet_organizations_km(asker->network->dataset,
                                      asker->network->organization[asker->vertex], organization);
  double share = share_of(draft, REFNET_TERM_AREA);
  if (!isnan(km) && km <= STILL_NEAR_KM)
    add_reason(draft, REFNET_REASON_NEAR, NULL, 0, km, share);
  add_selected(draft, REFNET_REASON_SHARED_AREA, asker->profile->areas, y->areas, TRUE,
               isnan(km) ? share : 0);
}

static void add_services(Draft *draft, const RefnetProfile *y) {
  const RefnetProfile *x = draft->asker->profile;
  double share = share_of(draft, REFNET_TERM_SERVICE);
  if (!(share > 0))
    return;
  if (draft->asker->prefer == REFNET_PREFER_SIMILAR)
    add_selected(draft, REFNET_REASON_SHARED_SERVICE, y->services, x->services, TRUE, share);
  else
    add_selected(draft, REFNET_REASON_COMPLEMENTARY, y->services, x->services, FALSE, share);
}

/* Each way in which one has what the other seeks is half of the term. */
static void add_resources(Draft *draft) {
  const RefnetNetwork *network = draft->asker->network;
  const RefnetOrganization *x = refnet_network_organization(network, draft->asker->vertex);
  const RefnetOrganization *y = refnet_network_organization(network, draft->parts->vertex);
  double half = draft->parts->weight[REFNET_TERM_RESOURCE] / 2;
  add_selected(draft, REFNET_REASON_OFFERS_MATCH, y->offers, x->seeks, TRUE, half);
  add_selected(draft, REFNET_REASON_SEEKS_MATCH, y->seeks, x->offers, TRUE, half);
}

static void add_nominations(Draft *draft) {
  const RefnetNamed *named = draft->asker->named;
  guint32 first = named->start[draft->parts->vertex];
  guint32 length = named->start[draft->parts->vertex + 1] - first;
  double value = draft->parts->nomination;
  if (length > 0)
    add_reason(draft, REFNET_REASON_NOMINATED, &named->named_by[first], length, value, value);
}

static int compare_weighed(const void *a, const void *b) {
  const Weighed *first = a, *second = b;
  if (first->share != second->share)
    return first->share > second->share ? -1 : 1;
  return (first->reason.kind > second->reason.kind) - (first->reason.kind < second->reason.kind);
}

gboolean refnet_reasons_new(const RefnetAsker *asker, const RefnetScoreParts *parts,
                            RefnetPool *pool, RefnetReason **reasons, guint32 *count) {
  Draft draft = {.asker = asker, .parts = parts, .pool = pool, .complete = TRUE};
  g_auto(RefnetProfile) profile = {0};
  refnet_profile_init(&profile, asker->network->dataset,
                      asker->network->organization[parts->vertex]);
  add_structure(&draft);
  add_place(&draft, &profile);
  if (share_of(&draft, REFNET_TERM_POPULATION) > 0)
    add_selected(&draft, REFNET_REASON_SHARED_POPULATION, asker->profile->populations,
                 profile.populations, TRUE, share_of(&draft, REFNET_TERM_POPULATION));
  add_services(&draft, &profile);
  add_resources(&draft);
  add_nominations(&draft);
  qsort(draft.weighed, draft.count, sizeof *draft.weighed, compare_weighed);
  *reasons = g_new(RefnetReason, MAX(draft.count, 1));
  *count = draft.count;
  for (guint32 i = 0; i < draft.count; i++)
    (*reasons)[i] = draft.weighed[i].reason;
  return draft.complete;
}
