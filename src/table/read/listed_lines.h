/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells that list something on lines of their own. */
#ifndef REFNET_TABLE_READ_LISTED_LINES_H
#define REFNET_TABLE_READ_LISTED_LINES_H

#include <glib.h>

G_BEGIN_DECLS

/* The cell, which is UTF-8, clean (refnet_text_clean), with "; " between its lines, and without
 * what marks them ("• ", "- ", "2. "); where a line ends in a comma, a semicolon or a stroke the
 * list has its own dividers, and a blank is put. Caller frees. O(length). */
char *refnet_listed_lines(const char *text);

/* The same lines, clean, with "\n" between them as before. Caller frees. O(length). */
char *refnet_kept_lines(const char *text);

G_END_DECLS

#endif
