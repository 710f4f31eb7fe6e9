/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What becomes of each row once it was parsed: header, blank, rejected, or handed to the caller;
 * with the accounting and the diagnostics of one file. */
#ifndef REFNET_TABLE_ROWS_H
#define REFNET_TABLE_ROWS_H

#include <refnet/table.h>

#include "table/lines.h"
#include "table/raw_row.h"

G_BEGIN_DECLS

/* The most bytes of one cell. */
#define REFNET_CELL_BYTES_MAX ((gsize)1 << 20)

typedef struct RefnetRows RefnetRows;

/* What a table is read for. */
typedef struct {
  RefnetHeaderFunc header;     /* or NULL: the table has none */
  RefnetRowFunc row;
  RefnetRejectFunc rejected; /* or NULL */
  RefnetPrepareFunc prepare; /* or NULL */
  gpointer data;
} RefnetRowsFuncs;

/* Everything is borrowed; *count is set to zero. `lines` has the text of rows that are rejected; NULL:
 * they have none. */
RefnetRows *refnet_rows_new(const char *label, const RefnetRowsFuncs *funcs,
                            const RefnetLines *lines, RefnetRowCount *count,
                            RefnetDiagnostics *diagnostics);
void refnet_rows_free(RefnetRows *rows);

/* The rows are those of a sheet whose last column is `width`: it may go on to the right of the header,
 * and rows may end early. Before the first row. */
void refnet_rows_set_grid(RefnetRows *rows, guint width);

/* The next row, blank or not, begins on physical line `line`. */
void refnet_rows_begin(RefnetRows *rows, guint64 line);
guint64 refnet_rows_line(const RefnetRows *rows);
/* The header was read, or there is none. */
gboolean refnet_rows_have_header(const RefnetRows *rows);
/* `column 3 ("service")`, columns from 1; caller frees. */
char *refnet_rows_describe_column(const RefnetRows *rows, guint column);

/* Rejects the row that was begun. `column` from 1, 0: the whole row; `message` is taken over.
 * A header that is rejected stops the reading: FALSE with *error set. */
gboolean refnet_rows_reject(RefnetRows *rows, const char *kind, guint column, const char *fix,
                            char *message, GError **error);
/* Where to put the cells of the next row, until it is taken or rejected. */
RefnetRawRow *refnet_rows_cells(RefnetRows *rows);
/* Takes the cells of the row that was begun. FALSE with *error set: no usable header. */
gboolean refnet_rows_take(RefnetRows *rows, GError **error);
/* Adds a diagnostic about the whole file; `message` is taken over. */
void refnet_rows_remark(RefnetRows *rows, const char *kind, RefnetSeverity severity,
                        const char *fix, char *message);
/* At the end of the file: says what was counted on the way. FALSE with *error set: no header. */
gboolean refnet_rows_finish(RefnetRows *rows, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetRows, refnet_rows_free)

G_END_DECLS

#endif
