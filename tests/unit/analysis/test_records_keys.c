/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What two rows about one organization have in common however each of them is written. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "analysis/records/keys.h"
#include "analysis/records/words.h"

static void assert_key(char *key, const char *expected) {
  if (expected)
    assert_string_equal(key, expected);
  else
    assert_null(key);
  g_free(key);
}

static void assert_words(const char *name, const char *expected) {
  g_autoptr(GPtrArray) words = refnet_words_of_name(name);
  g_ptr_array_add(words, NULL);
  assert_key(g_strjoinv(" ", (char **)words->pdata), expected);
}

static void test_words_of_names(void **state) {
  (void)state;
  assert_words("St. Mary's Church", "st mary church");
  assert_words("SAINT MARYS CHURCH", "st mary church");
  assert_words("Food & Shelter, Inc.", "food and shelter");
  assert_words("Y.M.C.A.", "ymca");
  assert_words("Café Niño", "cafe nino");
  assert_words("First Baptist Church", "1 baptist church");
  assert_words("Harbor Centre LLC", "harbor center");
  assert_words("Neighbors (501(c)(3))", "neighbor");
  assert_words("N. Harbor Ministries", "north harbor ministry");
  assert_words("Post 41", "post 41");
  /* initials beside the words they stand for, and a lost apostrophe */
  assert_words("Housing Finance Agency (HFA)", "housing finance agency");
  assert_words("NAMI - National Alliance on Mental Illness", "national alliance on mental illness");
  assert_words("Department of Energy (DOE)", "department of energy");
  assert_words("Elm House (NW)", "elm house northwest");
  assert_words("Mary\xEF\xBF\xBDs Place", "mary place");
  assert_words("Inc.", "inc");
  assert_words("?", "?");
}

static void test_kinds_of_words(void **state) {
  (void)state;
  assert_int_equal(refnet_word_kind("41"), REFNET_WORD_NUMBER);
  assert_int_equal(refnet_word_kind("north"), REFNET_WORD_COMPASS);
  assert_int_equal(refnet_word_kind("pantry"), REFNET_WORD_UNIT);
  assert_int_equal(refnet_word_kind("center"), REFNET_WORD_GENERIC);
  assert_int_equal(refnet_word_kind("of"), REFNET_WORD_FILLER);
  assert_int_equal(refnet_word_kind("harbor"), REFNET_WORD_PROPER);
}

static void test_tails(void **state) {
  (void)state;
  assert_int_equal(refnet_words_before_tail("Elm Clinic - Eastside", 3), 2);
  assert_int_equal(refnet_words_before_tail("Elm Clinic: Dental", 3), 2);
  assert_int_equal(refnet_words_before_tail("Bel-Air Hotel", 3), 3);
  assert_int_equal(refnet_words_before_tail("Elm Clinic, Inc.", 2), 2);
  assert_int_equal(refnet_words_before_tail("Elm Clinic,", 2), 2);
  assert_int_equal(refnet_words_before_tail("NAMI: National Alliance on Mental Illness", 5), 5);
}

/* Figures of Winkler (1990) and of the usual examples. */
static void test_jaro_winkler(void **state) {
  (void)state;
  static const struct {
    const char *a, *b;
    double likeness;
  } cases[] = {{"martha", "marhta", .9611},
               {"dwayne", "duane", .84},
               {"dixon", "dicksonx", .8133},
               {"", "", 1},
               {"a", "", 0},
               {"abc", "xyz", 0}};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    assert_true(fabs(refnet_jaro_winkler(cases[i].a, cases[i].b) - cases[i].likeness) < 1e-4);
    assert_true(fabs(refnet_jaro_winkler(cases[i].b, cases[i].a) - cases[i].likeness) < 1e-4);
  }
}

static void test_words_alike(void **state) {
  (void)state;
  static const char *const alike[][2] = {{"deli", "delicatessen"},  {"dept", "department"},
                                         {"helth", "health"},       {"fod", "food"},
                                         {"comunity", "community"}, {"grille", "grill"}};
  for (guint i = 0; i < G_N_ELEMENTS(alike); i++)
    assert_true(refnet_words_likeness(alike[i][0], alike[i][1]) >= .8);
  static const char *const apart[][2] = {
      {"hospital", "hospice"}, {"men", "women"}, {"harbor", "elm"}, {"ash", "oak"}};
  for (guint i = 0; i < G_N_ELEMENTS(apart); i++)
    assert_true(refnet_words_likeness(apart[i][0], apart[i][1]) == 0);
}

static void test_phones(void **state) {
  (void)state;
  static const struct {
    const char *cell;
    guint count;
    guint64 first;
  } cases[] = {{"+1 (989) 555-0101 ext. 12", 1, 9895550101},
               {"989.555.0101 / 989.555.0102", 2, 9895550101},
               {"310/246-1501", 1, 3102461501},
               {"Office: 989-555-0101; Fax: 989-555-0103", 2, 9895550101},
               {"555-0101", 1, 5550101},
               {"211", 0, 0},
               {"000-000-0000", 0, 0},
               {"call us", 0, 0},
               {NULL, 0, 0}};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    guint64 numbers[3] = {0};
    assert_int_equal(refnet_key_phones(cases[i].cell, numbers, 3), cases[i].count);
    assert_int_equal(numbers[0], cases[i].first);
  }
  assert_true(refnet_key_phone_is_toll_free(8005550101));
  assert_false(refnet_key_phone_is_toll_free(9895550101));
}

static void test_other_keys(void **state) {
  (void)state;
  assert_key(refnet_key_name("The Food & Shelter of Harbor, Inc."), "food and shelter of harbor");
  assert_key(refnet_key_name("The"), "the");
  assert_key(refnet_key_name(NULL), NULL);
  assert_key(refnet_key_email("mailto:Info@Oak.example"), "info@oak.example");
  assert_key(refnet_key_email("a@b.example; c@d.example"), "a@b.example");
  assert_key(refnet_key_email("none"), NULL);
  assert_key(refnet_key_email_domain("info@oak.example"), "oak.example");
  assert_key(refnet_key_email_domain("oak@gmail.com"), NULL);
  assert_key(refnet_key_website("https://www.Oak.example/about?x=1"), "oak.example");
  assert_key(refnet_key_website("oak.example."), "oak.example");
  assert_key(refnet_key_website("http://facebook.com/oak"), NULL);
  assert_key(refnet_key_website("none"), NULL);
  assert_key(refnet_key_tax_id("38-1234567"), "381234567");
  assert_key(refnet_key_tax_id("00-0000000"), NULL);
  assert_key(refnet_key_tax_id("n/a"), NULL);
  assert_key(refnet_key_tax_id("Pending"), NULL);
  assert_key(refnet_key_tax_id("501(c)(3)"), NULL);
  assert_key(refnet_key_tax_id("06-1234567"), "61234567"); /* a spreadsheet drops the zero */
  assert_key(refnet_key_tax_id("61234567"), "61234567");
  assert_key(refnet_key_tax_id("EIN 38-1234567"), "381234567");
  assert_key(refnet_words_of_town("City of St. Ives"), "st ive");
}

static void assert_address(const char *text, const char *number, const char *street,
                           const char *unit) {
  g_auto(RefnetAddress) parts = {0};
  refnet_address_parse(text, &parts);
  assert_key(g_steal_pointer(&parts.number), number);
  assert_key(g_steal_pointer(&parts.street), street);
  assert_key(g_steal_pointer(&parts.unit), unit);
}

static void test_addresses(void **state) {
  (void)state;
  assert_address("12 Grove Street, North", "12", "grove", NULL);
  assert_address("435 S. La Cienega Blvd., Suite 200", "435", "la cienega", "200");
  assert_address("747 Ninth Ave.", "747", "9", NULL);
  assert_address("747 9th Ave. between 50th and 51st Sts.", "747", "9", NULL);
  assert_address("3rd St.", NULL, "3", NULL);
  assert_address("100-104 Main St", "100", "main", NULL);
  assert_address("P.O. Box 12", "box 12", NULL, NULL);
  assert_address("12 Court Street", "12", "court", NULL);
  assert_address(NULL, NULL, NULL, NULL);
}

static void test_streets(void **state) {
  (void)state;
  assert_true(refnet_streets_alike("north point", "northpoint"));
  assert_true(refnet_streets_alike("peachtree", "peachtre"));
  assert_true(refnet_streets_alike("martin luther king", "martin luther king jr"));
  assert_false(refnet_streets_alike("5", "52"));
  assert_false(refnet_streets_alike("elm", "ash"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_words_of_names), cmocka_unit_test(test_kinds_of_words),
      cmocka_unit_test(test_tails),          cmocka_unit_test(test_jaro_winkler),
      cmocka_unit_test(test_words_alike),    cmocka_unit_test(test_phones),
      cmocka_unit_test(test_other_keys),     cmocka_unit_test(test_addresses),
      cmocka_unit_test(test_streets)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
