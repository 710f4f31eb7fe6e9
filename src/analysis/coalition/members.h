/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who belongs to the coalition. */
#ifndef REFNET_ANALYSIS_COALITION_MEMBERS_H
#define REFNET_ANALYSIS_COALITION_MEMBERS_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

typedef struct {
  guint8 *member; /* by vertex; freed with g_free */
  guint32 count;
  RefnetMemberRule rule;
  guint32 coalition; /* the only one; REFNET_NONE: several, or it has no name */
} RefnetCoalition;

/* Members are those of the coalitions `names` (NULL-terminated), else of the only coalition that
 * the dataset names, else whoever's partnership is "formal"; closed organizations are nobody's
 * members. REFNET_ERROR_USAGE: a name is unknown. O(organizations · names). */
gboolean refnet_coalition_init(RefnetCoalition *coalition, const RefnetNetwork *network,
                               char **names, GError **error);
void refnet_coalition_clear(RefnetCoalition *coalition);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetCoalition, refnet_coalition_clear)

G_END_DECLS

#endif
