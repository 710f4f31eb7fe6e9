/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Some rows in a row, and what is to be said between them, in one block of memory: what passes from
 * the one who reads a table to the one who takes it. */
#ifndef REFNET_TABLE_READ_BATCH_H
#define REFNET_TABLE_READ_BATCH_H

#include <refnet/table.h>

G_BEGIN_DECLS

/* Rows pass on in batches of about as much text, several of which fit the processor's cache. */
#define REFNET_BATCH_BYTES ((gsize)64 << 10)

typedef enum {
  REFNET_ITEM_HEADER,
  REFNET_ITEM_ROW,
  REFNET_ITEM_REJECTED, /* a row that is broken */
  REFNET_ITEM_REMARK    /* something to be said about the next row or the file */
} RefnetItemKind;

typedef struct {
  RefnetItemKind kind;
  RefnetRow row;                /* its cells are the batch's; of a rejected one the places alone */
  RefnetDiagnostic *diagnostic; /* of a rejected row or a remark, with a message of its own */
  char *text;                   /* the first line of a rejected row, if somebody wants it */
  gsize length;
} RefnetItem;

typedef struct {
  RefnetItem *items;
  guint item_count;
  const char **cells; /* of all rows */
  guint cell_count;
  char *text; /* of all cells */
  gsize used, capacity;
  gsize limit;  /* of text, but one row may be longer */
  guint64 done; /* bytes of the file that were read so far */
  gboolean last;
} RefnetBatch;

/* `limit`: how many bytes of text it should hold. */
RefnetBatch *refnet_batch_new(gsize limit);
void refnet_batch_free(RefnetBatch *batch);
void refnet_batch_clear(RefnetBatch *batch);

/* Whether another row of `bytes` bytes should go into another batch. */
gboolean refnet_batch_is_full(const RefnetBatch *batch, gsize bytes);
/* Makes room for the text of a row in a batch that is not full; FALSE: no memory. For its cells and
 * a remark on it there is. */
gboolean refnet_batch_reserve(RefnetBatch *batch, gsize bytes);
/* An item at the end, with nothing but its kind. */
RefnetItem *refnet_batch_add(RefnetBatch *batch, RefnetItemKind kind);

G_END_DECLS

#endif
