/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows lie close together, so that a batch fits the processor's cache. */
#include "table/read/batch.h"

#include "table/read/raw_row.h"

enum { ITEMS_MOST = 2048, CELLS_MOST = 4 * REFNET_CELLS_MAX };

RefnetBatch *refnet_batch_new(gsize limit) {
  RefnetBatch *batch = g_new0(RefnetBatch, 1);
  batch->items = g_new(RefnetItem, ITEMS_MOST);
  batch->cells = g_new(const char *, CELLS_MOST);
  batch->limit = limit;
  return batch;
}

void refnet_batch_free(RefnetBatch *batch) {
  if (batch == NULL)
    return;
  refnet_batch_clear(batch);
  g_free(batch->items);
  g_free(batch->cells);
  g_free(batch->text);
  g_free(batch);
}

static void clear_item(RefnetItem *item) {
  if (item->diagnostic != NULL)
    g_free(item->diagnostic->message);
  g_free(item->diagnostic);
  g_free(item->text);
}

void refnet_batch_clear(RefnetBatch *batch) {
  for (guint i = 0; i < batch->item_count; i++)
    if (batch->items[i].diagnostic != NULL)
      clear_item(&batch->items[i]);
  batch->item_count = batch->cell_count = 0;
  batch->used = 0;
  batch->last = FALSE;
}

gboolean refnet_batch_is_full(const RefnetBatch *batch, gsize bytes) {
  return batch->item_count + 2 > ITEMS_MOST || batch->cell_count + REFNET_CELLS_MAX > CELLS_MOST ||
         (batch->item_count > 0 && batch->used + bytes >= batch->limit);
}

/* Cells point into the text: it may only move while it is empty. */
gboolean refnet_batch_reserve(RefnetBatch *batch, gsize bytes) {
  if (batch->used + bytes < batch->capacity)
    return TRUE;
  g_return_val_if_fail(batch->used == 0, FALSE);
  const gsize capacity = MAX(bytes + 1, batch->limit);
  g_free(batch->text);
  batch->text = g_try_malloc(capacity);
  batch->capacity = batch->text != NULL ? capacity : 0;
  return batch->text != NULL;
}

RefnetItem *refnet_batch_add(RefnetBatch *batch, RefnetItemKind kind) {
  RefnetItem *item = &batch->items[batch->item_count++];
  *item = (RefnetItem){.kind = kind};
  return item;
}
