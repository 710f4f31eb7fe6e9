/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands beside the findings of gaps: totals, sectors, thresholds, unused capacity, second
 * providers, links to make, related services, and what hangs on doubtful records. */
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

static Case look(const char *organizations, const char *file, const char *text,
                 const RefnetGapOptions *options) {
  Case c = {0};
  GError *error = NULL;
  c.dataset = support_load(&error, "organizations.csv", organizations, file, text, NULL);
  assert_null(error);
  c.network = refnet_network_new(c.dataset, NULL, FALSE, &error);
  c.gaps = refnet_gaps_new(c.network, options, &error);
  assert_null(error);
  return c;
}

static const RefnetGap *find(const Case *c, const char *area, const char *service,
                             RefnetGapStatus status) {
  for (gsize i = 0; i < c->gaps->cell_count; i++) {
    const RefnetGap *gap = &c->gaps->cells[i];
    if (strcmp(c->dataset->areas[gap->area].key, area) == 0 && gap->status == status &&
        strcmp(c->dataset->services.names[gap->service], service) == 0)
      return gap;
  }
  fail_msg("no such finding: %s, %s", area, service);
  return NULL;
}

static const char *id_of(const Case *c, guint32 organization) {
  return organization == REFNET_NONE ? "none" : c->dataset->organizations[organization].id;
}

/* ---- totals ---------------------------------------------------------------------------------- */

static void test_totals_count_people_once(void **state) {
  (void)state;
  g_auto(Case) c = look("id,name,services,areas,populations,capacity\n"
                        "a,Alder,rides,East,adults,10\n",
                        "needs.csv",
                        "area,service,demand,population\n"
                        "East,rides,30,youth\nEast,rides,20,adults\nWest,rides,5,\nWest,meals,,\n",
                        NULL);
  /* East, rides: one provider, none for youth, need above capacity: 50 people, 40 of them without
   */
  assert_int_equal(c.gaps->cell_count, 5);
  assert_int_equal(c.gaps->area_total_count, 2);
  const RefnetGapTotal *east = &c.gaps->areas[0], *west = &c.gaps->areas[1];
  assert_string_equal(c.dataset->areas[east->index].key, "East");
  assert_int_equal(east->cells, 1);
  assert_int_equal(east->counts[REFNET_GAP_FRAGILE], 1);
  assert_int_equal(east->counts[REFNET_GAP_POPULATION], 1);
  assert_int_equal(east->counts[REFNET_GAP_STRAINED], 1);
  assert_true(east->demand == 50 && fabs(east->unmet - 40) < 1e-9);
  assert_int_equal(west->counts[REFNET_GAP_ABSENT], 2);
  assert_true(west->demand == 5 && west->unmet == 5);
  assert_int_equal(c.gaps->service_total_count, 2);
  assert_true(isnan(c.gaps->services[1].unmet)); /* meals: not known */
}

/* Without needs on record areas where most work come first, and what most offer: elsewhere nearly
 * everything lacks. */
static void test_totals_without_needs(void **state) {
  (void)state;
  g_auto(Case) c = look("id,name,services,areas\n"
                        "a,Alder,rides;meals,West\nb,Birch,rides,West\nc,Cedar,rides;zither,West\n"
                        "d,Dogwood,meals,West\ne,Elm,archery,East\n",
                        "areas.csv", "area,population\nNorth,\nEast,\nWest,\n", NULL);
  static const char *const areas[] = {"West", "East", "North"};
  static const char *const services[] = {"rides", "meals", "archery", "zither"};
  assert_int_equal(c.gaps->area_total_count, G_N_ELEMENTS(areas));
  for (gsize i = 0; i < G_N_ELEMENTS(areas); i++)
    assert_string_equal(c.dataset->areas[c.gaps->areas[i].index].key, areas[i]);
  assert_true(c.gaps->areas[0].cells < c.gaps->areas[1].cells);
  assert_int_equal(c.gaps->service_total_count, G_N_ELEMENTS(services));
  for (gsize i = 0; i < G_N_ELEMENTS(services); i++)
    assert_string_equal(c.dataset->services.names[c.gaps->services[i].index], services[i]);
  g_auto(Case) peopled = look("id,name,services,areas\na,Alder,rides,West\nb,Birch,rides,East\n"
                              "c,Cedar,meals,East\n",
                              "areas.csv", "area,population\nEast,10\nWest,20\n", NULL);
  assert_string_equal(peopled.dataset->areas[peopled.gaps->areas[0].index].key, "West");
}

static void test_statuses_chosen(void **state) {
  (void)state;
  RefnetGapOptions options = {.as_of = REFNET_DATE_UNKNOWN, .statuses = 1u << REFNET_GAP_ABSENT};
  g_auto(Case) c =
      look("id,name,services,areas\na,A,rides,East\nb,B,meals,West\n", NULL, NULL, &options);
  assert_int_equal(c.gaps->cell_count, 2);
  assert_int_equal(c.gaps->areas[0].counts[REFNET_GAP_FRAGILE], 0);
}

/* ---- sectors --------------------------------------------------------------------------------- */

static void test_profiles(void **state) {
  (void)state;
  assert_int_equal(refnet_sector_profile("dfc")->length, 12);
  assert_int_equal(refnet_sector_profile("general")->length, 8);
  assert_null(refnet_sector_profile("DFC"));
  assert_null(refnet_sector_profile(""));
}

static void test_sectors(void **state) {
  static const char *const words[] = {"clinic", "HOSPITAL", NULL};
  static const RefnetSectorDefinition sectors[] = {
      {"health", words}, {"Youth", NULL}, {"both", words}};
  static const RefnetSectorProfile profile = {"test", sectors, 3};
  RefnetGapOptions options = {.as_of = REFNET_DATE_UNKNOWN, .sectors = &profile};
  (void)state;
  g_auto(Case) c =
      look("id,name,sector,areas,status\n"
           "a,Alder,Hospital,East,\nb,Birch,youth,West;East,\nc,Cedar,clinic,West,closed\n"
           "d,Dune,bakery,West,\ne,Elm,,West,\nf,Fir,health,,\n",
           NULL, NULL, &options);
  assert_int_equal(c.gaps->coverage_count, 2);
  assert_int_equal(c.gaps->coverage[0].missing.length, 0);
  assert_int_equal(c.gaps->coverage[1].missing.length, 2); /* closed, and nowhere, don't count */
  assert_int_equal(c.gaps->coverage[1].missing.items[0], 0);
  assert_int_equal(c.gaps->coverage[1].missing.items[1], 2);
  assert_int_equal(c.gaps->presence[0].organizations, 2);
  assert_int_equal(c.gaps->presence[1].areas_without, 0);
  assert_int_equal(c.gaps->presence[2].organizations, 1);
  assert_int_equal(c.gaps->foreign_sectors.length, 1);
  assert_int_equal(c.gaps->organizations_without_sector, 1);
}

/* ---- thresholds ------------------------------------------------------------------------------ */

static void test_ratios(void **state) {
  RefnetRatioThreshold ratios[] = {{"Dental", 1000, FALSE}, {"surgery", 5, TRUE}};
  RefnetGapOptions options = {.as_of = REFNET_DATE_UNKNOWN, .ratios = ratios, .ratio_count = 2};
  (void)state;
  g_auto(Case) c =
      look("id,name,services,areas\na,A,dental,East;West\nb,B,dental,East\n", "areas.csv",
           "area,population\nEast,2000\nWest,1001\nNorth,7\nSouth,\n", &options);
  assert_int_equal(c.gaps->ratio_count, 4);
  const RefnetProviderRatio *ratio = c.gaps->ratios;
  assert_string_equal(c.dataset->areas[ratio[0].area].key, "North"); /* nobody at all */
  assert_true(ratio[0].above && isnan(ratio[0].ratio));
  assert_string_equal(c.dataset->areas[ratio[1].area].key, "West");
  assert_true(ratio[1].above && ratio[1].ratio == 1001);
  assert_false(ratio[2].above); /* South: not known; East: just not */
  assert_false(ratio[3].above);
  RefnetRatioThreshold wrong = {"dentle", 1, FALSE};
  options.ratios = &wrong;
  options.ratio_count = 1;
  g_autoptr(GError) error = NULL;
  assert_null(refnet_gaps_new(c.network, &options, &error));
  assert_string_equal(error->message,
                      "no service is called \"dentle\": nobody offers or needs it in the data; "
                      "did you mean \"dental\"?");
}

/* ---- what to do ------------------------------------------------------------------------------ */

static void test_second_provider(void **state) {
  (void)state;
  const char *areas = "area,latitude,longitude\nEast,43,-83\nWest,43,-84\n";
  g_auto(Case) near =
      look("id,name,services,areas,latitude,longitude\n"
           "a,A,rides,East,43,-83\nb,B,rides,West,43,-84\nc,C,rides,West,43,-84.5\n",
           "areas.csv", areas, NULL);
  const RefnetGap *gap = find(&near, "East", "rides", REFNET_GAP_FRAGILE);
  assert_string_equal(id_of(&near, gap->second), "b");
  assert_false(gap->second_is_there);
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv",
      "id,name,areas,latitude,longitude\na,A,East,43,-83\nb,B,West,43,-84\nc,C,West;East,43,-84."
      "5\n",
      "services.csv", "organization,service,area\na,rides,East\nb,rides,West\nc,rides,West\n",
      "areas.csv", areas, NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  g_autoptr(RefnetGaps) gaps = refnet_gaps_new(network, NULL, NULL);
  assert_int_equal(gaps->cell_count, 1);
  assert_string_equal(dataset->organizations[gaps->cells[0].second].id, "c");
  assert_true(gaps->cells[0].second_is_there);
}

static void test_related_by_co_offering(void **state) {
  const char *organizations =
      "id,name,services,areas\n"
      "a,A,rides;meals,West\nb,B,rides;meals,West\nc,C,meals,East\n"
      "d,D,meals,East\ne,E,legal;rides,West\nf,F,legal,East\ng,G,legal,East\n";
  (void)state;
  g_auto(Case) c = look(organizations, NULL, NULL, NULL);
  const RefnetGap *gap = find(&c, "East", "rides", REFNET_GAP_ABSENT);
  assert_int_equal(gap->related_count, 2); /* legal is offered together only once */
  assert_string_equal(id_of(&c, gap->related[0].organization), "c");
  assert_string_equal(id_of(&c, gap->related[1].organization), "d");
  const char *pairs[] = {"legal", "RIDES", "rides", "swimming", NULL};
  RefnetGapOptions options = {.as_of = REFNET_DATE_UNKNOWN, .related = pairs};
  g_auto(Case) named = look(organizations, NULL, NULL, &options);
  gap = find(&named, "East", "rides", REFNET_GAP_ABSENT);
  assert_int_equal(gap->related_count, 2);
  assert_string_equal(id_of(&named, gap->related[0].organization), "f");
}

static const char routes[] = "id,name,services,areas\n"
                             "a,A,rides,East\nb,B,rides,East\nc,C,,East\nd,D,,West\ne,E,,East\n";

static void test_link_back_along_a_referral(void **state) {
  (void)state;
  g_auto(Case) c = look(routes, "referrals.csv", "from,to\na,d\nb,e\ne,c\nd,c\n", NULL);
  const RefnetGap *gap = find(&c, "East", "rides", REFNET_GAP_UNREACHABLE);
  assert_string_equal(id_of(&c, gap->link_from), "e"); /* d does not serve East */
  assert_string_equal(id_of(&c, gap->link_to), "b");
  assert_true(gap->link_is_known);
}

static void test_link_from_whom_most_refer_to(void **state) {
  (void)state;
  g_auto(Case) c = look(routes, "referrals.csv", "from,to\ne,c\nd,c\nd,e\n", NULL);
  const RefnetGap *gap = find(&c, "East", "rides", REFNET_GAP_UNREACHABLE);
  assert_string_equal(id_of(&c, gap->link_from), "c");
  assert_string_equal(id_of(&c, gap->link_to), "a");
  assert_false(gap->link_is_known);
}

static guint32 unreachable_with(const char *referrals, guint32 steps) {
  RefnetGapOptions options = {.as_of = REFNET_DATE_UNKNOWN, .steps = steps};
  g_auto(Case) c = look(routes, "referrals.csv", referrals, &options);
  guint32 count = 0;
  for (gsize i = 0; i < c.gaps->cell_count; i++)
    count += c.gaps->cells[i].status == REFNET_GAP_UNREACHABLE;
  return count;
}

static void test_steps(void **state) {
  (void)state;
  assert_int_equal(unreachable_with("from,to\nc,d\nd,a\n", 1), 1);
  assert_int_equal(unreachable_with("from,to\nc,d\nd,a\n", 2), 0);
  assert_int_equal(unreachable_with("from,to\nc,d\nd,a\n", 0), 0);  /* two */
  assert_int_equal(unreachable_with("from,to\na,c\nb,c\n", 20), 1); /* the wrong way */
  assert_int_equal(unreachable_with("from,to\na,b\nb,a\n", 20), 1); /* among themselves */
  assert_int_equal(unreachable_with("from,to\n", 2), 0);            /* nothing is recorded */
  assert_int_equal(unreachable_with("from,to\na,a\n", 2), 0);       /* nor is this a referral */
}

/* ---- capacity -------------------------------------------------------------------------------- */

static void test_radius_shares_capacity(void **state) {
  RefnetGapOptions options = {.as_of = REFNET_DATE_UNKNOWN, .radius = 100};
  const char *organizations = "id,name,services,areas,capacity,latitude,longitude\n"
                              "a,A,rides,East,100,43,-83\nb,B,rides,East,,,\n"
                              "c,C,meals,East,100,43,-83\nd,D,meals,East,0,43,-83\n";
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "areas.csv",
                   "area,latitude,longitude\nEast,43,-83\nWest,43,-84\n", "needs.csv",
                   "area,service,demand\nEast,rides,100\nEast,meals,100\nWest,meals,100\n", NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  g_autoptr(RefnetGaps) listed = refnet_gaps_new(network, NULL, NULL);
  g_autoptr(RefnetGaps) wide = refnet_gaps_new(network, &options, NULL);
  assert_int_equal(listed->cell_count, 1); /* none found in West; enough in East */
  assert_int_equal(wide->cell_count, 2);   /* half of the capacity goes to West */
  assert_int_equal(wide->cells[1].status, REFNET_GAP_STRAINED);
  assert_true(fabs(wide->cells[1].unmet - 50) < 1e-9);
}

static void test_unused_capacity(void **state) {
  (void)state;
  g_auto(Case) c = look("id,name,services,areas,capacity\na,A,rides,East,7\nb,B,rides,West,9\n"
                        "c,C,meals,East,\nd,D,meals,East,0\ne,E,legal,,30\n",
                        "needs.csv", "area,service,demand\nWest,rides,5\nEast,rides,0\n", NULL);
  assert_int_equal(c.gaps->unused_count, 2);
  assert_string_equal(id_of(&c, c.gaps->unused[0].organization), "e");
  assert_string_equal(id_of(&c, c.gaps->unused[1].organization), "a");
  g_auto(Case) none = look("id,name,services,areas,capacity\na,A,rides,East,7\n", NULL, NULL, NULL);
  assert_int_equal(none.gaps->unused_count, 0); /* no needs.csv: demand is not known */
}

/* ---- doubtful records ------------------------------------------------------------------------ */

static void test_without_stale_records(void **state) {
  RefnetGapOptions options = {.as_of = REFNET_DATE_UNKNOWN,
                              .if_verified = TRUE,
                              .verified_since = refnet_date_from_ymd(2025, 1, 1)};
  (void)state;
  g_auto(Case) c = look("id,name,services,areas,verified\n"
                        "a,A,rides,East,2024-12-31\nb,B,rides,East,2025-01-01\nc,C,meals,East,\n",
                        NULL, NULL, &options);
  assert_int_equal(c.gaps->cell_count, 1); /* the findings stay as they are */
  assert_true(c.gaps->has_changes);
  assert_int_equal(c.gaps->records_dropped, 1);
  assert_int_equal(c.gaps->records_undated, 1);
  assert_int_equal(c.gaps->change_count, 1);
  assert_true(c.gaps->changes[0].opened);
  assert_int_equal(c.gaps->changes[0].gap.status, REFNET_GAP_FRAGILE);
  assert_string_equal(id_of(&c, c.gaps->changes[0].gap.providers.items[0]), "b");
}

static void test_nothing_doubtful(void **state) {
  RefnetGapOptions options = {.as_of = REFNET_DATE_UNKNOWN, .if_merged = TRUE};
  (void)state;
  g_auto(Case) c = look("id,name,services,areas\na,Alder House,rides,East\n", NULL, NULL, &options);
  assert_true(c.gaps->has_changes);
  assert_int_equal(c.gaps->change_count, 0);
  assert_int_equal(c.gaps->records_merged, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_totals_count_people_once),
      cmocka_unit_test(test_totals_without_needs),
      cmocka_unit_test(test_statuses_chosen),
      cmocka_unit_test(test_profiles),
      cmocka_unit_test(test_sectors),
      cmocka_unit_test(test_ratios),
      cmocka_unit_test(test_second_provider),
      cmocka_unit_test(test_related_by_co_offering),
      cmocka_unit_test(test_link_back_along_a_referral),
      cmocka_unit_test(test_link_from_whom_most_refer_to),
      cmocka_unit_test(test_steps),
      cmocka_unit_test(test_radius_shares_capacity),
      cmocka_unit_test(test_unused_capacity),
      cmocka_unit_test(test_without_stale_records),
      cmocka_unit_test(test_nothing_doubtful),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
