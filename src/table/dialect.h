/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which character separates the cells of a table. */
#ifndef REFNET_TABLE_DIALECT_H
#define REFNET_TABLE_DIALECT_H

#include <glib.h>

G_BEGIN_DECLS

/* The delimiter that Excel's line "sep=;" declares; 0: `line` is not such a line. */
char refnet_dialect_from_sep_line(const char *line, gsize length);

/* The one of comma, semicolon and tab that occurs most in the header line outside quotes; 0 when
 * none does. */
char refnet_dialect_from_header(const char *line, gsize length);

/* How many of `delimiter` are in the line. With `tight`, only those without a blank after them:
 * a comma with a blank after it is prose. O(length). */
gsize refnet_dialect_count(const char *line, gsize length, char delimiter, gboolean tight);

G_END_DECLS

#endif
