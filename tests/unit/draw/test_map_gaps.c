/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The matrix of service gaps: its rows and columns, what a cell shows, and that all is on the page.
 */

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

#include "draw/gaps/gap_table.h"
#include "draw/page/frame.h"
#include "draw/scene/map.h"
#include "unit/draw/scene_checks.h"

enum { SERVICES = 70, AREAS = 45 };

/* Findings in as many services and areas as a test wants; everything else is fixed. */
typedef struct {
  RefnetDataset dataset;
  RefnetNetwork network;
  RefnetGaps gaps;
  const char *names[SERVICES];
  char service_text[SERVICES][32], area_text[AREAS][32];
  RefnetArea areas[AREAS];
  RefnetOffer offers[SERVICES];
  RefnetNeed needs[1];
  RefnetGap cells[4];
  RefnetGapTotal service_totals[1], area_totals[1];
} Made;

static void make(Made *made, guint32 services, guint32 areas) {
  *made = (Made){0};
  for (guint32 s = 0; s < services; s++) {
    g_snprintf(made->service_text[s], sizeof made->service_text[s], "service %02u", s);
    made->names[s] = made->service_text[s];
    made->offers[s] = (RefnetOffer){.service = s, .capacity = NAN};
  }
  for (guint32 a = 0; a < areas; a++) {
    g_snprintf(made->area_text[a], sizeof made->area_text[a], "Upper Area %02u", a);
    made->areas[a] = (RefnetArea){.key = made->area_text[a],
                                  .name = made->area_text[a],
                                  .latitude = NAN,
                                  .longitude = NAN,
                                  .population = NAN,
                                  .within = REFNET_NONE};
  }
  made->dataset = (RefnetDataset){.name = "made-by_hand",
                                  .services = {made->names, services},
                                  .area_count = areas,
                                  .areas = made->areas,
                                  .offer_count = services,
                                  .offers = made->offers,
                                  .needs = made->needs};
  made->network.dataset = &made->dataset;
  made->gaps.network = &made->network;
}

/* Service 1 in area 2: resting on one provider and above its capacity, 1,240 people in need. */
static void add_findings(Made *made) {
  static const RefnetGapStatus statuses[] = {REFNET_GAP_FRAGILE, REFNET_GAP_STRAINED,
                                             REFNET_GAP_POPULATION, REFNET_GAP_POPULATION};
  for (gsize i = 0; i < G_N_ELEMENTS(statuses); i++)
    made->cells[i] = (RefnetGap){.area = 2, .service = 1, .status = statuses[i], .unmet = 240};
  made->needs[0] = (RefnetNeed){.area = 2, .service = 1, .population = REFNET_NONE, .demand = 1240};
  made->dataset.need_count = 1;
  made->service_totals[0] = (RefnetGapTotal){.index = 1, .cells = 1, .unmet = 240};
  made->area_totals[0] = (RefnetGapTotal){.index = 2, .cells = 1, .unmet = 240};
  made->gaps.cells = made->cells;
  made->gaps.cell_count = G_N_ELEMENTS(statuses);
  made->gaps.services = made->service_totals;
  made->gaps.areas = made->area_totals;
  made->gaps.service_total_count = made->gaps.area_total_count = 1;
}

static RefnetMap *map_of(const Made *made, double width, double height) {
  RefnetGapOptions gap_options = {.as_of = refnet_date_from_ymd(2026, 2, 14)};
  RefnetMapOptions options = {.as_of = gap_options.as_of, .width = width, .height = height};
  GError *error = NULL;
  RefnetMap *map = refnet_map_new_gaps(&made->gaps, &gap_options, &options, &error);
  assert_null(error);
  assert_non_null(map);
  return map;
}

static const RefnetPrimitive *find_text(const RefnetScene *scene, RefnetPart part,
                                        const char *text) {
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *primitive = refnet_scene_at(scene, i);
    if (primitive->part == part && primitive->text && g_str_equal(primitive->text, text))
      return primitive;
  }
  return NULL;
}

/* Letters and symbols of a cell stay in it and apart. */
static void check_cells(const RefnetScene *scene) {
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *cell = refnet_scene_at(scene, i);
    for (gsize j = i + 1; cell->part == REFNET_PART_CELL && j < refnet_scene_length(scene); j++) {
      const RefnetPrimitive *other = refnet_scene_at(scene, j);
      if (other->owner == cell->owner)
        assert_true(refnet_box_inside(other->box, refnet_box_grow(cell->box, 0.01)));
      else if (other->part == REFNET_PART_CELL)
        assert_false(refnet_box_overlaps(refnet_box_grow(cell->box, -0.01), other->box));
      else if (other->part == REFNET_PART_LABEL || other->part == REFNET_PART_TOTAL ||
               other->part == REFNET_PART_LEGEND)
        assert_false(refnet_box_overlaps(refnet_box_grow(cell->box, -0.01), other->box));
    }
  }
}

static gboolean legend_mentions(const RefnetScene *scene, const char *words) {
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *line = refnet_scene_at(scene, i);
    if (line->part == REFNET_PART_LEGEND && line->text && strstr(line->text, words))
      return TRUE;
  }
  return FALSE;
}

static void test_one_finding(void **state) {
  (void)state;
  Made made;
  make(&made, 5, 4);
  add_findings(&made);
  RefnetMap *map = map_of(&made, 0, 0);
  assert_int_equal(count_part(map->scene, REFNET_PART_CELL), 20);
  assert_non_null(find_text(map->scene, REFNET_PART_FIGURE, "1,240"));
  assert_non_null(find_text(map->scene, REFNET_PART_TITLE, "Made By Hand: service gaps"));
  assert_non_null(find_text(map->scene, REFNET_PART_LEGEND, "Need above capacity"));
  assert_non_null(find_text(map->scene, REFNET_PART_LEGEND, "One provider"));
  assert_null(find_text(map->scene, REFNET_PART_LEGEND, "None found"));
  assert_non_null(find_text(map->scene, REFNET_PART_LEGEND, "19"));
  assert_non_null(find_text(map->scene, REFNET_PART_TOTAL, "240"));
  assert_true(legend_mentions(map->scene, "Small symbols"));
  /* What was found comes first: the first row, the first column. */
  const RefnetPrimitive *figure = find_text(map->scene, REFNET_PART_FIGURE, "1,240");
  const RefnetOwner *owner = refnet_scene_owner(map->scene, figure->owner);
  assert_string_equal(owner->id, "service 01|Upper Area 02");
  assert_string_equal(owner->title,
                      "service 01 in Upper Area 02: need above capacity, none for a group, one "
                      "provider; 1,240 people in need a year");
  check_on_page(map->scene);
  check_cells(map->scene);
  refnet_map_free(map);
}

static void test_sizes(void **state) {
  static const guint32 sizes[][2] = {{1, 1}, {1, 30}, {40, 1}, {40, 30}};
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
    Made made;
    make(&made, sizes[i][0], sizes[i][1]);
    RefnetMap *map = map_of(&made, 0, 0);
    assert_int_equal(count_part(map->scene, REFNET_PART_CELL), sizes[i][0] * sizes[i][1]);
    assert_false(legend_mentions(map->scene, "gravest"));
    assert_false(legend_mentions(map->scene, "Small symbols"));
    check_on_page(map->scene);
    check_cells(map->scene);
    refnet_map_free(map);
    map = map_of(&made, 1600, 900);
    assert_true(map->scene->width == 1600 && map->scene->height == 900);
    check_on_page(map->scene);
    refnet_map_free(map);
  }
}

static guint cells_on_a4(const Made *made) {
  RefnetGapOptions gap_options = {.as_of = refnet_date_from_ymd(2026, 2, 14)};
  RefnetMapOptions options = {
      .as_of = gap_options.as_of, .width = 842, .height = 595, .least_text = 8};
  g_autoptr(RefnetMap) map = refnet_map_new_gaps(&made->gaps, &gap_options, &options, NULL);
  assert_non_null(map);
  check_on_page(map->scene);
  check_cells(map->scene);
  return count_part(map->scene, REFNET_PART_CELL);
}

/* Rows move together before any is left out. */
static void test_rows_of_a_full_page(void **state) {
  (void)state;
  Made made;
  make(&made, 25, 10);
  assert_int_equal(cells_on_a4(&made), 25 * 10);
  make(&made, 40, 10);
  assert_int_equal(cells_on_a4(&made) % 10, 0);
  assert_in_range(cells_on_a4(&made), 25 * 10, 39 * 10);
}

static double smallest_letters(const RefnetScene *scene) {
  double smallest = G_MAXDOUBLE;
  for (gsize i = 0; i < refnet_scene_length(scene); i++)
    if (refnet_scene_at(scene, i)->shape == REFNET_SHAPE_TEXT)
      smallest = MIN(smallest, refnet_scene_at(scene, i)->font.size);
  return smallest;
}

/* As wide as was asked for, as high as it gets; wider only where letters would be too small. */
static void test_a_page_of_some_width(void **state) {
  static const guint32 sizes[][2] = {{1, 1}, {3, 4}, {40, 8}, {2, 40}, {40, 30}};
  RefnetGapOptions gap_options = {.as_of = refnet_date_from_ymd(2026, 2, 14)};
  RefnetMapOptions options = {.as_of = gap_options.as_of, .width = 1000, .least_text = 10};
  double title = 0;
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
    Made made;
    make(&made, sizes[i][0], sizes[i][1]);
    RefnetMap *map = refnet_map_new_gaps(&made.gaps, &gap_options, &options, NULL);
    assert_non_null(map);
    assert_int_equal(count_part(map->scene, REFNET_PART_CELL), sizes[i][0] * sizes[i][1]);
    assert_true(sizes[i][1] < 30 ? map->scene->width == 1000 : map->scene->width > 1000);
    assert_true(smallest_letters(map->scene) >= 9);
    check_on_page(map->scene);
    check_cells(map->scene);
    const RefnetPrimitive *name =
        find_text(map->scene, REFNET_PART_TITLE, "Made By Hand: service gaps");
    assert_non_null(name);
    assert_true(title == 0 || name->font.size == title);
    title = name->font.size;
    refnet_map_free(map);
  }
}

static void test_too_many(void **state) {
  (void)state;
  Made made;
  make(&made, SERVICES, AREAS);
  add_findings(&made);
  RefnetGapOptions options = {0};
  GError *error = NULL;
  RefnetGapTable *table = refnet_gap_table_new(&made.gaps, &options, 60, 40, &error);
  assert_non_null(table);
  assert_int_equal(table->service_count, 60);
  assert_int_equal(table->area_count, 40);
  assert_int_equal(table->services_left_out, 10);
  assert_int_equal(table->areas_left_out, 5);
  assert_int_equal(table->services[0], 1);
  assert_int_equal(table->areas[0], 2);
  assert_int_equal(table->cells[REFNET_GAP_POPULATION], 1);
  assert_int_equal(table->clear, 60 * 40 - 1);
  refnet_gap_table_free(table);
}

/* Each page of a table cut into several, and how many cells they have together. */
static guint check_pages(RefnetMap *map) {
  guint cells = count_part(map->scene, REFNET_PART_CELL);
  check_on_page(map->scene);
  for (guint i = 0; i < map->more->len; i++) {
    const RefnetScene *scene = g_ptr_array_index(map->more, i);
    assert_true(scene->width == map->scene->width && scene->height == map->scene->height);
    check_on_page(scene);
    check_cells(scene);
    cells += count_part(scene, REFNET_PART_CELL);
  }
  return cells;
}

static void test_further_pages(void **state) {
  static const double sizes[][3] = {{842, 595, 8}, {960, 540, 18}, {0, 0, 0}};
  static Made made;
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
    make(&made, i == 1 ? 30 : SERVICES, i == 1 ? 12 : AREAS);
    add_findings(&made);
    RefnetGapOptions gap_options = {.as_of = refnet_date_from_ymd(2026, 2, 14)};
    RefnetMapOptions options = {.as_of = gap_options.as_of,
                                .width = sizes[i][0],
                                .height = sizes[i][1],
                                .least_text = sizes[i][2],
                                .pages = TRUE};
    RefnetMap *map = refnet_map_new_gaps(&made.gaps, &gap_options, &options, NULL);
    assert_non_null(map);
    assert_true(map->more->len > 0);
    assert_int_equal(check_pages(map), made.dataset.services.length * made.dataset.area_count);
    refnet_map_free(map);
  }
}

static void test_nothing(void **state) {
  (void)state;
  Made made;
  make(&made, 0, 0);
  RefnetMap *map = map_of(&made, 0, 0);
  assert_int_equal(count_part(map->scene, REFNET_PART_CELL), 0);
  assert_non_null(find_text(map->scene, REFNET_PART_FRAME, "No services and areas to compare"));
  refnet_map_free(map);
}

static void test_impossible_page(void **state) {
  (void)state;
  Made made;
  make(&made, 2, 2);
  RefnetGapOptions gap_options = {0};
  RefnetMapOptions options = {.width = 10};
  GError *error = NULL;
  assert_null(refnet_map_new_gaps(&made.gaps, &gap_options, &options, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  g_clear_error(&error);
}

static void test_titles(void **state) {
  static const char *const titles[][2] = {{"harbor-county", "Harbor County"},
                                          {"harbor_county-2025", "Harbor County 2025"},
                                          {"Lake-side", "Lake-side"},
                                          {"élan", "Élan"},
                                          {"DHHS_nodes", "DHHS"},
                                          {"emon_Lake_nodes", "emon Lake"},
                                          {"harbor-edges", "Harbor"},
                                          {"nodes", "Nodes"},
                                          {"_", "_"},
                                          {"dc", "DC"},
                                          {"", "Referral network"}};
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(titles); i++) {
    g_autofree char *title = refnet_frame_title_of(titles[i][0]);
    assert_string_equal(title, titles[i][1]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_one_finding),
      cmocka_unit_test(test_sizes),
      cmocka_unit_test(test_too_many),
      cmocka_unit_test(test_nothing),
      cmocka_unit_test(test_impossible_page),
      cmocka_unit_test(test_titles),
      cmocka_unit_test(test_further_pages),
      cmocka_unit_test(test_a_page_of_some_width),
      cmocka_unit_test(test_rows_of_a_full_page),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  refnet_draw_cleanup();
  return failed;
}
