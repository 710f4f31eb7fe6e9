/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gaps of every kind planted at random into a county without any, beside cells that only just are
 * none: all of them are found, with their figures, and nothing else is. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include <refnet/analysis.h>

#include "unit/support.h"

enum { AREAS = 5, BACKGROUND = 6, SEEDS = 60 };

/* The sheets as they grow, and what has to come out. */
typedef struct {
  GString *organizations, *services, *needs, *referrals;
  GPtrArray *expected; /* "area service population status demand unmet" */
  RefnetRandom random;
  guint plants, providers;
} County;

static guint below(County *county, guint bound) {
  return (guint)refnet_random_below(&county->random, bound);
}

/* Offers every service well to everybody everywhere, and refers to one another. */
static void add_background(County *county) {
  for (guint b = 0; b < BACKGROUND; b++) {
    g_string_append_printf(county->organizations, "b%u,Background %c%c\n", b, 'A' + b, 'P' - b);
    g_string_append_printf(county->services, "b%u,base,all,youth;older adults,5000\n", b);
    g_string_append_printf(county->referrals, "b%u,b%u,base,9,9\n", b, (b + 1) % BACKGROUND);
  }
  for (guint a = 0; a < AREAS; a++)
    g_string_append_printf(county->needs, "a%u,base,%u,%s\n", a, 100 + below(county, 800),
                           a % 2 ? "youth" : "");
}

static County *county_new(guint64 seed) {
  County *county = g_new0(County, 1);
  refnet_random_seed(&county->random, seed);
  county->organizations = g_string_new("id,name\n");
  county->services = g_string_new("organization,service,area,population,capacity\n");
  county->needs = g_string_new("area,service,demand,population\n");
  county->referrals = g_string_new("from,to,service,count,completed\n");
  county->expected = g_ptr_array_new_with_free_func(g_free);
  add_background(county);
  return county;
}

static void county_free(County *county) {
  g_string_free(county->organizations, TRUE);
  g_string_free(county->services, TRUE);
  g_string_free(county->needs, TRUE);
  g_string_free(county->referrals, TRUE);
  g_ptr_array_unref(county->expected);
  g_free(county);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(County, county_free)

/* A provider of the latest plant's service that refers to the background; `capacity` below 0:
 * blank. Returns its number. */
static guint add_provider(County *county, guint area, const char *populations, int capacity,
                          gboolean referred_to) {
  guint p = county->providers++;
  g_string_append_printf(county->organizations, "p%04u,Provider %u of %u\n", p, p * 7919, p);
  g_string_append_printf(county->services, "p%04u,s%u,a%u,%s,", p, county->plants, area,
                         populations);
  if (capacity >= 0)
    g_string_append_printf(county->services, "%d", capacity);
  g_string_append_c(county->services, '\n');
  g_string_append_printf(county->referrals, "p%04u,b0,,1,\n", p);
  if (referred_to)
    g_string_append_printf(county->referrals, "b%u,p%04u,,1,\n", below(county, BACKGROUND), p);
  return p;
}

static void add_need(County *county, guint area, guint demand, const char *population) {
  g_string_append_printf(county->needs, "a%u,s%u,%u,%s\n", area, county->plants, demand,
                         population);
}

static void expect(County *county, guint area, const char *population, const char *status,
                   double demand, double unmet) {
  g_ptr_array_add(county->expected, g_strdup_printf("a%u s%u %s %s %.6f %.6f", area, county->plants,
                                                    population, status, demand, unmet));
}

/* ---- kinds ----------------------------------------------------------------------------------- */

static void plant_absent(County *county, guint area, guint demand) {
  add_provider(county, (area + 1) % AREAS, "youth", -1, TRUE);
  add_provider(county, (area + 1) % AREAS, "youth", -1, TRUE);
  add_need(county, area, demand, "");
  expect(county, area, "-", "absent", demand, demand);
}

static void plant_fragile(County *county, guint area, guint demand) {
  add_provider(county, area, "youth", -1, TRUE);
  add_need(county, area, demand, "");
  expect(county, area, "-", "fragile", demand, NAN);
}

static void plant_population(County *county, guint area, guint demand) {
  add_provider(county, area, "older adults", -1, TRUE);
  add_provider(county, area, "older adults", -1, TRUE);
  add_need(county, area, demand, "youth");
  add_need(county, area, 2 * demand, "older adults");
  expect(county, area, "youth", "population", demand, demand);
}

static void plant_strained(County *county, guint area, guint demand) {
  guint first = below(county, demand / 2), second = below(county, demand / 2);
  add_provider(county, area, "youth", (int)first, TRUE);
  add_provider(county, area, "youth", (int)second, TRUE);
  add_need(county, area, demand, "");
  expect(county, area, "-", "strained", demand, demand - first - second);
}

static void plant_unreachable(County *county, guint area, guint demand) {
  guint first = add_provider(county, area, "youth", -1, FALSE);
  guint second = add_provider(county, area, "youth", -1, FALSE);
  g_string_append_printf(county->referrals, "p%04u,p%04u,,3,\n", first, second);
  add_need(county, area, demand, "");
  expect(county, area, "-", "unreachable", demand, NAN);
}

static void plant_failing(County *county, guint area, guint demand) {
  guint first = add_provider(county, area, "youth", -1, TRUE);
  guint second = add_provider(county, area, "youth", -1, TRUE);
  g_string_append_printf(county->referrals, "b1,p%04u,s%u,12,2\n", first, county->plants);
  g_string_append_printf(county->referrals, "b2,p%04u,s%u,8,3\n", second, county->plants);
  add_need(county, area, demand, "");
  expect(county, area, "-", "failing", demand, NAN);
}

/* ---- what only just is none ------------------------------------------------------------------ */

static void spare_no_demand(County *county, guint area, guint demand) {
  (void)demand;
  add_provider(county, area, "youth", 5, TRUE);
  add_need(county, area, 0, "");
}

static void spare_enough(County *county, guint area, guint demand) {
  add_provider(county, area, "youth", (int)(demand / 3), TRUE);
  add_provider(county, area, "youth", (int)(demand - demand / 3), TRUE);
  add_need(county, area, demand, "");
}

static void spare_capacity_blank(County *county, guint area, guint demand) {
  add_provider(county, area, "youth", 1, TRUE);
  add_provider(county, area, "youth", -1, TRUE);
  add_need(county, area, demand, "");
}

static void spare_populations_blank(County *county, guint area, guint demand) {
  add_provider(county, area, "older adults", -1, TRUE);
  add_provider(county, area, "", -1, TRUE);
  add_need(county, area, demand, "youth");
}

/* Two steps, the second from somebody who does not serve the area. */
static void spare_two_steps(County *county, guint area, guint demand) {
  guint first = add_provider(county, area, "youth", -1, FALSE);
  guint second = add_provider(county, area, "youth", -1, FALSE);
  guint between = county->providers++;
  g_string_append_printf(county->organizations, "p%04u,Between %u\n", between, between);
  g_string_append_printf(county->referrals, "b3,p%04u,,1,\np%04u,p%04u,,1,\n", between, between,
                         first);
  g_string_append_printf(county->referrals, "p%04u,p%04u,,1,\n", second, first);
  add_need(county, area, demand, "");
}

static void spare_few_outcomes(County *county, guint area, guint demand) {
  guint first = add_provider(county, area, "youth", -1, TRUE);
  add_provider(county, area, "youth", -1, TRUE);
  g_string_append_printf(county->referrals, "b1,p%04u,s%u,4,0\n", first, county->plants);
  add_need(county, area, demand, "");
}

static void spare_most_filled(County *county, guint area, guint demand) {
  guint first = add_provider(county, area, "youth", -1, TRUE);
  add_provider(county, area, "youth", -1, TRUE);
  g_string_append_printf(county->referrals, "b1,p%04u,s%u,12,7\n", first, county->plants);
  add_need(county, area, demand, "");
}

static void plant_all(County *county) {
  static void (*const kinds[])(County *, guint, guint) = {
      plant_absent,         plant_fragile,           plant_population, plant_strained,
      plant_unreachable,    plant_failing,           spare_no_demand,  spare_enough,
      spare_capacity_blank, spare_populations_blank, spare_two_steps,  spare_few_outcomes,
      spare_most_filled};
  for (guint k = 0; k < G_N_ELEMENTS(kinds); k++)
    for (guint i = below(county, 4); i > 0; i--) {
      kinds[k](county, below(county, AREAS), 10 + below(county, 500));
      county->plants++;
    }
}

/* ---- what is found --------------------------------------------------------------------------- */

static char *describe(const RefnetDataset *dataset, const RefnetGap *gap) {
  static const char *const statuses[] = {"absent",   "fragile",     "population",
                                         "strained", "unreachable", "failing"};
  return g_strdup_printf(
      "%s %s %s %s %.6f %.6f", dataset->areas[gap->area].key, dataset->services.names[gap->service],
      gap->population == REFNET_NONE ? "-" : dataset->populations.names[gap->population],
      statuses[gap->status], gap->demand, gap->unmet);
}

static gint compare_texts(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static char *lines(GPtrArray *texts) {
  g_ptr_array_sort(texts, compare_texts);
  GString *all = g_string_new(NULL);
  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf(all, "%s\n", (const char *)g_ptr_array_index(texts, i));
  return g_string_free(all, FALSE);
}

static void check_seed(guint64 seed) {
  g_autoptr(County) county = county_new(seed);
  plant_all(county);
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDataset) dataset =
      support_load(&error, "organizations.csv", county->organizations->str, "services.csv",
                   county->services->str, "needs.csv", county->needs->str, "referrals.csv",
                   county->referrals->str, "areas.csv", "area\na0\na1\na2\na3\na4\n", NULL);
  assert_null(error);
  assert_int_equal(refnet_diagnostics_count(dataset->diagnostics, REFNET_SEVERITY_ERROR), 0);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  g_autoptr(RefnetGaps) gaps = refnet_gaps_new(network, NULL, NULL);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
  for (gsize i = 0; i < gaps->cell_count; i++)
    g_ptr_array_add(found, describe(dataset, &gaps->cells[i]));
  g_autofree char *there = lines(found), *expected = lines(county->expected);
  assert_string_equal(there, expected);
}

static void test_all_planted_found_none_invented(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= SEEDS; seed++)
    check_seed(seed);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_all_planted_found_none_invented)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
