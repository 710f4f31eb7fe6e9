/* SPDX-License-Identifier: GPL-2.0-or-later */
/* organizations.csv: fields, lists, attributes, headers, accounting. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "unit/support.h"

static void test_every_field(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv",
      "id,name,short_name,alternate_names,sector,services,areas,populations,languages,offers,seeks,"
      "partnership,coalitions,capacity,status,address,city,postal_code,latitude,longitude,phone,"
      "email,website,tax_id,parent,funding_end,verified\n"
      "hr,Harbor Respite,HR,Harbour; HRC,Health,respite|meals,Eastside,older adults,Spanish,van,"
      "space,formal,Health Table,\"1,200\",closed,1 Main St,Port,01234,40.5,-80.25,555-0101,"
      "a@b.org,b.org,12-3,hr,2026-12-31,2026-01-02\n",
      NULL);
  const RefnetOrganization *organization = &dataset->organizations[0];
  assert_int_equal(dataset->organization_count, 1);
  assert_string_equal(organization->id, "hr");
  assert_string_equal(refnet_organization_label(organization), "HR");
  assert_int_equal(organization->details->alternate_names.length, 2);
  assert_string_equal(organization->details->alternate_names.items[1], "HRC");
  assert_string_equal(dataset->sectors.names[organization->sector], "Health");
  assert_int_equal(organization->services.length, 2);
  assert_string_equal(dataset->services.names[organization->services.items[0]], "meals");
  assert_int_equal(organization->areas.length, 1);
  assert_int_equal(organization->populations.length, 1);
  assert_int_equal(organization->details->languages.length, 1);
  assert_int_equal(organization->details->offers.length, 1);
  assert_int_equal(organization->details->seeks.length, 1);
  assert_int_equal(organization->details->coalitions.length, 1);
  assert_string_equal(dataset->partnerships.names[organization->details->partnership], "formal");
  assert_true(organization->details->capacity == 1200);
  assert_true(organization->closed);
  assert_string_equal(organization->details->postal_code, "01234");
  assert_true(organization->details->latitude == 40.5 &&
              organization->details->longitude == -80.25);
  assert_int_equal(organization->details->parent_organization, 0);
  assert_int_equal(organization->details->funding_end, refnet_date_from_ymd(2026, 12, 31));
  assert_int_equal(organization->line, 2);
  assert_int_equal(dataset->attribute_count, 0);
}

static void test_blank_is_unknown(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "name,sector,services,capacity,latitude,city\nA,,,,,\n", NULL);
  const RefnetOrganization *organization = &dataset->organizations[0];
  assert_int_equal(organization->sector, REFNET_NONE);
  assert_int_equal(organization->details->partnership, REFNET_NONE);
  assert_int_equal(organization->details->parent_organization, REFNET_NONE);
  assert_int_equal(organization->services.length, 0);
  assert_true(isnan(organization->details->capacity) && isnan(organization->details->latitude));
  assert_null(organization->details->city);
  assert_null(organization->details->short_name);
  assert_int_equal(organization->details->verified, REFNET_DATE_UNKNOWN);
  assert_false(organization->closed);
  assert_false(refnet_dataset_services_known(dataset, 0));
  assert_true(isnan(dataset->response_rate));
  assert_string_equal(refnet_organization_label(organization), "A");
}

static void test_attributes(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "name,Notes,Notes,agency\nZeta,z1,z2,z3\nAlpha,a1,,\n", NULL);
  assert_int_equal(dataset->attribute_count, 3);
  assert_string_equal(dataset->attributes[0].name, "Notes");
  assert_string_equal(dataset->attributes[1].name, "Notes (2)");
  assert_string_equal(dataset->attributes[2].name, "agency");
  assert_string_equal(dataset->attributes[0].values[0], "a1");
  assert_string_equal(dataset->attributes[1].values[1], "z2");
  assert_null(dataset->attributes[1].values[0]);
  assert_int_equal(refnet_diagnostics_count_kind(dataset->diagnostics, "duplicate-column"), 1);
  assert_int_equal(refnet_diagnostics_count_kind(dataset->diagnostics, "second-name"), 1);
}

static void test_columns_option(void **state) {
  (void)state;
  const char *const columns[] = {"name=Wer", "organizations.city=Wo", NULL};
  const RefnetLoadOptions options = {.columns = columns, .as_of = REFNET_DATE_UNKNOWN};
  g_autofree char *folder =
      support_write_folder(NULL, "organizations.csv", "Wer,Wo,name\nHarbor,Port,other\n", NULL);
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(folder, &options, NULL);
  assert_string_equal(dataset->organizations[0].name, "Harbor");
  assert_string_equal(dataset->organizations[0].details->city, "Port");
  static const char *const wrong[][2] = {
      {"nonsense", "column \"nonsense\" is not of the form FIELD=HEADER"},
      {"colour=Wo", "column \"colour=Wo\" names no field that refnet knows"},
      {"city=Wann", "column \"city=Wann\" names a header that no file with that field has"},
      {"referrals.city=Wo", "column \"referrals.city=Wo\" names no field that refnet knows"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
    const char *const bad[] = {"name=Wer", wrong[i][0], NULL};
    const RefnetLoadOptions bad_options = {.columns = bad, .as_of = REFNET_DATE_UNKNOWN};
    g_autoptr(GError) error = NULL;
    assert_null(refnet_dataset_load(folder, &bad_options, &error));
    assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
    assert_string_equal(error->message, wrong[i][1]);
  }
  support_remove_folder(folder);
}

static void test_merged_and_rejected(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv",
      "id,name,city\na,Alpha,X\na,Alpha,X\na,Alpha,Y\n,Beta,Z\n,Beta,Z\n,Beta,W\n,,Q\n\n,\n", NULL);
  const RefnetRowCount *rows = &dataset->files[0].rows;
  assert_int_equal(dataset->organization_count, 3);
  assert_int_equal(rows->read, 7);
  assert_int_equal(rows->kept, 3);
  assert_int_equal(rows->merged, 2);
  assert_int_equal(rows->rejected, 2);
  assert_int_equal(refnet_diagnostics_count_kind(dataset->diagnostics, "duplicate-id"), 1);
}

static void test_file_names_of_other_case(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(NULL, "Organizations.CSV", "name\nA\nB\n",
                                                  "Referrals.csv", "from,to\nA,B\n", NULL);
  assert_int_equal(dataset->organization_count, 2);
  assert_int_equal(dataset->referrals.rows, 1);
  assert_string_equal(dataset->files[0].file, "Organizations.CSV");
}

/* A cell over the cap of 1 MiB rejects its row; reading goes on after it. */
static void test_two_megabytes_in_a_cell(void **state) {
  (void)state;
  GString *text = g_string_new("name,city\nAlpha,X\nBeta,");
  for (int i = 0; i < 2 * 1024 * 1024; i++)
    g_string_append_c(text, 'x');
  g_string_append(text, "\nGamma,Z\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDataset) dataset = support_load(&error, "organizations.csv", text->str, NULL);
  g_string_free(text, TRUE);
  assert_null(error);
  assert_int_equal(dataset->organization_count, 2);
  assert_int_equal(dataset->files[0].rows.rejected, 1);
  const RefnetDiagnostic *diagnostic = refnet_diagnostics_at(dataset->diagnostics, 0);
  assert_int_equal(diagnostic->line, 3);
  assert_true(strlen(diagnostic->message) < 400);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_field),
      cmocka_unit_test(test_blank_is_unknown),
      cmocka_unit_test(test_attributes),
      cmocka_unit_test(test_columns_option),
      cmocka_unit_test(test_merged_and_rejected),
      cmocka_unit_test(test_file_names_of_other_case),
      cmocka_unit_test(test_two_megabytes_in_a_cell),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
