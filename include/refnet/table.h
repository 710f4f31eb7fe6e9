/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — table room: rows in, rows out.
 *
 * Reading: delimited text of any common dialect and encoding, row by row, with every row accounted
 * for. Writing: one stream of typed rows as an aligned table, CSV, JSON or Markdown. */
#ifndef REFNET_TABLE_H
#define REFNET_TABLE_H

#include <refnet/base.h>

G_BEGIN_DECLS

/* ---- Reading --------------------------------------------------------------------------------- */

/* What became of a row that was handed on. */
typedef enum { REFNET_ROW_KEPT, REFNET_ROW_MERGED, REFNET_ROW_REJECTED } RefnetRowFate;

/* One row, valid during the call it is passed to. Cells are NUL-terminated UTF-8, cleaned as
 * by refnet_text_clean; a blank cell is "". `fields` is that of the header without the blank
 * columns at its end: surplus cells that are not blank reject the row, missing ones at the end read
 * as "", and so do the cells of a column without a header. */
typedef struct {
  const char *const *cells;
  guint fields;
  guint64 line;   /* physical line where the row begins, from 1 */
  guint64 record; /* spreadsheet row, header = 1 */
  guint slot; /* below REFNET_ROWS_AHEAD; no two rows prepared and not handed on have the same */
} RefnetRow;

#define REFNET_ROWS_AHEAD 32

/* Rows of one file: read = kept + merged + rejected. Blank rows are not read rows. */
typedef struct {
  guint64 read, kept, merged, rejected;
} RefnetRowCount;

/* Called once with the header row (cells cleaned). Returning FALSE with *error set stops. */
typedef gboolean (*RefnetHeaderFunc)(const RefnetRow *header, gpointer data, GError **error);
/* Called for every sound row after the header. */
typedef RefnetRowFate (*RefnetRowFunc)(const RefnetRow *row, gpointer data);

/* Called for every row that is rejected, by its structure or by the row function, after what is
 * wrong with it went to the diagnostics. Of a row that could not be parsed `row` has no cells
 * (fields 0), and `text` the `length` bytes of its first line as they stand in the file; else
 * `text` is NULL. */
typedef void (*RefnetRejectFunc)(const RefnetRow *row, const char *text, gsize length,
                                 gpointer data);
/* Called now and then while a file is read: bytes so far, and in all (0: not known). */
typedef void (*RefnetProgressFunc)(const char *label, guint64 done, guint64 total, gpointer data);

/* Called for every sound row some rows before the row function gets it, so that it can ask for the
 * memory that the row function will look into; what it makes of the row it may keep by the row's
 * slot. */
typedef void (*RefnetPrepareFunc)(const RefnetRow *row, gpointer data);

/* Who takes the rows of a table; all but `row` may be NULL. */
typedef struct {
  RefnetHeaderFunc header; /* NULL: the table has none, and `row` gets every row with all of its
                              cells */
  RefnetRowFunc row;
  RefnetRejectFunc rejected;
  RefnetPrepareFunc prepare;
  gpointer data; /* of these */
} RefnetRowHandler;

/* A table that was taken apart elsewhere, such as a sheet of a workbook. References are counted, by
 * one thread. */
typedef struct RefnetCellGrid RefnetCellGrid;
RefnetCellGrid *refnet_cell_grid_new(void);
RefnetCellGrid *refnet_cell_grid_ref(RefnetCellGrid *grid);
void refnet_cell_grid_unref(RefnetCellGrid *grid);
/* Puts `text`, which is copied, into a cell; rows and columns count from 1. Blank texts take no
 * room, equal ones that of one; of several texts in one cell the first is kept. FALSE: no memory.
 */
gboolean refnet_cell_grid_add(RefnetCellGrid *grid, guint32 row, guint32 column, const char *text);
/* The last column with anything in it, from 1; 0: nothing is. O(cells). */
guint32 refnet_cell_grid_width(RefnetCellGrid *grid);

/* Do the cells below this header list things? Asked once for each cell of the header, perhaps in
 * another thread. */
typedef gboolean (*RefnetListHeaderFunc)(const char *header, gconstpointer data);

typedef struct {
  const char *label; /* name of the file in diagnostics, e.g. "referrals.csv" */
  char delimiter;    /* ',', ';', '\t'; 0: told from the header line or Excel's sep= line */
  RefnetProgressFunc progress; /* NULL: nobody looks */
  gpointer progress_data;
  RefnetCellGrid *grid; /* read in place of a file, whose path is then NULL. Cells to the right of
                       the header are left out, and rows may end early: that is how people use
                       sheets */
  guint64 header_line;  /* where the header stands; rows above are passed over. 0: the first row */
  guint threads; /* 2: rows are parsed in a thread of their own; 1: not; 0: as is quicker. The
                    caller's functions are always called in the caller's thread, with the same in
                    the same order */
  RefnetListHeaderFunc is_list; /* in such columns the lines of a cell are parted by "; ", as what
                                   it lists; elsewhere, and where NULL, by a blank */
  gconstpointer is_list_data;
  gboolean keeps_lines; /* elsewhere they are parted by "\n" in place of a blank */
} RefnetTableOptions;

/* Where the bytes of a table come from that is no plain file: puts up to `capacity` next bytes into
 * `buffer`; 0 at the end, -1 with *error set. */
typedef gssize (*RefnetReadFunc)(gpointer stream, void *buffer, gsize capacity, GError **error);

/* Reads the file at `path`: UTF-8 with or without BOM, UTF-16 with BOM, Windows-1252 where not
 * UTF-8; LF, CRLF or CR. Broken rows are rejected, counted and reported in `diagnostics`, and
 * reading goes on at the next sound row. Errors (REFNET_ERROR_IO, REFNET_ERROR_INPUT): the file
 * cannot be read, is empty, or the handler refused its header. One pass, memory bounded by the
 * largest row (16 MiB). */
gboolean refnet_table_read(const char *path, const RefnetTableOptions *options,
                           const RefnetRowHandler *handler, RefnetRowCount *count,
                           RefnetDiagnostics *diagnostics, GError **error);
/* The same from what `read` delivers of `stream`. */
gboolean refnet_table_read_stream(RefnetReadFunc read, gpointer stream,
                                  const RefnetTableOptions *options,
                                  const RefnetRowHandler *handler, RefnetRowCount *count,
                                  RefnetDiagnostics *diagnostics, GError **error);

/* ---- Writing --------------------------------------------------------------------------------- */

typedef enum {
  REFNET_FORMAT_TABLE,
  REFNET_FORMAT_CSV,
  REFNET_FORMAT_JSON,
  REFNET_FORMAT_MARKDOWN
} RefnetFormat;

typedef enum {
  REFNET_VALUE_TEXT,
  REFNET_VALUE_INTEGER,
  REFNET_VALUE_REAL, /* NaN: n/a */
  REFNET_VALUE_BOOLEAN,
  REFNET_VALUE_DATE,
  REFNET_VALUE_TEXTS,  /* a list of texts */
  REFNET_VALUE_RECORDS /* a list of rows with columns of their own; one level only */
} RefnetValueType;

enum {
  REFNET_COLUMN_PROSE = 1 << 0,      /* a sentence: wrapped on lines of its own in a table */
  REFNET_COLUMN_DETAIL = 1 << 1,     /* in csv and json only, left out of tables for people */
  REFNET_COLUMN_TABLE_ONLY = 1 << 2, /* for people only, e.g. a name beside its id */
  REFNET_COLUMN_DISTANCE = 1 << 3,   /* in km; people read it in the units they chose */
  REFNET_COLUMN_NAME = 1 << 4 /* the first column, a text: in JSON the row is a member called so */
};

/* One column: `key` is the contract (JSON, CSV), `heading` what people read. Static. */
typedef struct RefnetColumn {
  const char *key;
  const char *heading;
  RefnetValueType type;
  int decimals;                       /* of a REAL, for people; JSON and CSV have all digits */
  guint flags;                        /* REFNET_COLUMN_… */
  const struct RefnetColumn *columns; /* of RECORDS, ended by key NULL; else NULL */
} RefnetColumn;

/* One cell. `is_null` is "unknown" (n/a, JSON null). Everything is borrowed until the next row. */
typedef struct RefnetValue {
  gboolean is_null;
  union {
    const char *text;
    gint64 integer;
    double real;
    gboolean boolean;
    RefnetDate date;
    struct {
      const char *const *items;
      gsize length;
    } texts;
    struct {
      const struct RefnetValue *cells; /* length × number of nested columns, row after row */
      gsize length;
    } records;
  };
} RefnetValue;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetCellGrid, refnet_cell_grid_unref)

G_END_DECLS

#endif
