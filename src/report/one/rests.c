/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What rests on an organization, and on the names listed there. */
#include "present/description/description.h"
#include "report/one/sections.h"
#include "report/one/subject.h"

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

static const char *why_nothing_rests(const RefnetReportResults *results) {
  return refnet_report_one_lacks_contact(results) || refnet_report_one_organization(results)->closed
             ? "Nobody else's only link runs through them."
             : "Nobody else's only link runs through them, and more than one person is listed "
               "there.";
}

static void say_people(const RefnetReport *report) {
  const RefnetReportResults *results = &report->results;
  g_autoptr(RefnetDescription) description =
      refnet_describe_risks(results->risks, &results->options->wording);
  refnet_description_keep_rows(description, "organizations", is_own_risk, results);
  refnet_description_keep_rows(description, "people", is_own_person, results);
  refnet_description_keep_rows(description, "missing_contacts", is_own_missing, results);
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "organizations",
                                             .heading = "What rests on them, or on one name there",
                                             .style = REFNET_FINDINGS_BULLETS,
                                             .by_sentence = TRUE,
                                             .when_empty = why_nothing_rests(results)});
  if (!refnet_report_one_lacks_contact(results) && !refnet_report_one_organization(results)->closed)
    refnet_report_say_list(report, description,
                           &(RefnetReportList){.key = "people",
                                               .style = REFNET_FINDINGS_BULLETS,
                                               .by_sentence = TRUE});
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
