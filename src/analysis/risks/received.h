/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many people are referred to an organization, against how many it has room for. */
#ifndef REFNET_ANALYSIS_RISKS_RECEIVED_H
#define REFNET_ANALYSIS_RISKS_RECEIVED_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* People referred to `vertex` in the year up to as_of (UNKNOWN: ever), rows without a date among
 * them, and how many these make. NaN when the dataset counts no referrals. O(rows of its arcs). */
double refnet_received_in_a_year(const RefnetNetwork *network, guint32 vertex, RefnetDate as_of,
                                 double *undated);

/* People a year: what organizations.csv says, else all offers together when each says how many;
 * NaN: unknown. O(offers). */
double refnet_capacity_of(const RefnetDataset *dataset, guint32 organization);

G_END_DECLS

#endif
