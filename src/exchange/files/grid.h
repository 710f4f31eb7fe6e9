/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A sheet of unknown shape, read whole: headers are found later, by what is in them. */
#ifndef REFNET_EXCHANGE_FILES_GRID_H
#define REFNET_EXCHANGE_FILES_GRID_H

#include "base/pool.h"
#include <refnet/exchange.h>

G_BEGIN_DECLS

typedef struct {
  char *label;       /* the name of the file or sheet, for messages */
  gboolean in_sheet; /* of a workbook */
  guint rows, width;
  guint64 *lines;     /* by row: where it begins */
  guint64 broken;     /* rows that could not be read at all; each is an error diagnostic */
  const char **cells; /* rows × width, never NULL; blank: "" */
  RefnetPool *pool;
} RefnetGrid;

/* Reads the sheet at `path`. Markup as survey programs leave it in their texts (&amp;, <b>) is read
 * as what it means. REFNET_ERROR_INPUT: nothing is in it, or it is too large for a survey
 * (2^24 cells). O(bytes). */
RefnetGrid *refnet_grid_read(const RefnetImport *import, const char *path, GError **error);
/* The same of cells in memory, which are a workbook's sheet called `label`. */
RefnetGrid *refnet_grid_from_cells(const RefnetImport *import, const char *label,
                                   RefnetCellGrid *cells, GError **error);
void refnet_grid_free(RefnetGrid *grid);

/* REFNET_ERROR_INPUT: nothing is in the file, so "there are no links in it" (`nothing`); or nothing
 * that can be read, and why its first row cannot. */
void refnet_grid_refuse_empty(const RefnetImport *import, const char *label, const char *nothing,
                              GError **error);

/* Leaves out the rows above `row`, which becomes the first. */
void refnet_grid_begin_at(RefnetGrid *grid, guint row);

const char *refnet_grid_cell(const RefnetGrid *grid, guint row, guint column);

/* The row's filled cells as headers (model/columns/header_row.h). Caller frees. */
GStrv refnet_grid_headers(const RefnetGrid *grid, guint row);

/* What is wrong, where, and what to do; kept as in a RefnetDiagnostic. */
typedef struct {
  const char *kind;
  RefnetSeverity severity;
  guint row;         /* G_MAXUINT: the whole file */
  guint column;      /* G_MAXUINT: the whole row */
  const char *field; /* the column's header, or NULL */
  const char *fix;
} RefnetGridProblem;

/* Adds a diagnostic to the import's report. */
void refnet_grid_report(const RefnetGrid *grid, const RefnetImport *import,
                        const RefnetGridProblem *problem, const char *message, ...)
    G_GNUC_PRINTF(4, 5);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetGrid, refnet_grid_free)

G_END_DECLS

#endif
