/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/one/subject.h"

const RefnetOrganization *refnet_report_one_organization(const RefnetReportResults *results) {
  return refnet_network_organization(results->network, results->subject);
}

guint32 refnet_report_one_index(const RefnetReportResults *results) {
  return results->network->organization[results->subject];
}

gboolean refnet_report_one_is(const RefnetReportResults *results, guint32 organization) {
  for (guint i = 0; i < results->rows->len; i++)
    if (g_array_index(results->rows, guint32, i) == organization)
      return TRUE;
  return FALSE;
}

gboolean refnet_report_one_is_among(const RefnetReportResults *results,
                                    RefnetIndexList organizations) {
  for (guint32 i = 0; i < organizations.length; i++)
    if (refnet_report_one_is(results, organizations.items[i]))
      return TRUE;
  return FALSE;
}

const char *refnet_report_one_label(const RefnetReportResults *results) {
  return refnet_organization_label(refnet_report_one_organization(results));
}
