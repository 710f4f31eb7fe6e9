/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a person's leaving means by name: which ties, which organizations, which services. */
#ifndef REFNET_ANALYSIS_RISKS_DEPARTURES_H
#define REFNET_ANALYSIS_RISKS_DEPARTURES_H

#include <refnet/analysis.h>

#include "analysis/risks/holders.h"
#include "base/pool.h"

G_BEGIN_DECLS

/* Fills ties, cut_off and unreachable of `people`, for each as if nobody else left. Lists are the
 * pool's. FALSE with REFNET_ERROR_INTERNAL without memory. */
gboolean refnet_departures_find(const RefnetHolders *holders, RefnetPersonRisk *people,
                                guint32 count, RefnetPool *pool, GError **error);

/* Fills cut_off and cut_off_count; needs ties. Near O(Σ degree of the organizations whose ties go),
 * and O(n + m) for each person whose ties go at several organizations at once; where that adds up
 * to more than a few seconds, cut_off_count is REFNET_NONE: not looked at. */
gboolean refnet_cut_off_find(const RefnetHolders *holders, RefnetPersonRisk *people, guint32 count,
                             RefnetPool *pool, GError **error);

/* Fills unreachable. A service in an area is looked at when it has a provider and somebody else
 * there has a route of at most two arcs to one (METHODS, unreachable), closed organizations left
 * out and rows that surely are one organization taken together; it is lost with a person without
 * whom no such route remains. O(offers · areas + routes looked at), these being few unless one
 * person holds them all, and what it takes to find records that are one organization. */
gboolean refnet_lost_services_find(const RefnetHolders *holders, RefnetPersonRisk *people,
                                   guint32 count, RefnetPool *pool, GError **error);

G_END_DECLS

#endif
