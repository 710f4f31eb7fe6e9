/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether what several offer in the same cells is more than is needed there. */
#include <math.h>

#include "analysis/duplicates/field.h"
#include "base/order.h"

/* The cells at hand, by service, then area. */
typedef struct {
  const RefnetServiceField *field;
  const RefnetCell *cells;
  guint32 count;
} Shared;

static gboolean is_shared(const Shared *shared, guint32 area, guint32 service) {
  guint32 low = 0, high = shared->count;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    const RefnetCell *cell = &shared->cells[middle];
    if (cell->service < service || (cell->service == service && cell->area < area))
      low = middle + 1;
    else
      high = middle;
  }
  return low < shared->count && shared->cells[low].area == area &&
         shared->cells[low].service == service;
}

/* What one supply point has for the shared cells: its capacity, divided among its areas by their
 * demand as in the floating catchment (R_j · Σ D_k over the shared ones). 0 when it serves none of
 * them. */
static double supply_of(const Shared *shared, const RefnetOffer *offer) {
  double demand = 0, shared_demand = 0;
  guint32 shared_areas = 0;
  if (offer->service < shared->cells[0].service ||
      offer->service > shared->cells[shared->count - 1].service)
    return 0;
  for (guint32 i = 0; i < offer->areas.length; i++) {
    guint32 area = offer->areas.items[i];
    double here = refnet_demand_in(shared->field->demand, area, offer->service).people;
    gboolean is_here = is_shared(shared, area, offer->service);
    demand += isnan(here) ? 0 : here;
    shared_demand += is_here && !isnan(here) ? here : 0;
    shared_areas += is_here;
  }
  if (shared_areas == 0)
    return 0;
  gboolean whole = shared_areas == offer->areas.length || demand == 0;
  return whole ? offer->capacity : offer->capacity * shared_demand / demand;
}

static double supply_of_provider(const Shared *shared, guint32 provider) {
  const RefnetNetwork *network = shared->field->network;
  const RefnetProviders *providers = shared->field->providers;
  double supply = 0;
  for (guint32 m = providers->member_start[provider]; m < providers->member_start[provider + 1];
       m++) {
    guint32 organization = network->organization[providers->members[m]];
    for (guint32 o = network->dataset->offer_start[organization];
         o < network->dataset->offer_start[organization + 1]; o++)
      supply += supply_of(shared, &network->dataset->offers[o]);
  }
  return supply;
}

/* All together have enough for the shared cells: duplication; not enough: all are needed. With
 * anything blank neither can be said. */
void refnet_service_field_judge(const RefnetServiceField *field, const RefnetCell *cells,
                                guint32 cell_count, const guint32 *providers, guint32 count,
                                gboolean for_anybody, RefnetSharedSupply *shared) {
  const Shared here = {field, cells, cell_count};
  *shared = (RefnetSharedSupply){.verdict = REFNET_OVERLAP_POSSIBLE};
  for (guint32 i = 0; i < cell_count; i++) {
    RefnetCellDemand cell = refnet_demand_in(field->demand, cells[i].area, cells[i].service);
    shared->demand += cell.partial ? NAN : cell.people;
  }
  if (isnan(shared->demand)) {
    shared->supply = NAN; /* of no use by itself */
    return;
  }
  for (guint32 i = 0; i < count; i++)
    shared->supply += supply_of_provider(&here, providers[i]);
  if (for_anybody || isnan(shared->supply))
    return;
  shared->verdict = shared->supply >= shared->demand - 1e-9 * shared->demand
                        ? REFNET_OVERLAP_DUPLICATION
                        : REFNET_OVERLAP_REDUNDANCY;
}

static int verdict_rank(RefnetOverlapVerdict verdict) {
  return verdict == REFNET_OVERLAP_DUPLICATION ? 0 : verdict == REFNET_OVERLAP_REDUNDANCY ? 1 : 2;
}

int refnet_shared_supply_order(const RefnetSharedSupply *a, const RefnetSharedSupply *b) {
  int order = refnet_order(verdict_rank(a->verdict), verdict_rank(b->verdict));
  double first = isnan(a->demand) ? -1 : a->demand, second = isnan(b->demand) ? -1 : b->demand;
  return order ? order : (first < second) - (first > second);
}
