/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One row made of several, column by column. */
#include "model/merge/combine.h"

#include <string.h>

#include "model/columns/lists.h"
#include "model/merge/combine_cells.h"

/* ---- rows ------------------------------------------------------------------------------------ */

RefnetMergeRow *refnet_merge_row_new(const RefnetRow *row, guint columns, guint32 organization) {
  RefnetMergeRow *copy = g_new0(RefnetMergeRow, 1);
  copy->line = row->line;
  copy->organization = organization;
  copy->cells = g_new0(char *, columns + 1);
  for (guint c = 0; c < columns; c++)
    copy->cells[c] = g_strdup(c < row->fields ? row->cells[c] : "");
  return copy;
}

guint refnet_merge_row_filled(const RefnetMergeRow *row, const RefnetSheet *sheet) {
  guint filled = 0;
  for (guint c = 0; c < sheet->column_count; c++)
    filled += !refnet_merge_cell_is_blank(sheet, c, row->cells[c]);
  return filled;
}

static void free_row(gpointer data) {
  RefnetMergeRow *row = data;
  g_strfreev(row->cells);
  g_free(row);
}

RefnetRowSet *refnet_row_set_new(void) {
  RefnetRowSet *set = g_new0(RefnetRowSet, 1);
  set->rows = g_ptr_array_new_with_free_func(free_row);
  set->changes = g_array_new(FALSE, FALSE, sizeof(RefnetCellChange));
  return set;
}

void refnet_row_set_free(RefnetRowSet *set) {
  if (set == NULL)
    return;
  g_ptr_array_free(set->rows, TRUE);
  g_array_free(set->changes, TRUE);
  for (guint c = 0; c < set->cell_count; c++)
    g_free(set->cells[c]);
  g_free(set->cells);
  g_free(set);
}

/* ---- a set ----------------------------------------------------------------------------------- */

static gboolean is_name(const RefnetCombining *combining) {
  return refnet_combining_is_field(combining, REFNET_FILE_ORGANIZATIONS,
                                   REFNET_ORGANIZATION_NAME) ||
         refnet_combining_is_field(combining, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_ID) ||
         refnet_combining_is_field(combining, REFNET_FILE_ORGANIZATIONS,
                                   REFNET_ORGANIZATION_ALTERNATE_NAMES);
}

/* Whose row it is says the same in all of them. */
static gboolean is_owner(const RefnetCombining *combining) {
  return combining->sheet->file != REFNET_FILE_ORGANIZATIONS && combining->field != NULL &&
         combining->field->type == REFNET_CELL_ORGANIZATION;
}

static void combine_column(RefnetCombining *combining, RefnetRowSet *set) {
  guint field = combining->sheet->field_of[combining->column];
  combining->field =
      field != REFNET_NO_FIELD ? &refnet_file_fields(combining->sheet->file)->fields[field] : NULL;
  if (is_name(combining) || is_owner(combining))
    return;
  combining->text = g_strdup(combining->kept->cells[combining->column]);
  for (guint i = 1; i < set->rows->len; i++) {
    combining->other = g_ptr_array_index(set->rows, i);
    refnet_combine_cell(combining);
  }
  if (strcmp(combining->text, combining->kept->cells[combining->column]) != 0)
    set->cells[combining->column] = combining->text;
  else
    g_free(combining->text);
}

/* `names` with the names of row `other` that are not yet there. */
static char *add_names(const RefnetCombining *combining, const RefnetMergeRow *other, char *names) {
  static const guint fields[] = {REFNET_ORGANIZATION_NAME, REFNET_ORGANIZATION_SHORT_NAME,
                                 REFNET_ORGANIZATION_ALTERNATE_NAMES};
  const RefnetSheet *sheet = combining->sheet;
  const char *name = refnet_merge_row_said(combining->kept, sheet, REFNET_ORGANIZATION_NAME);
  const char *label = refnet_merge_row_said(combining->kept, sheet, REFNET_ORGANIZATION_SHORT_NAME);
  for (guint i = 0; i < G_N_ELEMENTS(fields); i++) {
    gboolean is_list = fields[i] == REFNET_ORGANIZATION_ALTERNATE_NAMES;
    g_auto(GStrv) parts =
        refnet_list_split(refnet_merge_row_said(other, sheet, fields[i]), is_list ? ";|" : "");
    for (guint p = 0; parts[p] != NULL; p++) {
      if (refnet_merge_texts_equal(parts[p], name) || refnet_merge_texts_equal(parts[p], label))
        continue;
      char *longer = refnet_merge_lists(names, parts[p]);
      g_free(names);
      names = longer;
    }
  }
  return names;
}

/* Other sheets may go on calling the organization by the names of the rows that went into it. */
static void combine_names(const RefnetCombining *combining, RefnetRowSet *set) {
  const RefnetSheet *sheet = combining->sheet;
  gint column = sheet->column[REFNET_ORGANIZATION_ALTERNATE_NAMES];
  guint at = column >= 0 ? (guint)column : sheet->column_count;
  const char *before =
      refnet_merge_row_said(combining->kept, sheet, REFNET_ORGANIZATION_ALTERNATE_NAMES);
  char *names = g_strdup(before);
  for (guint i = 1; i < set->rows->len; i++) {
    g_autofree char *old = g_strdup(names);
    const RefnetMergeRow *other = g_ptr_array_index(set->rows, i);
    names = add_names(combining, other, names);
    if (strcmp(old, names) == 0)
      continue;
    RefnetCellChange change = {REFNET_CHANGE_COMBINED, at, other->organization, before,
                               refnet_merge_row_said(other, sheet, REFNET_ORGANIZATION_NAME)};
    g_array_append_val(set->changes, change);
  }
  if (strcmp(names, before) != 0)
    set->cells[at] = names;
  else
    g_free(names);
}

static gint by_column(gconstpointer a, gconstpointer b) {
  guint x = ((const RefnetCellChange *)a)->column, y = ((const RefnetCellChange *)b)->column;
  return (x > y) - (x < y);
}

void refnet_row_set_combine(RefnetRowSet *set, const RefnetStore *store, const RefnetSheet *sheet) {
  RefnetCombining combining = {.store = store,
                               .sheet = sheet,
                               .kept = g_ptr_array_index(set->rows, 0),
                               .changes = set->changes};
  set->cell_count = sheet->column_count + 1;
  set->cells = g_new0(char *, set->cell_count);
  for (guint c = 0; c < sheet->column_count; c++) {
    combining.column = c;
    combine_column(&combining, set);
  }
  if (sheet->file == REFNET_FILE_ORGANIZATIONS)
    combine_names(&combining, set);
  g_array_sort(set->changes, by_column);
}
