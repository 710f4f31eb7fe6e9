/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The supply of one service: who offers it, where, to whom and how much of it. */
#ifndef REFNET_ANALYSIS_SUPPLY_SERVICE_SUPPLY_H
#define REFNET_ANALYSIS_SUPPLY_SERVICE_SUPPLY_H

#include "analysis/supply/providers.h"

G_BEGIN_DECLS

/* A row of services.csv, or a service listed in organizations.csv. Rows of records that are one
 * organization and offer the service in a common area are one point. */
typedef struct {
  guint32 provider;
  RefnetIndexList areas;
  RefnetIndexList populations; /* empty: unknown */
  double capacity;             /* people a year; NaN: unknown */
} RefnetSupply;

/* Made anew for each service; the memory is kept. */
typedef struct {
  const RefnetProviders *providers;
  guint32 service;
  RefnetSupply *points; /* by provider */
  guint32 length;
  /* Points that reach area a, or a part of it: by_area[area_start[a]] … by_area[area_start[a+1] −
   * 1], rising. */
  guint32 *area_start; /* areas + 1 */
  guint32 *by_area;
  gsize point_capacity, by_area_capacity;
  guint32 *latest;  /* by area: point counted last */
  GPtrArray *owned; /* lists made for points of several rows */
} RefnetServiceSupply;

/* NULL with REFNET_ERROR_INTERNAL when memory ran out. O(areas). */
RefnetServiceSupply *refnet_service_supply_new(const RefnetProviders *providers, GError **error);
void refnet_service_supply_free(RefnetServiceSupply *supply);

/* Looks from now on at `service`. O(areas + the areas of its offers). */
gboolean refnet_service_supply_set(RefnetServiceSupply *supply, guint32 service, GError **error);

/* The points of one provider for `service` alone, in points[0] … points[length − 1]; areas are not
 * looked at. O(log offers of the service + offers of the provider). FALSE: no memory. */
gboolean refnet_service_supply_set_provider(RefnetServiceSupply *supply, guint32 service,
                                            guint32 provider);

/* Distinct providers in the area, rising, into `providers`, which has room for as many as points
 * reach the area, or is NULL. Returns how many. O(points there). */
guint32 refnet_service_supply_providers(const RefnetServiceSupply *supply, guint32 area,
                                        guint32 *providers);
/* Points that reach the area. O(1). */
guint32 refnet_service_supply_count(const RefnetServiceSupply *supply, guint32 area);
/* Point i of those that reach the area. O(1). */
const RefnetSupply *refnet_service_supply_at(const RefnetServiceSupply *supply, guint32 area,
                                             guint32 i);
/* The capacity of these points together, 0 without one; NaN: unknown. O(points there). */
double refnet_service_supply_capacity(const RefnetServiceSupply *supply, guint32 area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetServiceSupply, refnet_service_supply_free)

G_END_DECLS

#endif
