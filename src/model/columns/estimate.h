/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers that people only know roughly: "~20", "10-15", "<5", "11+", "more than 20 a year". */
#ifndef REFNET_MODEL_COLUMNS_ESTIMATE_H
#define REFNET_MODEL_COLUMNS_ESTIMATE_H

#include <glib.h>

G_BEGIN_DECLS

/* About so many; the middle of a range, rounded down, where "<5" is 1 to 4; at least so many.
 * FALSE: the text says nothing of that kind. "20" alone does, too. O(length). */
gboolean refnet_estimate_parse(const char *text, guint64 *count);

G_END_DECLS

#endif
