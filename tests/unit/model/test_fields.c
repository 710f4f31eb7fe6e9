/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of headers: no header of a file means two fields, and common sheets are understood. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include <refnet/base.h>

#include "model/columns/fields.h"
#include "unit/support.h"

/* The field that a folded header means, or G_MAXUINT. */
static guint meaning(RefnetFile file, const char *header) {
  const RefnetFileFields *fields = refnet_file_fields(file);
  guint found = G_MAXUINT, best = G_MAXUINT;
  for (guint i = 0; i < fields->field_count; i++) {
    guint fit = refnet_field_fit(&fields->fields[i], header);
    if (fit < best) {
      best = fit;
      found = i;
    }
  }
  return found;
}

static void assert_one_meaning(const RefnetFileFields *file, guint owner, const char *header) {
  for (guint i = 0; i < file->field_count; i++)
    if (i != owner && refnet_field_fit(&file->fields[i], header) != G_MAXUINT)
      fail_msg("%s: \"%s\" means both %s and %s", file->file, header, file->fields[owner].name,
               file->fields[i].name);
}

static void test_no_header_is_ambiguous(void **state) {
  (void)state;
  for (guint f = 0; f < REFNET_FILES; f++) {
    const RefnetFileFields *file = refnet_file_fields((RefnetFile)f);
    assert_true(file->field_count <= REFNET_FIELDS_MAX);
    for (guint i = 0; i < file->field_count; i++) {
      g_auto(GStrv) synonyms = g_strsplit(file->fields[i].synonyms, " ", -1);
      for (guint k = 0; synonyms[k] != NULL; k++) {
        g_autofree char *folded = refnet_text_fold_header(synonyms[k]);
        assert_string_equal(folded, synonyms[k]);
        assert_one_meaning(file, i, synonyms[k]);
        assert_int_not_equal(refnet_field_fit(&file->fields[i], synonyms[k]), G_MAXUINT);
      }
      g_autofree char *own = refnet_text_fold_header(file->fields[i].name);
      assert_int_equal(refnet_field_fit(&file->fields[i], own), 0);
      assert_one_meaning(file, i, own);
    }
  }
}

static void test_common_sheets(void **state) {
  (void)state;
  assert_int_equal(meaning(REFNET_FILE_ORGANIZATIONS, "agencyname"), REFNET_ORGANIZATION_NAME);
  assert_int_equal(meaning(REFNET_FILE_ORGANIZATIONS, "label"), REFNET_ORGANIZATION_NAME);
  assert_int_equal(meaning(REFNET_FILE_ORGANIZATIONS, "nameofagency"), REFNET_ORGANIZATION_NAME);
  assert_int_equal(meaning(REFNET_FILE_REFERRALS, "fromagencyid"), REFNET_REFERRAL_FROM);
  assert_int_equal(meaning(REFNET_FILE_REFERRALS, "toagencyid"), REFNET_REFERRAL_TO);
  assert_int_equal(meaning(REFNET_FILE_CONTACTS, "workphone"), REFNET_CONTACT_PHONE);
  assert_int_equal(meaning(REFNET_FILE_ORGANIZATIONS, "id"), REFNET_ORGANIZATION_ID);
  assert_int_equal(meaning(REFNET_FILE_ORGANIZATIONS, "shortname"), REFNET_ORGANIZATION_SHORT_NAME);
  assert_int_equal(meaning(REFNET_FILE_ORGANIZATIONS, "zip"), REFNET_ORGANIZATION_POSTAL_CODE);
  assert_int_equal(meaning(REFNET_FILE_REFERRALS, "source"), REFNET_REFERRAL_FROM);
  assert_int_equal(meaning(REFNET_FILE_REFERRALS, "referringagency"), REFNET_REFERRAL_FROM);
  assert_int_equal(meaning(REFNET_FILE_REFERRALS, "target"), REFNET_REFERRAL_TO);
  assert_int_equal(meaning(REFNET_FILE_REFERRALS, "receivingagency"), REFNET_REFERRAL_TO);
  assert_int_equal(meaning(REFNET_FILE_REFERRALS, "weight"), REFNET_REFERRAL_COUNT);
  assert_int_equal(meaning(REFNET_FILE_CONTACTS, "organizationid"), REFNET_CONTACT_ORGANIZATION);
  assert_int_equal(meaning(REFNET_FILE_CONTACTS, "title"), REFNET_CONTACT_ROLE);
  assert_int_equal(meaning(REFNET_FILE_ORGANIZATIONS, "townsserved"), REFNET_ORGANIZATION_AREAS);
  assert_int_equal(meaning(REFNET_FILE_ORGANIZATIONS, "town"), REFNET_ORGANIZATION_CITY);
  assert_int_equal(meaning(REFNET_FILE_ORGANIZATIONS, "providertype"), REFNET_ORGANIZATION_SECTOR);
  assert_int_equal(meaning(REFNET_FILE_REFERRALS, "referring"), REFNET_REFERRAL_FROM);
  assert_int_equal(meaning(REFNET_FILE_REFERRALS, "issue"), REFNET_REFERRAL_SERVICE);
  assert_int_equal(meaning(REFNET_FILE_NEEDS, "town"), REFNET_NEED_AREA);
  assert_int_equal(meaning(REFNET_FILE_NEEDS, "peopleneeding"), REFNET_NEED_DEMAND);
  assert_int_equal(meaning(REFNET_FILE_REFERRALS, "colour"), G_MAXUINT);
  assert_int_equal(meaning(REFNET_FILE_REFERRALS, ""), G_MAXUINT);
}

/* What an agency's programs are called, or its taxonomy, says what it offers where nothing else
 * does; a name of its own stays its name. */
/* A sheet with a town and its county in each row has the county in many rows. */
static void test_towns_go_before_counties(void **state) {
  (void)state;
  static const struct {
    RefnetFile file;
    guint field;
  } areas[] = {{REFNET_FILE_AREAS, REFNET_AREA_AREA}, {REFNET_FILE_NEEDS, REFNET_NEED_AREA}};
  for (gsize i = 0; i < G_N_ELEMENTS(areas); i++) {
    const RefnetField *area = &refnet_file_fields(areas[i].file)->fields[areas[i].field];
    assert_true(refnet_field_fit(area, "town") < refnet_field_fit(area, "county"));
    assert_true(refnet_field_fit(area, "neighborhood") < refnet_field_fit(area, "city"));
    assert_true(refnet_field_fit(area, "area") < refnet_field_fit(area, "town"));
  }
}

static void test_programs_are_services_where_nothing_else_is(void **state) {
  static const struct {
    const char *header, *service;
  } sheets[] = {{"Agency Name,Program Name,City", "Rides"},
                {"Agency Name,City,Taxonomy", "Bay"},
                {"Agency Name,Program Name,Taxonomy", "Bay"},
                {"Agency Name,Program Name,Services", "Bay"}};
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(sheets); i++) {
    g_autoptr(GError) error = NULL;
    g_autofree char *text = g_strconcat(sheets[i].header, "\nElm,Rides,Bay\n", NULL);
    g_autoptr(RefnetDataset) dataset = support_load(&error, "organizations.csv", text, NULL);
    assert_non_null(dataset);
    assert_string_equal(dataset->organizations[0].name, "Elm");
    assert_int_equal(dataset->services.length, 1);
    assert_string_equal(dataset->services.names[0], sheets[i].service);
  }
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "Program Name,City\nRides,Bay\n", NULL);
  assert_string_equal(dataset->organizations[0].name, "Rides");
  assert_int_equal(dataset->services.length, 0);
}

static void test_british_spelling(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "Organisation Name,Parent Organisation\nAlpha,\nBeta,Alpha\n",
      "referrals.csv", "Referring Organisation,Receiving organisation\nAlpha,Beta\n",
      "contacts.csv", "Organisation,Name\nAlpha,Ada Poe\n", "areas.csv",
      "Neighbourhood,Neighbouring areas\nEast,West\nWest,East\n", NULL);
  assert_int_equal(dataset->organization_count, 2);
  assert_int_equal(dataset->organizations[1].details->parent_organization, 0);
  assert_int_equal(dataset->referrals.rows, 1);
  assert_int_equal(dataset->contact_count, 1);
  assert_int_equal(dataset->area_count, 2);
}

/* "Ward" may be where an organization is: beside the areas that it serves, it is. */
static void test_wards_are_areas_where_nothing_else_is(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) alone =
      support_load(NULL, "organizations.csv", "name,Ward\nAlpha,North\n", NULL);
  assert_int_equal(alone->area_count, 1);
  assert_int_equal(alone->attribute_count, 0);
  g_autoptr(RefnetDataset) beside = support_load(
      NULL, "organizations.csv", "name,Ward,Areas served\nAlpha,North,East;West\n", NULL);
  assert_int_equal(beside->area_count, 2);
  assert_int_equal(beside->attribute_count, 1);
}

/* Beside a column of services, what is needed is how many people need them. */
static void test_needs_are_figures(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "name\nAlpha\n", "needs.csv",
                   "area,service,Need\nEast,food,40\n", NULL);
  assert_float_equal(dataset->needs[0].demand, 40, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_no_header_is_ambiguous),
      cmocka_unit_test(test_common_sheets),
      cmocka_unit_test(test_towns_go_before_counties),
      cmocka_unit_test(test_british_spelling),
      cmocka_unit_test(test_wards_are_areas_where_nothing_else_is),
      cmocka_unit_test(test_needs_are_figures),
      cmocka_unit_test(test_programs_are_services_where_nothing_else_is),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
