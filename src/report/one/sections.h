/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A report on one organization, to take along to a visit there: its sections, one file each, and
 * what the first and the last of them ask of the others. */
#ifndef REFNET_REPORT_ONE_SECTIONS_H
#define REFNET_REPORT_ONE_SECTIONS_H

#include "report/telling/places.h"
#include "report/telling/say.h"

G_BEGIN_DECLS

gboolean refnet_report_one_in_short(const RefnetReport *report, GError **error);
gboolean refnet_report_one_who(const RefnetReport *report, GError **error);
gboolean refnet_report_one_unknown(const RefnetReport *report, GError **error);
gboolean refnet_report_one_partners(const RefnetReport *report, GError **error);
gboolean refnet_report_one_gaps(const RefnetReport *report, GError **error);
gboolean refnet_report_one_rests(const RefnetReport *report, GError **error);
gboolean refnet_report_one_due(const RefnetReport *report, GError **error);
gboolean refnet_report_one_same(const RefnetReport *report, GError **error);
gboolean refnet_report_one_meet(const RefnetReport *report, GError **error);
gboolean refnet_report_one_visit(const RefnetReport *report, GError **error);

/* Partners with whom referrals go one way only: whom it refers to, then who refers to it, those
 * with most referrals first. Caller unrefs (guint32). */
GArray *refnet_report_one_way_partners(const RefnetReportResults *results);
/* How many relationships it has, which way they go. Caller frees. */
char *refnet_report_one_ties_sentence(const RefnetReportResults *results);
/* With whom referrals are recorded one way; NULL: with nobody. Caller frees. */
char *refnet_report_one_way_sentence(const RefnetReportResults *results);

/* Does the gap lie in that nobody else is listed? */
gboolean refnet_report_one_is_alone(const RefnetReportResults *results, const RefnetGap *gap);
/* The gaps that it could help close, where it works or next to that. */
RefnetReportPlaces refnet_report_one_chances(const RefnetReportResults *results);

/* What rests on it or on the names listed there; NULL: nothing does, or nobody is listed. */
const RefnetOrganizationRisk *refnet_report_one_risk(const RefnetReportResults *results);
/* Whether nobody is listed there who has not left. */
gboolean refnet_report_one_lacks_contact(const RefnetReportResults *results);
/* Calls and agreements due with it, without conversations about one-way referrals. */
guint refnet_report_one_calls(const RefnetReportResults *results);
/* Those who list the same services in the same areas, most like it first. Caller unrefs (guint32,
 * organizations). */
GArray *refnet_report_one_overlaps(const RefnetReportResults *results);

G_END_DECLS

#endif
