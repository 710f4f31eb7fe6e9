/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Service gaps: planted cells, blanks, containing areas, nearest providers, and counting by brute
 * force. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include <refnet/analysis.h>

#include "unit/analysis/gaps_case.h"
#include "unit/support.h"

#define AS_OF refnet_date_from_ymd(2026, 9, 30)

static Case look_with(const char *organizations, const char *areas, const char *needs,
                      const RefnetGapOptions *options) {
  Case c = {0};
  GError *error = NULL;
  const char *header = "area\n";
  c.dataset = support_load(&error, "organizations.csv", organizations, "areas.csv",
                           areas ? areas : header, needs ? "needs.csv" : NULL, needs, NULL);
  assert_null(error);
  c.network = refnet_network_new(c.dataset, NULL, FALSE, &error);
  assert_null(error);
  c.gaps = refnet_gaps_new(c.network, options, &error);
  assert_null(error);
  return c;
}

static Case look(const char *organizations, const char *areas, const char *needs) {
  RefnetGapOptions options = {.as_of = AS_OF};
  return look_with(organizations, areas, needs, &options);
}

static const RefnetGap *find(const Case *c, const char *area, const char *service) {
  for (gsize i = 0; i < c->gaps->cell_count; i++) {
    const RefnetGap *gap = &c->gaps->cells[i];
    if (strcmp(c->dataset->areas[gap->area].key, area) == 0 &&
        strcmp(c->dataset->services.names[gap->service], service) == 0)
      return gap;
  }
  return NULL;
}

static void assert_gap(const Case *c, const char *area, const char *service,
                       RefnetGapStatus status) {
  const RefnetGap *gap = find(c, area, service);
  assert_non_null(gap);
  assert_int_equal(gap->status, status);
}

static const char *id_of(const Case *c, guint32 organization) {
  return c->dataset->organizations[organization].id;
}

/* ---- without needs.csv ----------------------------------------------------------------------- */

static void test_without_needs(void **state) {
  (void)state;
  g_auto(Case) c = look("id,name,services,areas,status\n"
                        "a,A,food;respite,East,\n"
                        "b,B,food,East,\n"
                        "c,C,dental,West,closed\n"
                        "d,D,,West,\n",
                        NULL, NULL);
  assert_false(c.gaps->has_needs);
  assert_int_equal(c.gaps->cell_count, 3); /* dental: nobody active offers it anywhere */
  assert_gap(&c, "East", "respite", REFNET_GAP_FRAGILE);
  assert_gap(&c, "West", "respite", REFNET_GAP_ABSENT);
  assert_gap(&c, "West", "food", REFNET_GAP_ABSENT);
  const RefnetGap *absent = find(&c, "West", "food");
  assert_int_equal(absent->providers.length, 0);
  assert_int_equal(absent->organizations_in_area, 1); /* the closed one left out */
  assert_int_equal(absent->organizations_without_services, 1);
  assert_true(isnan(absent->demand) && isnan(absent->unmet));
  assert_int_equal(c.gaps->organizations_without_services, 1);
}

static void test_nothing_known(void **state) {
  (void)state;
  const char *sheets[] = {"name\nA\n", "name\nA\nB\n", "name,services,areas\nA,,\nB,,\nC,,\n",
                          "name,services,areas\nA,food,\n", "name,services,areas\nA,,East\n"};
  for (guint i = 0; i < G_N_ELEMENTS(sheets); i++) {
    g_auto(Case) c = look(sheets[i], NULL, NULL);
    assert_int_equal(c.gaps->cell_count, 0);
  }
  g_auto(Case) c = look("name,services,areas\nA,food,\nB,,East\n", NULL, NULL);
  assert_int_equal(c.gaps->organizations_without_areas, 1);
  assert_gap(&c, "East", "food", REFNET_GAP_ABSENT);
}

static void test_an_empty_view(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "id,name,services,areas,sector\na,A,food,East,health\n", NULL);
  char *sectors[] = {(char *)"health", NULL}, *areas[] = {(char *)"East", NULL};
  RefnetFilter filter = {.sectors = sectors,
                         .areas = areas,
                         .since = REFNET_DATE_UNKNOWN,
                         .until = REFNET_DATE_UNKNOWN,
                         .largest_component = FALSE};
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, &filter, FALSE, NULL);
  g_autoptr(RefnetGaps) gaps = refnet_gaps_new(network, NULL, NULL);
  assert_non_null(gaps);
  assert_int_equal(gaps->cell_count, 1);
}

static void test_surely_same_records_count_once(void **state) {
  (void)state;
  const char *twice = "id,name,services,areas,phone,city,funding_end\n"
                      "a,Harbor Respite,respite,East,989-555-0101,Port,\n"
                      "a2,HARBOR RESPITE Inc.,respite,East,(989) 555-0101,Port,2026-12-31\n"
                      "b,Elm Clinic,clinic,East,989-555-0102,Port,\n";
  g_auto(Case) c = look(twice, NULL, NULL);
  const RefnetGap *gap = find(&c, "East", "respite");
  assert_non_null(gap);
  assert_int_equal(gap->status, REFNET_GAP_FRAGILE);
  assert_int_equal(gap->providers.length, 1);
  assert_string_equal(id_of(&c, gap->providers.items[0]), "a");
  assert_int_equal(gap->nearest_count, 0);
  assert_int_equal(gap->provider_funding_end, refnet_date_from_ymd(2026, 12, 31));
  assert_int_equal(gap->organizations_in_area, 2);
}

/* ---- with needs.csv -------------------------------------------------------------------------- */

static const char *const two_areas =
    "id,name,services,areas\n"
    "a,A,food,East\nb,B,food,East\nc,C,legal,East\nd,D,dental,East\n";

static void test_needs_make_the_cells_that_can_be_absent(void **state) {
  (void)state;
  g_auto(Case) c = look(two_areas, NULL,
                        "area,service,demand\n"
                        "West,food,120\nWest,legal,\nWest,dental,0\nEast,food,10\nEast,dental,0\n"
                        "West,childcare,7\n");
  assert_true(c.gaps->has_needs);
  assert_int_equal(c.gaps->cell_count, 4);
  assert_gap(&c, "West", "food", REFNET_GAP_ABSENT);
  assert_gap(&c, "West", "legal", REFNET_GAP_ABSENT);     /* demand blank: may be absent */
  assert_gap(&c, "West", "childcare", REFNET_GAP_ABSENT); /* offered nowhere, but needed */
  assert_gap(&c, "East", "legal", REFNET_GAP_FRAGILE);    /* no row, still one provider */
  assert_true(find(&c, "West", "food")->unmet == 120);
  assert_true(isnan(find(&c, "West", "legal")->unmet));
  assert_true(isnan(find(&c, "East", "legal")->unmet));
  /* ranked: unmet, then demand, then status */
  assert_ptr_equal(&c.gaps->cells[0], find(&c, "West", "food"));
  assert_ptr_equal(&c.gaps->cells[1], find(&c, "West", "childcare"));
  assert_ptr_equal(&c.gaps->cells[2], find(&c, "West", "legal"));
}

static void test_total_and_populations(void **state) {
  (void)state;
  g_auto(Case) c = look(two_areas, NULL,
                        "area,service,demand,population\n"
                        "West,food,100,\nWest,food,30,veterans\n"
                        "West,legal,20,veterans\nWest,legal,5,youth\n"
                        "West,dental,20,veterans\nWest,dental,,veterans\n"
                        "North,food,,veterans\nNorth,food,,\n");
  assert_true(find(&c, "West", "food")->demand == 100);
  assert_int_equal(find(&c, "West", "food")->population, REFNET_NONE);
  assert_true(find(&c, "West", "legal")->demand == 25);
  assert_int_equal(find(&c, "West", "legal")->population, REFNET_NONE);
  assert_true(find(&c, "West", "dental")->demand == 20);
  assert_string_equal(c.dataset->populations.names[find(&c, "West", "dental")->population],
                      "veterans");
  assert_true(isnan(find(&c, "North", "food")->demand));
}

static void test_containing_areas(void **state) {
  (void)state;
  const char *areas = "area,within\nEast,Harbor\nWest,Harbor\nHarbor,\n";
  const char *organizations = "id,name,services,areas\na,A,food,East\nb,B,legal,Harbor\n";
  g_auto(Case) without = look(organizations, areas, NULL);
  assert_null(find(&without, "Harbor", "food")); /* its parts say it */
  assert_gap(&without, "East", "food", REFNET_GAP_FRAGILE);
  assert_gap(&without, "West", "food", REFNET_GAP_ABSENT);
  assert_gap(&without, "West", "legal", REFNET_GAP_FRAGILE);
}

/* The loader takes no need for an area that has parts; the analysis counts one rightly all the
 * same. */
static void test_needs_of_a_containing_area(void **state) {
  (void)state;
  const char *areas = "area,within\nEast,Harbor\nWest,Harbor\nHarbor,\n";
  const char *organizations = "id,name,services,areas\na,A,food,East\nb,B,legal,Harbor\n";
  g_auto(Case) c =
      look(organizations, areas, "area,service,demand\nWest,food,9\nWest,legal,9\nWest,dental,9\n");
  for (guint32 i = 0; i < c.dataset->need_count; i++)
    ((RefnetNeed *)c.dataset->needs)[i].area = refnet_dataset_find_area(c.dataset, "Harbor");
  refnet_gaps_free(c.gaps);
  c.gaps = refnet_gaps_new(c.network, NULL, NULL);
  assert_gap(&c, "Harbor", "food", REFNET_GAP_FRAGILE);
  assert_gap(&c, "Harbor", "legal", REFNET_GAP_FRAGILE); /* one provider, not one a part */
  assert_gap(&c, "Harbor", "dental", REFNET_GAP_ABSENT);
  assert_int_equal(find(&c, "Harbor", "dental")->organizations_in_area, 2);
}

/* ---- nearest, fragile ------------------------------------------------------------------------ */

static void test_nearest(void **state) {
  (void)state;
  g_auto(Case) c =
      look("id,name,services,areas,latitude,longitude\n"
           "far,Far,food,East,43.0,-80.0\n"
           "near,Near,food,East,43.0,-82.9\n"
           "byarea,By Area,food,East;Middle,,\n"
           "nowhere,Nowhere,food,,,\n",
           "area,latitude,longitude\nWest,43,-83\nEast,43,-81\nMiddle,43,-82\nBlank,,\n", NULL);
  const RefnetGap *gap = find(&c, "West", "food");
  assert_int_equal(gap->nearest_count, 3);
  const char *expected[] = {"near", "byarea", "far"};
  double degrees[] = {0.1, 1, 3};
  for (guint i = 0; i < 3; i++) {
    assert_string_equal(id_of(&c, gap->nearest[i].organization), expected[i]);
    double km = refnet_distance_km(43, -83, 43, -83 + degrees[i]);
    assert_true(fabs(gap->nearest[i].km - km) < 1e-9);
  }
  const RefnetGap *fragile = find(&c, "Middle", "food");
  assert_int_equal(fragile->status, REFNET_GAP_FRAGILE);
  assert_string_equal(id_of(&c, fragile->nearest[0].organization), "near"); /* not itself */
  const RefnetGap *blank = find(&c, "Blank", "food");
  assert_int_equal(blank->nearest_count, 3);
  assert_true(isnan(blank->nearest[0].km));
  assert_string_equal(id_of(&c, blank->nearest[0].organization), "byarea");
}

static void test_fragile_says_what_makes_it_worse(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv",
      "id,name,services,areas,capacity,funding_end\na,A,food,East,50,2026-11-01\n", "contacts.csv",
      "organization,name,left\na,Ann,\na,Bob,2026-01-01\na,Cy,2027-01-01\n", NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  RefnetGapOptions options = {.as_of = AS_OF};
  g_autoptr(RefnetGaps) gaps = refnet_gaps_new(network, &options, NULL);
  assert_int_equal(gaps->cell_count, 1);
  assert_int_equal(gaps->cells[0].provider_contacts, 2);
  assert_int_equal(gaps->cells[0].provider_funding_end, refnet_date_from_ymd(2026, 11, 1));
  assert_true(gaps->cells[0].capacity == 50);
}

/* ---- choosing cells -------------------------------------------------------------------------- */

static void test_chosen_cells(void **state) {
  (void)state;
  char *areas[] = {(char *)"WEST", NULL}, *services[] = {(char *)"Food", (char *)"legal", NULL};
  RefnetGapOptions options = {.areas = areas, .services = services, .as_of = AS_OF};
  g_auto(Case) c = look_with(two_areas, "area\nWest\n", NULL, &options);
  assert_int_equal(c.gaps->cell_count, 2);
  assert_gap(&c, "West", "food", REFNET_GAP_ABSENT); /* East's providers are still there to call */
  assert_int_equal(find(&c, "West", "food")->nearest_count, 2);
  char *harbor[] = {(char *)"Harbor", NULL};
  RefnetGapOptions whole = {.areas = harbor, .as_of = AS_OF};
  g_auto(Case) parts = look_with(two_areas, "area,within\nWest,Harbor\nSouth,\n", NULL, &whole);
  assert_int_equal(parts.gaps->cell_count, 3);
  assert_gap(&parts, "West", "dental", REFNET_GAP_ABSENT);
}

static void test_chosen_populations(void **state) {
  (void)state;
  char *populations[] = {(char *)"veterans", NULL};
  RefnetGapOptions options = {.populations = populations, .as_of = AS_OF};
  g_auto(Case) c = look_with(two_areas, NULL,
                             "area,service,demand,population\n"
                             "West,food,100,\nWest,food,30,veterans\n"
                             "West,legal,20,youth\nWest,dental,20,\n",
                             &options);
  assert_int_equal(c.gaps->cell_count, 2);
  assert_true(find(&c, "West", "food")->demand == 30);
  assert_true(isnan(find(&c, "West", "dental")->demand)); /* theirs of the total is not known */
}

static void test_unknown_choices(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(NULL, "organizations.csv", two_areas, "areas.csv",
                                                  "area,name\nE1,Eastside\n", NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  char *typo[] = {(char *)"lega", NULL}, *other[] = {(char *)"zzzzzz", NULL};
  char *area[] = {(char *)"Eestside", NULL}, *empty[] = {(char *)"", NULL};
  struct {
    RefnetGapOptions options;
    const char *message;
  } cases[] = {
      {{.services = typo},
       "no service is called \"lega\": nobody offers or needs it in the data; did you mean "
       "\"legal\"?"},
      {{.services = other},
       "no service is called \"zzzzzz\": nobody offers or needs it in the data; the "
       "data have \"dental\", \"food\" and \"legal\""},
      {{.areas = area}, "no area is called \"Eestside\"; did you mean \"Eastside\"?"},
      {{.populations = empty}, "no population is called \"\""}};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GError) error = NULL;
    assert_null(refnet_gaps_new(network, &cases[i].options, &error));
    assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
    assert_string_equal(error->message, cases[i].message);
  }
}

/* ---- brute force ----------------------------------------------------------------------------- */

static RefnetDataset *random_dataset(guint64 seed, gboolean with_needs, gboolean reversed) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(g_free);
  for (guint v = 0; v < 12; v++) {
    GString *row = g_string_new(NULL);
    g_string_printf(row, "o%02u,Name %c%c,", v, 'A' + v, 'z' - v);
    for (guint k = (guint)refnet_random_below(&random, 4); k > 0; k--)
      g_string_append_printf(row, "s%u;", (guint)refnet_random_below(&random, 5));
    g_string_append_c(row, ',');
    for (guint k = (guint)refnet_random_below(&random, 4); k > 0; k--)
      g_string_append_printf(row, "a%u;", (guint)refnet_random_below(&random, 6));
    g_string_append(row, refnet_random_below(&random, 5) == 0 ? ",closed\n" : ",\n");
    g_ptr_array_add(rows, g_string_free(row, FALSE));
  }
  g_autoptr(GString) organizations = g_string_new("id,name,services,areas,status\n");
  for (guint v = 0; v < rows->len; v++)
    g_string_append(organizations, rows->pdata[reversed ? rows->len - 1 - v : v]);
  g_autoptr(GString) needs = g_string_new("area,service,demand\n");
  for (guint i = 0; i < 12; i++)
    g_string_append_printf(needs, "a%u,s%u,%u\n", (guint)refnet_random_below(&random, 6),
                           (guint)refnet_random_below(&random, 5), i * 3);
  return support_load(NULL, "organizations.csv", organizations->str, "areas.csv",
                      "area,within\na4,a5\na3,a5\n", with_needs ? "needs.csv" : NULL, needs->str,
                      NULL);
}

static gboolean in_area(const RefnetDataset *dataset, RefnetIndexList areas, guint32 area) {
  for (guint32 i = 0; i < areas.length; i++)
    for (guint32 a = areas.items[i]; a != REFNET_NONE; a = dataset->areas[a].within)
      if (a == area)
        return TRUE;
  return FALSE;
}

static guint32 count_providers(const RefnetDataset *dataset, guint32 area, guint32 service) {
  guint32 count = 0;
  for (guint32 v = 0; v < dataset->organization_count; v++) {
    gboolean offers = FALSE;
    for (guint32 o = dataset->offer_start[v]; o < dataset->offer_start[v + 1]; o++)
      offers |=
          dataset->offers[o].service == service && in_area(dataset, dataset->offers[o].areas, area);
    count += offers && !dataset->organizations[v].closed;
  }
  return count;
}

static gboolean offered(const RefnetDataset *dataset, guint32 service) {
  for (guint32 o = 0; o < dataset->offer_count; o++)
    if (dataset->offers[o].service == service &&
        !dataset->organizations[dataset->offers[o].organization].closed)
      return TRUE;
  return FALSE;
}

/* -1: no row. */
static double demand_of(const RefnetDataset *dataset, guint32 area, guint32 service) {
  double demand = -1;
  for (guint32 i = 0; i < dataset->need_count; i++)
    if (dataset->needs[i].area == area && dataset->needs[i].service == service)
      demand = MAX(demand, 0) + dataset->needs[i].demand;
  return demand;
}

static gboolean has_parts(const RefnetDataset *dataset, guint32 area) {
  for (guint32 a = 0; a < dataset->area_count; a++)
    if (dataset->areas[a].within == area)
      return TRUE;
  return FALSE;
}

static int expected_status(const RefnetDataset *dataset, guint32 area, guint32 service) {
  guint32 providers = count_providers(dataset, area, service);
  double demand = demand_of(dataset, area, service);
  if (providers > 1 || demand == 0)
    return -1;
  if (demand < 0 && (has_parts(dataset, area) || (providers == 0 && dataset->need_count > 0)))
    return -1;
  if (demand < 0 && !offered(dataset, service))
    return -1;
  return providers ? REFNET_GAP_FRAGILE : REFNET_GAP_ABSENT;
}

static void check_random(guint64 seed, gboolean with_needs, gboolean reversed) {
  g_autoptr(RefnetDataset) dataset = random_dataset(seed, with_needs, reversed);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  g_autoptr(RefnetGaps) gaps = refnet_gaps_new(network, NULL, NULL);
  gsize expected = 0;
  for (guint32 a = 0; a < dataset->area_count; a++)
    for (guint32 s = 0; s < dataset->services.length; s++) {
      int status = expected_status(dataset, a, s), found = -1;
      for (gsize i = 0; i < gaps->cell_count; i++)
        if (gaps->cells[i].area == a && gaps->cells[i].service == s)
          found = (int)gaps->cells[i].status;
      assert_int_equal(found, status);
      expected += status >= 0;
    }
  assert_int_equal(gaps->cell_count, expected);
}

static void test_counts_against_brute_force(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 40; seed++) {
    check_random(seed, FALSE, FALSE);
    check_random(seed, TRUE, seed % 2);
  }
}

static void test_row_order_changes_nothing(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 5; seed++) {
    g_autoptr(RefnetDataset) one = random_dataset(seed, TRUE, FALSE);
    g_autoptr(RefnetDataset) other = random_dataset(seed, TRUE, TRUE);
    g_autoptr(RefnetNetwork) first = refnet_network_new(one, NULL, FALSE, NULL);
    g_autoptr(RefnetNetwork) second = refnet_network_new(other, NULL, FALSE, NULL);
    g_autoptr(RefnetGaps) a = refnet_gaps_new(first, NULL, NULL);
    g_autoptr(RefnetGaps) b = refnet_gaps_new(second, NULL, NULL);
    assert_int_equal(a->cell_count, b->cell_count);
    for (gsize i = 0; i < a->cell_count; i++) {
      assert_int_equal(a->cells[i].area, b->cells[i].area);
      assert_int_equal(a->cells[i].service, b->cells[i].service);
      assert_int_equal(a->cells[i].status, b->cells[i].status);
      assert_int_equal(a->cells[i].nearest_count, b->cells[i].nearest_count);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_without_needs),
                                     cmocka_unit_test(test_nothing_known),
                                     cmocka_unit_test(test_an_empty_view),
                                     cmocka_unit_test(test_surely_same_records_count_once),
                                     cmocka_unit_test(test_needs_make_the_cells_that_can_be_absent),
                                     cmocka_unit_test(test_total_and_populations),
                                     cmocka_unit_test(test_containing_areas),
                                     cmocka_unit_test(test_needs_of_a_containing_area),
                                     cmocka_unit_test(test_nearest),
                                     cmocka_unit_test(test_fragile_says_what_makes_it_worse),
                                     cmocka_unit_test(test_chosen_cells),
                                     cmocka_unit_test(test_chosen_populations),
                                     cmocka_unit_test(test_unknown_choices),
                                     cmocka_unit_test(test_counts_against_brute_force),
                                     cmocka_unit_test(test_row_order_changes_nothing)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
