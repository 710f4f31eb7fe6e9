/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A sparse table in memory: only what is filled takes room, equal texts are kept once. */
#include "table/read/grid.h"

#include "base/memory.h"

#include <string.h>

#include "base/pool.h"

struct RefnetCellGrid {
  int references;
  RefnetPool *pool;
  GArray *cells; /* RefnetFilledCell */
  gboolean unsorted;
  guint32 first_row;
};

RefnetCellGrid *refnet_cell_grid_new(void) {
  RefnetCellGrid *grid = g_new0(RefnetCellGrid, 1);
  grid->references = 1;
  grid->pool = refnet_pool_new();
  grid->cells = g_array_new(FALSE, FALSE, sizeof(RefnetFilledCell));
  return grid;
}

RefnetCellGrid *refnet_cell_grid_ref(RefnetCellGrid *grid) {
  grid->references++;
  return grid;
}

void refnet_cell_grid_unref(RefnetCellGrid *grid) {
  if (grid == NULL || --grid->references > 0)
    return;
  g_array_unref(grid->cells);
  refnet_pool_free(grid->pool);
  g_free(grid);
}

static gint64 order_of(const RefnetFilledCell *cell) {
  return (gint64)cell->row << 32 | cell->column;
}

gboolean refnet_cell_grid_add(RefnetCellGrid *grid, guint32 row, guint32 column, const char *text) {
  if (*text == '\0')
    return TRUE;
  RefnetFilledCell cell = {row, column, refnet_pool_intern(grid->pool, text)};
  if (cell.text == NULL)
    return FALSE;
  if (grid->cells->len > 0 && order_of(&g_array_index(grid->cells, RefnetFilledCell,
                                                      grid->cells->len - 1)) >= order_of(&cell))
    grid->unsorted = TRUE;
  g_array_append_val(grid->cells, cell);
  return TRUE;
}

/* ---- order ----------------------------------------------------------------------------------- */

/* Of cells of one place the first that was added comes first, and is kept. */
static int compare_cells(gconstpointer a, gconstpointer b) {
  gint64 first = order_of(a), second = order_of(b);
  return (first > second) - (first < second);
}

static void sort_cells(RefnetCellGrid *grid) {
  g_array_sort(grid->cells, compare_cells);
  guint kept = 0;
  RefnetFilledCell *cells = (RefnetFilledCell *)(gpointer)grid->cells->data;
  for (guint i = 0; i < grid->cells->len; i++)
    if (kept == 0 || order_of(&cells[kept - 1]) != order_of(&cells[i]))
      cells[kept++] = cells[i];
  g_array_set_size(grid->cells, kept);
  grid->unsorted = FALSE;
}

const RefnetFilledCell *refnet_cell_grid_cells(RefnetCellGrid *grid, gsize *length) {
  if (grid->unsorted)
    sort_cells(grid);
  *length = grid->cells->len;
  return (const RefnetFilledCell *)(gconstpointer)grid->cells->data;
}

gboolean refnet_cell_grids_equal(RefnetCellGrid *a, RefnetCellGrid *b) {
  gsize length, other;
  const RefnetFilledCell *first = refnet_cell_grid_cells(a, &length);
  const RefnetFilledCell *second = refnet_cell_grid_cells(b, &other);
  gboolean equal = length == other;
  for (gsize i = 0; equal && i < length; i++)
    equal =
        order_of(&first[i]) == order_of(&second[i]) && strcmp(first[i].text, second[i].text) == 0;
  return equal;
}

gboolean refnet_cell_grid_replace(RefnetCellGrid *grid, gsize index, const char *text) {
  const char *copy = refnet_pool_intern(grid->pool, text);
  if (copy != NULL)
    g_array_index(grid->cells, RefnetFilledCell, index).text = copy;
  return copy != NULL;
}

void refnet_cell_grid_begin_at(RefnetCellGrid *grid, guint32 row) {
  grid->first_row = row;
}

/* ---- reading --------------------------------------------------------------------------------- */

/* Hands on the cells first … end − 1, which are one row. */
static gboolean take_row(RefnetRows *rows, RefnetRawRow *cells, const RefnetFilledCell *first,
                         const RefnetFilledCell *end, GError **error) {
  gsize bytes = end[-1].column;
  for (const RefnetFilledCell *cell = first; cell < end; cell++)
    bytes += strlen(cell->text);
  refnet_raw_row_clear(cells);
  if (!refnet_raw_row_reserve(cells, bytes))
    return refnet_set_out_of_memory(error);
  guint32 column = 1;
  for (const RefnetFilledCell *cell = first; cell < end; cell++) {
    for (; column < cell->column; column++)
      refnet_raw_row_add(cells, "", 0);
    refnet_raw_row_add(cells, cell->text, strlen(cell->text));
    column++;
  }
  return refnet_rows_take(rows, cells, error);
}

guint32 refnet_cell_grid_width(RefnetCellGrid *grid) {
  guint32 width = 0;
  for (guint i = 0; i < grid->cells->len; i++)
    width = MAX(width, g_array_index(grid->cells, RefnetFilledCell, i).column);
  return width;
}

typedef struct {
  RefnetCellGrid *grid;
  RefnetRows *rows;
} GridReader;

static gboolean fill(gpointer data, GError **error) {
  const GridReader *reader = data;
  RefnetRows *rows = reader->rows;
  gsize length;
  const RefnetFilledCell *cells = refnet_cell_grid_cells(reader->grid, &length),
                         *end = cells + length;
  g_autoptr(RefnetRawRow) raw = refnet_raw_row_new();
  while (cells < end && cells->row < reader->grid->first_row)
    cells++;
  for (guint32 line = 0; cells < end;) {
    const RefnetFilledCell *next = cells;
    while (next < end && next->row == cells->row)
      next++;
    while (line < cells->row)
      refnet_rows_begin(rows, ++line);
    if (!take_row(rows, raw, cells, next, error))
      return FALSE;
    cells = next;
  }
  return refnet_rows_finish(rows, error);
}

gboolean refnet_cell_grid_read(RefnetDelivery *delivery, GError **error) {
  const RefnetTableOptions *options = delivery->options;
  RefnetCellGrid *grid = options->grid;
  g_autoptr(RefnetRelay) relay = refnet_relay_new(delivery, REFNET_BATCH_BYTES);
  const RefnetRowsSetup setup = {.label = options->label,
                                 .headerless = delivery->handler->header == NULL,
                                 .keep_rejected = delivery->handler->rejected != NULL,
                                 .is_grid = TRUE,
                                 .grid_width = refnet_cell_grid_width(grid),
                                 .relay = relay,
                                 .is_list = options->is_list,
                                 .is_list_data = options->is_list_data,
                                 .keeps_lines = options->keeps_lines};
  g_autoptr(RefnetRows) rows = refnet_rows_new(&setup);
  GridReader reader = {grid, rows};
  return refnet_relay_run(relay, fill, &reader, 1, error);
}
