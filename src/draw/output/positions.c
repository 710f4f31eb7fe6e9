/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Positions in a file, so that this year's map lies as last year's. */
#include <math.h>

#include "draw/scene/map.h"
#include "table/csv_cell.h"

typedef enum { COLUMN_ID, COLUMN_NAME, COLUMN_X, COLUMN_Y, COLUMNS } Column;

static const char *const headings[COLUMNS][3] = {
    [COLUMN_ID] = {"id"},
    [COLUMN_NAME] = {"name", "organization"},
    [COLUMN_X] = {"x"},
    [COLUMN_Y] = {"y"},
};

typedef struct {
  const RefnetDataset *dataset;
  const char *file;
  RefnetPositions *positions;
  RefnetDiagnostics *diagnostics;
  gint column[COLUMNS]; /* −1: the file lacks it */
} Reading;

static gint find_column(const RefnetRow *header, Column column) {
  for (guint i = 0; i < header->fields; i++) {
    g_autofree char *fold = refnet_text_fold_header(header->cells[i]);
    for (guint k = 0; k < G_N_ELEMENTS(headings[column]) && headings[column][k]; k++)
      if (g_str_equal(headings[column][k], fold))
        return (gint)i;
  }
  return -1;
}

static gboolean read_header(const RefnetRow *header, gpointer data, GError **error) {
  Reading *reading = data;
  for (guint i = 0; i < COLUMNS; i++)
    reading->column[i] = find_column(header, (Column)i);
  if (reading->column[COLUMN_X] >= 0 && reading->column[COLUMN_Y] >= 0 &&
      (reading->column[COLUMN_ID] >= 0 || reading->column[COLUMN_NAME] >= 0))
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s: positions need the columns x, y, and id or name", reading->file);
  return FALSE;
}

static const char *cell(const Reading *reading, const RefnetRow *row, Column column) {
  gint index = reading->column[column];
  return index >= 0 && (guint)index < row->fields ? row->cells[index] : "";
}

static RefnetRowFate reject(const Reading *reading, const RefnetRow *row, const char *kind,
                            Column column, const char *fix, const char *message, const char *text) {
  RefnetDiagnostic where = {.kind = kind,
                            .severity = REFNET_SEVERITY_WARNING,
                            .file = reading->file,
                            .line = row->line,
                            .record = row->record,
                            .column = (guint)(reading->column[column] + 1),
                            .contact = REFNET_NONE};
  g_autofree char *shown = refnet_text_display(text, 80);
  refnet_diagnostics_add(reading->diagnostics, &where, fix, "\"%s\" %s", shown, message);
  return REFNET_ROW_REJECTED;
}

/* By id, and where nobody has it, by name. */
static guint32 find_organization(const Reading *reading, const RefnetRow *row) {
  const char *id = cell(reading, row, COLUMN_ID), *name = cell(reading, row, COLUMN_NAME);
  guint32 organization = REFNET_NONE;
  if (*id)
    organization = refnet_dataset_find(reading->dataset, id, NULL);
  if (organization == REFNET_NONE && *name)
    organization = refnet_dataset_find(reading->dataset, name, NULL);
  return organization;
}

static RefnetRowFate read_row(const RefnetRow *row, gpointer data) {
  const Reading *reading = data;
  RefnetPositions *positions = reading->positions;
  const char *x = cell(reading, row, COLUMN_X), *y = cell(reading, row, COLUMN_Y);
  Column naming = *cell(reading, row, COLUMN_NAME) ? COLUMN_NAME : COLUMN_ID;
  guint32 organization = find_organization(reading, row);
  double at_x, at_y;
  if (organization == REFNET_NONE)
    return reject(reading, row, "unknown-organization", naming, NULL, "is not in the dataset",
                  cell(reading, row, naming));
  if (!refnet_number_parse(x, &at_x) || !isfinite(at_x) || fabs(at_x) > 1e12)
    return reject(reading, row, "bad-number", COLUMN_X, "give a number", "is not a position", x);
  if (!refnet_number_parse(y, &at_y) || !isfinite(at_y) || fabs(at_y) > 1e12)
    return reject(reading, row, "bad-number", COLUMN_Y, "give a number", "is not a position", y);
  if (!isnan(positions->x[organization]))
    return reject(reading, row, "repeated-row", naming, "keep one of them",
                  "has a position already", cell(reading, row, naming));
  positions->x[organization] = at_x;
  positions->y[organization] = at_y;
  positions->known++;
  return REFNET_ROW_KEPT;
}

void refnet_positions_free(RefnetPositions *positions) {
  if (!positions)
    return;
  g_free(positions->x);
  g_free(positions->y);
  g_free(positions);
}

RefnetPositions *refnet_positions_read(const RefnetDataset *dataset, const char *path,
                                       RefnetDiagnostics *diagnostics, GError **error) {
  gsize n = dataset->organization_count;
  g_autoptr(RefnetPositions) positions = g_new0(RefnetPositions, 1);
  g_autofree char *label = g_path_get_basename(path);
  Reading reading = {
      .dataset = dataset, .file = label, .positions = positions, .diagnostics = diagnostics};
  RefnetTableOptions table = {.label = label};
  const RefnetRowHandler handler = {.header = read_header, .row = read_row, .data = &reading};
  RefnetRowCount count = {0};
  positions->organizations = (guint32)n;
  positions->x = g_new(double, n + 1);
  positions->y = g_new(double, n + 1);
  for (gsize i = 0; i < n; i++)
    positions->x[i] = positions->y[i] = NAN;
  if (!refnet_table_read(path, &table, &handler, &count, diagnostics, error))
    return NULL;
  if (positions->known > 0)
    return g_steal_pointer(&positions);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s: no row has the position of an organisation of this dataset", label);
  return NULL;
}

static void write_row(RefnetOutput *output, const RefnetOwner *owner, RefnetPoint at) {
  refnet_csv_put(output, owner->id);
  refnet_output_puts(output, ",");
  refnet_csv_put(output, owner->name);
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  refnet_output_printf(output, ",%s,%s\n", g_ascii_formatd(x, sizeof x, "%.2f", at.x),
                       g_ascii_formatd(y, sizeof y, "%.2f", at.y));
}

gboolean refnet_map_write_positions(const RefnetMap *map, RefnetOutput *output, GError **error) {
  refnet_output_puts(output, "id,name,x,y\n");
  for (gsize i = 0; i < refnet_scene_length(map->scene); i++) {
    const RefnetPrimitive *disc = refnet_scene_at(map->scene, i);
    if (disc->part != REFNET_PART_NODE)
      continue;
    const RefnetOwner *owner = refnet_scene_owner(map->scene, disc->owner);
    if (owner->name)
      write_row(output, owner, disc->middle);
  }
  return refnet_output_ok(output) || refnet_output_commit(output, error);
}
