/* SPDX-License-Identifier: GPL-2.0-or-later */
/* igraph's view of a network: one graph of its arcs, one of its ties, made at first use and kept.
 */
#ifndef REFNET_MODEL_NETWORK_GRAPH_H
#define REFNET_MODEL_NETWORK_GRAPH_H

#include <igraph.h>

#include <refnet/model.h>

G_BEGIN_DECLS

struct RefnetGraph;

/* The directed graph of the network's arcs: edge a is arc a, vertex v is vertex v. Belongs to the
 * network. NULL with REFNET_ERROR_INTERNAL when memory ran out. O(n + arcs) the first time, then
 * O(1); about 42 bytes an arc. Not for two threads at once, nor is anything else of igraph. */
const igraph_t *refnet_network_arc_graph(const RefnetNetwork *network, GError **error);

/* The same for ties: undirected, edge t is tie t. */
const igraph_t *refnet_network_tie_graph(const RefnetNetwork *network, GError **error);

/* Frees both graphs. NULL is fine. */
void refnet_graph_free(struct RefnetGraph *graph);

/* TRUE when `code` is success. Otherwise sets `error`, "cannot <doing>: <what igraph says>", as
 * REFNET_ERROR_INTERRUPTED when igraph was interrupted and REFNET_ERROR_INTERNAL else. */
gboolean refnet_graph_check(igraph_error_t code, const char *doing, GError **error);

G_END_DECLS

#endif
