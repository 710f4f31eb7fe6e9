/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Nodes and edges as CSV tables whose first columns are called as a program wants them. */
#ifndef REFNET_EXCHANGE_EXPORT_GRAPH_CSV_H
#define REFNET_EXCHANGE_EXPORT_GRAPH_CSV_H

#include "exchange/export/graph_rows.h"

G_BEGIN_DECLS

/* The first columns of a table, filled from the row they stand before. */
typedef struct {
  const RefnetColumn *columns; /* `count` of them */
  guint count;
  guint replaced; /* of the row's own first columns: left out, for these stand for them */
  /* `from`: the node, or where the edge starts; `to`: where it ends. */
  void (*fill)(const RefnetExport *export, const RefnetValue *row, guint32 from, guint32 to,
               char **names, RefnetValue *leading);
} RefnetGraphCsv;

/* `names` is handed on to `fill`. Lists are joined with "|". */
gboolean refnet_graph_csv_nodes(const RefnetExport *export, const RefnetGraphCsv *table,
                                char **names, RefnetOutput *output, GError **error);
gboolean refnet_graph_csv_edges(const RefnetExport *export, const RefnetGraphCsv *table,
                                char **names, RefnetOutput *output, GError **error);

G_END_DECLS

#endif
