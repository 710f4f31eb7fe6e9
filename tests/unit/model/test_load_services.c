/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Offers, areas and lists: what counts, and what all and containing areas mean. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "unit/support.h"

static guint32 organization(const RefnetDataset *dataset, const char *id) {
  return refnet_dataset_find(dataset, id, NULL);
}

static const RefnetOffer *offers_of(const RefnetDataset *dataset, const char *id, guint32 *count) {
  guint32 v = organization(dataset, id);
  *count = dataset->offer_start[v + 1] - dataset->offer_start[v];
  return dataset->offers + dataset->offer_start[v];
}

/* The names of a list, joined. */
static char *areas_of(const RefnetDataset *dataset, RefnetIndexList list) {
  GString *text = g_string_new(NULL);
  for (guint32 i = 0; i < list.length; i++)
    g_string_append_printf(text, "%s%s", i > 0 ? " " : "", dataset->areas[list.items[i]].key);
  return g_string_free(text, FALSE);
}

static void assert_areas(const RefnetDataset *dataset, const char *id, const char *expected) {
  g_autofree char *areas =
      areas_of(dataset, dataset->organizations[organization(dataset, id)].areas);
  assert_string_equal(areas, expected);
}

static void test_lists_make_offers(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv",
      "id,name,services,areas,populations,capacity\na,A,respite; meals,E;N,veterans,50\nb,B,meals,"
      "E,,70\nc,C,,E,,\n",
      NULL);
  guint32 count;
  const RefnetOffer *offers = offers_of(dataset, "a", &count);
  assert_int_equal(count, 2);
  assert_int_equal(offers[0].areas.length, 2);
  assert_int_equal(offers[1].populations.length, 1);
  assert_true(isnan(offers[0].capacity) && isnan(offers[1].capacity));
  assert_int_equal(offers[0].line, 0);
  offers = offers_of(dataset, "b", &count);
  assert_int_equal(count, 1);
  assert_true(offers[0].capacity == 70);
  assert_int_equal(offers[0].populations.length, 0);
  assert_false(refnet_dataset_services_known(dataset, organization(dataset, "c")));
  assert_int_equal(refnet_diagnostics_count_kind(dataset->diagnostics, "capacity-not-used"), 1);
}

static void test_rows_replace_lists(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "id,name,services,areas,populations\na,A,meals,E;N,veterans\n",
      "services.csv",
      "organization,service,area,population,capacity,period\nA,respite,,,10,month\nA,respite,E,"
      "youth,3,week\nA,housing,N,,,\nA,respite,E,youth,3,week\n",
      NULL);
  guint32 count;
  const RefnetOffer *offers = offers_of(dataset, "a", &count);
  assert_int_equal(count, 3);
  assert_string_equal(dataset->services.names[offers[0].service], "housing");
  assert_true(isnan(offers[0].capacity));
  assert_true(offers[1].capacity == 156 && offers[1].areas.length == 1);
  assert_true(offers[2].capacity == 120 && offers[2].areas.length == 2);
  assert_int_equal(offers[2].populations.length, 1);
  assert_string_equal(dataset->populations.names[offers[2].populations.items[0]], "veterans");
  assert_string_equal(dataset->populations.names[offers[1].populations.items[0]], "youth");
  assert_int_equal(dataset->organizations[0].services.length, 1);
  assert_int_equal(dataset->files[1].rows.merged, 1);
}

static void test_every_area(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv",
      "id,name,areas\na,A,countywide\nb,B,ALL\nc,C,North County\nd,D,State; Far\ne,E,nc;east\n",
      "areas.csv",
      "area,name,within\neast,,nc\nwest,,NC\nnc,North County,State\nState,,\nlone,,all\n", NULL);
  assert_areas(dataset, "a", "east Far lone west");
  assert_areas(dataset, "b", "east Far lone west");
  assert_areas(dataset, "c", "east west");
  assert_areas(dataset, "d", "east Far west");
  assert_areas(dataset, "e", "east west");
  guint32 nc = refnet_dataset_find_area(dataset, "North County");
  assert_string_equal(dataset->areas[nc].key, "nc");
  assert_string_equal(dataset->areas[dataset->areas[nc].within].key, "State");
  assert_int_equal(dataset->areas[refnet_dataset_find_area(dataset, "lone")].within, REFNET_NONE);
  assert_int_equal(dataset->areas[refnet_dataset_find_area(dataset, "far")].line, 0);
}

static void test_area_names(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "id,name,areas\na,A,East Side\nb,B,Twin\nc,C,e\n", "areas.csv",
      "area,name,neighbors,latitude,population\ne,East Side,n;e,40,100\nn,Twin,,,\nt,Twin,,,\n",
      NULL);
  assert_areas(dataset, "a", "e");
  assert_areas(dataset, "b", "Twin");
  assert_areas(dataset, "c", "e");
  const RefnetArea *east = &dataset->areas[refnet_dataset_find_area(dataset, "e")];
  assert_int_equal(east->neighbors.length, 2);
  assert_true(east->latitude == 40 && east->population == 100 && isnan(east->longitude));
  assert_string_equal(east->name, "East Side");
}

/* Areas in a chain of thousands, and a circle: no recursion, no endless walk. */
static void test_deep_areas(void **state) {
  (void)state;
  GString *text = g_string_new("area,within\n");
  for (int i = 0; i < 20000; i++)
    g_string_append_printf(text, "a%d,a%d\n", i, i + 1);
  g_string_append(text, "r0,r1\nr1,r2\nr2,r0\nr3,r0\n");
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "id,name,areas\na,A,a20000\nb,B,all\n", "areas.csv",
                   text->str, NULL);
  g_string_free(text, TRUE);
  assert_areas(dataset, "a", "a0");
  assert_areas(dataset, "b", "a0 r1 r2 r3");
  assert_int_equal(refnet_diagnostics_count_kind(dataset->diagnostics, "area-cycle"), 3);
}

static void test_commas(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv",
      "id,name,services,areas\na,A,\"respite, dental\",\"Kent, Sussex\"\nb,B,\"respite, hope, and "
      "faith\",Kent\nc,C,\"meals, dental; respite\",\n",
      "needs.csv", "area,service,demand\nSussex,dental,3\nKent,respite,4\n", NULL);
  assert_int_equal(dataset->organizations[0].services.length, 2);
  assert_int_equal(dataset->organizations[0].areas.length, 2);
  assert_int_equal(dataset->organizations[1].services.length, 1);
  assert_int_not_equal(refnet_vocabulary_find(&dataset->services, "respite, hope, and faith"),
                       REFNET_NONE);
  assert_int_not_equal(refnet_vocabulary_find(&dataset->services, "meals, dental"), REFNET_NONE);
  assert_int_equal(refnet_diagnostics_count_kind(dataset->diagnostics, "comma-split"), 2);
  assert_int_equal(refnet_diagnostics_count_kind(dataset->diagnostics, "comma-unclear"), 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lists_make_offers), cmocka_unit_test(test_rows_replace_lists),
      cmocka_unit_test(test_every_area),        cmocka_unit_test(test_area_names),
      cmocka_unit_test(test_deep_areas),        cmocka_unit_test(test_commas),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
