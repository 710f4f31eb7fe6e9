/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Some rows of a list, filled at the same time where that takes longer than to write them. */
#ifndef REFNET_PRESENT_DESCRIPTION_ROW_BLOCK_H
#define REFNET_PRESENT_DESCRIPTION_ROW_BLOCK_H

#include "present/description/listing.h"

typedef struct {
  RefnetCells *rows;
  gsize length; /* so many are filled */

  /* private */
  const RefnetDescription *description;
  const RefnetListing *listing;
  gboolean notable_only; /* indices are of the rows that people see */
  gsize capacity, begin;
} RefnetRowBlock;

/* A block without rows; both outlive it. */
void refnet_row_block_init(RefnetRowBlock *block, const RefnetDescription *description,
                           const RefnetListing *listing, gboolean notable_only);
void refnet_row_block_clear(RefnetRowBlock *block);

/* Rows `begin` and following in place of those it had: of `left` as many as it has room for. In two
 * threads where the list allows it. */
void refnet_row_block_fill(RefnetRowBlock *block, gsize begin, gsize left);

#endif
