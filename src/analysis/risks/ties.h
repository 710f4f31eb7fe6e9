/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How likely each tie is to be without a contact. */
#ifndef REFNET_ANALYSIS_RISKS_TIES_H
#define REFNET_ANALYSIS_RISKS_TIES_H

#include <refnet/analysis.h>

#include "analysis/network/structure.h"
#include "analysis/risks/holders.h"

G_BEGIN_DECLS

/* Fills risks->ties, in the order of the network's, and what is summed over them. O(holders). */
gboolean refnet_ties_assess(RefnetRisks *risks, const RefnetHolders *holders,
                            const RefnetStructure *structure, GError **error);
/* The same ties in another array, freed with g_free: lost first, then the likelier, bridges, and as
 * in the network; unknown last. NULL with REFNET_ERROR_INTERNAL without memory. O(ties). */
RefnetTieRisk *refnet_ties_sorted(const RefnetRisks *risks, GError **error);

G_END_DECLS

#endif
