/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Single files in place of a folder, edge lists, flags, categories, and cells as spreadsheets have
 * them. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "model/dataset/kinds.h"
#include "unit/support.h"

static char *file_in(const char *folder, const char *name) {
  return g_build_filename(folder, name, NULL);
}

static guint64 count(const RefnetDataset *dataset, const char *kind) {
  return refnet_diagnostics_count_kind(dataset->diagnostics, kind);
}

static guint64 rejected(const RefnetDataset *dataset) {
  return refnet_diagnostics_count(dataset->diagnostics, REFNET_SEVERITY_ERROR);
}

static void test_single_files(void **state) {
  (void)state;
  g_autofree char *folder = support_write_folder(NULL, "us.csv", "id,name\na,A\nb,B\n", "links.tsv",
                                                 "from\tto\na\tb\nb\tx\n", "people.csv",
                                                 "organization,name\nA,Ann\n", NULL);
  g_autofree char *us = file_in(folder, "us.csv"), *links = file_in(folder, "links.tsv");
  g_autofree char *people = file_in(folder, "people.csv");
  RefnetFiles files = {.organizations = us, .referrals = links, .contacts = people};
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load_files(&files, NULL, &error);
  assert_null(error);
  assert_string_equal(dataset->name, "us");
  assert_string_equal(dataset->path, us);
  assert_int_equal(dataset->file_count, 3);
  assert_string_equal(dataset->files[1].file, "links.tsv");
  assert_int_equal(dataset->referrals.rows, 1);
  assert_int_equal(dataset->contact_count, 1);
  assert_int_equal(rejected(dataset), 1);
  assert_string_equal(refnet_diagnostics_at(dataset->diagnostics, 0)->file, "links.tsv");
  support_remove_folder(folder);
}

static RefnetDataset *load_edges(const char *text, GError **error) {
  g_autofree char *folder = support_write_folder(NULL, "edges.csv", text, NULL);
  g_autofree char *edges = file_in(folder, "edges.csv");
  RefnetFiles files = {.referrals = edges};
  RefnetDataset *dataset = refnet_dataset_load_files(&files, NULL, error);
  support_remove_folder(folder);
  return dataset;
}

static void test_edge_list(void **state) {
  (void)state;
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDataset) dataset =
      load_edges("ego,alter,tie\nElm House,Bay,2\nBAY,Elm house,1\nElm House,Elm House,1\n"
                 "Elm House,,1\nBay,Oak,x\nBay,Elm House,1\n",
                 &error);
  assert_null(error);
  assert_int_equal(dataset->organization_count, 3);
  assert_string_equal(dataset->organizations[0].id, "bay");
  assert_string_equal(dataset->organizations[0].name, "Bay");
  assert_string_equal(dataset->organizations[1].name, "Elm House");
  assert_string_equal(dataset->organizations[2].id, "oak");
  assert_int_equal(dataset->organizations[1].line, 0);
  assert_int_equal(dataset->organizations[1].sector, REFNET_NONE);
  assert_true(isnan(dataset->organizations[1].details->latitude));
  assert_int_equal(dataset->referrals.rows, 4);
  assert_int_equal(count(dataset, "organizations-taken"), 1);
  assert_int_equal(count(dataset, "taken-organization"), 3);
  assert_int_equal(rejected(dataset), 2);
  assert_int_equal(dataset->files[0].rows.read, 6);
  assert_int_equal(dataset->files[0].rows.kept, 4);
}

static void test_unusable_files(void **state) {
  (void)state;
  GError *error = NULL;
  RefnetFiles none = {.contacts = "contacts.csv"};
  assert_null(refnet_dataset_load_files(&none, NULL, &error));
  assert_int_equal(error->code, REFNET_ERROR_USAGE);
  g_clear_error(&error);
  assert_null(load_edges("from,to\n", &error));
  assert_int_equal(error->code, REFNET_ERROR_INPUT);
  assert_non_null(strstr(error->message, "edges.csv names no organisation"));
  g_clear_error(&error);
  assert_null(load_edges("", &error));
  assert_int_equal(error->code, REFNET_ERROR_INPUT);
  g_clear_error(&error);
  RefnetFiles missing = {.referrals = "/nowhere/at/all.csv"};
  assert_null(refnet_dataset_load_files(&missing, NULL, &error));
  assert_int_equal(error->code, REFNET_ERROR_IO);
  g_clear_error(&error);
  RefnetFiles device = {.referrals = "/dev/null"};
  assert_null(refnet_dataset_load_files(&device, NULL, &error));
  assert_non_null(strstr(error->message, "cannot be read twice"));
  g_clear_error(&error);
}

/* ---- services -------------------------------------------------------------------------------- */

static RefnetDataset *load_flags(const char *columns, const char *text, GError **error) {
  g_autofree char *folder = support_write_folder(NULL, "organizations.csv", text, NULL);
  RefnetLoadOptions options = {.service_columns = columns, .as_of = REFNET_DATE_UNKNOWN};
  RefnetDataset *dataset = refnet_dataset_load(folder, &options, error);
  support_remove_folder(folder);
  return dataset;
}

#define FLAGS "name,Meals,Food; clothing,\"Beds, cots\",county,note\n"

static void test_flags(void **state) {
  (void)state;
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDataset) dataset =
      load_flags("meals..Beds, Cots", FLAGS "A,1,0,1,East,x\nB,yes,X,no,,y\nC,,,maybe,,\n", &error);
  assert_null(error);
  assert_int_equal(dataset->services.length, 3);
  assert_string_equal(dataset->services.names[0], "Beds, cots");
  assert_string_equal(dataset->services.names[1], "Food, clothing");
  assert_int_equal(dataset->organizations[0].services.length, 2);
  assert_int_equal(dataset->organizations[1].services.length, 2);
  assert_int_equal(dataset->organizations[2].services.length, 0);
  assert_int_equal(dataset->attribute_count, 1);
  assert_string_equal(dataset->attributes[0].name, "note");
  assert_int_equal(count(dataset, "bad-answer"), 1);
  assert_int_equal(count(dataset, "comma-kept"), 0);
}

static void assert_no_flags(const char *columns, const char *trouble) {
  g_autoptr(GError) error = NULL;
  assert_null(load_flags(columns, FLAGS "A,1,0,1,East,x\n", &error));
  assert_int_equal(error->code, REFNET_ERROR_USAGE);
  assert_non_null(strstr(error->message, trouble));
}

static void test_bad_flags(void **state) {
  (void)state;
  assert_no_flags("Meals", "not of the form FIRST..LAST");
  assert_no_flags("..", "begin with a header");
  assert_no_flags("Meals..Soup", "end with a header");
  assert_no_flags("note..Meals", "end before they begin");
  assert_no_flags("name..note", "hold the column of names");
  assert_no_flags("\xff..note", "not of the form");
}

static void test_categories(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "id,name,services\na,A,1;3\nb,B,\n", "services.csv",
      "organization_id,category_id\nb,2\n", "categories.csv",
      "category_id,category_name\n1,Meals\n2,Beds\n1,Other\n2,Beds\n4,Meals\n,x\n", NULL);
  assert_non_null(dataset);
  assert_int_equal(rejected(dataset), 2);
  assert_int_equal(count(dataset, "duplicate-category"), 1);
  assert_int_equal(count(dataset, "merged-row"), 1);
  assert_int_equal(dataset->services.length, 3); /* 3, Beds, Meals */
  assert_string_equal(dataset->services.names[dataset->organizations[0].services.items[1]],
                      "Meals");
  assert_string_equal(dataset->services.names[dataset->offers[2].service], "Beds");
  assert_string_equal(dataset->files[dataset->file_count - 1].file, "categories.csv");
}

/* ---- cells ----------------------------------------------------------------------------------- */

static void test_spreadsheet_dates(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv",
      "name,verified\nA,45321\nB,45321.75\nC,19999\nD,80001\nE,453210\nF,4532\nG,20000\n", NULL);
  assert_non_null(dataset);
  assert_int_equal(dataset->organizations[0].details->verified, refnet_date_from_ymd(2024, 1, 30));
  assert_int_equal(dataset->organizations[1].details->verified, refnet_date_from_ymd(2024, 1, 30));
  assert_int_equal(dataset->organizations[6].details->verified, refnet_date_from_ymd(1954, 10, 3));
  for (guint32 v = 2; v < 6; v++)
    assert_int_equal(dataset->organizations[v].details->verified, REFNET_DATE_UNKNOWN);
  assert_int_equal(count(dataset, "bad-date"), 4);
  assert_int_equal(count(dataset, "serial-date"), 1);
}

static void assert_date(RefnetDate date, const char *expected) {
  g_autofree char *iso = refnet_date_iso(date);
  assert_string_equal(iso != NULL ? iso : "", expected);
}

static void test_dates_as_people_write_them(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv",
                   "name,verified,funding_end\nA,3/4/26,Q2 2026\nB,3/25/26,June 2027\n"
                   "C,Spring 2025,2026\nD,March 2026,\nE,2025,FY26\n",
                   "contacts.csv", "organization,name,last_contact\nA,Ann,4/3/26\n", NULL);
  assert_non_null(dataset);
  static const char *const verified[] = {"2026-03-04", "2026-03-25", "2025-03-01", "2026-03-01",
                                         "2025-01-01"};
  static const char *const ends[] = {"2026-06-30", "2027-06-30", "2026-12-31", "", ""};
  for (guint32 v = 0; v < 5; v++) {
    assert_date(dataset->organizations[v].details->verified, verified[v]);
    assert_date(dataset->organizations[v].details->funding_end, ends[v]);
  }
  /* Nothing in its own file tells it. */
  assert_date(dataset->contacts[0].last_contact, "");
  assert_int_equal(count(dataset, "date-order-told"), 1);
  assert_int_equal(count(dataset, "ambiguous-date"), 1);
  assert_int_equal(count(dataset, "short-year"), 1);
  assert_int_equal(count(dataset, "period-for-date"), 1);
}

static void test_figures(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv",
      "name;capacity;latitude\nA;1,200;43,75\nB;1 200.50;-12.5\nC;1,20;91,5\nD;1.2.3;1,2,3\n",
      NULL);
  assert_non_null(dataset);
  assert_true(dataset->organizations[0].details->capacity == 1200);
  assert_true(dataset->organizations[0].details->latitude == 43.75);
  assert_true(dataset->organizations[1].details->capacity == 1200.5);
  assert_true(isnan(dataset->organizations[2].details->capacity));
  assert_true(isnan(dataset->organizations[2].details->latitude));
  assert_true(isnan(dataset->organizations[3].details->capacity));
  assert_true(isnan(dataset->organizations[3].details->latitude));
  assert_int_equal(count(dataset, "bad-number"), 2);
  assert_int_equal(count(dataset, "bad-coordinate"), 2);
}

/* What areas lie within is a label; a neighbor that nobody lists may be a misspelling. */
static void test_labels_of_areas(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "name,areas\nA,East\n", "areas.csv",
                   "area,within,neighbors\nEast,The County,Wset\nWest,The County,\n", NULL);
  refnet_dataset_check(dataset, REFNET_DATE_UNKNOWN);
  assert_int_equal(count(dataset, "unknown-area"), 1);
}

static void test_wide_names(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv",
      "name,areas\nHarbor County Food Bank,East\nCounty Aid,all\nCountryside Aid,West\n"
      "Orange County Aid,Orange County\nRegional Aid,\n",
      NULL);
  refnet_dataset_check(dataset, REFNET_DATE_UNKNOWN);
  assert_int_equal(count(dataset, "one-area-listed"), 1);
}

/* Each is counted; only those that are kept are explained, for that costs a look at all names. */
static void test_many_unlisted_areas_and_successors(void **state) {
  (void)state;
  enum { MANY = 150 };
  g_autoptr(GString) organizations = g_string_new("id,name,services,areas\n");
  g_autoptr(GString) contacts = g_string_new("organization,name,left,succeeded_by\n");
  for (guint i = 0; i < MANY; i++) {
    g_string_append_printf(organizations, "o%u,Organisation %u,food,Ward %u\n", i, i, 1000 + i);
    g_string_append_printf(contacts, "o%u,Person %u,2026-01-01,Somebody Else\n", i, i);
  }
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations->str, "contacts.csv", contacts->str,
                   "areas.csv", "area\nWard 1\n", NULL);
  assert_non_null(dataset);
  refnet_dataset_check(dataset, refnet_date_from_ymd(2026, 3, 1));
  assert_int_equal(count(dataset, "unknown-area"), MANY);
  assert_int_equal(count(dataset, "unknown-successor"), MANY);
  assert_false(refnet_kind_is_told(REFNET_KIND_UNKNOWN_AREA, dataset->diagnostics));
  assert_true(refnet_kind_is_told(REFNET_KIND_SAME_NAME, dataset->diagnostics));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_single_files),
      cmocka_unit_test(test_edge_list),
      cmocka_unit_test(test_unusable_files),
      cmocka_unit_test(test_flags),
      cmocka_unit_test(test_bad_flags),
      cmocka_unit_test(test_categories),
      cmocka_unit_test(test_spreadsheet_dates),
      cmocka_unit_test(test_dates_as_people_write_them),
      cmocka_unit_test(test_figures),
      cmocka_unit_test(test_labels_of_areas),
      cmocka_unit_test(test_wide_names),
      cmocka_unit_test(test_many_unlisted_areas_and_successors),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
