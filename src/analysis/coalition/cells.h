/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What there is to add to a coalition: needs that members leave open, sectors without a member,
 * organizations that no member works with; and which of it an objective counts. */
#ifndef REFNET_ANALYSIS_COALITION_CELLS_H
#define REFNET_ANALYSIS_COALITION_CELLS_H

#include "analysis/coalition/gaps.h"

G_BEGIN_DECLS

typedef enum {
  REFNET_PART_GAPS,
  REFNET_PART_SECTORS,
  REFNET_PART_REACH,
  REFNET_COALITION_PARTS
} RefnetCoalitionPart;

/* The cells of the coverage are those of the parts, one after the other. */
typedef struct {
  RefnetCoverage coverage;
  GArray *open;    /* of RefnetOpenCell */
  GArray *sectors; /* of guint32 */
  GArray *reach;   /* of guint32: vertices */
  double goal;     /* of the objective: all that is open */
} RefnetCoalitionCells;

/* Lists the cells, who covers them, and begins the choice for `objective`. REFNET_ERROR_INTERNAL
 * without memory. O(offers · areas + Σ degrees). */
gboolean refnet_coalition_cells_init(RefnetCoalitionCells *cells, const RefnetCoalitionSides *sides,
                                     RefnetObjective objective, GError **error);
/* What the objective is about; of a balance, the part told first. */
RefnetCoalitionPart refnet_coalition_asked_for(RefnetObjective objective);

void refnet_coalition_cells_clear(RefnetCoalitionCells *cells);

/* The part that a cell belongs to; *item is what it is: number of an open cell, sector, vertex. */
RefnetCoalitionPart refnet_coalition_part_of(const RefnetCoalitionCells *cells, guint32 cell,
                                             guint32 *item);

G_END_DECLS

#endif
