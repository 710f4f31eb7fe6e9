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

/* Rows added up; blank ones add nothing. */
typedef struct {
  double people;
  guint32 rows, blank;
} Sum;

static void add(Sum *sum, double people) {
  sum->rows++;
  if (isnan(people))
    sum->blank++;
  else
    sum->people += people;
}

static gboolean is_known(const Sum *sum) {
  return sum->rows > sum->blank;
}

RefnetCellDemand refnet_demand_add_up(const RefnetDemand *demand, guint32 first, guint32 last,
                                      const RefnetChoice *populations) {
  Sum total = {0, 0, 0}, parts = {0, 0, 0};
  guint32 population = REFNET_NONE;
  gboolean several = FALSE;
  for (guint32 i = first; i < last; i++) {
    const RefnetNeed *need = &demand->dataset->needs[demand->rows[i]];
    if (need->population == REFNET_NONE) {
      add(&total, need->demand);
    } else if (refnet_chosen(populations, need->population)) {
      several |= parts.rows > 0 && need->population != population;
      population = need->population;
      add(&parts, need->demand);
    }
  }
  gboolean use_total = is_known(&total) && !populations;
  gboolean blank_total = total.rows > 0 && !use_total && !populations;
  gboolean by_population = parts.rows > 0 && !use_total && !blank_total;
  const Sum *sum = use_total ? &total : &parts;
  gboolean partial = sum->blank > 0 || blank_total;
  gboolean known = is_known(sum) && !(partial && sum->people == 0);
  return (RefnetCellDemand){.population = by_population && !several ? population : REFNET_NONE,
                            .people = known ? sum->people : NAN,
                            .partial = known && partial,
                            .chosen = total.rows > 0 || parts.rows > 0};
}

/* One past the last row of the cell that begins at `first`. */
static guint32 end_of_cell(const RefnetDemand *demand, guint32 first, guint32 area,
                           guint32 service) {
  guint32 last = first;
  while (last < demand->start[service + 1] &&
         demand->dataset->needs[demand->rows[last]].area == area)
    last++;
  return last;
}

RefnetCellDemand refnet_demand_in(const RefnetDemand *demand, guint32 area, guint32 service) {
  guint32 first = first_row(demand, area, service);
  guint32 last = end_of_cell(demand, first, area, service);
  return refnet_demand_add_up(demand, first, last, NULL);
}

/* ---- of some populations --------------------------------------------------------------------- */

static gboolean allows(RefnetIndexList list, guint32 population) {
  return list.length == 0 || refnet_list_has(list, population);
}

/* Adds the rows first … last − 1 about the population; FALSE: there is none. */
static gboolean add_population(const RefnetDemand *demand, guint32 first, guint32 last,
                               guint32 population, Sum *sum) {
  guint32 before = sum->rows;
  for (guint32 i = first; i < last; i++) {
    const RefnetNeed *need = &demand->dataset->needs[demand->rows[i]];
    if (need->population == population)
      add(sum, need->demand);
  }
  return sum->rows > before;
}

static gboolean names_populations(const RefnetDemand *demand, guint32 first, guint32 last) {
  for (guint32 i = first; i < last; i++)
    if (demand->dataset->needs[demand->rows[i]].population != REFNET_NONE)
      return TRUE;
  return FALSE;
}

RefnetCellDemand refnet_demand_of(const RefnetDemand *demand, guint32 area, guint32 service,
                                  RefnetIndexList a, RefnetIndexList b) {
  guint32 first = first_row(demand, area, service);
  guint32 last = end_of_cell(demand, first, area, service);
  RefnetCellDemand cell = refnet_demand_add_up(demand, first, last, NULL);
  RefnetIndexList asked = a.length > 0 ? a : b;
  if (asked.length == 0 || !names_populations(demand, first, last))
    return cell;
  Sum sum = {0, 0, 0}, total = {0, 0, 0};
  gboolean all_named = TRUE;
  for (guint32 i = 0; i < asked.length; i++)
    if (allows(b, asked.items[i]))
      all_named &= add_population(demand, first, last, asked.items[i], &sum);
  add_population(demand, first, last, REFNET_NONE, &total);
  if (!all_named && is_known(&total))
    return cell;
  cell.people = is_known(&sum) ? sum.people : NAN;
  cell.partial = is_known(&sum) && (!all_named || sum.blank > 0);
  return cell;
}
