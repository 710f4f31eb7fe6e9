/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Batches handed to the caller of the reader row by row, with the accounting and the diagnostics of
 * one file. */
#ifndef REFNET_TABLE_READ_DELIVERY_H
#define REFNET_TABLE_READ_DELIVERY_H

#include "table/read/batch.h"

G_BEGIN_DECLS

/* How a table is read and who takes it; everything is borrowed. */
typedef struct {
  const RefnetTableOptions *options;
  const RefnetRowHandler *handler;
  RefnetRowCount *count;
  RefnetDiagnostics *diagnostics;
  guint64 told, total; /* bytes: when progress was last told, and in all (0: not known) */
  GError *refusal;     /* of the header; nothing is delivered after it */
} RefnetDelivery;

/* *count is set to zero. */
RefnetDelivery refnet_delivery_for(const RefnetTableOptions *options,
                                   const RefnetRowHandler *handler, RefnetRowCount *count,
                                   RefnetDiagnostics *diagnostics);
/* Hands on all that is in the batch. FALSE: the header was refused. O(rows) calls. */
gboolean refnet_delivery_take(RefnetDelivery *delivery, RefnetBatch *batch);

G_END_DECLS

#endif
