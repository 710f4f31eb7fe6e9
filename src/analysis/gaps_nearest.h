/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The providers of one service nearest to an area. */
#ifndef REFNET_ANALYSIS_GAPS_NEAREST_H
#define REFNET_ANALYSIS_GAPS_NEAREST_H

#include <refnet/analysis.h>

#include "analysis/providers.h"

G_BEGIN_DECLS

#define REFNET_NEAREST_MOST 3

/* Where the providers of one service can be found: a provider's own coordinates, or the areas it
 * serves when it has none. Made anew for each service; the memory is kept. */
typedef struct RefnetSupplyPoints RefnetSupplyPoints;

RefnetSupplyPoints *refnet_supply_points_new(const RefnetProviders *providers);
void refnet_supply_points_free(RefnetSupplyPoints *points);

/* Looks from now on at the providers of `service`. O(their offers and the areas of these). */
gboolean refnet_supply_points_set(RefnetSupplyPoints *points, guint32 service, GError **error);

/* Fills `nearest` with the providers nearest to `area`, nearest first, equal distances by id,
 * leaving out the provider `except` (or REFNET_NONE); those without a distance come last. Returns
 * how many. O(points). */
guint32 refnet_supply_points_nearest(const RefnetSupplyPoints *points, guint32 area, guint32 except,
                                     RefnetNearest nearest[REFNET_NEAREST_MOST]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetSupplyPoints, refnet_supply_points_free)

G_END_DECLS

#endif
