/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gaps in sentences: what is missing, what rests on one, and what we don't know about either. */
#include "unit/present/described.h"

typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
  RefnetGaps *gaps;
  char *json, *page;
} Made;

static Made make(const char *organizations, const char *areas, const char *needs,
                 const char *people_term) {
  RefnetGapOptions options = {.as_of = described_as_of()};
  RefnetWording wording = described_wording(FALSE);
  Made made;
  wording.people_term = people_term;
  made.dataset =
      needs ? support_load(NULL, "organizations.csv", organizations, "areas.csv", areas,
                           "needs.csv", needs, NULL)
            : support_load(NULL, "organizations.csv", organizations, "areas.csv", areas, NULL);
  assert_non_null(made.dataset);
  made.network = described_network(made.dataset);
  made.gaps = refnet_gaps_new(made.network, &options, NULL);
  g_autoptr(RefnetDescription) description = refnet_describe_gaps(made.gaps, &wording);
  assert_int_equal(refnet_description_findings(description), made.gaps->cell_count);
  made.json = described_json(description, made.network);
  g_free(described_as(description, made.network, (RefnetWriteOptions){.width = 60}));
  made.page = described_as(description, made.network,
                           (RefnetWriteOptions){.format = REFNET_FORMAT_MARKDOWN});
  return made;
}

static void unmake(Made *made) {
  g_free(made->json);
  g_free(made->page);
  refnet_gaps_free(made->gaps);
  refnet_network_free(made->network);
  refnet_dataset_free(made->dataset);
}

static const char areas[] = "area,latitude,longitude\nEast,43.0,-84.0\nNorth,43.1,-84.0\n";
static const char organizations[] = "id,name,services,areas,latitude,longitude,funding_end\n"
                                    "a,Harbor Respite,respite,North,43.1,-84.0,2026-12-31\n"
                                    "b,Elm Clinic,,East,,,\n"
                                    "c,Oak House,food,East,43.0,-84.0,\n";

static void test_demand_known_in_part(void **state) {
  Made made =
      make(organizations, areas,
           "area,service,population,demand\nEast,respite,elders,240\nEast,respite,youth,\n", NULL);
  (void)state;
  assert_says(made.json, "At least 240 people a year need it there.");
  unmake(&made);
}

static void test_none_found(void **state) {
  Made made = make(organizations, areas, "area,service,demand\nEast,respite,240\n", NULL);
  (void)state;
  assert_says(made.json,
              "We found no respite listed in East; one of its two organisations lists no "
              "services, so ask it first. About 240 people a year need it there. The "
              "nearest listed provider, Harbor Respite in North, is 11 km away.");
  assert_says(made.json, "\"status\": \"absent\"");
  assert_says(made.json, "\"providers\": []");
  assert_says(made.json, "\"sectors\": []");
  assert_says(made.page, "none found");
  assert_says(made.page, "One organisation lists no services, so what looks missing may be");
  unmake(&made);
}

static void test_one_provider(void **state) {
  Made made = make(organizations, areas, "area,service,demand\nNorth,respite,1\n", NULL);
  (void)state;
  assert_says(made.json,
              "One listed organisation, Harbor Respite, offers respite in North. Its funding is "
              "listed to 31 December 2026. About one person a year needs it there. No other "
              "provider is listed.");
  assert_says(made.json, "\"status\": \"fragile\"");
  unmake(&made);
}

static void test_unknown_figures(void **state) {
  Made blank = make(organizations, areas, "area,service,demand\nEast,respite,\n", NULL);
  Made none = make(organizations, areas, NULL, NULL);
  (void)state;
  assert_says(blank.json, "Demand not known.");
  assert_says(blank.json, "\"demand\": null");
  assert_does_not_say(none.json, "Demand not known.");
  assert_says(none.page, "Nothing is listed in a needs.csv: demand is not known");
  unmake(&blank);
  unmake(&none);
}

static void test_far_or_nowhere(void **state) {
  Made made = make("id,name,services,areas\na,Harbor Respite,respite,North\nb,Elm,,East\n",
                   "area\nEast\nNorth\n",
                   "area,service,demand,population\nEast,respite,30,caregivers\nEast,dental,9,\n",
                   "participants");
  (void)state;
  assert_says(made.json,
              "We found no respite for caregivers listed in East; its one organisation "
              "lists no services, so ask it first. About 30 participants a year need it "
              "there. It is listed elsewhere, by Harbor Respite in North; how far that is "
              "we can't say.");
  assert_says(made.json,
              "About nine participants a year need it there. Our data list no provider of it "
              "anywhere.");
  unmake(&made);
}

/* Who offers it without a word of where may be there already: not elsewhere. */
static void test_without_areas(void **state) {
  Made made = make("id,name,services,areas\na,County EMS,ambulance,\nb,Elm,rides,East\n"
                   "c,Far Rides,ambulance,North\n",
                   "area\nEast\nNorth\n", NULL, NULL);
  (void)state;
  assert_says(made.json, "We found no ambulance listed in East. County EMS offers it, but our list "
                         "doesn't say where; ask whether it serves East.");
  assert_says(made.json, "Far Rides, offers ambulance in North.");
  assert_does_not_say(made.json, "It is listed elsewhere, by County EMS");
  unmake(&made);
}

/* ---- the other kinds ------------------------------------------------------------------------- */

static Made make_with(const char *services, const char *needs, const char *referrals,
                      RefnetGapOptions options) {
  RefnetWording wording = described_wording(FALSE);
  Made made;
  GError *error = NULL;
  made.dataset = support_load(&error, "organizations.csv",
                              "id,name,sector,areas,verified\na,Alder "
                              "House,health,East,2020-01-01\nb,Birch Clinic,faith,East,\n"
                              "c,Cedar Rides,,East;North,\n",
                              "areas.csv", "area,population\nEast,900\nNorth,\n", "services.csv",
                              services, "needs.csv", needs, "referrals.csv", referrals, NULL);
  assert_null(error);
  made.network = described_network(made.dataset);
  options.as_of = described_as_of();
  made.gaps = refnet_gaps_new(made.network, &options, NULL);
  g_autoptr(RefnetDescription) description = refnet_describe_gaps(made.gaps, &wording);
  made.json = described_json(description, made.network);
  g_free(described_as(description, made.network, (RefnetWriteOptions){.width = 60}));
  made.page = described_as(description, made.network,
                           (RefnetWriteOptions){.format = REFNET_FORMAT_MARKDOWN});
  return made;
}

static void test_none_for_a_group(void **state) {
  Made made = make_with("organization,service,area,population\na,rides,East,adults\n"
                        "b,rides,East,adults\nc,rides,North,youth\n",
                        "area,service,demand,population\nEast,rides,30,youth\n", "from,to\n",
                        (RefnetGapOptions){0});
  (void)state;
  assert_says(made.json,
              "We found no rides for youth listed in East; Alder House and Birch Clinic "
              "offer it there to others. About 30 people a year need it there. Elsewhere "
              "it is listed by Cedar Rides in North; how far that is we can't "
              "say. Ask Alder House and Birch Clinic whom they could take.");
  assert_says(made.json, "\"population\": \"youth\"");
  unmake(&made);
}

static void test_need_above_capacity(void **state) {
  Made made = make_with("organization,service,area,capacity\na,rides,East,50\nb,rides,East,100\n",
                        "area,service,demand\nEast,rides,240\n", "from,to\n",
                        (RefnetGapOptions){.radius = 20, .decay = REFNET_DECAY_ZONES});
  (void)state;
  assert_says(made.json,
              "About 240 people a year need rides in East. The capacity listed there and "
              "within 20 km, shared by need, is enough for about 150 of them; about 90 "
              "would go without.");
  assert_says(made.page, "within 20 km of it (weighing 1, .68 and .22");
  assert_says(made.page, "where a capacity is blank nothing is said");
  unmake(&made);
}

static void test_no_route(void **state) {
  Made made = make_with("organization,service,area\na,rides,East\nb,meals,East\nc,meals,East\n",
                        "area,service,demand\nEast,rides,\n", "from,to\na,c\nb,c\n",
                        (RefnetGapOptions){.statuses = 1u << REFNET_GAP_UNREACHABLE});
  (void)state;
  assert_says(made.json,
              "Alder House offers rides in East, but we have no recorded referral route "
              "of two steps or fewer to it. Demand not known. Calls may go unrecorded; ask "
              "before concluding. Alder House already refers to Cedar Rides, which serves "
              "East: a referral back would be a route.");
  assert_says(made.json, "\"link_to\": \"a\"");
  unmake(&made);
}

static void test_often_unfilled(void **state) {
  Made made = make_with("organization,service,area\na,rides,East\nb,rides,East\n",
                        "area,service,demand\nEast,rides,\n",
                        "from,to,service,count,completed\nc,a,rides,24,9\n", (RefnetGapOptions){0});
  (void)state;
  assert_says(made.json,
              "Of 24 referrals for rides in East with a known outcome, 15 were not filled: "
              "at least 43 %, allowing for chance. Ask Alder House and Birch Clinic what "
              "stands in the way.");
  assert_says(made.page, "often unfilled");
  assert_does_not_say(made.page, "failing");
  unmake(&made);
  made = make_with("organization,service,area\na,rides,East;West\nb,rides,East\n",
                   "area,service,demand\nEast,rides,\n",
                   "from,to,service,count,completed\nc,a,rides,24,9\n", (RefnetGapOptions){0});
  assert_says(made.json, "Of 24 referrals for rides in East or elsewhere with a known outcome, ");
  unmake(&made);
}

static void test_what_was_asked_beside(void **state) {
  RefnetRatioThreshold ratio = {"rides", 500, FALSE};
  Made made = make_with("organization,service,area,capacity\na,rides,East,5\na,meals,North,70\n",
                        "area,service,demand\nEast,rides,5\n", "from,to\n",
                        (RefnetGapOptions){.sectors = refnet_sector_profile("general"),
                                           .ratios = &ratio,
                                           .ratio_count = 1,
                                           .if_verified = TRUE,
                                           .verified_since = refnet_date_from_ymd(2025, 1, 1)});
  (void)state;
  assert_says(made.json,
              "In East there are 900 residents for each listed provider of rides, above the "
              "threshold of 500.");
  assert_says(made.json, "How many people live in North is not known");
  assert_says(made.page, "no designation of any kind");
  assert_says(made.json, "It would then be said: We found no rides listed in East");
  assert_says(made.page,
              "one record was left out as verified too long ago (2 without a date stayed)");
  assert_says(made.page, "One organisation lists no sector");
  assert_says(made.json, "\"unused\"");
  assert_says(made.page, "Capacity where no need is recorded");
  unmake(&made);
}

static void test_nothing_to_say(void **state) {
  Made made = make("id,name\na,A\n", "area\nEast\n", NULL, NULL);
  (void)state;
  assert_says(made.page, "No organisation lists services, so nothing can be said of gaps.");
  assert_says(made.json, "\"cells\": []");
  unmake(&made);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_none_found),          cmocka_unit_test(test_demand_known_in_part),
      cmocka_unit_test(test_one_provider),        cmocka_unit_test(test_unknown_figures),
      cmocka_unit_test(test_far_or_nowhere),      cmocka_unit_test(test_without_areas),
      cmocka_unit_test(test_nothing_to_say),      cmocka_unit_test(test_none_for_a_group),
      cmocka_unit_test(test_need_above_capacity), cmocka_unit_test(test_no_route),
      cmocka_unit_test(test_often_unfilled),      cmocka_unit_test(test_what_was_asked_beside),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
