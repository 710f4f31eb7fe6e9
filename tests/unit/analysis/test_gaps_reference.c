/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every cell of random counties, judged a second time by loops that follow the definitions word by
 * word, with nothing shared and nothing clever. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include <refnet/analysis.h>

#include "unit/support.h"

enum { ORGANIZATIONS = 16, AREAS = 5, SERVICES = 4, POPULATIONS = 3, SEEDS = 80 };

static guint below(RefnetRandom *random, guint bound) {
  return (guint)refnet_random_below(random, bound);
}

static void append_some(GString *text, RefnetRandom *random, char letter, guint kinds, guint most) {
  for (guint k = below(random, most + 1); k > 0; k--)
    g_string_append_printf(text, "%c%u;", letter, below(random, kinds));
}

static RefnetDataset *random_county(guint64 seed, gboolean with_needs) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  g_autoptr(GString) organizations = g_string_new("id,name,services,areas,populations,status\n");
  g_autoptr(GString) services = g_string_new("organization,service,area,population,capacity\n");
  g_autoptr(GString) needs = g_string_new("area,service,demand,population\n");
  g_autoptr(GString) referrals = g_string_new("from,to,service,count,completed\n");
  for (guint o = 0; o < ORGANIZATIONS; o++) {
    g_string_append_printf(organizations, "o%02u,Name %c%c,", o, 'A' + o, 'z' - o);
    append_some(organizations, &random, 's', SERVICES, 3);
    g_string_append_c(organizations, ',');
    append_some(organizations, &random, 'a', AREAS, 3);
    g_string_append_c(organizations, ',');
    append_some(organizations, &random, 'p', POPULATIONS, 3);
    g_string_append(organizations, below(&random, 6) == 0 ? ",closed\n" : ",\n");
  }
  for (guint i = 0; i < 14; i++) {
    g_string_append_printf(services, "o%02u,s%u,", below(&random, ORGANIZATIONS),
                           below(&random, SERVICES));
    append_some(services, &random, 'a', AREAS, 2);
    g_string_append_c(services, ',');
    append_some(services, &random, 'p', POPULATIONS, 2);
    g_string_append_printf(services, below(&random, 5) ? ",%u\n" : ",\n", 10 * below(&random, 30));
  }
  for (guint i = 0; i < 18; i++) {
    g_string_append_printf(needs, "a%u,s%u,", below(&random, AREAS), below(&random, SERVICES));
    if (below(&random, 5))
      g_string_append_printf(needs, "%u", 25 * below(&random, 12));
    g_string_append_printf(needs, below(&random, 2) ? ",p%u\n" : ",\n",
                           below(&random, POPULATIONS));
  }
  for (guint i = 0; i < 26; i++)
    g_string_append_printf(referrals, "o%02u,o%02u,s%u,%u,%u\n", below(&random, ORGANIZATIONS),
                           below(&random, ORGANIZATIONS), below(&random, SERVICES), 6,
                           below(&random, 7));
  return support_load(NULL, "organizations.csv", organizations->str, "services.csv", services->str,
                      "areas.csv", "area\na0\na1\na2\na3\na4\n", "referrals.csv", referrals->str,
                      with_needs ? "needs.csv" : NULL, needs->str, NULL);
}

/* ---- the definitions ------------------------------------------------------------------------- */

typedef struct {
  const RefnetDataset *dataset;
  guint32 area, service;
} Cell;

static gboolean offers_in(const RefnetDataset *dataset, guint32 o, guint32 area, guint32 service) {
  const RefnetOffer *offer = &dataset->offers[o];
  return offer->service == service && !dataset->organizations[offer->organization].closed &&
         refnet_list_has(offer->areas, area);
}

static gboolean provides(const Cell *cell, guint32 organization) {
  for (guint32 o = 0; o < cell->dataset->offer_count; o++)
    if (cell->dataset->offers[o].organization == organization &&
        offers_in(cell->dataset, o, cell->area, cell->service))
      return TRUE;
  return FALSE;
}

static guint count_providers(const Cell *cell) {
  guint count = 0;
  for (guint32 v = 0; v < cell->dataset->organization_count; v++)
    count += provides(cell, v);
  return count;
}

/* People in need; NaN: not known. *rows: how many rows of needs.csv name the cell. */
static double demand_in(const Cell *cell, guint32 area, guint *rows) {
  double total = NAN, parts = NAN;
  guint blank_totals = 0, blank_parts = 0;
  *rows = 0;
  for (guint32 i = 0; i < cell->dataset->need_count; i++) {
    const RefnetNeed *need = &cell->dataset->needs[i];
    if (need->area != area || need->service != cell->service)
      continue;
    ++*rows;
    gboolean is_total = need->population == REFNET_NONE;
    double *sum = is_total ? &total : &parts;
    if (isnan(need->demand))
      ++*(is_total ? &blank_totals : &blank_parts);
    else
      *sum = (isnan(*sum) ? 0 : *sum) + need->demand;
  }
  double sum = isnan(total) ? parts : total;
  guint blank = blank_totals + (isnan(total) ? blank_parts : 0);
  return blank > 0 && sum == 0 ? NAN : sum;
}

static gboolean serves(const RefnetDataset *dataset, guint32 organization, guint32 area) {
  if (dataset->organizations[organization].closed)
    return FALSE;
  if (refnet_list_has(dataset->organizations[organization].areas, area))
    return TRUE;
  for (guint32 o = 0; o < dataset->offer_count; o++)
    if (dataset->offers[o].organization == organization &&
        refnet_list_has(dataset->offers[o].areas, area))
      return TRUE;
  return FALSE;
}

static gboolean refers(const RefnetDataset *dataset, guint32 from, guint32 to) {
  for (gsize i = 0; i < dataset->referrals.rows; i++)
    if (dataset->referrals.from[i] == from && dataset->referrals.to[i] == to)
      return from != to;
  return FALSE;
}

static gboolean leads_in_two(const Cell *cell, guint32 from) {
  const RefnetDataset *dataset = cell->dataset;
  for (guint32 v = 0; v < dataset->organization_count; v++) {
    if (!refers(dataset, from, v) || dataset->organizations[v].closed)
      continue;
    if (provides(cell, v))
      return TRUE;
    for (guint32 w = 0; w < dataset->organization_count; w++)
      if (refers(dataset, v, w) && provides(cell, w))
        return TRUE;
  }
  return FALSE;
}

static gboolean is_unreachable(const Cell *cell) {
  gboolean others = FALSE;
  for (guint32 v = 0; v < cell->dataset->organization_count; v++)
    if (serves(cell->dataset, v, cell->area) && !provides(cell, v)) {
      others = TRUE;
      if (leads_in_two(cell, v))
        return FALSE;
    }
  return others;
}

static double access_of(const Cell *cell) {
  double access = 0;
  guint rows;
  for (guint32 o = 0; o < cell->dataset->offer_count; o++) {
    double reached = 0;
    if (!offers_in(cell->dataset, o, cell->area, cell->service))
      continue;
    for (guint32 a = 0; a < cell->dataset->area_count; a++)
      if (refnet_list_has(cell->dataset->offers[o].areas, a)) {
        double demand = demand_in(cell, a, &rows);
        reached += isnan(demand) ? 0 : demand;
      }
    access += cell->dataset->offers[o].capacity / reached;
  }
  return access;
}

static gboolean is_failing(const Cell *cell) {
  guint64 known = 0, unfilled = 0;
  for (gsize i = 0; i < cell->dataset->referrals.rows; i++) {
    guint64 k, f;
    if (refnet_referral_service(&cell->dataset->referrals, i) != cell->service ||
        cell->dataset->referrals.from[i] == cell->dataset->referrals.to[i] ||
        !provides(cell, cell->dataset->referrals.to[i]))
      continue;
    refnet_referral_outcome(&cell->dataset->referrals, i, &k, &f);
    known += k;
    unfilled += k - f;
  }
  double n = (double)known, p = (double)unfilled / n, z = 1.959964;
  double lower =
      (p + z * z / (2 * n) - z * sqrt((p * (1 - p) + z * z / (4 * n)) / n)) / (1 + z * z / n);
  return known >= 5 && lower > .25;
}

/* Everybody in the cell says whom it serves, and nobody serves these. */
static gboolean lacks(const Cell *cell, guint32 population) {
  for (guint32 o = 0; o < cell->dataset->offer_count; o++)
    if (offers_in(cell->dataset, o, cell->area, cell->service) &&
        (cell->dataset->offers[o].populations.length == 0 ||
         refnet_list_has(cell->dataset->offers[o].populations, population)))
      return FALSE;
  return TRUE;
}

/* The need of a group; below 0: it is not in question here. */
static double group_demand(const Cell *cell, guint32 population) {
  double sum = -1;
  for (guint32 i = 0; i < cell->dataset->need_count; i++) {
    const RefnetNeed *need = &cell->dataset->needs[i];
    if (need->area == cell->area && need->service == cell->service &&
        need->population == population)
      sum = isnan(need->demand) ? (sum < 0 ? NAN : sum) : (sum > 0 ? sum : 0) + need->demand;
  }
  if (cell->dataset->need_count > 0)
    return sum;
  for (guint32 o = 0; o < cell->dataset->offer_count; o++)
    if (cell->dataset->offers[o].service == cell->service &&
        !cell->dataset->organizations[cell->dataset->offers[o].organization].closed &&
        refnet_list_has(cell->dataset->offers[o].populations, population))
      return NAN;
  return -1;
}

static gboolean offered_somewhere(const Cell *cell) {
  for (guint32 o = 0; o < cell->dataset->offer_count; o++)
    if (cell->dataset->offers[o].service == cell->service &&
        !cell->dataset->organizations[cell->dataset->offers[o].organization].closed)
      return TRUE;
  return FALSE;
}

static gboolean expected(const Cell *cell, RefnetGapStatus status, guint32 population) {
  guint rows, providers = count_providers(cell);
  double demand = demand_in(cell, cell->area, &rows);
  if (providers == 0)
    return status == REFNET_GAP_ABSENT && demand != 0 &&
           (cell->dataset->need_count > 0 ? rows > 0 : offered_somewhere(cell));
  if (status == REFNET_GAP_FAILING)
    return is_failing(cell);
  if (demand == 0 || status == REFNET_GAP_ABSENT)
    return FALSE;
  if (status == REFNET_GAP_FRAGILE)
    return providers == 1;
  if (status == REFNET_GAP_STRAINED)
    return demand > 0 && access_of(cell) < 1 - 1e-9;
  if (status == REFNET_GAP_UNREACHABLE)
    return is_unreachable(cell);
  double group = group_demand(cell, population);
  return lacks(cell, population) && !(group <= 0);
}

/* ---- both ------------------------------------------------------------------------------------ */

static const RefnetGap *find(const RefnetGaps *gaps, const Cell *cell, RefnetGapStatus status,
                             guint32 population) {
  for (gsize i = 0; i < gaps->cell_count; i++) {
    const RefnetGap *gap = &gaps->cells[i];
    if (gap->area == cell->area && gap->service == cell->service && gap->status == status &&
        (status != REFNET_GAP_POPULATION || gap->population == population))
      return gap;
  }
  return NULL;
}

static void check_figures(const Cell *cell, const RefnetGap *gap) {
  guint rows;
  double demand = demand_in(cell, cell->area, &rows);
  if (gap->status == REFNET_GAP_POPULATION)
    return;
  assert_true(isnan(demand) ? isnan(gap->demand) : gap->demand == demand);
  assert_int_equal(gap->providers.length, count_providers(cell));
  if (gap->status == REFNET_GAP_STRAINED) {
    assert_true(fabs(gap->access - access_of(cell)) < 1e-9);
    assert_true(fabs(gap->unmet - demand * (1 - access_of(cell))) < 1e-9);
  }
}

static gsize check_cell(const RefnetGaps *gaps, const Cell *cell, guint64 seed) {
  gsize count = 0;
  for (guint s = 0; s < REFNET_GAP_STATUSES; s++) {
    guint32 groups = s == REFNET_GAP_POPULATION ? cell->dataset->populations.length : 1;
    for (guint32 p = 0; p < groups; p++) {
      const RefnetGap *gap = find(gaps, cell, (RefnetGapStatus)s, p);
      gboolean wanted = expected(cell, (RefnetGapStatus)s, p);
      if ((gap != NULL) != wanted)
        fail_msg("seed %u, area %u, service %u, status %u, population %u: found %d, expected %d",
                 (guint)seed, cell->area, cell->service, s, p, gap != NULL, wanted);
      if (gap)
        check_figures(cell, gap);
      count += wanted;
    }
  }
  return count;
}

static void check_seed(guint64 seed, gboolean with_needs) {
  g_autoptr(RefnetDataset) dataset = random_county(seed, with_needs);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  g_autoptr(RefnetGaps) gaps = refnet_gaps_new(network, NULL, NULL);
  gsize count = 0;
  for (guint32 a = 0; a < dataset->area_count; a++)
    for (guint32 s = 0; s < dataset->services.length; s++)
      count += check_cell(gaps, &(Cell){dataset, a, s}, seed);
  assert_int_equal(gaps->cell_count, count);
}

static void test_with_needs(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= SEEDS; seed++)
    check_seed(seed, TRUE);
}

static void test_without_needs(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= SEEDS; seed++)
    check_seed(seed, FALSE);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_with_needs),
                                     cmocka_unit_test(test_without_needs)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
