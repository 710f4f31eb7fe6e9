/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Introductions: strengths of ties, every path of up to three ties by brute force, whom to ask. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include <refnet/analysis.h>

#include "analysis/paths/path_finder.h"
#include "unit/support.h"

#define AS_OF refnet_date_from_ymd(2026, 9, 30)

static RefnetDataset *load(const char *organizations, const char *referrals, const char *contacts) {
  GError *error = NULL;
  RefnetDataset *dataset =
      support_load(&error, "organizations.csv", organizations, "referrals.csv", referrals,
                   contacts ? "contacts.csv" : NULL, contacts, NULL);
  assert_null(error);
  assert_non_null(dataset);
  return dataset;
}

static RefnetNetwork *network_of(const RefnetDataset *dataset) {
  RefnetNetwork *network = refnet_network_new(dataset, NULL, FALSE, NULL);
  assert_non_null(network);
  return network;
}

static guint32 vertex(const RefnetNetwork *network, const char *id) {
  guint32 organization = refnet_dataset_find(network->dataset, id, NULL);
  assert_int_not_equal(organization, REFNET_NONE);
  return network->vertex[organization];
}

/* "a>b>c" of the path's ids. */
static char *route(const RefnetNetwork *network, const RefnetPath *path) {
  GString *text = g_string_new(NULL);
  for (guint32 i = 0; i < path->length; i++)
    g_string_append_printf(text, "%s%s", i ? ">" : "",
                           refnet_network_organization(network, path->steps[i].vertex)->id);
  return g_string_free(text, FALSE);
}

static void assert_route(const RefnetNetwork *network, const RefnetPath *path,
                         const char *expected) {
  g_autofree char *text = route(network, path);
  assert_string_equal(text, expected);
}

/* ---- strength -------------------------------------------------------------------------------- */

static void test_strength_of_a_tie(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      load("id,name\na,A\nb,B\nc,C\nd,D\n",
           "from,to,count,date\n"
           "a,b,3,2025-09-30\nb,a,2,2024-01-01\n" /* both arcs: 5, a year ago */
           "a,c,5,\n"                             /* no date: as a year ago */
           "a,d,,2027-01-01\n",                   /* in the future: as today; blank count: 1 */
           NULL);
  g_autoptr(RefnetNetwork) network = network_of(dataset);
  struct {
    const char *to;
    double strength;
    guint64 count;
  } expected[] = {{"b", (1 - exp(-1)) / 2, 5}, {"c", (1 - exp(-1)) / 2, 5}, {"d", 1 - exp(-.2), 1}};
  for (guint i = 0; i < G_N_ELEMENTS(expected); i++) {
    g_autoptr(RefnetPaths) paths = refnet_paths_new(
        network, vertex(network, "a"), vertex(network, expected[i].to), 1, 1, AS_OF, NULL);
    assert_int_equal(paths->path_count, 1);
    assert_true(fabs(paths->paths[0].strength - expected[i].strength) < 1e-12);
    assert_int_equal(paths->paths[0].steps[1].count, expected[i].count);
    assert_true(isnan(paths->paths[0].steps[0].strength));
  }
}

static void test_frequencies_stand_in_for_counts(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      load("id,name\na,A\nb,B\nc,C\nd,D\n",
           "from,to,frequency\na,b,yearly\nb,a,weekly\na,c,daily\na,d,never\n", NULL);
  g_autoptr(RefnetNetwork) network = network_of(dataset);
  g_autoptr(RefnetPaths) to_b =
      refnet_paths_new(network, vertex(network, "a"), vertex(network, "b"), 3, 1, AS_OF, NULL);
  g_autoptr(RefnetPaths) to_c =
      refnet_paths_new(network, vertex(network, "a"), vertex(network, "c"), 3, 1, AS_OF, NULL);
  g_autoptr(RefnetPaths) to_d =
      refnet_paths_new(network, vertex(network, "a"), vertex(network, "d"), 3, 1, AS_OF, NULL);
  assert_true(to_b->paths[0].strength == 0.8);
  assert_true(to_c->paths[0].strength == 1.0);
  assert_int_equal(to_d->path_count, 0);
}

/* ---- brute force ----------------------------------------------------------------------------- */

static double tie_strength(const RefnetNetwork *network, guint32 a, guint32 b) {
  double count = 0;
  RefnetDate last = REFNET_DATE_UNKNOWN;
  guint64 arcs[] = {refnet_network_find_arc(network, a, b), refnet_network_find_arc(network, b, a)};
  for (guint i = 0; i < 2; i++)
    if (arcs[i] != G_MAXUINT64) {
      count += (double)network->arc_count[arcs[i]];
      last = MAX(last, refnet_network_arc_date(network, arcs[i]));
    }
  double age = last == REFNET_DATE_UNKNOWN ? 365 : MAX(0, AS_OF - last);
  return (1 - exp(-count / 5)) * pow(2, -age / 365);
}

/* All simple paths, depth first; the strongest product of those through none of `avoided`. */
static void search(const RefnetNetwork *network, guint32 *path, guint32 length, guint32 to,
                   guint32 max_ties, double strength, double *best, guint32 *count) {
  guint32 here = path[length - 1];
  if (here == to) {
    *best = MAX(*best, strength);
    ++*count;
    return;
  }
  if (length > max_ties)
    return;
  for (guint32 next = 0; next < network->vertices; next++) {
    gboolean used = refnet_network_find_tie(network, here, next) == G_MAXUINT64;
    for (guint32 i = 0; i < length; i++)
      used |= path[i] == next;
    if (used)
      continue;
    path[length] = next;
    search(network, path, length + 1, to, max_ties, strength * tie_strength(network, here, next),
           best, count);
  }
}

static RefnetDataset *random_dataset(guint64 seed, guint32 organizations, guint32 rows,
                                     gboolean reversed) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  g_autoptr(GString) names = g_string_new("id,name\n");
  for (guint32 v = 0; v < organizations; v++)
    g_string_append_printf(names, "o%02u,Organization %u\n", v, v);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
  for (guint32 i = 0; i < rows; i++)
    g_ptr_array_add(lines, g_strdup_printf("o%02u,o%02u,%u,202%u-0%u-1%u\n",
                                           (guint)refnet_random_below(&random, organizations),
                                           (guint)refnet_random_below(&random, organizations),
                                           (guint)refnet_random_below(&random, 12) + 1,
                                           (guint)refnet_random_below(&random, 3) + 4,
                                           (guint)refnet_random_below(&random, 9) + 1,
                                           (guint)refnet_random_below(&random, 10)));
  g_autoptr(GString) referrals = g_string_new("from,to,count,date\n");
  for (guint32 i = 0; i < rows; i++)
    g_string_append(referrals, lines->pdata[reversed ? rows - 1 - i : i]);
  return load(names->str, referrals->str, NULL);
}

static void check_pair(const RefnetNetwork *network, guint32 from, guint32 to, guint32 max_ties) {
  guint32 walk[8] = {from}, count = 0;
  double best = -1;
  search(network, walk, 1, to, max_ties, 1, &best, &count);
  g_autoptr(RefnetPaths) paths = refnet_paths_new(network, from, to, max_ties, 1000, AS_OF, NULL);
  assert_int_equal(paths->path_count, count);
  if (count == 0)
    return;
  assert_true(fabs(paths->paths[0].strength - best) <= 1e-12);
  for (guint32 i = 0; i < paths->path_count; i++) {
    const RefnetPath *path = &paths->paths[i];
    double product = 1;
    for (guint32 k = 1; k < path->length; k++) {
      product *= path->steps[k].strength;
      assert_true(path->steps[path->weakest].strength <= path->steps[k].strength);
    }
    assert_true(fabs(product - path->strength) < 1e-12);
    if (i > 2)
      assert_true(path->strength <= paths->paths[i - 1].strength);
  }
  g_autoptr(RefnetPaths) one = refnet_paths_new(network, from, to, max_ties, 1, AS_OF, NULL);
  g_autofree char *first = route(network, &paths->paths[0]);
  assert_int_equal(one->path_count, 1);
  assert_route(network, &one->paths[0], first);
}

/* The same routes, in the same order, whether ties are sorted as they are asked for or before. */
static void check_sorted(RefnetPathFinder *lazy, RefnetPathFinder *sorted, guint32 from,
                         guint32 to) {
  enum { MOST = 500 };
  static const guint32 capacities[] = {1, 3, MOST};
  refnet_path_finder_turn_to(lazy, from);
  refnet_path_finder_turn_to(sorted, from);
  RefnetRoute all[MOST], few[MOST];
  RefnetBestRoutes expected = {.routes = all, .capacity = MOST};
  refnet_path_finder_find(lazy, to, 3, &expected);
  for (guint i = 0; i < G_N_ELEMENTS(capacities); i++) {
    RefnetBestRoutes best = {.routes = few, .capacity = capacities[i]};
    refnet_path_finder_find(sorted, to, 3, &best);
    assert_int_equal(best.length, MIN(expected.length, capacities[i]));
    for (guint32 r = 0; r < best.length; r++)
      assert_int_equal(refnet_route_compare(&few[r], &all[r]), 0);
  }
}

static void test_sorted_ties_lead_the_same_ways(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 8; seed++) {
    g_autoptr(RefnetDataset) dataset = random_dataset(seed, 24, 10 + 10 * (guint32)seed, FALSE);
    g_autoptr(RefnetNetwork) network = network_of(dataset);
    g_autoptr(RefnetStrongTies) unsorted = refnet_strong_ties_new(network, AS_OF, NULL);
    g_autoptr(RefnetStrongTies) ties = refnet_strong_ties_new(network, AS_OF, NULL);
    g_autoptr(RefnetPathFinder) lazy = refnet_path_finder_new(unsorted, NULL);
    g_autoptr(RefnetPathFinder) sorted = refnet_path_finder_new(ties, NULL);
    refnet_strong_ties_sort_all(ties);
    for (guint32 from = 0; from < network->vertices; from++)
      for (guint32 to = 0; to < network->vertices; to++)
        if (from != to)
          check_sorted(lazy, sorted, from, to);
  }
}

static void test_all_paths_against_brute_force(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 6; seed++) {
    g_autoptr(RefnetDataset) dataset = random_dataset(seed, 9, 8 + 3 * (guint32)seed, FALSE);
    g_autoptr(RefnetNetwork) network = network_of(dataset);
    for (guint32 from = 0; from < network->vertices; from++)
      for (guint32 to = 0; to < network->vertices; to++)
        for (guint32 ties = 1; from != to && ties <= 3; ties++)
          check_pair(network, from, to, ties);
  }
}

/* A hub and those with few ties: the search sets out from either end. */
static void test_hubs_against_brute_force(void **state) {
  (void)state;
  enum { LEAVES = 40 };
  RefnetRandom random;
  refnet_random_seed(&random, 5);
  g_autoptr(GString) names = g_string_new("id,name\no00,Hub\n");
  g_autoptr(GString) referrals = g_string_new("from,to,count,date\n");
  for (guint leaf = 1; leaf <= LEAVES; leaf++) {
    g_string_append_printf(names, "o%02u,Leaf %u\n", leaf, leaf);
    g_string_append_printf(referrals, "o00,o%02u,%u,2025-0%u-01\n", leaf, leaf % 4 + 1,
                           leaf % 9 + 1);
    if (leaf % 3 == 0)
      g_string_append_printf(referrals, "o%02u,o%02u,%u,\n", leaf,
                             (guint)refnet_random_below(&random, LEAVES) + 1, leaf % 5 + 1);
  }
  g_autoptr(RefnetDataset) dataset = load(names->str, referrals->str, NULL);
  g_autoptr(RefnetNetwork) network = network_of(dataset);
  for (guint32 leaf = 1; leaf < network->vertices; leaf++)
    for (guint32 ties = 1; ties <= 3; ties++) {
      check_pair(network, 0, leaf, ties);
      check_pair(network, leaf, 0, ties);
    }
}

static void test_row_order_changes_nothing(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) one = random_dataset(3, 9, 20, FALSE);
  g_autoptr(RefnetDataset) other = random_dataset(3, 9, 20, TRUE);
  g_autoptr(RefnetNetwork) first = network_of(one);
  g_autoptr(RefnetNetwork) second = network_of(other);
  for (guint32 to = 1; to < first->vertices; to++) {
    g_autoptr(RefnetPaths) a = refnet_paths_new(first, 0, to, 3, 5, AS_OF, NULL);
    g_autoptr(RefnetPaths) b = refnet_paths_new(second, 0, to, 3, 5, AS_OF, NULL);
    assert_int_equal(a->path_count, b->path_count);
    for (guint32 i = 0; i < a->path_count; i++) {
      g_autofree char *text = route(second, &b->paths[i]);
      assert_route(first, &a->paths[i], text);
    }
  }
}

/* ---- alternatives, ties of strength ---------------------------------------------------------- */

static const char *const diamond = "id,name\na,A\nb,B\nc,C\nd,D\ne,E\n";

static void test_second_path_goes_through_others(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      load(diamond,
           "from,to,count,date\n"
           "a,b,50,2026-09-30\nb,d,50,2026-09-30\n" /* the best: a b d */
           "b,e,40,2026-09-30\ne,d,40,2026-09-30\n" /* next best, but through b: a b e d */
           "a,c,1,2026-09-30\nc,d,1,2026-09-30\n",  /* through others: a c d */
           NULL);
  g_autoptr(RefnetNetwork) network = network_of(dataset);
  g_autoptr(RefnetPaths) paths =
      refnet_paths_new(network, vertex(network, "a"), vertex(network, "d"), 3, 3, AS_OF, NULL);
  assert_int_equal(paths->path_count, 3);
  assert_route(network, &paths->paths[0], "a>b>d");
  assert_route(network, &paths->paths[1], "a>c>d");
  assert_route(network, &paths->paths[2], "a>b>e>d");
  g_autoptr(RefnetPaths) two =
      refnet_paths_new(network, vertex(network, "a"), vertex(network, "d"), 3, 2, AS_OF, NULL);
  assert_int_equal(two->path_count, 2);
  assert_route(network, &two->paths[1], "a>c>d");
}

static void test_equal_strength_prefers_fewer_ties_then_ids(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = load(
      diamond, "from,to,frequency\na,b,daily\nb,d,daily\na,c,daily\nc,d,daily\na,d,daily\n", NULL);
  g_autoptr(RefnetNetwork) network = network_of(dataset);
  g_autoptr(RefnetPaths) paths =
      refnet_paths_new(network, vertex(network, "a"), vertex(network, "d"), 3, 3, AS_OF, NULL);
  assert_route(network, &paths->paths[0], "a>d");
  assert_route(network, &paths->paths[1], "a>b>d");
  assert_route(network, &paths->paths[2], "a>c>d");
}

/* ---- whom to ask ----------------------------------------------------------------------------- */

static const char *contact_name(const RefnetNetwork *network, const RefnetPath *path,
                                guint32 step) {
  guint32 contact = path->steps[step].contact;
  return contact == REFNET_NONE ? NULL : network->dataset->contacts[contact].name;
}

static void test_contacts_to_ask(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      load("id,name\na,A\nb,B\nc,C\n",
           "from,to,count,date,from_contact,to_contact\na,b,1,2026-01-01,,Bo Named\nb,c,1,,,\n",
           "organization,name,primary,last_contact,left\n"
           "a,Al Asker,yes,2026-09-01,\n"
           "b,Bo Named,no,2020-01-01,\nb,Bea Primary,yes,2026-09-01,\n"
           "c,Cy Recent,no,2026-08-01,\nc,Cleo Older,no,2026-01-01,\n"
           "c,Cat Left,yes,2026-09-01,2026-09-02\n");
  g_autoptr(RefnetNetwork) network = network_of(dataset);
  g_autoptr(RefnetPaths) paths =
      refnet_paths_new(network, vertex(network, "a"), vertex(network, "c"), 3, 1, AS_OF, NULL);
  const RefnetPath *path = &paths->paths[0];
  assert_int_equal(path->length, 3);
  assert_null(contact_name(network, path, 0));
  assert_string_equal(contact_name(network, path, 1), "Bo Named");
  assert_string_equal(contact_name(network, path, 2), "Cy Recent");
}

/* ---- requests that make no sense ------------------------------------------------------------- */

/* Who has closed leads nowhere, but may be where a path ends. */
static void test_closed_organizations_introduce_nobody(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      load("id,name,status\na,A,\nb,B,closed\nc,C,\nd,D,\ne,E,\n",
           "from,to,count,date\na,b,90,2025-12-01\nb,c,90,2025-12-01\na,d,1,2025-12-01\n"
           "d,e,1,2025-12-01\ne,c,1,2025-12-01\n",
           NULL);
  g_autoptr(RefnetNetwork) network = network_of(dataset);
  guint32 a = vertex(network, "a"), b = vertex(network, "b"), c = vertex(network, "c");
  g_autoptr(RefnetPaths) past = refnet_paths_new(network, a, c, 3, 5, AS_OF, NULL);
  assert_int_equal(past->path_count, 1);
  assert_route(network, &past->paths[0], "a>d>e>c");
  g_autoptr(RefnetPaths) to = refnet_paths_new(network, a, b, 1, 5, AS_OF, NULL);
  assert_int_equal(to->path_count, 1);
  g_autoptr(RefnetPaths) none = refnet_paths_new(network, a, c, 2, 5, AS_OF, NULL);
  assert_int_equal(none->path_count, 0);
}

static void test_refusals(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = load("id,name\na,A\nb,B\n", "from,to\na,b\n", NULL);
  g_autoptr(RefnetNetwork) network = network_of(dataset);
  struct {
    guint32 from, to, ties;
  } requests[] = {{0, 0, 3}, {0, 2, 3}, {REFNET_NONE, 1, 3}, {0, 1, 0}, {0, 1, 4}};
  for (guint i = 0; i < G_N_ELEMENTS(requests); i++) {
    g_autoptr(GError) error = NULL;
    assert_null(refnet_paths_new(network, requests[i].from, requests[i].to, requests[i].ties, 1,
                                 AS_OF, &error));
    assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  }
}

static void test_no_way(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      load("id,name\na,A\nb,B\nc,C\nd,D\ne,E\n", "from,to\na,a\na,b\nb,c\nc,d\nd,e\n", NULL);
  g_autoptr(RefnetNetwork) network = network_of(dataset);
  g_autoptr(RefnetPaths) three = refnet_paths_new(network, 0, 3, 3, 9, AS_OF, NULL);
  g_autoptr(RefnetPaths) four = refnet_paths_new(network, 0, 4, 3, 9, AS_OF, NULL);
  assert_int_equal(three->path_count, 1);
  assert_int_equal(four->path_count, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_strength_of_a_tie),
      cmocka_unit_test(test_frequencies_stand_in_for_counts),
      cmocka_unit_test(test_all_paths_against_brute_force),
      cmocka_unit_test(test_sorted_ties_lead_the_same_ways),
      cmocka_unit_test(test_hubs_against_brute_force),
      cmocka_unit_test(test_row_order_changes_nothing),
      cmocka_unit_test(test_second_path_goes_through_others),
      cmocka_unit_test(test_equal_strength_prefers_fewer_ties_then_ids),
      cmocka_unit_test(test_contacts_to_ask),
      cmocka_unit_test(test_closed_organizations_introduce_nobody),
      cmocka_unit_test(test_refusals),
      cmocka_unit_test(test_no_way)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
