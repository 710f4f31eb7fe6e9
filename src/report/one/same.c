/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who lists the same as an organization. */
#include "present/description/description.h"
#include "report/one/sections.h"
#include "report/one/subject.h"

static gboolean is_own_record(gconstpointer data, guint32 row) {
  const RefnetReportResults *results = data;
  return refnet_report_one_is_among(results, results->duplicates->records[row].organizations);
}

static gboolean is_own_overlap(gconstpointer data, guint32 row) {
  const RefnetReportResults *results = data;
  RefnetIndexList pair = {results->duplicates->services[row].organizations, 2};
  return refnet_report_one_is_among(results, pair);
}

static gboolean is_own_group(gconstpointer data, guint32 row) {
  const RefnetReportResults *results = data;
  return refnet_report_one_is_among(results, results->duplicates->groups[row].organizations);
}

GArray *refnet_report_one_overlaps(const RefnetReportResults *results) {
  GArray *others = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 0; i < results->duplicates->service_count; i++) {
    const guint32 *pair = results->duplicates->services[i].organizations;
    if (is_own_overlap(results, i))
      g_array_append_val(others, pair[refnet_report_one_is(results, pair[0])]);
  }
  return others;
}

gboolean refnet_report_one_same(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  g_autoptr(RefnetDescription) description =
      refnet_describe_duplicates(results->duplicates, &results->options->wording);
  (void)error;
  refnet_description_keep_rows(description, "records", is_own_record, results);
  refnet_description_keep_rows(description, "services", is_own_overlap, results);
  refnet_description_keep_rows(description, "groups", is_own_group, results);
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "records",
                                             .style = REFNET_FINDINGS_CHECKLIST,
                                             .by_sentence = TRUE,
                                             .when_empty = "No other row of the list looks like "
                                                           "them."});
  if (!refnet_dataset_services_known(results->dataset, refnet_report_one_index(results))) {
    refnet_report_say(report, g_strdup("They list no services, so nobody can be found who offers "
                                       "the same."));
    return TRUE;
  }
  refnet_report_say_list(
      report, description,
      &(RefnetReportList){.key = "services",
                          .heading = "The same services, listed by another organisation",
                          .style = REFNET_FINDINGS_NUMBERED,
                          .no_figures = TRUE,
                          .most = REFNET_REPORT_FEW,
                          .when_empty =
                              "We found nobody who lists much the same in the same areas."});
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "groups",
                                             .style = REFNET_FINDINGS_NUMBERED,
                                             .no_figures = TRUE,
                                             .most = REFNET_REPORT_FEW});
  return TRUE;
}
