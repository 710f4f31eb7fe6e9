/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Counts, shares, lists and distances read as they would be said. */
#include "unit/present/described.h"

#include "present/wording/words.h"

static void assert_words(char *text, const char *expected) {
  assert_string_equal(text, expected);
  g_free(text);
}

static void test_numbers(void **state) {
  (void)state;
  assert_words(refnet_words_number(0), "no");
  assert_words(refnet_words_number(1), "one");
  assert_words(refnet_words_number(9), "nine");
  assert_words(refnet_words_number(10), "10");
  assert_words(refnet_words_number(999), "999");
  assert_words(refnet_words_number(1000), "1,000");
  assert_words(refnet_words_number(G_MAXUINT64), "18,446,744,073,709,551,615");
  assert_words(refnet_words_count(0, "tie", "ties"), "no ties");
  assert_words(refnet_words_count(1, "tie", "ties"), "one tie");
  assert_words(refnet_words_count(12, "tie", "ties"), "12 ties");
  assert_words(refnet_words_share(15, 24), "15 of 24");
  assert_words(refnet_words_share(0, 1200), "0 of 1,200");
}

static void test_capitals(void **state) {
  (void)state;
  assert_words(refnet_words_capital(g_strdup("")), "");
  assert_words(refnet_words_capital(g_strdup("six relationships")), "Six relationships");
  assert_words(refnet_words_capital(g_strdup("no")), "No");
  assert_words(refnet_words_capital(g_strdup("12 ties")), "12 ties");
  assert_words(refnet_words_capital(g_strdup("referrals.csv has none")), "referrals.csv has none");
  assert_words(refnet_words_capital(g_strdup("\"east\" is unknown")), "\"east\" is unknown");
  assert_words(refnet_words_capital(g_strdup("élan")), "élan");
}

static void test_stops(void **state) {
  (void)state;
  assert_words(refnet_words_single_stops(g_strdup("")), "");
  assert_words(refnet_words_single_stops(g_strdup("Ask Elm Clinic Inc.. It is near.")),
               "Ask Elm Clinic Inc. It is near.");
  assert_words(refnet_words_single_stops(g_strdup("at Elm Clinic Inc..")), "at Elm Clinic Inc.");
  assert_words(refnet_words_single_stops(g_strdup("And then...")), "And then...");
  assert_words(refnet_words_single_stops(g_strdup("say \"Vision..Dental\".")),
               "say \"Vision..Dental\".");
}

static void test_shares(void **state) {
  (void)state;
  assert_words(refnet_words_percent(0), "0 %");
  assert_words(refnet_words_percent(0.0001), "under 1 %");
  assert_words(refnet_words_percent(0.01), "1 %");
  assert_words(refnet_words_percent(0.513), "51 %");
  assert_words(refnet_words_percent(0.99), "99 %");
  assert_words(refnet_words_percent(0.9999), "over 99 %");
  assert_words(refnet_words_percent(1), "100 %");
  assert_words(refnet_words_percent(NAN), "n/a");
  assert_words(refnet_words_rate(0.3), "30 %");
  assert_words(refnet_words_rate(0.125), "12.5 %");
  assert_words(refnet_words_rate(0), "0 %");
  assert_words(refnet_words_rate(1), "100 %");
}

static void test_measures(void **state) {
  (void)state;
  assert_words(refnet_words_figure(0), "0");
  assert_words(refnet_words_figure(0.01), "under 0.1");
  assert_words(refnet_words_figure(0.5), "0.5");
  assert_words(refnet_words_figure(12), "12");
  assert_words(refnet_words_figure(12.34), "12.3");
  assert_words(refnet_words_figure(1240.6), "1,241");
  assert_words(refnet_words_figure(1e300), "1e+300");
  assert_words(refnet_words_figure(NAN), "n/a");
}

static void test_lists(void **state) {
  static const char *const names[] = {"A", "B", "C", "D", "E"};
  (void)state;
  assert_words(refnet_words_list(names, 0, 3), "");
  assert_words(refnet_words_list(names, 1, 3), "A");
  assert_words(refnet_words_list(names, 2, 3), "A and B");
  assert_words(refnet_words_list(names, 3, 3), "A, B and C");
  assert_words(refnet_words_list(names, 4, 3), "A, B, C and one other");
  assert_words(refnet_words_list(names, 5, 3), "A, B, C and two others");
  assert_words(refnet_words_list(names, 5, 0), "A, B, C, D and E");
  assert_words(refnet_words_list(names, 2, 1), "A and one other");
  const char *const firms[] = {"Hall, Inc.", "B", "C"};
  assert_words(refnet_words_list(firms, 2, 0), "Hall, Inc. and B");
  assert_words(refnet_words_list(firms, 3, 0), "Hall, Inc.; B; and C");
  assert_words(refnet_words_list(firms, 3, 2), "Hall, Inc.; B; and one other");
  assert_words(refnet_words_list(firms + 1, 2, 1), "B and one other");
}

static void test_areas(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "id,name,areas\na,A,East;North;South;West\n", NULL);
  RefnetIndexList areas = dataset->organizations[0].areas;
  assert_words(refnet_words_areas(dataset, areas, 2), "East, North and two other areas");
  assert_words(refnet_words_areas(dataset, areas, 3), "East, North, South and one other area");
  assert_words(refnet_words_areas(dataset, areas, 4), "East, North, South and West");
}

static void test_contacts(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "id,name,short_name\na,Elm Clinic,Elm\nb,Oak,\n",
                   "contacts.csv", "organization,name\na,Zoe Marsh\na,Ana Ruiz\nb,Bo Lind\n", NULL);
  assert_words(refnet_words_contact(dataset, 0, TRUE), "Ana Ruiz at Elm");
  assert_words(refnet_words_contact(dataset, 0, FALSE), "contact 1 of 2 at Elm");
  assert_words(refnet_words_contact(dataset, 1, FALSE), "contact 2 of 2 at Elm");
  assert_words(refnet_words_contact(dataset, 2, FALSE), "contact 1 of 1 at Oak");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_numbers), cmocka_unit_test(test_capitals), cmocka_unit_test(test_stops),
      cmocka_unit_test(test_shares),  cmocka_unit_test(test_measures), cmocka_unit_test(test_lists),
      cmocka_unit_test(test_areas),   cmocka_unit_test(test_contacts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
