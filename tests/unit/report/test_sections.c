/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the sections of a report say, and in what order, told to a format that notes everything. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/report/recorder.h"

/* A small county: four members of a coalition, a need that nobody meets, one listed contact. */
static RefnetDataset *county(void) {
  return support_load(
      NULL, "organizations.csv",
      "name,services,areas,partnership,sector\n"
      "Elm Clinic,dental care,Eastside,formal,health\n"
      "Oak House,shelter,Eastside;Westgate,formal,housing\n"
      "Fir Food,food boxes,Westgate,formal,food\n"
      "Ash Rides,transport,Eastside;Westgate,prospect,transport\n"
      "Elm Clinik,dental care,Eastside,formal,health\n",
      "referrals.csv",
      "from,to,count,date\nElm Clinic,Oak House,5,2026-05-01\nOak House,Elm Clinic,2,2026-06-01\n"
      "Oak House,Fir Food,9,2026-07-01\nFir Food,Ash Rides,1,2026-07-02\n",
      "contacts.csv",
      "organization,name,last_contact\nElm Clinic,Ana Ruiz,2026-01-05\nOak House,Bo "
      "Lind,2026-09-01\n",
      "needs.csv", "area,service,demand\nWestgate,dental care,120\nEastside,transport,40\n",
      "respondents.csv",
      "organization,answered\nElm Clinic,yes\nOak House,yes\nFir Food,no\nAsh Rides,no\n", NULL);
}

static char *record(const RefnetDataset *dataset, RefnetReportOptions options) {
  g_autoptr(RefnetNetwork) network = described_network(dataset);
  return recorder_report(network, options);
}

static char *record_section(const RefnetDataset *dataset, const char *id) {
  const char *const ids[] = {id, NULL};
  return record(dataset, (RefnetReportOptions){.sections = ids});
}

static void assert_order(const char *text, const char *earlier, const char *later) {
  const char *first = strstr(text, earlier), *second = strstr(text, later);
  if (!first || !second || first > second)
    fail_msg("\"%s\" does not stand before \"%s\" in:\n%s", earlier, later, text);
}

static void test_front(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = county();
  g_autofree char *text =
      record(dataset, (RefnetReportOptions){.title = "Our county", .filters = "Only some."});
  assert_says(text, "title Our county\n");
  assert_says(text, "fact Five organisations, three relationships and two contacts are listed.\n");
  assert_says(text, "fact 2 of 4 organisations asked have answered; what the others left unsaid is "
                    "unknown, not missing.\n");
  assert_says(text, "fact Only some.\n");
  assert_order(text, "contents in-short", "contents unknown");
  assert_order(text, "contents words", "section in-short");
  assert_order(text, "section unknown", "section network");
  assert_order(text, "section network", "section gaps");
  assert_order(text, "section gaps", "section rests");
  assert_order(text, "section meet", "section agenda");
}

static void test_in_short(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = county();
  g_autofree char *text = record(dataset, (RefnetReportOptions){.no_maps = TRUE});
  assert_order(text, "name What works.\nfinding 4 of 5 organisations can reach one another",
               "name A gap.\nfinding We found no dental care listed in Westgate, where about 120 "
               "people a year need it");
  assert_says(text, "more gaps\n");
}

/* Nobody is pointed to a section that the report doesn't have. */
static void test_no_dead_reference(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = county();
  g_autofree char *text = record_section(dataset, "in-short");
  assert_says(text, "name A gap.");
  assert_does_not_say(text, "\nmore ");
}

static void test_unknown(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = county();
  g_autofree char *text = record_section(dataset, "unknown");
  assert_says(text, "finding 2 of 4 organisations asked did not answer: Ash Rides and Fir Food.");
  assert_does_not_say(text, "Fill needs.csv");
}

static void test_gaps(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = county();
  g_autofree char *text = record_section(dataset, "gaps");
  assert_says(text, "lead Services are missing, or rest on little, in two areas; as far as need is "
                    "recorded, about 120 people a year go without, counted service by service.\n");
  assert_says(text, "name Westgate · dental care · none found\nnumbers need a year: 120; "
                    "unmet: 120\n");
  assert_says(text, "table By area\nrow|Westgate|4|120|120|none found: 1; one provider: 3; no "
                    "referral route: 1\n");
}

static void test_top(void **state) {
  (void)state;
  const char *const ids[] = {"gaps", NULL};
  g_autoptr(RefnetDataset) dataset = county();
  g_autofree char *one = record(dataset, (RefnetReportOptions){.sections = ids, .top = 1});
  g_autofree char *all =
      record(dataset, (RefnetReportOptions){.sections = ids, .top = 1, .all = TRUE});
  assert_says(one, "note The first 1 of ");
  assert_does_not_say(all, "note The first");
}

static void test_people_are_not_named(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = county();
  RefnetReportOptions options = {.all = TRUE};
  g_autofree char *hidden = record(dataset, options);
  assert_does_not_say(hidden, "Ana");
  assert_does_not_say(hidden, "Bo Lind");
  options.wording.show_people = TRUE;
  g_autofree char *named = record(dataset, options);
  assert_says(named, "Ana Ruiz at Elm Clinic");
  assert_says(named, "fact This report names people.");
}

static void test_due_is_a_checklist(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = county();
  g_autofree char *text = record_section(dataset, "due");
  assert_says(text, "findings checklist\nfinding A check-in with contact 1 of 1 at Elm Clinic is "
                    "due: last recorded contact 5 January 2026");
  assert_does_not_say(text, "subheading Agreements up for renewal");
}

static void test_funding_that_ends_is_due(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "name,funding_end\nElm Clinic,2026-11-01\n",
                   "contacts.csv", "organization,name\nElm Clinic,Ana Ruiz\n", NULL);
  g_autofree char *text = record_section(dataset, "due");
  assert_says(text, "lead One call about funding that ends is due by ");
  assert_says(text, "subheading Funding that ends\nfindings checklist\nfinding ");
}

static void test_agenda(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = county();
  g_autofree char *text = record_section(dataset, "agenda");
  assert_says(text, "finding Who asks Ash Rides and Fir Food for the answers still missing?");
  assert_says(text, "dental care in Westgate");
  assert_says(text, "Who else should we be meeting with? The data suggest Ash Rides.");
}

static void test_nothing_but_names(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = support_load(NULL, "organizations.csv", "name\nA\nB\n", NULL);
  g_autofree char *text = record(dataset, (RefnetReportOptions){.all = TRUE});
  assert_says(text, "section in-short\nlead The sheets don't say enough yet");
  assert_says(text, "section network\nlead No referrals between these organisations are recorded.");
  assert_says(text, "section gaps\nlead No services are listed.");
  assert_says(text, "section rests\nlead No relationships are recorded");
  assert_does_not_say(text, "row||");
  assert_does_not_say(text, "nan");
}

static void test_unknown_section(void **state) {
  (void)state;
  const char *const ids[] = {"gaps", "gap", NULL};
  g_autoptr(RefnetDataset) dataset = county();
  g_autoptr(RefnetNetwork) network = described_network(dataset);
  GError *error = NULL;
  Written written = written_begin();
  RefnetReportOptions options = {.sections = ids, .wording = described_wording(FALSE)};
  assert_false(refnet_report_write(network, REFNET_REPORT_HTML, &options, written.output, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  g_clear_error(&error);
  g_free(written_end(&written));
}

static void test_impossible_page(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset = county();
  g_autoptr(RefnetNetwork) network = described_network(dataset);
  GError *error = NULL;
  Written written = written_begin();
  RefnetReportOptions options = {
      .wording = described_wording(FALSE), .page_width = 10, .page_height = 10};
  assert_false(refnet_report_write(network, REFNET_REPORT_PDF, &options, written.output, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  g_clear_error(&error);
  g_free(written_end(&written));
}

static void test_formats_by_name(void **state) {
  (void)state;
  RefnetReportFormat format = REFNET_REPORT_HTML;
  GError *error = NULL;
  assert_true(refnet_report_format("a/Report.MD", &format, NULL));
  assert_int_equal(format, REFNET_REPORT_MARKDOWN);
  assert_true(refnet_report_format("report.HTM", &format, NULL));
  assert_int_equal(format, REFNET_REPORT_HTML);
  assert_false(refnet_report_format("report.csv", &format, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  g_clear_error(&error);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_front),
      cmocka_unit_test(test_in_short),
      cmocka_unit_test(test_no_dead_reference),
      cmocka_unit_test(test_unknown),
      cmocka_unit_test(test_gaps),
      cmocka_unit_test(test_top),
      cmocka_unit_test(test_people_are_not_named),
      cmocka_unit_test(test_due_is_a_checklist),
      cmocka_unit_test(test_funding_that_ends_is_due),
      cmocka_unit_test(test_agenda),
      cmocka_unit_test(test_nothing_but_names),
      cmocka_unit_test(test_unknown_section),
      cmocka_unit_test(test_impossible_page),
      cmocka_unit_test(test_formats_by_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
