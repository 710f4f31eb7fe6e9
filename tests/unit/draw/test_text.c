/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Wrapping and measuring, and letters no font has. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include <refnet/draw.h>

#include "draw/scene/text.h"

static const RefnetFont font = {12, FALSE};

static int set_up(void **state) {
  *state = refnet_typesetter_new(NULL);
  return *state ? 0 : -1;
}

static int tear_down(void **state) {
  refnet_typesetter_free(*state);
  return 0;
}

static void check_block(const RefnetTextBlock *block, double width) {
  double widest = 0, height = 0;
  for (guint i = 0; i < block->line_count; i++) {
    assert_true(g_utf8_validate(block->lines[i].text, -1, NULL));
    widest = MAX(widest, block->lines[i].width);
    height += block->lines[i].ascent + block->lines[i].descent;
  }
  assert_true(widest <= width + 0.01);
  assert_true(fabs(block->width - widest) < 1e-9 && fabs(block->height - height) < 1e-9);
}

static void test_short_text_is_one_line(void **state) {
  RefnetTextBlock block;
  refnet_typesetter_wrap(*state, "Bay Dental", font, 130, 3, &block);
  assert_int_equal(block.line_count, 1);
  assert_string_equal(block.lines[0].text, "Bay Dental");
  check_block(&block, 130);
  refnet_text_block_clear(&block);
}

static void test_lines_are_even(void **state) {
  RefnetTextBlock block;
  refnet_typesetter_wrap(*state, "Northport Counseling Center", font, 130, 3, &block);
  assert_int_equal(block.line_count, 2);
  assert_string_equal(block.lines[0].text, "Northport");
  assert_string_equal(block.lines[1].text, "Counseling Center");
  check_block(&block, 130);
  refnet_text_block_clear(&block);
}

static void test_too_long_is_cut(void **state) {
  static const char *const texts[] = {
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
      "Pneumonoultramicroscopicsilicovolcanoconiosisfoundationofthegreaterharborregion",
      "東京都福祉保健局東京都福祉保健局東京都福祉保健局東京都福祉保健局東京都福祉保健局東京都福祉保"
      "健局",
  };
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    for (guint lines = 1; lines <= 3; lines++) {
      RefnetTextBlock block;
      refnet_typesetter_wrap(*state, texts[i], font, 100, lines, &block);
      assert_int_equal(block.line_count, lines);
      assert_true(g_str_has_suffix(block.lines[lines - 1].text, "…"));
      check_block(&block, 100);
      refnet_text_block_clear(&block);
    }
}

static void test_empty_text(void **state) {
  RefnetTextBlock block;
  refnet_typesetter_wrap(*state, "", font, 100, 3, &block);
  assert_int_equal(block.line_count, 1);
  assert_true(block.width == 0 && block.height > 0);
  refnet_text_block_clear(&block);
}

static void test_right_to_left(void **state) {
  RefnetTextBlock block;
  refnet_typesetter_wrap(*state, "בית תמחוי ירושלים", font, 200, 2, &block);
  assert_true(block.lines[0].right_to_left);
  refnet_text_block_clear(&block);
  refnet_typesetter_wrap(*state, "Jerusalem", font, 200, 2, &block);
  assert_false(block.lines[0].right_to_left);
  refnet_text_block_clear(&block);
}

static void test_width_grows_with_size(void **state) {
  double small = refnet_typesetter_width(*state, "Harbor", (RefnetFont){10, FALSE});
  double large = refnet_typesetter_width(*state, "Harbor", (RefnetFont){20, FALSE});
  assert_true(small > 0 && fabs(large - 2 * small) < 0.05);
}

static void test_alignment(void **state) {
  RefnetTextBlock block;
  RefnetTextStyle style = {.part = REFNET_PART_LABEL, .owner = 0, .align = REFNET_ALIGN_RIGHT};
  RefnetScene *scene = refnet_scene_new(300, 100, "");
  refnet_typesetter_wrap(*state, "Northport Counseling Center", font, 130, 3, &block);
  refnet_text_block_draw(&block, scene, 10, 20, &style);
  assert_int_equal(refnet_scene_length(scene), 2);
  for (gsize i = 0; i < 2; i++) {
    const RefnetPrimitive *line = refnet_scene_at(scene, i);
    assert_true(fabs(line->box.x + line->box.width - 10 - block.width) < 1e-9);
    assert_true(line->baseline > line->box.y && line->baseline < line->box.y + line->box.height);
  }
  assert_int_equal(refnet_typesetter_unknown_glyphs(*state, scene), 0);
  refnet_text_block_clear(&block);
  refnet_scene_free(scene);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_short_text_is_one_line),
      cmocka_unit_test(test_lines_are_even),
      cmocka_unit_test(test_too_long_is_cut),
      cmocka_unit_test(test_empty_text),
      cmocka_unit_test(test_right_to_left),
      cmocka_unit_test(test_width_grows_with_size),
      cmocka_unit_test(test_alignment),
  };
  int failed = cmocka_run_group_tests(tests, set_up, tear_down);
  refnet_draw_cleanup();
  return failed;
}
