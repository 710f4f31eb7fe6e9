/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Suggestions: every kind of reason reads as a clause, and the introduction says whom to ask. */
#include "unit/present/described.h"

static const char organizations[] =
    "id,name,services,areas,populations,offers,seeks\n"
    "a,You,food,East,caregivers,van,room\nb,Bay,,,,,\nc,Cove,,,,,\nd,Dell,,,,,\n"
    "e,Ride Together,transport;legal aid,East,caregivers,room,van\n";

typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
} Made;

static Made make(void) {
  Made made;
  made.dataset = support_load(NULL, "organizations.csv", organizations, "contacts.csv",
                              "organization,name\nb,Bo Lind\n", NULL);
  made.network = described_network(made.dataset);
  return made;
}

static void unmake(Made *made) {
  refnet_network_free(made->network);
  refnet_dataset_free(made->dataset);
}

static char *describe(const RefnetWhoElse *who_else, gboolean show_people, RefnetFormat format) {
  RefnetWording wording = described_wording(show_people);
  g_autoptr(RefnetDescription) description = refnet_describe_who_else(who_else, &wording);
  return described_as(description, who_else->network, (RefnetWriteOptions){.format = format});
}

static void test_every_reason(void **state) {
  static const guint32 first[] = {0}, partners[] = {1, 2, 3}, partner[] = {1};
  Made made = make();
  guint32 food = refnet_vocabulary_find(&made.dataset->services, "food");
  guint32 room = refnet_vocabulary_find(&made.dataset->resources, "room");
  guint32 van = refnet_vocabulary_find(&made.dataset->resources, "van");
  guint32 transport = refnet_vocabulary_find(&made.dataset->services, "transport");
  RefnetReason reasons[] = {{.kind = REFNET_REASON_COMMON_PARTNERS, .items = {partners, 3}},
                            {.kind = REFNET_REASON_COMPLEMENTARY, .items = {&transport, 1}},
                            {.kind = REFNET_REASON_SHARED_AREA, .items = {first, 1}},
                            {.kind = REFNET_REASON_SHARED_POPULATION, .items = {first, 1}},
                            {.kind = REFNET_REASON_NEAR, .value = 6.3},
                            {.kind = REFNET_REASON_NOMINATED, .items = {partners, 3}},
                            {.kind = REFNET_REASON_NOMINATED, .items = {partner, 1}},
                            {.kind = REFNET_REASON_OFFERS_MATCH, .items = {&room, 1}},
                            {.kind = REFNET_REASON_SEEKS_MATCH, .items = {&van, 1}},
                            {.kind = REFNET_REASON_INDIRECT_PARTNERS, .items = {partner, 1}},
                            {.kind = REFNET_REASON_SHARED_SERVICE, .items = {&food, 1}}};
  RefnetStep steps[] = {{0, REFNET_NONE, NAN, 0, 0}, {1, 0, .5, 0, 3}, {4, REFNET_NONE, .5, 0, 3}};
  RefnetSuggestion suggestion = {.vertex = 4,
                                 .score = 1.25,
                                 .reasons = reasons,
                                 .reason_count = G_N_ELEMENTS(reasons),
                                 .introduction = {steps, 3, .25, 1}};
  RefnetWhoElse who_else = {.network = made.network,
                            .structure_known = TRUE,
                            .suggestions = &suggestion,
                            .suggestion_count = 1};
  (void)state;
  g_autofree char *json = describe(&who_else, FALSE, REFNET_FORMAT_JSON);
  assert_says(json, "\"organization\": \"a\"");
  assert_says(json,
              "{\"kind\": \"complementary_services\", \"text\": \"It offers transport, which you "
              "don't list.\"}");
  assert_says(json, "\"introduction\": [\"a\", \"b\", \"e\"]");
  assert_says(json,
              "Consider meeting Ride Together: it works with Bay, Cove and Dell, as you do; offers "
              "transport, which you don't list; serves East, as you do; serves caregivers, as "
              "you do; is 6.3 km away; was named by three partners (Bay, Cove and Dell); was "
              "named by Bay; offers room, which you seek; seeks van, which you offer; works "
              "with partners of Bay, with whom you work; and offers food, as you do. Bay works "
              "with you both; ask whether it would introduce you (start with contact 1 of 1 at "
              "Bay).");
  g_autofree char *open = describe(&who_else, TRUE, REFNET_FORMAT_TABLE);
  assert_says(open, "Bo Lind at Bay");
  assert_says(open, "Who else should You be meeting with?");
  unmake(&made);
}

static void test_introductions(void **state) {
  Made made = make();
  RefnetStep steps[] = {{0, REFNET_NONE, NAN, 0, 0},
                        {1, REFNET_NONE, .5, 0, 3},
                        {2, REFNET_NONE, .5, 0, 3},
                        {4, REFNET_NONE, .5, 0, 3}};
  RefnetSuggestion suggestions[] = {{.vertex = 4, .score = 1, .introduction = {steps, 4, .25, 1}},
                                    {.vertex = 3}};
  RefnetWhoElse who_else = {
      .network = made.network, .suggestions = suggestions, .suggestion_count = 2};
  (void)state;
  g_autofree char *json = describe(&who_else, FALSE, REFNET_FORMAT_JSON);
  assert_says(json, "\"organization\": \"a\"");
  assert_says(json,
              "Consider meeting Ride Together. Bay works with you and with Cove, a partner of "
              "Ride Together; ask for an introduction that way.");
  assert_says(json,
              "Consider meeting Dell. We have no recorded route of three steps or fewer for an "
              "introduction.");
  g_autofree char *page = describe(&who_else, FALSE, REFNET_FORMAT_MARKDOWN);
  assert_says(page,
              "No recorded relationship leads on from here, so these suggestions rest on what "
              "organisations list");
  unmake(&made);
}

static void test_nobody(void **state) {
  Made made = make();
  RefnetWhoElse left_out = {.network = made.network, .candidates = 3, .eligible = 3};
  RefnetWhoElse tied_to_all = {.network = made.network};
  (void)state;
  g_autofree char *of_three = describe(&left_out, FALSE, REFNET_FORMAT_TABLE);
  assert_says(of_three, "Nobody is left whom anything in the data speaks for.");
  g_autofree char *of_none = describe(&tied_to_all, FALSE, REFNET_FORMAT_TABLE);
  assert_says(of_none, "Everybody else in the data has a relationship with it.");
  unmake(&made);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_reason),
      cmocka_unit_test(test_introductions),
      cmocka_unit_test(test_nobody),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
