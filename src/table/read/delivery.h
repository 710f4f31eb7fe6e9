/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Batches handed to the caller of the reader row by row, with the accounting and the diagnostics of
 * one file. */
#ifndef REFNET_TABLE_READ_DELIVERY_H
#define REFNET_TABLE_READ_DELIVERY_H

#include "table/read/batch.h"

G_BEGIN_DECLS

/* Who takes a table; everything is borrowed. */
typedef struct {
  RefnetHeaderFunc header; /* or NULL: the table has none */
  RefnetRowFunc row;
  RefnetRejectFunc rejected;    /* or NULL */
  RefnetPrepareFunc prepare;    /* or NULL */
  gpointer data;                /* of these */
  RefnetListHeaderFunc is_list; /* or NULL */
  gconstpointer is_list_data;
  gboolean keeps_lines;
  RefnetRowCount *count;
  RefnetDiagnostics *diagnostics;
  const char *label;
  RefnetProgressFunc progress; /* or NULL */
  gpointer progress_data;
  guint64 told, total; /* bytes: when progress was last told, and in all (0: not known) */
  GError *refusal;     /* of the header; nothing is delivered after it */
} RefnetDelivery;

/* *count is set to zero. */
RefnetDelivery refnet_delivery_for(const RefnetTableOptions *options, RefnetHeaderFunc header,
                                   RefnetRowFunc row, gpointer data, RefnetRowCount *count,
                                   RefnetDiagnostics *diagnostics);
/* Hands on all that is in the batch. FALSE: the header was refused. O(rows) calls. */
gboolean refnet_delivery_take(RefnetDelivery *delivery, RefnetBatch *batch);

G_END_DECLS

#endif
