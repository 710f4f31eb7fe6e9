/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/workbook/join.h"

#include "base/memory.h"
#include "table/read/grid.h"

#include <string.h>

enum { COLUMNS_MOST = 16384 };

/* A column of the joined table. */
typedef struct {
  char *folded;   /* header */
  guint field;    /* that it means, or G_MAXUINT */
  guint32 column; /* from 1 */
} Column;

typedef struct {
  RefnetFile file;
  GArray *columns; /* Column */
  guint32 width;
  guint32 header; /* row of the table's header: that of the first sheet */
  RefnetJoinedSheets *joined;
} Joining;

static void clear_column(gpointer column) {
  g_free(((Column *)column)->folded);
}

static guint field_of(RefnetFile file, const char *folded) {
  const RefnetFileFields *fields = refnet_file_fields(file);
  guint best = G_MAXUINT, field = G_MAXUINT;
  for (guint f = 0; f < fields->field_count; f++) {
    guint fit = refnet_field_fit(&fields->fields[f], folded);
    if (fit < best) {
      best = fit;
      field = f;
    }
  }
  return field;
}

/* ---- columns --------------------------------------------------------------------------------- */

/* The column of the joined table with that header, else that means the same; NULL: there is none
 * that isn't `taken`. */
static const Column *find_column(const Joining *joining, const char *folded, guint field,
                                 const gboolean *taken) {
  const Column *same_field = NULL;
  for (guint i = 0; i < joining->columns->len; i++) {
    const Column *column = &g_array_index(joining->columns, Column, i);
    if (taken[column->column - 1])
      continue;
    if (strcmp(column->folded, folded) == 0)
      return column;
    if (field != G_MAXUINT && column->field == field && same_field == NULL)
      same_field = column;
  }
  return same_field;
}

static const Column *add_column(Joining *joining, const char *folded, guint field, guint32 wanted) {
  Column column = {g_strdup(folded), field, wanted > 0 ? wanted : joining->width + 1};
  joining->width = MAX(joining->width, column.column);
  g_array_append_val(joining->columns, column);
  return &g_array_index(joining->columns, Column, joining->columns->len - 1);
}

/* Where each column of a sheet goes, both from 1; 0: it has no header. The first sheet's stay where
 * they are. New headers are added to the table. */
static gboolean place_columns(Joining *joining, const RefnetFilledCell *cells, gsize length,
                              gboolean first, guint32 *place) {
  g_autofree gboolean *taken = g_new0(gboolean, COLUMNS_MOST);
  for (gsize i = 0; i < length; i++) {
    g_autofree char *folded = refnet_text_fold_header(cells[i].text);
    guint field = field_of(joining->file, folded);
    const Column *column = first ? NULL : find_column(joining, folded, field, taken);
    if (column == NULL) {
      column = add_column(joining, folded, field, first ? cells[i].column : 0);
      if (column->column > COLUMNS_MOST)
        return FALSE;
      if (!refnet_cell_grid_add(joining->joined->grid, joining->header, column->column,
                                cells[i].text))
        return FALSE;
    }
    taken[column->column - 1] = TRUE;
    place[cells[i].column] = column->column;
  }
  return TRUE;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static guint32 *columns_of_part(const guint32 *place) {
  guint32 *columns = g_new0(guint32, COLUMNS_MOST);
  for (guint32 own = 1; own <= COLUMNS_MOST; own++)
    if (place[own] > 0)
      columns[place[own] - 1] = own;
  return columns;
}

/* Puts the sheet's rows, its header left out, below what is there; *last is the table's last row.
 */
static gboolean add_sheet(Joining *joining, const RefnetTableGuess *guess, guint64 *last) {
  g_autofree guint32 *place = g_new0(guint32, COLUMNS_MOST + 1);
  RefnetJoinedSheets *joined = joining->joined;
  gboolean first = joined->length == 0;
  guint32 header = guess->readings[joining->file].header_row;
  guint64 before = *last;
  gsize length, i = 0, begin;
  const RefnetFilledCell *cells = refnet_cell_grid_cells(guess->grid, &length);
  while (i < length && cells[i].row < header)
    i++;
  for (begin = i; i < length && cells[i].row == header;)
    i++;
  if (!place_columns(joining, cells + begin, i - begin, first, place))
    return FALSE;
  for (; i < length; i++) {
    guint32 column = place[cells[i].column];
    *last = before + cells[i].row;
    if (*last > G_MAXUINT32 ||
        (column > 0 && !refnet_cell_grid_add(joined->grid, (guint32)*last, column, cells[i].text)))
      return FALSE;
  }
  joined->parts[joined->length++] = (RefnetSheetPart){guess->label, before, columns_of_part(place)};
  return TRUE;
}

RefnetJoinedSheets *refnet_sheets_join(const GPtrArray *guesses, RefnetFile file, GError **error) {
  g_autoptr(RefnetJoinedSheets) joined = g_new0(RefnetJoinedSheets, 1);
  const RefnetTableGuess *first = g_ptr_array_index(guesses, 0);
  Joining joining = {.file = file,
                     .columns = g_array_new(FALSE, FALSE, sizeof(Column)),
                     .header = first->readings[file].header_row,
                     .joined = joined};
  g_array_set_clear_func(joining.columns, clear_column);
  joined->grid = refnet_cell_grid_new();
  joined->parts = g_new0(RefnetSheetPart, guesses->len);
  guint64 last = 0;
  gboolean ok = TRUE;
  for (guint i = 0; ok && i < guesses->len; i++)
    ok = add_sheet(&joining, g_ptr_array_index(guesses, i), &last);
  g_array_unref(joining.columns);
  refnet_cell_grid_begin_at(joined->grid, joining.header);
  if (ok)
    return g_steal_pointer(&joined);
  refnet_set_out_of_memory(error);
  return NULL;
}

void refnet_joined_sheets_free(RefnetJoinedSheets *joined) {
  if (joined == NULL)
    return;
  for (guint i = 0; i < joined->length; i++)
    g_free((gpointer)joined->parts[i].columns);
  g_free(joined->parts);
  refnet_cell_grid_unref(joined->grid);
  g_free(joined);
}
