/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands before the first section: whose report it is, of when, from how much. */
#ifndef REFNET_REPORT_TELLING_FRONT_H
#define REFNET_REPORT_TELLING_FRONT_H

#include "report/telling/say.h"

G_BEGIN_DECLS

gboolean refnet_report_write_front(const RefnetReport *report, GError **error);

G_END_DECLS

#endif
