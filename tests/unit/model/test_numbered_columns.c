/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lists that stand in several columns with numbers. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include <refnet/model.h>

#include "unit/support.h"

static void assert_said(const RefnetDataset *dataset, const char *kind, guint column,
                        const char *message) {
  for (gsize i = 0; i < refnet_diagnostics_length(dataset->diagnostics); i++) {
    const RefnetDiagnostic *told = refnet_diagnostics_at(dataset->diagnostics, i);
    if (strcmp(told->kind, kind) == 0 && strcmp(told->message, message) == 0) {
      assert_int_equal(told->column, column);
      return;
    }
  }
  fail_msg("%s was not said: %s", kind, message);
}

static void assert_list(const RefnetVocabulary *names, RefnetIndexList list, const char *expected) {
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint32 i = 0; i < list.length; i++)
    g_string_append_printf(text, "%s%s", i > 0 ? ";" : "", names->names[list.items[i]]);
  assert_string_equal(text->str, expected);
}

/* A cell is divided as it would be by itself: at ; or, where all parts are known, at commas. */
static void test_columns_are_one_list(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv",
                   "name,Service 1,Phone 1,Service 2,Services (3),Population,Population 2\n"
                   "A,dental,555-1,respite,,adults,n/a\n"
                   "B,,555-2,food; rides,\"dental, respite\",,veterans\n"
                   "C,,,,,,\n",
                   NULL);
  assert_list(&dataset->services, dataset->organizations[0].services, "dental;respite");
  assert_list(&dataset->services, dataset->organizations[1].services, "dental;food;respite;rides");
  assert_list(&dataset->services, dataset->organizations[2].services, "");
  assert_list(&dataset->populations, dataset->organizations[0].populations, "adults");
  assert_list(&dataset->populations, dataset->organizations[1].populations, "veterans");
  assert_string_equal(dataset->organizations[0].details->phone, "555-1");
  assert_int_equal(dataset->attribute_count, 0);
  assert_said(dataset, "numbered-columns", 2,
              "several columns are read as one list each: services (\"Service 1\" to "
              "\"Services (3)\"), populations (\"Population\" and \"Population 2\")");
  assert_said(dataset, "comma-split", 5,
              "\"dental, respite\" was split at the commas, for all parts are known values");
}

/* Only where the column lists something; --column may say so, too. */
static void test_lines_are_parts_of_a_list(void **state) {
  (void)state;
  static const char *const overrides[] = {"populations=Whom", NULL};
  g_autofree char *folder = support_write_folder(
      "", "organizations.csv",
      "\"Agency\nName\",\"Services\noffered\",Whom,Address\n"
      "\"Elm\nClinic\",\"• dental\n• food boxes\",\"veterans\nfamilies\",\"1 Elm St\nMarlow\"\n",
      NULL);
  const RefnetLoadOptions options = {.columns = overrides};
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(folder, &options, NULL);
  support_remove_folder(folder);
  assert_string_equal(dataset->organizations[0].name, "Elm Clinic");
  assert_string_equal(dataset->organizations[0].details->address, "1 Elm St Marlow");
  assert_list(&dataset->services, dataset->organizations[0].services, "dental;food boxes");
  assert_list(&dataset->populations, dataset->organizations[0].populations, "families;veterans");
}

static void test_equal_headers_are_one_list(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv",
                   "name,Services,services,Services ,Areas,Areas,Phone,Phone\n"
                   "A,dental,,respite,East,West,555-1,555-2\n",
                   NULL);
  assert_list(&dataset->services, dataset->organizations[0].services, "dental;respite");
  assert_int_equal(dataset->organizations[0].areas.length, 2);
  assert_string_equal(dataset->organizations[0].details->phone, "555-1");
  assert_said(dataset, "numbered-columns", 2,
              "several columns are read as one list each: services (\"Services\", several times), "
              "areas (\"Areas\", twice)");
  assert_said(dataset, "duplicate-column", 8,
              "column \"Phone\" is there more than once; the first is used");
}

/* Other fields, years, other headers and what the user said. */
static void test_others_keep_their_rules(void **state) {
  (void)state;
  static const char *const overrides[] = {"services=Service 2", NULL};
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv",
                   "name,Phone 1,Phone 2,Population 2010,Population 2020,Area 1,County 2\n"
                   "A,555-1,555-2,90,100,East,West\n",
                   NULL);
  assert_string_equal(dataset->organizations[0].details->phone, "555-1");
  assert_int_equal(dataset->attribute_count, 5);
  const RefnetLoadOptions options = {.columns = overrides};
  g_autofree char *folder = support_write_folder("", "organizations.csv",
                                                 "name,Service 1,Service 2\nA,dental,food\n", NULL);
  g_autoptr(RefnetDataset) chosen = refnet_dataset_load(folder, &options, NULL);
  support_remove_folder(folder);
  assert_list(&chosen->services, chosen->organizations[0].services, "food");
}

/* A row of services.csv that fills only the second of its columns is one, too. */
static void test_other_files(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "name\nA\n", "services.csv",
      "organization,Service 1,Service 2,Area 1,Area 2\nA,,food,East,West\nA,,,East,\n", NULL);
  assert_int_equal(dataset->offer_count, 1);
  assert_int_equal(dataset->offers[0].areas.length, 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_columns_are_one_list),
      cmocka_unit_test(test_lines_are_parts_of_a_list),
      cmocka_unit_test(test_equal_headers_are_one_list),
      cmocka_unit_test(test_others_keep_their_rules),
      cmocka_unit_test(test_other_files),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
