/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Great-circle distances. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <refnet/base.h>

#include <math.h>

static const double half_way = G_PI * 6371.0088;

static void assert_near(double actual, double expected, double tolerance) {
  if (!(fabs(actual - expected) <= tolerance))
    fail_msg("%.9g is not %.9g", actual, expected);
}

static void cities(void **state) {
  (void)state;
  /* Chicago – New York and London – Paris on the sphere */
  assert_near(refnet_distance_km(41.8781, -87.6298, 40.7128, -74.0060), 1144.3, .1);
  assert_near(refnet_distance_km(51.5074, -0.1278, 48.8566, 2.3522), 343.6, .1);
  /* across the date line */
  assert_near(refnet_distance_km(0, 179.5, 0, -179.5), half_way / 180, 1e-6);
}

static void special_points(void **state) {
  (void)state;
  assert_near(refnet_distance_km(10, 20, 10, 20), 0, 0);
  assert_near(refnet_distance_km(0, 0, 0, 1), half_way / 180, 1e-9);
  assert_near(refnet_distance_km(0, 0, 0, 180), half_way, 1e-6);
  assert_near(refnet_distance_km(30, 40, -30, -140), half_way, 1e-3);
  assert_near(refnet_distance_km(90, 0, -90, 77), half_way, 1e-6);
  assert_near(refnet_distance_km(90, 0, 90, 123), 0, 1e-9);
  assert_near(refnet_distance_km(90, 5, 0, -60), half_way / 2, 1e-9);
}

static void unknown_stays_unknown(void **state) {
  (void)state;
  assert_true(isnan(refnet_distance_km(NAN, 0, 0, 0)));
  assert_true(isnan(refnet_distance_km(0, NAN, 0, 0)));
  assert_true(isnan(refnet_distance_km(0, 0, NAN, 0)));
  assert_true(isnan(refnet_distance_km(0, 0, 0, NAN)));
  assert_true(isnan(refnet_distance_km(INFINITY, 0, 0, 0)));
}

static void symmetric_and_bounded(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, 9);
  for (int i = 0; i < 20000; i++) {
    double a = refnet_random_unit(&random) * 180 - 90, b = refnet_random_unit(&random) * 360 - 180;
    double c = refnet_random_unit(&random) * 180 - 90, d = refnet_random_unit(&random) * 360 - 180;
    double there = refnet_distance_km(a, b, c, d);
    assert_true(there == refnet_distance_km(c, d, a, b));
    assert_true(there >= 0 && there <= half_way + 1e-6);
  }
}

static void says(double km, RefnetUnits units, const char *expected) {
  g_autofree char *words = refnet_distance_words(km, units);
  assert_string_equal(words, expected);
}

static void said_in_the_chosen_units(void **state) {
  (void)state;
  says(0, REFNET_UNITS_KM, "under 0.1 km");
  says(0.8, REFNET_UNITS_KM, "0.8 km");
  says(7, REFNET_UNITS_KM, "7 km");
  says(9.96, REFNET_UNITS_KM, "10 km");
  says(12.4, REFNET_UNITS_KM, "12 km");
  says(8221.7, REFNET_UNITS_KM, "8,222 km");
  says(NAN, REFNET_UNITS_KM, "an unknown distance");
  says(0.01, REFNET_UNITS_MILES, "under 0.1 miles");
  says(0.8, REFNET_UNITS_MILES, "0.5 miles");
  says(1.609344, REFNET_UNITS_MILES, "1 mile");
  says(16.09344, REFNET_UNITS_MILES, "10 miles");
  says(INFINITY, REFNET_UNITS_MILES, "an unknown distance");
}

static double parsed(const char *text, RefnetUnits units) {
  double km = -1;
  return refnet_distance_parse(text, units, &km) ? km : -1;
}

static void read_with_and_without_a_unit(void **state) {
  (void)state;
  assert_true(parsed("25", REFNET_UNITS_KM) == 25);
  assert_true(fabs(parsed("25", REFNET_UNITS_MILES) - 40.2336) < 1e-9);
  assert_true(parsed("25km", REFNET_UNITS_MILES) == 25);
  assert_true(parsed(" 25 Kilometres ", REFNET_UNITS_MILES) == 25);
  assert_true(fabs(parsed("1.5 mi", REFNET_UNITS_KM) - 2.414016) < 1e-9);
  assert_true(fabs(parsed("1 mile", REFNET_UNITS_KM) - 1.609344) < 1e-9);
  const char *const wrong[] = {"",         "km",     "25 m", "25 furlongs",
                               "miles 25", "2 5 km", "1e",   "nan km"};
  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++)
    assert_true(parsed(wrong[i], REFNET_UNITS_KM) == -1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cities),
      cmocka_unit_test(special_points),
      cmocka_unit_test(unknown_stays_unknown),
      cmocka_unit_test(symmetric_and_bounded),
      cmocka_unit_test(said_in_the_chosen_units),
      cmocka_unit_test(read_with_and_without_a_unit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
