/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Findings added up by area and by service; of a cell with several findings people count once. */
#include "analysis/gaps/order.h"
#include "analysis/gaps/search.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/memory.h"
#include "base/order.h"

static int compare_cells(const void *a, const void *b) {
  const RefnetGap *first = *(const RefnetGap *const *)a, *second = *(const RefnetGap *const *)b;
  int order = refnet_order(first->area, second->area);
  return order ? order : refnet_order(first->service, second->service);
}

static void add_known(double *sum, double value) {
  if (!isnan(value))
    *sum = isnan(*sum) ? value : *sum + value;
}

/* Findings about one cell: the people in it, or at least those of its groups. */
static void add_cell(const RefnetGap *const *gaps, gsize length, RefnetGapTotal *total) {
  double demand = NAN, unmet = NAN, group_demand = NAN, group_unmet = NAN;
  for (gsize i = 0; i < length; i++) {
    gboolean is_group = gaps[i]->status == REFNET_GAP_POPULATION;
    total->counts[gaps[i]->status]++;
    if (is_group) {
      add_known(&group_demand, gaps[i]->demand);
      add_known(&group_unmet, gaps[i]->unmet);
    } else {
      demand = gaps[i]->demand;
      unmet = gaps[i]->unmet;
    }
  }
  total->cells++;
  add_known(&total->demand, fmax(demand, group_demand));
  add_known(&total->unmet, fmax(unmet, group_unmet));
}

static RefnetGapTotal *new_totals(guint32 length, GError **error) {
  RefnetGapTotal *totals = REFNET_TRY_ARRAY(RefnetGapTotal, length, error);
  for (guint32 i = 0; totals && i < length; i++) {
    totals[i].index = i;
    totals[i].demand = totals[i].unmet = NAN;
  }
  return totals;
}

/* Those with findings. */
static gsize keep_found(RefnetGapTotal *totals, guint32 length) {
  gsize kept = 0;
  for (guint32 i = 0; i < length; i++)
    if (totals[i].cells > 0)
      totals[kept++] = totals[i];
  return kept;
}

gboolean refnet_gap_add_totals(RefnetGapSearch *search, GError **error) {
  RefnetGaps *gaps = &search->result->gaps;
  const RefnetDataset *dataset = search->network->dataset;
  g_autofree const RefnetGap **places =
      REFNET_TRY_ARRAY(const RefnetGap *, gaps->cell_count, error);
  if (!places || !(gaps->areas = new_totals(dataset->area_count, error)) ||
      !(gaps->services = new_totals(dataset->services.length, error)))
    return FALSE;
  for (gsize i = 0; i < gaps->cell_count; i++)
    places[i] = &gaps->cells[i];
  if (gaps->cell_count > 1)
    qsort(places, gaps->cell_count, sizeof *places, compare_cells);
  for (gsize first = 0, last; first < gaps->cell_count; first = last) {
    for (last = first + 1; last < gaps->cell_count; last++)
      if (compare_cells(&places[first], &places[last]) != 0)
        break;
    add_cell(&places[first], last - first, &gaps->areas[places[first]->area]);
    add_cell(&places[first], last - first, &gaps->services[places[first]->service]);
  }
  gaps->area_total_count = keep_found(gaps->areas, dataset->area_count);
  gaps->service_total_count = keep_found(gaps->services, dataset->services.length);
  refnet_gap_sort_totals(search);
  return TRUE;
}
