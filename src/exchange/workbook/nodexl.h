/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Workbooks of NodeXL: a sheet of edges and one of vertices, with columns for how each is drawn. */
#ifndef REFNET_EXCHANGE_WORKBOOK_NODEXL_H
#define REFNET_EXCHANGE_WORKBOOK_NODEXL_H

#include "exchange/workbook/workbook.h"

G_BEGIN_DECLS

/* Gives the sheets "Edges" and "Vertices" of such a workbook the columns of any other list of links
 * and nodes: a vertex is called by its label, if it has one, and meant by what stands in Vertex;
 * how things are drawn and what NodeXL worked out is left out. Other workbooks stay as they are.
 * FALSE: memory ran out. O(cells). */
gboolean refnet_nodexl_tidy(RefnetWorkbook *workbook);

G_END_DECLS

#endif
