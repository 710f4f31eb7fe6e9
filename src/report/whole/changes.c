/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What changed since an older dataset: what makes the two hard to compare, what works, what to look
 * at. */
#include "present/description/description.h"
#include "report/whole/sections.h"

static void say_sentences(const RefnetReport *report, const RefnetDescription *description) {
  const RefnetReportFormatWriter *format = report->format;
  const GPtrArray *sentences = description->introduction;
  format->findings_begin(report->state, REFNET_FINDINGS_BULLETS);
  for (guint i = 0; i < sentences->len; i++)
    refnet_report_say_finding(report, NULL, g_strdup(g_ptr_array_index(sentences, i)), NULL);
  format->findings_end(report->state);
}

gboolean refnet_report_changes(const RefnetReport *report, GError **error) {
  static const char *const lists[] = {"organizations.added",
                                      "organizations.removed",
                                      "organizations.renamed",
                                      "ties.two_way",
                                      "ties.added",
                                      "ties.removed",
                                      "ties.stronger",
                                      "ties.weaker",
                                      "gaps.closed",
                                      "gaps.opened",
                                      "risks.down",
                                      "risks.up"};
  (void)error;
  if (!report->results.changes) {
    refnet_report_say_lead(report, g_strdup("There is no older dataset to compare with; give last "
                                            "year's with --compare-with."));
    return TRUE;
  }
  g_autoptr(RefnetDescription) description =
      refnet_describe_compare(report->results.changes, &report->results.options->wording);
  say_sentences(report, description);
  for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
    refnet_report_say_list(report, description,
                           &(RefnetReportList){.key = lists[i],
                                               .style = REFNET_FINDINGS_BULLETS,
                                               .most = REFNET_REPORT_FEW,
                                               .by_sentence = TRUE});
  refnet_report_say_table(report, description,
                          &(RefnetReportList){.key = "measures", .without = {"reason"}});
  return TRUE;
}
