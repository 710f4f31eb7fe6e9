/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Label placement on its own: preferences, clearance, leaders, and giving up. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <refnet/base.h>

#include "draw/labels/labels.h"

static const RefnetBox page = {0, 0, 400, 300};

static void test_alone_goes_right(void **state) {
  RefnetLabelDisc disc = {{200, 150}, 8};
  RefnetLabelField field = {.area = page, .discs = &disc, .disc_count = 1};
  RefnetLabelRequest request = {.disc = 0, .width = 60, .height = 12, .weight = 1};
  RefnetLabelPlace place = {0};
  (void)state;
  refnet_labels_place(&field, &request, 1, 50, 1, &place);
  assert_true(place.placed && !place.leader);
  assert_true(place.box.x >= 208 && place.box.x < 215);
  assert_true(place.box.y + place.box.height / 2 == 150);
  assert_true(place.lean == 0);
}

static void test_rim_of_the_page(void **state) {
  RefnetLabelDisc disc = {{390, 150}, 8};
  RefnetLabelField field = {.area = page, .discs = &disc, .disc_count = 1};
  RefnetLabelRequest request = {.disc = 0, .width = 60, .height = 12, .weight = 1};
  RefnetLabelPlace place = {0};
  (void)state;
  refnet_labels_place(&field, &request, 1, 50, 1, &place);
  assert_true(place.placed && refnet_box_inside(place.box, page));
}

static void test_lines_are_avoided(void **state) {
  RefnetLabelDisc disc = {{200, 150}, 8};
  RefnetLabelLine line = {{200, 150}, {400, 150}};
  RefnetLabelField field = {
      .area = page, .discs = &disc, .disc_count = 1, .lines = &line, .line_count = 1};
  RefnetLabelRequest request = {.disc = 0, .width = 60, .height = 12, .weight = 1};
  RefnetLabelPlace place = {0};
  (void)state;
  refnet_labels_place(&field, &request, 1, 50, 1, &place);
  assert_true(place.placed);
  /* Nor is half of it hidden by the halo around the name. */
  assert_true(place.box.y >= 152 || place.box.y + place.box.height <= 148 ||
              place.box.x + place.box.width <= 200);
}

static void test_nowhere_to_go(void **state) {
  RefnetLabelDisc disc = {{50, 10}, 9};
  RefnetLabelField field = {.area = {0, 0, 100, 20}, .discs = &disc, .disc_count = 1};
  RefnetLabelRequest request = {.disc = 0, .width = 95, .height = 12, .weight = 1};
  RefnetLabelPlace place = {0};
  (void)state;
  refnet_labels_place(&field, &request, 1, 500, 1, &place);
  assert_false(place.placed);
  refnet_labels_place(&field, &request, 0, 500, 1, &place);
  assert_false(place.placed);
}

/* A disc walled in by others: its label has to go over the wall, with a leader. */
static void test_leader(void **state) {
  RefnetLabelDisc discs[9] = {{{200, 150}, 8}};
  RefnetLabelRequest request = {.disc = 0, .width = 60, .height = 12, .weight = 2};
  RefnetLabelPlace place = {0};
  static const double around[8][2] = {{1, 0},  {1, 1},   {0, 1},  {-1, 1},
                                      {-1, 0}, {-1, -1}, {0, -1}, {1, -1}};
  (void)state;
  for (int i = 0; i < 8; i++)
    discs[i + 1] = (RefnetLabelDisc){{200 + 26 * around[i][0], 150 + 26 * around[i][1]}, 8};
  RefnetLabelField field = {
      .area = page, .discs = discs, .disc_count = 9, .leaders_cross_discs = TRUE};
  refnet_labels_place(&field, &request, 1, 100, 1, &place);
  assert_true(place.placed && place.leader);
  for (int i = 0; i < 9; i++)
    assert_false(refnet_box_meets_disc(place.box, discs[i].middle, discs[i].radius));
}

static void test_earlier_places_are_kept_clear_of(void **state) {
  RefnetLabelDisc discs[] = {{{200, 150}, 8}, {{230, 170}, 8}};
  RefnetLabelField field = {.area = page, .discs = discs, .disc_count = 2};
  RefnetLabelRequest requests[] = {{.disc = 0, .width = 60, .height = 12, .weight = 1},
                                   {.disc = 1, .width = 20, .height = 12, .weight = 1}};
  RefnetLabelPlace places[2] = {{.placed = TRUE, .box = {240, 160, 60, 20}}};
  (void)state;
  refnet_labels_place(&field, requests, 2, 50, 1, places);
  assert_true(places[0].box.x == 240 && places[0].box.y == 160);
  assert_true(places[1].placed);
  assert_false(refnet_box_overlaps(places[0].box, places[1].box));
}

static void test_crowds(void **state) {
  enum { COUNT = 80 };
  RefnetLabelDisc discs[COUNT];
  RefnetLabelRequest requests[COUNT];
  (void)state;
  for (guint64 seed = 0; seed < 10; seed++) {
    RefnetLabelPlace places[COUNT] = {{0}};
    RefnetRandom random;
    refnet_random_seed(&random, seed);
    for (guint32 i = 0; i < COUNT; i++) {
      discs[i].middle =
          (RefnetPoint){400 * refnet_random_unit(&random), 300 * refnet_random_unit(&random)};
      discs[i].radius = 2 + 4 * refnet_random_unit(&random);
      requests[i] = (RefnetLabelRequest){.disc = i,
                                         .width = 10 + 80 * refnet_random_unit(&random),
                                         .height = 12,
                                         .weight = 1 + refnet_random_unit(&random)};
    }
    RefnetLabelField field = {.area = page, .discs = discs, .disc_count = COUNT};
    refnet_labels_place(&field, requests, COUNT, 60, seed, places);
    for (guint32 i = 0; i < COUNT; i++) {
      if (!places[i].placed)
        continue;
      assert_true(refnet_box_inside(places[i].box, page));
      for (guint32 j = 0; j < COUNT; j++) {
        assert_false(refnet_box_meets_disc(places[i].box, discs[j].middle, discs[j].radius));
        assert_false(j < i && places[j].placed &&
                     refnet_box_overlaps(places[i].box, places[j].box));
      }
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_alone_goes_right),
      cmocka_unit_test(test_rim_of_the_page),
      cmocka_unit_test(test_lines_are_avoided),
      cmocka_unit_test(test_nowhere_to_go),
      cmocka_unit_test(test_leader),
      cmocka_unit_test(test_earlier_places_are_kept_clear_of),
      cmocka_unit_test(test_crowds),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
