/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A network of another program's becomes a dataset. */
#ifndef REFNET_EXCHANGE_NETWORKS_GRAPH_DATASET_H
#define REFNET_EXCHANGE_NETWORKS_GRAPH_DATASET_H

#include "exchange/networks/graph_store.h"

G_BEGIN_DECLS

/* Writes organizations.csv, referrals.csv and, where the file has their names, contacts.csv.
 * REFNET_ERROR_INPUT: there are no nodes. O(n log n). */
gboolean refnet_graph_dataset_write(RefnetGraphStore *store, GError **error);

G_END_DECLS

#endif
