/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/workbook/nodexl.h"

#include "table/read/grid.h"

#include <string.h>

/* Columns of NodeXL's own, in both sheets. What people added is none of these. */
static const char *const own_columns[] = {"Color",
                                          "Width",
                                          "Style",
                                          "Shape",
                                          "Size",
                                          "Opacity",
                                          "Image File",
                                          "Visibility",
                                          "Label",
                                          "Label Text Color",
                                          "Label Font Size",
                                          "Label Fill Color",
                                          "Label Position",
                                          "Tooltip",
                                          "Layout Order",
                                          "X",
                                          "Y",
                                          "Locked?",
                                          "Marked?",
                                          "Polar R",
                                          "Polar Angle",
                                          "Degree",
                                          "In-Degree",
                                          "Out-Degree",
                                          "Betweenness Centrality",
                                          "Closeness Centrality",
                                          "Eigenvector Centrality",
                                          "PageRank",
                                          "Clustering Coefficient",
                                          "Reciprocated?",
                                          "Reciprocated Vertex Pair Ratio",
                                          "Vertex Group",
                                          "Custom Menu Item Text",
                                          "Custom Menu Item Action",
                                          "ID",
                                          "Dynamic Filter",
                                          "Add Your Own Columns Here",
                                          NULL};

/* The sheet's cells and where its header stands, below headings of groups of columns. */
typedef struct {
  RefnetWorkbookSheet *sheet;
  const RefnetFilledCell *cells;
  gsize length;
  guint32 header_row;
} Table;

/* The sheet `name` with a column headed `column`, both as NodeXL has them. FALSE: there is none. */
static gboolean find_table(const RefnetWorkbook *workbook, const char *name, const char *column,
                           Table *table) {
  enum { HEADER_WITHIN = 2 };
  for (guint i = 0; i < workbook->sheets->len; i++) {
    RefnetWorkbookSheet *sheet = g_ptr_array_index(workbook->sheets, i);
    if (strcmp(sheet->name, name) != 0)
      continue;
    *table = (Table){.sheet = sheet};
    table->cells = refnet_cell_grid_cells(sheet->grid, &table->length);
    for (gsize c = 0; c < table->length && table->cells[c].row <= HEADER_WITHIN; c++)
      if (strcmp(table->cells[c].text, column) == 0) {
        table->header_row = table->cells[c].row;
        return TRUE;
      }
  }
  return FALSE;
}

/* The column headed so; 0: none. */
static guint32 column_headed(const Table *table, const char *header) {
  for (gsize i = 0; i < table->length; i++)
    if (table->cells[i].row == table->header_row && strcmp(table->cells[i].text, header) == 0)
      return table->cells[i].column;
  return 0;
}

/* By column, whether it goes along. */
static gboolean *columns_kept(const Table *table, guint32 width) {
  gboolean *kept = g_new0(gboolean, (gsize)width + 1);
  for (gsize i = 0; i < table->length; i++)
    if (table->cells[i].row == table->header_row)
      kept[table->cells[i].column] = !g_strv_contains(own_columns, table->cells[i].text);
  return kept;
}

/* Does a label say something else than Vertex? */
static gboolean has_labels(const Table *table, guint32 vertex, guint32 label) {
  const char *called = "";
  for (gsize i = 0; i < table->length; i++) {
    const RefnetFilledCell *cell = &table->cells[i];
    if (cell->column == vertex)
      called = cell->text;
    if (cell->column == label && cell->row > table->header_row && strcmp(cell->text, called) != 0)
      return TRUE;
  }
  return FALSE;
}

/* Where a row has no label, its name is what stands in Vertex. `label` 0: there are none. */
static gboolean add_vertex(const Table *table, gsize at, guint32 label, RefnetCellGrid *grid) {
  const RefnetFilledCell *cell = &table->cells[at];
  const gboolean is_header = cell->row == table->header_row;
  const char *name = is_header ? "name" : cell->text;
  for (gsize i = at; !is_header && i < table->length && table->cells[i].row == cell->row; i++)
    if (label > 0 && table->cells[i].column == label)
      name = table->cells[i].text;
  if (label == 0)
    return refnet_cell_grid_add(grid, cell->row, cell->column, name);
  return refnet_cell_grid_add(grid, cell->row, cell->column, is_header ? "id" : cell->text) &&
         refnet_cell_grid_add(grid, cell->row, label, name);
}

static gboolean tidy(const Table *table, guint32 vertex) {
  const guint32 width = refnet_cell_grid_width(table->sheet->grid);
  g_autofree gboolean *kept = columns_kept(table, width);
  guint32 label = vertex > 0 ? column_headed(table, "Label") : 0;
  RefnetCellGrid *grid = refnet_cell_grid_new();
  gboolean ok = TRUE;
  if (label < vertex || !has_labels(table, vertex, label))
    label = 0;
  for (gsize i = 0; i < table->length && ok; i++) {
    const RefnetFilledCell *cell = &table->cells[i];
    if (cell->row < table->header_row || !kept[cell->column])
      continue;
    ok = vertex > 0 && cell->column == vertex
             ? add_vertex(table, i, label, grid)
             : refnet_cell_grid_add(grid, cell->row, cell->column, cell->text);
  }
  refnet_cell_grid_unref(table->sheet->grid);
  table->sheet->grid = grid;
  return ok;
}

gboolean refnet_nodexl_tidy(RefnetWorkbook *workbook) {
  Table edges, vertices;
  if (!find_table(workbook, "Edges", "Vertex 1", &edges) ||
      !find_table(workbook, "Vertices", "Vertex", &vertices))
    return TRUE;
  return tidy(&edges, 0) && tidy(&vertices, column_headed(&vertices, "Vertex"));
}
