/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of needs.csv by service and area. */
#ifndef REFNET_ANALYSIS_DEMAND_H
#define REFNET_ANALYSIS_DEMAND_H

#include <refnet/model.h>

G_BEGIN_DECLS

typedef struct {
  const RefnetDataset *dataset;
  guint32 *rows;  /* of needs, by service, then area */
  guint32 *start; /* by service: rows[start[s]] … rows[start[s+1] − 1] */
} RefnetDemand;

/* O(rows log rows); NULL with REFNET_ERROR_INTERNAL when memory ran out. */
RefnetDemand *refnet_demand_new(const RefnetDataset *dataset, GError **error);
void refnet_demand_free(RefnetDemand *demand);

/* People a year who need the service in the area: the row without a population, else the sum of the
 * others. NaN: no row, or a blank among those that count. O(log rows). */
double refnet_demand_total(const RefnetDemand *demand, guint32 area, guint32 service);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetDemand, refnet_demand_free)

G_END_DECLS

#endif
