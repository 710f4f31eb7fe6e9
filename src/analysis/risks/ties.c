/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties, one by one, and in the order in which they are told. */
#include "analysis/risks/ties.h"

#include <math.h>

#include "analysis/memory.h"
#include "analysis/result.h"
#include "model/network/entries.h"

static void count_tie(RefnetRisks *risks, const RefnetTieRisk *tie) {
  if (isnan(tie->probability)) {
    risks->ties_unknown++;
    return;
  }
  risks->ties_assessed++;
  risks->ties_already_lost += tie->already_lost;
  risks->expected_ties_lost += tie->probability;
}

gboolean refnet_ties_assess(RefnetRisks *risks, const RefnetHolders *holders,
                            const RefnetStructure *structure, GError **error) {
  const RefnetNetwork *network = risks->network;
  risks->tie_count = network->ties;
  if (!(risks->ties = REFNET_TRY_ARRAY(RefnetTieRisk, network->ties, error)))
    return FALSE;
  for (guint64 t = 0; t < network->ties; t++) {
    const guint64 *start = holders->start + 2 * t;
    RefnetTieRisk *tie = &risks->ties[t];
    tie->tie = t;
    tie->contacts_from = (guint32)(start[1] - start[0]);
    tie->contacts_to = (guint32)(start[2] - start[1]);
    tie->probability = refnet_holders_loss(holders, t);
    tie->already_lost = refnet_holders_state(holders, t) == REFNET_TIE_LOST;
    tie->bridge = structure->bridge[t];
    count_tie(risks, tie);
  }
  if (risks->ties_assessed == 0)
    risks->expected_ties_lost = NAN;
  return TRUE;
}

/* What comes first is least; probabilities to 1e-9, so that rounding does not decide. */
static guint32 place_of(const RefnetTieRisk *tie) {
  enum { CERTAIN = 1000000000 };
  guint32 after_bridges = tie->bridge ? 0 : 1;
  if (isnan(tie->probability))
    return 2 * (CERTAIN + 2) + after_bridges;
  if (tie->already_lost)
    return after_bridges;
  return 2 * (1 + CERTAIN - (guint32)llround(tie->probability * CERTAIN)) + after_bridges;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetEntries, refnet_entries_clear)

RefnetTieRisk *refnet_ties_sorted(const RefnetRisks *risks, GError **error) {
  g_auto(RefnetEntries) order = {0};
  g_autofree RefnetTieRisk *sorted = REFNET_TRY_ARRAY(RefnetTieRisk, risks->tie_count, error);
  if (!sorted)
    return NULL;
  refnet_entries_begin(&order, risks->tie_count, G_MAXUINT32, 1);
  for (gsize t = 0; t < risks->tie_count; t++)
    refnet_entries_count(&order, place_of(&risks->ties[t]));
  gboolean is_room = refnet_entries_make_room(&order);
  for (gsize t = 0; is_room && t < risks->tie_count; t++)
    refnet_entries_put(&order,
                       (RefnetEntry){.first = place_of(&risks->ties[t]), .item = (guint32)t});
  if (!is_room || !refnet_entries_sort(&order, 1)) {
    refnet_result_no_memory(error);
    return NULL;
  }
  for (gsize t = 0; t < risks->tie_count; t++)
    sorted[t] = risks->ties[order.entries[t].item];
  return g_steal_pointer(&sorted);
}
