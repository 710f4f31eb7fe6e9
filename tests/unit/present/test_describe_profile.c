/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One organisation on a page: what is known, from which rows, and what is not recorded. */
#include "unit/present/described.h"

static const char organizations[] =
    "id,name,short_name,services,areas,seeks,alternate_names,funding_end\n"
    "a,Elm Clinic,Elm,food;rent,East,,The Elm; Elm Street Clinic,2026-12-31\n"
    "b,Bay Health,,,,,,\nc,Cove,,,,,,\n";
static const char referrals[] = "from,to,count,date\nb,a,2,2026-05-01\na,b,3,2026-04-01\nb,a,1,\n"
                                "b,c,1,2026-01-01\n";
static const char contacts[] = "organization,name,role\na,Ana Ruiz,Director\n";

static char *describe_in(const RefnetDataset *dataset, const char *organization,
                         gboolean show_people, RefnetFormat format) {
  RefnetWording wording = described_wording(show_people);
  RefnetRiskOptions risk = {.turnover = .3, .seed = 1, .draws = 10, .as_of = described_as_of()};
  RefnetWhoElseOptions who = {.as_of = described_as_of()};
  g_autoptr(RefnetNetwork) network = described_network(dataset);
  guint32 vertex = refnet_dataset_find(dataset, organization, NULL);
  g_autoptr(RefnetMeasures) measures = refnet_measures_new(network, 1, NULL);
  g_autoptr(RefnetRisks) risks = refnet_risks_new(network, &risk, NULL);
  g_autoptr(RefnetWhoElse) who_else = refnet_who_else_new(network, vertex, &who, NULL);
  RefnetProfile profile = {network, vertex, measures, risks, who_else};
  g_autoptr(RefnetDescription) description = refnet_describe_profile(&profile, &wording);
  return described_as(description, network, (RefnetWriteOptions){.format = format, .width = 72});
}

static char *describe(const char *organization, gboolean show_people, RefnetFormat format) {
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "referrals.csv", referrals,
                   "contacts.csv", contacts, NULL);
  return describe_in(dataset, organization, show_people, format);
}

static void test_page(void **state) {
  (void)state;
  g_autofree char *page = describe("a", FALSE, REFNET_FORMAT_TABLE);
  assert_says(page, "From row                        organizations.csv:2\n");
  assert_says(page, "Also known as                   The Elm, Elm Street Clinic\n");
  assert_says(page, "Seeks                           not recorded\n");
  assert_says(page, "Funding listed to               2026-12-31\n");
  assert_says(page, "Last verified                   not recorded\n");
  assert_says(page, "Bay Health     3         3  2026-05-01  2, 3, 4\n");
  assert_says(page, "contact 1 of 1 at Elm  Director  contacts.csv:2\n");
  assert_says(page, "\nWhat rests on it\n----------------\nOur list names one person at Elm;");
  assert_says(page, "\nConsider meeting Cove: it ");
  assert_does_not_say(page, "Ana");
  g_autofree char *open = describe("a", TRUE, REFNET_FORMAT_TABLE);
  assert_says(open, "Ana Ruiz at Elm");
}

static void test_little_known(void **state) {
  (void)state;
  g_autofree char *page = describe("c", FALSE, REFNET_FORMAT_TABLE);
  assert_says(page, "Lists no services: unknown, so ask.\n");
  assert_says(page, "Our list names nobody here.\n");
  g_autofree char *json = describe("c", FALSE, REFNET_FORMAT_JSON);
  assert_says(json, "\"sector\": null");
  assert_says(json, "\"services\": []");
  assert_says(json, "\"contacts\": []");
}

/* Where nobody has a relationship, nobody is first. */
static void test_no_ranks(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "name\nElm\nOak\n", NULL);
  g_autofree char *json = describe_in(dataset, "Elm", FALSE, REFNET_FORMAT_JSON);
  assert_says(json, "\"degree_rank\": null");
  assert_says(json, "\"betweenness_rank\": null");
}

static void test_programs(void **state) {
  (void)state;
  g_autofree char *csv = describe("a", FALSE, REFNET_FORMAT_CSV);
  assert_true(g_str_has_prefix(csv, "key,value\nid,a\nname,Elm Clinic\nalternate_names,The Elm; "
                                    "Elm Street Clinic\nsource,organizations.csv:2\nsector,\n"));
  g_autofree char *json = describe("a", FALSE, REFNET_FORMAT_JSON);
  assert_says(json,
              "{\"service\": \"food\", \"areas\": [\"East\"], \"populations\": [], \"capacity\": "
              "null, \"source\": \"organizations.csv:2\"}");
  assert_says(json,
              "{\"id\": \"b\", \"sent\": 3, \"received\": 3, \"latest\": \"2026-05-01\", \"rows\": "
              "\"2, 3, 4\"}");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_page),
      cmocka_unit_test(test_little_known),
      cmocka_unit_test(test_no_ranks),
      cmocka_unit_test(test_programs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
