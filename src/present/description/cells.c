/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/description/cells.h"

#include <math.h>

#include "present/wording/words.h"

static guint count_columns(const RefnetColumn *columns) {
  guint count = 0;
  while (columns[count].key)
    count++;
  return count;
}

void refnet_cells_init(RefnetCells *cells, const RefnetColumn *columns) {
  cells->columns = columns;
  cells->values = g_new0(RefnetValue, count_columns(columns) + 1);
  cells->filled = 0;
  cells->owned = g_ptr_array_new_with_free_func(g_free);
}

void refnet_cells_clear(RefnetCells *cells) {
  cells->filled = 0;
  g_ptr_array_set_size(cells->owned, 0);
}

void refnet_cells_dispose(RefnetCells *cells) {
  g_clear_pointer(&cells->values, g_free);
  g_clear_pointer(&cells->owned, g_ptr_array_unref);
}

/* The next cell. A description that fills the wrong one is a bug: it is told, and what it filled
 * goes to the spare value after the last, so that no cell is read as what it is not. */
static RefnetValue *next_cell(RefnetCells *cells, RefnetValueType type) {
  const RefnetColumn *column = &cells->columns[cells->filled];
  RefnetValue *value = &cells->values[cells->filled];
  if (column->key)
    cells->filled++;
  if (!column->key || column->type != type) {
    g_critical("cell %u: column \"%s\" has another type", cells->filled,
               column->key ? column->key : "(none)");
    *value = (RefnetValue){.is_null = TRUE};
    value = &cells->values[count_columns(cells->columns)];
  }
  *value = (RefnetValue){0};
  return value;
}

void refnet_cells_null(RefnetCells *cells) {
  next_cell(cells, cells->columns[cells->filled].type)->is_null = TRUE;
}

void refnet_cells_text(RefnetCells *cells, const char *text) {
  RefnetValue *value = next_cell(cells, REFNET_VALUE_TEXT);
  value->is_null = text == NULL;
  value->text = text;
}

char *refnet_cells_own(RefnetCells *cells, char *text) {
  if (text)
    g_ptr_array_add(cells->owned, text);
  return text;
}

void refnet_cells_take_text(RefnetCells *cells, char *text) {
  if (text && cells->columns[cells->filled].flags & REFNET_COLUMN_PROSE)
    refnet_words_single_stops(text);
  refnet_cells_text(cells, refnet_cells_own(cells, text));
}

void refnet_cells_integer(RefnetCells *cells, gint64 integer) {
  next_cell(cells, REFNET_VALUE_INTEGER)->integer = integer;
}

void refnet_cells_real(RefnetCells *cells, double real) {
  RefnetValue *value = next_cell(cells, REFNET_VALUE_REAL);
  value->is_null = !isfinite(real);
  value->real = real;
}

void refnet_cells_boolean(RefnetCells *cells, gboolean boolean) {
  next_cell(cells, REFNET_VALUE_BOOLEAN)->boolean = boolean;
}

void refnet_cells_date(RefnetCells *cells, RefnetDate date) {
  RefnetValue *value = next_cell(cells, REFNET_VALUE_DATE);
  value->is_null = date == REFNET_DATE_UNKNOWN;
  value->date = date;
}

void refnet_cells_take_texts(RefnetCells *cells, char **texts) {
  RefnetValue *value = next_cell(cells, REFNET_VALUE_TEXTS);
  value->texts.length = g_strv_length(texts);
  value->texts.items = (const char *const *)texts;
  for (char **text = texts; *text; text++)
    refnet_cells_own(cells, *text);
  g_ptr_array_add(cells->owned, texts);
}

/* The texts of a cell, to be filled: `length` of them, borrowed. */
static const char **texts_cell(RefnetCells *cells, guint32 length) {
  const char **texts = g_new0(const char *, (gsize)length + 1);
  RefnetValue *value = next_cell(cells, REFNET_VALUE_TEXTS);
  value->texts.items = texts;
  value->texts.length = length;
  g_ptr_array_add(cells->owned, texts);
  return texts;
}

void refnet_cells_organization_ids(RefnetCells *cells, const RefnetDataset *dataset,
                                   RefnetIndexList organizations) {
  const char **ids = texts_cell(cells, organizations.length);
  for (guint32 i = 0; i < organizations.length; i++)
    ids[i] = dataset->organizations[organizations.items[i]].id;
}

void refnet_cells_value(RefnetCells *cells, const RefnetVocabulary *vocabulary, guint32 value) {
  refnet_cells_text(cells, value == REFNET_NONE ? NULL : vocabulary->names[value]);
}

void refnet_cells_values(RefnetCells *cells, const RefnetVocabulary *vocabulary,
                         RefnetIndexList values) {
  const char **names = texts_cell(cells, values.length);
  for (guint32 i = 0; i < values.length; i++)
    names[i] = vocabulary->names[values.items[i]];
}

void refnet_cells_area_names(RefnetCells *cells, const RefnetDataset *dataset,
                             RefnetIndexList areas) {
  const char **names = texts_cell(cells, areas.length);
  for (guint32 i = 0; i < areas.length; i++)
    names[i] = dataset->areas[areas.items[i]].name;
}

void refnet_cells_area(RefnetCells *cells, const RefnetDataset *dataset, guint32 area) {
  refnet_cells_text(cells, dataset->areas[area].key);
  refnet_cells_text(cells, dataset->areas[area].name);
}

RefnetValue *refnet_cells_records(RefnetCells *cells, gsize rows, guint columns) {
  RefnetValue *nested = g_new0(RefnetValue, rows * columns + 1);
  g_ptr_array_add(cells->owned, nested);
  RefnetValue *value = next_cell(cells, REFNET_VALUE_RECORDS);
  value->records.cells = nested;
  value->records.length = rows;
  return nested;
}
