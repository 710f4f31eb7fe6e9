/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading a table that is already in memory; refnet_table_read of <refnet/table.h> reads files. */
#ifndef REFNET_TABLE_READ_READER_H
#define REFNET_TABLE_READ_READER_H

#include <refnet/table.h>

G_BEGIN_DECLS

/* As refnet_table_read, from `length` bytes at `bytes`, which arrive at most `chunk` at a time
 * (0: all at once), as do the rows; the size of the chunks changes nothing in the result.
 * O(length). */
gboolean refnet_table_read_bytes(const void *bytes, gsize length, gsize chunk,
                                 const RefnetTableOptions *options, const RefnetRowHandler *handler,
                                 RefnetRowCount *count, RefnetDiagnostics *diagnostics,
                                 GError **error);

G_END_DECLS

#endif
