/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a report is made of: the results of all analyses that it tells. */
#ifndef REFNET_REPORT_TELLING_RESULTS_H
#define REFNET_REPORT_TELLING_RESULTS_H

#include <refnet/report.h>

G_BEGIN_DECLS

enum {
  REFNET_REPORT_DUE_DAYS = 91, /* a quarter ahead */
  REFNET_REPORT_CADENCE = 3,   /* months between check-ins */
  REFNET_REPORT_FINDINGS = 10, /* of each list, unless told otherwise */
  REFNET_REPORT_FEW = 5        /* of those that few will read to the end */
};

typedef struct {
  const RefnetNetwork *network;
  const RefnetDataset *dataset;
  const RefnetReportOptions *options;
  guint32 subject; /* the vertex that it is about; REFNET_NONE: the whole network */
  GArray *rows;  /* guint32, organizations: its row and those that surely are it, too, any of which
                    may stand for all in findings; NULL of the whole network */
  GArray *areas; /* guint32, ascending: where it works, by its own list and those of its offers;
                    NULL of the whole network */
  RefnetGapOptions gap_options;
  RefnetSummary *summary;   /* NULL of one organization, as plan and ties */
  RefnetMeasures *measures; /* of one organization only, which the others in its map have, too */
  RefnetGaps *gaps;
  RefnetRisks *risks;
  RefnetCheckIns *check_ins;
  RefnetDuplicates *duplicates;
  RefnetWhoElse *who_else;
  RefnetMeetingPlan *plan;
  RefnetChanges *changes; /* NULL: there is nothing to compare with */
  RefnetTiesToMake *ties; /* NULL: there are too many members to compare every two */
} RefnetReportResults;

/* Runs all analyses that the report needs. Near-linear in what they find and read. */
gboolean refnet_report_results_init(RefnetReportResults *results, const RefnetNetwork *network,
                                    const RefnetReportOptions *options, GError **error);
void refnet_report_results_clear(RefnetReportResults *results);

G_END_DECLS

#endif
