/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom to call: serving the area first, then the nearest, with the shortest route, and who is left
 * out. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>

#include "unit/support.h"
#include <refnet/analysis.h>

#define ORGANIZATIONS                                                                              \
  "id,name,services,areas,populations,languages,status\n"                                          \
  "ask,Asker,beds,West,,,\nfar,Far,rides,East,,,\nhere,Here,rides,West,youth,Spanish,\n"           \
  "mid,Mid,rides,North,elders,English,\nshut,Shut,rides,West,,,closed\nnone,Silent,,West,,,\n"
#define AREAS "area,latitude,longitude\nWest,40,-80\nNorth,40.1,-80\nEast,40,-79\n"
#define REFERRALS                                                                                  \
  "from,to,service,count,accepted\nask,mid,rides,9,1\nmid,here,rides,2,2\nask,far,,1,\n"

typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
  RefnetFind *find;
} Found;

static Found ask(RefnetFindOptions options, GError **error) {
  Found found;
  found.dataset = support_load(NULL, "organizations.csv", ORGANIZATIONS, "areas.csv", AREAS,
                               "referrals.csv", REFERRALS, NULL);
  found.network = refnet_network_new(found.dataset, NULL, FALSE, NULL);
  found.find = refnet_find_new(found.network, &options, error);
  return found;
}

static void found_free(Found *found) {
  refnet_find_free(found->find);
  refnet_network_free(found->network);
  refnet_dataset_free(found->dataset);
}

static const char *id_of(const Found *found, guint32 organization) {
  return found->dataset->organizations[organization].id;
}

static void assert_providers(const Found *found, const char *expected) {
  g_autoptr(GString) ids = g_string_new(NULL);
  for (guint32 i = 0; i < found->find->count; i++)
    g_string_append_printf(ids, "%s%s", i > 0 ? " " : "",
                           id_of(found, found->find->providers[i].organization));
  assert_string_equal(ids->str, expected);
}

static void nearest_first(void **state) {
  (void)state;
  Found found = ask((RefnetFindOptions){"rides", "West", NULL, NULL, REFNET_NONE}, NULL);
  assert_providers(&found, "here mid far");
  assert_true(found.find->providers[0].serves_area);
  assert_false(found.find->providers[1].serves_area);
  assert_true(fabs(found.find->providers[1].km - refnet_distance_km(40, -80, 40.1, -80)) < 1e-9);
  assert_int_equal(found.find->organizations_without_services, 1);
  found_free(&found);
}

static void whoever_serves_others_is_left_out(void **state) {
  (void)state;
  Found youth = ask((RefnetFindOptions){"rides", "West", "youth", NULL, REFNET_NONE}, NULL);
  assert_providers(&youth, "here far");
  assert_int_equal(youth.find->excluded, 1);
  assert_int_equal(youth.find->providers[0].serves_population, REFNET_TRI_YES);
  assert_int_equal(youth.find->providers[1].serves_population, REFNET_TRI_UNKNOWN);
  found_free(&youth);
  Found english = ask((RefnetFindOptions){"rides", "West", NULL, "english", REFNET_NONE}, NULL);
  assert_providers(&english, "mid far");
  found_free(&english);
}

static void routes_and_outcomes(void **state) {
  (void)state;
  Found found = ask((RefnetFindOptions){"rides", "West", NULL, NULL, 0}, NULL);
  assert_int_equal(found.find->providers[0].path.length, 3);
  assert_string_equal(id_of(&found, found.find->providers[0].path.items[1]), "mid");
  assert_int_equal(found.find->providers[1].path.length, 2);
  assert_int_equal(found.find->providers[1].outcomes_known, 9);
  assert_int_equal(found.find->providers[1].outcomes_unfilled, 8);
  assert_true(found.find->providers[1].often_unfilled);
  assert_false(found.find->providers[0].often_unfilled);
  found_free(&found);
}

static void unknown_names_are_wrong_usage(void **state) {
  (void)state;
  const RefnetFindOptions wrong[] = {{"ridse", NULL, NULL, NULL, REFNET_NONE},
                                     {"rides", "Wets", NULL, NULL, REFNET_NONE},
                                     {"rides", NULL, "yuoth", NULL, REFNET_NONE},
                                     {"rides", NULL, NULL, "Klingon", REFNET_NONE}};
  for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
    g_autoptr(GError) error = NULL;
    Found found = ask(wrong[i], &error);
    assert_null(found.find);
    assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
    found_free(&found);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nearest_first),
      cmocka_unit_test(whoever_serves_others_is_left_out),
      cmocka_unit_test(routes_and_outcomes),
      cmocka_unit_test(unknown_names_are_wrong_usage),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
