/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The organization that a report is about. */
#ifndef REFNET_REPORT_ONE_SUBJECT_H
#define REFNET_REPORT_ONE_SUBJECT_H

#include "report/telling/results.h"

G_BEGIN_DECLS

/* The organization that the report is about, its number in the dataset, and what it is called. */
const RefnetOrganization *refnet_report_one_organization(const RefnetReportResults *results);
guint32 refnet_report_one_index(const RefnetReportResults *results);
const char *refnet_report_one_label(const RefnetReportResults *results);

/* Is that row of the list it, or surely one with it? Is one of them? */
gboolean refnet_report_one_is(const RefnetReportResults *results, guint32 organization);
gboolean refnet_report_one_is_among(const RefnetReportResults *results,
                                    RefnetIndexList organizations);

G_END_DECLS

#endif
