/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Suggestions: structure against an enumeration of paths, attributes, reasons that are true,
 * exclusions. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include <refnet/analysis.h>

#include "analysis/who_else/structure.h"
#include "unit/analysis/who_else_case.h"
#include "unit/support.h"

#define AS_OF refnet_date_from_ymd(2026, 9, 30)

static Case ask_with(const char *asker, const char *organizations, const char *referrals,
                     const char *nominations, RefnetWhoElseOptions options) {
  Case c = {0};
  GError *error = NULL;
  c.dataset = support_load(&error, "organizations.csv", organizations, "referrals.csv",
                           referrals ? referrals : "from,to\n",
                           nominations ? "nominations.csv" : NULL, nominations, NULL);
  assert_null(error);
  c.network = refnet_network_new(c.dataset, NULL, FALSE, &error);
  assert_null(error);
  guint32 organization = refnet_dataset_find(c.dataset, asker, &error);
  assert_null(error);
  c.answer = refnet_who_else_new(c.network, c.network->vertex[organization], &options, &error);
  assert_null(error);
  return c;
}

static Case ask(const char *asker, const char *organizations, const char *referrals) {
  return ask_with(asker, organizations, referrals, NULL, (RefnetWhoElseOptions){.as_of = AS_OF});
}

static const char *suggested(const Case *c, guint32 rank) {
  return refnet_network_organization(c->network, c->answer->suggestions[rank].vertex)->id;
}

static const RefnetSuggestion *suggestion(const Case *c, const char *id) {
  for (guint32 i = 0; i < c->answer->suggestion_count; i++)
    if (strcmp(suggested(c, i), id) == 0)
      return &c->answer->suggestions[i];
  return NULL;
}

static const RefnetReason *reason(const RefnetSuggestion *suggestion, RefnetReasonKind kind) {
  for (guint32 i = 0; suggestion && i < suggestion->reason_count; i++)
    if (suggestion->reasons[i].kind == kind)
      return &suggestion->reasons[i];
  return NULL;
}

static void assert_close(double actual, double expected) {
  if (!(fabs(actual - expected) < 1e-12))
    print_error("%.17g is not %.17g\n", actual, expected);
  assert_true(fabs(actual - expected) < 1e-12);
}

/* ---- structure against brute force ----------------------------------------------------------- */

static RefnetDataset *random_dataset(guint64 seed, guint32 organizations, guint32 rows,
                                     gboolean reversed) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
  for (guint32 v = 0; v < organizations; v++)
    g_ptr_array_add(
        names, g_strdup_printf(
                   "o%02u,Organization %c%c,s%u;s%u,a%u;a%u,p%u\n", v, 'A' + v % 26, 'a' + v / 26,
                   (guint)refnet_random_below(&random, 6), (guint)refnet_random_below(&random, 6),
                   (guint)refnet_random_below(&random, 4), (guint)refnet_random_below(&random, 4),
                   (guint)refnet_random_below(&random, 3)));
  for (guint32 i = 0; i < rows; i++)
    g_ptr_array_add(lines, g_strdup_printf("o%02u,o%02u\n",
                                           (guint)refnet_random_below(&random, organizations),
                                           (guint)refnet_random_below(&random, organizations)));
  g_autoptr(GString) sheet = g_string_new("id,name,services,areas,populations\n");
  g_autoptr(GString) referrals = g_string_new("from,to\n");
  for (guint32 v = 0; v < organizations; v++)
    g_string_append(sheet, names->pdata[reversed ? organizations - 1 - v : v]);
  for (guint32 i = 0; i < rows; i++)
    g_string_append(referrals, lines->pdata[reversed ? rows - 1 - i : i]);
  return support_load(NULL, "organizations.csv", sheet->str, "referrals.csv", referrals->str, NULL);
}

static gboolean tied(const RefnetNetwork *network, guint32 a, guint32 b) {
  return a != b && refnet_network_find_tie(network, a, b) != G_MAXUINT64;
}

/* The formula as METHODS has it, path by path. */
static double structure(const RefnetNetwork *network, guint32 x, guint32 y) {
  double b = 0;
  for (guint32 z = 0; z < network->vertices; z++) {
    if (z == x || z == y || !tied(network, x, z))
      continue;
    double k = refnet_network_degree(network, z);
    b += tied(network, z, y) ? 1 / k : 0;
    for (guint32 w = 0; w < network->vertices; w++)
      if (w != x && w != y && w != z && tied(network, z, w) && tied(network, w, y))
        b += 1 / (k * refnet_network_degree(network, w));
  }
  return b;
}

static void test_structure_against_paths(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 30; seed++) {
    guint32 organizations = 2 + (guint32)(seed % 12);
    g_autoptr(RefnetDataset) dataset =
        random_dataset(seed, organizations, (guint32)(seed % 4) * organizations / 2 + 1, FALSE);
    g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
    for (guint32 x = 0; x < network->vertices; x++) {
      g_autofree double *scores = refnet_structure_scores(network, x, NULL);
      for (guint32 y = 0; y < network->vertices; y++)
        assert_close(scores[y], x == y || tied(network, x, y) ? 0 : structure(network, x, y));
    }
  }
}

static void test_row_order_and_top(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 6; seed++) {
    g_autoptr(RefnetDataset) one = random_dataset(seed, 24, 40, FALSE);
    g_autoptr(RefnetDataset) other = random_dataset(seed, 24, 40, TRUE);
    g_autoptr(RefnetNetwork) first = refnet_network_new(one, NULL, FALSE, NULL);
    g_autoptr(RefnetNetwork) second = refnet_network_new(other, NULL, FALSE, NULL);
    RefnetWhoElseOptions five = {.top = 5, .as_of = AS_OF};
    g_autoptr(RefnetWhoElse) all = refnet_who_else_new(first, 3, NULL, NULL);
    g_autoptr(RefnetWhoElse) top = refnet_who_else_new(second, 3, &five, NULL);
    assert_int_equal(top->suggestion_count, MIN(5, all->suggestion_count));
    for (guint32 i = 0; i < all->suggestion_count; i++) {
      if (i > 0)
        assert_true(all->suggestions[i].score <= all->suggestions[i - 1].score + 1e-12);
      if (i < top->suggestion_count) {
        assert_int_equal(all->suggestions[i].vertex, top->suggestions[i].vertex);
        assert_true(all->suggestions[i].score == top->suggestions[i].score);
      }
    }
  }
}

/* ---- scores ---------------------------------------------------------------------------------- */

static const char *const sheet = "id,name,services,areas,populations,status\n"
                                 "x,X,food;clothing,East;West,families,\n"
                                 "p,Partner,legal,East,families,\n"
                                 "near,Near,food;legal;housing,East,families;veterans,\n"
                                 "far,Far,legal,North,veterans,\n"
                                 "blank,Blank,,,,\n"
                                 "gone,Gone,legal,East,families,closed\n";

static void test_score_and_reasons(void **state) {
  (void)state;
  g_auto(Case) c = ask("x", sheet, "from,to\nx,p\np,near\n");
  assert_true(c.answer->structure_known);
  assert_int_equal(c.answer->candidates, 3);
  assert_string_equal(suggested(&c, 0), "near");
  const RefnetSuggestion *near = suggestion(&c, "near");
  /* areas 1/2, populations 1/2, services: 2 new of 4 */
  assert_close(near->score, 1 + .15 * (1 / 2. + 1 / 2. + 2 / 4.) / 3);
  const RefnetReason *common = reason(near, REFNET_REASON_COMMON_PARTNERS);
  assert_int_equal(common->items.length, 1);
  assert_string_equal(c.dataset->organizations[common->items.items[0]].id, "p");
  assert_close(common->value, 1);
  assert_ptr_equal(&near->reasons[0], common);
  const RefnetReason *new_services = reason(near, REFNET_REASON_COMPLEMENTARY);
  assert_int_equal(new_services->items.length, 2);
  assert_string_equal(c.dataset->services.names[new_services->items.items[0]], "housing");
  assert_string_equal(c.dataset->services.names[new_services->items.items[1]], "legal");
  assert_int_equal(reason(near, REFNET_REASON_SHARED_AREA)->items.length, 1);
  assert_int_equal(reason(near, REFNET_REASON_SHARED_POPULATION)->items.length, 1);
  assert_int_equal(near->introduction.length, 3);
  /* far: everything known and nothing fits, disjoint populations: no reason, so not suggested */
  assert_null(suggestion(&c, "far"));
  assert_null(suggestion(&c, "blank")); /* candidates' means, but nothing known speaks for it */
  assert_null(suggestion(&c, "gone"));
  assert_null(suggestion(&c, "p"));
}

static void test_without_structure(void **state) {
  (void)state;
  g_auto(Case) c = ask("x", sheet, NULL);
  assert_false(c.answer->structure_known);
  assert_close(suggestion(&c, "near")->score, (1 / 2. + 1 / 2. + 2 / 4.) / 3);
  assert_int_equal(suggestion(&c, "near")->introduction.length, 0);
  assert_string_equal(suggested(&c, 0), "p");
}

static void test_similar(void **state) {
  (void)state;
  g_auto(Case) c =
      ask_with("x", sheet, NULL, NULL,
               (RefnetWhoElseOptions){.prefer = REFNET_PREFER_SIMILAR, .as_of = AS_OF});
  assert_close(suggestion(&c, "near")->score, (1 / 2. + 1 / 2. + 1 / 4.) / 3);
  assert_null(reason(suggestion(&c, "near"), REFNET_REASON_COMPLEMENTARY));
  assert_int_equal(reason(suggestion(&c, "near"), REFNET_REASON_SHARED_SERVICE)->items.length, 1);
}

static void test_unknown_terms_take_the_mean(void **state) {
  (void)state;
  g_auto(Case) c = ask("x",
                       "id,name,services,areas\nx,X,food,East\n"
                       "a,A,legal,East\nb,B,food,East;West\nc,C,,East\n",
                       NULL);
  /* services: a 1/2, b 0, c unknown: 1/4 */
  assert_close(suggestion(&c, "c")->score, (1 + .25) / 2);
  assert_null(reason(suggestion(&c, "c"), REFNET_REASON_COMPLEMENTARY));
}

static void test_services_csv_replaces_lists(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "id,name,services,areas\nx,X,food,East\na,A,food,West\n",
      "services.csv", "organization,service,area\na,legal,East\na,housing,East\n", NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  g_autoptr(RefnetWhoElse) answer = refnet_who_else_new(
      network, network->vertex[refnet_dataset_find(dataset, "x", NULL)], NULL, NULL);
  assert_int_equal(answer->suggestion_count, 1);
  assert_close(answer->suggestions[0].score, (1 + 2 / 3.) / 2);
}

static void test_offers_and_seeks(void **state) {
  (void)state;
  g_auto(Case) c = ask("x",
                       "id,name,offers,seeks\nx,X,space,volunteers;vans\n"
                       "a,A,volunteers,space\nb,B,vans,money\nc,C,money,\n",
                       NULL);
  assert_close(suggestion(&c, "a")->score, 1);
  assert_close(suggestion(&c, "b")->score, .5);
  assert_null(suggestion(&c, "c"));
  assert_int_equal(reason(suggestion(&c, "a"), REFNET_REASON_OFFERS_MATCH)->items.length, 1);
  assert_int_equal(reason(suggestion(&c, "a"), REFNET_REASON_SEEKS_MATCH)->items.length, 1);
  assert_null(reason(suggestion(&c, "b"), REFNET_REASON_SEEKS_MATCH));
}

static void test_nominations(void **state) {
  (void)state;
  g_auto(Case) c =
      ask_with("x", "id,name\nx,X\na,A\nb,B\nc,C\n", NULL,
               "nominated,named_by,date\na,b,\na,c,\na,c,2026-01-01\nb,b,\nNew Org,c,\n",
               (RefnetWhoElseOptions){.as_of = AS_OF});
  assert_int_equal(c.answer->suggestion_count, 1); /* naming oneself counts for nothing */
  assert_string_equal(suggested(&c, 0), "a");
  assert_close(c.answer->suggestions[0].score, .15 * .75);
  const RefnetReason *named = reason(&c.answer->suggestions[0], REFNET_REASON_NOMINATED);
  assert_int_equal(named->items.length, 2);
}

static void test_nearness(void **state) {
  (void)state;
  g_auto(Case) c = ask("x",
                       "id,name,areas,latitude,longitude\nx,X,East,43,-83\n"
                       "a,A,East,43,-82.9\nb,B,East,43,-80\nc,C,East,,\n",
                       NULL);
  double km = refnet_distance_km(43, -83, 43, -82.9);
  assert_close(suggestion(&c, "a")->score, exp(-km / 25));
  assert_close(reason(suggestion(&c, "a"), REFNET_REASON_NEAR)->value, km);
  assert_null(reason(suggestion(&c, "b"), REFNET_REASON_NEAR)); /* 244 km */
  assert_close(suggestion(&c, "c")->score, 1);                  /* by areas */
}

static void test_indirect_partners(void **state) {
  (void)state;
  g_auto(Case) c = ask("x", "id,name\nx,X\nz,Z\nw,W\ny,Y\n", "from,to\nx,z\nz,w\nw,y\n");
  const RefnetReason *indirect = reason(suggestion(&c, "y"), REFNET_REASON_INDIRECT_PARTNERS);
  assert_non_null(indirect);
  assert_int_equal(indirect->items.length, 1);
  assert_string_equal(c.dataset->organizations[indirect->items.items[0]].id, "z");
  assert_close(suggestion(&c, "y")->score, (1 / 4.) / (1 / 2.)); /* w has 1/2 */
}

/* ---- who is not suggested -------------------------------------------------------------------- */

static void test_rows_of_one_organization(void **state) {
  (void)state;
  g_auto(Case) c =
      ask("x",
          "id,name,services,areas,phone,city\n"
          "x,Elm Clinic,clinic,East,989-555-0101,Port\n"
          "x2,ELM CLINIC INC,clinic;legal,East,989 555 0101,Port\n" /* x itself */
          "p,Oak Pantry,food,East,989-555-0102,Port\n"
          "p2,Oak Pantry,food,East,989-555-0102,Port\n"    /* a partner */
          "q,Fir Shelter,shelter,East,989-555-0104,Port\n" /* a partner of its other row */
          "y,Ash House,housing,East,989-555-0103,Port\n"
          "y2,Ash House,housing,East,989-555-0103,Port\n", /* one suggestion, not two */
          "from,to\nx,p\nq,x2\n");
  assert_int_equal(c.answer->suggestion_count, 1);
  assert_string_equal(suggested(&c, 0), "y");
}

/* Whom they met as either of its rows they have met, and latest on the latest of these days. */
static void test_meetings_of_rows_that_are_one(void **state) {
  (void)state;
  g_auto(Case) c = {0};
  c.dataset = support_load(NULL, "organizations.csv",
                           "id,name,services,areas,phone\n"
                           "x,Elm Clinic,clinic,East,\n"
                           "y,Ash House,housing,East,989-555-0103\n"
                           "y2,Ash House,housing,East,989-555-0103\n"
                           "z,Fir Legal,legal,East,\n",
                           "meetings.csv",
                           "organization,date\n"
                           "y,2026-01-10\ny2,2026-03-01\ny2,2026-12-01\ny,\n",
                           NULL);
  c.network = refnet_network_new(c.dataset, NULL, FALSE, NULL);
  c.answer = refnet_who_else_new(c.network, 0, &(RefnetWhoElseOptions){.as_of = AS_OF}, NULL);
  assert_int_equal(c.answer->suggestion_count, 2);
  const RefnetReason *met = reason(suggestion(&c, "y"), REFNET_REASON_MET);
  assert_int_equal(c.dataset->meetings[met->subject].date, refnet_date_from_ymd(2026, 3, 1));
  assert_null(reason(suggestion(&c, "z"), REFNET_REASON_MET));
  RefnetWhoElseOptions options = {.as_of = AS_OF, .top = 2};
  g_autoptr(RefnetEveryone) everyone = refnet_who_else_everyone(c.network, &options, NULL);
  for (guint32 rank = 0; rank < 2; rank++) {
    g_autoptr(RefnetWhoElse) one = refnet_everyone_answer(everyone, 0, rank, NULL);
    const RefnetReason *told = reason(one->suggestions, REFNET_REASON_MET);
    assert_true((told != NULL) == (one->suggestions[0].vertex == 1));
    assert_true(!told || told->subject == met->subject);
  }
}

static void test_few_organizations(void **state) {
  (void)state;
  g_auto(Case) alone = ask("x", "id,name\nx,X\n", NULL);
  assert_int_equal(alone.answer->suggestion_count, 0);
  g_auto(Case) two = ask("x", "id,name\nx,X\ny,Y\n", "from,to\nx,y\nx,x\n");
  assert_int_equal(two.answer->candidates, 0);
  g_auto(Case) blank = ask("x", "id,name\nx,X\ny,Y\nz,Z\n", NULL);
  assert_int_equal(blank.answer->candidates, 2);
  assert_int_equal(blank.answer->suggestion_count, 0);
}

static void test_refusals(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(NULL, "organizations.csv", "name\nA\n", NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  guint32 wrong[] = {1, REFNET_NONE};
  for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
    g_autoptr(GError) error = NULL;
    assert_null(refnet_who_else_new(network, wrong[i], NULL, &error));
    assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_structure_against_paths),
                                     cmocka_unit_test(test_row_order_and_top),
                                     cmocka_unit_test(test_score_and_reasons),
                                     cmocka_unit_test(test_without_structure),
                                     cmocka_unit_test(test_similar),
                                     cmocka_unit_test(test_unknown_terms_take_the_mean),
                                     cmocka_unit_test(test_services_csv_replaces_lists),
                                     cmocka_unit_test(test_offers_and_seeks),
                                     cmocka_unit_test(test_nominations),
                                     cmocka_unit_test(test_nearness),
                                     cmocka_unit_test(test_indirect_partners),
                                     cmocka_unit_test(test_rows_of_one_organization),
                                     cmocka_unit_test(test_meetings_of_rows_that_are_one),
                                     cmocka_unit_test(test_few_organizations),
                                     cmocka_unit_test(test_refusals)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
