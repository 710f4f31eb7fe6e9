/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Supply points of one service, and an index of them by area. */
#include "analysis/supply/service_supply.h"

#include <math.h>

#include "analysis/memory.h"
#include "analysis/result.h"

RefnetServiceSupply *refnet_service_supply_new(const RefnetProviders *providers, GError **error) {
  g_autoptr(RefnetServiceSupply) supply = g_new0(RefnetServiceSupply, 1);
  guint64 areas = providers->network->dataset->area_count;
  supply->providers = providers;
  supply->owned = g_ptr_array_new_with_free_func(g_free);
  if (!(supply->area_start = REFNET_TRY_ARRAY(guint32, areas + 2, error)) ||
      !(supply->latest = REFNET_TRY_ARRAY(guint32, areas, error)))
    return NULL;
  return g_steal_pointer(&supply);
}

void refnet_service_supply_free(RefnetServiceSupply *supply) {
  if (!supply)
    return;
  g_free(supply->points);
  g_free(supply->area_start);
  g_free(supply->by_area);
  g_free(supply->latest);
  g_ptr_array_unref(supply->owned);
  g_free(supply);
}

/* ---- points ---------------------------------------------------------------------------------- */

static gboolean share_an_item(RefnetIndexList a, RefnetIndexList b) {
  for (guint32 i = 0; i < a.length; i++)
    if (refnet_list_has(b, a.items[i]))
      return TRUE;
  return FALSE;
}

/* Both lists as one, owned by the supply. */
static RefnetIndexList unite(RefnetServiceSupply *supply, RefnetIndexList a, RefnetIndexList b) {
  guint32 *items = g_new(guint32, (gsize)a.length + b.length + 1);
  guint32 i = 0, k = 0, length = 0;
  while (i < a.length || k < b.length) {
    guint32 x = i < a.length ? a.items[i] : REFNET_NONE;
    guint32 y = k < b.length ? b.items[k] : REFNET_NONE;
    items[length++] = MIN(x, y);
    i += x <= y;
    k += y <= x;
  }
  g_ptr_array_add(supply->owned, items);
  return (RefnetIndexList){items, length};
}

static void merge_offer(RefnetServiceSupply *supply, RefnetSupply *point,
                        const RefnetOffer *offer) {
  point->areas = unite(supply, point->areas, offer->areas);
  point->capacity = fmax(point->capacity, offer->capacity); /* the one that is known */
  point->populations = point->populations.length > 0 && offer->populations.length > 0
                           ? unite(supply, point->populations, offer->populations)
                           : (RefnetIndexList){NULL, 0};
}

/* The point among those from `first` on that an offer of another row repeats, or NULL. */
static RefnetSupply *repeated(RefnetServiceSupply *supply, guint32 first,
                              const guint32 *organizations, const RefnetOffer *offer) {
  for (guint32 i = first; i < supply->length; i++)
    if (organizations[i - first] != offer->organization &&
        share_an_item(supply->points[i].areas, offer->areas))
      return &supply->points[i];
  return NULL;
}

/* Offers first … last − 1 are one provider's. */
static gboolean add_provider(RefnetServiceSupply *supply, guint32 first, guint32 last) {
  const RefnetProviders *providers = supply->providers;
  const RefnetDataset *dataset = providers->network->dataset;
  guint32 provider = refnet_providers_of_offer(providers, providers->offers[first]);
  guint32 first_point = supply->length;
  gboolean several_rows =
      providers->member_start[provider + 1] - providers->member_start[provider] > 1;
  g_autofree guint32 *organizations = g_new(guint32, last - first);
  for (guint32 i = first; i < last; i++) {
    const RefnetOffer *offer = &dataset->offers[providers->offers[i]];
    RefnetSupply *known = several_rows ? repeated(supply, first_point, organizations, offer) : NULL;
    gpointer array = supply->points;
    if (known) {
      merge_offer(supply, known, offer);
      continue;
    }
    if (!refnet_result_grow(&array, supply->length, &supply->point_capacity, sizeof(RefnetSupply)))
      return FALSE;
    supply->points = array;
    organizations[supply->length - first_point] = offer->organization;
    supply->points[supply->length++] =
        (RefnetSupply){provider, offer->areas, offer->populations, offer->capacity};
  }
  return TRUE;
}

static gboolean collect_points(RefnetServiceSupply *supply) {
  const RefnetProviders *providers = supply->providers;
  guint32 end = providers->offer_start[supply->service + 1];
  for (guint32 first = providers->offer_start[supply->service], last; first < end; first = last) {
    guint32 provider = refnet_providers_of_offer(providers, providers->offers[first]);
    for (last = first + 1; last < end; last++)
      if (refnet_providers_of_offer(providers, providers->offers[last]) != provider)
        break;
    if (!add_provider(supply, first, last))
      return FALSE;
  }
  return TRUE;
}

/* The first offer of the service, of `provider` or a later one. */
static guint32 first_offer(const RefnetProviders *providers, guint32 service, guint32 provider) {
  guint32 low = providers->offer_start[service], high = providers->offer_start[service + 1];
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (refnet_providers_of_offer(providers, providers->offers[middle]) < provider)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

gboolean refnet_service_supply_set_provider(RefnetServiceSupply *supply, guint32 service,
                                            guint32 provider) {
  guint32 first = first_offer(supply->providers, service, provider);
  guint32 last = first_offer(supply->providers, service, provider + 1);
  supply->service = service;
  supply->length = 0;
  g_ptr_array_set_size(supply->owned, 0);
  return first == last || add_provider(supply, first, last);
}

/* ---- by area --------------------------------------------------------------------------------- */

/* Visits each area a point reaches once: without `by_area` to count, with it to place. */
static void visit_areas(RefnetServiceSupply *supply, guint32 *next, guint32 *by_area) {
  const RefnetDataset *dataset = supply->providers->network->dataset;
  for (guint32 a = 0; a < dataset->area_count; a++)
    supply->latest[a] = REFNET_NONE;
  for (guint32 p = 0; p < supply->length; p++)
    for (guint32 i = 0; i < supply->points[p].areas.length; i++)
      for (guint32 a = supply->points[p].areas.items[i]; a != REFNET_NONE && supply->latest[a] != p;
           a = dataset->areas[a].within) {
        supply->latest[a] = p;
        if (by_area)
          by_area[next[a]] = p;
        next[a]++;
      }
}

/* area_start is kept one place further on while areas are filled, and moves back by being used. */
static gboolean index_areas(RefnetServiceSupply *supply) {
  guint32 areas = supply->providers->network->dataset->area_count;
  guint32 *start = supply->area_start;
  for (guint32 a = 0; a < areas + 2; a++)
    start[a] = 0;
  visit_areas(supply, start + 2, NULL);
  guint64 total = 0;
  for (guint32 a = 0; a < areas; a++) {
    total += start[a + 2];
    start[a + 2] = start[a + 1] + start[a + 2];
  }
  if (total >= G_MAXUINT32)
    return FALSE;
  if (total > supply->by_area_capacity) {
    g_free(supply->by_area);
    supply->by_area = g_try_new(guint32, total);
    supply->by_area_capacity = supply->by_area ? total : 0;
    if (!supply->by_area)
      return FALSE;
  }
  if (total > 0)
    visit_areas(supply, start + 1, supply->by_area);
  return TRUE;
}

gboolean refnet_service_supply_set(RefnetServiceSupply *supply, guint32 service, GError **error) {
  supply->service = service;
  supply->length = 0;
  g_ptr_array_set_size(supply->owned, 0);
  return (collect_points(supply) && index_areas(supply)) || refnet_result_no_memory(error);
}

guint32 refnet_service_supply_count(const RefnetServiceSupply *supply, guint32 area) {
  return supply->area_start[area + 1] - supply->area_start[area];
}

const RefnetSupply *refnet_service_supply_at(const RefnetServiceSupply *supply, guint32 area,
                                             guint32 i) {
  return &supply->points[supply->by_area[supply->area_start[area] + i]];
}

guint32 refnet_service_supply_providers(const RefnetServiceSupply *supply, guint32 area,
                                        guint32 *providers) {
  guint32 length = 0, latest = REFNET_NONE;
  for (guint32 i = 0; i < refnet_service_supply_count(supply, area); i++) {
    guint32 provider = refnet_service_supply_at(supply, area, i)->provider;
    if (provider == latest)
      continue;
    if (providers)
      providers[length] = provider;
    latest = provider;
    length++;
  }
  return length;
}

double refnet_service_supply_capacity(const RefnetServiceSupply *supply, guint32 area) {
  double capacity = 0;
  for (guint32 i = 0; i < refnet_service_supply_count(supply, area); i++)
    capacity += refnet_service_supply_at(supply, area, i)->capacity;
  return capacity;
}
