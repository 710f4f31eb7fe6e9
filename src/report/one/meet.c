/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom an organization should meet. */
#include "present/description/description.h"
#include "report/one/sections.h"
#include "report/one/subject.h"

gboolean refnet_report_one_meet(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  g_autoptr(RefnetDescription) description =
      refnet_describe_who_else(results->who_else, &results->options->wording);
  (void)error;
  if (results->who_else->suggestion_count > 0)
    refnet_report_say_lead(report, g_strdup_printf("Suggestions for %s, who is meant by \"you\".",
                                                   refnet_report_one_label(results)));
  refnet_report_say_who_counts(report);
  refnet_report_say_introduction(report, description, 1); /* the first asks the question */
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "suggestions",
                                             .style = REFNET_FINDINGS_NUMBERED,
                                             .without = {"score"},
                                             .most = REFNET_REPORT_FEW});
  return TRUE;
}
