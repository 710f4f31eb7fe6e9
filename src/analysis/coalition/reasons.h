/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Why a coalition should meet somebody: what it adds to the members and to those chosen before. */
#ifndef REFNET_ANALYSIS_COALITION_REASONS_H
#define REFNET_ANALYSIS_COALITION_REASONS_H

#include "analysis/coalition/cells.h"
#include "analysis/who_else/score.h"
#include "analysis/who_else/suggestions.h"

G_BEGIN_DECLS

typedef struct {
  const RefnetNetwork *network;
  const RefnetCoalitionSides *sides;
  const RefnetCoalitionCells *cells;
  guint32 *community; /* by vertex; NULL: not looked at */
  guint8 *has_member; /* by community */
  RefnetNamed named;
  guint32 *met; /* by vertex: its latest meeting */
} RefnetCoalitionTeller;

/* Finds the groups that work together, who was named and who was met. Sides and cells are borrowed.
 * REFNET_ERROR_INTERNAL. O(n log n + ties). */
gboolean refnet_coalition_teller_init(RefnetCoalitionTeller *teller,
                                      const RefnetCoalitionSides *sides,
                                      const RefnetCoalitionCells *cells, guint64 seed,
                                      RefnetDate as_of, GError **error);
void refnet_coalition_teller_clear(RefnetCoalitionTeller *teller);

/* Adds the reasons for the provider at `vertex`, before it is taken, to the last suggestion of
 * `result`: of all its rows. FALSE: no memory. O(what it covers · log + rows of it · n). */
gboolean refnet_coalition_tell(const RefnetCoalitionTeller *teller, guint32 vertex,
                               RefnetWhoElseResult *result);

G_END_DECLS

#endif
