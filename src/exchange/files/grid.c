/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/files/grid.h"

#include "base/gravest.h"
#include "exchange/files/cell_lines.h"
#include "exchange/files/markup_text.h"
#include "model/columns/header_row.h"
#include "table/read/listed_lines.h"

#include <string.h>

#define CELLS_MOST (1u << 24)

static const char *keep_text(RefnetPool *pool, const char *text) {
  g_autofree char *meant = refnet_markup_text(text);
  if (meant == NULL)
    return refnet_pool_intern(pool, text);
  g_autofree char *clean = refnet_kept_lines(meant);
  return refnet_pool_intern(pool, clean);
}

/* ---- rows ------------------------------------------------------------------------------------ */

typedef struct {
  RefnetGrid *grid;
  GPtrArray *rows; /* char **, NULL-terminated: the texts are the pool's */
  GArray *lines;   /* guint64 */
  guint64 cells;
  GError *failure;
} Reading;

static guint width_of(const RefnetRow *row) {
  guint width = row->fields;
  while (width > 0 && *row->cells[width - 1] == '\0')
    width--;
  return width;
}

static void fail(Reading *reading, RefnetErrorCode code, const char *what) {
  if (reading->failure == NULL)
    reading->failure = g_error_new(REFNET_ERROR, (int)code, "%s %s", reading->grid->label, what);
}

static RefnetRowFate take_row(const RefnetRow *row, gpointer data) {
  Reading *reading = data;
  guint width = width_of(row);
  reading->cells += width;
  if (reading->cells > CELLS_MOST)
    fail(reading, REFNET_ERROR_INPUT, "has more cells than a survey has (2^24)");
  if (reading->failure != NULL)
    return REFNET_ROW_REJECTED;
  const char **cells = g_new0(const char *, width + 1);
  for (guint c = 0; c < width; c++) {
    cells[c] = keep_text(reading->grid->pool, row->cells[c]);
    if (cells[c] == NULL) {
      cells[c] = "";
      fail(reading, REFNET_ERROR_INTERNAL, "needs more memory than there is");
    }
  }
  g_ptr_array_add(reading->rows, cells);
  g_array_append_val(reading->lines, row->line);
  reading->grid->width = MAX(reading->grid->width, width);
  return REFNET_ROW_KEPT;
}

static gboolean lay_out(Reading *reading) {
  RefnetGrid *grid = reading->grid;
  gsize all = (gsize)reading->rows->len * grid->width;
  if (all > CELLS_MOST) {
    fail(reading, REFNET_ERROR_INPUT, "has more cells than a survey has (2^24)");
    return FALSE;
  }
  grid->rows = reading->rows->len;
  grid->cells = g_try_new(const char *, MAX(all, 1));
  if (grid->cells == NULL) {
    fail(reading, REFNET_ERROR_INTERNAL, "needs more memory than there is");
    return FALSE;
  }
  for (guint r = 0; r < grid->rows; r++) {
    const char **cells = g_ptr_array_index(reading->rows, r);
    gboolean ended = FALSE;
    for (guint c = 0; c < grid->width; c++) {
      ended = ended || cells[c] == NULL;
      grid->cells[(gsize)r * grid->width + c] = ended ? "" : cells[c];
    }
  }
  if (!refnet_cell_lines_join(grid->cells, grid->rows, grid->width, grid->pool))
    fail(reading, REFNET_ERROR_INTERNAL, "needs more memory than there is");
  return reading->failure == NULL;
}

void refnet_grid_refuse_empty(const RefnetImport *import, const char *label, const char *nothing,
                              GError **error) {
  const RefnetDiagnostics *diagnostics = refnet_import_report_diagnostics(import->report);
  const RefnetDiagnostic *gravest = refnet_diagnostics_gravest(diagnostics);
  if (gravest == NULL) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s is empty: %s", label, nothing);
    return;
  }
  g_autofree char *where = refnet_diagnostic_location(gravest);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s has no row that can be read (%s: %s)",
              label, where, gravest->message);
}

static gboolean read_rows(Reading *reading, const RefnetImport *import, const char *path,
                          RefnetCellGrid *cells, GError **error) {
  RefnetTableOptions options = {.label = reading->grid->label,
                                .delimiter = import->delimiter,
                                .progress = import->progress,
                                .progress_data = import->progress_data,
                                .grid = cells,
                                .keeps_lines = TRUE};
  const RefnetRowHandler handler = {.row = take_row, .data = reading};
  RefnetRowCount count;
  if (!refnet_table_read(path, &options, &handler, &count,
                         refnet_import_report_diagnostics(import->report), error))
    return FALSE;
  reading->grid->broken = count.rejected;
  if (reading->failure == NULL && reading->rows->len == 0)
    refnet_grid_refuse_empty(import, reading->grid->label, "there are no answers in it",
                             &reading->failure);
  if (reading->failure == NULL && lay_out(reading))
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&reading->failure));
  return FALSE;
}

static RefnetGrid *read_grid(const RefnetImport *import, const char *path, const char *label,
                             RefnetCellGrid *cells, GError **error) {
  g_autoptr(RefnetGrid) grid = g_new0(RefnetGrid, 1);
  grid->label = g_utf8_make_valid(label, -1);
  grid->pool = refnet_pool_new();
  grid->in_sheet = cells != NULL;
  Reading reading = {.grid = grid,
                     .rows = g_ptr_array_new_with_free_func(g_free),
                     .lines = g_array_new(FALSE, FALSE, sizeof(guint64))};
  gboolean ok = read_rows(&reading, import, path, cells, error);
  g_ptr_array_unref(reading.rows);
  grid->lines = (guint64 *)(gpointer)g_array_free(reading.lines, FALSE);
  g_clear_error(&reading.failure);
  return ok ? g_steal_pointer(&grid) : NULL;
}

RefnetGrid *refnet_grid_read(const RefnetImport *import, const char *path, GError **error) {
  g_autofree char *name = g_path_get_basename(path);
  return read_grid(import, path, name, NULL, error);
}

RefnetGrid *refnet_grid_from_cells(const RefnetImport *import, const char *label,
                                   RefnetCellGrid *cells, GError **error) {
  return read_grid(import, NULL, label, cells, error);
}

void refnet_grid_free(RefnetGrid *grid) {
  if (grid == NULL)
    return;
  g_free(grid->label);
  g_free(grid->lines);
  g_free(grid->cells);
  refnet_pool_free(grid->pool);
  g_free(grid);
}

void refnet_grid_begin_at(RefnetGrid *grid, guint row) {
  grid->rows -= row;
  memmove(grid->lines, grid->lines + row, grid->rows * sizeof *grid->lines);
  memmove(grid->cells, grid->cells + (gsize)row * grid->width,
          (gsize)grid->rows * grid->width * sizeof *grid->cells);
}

const char *refnet_grid_cell(const RefnetGrid *grid, guint row, guint column) {
  return column < grid->width ? grid->cells[(gsize)row * grid->width + column] : "";
}

GStrv refnet_grid_headers(const RefnetGrid *grid, guint row) {
  return refnet_header_row(grid->cells + (gsize)row * grid->width, grid->width);
}

void refnet_grid_report(const RefnetGrid *grid, const RefnetImport *import,
                        const RefnetGridProblem *problem, const char *message, ...) {
  va_list arguments;
  va_start(arguments, message);
  g_autofree char *text = g_strdup_vprintf(message, arguments);
  va_end(arguments);
  RefnetDiagnostic where = {.kind = problem->kind,
                            .severity = problem->severity,
                            .file = grid->label,
                            .line = problem->row == G_MAXUINT ? 0 : grid->lines[problem->row],
                            .column = problem->column == G_MAXUINT ? 0 : problem->column + 1,
                            .field = problem->field,
                            .in_sheet = grid->in_sheet,
                            .contact = REFNET_NONE};
  refnet_diagnostics_add(refnet_import_report_diagnostics(import->report), &where, problem->fix,
                         "%s", text);
}
