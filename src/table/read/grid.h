/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The cells of a table that was taken apart elsewhere, and reading it like any other. */
#ifndef REFNET_TABLE_READ_GRID_H
#define REFNET_TABLE_READ_GRID_H

#include "table/read/rows.h"

G_BEGIN_DECLS

typedef struct {
  guint32 row, column; /* from 1 */
  const char *text;    /* the grid's; never blank */
} RefnetFilledCell;

/* All cells by row, then column, each place once; *length of them. O(1), O(n log n) after cells
 * were added out of order. */
const RefnetFilledCell *refnet_cell_grid_cells(RefnetCellGrid *grid, gsize *length);

/* Whether they have the same texts in the same places. O(cells). */
gboolean refnet_cell_grids_equal(RefnetCellGrid *a, RefnetCellGrid *b);

/* Gives the cell at `index` of refnet_cell_grid_cells another text, which is copied. FALSE: no
 * memory. */
gboolean refnet_cell_grid_replace(RefnetCellGrid *grid, gsize index, const char *text);

/* Rows before this one are no part of the table; 0 or 1: all are. */
void refnet_cell_grid_begin_at(RefnetCellGrid *grid, guint32 row);

/* Reads the grid as refnet_table_read does a file. */
gboolean refnet_cell_grid_read(RefnetDelivery *delivery, GError **error);

G_END_DECLS

#endif
