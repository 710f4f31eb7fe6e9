/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Service gaps: goes through the cells of area × service and asks each kind of gap about them.
 *
 * Cells are filled service by service. With needs.csv the cells that can be absent are its rows;
 * without it, every area for every service that somebody in the view offers. The other kinds are
 * looked for wherever there is a provider, needed or not by the sheet; where demand is known to be
 * none, only often unfilled referrals are reported. Areas that others lie in are cells only where a
 * row of needs.csv names them: what is offered in their parts is offered in them, and their own
 * gaps would repeat those of the parts. */
#include <refnet/analysis.h>

#include <math.h>

#include "analysis/gaps/changes.h"
#include "analysis/gaps/order.h"
#include "analysis/gaps/search.h"
#include "analysis/result.h"

/* ---- cells ----------------------------------------------------------------------------------- */

/* Rows of needs.csv about one area, among those of the service at hand. */
static guint32 end_of_area(const RefnetGapSearch *search, guint32 first, guint32 end,
                           guint32 area) {
  const RefnetNeed *needs = search->network->dataset->needs;
  while (first < end && needs[search->demand->rows[first]].area == area)
    first++;
  return first;
}

static gboolean is_cell(const RefnetGapSearch *search, const RefnetGapCell *cell) {
  if (!refnet_chosen(search->areas, cell->area))
    return FALSE;
  if (cell->first_need < cell->last_need)
    return cell->demand.chosen;
  if (search->serving->with_parts[cell->area])
    return FALSE;
  /* Where populations were chosen, a cell without a need names none of them. */
  return search->result->gaps.has_needs ? cell->provider_count > 0 && !search->populations
                                        : search->supply->length > 0;
}

static gboolean report_cell(RefnetGapSearch *search, const RefnetGapCell *cell, GError **error) {
  if (!refnet_gap_report_missing(search, cell, error))
    return FALSE;
  if (cell->provider_count == 0)
    return TRUE; /* absent excludes all others */
  if (cell->demand.people != 0 && (!refnet_gap_report_populations(search, cell, error) ||
                                   !refnet_gap_report_languages(search, cell, error) ||
                                   !refnet_gap_report_strained(search, cell, error) ||
                                   !refnet_gap_report_unreachable(search, cell, error)))
    return FALSE;
  return refnet_gap_report_failing(search, cell, error);
}

static gboolean report_cells(RefnetGapSearch *search, guint32 service, GError **error) {
  guint32 need = search->demand->start[service], end = search->demand->start[service + 1];
  for (guint32 area = 0; area < search->network->dataset->area_count; area++) {
    RefnetGapCell cell = {.area = area,
                          .service = service,
                          .providers = search->cell_providers,
                          .first_need = need,
                          .last_need = end_of_area(search, need, end, area)};
    need = cell.last_need;
    cell.demand =
        refnet_demand_add_up(search->demand, cell.first_need, cell.last_need, search->populations);
    cell.provider_count =
        refnet_service_supply_providers(search->supply, area, search->cell_providers);
    if (is_cell(search, &cell) && !report_cell(search, &cell, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- supply and demand of a service ---------------------------------------------------------- */

/* Capacity is shared among all who need the service, whatever populations were chosen. */
static void set_service_demand(RefnetGapSearch *search, guint32 service) {
  guint32 need = search->demand->start[service], end = search->demand->start[service + 1];
  for (guint32 area = 0; area < search->network->dataset->area_count; area++) {
    guint32 last = end_of_area(search, need, end, area);
    double people = refnet_demand_add_up(search->demand, need, last, NULL).people;
    search->service_demand[area] = isnan(people) ? 0 : people;
    need = last;
  }
}

static gboolean append_unused(RefnetGapSearch *search, const RefnetUnusedSupply *unused) {
  RefnetGaps *gaps = &search->result->gaps;
  gpointer array = gaps->unused;
  if (!refnet_result_grow(&array, gaps->unused_count, &search->result->unused_capacity,
                          sizeof *unused))
    return FALSE;
  gaps->unused = array;
  gaps->unused[gaps->unused_count++] = *unused;
  return TRUE;
}

/* What a provider has where no demand is recorded; its points together. */
static gboolean add_unused(RefnetGapSearch *search, guint32 service, GError **error) {
  const RefnetServiceSupply *supply = search->supply;
  RefnetGaps *gaps = &search->result->gaps;
  for (guint32 p = 0; gaps->has_needs && p < supply->length; p++) {
    const RefnetSupply *point = &supply->points[p];
    if (!(point->capacity > 0) || refnet_catchment_demand_reached(search->catchment, p) > 0)
      continue;
    RefnetUnusedSupply unused = {search->network->organization[point->provider], service,
                                 point->capacity};
    RefnetUnusedSupply *last =
        gaps->unused_count > 0 ? &gaps->unused[gaps->unused_count - 1] : NULL;
    if (last && last->organization == unused.organization && last->service == service)
      last->capacity += point->capacity;
    else if (!append_unused(search, &unused))
      return refnet_result_no_memory(error);
  }
  return TRUE;
}

static gboolean search_service(RefnetGapSearch *search, guint32 service, GError **error) {
  set_service_demand(search, service);
  return refnet_service_supply_set(search->supply, service, error) &&
         refnet_catchment_set(search->catchment, search->supply, search->service_demand, error) &&
         refnet_supply_points_set(search->points, service, error) &&
         report_cells(search, service, error) && add_unused(search, service, error);
}

/* ---- the search ------------------------------------------------------------------------------ */

static RefnetGaps *search_gaps(const RefnetNetwork *network, const RefnetGapOptions *options,
                               RefnetDoubts *doubts, GError **error) {
  g_auto(RefnetGapSearch) search = {.network = network, .options = options, .doubts = doubts};
  if (!refnet_gap_search_prepare(&search, error))
    return NULL;
  for (guint32 s = 0; s < network->dataset->services.length; s++)
    if (refnet_chosen(search.services, s) && !search_service(&search, s, error))
      return NULL;
  RefnetGaps *gaps = &search.result->gaps;
  refnet_gap_sort(&search);
  if (!refnet_gap_add_totals(&search, error) || !refnet_gap_add_sectors(&search, error) ||
      !refnet_gap_add_ratios(&search, error))
    return NULL;
  search.result = NULL;
  return gaps;
}

static gboolean lists_areas(const RefnetDataset *dataset, guint32 organization, guint32 service) {
  for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
       o++)
    if (dataset->offers[o].service == service && dataset->offers[o].areas.length > 0)
      return TRUE;
  return FALSE;
}

guint32 refnet_gap_unplaced(const RefnetGaps *gaps, const RefnetGap *gap) {
  for (guint32 i = 0; i < gap->nearest_count; i++)
    if (!lists_areas(gaps->network->dataset, gap->nearest[i].organization, gap->service))
      return gap->nearest[i].organization;
  return REFNET_NONE;
}

/* The same search once more, deciding otherwise about doubtful records. */
static gboolean add_changes(RefnetGaps *gaps, const RefnetGapOptions *options, GError **error) {
  RefnetDoubts doubts = {.merge_possible = options->if_merged,
                         .drop_stale = options->if_verified,
                         .since = options->verified_since};
  RefnetGapOptions again = *options;
  again.sectors = NULL;
  again.ratio_count = 0;
  RefnetGaps *other = search_gaps(gaps->network, &again, &doubts, error);
  if (!other)
    return FALSE;
  ((RefnetGapResult *)gaps)->other = other;
  gaps->has_changes = TRUE;
  gaps->records_merged = doubts.merged;
  gaps->records_dropped = doubts.dropped;
  gaps->records_undated = doubts.undated;
  return refnet_gap_changes(gaps, other, &gaps->changes, &gaps->change_count, error);
}

RefnetGaps *refnet_gaps_new(const RefnetNetwork *network, const RefnetGapOptions *options,
                            GError **error) {
  static const RefnetGapOptions defaults = {.as_of = REFNET_DATE_UNKNOWN};
  const RefnetGapOptions *chosen = options ? options : &defaults;
  g_autoptr(RefnetGaps) gaps = search_gaps(network, chosen, NULL, error);
  if (!gaps)
    return NULL;
  if ((chosen->if_merged || chosen->if_verified) && !add_changes(gaps, chosen, error))
    return NULL;
  return g_steal_pointer(&gaps);
}
