/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A table changed cell by cell, with every other byte left as it is: encoding, delimiters, quotes
 * and line ends stay the file's own. */
#ifndef REFNET_TABLE_SPLICE_H
#define REFNET_TABLE_SPLICE_H

#include <refnet/table.h>

G_BEGIN_DECLS

/* Changes wait in memory until all are written; the file itself is mapped, not read. */
typedef struct RefnetSplicer RefnetSplicer;

/* What one change did: in the new file, `length` bytes at `at` stand in place of the old file's
 * `bytes`. */
typedef struct {
  guint64 at, length;
  const guint8 *bytes;
  gsize old_length;
} RefnetSplice;

/* `delimiter` 0: told from the header, as refnet_table_read does, which is the first line that is
 * not blank from `header_line` on. REFNET_ERROR_IO: it cannot be read. */
RefnetSplicer *refnet_splicer_open(const char *path, const char *label, char delimiter,
                                   guint64 header_line, GError **error);
void refnet_splicer_free(RefnetSplicer *splicer);

/* Goes to the row that begins on physical line `line`, as refnet_table_read counts them. Lines must
 * rise from call to call, and only sound rows have an end that can be told. FALSE: there is no such
 * line. O(bytes up to there), once for the whole file. */
gboolean refnet_splicer_seek(RefnetSplicer *splicer, guint64 line);

/* Changes of the row, in the order of its columns (from 0); each returns the number of the change,
 * from 0. A cell beyond the row's last gets the delimiters it needs. */
gsize refnet_splicer_set_cell(RefnetSplicer *splicer, guint column, const char *text);
/* The row, with its line end, is no longer there. */
gsize refnet_splicer_remove_row(RefnetSplicer *splicer);

/* Adds a row at the end of the file; no row can be sought after that. */
gsize refnet_splicer_append_row(RefnetSplicer *splicer, const char *const *cells, guint count);

/* Writes the new file. O(bytes). */
void refnet_splicer_write(const RefnetSplicer *splicer, RefnetOutput *output);
/* What change `index` did. O(1) when asked in rising order from 0. */
RefnetSplice refnet_splicer_change(RefnetSplicer *splicer, gsize index);
gsize refnet_splicer_changes(const RefnetSplicer *splicer);
/* The old file's bytes. */
const guint8 *refnet_splicer_bytes(const RefnetSplicer *splicer, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetSplicer, refnet_splicer_free)

G_END_DECLS

#endif
