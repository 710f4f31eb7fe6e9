/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cleaning, folding, slugs, display and width: cases people meet, then properties on random text.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <refnet/base.h>

#include "base/text_normalize.h"

#include <string.h>

#define ZWNJ "\xE2\x80\x8C"
#define ZWJ "\xE2\x80\x8D"

typedef char *(*TextFunction)(const char *);

static const TextFunction functions[] = {refnet_text_clean, refnet_text_fold,
                                         refnet_text_fold_value, refnet_text_fold_header,
                                         refnet_text_slug};

static void assert_gives(TextFunction function, const char *text, const char *expected) {
  g_autofree char *result = function(text);
  if (strcmp(result, expected) != 0)
    fail_msg("'%s' gave '%s', not '%s'", text, result, expected);
}

static void clean_blanks(void **state) {
  (void)state;
  assert_gives(refnet_text_clean, "", "");
  assert_gives(refnet_text_clean, "   ", "");
  assert_gives(refnet_text_clean, "Elm Clinic", "Elm Clinic");
  assert_gives(refnet_text_clean, "  Elm \t\r\n Clinic ", "Elm Clinic");
  assert_gives(refnet_text_clean,
               "\xC2\xA0"
               "Elm\xC2\xA0\xC2\xA0"
               "Clinic",
               "Elm Clinic");
  assert_gives(refnet_text_clean,
               "Elm\xE2\x80\xAF\xE2\x80\x83\xE3\x80\x80"
               "Clinic",
               "Elm Clinic");
  assert_gives(refnet_text_clean,
               "Elm\xE2\x80\xA8"
               "Clinic\x0B",
               "Elm Clinic");
}

static void clean_invisible(void **state) {
  (void)state;
  assert_gives(refnet_text_clean,
               "\xEF\xBB\xBF"
               "Elm\xE2\x80\x8B Cli\xC2\xADnic\xE2\x81\xA0",
               "Elm Clinic");
  assert_gives(refnet_text_clean, "Elm\x07\x1B[31m\x7F Clinic\xC2\x9B", "Elm[31m Clinic");
  assert_gives(refnet_text_clean,
               "\xE2\x80\x8E"
               "Elm\xE2\x80\xAE Clinic\xE2\x80\xAC",
               "Elm Clinic");
  assert_gives(refnet_text_clean, "Elm" ZWJ ZWNJ " " ZWNJ "Cli" ZWNJ "nic", "Elm Clinic");
  assert_gives(refnet_text_clean, "\xE2\x80\x8B", "");
}

static void clean_keeps_joiners_that_mean_something(void **state) {
  (void)state;
  static const char *const kept[] = {"می" ZWNJ "خواهم", /* Persian */
                                     "ക്" ZWJ "ഷ",       /* Malayalam, between */
                                     "ന്" ZWJ,           /* Malayalam, at the end */
                                     "র" ZWJ "্য",       /* Bengali, before a mark */
                                     "👩" ZWJ "⚕\uFE0F", /* emoji */
                                     "👩🏽" ZWJ "🚒"};
  for (gsize i = 0; i < G_N_ELEMENTS(kept); i++)
    assert_gives(refnet_text_clean, kept[i], kept[i]);
  assert_gives(refnet_text_clean, "خواهم" ZWNJ " می" ZWNJ, "خواهم می");
  assert_gives(refnet_text_clean, "می" ZWNJ ZWNJ "خواهم", "می" ZWNJ "خواهم");
}

static void clean_composes(void **state) {
  (void)state;
  assert_gives(refnet_text_clean, "Cafe\xCC\x81", "Café");
  assert_gives(refnet_text_clean, "Cafe\xC2\xAD\xCC\x81", "Café");
}

static void clean_survives_invalid_bytes(void **state) {
  (void)state;
  assert_gives(refnet_text_clean, "Elm\xFF", "Elm\xEF\xBF\xBD");
  assert_gives(refnet_text_fold, "\xE2\x80", "\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void assert_same_name(const char *a, const char *b) {
  g_autofree char *fold_a = refnet_text_fold(a), *fold_b = refnet_text_fold(b);
  assert_string_equal(fold_a, fold_b);
}

static void assert_other_name(const char *a, const char *b) {
  g_autofree char *fold_a = refnet_text_fold(a), *fold_b = refnet_text_fold(b);
  assert_string_not_equal(fold_a, fold_b);
}

static void one_name_in_several_spellings(void **state) {
  (void)state;
  assert_same_name("St. Mary\u2019s  CAFÉ", "st. mary's cafe");
  assert_same_name("O\u00B4Brien", "O`brien");
  assert_same_name("Health \u2013 East", "health - east");
  assert_same_name("\u201CHope\u201D", "\"hope\"");
  assert_same_name("Straße", "STRASSE");
  assert_same_name("Łódź Ørsted Đoko Æsir Œuvre Þór", "lodz orsted doko aesir oeuvre thor");
  assert_same_name("İstanbul IĞDIR", "istanbul igdır");
  assert_same_name("ＨＯＰＥ", "hope");
  assert_same_name("ﬁrst ½", "first 1/2");
  assert_same_name("Harbor Care™", "Harbor Care");
  assert_same_name("ΌΜΗΡΟΣ", "Ομηρος");
  assert_same_name("ᾠδή", "ΩΔΗ");
  assert_same_name("Артём", "АРТЕМ");
  assert_same_name("می" ZWNJ "خواهم", "میخواهم");
  assert_same_name("محـــمد", "محمد");
  assert_same_name("ガ", "カ\u3099");
  assert_same_name("한", "\u1112\u1161\u11AB");
}

static void values_in_several_spellings(void **state) {
  (void)state;
  assert_gives(refnet_text_fold_value, "Home-Delivered  Meals", "home delivered meals");
  assert_true(refnet_text_is_same_value("Food&Nutrition", "food and nutrition"));
  assert_false(refnet_text_is_same_value("Food", "Foods"));
  assert_gives(refnet_text_fold_value, "Food&Nutrition", "food and nutrition");
  assert_gives(refnet_text_fold_value, "Food & Nutrition", "food and nutrition");
  assert_gives(refnet_text_fold_value, "job training / employment", "job training employment");
  assert_gives(refnet_text_fold_value, "St. John’s", "st johns");
  assert_gives(refnet_text_fold_value, "-_mental_health-", "mental health");
  assert_gives(refnet_text_fold_value, "Phase 1.5", "phase 1.5"); /* not 15 */
  assert_gives(refnet_text_fold_value, "0-5", "0 5");             /* not 05 */
  assert_gives(refnet_text_fold_value, "18+ (men)", "18+ (men)");
  assert_gives(refnet_text_fold_value, "&", "and");
  assert_gives(refnet_text_fold_value, "-", "-"); /* something is left of all that says something */
  assert_gives(refnet_text_fold_value, "", "");
}

static void other_names_stay_apart(void **state) {
  (void)state;
  assert_other_name("कि", "की"); /* Devanagari vowel signs */
  assert_other_name("ガ", "カ");
  assert_other_name("שָ", "שִ");       /* Hebrew points */
  assert_other_name("مُدرس", "مَدرس"); /* Arabic vowels */
  assert_other_name("Elm 1", "Elm 2");
  assert_other_name("Elm-1", "Elm 1");
  assert_other_name("กา", "กี");
}

static void headers(void **state) {
  (void)state;
  assert_gives(refnet_text_fold_header, "Referring_Agency ", "referringagency");
  assert_gives(refnet_text_fold_header, "E-Mail (work)", "emailwork");
  assert_gives(refnet_text_fold_header, "Téléphone #2", "telephone2");
  assert_gives(refnet_text_fold_header, "Organisations' programme", "organizationsprogram");
  assert_gives(refnet_text_fold_header, "Neighbouring Centres; centre", "neighboringcenterscenter");
  assert_gives(refnet_text_fold_header, "संस्था नाम", "संस्थानाम");
  assert_gives(refnet_text_fold_header, "#!", "");
  assert_gives(refnet_text_fold_header, "", "");
}

static void slugs(void **state) {
  (void)state;
  assert_gives(refnet_text_slug, "Elm Clinic", "elm-clinic");
  assert_gives(refnet_text_slug, "  St. Mary's & Co. ", "st-mary-s-co");
  assert_gives(refnet_text_slug, "Área 51/B", "área-51-b");
  assert_gives(refnet_text_slug, "Детский Сад № 5", "детский-сад-5");
  assert_gives(refnet_text_slug, "東京 病院", "東京-病院");
  assert_gives(refnet_text_slug, "हिन्दी सेवा", "हिन्दी-सेवा");
  assert_gives(refnet_text_slug, "Straße", "strasse");
  assert_gives(refnet_text_slug, "--", "unnamed");
  assert_gives(refnet_text_slug, "", "unnamed");
  assert_gives(refnet_text_slug, "👩", "unnamed");
}

/* Random text from characters that are troublesome together, and from anywhere. */
static char *random_text(RefnetRandom *random) {
  static const gunichar troublesome[] = {
      ' ',    'a',    'I',    '.',    '-',    '\'',   '5',    0xA0,   0xA8,
      0xAD,   0xB4,   0xDF,   0x130,  0x301,  0x327,  0x345,  0x3B1,  0x483,
      0x5B4,  0x5D0,  0x627,  0x640,  0x64B,  0x653,  0x928,  0x93C,  0x94D,
      0xDCA,  0xDD9,  0x1100, 0x1161, 0x11A8, 0x13A0, 0x200C, 0x200D, 0x2033,
      0x20E3, 0x2122, 0x304B, 0x3099, 0xAB70, 0xFB1D, 0xFDFA, 0xFE0F, 0x1F468};
  GString *text = g_string_new(NULL);
  for (guint64 left = refnet_random_below(random, 10); left > 0; left--) {
    gunichar c = troublesome[refnet_random_below(random, G_N_ELEMENTS(troublesome))];
    if (refnet_random_below(random, 4) == 0)
      c = (gunichar)refnet_random_below(random, 0x110000);
    if (c != 0 && g_unichar_validate(c))
      g_string_append_unichar(text, c);
  }
  return g_string_free(text, FALSE);
}

static void assert_stable(TextFunction function, const char *text) {
  g_autofree char *once = function(text), *twice = function(once);
  assert_true(g_utf8_validate(once, -1, NULL));
  assert_string_equal(once, twice);
}

static void assert_properties(const char *text) {
  g_autofree char *apart = g_utf8_normalize(text, -1, G_NORMALIZE_NFD);
  g_autofree char *clean = refnet_text_clean(text);
  for (gsize i = 0; i < G_N_ELEMENTS(functions); i++) {
    g_autofree char *expected = functions[i](text);
    assert_stable(functions[i], text);
    assert_gives(functions[i], apart, expected);
    assert_gives(functions[i], clean, expected);
  }
}

/* Every character of the scripts in daily use; of the ideographs and the rest a sample. */
static gunichar next_character(gunichar c) {
  if (c < 0x3400 || (c >= 0xA000 && c < 0xAC00) || (c >= 0xF900 && c < 0x10000))
    return c + 1;
  return c + (c < 0x20000 ? 11 : 257);
}

static void every_character_is_stable(void **state) {
  (void)state;
  for (gunichar c = 1; c < 0x110000; c = next_character(c)) {
    if (!g_unichar_validate(c))
      continue;
    char text[8] = {0};
    g_unichar_to_utf8(c, text);
    assert_properties(text);
  }
}

static void random_text_is_stable(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, 1);
  for (int i = 0; i < 20000; i++) {
    g_autofree char *text = random_text(&random);
    assert_properties(text);
  }
}

static void pieces_are_normalized_as_the_whole(void **state) {
  (void)state;
  static const GNormalizeMode modes[] = {G_NORMALIZE_NFC, G_NORMALIZE_NFD, G_NORMALIZE_NFKC,
                                         G_NORMALIZE_NFKD};
  RefnetRandom random;
  refnet_random_seed(&random, 3);
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint round = 0; round < 200; round++) {
    g_autofree char *more = random_text(&random);
    g_string_append(text, more);
    g_string_append(text, "\u1112\u1161\u11AB\u0B92\u0BD7");
    g_autofree char *apart = g_utf8_normalize(text->str, -1, G_NORMALIZE_NFD);
    GNormalizeMode mode = modes[round % G_N_ELEMENTS(modes)];
    g_autofree char *expected = g_utf8_normalize(apart, -1, mode);
    g_autofree char *got = refnet_text_normalize(apart, mode);
    assert_string_equal(got, expected);
  }
}

/* As long as a field may be: GLib alone would take minutes. */
static void long_texts_take_linear_time(void **state) {
  (void)state;
  g_autoptr(GString) jamo = g_string_new(NULL);
  while (jamo->len < 1 << 20)
    g_string_append(jamo, "\u1112\u1161\u11AB");
  g_autofree char *clean = refnet_text_clean(jamo->str);
  assert_int_equal(strlen(clean) * 3, jamo->len);
  g_autoptr(GString) marks = g_string_new("e");
  while (marks->len < 1 << 20)
    g_string_append(marks, "\u0301\u0327");
  g_autofree char *few = refnet_text_clean(marks->str);
  assert_true(g_utf8_strlen(few, -1) <= 1 + REFNET_MARKS_MOST);
}

static void random_bytes_are_survived(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, 2);
  for (int i = 0; i < 20000; i++) {
    char bytes[24] = {0};
    for (gsize j = refnet_random_below(&random, sizeof bytes); j > 0; j--)
      bytes[j - 1] = (char)(1 + refnet_random_below(&random, 255));
    g_autofree char *valid = g_utf8_make_valid(bytes, -1);
    assert_properties(valid);
    for (gsize j = 0; j < G_N_ELEMENTS(functions); j++)
      g_free(functions[j](bytes));
    g_autofree char *shown = refnet_text_display(bytes, 5);
    assert_true(g_utf8_validate(shown, -1, NULL));
    assert_true(g_utf8_strlen(shown, -1) <= 5);
  }
}

static void assert_shown(const char *text, gsize most, const char *expected) {
  g_autofree char *shown = refnet_text_display(text, most);
  assert_string_equal(shown, expected);
}

static void display_is_harmless(void **state) {
  (void)state;
  assert_shown("Elm Clinic", 0, "Elm Clinic");
  assert_shown("", 0, "");
  assert_shown("a\x1B[2Jb\n", 0, "a\uFFFD[2Jb\uFFFD");
  assert_shown("a\u202Eb\u2066\xC2\x85\u2028", 0, "a\uFFFDb\uFFFD\uFFFD\uFFFD");
  assert_shown("\xFF\xFE", 0, "\uFFFD\uFFFD");
  assert_shown("שלום", 0, "שלום");
}

static void display_is_cut(void **state) {
  (void)state;
  assert_shown("Elm Clinic", 10, "Elm Clinic");
  assert_shown("Elm Clinic", 9, "Elm Clin…");
  assert_shown("Elm Clinic", 1, "…");
  assert_shown("東京病院", 3, "東京…");
  assert_shown("ae\u0301\u0327xx", 3, "a…"); /* not between e and its accents */
}

static void widths(void **state) {
  (void)state;
  assert_int_equal(refnet_text_width(""), 0);
  assert_int_equal(refnet_text_width("Elm"), 3);
  assert_int_equal(refnet_text_width("Café"), 4);
  assert_int_equal(refnet_text_width("Cafe\u0301"), 4);
  assert_int_equal(refnet_text_width("東京"), 4);
  assert_int_equal(refnet_text_width("a\u200Bb"), 2);
  assert_int_equal(refnet_text_width("👩"), 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(clean_blanks),
      cmocka_unit_test(clean_invisible),
      cmocka_unit_test(clean_keeps_joiners_that_mean_something),
      cmocka_unit_test(clean_composes),
      cmocka_unit_test(clean_survives_invalid_bytes),
      cmocka_unit_test(one_name_in_several_spellings),
      cmocka_unit_test(values_in_several_spellings),
      cmocka_unit_test(other_names_stay_apart),
      cmocka_unit_test(headers),
      cmocka_unit_test(slugs),
      cmocka_unit_test(every_character_is_stable),
      cmocka_unit_test(random_text_is_stable),
      cmocka_unit_test(pieces_are_normalized_as_the_whole),
      cmocka_unit_test(long_texts_take_linear_time),
      cmocka_unit_test(random_bytes_are_survived),
      cmocka_unit_test(display_is_harmless),
      cmocka_unit_test(display_is_cut),
      cmocka_unit_test(widths),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
