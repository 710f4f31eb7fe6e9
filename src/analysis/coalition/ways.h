/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which member of a coalition can introduce it to somebody. */
#ifndef REFNET_ANALYSIS_COALITION_WAYS_H
#define REFNET_ANALYSIS_COALITION_WAYS_H

#include "analysis/coalition/sides.h"

G_BEGIN_DECLS

/* Finds the suggestion's introduction to any of its rows, from the member whose way is warmest:
 * those who work with it come first; the alternative begins at another member and leads through
 * others. REFNET_ERROR_INTERNAL. O(its rows · (n + members · ties of it and its neighbors)). */
gboolean refnet_coalition_introduce(const RefnetCoalitionSides *sides, RefnetDate as_of,
                                    RefnetSuggestion *suggestion, GError **error);

G_END_DECLS

#endif
