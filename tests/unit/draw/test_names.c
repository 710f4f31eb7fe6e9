/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Short names for a map: what is dropped, what is abbreviated, what stays apart. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "draw/labels/names.h"
#include "unit/draw/made_network.h"

static void check_short(const char *name, const char *expected) {
  g_autofree char *shortened = refnet_name_shorten(name);
  assert_string_equal(shortened, expected);
}

static void test_legal_forms(void **state) {
  (void)state;
  check_short("Harbor Legal Aid, Inc.", "Harbor Legal Aid");
  check_short("Harbor Legal Aid Inc", "Harbor Legal Aid");
  check_short("Bay Dental, P.C., LLC", "Bay Dental");
  check_short("The Haven House", "Haven House");
  check_short("The Haven", "The Haven");
  check_short("Inc.", "Inc.");
  check_short("Zinc Works", "Zinc Works");
}

static void test_long_names(void **state) {
  (void)state;
  check_short("Harbor County", "Harbor County");
  check_short("Harbor County Department of Human Services", "Harbor Co. Dept. of Human Services");
  check_short("National Alliance on Mental Illness", "National Alliance on Mental Illness");
  check_short("Greater Harbor National Association", "Greater Harbor Natl. Association");
}

static void check_in_title(const char *name, guint most, const char *expected) {
  g_autofree char *shown = refnet_name_in_title(name, most);
  assert_string_equal(shown, expected);
}

static void test_in_titles(void **state) {
  (void)state;
  const char *name = "The Wyoming Valley Health and Recovery Collaborative of Luzerne County";
  check_in_title(name, 80, name);
  check_in_title(name, 68, "Wyoming Valley Health & Recovery Collaborative of Luzerne County");
  check_in_title(name, 54, "Wyoming Valley Health & Recovery Collaborative…");
  check_in_title(name, 48, "Wyoming Valley Health & Recovery Collaborative…");
  check_in_title(name, 47, "Wyoming Valley Health & Recovery Collaborative…");
  check_in_title(name, 46, "Wyoming Valley Health & Recovery…");
  check_in_title("Donaudampfschifffahrt", 10, "Donaudamp…");
  check_in_title("東京都福祉保健局", 5, "東京都福…");
}

static void test_nothing_to_shorten(void **state) {
  (void)state;
  check_short("", "");
  check_short(",", ",");
  check_short("  ,, ", "  ,, ");
  check_short("東京都福祉保健局", "東京都福祉保健局");
}

static void test_labels_stay_apart(void **state) {
  const char *names[] = {"Bay Dental, Inc.", "Bay Dental LLC", "Elm Clinic, Inc.", "A\nB"};
  (void)state;
  MadeNetwork *made = made_network_new(names, NULL, 4, NULL, 0, NULL, 0);
  RefnetOrganization *organizations = (RefnetOrganization *)made->dataset.organizations;
  RefnetOrganizationDetails details = refnet_organization_no_details;
  details.short_name = "Elm";
  organizations[2].details = &details;
  g_auto(GStrv) labels = refnet_names_for_map(&made->network);
  assert_string_equal(labels[0], "Bay Dental, Inc.");
  assert_string_equal(labels[1], "Bay Dental LLC");
  assert_string_equal(labels[2], "Elm");
  assert_string_equal(labels[3], "A\357\277\275B");
  assert_null(labels[4]);
  made_network_free(made);
}

/* Those that differ in capitals and accents only, in the order of their numbers. */
static void test_in_order(void **state) {
  const char *const names[] = {"Zeta", "élan", "Elan", "alpha", "ELAN"};
  guint32 vertices[] = {4, 3, 2, 1, 0};
  const guint32 expected[] = {3, 1, 2, 4, 0};
  (void)state;
  refnet_names_sort((char *const *)names, vertices, 5);
  assert_memory_equal(vertices, expected, sizeof expected);
  refnet_names_sort(NULL, NULL, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_legal_forms),        cmocka_unit_test(test_long_names),
      cmocka_unit_test(test_nothing_to_shorten), cmocka_unit_test(test_labels_stay_apart),
      cmocka_unit_test(test_in_order),           cmocka_unit_test(test_in_titles),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
