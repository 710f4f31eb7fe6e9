/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two-step floating catchment areas: capacity shared among the areas it reaches, by demand. */
#ifndef REFNET_ANALYSIS_GAPS_CATCHMENT_H
#define REFNET_ANALYSIS_GAPS_CATCHMENT_H

#include <refnet/analysis.h>

#include "analysis/supply/service_supply.h"

G_BEGIN_DECLS

/* Step 1: each supply point j shares its capacity among the people in need that it reaches,
 * R_j = S_j / Σ_k D_k W(k, j). Step 2: an area has A_i = Σ_j R_j W(i, j) for each of its people. So
 * Σ A_i D_i = Σ S_j over the points that reach any demand (Luo & Wang 2003). W is 1 in the areas a
 * point lists; a radius adds areas whose point is within it of the provider (of its areas, where it
 * has no coordinates), with a weight that may fall with distance. */
typedef struct RefnetCatchment RefnetCatchment;

/* `radius` in km; 0: listed areas only. O(areas). */
RefnetCatchment *refnet_catchment_new(const RefnetDataset *dataset, double radius,
                                      RefnetDecay decay, GError **error);
void refnet_catchment_free(RefnetCatchment *catchment);

/* Computes both steps for one service. `demand` has people a year by area, 0 where there is none or
 * it is not known. O(areas + points reaching them); with a radius O(areas with demand · points). */
gboolean refnet_catchment_set(RefnetCatchment *catchment, const RefnetServiceSupply *supply,
                              const double *demand, GError **error);

/* A of an area; NaN: no demand there, nothing reaches it, or the capacity of what does is unknown.
 * O(1). */
double refnet_catchment_access(const RefnetCatchment *catchment, guint32 area);
/* Σ_k D_k W(k, j) of a supply point. O(1). */
double refnet_catchment_demand_reached(const RefnetCatchment *catchment, guint32 point);

/* The weight of an area `km` away. */
double refnet_decay_weight(RefnetDecay decay, double km, double radius);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetCatchment, refnet_catchment_free)

G_END_DECLS

#endif
