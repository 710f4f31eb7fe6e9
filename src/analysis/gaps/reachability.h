/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Referral routes: who can be reached from where by following referrals. */
#ifndef REFNET_ANALYSIS_GAPS_REACHABILITY_H
#define REFNET_ANALYSIS_GAPS_REACHABILITY_H

#include "analysis/supply/serving.h"

G_BEGIN_DECLS

/* Searches on the arcs of the view (in an undirected network both ways), among organizations that
 * are there: rows of one provider are one place, closed ones none. */
typedef struct RefnetReachability RefnetReachability;

/* O(vertices log vertices). */
RefnetReachability *refnet_reachability_new(const RefnetServing *serving, GError **error);
void refnet_reachability_free(RefnetReachability *reachability);

/* Does a provider that serves `area` and is none of `targets` (rising) lead to one of these by at
 * most `steps` arcs of any service? O(arcs within `steps` of the targets), less when one is met
 * early. */
gboolean refnet_reachability_from_area(RefnetReachability *reachability, guint32 area,
                                       const guint32 *targets, guint32 target_count, guint32 steps);

/* A referral link that would make a route: from a provider that serves the area. */
typedef struct {
  guint32 from, to;  /* providers; REFNET_NONE: nobody else serves the area */
  gboolean is_known; /* `to` refers to `from` already */
} RefnetLink;

/* The one nearest to being made: back along a referral, if a target refers to somebody who serves
 * the area; the one to whom most refer, then the first. O(vertices) at worst. */
RefnetLink refnet_reachability_link(const RefnetReachability *reachability, guint32 area,
                                    const guint32 *targets, guint32 target_count);

/* The providers on a shortest route from vertex `from` to each provider: `previous` (an element a
 * vertex, REFNET_NONE where there is none) names the provider before; of several the first found,
 * following arcs in the order of vertices. O(arcs). */
gboolean refnet_reachability_routes(RefnetReachability *reachability, guint32 from,
                                    guint32 *previous);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetReachability, refnet_reachability_free)

G_END_DECLS

#endif
