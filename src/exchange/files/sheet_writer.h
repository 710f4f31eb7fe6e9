/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A file of the dataset that an import makes, written row by row. */
#ifndef REFNET_EXCHANGE_FILES_SHEET_WRITER_H
#define REFNET_EXCHANGE_FILES_SHEET_WRITER_H

#include "model/columns/fields.h"
#include <refnet/exchange.h>

G_BEGIN_DECLS

typedef struct RefnetSheetWriter RefnetSheetWriter;

/* Begins the file with a header of `columns`, NULL-terminated: fields of the file by their own
 * names, or others, which are kept as attributes. */
RefnetSheetWriter *refnet_sheet_writer_open(const RefnetImport *import, RefnetFile file,
                                            const char *const *columns, GError **error);
/* Adds a row, a cell a column; NULL: blank. Write errors show at the close. */
void refnet_sheet_writer_row(RefnetSheetWriter *writer, const char *const *cells);
/* Puts the file in its place and its rows into the import's report. */
gboolean refnet_sheet_writer_close(RefnetSheetWriter *writer, GError **error);
/* Frees; a file that was not closed is removed. */
void refnet_sheet_writer_free(RefnetSheetWriter *writer);

/* Adds `item` to a cell that holds a list; what would end an item there becomes a comma. */
void refnet_list_cell_add(GString *cell, const char *item);
/* The list with each item once, however it is spelled, in the order in which they first come.
 * Caller frees. O(length). */
char *refnet_list_cell_once(const char *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetSheetWriter, refnet_sheet_writer_free)

G_END_DECLS

#endif
