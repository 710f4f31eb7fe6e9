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

#include "draw/scene/missing.h"
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

/* As statistics programs write names: no blanks, and nothing broken within words. */
static void test_names_without_blanks(void **state) {
  static const char *const names[][3] = {
      {"Kerrville.Police.Department", "Kerrville.Police.", "Department"},
      {"harbor_food_bank_of_the_valley", "harbor_food_bank_", "of_the_valley"},
      {"Comfort.Police.Office.27.5", "Comfort.Police.", "Office.27.5"}};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    RefnetTextBlock block;
    refnet_typesetter_wrap(*state, names[i][0], font, 130, 3, &block);
    assert_int_equal(block.line_count, 2);
    assert_string_equal(block.lines[0].text, names[i][1]);
    assert_string_equal(block.lines[1].text, names[i][2]);
    check_block(&block, 130);
    refnet_text_block_clear(&block);
  }
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

/* Cut at their ends, names that begin alike would read the same. */
static void test_ends_tell_names_apart(void **state) {
  const char *names[] = {"Department of Health, Division of Aging",
                         "Department of Health, Division of Disability",
                         "Donations for the homeless of the county", "Elm Clinic", NULL};
  RefnetTextBlock block;
  refnet_typesetter_tell_apart(*state, (char *const *)names);
  for (int i = 0; i < 2; i++) {
    refnet_typesetter_wrap(*state, names[i], font, 150, 1, &block);
    assert_true(block.width <= 150);
    assert_non_null(strstr(block.lines[0].text, "…"));
    assert_true(g_str_has_prefix(block.lines[0].text, "Depart"));
    assert_true(g_str_has_suffix(block.lines[0].text, i == 0 ? " Aging" : "ability"));
    refnet_text_block_clear(&block);
  }
  refnet_typesetter_wrap(*state, names[2], font, 150, 1, &block);
  assert_true(g_str_has_suffix(block.lines[0].text, "…"));
  refnet_text_block_clear(&block);
  refnet_typesetter_tell_apart(*state, (char *const *)names + 4);
}

/* What many letters at the beginning don't tell, the end does, though it is alike, too. */
static void test_ends_tell_sooner_than_long_beginnings(void **state) {
  const char *names[] = {"Northport Department of Health and Human Services, East Branch",
                         "Northport Department of Health and Human Services, West Branch", NULL};
  refnet_typesetter_tell_apart(*state, (char *const *)names);
  for (int i = 0; i < 2; i++) {
    RefnetTextBlock block;
    refnet_typesetter_wrap(*state, names[i], font, 200, 1, &block);
    assert_true(g_str_has_suffix(block.lines[0].text, i == 0 ? "East Branch" : "West Branch"));
    refnet_text_block_clear(&block);
  }
  refnet_typesetter_tell_apart(*state, (char *const *)names + 2);
}

/* "Elm Cou…pper Harbor" is hard to read out. */
static void test_the_middle_is_cut_between_words(void **state) {
  const char *names[] = {"Regional Association of Recovery Providers of Upper Harbor Valley",
                         "Regional Association of Recovery Providers of Eastside", NULL};
  refnet_typesetter_tell_apart(*state, (char *const *)names);
  for (double width = 200; width <= 300; width += 5) {
    RefnetTextBlock block;
    refnet_typesetter_wrap(*state, names[0], font, width, 1, &block);
    const char *line = block.lines[0].text, *ellipsis = strstr(line, "…");
    assert_true(block.width <= width);
    assert_non_null(ellipsis);
    const char *end = strstr(names[0], ellipsis + strlen("…"));
    gsize head = (gsize)(ellipsis - line);
    assert_non_null(end);
    assert_int_equal(end[-1], ' ');
    gsize word = head;
    while (word > 0 && names[0][word - 1] != ' ')
      word--;
    /* A word is cut where too little would be left without it. */
    assert_true(names[0][head] == ' ' || 2 * word < head);
    refnet_text_block_clear(&block);
  }
  refnet_typesetter_tell_apart(*state, (char *const *)names + 2);
}

/* Where the ends are alike, too, what tells names apart is their middles. */
static void test_middles_tell_names_apart(void **state) {
  const char *names[] = {"Organization 17 of the county", "Organization 485 of the county", NULL};
  RefnetTextBlock block;
  refnet_typesetter_tell_apart(*state, (char *const *)names);
  refnet_typesetter_wrap(*state, names[1], font, 150, 1, &block);
  assert_non_null(strstr(block.lines[0].text, "485"));
  assert_true(g_str_has_suffix(block.lines[0].text, "…"));
  refnet_text_block_clear(&block);
  refnet_typesetter_tell_apart(*state, (char *const *)names + 2);
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

/* A part of a text runs the way of the whole, whatever it begins with. */
static void test_lines_run_one_way(void **state) {
  static const struct {
    const char *text;
    gboolean right_to_left;
  } cases[] = {{"Harbor مركز الميناء Clinic", FALSE},
               {"מרכז Harbor Health Clinic ירושלים", TRUE},
               {"12 مركز الأمل لرعاية المسنين", TRUE},
               {"2026 – 14", FALSE}};
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
    for (double width = 40; width < 160; width += 30) {
      RefnetTextBlock block;
      refnet_typesetter_wrap(*state, cases[i].text, font, width, 3, &block);
      for (guint line = 0; line < block.line_count; line++)
        assert_int_equal(block.lines[line].right_to_left, cases[i].right_to_left);
      refnet_text_block_clear(&block);
    }
}

static gboolean joins(gunichar before, gunichar after) {
  return g_unichar_ismark(after) || after == 0x200D || before == 0x200D ||
         g_unichar_combining_class(before) == 9;
}

/* What the lines hold is the beginning of the text, and ends where a letter does. */
static void check_lines(const RefnetTextBlock *block, const char *text) {
  const char *at = text;
  for (guint i = 0; i < block->line_count; i++) {
    g_autofree char *line = g_strdup(block->lines[i].text);
    gboolean is_cut = i + 1 == block->line_count && g_str_has_suffix(line, "…");
    if (is_cut)
      line[strlen(line) - strlen("…")] = '\0';
    while (g_unichar_isspace(g_utf8_get_char(at)))
      at = g_utf8_next_char(at);
    assert_true(g_str_has_prefix(at, line));
    at += strlen(line);
    if (*at && at > text)
      assert_false(joins(g_utf8_get_char(g_utf8_prev_char(at)), g_utf8_get_char(at)));
  }
}

static void test_no_letter_is_broken(void **state) {
  static const char *const texts[] = {
      "社会福祉法人 恩賜財団 済生会支部東京都済生会中央病院附属乳児院および地域包括支援センター",
      "서울특별시 사회복지협의회 노인종합복지관",
      "ग्रामीण महिला स्वयं सहायता समूह एवं क्षत्रिय कल्याण समिति, उत्तर प्रदेश",
      "جمعية الهلال الأحمر الفلسطيني للخدمات الصحية والاجتماعية في المنطقة الشرقية ٢٠٢٤",
      "ศูนย์บริการสุขภาพชุมชนกรุงเทพมหานครเพื่อผู้สูงอายุและผู้พิการทางการเคลื่อนไหว",
      "👨\xE2\x80\x8D👩\xE2\x80\x8D👧 Family e\xCC\x81\xCC\xA3 Center",
  };
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    for (double width = 60; width < 320; width += 9)
      for (guint lines = 1; lines <= 3; lines++) {
        RefnetTextBlock block;
        refnet_typesetter_wrap(*state, texts[i], font, width, lines, &block);
        check_block(&block, width);
        check_lines(&block, texts[i]);
        refnet_text_block_clear(&block);
      }
}

static void test_korean_words_stay_whole(void **state) {
  RefnetTextBlock block;
  const char *text = "서울특별시 사회복지협의회";
  double width = refnet_typesetter_width(*state, "사회복지협의회", font);
  refnet_typesetter_wrap(*state, text, font, width + 1, 2, &block);
  assert_int_equal(block.line_count, 2);
  assert_string_equal(block.lines[0].text, "서울특별시");
  assert_string_equal(block.lines[1].text, "사회복지협의회");
  refnet_text_block_clear(&block);
}

/* Letters that are in no script, so that no font has them. */
static void test_missing_letters_are_told(void **state) {
  RefnetScene *scene = refnet_scene_new(100, 100, "");
  guint32 owner = refnet_scene_add_owner(scene, "a", "Title");
  refnet_scene_name_owner(scene, owner, "Elm \xF3\xB0\x80\x80 Clinic");
  refnet_scene_add_text(scene, REFNET_PART_LABEL, "Elm \xF3\xB0\x80\x80", font,
                        (RefnetBox){0, 0, 50, 10}, 8)
      ->owner = owner;
  refnet_scene_add_text(scene, REFNET_PART_TITLE, "Elm", font, (RefnetBox){0, 0, 50, 10}, 8);
  g_autoptr(RefnetMissing) missing = refnet_missing_new(), all = refnet_missing_new();
  refnet_missing_note(missing, *state, scene);
  refnet_missing_add(all, missing);
  refnet_missing_add(all, missing);
  assert_int_equal(missing->count, 1);
  assert_int_equal(all->count, 2);
  assert_int_equal(all->names->len, 1);
  assert_int_equal(all->letters->len, 1);
  g_autofree char *sentence = refnet_missing_sentence(missing);
  assert_non_null(strstr(sentence, "1 character could not be drawn, in \"Elm "));
  assert_non_null(strstr(sentence, "U+F0000"));
  refnet_scene_free(scene);
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
    assert_true(line->begin.y > line->box.y && line->begin.y < line->box.y + line->box.height);
  }
  g_autoptr(RefnetMissing) missing = refnet_missing_new();
  refnet_missing_note(missing, *state, scene);
  assert_null(refnet_missing_sentence(missing));
  refnet_text_block_clear(&block);
  refnet_scene_free(scene);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_short_text_is_one_line),
      cmocka_unit_test(test_lines_are_even),
      cmocka_unit_test(test_names_without_blanks),
      cmocka_unit_test(test_lines_run_one_way),
      cmocka_unit_test(test_no_letter_is_broken),
      cmocka_unit_test(test_korean_words_stay_whole),
      cmocka_unit_test(test_missing_letters_are_told),
      cmocka_unit_test(test_too_long_is_cut),
      cmocka_unit_test(test_ends_tell_names_apart),
      cmocka_unit_test(test_ends_tell_sooner_than_long_beginnings),
      cmocka_unit_test(test_the_middle_is_cut_between_words),
      cmocka_unit_test(test_middles_tell_names_apart),
      cmocka_unit_test(test_empty_text),
      cmocka_unit_test(test_right_to_left),
      cmocka_unit_test(test_width_grows_with_size),
      cmocka_unit_test(test_alignment),
  };
  int failed = cmocka_run_group_tests(tests, set_up, tear_down);
  refnet_draw_cleanup();
  return failed;
}
