/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Communities and atlases: everybody is on one page, every page is as it should be, the index
 * tells. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib/gstdio.h>
#include <math.h>

#include "draw/atlas/atlas.h"
#include "unit/draw/made_network.h"
#include "unit/draw/scene_checks.h"

/* Communities of `size`, each a ring with chords, joined in a row by single ties; then `alone`. */
static MadeNetwork *made_villages(guint32 villages, guint32 size, guint32 alone) {
  guint32 count = villages * size + alone;
  g_autofree const char **names = g_new(const char *, (gsize)count + 1);
  g_autofree MadeArc *arcs = g_new(MadeArc, (gsize)villages * size * 2 + villages + 1);
  gsize length = 0;
  for (guint32 v = 0; v < count; v++)
    names[v] = made_odd_names[v % G_N_ELEMENTS(made_odd_names)];
  for (guint32 k = 0; k < villages; k++)
    for (guint32 i = 0; i < size; i++) {
      arcs[length++] = (MadeArc){k * size + i, k * size + (i + 1) % size, 1};
      arcs[length++] = (MadeArc){k * size + i, k * size + (i + 2) % size, 1};
    }
  for (guint32 k = 0; k + 1 < villages; k++)
    arcs[length++] = (MadeArc){k * size, (k + 1) * size, 1};
  MadeNetwork *made = made_network_new(names, NULL, count, NULL, 0, arcs, length);
  for (guint32 v = 0; v < count; v++)
    made->measures.vertices[v].community =
        v < villages * size ? 1 + v / size : 1 + villages + v - villages * size;
  return made;
}

static void test_communities(void **state) {
  (void)state;
  MadeNetwork *made = made_villages(5, 8, 3);
  g_autoptr(RefnetCommunities) communities =
      refnet_communities_new(&made->network, &made->measures, 4, NULL);
  assert_int_equal(communities->count, 5);
  assert_int_equal(communities->rest_size, 3);
  assert_int_equal(communities->ties->len, 4);
  for (guint32 k = 0; k < 5; k++) {
    const RefnetCommunity *community = &communities->items[k];
    assert_int_equal(community->size, 8);
    assert_int_equal(community->inside, 16);
    assert_int_equal(community->outside, k == 0 || k == 4 ? 1 : 2);
    for (guint32 i = 0; i < 8; i++)
      assert_int_equal(communities->of[community->member[i]], k);
  }
  for (guint32 i = 0; i < 3; i++)
    assert_int_equal(communities->of[communities->rest[i]], REFNET_NONE);
  made_network_free(made);
}

static void check_page(const RefnetScene *scene) {
  RefnetBox page = {-TOLERANCE, -TOLERANCE, scene->width + 2 * TOLERANCE,
                    scene->height + 2 * TOLERANCE};
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *one = refnet_scene_at(scene, i);
    assert_true(refnet_box_inside(one->box, page));
    for (gsize k = 0; k < i && one->part == REFNET_PART_LABEL; k++) {
      const RefnetPrimitive *other = refnet_scene_at(scene, k);
      if (other->part == REFNET_PART_LABEL && other->owner != one->owner)
        assert_false(refnet_box_overlaps(refnet_box_grow(one->box, -TOLERANCE), other->box));
    }
  }
}

static void test_overview(void **state) {
  static const guint32 villages[] = {0, 1, 2, 7, 30, 61};
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(villages); i++) {
    MadeNetwork *made = made_villages(villages[i], 5, 2);
    RefnetMapOptions options = {.seed = 1};
    RefnetMap *map = refnet_map_new_communities(&made->network, &made->measures, &options, NULL);
    assert_non_null(map);
    check_page(map->scene);
    assert_int_equal(count_part(map->scene, REFNET_PART_NODE), MIN(villages[i], 60));
    assert_true(count_part(map->scene, REFNET_PART_LABEL) >= MIN(villages[i], 60));
    refnet_map_free(map);
    made_network_free(made);
  }
}

/* Discs of organizations on all pages but the overview. */
static void test_atlas(void **state) {
  RefnetMapOptions options = {.seed = 1};
  (void)state;
  MadeNetwork *made = made_villages(6, 9, 200);
  RefnetMap *map = refnet_map_new_atlas(&made->network, &made->measures, &options, NULL);
  guint nodes = 0, named = 0;
  assert_non_null(map);
  /* Six communities, two pages of the rest, two of the index. */
  assert_int_equal(map->more->len, 10);
  for (guint i = 0; i < map->more->len; i++) {
    const RefnetScene *scene = g_ptr_array_index(map->more, i);
    check_page(scene);
    nodes += count_part(scene, REFNET_PART_NODE);
    if (i >= 8)
      named += count_part(scene, REFNET_PART_KEY) / 2;
  }
  assert_int_equal(nodes, made->network.vertices);
  assert_int_equal(named, made->network.vertices);
  refnet_map_free(map);
  made_network_free(made);
}

static void test_cells_of_a_page(void **state) {
  (void)state;
  RefnetScene *scene = refnet_scene_new(1000, 600, "Page");
  static const RefnetPoint middles[] = {{1, 1}, {999, 599}, {350, 310}, {-5, 700}};
  RefnetPageCell cells[5] = {{0, 0}};
  for (guint32 v = 0; v < 4; v++)
    refnet_scene_add_disc(scene, REFNET_PART_NODE, middles[v], 4)->owner = v;
  refnet_page_grid_find(scene, 4, cells);
  static const char *const names[] = {"A1", "J6", "D4", "A6"};
  for (guint32 v = 0; v < 4; v++) {
    g_autofree char *name = refnet_page_cell_name(cells[v]);
    assert_string_equal(name, names[v]);
  }
  assert_null(refnet_page_cell_name(cells[4]));
  refnet_scene_free(scene);
}

/* Letters at the rim stand clear of everything else. */
static void check_rim(const RefnetScene *scene) {
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *letter = refnet_scene_at(scene, i);
    if (letter->part != REFNET_PART_FRAME)
      continue;
    for (gsize k = 0; k < refnet_scene_length(scene); k++) {
      const RefnetPrimitive *other = refnet_scene_at(scene, k);
      if (other->part != REFNET_PART_FRAME && other->part != REFNET_PART_PAGE)
        assert_false(refnet_box_overlaps(refnet_box_grow(letter->box, -1.5), other->box));
    }
  }
}

static gboolean is_listed(const RefnetScene *index, const char *place) {
  for (gsize i = 0; i < refnet_scene_length(index); i++) {
    const RefnetPrimitive *text = refnet_scene_at(index, i);
    if (text->part == REFNET_PART_KEY && text->text && g_str_equal(text->text, place))
      return TRUE;
  }
  return FALSE;
}

static void test_index_says_where_on_the_page(void **state) {
  static const double sizes[][2] = {{0, 0}, {842, 595}, {595, 842}, {3370, 2384}};
  (void)state;
  MadeNetwork *made = made_villages(3, 7, 2);
  for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
    RefnetMapOptions options = {.seed = 1, .width = sizes[i][0], .height = sizes[i][1]};
    RefnetMap *map = refnet_map_new_atlas(&made->network, &made->measures, &options, NULL);
    const RefnetScene *index = g_ptr_array_index(map->more, map->more->len - 1);
    for (guint page = 0; page + 1 < map->more->len; page++) {
      const RefnetScene *scene = g_ptr_array_index(map->more, page);
      RefnetPageCell cells[7] = {{0, 0}};
      check_rim(scene);
      refnet_page_grid_find(scene, 7, cells);
      for (guint v = 0; v < 7 && cells[v].column > 0; v++) {
        g_autofree char *cell = refnet_page_cell_name(cells[v]);
        g_autofree char *place = g_strdup_printf("%u %s", page + 2, cell);
        assert_true(is_listed(index, place));
      }
    }
    refnet_map_free(map);
  }
  made_network_free(made);
}

static gboolean notes_index(const RefnetMap *map) {
  return has_words(map->scene, "the PDF lists");
}

/* A map of a page too small for its names has one, unless that is a slide or nobody is to be named.
 */
static void test_index_of_a_small_page(void **state) {
  (void)state;
  MadeNetwork *made = made_villages(16, 10, 0);
  RefnetMapOptions options = {.seed = 1, .pages = TRUE};
  g_autoptr(RefnetMap) roomy =
      refnet_map_new_indexed(&made->network, &made->measures, &options, NULL);
  assert_int_equal(roomy->more->len, 0);
  assert_false(notes_index(roomy));
  options.width = 595;
  options.height = 420;
  g_autoptr(RefnetMap) small =
      refnet_map_new_indexed(&made->network, &made->measures, &options, NULL);
  assert_true(small->more->len > 0);
  assert_true(notes_index(small));
  assert_true(has_words(g_ptr_array_index(small->more, 0), "who is"));
  check_rim(small->scene);
  g_autoptr(RefnetMap) alone = refnet_map_new(&made->network, &made->measures, &options, NULL);
  assert_false(notes_index(alone));
  options.label = REFNET_MAP_LABEL_NONE;
  g_autoptr(RefnetMap) bare =
      refnet_map_new_indexed(&made->network, &made->measures, &options, NULL);
  assert_int_equal(bare->more->len, 0);
  options.label = REFNET_MAP_LABEL_SHORT;
  options.least_text = 18;
  g_autoptr(RefnetMap) slide =
      refnet_map_new_indexed(&made->network, &made->measures, &options, NULL);
  assert_int_equal(slide->more->len, 0);
  made_network_free(made);
}

static char *write_atlas(const RefnetMap *map) {
  g_autofree char *path = NULL;
  char *bytes = NULL;
  g_close(g_file_open_tmp("refnet-atlas-XXXXXX", &path, NULL), NULL);
  RefnetOutput *output = refnet_output_open(path, NULL);
  assert_true(refnet_map_draw(map, REFNET_PICTURE_PDF, output, NULL));
  assert_true(refnet_output_commit(output, NULL));
  refnet_output_free(output);
  gsize length;
  assert_true(g_file_get_contents(path, &bytes, &length, NULL));
  char *digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, length);
  g_free(bytes);
  g_unlink(path);
  return digest;
}

static void test_atlas_is_written_as_pdf_only(void **state) {
  RefnetMapOptions options = {.seed = 1};
  GError *error = NULL;
  (void)state;
  MadeNetwork *made = made_villages(3, 6, 1);
  RefnetMap *map = refnet_map_new_atlas(&made->network, &made->measures, &options, NULL);
  g_autofree char *first = write_atlas(map);
  g_autofree char *path = g_build_filename(g_get_tmp_dir(), "refnet-atlas-never.svg", NULL);
  RefnetOutput *output = refnet_output_open(path, NULL);
  assert_false(refnet_map_draw(map, REFNET_PICTURE_SVG, output, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  g_clear_error(&error);
  refnet_output_free(output);
  assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
  refnet_map_free(map);
  map = refnet_map_new_atlas(&made->network, &made->measures, &options, NULL);
  g_autofree char *again = write_atlas(map);
  assert_string_equal(first, again);
  refnet_map_free(map);
  made_network_free(made);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_communities),
      cmocka_unit_test(test_overview),
      cmocka_unit_test(test_atlas),
      cmocka_unit_test(test_cells_of_a_page),
      cmocka_unit_test(test_index_says_where_on_the_page),
      cmocka_unit_test(test_index_of_a_small_page),
      cmocka_unit_test(test_atlas_is_written_as_pdf_only),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  refnet_draw_cleanup();
  return failed;
}
