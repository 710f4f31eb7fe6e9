/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is on which side when a coalition looks for others: its members, and whom it may meet. */
#ifndef REFNET_ANALYSIS_COALITION_SIDES_H
#define REFNET_ANALYSIS_COALITION_SIDES_H

#include "analysis/coalition/members.h"
#include "analysis/supply/providers.h"

G_BEGIN_DECLS

typedef struct {
  RefnetProviders *providers;
  guint8 *member, *candidate; /* by provider: rows that are one organization are members together,
                                 and one candidate */
  guint32 candidates;
} RefnetCoalitionSides;

/* Members are those of `coalition`; candidates are whom `options` allow and who is no member.
 * Errors as refnet_who_else_allowed, refnet_providers_new. O(vertices + offers). */
gboolean refnet_coalition_sides_init(RefnetCoalitionSides *sides, const RefnetNetwork *network,
                                     const RefnetCoalition *coalition,
                                     const RefnetWhoElseOptions *options, GError **error);
void refnet_coalition_sides_clear(RefnetCoalitionSides *sides);

/* O(1). */
gboolean refnet_coalition_is_member(const RefnetCoalitionSides *sides, guint32 vertex);
/* Whether any row of the provider has a tie to a member. O(ties of its rows). */
gboolean refnet_coalition_is_beside_member(const RefnetCoalitionSides *sides, guint32 provider);
/* Of organizations that are rows of one, leaves the first of its rows; sorts them. O(n log n). */
void refnet_coalition_take_together(const RefnetCoalitionSides *sides, GArray *organizations);

G_END_DECLS

#endif
