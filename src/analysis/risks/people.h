/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What rests on each person who holds a tie. */
#ifndef REFNET_ANALYSIS_RISKS_PEOPLE_H
#define REFNET_ANALYSIS_RISKS_PEOPLE_H

#include <refnet/analysis.h>

#include "analysis/risks/holders.h"
#include "base/pool.h"

G_BEGIN_DECLS

/* One entry for everybody who holds a tie, gravest first: most ties left without a contact, then
 * greatest importance (compared to 1e-9), then `rank` (by person). The array is the caller's, lists
 * are the pool's. NULL with REFNET_ERROR_INTERNAL without memory. O(holders + contacts + P log P).
 */
RefnetPersonRisk *refnet_people_new(const RefnetHolders *holders, const guint32 *rank,
                                    RefnetPool *pool, guint32 *count, GError **error);

G_END_DECLS

#endif
