/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many ties are without a contact in a year, drawn many times over. */
#ifndef REFNET_ANALYSIS_RISKS_SIMULATION_H
#define REFNET_ANALYSIS_RISKS_SIMULATION_H

#include "analysis/risks/holders.h"

G_BEGIN_DECLS

/* In each draw every person leaves or stays, once for all ties: drawing ties would miss that ties
 * of one person go together, and understate the spread. Writes to lost[i] the assessed ties without
 * a contact in draw i, those without one today included. The same seed gives the same draws,
 * whether or not a second thread counts while the first draws. O(draws · (people + holders) / 64),
 * both with a small factor. */
gboolean refnet_simulate_losses(const RefnetHolders *holders, guint32 draws, guint64 seed,
                                guint64 *lost, GError **error);

G_END_DECLS

#endif
