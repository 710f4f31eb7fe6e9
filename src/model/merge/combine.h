/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows that become one: the richest value of each cell, and what two rows tell differently. */
#ifndef REFNET_MODEL_MERGE_COMBINE_H
#define REFNET_MODEL_MERGE_COMBINE_H

#include "model/dataset/store.h"

G_BEGIN_DECLS

/* A row as it stands in its file. */
typedef struct {
  guint64 line;
  guint32 organization; /* whose it was before merging */
  char **cells;         /* of every column of the sheet; owned */
} RefnetMergeRow;

typedef enum {
  REFNET_CHANGE_FILLED,   /* a blank cell got what another row had */
  REFNET_CHANGE_COMBINED, /* lists put together, the later date, the fuller text */
  REFNET_CHANGE_CONFLICT  /* rows differ; what stood there stays */
} RefnetCellChangeKind;

typedef struct {
  RefnetCellChangeKind kind;
  guint column;
  guint32 organization; /* the row it comes from */
  const char *before;   /* in the row that stays; borrowed from it */
  const char *theirs;   /* in the other row; borrowed from it */
} RefnetCellChange;

/* Rows that become one. */
typedef struct {
  GPtrArray *rows; /* RefnetMergeRow *, the one that stays first; owned */
  char **cells;    /* of that row once combined, NULL where it stays as it is: column_count and one
                      more, the alternate names where the file has no column of them. Owned */
  guint cell_count;
  GArray *changes; /* RefnetCellChange, by column */
} RefnetRowSet;

RefnetMergeRow *refnet_merge_row_new(const RefnetRow *row, guint columns, guint32 organization);
/* How many cells say something; "N/A" and the like don't. */
guint refnet_merge_row_filled(const RefnetMergeRow *row, const RefnetSheet *sheet);

RefnetRowSet *refnet_row_set_new(void);
void refnet_row_set_free(RefnetRowSet *set);

/* Fills cells and changes from the rows: a cell that is blank, or says "N/A", takes the first other
 * row's; lists are put together; of dates of what was last done the later, of first_contact the
 * earlier; yes wins over no; where one text has the other's words, the longer; of degrees the more
 * exact; an address only where city and postal code don't differ; other names become alternate
 * names. Anything else is a conflict. O(cells). */
void refnet_row_set_combine(RefnetRowSet *set, const RefnetStore *store, const RefnetSheet *sheet);

G_END_DECLS

#endif
