/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One row an organisation: sorted by any measure, and the measure sorted by is shown. */
#include "unit/present/described.h"

static char *describe(const char *sort, RefnetFormat format, GError **error) {
  RefnetWording wording = described_wording(FALSE);
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "id,name,short_name\na,Zed,\nb,Bay Health,Bay\nc,C,\nd,D,\n",
      "referrals.csv", "from,to,count\na,b,1\nc,b,5\nb,c,2\n", NULL);
  g_autoptr(RefnetNetwork) network = described_network(dataset);
  g_autoptr(RefnetMeasures) measures = refnet_measures_new(network, 1, NULL);
  g_autoptr(RefnetDescription) description =
      refnet_describe_measures(measures, sort, &wording, error);
  return description ? described_as(description, network,
                                    (RefnetWriteOptions){.format = format, .width = 110})
                     : NULL;
}

static void assert_order(const char *sort, const char *ids) {
  g_autofree char *csv = describe(sort, REFNET_FORMAT_CSV, NULL);
  g_auto(GStrv) lines = g_strsplit(csv, "\n", -1);
  GString *order = g_string_new(NULL);
  for (char **line = lines + 1; **line; line++)
    g_string_append_c(order, **line);
  assert_string_equal(order->str, ids);
  g_string_free(order, TRUE);
}

static void test_order(void **state) {
  (void)state;
  assert_order(NULL, "bacd");
  assert_order("degree", "bacd");
  assert_order("out_strength", "cbad");
  assert_order("id", "abcd");
  assert_order("name", "bcda");
  assert_order("articulation", "bacd");
  assert_order("constraint", "acbd"); /* undefined last */
}

static void test_unknown_measure(void **state) {
  g_autoptr(GError) error = NULL;
  (void)state;
  assert_null(describe("label", REFNET_FORMAT_CSV, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  assert_says(error->message, "there is no measure \"label\"; say one of: id, name, in_degree");
}

static void test_sorted_by_is_shown(void **state) {
  (void)state;
  g_autofree char *usual = describe(NULL, REFNET_FORMAT_TABLE, NULL);
  g_autofree char *rank = describe("pagerank", REFNET_FORMAT_TABLE, NULL);
  g_autofree char *role = describe("role", REFNET_FORMAT_TABLE, NULL);
  assert_does_not_say(usual, "PAGERANK");
  assert_says(rank, "PAGERANK");
  g_auto(GStrv) halves = g_strsplit(role, "ROLE", -1);
  assert_int_equal(g_strv_length(halves), 2);
  assert_says(usual, "no relationships");
}

static void test_json(void **state) {
  (void)state;
  g_autofree char *json = describe(NULL, REFNET_FORMAT_JSON, NULL);
  assert_says(json,
              "{\"id\": \"b\", \"name\": \"Bay Health\", \"in_degree\": 2, \"out_degree\": 1, "
              "\"degree\": 2, \"in_strength\": 6, \"out_strength\": 2, \"betweenness\": ");
  assert_says(json, "\"articulation\": true, \"role\": ");
  assert_says(json, "\"role\": \"isolate\"");
  assert_says(json, "\"constraint\": null");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_order),
      cmocka_unit_test(test_unknown_measure),
      cmocka_unit_test(test_sorted_by_is_shown),
      cmocka_unit_test(test_json),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
