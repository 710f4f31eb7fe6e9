/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers that people only know roughly: "~20", "10-15", "<5", "11+", "more than 20 a year". */
#ifndef REFNET_MODEL_COLUMNS_ESTIMATE_H
#define REFNET_MODEL_COLUMNS_ESTIMATE_H

#include <glib.h>

G_BEGIN_DECLS

/* About so many; the middle of a range, rounded down, where "<5" is 1 to 4; at least so many.
 * FALSE: the text says nothing of that kind. "20" alone does, too. O(length). */
gboolean refnet_estimate_parse(const char *text, guint64 *count);
/* Does it say that the number is of a year: "120/yr", "120 per year"? O(length). */
gboolean refnet_estimate_is_of_a_year(const char *text);
/* Past "about", "approx.", "~" and the like, where the text begins so. O(length). */
const char *refnet_estimate_skip_about(const char *text);

G_END_DECLS

#endif
