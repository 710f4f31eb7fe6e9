/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The providers of one service nearest to an area. */
#ifndef REFNET_ANALYSIS_GAPS_NEAREST_H
#define REFNET_ANALYSIS_GAPS_NEAREST_H

#include <refnet/analysis.h>

#include "analysis/supply/providers.h"

G_BEGIN_DECLS

#define REFNET_NEAREST_MOST 3

/* Where the providers of one service can be found: a provider's own coordinates, or the areas it
 * serves when it has none. Made anew for each service; the memory is kept. */
typedef struct RefnetSupplyPoints RefnetSupplyPoints;

RefnetSupplyPoints *refnet_supply_points_new(const RefnetProviders *providers);
void refnet_supply_points_free(RefnetSupplyPoints *points);

/* Looks from now on at the providers of `service`. O(their offers and the areas of these). */
gboolean refnet_supply_points_set(RefnetSupplyPoints *points, guint32 service, GError **error);

/* Does the provider come into question? */
typedef gboolean (*RefnetWanted)(guint32 provider, gconstpointer data);

/* Fills `nearest` with at most `most` of the wanted providers (`wanted` NULL: all) nearest to
 * `area`, nearest first, equal distances by id; those without a distance come last. Returns how
 * many. O(points), and O(most) for each that is nearer than those before. */
guint32 refnet_supply_points_nearest(const RefnetSupplyPoints *points, guint32 area,
                                     RefnetWanted wanted, gconstpointer data,
                                     RefnetNearest *nearest, guint32 most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetSupplyPoints, refnet_supply_points_free)

G_END_DECLS

#endif
