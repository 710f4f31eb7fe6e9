/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Boxes, and what a scene keeps of its primitives. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "draw/scene/halos.h"
#include "draw/scene/scene.h"
#include "draw/signs/edges.h"

static void test_boxes(void **state) {
  RefnetBox a = {0, 0, 10, 10}, b = {10, 0, 5, 5}, c = {9, 9, 5, 5};
  (void)state;
  assert_false(refnet_box_overlaps(a, b));
  assert_true(refnet_box_overlaps(a, c));
  assert_true(refnet_box_overlaps(refnet_box_grow(a, 1), b));
  assert_true(refnet_box_inside((RefnetBox){0, 0, 10, 10}, a));
  assert_false(refnet_box_inside(c, a));
  RefnetBox both = refnet_box_union(a, c);
  assert_true(both.x == 0 && both.y == 0 && both.width == 14 && both.height == 14);
}

static void test_box_and_disc(void **state) {
  RefnetBox box = {0, 0, 10, 10};
  (void)state;
  assert_true(refnet_box_meets_disc(box, (RefnetPoint){5, 5}, 1));
  assert_true(refnet_box_meets_disc(box, (RefnetPoint){12, 5}, 2.1));
  assert_false(refnet_box_meets_disc(box, (RefnetPoint){12, 5}, 2));
  assert_false(refnet_box_meets_disc(box, (RefnetPoint){12, 12}, 2.8));
  assert_true(refnet_box_meets_disc(box, (RefnetPoint){12, 12}, 2.9));
}

static void test_primitives_are_copied(void **state) {
  char text[] = "Harbor";
  RefnetPoint points[] = {{1, 2}, {5, -2}, {3, 9}};
  (void)state;
  RefnetScene *scene = refnet_scene_new(100, 50, "Title");
  guint32 owner = refnet_scene_add_owner(scene, "id", "name");
  refnet_scene_add_polygon(scene, REFNET_PART_ARROWHEAD, points, 3)->owner = owner;
  refnet_scene_add_text(scene, REFNET_PART_LABEL, text, (RefnetFont){12, FALSE},
                        (RefnetBox){0, 0, 40, 14}, 11);
  text[0] = 'X';
  points[0].x = 99;
  const RefnetPrimitive *polygon = refnet_scene_at(scene, 0);
  assert_int_equal(refnet_scene_length(scene), 2);
  assert_true(polygon->points[0].x == 1);
  assert_true(polygon->box.x == 1 && polygon->box.y == -2);
  assert_true(polygon->box.width == 4 && polygon->box.height == 11);
  assert_string_equal(refnet_scene_at(scene, 1)->text, "Harbor");
  assert_string_equal(refnet_scene_owner(scene, polygon->owner)->id, "id");
  refnet_scene_free(scene);
}

static RefnetScene *scene_with_edge(RefnetEdge edge) {
  RefnetScene *scene = refnet_scene_new(200, 200, "Edge");
  edge.width = 2;
  refnet_edge_draw(&edge, REFNET_PART_EDGE, REFNET_PART_ARROWHEAD, scene);
  return scene;
}

static void test_arrowheads(void **state) {
  RefnetEdge edge = {
      .from = {0, 0}, .to = {100, 0}, .from_radius = 10, .to_radius = 20, .owner = 1, .other = 2};
  (void)state;
  edge.arrows = TRUE;
  RefnetScene *one_way = scene_with_edge(edge);
  assert_int_equal(refnet_scene_length(one_way), 2);
  assert_true(ABS(refnet_scene_at(one_way, 1)->points[0].x - 80) <= 0.5);
  assert_true(refnet_scene_at(one_way, 0)->points[1].x < 80);
  refnet_scene_free(one_way);
  edge.two_way = TRUE;
  RefnetScene *two_way = scene_with_edge(edge);
  assert_int_equal(refnet_scene_length(two_way), 3);
  assert_true(ABS(refnet_scene_at(two_way, 2)->points[0].x - 10) <= 0.5);
  assert_int_equal(refnet_scene_at(two_way, 1)->other, 2);
  assert_int_equal(refnet_scene_at(two_way, 2)->other, 1);
  refnet_scene_free(two_way);
  edge.arrows = FALSE;
  RefnetScene *plain = scene_with_edge(edge);
  assert_int_equal(refnet_scene_length(plain), 1);
  refnet_scene_free(plain);
}

static void test_edge_without_room(void **state) {
  RefnetEdge edge = {.from_radius = 10, .to_radius = 10, .arrows = TRUE, .two_way = TRUE};
  (void)state;
  RefnetScene *scene = scene_with_edge(edge);
  const RefnetPrimitive *line = refnet_scene_at(scene, 0);
  assert_int_equal(refnet_scene_length(scene), 1);
  assert_true(line->points[0].x == line->points[1].x && line->points[0].y == line->points[1].y);
  refnet_scene_free(scene);
}

static RefnetPrimitive *add_name(RefnetScene *scene, RefnetBox box) {
  RefnetFont font = {10, FALSE};
  RefnetPrimitive *name =
      refnet_scene_add_text(scene, REFNET_PART_LABEL, "Name", font, box, box.y + 9);
  name->halo = 2;
  return name;
}

static void test_halos_are_where_something_lies_below(void **state) {
  g_autoptr(RefnetScene) scene = refnet_scene_new(400, 300, "Map");
  RefnetBox page = {0, 0, 400, 300};
  (void)state;
  refnet_scene_add_rectangle(scene, REFNET_PART_PAGE, page);
  /* Down through the first name at 30 of its 100 points; past the second by 2.4; below one. */
  refnet_scene_add_line(scene, REFNET_PART_EDGE, (RefnetPoint){80, 0}, (RefnetPoint){80, 52});
  refnet_scene_add_curve(scene, REFNET_PART_EDGE, (RefnetPoint){50, 95}, (RefnetPoint){100, 60},
                         (RefnetPoint){150, 95});
  refnet_scene_add_disc(scene, REFNET_PART_NODE, (RefnetPoint){300, 200}, 5);
  gsize first = refnet_scene_length(scene);
  add_name(scene, (RefnetBox){50, 20, 100, 12});
  add_name(scene, (RefnetBox){50, 100, 100, 12});
  add_name(scene, (RefnetBox){200, 250, 100, 12});
  add_name(scene, (RefnetBox){250, 195, 100, 12});
  /* What is drawn later is not below. */
  refnet_scene_add_line(scene, REFNET_PART_EDGE, (RefnetPoint){200, 255}, (RefnetPoint){300, 255});
  refnet_scene_thin_halos(scene);
  const RefnetPrimitive *name = refnet_scene_at(scene, first);
  assert_true(name->halo > 0);
  assert_true(refnet_halo_is_seen(name, 29, 31));
  assert_true(refnet_halo_is_seen(name, 20, 28.5));
  assert_false(refnet_halo_is_seen(name, 0, 20));
  assert_false(refnet_halo_is_seen(name, 40, 100));
  assert_true(refnet_scene_at(scene, first + 1)->halo == 0);
  assert_true(refnet_scene_at(scene, first + 2)->halo == 0);
  assert_true(refnet_halo_is_seen(refnet_scene_at(scene, first + 3), 45, 55));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_boxes),
      cmocka_unit_test(test_box_and_disc),
      cmocka_unit_test(test_primitives_are_copied),
      cmocka_unit_test(test_arrowheads),
      cmocka_unit_test(test_edge_without_room),
      cmocka_unit_test(test_halos_are_where_something_lies_below),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
