/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Counts of referrals as people estimate them: "~20", "10-15", "<5", "twice a week". */
#ifndef REFNET_MODEL_COLUMNS_ROUGH_COUNT_H
#define REFNET_MODEL_COLUMNS_ROUGH_COUNT_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* What is meant by a cell that is no whole number: about so many; the middle of a range, rounded
 * down, where "<5" is 1 to 4; at least so many; 1 for a yes and for what is unknown, 0 for a no; 1
 * and `frequency` for how often (else UNKNOWN). FALSE: none of these. O(length · words). */
gboolean refnet_rough_count_parse(const char *text, guint64 *count, RefnetFrequency *frequency);

G_END_DECLS

#endif
