/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The accounting and the diagnostics, persons named only to those who asked. */
#include "unit/present/described.h"

static char *describe(const RefnetDataset *dataset, gboolean show_people, RefnetFormat format) {
  RefnetWording wording = described_wording(show_people);
  g_autoptr(RefnetNetwork) network = described_network(dataset);
  refnet_diagnostics_sort(dataset->diagnostics);
  g_autoptr(RefnetDescription) description = refnet_describe_check(dataset, &wording);
  return described_as(description, network, (RefnetWriteOptions){.format = format});
}

static void test_sound(void **state) {
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "id,name\na,A\n", NULL);
  (void)state;
  g_autofree char *table = describe(dataset, FALSE, REFNET_FORMAT_TABLE);
  assert_says(table, "Nothing to mend: every row was read.\n");
  assert_says(table, "organizations.csv          1     1       0         0\n");
  g_autofree char *json = describe(dataset, FALSE, REFNET_FORMAT_JSON);
  assert_says(json, "\"response_rate\": null");
  assert_says(json, "{\"file\": \"organizations.csv\", \"read\": 1, \"kept\": 1, \"merged\": 0, "
                    "\"rejected\": 0}");
  assert_says(json, "\"findings\": []");
}

static void test_response_rate(void **state) {
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "id,name\na,A\nb,B\nc,C\n", "respondents.csv",
                   "organization,answered\na,yes\nb,no\nc,yes\n", NULL);
  (void)state;
  g_autofree char *page = describe(dataset, FALSE, REFNET_FORMAT_MARKDOWN);
  assert_says(page,
              "2 of 3 organisations in respondents.csv answered; what the others left unsaid is "
              "unknown, not missing.\n");
  g_autofree char *json = describe(dataset, FALSE, REFNET_FORMAT_JSON);
  assert_says(json, "\"response_rate\": 0.666666666666667");
}

static void add(RefnetDataset *dataset, RefnetSeverity severity, guint64 line, guint64 record,
                guint32 contact, const char *fix, const char *message) {
  RefnetDiagnostic where = {.kind = "planted",
                            .severity = severity,
                            .file = line ? "contacts.csv" : NULL,
                            .line = line,
                            .record = record,
                            .column = line ? 2 : 0,
                            .field = line ? "Name" : NULL,
                            .contact = contact};
  refnet_diagnostics_add(dataset->diagnostics, &where, fix, "%s", message);
}

static void test_findings(void **state) {
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "id,name\na,A\n", "contacts.csv",
                   "organization,name\na,Ana Ruiz\n", NULL);
  (void)state;
  add(dataset, REFNET_SEVERITY_NOTE, 0, 0, REFNET_NONE, NULL, "organizations.csv has one row");
  add(dataset, REFNET_SEVERITY_WARNING, 7, 5, 0, "add a colleague", "{person} stands alone");
  add(dataset, REFNET_SEVERITY_ERROR, 9, 9, REFNET_NONE, "mend it", "no organisation \x1b[2J");
  g_autofree char *table = describe(dataset, FALSE, REFNET_FORMAT_TABLE);
  assert_says(table, "One error (rows left out), one warning");
  assert_says(table,
              "error     contacts.csv:9:2\n    No organisation \xEF\xBF\xBD[2J.\n    Mend it.\n");
  assert_says(table, "warning   contacts.csv:7:2 (spreadsheet row 5)\n"
                     "    Contact 1 of 1 at A stands alone.\n");
  assert_says(table, "    organizations.csv has one row.\n");
  assert_does_not_say(table, "Ana");
  g_autofree char *open = describe(dataset, TRUE, REFNET_FORMAT_TABLE);
  assert_says(open, "    Ana Ruiz at A stands alone.\n");
  g_autofree char *csv = describe(dataset, FALSE, REFNET_FORMAT_CSV);
  assert_true(g_str_has_prefix(csv, "kind,severity,file,line,column,field,message,fix\n"
                                    "planted,error,contacts.csv,9,2,Name,"));
  g_autofree char *json = describe(dataset, FALSE, REFNET_FORMAT_JSON);
  assert_says(json,
              "{\"kind\": \"planted\", \"severity\": \"note\", \"file\": null, \"line\": null, "
              "\"column\": null, \"field\": null, \"message\": \"organizations.csv has one "
              "row.\", \"fix\": null}");
}

static void test_more_than_are_kept(void **state) {
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "id,name\na,A\n", NULL);
  (void)state;
  for (guint i = 0; i < 1300; i++)
    add(dataset, REFNET_SEVERITY_WARNING, i + 2, i + 2, REFNET_NONE, NULL, "not understood");
  g_autofree char *table = describe(dataset, FALSE, REFNET_FORMAT_TABLE);
  assert_says(table, "1,300 warnings");
  assert_says(table, "Of each kind the first 100 are listed; all are counted.");
  assert_says(table, "1,300 times: not understood (lines 2, 3, 4, 5, 6, 7, 8, 9, 10 and 11 …).\n");
}

/* What is said of one value is not said of others, which are named. */
static void test_others_of_a_group(void **state) {
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "id,name\na,A\n", NULL);
  (void)state;
  for (guint i = 0; i < 4; i++) {
    g_autofree char *message =
        g_strdup_printf("\"%s\" is strange", (const char *const[]){"x", "y", "x", "z"}[i]);
    add(dataset, REFNET_SEVERITY_WARNING, i + 2, i + 2, REFNET_NONE, NULL, message);
  }
  g_autofree char *table = describe(dataset, FALSE, REFNET_FORMAT_TABLE);
  assert_says(table, "    Four times, for example: \"x\" is strange; so it is with \"y\" and \"z\" "
                     "(lines 2, 3, 4 and 5).\n");
}

/* People read once what is said of three rows or more; programs get a row each. */
static void test_groups(void **state) {
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "id,name\na,Abel\n", "contacts.csv",
      "organization,name\na,Ana Ruiz\na,Front desk\na,TBD\na,Intake\n", "referrals.csv",
      "from,to\na,Bay\na,Elm\na,Oak\na,Abell\nAbell,a\nAbell,a\n", NULL);
  (void)state;
  refnet_dataset_check(dataset, described_as_of());
  g_autofree char *table = describe(dataset, FALSE, REFNET_FORMAT_TABLE);
  assert_says(table,
              "error     referrals.csv\n    Six rows name an organisation that is not listed: "
              "\"Bay\", \"Elm\", \"Oak\" and \"Abell\" (\"Abel\"?)");
  assert_says(table,
              "    three are nearly written like one that is known (lines 2, 3, 4, 5, 6 and 7).\n");
  assert_says(table,
              "    Three contacts are a desk or a placeholder, not a person: contact 2 of 4 at "
              "Abel, contact 4 of 4");
  assert_does_not_say(table, "Ana");
  g_autofree char *json = describe(dataset, FALSE, REFNET_FORMAT_JSON);
  assert_says(json, "\"message\": \"No organisation is called \\\"Bay\\\".\"");
  assert_says(json, "\"message\": \"No organisation is called \\\"Oak\\\".\"");
}

static void test_respondents(void **state) {
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "id,name\na,A\nb,B\nc,C\nd,D\n", "respondents.csv",
      "organization,answered,date\na,no,2026-01-01\na,yes,2026-02-01\nb,no,\nc,,\n", NULL);
  RefnetWording wording = described_wording(FALSE);
  (void)state;
  g_autoptr(RefnetNetwork) network = described_network(dataset);
  g_autoptr(RefnetDescription) description = refnet_describe_check(dataset, &wording);
  refnet_description_add_respondents(description);
  g_autofree char *table =
      described_as(description, network, (RefnetWriteOptions){.list = "respondents"});
  assert_says(table, "B             no answer\nC             unknown\nD             not listed");
  assert_does_not_say(table, "answered");
  g_autofree char *json = described_json(description, network);
  assert_says(json, "{\"id\": \"a\", \"name\": \"A\", \"status\": \"answered\", \"date\": "
                    "\"2026-02-01\", \"reason\": \"A answered.\"}");
  assert_says(json, "D is not in respondents.csv; perhaps nobody asked.");
}

static void test_disagreements(void **state) {
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "id,name\na,A\nb,B\nc,C\n", "referrals.csv",
      "from,to,count,reported_by\na,b,3,a\nc,b,1,b\nc,b,1,c\na,c,1,a\na,c,0,c\n", NULL);
  RefnetWording wording = described_wording(FALSE);
  (void)state;
  g_autoptr(RefnetNetwork) network = described_network(dataset);
  g_autoptr(RefnetDescription) description = refnet_describe_check(dataset, &wording);
  gsize length;
  g_autofree RefnetDisagreement *found = refnet_dataset_disagreements(dataset, &length, NULL);
  assert_int_equal(length, 2);
  refnet_description_add_disagreements(description, found, length);
  g_autofree char *table =
      described_as(description, network, (RefnetWriteOptions){.list = "disagreements"});
  assert_says(table, "A says it refers to B (line 2 of referrals.csv); B reports others, but none "
                     "from A. Ask both.");
  assert_says(
      table,
      "A says it refers to C (line 5 of referrals.csv); C says there are none (line 6). Ask both.");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_sound),
      cmocka_unit_test(test_response_rate),
      cmocka_unit_test(test_findings),
      cmocka_unit_test(test_more_than_are_kept),
      cmocka_unit_test(test_others_of_a_group),
      cmocka_unit_test(test_groups),
      cmocka_unit_test(test_respondents),
      cmocka_unit_test(test_disagreements),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
