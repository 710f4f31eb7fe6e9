/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows are prepared some rows ahead: one is looked up in about the time that the memory it needs
 * takes to come. */
#include "table/read/delivery.h"

#define TOLD_EVERY ((guint64)1 << 20)

RefnetDelivery refnet_delivery_for(const RefnetTableOptions *options, RefnetHeaderFunc header,
                                   RefnetRowFunc row, gpointer data, RefnetRowCount *count,
                                   RefnetDiagnostics *diagnostics) {
  *count = (RefnetRowCount){0};
  return (RefnetDelivery){.header = header,
                          .row = row,
                          .rejected = options->rejected,
                          .prepare = options->prepare,
                          .is_list = options->is_list,
                          .is_list_data = options->is_list_data,
                          .keeps_lines = options->keeps_lines,
                          .data = data,
                          .count = count,
                          .diagnostics = diagnostics,
                          .label = options->label,
                          .progress = options->progress,
                          .progress_data = options->progress_data};
}

static void hand_on(const RefnetDelivery *delivery, const RefnetRow *row) {
  RefnetRowCount *count = delivery->count;
  count->read++;
  switch (delivery->row(row, delivery->data)) {
  case REFNET_ROW_KEPT:
    count->kept++;
    break;
  case REFNET_ROW_MERGED:
    count->merged++;
    break;
  case REFNET_ROW_REJECTED:
    count->rejected++;
    if (delivery->rejected != NULL)
      delivery->rejected(row, NULL, 0, delivery->data);
    break;
  }
}

static void say(const RefnetDelivery *delivery, const RefnetItem *item) {
  refnet_diagnostics_add(delivery->diagnostics, item->diagnostic, item->diagnostic->fix, "%s",
                         item->diagnostic->message);
}

static void reject(const RefnetDelivery *delivery, const RefnetItem *item) {
  say(delivery, item);
  delivery->count->read++;
  delivery->count->rejected++;
  if (delivery->rejected != NULL)
    delivery->rejected(&item->row, item->text, item->length, delivery->data);
}

static gboolean deliver(RefnetDelivery *delivery, const RefnetItem *item) {
  switch (item->kind) {
  case REFNET_ITEM_HEADER:
    return delivery->header(&item->row, delivery->data, &delivery->refusal);
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
  if (i >= batch->item_count || batch->items[i].kind != REFNET_ITEM_ROW)
    return;
  batch->items[i].row.slot = i % REFNET_ROWS_AHEAD;
  if (delivery->prepare != NULL)
    delivery->prepare(&batch->items[i].row, delivery->data);
}

static void tell_progress(RefnetDelivery *delivery, guint64 done) {
  if (delivery->progress == NULL || done - delivery->told < TOLD_EVERY)
    return;
  delivery->told = done;
  delivery->progress(delivery->label, done, delivery->total, delivery->progress_data);
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
