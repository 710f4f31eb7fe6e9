/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How well every organization suits one after the other of those that ask, ties left aside. */
#ifndef REFNET_ANALYSIS_EVERYONE_SUITABILITY_H
#define REFNET_ANALYSIS_EVERYONE_SUITABILITY_H

#include "analysis/everyone/fitting.h"

G_BEGIN_DECLS

/* O(kinds + statements) memory. FALSE with REFNET_ERROR_INTERNAL. */
gboolean refnet_suitability_init(RefnetSuitability *suitability, const RefnetKinds *kinds,
                                 const GPtrArray *sector_ties, const RefnetNamed *named,
                                 RefnetPreference prefer, GError **error);
void refnet_suitability_clear(RefnetSuitability *suitability);

/* Turns to an asker of that kind, then to one of these. O(groups), and O(its ties). Where some
 * candidates lack what others have, the mean takes O(statements · lists) for all who say the same
 * of the term; and O(n) where that is what tells how near they are to one who has coordinates. */
void refnet_suitability_turn_to_kind(RefnetSuitability *suitability, guint32 kind);
void refnet_suitability_turn_to(RefnetSuitability *suitability, guint32 vertex);
/* The largest b is known: weights follow from it. */
void refnet_suitability_set_largest(RefnetSuitability *suitability, double largest_b);

/* What the attributes of a vertex of that kind add to its score. O(lists) for the first that says
 * the same of a term, then O(1). */
double refnet_suitability_of(const RefnetSuitability *suitability, guint32 kind, guint32 vertex);
/* No vertex of the kind, and none at all, has more. Likewise. */
double refnet_suitability_of_kind(const RefnetSuitability *suitability, guint32 kind);
static inline double refnet_suitability_most(const RefnetSuitability *suitability) {
  return suitability->most;
}
/* All of a kind suit alike: nobody's place counts. */
gboolean refnet_suitability_is_even(const RefnetSuitability *suitability, guint32 kind);
/* Does anything known speak for a vertex that nothing ties to who asks? */
gboolean refnet_suitability_speaks(RefnetSuitability *suitability, guint32 vertex);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetSuitability, refnet_suitability_clear)

G_END_DECLS

#endif
