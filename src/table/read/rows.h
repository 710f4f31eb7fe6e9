/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What becomes of each row once it was parsed: header, blank, rejected, or passed on. */
#ifndef REFNET_TABLE_READ_ROWS_H
#define REFNET_TABLE_READ_ROWS_H

#include <refnet/table.h>

#include "table/read/lines.h"
#include "table/read/raw_row.h"
#include "table/read/relay.h"

G_BEGIN_DECLS

/* The most bytes of one cell. */
#define REFNET_CELL_BYTES_MAX ((gsize)1 << 20)

typedef struct RefnetRows RefnetRows;

/* Everything is borrowed. */
typedef struct {
  const char *label;
  gboolean headerless;    /* the first row is one like the others */
  guint64 header_line;    /* rows above it are passed over */
  gboolean keep_rejected; /* the first line of a row that is rejected goes with it */
  gboolean is_grid;       /* a sheet: it may go on to the right of the header, rows may end early */
  guint grid_width;       /* its last column */
  RefnetSource *source;   /* NULL: a grid */
  RefnetLines *lines;     /* of the source */
  RefnetRelay *relay;     /* where rows go */
  RefnetListHeaderFunc is_list; /* NULL: no column lists anything */
  gconstpointer is_list_data;
  gboolean keeps_lines; /* of cells that have several */
} RefnetRowsSetup;

/* Functions that return a gboolean: FALSE with *error set when the reading has to stop, FALSE
 * without when nobody wants more rows. */
RefnetRows *refnet_rows_new(const RefnetRowsSetup *setup);
void refnet_rows_free(RefnetRows *rows);

/* The next row, blank or not, begins on physical line `line`. */
void refnet_rows_begin(RefnetRows *rows, guint64 line);
guint64 refnet_rows_line(const RefnetRows *rows);
/* The header was read, or there is none. */
gboolean refnet_rows_have_header(const RefnetRows *rows);
/* `column 3 ("service")`, columns from 1; caller frees. */
char *refnet_rows_describe_column(const RefnetRows *rows, guint column);

/* Rejects the row that was begun. `column` from 1, 0: the whole row; `fix` is static, `message`
 * taken over. A header that is rejected stops the reading. */
gboolean refnet_rows_reject(RefnetRows *rows, const char *kind, guint column, const char *fix,
                            char *message, GError **error);
/* Takes the row that was begun from one plain line (see table/read/plain.h). *taken FALSE: it is
 * not plain, and nothing happened. */
gboolean refnet_rows_take_plain(RefnetRows *rows, const RefnetLine *line, char delimiter,
                                gboolean *taken, GError **error);
/* Takes the row that was begun; its cells are cleaned. */
gboolean refnet_rows_take(RefnetRows *rows, RefnetRawRow *cells, GError **error);
/* Says something about the whole file; `fix` is static, `message` taken over. */
gboolean refnet_rows_remark(RefnetRows *rows, const char *kind, RefnetSeverity severity,
                            const char *fix, char *message, GError **error);
/* At the end of the file: says what was counted on the way. */
gboolean refnet_rows_finish(RefnetRows *rows, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetRows, refnet_rows_free)

G_END_DECLS

#endif
