/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What maps say of themselves, pages of any size, and maps that cannot be. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "draw/signs/palette.h"
#include "unit/draw/made_map.h"

/* Without any relationship: by sector. */
static void test_directory_is_grouped(void **state) {
  (void)state;
  MadeNetwork *made = made_random_network(60, 0, 9);
  RefnetMap *map = map_of(made);
  assert_true(has_text(map->scene, "No referral links are recorded; the organisations by sector"));
  guint32 food = 0;
  for (guint32 v = 0; v < 60; v++) {
    guint32 sector = made->dataset.organizations[v].sector;
    food += sector != REFNET_NONE && strcmp(made->dataset.sectors.names[sector], "Food") == 0;
  }
  g_autofree char *heading = g_strdup_printf("Food: %u", food);
  assert_true(has_text(map->scene, heading));
  refnet_map_free(map);
  made_network_free(made);
}

static void test_nothing_to_draw(void **state) {
  (void)state;
  MadeNetwork *made = made_random_network(0, 0, 1);
  RefnetMap *map = map_of(made);
  assert_true(has_text(map->scene, "Made by hand"));
  assert_true(has_text(map->scene, "Services: food"));
  assert_true(has_text(map->scene, "No organisations match"));
  assert_true(has_text(map->scene,
                       "0 organisations, 0 relationships, 0 referral links · data as of "
                       "14 February 2026 · refnet"));
  check_on_page(map->scene);
  refnet_map_free(map);
  made_network_free(made);
}

static void test_source_and_isolates_are_named(void **state) {
  MadeArc arcs[] = {{0, 1, 3}, {1, 0, 2}};
  const char *names[] = {"A", "B", "C"};
  (void)state;
  MadeNetwork *made = made_network_new(names, NULL, 3, NULL, 0, arcs, 2);
  RefnetMap *map = map_of(made);
  assert_true(has_text(map->scene, "3 organisations, 1 relationship, 2 referral links · data as of "
                                   "14 February 2026 · refnet"));
  assert_true(has_text(map->scene, "No relationships recorded: 1"));
  assert_true(has_text(map->scene, "both refer to each other"));
  assert_false(has_text(map->scene, "refers to"));
  assert_int_equal(count_part(map->scene, REFNET_PART_ARROWHEAD), 2);
  refnet_map_free(map);
  made->network.undirected = TRUE;
  map = map_of(made);
  assert_int_equal(count_part(map->scene, REFNET_PART_ARROWHEAD), 0);
  refnet_map_free(map);
  made_network_free(made);
}

static void test_odd_pages(void **state) {
  static const double sides[][2] = {{240, 240}, {300, 2000}, {14400, 300}, {842, 595}, {0, 400}};
  (void)state;
  MadeNetwork *made = made_random_network(40, 80, 3);
  for (gsize i = 0; i < G_N_ELEMENTS(sides); i++) {
    RefnetMapOptions options = {.width = sides[i][0], .height = sides[i][1]};
    RefnetMap *map = refnet_map_new(&made->network, &made->measures, &options, NULL);
    assert_non_null(map);
    assert_int_equal(count_part(map->scene, REFNET_PART_NODE), 40);
    refnet_map_free(map);
  }
  made_network_free(made);
}

static void check_refused(const MadeNetwork *made, RefnetMapOptions options) {
  GError *error = NULL;
  assert_null(refnet_map_new(&made->network, &made->measures, &options, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  g_clear_error(&error);
}

static void test_impossible_pages(void **state) {
  (void)state;
  MadeNetwork *made = made_random_network(5, 5, 3);
  check_refused(made, (RefnetMapOptions){.width = 10});
  check_refused(made, (RefnetMapOptions){.width = -10});
  check_refused(made, (RefnetMapOptions){.height = NAN});
  check_refused(made, (RefnetMapOptions){.height = INFINITY});
  check_refused(made, (RefnetMapOptions){.width = 1e9, .height = 1e9});
  check_refused(made, (RefnetMapOptions){.dpi = -1});
  check_refused(made, (RefnetMapOptions){.dpi = NAN});
  made_network_free(made);
}

static void test_too_many_organizations(void **state) {
  GError *error = NULL;
  RefnetMapOptions options = {0};
  (void)state;
  MadeNetwork *made = made_random_network(3, 2, 3);
  RefnetNetwork national = made->network;
  national.vertices = 1000000;
  assert_null(refnet_map_new(&national, NULL, &options, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  assert_non_null(strstr(error->message, "1000000 organisations"));
  g_clear_error(&error);
  made_network_free(made);
}

static void test_without_measures(void **state) {
  RefnetMapOptions options = {0};
  (void)state;
  MadeNetwork *made = made_random_network(12, 20, 3);
  RefnetMap *map = refnet_map_new(&made->network, NULL, &options, NULL);
  assert_non_null(map);
  made_network_free(made);
  assert_int_equal(count_part(map->scene, REFNET_PART_NODE), 12);
  refnet_map_free(map);
}

static void test_legend_counts_add_up(void **state) {
  enum { SECTORS = 25, ORGANIZATIONS = 90 };
  const char *sector_names[SECTORS], *names[ORGANIZATIONS];
  guint32 sectors[ORGANIZATIONS], sum = 0;
  (void)state;
  for (guint32 s = 0; s < SECTORS; s++)
    sector_names[s] = made_odd_names[s % G_N_ELEMENTS(made_odd_names)];
  for (guint32 v = 0; v < ORGANIZATIONS; v++) {
    names[v] = "Organization";
    sectors[v] = v % 31 < SECTORS ? v % 31 : REFNET_NONE;
  }
  MadeNetwork *made =
      made_network_new(names, sectors, ORGANIZATIONS, sector_names, SECTORS, NULL, 0);
  RefnetFacet *facet = refnet_facet_new(&made->network, NULL, "sector", REFNET_FACET_GROUPS,
                                        "color-by", FALSE, NULL);
  RefnetPalette *palette = refnet_palette_by_groups(facet, made->network.vertices,
                                                    refnet_colors_find(NULL, FALSE, NULL), 0);
  refnet_facet_free(facet);
  assert_int_equal(palette->group_count, 18);
  for (guint i = 0; i < palette->group_count; i++)
    sum += palette->groups[i].count;
  assert_int_equal(sum, ORGANIZATIONS);
  assert_string_equal(palette->groups[16].name, "Other (9 sectors)");
  assert_string_equal(palette->groups[17].name, "Sector not known");
  for (guint i = 1; i < 16; i++)
    assert_true(palette->groups[i - 1].count >= palette->groups[i].count);
  refnet_palette_free(palette);
  made_network_free(made);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_directory_is_grouped),
      cmocka_unit_test(test_nothing_to_draw),
      cmocka_unit_test(test_source_and_isolates_are_named),
      cmocka_unit_test(test_odd_pages),
      cmocka_unit_test(test_impossible_pages),
      cmocka_unit_test(test_too_many_organizations),
      cmocka_unit_test(test_without_measures),
      cmocka_unit_test(test_legend_counts_add_up),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  refnet_draw_cleanup();
  return failed;
}
