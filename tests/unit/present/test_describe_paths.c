/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Introductions: whom to ask, how strong the way is, and what that rests on. */
#include "unit/present/described.h"

static const char organizations[] = "id,name\na,A\nb,B\nc,C\nd,D\n";
static const char contacts[] = "organization,name\nb,Bo Lind\nb,Cy Moor\n";

static char *describe(const char *referrals, const char *to, gboolean show_people,
                      RefnetFormat format) {
  RefnetWording wording = described_wording(show_people);
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "referrals.csv", referrals,
                   "contacts.csv", contacts, NULL);
  g_autoptr(RefnetNetwork) network = described_network(dataset);
  guint32 from = refnet_dataset_find(dataset, "a", NULL),
          end = refnet_dataset_find(dataset, to, NULL);
  g_autoptr(RefnetPaths) paths =
      refnet_paths_new(network, from, end, 3, 3, described_as_of(), NULL);
  g_autoptr(RefnetDescription) description = refnet_describe_paths(paths, &wording);
  return described_as(description, network, (RefnetWriteOptions){.format = format});
}

static void test_through_one(void **state) {
  const char *const referrals = "from,to,count,date\na,b,20,2026-09-01\nc,b,1,2026-08-14\n";
  (void)state;
  g_autofree char *json = describe(referrals, "c", FALSE, REFNET_FORMAT_JSON);
  assert_says(json,
              "\"steps\": [{\"organization\": \"a\", \"contact\": null}, {\"organization\": \"b\", "
              "\"contact\": \"contact 1 of 2 at B\"}, {\"organization\": \"c\", \"contact\": "
              "null}], \"strength\": 0.");
  assert_says(json, "\"weakest\": \"c\", \"widest\": true, \"reason\": \"A can ask B for an "
                    "introduction; start with "
                    "contact 1 of 2 at B. The weakest step is between B and C: one referral is "
                    "recorded, the latest on 14 August 2026.\"");
  g_autofree char *table = describe(referrals, "c", TRUE, REFNET_FORMAT_TABLE);
  assert_says(table, "A → B → C");
  assert_says(table, "start with Bo Lind at B.");
}

static void test_already_partners(void **state) {
  (void)state;
  g_autofree char *json = describe("from,to,count\na,b,3\na,b,1\n", "b", FALSE, REFNET_FORMAT_JSON);
  assert_says(json, "A already works with B; start with contact 1 of 2 at B. Between A and B four "
                    "referrals are recorded without a date, taken as a year old.");
}

static void test_frequency_alone(void **state) {
  (void)state;
  g_autofree char *json =
      describe("from,to,frequency\nd,c,weekly\na,d,daily\n", "c", FALSE, REFNET_FORMAT_JSON);
  assert_says(json,
              "A can ask D for an introduction; no contact is listed there. The weakest step is "
              "between D and C: only a frequency is recorded.");
}

static void test_links_alone(void **state) {
  (void)state;
  g_autofree char *json = describe("from,to\nd,c\na,d\n", "c", FALSE, REFNET_FORMAT_JSON);
  assert_says(json, "The weakest step is between A and D: a link is recorded, but not how often or "
                    "when; it is taken as a year old.");
  g_autofree char *rows =
      describe("from,to\nd,c\nd,c\nd,c\na,d\na,d\na,d\na,d\n", "c", FALSE, REFNET_FORMAT_JSON);
  assert_says(rows, "between D and C: three referrals are recorded without a date");
}

static void test_no_way(void **state) {
  (void)state;
  g_autofree char *table = describe("from,to\na,b\n", "c", FALSE, REFNET_FORMAT_TABLE);
  assert_says(table, "No recorded relationships join the two in three steps or fewer.");
  g_autofree char *json = describe("from,to\na,b\n", "c", FALSE, REFNET_FORMAT_JSON);
  assert_says(json, "\"paths\": []");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_through_one),     cmocka_unit_test(test_already_partners),
      cmocka_unit_test(test_frequency_alone), cmocka_unit_test(test_links_alone),
      cmocka_unit_test(test_no_way),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
