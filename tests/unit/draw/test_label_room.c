/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Discs that make room: then every label has a place, where the area holds them at all. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <refnet/base.h>

#include "draw/labels/label_room.h"
#include "draw/labels/labels.h"

enum { MOST = 80 };

/* `count` discs in a heap in the middle of an area, with names of about the given width. */
typedef struct {
  RefnetLabelDisc discs[MOST];
  RefnetLabelRequest requests[MOST];
  RefnetLabelRoom room;
} Heap;

static void make_heap(Heap *heap, guint32 count, double width, RefnetBox area, guint64 seed) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  *heap = (Heap){.room = {.area = area,
                          .discs = heap->discs,
                          .disc_count = count,
                          .requests = heap->requests,
                          .count = count}};
  for (guint32 i = 0; i < count; i++) {
    heap->discs[i].middle =
        (RefnetPoint){area.x + area.width * (0.4 + 0.2 * refnet_random_unit(&random)),
                      area.y + area.height * (0.4 + 0.2 * refnet_random_unit(&random))};
    heap->discs[i].radius = 3 + 15 * refnet_random_unit(&random);
    heap->requests[i] = (RefnetLabelRequest){.disc = i,
                                             .width = width * (0.5 + refnet_random_unit(&random)),
                                             .height = 14 + 14 * refnet_random_below(&random, 3),
                                             .weight = 1 + refnet_random_unit(&random)};
  }
}

static guint32 count_placed(Heap *heap) {
  RefnetLabelPlace places[MOST] = {{0}};
  RefnetLabelField field = {
      .area = heap->room.area, .discs = heap->discs, .disc_count = heap->room.disc_count};
  guint32 placed = 0;
  refnet_labels_place(&field, heap->requests, heap->room.count, 0, 1, places);
  for (guint32 i = 0; i < heap->room.count; i++)
    placed += places[i].placed;
  return placed;
}

static void check_discs_apart(const Heap *heap) {
  for (guint32 i = 0; i < heap->room.disc_count; i++)
    for (guint32 j = 0; j < i; j++) {
      RefnetLabelDisc a = heap->discs[i], b = heap->discs[j];
      assert_true(hypot(a.middle.x - b.middle.x, a.middle.y - b.middle.y) > a.radius + b.radius);
    }
}

static void test_all_are_placed(void **state) {
  static const RefnetBox area = {100, 50, 1200, 700};
  static Heap heap;
  (void)state;
  for (guint64 seed = 0; seed < 40; seed++) {
    make_heap(&heap, 60, 100, area, seed);
    refnet_labels_make_room(&heap.room);
    assert_int_equal(count_placed(&heap), 60);
    check_discs_apart(&heap);
  }
}

static void test_no_room_for_all(void **state) {
  static const RefnetBox area = {0, 0, 420, 420};
  static Heap heap;
  (void)state;
  make_heap(&heap, 70, 140, area, 3);
  refnet_labels_make_room(&heap.room);
  assert_true(count_placed(&heap) < 70);
  check_discs_apart(&heap);
}

static void test_who_has_room_stays(void **state) {
  static Heap heap;
  (void)state;
  make_heap(&heap, 2, 40, (RefnetBox){0, 0, 400, 300}, 1);
  heap.discs[0].middle = (RefnetPoint){100, 150};
  heap.discs[1].middle = (RefnetPoint){300, 150};
  refnet_labels_make_room(&heap.room);
  assert_true(heap.discs[0].middle.x == 100 && heap.discs[0].middle.y == 150);
  assert_true(heap.discs[1].middle.x == 300 && heap.discs[1].middle.y == 150);
}

static void test_others_give_way_to_fixed_ones(void **state) {
  static const gboolean fixed[] = {TRUE, FALSE};
  static Heap heap;
  (void)state;
  make_heap(&heap, 2, 40, (RefnetBox){0, 0, 400, 300}, 1);
  heap.discs[0].middle = heap.discs[1].middle = (RefnetPoint){200, 150};
  heap.room.fixed = fixed;
  refnet_labels_make_room(&heap.room);
  assert_true(heap.discs[0].middle.x == 200 && heap.discs[0].middle.y == 150);
  check_discs_apart(&heap);
  assert_int_equal(count_placed(&heap), 2);
}

static void test_lines_are_left_free(void **state) {
  static const RefnetLabelEnds ends[] = {{0, 1}};
  static Heap heap;
  (void)state;
  make_heap(&heap, 2, 40, (RefnetBox){0, 0, 400, 300}, 1);
  heap.discs[0].middle = (RefnetPoint){100, 150};
  heap.discs[1].middle = (RefnetPoint){300, 150};
  heap.room.ends = ends;
  heap.room.line_count = 1;
  refnet_labels_make_room(&heap.room);
  assert_int_not_equal(heap.requests[0].side, 1); /* right of it runs the line */
}

/* Of a ring of discs, how far drawn distances are from the steps around it. */
static double ring_stress(const RefnetLabelDisc *discs, guint32 count) {
  double ratio = 0, square = 0, pairs = count * (count - 1) / 2.0;
  for (guint32 i = 0; i < count; i++)
    for (guint32 j = 0; j < i; j++) {
      double length =
          hypot(discs[i].middle.x - discs[j].middle.x, discs[i].middle.y - discs[j].middle.y);
      double share = length / MIN(i - j, count - (i - j));
      ratio += share;
      square += share * share;
    }
  return 1 - ratio * ratio / square / pairs;
}

static void test_discs_settle(void **state) {
  enum { COUNT = 40 };
  static const RefnetBox area = {0, 0, 1400, 900};
  static guint16 distance[COUNT * COUNT];
  static Heap heap, settled;
  (void)state;
  for (guint32 i = 0; i < COUNT; i++)
    for (guint32 j = 0; j < COUNT; j++)
      distance[i * COUNT + j] = (guint16)MIN((i + COUNT - j) % COUNT, (j + COUNT - i) % COUNT);
  for (guint64 seed = 0; seed < 5; seed++) {
    make_heap(&heap, COUNT, 100, area, seed);
    make_heap(&settled, COUNT, 100, area, seed);
    settled.room.distance = distance;
    refnet_labels_make_room(&heap.room);
    refnet_labels_make_room(&settled.room);
    assert_true(ring_stress(settled.discs, COUNT) < ring_stress(heap.discs, COUNT));
    assert_int_equal(count_placed(&settled), COUNT);
    check_discs_apart(&settled);
  }
}

static void test_discs_without_a_way_stay(void **state) {
  static const guint16 distance[] = {0, G_MAXUINT16, G_MAXUINT16, 0};
  static Heap heap;
  (void)state;
  make_heap(&heap, 2, 40, (RefnetBox){0, 0, 400, 300}, 1);
  heap.discs[0].middle = (RefnetPoint){100, 150};
  heap.discs[1].middle = (RefnetPoint){300, 150};
  heap.room.distance = distance;
  refnet_labels_make_room(&heap.room);
  assert_true(heap.discs[0].middle.x == 100 && heap.discs[1].middle.x == 300);
}

static void test_nobody(void **state) {
  static Heap heap;
  (void)state;
  make_heap(&heap, 0, 40, (RefnetBox){0, 0, 400, 300}, 1);
  refnet_labels_make_room(&heap.room);
  make_heap(&heap, 1, 40, (RefnetBox){0, 0, 400, 300}, 1);
  refnet_labels_make_room(&heap.room);
  assert_int_equal(count_placed(&heap), 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_all_are_placed),
      cmocka_unit_test(test_no_room_for_all),
      cmocka_unit_test(test_who_has_room_stays),
      cmocka_unit_test(test_others_give_way_to_fixed_ones),
      cmocka_unit_test(test_lines_are_left_free),
      cmocka_unit_test(test_discs_settle),
      cmocka_unit_test(test_discs_without_a_way_stay),
      cmocka_unit_test(test_nobody),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
