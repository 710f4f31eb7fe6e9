/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Counts who serves an area, rows of one organization together. */
#include "analysis/supply/serving.h"

#include "analysis/memory.h"
#include "analysis/supply/places.h"

/* Counts the provider once in the area and in all that it lies in; `latest` holds, by area, the
 * provider counted last. */
static void count_in(RefnetServing *serving, RefnetIndexList areas, guint32 provider,
                     gboolean blank, guint32 *latest) {
  const RefnetDataset *dataset = serving->providers->network->dataset;
  for (guint32 i = 0; i < areas.length; i++)
    for (guint32 a = areas.items[i]; a != REFNET_NONE && latest[a] != provider;
         a = dataset->areas[a].within) {
      latest[a] = provider;
      serving->count[a]++;
      serving->count_blank[a] += blank;
    }
}

/* All rows of a provider together: does any say what it offers, does any say where? */
static void count_provider(RefnetServing *serving, guint32 provider, guint32 *latest) {
  const RefnetProviders *providers = serving->providers;
  const RefnetNetwork *network = providers->network;
  const RefnetDataset *dataset = network->dataset;
  guint32 first = providers->member_start[provider], last = providers->member_start[provider + 1];
  gboolean services_known = FALSE, areas_known = FALSE;
  for (guint32 m = first; m < last; m++)
    services_known |=
        refnet_dataset_services_known(dataset, network->organization[providers->members[m]]);
  for (guint32 m = first; m < last; m++) {
    guint32 organization = network->organization[providers->members[m]];
    RefnetIndexList listed = dataset->organizations[organization].areas;
    areas_known |= listed.length > 0;
    count_in(serving, listed, provider, !services_known, latest);
    for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
         o++) {
      RefnetIndexList offered = dataset->offers[o].areas;
      areas_known |= offered.length > 0;
      if (offered.items != listed.items) /* most offers are made wherever the organization is */
        count_in(serving, offered, provider, !services_known, latest);
    }
  }
  serving->without_services += !services_known;
  serving->without_areas += !areas_known;
}

RefnetServing *refnet_serving_new(const RefnetProviders *providers, GError **error) {
  g_autoptr(RefnetServing) serving = g_new0(RefnetServing, 1);
  guint32 areas = providers->network->dataset->area_count;
  serving->providers = providers;
  if (!(serving->with_parts = refnet_areas_with_parts(providers->network->dataset, error)) ||
      !(serving->count = REFNET_TRY_ARRAY(guint32, areas, error)) ||
      !(serving->count_blank = REFNET_TRY_ARRAY(guint32, areas, error)))
    return NULL;
  g_autofree guint32 *latest = REFNET_TRY_ARRAY(guint32, areas, error);
  if (!latest)
    return NULL;
  for (guint32 a = 0; a < areas; a++)
    latest[a] = REFNET_NONE;
  for (guint32 v = 0; v < providers->network->vertices; v++)
    if (providers->provider[v] == v)
      count_provider(serving, v, latest);
  return g_steal_pointer(&serving);
}

void refnet_serving_free(RefnetServing *serving) {
  if (!serving)
    return;
  g_free(serving->with_parts);
  g_free(serving->count);
  g_free(serving->count_blank);
  g_free(serving);
}

static gboolean row_serves(const RefnetServing *serving, guint32 organization, guint32 area) {
  const RefnetDataset *dataset = serving->providers->network->dataset;
  RefnetIndexList listed = dataset->organizations[organization].areas;
  if (refnet_areas_reach(dataset, serving->with_parts, listed, area))
    return TRUE;
  for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
       o++) {
    RefnetIndexList offered = dataset->offers[o].areas;
    if (offered.items != listed.items &&
        refnet_areas_reach(dataset, serving->with_parts, offered, area))
      return TRUE;
  }
  return FALSE;
}

gboolean refnet_serving_has(const RefnetServing *serving, guint32 provider, guint32 area) {
  const RefnetProviders *providers = serving->providers;
  for (guint32 m = providers->member_start[provider]; m < providers->member_start[provider + 1];
       m++)
    if (row_serves(serving, providers->network->organization[providers->members[m]], area))
      return TRUE;
  return FALSE;
}
