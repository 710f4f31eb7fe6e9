/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Footprints pushed apart: none overlap where there is room, none leaves the area, order is kept.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <refnet/base.h>

#include "draw/layout/overlap.h"

enum { MOST = 200 };

static void number_vertices(guint32 vertices[MOST]) {
  for (guint32 v = 0; v < MOST; v++)
    vertices[v] = v;
}

static guint count_overlaps(guint32 count, const RefnetFootprint *footprints,
                            const RefnetPoint *positions) {
  guint overlaps = 0;
  for (guint32 v = 0; v < count; v++)
    for (guint32 w = 0; w < v; w++)
      overlaps += refnet_box_overlaps(
          refnet_box_grow(refnet_footprint_at(footprints[v], positions[v]), -0.001),
          refnet_footprint_at(footprints[w], positions[w]));
  return overlaps;
}

static void check_inside(guint32 count, const RefnetFootprint *footprints, RefnetBox area,
                         const RefnetPoint *positions) {
  RefnetBox outer = refnet_box_grow(area, 0.001);
  for (guint32 v = 0; v < count; v++)
    assert_true(refnet_box_inside(refnet_footprint_at(footprints[v], positions[v]), outer));
}

static void test_random_crowds(void **state) {
  RefnetBox area = {10, 20, 1000, 600};
  RefnetFootprint footprints[MOST];
  RefnetPoint positions[MOST];
  guint32 vertices[MOST];
  (void)state;
  number_vertices(vertices);
  for (guint64 seed = 0; seed < 20; seed++) {
    RefnetRandom random;
    refnet_random_seed(&random, seed);
    for (guint32 v = 0; v < MOST; v++) {
      double half = 4 + 20 * refnet_random_unit(&random),
             height = 4 + 8 * refnet_random_unit(&random);
      footprints[v] = (RefnetFootprint){half, half, height, 2 * height};
      positions[v] = (RefnetPoint){400 + 200 * refnet_random_unit(&random),
                                   20 + 100 * refnet_random_unit(&random)};
    }
    assert_true(refnet_overlap_remove(vertices, MOST, footprints, NULL, area, positions));
    check_inside(MOST, footprints, area, positions);
    assert_int_equal(count_overlaps(MOST, footprints, positions), 0);
  }
}

static void test_all_on_one_point(void **state) {
  RefnetBox area = {0, 0, 500, 500};
  RefnetFootprint footprints[20];
  RefnetPoint positions[20];
  guint32 vertices[MOST];
  (void)state;
  number_vertices(vertices);
  for (guint32 v = 0; v < 20; v++) {
    footprints[v] = (RefnetFootprint){10, 10, 10, 10};
    positions[v] = (RefnetPoint){0, 0};
  }
  assert_true(refnet_overlap_remove(vertices, 20, footprints, NULL, area, positions));
  check_inside(20, footprints, area, positions);
  assert_int_equal(count_overlaps(20, footprints, positions), 0);
}

static void test_apart_already(void **state) {
  RefnetFootprint footprints[] = {{5, 5, 5, 5}, {5, 5, 5, 5}};
  RefnetPoint positions[] = {{20, 20}, {80, 80}};
  guint32 vertices[] = {0, 1};
  (void)state;
  assert_true(
      refnet_overlap_remove(vertices, 2, footprints, NULL, (RefnetBox){0, 0, 100, 100}, positions));
  assert_true(positions[0].x == 20 && positions[0].y == 20);
  assert_true(positions[1].x == 80 && positions[1].y == 80);
}

static void test_more_than_fits(void **state) {
  RefnetBox area = {0, 0, 50, 50};
  RefnetFootprint footprints[30];
  RefnetPoint positions[30];
  guint32 vertices[MOST];
  (void)state;
  number_vertices(vertices);
  for (guint32 v = 0; v < 30; v++) {
    footprints[v] = (RefnetFootprint){v == 0 ? 60 : 10, 10, 10, 10};
    positions[v] = (RefnetPoint){v, v};
  }
  assert_true(refnet_overlap_remove(vertices, 30, footprints, NULL, area, positions));
  check_inside(29, footprints + 1, area, positions + 1);
}

static void test_none(void **state) {
  (void)state;
  assert_true(refnet_overlap_remove(NULL, 0, NULL, NULL, (RefnetBox){0, 0, 10, 10}, NULL));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_random_crowds), cmocka_unit_test(test_all_on_one_point),
      cmocka_unit_test(test_apart_already), cmocka_unit_test(test_more_than_fits),
      cmocka_unit_test(test_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
