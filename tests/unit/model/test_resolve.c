/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names to organizations: tiers, ambiguity, did you mean. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include "unit/support.h"

static const char sheet[] = "id,name,short_name,alternate_names\n"
                            "harbor,Harbor Respite,HR,Harbour Care; The Harbor\n"
                            "elm,Elm Clinic,,\n"
                            "stm-1,St. Mary,,\n"
                            "stm-2,St. Mary,,\n"
                            "north,Elm,,harbor\n"
                            "AB1,Upper,,\n"
                            "ab1,Lower,,\n";

static const char *find(const RefnetDataset *dataset, const char *text) {
  g_autoptr(GError) error = NULL;
  guint32 v = refnet_dataset_find(dataset, text, &error);
  assert_true((v == REFNET_NONE) == (error != NULL));
  return v != REFNET_NONE ? dataset->organizations[v].id : NULL;
}

static void assert_refused(const RefnetDataset *dataset, const char *text, const char *message) {
  g_autoptr(GError) error = NULL;
  assert_int_equal(refnet_dataset_find(dataset, text, &error), REFNET_NONE);
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  assert_string_equal(error->message, message);
}

static void test_tiers(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(NULL, "organizations.csv", sheet, NULL);
  assert_string_equal(find(dataset, "harbor"), "harbor");
  assert_string_equal(find(dataset, "HARBOR RESPITE"), "harbor");
  assert_string_equal(find(dataset, "  hr "), "harbor");
  assert_string_equal(find(dataset, "the harbor"), "harbor");
  assert_string_equal(find(dataset, "Elm"), "elm");
  assert_string_equal(find(dataset, "Élm  Clinic"), "elm");
  assert_string_equal(find(dataset, "stm-2"), "stm-2");
  assert_string_equal(find(dataset, "AB1"), "AB1");
  assert_string_equal(find(dataset, "ab1"), "ab1");
  assert_null(find(dataset, "Ab1"));
}

static void test_plainly(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv",
      "id,name,alternate_names\nmary,St. Mary's House,Mary-House\noak,Oak Care,\noak-2,\"Oak Care, "
      "LLC\",\nnorth,Elm Clinic (North),\nsouth,Elm Clinic (South),\nmh,Mary House Two,\n",
      NULL);
  assert_string_equal(find(dataset, "Saint Marys House, Inc."), "mary");
  assert_string_equal(find(dataset, "MARYHOUSE"), "mary");
  assert_string_equal(find(dataset, "oak care"), "oak"); /* a fold goes before */
  assert_string_equal(find(dataset, "Elm Clinic - North"), "north");
  assert_null(find(dataset, "Elm Clinic"));
  assert_refused(dataset, "Oak-Care Inc",
                 "\"Oak-Care Inc\" could be \"Oak Care\" (oak) or \"Oak Care, LLC\" (oak-2); use "
                 "the id");
}

static void test_messages(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(NULL, "organizations.csv", sheet, NULL);
  assert_refused(dataset, "Habor Respite",
                 "no organisation is called \"Habor Respite\"; did you mean \"Harbor Respite\" "
                 "(harbor)?");
  assert_refused(dataset, "Harbor Respite Center",
                 "no organisation is called \"Harbor Respite Center\"; did you mean \"Harbor "
                 "Respite\" (harbor)?");
  assert_refused(dataset, "St. Mary",
                 "\"St. Mary\" could be \"St. Mary\" (stm-1) or \"St. Mary\" (stm-2); use the id");
  assert_refused(dataset, "Zebra Crossing", "no organisation is called \"Zebra Crossing\"");
  assert_refused(dataset, "", "no organisation is called \"\"");
  assert_refused(dataset, "\xff\x1b[2J",
                 "no organisation is called \"\xef\xbf\xbd\xef\xbf\xbd[2J\"");
}

static void test_vocabulary(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv",
                   "name,services,areas\nA,Food;food;FOOD; Housing,E\nB,food,e\nC,Food,E\n",
                   "areas.csv", "area,name\nE,East Side\n", NULL);
  assert_int_equal(dataset->services.length, 2);
  assert_string_equal(dataset->services.names[0], "Food");
  assert_int_equal(refnet_vocabulary_find(&dataset->services, " housing"), 1);
  assert_int_equal(refnet_vocabulary_find(&dataset->services, "hous"), REFNET_NONE);
  assert_int_equal(refnet_dataset_find_area(dataset, "east side"), 0);
  assert_int_equal(refnet_dataset_find_area(dataset, "e"), 0);
  assert_int_equal(refnet_dataset_find_area(dataset, "west"), REFNET_NONE);
  assert_int_equal(dataset->organizations[0].services.length, 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tiers),
      cmocka_unit_test(test_plainly),
      cmocka_unit_test(test_messages),
      cmocka_unit_test(test_vocabulary),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
