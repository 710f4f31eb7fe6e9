/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What to ask an organization. */
#include "present/overview/headlines.h"
#include "present/wording/words.h"
#include "report/one/sections.h"

enum { NAMED = 3 };

static char *ask_names(const RefnetReportResults *results) {
  const RefnetOrganizationRisk *risk = refnet_report_one_risk(results);
  if (refnet_report_one_lacks_contact(results))
    return g_strdup("Whom should partners call, and who stands in? Nobody is listed.");
  return risk->contacts == 1
             ? g_strdup("Who else should partners know? One person is listed, others may exist.")
             : NULL;
}

static char *ask_one_way(const RefnetReportResults *results) {
  g_autoptr(GArray) vertices = refnet_report_one_way_partners(results);
  RefnetIndexList list = {(guint32 *)(gpointer)vertices->data, vertices->len};
  g_autofree char *names = refnet_words_vertices(results->network, list, NAMED);
  return vertices->len == 0
             ? NULL
             : g_strdup_printf(
                   "Referrals are recorded one way only with %s: is that so, and what could "
                   "go the other way?",
                   names);
}

static char *ask_gaps(const RefnetReportResults *results) {
  RefnetReportPlaces chances = refnet_report_one_chances(results);
  g_autofree char *words = refnet_report_places_words(results->dataset, &chances);
  return words ? g_strdup_printf("Could you offer, or bring people to, %s? What would it take?",
                                 words)
               : NULL;
}

static char *ask_overlap(const RefnetReportResults *results) {
  g_autoptr(GArray) others = refnet_report_one_overlaps(results);
  RefnetIndexList list = {(guint32 *)(gpointer)others->data, others->len};
  g_autofree char *names = refnet_words_organizations(results->dataset, list, NAMED);
  return others->len == 0 ? NULL
                          : g_strdup_printf("Do you meet with %s, who list the same, and do you "
                                            "agree who serves whom?",
                                            names);
}

static char *ask_meet(const RefnetReportResults *results) {
  g_autofree char *names = refnet_headline_suggested(results->who_else);
  return g_strdup_printf("%s%s%sho else should we be meeting with? Note every name in "
                         "nominations.csv.",
                         names ? "Would you like to meet " : "", names ? names : "",
                         names ? "? And w" : "W");
}

gboolean refnet_report_one_visit(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  const RefnetReportFormatWriter *format = report->format;
  (void)error;
  refnet_report_say_lead(report, g_strdup("Questions to ask there, with room for the answers in "
                                          "the sheets."));
  format->findings_begin(report->state, REFNET_FINDINGS_NUMBERED);
  refnet_report_say_finding(report, "Is this right?",
                            g_strdup("What should be corrected or added in what is listed of you?"),
                            "who");
  refnet_report_say_finding(report, "Who else is there?", ask_names(results), "rests");
  refnet_report_say_finding(report, "What could come back?", ask_one_way(results), "network");
  refnet_report_say_finding(report, "Could you help?", ask_gaps(results), "gaps");
  refnet_report_say_finding(report, "Who serves whom?", ask_overlap(results), "same");
  refnet_report_say_finding(report, "Whom to meet?", ask_meet(results), "meet");
  refnet_report_say_finding(report, "What next?",
                            g_strdup("When do we speak again? Note the day and the next step in "
                                     "meetings.csv."),
                            NULL);
  format->findings_end(report->state);
  return TRUE;
}
