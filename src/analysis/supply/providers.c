/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The providers of a view, and their offers in the order in which cells are filled. */
#include "analysis/supply/providers.h"

#include "analysis/memory.h"
#include "analysis/records/records.h"
#include "analysis/result.h"

static gboolean is_stale(const RefnetOrganization *organization, const RefnetDoubts *doubts) {
  return doubts && doubts->drop_stale && organization->details->verified != REFNET_DATE_UNKNOWN &&
         organization->details->verified < doubts->since;
}

static void count_doubtful(const RefnetNetwork *network, RefnetDoubts *doubts) {
  for (guint32 v = 0; v < network->vertices; v++) {
    const RefnetOrganization *organization = refnet_network_organization(network, v);
    if (organization->closed)
      continue;
    doubts->dropped += is_stale(organization, doubts);
    doubts->undated += doubts->drop_stale && organization->details->verified == REFNET_DATE_UNKNOWN;
  }
}

/* Groups to review may share rows, so that each goes to the root of what it touches. */
static guint32 root_of(const guint32 *same, guint32 vertex) {
  while (same[vertex] != vertex)
    vertex = same[vertex];
  return vertex;
}

static guint32 first_in_view(const RefnetNetwork *network, RefnetIndexList organizations) {
  for (guint32 i = 0; i < organizations.length; i++)
    if (network->vertex[organizations.items[i]] != REFNET_NONE)
      return network->vertex[organizations.items[i]];
  return REFNET_NONE;
}

static void join(const RefnetNetwork *network, RefnetIndexList organizations, guint32 *same,
                 guint32 *merged) {
  guint32 first = first_in_view(network, organizations);
  for (guint32 i = 0; i < organizations.length && first != REFNET_NONE; i++) {
    guint32 vertex = network->vertex[organizations.items[i]];
    if (vertex == REFNET_NONE)
      continue;
    guint32 a = root_of(same, first), b = root_of(same, vertex);
    same[MAX(a, b)] = MIN(a, b);
    *merged += a != b;
  }
}

/* Takes rows together that only probably are one organization. */
static gboolean join_possible(const RefnetNetwork *network, guint32 *same, guint32 *merged,
                              GError **error) {
  RefnetSameRecords found = {0};
  RefnetPool *pool = refnet_pool_new();
  gboolean ok = pool ? refnet_record_groups(network, NULL, pool, &found, error)
                     : refnet_result_no_memory(error);
  for (gsize i = 0; ok && i < found.length; i++)
    if (found.groups[i].decision == REFNET_DECISION_REVIEW)
      join(network, found.groups[i].organizations, same, merged);
  for (guint32 v = 0; ok && v < network->vertices; v++)
    same[v] = root_of(same, v);
  g_free(found.groups);
  g_free(found.pairs);
  refnet_pool_free(pool);
  return ok;
}

/* The first active vertex of each group of rows stands for it. */
static gboolean name_providers(RefnetProviders *providers, RefnetDoubts *doubts, GError **error) {
  const RefnetNetwork *network = providers->network;
  g_autofree guint32 *same = refnet_same_records(network, error);
  g_autofree guint32 *first = REFNET_TRY_ARRAY(guint32, network->vertices, error);
  if (!same || !first)
    return FALSE;
  if (doubts && doubts->merge_possible && !join_possible(network, same, &doubts->merged, error))
    return FALSE;
  if (doubts)
    count_doubtful(network, doubts);
  for (guint32 v = 0; v < network->vertices; v++)
    first[v] = REFNET_NONE;
  for (guint32 v = 0; v < network->vertices; v++) {
    const RefnetOrganization *organization = refnet_network_organization(network, v);
    providers->provider[v] = REFNET_NONE;
    if (organization->closed || is_stale(organization, doubts))
      continue;
    if (first[same[v]] == REFNET_NONE)
      first[same[v]] = v;
    providers->provider[v] = first[same[v]];
  }
  return TRUE;
}

/* Turns counts at index + 1 into starts. */
static void add_up(guint32 *start, guint32 length) {
  for (guint32 i = 0; i < length; i++)
    start[i + 1] += start[i];
}

static gboolean list_members(RefnetProviders *providers, GError **error) {
  guint32 vertices = providers->network->vertices;
  g_autofree guint32 *next = REFNET_TRY_ARRAY(guint32, vertices, error);
  if (!next)
    return FALSE;
  for (guint32 v = 0; v < vertices; v++)
    if (providers->provider[v] != REFNET_NONE)
      providers->member_start[providers->provider[v] + 1]++;
  add_up(providers->member_start, vertices);
  for (guint32 v = 0; v < vertices; v++)
    next[v] = providers->member_start[v];
  for (guint32 v = 0; v < vertices; v++)
    if (providers->provider[v] != REFNET_NONE)
      providers->members[next[providers->provider[v]]++] = v;
  return TRUE;
}

/* Goes through the offers in the order of providers: once to count them by service, once, with
 * `offers`, to place them. */
static void visit_offers(const RefnetProviders *providers, guint32 *next, guint32 *offers) {
  const RefnetNetwork *network = providers->network;
  const RefnetDataset *dataset = network->dataset;
  guint32 members = providers->member_start[network->vertices];
  for (guint32 m = 0; m < members; m++) {
    guint32 organization = network->organization[providers->members[m]];
    for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
         o++) {
      guint32 place = next[dataset->offers[o].service]++;
      if (offers)
        offers[place] = o;
    }
  }
}

static gboolean list_offers(RefnetProviders *providers, GError **error) {
  guint32 services = providers->network->dataset->services.length;
  g_autofree guint32 *next = REFNET_TRY_ARRAY(guint32, services, error);
  if (!next)
    return FALSE;
  visit_offers(providers, providers->offer_start + 1, NULL);
  add_up(providers->offer_start, services);
  for (guint32 s = 0; s < services; s++)
    next[s] = providers->offer_start[s];
  visit_offers(providers, next, providers->offers);
  return TRUE;
}

RefnetProviders *refnet_providers_new(const RefnetNetwork *network, GError **error) {
  return refnet_providers_new_doubting(network, NULL, error);
}

RefnetProviders *refnet_providers_new_doubting(const RefnetNetwork *network, RefnetDoubts *doubts,
                                               GError **error) {
  g_autoptr(RefnetProviders) providers = g_new0(RefnetProviders, 1);
  guint64 vertices = network->vertices;
  providers->network = network;
  providers->provider = REFNET_TRY_ARRAY(guint32, vertices, error);
  if (!providers->provider || !name_providers(providers, doubts, error))
    return NULL;
  providers->members = REFNET_TRY_ARRAY(guint32, vertices, error);
  if (!providers->members)
    return NULL;
  providers->member_start = REFNET_TRY_ARRAY(guint32, vertices + 1, error);
  if (!providers->member_start || !list_members(providers, error))
    return NULL;
  providers->offers = REFNET_TRY_ARRAY(guint32, network->dataset->offer_count, error);
  if (!providers->offers)
    return NULL;
  providers->offer_start =
      REFNET_TRY_ARRAY(guint32, (guint64)network->dataset->services.length + 1, error);
  if (!providers->offer_start || !list_offers(providers, error))
    return NULL;
  return g_steal_pointer(&providers);
}

void refnet_providers_free(RefnetProviders *providers) {
  if (!providers)
    return;
  g_free(providers->provider);
  g_free(providers->members);
  g_free(providers->member_start);
  g_free(providers->offers);
  g_free(providers->offer_start);
  g_free(providers);
}

guint32 refnet_providers_of_offer(const RefnetProviders *providers, guint32 offer) {
  const RefnetNetwork *network = providers->network;
  return providers->provider[network->vertex[network->dataset->offers[offer].organization]];
}

const RefnetOrganization *refnet_providers_seat(const RefnetProviders *providers,
                                                guint32 provider) {
  for (guint32 m = providers->member_start[provider]; m < providers->member_start[provider + 1];
       m++) {
    const RefnetOrganization *row =
        refnet_network_organization(providers->network, providers->members[m]);
    if (refnet_coordinates_known(row->details->latitude, row->details->longitude))
      return row;
  }
  return NULL;
}
