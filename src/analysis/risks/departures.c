/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a person's leaving means by name: the ties first, the rest follows from them. */
#include "analysis/risks/departures.h"

#include "analysis/memory.h"
#include "analysis/result.h"

/* Who holds both ends alone loses the tie once. */
static void visit_ties(const RefnetHolders *holders, guint64 *next, guint64 *ties) {
  for (guint64 t = 0; t < holders->network->ties; t++) {
    guint32 at_a = refnet_holders_last(holders, 2 * t);
    guint32 at_b = refnet_holders_last(holders, 2 * t + 1);
    if (at_a != REFNET_NONE)
      ties[next[at_a]++] = t;
    if (at_b != REFNET_NONE && at_b != at_a)
      ties[next[at_b]++] = t;
  }
}

static gboolean list_ties(const RefnetHolders *holders, RefnetPersonRisk *people, guint32 count,
                          RefnetPool *pool, GError **error) {
  guint64 total = 0;
  for (guint32 i = 0; i < count; i++)
    total += people[i].ties_left_without_contact;
  g_autofree guint64 *next =
      REFNET_TRY_ARRAY(guint64, holders->network->dataset->person_count, error);
  if (!next)
    return FALSE;
  guint64 *ties = refnet_pool_alloc(pool, MAX(total, 1) * sizeof *ties, sizeof *ties);
  if (!ties)
    return refnet_result_no_memory(error);
  guint64 start = 0;
  for (guint32 i = 0; i < count; i++) {
    next[people[i].person] = start;
    people[i].ties = ties + start;
    start += people[i].ties_left_without_contact;
  }
  visit_ties(holders, next, ties);
  return TRUE;
}

gboolean refnet_departures_find(const RefnetHolders *holders, RefnetPersonRisk *people,
                                guint32 count, RefnetPool *pool, GError **error) {
  return list_ties(holders, people, count, pool, error) &&
         refnet_cut_off_find(holders, people, count, pool, error) &&
         refnet_lost_services_find(holders, people, count, pool, error);
}
