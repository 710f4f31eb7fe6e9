/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of a list of links, once its columns are known: each becomes a link, or is left out and it
 * is said why. */
#ifndef REFNET_EXCHANGE_NETWORKS_LINK_ROWS_H
#define REFNET_EXCHANGE_NETWORKS_LINK_ROWS_H

#include "exchange/networks/endpoints.h"
#include "exchange/networks/link_columns.h"
#include "exchange/networks/tie_writer.h"

G_BEGIN_DECLS

typedef struct {
  const RefnetImport *import;
  const char *label; /* of the file, or of the sheet of a workbook */
  gboolean in_sheet;
  guint file; /* in the report */
  RefnetLinkColumns columns;
  RefnetEndpoints *endpoints;
  RefnetTieWriter *writer; /* NULL: not begun */
  guint64 used, rough;     /* links; those whose count is an estimate or a word */
  GError *failure;         /* what stops */
} RefnetLinkRows;

/* Opens referrals.csv for the columns; FALSE: `failure` says why not. */
gboolean refnet_link_rows_begin(RefnetLinkRows *rows);
/* Writes the link that the row is, or reports why it is none; `failure` without memory. O(cells).
 */
void refnet_link_rows_take(RefnetLinkRows *rows, const RefnetRow *row);
/* Tells in the report how counts were read that are no plain numbers. */
void refnet_link_rows_say_counts(const RefnetLinkRows *rows);

/* NULL: blank, or there is no such column. */
static inline const char *refnet_link_rows_cell(const RefnetRow *row, gint column) {
  return column >= 0 && (guint)column < row->fields && *row->cells[column] != '\0'
             ? row->cells[column]
             : NULL;
}

G_END_DECLS

#endif
