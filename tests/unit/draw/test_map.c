/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Maps as a whole: everything on the page, nothing over anything. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "unit/draw/made_map.h"

/* ---- geometry -------------------------------------------------------------------------------- */

static const RefnetPrimitive *disc_of(const RefnetScene *scene, guint32 owner) {
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *primitive = refnet_scene_at(scene, i);
    if (primitive->part == REFNET_PART_NODE && primitive->owner == owner)
      return primitive;
  }
  fail_msg("organization %u is not on the map", owner);
  return NULL;
}

static gboolean same_label(const RefnetPrimitive *a, const RefnetPrimitive *b) {
  return a->part == b->part && a->owner == b->owner;
}

static gboolean is_text_beside_map(const RefnetPrimitive *primitive) {
  return primitive->part == REFNET_PART_LEGEND || primitive->part == REFNET_PART_KEY ||
         primitive->part == REFNET_PART_TITLE || primitive->part == REFNET_PART_SUBTITLE ||
         primitive->part == REFNET_PART_SOURCE;
}

/* Where a line through the middle of `label`, at right angles to one side of it, is covered by
 * `other`: do the two lie apart there? */
static gboolean apart_along(RefnetBox label, const RefnetPoint corners[4], gboolean downwards) {
  double from = G_MAXDOUBLE, to = -G_MAXDOUBLE;
  for (int i = 0; i < 4; i++) {
    from = MIN(from, downwards ? corners[i].y : corners[i].x);
    to = MAX(to, downwards ? corners[i].y : corners[i].x);
  }
  double low = downwards ? label.y : label.x, size = downwards ? label.height : label.width;
  return from >= low + size - TOLERANCE || to <= low + TOLERANCE;
}

/* Is there a side of the one beyond which all of the other lies? */
static gboolean lies_beside(const RefnetPrimitive *label, const RefnetPrimitive *other) {
  RefnetBox box = refnet_scene_text_upright(label, label->begin);
  RefnetBox far = refnet_scene_text_upright(other, other->begin);
  RefnetPoint corners[4];
  for (int i = 0; i < 4; i++) {
    RefnetPoint corner = {far.x + (i & 1 ? far.width : 0), far.y + (i & 2 ? far.height : 0)};
    corners[i] = refnet_point_turn(refnet_point_turn(corner, other->begin, other->angle),
                                   label->begin, -label->angle);
  }
  return apart_along(box, corners, FALSE) || apart_along(box, corners, TRUE);
}

static void check_label_is_free(const RefnetScene *scene, const RefnetPrimitive *label) {
  RefnetBox upright = refnet_scene_text_upright(label, label->begin);
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *other = refnet_scene_at(scene, i);
    if (other == label)
      continue;
    if ((other->part == REFNET_PART_LABEL && !same_label(label, other)) ||
        is_text_beside_map(other))
      assert_true(lies_beside(label, other) || lies_beside(other, label));
    if (other->part == REFNET_PART_NODE)
      assert_false(refnet_box_meets_disc(
          upright, refnet_point_turn(other->points[0], label->begin, -label->angle),
          other->radius - TOLERANCE));
  }
}

static void check_disc_is_free(const RefnetScene *scene, const RefnetPrimitive *disc) {
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *other = refnet_scene_at(scene, i);
    if (is_text_beside_map(other))
      assert_false(refnet_box_overlaps(disc->box, other->box));
    if (other->part == REFNET_PART_NODE && other != disc)
      assert_true(
          hypot(disc->points[0].x - other->points[0].x, disc->points[0].y - other->points[0].y) >=
          disc->radius + other->radius - TOLERANCE);
  }
}

/* The tip lies on the rim of one of the two discs and points at its middle. */
static void check_arrowhead(const RefnetScene *scene, const RefnetPrimitive *head) {
  const RefnetPrimitive *ends[] = {disc_of(scene, head->owner), disc_of(scene, head->other)};
  double nearest = G_MAXDOUBLE;
  for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
    double distance =
        hypot(head->points[0].x - ends[i]->points[0].x, head->points[0].y - ends[i]->points[0].y);
    nearest = MIN(nearest, fabs(distance - ends[i]->radius));
  }
  assert_true(nearest <= 0.5);
}

/* Numbers on the map and numbers in the key are the same, each once. */
static void check_key(const RefnetScene *scene) {
  guint on_map[1024] = {0}, in_key[1024] = {0};
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *text = refnet_scene_at(scene, i);
    guint64 number;
    if (text->shape != REFNET_SHAPE_TEXT || !text->font.bold ||
        !refnet_count_parse(text->text, &number) || number >= G_N_ELEMENTS(on_map))
      continue;
    on_map[number] += text->part == REFNET_PART_LABEL;
    in_key[number] += text->part == REFNET_PART_KEY;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(on_map); i++) {
    assert_int_equal(on_map[i], in_key[i]);
    assert_true(on_map[i] <= 1);
  }
}

static void check_layout(const MadeNetwork *made, RefnetLayoutKind layout, gboolean all_labeled) {
  RefnetMap *map = map_with_layout(made, layout);
  const RefnetScene *scene = map->scene;
  guint labeled = 0;
  const RefnetPrimitive *last = NULL;
  assert_int_equal(count_part(scene, REFNET_PART_NODE), made->network.vertices);
  assert_int_equal(count_part(scene, REFNET_PART_EDGE), made->network.ties);
  check_on_page(scene);
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *primitive = refnet_scene_at(scene, i);
    if (primitive->part == REFNET_PART_LABEL) {
      labeled += !last || !same_label(last, primitive);
      last = primitive;
      check_label_is_free(scene, primitive);
    } else if (primitive->part == REFNET_PART_NODE) {
      check_disc_is_free(scene, primitive);
    } else if (primitive->part == REFNET_PART_ARROWHEAD) {
      check_arrowhead(scene, primitive);
    }
  }
  if (all_labeled)
    assert_int_equal(labeled, made->network.vertices);
  check_key(scene);
  refnet_map_free(map);
}

static void check_geometry(const MadeNetwork *made, gboolean all_labeled) {
  check_layout(made, REFNET_LAYOUT_STRESS, all_labeled);
}

static void test_random_networks(void **state) {
  static const guint32 counts[] = {1, 2, 3, 4, 5, 7, 10, 15, 22, 30, 45, 60, 80, 101, 120};
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(counts); i++)
    for (guint64 seed = 0; seed < 2; seed++) {
      MadeNetwork *made = made_random_network(counts[i], counts[i] * (1 + seed), seed + i);
      check_geometry(made, TRUE);
      made_network_free(made);
    }
}

static void put_into_communities(MadeNetwork *made, guint32 count) {
  made->measures.communities = count;
  for (guint32 v = 0; v < made->network.vertices; v++)
    made->measures.vertices[v].community = v % count + 1;
}

static void test_every_layout(void **state) {
  static const guint32 counts[] = {1, 2, 9, 26, 60, 110};
  static const RefnetLayoutKind layouts[] = {REFNET_LAYOUT_CIRCLE, REFNET_LAYOUT_SECTORS,
                                             REFNET_LAYOUT_LAYERS, REFNET_LAYOUT_COMMUNITIES};
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(counts); i++)
    for (gsize k = 0; k < G_N_ELEMENTS(layouts); k++) {
      MadeNetwork *made = made_random_network(counts[i], counts[i] * 3 / 2, i);
      put_into_communities(made, 4);
      check_layout(made, layouts[k], FALSE);
      made_network_free(made);
    }
}

/* Of forty and more around a circle the names turn outward, none upside down and each beside its
 * disc, all of them named. */
static void test_names_turn_around_a_circle(void **state) {
  (void)state;
  static const guint32 counts[] = {45, 60, 100, 180, 300};
  for (gsize i = 0; i < G_N_ELEMENTS(counts); i++) {
    MadeNetwork *made = made_random_network(counts[i], (gsize)counts[i] * 2, i + 5);
    g_autoptr(RefnetMap) map = map_with_layout(made, REFNET_LAYOUT_CIRCLE);
    check_layout(made, REFNET_LAYOUT_CIRCLE, TRUE);
    guint turned = 0, lines = 0;
    for (gsize k = 0; k < refnet_scene_length(map->scene); k++) {
      const RefnetPrimitive *line = refnet_scene_at(map->scene, k);
      if (line->part != REFNET_PART_LABEL ||
          refnet_network_degree(&made->network, line->owner) == 0)
        continue;
      const RefnetPrimitive *disc = disc_of(map->scene, line->owner);
      RefnetBox upright = refnet_scene_text_upright(line, line->begin);
      RefnetPoint middle = refnet_point_turn(disc->points[0], line->begin, -line->angle);
      assert_true(line->angle > -G_PI / 2 - 1e-9 && line->angle < G_PI / 2 + 1e-9);
      assert_true(fabs(upright.y + upright.height / 2 - middle.y) < 3 * upright.height);
      turned += line->angle != 0;
      lines++;
    }
    assert_true(turned + 4 >= lines);
    assert_int_equal(count_part(map->scene, REFNET_PART_KEY), 0);
    made_network_free(made);
  }
}

/* Where names don't turn, as on a slide, the discs lie on one ellipse all the same. */
static void test_circle_on_a_slide(void **state) {
  enum { COUNT = 64 };
  MadeArc arcs[2 * COUNT];
  const char *names[COUNT];
  (void)state;
  for (guint32 i = 0; i < COUNT; i++) {
    names[i] = "Northport Food Pantry";
    arcs[i] = (MadeArc){i, (i + 1) % COUNT, 1};
    arcs[COUNT + i] = (MadeArc){i, i * i % COUNT == i ? (i + 2) % COUNT : i * i % COUNT, 1};
  }
  MadeNetwork *made = made_network_new(names, NULL, COUNT, NULL, 0, arcs, 2 * COUNT);
  RefnetMapOptions options = {
      .layout = REFNET_LAYOUT_CIRCLE, .seed = 1, .width = 720, .height = 405, .least_text = 18};
  g_autoptr(RefnetMap) map = refnet_map_new(&made->network, &made->measures, &options, NULL);
  double left = G_MAXDOUBLE, right = 0, top = G_MAXDOUBLE, bottom = 0;
  assert_non_null(map);
  for (int round = 0; round < 2; round++)
    for (guint32 v = 0; v < COUNT; v++) {
      RefnetPoint at = disc_of(map->scene, v)->points[0];
      double x = (2 * at.x - left - right) / (right - left);
      double y = (2 * at.y - top - bottom) / (bottom - top);
      assert_true(round == 0 || fabs(hypot(x, y) - 1) < 0.02);
      left = MIN(left, at.x);
      right = MAX(right, at.x);
      top = MIN(top, at.y);
      bottom = MAX(bottom, at.y);
    }
  made_network_free(made);
}

/* Where names have no room they don't push everybody onto a heap: the first are named, and discs
 * lie all over the drawing. */
static void test_long_names_on_a_slide(void **state) {
  (void)state;
  enum { COUNT = 36 };
  MadeNetwork *made = made_random_network(COUNT, 2 * COUNT, 3);
  RefnetOrganization *organizations = (RefnetOrganization *)made->dataset.organizations;
  for (guint32 v = 0; v < COUNT; v++)
    organizations[v].name = "Interdenominational Partnership for the Advancement of Comprehensive "
                            "Wellbeing and Inclusion of All";
  RefnetMapOptions options = {.seed = 1, .dpi = 40, .width = 960, .height = 540, .least_text = 18};
  g_autoptr(RefnetMap) map = refnet_map_new(&made->network, &made->measures, &options, NULL);
  assert_non_null(map);
  RefnetBox discs = {0, 0, 0, 0};
  guint labels = 0;
  for (gsize i = 0; i < refnet_scene_length(map->scene); i++) {
    const RefnetPrimitive *primitive = refnet_scene_at(map->scene, i);
    gboolean is_tied =
        primitive->owner != REFNET_NONE && refnet_network_degree(&made->network, primitive->owner);
    if (primitive->part == REFNET_PART_NODE && is_tied)
      discs = discs.width > 0 ? refnet_box_union(discs, primitive->box) : primitive->box;
    labels += primitive->part == REFNET_PART_LABEL && is_tied;
  }
  assert_true(labels >= 3);
  assert_true(discs.width > discs.height);
  made_network_free(made);
}

static void test_hundreds(void **state) {
  (void)state;
  MadeNetwork *made = made_random_network(300, 700, 5);
  check_geometry(made, FALSE);
  made_network_free(made);
  made = made_random_network(700, 1500, 6);
  check_geometry(made, FALSE);
  made_network_free(made);
}

/* More than 300 are drawn by community, in panels that are told of. */
static void test_hundreds_by_community(void **state) {
  static const guint32 counts[] = {310, 640};
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(counts); i++) {
    MadeNetwork *made = made_random_network(counts[i], counts[i] * 2, i);
    put_into_communities(made, 12);
    check_layout(made, REFNET_LAYOUT_CHOSEN, FALSE);
    RefnetMap *map = map_with_layout(made, REFNET_LAYOUT_CHOSEN);
    guint panels = 0;
    for (gsize k = 0; k < refnet_scene_length(map->scene); k++) {
      const RefnetPrimitive *panel = refnet_scene_at(map->scene, k);
      panels += panel->part == REFNET_PART_PANEL && panel->shape == REFNET_SHAPE_RECTANGLE;
    }
    assert_int_equal(panels, 12);
    assert_true(has_text(map->scene, "Fields: communities"));
    assert_true(has_text(map->scene, "between communities"));
    refnet_map_free(map);
    made_network_free(made);
  }
}

static void test_only_isolates(void **state) {
  static const guint32 counts[] = {1, 20, 200};
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(counts); i++) {
    MadeNetwork *made = made_random_network(counts[i], 0, i);
    check_geometry(made, TRUE);
    made_network_free(made);
  }
}

static void test_many_components(void **state) {
  MadeArc arcs[30];
  const char *names[60];
  (void)state;
  for (guint32 i = 0; i < 60; i++)
    names[i] = made_odd_names[i % G_N_ELEMENTS(made_odd_names)];
  for (guint32 i = 0; i < 30; i++)
    arcs[i] = (MadeArc){2 * i, 2 * i + 1, i + 1};
  MadeNetwork *made = made_network_new(names, NULL, 60, NULL, 0, arcs, 30);
  check_geometry(made, TRUE);
  made_network_free(made);
}

static void test_star_and_clique(void **state) {
  MadeArc arcs[30 * 29];
  const char *names[31];
  gsize count = 0;
  (void)state;
  for (guint32 i = 0; i < 31; i++)
    names[i] = "Northport Food Pantry";
  for (guint32 i = 1; i < 31; i++)
    arcs[i - 1] = (MadeArc){0, i, i};
  MadeNetwork *made = made_network_new(names, NULL, 31, NULL, 0, arcs, 30);
  check_geometry(made, TRUE);
  made_network_free(made);
  for (guint32 i = 0; i < 30; i++)
    for (guint32 j = 0; j < 30; j++)
      if (i != j)
        arcs[count++] = (MadeArc){i, j, 1};
  made = made_network_new(names, NULL, 30, NULL, 0, arcs, count);
  check_geometry(made, TRUE);
  made_network_free(made);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_random_networks),
      cmocka_unit_test(test_every_layout),
      cmocka_unit_test(test_names_turn_around_a_circle),
      cmocka_unit_test(test_circle_on_a_slide),
      cmocka_unit_test(test_long_names_on_a_slide),
      cmocka_unit_test(test_hundreds),
      cmocka_unit_test(test_hundreds_by_community),
      cmocka_unit_test(test_only_isolates),
      cmocka_unit_test(test_many_components),
      cmocka_unit_test(test_star_and_clique),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  refnet_draw_cleanup();
  return failed;
}
