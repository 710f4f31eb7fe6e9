/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The physical lines of a table, with the way back to the second line of the row being read. */
#ifndef REFNET_TABLE_READ_LINES_H
#define REFNET_TABLE_READ_LINES_H

#include "table/read/source.h"

G_BEGIN_DECLS

/* The most bytes one row may take, line ends included. */
#define REFNET_ROW_BYTES_MAX ((gsize)16 << 20)

/* Memory: what was read since the row began, at most REFNET_ROW_BYTES_MAX, and one block. */
typedef struct RefnetLines RefnetLines;

/* One line, valid until the next call. Ends are LF, CR LF and CR. */
typedef struct {
  const char *text;
  gsize length;     /* without its end */
  gsize end_length; /* 0 (the last line of the file only), 1 or 2; the end follows the text */
  guint64 number;   /* from 1 */
} RefnetLine;

typedef enum {
  REFNET_LINES_LINE,
  REFNET_LINES_END,
  REFNET_LINES_TOO_LARGE, /* the row would grow beyond the cap with this line, which is not taken */
  REFNET_LINES_FAILED     /* *error is set */
} RefnetLinesStatus;

/* `source` is borrowed. */
RefnetLines *refnet_lines_new(RefnetSource *source);
void refnet_lines_free(RefnetLines *lines);

/* A row begins with the next line. */
void refnet_lines_begin_row(RefnetLines *lines);
/* Takes the next line of the row. Amortized O(its length). */
RefnetLinesStatus refnet_lines_next(RefnetLines *lines, RefnetLine *line, GError **error);
/* Goes back to the line after the one where the row began, and begins a row there. */
void refnet_lines_resume(RefnetLines *lines);
/* After REFNET_LINES_TOO_LARGE on the first line of a row: passes over that line and begins a row
 * after it. FALSE with *error set. */
gboolean refnet_lines_skip(RefnetLines *lines, GError **error);
/* The first line of the row being read, without its end; NULL: none was taken. Valid until the next
 * line is. */
const char *refnet_lines_first(const RefnetLines *lines, gsize *length);
/* The number of the line that comes next, from 1. */
guint64 refnet_lines_number(const RefnetLines *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetLines, refnet_lines_free)

G_END_DECLS

#endif
