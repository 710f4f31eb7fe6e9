/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows that may be one organisation, and services listed twice: no verdict the data don't bear. */
#include "unit/present/described.h"

static char *describe(const RefnetDuplicates *duplicates, RefnetFormat format) {
  RefnetWording wording = described_wording(FALSE);
  g_autoptr(RefnetDescription) description = refnet_describe_duplicates(duplicates, &wording);
  assert_int_equal(refnet_description_findings(description),
                   duplicates->record_count + duplicates->service_count);
  return described_as(description, duplicates->network, (RefnetWriteOptions){.format = format});
}

typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
} Made;

static Made make_with(const char *referrals) {
  Made made;
  made.dataset =
      support_load(NULL, "organizations.csv",
                   "id,name,short_name,services,areas,populations\n"
                   "a,Elm Clinic,Elm,,,\nb,Elm Clinic Inc,,food boxes,Eastside,older adults\n"
                   "c,Oak House,,food boxes,Eastside,older adults\n",
                   "referrals.csv", referrals, NULL);
  made.network = described_network(made.dataset);
  return made;
}

static Made make(void) {
  return make_with("from,to\na,b\n");
}

static void unmake(Made *made) {
  refnet_network_free(made->network);
  refnet_dataset_free(made->dataset);
}

static void test_records(void **state) {
  static const guint32 pair[] = {0, 1};
  static const RefnetEvidence evidence[] = {
      {REFNET_EVIDENCE_PHONE, REFNET_LIKENESS_EQUAL, 12.34},
      {REFNET_EVIDENCE_WEBSITE, REFNET_LIKENESS_EQUAL, 10},
      {REFNET_EVIDENCE_ADDRESS, REFNET_LIKENESS_DIFFERS, -3.25}};
  RefnetRecordGroup groups[] = {
      {{pair, 2}, 18, .98, REFNET_DECISION_MERGE, evidence, 2, REFNET_OBSTACLE_NONE, FALSE},
      {{pair, 2}, 18, .6, REFNET_DECISION_REVIEW, evidence, 3, REFNET_OBSTACLE_NONE, FALSE},
      {{pair, 2},
       18,
       .6,
       REFNET_DECISION_REVIEW,
       evidence + 2,
       1,
       REFNET_OBSTACLE_ONLY_NAME,
       FALSE},
  };
  Made made = make();
  RefnetDuplicates duplicates = {.network = made.network, .records = groups, .record_count = 3};
  (void)state;
  g_autofree char *json = describe(&duplicates, REFNET_FORMAT_JSON);
  assert_says(json,
              "{\"organizations\": [\"a\", \"b\"], \"score\": 18.0, \"probability\": 0.98, "
              "\"decision\": \"merge\", \"evidence\": [\"phone equal, 12.3 bits\", \"website "
              "equal, 10.0 bits\"], \"reason\": \"Elm Clinic (line 2) and Elm Clinic Inc (line "
              "3) in organizations.csv are probably one organisation (98 %): same phone and "
              "website. Nothing has been merged; please confirm.\"}");
  assert_says(json, "may be one organisation (60 %): same phone and website, but not the same "
                    "address. Nothing");
  assert_says(json, "may be one organisation (60 %): not the same address. Branches");
  g_autofree char *page = describe(&duplicates, REFNET_FORMAT_MARKDOWN);
  assert_does_not_say(page, "no services"); /* a is one with b, which lists some */
  assert_says(page, "1. **Elm, Elm Clinic Inc** (probability: 0.98)\\\n");
  assert_does_not_say(page, "duplicate");
  unmake(&made);
}

static void test_services(void **state) {
  static const guint32 populations[] = {0}, hub[] = {0};
  Made made = make();
  RefnetCell known = {0, 0}, unknown = {REFNET_NONE, 0};
  const RefnetSharedSupply open = {REFNET_OVERLAP_POSSIBLE, NAN, NAN};
  RefnetServiceOverlap overlaps[] = {
      {.organizations = {1, 2},
       .shared = &known,
       .shared_count = 1,
       .overlap = 1,
       .populations = {populations, 1},
       .one_community = REFNET_TRI_UNKNOWN,
       .together = open},
      {.organizations = {1, 2},
       .shared = &unknown,
       .shared_count = 1,
       .overlap = 1,
       .connected = TRUE,
       .together = {REFNET_OVERLAP_POSSIBLE, NAN, 30}},
      {.organizations = {1, 2},
       .shared = &known,
       .shared_count = 1,
       .overlap = .5,
       .connected = TRUE,
       .shared_people = 2,
       .together = {REFNET_OVERLAP_DUPLICATION, 1500, 240}},
      {.organizations = {1, 2},
       .shared = &known,
       .shared_count = 1,
       .overlap = .5,
       .connected = TRUE,
       .together = {REFNET_OVERLAP_REDUNDANCY, 100, 240}},
      {.organizations = {1, 2},
       .shared = &known,
       .shared_count = 1,
       .overlap = 1,
       .go_betweens = {hub, 1},
       .one_community = REFNET_TRI_YES,
       .together = open},
      {.organizations = {1, 2},
       .shared = &known,
       .shared_count = 1,
       .overlap = 1,
       .shared_people = 1,
       .together = open},
  };
  RefnetDuplicates duplicates = {.network = made.network, .services = overlaps, .service_count = 6};
  (void)state;
  g_autofree char *json = describe(&duplicates, REFNET_FORMAT_JSON);
  assert_says(
      json, "Elm Clinic Inc and Oak House both list food boxes for older adults in Eastside. "
            "Without demand figures we can't say whether that is overlap or needed choice. No "
            "referrals between them are recorded. Nobody in our data works with both; invite them "
            "to one meeting, so that they can agree who serves whom.");
  assert_says(json, "No referrals between them are recorded, but both belong to one group of close "
                    "partners. Elm works with both; ask whether it would introduce them");
  assert_says(json, "recorded, but one person is listed at both. Somebody listed at both could");
  assert_says(json, "are recorded, and two people are listed at both. Meeting regularly");
  assert_says(json, "\"next_step\": \"Elm works with both; ask whether it would introduce them, so "
                    "that they can agree who serves whom.\"");
  assert_says(json,
              "both list food boxes; where is not listed. Not all of what they can take or whom "
              "they serve is listed");
  assert_says(json, "has room for 1,500 people a year, and 240 need it: together they have room "
                    "for everybody.");
  assert_says(json, "has room for 100 people a year, and 240 need it: both are needed.");
  assert_says(json, "send people on when one is full.");
  assert_says(json, "\"shared\": [{\"area\": \"Eastside\", \"service\": \"food boxes\"}], "
                    "\"populations\": [\"older adults\"], \"overlap\": 1.0, \"demand\": null, "
                    "\"supply\": null, \"connected\": false, \"shared_contacts\": 0, "
                    "\"same_community\": null, \"knows_both\": [], \"verdict\": \"possible\"");
  assert_says(json, "\"shared\": [{\"area\": null, \"service\": \"food boxes\"}]");
  g_autofree char *table = describe(&duplicates, REFNET_FORMAT_TABLE);
  assert_says(table, "One organisation lists no services and could not be compared by them.");
  assert_does_not_say(table, "duplication");
  unmake(&made);
}

/* A directory says nothing of who refers to whom. */
static void test_without_referrals(void **state) {
  static const guint32 areas[] = {0}, organizations[] = {0, 1, 2};
  Made made = make_with("from,to\n");
  RefnetCell cell = {0, 0};
  const RefnetSharedSupply open = {REFNET_OVERLAP_POSSIBLE, NAN, NAN};
  RefnetServiceOverlap overlap = {
      .organizations = {1, 2}, .shared = &cell, .shared_count = 1, .overlap = 1, .together = open};
  RefnetServiceGroup group = {.areas = {areas, 1},
                              .organizations = {organizations, 3},
                              .for_anybody = TRUE,
                              .together = open};
  RefnetDuplicates duplicates = {.network = made.network,
                                 .services = &overlap,
                                 .service_count = 1,
                                 .groups = &group,
                                 .group_count = 1};
  (void)state;
  g_autofree char *json = describe(&duplicates, REFNET_FORMAT_JSON);
  assert_says(json, "We have no referrals, so we can't say whether they are in touch. Ask whether "
                    "they meet; if not, invite them to one meeting, so that they can agree");
  assert_says(json, "We have no referrals, so we can't say who is in touch. A first meeting");
  unmake(&made);
}

static void test_groups(void **state) {
  static const guint32 areas[] = {0}, organizations[] = {0, 1, 2};
  Made made = make();
  const RefnetSharedSupply open = {REFNET_OVERLAP_POSSIBLE, NAN, NAN};
  const RefnetIndexList area = {areas, 1}, all = {organizations, 3}, somebody = {areas, 1};
  RefnetServiceGroup groups[] = {
      {.areas = area, .organizations = all, .for_anybody = TRUE, .together = open},
      {.areas = area,
       .organizations = all,
       .in_touch = 2,
       .ties = 1,
       .populations = somebody,
       .together = {REFNET_OVERLAP_REDUNDANCY, 100, 240}},
      {.areas = area, .organizations = all, .in_touch = 3, .ties = 2, .together = open}};
  RefnetDuplicates duplicates = {.network = made.network, .groups = groups, .group_count = 3};
  (void)state;
  g_autofree char *json = describe(&duplicates, REFNET_FORMAT_JSON);
  assert_says(
      json, "{\"rank\": 1, \"service\": \"food boxes\", \"areas\": [\"Eastside\"], "
            "\"populations\": [], \"organizations\": [\"a\", \"b\", \"c\"], \"demand\": null, "
            "\"supply\": null, \"in_touch\": 0, \"ties\": 0, \"connected\": false, \"verdict\": "
            "\"possible\", \"next_step\": \"A first meeting of all would let them agree who serves "
            "whom.\", \"reason\": \"Elm, Elm Clinic Inc and Oak House all list food boxes in "
            "Eastside. Without demand figures");
  assert_says(json,
              "all list food boxes for older adults in Eastside. What is listed there has room "
              "for 100 people a year, and 240 need it: all are needed. Of the three, two "
              "are in touch with another of them. Meeting regularly, all together");
  assert_says(json,
              "No group of people is listed by all of them. Each of the three is in touch with "
              "another of them. Meeting regularly, they");
  unmake(&made);
}

static void test_none(void **state) {
  Made made = make();
  RefnetDuplicates duplicates = {.network = made.network};
  (void)state;
  g_autofree char *table = describe(&duplicates, REFNET_FORMAT_TABLE);
  assert_says(table, "No two rows look like the same organisation.\n");
  assert_says(table, "No two organisations list the same services in the same areas.\n");
  unmake(&made);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_records),
      cmocka_unit_test(test_services),
      cmocka_unit_test(test_without_referrals),
      cmocka_unit_test(test_groups),
      cmocka_unit_test(test_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
