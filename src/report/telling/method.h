/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sections that every report ends with: what its figures assume, and the words it uses. */
#ifndef REFNET_REPORT_TELLING_METHOD_H
#define REFNET_REPORT_TELLING_METHOD_H

#include "report/telling/say.h"

G_BEGIN_DECLS

gboolean refnet_report_method(const RefnetReport *report, GError **error);
gboolean refnet_report_words(const RefnetReport *report, GError **error);

G_END_DECLS

#endif
