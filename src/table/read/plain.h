/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text so plain that parsing and cleaning would only cut it at the delimiters and trim a blank here
 * and there: no quotes, no control characters, no two blanks together, nothing that might not be
 * UTF-8 in NFC. */
#ifndef REFNET_TABLE_READ_PLAIN_H
#define REFNET_TABLE_READ_PLAIN_H

#include <glib.h>

G_BEGIN_DECLS

/* Cuts a plain line, copied to `text` (length + 1 bytes), into NUL-terminated cells, at most
 * REFNET_CELLS_MAX. Returns how many; 0: the line is not plain, or has more. O(length). */
guint refnet_plain_split(const char *line, gsize length, char delimiter, char *text,
                         const char **cells);

/* Whether a cell without blanks at its ends is plain, quotes aside. O(length). */
gboolean refnet_plain_is(const char *text, gsize length);

G_END_DECLS

#endif
