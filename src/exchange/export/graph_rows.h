/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network as typed rows, the same for every format: one of nodes, one of edges. */
#ifndef REFNET_EXCHANGE_EXPORT_GRAPH_ROWS_H
#define REFNET_EXCHANGE_EXPORT_GRAPH_ROWS_H

#include <refnet/exchange.h>

G_BEGIN_DECLS

typedef struct RefnetGraphRows RefnetGraphRows;

/* The export must outlive the rows. O(organizations) for the columns that are filled. */
RefnetGraphRows *refnet_graph_rows_new(const RefnetExport *export);
void refnet_graph_rows_free(RefnetGraphRows *rows);

/* Columns, ended by key NULL: of nodes first "id", "label" and "name"; of edges first "count". Keys
 * are unique. They live as long as the rows. */
const RefnetColumn *refnet_graph_node_columns(const RefnetGraphRows *rows);
const RefnetColumn *refnet_graph_edge_columns(const RefnetGraphRows *rows);

/* The cells of a node; valid until the next one. */
const RefnetValue *refnet_graph_node(RefnetGraphRows *rows, guint32 vertex);

guint64 refnet_graph_edges(const RefnetGraphRows *rows);
/* The cells of an edge, valid until the next one, and its ends. */
const RefnetValue *refnet_graph_edge(RefnetGraphRows *rows, guint64 edge, guint32 *from,
                                     guint32 *to);

/* The id of a vertex's organization. */
const char *refnet_graph_id(const RefnetGraphRows *rows, guint32 vertex);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetGraphRows, refnet_graph_rows_free)

G_END_DECLS

#endif
