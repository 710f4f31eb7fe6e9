/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Makes a search for gaps ready, and writes findings down. */
#include "analysis/gaps/search.h"

#include <math.h>

#include "analysis/memory.h"
#include "analysis/result.h"

void refnet_gaps_free(RefnetGaps *gaps) {
  if (!gaps)
    return;
  RefnetGapResult *result = (RefnetGapResult *)gaps;
  refnet_gaps_free(result->other);
  refnet_pool_free(result->pool);
  g_free(gaps->cells);
  g_free(gaps->areas);
  g_free(gaps->services);
  g_free(gaps->unused);
  g_free(gaps->coverage);
  g_free(gaps->presence);
  g_free(gaps->ratios);
  g_free(gaps->changes);
  g_free(result);
}

void refnet_gap_search_clear(RefnetGapSearch *search) {
  g_free(search->areas);
  g_free(search->services);
  g_free(search->populations);
  refnet_related_services_free(search->related);
  refnet_reachability_free(search->reachability);
  refnet_supply_points_free(search->points);
  refnet_catchment_free(search->catchment);
  refnet_service_supply_free(search->supply);
  refnet_serving_free(search->serving);
  refnet_outcomes_free(search->outcomes);
  refnet_providers_free(search->providers);
  refnet_demand_free(search->demand);
  g_free(search->service_demand);
  g_free(search->cell_providers);
  g_free(search->groups_served);
  refnet_gaps_free(search->result ? &search->result->gaps : NULL);
}

static gboolean choose_cells(RefnetGapSearch *search, GError **error) {
  const RefnetDataset *dataset = search->network->dataset;
  const RefnetGapOptions *options = search->options;
  return refnet_choose_areas(options->areas, dataset, &search->areas, error) &&
         refnet_choose_values(options->services, &dataset->services, "service", &search->services,
                              error) &&
         refnet_choose_values(options->populations, &dataset->populations, "population",
                              &search->populations, error);
}

static gboolean prepare_providers(RefnetGapSearch *search, GError **error) {
  return (search->providers =
              refnet_providers_new_doubting(search->network, search->doubts, error)) &&
         (search->serving = refnet_serving_new(search->providers, error)) &&
         (search->supply = refnet_service_supply_new(search->providers, error)) &&
         (search->points = refnet_supply_points_new(search->providers)) &&
         (search->reachability = refnet_reachability_new(search->serving, error)) &&
         (search->related =
              refnet_related_services_new(search->providers, search->options->related, error)) &&
         (search->outcomes = refnet_outcomes_new(search->providers, error));
}

static gboolean prepare_cells(RefnetGapSearch *search, GError **error) {
  const RefnetDataset *dataset = search->network->dataset;
  guint64 groups = MAX(dataset->populations.length, dataset->languages.length);
  return (search->catchment = refnet_catchment_new(dataset, search->options->radius,
                                                   search->options->decay, error)) &&
         (search->demand = refnet_demand_new(dataset, error)) &&
         (search->service_demand = REFNET_TRY_ARRAY(double, dataset->area_count, error)) &&
         (search->cell_providers = REFNET_TRY_ARRAY(guint32, search->network->vertices, error)) &&
         (search->groups_served = REFNET_TRY_ARRAY(guint8, groups, error));
}

static guint32 count_rows_taken_together(const RefnetProviders *providers) {
  guint32 rows = 0;
  for (guint32 v = 0; v < providers->network->vertices; v++)
    rows += providers->provider[v] != REFNET_NONE && providers->provider[v] != v;
  return rows;
}

static void describe_search(RefnetGapSearch *search) {
  RefnetGaps *gaps = &search->result->gaps;
  const RefnetDataset *dataset = search->network->dataset;
  gaps->network = search->network;
  gaps->has_needs = dataset->has_needs && dataset->need_count > 0;
  gaps->is_part =
      search->areas || search->services || search->populations || search->options->statuses != 0;
  gaps->has_routes = search->network->arcs > 0;
  gaps->steps = search->options->steps ? search->options->steps : 2;
  gaps->radius = search->options->radius;
  gaps->decay = search->options->decay;
  gaps->organizations_without_services = search->serving->without_services;
  gaps->organizations_without_areas = search->serving->without_areas;
  gaps->rows_taken_together = count_rows_taken_together(search->providers);
}

gboolean refnet_gap_search_prepare(RefnetGapSearch *search, GError **error) {
  if (!choose_cells(search, error))
    return FALSE;
  search->result = g_new0(RefnetGapResult, 1);
  if (!(search->result->pool = refnet_pool_new()))
    return refnet_result_no_memory(error);
  if (!prepare_providers(search, error) || !prepare_cells(search, error))
    return FALSE;
  describe_search(search);
  return TRUE;
}

/* ---- findings -------------------------------------------------------------------------------- */

gboolean refnet_gap_wanted(const RefnetGapSearch *search, RefnetGapStatus status) {
  return search->options->statuses == 0 || (search->options->statuses >> status & 1);
}

static double unmet_of(const RefnetGapCell *cell, double access) {
  if (cell->provider_count == 0)
    return cell->demand.people;
  return isnan(access) ? NAN : cell->demand.people * fmax(0, 1 - access);
}

RefnetGap refnet_gap_begin(const RefnetGapSearch *search, const RefnetGapCell *cell,
                           RefnetGapStatus status) {
  double access = refnet_catchment_access(search->catchment, cell->area);
  return (RefnetGap){
      .area = cell->area,
      .service = cell->service,
      .population = cell->demand.population,
      .language = REFNET_NONE,
      .status = status,
      .demand = cell->demand.people,
      .demand_partial = cell->demand.partial,
      .capacity = refnet_service_supply_capacity(search->supply, cell->area),
      .access = cell->provider_count > 0 ? access : NAN,
      .unmet = unmet_of(cell, access),
      .organizations_in_area = search->serving->count[cell->area],
      .organizations_without_services = search->serving->count_blank[cell->area],
      .provider_funding_end = REFNET_DATE_UNKNOWN,
      .second = REFNET_NONE,
      .link_from = REFNET_NONE,
      .link_to = REFNET_NONE,
      .unfilled_lower = NAN,
  };
}

gboolean refnet_gap_add_nearest(RefnetGapSearch *search, RefnetWanted wanted, gconstpointer data,
                                RefnetGap *gap) {
  RefnetNearest nearest[REFNET_NEAREST_MOST];
  gap->nearest_count = refnet_supply_points_nearest(search->points, gap->area, wanted, data,
                                                    nearest, REFNET_NEAREST_MOST);
  gap->nearest =
      refnet_result_copy(search->result->pool, nearest, gap->nearest_count * sizeof *nearest);
  return gap->nearest != NULL;
}

static gboolean add_providers(RefnetGapSearch *search, const RefnetGapCell *cell, RefnetGap *gap) {
  guint32 *organizations =
      refnet_pool_alloc(search->result->pool, cell->provider_count * sizeof *organizations, 0);
  for (guint32 i = 0; organizations && i < cell->provider_count; i++)
    organizations[i] = search->network->organization[cell->providers[i]];
  gap->providers = (RefnetIndexList){organizations, cell->provider_count};
  return organizations != NULL;
}

gboolean refnet_gap_end(RefnetGapSearch *search, const RefnetGapCell *cell, RefnetGap *gap,
                        GError **error) {
  RefnetGaps *gaps = &search->result->gaps;
  gpointer array = gaps->cells;
  if (gaps->cell_count == G_MAXINT || !add_providers(search, cell, gap) ||
      !refnet_result_grow(&array, gaps->cell_count, &search->result->capacity, sizeof *gap))
    return refnet_result_no_memory(error);
  gaps->cells = array;
  gaps->cells[gaps->cell_count++] = *gap;
  return TRUE;
}
