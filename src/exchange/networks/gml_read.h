/* SPDX-License-Identifier: GPL-2.0-or-later */
/* GML, the Graph Modelling Language, as igraph, networkx, Gephi, yEd and Cytoscape write it. */
#ifndef REFNET_EXCHANGE_NETWORKS_GML_READ_H
#define REFNET_EXCHANGE_NETWORKS_GML_READ_H

#include "exchange/networks/graph_store.h"

G_BEGIN_DECLS

/* Is the first line that says something one of GML? */
gboolean refnet_gml_begins(const char *line);

/* Reads the first graph of the file into `store`: its nodes and edges with what stands directly in
 * them; lists inside of them, which say how to draw them, are left out. A key that a node or edge
 * has several times is a list. REFNET_ERROR_INPUT: brackets that don't match, a key without a
 * value, no graph. O(bytes). */
gboolean refnet_gml_read(RefnetGraphStore *store, const char *path, GError **error);

G_END_DECLS

#endif
