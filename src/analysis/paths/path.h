/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Warm introductions from one vertex: the best way to another, and one through others. */
#ifndef REFNET_ANALYSIS_PATHS_PATH_H
#define REFNET_ANALYSIS_PATHS_PATH_H

#include "analysis/paths/path_finder.h"
#include <refnet/analysis.h>

G_BEGIN_DECLS

/* The path to `to` of at most `max_ties` ties with the largest Π w; its steps are the caller's, to
 * be freed with g_free. Length 0 when there is none. As refnet_path_finder_find. */
RefnetPath refnet_path_best(RefnetPathFinder *finder, guint32 to, guint32 max_ties);

/* The strongest path through other organizations and other people than those that `first` asks;
 * otherwise as _best. */
RefnetPath refnet_path_other(RefnetPathFinder *finder, guint32 to, guint32 max_ties,
                             const RefnetPath *first);

G_END_DECLS

#endif
