/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Service gaps: services that nobody, or only one provider, offers in an area.
 *
 * Cells are filled service by service. With needs.csv the cells that can be absent are its rows;
 * without it, every area for every service that somebody in the view offers. A cell rests on one
 * provider wherever there is one, needed or not by the sheet, unless its demand is known to be
 * none. Areas that others lie in are cells only where a row of needs.csv names them: what is
 * offered in their parts is offered in them, and their own gaps would repeat those of the parts. */
#include <refnet/analysis.h>

#include <math.h>
#include <stdlib.h>

#include "analysis/demand.h"
#include "analysis/gaps_choice.h"
#include "analysis/gaps_nearest.h"
#include "analysis/memory.h"
#include "analysis/places.h"
#include "analysis/result.h"

/* The result and what owns its lists. */
typedef struct {
  RefnetGaps gaps; /* first: what the caller holds */
  gsize capacity;
  RefnetPool *pool;
} Gaps;

/* What one area has of the service at hand; valid where `service` is that service. */
typedef struct {
  guint32 service;
  guint32 providers;
  guint32 first, latest; /* provider counted first, and last */
  gboolean needed;       /* a row of needs.csv made the cell */
} AreaCount;

typedef struct {
  const RefnetNetwork *network;
  const RefnetGapOptions *options;
  RefnetChoice *areas, *services, *populations;
  RefnetProviders *providers;
  RefnetSupplyPoints *points;
  guint8 *with_parts;     /* by area */
  guint32 *serving;       /* by area: providers that serve it */
  guint32 *serving_blank; /* of those, services unknown */
  RefnetDemand *demand;
  AreaCount *counts; /* by area */
  guint32 *touched;  /* areas counted for the service at hand */
  guint32 touched_count;
  Gaps *result;
} Search;

static void search_clear(Search *search) {
  g_free(search->areas);
  g_free(search->services);
  g_free(search->populations);
  refnet_providers_free(search->providers);
  refnet_supply_points_free(search->points);
  g_free(search->with_parts);
  g_free(search->serving);
  g_free(search->serving_blank);
  refnet_demand_free(search->demand);
  g_free(search->counts);
  g_free(search->touched);
  refnet_gaps_free(search->result ? &search->result->gaps : NULL);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

/* ---- who serves an area -------------------------------------------------------------------------
 */

/* Counts the provider once in the area and in all that it lies in; `latest` holds, by area, the
 * provider counted last. */
static void count_serving(Search *search, RefnetIndexList areas, guint32 provider, gboolean blank,
                          guint32 *latest) {
  const RefnetDataset *dataset = search->network->dataset;
  for (guint32 i = 0; i < areas.length; i++)
    for (guint32 a = areas.items[i]; a != REFNET_NONE && latest[a] != provider;
         a = dataset->areas[a].within) {
      latest[a] = provider;
      search->serving[a]++;
      search->serving_blank[a] += blank;
    }
}

/* All rows of a provider together: does any say what it offers, does any say where? */
static void count_provider(Search *search, guint32 provider, guint32 *latest) {
  const RefnetDataset *dataset = search->network->dataset;
  const RefnetProviders *providers = search->providers;
  guint32 first = providers->member_start[provider], last = providers->member_start[provider + 1];
  gboolean services_known = FALSE, areas_known = FALSE;
  for (guint32 m = first; m < last; m++)
    services_known |= refnet_dataset_services_known(
        dataset, search->network->organization[providers->members[m]]);
  for (guint32 m = first; m < last; m++) {
    guint32 organization = search->network->organization[providers->members[m]];
    RefnetIndexList listed = dataset->organizations[organization].areas;
    areas_known |= listed.length > 0;
    count_serving(search, listed, provider, !services_known, latest);
    for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
         o++) {
      RefnetIndexList offered = dataset->offers[o].areas;
      areas_known |= offered.length > 0;
      if (offered.items != listed.items) /* most offers are made wherever the organization is */
        count_serving(search, offered, provider, !services_known, latest);
    }
  }
  search->result->gaps.organizations_without_services += !services_known;
  search->result->gaps.organizations_without_areas += !areas_known;
}

static gboolean count_providers(Search *search, GError **error) {
  guint32 areas = search->network->dataset->area_count;
  g_autofree guint32 *latest = REFNET_TRY_ARRAY(guint32, areas, error);
  if (!latest)
    return FALSE;
  for (guint32 a = 0; a < areas; a++)
    latest[a] = REFNET_NONE;
  for (guint32 v = 0; v < search->network->vertices; v++)
    if (search->providers->provider[v] == v)
      count_provider(search, v, latest);
  return TRUE;
}

/* ---- demand -------------------------------------------------------------------------------------
 */

/* The rows of needs.csv about one service in one area, taken together. */
typedef struct {
  guint32 population; /* the only one they name, or REFNET_NONE */
  double demand;      /* NaN: blank */
  gboolean chosen;    /* some row counts under the chosen populations */
} Demand;

/* A row without a population is the total; without such a row the others add up to it. Blank
 * figures add nothing, and a cell of blanks only has an unknown demand. Where populations were
 * chosen, only their rows count; a total says nothing about them but that their demand is unknown.
 */
static Demand add_up_demand(const Search *search, guint32 first, guint32 last) {
  const RefnetNeed *needs = search->network->dataset->needs;
  double total = NAN, parts = NAN;
  guint32 population = REFNET_NONE, parts_counted = 0;
  gboolean total_row = FALSE, several = FALSE;
  for (guint32 i = first; i < last; i++) {
    const RefnetNeed *need = &needs[search->demand->rows[i]];
    gboolean is_total = need->population == REFNET_NONE;
    if (!is_total && !refnet_chosen(search->populations, need->population))
      continue;
    double *sum = is_total ? &total : &parts;
    if (!isnan(need->demand))
      *sum = isnan(*sum) ? need->demand : *sum + need->demand;
    total_row |= is_total;
    if (!is_total) {
      several |= parts_counted > 0 && need->population != population;
      population = need->population;
      parts_counted++;
    }
  }
  gboolean use_total = total_row && !search->populations && !isnan(total);
  gboolean by_population = parts_counted > 0 && !use_total;
  return (Demand){.population = by_population && !several ? population : REFNET_NONE,
                  .demand = use_total ? total : parts,
                  .chosen = total_row || parts_counted > 0};
}

/* ---- cells --------------------------------------------------------------------------------------
 */

static AreaCount *count_in(Search *search, guint32 service, guint32 area) {
  AreaCount *count = &search->counts[area];
  if (count->service != service) {
    *count = (AreaCount){service, 0, REFNET_NONE, REFNET_NONE, FALSE};
    search->touched[search->touched_count++] = area;
  }
  return count;
}

/* Counts distinct providers of the service by area; offers come provider by provider. */
static void count_offers(Search *search, guint32 service) {
  const RefnetDataset *dataset = search->network->dataset;
  const RefnetProviders *providers = search->providers;
  for (guint32 i = providers->offer_start[service]; i < providers->offer_start[service + 1]; i++) {
    RefnetIndexList areas = dataset->offers[providers->offers[i]].areas;
    guint32 provider = refnet_providers_of_offer(providers, providers->offers[i]);
    for (guint32 k = 0; k < areas.length; k++)
      for (guint32 a = areas.items[k]; a != REFNET_NONE; a = dataset->areas[a].within) {
        AreaCount *count = count_in(search, service, a);
        if (count->latest == provider)
          break; /* counted there already, and in all that it lies in */
        count->latest = provider;
        if (count->providers++ == 0)
          count->first = provider;
      }
  }
}

static gboolean offered_in(const RefnetDataset *dataset, const RefnetOffer *offer, guint32 area) {
  for (guint32 i = 0; i < offer->areas.length; i++)
    for (guint32 a = offer->areas.items[i]; a != REFNET_NONE; a = dataset->areas[a].within)
      if (a == area)
        return TRUE;
  return FALSE;
}

/* What the only provider of a cell can take, all its supply points that reach the area together. */
static double capacity_of(const Search *search, guint32 provider, guint32 service, guint32 area) {
  const RefnetDataset *dataset = search->network->dataset;
  const RefnetProviders *providers = search->providers;
  double capacity = 0;
  for (guint32 i = providers->offer_start[service]; i < providers->offer_start[service + 1]; i++) {
    const RefnetOffer *offer = &dataset->offers[providers->offers[i]];
    if (refnet_providers_of_offer(providers, providers->offers[i]) == provider &&
        offered_in(dataset, offer, area))
      capacity += offer->capacity;
  }
  return capacity;
}

/* What makes resting on this one provider worse. */
static void describe_provider(const Search *search, guint32 provider, RefnetGap *gap) {
  const RefnetDataset *dataset = search->network->dataset;
  const RefnetProviders *providers = search->providers;
  g_autoptr(GHashTable) persons = g_hash_table_new(NULL, NULL);
  gap->provider_funding_end = REFNET_DATE_UNKNOWN;
  for (guint32 m = providers->member_start[provider]; m < providers->member_start[provider + 1];
       m++) {
    guint32 organization = search->network->organization[providers->members[m]];
    gap->provider_funding_end =
        MAX(gap->provider_funding_end, dataset->organizations[organization].funding_end);
    for (guint32 c = dataset->contact_start[organization];
         c < dataset->contact_start[organization + 1]; c++)
      if (!refnet_contact_has_left(&dataset->contacts[c], search->options->as_of))
        g_hash_table_add(persons, GUINT_TO_POINTER(dataset->contacts[c].person));
  }
  gap->provider_contacts = g_hash_table_size(persons);
}

static gboolean append_gap(Search *search, const RefnetGap *gap) {
  RefnetGaps *gaps = &search->result->gaps;
  gpointer array = gaps->cells;
  if (!refnet_result_grow(&array, gaps->cell_count, &search->result->capacity, sizeof *gap))
    return FALSE;
  gaps->cells = array;
  gaps->cells[gaps->cell_count++] = *gap;
  return TRUE;
}

static gboolean add_nearest(Search *search, guint32 except, RefnetGap *gap) {
  RefnetNearest nearest[REFNET_NEAREST_MOST];
  gap->nearest_count = refnet_supply_points_nearest(search->points, gap->area, except, nearest);
  gap->nearest =
      refnet_result_copy(search->result->pool, nearest, gap->nearest_count * sizeof *nearest);
  return gap->nearest != NULL;
}

/* Reports the cell when nobody or only one provider is there. `count` may be NULL: nobody. */
static gboolean report_cell(Search *search, guint32 service, guint32 area, const AreaCount *count,
                            Demand demand, GError **error) {
  guint32 providers = count ? count->providers : 0;
  if (providers > 1 || demand.demand == 0)
    return TRUE;
  RefnetGap gap = {.area = area,
                   .service = service,
                   .population = demand.population,
                   .status = providers ? REFNET_GAP_FRAGILE : REFNET_GAP_ABSENT,
                   .demand = demand.demand,
                   .unmet = providers ? NAN : demand.demand,
                   .organizations_in_area = search->serving[area],
                   .organizations_without_services = search->serving_blank[area],
                   .provider_funding_end = REFNET_DATE_UNKNOWN};
  guint32 only = providers ? count->first : REFNET_NONE;
  guint32 organization = providers ? search->network->organization[only] : REFNET_NONE;
  if (providers) {
    gap.capacity = capacity_of(search, only, service, area);
    describe_provider(search, only, &gap);
  }
  if (!refnet_result_list(search->result->pool, &organization, providers, &gap.providers) ||
      !add_nearest(search, only, &gap) || !append_gap(search, &gap))
    return refnet_result_no_memory(error);
  return TRUE;
}

static const Demand demand_unknown = {REFNET_NONE, NAN, TRUE};

/* Cells that rows of needs.csv name. */
static gboolean report_needs(Search *search, guint32 service, GError **error) {
  const RefnetNeed *needs = search->network->dataset->needs;
  const guint32 *rows = search->demand->rows;
  guint32 end = search->demand->start[service + 1];
  for (guint32 first = search->demand->start[service], last; first < end; first = last) {
    guint32 area = needs[rows[first]].area;
    for (last = first + 1; last < end && needs[rows[last]].area == area; last++)
      ;
    AreaCount *count = count_in(search, service, area);
    count->needed = TRUE;
    Demand demand = add_up_demand(search, first, last);
    if (demand.chosen && refnet_chosen(search->areas, area) &&
        !report_cell(search, service, area, count, demand, error))
      return FALSE;
  }
  return TRUE;
}

/* Areas with a provider of the service that no need names: they may rest on that one. */
static gboolean report_unneeded(Search *search, guint32 service, GError **error) {
  for (guint32 i = 0; i < search->touched_count; i++) {
    guint32 area = search->touched[i];
    if (search->counts[area].needed || search->with_parts[area] ||
        !refnet_chosen(search->areas, area))
      continue;
    if (!report_cell(search, service, area, &search->counts[area], demand_unknown, error))
      return FALSE;
  }
  return TRUE;
}

/* Without needs.csv: every area for a service that somebody offers. */
static gboolean report_areas(Search *search, guint32 service, GError **error) {
  if (search->providers->offer_start[service] == search->providers->offer_start[service + 1])
    return TRUE;
  for (guint32 a = 0; a < search->network->dataset->area_count; a++) {
    const AreaCount *count = &search->counts[a];
    if (search->with_parts[a] || !refnet_chosen(search->areas, a))
      continue;
    if (!report_cell(search, service, a, count->service == service ? count : NULL, demand_unknown,
                     error))
      return FALSE;
  }
  return TRUE;
}

static gboolean search_service(Search *search, guint32 service, GError **error) {
  search->touched_count = 0;
  count_offers(search, service);
  if (!refnet_supply_points_set(search->points, service, error))
    return FALSE;
  if (!search->result->gaps.has_needs)
    return report_areas(search, service, error);
  /* Where populations were chosen, a cell without a need names none of them. */
  return report_needs(search, service, error) &&
         (search->populations || report_unneeded(search, service, error));
}

/* ---- order --------------------------------------------------------------------------------------
 */

/* Largest first, unknown last. */
static int compare_reals(double a, double b) {
  if (isnan(a) || isnan(b))
    return (int)isnan(a) - (int)isnan(b);
  return (a < b) - (a > b);
}

static int compare_gaps(const void *a, const void *b) {
  const RefnetGap *first = a, *second = b;
  int order = compare_reals(first->unmet, second->unmet);
  if (!order)
    order = compare_reals(first->demand, second->demand);
  if (order)
    return order;
  if (first->status != second->status)
    return first->status < second->status ? -1 : 1;
  if (first->area != second->area)
    return first->area < second->area ? -1 : 1;
  return first->service < second->service ? -1 : first->service > second->service;
}

/* ---- the search ---------------------------------------------------------------------------------
 */

static gboolean choose_cells(Search *search, GError **error) {
  const RefnetDataset *dataset = search->network->dataset;
  const RefnetGapOptions *options = search->options;
  return refnet_choose_areas(options->areas, dataset, &search->areas, error) &&
         refnet_choose_values(options->services, &dataset->services, "service", &search->services,
                              error) &&
         refnet_choose_values(options->populations, &dataset->populations, "population",
                              &search->populations, error);
}

static gboolean prepare(Search *search, GError **error) {
  const RefnetDataset *dataset = search->network->dataset;
  if (!choose_cells(search, error))
    return FALSE;
  search->result = g_new0(Gaps, 1);
  search->result->gaps.network = search->network;
  search->result->gaps.has_needs = dataset->has_needs && dataset->need_count > 0;
  if (!(search->result->pool = refnet_pool_new()))
    return refnet_result_no_memory(error);
  if (!(search->providers = refnet_providers_new(search->network, error)) ||
      !(search->demand = refnet_demand_new(dataset, error)) ||
      !(search->with_parts = refnet_areas_with_parts(dataset, error)) ||
      !(search->serving = REFNET_TRY_ARRAY(guint32, dataset->area_count, error)) ||
      !(search->serving_blank = REFNET_TRY_ARRAY(guint32, dataset->area_count, error)) ||
      !(search->counts = REFNET_TRY_ARRAY(AreaCount, dataset->area_count, error)) ||
      !(search->touched = REFNET_TRY_ARRAY(guint32, dataset->area_count, error)))
    return FALSE;
  for (guint32 a = 0; a < dataset->area_count; a++)
    search->counts[a].service = REFNET_NONE;
  search->points = refnet_supply_points_new(search->providers);
  return count_providers(search, error);
}

RefnetGaps *refnet_gaps_new(const RefnetNetwork *network, const RefnetGapOptions *options,
                            GError **error) {
  static const RefnetGapOptions defaults = {.as_of = REFNET_DATE_UNKNOWN};
  g_auto(Search) search = {.network = network, .options = options ? options : &defaults};
  if (!prepare(&search, error))
    return NULL;
  for (guint32 s = 0; s < network->dataset->services.length; s++)
    if (refnet_chosen(search.services, s) && !search_service(&search, s, error))
      return NULL;
  RefnetGaps *gaps = &search.result->gaps;
  if (gaps->cell_count > 1)
    qsort(gaps->cells, gaps->cell_count, sizeof *gaps->cells, compare_gaps);
  search.result = NULL;
  return gaps;
}

void refnet_gaps_free(RefnetGaps *gaps) {
  if (!gaps)
    return;
  Gaps *result = (Gaps *)gaps;
  refnet_pool_free(result->pool);
  g_free(gaps->cells);
  g_free(result);
}
