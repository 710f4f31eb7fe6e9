/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Comparisons of made-up years: properties, counts of all pairs, and whom a closing cuts off. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "unit/analysis/compare_case.h"

/* ---- properties ------------------------------------------------------------------------------ */

enum { ORGANIZATIONS = 24, ROWS = 40 };

/* Sheets of a made-up year: which organizations are listed, what they offer, who refers. */
typedef struct {
  GPtrArray *organizations, *referrals, *contacts, *needs, *respondents;
} Sheets;

static void add_organization(Sheets *sheets, guint o, RefnetRandom *random) {
  static const char *const services[] = {"food", "legal aid", "food;respite", "", "respite"};
  static const char *const areas[] = {"north", "south", "north;south", ""};
  g_ptr_array_add(sheets->organizations,
                  g_strdup_printf("o%02u,Place %c%u,%s,%s,%s", o, 'A' + o % 26, o * 7,
                                  services[refnet_random_below(random, 5)],
                                  areas[refnet_random_below(random, 4)],
                                  refnet_random_below(random, 9) ? "active" : "closed"));
  for (guint64 c = refnet_random_below(random, 3); c-- > 0;)
    g_ptr_array_add(sheets->contacts,
                    g_strdup_printf("o%02u,Person %u,%s", o, (guint)refnet_random_below(random, 4),
                                    refnet_random_below(random, 6) ? "" : "2020-01-01"));
  if (refnet_random_below(random, 4))
    g_ptr_array_add(sheets->respondents,
                    g_strdup_printf("o%02u,%s", o, refnet_random_below(random, 3) ? "yes" : "no"));
}

static void make_year(Sheets *sheets, RefnetRandom *random) {
  guint listed[ORGANIZATIONS], count = 0;
  for (guint o = 0; o < ORGANIZATIONS; o++)
    if (refnet_random_below(random, 8)) {
      listed[count++] = o;
      add_organization(sheets, o, random);
    }
  for (guint r = 0; r < ROWS; r++)
    g_ptr_array_add(sheets->referrals, g_strdup_printf("o%02u,o%02u,%u,2024-0%u-11",
                                                       listed[refnet_random_below(random, count)],
                                                       listed[refnet_random_below(random, count)],
                                                       (guint)refnet_random_below(random, 20) + 1,
                                                       (guint)refnet_random_below(random, 9) + 1));
  for (guint i = 0; i < 5; i++)
    g_ptr_array_add(sheets->needs,
                    g_strdup_printf("%s,%s,%u", refnet_random_below(random, 2) ? "north" : "south",
                                    refnet_random_below(random, 2) ? "food" : "respite",
                                    (guint)refnet_random_below(random, 50)));
}

static void shuffle(GPtrArray *rows, RefnetRandom *random) {
  for (guint i = rows->len; i > 1; i--) {
    guint k = (guint)refnet_random_below(random, i);
    gpointer swap = rows->pdata[i - 1];
    rows->pdata[i - 1] = rows->pdata[k];
    rows->pdata[k] = swap;
  }
}

static char *join_rows(const char *header, const GPtrArray *rows) {
  GString *text = g_string_new(header);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf(text, "\n%s", (const char *)rows->pdata[i]);
  g_string_append_c(text, '\n');
  return g_string_free(text, FALSE);
}

static RefnetDataset *load_sheets(const Sheets *sheets) {
  g_autofree char *organizations =
      join_rows("id,name,services,areas,status", sheets->organizations);
  g_autofree char *referrals = join_rows("from,to,count,date", sheets->referrals);
  g_autofree char *contacts = join_rows("organization,name,left", sheets->contacts);
  g_autofree char *needs = join_rows("area,service,demand", sheets->needs);
  g_autofree char *respondents = join_rows("organization,answered", sheets->respondents);
  return support_load(NULL, "organizations.csv", organizations, "referrals.csv", referrals,
                      "contacts.csv", contacts, "needs.csv", needs, "respondents.csv", respondents,
                      "areas.csv", PLACES, NULL);
}

/* The sheets of one year; `order` 0: as made, else shuffled. */
static RefnetDataset *year(guint64 seed, guint64 order) {
  Sheets sheets;
  GPtrArray **all[] = {&sheets.organizations, &sheets.referrals, &sheets.contacts, &sheets.needs,
                       &sheets.respondents};
  RefnetRandom random, disorder;
  refnet_random_seed(&random, seed);
  refnet_random_seed(&disorder, order);
  for (guint i = 0; i < G_N_ELEMENTS(all); i++)
    *all[i] = g_ptr_array_new_with_free_func(g_free);
  make_year(&sheets, &random);
  for (guint i = 0; i < G_N_ELEMENTS(all) && order > 0; i++)
    shuffle(*all[i], &disorder);
  RefnetDataset *dataset = load_sheets(&sheets);
  for (guint i = 0; i < G_N_ELEMENTS(all); i++)
    g_ptr_array_unref(*all[i]);
  return dataset;
}

static void assert_same_figures(const RefnetChanges *changes, guint a, const RefnetChanges *others,
                                guint b) {
  assert_int_equal(changes->figure_count, others->figure_count);
  for (gsize i = 0; i < changes->figure_count; i++) {
    const RefnetComparedFigure *x = &changes->figures[i], *y = &others->figures[i];
    assert_true(isnan(x->value[a]) ? isnan(y->value[b]) : x->value[a] == y->value[b]);
    assert_true(isnan(x->shared[a]) ? isnan(y->shared[b]) : x->shared[a] == y->shared[b]);
  }
}

static void test_nothing_changed_from_itself(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 12; seed++) {
    g_auto(Pair) pair = {0};
    compare(&pair, year(seed, 0), year(seed, seed));
    const RefnetChanges *changes = pair.changes;
    assert_int_equal(changes->move_count, 0);
    assert_int_equal(changes->tie_count, 0);
    assert_int_equal(changes->gap_count, 0);
    assert_int_equal(changes->risk_count, 0);
    assert_int_equal(changes->people_count, 0);
    assert_int_equal(changes->caveats & ~(guint)REFNET_CAVEAT_OVERLAP, 0);
    assert_int_equal(changes->shared, changes->organization_count);
    assert_same_figures(changes, REFNET_THEN, changes, REFNET_NOW);
  }
}

/* What each kind becomes when the sides are exchanged. */
static RefnetTieChangeKind turned(RefnetTieChangeKind kind) {
  static const RefnetTieChangeKind other[] = {[REFNET_TIE_ADDED] = REFNET_TIE_REMOVED,
                                              [REFNET_TIE_REMOVED] = REFNET_TIE_ADDED,
                                              [REFNET_TIE_UNSAID_THEN] = REFNET_TIE_UNSAID_NOW,
                                              [REFNET_TIE_UNSAID_NOW] = REFNET_TIE_UNSAID_THEN,
                                              [REFNET_TIE_STRONGER] = REFNET_TIE_WEAKER,
                                              [REFNET_TIE_WEAKER] = REFNET_TIE_STRONGER,
                                              [REFNET_TIE_STEADY] = REFNET_TIE_STEADY};
  return other[kind];
}

static gsize count_gaps(const RefnetChanges *changes, guint side) {
  gsize count = 0;
  for (gsize i = 0; i < changes->gap_count; i++)
    count += changes->gaps[i].side == side;
  return count;
}

static gsize count_risks(const RefnetChanges *changes, gboolean up) {
  gsize count = 0;
  for (gsize i = 0; i < changes->risk_count; i++)
    count += (up ? changes->risks[i].up : changes->risks[i].down) != 0;
  return count;
}

static gsize count_people(const RefnetChanges *changes, guint kinds) {
  gsize count = 0;
  for (gsize i = 0; i < changes->people_count; i++)
    count += (kinds & 1u << changes->people[i].kind) != 0;
  return count;
}

static void assert_mirrored(const RefnetChanges *there, const RefnetChanges *back) {
  assert_int_equal(there->shared, back->shared);
  assert_int_equal(there->ties_kept, back->ties_kept);
  assert_int_equal(there->two_way, back->one_way);
  assert_int_equal(there->one_way, back->two_way);
  assert_int_equal(there->unsaid_ways, back->unsaid_ways);
  for (guint kind = 0; kind < REFNET_TIE_CHANGES; kind++)
    assert_int_equal(there->tie_counts[kind], back->tie_counts[turned((RefnetTieChangeKind)kind)]);
  for (guint side = 0; side < REFNET_SIDES; side++)
    assert_int_equal(count_gaps(there, side), count_gaps(back, !side));
  assert_int_equal(count_risks(there, TRUE), count_risks(back, FALSE));
  assert_int_equal(count_risks(there, FALSE), count_risks(back, TRUE));
  assert_int_equal(count_people(there, 1u << REFNET_PERSON_NEW),
                   count_people(back, 1u << REFNET_PERSON_LEFT | 1u << REFNET_PERSON_UNLISTED));
  assert_int_equal(count_people(there, 1u << REFNET_PERSON_MOVED),
                   count_people(back, 1u << REFNET_PERSON_MOVED));
  assert_int_equal(there->move_count, back->move_count);
  assert_same_figures(there, REFNET_THEN, back, REFNET_NOW);
  assert_same_figures(there, REFNET_NOW, back, REFNET_THEN);
}

static void test_exchanging_sides_mirrors(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 12; seed++) {
    g_auto(Pair) there = {0}, back = {0};
    compare(&there, year(seed, 0), year(seed + 100, 0));
    compare(&back, year(seed + 100, 0), year(seed, 0));
    assert_mirrored(there.changes, back.changes);
  }
}

static void test_order_of_rows_changes_nothing(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 6; seed++) {
    g_auto(Pair) pair = {0}, other = {0};
    compare(&pair, year(seed, 0), year(seed + 50, 0));
    compare(&other, year(seed, 7), year(seed + 50, 9));
    g_autofree char *moves = moves_of(&other), *ties = ties_of(&other);
    assert_moves(&pair, moves);
    assert_ties(&pair, ties);
    assert_same_figures(pair.changes, REFNET_NOW, other.changes, REFNET_NOW);
  }
}

/* ---- against counting pairs ------------------------------------------------------------------ */

/* Is there an arc between organizations with these ids? */
static gboolean has_arc(const RefnetNetwork *network, const char *from, const char *to) {
  guint32 a = refnet_dataset_find(network->dataset, from, NULL);
  guint32 b = refnet_dataset_find(network->dataset, to, NULL);
  return a != REFNET_NONE && b != REFNET_NONE && a != b &&
         refnet_network_find_arc(network, network->vertex[a], network->vertex[b]) != G_MAXUINT64;
}

static guint ways(const RefnetNetwork *network, const char *a, const char *b) {
  return (guint)has_arc(network, a, b) + (guint)has_arc(network, b, a);
}

static void test_counts_are_those_of_all_pairs(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 8; seed++) {
    g_auto(Pair) pair = {0};
    guint64 came = 0, went = 0, kept = 0;
    compare(&pair, year(seed, 0), year(seed + 30, 0));
    for (guint a = 0; a < ORGANIZATIONS; a++)
      for (guint b = a + 1; b < ORGANIZATIONS; b++) {
        g_autofree char *x = g_strdup_printf("o%02u", a), *y = g_strdup_printf("o%02u", b);
        gboolean then = ways(pair.networks[REFNET_THEN], x, y) > 0;
        gboolean now = ways(pair.networks[REFNET_NOW], x, y) > 0;
        came += now && !then;
        went += then && !now;
        kept += then && now;
      }
    const guint64 *counts = pair.changes->tie_counts;
    assert_int_equal(counts[REFNET_TIE_ADDED] + counts[REFNET_TIE_UNSAID_THEN], came);
    assert_int_equal(counts[REFNET_TIE_REMOVED] + counts[REFNET_TIE_UNSAID_NOW], went);
    assert_int_equal(pair.changes->ties_kept, kept);
  }
}

/* ---- scenarios ------------------------------------------------------------------------------- */

/* What closing one organization changes. */
static void close_one(Pair *pair, guint64 seed, guint32 closed) {
  const RefnetEdit close = {.kind = REFNET_EDIT_CLOSE,
                            .organization = closed,
                            .other = REFNET_NONE,
                            .person = REFNET_NONE,
                            .service = REFNET_NONE,
                            .area = REFNET_NONE};
  guint32 now_of_then[ORGANIZATIONS];
  RefnetCompareOptions options = {.as_of = {DAY, DAY}, .seed = 1, .now_of_then = now_of_then};
  g_autofree guint8 *out = NULL;
  pair->datasets[REFNET_THEN] = year(seed, 0);
  RefnetDataset *edited =
      refnet_dataset_edited(pair->datasets[REFNET_THEN], &close, 1, DAY, &out, NULL);
  pair->networks[REFNET_THEN] = refnet_network_new(pair->datasets[REFNET_THEN], NULL, FALSE, NULL);
  if (!edited) /* it is closed already */
    return;
  pair->datasets[REFNET_NOW] = edited;
  for (guint32 o = 0; o < edited->organization_count; o++) {
    now_of_then[o] = o;
    out[o] = !out[o];
  }
  g_autoptr(RefnetNetwork) whole = refnet_network_new(edited, NULL, FALSE, NULL);
  pair->networks[REFNET_NOW] = refnet_network_part(whole, out, NULL);
  pair->changes =
      refnet_changes_new(pair->networks[REFNET_THEN], pair->networks[REFNET_NOW], &options, NULL);
  assert_non_null(pair->changes);
}

/* Marks whom `from` reaches without `gone`; returns how many. */
static guint32 reach(const RefnetNetwork *network, guint32 from, guint32 gone, gboolean *reached) {
  guint32 count = 1;
  reached[from] = TRUE;
  for (guint64 i = network->tie_start[from]; i < network->tie_start[from + 1]; i++) {
    guint32 next = network->neighbor[i];
    if (next != gone && !reached[next])
      count += reach(network, next, gone, reached);
  }
  return count;
}

/* Is `vertex` cut off from most of those it could reach, straight from the definition? */
static gboolean is_cut_off(const RefnetNetwork *network, guint32 vertex, guint32 gone) {
  gboolean before[ORGANIZATIONS] = {FALSE}, own[ORGANIZATIONS] = {FALSE};
  reach(network, vertex, REFNET_NONE, before);
  guint32 size = reach(network, vertex, gone, own);
  for (guint32 w = 0; w < network->vertices; w++) {
    gboolean other[ORGANIZATIONS] = {FALSE};
    if (before[w] && !own[w] && w != gone && reach(network, w, gone, other) >= size)
      return TRUE;
  }
  return FALSE;
}

static void test_cut_off_is_as_defined(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 4; seed++)
    for (guint32 closed = 0; closed < ORGANIZATIONS; closed += 3) {
      g_auto(Pair) pair = {0};
      close_one(&pair, seed, closed % 15);
      const RefnetNetwork *then = pair.networks[REFNET_THEN];
      for (guint32 v = 0; pair.changes && v < then->vertices; v++) {
        guint32 compared = pair.changes->compared_of[REFNET_THEN][v];
        assert_int_equal(refnet_list_has(pair.changes->cut_off, compared),
                         v != closed % 15 && is_cut_off(then, v, closed % 15));
      }
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nothing_changed_from_itself),
      cmocka_unit_test(test_exchanging_sides_mirrors),
      cmocka_unit_test(test_order_of_rows_changes_nothing),
      cmocka_unit_test(test_counts_are_those_of_all_pairs),
      cmocka_unit_test(test_cut_off_is_as_defined),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
