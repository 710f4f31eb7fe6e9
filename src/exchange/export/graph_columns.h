/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which columns the organizations of an export have: refnet's own, those it does not know,
 * measures. */
#ifndef REFNET_EXCHANGE_EXPORT_GRAPH_COLUMNS_H
#define REFNET_EXCHANGE_EXPORT_GRAPH_COLUMNS_H

#include <refnet/exchange.h>

G_BEGIN_DECLS

typedef struct {
  RefnetColumn *columns;   /* ended by key NULL; keys are unique */
  guint end_of_attributes; /* where those end that refnet itself does not know */
  GArray *attributes;      /* of guint: which of the dataset's these are */
  GPtrArray *keys;         /* theirs; owned */
} RefnetGraphColumns;

/* Never NULL. O(columns²). */
RefnetGraphColumns *refnet_graph_columns_new(const RefnetExport *export);
void refnet_graph_columns_free(RefnetGraphColumns *columns);

G_END_DECLS

#endif
