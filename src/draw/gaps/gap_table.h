/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Service gaps as a table: which services are its rows, which areas its columns, and what stands in
 * each cell. */
#ifndef REFNET_DRAW_GAPS_GAP_TABLE_H
#define REFNET_DRAW_GAPS_GAP_TABLE_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

typedef struct {
  guint statuses; /* bit s: status s was found */
  double demand;  /* people a year; NaN: unknown */
} RefnetGapSquare;

typedef struct {
  guint32 *services, *areas; /* rows and columns: most unmet first, then those without a finding */
  guint32 service_count, area_count;
  const RefnetGapTotal **service_totals, **area_totals; /* as rows and columns; NULL: no finding */
  RefnetGapSquare *squares;                             /* row by row */
  guint32 cells[REFNET_GAP_STATUSES];                   /* shown, with that finding */
  guint32 clear;                                        /* shown, without any */
  guint32 services_left_out, areas_left_out;            /* for want of room */
  gboolean has_demand;                                  /* in some cell shown */
} RefnetGapTable;

/* At most `most_services` by `most_areas`, of those that `options` choose and somebody needs or
 * offers; areas that others lie in only where something was found in them. The totals are borrowed
 * from `gaps`. REFNET_ERROR_USAGE for unknown names, REFNET_ERROR_INTERNAL when memory runs out.
 * O(findings + services · areas shown · log). */
RefnetGapTable *refnet_gap_table_new(const RefnetGaps *gaps, const RefnetGapOptions *options,
                                     guint32 most_services, guint32 most_areas, GError **error);
/* Rows and columns of `table` from the given ones on; the others are left out. Its numbers have to
 * be within those of the table. O(cells of the part). */
RefnetGapTable *refnet_gap_table_part(const RefnetGapTable *table, guint32 first_service,
                                      guint32 services, guint32 first_area, guint32 areas);
void refnet_gap_table_free(RefnetGapTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetGapTable, refnet_gap_table_free)

const RefnetGapSquare *refnet_gap_table_at(const RefnetGapTable *table, guint32 row,
                                           guint32 column);

G_END_DECLS

#endif
