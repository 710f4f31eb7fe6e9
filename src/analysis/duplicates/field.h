/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who offers what in a dataset, and what lies between those who do: what overlaps are judged by. */
#ifndef REFNET_ANALYSIS_DUPLICATES_FIELD_H
#define REFNET_ANALYSIS_DUPLICATES_FIELD_H

#include <refnet/analysis.h>

#include "analysis/supply/demand.h"
#include "analysis/supply/providers.h"
#include "analysis/supply/service_supply.h"
#include "base/pool.h"

G_BEGIN_DECLS

typedef struct {
  const RefnetNetwork *network;
  RefnetPool *pool; /* of the result, borrowed */
  RefnetProviders *providers;
  RefnetDemand *demand;
  RefnetServiceSupply *supply; /* of the provider at hand */
  guint32 *community;          /* by vertex; NULL: not looked for */
} RefnetServiceField;

/* O(vertices + offers + needs), and what it takes to find rows that surely are one organization. */
gboolean refnet_service_field_init(RefnetServiceField *field, const RefnetNetwork *network,
                                   RefnetPool *pool, GError **error);
void refnet_service_field_clear(RefnetServiceField *field);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetServiceField, refnet_service_field_clear)

/* Looks for communities, with seed 1, where there are ties. */
gboolean refnet_service_field_find_communities(RefnetServiceField *field, GError **error);

/* Whether two providers are in one community; unknown where one has no ties, or communities have
 * not been looked for. */
RefnetTri refnet_service_field_one_community(const RefnetServiceField *field, guint32 a, guint32 b);

/* Says what lies between two providers: `connected`, `shared_people`, `go_betweens`.
 * O(contacts + degrees of both, sorted). FALSE: no memory. */
gboolean refnet_service_field_relate(const RefnetServiceField *field, guint32 a, guint32 b,
                                     RefnetServiceOverlap *overlap);

/* A service in an area that several offer. */
typedef struct {
  RefnetCell cell;
  RefnetIndexList populations; /* whom all of them serve there; empty: not all say */
} RefnetSharedCell;

/* What is needed in the cells (by service, area) by those whom all serve there, what the providers
 * have for them, and what follows; `unclear`: not all say for whom. O(cells · rows of needs +
 * offers). FALSE: no memory. */
gboolean refnet_service_field_judge(const RefnetServiceField *field, const RefnetSharedCell *cells,
                                    guint32 cell_count, const guint32 *providers, guint32 count,
                                    gboolean unclear, RefnetSharedSupply *shared);

/* Orders what the figures settle before what they leave open, then by people in need of it. */
int refnet_shared_supply_order(const RefnetSharedSupply *a, const RefnetSharedSupply *b);

G_END_DECLS

#endif
