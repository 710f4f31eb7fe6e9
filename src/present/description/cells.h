/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The cells of one row, filled column by column. Texts handed over with `take` live until the row
 * is cleared. */
#ifndef REFNET_PRESENT_DESCRIPTION_CELLS_H
#define REFNET_PRESENT_DESCRIPTION_CELLS_H

#include <refnet/model.h>
#include <refnet/table.h>

typedef struct {
  const RefnetColumn *columns;
  RefnetValue *values; /* one a column */
  guint filled;
  GPtrArray *owned; /* memory of the row */
} RefnetCells;

void refnet_cells_init(RefnetCells *cells, const RefnetColumn *columns);
/* Forgets the row's values and frees what it owned. */
void refnet_cells_clear(RefnetCells *cells);
void refnet_cells_dispose(RefnetCells *cells);

/* Each fills the next column, which must be of that type. */
void refnet_cells_null(RefnetCells *cells);
void refnet_cells_text(RefnetCells *cells, const char *text); /* NULL: unknown */
void refnet_cells_take_text(RefnetCells *cells, char *text);
void refnet_cells_integer(RefnetCells *cells, gint64 integer);
void refnet_cells_real(RefnetCells *cells, double real); /* NaN: unknown */
void refnet_cells_boolean(RefnetCells *cells, gboolean boolean);
void refnet_cells_date(RefnetCells *cells, RefnetDate date);
/* Takes a NULL-terminated array of texts and its texts. */
void refnet_cells_take_texts(RefnetCells *cells, char **texts);
/* The ids of organizations. */
void refnet_cells_organization_ids(RefnetCells *cells, const RefnetDataset *dataset,
                                   RefnetIndexList organizations);
/* The name of a value (REFNET_NONE: unknown), of several, and of areas; borrowed. */
void refnet_cells_value(RefnetCells *cells, const RefnetVocabulary *vocabulary, guint32 value);
void refnet_cells_values(RefnetCells *cells, const RefnetVocabulary *vocabulary,
                         RefnetIndexList values);
void refnet_cells_area_names(RefnetCells *cells, const RefnetDataset *dataset,
                             RefnetIndexList areas);
/* The next two columns: an area's key, for programs, and its name. */
void refnet_cells_area(RefnetCells *cells, const RefnetDataset *dataset, guint32 area);
/* Nested rows: fill `*nested` (as many values as rows × nested columns), owned by the row. */
RefnetValue *refnet_cells_records(RefnetCells *cells, gsize rows, guint columns);
/* Hands memory to the row. */
char *refnet_cells_own(RefnetCells *cells, char *text);

#endif
