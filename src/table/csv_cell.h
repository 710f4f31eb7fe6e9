/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells of CSV files. Delimiters and line ends between them are the caller's. */
#ifndef REFNET_TABLE_CSV_CELL_H
#define REFNET_TABLE_CSV_CELL_H

#include <refnet/base.h>

G_BEGIN_DECLS

/* The text as it is, quoted where needed: for files that refnet reads again. O(length). */
void refnet_csv_put(RefnetOutput *output, const char *text);
/* The same for people's spreadsheets: what would be a formula gets an apostrophe in front, control
 * characters become U+FFFD. */
void refnet_csv_put_safe(RefnetOutput *output, const char *text);

G_END_DECLS

#endif
