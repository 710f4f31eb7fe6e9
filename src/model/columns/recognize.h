/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which file of a dataset each of several tables is, by its name and its headers, and in which row
 * its header stands: sheets of a workbook, or files of a folder that are called otherwise. */
#ifndef REFNET_MODEL_COLUMNS_RECOGNIZE_H
#define REFNET_MODEL_COLUMNS_RECOGNIZE_H

#include "model/columns/fields.h"
#include "table/read/grid.h"

G_BEGIN_DECLS

#define REFNET_HEADER_WITHIN 50 /* rows among which a header is looked for */

/* What a table would be as one of the files. */
typedef struct {
  guint score; /* 0: it cannot be */
  guint32 header_row;
} RefnetTableReading;

typedef struct {
  const char *name;     /* what people call it: of a sheet, or of a file without its ending */
  const char *label;    /* the same for messages */
  RefnetCellGrid *grid; /* its first rows, or all */
  gboolean hidden;      /* it is left out of the choice */
  RefnetTableReading readings[REFNET_FILES];
  gint file;      /* chosen; −1: none */
  gboolean joins; /* another table is a better one of that file, and this one's rows belong to it */
} RefnetTableGuess;

/* A guess with nothing told yet; all is borrowed. */
RefnetTableGuess refnet_table_guess(const char *name, const char *label, RefnetCellGrid *grid,
                                    gboolean hidden);

/* Chooses a file for each guess (RefnetTableGuess). `columns`: what --column says of headers, or
 * NULL. The best pairs of a table and a file are chosen first, old ones and examples by their names
 * last; what is left joins them, unless its name says that it is such. O(cells of the first rows).
 */
void refnet_tables_recognize(GArray *guesses, const char *const *columns);

/* The best of a table's readings, chosen or not; REFNET_FILES: it has none. */
guint refnet_table_guess_best(const RefnetTableGuess *guess);

/* The guess that was chosen for the file; NULL: none was. */
RefnetTableGuess *refnet_table_guess_chosen(const GArray *guesses, RefnetFile file);

/* Whether a header of that file was found in the table, not only assumed from its name. */
gboolean refnet_table_guess_has_header(const RefnetTableGuess *guess, RefnetFile file);

/* The cells of the row in which the file's header stands, *length of them; borrowed. O(cells). */
const RefnetFilledCell *refnet_table_guess_header(const RefnetTableGuess *guess, RefnetFile file,
                                                  gsize *length);

/* How surely the table's name says that it is that file; 0: it doesn't. */
guint refnet_table_guess_named(const RefnetTableGuess *guess, RefnetFile file);

/* Whether the table's name says that it is that file and its header does not gainsay it, or the
 * header could hardly be another's: many a list of no organizations has names, types and e-mail
 * addresses, many a survey's answers, or a sign-in sheet, people at organizations, and a list of
 * journeys has from and to. */
gboolean refnet_table_guess_is_sure(const RefnetTableGuess *guess, RefnetFile file);

/* "organisations", "referrals" …: what the file holds. Caller frees. */
char *refnet_file_content(RefnetFile file);

G_END_DECLS

#endif
