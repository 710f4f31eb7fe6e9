/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How readily organizations of two sectors work together, as the network shows it. */
#ifndef REFNET_ANALYSIS_WHO_ELSE_SECTORS_H
#define REFNET_ANALYSIS_WHO_ELSE_SECTORS_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* Ties and pairs of the organizations of one sector with those of each. */
typedef struct {
  guint32 sector;
  guint64 *ties, *pairs; /* by sector */
  double rate;           /* ties / pairs of the whole network */
  double *propensity;    /* by sector: rate of ties among these pairs, drawn to that of the network
                            where pairs are few, over the largest; 0 … 1 */
} RefnetSectorTies;

/* NULL with REFNET_ERROR_INTERNAL when memory ran out. O(n + ties of the sector). */
RefnetSectorTies *refnet_sector_ties_new(const RefnetNetwork *network, guint32 sector,
                                         GError **error);
/* The same of all sectors, by number; freed with g_ptr_array_unref. O(sectors · n + ties). */
GPtrArray *refnet_sector_ties_all(const RefnetNetwork *network, GError **error);
void refnet_sector_ties_free(RefnetSectorTies *ties);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetSectorTies, refnet_sector_ties_free)

G_END_DECLS

#endif
