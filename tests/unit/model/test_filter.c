/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Views: OR within an option, AND between options, blanks counted as unknown. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include "unit/support.h"

#define NO_DATES .since = REFNET_DATE_UNKNOWN, .until = REFNET_DATE_UNKNOWN

static RefnetDataset *load(void) {
  return support_load(
      NULL, "organizations.csv",
      "id,name,sector,services,areas,populations,coalitions,partnership\n"
      "a,A,Health,food,East,youth,C1,formal\n"
      "b,B,Health,housing,West,,C1;C2,casual\n"
      "c,C,Faith,food,,veterans,,\n"
      "d,D,,,all,,,\n"
      "e,E,Faith,food,West,youth,C2,formal\n",
      "services.csv", "organization,service,area\nE,legal aid,East\n", "areas.csv",
      "area,name,within\nEast,,County\nWest,,County\n", "referrals.csv",
      "from,to,count,date,basis\n"
      "a,b,1,2025-06-01,declared\na,b,4,2026-01-01,observed\nb,c,2,,declared\nc,a,1,2026-02-01,\n"
      "e,d,1,2026-02-01,declared\n",
      NULL);
}

/* The ids of the view, joined; checks the counts of those left out. */
static char *view(const RefnetDataset *dataset, const RefnetFilter *filter, guint32 out,
                  guint32 unknown) {
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, filter, FALSE, &error);
  assert_null(error);
  assert_int_equal(network->filtered_out, out);
  assert_int_equal(network->filtered_unknown, unknown);
  GString *ids = g_string_new(NULL);
  for (guint32 v = 0; v < network->vertices; v++) {
    g_string_append(ids, refnet_network_organization(network, v)->id);
    assert_int_equal(network->vertex[network->organization[v]], v);
  }
  return g_string_free(ids, FALSE);
}

static void assert_view(const RefnetFilter *filter, const char *expected, guint32 out,
                        guint32 unknown) {
  g_autoptr(RefnetDataset) dataset = load();
  g_autofree char *ids = view(dataset, filter, out, unknown);
  assert_string_equal(ids, expected);
}

#define LIST(...) ((char *[]){__VA_ARGS__, NULL})

static void test_organizations(void **state) {
  (void)state;
  char east[] = "east", west[] = "WEST", county[] = "County", every[] = "county/wide";
  char food[] = "food", housing[] = "Housing", legal[] = "legal aid";
  char health[] = "health", youth[] = "youth", c1[] = "c1", formal[] = "Formal";
  assert_view(&(RefnetFilter){NO_DATES}, "abcde", 0, 0);
  assert_view(&(RefnetFilter){NO_DATES, .areas = LIST(east)}, "ade", 2, 1);
  assert_view(&(RefnetFilter){NO_DATES, .areas = LIST(east, west)}, "abde", 1, 1);
  assert_view(&(RefnetFilter){NO_DATES, .areas = LIST(county)}, "abde", 1, 1);
  assert_view(&(RefnetFilter){NO_DATES, .areas = LIST(every)}, "abde", 1, 1);
  assert_view(&(RefnetFilter){NO_DATES, .services = LIST(food)}, "ac", 3, 1);
  assert_view(&(RefnetFilter){NO_DATES, .services = LIST(legal, housing)}, "be", 3, 1);
  assert_view(&(RefnetFilter){NO_DATES, .sectors = LIST(health)}, "ab", 3, 1);
  assert_view(&(RefnetFilter){NO_DATES, .populations = LIST(youth)}, "ae", 3, 2);
  assert_view(&(RefnetFilter){NO_DATES, .coalitions = LIST(c1)}, "ab", 3, 2);
  assert_view(&(RefnetFilter){NO_DATES, .partnerships = LIST(formal)}, "ae", 3, 2);
  assert_view(&(RefnetFilter){NO_DATES, .areas = LIST(east), .sectors = LIST(health)}, "a", 4, 1);
}

static guint64 arcs(const RefnetFilter *filter) {
  g_autoptr(RefnetDataset) dataset = load();
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, filter, TRUE, NULL);
  assert_true(network->undirected);
  return network->arcs;
}

static void test_rows(void **state) {
  (void)state;
  char declared[] = "declared", observed[] = "Observed";
  assert_int_equal(arcs(&(RefnetFilter){NO_DATES}), 4);
  assert_int_equal(arcs(&(RefnetFilter){NO_DATES, .bases = LIST(declared)}), 3);
  assert_int_equal(arcs(&(RefnetFilter){NO_DATES, .bases = LIST(observed)}), 1);
  assert_int_equal(arcs(&(RefnetFilter){NO_DATES, .min_count = 2}), 2);
  assert_int_equal(arcs(&(RefnetFilter){NO_DATES, .min_count = 6}), 0);
  RefnetFilter filter = {.since = refnet_date_from_ymd(2026, 1, 1), .until = REFNET_DATE_UNKNOWN};
  assert_int_equal(arcs(&filter), 3);
  filter.until = refnet_date_from_ymd(2026, 1, 1);
  assert_int_equal(arcs(&filter), 1);
  filter = (RefnetFilter){.since = REFNET_DATE_UNKNOWN, .until = refnet_date_from_ymd(2025, 6, 1)};
  assert_int_equal(arcs(&filter), 1);
}

static void test_largest_component(void **state) {
  (void)state;
  assert_view(&(RefnetFilter){NO_DATES, .largest_component = TRUE}, "abc", 2, 0);
  assert_view(&(RefnetFilter){NO_DATES, .largest_component = TRUE, .min_count = 9}, "a", 4, 0);
}

static void assert_refused(const RefnetFilter *filter, const char *message) {
  g_autoptr(RefnetDataset) dataset = load();
  g_autoptr(GError) error = NULL;
  assert_null(refnet_network_new(dataset, filter, FALSE, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  assert_string_equal(error->message, message);
}

static void test_unknown_values(void **state) {
  (void)state;
  char est[] = "Est", moon[] = "the far moon", guessed[] = "guessed", escape[] = "\x1b[2J";
  assert_refused(&(RefnetFilter){NO_DATES, .areas = LIST(est)},
                 "no area is called \"Est\"; did you mean \"East\"?");
  assert_refused(&(RefnetFilter){NO_DATES, .services = LIST(moon)},
                 "no service is called \"the far moon\"; the data have \"food\", \"housing\" and "
                 "\"legal aid\"");
  assert_refused(&(RefnetFilter){NO_DATES, .bases = LIST(guessed)},
                 "no basis is called \"guessed\"; write declared, observed or inferred");
  assert_refused(&(RefnetFilter){NO_DATES, .sectors = LIST(escape)},
                 "no sector is called \"\xef\xbf\xbd[2J\"; the data have \"Faith\" and \"Health\"");
}

static void test_impossible_window(void **state) {
  (void)state;
  RefnetFilter filter = {.since = refnet_date_from_ymd(2026, 5, 1),
                         .until = refnet_date_from_ymd(2026, 4, 30)};
  assert_refused(&filter,
                 "no day is both since 1 May 2026 and until 30 April 2026; swap the two dates");
  filter.until = filter.since;
  assert_int_equal(arcs(&filter), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_organizations),     cmocka_unit_test(test_rows),
      cmocka_unit_test(test_largest_component), cmocka_unit_test(test_unknown_values),
      cmocka_unit_test(test_impossible_window),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
