/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The map of risks: contacts as colors, only links ringed, who would be cut off hatched, bridges
 * dashed. */

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "draw/scene/map.h"
#include "draw/signs/discs.h"
#include "draw/signs/palette.h"
#include "unit/draw/made_network.h"
#include "unit/draw/scene_checks.h"

enum { CHAIN = 4 };

/* 0 – 1 – 2 – 3: all links are bridges, the middle two the only links of those outside. */
typedef struct {
  MadeNetwork *network;
  RefnetRisks risks;
  RefnetOrganizationRisk organizations[CHAIN];
  RefnetTieRisk ties[CHAIN - 1];
} MadeRisks;

static const guint32 first[] = {0}, last[] = {3};

static MadeRisks make_chain(void) {
  static const char *const names[CHAIN] = {"Alder", "Birch", "Cedar", "Dogwood"};
  MadeArc arcs[] = {{0, 1, 3}, {1, 2, 1}, {3, 2, 5}};
  MadeRisks made = {0};
  made.network = made_network_new(names, NULL, CHAIN, NULL, 0, arcs, G_N_ELEMENTS(arcs));
  /* In another order than the vertices': the gravest comes first. */
  made.organizations[0] = (RefnetOrganizationRisk){
      .vertex = 2, .contacts = 1, .articulation = TRUE, .cut_off_count = 1, .cut_off = {last, 1}};
  made.organizations[1] = (RefnetOrganizationRisk){
      .vertex = 1, .contacts = 5, .articulation = TRUE, .cut_off_count = 1, .cut_off = {first, 1}};
  made.organizations[2] = (RefnetOrganizationRisk){.vertex = 0};
  made.organizations[3] = (RefnetOrganizationRisk){.vertex = 3, .contacts_left = 2};
  for (guint64 t = 0; t < CHAIN - 1; t++)
    made.ties[t] = (RefnetTieRisk){.tie = t, .bridge = t != 1};
  return made;
}

static RefnetMap *map_of(MadeRisks *made) {
  RefnetMapOptions options = {.seed = 1, .as_of = refnet_date_from_ymd(2026, 2, 14), .dpi = 40};
  GError *error = NULL;
  made->risks.network = &made->network->network;
  made->risks.organizations = made->organizations;
  made->risks.organization_count = CHAIN;
  made->risks.ties = made->ties;
  made->risks.tie_count = CHAIN - 1;
  RefnetMap *map = refnet_map_new_risks(&made->risks, &options, &error);
  assert_null(error);
  assert_non_null(map);
  return map;
}

static guint count_lines(const RefnetScene *scene, RefnetPart part, guint32 owner) {
  guint count = 0;
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *line = refnet_scene_at(scene, i);
    count += line->shape == REFNET_SHAPE_LINE && line->part == part && line->owner == owner;
  }
  return count;
}

static void test_marks(void **state) {
  (void)state;
  MadeRisks made = make_chain();
  RefnetMap *map = map_of(&made);
  guint dashed = 0;
  for (gsize i = 0; i < refnet_scene_length(map->scene); i++) {
    const RefnetPrimitive *edge = refnet_scene_at(map->scene, i);
    dashed += edge->part == REFNET_PART_EDGE && edge->dash > 0;
  }
  assert_int_equal(dashed, 2);
  assert_true(count_lines(map->scene, REFNET_PART_MARK, 0) > 2);
  assert_int_equal(count_lines(map->scene, REFNET_PART_MARK, 1), 0);
  assert_true(has_words(map->scene, "Made by hand: what rests on one person or one organisation"));
  assert_true(has_words(map->scene, "Rests on one contact"));
  assert_true(has_words(map->scene, "All listed have left"));
  assert_true(has_words(map->scene, "Nobody listed"));
  assert_true(has_words(map->scene, "Two contacts or more"));
  assert_true(has_words(map->scene, ": 2"));
  assert_string_equal(refnet_scene_owner(map->scene, 2)->title,
                      "Cedar — Rests on one contact, 2 relationships");
  refnet_map_free(map);
  made_network_free(made.network);
}

static void test_groups_that_occur(void **state) {
  (void)state;
  MadeRisks made = make_chain();
  for (guint i = 0; i < CHAIN; i++)
    made.organizations[i].contacts = 1;
  made.risks.organizations = made.organizations;
  made.risks.organization_count = CHAIN;
  RefnetPalette *palette = refnet_palette_by_contacts(&made.risks, NULL);
  assert_int_equal(palette->group_count, 1);
  assert_int_equal(palette->groups[0].count, CHAIN);
  refnet_palette_free(palette);
  made_network_free(made.network);
}

/* Lines of a hatching end on the rim. */
static void test_hatching_stays_inside(void **state) {
  (void)state;
  for (double radius = 0.5; radius < 40; radius += 1.25) {
    RefnetScene *scene = refnet_scene_new(100, 100, "");
    refnet_disc_hatch(scene, REFNET_PART_MARK, REFNET_NONE, (RefnetPoint){50, 50}, radius);
    for (gsize i = 0; i < refnet_scene_length(scene); i++)
      for (guint end = 0; end < 2; end++) {
        RefnetPoint point = refnet_scene_at(scene, i)->points[end];
        double x = point.x - 50, y = point.y - 50;
        assert_true(x * x + y * y <= radius * radius + 1e-6);
      }
    refnet_scene_free(scene);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_marks),
      cmocka_unit_test(test_groups_that_occur),
      cmocka_unit_test(test_hatching_stays_inside),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  refnet_draw_cleanup();
  return failed;
}
