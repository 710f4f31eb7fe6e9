/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells of CSV files. Delimiters and line ends between them are the caller's. */
#ifndef REFNET_TABLE_CSV_CELL_H
#define REFNET_TABLE_CSV_CELL_H

#include <refnet/base.h>

G_BEGIN_DECLS

/* The text with an apostrophe in front where a spreadsheet would take it for a formula (=, +, -, @
 * or their full-width forms in front, numbers apart), and where reading would take one off:
 * refnet_csv_take gives the text back. Spreadsheets show the apostrophe and save it again (seen
 * with LibreOffice 7.4; a tab or a blank in front, too, but reading trims those). Caller frees.
 * O(length). */
char *refnet_csv_disarm(const char *text);
const char *refnet_csv_take(const char *text);

/* Writes the text so, quoted where needed; control characters become U+FFFD. O(length). */
void refnet_csv_put(RefnetOutput *output, const char *text);

G_END_DECLS

#endif
