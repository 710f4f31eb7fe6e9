/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/description/row_block.h"

#include "base/parallel.h"

enum { ROWS = 512 }; /* enough for the time that a thread takes to begin */

void refnet_row_block_init(RefnetRowBlock *block, const RefnetDescription *description,
                           const RefnetListing *listing, gboolean notable_only) {
  *block = (RefnetRowBlock){.description = description,
                            .listing = listing,
                            .notable_only = notable_only,
                            .capacity = listing->apart ? ROWS : 1};
  block->rows = g_new0(RefnetCells, block->capacity);
  for (gsize i = 0; i < block->capacity; i++)
    refnet_cells_init(&block->rows[i], listing->columns);
}

void refnet_row_block_clear(RefnetRowBlock *block) {
  for (gsize i = 0; i < block->capacity; i++)
    refnet_cells_dispose(&block->rows[i]);
  g_clear_pointer(&block->rows, g_free);
}

static void fill_half(gpointer work, guint half) {
  RefnetRowBlock *block = work;
  gsize middle = (block->length + 1) / 2;
  for (gsize i = half ? middle : 0; i < (half ? block->length : middle); i++) {
    gsize row = block->begin + i;
    refnet_cells_clear(&block->rows[i]);
    block->listing->fill(block->description,
                         block->notable_only ? refnet_listing_row(block->listing, row) : row,
                         &block->rows[i]);
  }
}

void refnet_row_block_fill(RefnetRowBlock *block, gsize begin, gsize left) {
  block->begin = begin;
  block->length = MIN(block->capacity, left);
  refnet_do_halves(fill_half, block, block->length == ROWS ? g_get_num_processors() : 1);
}
