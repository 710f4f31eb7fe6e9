/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom to call for a service: who offers it for an area, how far, and by which referrals they are
 * reached. */
#include <refnet/analysis.h>

#include <math.h>
#include <stdlib.h>

#include "analysis/gaps/nearest.h"
#include "analysis/gaps/reachability.h"
#include "analysis/memory.h"
#include "analysis/result.h"
#include "analysis/supply/choice.h"
#include "analysis/supply/outcomes.h"
#include "analysis/supply/places.h"
#include "analysis/supply/service_supply.h"

/* The result and what owns its lists. */
typedef struct {
  RefnetFind find; /* first: what the caller holds */
  RefnetPool *pool;
} Find;

typedef struct {
  const RefnetNetwork *network;
  RefnetProviders *providers;
  RefnetServing *serving;
  RefnetServiceSupply *supply;
  RefnetSupplyPoints *points;
  RefnetOutcomes *outcomes;
  RefnetReachability *reachability;
  guint32 *previous; /* on the routes from the one who asks; NULL: nobody asks */
  guint32 from;      /* provider */
} Search;

static void search_clear(Search *search) {
  refnet_reachability_free(search->reachability);
  refnet_outcomes_free(search->outcomes);
  refnet_supply_points_free(search->points);
  refnet_service_supply_free(search->supply);
  refnet_serving_free(search->serving);
  refnet_providers_free(search->providers);
  g_free(search->previous);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

/* ---- names ----------------------------------------------------------------------------------- */

static gboolean find_names(RefnetFind *find, const RefnetFindOptions *options, GError **error) {
  const RefnetDataset *dataset = find->network->dataset;
  return refnet_choose_value(options->service, &dataset->services, "service", &find->service,
                             error) &&
         refnet_choose_area(options->area, dataset, &find->area, error) &&
         refnet_choose_value(options->population, &dataset->populations, "population",
                             &find->population, error) &&
         refnet_choose_value(options->language, &dataset->languages, "language", &find->language,
                             error);
}

/* ---- whom they serve ------------------------------------------------------------------------- */

static RefnetTri answer_of(gboolean found, gboolean blank) {
  return found ? REFNET_TRI_YES : blank ? REFNET_TRI_UNKNOWN : REFNET_TRI_NO;
}

/* By its points in the area asked for, where it has any, else by all of them. */
static RefnetTri serves_population(const Search *search, const RefnetFoundProvider *provider,
                                   guint32 vertex, const RefnetFind *find) {
  gboolean found = FALSE, blank = FALSE;
  if (find->population == REFNET_NONE)
    return REFNET_TRI_UNKNOWN;
  for (guint32 p = 0; p < search->supply->length; p++) {
    const RefnetSupply *point = &search->supply->points[p];
    if (point->provider != vertex ||
        (provider->serves_area &&
         !refnet_areas_reach(search->network->dataset, search->serving->with_parts, point->areas,
                             find->area)))
      continue;
    found |= refnet_list_has(point->populations, find->population);
    blank |= point->populations.length == 0;
  }
  return answer_of(found, blank);
}

static RefnetTri speaks_language(const Search *search, guint32 vertex, guint32 language) {
  const RefnetProviders *providers = search->providers;
  gboolean found = FALSE, blank = TRUE;
  if (language == REFNET_NONE)
    return REFNET_TRI_UNKNOWN;
  for (guint32 m = providers->member_start[vertex]; m < providers->member_start[vertex + 1]; m++) {
    RefnetIndexList languages =
        refnet_network_organization(search->network, providers->members[m])->details->languages;
    found |= refnet_list_has(languages, language);
    blank &= languages.length == 0;
  }
  return answer_of(found, blank);
}

/* ---- where they are -------------------------------------------------------------------------- */

static gboolean serves_area(const Search *search, guint32 vertex, guint32 area) {
  if (area == REFNET_NONE)
    return FALSE;
  for (guint32 i = 0; i < refnet_service_supply_count(search->supply, area); i++)
    if (refnet_service_supply_at(search->supply, area, i)->provider == vertex)
      return TRUE;
  return FALSE;
}

static double area_distance(const RefnetDataset *dataset, guint32 a, guint32 b) {
  if (a == REFNET_NONE || b == REFNET_NONE)
    return NAN;
  return refnet_distance_km(dataset->areas[a].latitude, dataset->areas[a].longitude,
                            dataset->areas[b].latitude, dataset->areas[b].longitude);
}

/* Of the areas where it offers the service the nearest to `area`; without distances the first. */
static guint32 nearest_area(const Search *search, guint32 vertex, guint32 area) {
  const RefnetDataset *dataset = search->network->dataset;
  guint32 nearest = REFNET_NONE;
  for (guint32 p = 0; p < search->supply->length; p++) {
    RefnetIndexList areas = search->supply->points[p].areas;
    for (guint32 i = 0; search->supply->points[p].provider == vertex && i < areas.length; i++)
      if (nearest == REFNET_NONE ||
          area_distance(dataset, area, areas.items[i]) < area_distance(dataset, area, nearest))
        nearest = areas.items[i];
  }
  return nearest;
}

static double capacity_of(const Search *search, guint32 vertex) {
  double capacity = 0;
  for (guint32 p = 0; p < search->supply->length; p++)
    if (search->supply->points[p].provider == vertex)
      capacity += search->supply->points[p].capacity;
  return capacity;
}

/* ---- routes ---------------------------------------------------------------------------------- */

static gboolean add_path(const Search *search, guint32 vertex, RefnetPool *pool,
                         RefnetFoundProvider *found) {
  guint32 length = 1;
  if (!search->previous || (vertex != search->from && search->previous[vertex] == REFNET_NONE))
    return TRUE;
  for (guint32 v = vertex; v != search->from; v = search->previous[v])
    length++;
  guint32 *path = refnet_pool_alloc(pool, length * sizeof *path, 0);
  if (!path)
    return FALSE;
  found->path = (RefnetIndexList){path, length};
  for (guint32 v = vertex;; v = search->previous[v]) {
    path[--length] = search->network->organization[v];
    if (v == search->from)
      return TRUE;
  }
}

/* ---- the list -------------------------------------------------------------------------------- */

static gboolean add_provider(const Search *search, const RefnetNearest *nearest, RefnetFind *find,
                             RefnetPool *pool) {
  guint32 vertex = search->network->vertex[nearest->organization];
  RefnetFoundProvider found = {.organization = nearest->organization, .km = nearest->km};
  found.serves_area = serves_area(search, vertex, find->area);
  found.serves_population = serves_population(search, &found, vertex, find);
  found.speaks_language = speaks_language(search, vertex, find->language);
  if (found.serves_population == REFNET_TRI_NO || found.speaks_language == REFNET_TRI_NO) {
    find->excluded++;
    return TRUE;
  }
  RefnetOutcomeCount count = refnet_outcomes_of(search->outcomes, find->service, vertex);
  found.outcomes_known = count.known;
  found.outcomes_unfilled = count.unfilled;
  found.often_unfilled = refnet_outcomes_often_unfilled(count);
  found.capacity = capacity_of(search, vertex);
  found.area = found.serves_area ? find->area : nearest_area(search, vertex, find->area);
  if (!add_path(search, vertex, pool, &found))
    return FALSE;
  find->providers[find->count++] = found;
  return TRUE;
}

static int compare_found(const void *a, const void *b) {
  const RefnetFoundProvider *first = a, *second = b;
  if (first->serves_area != second->serves_area)
    return first->serves_area ? -1 : 1;
  gboolean first_far = isnan(first->km), second_far = isnan(second->km);
  if (first_far != second_far)
    return first_far ? 1 : -1;
  if (!first_far && first->km != second->km)
    return first->km < second->km ? -1 : 1;
  return first->organization < second->organization ? -1
                                                    : first->organization > second->organization;
}

static guint32 list_providers(const Search *search, const RefnetFind *find,
                              RefnetNearest *nearest) {
  guint32 count = 0, latest = REFNET_NONE;
  if (find->area != REFNET_NONE)
    return refnet_supply_points_nearest(search->points, find->area, NULL, NULL, nearest,
                                        search->supply->length);
  for (guint32 p = 0; p < search->supply->length; p++) {
    guint32 provider = search->supply->points[p].provider;
    if (provider != latest)
      nearest[count++] = (RefnetNearest){search->network->organization[provider], NAN};
    latest = provider;
  }
  return count;
}

static gboolean fill(const Search *search, RefnetFind *find, RefnetPool *pool, GError **error) {
  g_autofree RefnetNearest *nearest =
      REFNET_TRY_ARRAY(RefnetNearest, search->supply->length, error);
  if (!nearest ||
      !(find->providers = REFNET_TRY_ARRAY(RefnetFoundProvider, search->supply->length, error)))
    return FALSE;
  guint32 count = list_providers(search, find, nearest);
  for (guint32 i = 0; i < count; i++)
    if (!add_provider(search, &nearest[i], find, pool))
      return refnet_result_no_memory(error);
  if (find->count > 1)
    qsort(find->providers, find->count, sizeof *find->providers, compare_found);
  if (find->area != REFNET_NONE) {
    find->organizations_in_area = search->serving->count[find->area];
    find->organizations_without_services = search->serving->count_blank[find->area];
  }
  return TRUE;
}

static gboolean find_routes(Search *search, guint32 from, GError **error) {
  if (from == REFNET_NONE)
    return TRUE;
  if (!(search->previous = REFNET_TRY_ARRAY(guint32, search->network->vertices, error)))
    return FALSE;
  search->from = search->providers->provider[from];
  refnet_reachability_routes(search->reachability, from, search->previous);
  return TRUE;
}

static gboolean prepare(Search *search, const RefnetFind *find, guint32 from, GError **error) {
  return (search->providers = refnet_providers_new(search->network, error)) &&
         (search->serving = refnet_serving_new(search->providers, error)) &&
         (search->supply = refnet_service_supply_new(search->providers, error)) &&
         (search->points = refnet_supply_points_new(search->providers)) &&
         (search->outcomes = refnet_outcomes_new(search->providers, error)) &&
         (search->reachability = refnet_reachability_new(search->serving, error)) &&
         find_routes(search, from, error) &&
         refnet_service_supply_set(search->supply, find->service, error) &&
         refnet_supply_points_set(search->points, find->service, error);
}

RefnetFind *refnet_find_new(const RefnetNetwork *network, const RefnetFindOptions *options,
                            GError **error) {
  g_auto(Search) search = {.network = network, .from = REFNET_NONE};
  Find *result = g_new0(Find, 1);
  g_autoptr(RefnetFind) find = &result->find;
  find->network = network;
  find->from = options->from == REFNET_NONE ? REFNET_NONE : network->organization[options->from];
  if (!(result->pool = refnet_pool_new())) {
    refnet_result_no_memory(error);
    return NULL;
  }
  if (!find_names(find, options, error) || !prepare(&search, find, options->from, error) ||
      !fill(&search, find, result->pool, error))
    return NULL;
  return g_steal_pointer(&find);
}

void refnet_find_free(RefnetFind *find) {
  if (!find)
    return;
  Find *result = (Find *)find;
  refnet_pool_free(result->pool);
  g_free(find->providers);
  g_free(result);
}
