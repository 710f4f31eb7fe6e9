/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is due with an organization. */
#include "present/description/description.h"
#include "present/wording/privacy.h"
#include "report/one/sections.h"
#include "report/one/subject.h"

static gboolean is_own_due(gconstpointer data, guint32 row) {
  const RefnetReportResults *results = data;
  const RefnetDue *due = &results->check_ins->due[row];
  return due->vertex == results->subject || due->partner == results->subject;
}

guint refnet_report_one_calls(const RefnetReportResults *results) {
  const RefnetCheckIns *check_ins = results->check_ins;
  guint count = 0;
  for (guint32 i = 0; i < check_ins->due_count; i++)
    count += check_ins->due[i].kind != REFNET_DUE_RECIPROCITY && is_own_due(results, i);
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
  static const char *const lists[] = {"check_ins", "renewals", "funding", "successors"};
  RefnetDate by = results->options->wording.as_of + REFNET_REPORT_DUE_DAYS;
  g_autofree char *date = refnet_date_words(by);
  g_autoptr(RefnetDescription) description =
      refnet_describe_check_ins(results->check_ins, &results->options->wording);
  (void)error;
  refnet_report_say(report, last_meeting(results));
  if (refnet_report_one_calls(results) == 0)
    refnet_report_say(report, g_strdup_printf("No call is due by %s, as far as dates are listed.",
                                              date ? date : "then"));
  for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
    refnet_description_keep_rows(description, lists[i], is_own_due, results);
    refnet_report_say_list(report, description,
                           &(RefnetReportList){.key = lists[i],
                                               .style = REFNET_FINDINGS_CHECKLIST,
                                               .by_sentence = TRUE,
                                               .when_empty = ""});
  }
  return TRUE;
}
