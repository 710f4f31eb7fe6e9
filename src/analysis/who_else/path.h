/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Warm introductions from one vertex: the strength of ties and the best way to another vertex. */
#ifndef REFNET_ANALYSIS_WHO_ELSE_PATH_H
#define REFNET_ANALYSIS_WHO_ELSE_PATH_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

#define REFNET_PATH_MAX_TIES 3

/* What is on record about a tie, both arcs taken together. */
typedef struct {
  double strength; /* w, 0 … 1 */
  guint64 count;   /* referrals */
  RefnetDate last; /* latest referral; UNKNOWN: none dated */
} RefnetTieRecord;

/* w = (1 − e^{−count/5}) · 2^{−age/365}, age in days from the latest referral to `as_of`, never
 * below 0, 365 where it is unknown. Where the dataset has no counts and the tie no date, w comes
 * from the stated frequency: yearly .2, quarterly .4, monthly .6, weekly .8, daily 1. O(log
 * degree). */
RefnetTieRecord refnet_tie_record(const RefnetNetwork *network, guint64 tie, RefnetDate as_of);

/* Looks for paths that begin at one vertex; keeps the strengths of its ties between searches. */
typedef struct RefnetPathFinder RefnetPathFinder;

/* O(vertices + degree of `from`); NULL with REFNET_ERROR_INTERNAL when memory ran out. */
RefnetPathFinder *refnet_path_finder_new(const RefnetNetwork *network, guint32 from,
                                         RefnetDate as_of, GError **error);
void refnet_path_finder_free(RefnetPathFinder *finder);

/* The path to `to` of at most `max_ties` ties with the largest Π w; its steps are the caller's, to
 * be freed with g_free. Length 0 when there is none. O(Σ degrees of the neighbors of `to`). */
RefnetPath refnet_path_finder_best(const RefnetPathFinder *finder, guint32 to, guint32 max_ties);

/* The strongest path through other organizations and other people than those that `first` asks;
 * otherwise as _best. */
RefnetPath refnet_path_finder_other(const RefnetPathFinder *finder, guint32 to, guint32 max_ties,
                                    const RefnetPath *first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetPathFinder, refnet_path_finder_free)

G_END_DECLS

#endif
