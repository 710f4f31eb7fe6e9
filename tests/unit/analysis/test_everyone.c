/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Suggestions for everyone at once: the same as for one organization after the other, whatever is
 * worked out beforehand and whatever is left to bounds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include <refnet/analysis.h>

#include "analysis/everyone/everyone.h"
#include "analysis/everyone/nearness_walk.h"
#include "analysis/everyone/ranking.h"
#include "analysis/who_else/structure.h"
#include "base/parallel.h"
#include "unit/support.h"

#define AS_OF refnet_date_from_ymd(2026, 9, 30)

static const RefnetAllocationShape shapes[] = {
    {.columns = 0, .heavy = 3, .parts = 1000}, {.columns = 3, .heavy = 5, .parts = 8},
    {.columns = 5, .heavy = 2, .parts = 3},    {.columns = 2, .heavy = 0, .parts = 20},
    {.columns = 4, .heavy = 1000, .parts = 0}, {.columns = 1000, .heavy = 1000, .parts = 1000}};

/* ---- made datasets --------------------------------------------------------------------------- */

static void add_some(GString *row, RefnetRandom *random, const char *prefix, guint kinds) {
  g_string_append_c(row, ',');
  for (guint i = 0, length = 0; i < kinds; i++)
    if (refnet_random_below(random, 3) == 0)
      g_string_append_printf(row, "%s%s%u", length++ ? ";" : "", prefix, i);
}

static void add_place(GString *row, RefnetRandom *random) {
  g_string_append_printf(row, ",40.%u,-70.%u", (guint)refnet_random_below(random, 90),
                         (guint)refnet_random_below(random, 90));
}

/* Some blank cells, some equal rows, some coordinates, some closed, some with the same phone;
 * in some everybody is tied to one. */
static RefnetDataset *made(guint64 seed) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  guint n = 3 + (guint)refnet_random_below(&random, 60);
  gboolean with_places = seed % 3 == 0, with_phones = seed % 4 == 0, with_hub = seed % 5 == 0;
  g_autoptr(GString) organizations = g_string_new(
      "id,name,sector,services,areas,populations,offers,seeks,status,latitude,longitude,phone\n");
  g_autoptr(GString) referrals = g_string_new("from,to,count,date\n");
  g_autoptr(GString) nominations = g_string_new("nominated,named_by\n");
  for (guint o = 0; o < n; o++) {
    g_string_append_printf(organizations, "o%03u,Name %u", o, with_phones ? o / 2 : o);
    add_some(organizations, &random, "s", 1);
    add_some(organizations, &random, "service", 3);
    add_some(organizations, &random, "area", 2);
    add_some(organizations, &random, "people", 2);
    add_some(organizations, &random, "thing", 2);
    add_some(organizations, &random, "thing", 2);
    g_string_append(organizations, refnet_random_below(&random, 9) ? "," : ",closed");
    if (with_places && refnet_random_below(&random, 4))
      add_place(organizations, &random);
    else
      g_string_append(organizations, ",,");
    g_string_append_printf(organizations, with_phones ? ",555-01%02u\n" : ",\n", o / 2);
  }
  for (guint64 i = refnet_random_below(&random, 4 * n); i > 0; i--) {
    double share = refnet_random_unit(&random);
    g_string_append_printf(referrals, "o%03u,o%03u,%u,2026-0%u-01\n",
                           (guint)refnet_random_below(&random, n), (guint)(n * share * share),
                           1 + (guint)refnet_random_below(&random, 9),
                           1 + (guint)refnet_random_below(&random, 8));
  }
  for (guint o = 1; with_hub && o < n; o++)
    g_string_append_printf(referrals, "o%03u,o000,1,2026-07-01\n", o);
  for (guint64 i = refnet_random_below(&random, 6); i > 0; i--)
    g_string_append_printf(nominations, "o%03u,o%03u\n", (guint)refnet_random_below(&random, n),
                           (guint)refnet_random_below(&random, n));
  GError *error = NULL;
  RefnetDataset *dataset =
      support_load(&error, "organizations.csv", organizations->str, "referrals.csv", referrals->str,
                   "nominations.csv", nominations->str, NULL);
  assert_null(error);
  return dataset;
}

/* ---- the same as one by one ------------------------------------------------------------------ */

static void assert_close(double actual, double expected) {
  if (!(fabs(actual - expected) <= 1e-9))
    fail_msg("%.15g is not %.15g", actual, expected);
}

static void compare_paths(const RefnetPath *told, const RefnetPath *expected) {
  assert_int_equal(told->length, expected->length);
  for (guint32 i = 0; i < told->length; i++) {
    assert_int_equal(told->steps[i].vertex, expected->steps[i].vertex);
    assert_int_equal(told->steps[i].contact, expected->steps[i].contact);
  }
}

static void compare_in_full(const RefnetEveryone *everyone, guint32 x, guint32 rank,
                            const RefnetSuggestion *expected) {
  g_autoptr(RefnetWhoElse) answer = refnet_everyone_answer(everyone, x, rank, NULL);
  assert_int_equal(answer->suggestion_count, 1);
  const RefnetSuggestion *told = answer->suggestions;
  assert_int_equal(told->vertex, expected->vertex);
  assert_int_equal(told->reason_count, expected->reason_count);
  for (guint32 i = 0; i < told->reason_count; i++) {
    assert_int_equal(told->reasons[i].kind, expected->reasons[i].kind);
    assert_int_equal(told->reasons[i].items.length, expected->reasons[i].items.length);
    for (guint32 k = 0; k < told->reasons[i].items.length; k++)
      assert_int_equal(told->reasons[i].items.items[k], expected->reasons[i].items.items[k]);
  }
  compare_paths(&told->introduction, &expected->introduction);
  compare_paths(&told->alternative, &expected->alternative);
}

static guint64 compare(const RefnetEveryone *everyone, const RefnetWhoElseOptions *options) {
  const RefnetNetwork *network = everyone->network;
  for (guint32 x = 0; x < network->vertices; x++) {
    g_autoptr(RefnetWhoElse) one = refnet_who_else_new(network, x, options, NULL);
    assert_int_equal(everyone->start[x + 1] - everyone->start[x], one->suggestion_count);
    for (guint32 i = 0; i < one->suggestion_count; i++) {
      const RefnetRanked *ranked = &everyone->ranked[everyone->start[x] + i];
      assert_int_equal(ranked->vertex, one->suggestions[i].vertex);
      assert_close(ranked->score, one->suggestions[i].score);
      compare_in_full(everyone, x, i, &one->suggestions[i]);
    }
  }
  return everyone->start[network->vertices];
}

static void same_as_one_by_one(void **state) {
  (void)state;
  guint64 suggestions = 0;
  for (guint64 seed = 0; seed < 24; seed++) {
    g_autoptr(RefnetDataset) dataset = made(seed);
    g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
    RefnetWhoElseOptions options = {
        .top = (guint32)(seed % 5), .as_of = AS_OF, .prefer = (RefnetPreference)(seed % 2)};
    for (gsize i = 0; i < G_N_ELEMENTS(shapes); i++) {
      g_autoptr(RefnetEveryone) everyone =
          refnet_everyone_shaped(network, &options, &shapes[i], NULL);
      suggestions += compare(everyone, &options);
    }
  }
  assert_true(suggestions > 3000);
}

/* Answers in full may be asked for by two threads. */
typedef struct {
  const RefnetEveryone *everyone;
  double *strength; /* of each introduction */
} Asking;

static void ask_half(gpointer work, guint half) {
  const Asking *asking = work;
  const RefnetEveryone *everyone = asking->everyone;
  for (guint32 x = half; x < everyone->network->vertices; x += 2)
    for (guint64 i = everyone->start[x]; i < everyone->start[x + 1]; i++) {
      g_autoptr(RefnetWhoElse) answer =
          refnet_everyone_answer(everyone, x, (guint32)(i - everyone->start[x]), NULL);
      asking->strength[i] = answer->suggestions[0].introduction.strength;
    }
}

static void asked_in_two_threads(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = made(7);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  RefnetWhoElseOptions options = {.top = 5, .as_of = AS_OF};
  g_autoptr(RefnetEveryone) everyone = refnet_who_else_everyone(network, &options, NULL);
  guint64 length = everyone->start[network->vertices];
  g_autofree double *at_once = g_new0(double, length + 1), *in_turn = g_new0(double, length + 1);
  refnet_do_halves(ask_half, &(Asking){everyone, at_once}, 2);
  refnet_do_halves(ask_half, &(Asking){everyone, in_turn}, 1);
  assert_true(length > 20);
  assert_memory_equal(at_once, in_turn, length * sizeof *in_turn);
}

/* Ties that lapsed, candidates that have to match, and some that are excluded. */
static void with_options(void **state) {
  (void)state;
  for (guint64 seed = 100; seed < 108; seed++) {
    g_autoptr(RefnetDataset) dataset = made(seed);
    RefnetFilter filter = REFNET_FILTER_INIT;
    filter.since = refnet_date_from_ymd(2026, 5, 1);
    g_autoptr(RefnetNetwork) past = refnet_network_new(dataset, NULL, FALSE, NULL);
    g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, &filter, FALSE, NULL);
    const guint32 excluded[] = {0, 2};
    RefnetWhoElseOptions options = {
        .top = 3, .as_of = AS_OF, .past = past, .excluded = excluded, .excluded_count = 2};
    g_autoptr(RefnetEveryone) everyone =
        refnet_everyone_shaped(network, &options, &shapes[seed % G_N_ELEMENTS(shapes)], NULL);
    compare(everyone, &options);
  }
}

/* Newcomers tied to those who have ties already: many with few, few with many, and everybody near
 * to everybody. Some say nothing of what others say. */
static RefnetDataset *grown(guint64 seed, guint n, guint ties) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  g_autoptr(GString) organizations =
      g_string_new("id,name,sector,services,areas,populations,offers,seeks,latitude,longitude\n");
  g_autoptr(GString) referrals = g_string_new("from,to\n");
  g_autoptr(GString) nominations = g_string_new("nominated,named_by\no007,o001\no007,o003\n");
  g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint o = 0; o < n; o++) {
    g_string_append_printf(organizations, "o%03u,Name %u", o, o);
    add_some(organizations, &random, "s", 2);
    add_some(organizations, &random, "service", 6);
    add_some(organizations, &random, "area", 5);
    add_some(organizations, &random, "people", seed % 2 ? 3 : 0);
    add_some(organizations, &random, "thing", seed % 3 ? 0 : 4);
    add_some(organizations, &random, "thing", seed % 3 ? 0 : 4);
    if (seed % 4 == 0 && o % 3)
      add_place(organizations, &random);
    else
      g_string_append(organizations, ",,");
    g_string_append_c(organizations, '\n');
    for (guint i = 0; o > 0 && i < MIN(o, ties); i++) {
      guint other =
          ends->len ? g_array_index(ends, guint, refnet_random_below(&random, ends->len)) : 0;
      g_string_append_printf(referrals, "o%03u,o%03u\n", o, other);
      g_array_append_val(ends, other);
    }
    for (guint i = 0; i < ties; i++)
      g_array_append_val(ends, o);
  }
  GError *error = NULL;
  RefnetDataset *dataset =
      support_load(&error, "organizations.csv", organizations->str, "referrals.csv", referrals->str,
                   "nominations.csv", nominations->str, NULL);
  assert_null(error);
  return dataset;
}

static void compare_scores(const RefnetEveryone *everyone, const RefnetWhoElseOptions *options) {
  for (guint32 x = 0; x < everyone->network->vertices; x++) {
    const RefnetRanked *ranked = &everyone->ranked[everyone->start[x]];
    g_autoptr(RefnetWhoElse) one = refnet_who_else_new(everyone->network, x, options, NULL);
    assert_int_equal(everyone->start[x + 1] - everyone->start[x], one->suggestion_count);
    for (guint32 i = 0; i < one->suggestion_count; i++) {
      assert_int_equal(ranked[i].vertex, one->suggestions[i].vertex);
      assert_close(ranked[i].score, one->suggestions[i].score);
    }
  }
}

static void grown_networks(void **state) {
  (void)state;
  for (guint64 seed = 300; seed < 308; seed++) {
    g_autoptr(RefnetDataset) dataset = grown(seed, 150, 1 + (guint)(seed % 5));
    g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
    RefnetWhoElseOptions options = {
        .top = 1 + (guint32)(seed % 10), .as_of = AS_OF, .prefer = (RefnetPreference)(seed % 2)};
    const RefnetAllocationShape few_parts = {.columns = 4, .heavy = 12, .parts = 12};
    g_autoptr(RefnetEveryone) by_few = refnet_everyone_shaped(network, &options, &few_parts, NULL);
    g_autoptr(RefnetEveryone) everyone = refnet_who_else_everyone(network, &options, NULL);
    compare_scores(by_few, &options);
    compare_scores(everyone, &options);
  }
}

static void sample_county(void **state) {
  (void)state;
  g_autofree char *path =
      g_build_filename(g_getenv("REFNET_ROOT"), "datasets", "harbor-county", NULL);
  RefnetLoadOptions load = {.as_of = AS_OF};
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(path, &load, NULL);
  assert_non_null(dataset);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  for (guint32 top = 0; top <= 10; top += 5) {
    RefnetWhoElseOptions options = {.top = top, .as_of = AS_OF};
    g_autoptr(RefnetEveryone) everyone = refnet_who_else_everyone(network, &options, NULL);
    assert_true(compare(everyone, &options) > 0);
  }
}

static void nobody(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(NULL, "organizations.csv", "name\nAlone\n", NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  RefnetWhoElseOptions options = {.top = 3, .as_of = AS_OF};
  g_autoptr(RefnetEveryone) everyone = refnet_who_else_everyone(network, &options, NULL);
  assert_int_equal(everyone->start[1], 0);
}

/* ---- bounds ---------------------------------------------------------------------------------- */

static void check_scores(RefnetNearness *nearness, const double *b) {
  const RefnetAllocation *allocation = nearness->allocation;
  for (guint32 y = 0; y < allocation->n; y++) {
    double has = b[allocation->vertex[y]];
    if (refnet_nearness_is_tied(nearness, y))
      continue;
    assert_close(refnet_nearness_score(nearness, y), has);
    if (y < allocation->shape.columns)
      continue;
    assert_true(refnet_nearness_floor(nearness, y) <= has + 1e-12);
    assert_true(refnet_nearness_bound(nearness, y) >= has - 1e-12);
  }
}

/* Who was met is listed, each once. */
static void check_met(const RefnetNearness *nearness) {
  g_autofree guint8 *is_listed = g_new0(guint8, nearness->allocation->n);
  for (guint32 i = 0; i < nearness->met_count; i++) {
    assert_false(is_listed[nearness->met[i]]);
    is_listed[nearness->met[i]] = TRUE;
  }
  for (guint32 y = 0; y < nearness->allocation->n; y++)
    assert_true(is_listed[y] || !refnet_nearness_is_met(nearness, y));
}

/* Who has what was sought is found, once. */
static void check_found(const RefnetNearness *nearness, const double *b, double sought) {
  const RefnetAllocation *allocation = nearness->allocation;
  g_autofree guint8 *is_listed = g_new0(guint8, allocation->n);
  for (guint32 i = 0; i < nearness->found_count; i++) {
    assert_false(is_listed[nearness->found[i]]);
    is_listed[nearness->found[i]] = TRUE;
  }
  for (guint32 y = allocation->shape.columns; y < allocation->n; y++)
    if (!refnet_nearness_is_tied(nearness, y) && b[allocation->vertex[y]] > 0 &&
        b[allocation->vertex[y]] >= sought)
      assert_true(is_listed[y]);
}

static void check_bounds(const RefnetNetwork *network, const RefnetAllocationShape *shape) {
  const double parts[] = {.5, .1, .01, 0};
  g_autoptr(RefnetAllocation) allocation = refnet_allocation_new(network, shape, NULL);
  g_auto(RefnetParts) lists = {0};
  g_auto(RefnetNearness) nearness = {0};
  assert_true(refnet_parts_init(&lists, allocation, shape->parts, NULL));
  assert_true(refnet_nearness_init(&nearness, allocation, &lists, NULL));
  for (guint32 x = 0; x < network->vertices; x++) {
    g_autofree double *b = refnet_structure_scores(network, x, NULL);
    refnet_nearness_turn_to(&nearness, allocation->place[x]);
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
      refnet_nearness_add_parts(&nearness, parts[i]);
      check_met(&nearness);
      check_scores(&nearness, b);
    }
    assert_close(nearness.left, nearness.least_left);
    if (x % 2)
      continue;
    refnet_nearness_walk_two(&nearness);
    refnet_nearness_walk_three(&nearness, x % 4 * .1);
    check_met(&nearness);
    check_found(&nearness, b, x % 4 * .1);
    check_scores(&nearness, b);
    assert_true(!(nearness.left > 0));
  }
}

static void bounds_hold(void **state) {
  (void)state;
  for (guint64 seed = 200; seed < 212; seed++) {
    g_autoptr(RefnetDataset) dataset = made(seed);
    g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(shapes); i++)
      check_bounds(network, &shapes[i]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(same_as_one_by_one), cmocka_unit_test(asked_in_two_threads),
      cmocka_unit_test(with_options),       cmocka_unit_test(grown_networks),
      cmocka_unit_test(sample_county),      cmocka_unit_test(nobody),
      cmocka_unit_test(bounds_hold),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
