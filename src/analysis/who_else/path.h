/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Warm introductions from one vertex: the best way to another. */
#ifndef REFNET_ANALYSIS_WHO_ELSE_PATH_H
#define REFNET_ANALYSIS_WHO_ELSE_PATH_H

#include "analysis/who_else/strong_ties.h"

G_BEGIN_DECLS

#define REFNET_PATH_MAX_TIES 3

/* Looks for paths that begin at one vertex; what it learns of ties it keeps for the next. */
typedef struct RefnetPathFinder RefnetPathFinder;

/* Memory for all ties, touched as they are looked at; NULL with REFNET_ERROR_INTERNAL when it ran
 * out. O(vertices + arcs + rows), in passing. */
RefnetPathFinder *refnet_path_finder_new(const RefnetNetwork *network, RefnetDate as_of,
                                         GError **error);
void refnet_path_finder_free(RefnetPathFinder *finder);

/* Paths begin at `from` from now on. O(its ties). */
void refnet_path_finder_turn_to(RefnetPathFinder *finder, guint32 from);

/* The path to `to` of at most `max_ties` ties with the largest Π w; its steps are the caller's, to
 * be freed with g_free. Length 0 when there is none. O(ties of `to` + Σ degrees of the neighbors of
 * one end) at most: strong ties are looked at first, and soon suffice. */
RefnetPath refnet_path_finder_best(RefnetPathFinder *finder, guint32 to, guint32 max_ties);

/* The strongest path through other organizations and other people than those that `first` asks;
 * otherwise as _best. */
RefnetPath refnet_path_finder_other(RefnetPathFinder *finder, guint32 to, guint32 max_ties,
                                    const RefnetPath *first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetPathFinder, refnet_path_finder_free)

G_END_DECLS

#endif
