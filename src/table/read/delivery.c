/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows are prepared some rows ahead: one is looked up in about the time that the memory it needs
 * takes to come. */
#include "table/read/delivery.h"

#define TOLD_EVERY ((guint64)1 << 20)

RefnetDelivery refnet_delivery_for(const RefnetTableOptions *options,
                                   const RefnetRowHandler *handler, RefnetRowCount *count,
                                   RefnetDiagnostics *diagnostics) {
  *count = (RefnetRowCount){0};
  return (RefnetDelivery){
      .options = options, .handler = handler, .count = count, .diagnostics = diagnostics};
}

static void hand_on(const RefnetDelivery *delivery, const RefnetRow *row) {
  const RefnetRowHandler *handler = delivery->handler;
  RefnetRowCount *count = delivery->count;
  count->read++;
  switch (handler->row(row, handler->data)) {
  case REFNET_ROW_KEPT:
    count->kept++;
    break;
  case REFNET_ROW_MERGED:
    count->merged++;
    break;
  case REFNET_ROW_REJECTED:
    count->rejected++;
    if (handler->rejected != NULL)
      handler->rejected(row, NULL, 0, handler->data);
    break;
  }
}

static void say(const RefnetDelivery *delivery, const RefnetItem *item) {
  refnet_diagnostics_add(delivery->diagnostics, item->diagnostic, item->diagnostic->fix, "%s",
                         item->diagnostic->message);
}

static void reject(const RefnetDelivery *delivery, const RefnetItem *item) {
  const RefnetRowHandler *handler = delivery->handler;
  say(delivery, item);
  delivery->count->read++;
  delivery->count->rejected++;
  if (handler->rejected != NULL)
    handler->rejected(&item->row, item->text, item->length, handler->data);
}

static gboolean deliver(RefnetDelivery *delivery, const RefnetItem *item) {
  switch (item->kind) {
  case REFNET_ITEM_HEADER:
    return delivery->handler->header(&item->row, delivery->handler->data, &delivery->refusal);
  case REFNET_ITEM_ROW:
    hand_on(delivery, &item->row);
    return TRUE;
  case REFNET_ITEM_REJECTED:
    reject(delivery, item);
    return TRUE;
  case REFNET_ITEM_REMARK:
    say(delivery, item);
    return TRUE;
  }
  return TRUE;
}

static void prepare(const RefnetDelivery *delivery, RefnetBatch *batch, guint i) {
  const RefnetRowHandler *handler = delivery->handler;
  if (i >= batch->item_count || batch->items[i].kind != REFNET_ITEM_ROW)
    return;
  batch->items[i].row.slot = i % REFNET_ROWS_AHEAD;
  if (handler->prepare != NULL)
    handler->prepare(&batch->items[i].row, handler->data);
}

static void tell_progress(RefnetDelivery *delivery, guint64 done) {
  const RefnetTableOptions *options = delivery->options;
  if (options->progress == NULL || done - delivery->told < TOLD_EVERY)
    return;
  delivery->told = done;
  options->progress(options->label, done, delivery->total, options->progress_data);
}

gboolean refnet_delivery_take(RefnetDelivery *delivery, RefnetBatch *batch) {
  tell_progress(delivery, batch->done);
  for (guint i = 0; i + 1 < REFNET_ROWS_AHEAD; i++)
    prepare(delivery, batch, i);
  for (guint i = 0; i < batch->item_count; i++) {
    prepare(delivery, batch, i + REFNET_ROWS_AHEAD - 1);
    if (!deliver(delivery, &batch->items[i]))
      return FALSE;
  }
  return TRUE;
}
