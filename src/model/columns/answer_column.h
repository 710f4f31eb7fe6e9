/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Columns of a list of links that say whether there is one: "Do you refer? (yes/no)". */
#ifndef REFNET_MODEL_COLUMNS_ANSWER_COLUMN_H
#define REFNET_MODEL_COLUMNS_ANSWER_COLUMN_H

#include <glib.h>

G_BEGIN_DECLS

/* Does the header ask whether, or how often, the first organization of a row refers to the second?
 * Nothing else may be in it: "Was the referral accepted?" asks for something else. O(length ·
 * words). */
gboolean refnet_header_asks_for_link(const char *header);
/* The same the other way round: "Do they refer to you?", "Receives referrals from". */
gboolean refnet_header_asks_for_link_back(const char *header);

G_END_DECLS

#endif
