/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Places and their projection: distances on paper against great circles, the antimeridian,
 * outliers.
 */

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <math.h>
#include <cmocka.h>

#include "draw/layout/geography.h"
#include "draw/page/scale_bar.h"
#include "unit/support.h"

static const RefnetBox page = {100, 50, 800, 400};

static RefnetPlace at(double latitude, double longitude) {
  return (RefnetPlace){latitude, longitude, REFNET_PLACE_OWN};
}

static double apart(RefnetPoint a, RefnetPoint b) {
  return hypot(a.x - b.x, a.y - b.y);
}

/* Within a few counties a length on paper is the great circle's to a thousandth. */
static void assert_true_to_scale(const RefnetPlace *places, guint32 count, double tolerance) {
  RefnetProjection projection;
  assert_true(refnet_projection_fit(&projection, places, count, NULL, 0, page));
  for (guint32 i = 0; i < count; i++) {
    RefnetPoint a = refnet_projection_point(&projection, places[i]);
    RefnetBox spot = {a.x, a.y, 0, 0};
    assert_true(refnet_box_inside(spot, refnet_box_grow(page, 1e-6)));
    for (guint32 j = 0; j < i; j++) {
      RefnetPoint b = refnet_projection_point(&projection, places[j]);
      double km = refnet_distance_km(places[i].latitude, places[i].longitude, places[j].latitude,
                                     places[j].longitude);
      assert_true(fabs(apart(a, b) / projection.points_per_km - km) <= tolerance * km + 1e-9);
    }
  }
}

static void test_distances(void **state) {
  (void)state;
  const RefnetPlace county[] = {at(43.7, -82.75), at(43.75, -82.72), at(43.4, -82.9),
                                at(43.9, -82.6)};
  const RefnetPlace arctic[] = {at(69.6, 18.9), at(69.7, 19.2), at(69.5, 18.5)};
  const RefnetPlace south[] = {at(-36.8, 174.7), at(-36.9, 174.9), at(-36.6, 174.4)};
  assert_true_to_scale(county, G_N_ELEMENTS(county), .003);
  assert_true_to_scale(arctic, G_N_ELEMENTS(arctic), .006);
  assert_true_to_scale(south, G_N_ELEMENTS(south), .003);
}

static void test_directions(void **state) {
  (void)state;
  const RefnetPlace places[] = {at(10, 10), at(11, 12)};
  RefnetProjection projection;
  assert_true(refnet_projection_fit(&projection, places, 2, NULL, 0, page));
  RefnetPoint southwest = refnet_projection_point(&projection, places[0]);
  RefnetPoint northeast = refnet_projection_point(&projection, places[1]);
  assert_true(northeast.x > southwest.x && northeast.y < southwest.y);
}

static void test_antimeridian(void **state) {
  (void)state;
  const RefnetPlace fiji[] = {at(-17, 179.9), at(-17.2, -179.9), at(-16.9, 179.5), at(-17, -179.6)};
  RefnetProjection projection;
  assert_true_to_scale(fiji, G_N_ELEMENTS(fiji), .003);
  assert_true(refnet_projection_fit(&projection, fiji, 4, NULL, 0, page));
  assert_true(projection.km_wide < 120);
  assert_true(refnet_projection_point(&projection, fiji[1]).x >
              refnet_projection_point(&projection, fiji[0]).x);
}

static void test_one_spot_and_none(void **state) {
  (void)state;
  const RefnetPlace spot[] = {at(50, 8), at(50, 8)}, none[] = {{.basis = REFNET_PLACE_UNKNOWN}};
  RefnetProjection projection;
  assert_true(refnet_projection_fit(&projection, spot, 2, NULL, 0, page));
  RefnetPoint middle = refnet_projection_point(&projection, spot[0]);
  assert_true(apart(middle, (RefnetPoint){500, 250}) < 1e-6);
  assert_true(isfinite(projection.points_per_km) && projection.points_per_km > 0);
  assert_false(refnet_projection_fit(&projection, none, 1, NULL, 0, page));
  assert_false(refnet_projection_fit(&projection, NULL, 0, NULL, 0, page));
}

static void test_far_places(void **state) {
  (void)state;
  RefnetPlace places[12];
  double far[12];
  for (guint32 i = 0; i < 11; i++)
    places[i] = at(43 + .05 * i, -82 - .03 * i);
  places[11] = at(-43, 82);
  refnet_places_set_apart(places, 12, far);
  for (guint32 i = 0; i < 11; i++)
    assert_true(far[i] == 0 && places[i].basis == REFNET_PLACE_OWN);
  assert_true(far[11] > 10000);
  assert_int_equal(places[11].basis, REFNET_PLACE_UNKNOWN);
}

static void test_fan_out(void **state) {
  (void)state;
  RefnetPoint points[] = {{5, 5}, {5, 5}, {9, 9}, {5, 5}};
  const guint32 all[] = {0, 1, 2, 3};
  refnet_places_fan_out(all, 4, points);
  assert_true(points[2].x == 9 && points[2].y == 9);
  assert_true(apart(points[0], points[1]) > 1 && apart(points[1], points[3]) > 1 &&
              apart(points[0], points[3]) > 1);
}

static void test_estimates(void **state) {
  (void)state;
  GError *error = NULL;
  RefnetDataset *dataset = support_load(
      &error, "areas.csv", "area,latitude,longitude\nEast,10,20\nWest,,\nNowhere,,\n",
      "organizations.csv",
      "name,areas,latitude,longitude\nA,West,0,179\nB,West,0,-179\nC,East;West,40,40\nD,East,,\n"
      "E,East;West,,\n",
      NULL);
  assert_null(error);
  g_autofree RefnetPlace *areas = refnet_places_of_areas(dataset);
  g_autofree RefnetPlace *places = refnet_places_of_organizations(dataset, areas);
  const RefnetPlace *west = &areas[refnet_dataset_find_area(dataset, "West")];
  assert_int_equal(areas[refnet_dataset_find_area(dataset, "East")].basis, REFNET_PLACE_OWN);
  assert_int_equal(areas[refnet_dataset_find_area(dataset, "Nowhere")].basis, REFNET_PLACE_UNKNOWN);
  assert_int_equal(west->basis, REFNET_PLACE_ESTIMATED);
  assert_true(fabs(fabs(west->longitude) - 180) < 1e-6 && fabs(west->latitude) < 1e-6);
  const RefnetPlace *in_east = &places[refnet_dataset_find(dataset, "D", NULL)];
  assert_int_equal(in_east->basis, REFNET_PLACE_ESTIMATED);
  assert_true(in_east->latitude == 10 && in_east->longitude == 20);
  assert_int_equal(places[refnet_dataset_find(dataset, "E", NULL)].basis, REFNET_PLACE_UNKNOWN);
  refnet_dataset_free(dataset);
}

static void test_round_lengths(void **state) {
  (void)state;
  static const double cases[][2] = {{1, 1},    {1.99, 1}, {2, 2},     {4.9, 2}, {5, 5},
                                    {9.99, 5}, {10, 10},  {740, 500}, {.3, .2}, {.051, .05}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    assert_true(fabs(refnet_scale_bar_round(cases[i][0]) - cases[i][1]) < 1e-9 * cases[i][1]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_distances),    cmocka_unit_test(test_directions),
      cmocka_unit_test(test_antimeridian), cmocka_unit_test(test_one_spot_and_none),
      cmocka_unit_test(test_far_places),   cmocka_unit_test(test_fan_out),
      cmocka_unit_test(test_estimates),    cmocka_unit_test(test_round_lengths),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
