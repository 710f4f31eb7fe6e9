/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sections of a report on the whole network, one file each. Each writes the whole of what its
 * heading promises; without the data for it, one sentence that says what to fill in. */
#ifndef REFNET_REPORT_WHOLE_SECTIONS_H
#define REFNET_REPORT_WHOLE_SECTIONS_H

#include "report/telling/say.h"

G_BEGIN_DECLS

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

G_END_DECLS

#endif
