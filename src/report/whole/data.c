/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sheets behind the report: every row accounted for, and what is worth mending. */
#include "present/description/description.h"
#include "present/wording/words.h"
#include "report/whole/sections.h"

static char *accounting(const RefnetDataset *dataset) {
  guint64 read = 0, rejected = 0;
  for (guint32 i = 0; i < dataset->file_count; i++) {
    read += dataset->files[i].rows.read;
    rejected += dataset->files[i].rows.rejected;
  }
  g_autofree char *rows = refnet_words_count(read, "row was", "rows were");
  g_autofree char *files = refnet_words_count(dataset->file_count, "sheet", "sheets");
  g_autofree char *out = refnet_words_count(rejected, "of them", "of them");
  char *text = rejected == 0
                   ? g_strdup_printf("%s read from %s, and all could be used.", rows, files)
                   : g_strdup_printf("%s read from %s; %s could not be used.", rows, files, out);
  return refnet_words_capital(text);
}

gboolean refnet_report_data(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  (void)error;
  g_autoptr(RefnetDescription) description =
      refnet_describe_check(results->dataset, &results->options->wording);
  refnet_report_say_lead(report, accounting(results->dataset));
  refnet_report_say(report, g_strdup(results->options->filters));
  refnet_report_say_table(report, description, &(RefnetReportList){.key = "files"});
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "findings",
                                             .style = REFNET_FINDINGS_CHECKLIST,
                                             .when_empty = "Nothing to mend was found."});
  return TRUE;
}
