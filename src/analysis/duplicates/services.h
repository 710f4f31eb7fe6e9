/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two organizations that list the same services in the same places for the same people. */
#ifndef REFNET_ANALYSIS_DUPLICATES_SERVICES_H
#define REFNET_ANALYSIS_DUPLICATES_SERVICES_H

#include "analysis/duplicates/field.h"

G_BEGIN_DECLS

/* The pairs of providers where one lists at least half of the other's cells, what the
 * figures settle first, then by people in need, cells, overlap, ids. What they hold is the pool's,
 * the array the caller's.
 *
 * A cell is an area × service × population; services of which no area is known can't be compared.
 * Where populations are blank on a side they match any. Organizations whose rows are surely one are
 * one.
 *
 * A cell that more than 100 providers list makes no pair of them (that is the field, not an overlap
 * for two to settle), though it counts for pairs that share another one. O(cells · log cells), and
 * the cells of both for each pair that meets, of which there are at most 100 a cell. */
gboolean refnet_service_overlaps(RefnetServiceField *field, RefnetServiceOverlap **overlaps,
                                 gsize *length, GError **error);

G_END_DECLS

#endif
