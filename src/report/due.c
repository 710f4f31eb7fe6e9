/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is due in the next quarter, to be ticked off. */
#include "present/description.h"
#include "present/headlines.h"
#include "present/words.h"
#include "report/say.h"

enum { CALLS = 15 };

static char *lead(const RefnetReportResults *results) {
  RefnetDate by = results->options->wording.as_of + REFNET_REPORT_DUE_DAYS;
  char *due = refnet_headline_due(results->check_ins, by);
  g_autofree char *date = due ? NULL : refnet_date_words(by);
  return due ? due
             : g_strdup_printf("Nothing is due by %s, as far as dates are listed.",
                               date ? date : "then");
}

gboolean refnet_report_due(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  static const struct {
    const char *key, *without;
  } kinds[] = {
      {"check_ins", "label"}, {"renewals", NULL}, {"funding", NULL}, {"successors", "label"}};
  (void)error;
  g_autoptr(RefnetDescription) description =
      refnet_describe_check_ins(results->check_ins, &results->options->wording);
  gboolean has_nothing = results->check_ins->due_count == 0 && description->introduction->len > 0;
  if (!has_nothing)
    refnet_report_say_lead(report, lead(results));
  refnet_report_say_introduction(report, description, 0);
  for (guint i = 0; i < G_N_ELEMENTS(kinds) && results->check_ins->due_count > 0; i++)
    refnet_report_say_list(report, description,
                           &(RefnetReportList){.key = kinds[i].key,
                                               .style = REFNET_FINDINGS_CHECKLIST,
                                               .without = kinds[i].without,
                                               .most = CALLS,
                                               .capital = kinds[i].without != NULL});
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "reciprocity",
                                             .style = REFNET_FINDINGS_BULLETS,
                                             .most = REFNET_REPORT_FEW});
  return TRUE;
}
