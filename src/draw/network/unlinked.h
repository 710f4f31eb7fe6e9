/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Networks without a relationship: their organizations in groups. */
#ifndef REFNET_DRAW_NETWORK_UNLINKED_H
#define REFNET_DRAW_NETWORK_UNLINKED_H

#include "draw/network/arrangement.h"

G_BEGIN_DECLS

/* Where nobody has a relationship and there are enough to be sorted: the isolates by sector, where
 * any is known, else by area, within each by name; sets a->groups. Of more than `most` groups the
 * small ones are one, as are those of fewer than three in any case. O(n log n). */
void refnet_unlinked_group(RefnetArrangement *a, guint32 most);

G_END_DECLS

#endif
