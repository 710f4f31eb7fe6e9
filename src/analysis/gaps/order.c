/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which findings come first. */
#include "analysis/gaps/order.h"

#include <math.h>
#include <stdlib.h>

#include "base/order.h"

/* ---- findings -------------------------------------------------------------------------------- */

static double residents(const RefnetGapSearch *search, guint32 area) {
  double population = search->network->dataset->areas[area].population;
  return isnan(population) ? 0 : population;
}

static guint32 offers(const RefnetGapSearch *search, guint32 service) {
  const guint32 *start = search->providers->offer_start + service;
  return start[1] - start[0];
}

/* People who go without first; where that is not known, those in need, or who live there; where
 * nothing is known of people, what many offer is missed most where many work. */
static int compare_gaps(gconstpointer a, gconstpointer b, gpointer data) {
  const RefnetGap *first = a, *second = b;
  int order = refnet_gap_compare_reals(isnan(first->unmet) ? 0 : first->unmet,
                                       isnan(second->unmet) ? 0 : second->unmet);
  if (!order)
    order = refnet_gap_compare_reals(first->demand, second->demand);
  if (!order)
    order = refnet_gap_compare_reals(residents(data, first->area), residents(data, second->area));
  if (!order)
    order = refnet_order(first->status, second->status);
  if (!order)
    order = refnet_order(second->organizations_in_area, first->organizations_in_area);
  if (!order)
    order = refnet_order(first->area, second->area);
  if (!order)
    order = refnet_order(offers(data, second->service), offers(data, first->service));
  if (!order)
    order = refnet_order(first->service, second->service);
  if (!order)
    order = refnet_order(first->population, second->population);
  return order ? order : refnet_order(first->language, second->language);
}

static int compare_unused(const void *a, const void *b) {
  const RefnetUnusedSupply *first = a, *second = b;
  int order = refnet_gap_compare_reals(first->capacity, second->capacity);
  if (!order)
    order = refnet_order(first->organization, second->organization);
  return order ? order : refnet_order(first->service, second->service);
}

void refnet_gap_sort(RefnetGapSearch *search) {
  RefnetGaps *gaps = &search->result->gaps;
  if (gaps->cell_count > 1)
    g_qsort_with_data(gaps->cells, (gint)gaps->cell_count, sizeof *gaps->cells, compare_gaps,
                      search);
  if (gaps->unused_count > 1)
    qsort(gaps->unused, gaps->unused_count, sizeof *gaps->unused, compare_unused);
}

/* ---- what they add up to --------------------------------------------------------------------- */

static int compare_totals(const RefnetGapTotal *first, const RefnetGapTotal *second) {
  int order = refnet_gap_compare_reals(isnan(first->unmet) ? 0 : first->unmet,
                                       isnan(second->unmet) ? 0 : second->unmet);
  if (!order)
    order = refnet_order(second->cells, first->cells);
  return order ? order : refnet_order(first->index, second->index);
}

/* Where no need is on record, most lacks where hardly anybody works: that tells least. */
static int compare_areas(gconstpointer a, gconstpointer b, gpointer data) {
  const RefnetGapTotal *first = a, *second = b;
  const RefnetGapSearch *search = data;
  int order = 0;
  if (!search->result->gaps.has_needs)
    order =
        refnet_gap_compare_reals(residents(search, first->index), residents(search, second->index));
  if (!order && !search->result->gaps.has_needs)
    order =
        refnet_order(search->serving->count[second->index], search->serving->count[first->index]);
  return order ? order : compare_totals(first, second);
}

/* What hardly anybody offers lacks nearly everywhere, which tells least, and what is offered
 * everywhere lacks nowhere: first what many offer and some area has nobody for. */
static int compare_services(gconstpointer a, gconstpointer b, gpointer data) {
  const RefnetGapTotal *first = a, *second = b;
  const RefnetGapSearch *search = data;
  int order = 0;
  if (!search->result->gaps.has_needs)
    order =
        refnet_order(second->counts[REFNET_GAP_ABSENT] > 0, first->counts[REFNET_GAP_ABSENT] > 0);
  if (!order && !search->result->gaps.has_needs)
    order = refnet_order(offers(search, second->index), offers(search, first->index));
  return order ? order : compare_totals(first, second);
}

void refnet_gap_sort_totals(RefnetGapSearch *search) {
  RefnetGaps *gaps = &search->result->gaps;
  if (gaps->area_total_count > 1)
    g_qsort_with_data(gaps->areas, (gint)gaps->area_total_count, sizeof *gaps->areas, compare_areas,
                      search);
  if (gaps->service_total_count > 1)
    g_qsort_with_data(gaps->services, (gint)gaps->service_total_count, sizeof *gaps->services,
                      compare_services, search);
}
