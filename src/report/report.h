/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writing a report in a format of one's own. */
#ifndef REFNET_REPORT_REPORT_H
#define REFNET_REPORT_REPORT_H

#include <refnet/report.h>

#include "report/formats/writer.h"

G_BEGIN_DECLS

/* As refnet_report_write, in any format. */
gboolean refnet_report_write_as(const RefnetNetwork *network,
                                const RefnetReportFormatWriter *format,
                                const RefnetReportOptions *options, RefnetOutput *output,
                                GError **error);

G_END_DECLS

#endif
