/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a report is made of: the results of all analyses, and the sections that tell them. */
#ifndef REFNET_REPORT_CONTENT_H
#define REFNET_REPORT_CONTENT_H

#include <refnet/report.h>

#include "report/writer.h"

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
  GArray *rows;    /* guint32, organizations: its row and those that surely are it, too, any of which
                      may stand for all in findings; NULL of the whole network */
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
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetReportResults, refnet_report_results_clear)

/* A document in the making. */
typedef struct {
  RefnetReportResults results;
  RefnetReportWriter writer;
  const RefnetReportSection *sections; /* that it has */
  guint section_count;
} RefnetReport;

/* As refnet_report_write, in any format. */
gboolean refnet_report_write_as(const RefnetNetwork *network,
                                const RefnetReportFormatWriter *format,
                                const RefnetReportOptions *options, RefnetOutput *output,
                                GError **error);


/* What goes before the first section. */
void refnet_report_write_front(const RefnetReport *report);

/* The first few whom to meet, in words; NULL: nobody. Caller frees. */
char *refnet_report_suggested(const RefnetReportResults *results);

/* The sections, one file each or two. Each writes the whole of what its heading promises; without
 * the data for it, one sentence that says what to fill in. */
gboolean refnet_report_in_short(const RefnetReport *report, GError **error);
gboolean refnet_report_unknown(const RefnetReport *report, GError **error);
gboolean refnet_report_changes(const RefnetReport *report, GError **error);
gboolean refnet_report_network(const RefnetReport *report, GError **error);
gboolean refnet_report_gaps(const RefnetReport *report, GError **error);
gboolean refnet_report_rests(const RefnetReport *report, GError **error);
gboolean refnet_report_due(const RefnetReport *report, GError **error);
gboolean refnet_report_same(const RefnetReport *report, GError **error);
gboolean refnet_report_meet(const RefnetReport *report, GError **error);
gboolean refnet_report_agenda(const RefnetReport *report, GError **error);
gboolean refnet_report_data(const RefnetReport *report, GError **error);
gboolean refnet_report_method(const RefnetReport *report, GError **error);
gboolean refnet_report_words(const RefnetReport *report, GError **error);

G_END_DECLS

#endif
