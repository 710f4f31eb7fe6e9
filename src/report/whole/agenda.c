/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An agenda for the next meeting: questions that the findings raise, in the order in which they are
 * best asked, with what to decide. */
#include "present/description/response.h"
#include "present/overview/headlines.h"
#include "present/wording/words.h"
#include "report/telling/places.h"
#include "report/whole/sections.h"

enum { NAMED = 3 };

static char *ask_silent(const RefnetReportResults *results) {
  guint32 closed;
  g_autofree char *names = refnet_response_silent(results->network, NAMED, &closed);
  return names ? g_strdup_printf("Who asks %s for the answers still missing?", names) : NULL;
}

static char *confirm_records(const RefnetReportResults *results) {
  const RefnetDuplicates *duplicates = results->duplicates;
  if (duplicates->record_count == 0)
    return NULL;
  const RefnetRecordGroup *first = &duplicates->records[0];
  g_autofree char *names = refnet_words_organizations(results->dataset, first->organizations, 0);
  if (duplicates->record_count == 1)
    return g_strdup_printf("Are %s one organisation? Who confirms it?", names);
  g_autofree char *others =
      refnet_words_count(duplicates->record_count - 1, "other pair", "other pairs");
  return g_strdup_printf("Are %s one organisation, and %s like them? Who confirms it?", names,
                         others);
}

static char *close_gaps(const RefnetReportResults *results) {
  RefnetReportPlaces places = refnet_report_places(results->gaps, NULL, NULL);
  if (results->gaps->network->filtered_out > 0) /* others may offer it */
    return NULL;
  g_autofree char *words = refnet_report_places_words(results->dataset, &places);
  return words ? g_strdup_printf("Who could offer, or bring people to, %s? What would it take?",
                                 words)
               : NULL;
}

static char *spread_contacts(const RefnetReportResults *results) {
  g_autofree char *names = refnet_headline_introductions(results->risks);
  return names ? g_strdup_printf("Who else at %s should the partners know?", names) : NULL;
}

/* The first overlap of two who are not in touch. */
static char *agree_on_services(const RefnetReportResults *results) {
  const RefnetDuplicates *duplicates = results->duplicates;
  for (gsize i = 0; i < duplicates->service_count; i++) {
    const RefnetServiceOverlap *overlap = &duplicates->services[i];
    if (overlap->connected)
      continue;
    RefnetIndexList two = {overlap->organizations, 2};
    g_autofree char *names = refnet_words_organizations(results->dataset, two, 0);
    return g_strdup_printf("%s list the same services in the same areas%s who serves whom?", names,
                           results->network->ties > 0
                               ? " and are not in touch, as far as recorded: would they agree"
                               : ": do they meet, and would they agree");
  }
  return NULL;
}

static char *meet_others(const RefnetReportResults *results) {
  g_autofree char *names = refnet_headline_suggested(results->who_else);
  if (!names)
    return g_strdup("Who else should we be meeting with? Note every name, and who named it, in "
                    "nominations.csv.");
  const RefnetWhoElse *who_else = results->who_else;
  const RefnetNetwork *network = who_else->network;
  const RefnetPath *way = &who_else->suggestions[0].introduction;
  g_autofree char *introduction =
      way->length >= 2
          ? g_strdup_printf(" Would %s introduce us to %s?",
                            refnet_network_label(network, way->steps[0].vertex),
                            refnet_network_label(network, who_else->suggestions[0].vertex))
          : g_strdup("");
  return g_strdup_printf("Who else should we be meeting with? The data suggest %s.%s Note every "
                         "other name, and who named it, in nominations.csv.",
                         names, introduction);
}

static char *share_calls(const RefnetReportResults *results) {
  const gsize *counts = results->check_ins->kind_counts;
  gsize calls = counts[REFNET_DUE_CHECK_IN] + counts[REFNET_DUE_SUCCESSOR] +
                counts[REFNET_DUE_RENEWAL] + counts[REFNET_DUE_FUNDING];
  if (calls == 0)
    return NULL;
  g_autofree char *many = refnet_words_count(calls, "call is", "calls are");
  return g_strdup_printf("Who takes which call? %s on the list for this quarter.",
                         refnet_words_capital(many));
}

gboolean refnet_report_agenda(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  const RefnetReportFormatWriter *format = report->format;
  (void)error;
  refnet_report_say_lead(report, g_strdup("Questions that these findings raise, for those who are "
                                          "in the room to answer."));
  format->findings_begin(report->state, REFNET_FINDINGS_NUMBERED);
  refnet_report_say_finding(report, "Do we know enough?", ask_silent(results), "unknown");
  refnet_report_say_finding(report, "Is the list right?", confirm_records(results), "same");
  refnet_report_say_finding(report, "Where is help missing?", close_gaps(results), "gaps");
  refnet_report_say_finding(report, "Do we rely on one name?", spread_contacts(results), "rests");
  refnet_report_say_finding(report, "Who serves whom?", agree_on_services(results), "same");
  refnet_report_say_finding(report, "Who is not here yet?", meet_others(results), "meet");
  refnet_report_say_finding(report, "Who keeps in touch?", share_calls(results), "due");
  refnet_report_say_finding(report, "What next?",
                            g_strdup("When do we meet again, who updates the sheets until then, "
                                     "and what would we like to see changed?"),
                            NULL);
  format->findings_end(report->state);
  return TRUE;
}
