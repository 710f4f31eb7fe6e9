/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Headers that say that a column counts referrals: "Referrals per year", "Individuals referred". */
#ifndef REFNET_MODEL_COLUMNS_COUNT_HEADER_H
#define REFNET_MODEL_COLUMNS_COUNT_HEADER_H

#include <glib.h>

G_BEGIN_DECLS

/* Does it, by the header alone, which is no field's name? Not "Referral year" nor "Last referral",
 * which are dates, nor "Referrals received", which asks for the other direction. O(length). */
gboolean refnet_header_counts_referrals(const char *header);

/* "# Referred", "Number of clients sent": past the words that say that it is a count, inside the
 * header; NULL: none do, or nothing follows. */
const char *refnet_header_after_how_many(const char *header);

G_END_DECLS

#endif
