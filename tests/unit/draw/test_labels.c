/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Label placement on its own: preferences, clearance, leaders, and giving up. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>

#include <refnet/base.h>

#include "draw/labels/label_boxes.h"
#include "draw/labels/label_lines.h"
#include "draw/labels/labels.h"
#include "draw/labels/occupancy.h"

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
      .area = page, .discs = discs, .disc_count = 9, .most_crossed = REFNET_NONE};
  refnet_labels_place(&field, &request, 1, 100, 1, &place);
  assert_true(place.placed && place.leader);
  for (int i = 0; i < 9; i++)
    assert_false(refnet_box_meets_disc(place.box, discs[i].middle, discs[i].radius));
}

/* Behind two walls: any leader runs over two discs at least. */
static void test_a_leader_runs_over_no_more_discs_than_it_may(void **state) {
  RefnetLabelDisc discs[41] = {{{200, 150}, 8}};
  RefnetLabelRequest request = {.disc = 0, .width = 60, .height = 12, .weight = 2};
  (void)state;
  for (int i = 0; i < 40; i++) {
    double angle = 2 * G_PI * (i % 20) / 20, away = i < 20 ? 24 : 42;
    discs[i + 1] = (RefnetLabelDisc){{200 + away * cos(angle), 150 + away * sin(angle)}, 8};
  }
  for (guint32 most = 0; most < 10; most++) {
    RefnetLabelPlace place = {0};
    RefnetLabelField field = {.area = page, .discs = discs, .disc_count = 41, .most_crossed = most};
    refnet_labels_place(&field, &request, 1, 100, 1, &place);
    assert_true(most < 2 ? !place.placed : most < 9 || place.placed);
  }
}

/* Other text, such as a scale bar, on three sides or on all: nothing beyond it is led to. */
static void test_leaders_run_over_no_other_text(void **state) {
  RefnetLabelDisc disc = {{200, 150}, 8};
  RefnetLabelRequest request = {.disc = 0, .width = 60, .height = 12, .weight = 2};
  RefnetBox around[] = {{172, 120, 56, 4}, {172, 176, 56, 4}, {172, 120, 4, 60}, {224, 120, 4, 60}};
  RefnetLabelField field = {.area = page, .discs = &disc, .disc_count = 1, .taken = around};
  (void)state;
  for (guint32 taken = 3; taken <= 4; taken++) {
    RefnetLabelPlace place = {0};
    field.taken_count = taken;
    refnet_labels_place(&field, &request, 1, 100, 1, &place);
    assert_int_equal(place.placed, taken < 4);
  }
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

/* With room between two side by side for the eye to part them. */
static gboolean read_as_one(RefnetBox a, RefnetBox b) {
  const RefnetBox wide = {a.x - 5.9, a.y, a.width + 2 * 5.9, a.height};
  return refnet_box_overlaps(wide, b);
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
    RefnetLabelField field = {.area = page, .discs = discs, .disc_count = COUNT, .beside = 6};
    refnet_labels_place(&field, requests, COUNT, 60, seed, places);
    for (guint32 i = 0; i < COUNT; i++) {
      if (!places[i].placed)
        continue;
      assert_true(refnet_box_inside(places[i].box, page));
      for (guint32 j = 0; j < COUNT; j++) {
        assert_false(refnet_box_meets_disc(places[i].box, discs[j].middle, discs[j].radius));
        assert_false(j < i && places[j].placed && read_as_one(places[i].box, places[j].box));
      }
    }
  }
}

/* ---- what is near ---------------------------------------------------------------------------- */

enum { ITEMS = 200 };

/* Some reach out of the page. */
static RefnetPoint anywhere(RefnetRandom *random) {
  return (RefnetPoint){500 * refnet_random_unit(random) - 50,
                       400 * refnet_random_unit(random) - 50};
}

static RefnetBox any_box(RefnetRandom *random) {
  RefnetPoint at = anywhere(random);
  return (RefnetBox){at.x, at.y, 90 * refnet_random_unit(random), 40 * refnet_random_unit(random)};
}

static gboolean is_listed(const GArray *items, guint32 item) {
  for (guint i = 0; i < items->len; i++)
    if (g_array_index(items, guint32, i) == item)
      return TRUE;
  return FALSE;
}

static void test_boxes_are_listed_once_in_order(void **state) {
  RefnetRandom random;
  RefnetBox boxes[ITEMS];
  g_autoptr(RefnetOccupancy) occupancy = refnet_occupancy_new(page, 24);
  g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(guint32));
  (void)state;
  refnet_random_seed(&random, 1);
  for (guint32 i = ITEMS; i-- > 0;) {
    boxes[i] = any_box(&random);
    refnet_occupancy_add(occupancy, boxes[i], i);
  }
  for (int k = 0; k < 50; k++) {
    RefnetBox wanted = any_box(&random);
    refnet_occupancy_list(occupancy, wanted, items);
    for (guint32 i = 0; i < ITEMS; i++)
      assert_true(is_listed(items, i) || !refnet_box_overlaps(wanted, boxes[i]));
    for (guint i = 1; i < items->len; i++)
      assert_true(g_array_index(items, guint32, i - 1) < g_array_index(items, guint32, i));
    assert_true(items->len < ITEMS);
  }
  refnet_occupancy_clear(occupancy);
  refnet_occupancy_list(occupancy, page, items);
  assert_int_equal(items->len, 0);
}

/* Those of the lines that meet the box, one by one, whatever grid is laid over them. */
static void assert_found(RefnetLabelLines *sorted, const RefnetLabelLine *lines, RefnetBox box) {
  const GArray *found = refnet_label_lines_meeting(sorted, box);
  guint next = 0;
  for (guint32 i = 0; i < ITEMS; i++) {
    if (!refnet_label_meets_line(box, lines[i]))
      continue;
    assert_true(next < found->len);
    const RefnetLabelLine *line = &g_array_index(found, RefnetLabelLine, next++);
    assert_memory_equal(line, &lines[i], sizeof *line);
  }
  assert_int_equal(next, found->len);
}

static void test_lines_are_found_where_they_run(void **state) {
  RefnetRandom random;
  RefnetLabelLine lines[ITEMS];
  (void)state;
  refnet_random_seed(&random, 2);
  for (guint32 i = 0; i < ITEMS; i++)
    lines[i] = (RefnetLabelLine){anywhere(&random), anywhere(&random)};
  lines[0].to.y = lines[0].from.y; /* level */
  lines[1].to.x = lines[1].from.x; /* upright */
  lines[2].to = lines[2].from;     /* a point */
  lines[3].to.y = lines[3].from.y + 1e-9;
  g_autoptr(RefnetLabelLines) sorted = refnet_label_lines_new(page, lines, ITEMS);
  for (int k = 0; k < 200; k++)
    assert_found(sorted, lines, any_box(&random));
  for (guint32 i = 0; i < 4; i++)
    assert_found(sorted, lines,
                 refnet_box_grow((RefnetBox){lines[i].to.x, lines[i].to.y, 0, 0}, 3));
}

static void test_which_lines_meet_a_box(void **state) {
  const RefnetBox box = {100, 100, 50, 20};
  const struct {
    RefnetLabelLine line;
    gboolean meets;
  } cases[] = {
      {{{0, 110}, {300, 110}}, TRUE},    {{{300, 110}, {0, 110}}, TRUE},
      {{{120, 0}, {120, 300}}, TRUE},    {{{120, 300}, {120, 0}}, TRUE},
      {{{110, 105}, {115, 110}}, TRUE},  {{{0, 110}, {99, 110}}, FALSE},
      {{{0, 90}, {300, 90}}, FALSE},     {{{160, 0}, {160, 300}}, FALSE},
      {{{90, 115}, {115, 140}}, FALSE},  {{{90, 105}, {115, 130}}, TRUE},
      {{{120, 110}, {120, 110}}, FALSE},
  };
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    assert_int_equal(refnet_label_meets_line(box, cases[i].line), cases[i].meets);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_alone_goes_right),
      cmocka_unit_test(test_rim_of_the_page),
      cmocka_unit_test(test_lines_are_avoided),
      cmocka_unit_test(test_nowhere_to_go),
      cmocka_unit_test(test_leader),
      cmocka_unit_test(test_a_leader_runs_over_no_more_discs_than_it_may),
      cmocka_unit_test(test_leaders_run_over_no_other_text),
      cmocka_unit_test(test_earlier_places_are_kept_clear_of),
      cmocka_unit_test(test_crowds),
      cmocka_unit_test(test_boxes_are_listed_once_in_order),
      cmocka_unit_test(test_lines_are_found_where_they_run),
      cmocka_unit_test(test_which_lines_meet_a_box),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
