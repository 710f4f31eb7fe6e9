/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The nodes of a network as organizations: which attribute is the name, which ids say something. */
#ifndef REFNET_EXCHANGE_NETWORKS_GRAPH_NODES_H
#define REFNET_EXCHANGE_NETWORKS_GRAPH_NODES_H

#include "exchange/networks/graph_store.h"

G_BEGIN_DECLS

typedef struct RefnetGraphNodes RefnetGraphNodes;

/* `store` is borrowed. The name is the attribute called most like one whose texts tell the nodes
 * apart; a label beside it becomes the short name. Ids are an attribute of that name that differs
 * for all nodes, else the nodes' own, unless these are numbers or the names again. O(n log n). */
RefnetGraphNodes *refnet_graph_nodes_new(RefnetGraphStore *store, GError **error);
void refnet_graph_nodes_free(RefnetGraphNodes *nodes);

/* How the other files of the dataset call node `id`, which is declared. */
const char *refnet_graph_nodes_reference(const RefnetGraphNodes *nodes, guint32 id);

/* Writes organizations.csv and, where the file has their names, contacts.csv. O(n · attributes). */
gboolean refnet_graph_nodes_write(const RefnetGraphNodes *nodes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetGraphNodes, refnet_graph_nodes_free)

G_END_DECLS

#endif
