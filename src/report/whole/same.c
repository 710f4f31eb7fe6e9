/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows that are probably one organisation, and services listed by more than one. */
#include "present/description/description.h"
#include "present/overview/headlines.h"
#include "report/whole/sections.h"

gboolean refnet_report_same(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  (void)error;
  g_autoptr(RefnetDescription) description =
      refnet_describe_duplicates(results->duplicates, &results->options->wording);
  char *records = refnet_headline_records(results->duplicates);
  refnet_report_say_lead(report, records ? records
                                         : g_strdup("No two rows of the list look like the same "
                                                    "organisation."));
  refnet_report_say_introduction(report, description, 0);
  if (results->duplicates->record_count > 0)
    refnet_report_say_list(report, description,
                           &(RefnetReportList){.key = "records",
                                               .style = REFNET_FINDINGS_CHECKLIST,
                                               .by_sentence = TRUE});
  if (results->dataset->services.length == 0)
    return TRUE;
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "services",
                                             .style = REFNET_FINDINGS_NUMBERED,
                                             .no_figures = TRUE,
                                             .most = REFNET_REPORT_FEW});
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "groups",
                                             .style = REFNET_FINDINGS_NUMBERED,
                                             .no_figures = TRUE,
                                             .most = REFNET_REPORT_FEW});
  return TRUE;
}
