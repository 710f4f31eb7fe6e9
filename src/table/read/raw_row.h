/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The cells of one row: collected as the parser delivers them, then cleaned in place. */
#ifndef REFNET_TABLE_READ_RAW_ROW_H
#define REFNET_TABLE_READ_RAW_ROW_H

#include <glib.h>

G_BEGIN_DECLS

/* The most cells a row may have. */
#define REFNET_CELLS_MAX 4096

typedef struct RefnetRawRow RefnetRawRow;

RefnetRawRow *refnet_raw_row_new(void);
void refnet_raw_row_free(RefnetRawRow *row);

/* Begins a row. */
void refnet_raw_row_clear(RefnetRawRow *row);
/* Makes room for a row of `bytes` bytes in all; FALSE: no memory. */
gboolean refnet_raw_row_reserve(RefnetRawRow *row, gsize bytes);
/* Appends a cell as it is written; beyond REFNET_CELLS_MAX it is counted only. The row's cells
 * together must not exceed what was reserved. */
void refnet_raw_row_add(RefnetRawRow *row, const char *text, gsize length);

/* The cells of the row so far, also those beyond REFNET_CELLS_MAX. */
guint refnet_raw_row_count(const RefnetRawRow *row);
/* The first cell of more than `length` bytes; REFNET_CELLS_MAX: none. */
guint refnet_raw_row_find_longer(const RefnetRawRow *row, gsize length);

/* Cleans all cells: decoded as Windows-1252 where they are not UTF-8, then as `refnet_text_clean`
 * does; in those of the first `width` whose lists[i] is set (NULL: none) lines are parted by "; ",
 * unless some end in a divider of their own; of all others, by "\n" where it `keeps_lines`, else by
 * a blank. Returns them; borrowed until the row is cleared.
 * O(bytes), with one allocation for each cell that is not plain. */
const char **refnet_raw_row_clean(RefnetRawRow *row, const gboolean *lists, guint width,
                                  gboolean keeps_lines);

/* After the cleaning: the first cell with a NUL byte, which is not cleaned; REFNET_CELLS_MAX: none.
 */
guint refnet_raw_row_with_nul(const RefnetRawRow *row);
/* After the cleaning: how many cells were decoded as Windows-1252, and the first such. */
guint refnet_raw_row_decoded(const RefnetRawRow *row, guint *first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetRawRow, refnet_raw_row_free)

G_END_DECLS

#endif
