/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The first page and the last of what is taken along to a visit: what matters, and what to ask. */
#include "present/overview/headlines.h"
#include "present/risks/risk_sentences.h"
#include "present/wording/words.h"
#include "report/one.h"

enum { NAMED = 3 };

/* ---- in short -------------------------------------------------------------------------------- */

/* What they offer, and where. */
static char *who(const RefnetReportResults *results) {
  const RefnetDataset *dataset = results->dataset;
  const RefnetOrganization *one = refnet_report_one_organization(results);
  guint32 index = refnet_report_one_index(results);
  const char *label = refnet_report_one_label(results);
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
  g_autofree char *where = refnet_words_areas(dataset, one->areas, NAMED);
  return one->areas.length == 0
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
  g_autoptr(GArray) chances = refnet_report_one_chances(results);
  if (chances->len == 0)
    return NULL;
  const RefnetGap *gap = &results->gaps->cells[g_array_index(chances, gsize, 0)];
  g_autofree char *what = refnet_headline_gap(results->gaps, gap, &results->options->wording);
  return g_strdup_printf("%s Could %s help?", what, refnet_report_one_label(results));
}

/* "A, B and two others"; NULL: nobody. */
static char *same_offer(const RefnetReportResults *results) {
  g_autoptr(GArray) others = refnet_report_one_overlaps(results);
  RefnetIndexList list = {(guint32 *)(gpointer)others->data, others->len};
  return others->len == 0 ? NULL : refnet_words_organizations(results->dataset, list, NAMED);
}

static char *same(const RefnetReportResults *results) {
  g_autofree char *names = same_offer(results);
  g_autoptr(GArray) others = refnet_report_one_overlaps(results);
  return names ? g_strdup_printf("%s list%s services that %s lists, in the same areas.", names,
                                 others->len == 1 ? "s" : "", refnet_report_one_label(results))
               : NULL;
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
  const RefnetReportFormatWriter *format = report->writer.format;
  const RefnetWording *wording = &results->options->wording;
  (void)error;
  format->findings_begin(report->writer.state, REFNET_FINDINGS_NUMBERED);
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
  format->findings_end(report->writer.state);
  return TRUE;
}

/* ---- what to ask ----------------------------------------------------------------------------- */

static char *ask_names(const RefnetReportResults *results) {
  const RefnetOrganizationRisk *risk = refnet_report_one_risk(results);
  if (refnet_report_one_lacks_contact(results))
    return g_strdup("Whom should partners call, and who stands in? Nobody is listed.");
  return risk->contacts == 1
             ? g_strdup("Who else should partners know? One person is listed, others may exist.")
             : NULL;
}

static char *ask_one_way(const RefnetReportResults *results) {
  g_autoptr(GArray) vertices = refnet_report_one_sends_only(results);
  g_autoptr(GArray) senders = refnet_report_one_receives_only(results);
  g_array_append_vals(vertices, senders->data, senders->len);
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
  g_autoptr(GArray) chances = refnet_report_one_chances(results);
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < MIN(chances->len, NAMED); i++) {
    const RefnetGap *gap = &results->gaps->cells[g_array_index(chances, gsize, i)];
    g_ptr_array_add(places,
                    g_strdup_printf("%s in %s", results->dataset->services.names[gap->service],
                                    results->dataset->areas[gap->area].name));
  }
  if (places->len == 0)
    return NULL;
  g_autofree char *list = refnet_words_list((const char *const *)places->pdata, places->len, 0);
  return g_strdup_printf("Could you offer, or bring people to, %s? What would it take?", list);
}

static char *ask_overlap(const RefnetReportResults *results) {
  g_autofree char *names = same_offer(results);
  return names ? g_strdup_printf("Do you meet with %s, who list the same, and do you agree who "
                                 "serves whom?",
                                 names)
               : NULL;
}

static char *ask_meet(const RefnetReportResults *results) {
  g_autofree char *names = refnet_report_suggested(results);
  return g_strdup_printf("%s%s%sho else should we be meeting with? Note every name in "
                         "nominations.csv.",
                         names ? "Would you like to meet " : "", names ? names : "",
                         names ? "? And w" : "W");
}

gboolean refnet_report_one_visit(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  const RefnetReportFormatWriter *format = report->writer.format;
  (void)error;
  refnet_report_say_lead(report, g_strdup("Questions to ask there, with room for the answers in "
                                          "the sheets."));
  format->findings_begin(report->writer.state, REFNET_FINDINGS_NUMBERED);
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
  format->findings_end(report->writer.state);
  return TRUE;
}
