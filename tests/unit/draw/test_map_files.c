/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Maps as files: formats, the same bytes in every run, what is said when they can't be written. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib/gstdio.h>

#include "unit/draw/made_map.h"

static const RefnetPictureFormat all_formats[] = {REFNET_PICTURE_PNG, REFNET_PICTURE_SVG,
                                                  REFNET_PICTURE_PDF};

static char *draw_to_memory(const RefnetMap *map, RefnetPictureFormat format, gsize *length) {
  g_autofree char *path = NULL;
  char *bytes = NULL;
  int file = g_file_open_tmp("refnet-map-XXXXXX", &path, NULL);
  g_close(file, NULL);
  g_autoptr(RefnetOutput) output = refnet_output_open(path, NULL);
  assert_true(refnet_map_draw(map, format, output, NULL));
  assert_true(refnet_output_commit(output, NULL));
  assert_true(g_file_get_contents(path, &bytes, length, NULL));
  g_unlink(path);
  return bytes;
}

static void test_same_bytes(void **state) {
  (void)state;
  MadeNetwork *made = made_random_network(40, 90, 4);
  RefnetMap *first = map_of(made), *second = map_of(made);
  for (gsize i = 0; i < G_N_ELEMENTS(all_formats); i++) {
    gsize lengths[2];
    g_autofree char *one = draw_to_memory(first, all_formats[i], &lengths[0]);
    g_autofree char *other = draw_to_memory(second, all_formats[i], &lengths[1]);
    assert_true(lengths[0] > 1000);
    assert_int_equal(lengths[0], lengths[1]);
    assert_memory_equal(one, other, lengths[0]);
  }
  refnet_map_free(first);
  refnet_map_free(second);
  made_network_free(made);
}

static void count_element(GMarkupParseContext *context, const char *element, const char **names,
                          const char **values, gpointer data, GError **error) {
  guint *counts = data;
  (void)context, (void)error;
  counts[0] += strcmp(element, "g") == 0;
  counts[1] += strcmp(element, "title") == 0;
  for (guint i = 0; strcmp(element, "text") == 0 && names[i]; i++)
    if (strcmp(names[i], "textLength") == 0)
      assert_true(g_ascii_strtod(values[i], NULL) > 0);
}

static void test_svg_is_well_formed(void **state) {
  GMarkupParser parser = {.start_element = count_element};
  guint counts[2] = {0, 0};
  gsize length;
  GError *error = NULL;
  (void)state;
  MadeNetwork *made = made_random_network(64, 90, 8);
  RefnetMap *map = map_of(made);
  g_autofree char *svg = draw_to_memory(map, REFNET_PICTURE_SVG, &length);
  assert_true(g_utf8_validate(svg, (gssize)length, NULL));
  g_autoptr(GMarkupParseContext) context =
      g_markup_parse_context_new(&parser, G_MARKUP_DEFAULT_FLAGS, counts, NULL);
  g_markup_parse_context_parse(context, svg, (gssize)length, &error);
  assert_null(error);
  assert_true(g_markup_parse_context_end_parse(context, NULL));
  assert_int_equal(counts[0], 64);
  assert_int_equal(counts[1], 65);
  for (gsize i = 0; i < length; i++)
    assert_true((guchar)svg[i] >= 0x20 || svg[i] == '\n');
  refnet_map_free(map);
  made_network_free(made);
}

static void test_full_disk_is_an_error(void **state) {
  (void)state;
  if (!g_file_test("/dev/full", G_FILE_TEST_EXISTS))
    skip();
  MadeNetwork *made = made_random_network(60, 120, 8);
  RefnetMap *map = map_of(made);
  for (gsize i = 0; i < G_N_ELEMENTS(all_formats); i++) {
    GError *error = NULL;
    g_autoptr(RefnetOutput) output = refnet_output_open("/dev/full", NULL);
    gboolean drawn = refnet_map_draw(map, all_formats[i], output, &error);
    if (drawn)
      assert_false(refnet_output_commit(output, &error));
    assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_IO));
    g_clear_error(&error);
  }
  refnet_map_free(map);
  made_network_free(made);
}

static void test_too_many_dots(void **state) {
  (void)state;
  MadeNetwork *made = made_random_network(3, 2, 8);
  RefnetMapOptions options = {.width = 14400, .height = 14400, .dpi = 1200};
  RefnetMap *map = refnet_map_new(&made->network, &made->measures, &options, NULL);
  GError *error = NULL;
  g_autofree char *path = g_build_filename(g_get_tmp_dir(), "refnet-map-never.png", NULL);
  RefnetOutput *output = refnet_output_open(path, NULL);
  assert_false(refnet_map_draw(map, REFNET_PICTURE_PNG, output, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  g_clear_error(&error);
  refnet_output_free(output);
  assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
  refnet_map_free(map);
  made_network_free(made);
}

static void test_unknown_glyphs_are_counted(void **state) {
  const char *names[] = {"plain", "\363\260\200\201\363\260\200\202"}; /* private use, in no font */
  (void)state;
  MadeNetwork *made = made_network_new(names, NULL, 2, NULL, 0, NULL, 0);
  RefnetMap *map = map_of(made);
  g_autofree char *missing = refnet_map_missing_letters(map);
  assert_true(g_str_has_prefix(missing, "2 characters"));
  refnet_map_free(map);
  made_network_free(made);
}

static void test_formats_by_name(void **state) {
  RefnetPictureFormat format;
  GError *error = NULL;
  (void)state;
  assert_true(refnet_picture_format("map.png", &format, NULL) && format == REFNET_PICTURE_PNG);
  assert_true(refnet_picture_format("a.b/MAP.SVG", &format, NULL) && format == REFNET_PICTURE_SVG);
  assert_true(refnet_picture_format("x.Pdf", &format, NULL) && format == REFNET_PICTURE_PDF);
  assert_false(refnet_picture_format("map.gif", &format, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  assert_non_null(strstr(error->message, ".png, .svg or .pdf"));
  g_clear_error(&error);
  assert_false(refnet_picture_format("png", &format, NULL));
  assert_false(refnet_picture_format("", &format, NULL));
}

static void test_geometry_is_json(void **state) {
  g_autofree char *path = NULL;
  g_autofree char *json = NULL;
  (void)state;
  MadeNetwork *made = made_random_network(20, 30, 2);
  RefnetMap *map = map_of(made);
  g_close(g_file_open_tmp("refnet-map-XXXXXX", &path, NULL), NULL);
  RefnetOutput *output = refnet_output_open(path, NULL);
  assert_true(refnet_map_write_geometry(map, output, NULL));
  assert_true(refnet_output_commit(output, NULL));
  refnet_output_free(output);
  assert_true(g_file_get_contents(path, &json, NULL, NULL));
  static const char *const keys[] = {"\"width\"", "\"height\"", "\"nodes\"",  "\"labels\"",
                                     "\"edges\"", "\"boxes\"",  "\"radius\"", "\"org-00019\""};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    assert_non_null(strstr(json, keys[i]));
  g_unlink(path);
  refnet_map_free(map);
  made_network_free(made);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_same_bytes),
      cmocka_unit_test(test_svg_is_well_formed),
      cmocka_unit_test(test_full_disk_is_an_error),
      cmocka_unit_test(test_too_many_dots),
      cmocka_unit_test(test_unknown_glyphs_are_counted),
      cmocka_unit_test(test_formats_by_name),
      cmocka_unit_test(test_geometry_is_json),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  refnet_draw_cleanup();
  return failed;
}
