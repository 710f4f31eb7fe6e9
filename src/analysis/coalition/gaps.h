/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a coalition's members leave open: services, area by area, and who could fill them. */
#ifndef REFNET_ANALYSIS_COALITION_GAPS_H
#define REFNET_ANALYSIS_COALITION_GAPS_H

#include "analysis/coalition/coverage.h"
#include "analysis/coalition/sides.h"

G_BEGIN_DECLS

/* A cell of the coverage with the same number. */
typedef struct {
  guint32 area, service;
  RefnetReasonKind kind; /* NEW_SERVICE, MORE_CAPACITY or SECOND_PROVIDER */
} RefnetOpenCell;

/* Demand is known somewhere: gaps are people a year. O(needs). */
gboolean refnet_needs_known(const RefnetDataset *dataset);

/* Adds a cell of people a year for each area and service with a known demand that members' capacity
 * doesn't meet (two-step catchment, Luo & Wang 2003, members' supply alone; any blank capacity: not
 * known, no cell). Without known needs: 1 for a service that somebody offers in an area and no
 * member does, .5 where one member does. Candidates cover min(1, their capacity there / what is
 * open), 1 where it is blank. `open` gets a RefnetOpenCell each; the coverage is empty before.
 * O(offers · areas + needs · log). */
gboolean refnet_coalition_gaps_add(const RefnetCoalitionSides *sides, RefnetCoverage *coverage,
                                   GArray *open, GError **error);

G_END_DECLS

#endif
