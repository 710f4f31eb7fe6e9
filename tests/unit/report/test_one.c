/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a report on one organisation says, told to a format that notes everything. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/report/recorder.h"

/* Elm Clinic: refers to Oak House, who refers back, and to Fir Food, who does not; Ash Rides refers
 * to it. One person is listed there. Dental care is needed in Westgate, where nobody offers it; Elm
 * Clinik offers the same in Eastside. */
static RefnetDataset *county(void) {
  return support_load(
      NULL, "organizations.csv",
      "name,services,areas,partnership,sector,phone,email,website,latitude,longitude\n"
      "Elm Clinic,dental care,Eastside,formal,health,(765) 555-0100,info@elm.example,elm.example,"
      "40,-86\n"
      "Oak House,shelter,Eastside;Westgate,formal,housing,,,,,\n"
      "Fir Food,food boxes,Westgate,formal,food,,,,,\n"
      "Ash Rides,transport,Eastside;Westgate,prospect,transport,,,javascript:alert(1),,\n"
      "Dental Van,dental care,Eastside,formal,health,,,,,\n"
      "Pine Chapel,,,,,,,,,\n",
      "areas.csv", "area,latitude,longitude\nEastside,40,-86\nWestgate,40.1,-86\n", "referrals.csv",
      "from,to,count,date\nElm Clinic,Oak House,5,2026-05-01\nOak House,Elm Clinic,2,2026-06-01\n"
      "Elm Clinic,Fir Food,9,2026-07-01\nAsh Rides,Elm Clinic,1,2026-07-02\n",
      "contacts.csv",
      "organization,name,last_contact\nElm Clinic,Ana Ruiz,2026-01-05\nOak House,Bo "
      "Lind,2026-09-01\n",
      "needs.csv", "area,service,demand\nWestgate,dental care,120\nEastside,transport,40\n",
      "respondents.csv", "organization,answered\nElm Clinic,yes\nOak House,yes\nFir Food,no\n",
      "meetings.csv",
      "organization,date,next_step\nElm Clinic,2026-03-01,send the form\nElm Clinic,2026-08-01,ask "
      "Ana Ruiz again\n",
      NULL);
}

static char *record(const char *organization, RefnetReportOptions options) {
  g_autoptr(RefnetDataset) dataset = county();
  g_autoptr(RefnetNetwork) network = described_network(dataset);
  guint32 vertex = network->vertex[refnet_dataset_find(dataset, organization, NULL)];
  options.organization = &vertex;
  return recorder_report(network, options);
}

static char *record_section(const char *organization, const char *id) {
  const char *const ids[] = {id, NULL};
  return record(organization, (RefnetReportOptions){.sections = ids});
}

static void test_all_sections(void **state) {
  static const char *const ids[] = {"in-short", "who",  "unknown", "network", "gaps", "rests",
                                    "due",      "same", "meet",    "agenda",  "words"};
  (void)state;
  g_autofree char *text = record("Elm Clinic", (RefnetReportOptions){.no_maps = TRUE});
  const char *at = text;
  assert_says(text, "title Elm Clinic\n");
  assert_says(text, "fact Three relationships and one contact are listed.\n");
  for (guint i = 0; i < G_N_ELEMENTS(ids); i++) {
    g_autofree char *begin = g_strdup_printf("\nsection %s\n", ids[i]);
    at = strstr(at, begin);
    if (!at)
      fail_msg("no section %s in its place", ids[i]);
  }
  assert_does_not_say(text, "section data");
  assert_does_not_say(text, "section method");
}

static void test_who(void **state) {
  (void)state;
  g_autofree char *text = record_section("Elm Clinic", "who");
  assert_says(text, "term Phone: (765) 555-0100 <tel:7655550100>\n");
  assert_says(text, "term E-mail: info@elm.example <mailto:info@elm.example>\n");
  assert_says(text, "term Website: elm.example <https://elm.example>\n");
  assert_says(text, "table Services\nrow|dental care|Eastside|");
  assert_says(text, "table Contacts\nrow|contact 1 of 1 at Elm Clinic|");
  g_autofree char *hostile = record_section("Ash Rides", "who");
  assert_says(hostile, "term Website: javascript:alert(1)\n");
}

static void test_unknown(void **state) {
  (void)state;
  g_autofree char *elm = record_section("Elm Clinic", "unknown");
  assert_says(elm, "finding 1 of 3 partners did not answer the survey (Fir Food), so");
  g_autofree char *fir = record_section("Fir Food", "unknown");
  assert_says(fir, "finding Fir Food has not answered the survey");
  assert_says(fir, "finding Nobody is listed there who has not left.");
  g_autofree char *pine = record_section("Pine Chapel", "unknown");
  assert_says(pine,
              "finding Not listed: which services it offers; where it works; whom it serves;");
}

static void test_partners(void **state) {
  (void)state;
  const char *const ids[] = {"network", NULL};
  RefnetReportOptions options = {.sections = ids, .no_maps = TRUE};
  g_autofree char *text = record("Elm Clinic", options);
  assert_says(text, "lead Elm Clinic has three relationships recorded: it refers to two "
                    "organisations, and two organisations refer to it; one goes both ways.\n");
  assert_says(text,
              "paragraph Elm Clinic refers to Fir Food, and no referral back is recorded; Ash "
              "Rides refers to it, and no referral back is recorded.");
  assert_says(text, "row|Fir Food|food|9|0|2026-07-01\nrow|Oak House|housing|5|2|2026-06-01\n"
                    "row|Ash Rides|transport|0|1|2026-07-02\n");
  options.top = 1;
  g_autofree char *one = record("Elm Clinic", options);
  assert_says(one, "note The first 1 of 3.\n");
  g_autofree char *alone = record_section("Pine Chapel", "network");
  assert_says(alone, "lead No relationship of Pine Chapel is recorded");
}

/* Next to where it works, as it is the nearest who offers what is missing. */
static void test_gaps(void **state) {
  (void)state;
  g_autofree char *text = record_section("Elm Clinic", "gaps");
  assert_says(text, "subheading Where they could help\n");
  assert_says(text, "name Westgate · dental care · none found\n");
  g_autofree char *other = record_section("Fir Food", "gaps");
  assert_does_not_say(other, "name Westgate · food boxes");
  assert_says(other, "row|Westgate|dental care|");
  g_autofree char *alone = record_section("Fir Food", "rests");
  assert_says(alone, "subheading Services that only they are listed for\nfindings bullets\nfinding "
                     "One listed organisation, Fir Food, offers food boxes in Westgate.");
  g_autofree char *nowhere = record_section("Pine Chapel", "gaps");
  assert_says(nowhere, "lead Where it works is not listed");
}

static void test_findings_are_its_own(void **state) {
  (void)state;
  g_autofree char *rests = record_section("Elm Clinic", "rests");
  assert_says(rests, "Our list names one person at Elm Clinic; others may exist.");
  assert_does_not_say(rests, "contact 1 of 1 at Oak House left");
  g_autofree char *due = record_section("Elm Clinic", "due");
  assert_says(due, "A check-in with contact 1 of 1 at Elm Clinic is due");
  assert_does_not_say(due, "Oak House is due");
  g_autofree char *same = record_section("Elm Clinic", "same");
  assert_says(same, "name Dental Van, Elm Clinic\n");
  g_autofree char *none = record_section("Oak House", "same");
  assert_says(none, "paragraph We found nobody who lists much the same in the same areas.\n");
}

/* An organisation may say where it works service by service. */
static void test_areas_of_its_services(void **state) {
  (void)state;
  const char *const ids[] = {"in-short", "gaps", NULL};
  const guint32 first = 0;
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv", "name\nElm Clinic\nOak House\n", "services.csv",
      "organization,service,area\nElm Clinic,dental care,Westgate\nElm Clinic,vision,Eastside\n",
      "needs.csv", "area,service,demand\nEastside,dental care,120\n", NULL);
  g_autoptr(RefnetNetwork) network = described_network(dataset);
  g_autofree char *text =
      recorder_report(network, (RefnetReportOptions){.organization = &first, .sections = ids});
  assert_says(text, "finding Elm Clinic offers dental care and vision in Eastside and Westgate.\n");
  assert_says(text, "name Eastside · dental care · none found\n");
}

/* The latest note names a person, so it is told only where people are. */
static void test_last_meeting(void **state) {
  (void)state;
  const char *const ids[] = {"due", NULL};
  RefnetReportOptions options = {.sections = ids};
  g_autofree char *text = record("Elm Clinic", options);
  assert_says(text, "paragraph Last met on 1 August 2026.\n");
  options.wording.show_people = TRUE;
  g_autofree char *named = record("Elm Clinic", options);
  assert_says(named,
              "paragraph Last met on 1 August 2026; next step agreed: ask Ana Ruiz again.\n");
}

static void test_meet_and_ask(void **state) {
  (void)state;
  g_autofree char *meet = record_section("Elm Clinic", "meet");
  assert_says(meet, "lead Suggestions for Elm Clinic, who is meant by \"you\".\n");
  assert_does_not_say(meet, "Ana");
  g_autofree char *agenda = record_section("Elm Clinic", "agenda");
  assert_says(agenda, "one way only with Fir Food and Ash Rides: is that so");
  assert_says(agenda,
              "Could you offer, or bring people to, dental care in Westgate and transport in");
  assert_says(agenda, "Do you meet with Dental Van, who list the same");
  g_autofree char *shortly = record_section("Elm Clinic", "in-short");
  assert_does_not_say(shortly, "Ask Elm Clinic for an introduction");
}

/* Findings name the first of rows that surely are one; they are about the others, too. */
static void test_rows_that_are_one(void **state) {
  (void)state;
  const char *const ids[] = {"same", NULL};
  g_autoptr(RefnetDataset) dataset = support_load(
      NULL, "organizations.csv",
      "id,name,services,areas,phone,website,address,city\n"
      "a,Elm Dental Clinic,dental care,Eastside,765-555-0100,elm.example,1 Main St,Northport\n"
      "b,Elm Dental Clinic,dental care,Eastside,765-555-0100,elm.example,1 Main St,Northport\n"
      "c,Dental Van,dental care,Eastside,765-555-0111,van.example,9 High St,Westgate\n",
      NULL);
  g_autoptr(RefnetNetwork) network = described_network(dataset);
  for (guint32 vertex = 0; vertex < 2; vertex++) {
    g_autofree char *text =
        recorder_report(network, (RefnetReportOptions){.organization = &vertex, .sections = ids});
    assert_says(text, "are probably one organisation");
    assert_says(text, "subheading The same services, listed by another organisation\nfindings");
  }
}

static void test_sections_of_one(void **state) {
  (void)state;
  const char *const data[] = {"data", NULL}, *const who[] = {"who", NULL};
  g_autoptr(GError) error = NULL, whole = NULL;
  assert_false(refnet_report_check_sections(data, TRUE, &error));
  assert_says(error->message, "no section \"data\" in a report on one organisation");
  assert_false(refnet_report_check_sections(who, FALSE, &whole));
  assert_true(refnet_report_check_sections(who, TRUE, NULL));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_all_sections),
      cmocka_unit_test(test_who),
      cmocka_unit_test(test_unknown),
      cmocka_unit_test(test_partners),
      cmocka_unit_test(test_gaps),
      cmocka_unit_test(test_findings_are_its_own),
      cmocka_unit_test(test_areas_of_its_services),
      cmocka_unit_test(test_last_meeting),
      cmocka_unit_test(test_meet_and_ask),
      cmocka_unit_test(test_rows_that_are_one),
      cmocka_unit_test(test_sections_of_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
