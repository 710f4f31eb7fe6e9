/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which sectors refer to which. */
#ifndef REFNET_ANALYSIS_NETWORK_MIXING_H
#define REFNET_ANALYSIS_NETWORK_MIXING_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

/* Fills summary->mixing from its network. O(arcs + pairs log pairs) for the pairs of sectors that
 * have an arc. */
void refnet_mixing_count(RefnetSummary *summary);

G_END_DECLS

#endif
