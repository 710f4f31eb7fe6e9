/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text files, packed or not: their first bytes, and their lines. */
#ifndef REFNET_EXCHANGE_FILES_TEXT_FILE_H
#define REFNET_EXCHANGE_FILES_TEXT_FILE_H

#include "exchange/files/packed.h"
#include "table/read/lines.h"

G_BEGIN_DECLS

typedef struct RefnetTextFile RefnetTextFile;

/* `label` names the file in errors and is copied. REFNET_ERROR_IO, _INPUT: it cannot be read. */
RefnetTextFile *refnet_text_file_open(const char *path, const char *label, GError **error);
void refnet_text_file_free(RefnetTextFile *file);

/* The next line, clean (refnet_text_clean) and in UTF-8, and its number from 1; NULL at the end, or
 * with *error set. Borrowed until the next. */
const char *refnet_text_file_line(RefnetTextFile *file, guint64 *number, GError **error);

/* The beginning of the file, unpacked, some thousand bytes; "" where it is no regular file, for
 * that could not be read again, or cannot be read. Caller frees. */
char *refnet_text_file_head(const char *path);

/* The same of a workbook's sheet: its first rows as CSV, each a line of its own and as wide as the
 * sheet, so that line numbers are those of its rows. Caller frees. */
char *refnet_text_head_of_cells(RefnetCellGrid *cells);

/* The first line of such a beginning that says something: neither blank, a comment ("#", "%") nor
 * Excel's "sep=". Caller frees. */
char *refnet_text_file_first_line(const char *head);

/* The rows of such a beginning, at most `most`, as a table has them: clean cells, GStrv. Blank ones
 * are left out. Never NULL. */
GPtrArray *refnet_text_file_head_rows(const char *head, guint most);

/* Divides a line at blanks, tabs, commas and equals signs in `separators`; text in double or single
 * quotes stays whole, quotes inside it too, with a backslash before them or without. Caller frees
 * with g_strfreev. */
char **refnet_text_tokens(const char *line, const char *separators);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetTextFile, refnet_text_file_free)

G_END_DECLS

#endif
