/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The findings that matter most, one sentence each: what works, then what touches most people. */
#include "present/compare/change_words.h"
#include "present/overview/headlines.h"
#include "present/who_else/named_sentences.h"
#include "report/telling/places.h"
#include "report/whole/sections.h"

enum { GAPS_NAMED = 2, MOST = 9 };

typedef struct {
  const char *name, *section;
  char *sentence;
} Headline;

typedef struct {
  Headline items[MOST];
  guint count;
} Headlines;

/* Takes `sentence`; NULL: there is nothing to say. */
static void add(Headlines *headlines, const char *name, const char *section, char *sentence) {
  if (sentence)
    headlines->items[headlines->count++] = (Headline){name, section, sentence};
}

/* The gaps with most people: they are in that order. Of a view none: others may offer it. */
static void add_gaps(Headlines *headlines, const RefnetGaps *gaps, const RefnetWording *wording) {
  RefnetReportPlaces places = refnet_report_places(gaps, NULL, NULL);
  if (gaps->network->filtered_out > 0)
    return;
  for (guint i = 0; i < MIN(places.count, GAPS_NAMED); i++)
    add(headlines, "A gap.", "gaps", refnet_headline_gap(gaps, places.gaps[i], wording));
}

static char *works(const RefnetReportResults *results) {
  g_autofree char *connected = refnet_headline_connected(results->summary);
  g_autofree char *met = refnet_headline_met(results->gaps);
  return connected && met ? g_strconcat(connected, " ", met, NULL)
         : connected      ? g_steal_pointer(&connected)
                          : g_steal_pointer(&met);
}

/* What came to work since the older dataset; NULL: nothing, or there is none. */
static char *changed(const RefnetReportResults *results) {
  const RefnetChanges *changes = results->changes;
  if (!changes)
    return NULL;
  g_autoptr(RefnetDescription) description = refnet_description_new(
      &results->options->wording, changes, results->dataset, results->network);
  refnet_change_say_what_works(description, changes);
  const GPtrArray *sentences = description->introduction;
  return sentences->len ? g_strdup(g_ptr_array_index(sentences, 0)) : NULL;
}

/* Whom to meet next; where nothing says who asks, whom partners named. */
static char *to_meet(const RefnetReportResults *results) {
  char *meet = refnet_headline_meet(results->who_else, &results->options->wording);
  return meet || results->who_else->filtered ? meet : refnet_who_else_also_named(results->who_else);
}

static void collect(Headlines *headlines, const RefnetReportResults *results) {
  const RefnetWording *wording = &results->options->wording;
  RefnetDate by = wording->as_of + REFNET_REPORT_DUE_DAYS;
  add(headlines, "What works.", "network", works(results));
  add(headlines, "What changed.", "changes", changed(results));
  add(headlines, "Services.", "gaps", refnet_headline_gaps(results->gaps, wording));
  add_gaps(headlines, results->gaps, wording);
  add(headlines, "To meet.", "meet", to_meet(results));
  add(headlines, "A few people.", "rests", refnet_headline_people(results->risks));
  add(headlines, "An only link.", "rests", refnet_headline_only_link(results->risks));
  add(headlines, "Calls.", "due", refnet_headline_due(results->check_ins, by));
}

gboolean refnet_report_in_short(const RefnetReport *report, GError **error) {
  const RefnetReportFormatWriter *format = report->format;
  Headlines headlines = {.count = 0};
  (void)error;
  if (report->results.network->vertices == 0) {
    refnet_report_say_lead(report, g_strdup("The filters leave no organisation; widen them."));
    return TRUE;
  }
  collect(&headlines, &report->results);
  if (headlines.count == 0) {
    refnet_report_say_lead(report, g_strdup("The sheets don't say enough yet for findings; what "
                                            "to fill in stands under What we don't know yet."));
    return TRUE;
  }
  format->findings_begin(report->state, REFNET_FINDINGS_NUMBERED);
  for (guint i = 0; i < headlines.count; i++)
    refnet_report_say_finding(report, headlines.items[i].name, headlines.items[i].sentence,
                              headlines.items[i].section);
  format->findings_end(report->state);
  return TRUE;
}
