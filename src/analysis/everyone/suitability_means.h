/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What candidates have of each term on average: it stands in where that is not known of one. */
#ifndef REFNET_ANALYSIS_EVERYONE_SUITABILITY_MEANS_H
#define REFNET_ANALYSIS_EVERYONE_SUITABILITY_MEANS_H

#include "analysis/everyone/fitting.h"

G_BEGIN_DECLS

/* The means of `scores` over the candidates of that vertex, which is of the kind that asks. O(its
 * ties); where some candidates lack what others have, O(statements · lists) for all who say the
 * same of the term, and O(n) where that is what tells how near they are to one who has coordinates.
 */
void refnet_suitability_take_means(RefnetSuitability *suitability, guint32 vertex);

G_END_DECLS

#endif
