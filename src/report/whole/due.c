/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is due in the next quarter, to be ticked off. */
#include "present/description/description.h"
#include "present/overview/headlines.h"
#include "report/whole/sections.h"

enum { CALLS = 15 };

static char *lead(const RefnetReportResults *results) {
  RefnetDate by = results->options->wording.as_of + REFNET_REPORT_DUE_DAYS;
  char *due = refnet_headline_due(results->check_ins, by);
  g_autofree char *date = due ? NULL : refnet_date_words(by);
  return due ? due
             : g_strdup_printf("Nothing is due by %s, as far as dates are listed.",
                               date ? date : "then");
}

static gboolean has_calls(const RefnetCheckIns *check_ins) {
  return check_ins->due_count > check_ins->kind_counts[REFNET_DUE_RECIPROCITY];
}

gboolean refnet_report_due(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  static const char *const calls[] = {"check_ins", "renewals", "funding", "successors"};
  (void)error;
  g_autoptr(RefnetDescription) description =
      refnet_describe_check_ins(results->check_ins, &results->options->wording);
  if (has_calls(results->check_ins) || description->introduction->len == 0)
    refnet_report_say_lead(report, lead(results));
  refnet_report_say_introduction(report, description, 0);
  for (guint i = 0; i < G_N_ELEMENTS(calls); i++)
    refnet_report_say_list(report, description,
                           &(RefnetReportList){.key = calls[i],
                                               .style = REFNET_FINDINGS_CHECKLIST,
                                               .most = CALLS,
                                               .by_sentence = TRUE,
                                               .when_empty = ""});
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "reciprocity",
                                             .style = REFNET_FINDINGS_BULLETS,
                                             .most = REFNET_REPORT_FEW,
                                             .by_sentence = TRUE});
  return TRUE;
}
