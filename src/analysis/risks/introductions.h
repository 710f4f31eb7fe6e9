/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which contacts to add, and what each is worth. */
#ifndef REFNET_ANALYSIS_RISKS_INTRODUCTIONS_H
#define REFNET_ANALYSIS_RISKS_INTRODUCTIONS_H

#include <refnet/analysis.h>

#include "analysis/risks/holders.h"

G_BEGIN_DECLS

/* Fills risks->introductions: one at a time, at the organization where one more person, who leaves
 * with that organization's turnover and holds all its ties that have somebody at both ends, lowers
 * Σq most (compared to 1e-9; equal: the first). An organization may come again: with a third
 * person. `turnover` is by organization; organizations and Σq of `risks` are filled. Stops at 100,
 * or when nothing is gained. O(100 · n + ties + Σ degree of those chosen). */
gboolean refnet_introductions_find(const RefnetHolders *holders, const double *turnover,
                                   RefnetRisks *risks, GError **error);

/* Fills risks->missing. O(ties + n log n). */
gboolean refnet_missing_contacts_find(const RefnetHolders *holders, RefnetRisks *risks,
                                      GError **error);

G_END_DECLS

#endif
