/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Attributes of any name that nodes, or edges, of a network have, and their values. */
#ifndef REFNET_EXCHANGE_NETWORKS_GRAPH_TABLE_H
#define REFNET_EXCHANGE_NETWORKS_GRAPH_TABLE_H

#include "base/pool.h"
#include "base/array.h"

G_BEGIN_DECLS

typedef struct {
  const char *key;     /* by which the file knows it */
  const char *title;   /* by which people do */
  const char *missing; /* what those have that don't say; NULL: nothing */
} RefnetGraphAttribute;

/* Strings are a pool's. */
typedef struct {
  GArray *attributes; /* RefnetGraphAttribute */
  GHashTable *by_key; /* key → number + 1 */
  RefnetArray values;
} RefnetGraphTable;

void refnet_graph_table_init(RefnetGraphTable *table);
void refnet_graph_table_clear(RefnetGraphTable *table);

/* The attribute with that key, added where there is none; REFNET_NONE: no memory. */
guint32 refnet_graph_table_number(RefnetGraphTable *table, RefnetPool *pool, const char *key);
const RefnetGraphAttribute *refnet_graph_table_attribute(const RefnetGraphTable *table,
                                                         guint attribute);
/* The first attribute whose title folds, as headers do, to the one given; G_MAXUINT: none does. */
guint refnet_graph_table_find(const RefnetGraphTable *table, const char *folded_title);

/* Gives node or edge `of` a value; of several of one attribute the last counts. FALSE: no memory.
 */
gboolean refnet_graph_table_set(RefnetGraphTable *table, guint32 of, guint32 attribute,
                                const char *value);
/* Puts the values in order and tells where those of each node or edge begin: `length` + 1 numbers;
 * NULL: no memory. Caller frees. O(values + length). */
guint64 *refnet_graph_table_sort(RefnetGraphTable *table, guint32 length);
/* The values of node or edge `of` by attribute, what is missing filled in. */
void refnet_graph_table_row(const RefnetGraphTable *table, const guint64 *start, guint32 of,
                            const char **row);

G_END_DECLS

#endif
