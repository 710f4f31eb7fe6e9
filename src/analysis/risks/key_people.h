/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The few people who hold half of the relationships: the truck factor. */
#ifndef REFNET_ANALYSIS_RISKS_KEY_PEOPLE_H
#define REFNET_ANALYSIS_RISKS_KEY_PEOPLE_H

#include "analysis/risks/holders.h"

G_BEGIN_DECLS

/* Places of people by name: rank[person], from 0, by folded name of the person's first contact,
 * then by that contact's place among all contacts (organization, name, id). O(P log P). */
gboolean refnet_rank_people(const RefnetDataset *dataset, guint32 *rank, GError **error);

/* Writes to `chosen` (room for all people) the people whose leaving leaves more than half of the
 * assessed, not yet lost ties without a contact, chosen one at a time: who leaves most ties without
 * one, then who raises Σq most (compared to 1e-8), then the first by `rank` (Avelino et al. 2016).
 * *count is 0 when there is no such tie. O(Σ k² log P), k the holders of a tie, however many are
 * chosen. */
gboolean refnet_key_people(const RefnetHolders *holders, const guint32 *rank, guint32 *chosen,
                           guint32 *count, GError **error);

G_END_DECLS

#endif
