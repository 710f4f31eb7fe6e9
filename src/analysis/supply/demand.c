/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of needs.csv by service and area. */
#include "analysis/supply/demand.h"

#include <math.h>

#include "analysis/memory.h"

static int compare_rows(gconstpointer a, gconstpointer b, gpointer data) {
  const RefnetNeed *needs = data;
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;
  if (needs[first].service != needs[second].service)
    return needs[first].service < needs[second].service ? -1 : 1;
  if (needs[first].area != needs[second].area)
    return needs[first].area < needs[second].area ? -1 : 1;
  return first < second ? -1 : first > second;
}

RefnetDemand *refnet_demand_new(const RefnetDataset *dataset, GError **error) {
  g_autoptr(RefnetDemand) demand = g_new0(RefnetDemand, 1);
  guint32 services = dataset->services.length;
  demand->dataset = dataset;
  if (!(demand->rows = REFNET_TRY_ARRAY(guint32, dataset->need_count, error)) ||
      !(demand->start = REFNET_TRY_ARRAY(guint32, (guint64)services + 1, error)))
    return NULL;
  for (guint32 i = 0; i < dataset->need_count; i++) {
    demand->rows[i] = i;
    demand->start[dataset->needs[i].service + 1]++;
  }
  for (guint32 s = 0; s < services; s++)
    demand->start[s + 1] += demand->start[s];
  g_qsort_with_data(demand->rows, (int)dataset->need_count, sizeof *demand->rows, compare_rows,
                    (gpointer)dataset->needs);
  return g_steal_pointer(&demand);
}

void refnet_demand_free(RefnetDemand *demand) {
  if (!demand)
    return;
  g_free(demand->rows);
  g_free(demand->start);
  g_free(demand);
}

/* The first row of the service from `area` on. */
static guint32 first_row(const RefnetDemand *demand, guint32 area, guint32 service) {
  guint32 low = demand->start[service], high = demand->start[service + 1];
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (demand->dataset->needs[demand->rows[middle]].area < area)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

double refnet_demand_total(const RefnetDemand *demand, guint32 area, guint32 service) {
  double total = 0, parts = 0;
  gboolean has_total = FALSE, has_parts = FALSE;
  for (guint32 i = first_row(demand, area, service); i < demand->start[service + 1]; i++) {
    const RefnetNeed *need = &demand->dataset->needs[demand->rows[i]];
    if (need->area != area)
      break;
    if (need->population == REFNET_NONE) {
      total += need->demand;
      has_total = TRUE;
    } else {
      parts += need->demand;
      has_parts = TRUE;
    }
  }
  return has_total ? total : has_parts ? parts : NAN;
}

RefnetCellDemand refnet_demand_add_up(const RefnetDemand *demand, guint32 first, guint32 last,
                                      const RefnetChoice *populations) {
  double total = NAN, parts = NAN;
  guint32 population = REFNET_NONE, parts_counted = 0;
  gboolean total_row = FALSE, several = FALSE;
  for (guint32 i = first; i < last; i++) {
    const RefnetNeed *need = &demand->dataset->needs[demand->rows[i]];
    gboolean is_total = need->population == REFNET_NONE;
    if (!is_total && !refnet_chosen(populations, need->population))
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
  gboolean use_total = total_row && !populations && !isnan(total);
  gboolean by_population = parts_counted > 0 && !use_total;
  return (RefnetCellDemand){.population = by_population && !several ? population : REFNET_NONE,
                            .people = use_total ? total : parts,
                            .chosen = total_row || parts_counted > 0};
}
