/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A network of another program's while it is read: nodes and edges with attributes of any name. */
#ifndef REFNET_EXCHANGE_NETWORKS_GRAPH_STORE_H
#define REFNET_EXCHANGE_NETWORKS_GRAPH_STORE_H

#include "base/interner.h"
#include "exchange/networks/graph_table.h"
#include <refnet/exchange.h>

G_BEGIN_DECLS

typedef struct {
  guint32 from, to; /* ids */
  gboolean both_ways;
  guint32 column;
  guint64 line;
} RefnetGraphEdge;

typedef struct {
  const RefnetImport *import;
  char *label;
  guint file; /* in the report */
  RefnetPool *pool;
  RefnetInterner *ids;
  GByteArray *declared; /* by number of the id: it is a node's */
  RefnetArray edges;    /* RefnetGraphEdge */
  RefnetGraphTable nodes, links;
  guint32 column; /* where the element at hand begins in its line, in words from 1; 0: unknown */
  gboolean out_of_memory;
} RefnetGraphStore;

/* `label` names the file and is copied. */
RefnetGraphStore *refnet_graph_store_new(const RefnetImport *import, const char *label);
void refnet_graph_store_free(RefnetGraphStore *store);

/* Declares an attribute, known to the file by `key`, to people by `title` (NULL, blank: by the
 * key). `missing` (NULL: none) is what nodes or edges have that don't say. The same key again adds
 * to it. */
void refnet_graph_store_attribute(RefnetGraphStore *store, gboolean of_edges, const char *key,
                                  const char *title, const char *missing);
/* A node of the file, declared at `line`. FALSE: it is rejected, for its id is an earlier one's, or
 * there is no memory. */
gboolean refnet_graph_store_node(RefnetGraphStore *store, const char *id, guint64 line);
/* An edge. Its ends may be declared later. FALSE: no memory. */
gboolean refnet_graph_store_edge(RefnetGraphStore *store, const char *from, const char *to,
                                 gboolean both_ways, guint64 line);
/* Sets an attribute of the node `id`, or of the latest edge. Undeclared keys are their own titles.
 */
void refnet_graph_store_set_node(RefnetGraphStore *store, const char *id, const char *key,
                                 const char *value);
void refnet_graph_store_set_edge(RefnetGraphStore *store, const char *key, const char *value);
/* Something that cannot become a link, for the account; it begins at the store's column. */
void refnet_graph_store_reject(RefnetGraphStore *store, guint64 line, const char *why,
                               const char *fix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetGraphStore, refnet_graph_store_free)

G_END_DECLS

#endif
