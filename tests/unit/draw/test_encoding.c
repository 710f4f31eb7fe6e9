/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Facets, palettes, forms, sizes, bends, grounds, and networks that are only drawn. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "draw/drawn_network.h"
#include "draw/network/routes.h"
#include "draw/page/hulls.h"
#include "draw/signs/encoding.h"
#include "draw/signs/scales.h"
#include "made_network.h"

#define NEAR(a, b) assert_true(fabs((a) - (b)) < 1e-9)

/* ---- forms ----------------------------------------------------------------------------------- */

/* The corner that is farthest along the angle's normal decides nothing here: a ray from the middle
 * must meet the rim where refnet_form_rim says, on one of the polygon's sides. */
static void test_rims(void **state) {
  (void)state;
  for (int form = REFNET_FORM_SQUARE; form < REFNET_FORMS; form++) {
    RefnetScene *scene = refnet_scene_new(10, 10, "Form");
    const RefnetPrimitive *polygon =
        refnet_form_add((RefnetForm)form, scene, REFNET_PART_NODE, (RefnetPoint){3, 4}, 2);
    double area = 0;
    for (guint i = 0; i < polygon->point_count; i++) {
      RefnetPoint a = polygon->points[i], b = polygon->points[(i + 1) % polygon->point_count];
      area += (a.x - 3) * (b.y - 4) - (b.x - 3) * (a.y - 4);
      for (double share = 0; share < 1; share += 0.2) {
        double x = a.x + share * (b.x - a.x) - 3, y = a.y + share * (b.y - a.y) - 4;
        NEAR(refnet_form_rim((RefnetForm)form, 2, atan2(y, x)), hypot(x, y));
      }
    }
    double reach = refnet_form_reach((RefnetForm)form);
    NEAR(fabs(area) / 2, G_PI * 4 / (reach * reach));
    refnet_scene_free(scene);
  }
  NEAR(refnet_form_rim(REFNET_FORM_DISC, 2, 1), 2);
  NEAR(refnet_form_reach(REFNET_FORM_DISC), 1);
}

/* ---- figures --------------------------------------------------------------------------------- */

static RefnetPalette *classes_of(double *figures, guint32 count) {
  RefnetFacet facet = {.kind = REFNET_FACET_FIGURES, .title = (char *)"size, people a year"};
  facet.figure = figures;
  return refnet_palette_by_figures(&facet, count, refnet_colors_find(NULL, TRUE, NULL));
}

static void test_classes_of_figures(void **state) {
  double few[] = {3, 1, NAN, 3, 2}, many[100], alike[] = {7, 7}, none[] = {NAN};
  (void)state;
  RefnetPalette *palette = classes_of(few, 5);
  assert_int_equal(palette->group_count, 4);
  assert_string_equal(palette->groups[0].name, "1");
  assert_string_equal(palette->groups[2].name, "3");
  assert_int_equal(palette->groups[2].count, 2);
  assert_string_equal(palette->groups[3].name, "Size not known");
  assert_int_equal(palette->group_of[2], 3);
  refnet_palette_free(palette);

  for (guint32 i = 0; i < 100; i++)
    many[i] = i < 60 ? 0 : i; /* most are 0: they stay together */
  palette = classes_of(many, 100);
  guint32 sum = 0;
  for (guint i = 0; i < palette->group_count; i++)
    sum += palette->groups[i].count;
  assert_int_equal(sum, 100);
  assert_true(palette->group_count >= 2 && palette->group_count <= 5);
  assert_string_equal(palette->groups[0].name, "0");
  assert_int_equal(palette->groups[0].count, 60);
  for (guint32 i = 1; i < 100; i++)
    assert_true(palette->group_of[i] >= palette->group_of[i - 1]);
  refnet_palette_free(palette);

  palette = classes_of(alike, 2);
  assert_int_equal(palette->group_count, 1);
  refnet_palette_free(palette);
  palette = classes_of(none, 1);
  assert_int_equal(palette->group_count, 1);
  assert_string_equal(palette->groups[0].name, "Size not known");
  refnet_palette_free(palette);
}

static void test_gray_groups_differ(void **state) {
  enum { GROUPS = 12 };
  char *names[GROUPS + 1] = {NULL};
  guint32 total[GROUPS], group[GROUPS];
  (void)state;
  for (guint32 i = 0; i < GROUPS; i++) {
    names[i] = (char *)"group";
    total[i] = 1;
    group[i] = i;
  }
  RefnetFacet facet = {.kind = REFNET_FACET_GROUPS,
                       .title = (char *)"kind",
                       .names = names,
                       .count = GROUPS,
                       .total = total,
                       .group = group};
  RefnetPalette *palette = refnet_palette_by_groups(&facet, GROUPS, refnet_colors_gray(FALSE), 0);
  assert_int_equal(palette->group_count, GROUPS);
  for (guint i = 0; i < GROUPS; i++)
    for (guint k = 0; k < i; k++)
      assert_true(palette->groups[i].form != palette->groups[k].form ||
                  palette->groups[i].fill.red != palette->groups[k].fill.red);
  refnet_palette_free(palette);
  palette = refnet_palette_by_groups(&facet, GROUPS, refnet_colors_gray(FALSE), 3);
  assert_int_equal(palette->group_count, 4);
  assert_string_equal(palette->groups[3].name, "Other (9 kinds)");
  assert_int_equal(palette->groups[3].count, 9);
  refnet_palette_free(palette);
}

static const RefnetGroup *group_called(const RefnetPalette *palette, const char *name) {
  for (guint i = 0; i < palette->group_count; i++)
    if (g_str_equal(palette->groups[i].name, name))
      return &palette->groups[i];
  return NULL;
}

static gboolean look_alike(const RefnetGroup *one, const RefnetGroup *two) {
  return one->form == two->form && one->fill.red == two->fill.red;
}

/* Four looks, eight groups: those of the whole map keep theirs in a part of it. */
static void test_groups_look_the_same_on_parts(void **state) {
  static const char *const names[] = {"A", "B", "C", "D", "E", "F", "G", "H", NULL};
  static guint32 total[] = {80, 70, 60, 50, 40, 30, 20, 10};
  static guint32 whole[] = {0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 0, 1, 2, 0, 1, 0};
  static guint32 part[] = {6, 6, 6, 2, 2, 5};
  RefnetFacet facet = {.kind = REFNET_FACET_GROUPS,
                       .title = (char *)"kind",
                       .names = (char **)(gpointer)names,
                       .count = 8,
                       .total = total,
                       .group = whole};
  (void)state;
  RefnetPalette *all = refnet_palette_by_groups(&facet, 18, refnet_colors_gray(FALSE), 4);
  facet.group = part;
  RefnetPalette *some = refnet_palette_by_groups(&facet, 6, refnet_colors_gray(FALSE), 4);
  assert_string_equal(some->groups[0].name, "G");
  assert_true(look_alike(group_called(all, "C"), group_called(some, "C")));
  assert_false(look_alike(group_called(some, "G"), group_called(some, "C")));
  assert_false(look_alike(group_called(some, "G"), group_called(some, "F")));
  assert_false(look_alike(group_called(some, "F"), group_called(some, "C")));
  refnet_palette_free(all);
  refnet_palette_free(some);
}

/* ---- sizes ----------------------------------------------------------------------------------- */

static void test_sizes_share_areas(void **state) {
  RefnetScales scales = {.smallest_radius = 3, .largest_radius = 21};
  RefnetEncoding encoding = {.least_size = 10, .most_size = 200};
  (void)state;
  NEAR(refnet_scales_radius(&scales, 0), 3);
  NEAR(refnet_scales_radius(&scales, 1), 21);
  NEAR(refnet_encoding_share(&encoding, 200), 1);
  NEAR(refnet_encoding_share(&encoding, 50), 0.25);
  NEAR(refnet_encoding_share(&encoding, NAN), 0);
  encoding.least_size = -100;
  NEAR(refnet_encoding_share(&encoding, 50), 0.5);
  encoding.most_size = NAN;
  NEAR(refnet_encoding_share(&encoding, 50), 0);
}

static void test_pages_zoom(void **state) {
  (void)state;
  NEAR(refnet_scales_zoom(50, 0, 0, 0), 1);
  NEAR(refnet_scales_zoom(50, 1600, 900, 0), 1);
  NEAR(refnet_scales_zoom(50, 3200, 1800, 0), 2);
  NEAR(refnet_scales_zoom(50, 960, 540, 18), 1.5);
  assert_true(refnet_scales_zoom(50, 400, 225, 0) * 10.5 >= 7 - 1e-9);
}

/* ---- bends ----------------------------------------------------------------------------------- */

static void test_bends_around_discs(void **state) {
  RefnetPoint middles[] = {{0, 0}, {200, 0}, {100, 1}};
  double radii[] = {8, 8, 8};
  RefnetObstacles obstacles = {
      .middles = middles, .radii = radii, .disc_count = 3, .area = {-50, -50, 300, 100}};
  RefnetEdge edge = {
      .from = {0, 0}, .to = {200, 0}, .from_radius = 8, .to_radius = 8, .owner = 0, .other = 1};
  (void)state;
  double bend = refnet_route_bend(&edge, &obstacles);
  assert_true(fabs(bend) > 8);
  edge.bend = bend;
  RefnetPoint points[3];
  refnet_edge_points(&edge, points);
  for (double share = 0; share <= 1; share += 0.01) {
    RefnetPoint at = refnet_curve_at(points, share);
    assert_true(hypot(at.x - 100, at.y - 1) > 8);
  }
  NEAR(fabs(refnet_curve_at(points, 0.5).y), fabs(bend));
  edge.bend = 0;
  obstacles.area = (RefnetBox){-50, -5, 300, 100};
  assert_true(refnet_route_bend(&edge, &obstacles) < -8);
  obstacles.area = (RefnetBox){-50, -5, 300, 10};
  NEAR(refnet_route_bend(&edge, &obstacles), 0);
  obstacles.area = (RefnetBox){-50, -50, 300, 100};
  obstacles.disc_count = 2;
  NEAR(refnet_route_bend(&edge, &obstacles), 0);
}

/* ---- networks that are only drawn ------------------------------------------------------------ */

static void check_ties(const RefnetNetwork *network) {
  for (guint32 v = 0; v < network->vertices; v++)
    for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++) {
      guint32 w = network->neighbor[i];
      guint64 tie = network->tie_of[i];
      assert_int_equal(network->tie_a[tie], MIN(v, w));
      assert_int_equal(network->tie_b[tie], MAX(v, w));
      assert_int_equal(refnet_network_find_tie(network, v, w), tie);
    }
  for (guint64 i = 0; i < network->arcs; i++)
    assert_int_equal(refnet_network_find_arc(network, network->arc_from[i], network->arc_to[i]), i);
  for (guint32 v = 0; v < network->vertices; v++)
    for (guint64 i = network->in_start[v]; i < network->in_start[v + 1]; i++)
      assert_int_equal(network->arc_to[network->in_arc[i]], v);
}

static void test_network_of_given_arcs(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 20; seed++) {
    MadeNetwork *made = made_random_network(30, 60, seed);
    const RefnetNetwork *whole = &made->network;
    g_autofree RefnetDrawnArc *arcs = g_new(RefnetDrawnArc, whole->arcs + 1);
    for (guint64 i = 0; i < whole->arcs; i++) /* in any order */
      arcs[whole->arcs - 1 - i] =
          (RefnetDrawnArc){whole->arc_from[i], whole->arc_to[i], whole->arc_count[i]};
    g_autoptr(RefnetNetwork) drawn = refnet_drawn_network_new(
        whole->dataset, whole->organization, whole->vertices, arcs, whole->arcs, FALSE);
    check_ties(drawn);
    assert_int_equal(drawn->arcs, whole->arcs);
    for (guint64 i = 0; i < drawn->arcs; i++)
      assert_int_equal(drawn->arc_count[i], whole->arc_count[i]);
    made_network_free(made);
  }
}

static void test_measures_of_a_part_are_those_in_the_whole(void **state) {
  (void)state;
  MadeNetwork *made = made_random_network(30, 60, 1);
  guint8 kept[30];
  for (guint32 v = 0; v < 30; v++) {
    kept[v] = v % 3 != 0;
    made->measures.vertices[v].coreness = v;
  }
  g_autoptr(RefnetNetwork) part = refnet_network_part(&made->network, kept, NULL);
  RefnetMeasures measures = refnet_drawn_measures(&made->measures, part);
  assert_int_equal(part->vertices, 20);
  check_ties(part);
  for (guint32 v = 0; v < part->vertices; v++)
    assert_int_equal(measures.vertices[v].coreness, part->organization[v]);
  g_free(measures.vertices);
  made_network_free(made);
}

/* ---- grounds --------------------------------------------------------------------------------- */

/* In the shape, as it is filled? */
static gboolean shape_contains(const GPtrArray *rings, RefnetPoint point) {
  gboolean inside = FALSE;
  for (guint i = 0; i < rings->len; i++)
    inside ^= refnet_ring_contains(g_ptr_array_index(rings, i), point);
  return inside;
}

/* Points on the rim of a form belong to the ground of its group, and to nobody else's. */
static void check_shape(const GArray *members, const RefnetHullPlaces *places) {
  g_autoptr(GPtrArray) rings = refnet_hull_shape_new(members, places, 14);
  for (guint32 v = 0; v < places->count; v++) {
    gboolean is_member = FALSE;
    for (guint i = 0; i < members->len; i++)
      is_member |= g_array_index(members, guint32, i) == v;
    for (int turn = 0; turn < 8; turn++) {
      double x = cos(turn * G_PI / 4), y = sin(turn * G_PI / 4), radius = places->radius[v] - 0.5;
      RefnetPoint at = {places->position[v].x + radius * x, places->position[v].y + radius * y};
      assert_int_equal(shape_contains(rings, at), is_member);
    }
  }
}

static void test_hulls_never_claim_others(void **state) {
  RefnetRandom random;
  (void)state;
  refnet_random_seed(&random, 3);
  for (int round = 0; round < 20; round++) {
    RefnetPoint position[120];
    double radius[120];
    RefnetHullPlaces places = {position, radius, 0};
    g_autoptr(GArray) members = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (int attempt = 0; attempt < 120; attempt++) {
      guint32 v = places.count;
      position[v] =
          (RefnetPoint){refnet_random_unit(&random) * 500, refnet_random_unit(&random) * 300};
      radius[v] = 4 + 10 * refnet_random_unit(&random);
      gboolean is_free = TRUE;
      for (guint32 w = 0; w < v; w++)
        is_free &= hypot(position[v].x - position[w].x, position[v].y - position[w].y) >
                   radius[v] + radius[w] + 3;
      places.count += is_free;
      if (is_free && refnet_random_unit(&random) < 0.4)
        g_array_append_val(members, v);
    }
    check_shape(members, &places);
  }
}

static void test_hulls_hold_members_alone(void **state) {
  static const char *const names[] = {"A", "B", "C", "D"}, *const sectors[] = {"Food", "Faith"};
  guint32 sector[] = {0, 0, 1, REFNET_NONE};
  MadeArc arcs[] = {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}};
  RefnetPoint position[] = {{20, 40}, {120, 40}, {70, 80}, {220, 40}};
  double radius[] = {5, 5, 5, 5};
  RefnetHullPlaces places = {position, radius, 4};
  (void)state;
  MadeNetwork *made = made_network_new(names, sector, 4, sectors, 2, arcs, 3);
  RefnetHulls *hulls = refnet_hulls_new(&made->network, NULL, REFNET_MAP_HULLS_SECTOR);
  assert_int_equal(hulls->palette->group_count, 1);
  assert_string_equal(hulls->palette->groups[0].name, "Food");
  RefnetScene *scene = refnet_scene_new(300, 100, "Hulls");
  g_autoptr(GPtrArray) shapes = refnet_hulls_draw(hulls, &places, scene);
  /* One piece: a band joins the two. */
  assert_int_equal(refnet_scene_length(scene), 1);
  assert_int_equal(refnet_scene_at(scene, 0)->part, REFNET_PART_HULL);
  assert_true(shape_contains(g_ptr_array_index(shapes, 0), (RefnetPoint){70, 40}));
  check_shape(g_ptr_array_index(hulls->members, 0), &places);
  /* Two: the others lie between. */
  position[2] = (RefnetPoint){70, 40};
  check_shape(g_ptr_array_index(hulls->members, 0), &places);
  assert_null(refnet_hulls_new(&made->network, NULL, REFNET_MAP_HULLS_NONE));
  refnet_scene_free(scene);
  refnet_hulls_free(hulls);
  made_network_free(made);
}

/* ---- options on all kinds of networks -------------------------------------------------------- */

static void test_options_on_small_networks(void **state) {
  static const RefnetMapOptions choices[] = {
      {.color_by = "degree", .size_by = "none"},
      {.shape_by = "sector", .label = REFNET_MAP_LABEL_NAME},
      {.grayscale = TRUE, .label = REFNET_MAP_LABEL_ID, .hulls = REFNET_MAP_HULLS_SECTOR},
      {.color_by = "none", .label = REFNET_MAP_LABEL_NONE, .palette = "set2"},
      {.width = 960, .height = 540, .least_text = 18},
      {.width = 595, .height = 842, .size_by = "capacity"}};
  (void)state;
  for (guint32 count = 0; count <= 24; count += count < 3 ? 1 : 7)
    for (gsize i = 0; i < G_N_ELEMENTS(choices); i++)
      for (gsize arcs = 0; arcs <= 2 * count; arcs += 2 * count + 1 - count) {
        MadeNetwork *made = made_random_network(count, arcs, count + i);
        RefnetMapOptions options = choices[i];
        GError *error = NULL;
        options.as_of = REFNET_DATE_UNKNOWN;
        RefnetMap *map = refnet_map_new(&made->network, &made->measures, &options, &error);
        assert_null(error);
        assert_non_null(map);
        refnet_map_free(map);
        made_network_free(made);
      }
}

static void test_refused(void **state) {
  static const RefnetMapOptions wrong[] = {{.color_by = "sektor"},
                                           {.size_by = "sector"},
                                           {.shape_by = "degree"},
                                           {.palette = "viridis"},
                                           {.color_by = "degree", .palette = "set2"},
                                           {.hulls = REFNET_MAP_HULLS_COMMUNITY},
                                           {.size_by = "betweenness"}};
  (void)state;
  MadeNetwork *made = made_random_network(9, 12, 1);
  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
    GError *error = NULL;
    assert_null(refnet_map_new(&made->network, NULL, &wrong[i], &error));
    assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
    g_clear_error(&error);
  }
  made_network_free(made);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rims),
      cmocka_unit_test(test_classes_of_figures),
      cmocka_unit_test(test_gray_groups_differ),
      cmocka_unit_test(test_groups_look_the_same_on_parts),
      cmocka_unit_test(test_sizes_share_areas),
      cmocka_unit_test(test_pages_zoom),
      cmocka_unit_test(test_bends_around_discs),
      cmocka_unit_test(test_network_of_given_arcs),
      cmocka_unit_test(test_measures_of_a_part_are_those_in_the_whole),
      cmocka_unit_test(test_hulls_hold_members_alone),
      cmocka_unit_test(test_hulls_never_claim_others),
      cmocka_unit_test(test_options_on_small_networks),
      cmocka_unit_test(test_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
