/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many people need a service in an area: one rule, whoever asks. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>

#include "analysis/supply/demand.h"
#include "unit/support.h"

/* Of rides in West, where areas are East, West and services beds, rides. */
static RefnetCellDemand rides(const char *rows, const char *chosen) {
  g_autofree char *needs = g_strconcat("area,service,population,demand\nEast,rides,,1000\n"
                                       "West,beds,,2000\n",
                                       rows, NULL);
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "name,populations\nElm,youth;elders\n", "needs.csv", needs, NULL);
  g_autoptr(RefnetDemand) demand = refnet_demand_new(dataset, NULL);
  guint32 west = refnet_dataset_find_area(dataset, "West");
  guint32 service = refnet_vocabulary_find(&dataset->services, "rides");
  if (!chosen)
    return refnet_demand_in(demand, west, service);
  RefnetChoice choice[2] = {0};
  choice[refnet_vocabulary_find(&dataset->populations, chosen)] = TRUE;
  guint32 first = demand->start[service];
  while (first < demand->start[service + 1] && dataset->needs[demand->rows[first]].area != west)
    first++;
  return refnet_demand_add_up(demand, first, demand->start[service + 1], choice);
}

static double people(const char *rows, const char *chosen) {
  return rides(rows, chosen).people;
}

static void assert_people(double found, double expected) {
  if (found != expected && !(isnan(found) && isnan(expected)))
    fail_msg("%g in place of %g", found, expected);
}

static void total_is_the_row_without_population(void **state) {
  (void)state;
  assert_people(people("West,rides,,50\n", NULL), 50);
  assert_people(people("West,rides,,50\nWest,rides,youth,20\nWest,rides,elders,25\n", NULL), 50);
  assert_people(people("West,rides,,0\n", NULL), 0);
}

static void else_the_others_add_up(void **state) {
  (void)state;
  assert_people(people("West,rides,youth,20\nWest,rides,elders,25\n", NULL), 45);
}

static void blank_is_unknown(void **state) {
  (void)state;
  assert_people(people("", NULL), NAN);
  assert_people(people("West,rides,,\n", NULL), NAN);
  assert_people(people("West,rides,youth,\nWest,rides,elders,\n", NULL), NAN);
  assert_false(rides("West,rides,youth,\nWest,rides,elders,\n", NULL).partial);
}

static void known_parts_are_at_least_what_is_needed(void **state) {
  (void)state;
  const char *const rows = "West,rides,youth,20\nWest,rides,elders,\n";
  assert_people(people(rows, NULL), 20);
  assert_true(rides(rows, NULL).partial);
  assert_false(rides(rows, "youth").partial);
  assert_people(people("West,rides,,50\nWest,rides,elders,\n", NULL), 50);
  assert_false(rides("West,rides,,50\nWest,rides,elders,\n", NULL).partial);
}

static void blank_total_is_at_least_the_groups(void **state) {
  (void)state;
  const char *const rows = "West,rides,,\nWest,rides,youth,20\nWest,rides,elders,25\n";
  assert_people(people(rows, NULL), 45);
  assert_true(rides(rows, NULL).partial);
  assert_int_equal(rides("West,rides,,\nWest,rides,youth,20\n", NULL).population, REFNET_NONE);
}

static void blank_beside_zero_is_unknown(void **state) {
  (void)state;
  assert_people(people("West,rides,,\nWest,rides,youth,0\n", NULL), NAN);
  assert_people(people("West,rides,youth,0\nWest,rides,elders,\n", NULL), NAN);
  assert_people(people("West,rides,youth,0\nWest,rides,elders,0\n", NULL), 0);
}

static void chosen_populations_alone_count(void **state) {
  (void)state;
  const char *const rows = "West,rides,,50\nWest,rides,youth,20\nWest,rides,elders,\n";
  assert_people(people(rows, "youth"), 20);
  assert_people(people(rows, "elders"), NAN);
  assert_people(people("West,rides,,50\n", "youth"), NAN);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(total_is_the_row_without_population),
      cmocka_unit_test(else_the_others_add_up),
      cmocka_unit_test(blank_is_unknown),
      cmocka_unit_test(known_parts_are_at_least_what_is_needed),
      cmocka_unit_test(blank_total_is_at_least_the_groups),
      cmocka_unit_test(blank_beside_zero_is_unknown),
      cmocka_unit_test(chosen_populations_alone_count),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
