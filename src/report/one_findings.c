/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the analyses find about one organization: what rests on it, what is due with it, who lists
 * the same, whom it should meet. */
#include "present/wording/privacy.h"
#include "present/wording/words.h"
#include "report/one.h"

/* ---- what rests on few ----------------------------------------------------------------------- */

static gboolean is_own_risk(gconstpointer data, guint32 row) {
  const RefnetReportResults *results = data;
  return results->risks->organizations[row].vertex == results->subject;
}

static gboolean is_own_person(gconstpointer data, guint32 row) {
  const RefnetReportResults *results = data;
  RefnetIndexList places = results->risks->people[row].organizations;
  gboolean is_here = FALSE;
  for (guint32 i = 0; i < places.length; i++)
    is_here |= places.items[i] == refnet_report_one_index(results);
  return is_here;
}

static gboolean is_own_missing(gconstpointer data, guint32 row) {
  const RefnetReportResults *results = data;
  return results->risks->missing[row].vertex == results->subject;
}

const RefnetOrganizationRisk *refnet_report_one_risk(const RefnetReportResults *results) {
  for (guint32 i = 0; i < results->risks->organization_count; i++)
    if (is_own_risk(results, i))
      return &results->risks->organizations[i];
  return NULL;
}

gboolean refnet_report_one_lacks_contact(const RefnetReportResults *results) {
  const RefnetOrganizationRisk *risk = refnet_report_one_risk(results);
  return !risk || risk->contacts == 0;
}

static gboolean is_own_alone(gconstpointer data, guint32 row) {
  const RefnetReportResults *results = data;
  return refnet_report_one_is_alone(results, &results->gaps->cells[row]);
}

/* Services that nobody else is listed for somewhere. */
static void say_alone(const RefnetReport *report) {
  const RefnetReportResults *results = &report->results;
  g_autoptr(RefnetDescription) gaps =
      refnet_describe_gaps(results->gaps, &results->options->wording);
  refnet_description_keep_rows(gaps, "cells", is_own_alone, results);
  refnet_report_say_list(report, gaps,
                         &(RefnetReportList){.key = "cells",
                                             .heading = "Services that only they are listed for",
                                             .style = REFNET_FINDINGS_BULLETS,
                                             .by_sentence = TRUE,
                                             .when_empty = ""});
}

static void say_people(const RefnetReport *report) {
  const RefnetReportResults *results = &report->results;
  g_autoptr(RefnetDescription) description =
      refnet_describe_risks(results->risks, &results->options->wording);
  refnet_description_keep_rows(description, "organizations", is_own_risk, results);
  refnet_description_keep_rows(description, "people", is_own_person, results);
  refnet_description_keep_rows(description, "missing_contacts", is_own_missing, results);
  refnet_report_say_list(
      report, description,
      &(RefnetReportList){.key = "organizations",
                          .heading = "What rests on them, or on one name there",
                          .style = REFNET_FINDINGS_BULLETS,
                          .by_sentence = TRUE,
                          .when_empty = "Nobody else's only link runs through them, and more than "
                                        "one person is listed there."});
  refnet_report_say_list(
      report, description,
      &(RefnetReportList){.key = "people", .style = REFNET_FINDINGS_BULLETS, .by_sentence = TRUE});
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "missing_contacts",
                                             .heading = "Relationships without a listed contact",
                                             .style = REFNET_FINDINGS_CHECKLIST,
                                             .with = "reason",
                                             .by_sentence = TRUE});
}

gboolean refnet_report_one_rests(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  (void)error;
  if (refnet_network_degree(results->network, results->subject) > 0)
    say_people(report);
  else
    refnet_report_say_lead(report,
                           g_strdup("No relationship is recorded, so nothing can be said of "
                                    "what rests on whom."));
  say_alone(report);
  return TRUE;
}

/* ---- what is due ----------------------------------------------------------------------------- */

static gboolean is_own_due(gconstpointer data, guint32 row) {
  const RefnetReportResults *results = data;
  const RefnetDue *due = &results->check_ins->due[row];
  return due->vertex == results->subject || due->partner == results->subject;
}

static guint count_due(const RefnetReportResults *results, RefnetDueKind kind) {
  guint count = 0;
  for (guint32 i = 0; i < results->check_ins->due_count; i++)
    count += results->check_ins->due[i].kind == kind && is_own_due(results, i);
  return count;
}

guint refnet_report_one_calls(const RefnetReportResults *results) {
  guint count = 0;
  for (guint kind = 0; kind < REFNET_DUE_KINDS; kind++)
    if (kind != REFNET_DUE_RECIPROCITY)
      count += count_due(results, (RefnetDueKind)kind);
  return count;
}

/* When they were last met, and what was agreed then; NULL: no meeting is listed. */
static char *last_meeting(const RefnetReportResults *results) {
  const RefnetDataset *dataset = results->dataset;
  const RefnetMeeting *last = NULL;
  for (guint32 i = 0; i < dataset->meeting_count; i++) {
    const RefnetMeeting *meeting = &dataset->meetings[i];
    if (meeting->organization == refnet_report_one_index(results) &&
        meeting->date != REFNET_DATE_UNKNOWN && meeting->date <= results->options->wording.as_of &&
        (!last || meeting->date > last->date))
      last = meeting;
  }
  if (!last)
    return NULL;
  g_autofree char *date = refnet_date_words(last->date);
  gboolean is_told = last->next_step && (results->options->wording.show_people ||
                                         !refnet_mentions_contact(dataset, last->next_step));
  return g_strdup_printf("Last met on %s%s%s.", date, is_told ? "; next step agreed: " : "",
                         is_told ? last->next_step : "");
}

gboolean refnet_report_one_due(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  static const struct {
    RefnetDueKind kind;
    const char *key;
  } kinds[] = {{REFNET_DUE_CHECK_IN, "check_ins"},
               {REFNET_DUE_RENEWAL, "renewals"},
               {REFNET_DUE_FUNDING, "funding"},
               {REFNET_DUE_SUCCESSOR, "successors"}};
  RefnetDate by = results->options->wording.as_of + REFNET_REPORT_DUE_DAYS;
  g_autofree char *date = refnet_date_words(by);
  g_autoptr(RefnetDescription) description =
      refnet_describe_check_ins(results->check_ins, &results->options->wording);
  (void)error;
  refnet_report_say(report, last_meeting(results));
  if (refnet_report_one_calls(results) == 0)
    refnet_report_say(report, g_strdup_printf("No call is due by %s, as far as dates are listed.",
                                              date ? date : "then"));
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
    refnet_description_keep_rows(description, kinds[i].key, is_own_due, results);
    if (count_due(results, kinds[i].kind) > 0)
      refnet_report_say_list(report, description,
                             &(RefnetReportList){.key = kinds[i].key,
                                                 .style = REFNET_FINDINGS_CHECKLIST,
                                                 .by_sentence = TRUE});
  }
  return TRUE;
}

/* ---- who lists the same ---------------------------------------------------------------------- */

static gboolean has_subject(const RefnetReportResults *results, const guint32 *organizations,
                            guint32 count) {
  gboolean has = FALSE;
  for (guint32 i = 0; i < count; i++)
    has |= refnet_report_one_is(results, organizations[i]);
  return has;
}

static gboolean is_own_record(gconstpointer data, guint32 row) {
  const RefnetReportResults *results = data;
  RefnetIndexList rows = results->duplicates->records[row].organizations;
  return has_subject(results, rows.items, rows.length);
}

static gboolean is_own_overlap(gconstpointer data, guint32 row) {
  const RefnetReportResults *results = data;
  return has_subject(results, results->duplicates->services[row].organizations, 2);
}

static gboolean is_own_group(gconstpointer data, guint32 row) {
  const RefnetReportResults *results = data;
  RefnetIndexList group = results->duplicates->groups[row].organizations;
  return has_subject(results, group.items, group.length);
}

GArray *refnet_report_one_overlaps(const RefnetReportResults *results) {
  GArray *others = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < results->duplicates->service_count; i++) {
    const guint32 *pair = results->duplicates->services[i].organizations;
    if (is_own_overlap(results, i))
      g_array_append_val(others, pair[refnet_report_one_is(results, pair[0])]);
  }
  return others;
}

gboolean refnet_report_one_same(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  g_autoptr(RefnetDescription) description =
      refnet_describe_duplicates(results->duplicates, &results->options->wording);
  (void)error;
  refnet_description_keep_rows(description, "records", is_own_record, results);
  refnet_description_keep_rows(description, "services", is_own_overlap, results);
  refnet_description_keep_rows(description, "groups", is_own_group, results);
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "records",
                                             .style = REFNET_FINDINGS_CHECKLIST,
                                             .by_sentence = TRUE,
                                             .when_empty = "No other row of the list looks like "
                                                           "them."});
  if (!refnet_dataset_services_known(results->dataset, refnet_report_one_index(results))) {
    refnet_report_say(report, g_strdup("They list no services, so nobody can be found who offers "
                                       "the same."));
    return TRUE;
  }
  refnet_report_say_list(
      report, description,
      &(RefnetReportList){.key = "services",
                          .heading = "The same services, listed by another organisation",
                          .style = REFNET_FINDINGS_NUMBERED,
                          .no_figures = TRUE,
                          .most = REFNET_REPORT_FEW,
                          .when_empty =
                              "We found nobody who lists much the same in the same areas."});
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "groups",
                                             .style = REFNET_FINDINGS_NUMBERED,
                                             .no_figures = TRUE,
                                             .most = REFNET_REPORT_FEW});
  return TRUE;
}

/* ---- whom to meet ---------------------------------------------------------------------------- */

gboolean refnet_report_one_meet(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  g_autoptr(RefnetDescription) description =
      refnet_describe_who_else(results->who_else, &results->options->wording);
  (void)error;
  if (results->who_else->suggestion_count > 0)
    refnet_report_say_lead(report, g_strdup_printf("Suggestions for %s, who is meant by \"you\".",
                                                   refnet_report_one_label(results)));
  refnet_report_say_introduction(report, description, 1); /* the first asks the question */
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "suggestions",
                                             .style = REFNET_FINDINGS_NUMBERED,
                                             .without = {"score"},
                                             .most = REFNET_REPORT_FEW});
  return TRUE;
}
