/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The nearest providers of what an area lacks, anywhere on the globe, against every distance worked
 * out. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>

#include <refnet/analysis.h>

#include "unit/analysis/gaps_case.h"
#include "unit/support.h"

enum { ORGANIZATIONS = 30, AREAS = 9, SERVICES = 4, MOST_NEAREST = 3 };

static double between(RefnetRandom *random, double low, double high) {
  return low + (high - low) * (double)refnet_random_below(random, 1000000) / 1e6;
}

/* Every third organization has no coordinates, nor has the last area. */
static char *write_organizations(RefnetRandom *random) {
  GString *rows = g_string_new("id,name,services,areas,latitude,longitude\n");
  for (guint v = 0; v < ORGANIZATIONS; v++) {
    g_string_append_printf(rows, "o%02u,Name %c%c,s%u,a%u;a%u,", v, 'A' + v % 26, 'z' - v % 25,
                           (guint)refnet_random_below(random, SERVICES),
                           (guint)refnet_random_below(random, AREAS),
                           (guint)refnet_random_below(random, AREAS));
    if (v % 3 == 0)
      g_string_append(rows, ",\n");
    else
      g_string_append_printf(rows, "%.6f,%.6f\n", between(random, -80, 80),
                             between(random, -180, 180));
  }
  return g_string_free(rows, FALSE);
}

static char *write_areas(RefnetRandom *random) {
  GString *rows = g_string_new("area,latitude,longitude\n");
  for (guint a = 0; a + 1 < AREAS; a++)
    g_string_append_printf(rows, "a%u,%.6f,%.6f\n", a, between(random, -80, 80),
                           between(random, -180, 180));
  g_string_append_printf(rows, "a%u,,\n", AREAS - 1);
  return g_string_free(rows, FALSE);
}

static Case look(guint64 seed) {
  Case c = {0};
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  g_autofree char *organizations = write_organizations(&random);
  g_autofree char *areas = write_areas(&random);
  c.dataset = support_load(NULL, "organizations.csv", organizations, "areas.csv", areas, NULL);
  c.network = refnet_network_new(c.dataset, NULL, FALSE, NULL);
  c.gaps = refnet_gaps_new(c.network, NULL, NULL);
  assert_non_null(c.gaps);
  return c;
}

/* From its own place, else from the nearest of the areas where it offers the service; infinite: not
 * known. */
static double distance_to(const RefnetDataset *dataset, guint32 organization, guint32 service,
                          const RefnetArea *from) {
  const RefnetOrganizationDetails *details = dataset->organizations[organization].details;
  if (!isnan(details->latitude))
    return refnet_distance_km(from->latitude, from->longitude, details->latitude,
                              details->longitude);
  double least = INFINITY;
  for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
       o++)
    for (guint32 i = 0;
         dataset->offers[o].service == service && i < dataset->offers[o].areas.length; i++) {
      const RefnetArea *area = &dataset->areas[dataset->offers[o].areas.items[i]];
      if (!isnan(area->latitude))
        least = fmin(least, refnet_distance_km(from->latitude, from->longitude, area->latitude,
                                               area->longitude));
    }
  return least;
}

static gboolean offers(const RefnetDataset *dataset, guint32 organization, guint32 service) {
  for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
       o++)
    if (dataset->offers[o].service == service)
      return TRUE;
  return FALSE;
}

typedef struct {
  guint32 organization;
  double km;
} Provider;

static int compare_providers(const void *left, const void *right) {
  const Provider *a = left, *b = right;
  if (a->km != b->km)
    return a->km < b->km ? -1 : 1;
  return (a->organization > b->organization) - (a->organization < b->organization);
}

/* For what nobody offers there, all who offer the service are outside. */
static void check_absent(const Case *c, const RefnetGap *gap) {
  const RefnetArea *area = &c->dataset->areas[gap->area];
  Provider all[ORGANIZATIONS];
  guint32 count = 0;
  for (guint32 v = 0; v < c->dataset->organization_count; v++)
    if (offers(c->dataset, v, gap->service)) {
      double km = isnan(area->latitude) ? INFINITY : distance_to(c->dataset, v, gap->service, area);
      all[count++] = (Provider){v, km};
    }
  qsort(all, count, sizeof *all, compare_providers);
  assert_int_equal(gap->nearest_count, MIN(count, MOST_NEAREST));
  for (guint32 i = 0; i < gap->nearest_count; i++) {
    assert_int_equal(gap->nearest[i].organization, all[i].organization);
    if (isinf(all[i].km))
      assert_true(isnan(gap->nearest[i].km));
    else
      assert_true(fabs(gap->nearest[i].km - all[i].km) < 1e-9);
  }
}

static void test_against_every_distance(void **state) {
  (void)state;
  guint absent = 0;
  for (guint64 seed = 1; seed <= 30; seed++) {
    g_auto(Case) c = look(seed);
    for (gsize i = 0; i < c.gaps->cell_count; i++)
      if (c.gaps->cells[i].status == REFNET_GAP_ABSENT) {
        check_absent(&c, &c.gaps->cells[i]);
        absent++;
      }
  }
  assert_true(absent > 100);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_against_every_distance)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
