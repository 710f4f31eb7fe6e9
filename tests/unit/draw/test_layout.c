/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Each layout keeps what it promises: rings without crossings, referrals downwards, north above,
 * sectors together, what lay somewhere still there. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib/gstdio.h>
#include <math.h>

#include "draw/layout/blocks.h"
#include "draw/layout/layout.h"
#include "unit/draw/made_network.h"

static const char *const names[40] = {"A0", "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9",
                                      "B0", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9",
                                      "C0", "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9",
                                      "D0", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9"};

static RefnetLayout *lay_out(const MadeNetwork *made, RefnetLayoutKind kind) {
  RefnetMapOptions options = {.layout = kind, .seed = 1};
  GError *error = NULL;
  RefnetLayout *layout = refnet_layout_new(&made->network, &options, &error);
  assert_null(error);
  assert_non_null(layout);
  return layout;
}

static double turn(RefnetPoint a, RefnetPoint b, RefnetPoint c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static guint count_crossings(const RefnetNetwork *network, const RefnetPoint *at) {
  guint count = 0;
  for (guint64 t = 0; t < network->ties; t++)
    for (guint64 u = 0; u < t; u++) {
      guint32 a = network->tie_a[t], b = network->tie_b[t];
      guint32 c = network->tie_a[u], d = network->tie_b[u];
      if (a != c && a != d && b != c && b != d)
        count += turn(at[a], at[b], at[c]) * turn(at[a], at[b], at[d]) < 0 &&
                 turn(at[c], at[d], at[a]) * turn(at[c], at[d], at[b]) < 0;
    }
  return count;
}

/* ---- circle ---------------------------------------------------------------------------------- */

/* A ring with chords from one organization is drawn without a crossing, whatever the numbering. */
static void test_circle_of_a_ring(void **state) {
  MadeArc arcs[32];
  (void)state;
  for (guint32 i = 0; i < 20; i++)
    arcs[i] = (MadeArc){i * 7 % 20, (i + 1) * 7 % 20, 1};
  for (guint32 i = 0; i < 12; i++)
    arcs[20 + i] = (MadeArc){0, (i + 3) * 7 % 20, 1};
  MadeNetwork *made = made_network_new(names, NULL, 20, NULL, 0, arcs, 32);
  RefnetLayout *layout = lay_out(made, REFNET_LAYOUT_CIRCLE);
  assert_int_equal(count_crossings(&made->network, layout->unit), 0);
  for (guint32 v = 0; v < 20; v++)
    assert_true(fabs(hypot(layout->unit[v].x, layout->unit[v].y) - 1) < 1e-9);
  refnet_layout_free(layout);
  made_network_free(made);
}

/* ---- layers ---------------------------------------------------------------------------------- */

static void test_layers_point_down(void **state) {
  (void)state;
  for (guint64 seed = 0; seed < 20; seed++) {
    RefnetRandom random;
    MadeArc arcs[60];
    refnet_random_seed(&random, seed);
    for (gsize i = 0; i < G_N_ELEMENTS(arcs); i++) {
      guint32 a = (guint32)refnet_random_below(&random, 40);
      guint32 b = (guint32)refnet_random_below(&random, 40);
      /* By number modulo a prime: no circle, and not in the order of numbers. */
      arcs[i] = a * 17 % 41 < b * 17 % 41 ? (MadeArc){a, b, 1} : (MadeArc){b, a, 1};
    }
    MadeNetwork *made = made_network_new(names, NULL, 40, NULL, 0, arcs, G_N_ELEMENTS(arcs));
    RefnetLayout *layout = lay_out(made, REFNET_LAYOUT_LAYERS);
    for (guint64 a = 0; a < made->network.arcs; a++)
      assert_true(layout->unit[made->network.arc_from[a]].y <
                  layout->unit[made->network.arc_to[a]].y);
    refnet_layout_free(layout);
    made_network_free(made);
  }
}

/* Of a circle of three with a chain hanging from it one link points up. */
static void test_layers_of_a_circle(void **state) {
  MadeArc arcs[] = {{0, 1, 1}, {1, 2, 1}, {2, 0, 1}, {2, 3, 1}, {3, 4, 1}};
  guint up = 0;
  (void)state;
  MadeNetwork *made = made_network_new(names, NULL, 5, NULL, 0, arcs, 5);
  RefnetLayout *layout = lay_out(made, REFNET_LAYOUT_LAYERS);
  for (guint64 a = 0; a < made->network.arcs; a++)
    up += layout->unit[made->network.arc_from[a]].y >= layout->unit[made->network.arc_to[a]].y;
  assert_int_equal(up, 1);
  refnet_layout_free(layout);
  made->network.undirected = TRUE;
  RefnetMapOptions options = {.layout = REFNET_LAYOUT_LAYERS};
  GError *error = NULL;
  assert_null(refnet_layout_new(&made->network, &options, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  g_error_free(error);
  made_network_free(made);
}

/* ---- communities ----------------------------------------------------------------------------- */

/* Panels share the page and leave nothing of it; everybody is in the panel of their community, who
 * is in a small one or in none in the last. */
static void check_communities(guint32 vertices, gsize arcs, guint32 groups) {
  MadeNetwork *made = made_random_network(vertices, arcs, 5);
  RefnetMapOptions options = {.seed = 1};
  made->measures.communities = groups + 1;
  for (guint32 v = 0; v < vertices; v++)
    made->measures.vertices[v].community = v == 7 ? groups + 1 : v == 8 ? 0 : v % groups + 1;
  RefnetLayout *layout = refnet_layout_communities(&made->network, &made->measures, &options, NULL);
  assert_non_null(layout);
  RefnetBox page = {0, 0, 1600, 900};
  RefnetFootprint *footprints = g_new0(RefnetFootprint, (gsize)vertices + 1);
  RefnetPoint *at = g_new0(RefnetPoint, (gsize)vertices + 1);
  for (guint32 v = 0; v < vertices; v++)
    footprints[v] = (RefnetFootprint){3, 3, 3, 3};
  assert_true(refnet_layout_fit(layout, footprints, page, at, NULL));
  guint32 seen = 0;
  double area = 0;
  for (guint32 p = 0; p < layout->panel_count; p++) {
    RefnetBox box = refnet_layout_panel_box(layout, page, p);
    area += box.width * box.height;
    assert_true(refnet_box_inside(box, refnet_box_grow(page, 0.01)));
    for (guint32 q = 0; q < p; q++)
      assert_false(refnet_box_overlaps(box, refnet_layout_panel_box(layout, page, q)));
    for (guint32 i = 0; i < layout->panels[p].count; i++, seen++) {
      guint32 v = layout->panel_member[layout->panels[p].first + i];
      guint32 community = made->measures.vertices[v].community;
      assert_true(refnet_box_inside((RefnetBox){at[v].x, at[v].y, 0, 0}, box));
      if (p + 1 < layout->panel_count)
        assert_int_equal(community, g_ascii_strtoull(layout->panels[p].name, NULL, 10));
    }
  }
  assert_int_equal(seen, layout->placed);
  assert_true(area > 0.8 * page.width * page.height);
  g_free(footprints);
  g_free(at);
  refnet_layout_free(layout);
  made_network_free(made);
}

static void test_communities_keep_together(void **state) {
  (void)state;
  check_communities(60, 200, 4);
  check_communities(400, 1200, 13);
  check_communities(300, 200, 20);
}

static void test_communities_of_nobody(void **state) {
  (void)state;
  MadeNetwork *made = made_random_network(5, 0, 1);
  RefnetMapOptions options = {.seed = 1};
  RefnetLayout *layout = refnet_layout_communities(&made->network, &made->measures, &options, NULL);
  assert_non_null(layout);
  assert_int_equal(layout->panel_count, 0);
  refnet_layout_free(layout);
  made_network_free(made);
}

/* ---- sectors --------------------------------------------------------------------------------- */

static void test_sectors_keep_together(void **state) {
  (void)state;
  MadeNetwork *made = made_random_network(80, 200, 3);
  RefnetLayout *layout = lay_out(made, REFNET_LAYOUT_SECTORS);
  assert_int_equal(layout->panel_count, 6);
  for (guint32 p = 0; p < layout->panel_count; p++) {
    for (guint32 q = 0; q < p; q++)
      assert_false(refnet_box_overlaps(layout->panels[p].box, layout->panels[q].box));
    for (guint32 i = 0; i < layout->placed; i++) {
      guint32 v = layout->member[i];
      guint32 sector = made->dataset.organizations[v].sector;
      const char *name =
          sector == REFNET_NONE ? "sector not known" : made->dataset.sectors.names[sector];
      RefnetBox point = {layout->unit[v].x, layout->unit[v].y, 0, 0};
      assert_int_equal(refnet_box_inside(point, layout->panels[p].box),
                       strcmp(name, layout->panels[p].name) == 0);
    }
  }
  refnet_layout_free(layout);
  made_network_free(made);
}

/* Where names of all have no room the smallest share a panel, and nobody is lost. */
static void test_small_pages_join_sectors(void **state) {
  static const double widths[] = {1200, 700, 420, 240};
  guint32 before = 6;
  (void)state;
  MadeNetwork *made = made_random_network(80, 200, 3);
  for (gsize i = 0; i < G_N_ELEMENTS(widths); i++) {
    RefnetMapOptions options = {
        .layout = REFNET_LAYOUT_SECTORS, .seed = 1, .width = widths[i], .height = widths[i] / 2};
    RefnetLayout *layout = refnet_layout_new(&made->network, &options, NULL);
    guint32 seen = 0;
    assert_non_null(layout);
    assert_in_range(layout->panel_count, 2, before);
    for (guint32 p = 0; p < layout->panel_count; p++)
      for (guint32 k = 0; k < layout->panels[p].count; k++, seen++) {
        RefnetPoint at = layout->unit[layout->panel_member[layout->panels[p].first + k]];
        assert_true(refnet_box_inside((RefnetBox){at.x, at.y, 0, 0}, layout->panels[p].box));
      }
    assert_int_equal(seen, layout->placed);
    before = layout->panel_count;
    refnet_layout_free(layout);
  }
  assert_true(before < 6);
  made_network_free(made);
}

/* A sector for each two organizations: as many blocks as can be told apart, one of all others. */
static void test_very_many_sectors(void **state) {
  enum { COUNT = 200 };
  (void)state;
  MadeNetwork *made = made_random_network(COUNT, 600, 3);
  const char *many[COUNT / 2];
  for (guint32 s = 0; s < COUNT / 2; s++)
    many[s] = "a sector";
  RefnetVocabulary before = made->dataset.sectors;
  made->dataset.sectors = (RefnetVocabulary){.names = many, .length = COUNT / 2};
  for (guint32 v = 0; v < COUNT; v++)
    ((RefnetOrganization *)made->dataset.organizations)[v].sector = v / 2;
  for (double width = 0; width < 2000; width += 1500) {
    RefnetMapOptions options = {
        .layout = REFNET_LAYOUT_SECTORS, .seed = 1, .width = width, .height = width / 2};
    RefnetLayout *layout = refnet_layout_new(&made->network, &options, NULL);
    assert_non_null(layout);
    assert_in_range(layout->panel_count, 8, 49);
    assert_true(g_str_has_suffix(layout->panels[layout->panel_count - 1].name, " smaller sectors"));
    refnet_layout_free(layout);
  }
  made->dataset.sectors = before;
  made_network_free(made);
}

/* ---- geo ------------------------------------------------------------------------------------- */

static MadeNetwork *made_chain(guint32 count) {
  static const guint32 no_offers[G_N_ELEMENTS(names) + 1];
  MadeArc arcs[40];
  for (guint32 i = 0; i + 1 < count; i++)
    arcs[i] = (MadeArc){i, i + 1, 1};
  MadeNetwork *made = made_network_new(names, NULL, count, NULL, 0, arcs, count - 1);
  made->dataset.offer_start = no_offers;
  return made;
}

static void give_coordinates(MadeNetwork *made, guint32 v, double latitude, double longitude) {
  static RefnetOrganizationDetails places[G_N_ELEMENTS(names)];
  RefnetOrganization *organization = (RefnetOrganization *)&made->dataset.organizations[v];
  places[v] = refnet_organization_no_details;
  places[v].latitude = latitude;
  places[v].longitude = longitude;
  organization->details = &places[v];
}

/* North is above, east to the right, the date line no border; who has no place stands by its
 * neighbor. */
static void test_geo(void **state) {
  (void)state;
  MadeNetwork *made = made_chain(5);
  give_coordinates(made, 0, 40, 179.9);
  give_coordinates(made, 1, 40, -179.9);
  give_coordinates(made, 2, 40.1, -179.9);
  RefnetLayout *layout = lay_out(made, REFNET_LAYOUT_GEO);
  assert_true(layout->unit[1].x > layout->unit[0].x);
  assert_true(layout->unit[2].y < layout->unit[1].y);
  assert_true(fabs(layout->unit[2].x - layout->unit[1].x) < 1e-6);
  for (guint32 v = 3; v < 5; v++)
    assert_true(
        hypot(layout->unit[v].x - layout->unit[2].x, layout->unit[v].y - layout->unit[2].y) < 2000);
  refnet_layout_free(layout);
  made_network_free(made);
}

static void test_geo_needs_a_place(void **state) {
  RefnetMapOptions options = {.layout = REFNET_LAYOUT_GEO};
  GError *error = NULL;
  (void)state;
  MadeNetwork *made = made_chain(3);
  assert_null(refnet_layout_new(&made->network, &options, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  g_error_free(error);
  made_network_free(made);
}

/* ---- positions of an earlier map ------------------------------------------------------------- */

static void test_given_stay(void **state) {
  double x[20], y[20];
  RefnetPositions positions = {.organizations = 20, .known = 15, .x = x, .y = y};
  RefnetMapOptions options = {.positions = &positions};
  RefnetFootprint footprints[20];
  RefnetPoint at[20];
  (void)state;
  MadeNetwork *made = made_chain(20);
  for (guint32 v = 0; v < 20; v++) {
    x[v] = v < 15 ? 40 + 37 * v : NAN;
    y[v] = v < 15 ? 300 + 11 * (v % 5) : NAN;
    footprints[v] = (RefnetFootprint){10, 10, 10, 10};
  }
  RefnetLayout *layout = refnet_layout_new(&made->network, &options, NULL);
  RefnetBox area = {0, 0, 900, 600};
  assert_true(refnet_layout_fit(layout, footprints, area, at, NULL));
  for (guint32 v = 0; v < 15; v++)
    assert_true(at[v].x == x[v] && at[v].y == y[v]);
  for (guint32 v = 15; v < 20; v++) {
    assert_true(refnet_box_inside((RefnetBox){at[v].x, at[v].y, 0, 0}, area));
    assert_true(hypot(at[v].x - at[v - 1].x, at[v].y - at[v - 1].y) < 250);
    for (guint32 w = 0; w < v; w++)
      assert_true(fabs(at[v].x - at[w].x) > 19.9 || fabs(at[v].y - at[w].y) > 19.9);
  }
  refnet_layout_free(layout);
  made_network_free(made);
}

/* On a page of another size, and from any unit, the drawing is the same but for its scale. */
static void test_given_scale(void **state) {
  double x[5] = {0, 1e-3, 2e-3, 1e-3, 0}, y[5] = {0, 0, 1e-3, 2e-3, 1e-3};
  RefnetPositions positions = {.organizations = 5, .known = 5, .x = x, .y = y};
  RefnetMapOptions options = {.positions = &positions};
  RefnetFootprint footprints[5] = {{0}};
  RefnetPoint at[5];
  (void)state;
  MadeNetwork *made = made_chain(5);
  RefnetLayout *layout = refnet_layout_new(&made->network, &options, NULL);
  assert_true(refnet_layout_fit(layout, footprints, (RefnetBox){0, 0, 500, 300}, at, NULL));
  for (guint32 v = 0; v < 5; v++) {
    assert_true(fabs(at[v].y - y[v] * 150000) < 0.01);
    assert_true(fabs(at[v].x - at[0].x - x[v] * 150000) < 0.01);
  }
  refnet_layout_free(layout);
  made_network_free(made);
}

static void test_names_of_layouts(void **state) {
  RefnetLayoutKind kind;
  (void)state;
  assert_true(refnet_layout_kind("Geo", &kind) && kind == REFNET_LAYOUT_GEO);
  assert_true(refnet_layout_kind("stress", &kind) && kind == REFNET_LAYOUT_STRESS);
  assert_false(refnet_layout_kind("", &kind));
  assert_false(refnet_layout_kind("geo.csv", &kind));
}

/* Each block is larger than all those after it together: halving takes one at a time. */
static void blocks_of_very_different_sizes_are_divided_at_once(void **state) {
  enum { BLOCKS = 48 };
  RefnetBlock blocks[BLOCKS] = {0};
  double covered = 0;
  (void)state;
  for (int b = 0; b < BLOCKS; b++) {
    blocks[b].width = blocks[b].height = ldexp(1, -b);
    blocks[b].middle = (RefnetPoint){b % 7, b % 5};
  }
  refnet_blocks_divide(blocks, BLOCKS, (RefnetBox){0, 0, 800, 600});
  for (int b = 0; b < BLOCKS; b++)
    covered += blocks[b].width * blocks[b].height;
  assert_true(fabs(covered - 800 * 600) < 1e-3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_circle_of_a_ring),
      cmocka_unit_test(test_layers_point_down),
      cmocka_unit_test(test_layers_of_a_circle),
      cmocka_unit_test(test_sectors_keep_together),
      cmocka_unit_test(test_small_pages_join_sectors),
      cmocka_unit_test(test_very_many_sectors),
      cmocka_unit_test(test_geo),
      cmocka_unit_test(test_geo_needs_a_place),
      cmocka_unit_test(test_given_stay),
      cmocka_unit_test(test_given_scale),
      cmocka_unit_test(test_names_of_layouts),
      cmocka_unit_test(test_communities_keep_together),
      cmocka_unit_test(test_communities_of_nobody),
      cmocka_unit_test(blocks_of_very_different_sizes_are_divided_at_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
