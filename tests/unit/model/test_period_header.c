/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Headers that say of what time the figures below them are. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "model/columns/period_header.h"
#include "unit/support.h"

static void test_periods(void **state) {
  (void)state;
  static const struct {
    const char *header;
    double per_year;
  } known[] = {
      {"Monthly capacity", 12},
      {"Capacity per month", 12},
      {"capacity (clients/week)", 52},
      {"DEMAND EACH DAY", 365},
      {"Slots / quarter", 4},
      {"Annual capacity", 1},
      {"Capacity", 0},
      {"Capacity last month", 0},
      {"Per", 0},
      {"", 0},
      {"Weekly or monthly use", 0},
      {"Capacity per person", 0},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(known); i++)
    if (refnet_header_periods_a_year(known[i].header) != known[i].per_year)
      fail_msg("%s: %g", known[i].header, refnet_header_periods_a_year(known[i].header));
}

static void assert_capacity(const char *header, double expected) {
  g_autofree char *services = g_strdup_printf("organization,service,%s\nAlpha,food,10\n", header);
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "name\nAlpha\n", "services.csv", services, NULL);
  const double capacity = dataset->offers[0].capacity;
  if (isnan(expected) ? !isnan(capacity) : capacity != expected)
    fail_msg("%s: %g", header, capacity);
}

/* What stands in brackets counts only where it is of people and a period. */
static void test_capacities(void **state) {
  (void)state;
  assert_capacity("Monthly capacity", 120);
  assert_capacity("Capacity (per month)", 120);
  assert_capacity("Capacity (clients per week)", 520);
  assert_capacity("Weekly slots", 520);
  assert_capacity("Annual capacity", 10);
  assert_capacity("capacity", 10);
  assert_capacity("Capacity (updated monthly)", 10);
  assert_capacity("Monthly budget", NAN);
}

/* The period of a row says more than the header. */
static void test_cells_go_first(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "name,Capacity per week\nAlpha,2\n", "services.csv",
      "organization,service,capacity per month,period\nAlpha,food,10,\nAlpha,rides,10,quarter\n",
      "needs.csv", "area,service,Need per month\nEast,food,5\n", NULL);
  assert_float_equal(dataset->organizations[0].details->capacity, 104, 0);
  assert_float_equal(dataset->offers[0].capacity, 120, 0);
  assert_float_equal(dataset->offers[1].capacity, 40, 0);
  assert_float_equal(dataset->needs[0].demand, 60, 0);
  gsize told = refnet_diagnostics_count_kind(dataset->diagnostics, "period-in-header");
  assert_int_equal(told, 3);
}

static char *path_in(const char *name, gpointer folder) {
  return g_build_filename(folder, name, NULL);
}

/* A header that --column names says its period, too; one that is corrected must not lose it. */
static void test_columns_and_fixing(void **state) {
  (void)state;
  static const char *const overrides[] = {"services.capacity=Places open each month", NULL};
  g_autofree char *folder =
      support_write_folder(NULL, "organizations.csv", "name\nAlpha\n", "services.csv",
                           "Organisation,service,Places open each month\nAlpha,food,10\n", NULL);
  g_autofree char *fixed = g_dir_make_tmp("refnet-test-XXXXXX", NULL);
  RefnetLoadOptions options = {
      .as_of = REFNET_DATE_UNKNOWN, .columns = overrides, .keep_rejects = TRUE};
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(folder, &options, NULL);
  assert_float_equal(dataset->offers[0].capacity, 120, 0);
  guint64 corrections = 0;
  assert_true(refnet_dataset_write_fixed(dataset, path_in, fixed, &corrections, NULL));
  options.columns = NULL;
  g_autoptr(RefnetDataset) again = refnet_dataset_load(fixed, &options, NULL);
  assert_float_equal(again->offers[0].capacity, 120, 0);
  support_remove_folder(folder);
  support_remove_folder(fixed);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_periods),
      cmocka_unit_test(test_capacities),
      cmocka_unit_test(test_cells_go_first),
      cmocka_unit_test(test_columns_and_fixing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
