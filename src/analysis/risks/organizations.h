/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What rests on each organization, and what may make it fail. */
#ifndef REFNET_ANALYSIS_RISKS_ORGANIZATIONS_H
#define REFNET_ANALYSIS_RISKS_ORGANIZATIONS_H

#include <refnet/analysis.h>

#include "analysis/network/structure.h"
#include "analysis/risks/holders.h"
#include "base/pool.h"

G_BEGIN_DECLS

/* Fills risks->organizations, gravest first: articulation, how many are cut off, Σq of its ties, a
 * single contact, then the lower number. Needs risks->ties in the network's order. Lists are the
 * pool's. O(n log n + ties + contacts), and the lists of those cut off. */
gboolean refnet_organizations_assess(RefnetRisks *risks, const RefnetHolders *holders,
                                     const RefnetStructure *structure, RefnetDate as_of,
                                     RefnetPool *pool, GError **error);

G_END_DECLS

#endif
