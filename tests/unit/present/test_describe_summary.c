/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The whole network in a sentence or two, for none, one and many. */
#include "unit/present/described.h"

static char *describe(const char *organizations, const char *referrals, RefnetFormat format) {
  RefnetWording wording = described_wording(FALSE);
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", organizations, "referrals.csv", referrals, NULL);
  g_autoptr(RefnetNetwork) network = described_network(dataset);
  g_autoptr(RefnetSummary) summary = refnet_summary_new(network, 1, NULL);
  g_autoptr(RefnetDescription) description = refnet_describe_summary(summary, &wording);
  return described_as(description, network, (RefnetWriteOptions){.format = format, .width = 120});
}

static void test_one(void **state) {
  (void)state;
  g_autofree char *table = describe("id,name\na,A\n", "from,to\n", REFNET_FORMAT_TABLE);
  assert_says(table, "\nOne organisation with no relationships recorded.\n");
  assert_does_not_say(table, "reach one another");
  assert_says(table, "not recorded              1\n");
  g_autofree char *json = describe("id,name\na,A\n", "from,to\n", REFNET_FORMAT_JSON);
  assert_says(json, "\"density\": null");
  assert_says(json, "\"sectors\": [\n    {\"sector\": null, \"organizations\": 1}\n  ]");
}

static void test_all_together(void **state) {
  (void)state;
  g_autofree char *table =
      describe("id,name\na,A\nb,B\nc,C\n", "from,to\na,b\nb,a\nb,c\n", REFNET_FORMAT_TABLE);
  assert_says(table,
              "Three organisations with two relationships recorded. All can reach one another.");
  assert_says(table, "Of the referral links, 2 of 3 have one the other way.");
}

static void test_parts(void **state) {
  (void)state;
  g_autofree char *one =
      describe("id,name\na,A\nb,B\nc,C\n", "from,to\na,b\n", REFNET_FORMAT_MARKDOWN);
  assert_says(one, "Three organisations with one relationship recorded. The largest part, whose "
                   "organisations can reach one another, has 2 of 3; one has no relationships "
                   "recorded, which may only mean that none were written down.");
  g_autofree char *two =
      describe("id,name\na,A\nb,B\nc,C\nd,D\n", "from,to\na,b\nc,d\n", REFNET_FORMAT_MARKDOWN);
  assert_says(two, "The largest part, whose organisations can reach one another, has 2 of 4.\n");
}

static void test_reciprocity(void **state) {
  static const char *const cases[][2] = {
      {"from,to\na,b\n", "The only referral link has none the other way."},
      {"from,to\na,b\nb,c\n", "No referral link has one the other way."},
      {"from,to\na,b\nb,a\n", "Every referral link has one the other way."},
  };
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *table = describe("id,name\na,A\nb,B\nc,C\n", cases[i][0], REFNET_FORMAT_TABLE);
    assert_says(table, cases[i][1]);
  }
}

static void test_csv_is_the_figures(void **state) {
  (void)state;
  g_autofree char *csv = describe("id,name\na,A\nb,B\n", "from,to\na,b\n", REFNET_FORMAT_CSV);
  assert_true(g_str_has_prefix(csv, "key,value\norganizations,2\narcs,1\nties,1\nisolates,0\n"));
  assert_says(csv, "\ntransitivity,\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_one),
      cmocka_unit_test(test_all_together),
      cmocka_unit_test(test_parts),
      cmocka_unit_test(test_reciprocity),
      cmocka_unit_test(test_csv_is_the_figures),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
