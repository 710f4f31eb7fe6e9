/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two-step floating catchments against a straightforward reference that loops over every pair of
 * area and supply point, and against what must hold: Σ A_i D_i = Σ S_j. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "analysis/gaps/catchment.h"
#include "unit/support.h"

enum { AREAS = 7, ORGANIZATIONS = 15 };

static RefnetDataset *random_county(guint64 seed) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  g_autoptr(GString) areas = g_string_new("area,latitude,longitude\n");
  g_autoptr(GString) organizations = g_string_new("id,name,latitude,longitude\n");
  g_autoptr(GString) services = g_string_new("organization,service,area,capacity\n");
  for (guint a = 0; a < AREAS; a++)
    g_string_append_printf(areas, "a%u,%.4f,%.4f\n", a, 43 + refnet_random_unit(&random),
                           -82 - refnet_random_unit(&random));
  for (guint o = 0; o < ORGANIZATIONS; o++) {
    g_string_append_printf(organizations, "o%02u,Name %c%c", o, 'A' + o, 'z' - o);
    if (refnet_random_below(&random, 3) > 0)
      g_string_append_printf(organizations, ",%.4f,%.4f\n", 43 + refnet_random_unit(&random),
                             -82 - refnet_random_unit(&random));
    else
      g_string_append(organizations, ",,\n");
    for (guint rows = 1 + (guint)refnet_random_below(&random, 2); rows > 0; rows--) {
      g_string_append_printf(services, "o%02u,s%u,", o, (guint)refnet_random_below(&random, 2));
      for (guint k = (guint)refnet_random_below(&random, 4); k > 0; k--)
        g_string_append_printf(services, "a%u;", (guint)refnet_random_below(&random, AREAS));
      if (refnet_random_below(&random, 12) > 0)
        g_string_append_printf(services, ",%u\n", (guint)refnet_random_below(&random, 300));
      else
        g_string_append(services, ",\n");
    }
  }
  return support_load(NULL, "organizations.csv", organizations->str, "areas.csv", areas->str,
                      "services.csv", services->str, NULL);
}

/* ---- the reference --------------------------------------------------------------------------- */

static double reference_distance(const RefnetDataset *dataset, const RefnetOffer *offer,
                                 guint32 area) {
  const RefnetOrganization *from = &dataset->organizations[offer->organization];
  const RefnetArea *to = &dataset->areas[area];
  double nearest = INFINITY;
  if (!isnan(from->details->latitude))
    return refnet_distance_km(from->details->latitude, from->details->longitude, to->latitude,
                              to->longitude);
  for (guint32 i = 0; i < offer->areas.length; i++) {
    const RefnetArea *listed = &dataset->areas[offer->areas.items[i]];
    nearest = fmin(nearest, refnet_distance_km(listed->latitude, listed->longitude, to->latitude,
                                               to->longitude));
  }
  return nearest;
}

static double reference_weight(const RefnetDataset *dataset, const RefnetOffer *offer, guint32 area,
                               double radius, RefnetDecay decay) {
  if (refnet_list_has(offer->areas, area))
    return 1;
  double km = reference_distance(dataset, offer, area);
  if (radius <= 0 || km > radius)
    return 0;
  if (decay == REFNET_DECAY_ZONES)
    return 3 * km <= radius ? 1 : 3 * km <= 2 * radius ? .68 : .22;
  if (decay == REFNET_DECAY_GAUSSIAN)
    return (exp(-.5 * km * km / radius / radius) - exp(-.5)) / (1 - exp(-.5));
  return 1;
}

typedef struct {
  const RefnetDataset *dataset;
  guint32 service;
  double radius;
  RefnetDecay decay;
  const double *demand;
} Reference;

static double reference_reached(const Reference *r, const RefnetOffer *offer) {
  double sum = 0;
  for (guint32 a = 0; a < r->dataset->area_count; a++)
    sum += r->demand[a] * reference_weight(r->dataset, offer, a, r->radius, r->decay);
  return sum;
}

static double reference_access(const Reference *r, guint32 area) {
  double access = 0;
  gboolean any = FALSE;
  for (guint32 o = 0; o < r->dataset->offer_count; o++) {
    const RefnetOffer *offer = &r->dataset->offers[o];
    double weight = reference_weight(r->dataset, offer, area, r->radius, r->decay);
    if (offer->service != r->service || weight <= 0)
      continue;
    any = TRUE;
    access += weight * offer->capacity / reference_reached(r, offer);
  }
  return any && r->demand[area] > 0 ? access : NAN;
}

/* ---- both ------------------------------------------------------------------------------------ */

static gboolean equal(double a, double b) {
  return (isnan(a) && isnan(b)) || fabs(a - b) <= 1e-9 * fmax(1, fabs(b));
}

/* Σ A_i D_i and Σ S_j where all is known. */
static void check_sum(const Reference *r, const RefnetCatchment *catchment,
                      const RefnetServiceSupply *supply) {
  double used = 0, supplied = 0;
  for (guint32 p = 0; p < supply->length; p++) {
    if (isnan(supply->points[p].capacity))
      return;
    if (refnet_catchment_demand_reached(catchment, p) > 0)
      supplied += supply->points[p].capacity;
  }
  for (guint32 a = 0; a < r->dataset->area_count; a++)
    if (!isnan(refnet_catchment_access(catchment, a)))
      used += refnet_catchment_access(catchment, a) * r->demand[a];
  assert_true(equal(used, supplied));
}

static void check_service(const Reference *r, const RefnetProviders *providers) {
  g_autoptr(RefnetServiceSupply) supply = refnet_service_supply_new(providers, NULL);
  g_autoptr(RefnetCatchment) catchment =
      refnet_catchment_new(r->dataset, r->radius, r->decay, NULL);
  assert_true(refnet_service_supply_set(supply, r->service, NULL));
  assert_true(refnet_catchment_set(catchment, supply, r->demand, NULL));
  for (guint32 a = 0; a < r->dataset->area_count; a++)
    assert_true(equal(refnet_catchment_access(catchment, a), reference_access(r, a)));
  check_sum(r, catchment, supply);
}

static void test_against_reference(void **state) {
  static const double radii[] = {0, 20, 60};
  (void)state;
  for (guint64 seed = 1; seed <= 25; seed++) {
    g_autoptr(RefnetDataset) dataset = random_county(seed);
    g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
    g_autoptr(RefnetProviders) providers = refnet_providers_new(network, NULL);
    double demand[AREAS];
    RefnetRandom random;
    refnet_random_seed(&random, seed + 1000);
    for (guint a = 0; a < AREAS; a++)
      demand[a] = (double)refnet_random_below(&random, 4) * 55;
    for (guint i = 0; i < G_N_ELEMENTS(radii); i++)
      for (guint decay = 0; decay < 3; decay++)
        for (guint32 s = 0; s < dataset->services.length; s++)
          check_service(&(Reference){dataset, s, radii[i], (RefnetDecay)decay, demand}, providers);
  }
}

static void test_by_hand(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "id,name\nx,Alder\ny,Birch\nz,Cedar\n", "areas.csv",
      "area\nA\nB\nC\n", "services.csv",
      "organization,service,area,capacity\nx,food,A;B,100\ny,food,B,30\nz,food,C,40\n", NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  g_autoptr(RefnetProviders) providers = refnet_providers_new(network, NULL);
  g_autoptr(RefnetServiceSupply) supply = refnet_service_supply_new(providers, NULL);
  g_autoptr(RefnetCatchment) catchment = refnet_catchment_new(dataset, 0, REFNET_DECAY_NONE, NULL);
  double demand[] = {150, 50, 0};
  assert_true(refnet_service_supply_set(supply, 0, NULL));
  assert_true(refnet_catchment_set(catchment, supply, demand, NULL));
  assert_true(equal(refnet_catchment_access(catchment, 0), .5));
  assert_true(equal(refnet_catchment_access(catchment, 1), 1.1));
  assert_true(isnan(refnet_catchment_access(catchment, 2)));
  assert_true(refnet_catchment_demand_reached(catchment, 0) == 200);
  assert_true(refnet_catchment_demand_reached(catchment, 2) == 0);
}

static void test_decay(void **state) {
  (void)state;
  assert_true(refnet_decay_weight(REFNET_DECAY_NONE, 30, 30) == 1);
  assert_true(refnet_decay_weight(REFNET_DECAY_NONE, 30.1, 30) == 0);
  assert_true(refnet_decay_weight(REFNET_DECAY_NONE, NAN, 30) == 0);
  assert_true(refnet_decay_weight(REFNET_DECAY_ZONES, 10, 30) == 1);
  assert_true(refnet_decay_weight(REFNET_DECAY_ZONES, 15, 30) == .68);
  assert_true(refnet_decay_weight(REFNET_DECAY_ZONES, 25, 30) == .22);
  assert_true(equal(refnet_decay_weight(REFNET_DECAY_GAUSSIAN, 0, 30), 1));
  assert_true(equal(refnet_decay_weight(REFNET_DECAY_GAUSSIAN, 30, 30), 0));
}

/* Two rows that surely are one organization have one capacity. */
static void test_repeated_rows_supply_once(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv",
                   "id,name,services,areas,phone,city,capacity\n"
                   "a,Harbor Respite,respite,A;B,989-555-0101,Port,60\n"
                   "a2,HARBOR RESPITE Inc.,respite,B;C,(989) 555-0101,Port,60\n"
                   "b,Elm Clinic,respite,B,989-555-0102,Port,10\n",
                   NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  g_autoptr(RefnetProviders) providers = refnet_providers_new(network, NULL);
  g_autoptr(RefnetServiceSupply) supply = refnet_service_supply_new(providers, NULL);
  assert_true(refnet_service_supply_set(supply, 0, NULL));
  assert_int_equal(supply->length, 2);
  assert_int_equal(supply->points[0].areas.length, 3);
  assert_true(refnet_service_supply_capacity(supply, 1) == 70);
  assert_true(refnet_service_supply_capacity(supply, 2) == 60);
  assert_int_equal(refnet_service_supply_providers(supply, 1, NULL), 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_against_reference),
      cmocka_unit_test(test_by_hand),
      cmocka_unit_test(test_decay),
      cmocka_unit_test(test_repeated_rows_supply_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
