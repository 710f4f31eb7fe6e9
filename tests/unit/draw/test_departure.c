/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The map of what somebody's leaving means: marks on lines, discs and in the legend. */

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "draw/scene/map.h"
#include "draw/signs/departure.h"
#include "unit/draw/scene_checks.h"
#include "unit/support.h"

/* Ann alone holds Alder's ties; Bob and Bea share Birch's; Dee has left Dogwood. */
#define ORGANIZATIONS                                                                              \
  "id,name,services,areas\n"                                                                       \
  "alder,Alder,,East\nbirch,Birch,,East\ncedar,Cedar,respite care,East\ndogwood,Dogwood,,\n"       \
  "elm,Elm,,\n"
#define REFERRALS "from,to,count\nalder,birch,3\nalder,cedar,2\nbirch,elm,1\nbirch,dogwood,1\n"
#define CONTACTS                                                                                   \
  "organization,name,left\nalder,Ann Ash,\nbirch,Bob Bay,\nbirch,Bea Box,\ncedar,Cyd Cox,\n"       \
  "dogwood,Dee Dow,2025-01-01\n"

typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
  RefnetRisks *risks;
  RefnetDate as_of;
} Loaded;

static int load(void **state) {
  Loaded *loaded = g_new0(Loaded, 1);
  GError *error = NULL;
  loaded->as_of = refnet_date_from_ymd(2026, 2, 14);
  loaded->dataset = support_load(&error, "organizations.csv", ORGANIZATIONS, "referrals.csv",
                                 REFERRALS, "contacts.csv", CONTACTS, NULL);
  assert_null(error);
  loaded->network = refnet_network_new(loaded->dataset, NULL, FALSE, &error);
  assert_null(error);
  RefnetRiskOptions options = {.turnover = REFNET_DEFAULT_TURNOVER, .as_of = loaded->as_of};
  loaded->risks = refnet_risks_new(loaded->network, &options, &error);
  assert_null(error);
  *state = loaded;
  return 0;
}

static int unload(void **state) {
  Loaded *loaded = *state;
  refnet_risks_free(loaded->risks);
  refnet_network_free(loaded->network);
  refnet_dataset_free(loaded->dataset);
  g_free(loaded);
  return 0;
}

static RefnetDeparture *departure_of(const Loaded *loaded, const char *who) {
  GError *error = NULL;
  guint32 person = refnet_dataset_find_person(loaded->dataset, who, &error);
  assert_null(error);
  RefnetDeparture *departure =
      refnet_departure_new(loaded->risks, person, loaded->as_of, FALSE, &error);
  assert_null(error);
  return departure;
}

static guint32 vertex_of(const Loaded *loaded, const char *id) {
  return loaded->network->vertex[refnet_dataset_find(loaded->dataset, id, NULL)];
}

static void test_only_holder_leaves(void **state) {
  const Loaded *loaded = *state;
  RefnetDeparture *departure = departure_of(loaded, "Ann Ash");
  guint32 alder = vertex_of(loaded, "alder"), birch = vertex_of(loaded, "birch");
  guint64 tie = refnet_network_find_tie(loaded->network, alder, birch);
  guint64 gone = refnet_network_find_tie(loaded->network, birch, vertex_of(loaded, "dogwood"));
  assert_string_equal(departure->who, "contact 1 of 1 at Alder");
  assert_int_equal(departure->ties_going, 2);
  assert_int_equal(departure->ties_gone, 1);
  assert_int_equal(departure->fate[tie], REFNET_TIE_GOES);
  assert_int_equal(departure->fate[gone], REFNET_TIE_GONE_ALREADY);
  assert_true(departure->is_of[alder] && departure->leaves[alder]);
  assert_false(departure->is_of[birch] || departure->leaves[birch]);
  assert_string_equal(departure->services[0], "respite care in East");
  assert_null(departure->services[1]);
  refnet_departure_free(departure);
}

static void test_colleague_stays(void **state) {
  const Loaded *loaded = *state;
  RefnetDeparture *departure = departure_of(loaded, "Bob Bay");
  assert_int_equal(departure->ties_going, 0);
  assert_true(departure->ties_held > 0);
  assert_true(departure->leaves[vertex_of(loaded, "birch")]);
  assert_null(departure->services[0]);
  refnet_departure_free(departure);
}

static void test_who_has_left_leaves_nothing(void **state) {
  const Loaded *loaded = *state;
  RefnetDeparture *departure = departure_of(loaded, "Dee Dow");
  guint32 dogwood = vertex_of(loaded, "dogwood");
  assert_true(departure->is_of[dogwood]);
  assert_false(departure->leaves[dogwood]);
  assert_int_equal(departure->ties_going, 0);
  refnet_departure_free(departure);
}

static void test_map(void **state) {
  const Loaded *loaded = *state;
  RefnetMapOptions options = {.seed = 1, .as_of = loaded->as_of};
  guint32 person = refnet_dataset_find_person(loaded->dataset, "Ann Ash", NULL);
  for (guint show = 0; show < 2; show++) {
    GError *error = NULL;
    guint dashed = 0;
    RefnetMap *map = refnet_map_new_departure(loaded->risks, person, show == 1, &options, &error);
    assert_null(error);
    for (gsize i = 0; i < refnet_scene_length(map->scene); i++) {
      const RefnetPrimitive *edge = refnet_scene_at(map->scene, i);
      dashed += edge->part == REFNET_PART_EDGE && edge->dash > 0;
    }
    assert_int_equal(dashed, 3);
    assert_true(has_words(map->scene, show ? "without Ann Ash" : "without contact 1 of 1"));
    assert_int_equal(has_words(map->scene, "Ann Ash"), show == 1);
    assert_true(has_words(map->scene, "respite care"));
    refnet_map_free(map);
  }
}

/* What was not worked out is not said to be nothing. */
static void test_unknown_consequences(void **state) {
  const Loaded *loaded = *state;
  RefnetMapOptions options = {.seed = 1, .as_of = loaded->as_of};
  guint32 person = refnet_dataset_find_person(loaded->dataset, "Ann Ash", NULL);
  RefnetPersonRisk *risk = loaded->risks->people;
  while (risk->person != person)
    risk++;
  guint32 known = risk->cut_off_count;
  risk->cut_off_count = REFNET_NONE;
  RefnetDeparture *departure = departure_of(loaded, "Ann Ash");
  assert_int_equal(departure->organizations_cut_off, REFNET_NONE);
  RefnetMap *map = refnet_map_new_departure(loaded->risks, person, FALSE, &options, NULL);
  assert_true(has_words(map->scene, "not worked out"));
  risk->cut_off_count = known;
  refnet_map_free(map);
  refnet_departure_free(departure);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_only_holder_leaves),          cmocka_unit_test(test_colleague_stays),
      cmocka_unit_test(test_who_has_left_leaves_nothing), cmocka_unit_test(test_map),
      cmocka_unit_test(test_unknown_consequences),
  };
  int failed = cmocka_run_group_tests(tests, load, unload);
  refnet_draw_cleanup();
  return failed;
}
