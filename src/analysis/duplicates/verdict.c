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
static double supply_of(const Shared *shared, guint32 service, const RefnetSupply *point) {
  double demand = 0, shared_demand = 0;
  guint32 shared_areas = 0;
  for (guint32 i = 0; i < point->areas.length; i++) {
    guint32 area = point->areas.items[i];
    double here = refnet_demand_in(shared->field->demand, area, service).people;
    gboolean is_here = is_shared(shared, area, service);
    demand += isnan(here) ? 0 : here;
    shared_demand += is_here && !isnan(here) ? here : 0;
    shared_areas += is_here;
  }
  if (shared_areas == 0)
    return 0;
  gboolean whole = shared_areas == point->areas.length || demand == 0;
  return whole ? point->capacity : point->capacity * shared_demand / demand;
}

/* Adds what the provider has, all of its rows together. FALSE: no memory. */
static gboolean add_provider(const Shared *shared, guint32 provider, double *sum) {
  RefnetServiceSupply *supply = shared->field->supply;
  for (guint32 c = 0; c < shared->count; c++) {
    guint32 service = shared->cells[c].service;
    if (c > 0 && shared->cells[c - 1].service == service)
      continue;
    if (!refnet_service_supply_set_provider(supply, service, provider))
      return FALSE;
    for (guint32 i = 0; i < supply->length; i++)
      *sum += supply_of(shared, service, &supply->points[i]);
  }
  return TRUE;
}

/* All together have enough for the shared cells: duplication; not enough: all are needed. With
 * anything blank neither can be said. */
gboolean refnet_service_field_judge(const RefnetServiceField *field, const RefnetCell *cells,
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
    return TRUE;
  }
  for (guint32 i = 0; i < count; i++)
    if (!add_provider(&here, providers[i], &shared->supply))
      return FALSE;
  if (for_anybody || isnan(shared->supply))
    return TRUE;
  shared->verdict = shared->supply >= shared->demand - 1e-9 * shared->demand
                        ? REFNET_OVERLAP_DUPLICATION
                        : REFNET_OVERLAP_REDUNDANCY;
  return TRUE;
}

static int verdict_rank(RefnetOverlapVerdict verdict) {
  return verdict == REFNET_OVERLAP_DUPLICATION ? 0 : verdict == REFNET_OVERLAP_REDUNDANCY ? 1 : 2;
}

int refnet_shared_supply_order(const RefnetSharedSupply *a, const RefnetSharedSupply *b) {
  int order = refnet_order(verdict_rank(a->verdict), verdict_rank(b->verdict));
  double first = isnan(a->demand) ? -1 : a->demand, second = isnan(b->demand) ? -1 : b->demand;
  return order ? order : (first < second) - (first > second);
}
