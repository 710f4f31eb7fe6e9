/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What matters most of an organization, a sentence each. */
#include "present/overview/headlines.h"
#include "present/risks/risk_sentences.h"
#include "present/wording/words.h"
#include "report/one/sections.h"
#include "report/one/subject.h"

enum { NAMED = 3 };

/* What they offer, and where. */
static char *who(const RefnetReportResults *results) {
  const RefnetDataset *dataset = results->dataset;
  guint32 index = refnet_report_one_index(results);
  const char *label = refnet_report_one_label(results);
  if (refnet_report_one_organization(results)->closed)
    return g_strdup_printf("%s is listed as closed; if it is open, correct its status in "
                           "organizations.csv.",
                           label);
  g_autoptr(GPtrArray) services = g_ptr_array_new();
  for (guint32 i = dataset->offer_start[index]; i < dataset->offer_start[index + 1]; i++) {
    const char *service = dataset->services.names[dataset->offers[i].service];
    if (!g_ptr_array_find(services, service, NULL))
      g_ptr_array_add(services, (gpointer)service);
  }
  if (services->len == 0)
    return g_strdup_printf("%s lists no services: unknown, so ask.", label);
  g_autofree char *what =
      refnet_words_list((const char *const *)services->pdata, services->len, NAMED);
  RefnetIndexList areas = {(guint32 *)(gpointer)results->areas->data, results->areas->len};
  g_autofree char *where = refnet_words_areas(dataset, areas, NAMED);
  return areas.length == 0
             ? g_strdup_printf("%s offers %s; where is not listed, so ask.", label, what)
             : g_strdup_printf("%s offers %s in %s.", label, what, where);
}

static char *rests(const RefnetReportResults *results) {
  const RefnetOrganizationRisk *risk = refnet_report_one_risk(results);
  return risk && refnet_network_degree(results->network, results->subject) > 0 &&
                 refnet_risk_is_finding(results->risks, risk)
             ? refnet_risk_sentence_organization(results->risks, risk)
             : NULL;
}

static char *chance(const RefnetReportResults *results) {
  RefnetReportPlaces chances = refnet_report_one_chances(results);
  if (chances.count == 0)
    return NULL;
  g_autofree char *what =
      refnet_headline_gap(results->gaps, chances.gaps[0], &results->options->wording);
  return g_strdup_printf("%s Could %s help?", what, refnet_report_one_label(results));
}

static char *same(const RefnetReportResults *results) {
  g_autoptr(GArray) others = refnet_report_one_overlaps(results);
  RefnetIndexList list = {(guint32 *)(gpointer)others->data, others->len};
  g_autofree char *names = refnet_words_organizations(results->dataset, list, NAMED);
  return others->len == 0
             ? NULL
             : g_strdup_printf("%s list%s services that %s lists, in the same areas.", names,
                               others->len == 1 ? "s" : "", refnet_report_one_label(results));
}

static char *calls(const RefnetReportResults *results) {
  guint count = refnet_report_one_calls(results);
  g_autofree char *many = refnet_words_count(count, "call is", "calls are");
  g_autofree char *by = refnet_date_words(results->options->wording.as_of + REFNET_REPORT_DUE_DAYS);
  return count == 0 ? NULL
                    : refnet_words_capital(g_strdup_printf("%s due with them by %s.", many, by));
}

gboolean refnet_report_one_in_short(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  const RefnetReportFormatWriter *format = report->format;
  const RefnetWording *wording = &results->options->wording;
  (void)error;
  format->findings_begin(report->state, REFNET_FINDINGS_NUMBERED);
  refnet_report_say_finding(report, "Who they are.", who(results), "who");
  refnet_report_say_finding(report, "Whom they work with.",
                            refnet_report_one_ties_sentence(results), "network");
  refnet_report_say_finding(report, "One way.", refnet_report_one_way_sentence(results), "network");
  refnet_report_say_finding(report, "A gap near what they do.", chance(results), "gaps");
  refnet_report_say_finding(report, "Few names.", rests(results), "rests");
  refnet_report_say_finding(report, "Calls.", calls(results), "due");
  refnet_report_say_finding(report, "The same offer.", same(results), "same");
  refnet_report_say_finding(report, "To meet.", refnet_headline_meet(results->who_else, wording),
                            "meet");
  format->findings_end(report->state);
  return TRUE;
}
