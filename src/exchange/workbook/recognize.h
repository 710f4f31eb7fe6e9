/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which file of a dataset each sheet of a workbook is, by its name and its headers, and in which
 * row its header stands. */
#ifndef REFNET_EXCHANGE_WORKBOOK_RECOGNIZE_H
#define REFNET_EXCHANGE_WORKBOOK_RECOGNIZE_H

#include "exchange/workbook/workbook.h"
#include "model/columns/fields.h"
#include "table/read/grid.h"

G_BEGIN_DECLS

#define REFNET_HEADER_WITHIN 50 /* rows among which a header is looked for */

/* What a sheet would be as one of the files. */
typedef struct {
  guint score; /* 0: it cannot be */
  guint32 header_row;
} RefnetSheetReading;

typedef struct {
  RefnetWorkbookSheet *sheet;
  RefnetSheetReading readings[REFNET_FILES];
  gint file;      /* chosen; −1: none */
  gboolean joins; /* another sheet is a better one of that file, and this one's rows belong to it */
} RefnetSheetGuess;

/* A guess for each sheet (RefnetSheetGuess), in the workbook's order; hidden ones are left out of
 * the choice. `columns`: what --column says of headers, or NULL. The best pairs of a sheet and a
 * file are chosen first; what is left joins them, unless its name says that it is an old one or an
 * example. O(cells of the first rows). */
GArray *refnet_workbook_recognize(const RefnetWorkbook *workbook, const char *const *columns);

/* The best of a sheet's readings, chosen or not; REFNET_FILES: it has none. */
guint refnet_sheet_guess_best(const RefnetSheetGuess *guess);

/* How well the cells of a row, each text once, serve as the header of a file that nobody named; 0:
 * a required column is missing, or too few of them are known. O(cells · synonyms). */
guint refnet_header_score(const RefnetFilledCell *cells, gsize length, RefnetFile file,
                          const char *const *columns);

/* Whether such cells name every column that the file requires. O(cells · synonyms). */
gboolean refnet_header_names_required(const RefnetFilledCell *cells, gsize length, RefnetFile file,
                                      const char *const *columns);

/* "organisations", "referrals" …: what the file holds. Caller frees. */
char *refnet_file_content(RefnetFile file);

G_END_DECLS

#endif
