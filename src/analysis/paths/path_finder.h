/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The best routes from one vertex to others. */
#ifndef REFNET_ANALYSIS_PATHS_PATH_FINDER_H
#define REFNET_ANALYSIS_PATHS_PATH_FINDER_H

#include "analysis/paths/routes.h"
#include "analysis/paths/strong_ties.h"

G_BEGIN_DECLS

/* Looks for routes that begin at one vertex; what it learns of ties stays in these for the next.
 * One thread uses it at a time. */
typedef struct RefnetPathFinder RefnetPathFinder;

/* `ties` outlive it. NULL with REFNET_ERROR_INTERNAL when memory ran out. O(vertices). */
RefnetPathFinder *refnet_path_finder_new(RefnetStrongTies *ties, GError **error);
void refnet_path_finder_free(RefnetPathFinder *finder);

/* Routes begin at `from` from now on. O(1), and O(the former ones' ties) where these were used. */
void refnet_path_finder_turn_to(RefnetPathFinder *finder, guint32 from);

/* Offers every simple route of at most `max_ties` ties to `to`, past nobody who has closed, that
 * could be among the best. O(ties of `to` + Σ degrees of the neighbors of one end) at most: strong
 * ties are looked at first, and soon suffice. */
void refnet_path_finder_find(RefnetPathFinder *finder, guint32 to, guint32 max_ties,
                             RefnetBestRoutes *best);

const RefnetStrongTies *refnet_path_finder_ties(const RefnetPathFinder *finder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetPathFinder, refnet_path_finder_free)

G_END_DECLS

#endif
