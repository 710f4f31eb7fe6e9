/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whether what several offer in the same cells is more than is needed there. */
#include <math.h>

#include "analysis/duplicates/field.h"
#include "base/order.h"

/* The cells at hand, by service, then area. */
typedef struct {
  const RefnetServiceField *field;
  const RefnetSharedCell *cells;
  guint32 count;
} Shared;

static const RefnetSharedCell *find_cell(const Shared *shared, guint32 area, guint32 service) {
  guint32 low = 0, high = shared->count;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    RefnetCell cell = shared->cells[middle].cell;
    if (cell.service < service || (cell.service == service && cell.area < area))
      low = middle + 1;
    else
      high = middle;
  }
  const RefnetSharedCell *found = &shared->cells[low];
  return low < shared->count && found->cell.area == area && found->cell.service == service ? found
                                                                                           : NULL;
}

/* How many of the point's populations the cell is about; all where either doesn't say. */
static guint32 common_populations(const RefnetSharedCell *cell, const RefnetSupply *point) {
  guint32 common = 0;
  if (cell->populations.length == 0 || point->populations.length == 0)
    return MAX(point->populations.length, 1);
  for (guint32 i = 0; i < point->populations.length; i++)
    common += refnet_list_has(cell->populations, point->populations.items[i]);
  return common;
}

/* People a year; blank adds nothing. */
static double demand_of(const Shared *shared, guint32 area, guint32 service, RefnetIndexList a,
                        RefnetIndexList b) {
  double people = refnet_demand_of(shared->field->demand, area, service, a, b).people;
  return isnan(people) ? 0 : people;
}

/* What one supply point has for the shared cells: its capacity, divided among its areas and
 * populations by their demand as in the floating catchment (R_j · Σ D_k over the shared ones). 0
 * when it serves none of them. */
static double supply_of(const Shared *shared, guint32 service, const RefnetSupply *point) {
  const RefnetIndexList anybody = {NULL, 0};
  double demand = 0, shared_demand = 0;
  gboolean serves_them = FALSE, serves_others = FALSE;
  for (guint32 i = 0; i < point->areas.length; i++) {
    guint32 area = point->areas.items[i];
    const RefnetSharedCell *cell = find_cell(shared, area, service);
    guint32 common = cell ? common_populations(cell, point) : 0;
    demand += demand_of(shared, area, service, point->populations, anybody);
    if (common > 0)
      shared_demand += demand_of(shared, area, service, point->populations, cell->populations);
    serves_them |= common > 0;
    serves_others |= common < MAX(point->populations.length, 1);
  }
  if (!serves_them)
    return 0;
  return serves_others && demand > 0 ? point->capacity * MIN(shared_demand / demand, 1)
                                     : point->capacity;
}

/* Adds what the provider has, all of its rows together. FALSE: no memory. */
static gboolean add_provider(const Shared *shared, guint32 provider, double *sum) {
  RefnetServiceSupply *supply = shared->field->supply;
  for (guint32 c = 0; c < shared->count; c++) {
    guint32 service = shared->cells[c].cell.service;
    if (c > 0 && shared->cells[c - 1].cell.service == service)
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
gboolean refnet_service_field_judge(const RefnetServiceField *field, const RefnetSharedCell *cells,
                                    guint32 cell_count, const guint32 *providers, guint32 count,
                                    gboolean unclear, RefnetSharedSupply *shared) {
  const RefnetIndexList anybody = {NULL, 0};
  const Shared here = {field, cells, cell_count};
  *shared = (RefnetSharedSupply){.verdict = REFNET_OVERLAP_POSSIBLE};
  for (guint32 i = 0; i < cell_count; i++) {
    RefnetCellDemand cell = refnet_demand_of(field->demand, cells[i].cell.area,
                                             cells[i].cell.service, cells[i].populations, anybody);
    shared->demand += cell.partial ? NAN : cell.people;
  }
  if (isnan(shared->demand)) {
    shared->supply = NAN; /* of no use by itself */
    return TRUE;
  }
  for (guint32 i = 0; i < count; i++)
    if (!add_provider(&here, providers[i], &shared->supply))
      return FALSE;
  if (unclear || isnan(shared->supply))
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
