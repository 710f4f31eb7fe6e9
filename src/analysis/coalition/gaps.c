/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Services that a coalition's members leave open, as cells to be covered. */
#include "analysis/coalition/gaps.h"

#include <math.h>

#include "analysis/memory.h"
#include "analysis/supply/demand.h"
#include "analysis/supply/service_supply.h"

#define MET 1e-9 /* a share of demand below this counts as met */

typedef struct {
  const RefnetCoalitionSides *sides;
  RefnetCoverage *coverage;
  GArray *open;
  RefnetServiceSupply *supply;
  double *load; /* by point of the service: people in need where it reaches */
  gsize load_capacity;
} Cells;

gboolean refnet_needs_known(const RefnetDataset *dataset) {
  for (guint32 i = 0; i < dataset->need_count; i++)
    if (dataset->needs[i].demand > 0)
      return TRUE;
  return FALSE;
}

static guint32 add_cell(Cells *cells, guint32 area, RefnetReasonKind kind, double weight) {
  RefnetOpenCell open = {area, cells->supply->service, kind};
  g_array_append_val(cells->open, open);
  return refnet_coverage_add_cell(cells->coverage, weight);
}

/* ---- with needs ------------------------------------------------------------------------------ */

static gsize index_of(const Cells *cells, const RefnetSupply *point) {
  return (gsize)(point - cells->supply->points);
}

static void add_load(Cells *cells, guint32 area, double people) {
  for (guint32 i = 0; i < refnet_service_supply_count(cells->supply, area); i++)
    cells->load[index_of(cells, refnet_service_supply_at(cells->supply, area, i))] += people;
}

/* People a year that the point can serve in an area where `people` need it; NaN: unknown. */
static double places(const Cells *cells, const RefnetSupply *point, double people) {
  return point->capacity / cells->load[index_of(cells, point)] * people;
}

static void cover(Cells *cells, guint32 area, guint32 cell, double people, double unmet) {
  const RefnetCoalitionSides *sides = cells->sides;
  for (guint32 i = 0; i < refnet_service_supply_count(cells->supply, area); i++) {
    const RefnetSupply *point = refnet_service_supply_at(cells->supply, area, i);
    double share = isnan(point->capacity) ? 1 : MIN(1, places(cells, point, people) / unmet);
    if (sides->candidate[point->provider])
      refnet_coverage_add_entry(cells->coverage, point->provider, cell, share);
  }
}

static void add_needed(Cells *cells, guint32 area, double people) {
  double served = 0;
  gboolean offered = FALSE;
  for (guint32 i = 0; i < refnet_service_supply_count(cells->supply, area); i++) {
    const RefnetSupply *point = refnet_service_supply_at(cells->supply, area, i);
    if (!cells->sides->member[point->provider])
      continue;
    served += places(cells, point, people);
    offered = TRUE;
  }
  double unmet = people - served;
  if (!(unmet > MET * people)) /* met, or not known */
    return;
  guint32 cell = add_cell(cells, area,
                          offered ? REFNET_REASON_MORE_CAPACITY : REFNET_REASON_NEW_SERVICE, unmet);
  cover(cells, area, cell, people, unmet);
}

typedef void (*NeedFunc)(Cells *cells, guint32 area, double people);

static void for_each_need(Cells *cells, const RefnetDemand *demand, NeedFunc visit) {
  guint32 service = cells->supply->service, before = REFNET_NONE;
  for (guint32 i = demand->start[service]; i < demand->start[service + 1]; i++) {
    guint32 area = demand->dataset->needs[demand->rows[i]].area;
    double people = area != before ? refnet_demand_in(demand, area, service).people : NAN;
    before = area;
    if (people > 0)
      visit(cells, area, people);
  }
}

static gboolean clear_load(Cells *cells, GError **error) {
  if (cells->supply->length > cells->load_capacity) {
    g_free(cells->load);
    cells->load_capacity = cells->supply->point_capacity;
    cells->load = REFNET_TRY_ARRAY(double, cells->load_capacity, error);
  }
  for (guint32 p = 0; cells->load && p < cells->supply->length; p++)
    cells->load[p] = 0;
  return cells->load || cells->supply->length == 0;
}

/* ---- without --------------------------------------------------------------------------------- */

static void add_offered(Cells *cells, guint32 area) {
  guint32 members = 0, before = REFNET_NONE,
          count = refnet_service_supply_count(cells->supply, area);
  for (guint32 i = 0; i < count; i++) {
    guint32 provider = refnet_service_supply_at(cells->supply, area, i)->provider;
    members += cells->sides->member[provider] && provider != before;
    before = provider;
  }
  if (count == 0 || members > 1)
    return;
  guint32 cell = members == 0 ? add_cell(cells, area, REFNET_REASON_NEW_SERVICE, 1)
                              : add_cell(cells, area, REFNET_REASON_SECOND_PROVIDER, .5);
  for (guint32 i = 0; i < count; i++) {
    const RefnetSupply *point = refnet_service_supply_at(cells->supply, area, i);
    if (cells->sides->candidate[point->provider])
      refnet_coverage_add_entry(cells->coverage, point->provider, cell,
                                point->capacity == 0 ? 0 : 1);
  }
}

/* Areas that consist of others would count twice. */
static guint8 *mark_whole_areas(const RefnetDataset *dataset, GError **error) {
  guint8 *with_parts = REFNET_TRY_ARRAY(guint8, dataset->area_count, error);
  for (guint32 a = 0; with_parts && a < dataset->area_count; a++)
    if (dataset->areas[a].within != REFNET_NONE)
      with_parts[dataset->areas[a].within] = TRUE;
  return with_parts;
}

/* ---- all services ---------------------------------------------------------------------------- */

static gboolean add_service(Cells *cells, const RefnetDemand *demand, const guint8 *with_parts,
                            GError **error) {
  if (demand) {
    if (!clear_load(cells, error))
      return FALSE;
    for_each_need(cells, demand, add_load);
    for_each_need(cells, demand, add_needed);
    return TRUE;
  }
  for (guint32 a = 0; a < cells->sides->providers->network->dataset->area_count; a++)
    if (!with_parts[a])
      add_offered(cells, a);
  return TRUE;
}

gboolean refnet_coalition_gaps_add(const RefnetCoalitionSides *sides, RefnetCoverage *coverage,
                                   GArray *open, GError **error) {
  const RefnetDataset *dataset = sides->providers->network->dataset;
  g_autoptr(RefnetServiceSupply) supply = refnet_service_supply_new(sides->providers, error);
  g_autofree guint8 *with_parts = supply ? mark_whole_areas(dataset, error) : NULL;
  g_autoptr(RefnetDemand) demand = NULL;
  if (!with_parts)
    return FALSE;
  if (refnet_needs_known(dataset) && !(demand = refnet_demand_new(dataset, error)))
    return FALSE;
  Cells cells = {.sides = sides, .coverage = coverage, .open = open, .supply = supply};
  gboolean ok = TRUE;
  for (guint32 s = 0; ok && s < dataset->services.length; s++)
    ok = refnet_service_supply_set(supply, s, error) &&
         add_service(&cells, demand, with_parts, error);
  g_free(cells.load);
  return ok;
}
