/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The providers of a view, and their offers in the order in which cells are filled. */
#include "analysis/providers.h"

#include "analysis/duplicate_records.h"
#include "analysis/memory.h"

/* The first active vertex of each group of rows stands for it. */
static gboolean name_providers(RefnetProviders *providers, GError **error) {
  const RefnetNetwork *network = providers->network;
  g_autofree guint32 *same = refnet_same_records(network, error);
  g_autofree guint32 *first = REFNET_TRY_ARRAY(guint32, network->vertices, error);
  if (!same || !first)
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++)
    first[v] = REFNET_NONE;
  for (guint32 v = 0; v < network->vertices; v++) {
    providers->provider[v] = REFNET_NONE;
    if (refnet_network_organization(network, v)->closed)
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
  g_autoptr(RefnetProviders) providers = g_new0(RefnetProviders, 1);
  guint64 vertices = network->vertices;
  providers->network = network;
  providers->provider = REFNET_TRY_ARRAY(guint32, vertices, error);
  if (!providers->provider || !name_providers(providers, error))
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
