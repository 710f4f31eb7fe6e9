/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the data don't say, told before the findings that it weakens; and what to fill in for the
 * answers that are not there. */
#include "present/description/response.h"
#include "present/overview/headlines.h"
#include "present/wording/words.h"
#include "report/whole/sections.h"

enum { NAMES = 5 };

/* "15 of 24", "All 24", "Both". Caller frees. */
static char *share_of(guint64 part, guint64 whole) {
  return refnet_words_capital(refnet_words_share_or_all(part, whole));
}

/* ---- what is there, with holes --------------------------------------------------------------- */

static char *silence(const RefnetReportResults *results) {
  guint32 answered, asked = refnet_response_asked(results->network, &answered), closed;
  if (answered == asked)
    return NULL;
  g_autofree char *names = refnet_response_silent(results->network, NAMES, &closed);
  g_autofree char *share = share_of(asked - answered, asked);
  g_autofree char *gone = refnet_words_count(closed, "of them has", "of them have");
  if (!names)
    return g_strdup_printf("%s organisations asked did not answer; all of these have closed.",
                           share);
  if (closed > 0)
    return g_strdup_printf("%s organisations asked did not answer, and %s closed. Ask the others "
                           "again: %s.",
                           share, gone, names);
  return g_strdup_printf("%s organisations asked did not answer: %s. Ask them again.", share,
                         names);
}

static char *unlisted_services(const RefnetReportResults *results) {
  guint32 without = results->gaps->organizations_without_services;
  if (results->dataset->services.length == 0)
    return g_strdup("No organisation lists services, so nothing can be said of what is missing "
                    "where. Ask each what it offers, and in which areas.");
  if (without == 0)
    return NULL;
  g_autofree char *share = share_of(without, results->gaps->network->vertices);
  return g_strdup_printf("%s organisations %s no services, so what looks missing may be there. "
                         "Ask %s.",
                         share, refnet_words_in_number(without, "lists", "list"),
                         refnet_words_in_number(without, "what it offers", "them what they offer"));
}

static char *unlisted_areas(const RefnetReportResults *results) {
  guint32 without = results->gaps->organizations_without_areas;
  if (without == 0 || results->dataset->services.length == 0)
    return NULL;
  g_autofree char *share = share_of(without, results->gaps->network->vertices);
  return g_strdup_printf(
      "%s organisations %s.", share,
      refnet_words_in_number(without, "lists no areas, so it counts in none. Ask where it works",
                             "list no areas, so they count in none. Ask them where they work"));
}

static char *unassessed_ties(const RefnetReportResults *results) {
  const RefnetRisks *risks = results->risks;
  if (risks->ties_unknown == 0 || results->dataset->contact_count == 0)
    return NULL;
  g_autofree char *share = share_of(risks->ties_unknown, risks->tie_count);
  return g_strdup_printf(
      "%s relationships %s on one person we can't say. Ask whom to call there.", share,
      refnet_words_in_number(risks->ties_unknown,
                             "has no listed contact at an end, so whether it rests",
                             "have no listed contact at an end, so whether they rest"));
}

static char *undated_contacts(const RefnetReportResults *results) {
  const RefnetCheckIns *check_ins = results->check_ins;
  if (check_ins->contacts_without_date == 0)
    return NULL;
  if (check_ins->contacts == 1)
    return g_strdup("The one person listed has no date of last contact, so no check-in with them "
                    "can be due. Add the date.");
  g_autofree char *share = share_of(check_ins->contacts_without_date, check_ins->contacts);
  return g_strdup_printf(
      "%s people listed %s.", share,
      refnet_words_in_number(check_ins->contacts_without_date,
                             "has no date of last contact, so no check-in with that person can be "
                             "due. Add the date",
                             "have no date of last contact, so no check-in with them can be due. "
                             "Add the dates"));
}

static char *left_out(const RefnetReportResults *results) {
  guint64 rejected = 0;
  for (guint32 i = 0; i < results->dataset->file_count; i++)
    rejected += results->dataset->files[i].rows.rejected;
  if (rejected == 0)
    return NULL;
  g_autofree char *rows = refnet_words_count(rejected, "row", "rows");
  return refnet_words_capital(
      g_strdup_printf("%s of the sheets could not be used; About the data says which.", rows));
}

/* ---- what is not there at all ---------------------------------------------------------------- */

static gboolean has_demand(const RefnetDataset *dataset) {
  for (guint32 i = 0; i < dataset->need_count; i++)
    if (dataset->needs[i].demand > 0)
      return TRUE;
  return FALSE;
}

/* What to fill in; the last is NULL. */
static void list_missing(const RefnetReportResults *results, const char *missing[5]) {
  const RefnetDataset *dataset = results->dataset;
  guint count = 0;
  if (dataset->referrals.rows == 0)
    missing[count++] = "Who refers to whom is not recorded. Fill referrals.csv (from, to) to see "
                       "the network, what rests on few, and who can introduce whom.";
  if (dataset->contact_count == 0)
    missing[count++] = "No contacts are listed. Fill contacts.csv (organization, name, "
                       "last_contact) to see what rests on one person and who is due a call.";
  if (!has_demand(dataset))
    missing[count++] =
        "Nobody has recorded how many people need which service. Fill needs.csv (area, service, "
        "demand) to see which gaps touch most people.";
  if (dataset->respondent_count == 0)
    missing[count++] = "Whether everybody was asked is not recorded, so silence can't be told from "
                       "a relationship that is not there. Fill respondents.csv (organization, "
                       "answered).";
  missing[count] = NULL;
}

gboolean refnet_report_unknown(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  const RefnetReportFormatWriter *format = report->format;
  char *holes[] = {silence(results),         unlisted_services(results), unlisted_areas(results),
                   unassessed_ties(results), undated_contacts(results),  left_out(results)};
  const char *missing[5];
  char *records = refnet_headline_records(results->duplicates);
  guint said = records != NULL;
  (void)error;
  list_missing(results, missing);
  for (guint i = 0; i < G_N_ELEMENTS(holes); i++)
    said += holes[i] != NULL;
  if (said == 0 && !missing[0]) {
    refnet_report_say_lead(report, g_strdup("Nothing that would weaken what follows is known to be "
                                            "missing."));
    return TRUE;
  }
  refnet_report_say_lead(report, g_strdup("Blank is unknown, never zero. What follows is as good "
                                          "as the sheets behind it; these gaps in them matter "
                                          "most."));
  format->findings_begin(report->state, REFNET_FINDINGS_BULLETS);
  for (guint i = 0; i < G_N_ELEMENTS(holes); i++)
    refnet_report_say_finding(report, NULL, holes[i], NULL);
  refnet_report_say_finding(report, NULL, records, "same");
  for (guint i = 0; missing[i]; i++)
    refnet_report_say_finding(report, NULL, g_strdup(missing[i]), NULL);
  format->findings_end(report->state);
  return TRUE;
}
