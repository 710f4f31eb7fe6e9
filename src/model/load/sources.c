/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/load/sources.h"

#include <string.h>

/* ---- single files ---------------------------------------------------------------------------- */

static void use_file(RefnetStore *store, RefnetFile file, const char *path) {
  RefnetSheet *sheet = &store->sheets[file];
  if (path == NULL)
    return;
  g_autofree char *last = g_path_get_basename(path);
  g_autofree char *valid = g_utf8_make_valid(last, -1);
  sheet->present = TRUE;
  sheet->label = refnet_pool_intern(store->pool, valid);
  sheet->path = refnet_pool_intern(store->pool, path);
}

static gboolean require_files(const RefnetStore *store, GError **error) {
  if (store->sheets[REFNET_FILE_ORGANIZATIONS].present ||
      store->sheets[REFNET_FILE_REFERRALS].present)
    return TRUE;
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                      "there are neither organisations nor referrals to read; give one of them");
  return FALSE;
}

static void name_made(RefnetStore *store, const RefnetFiles *files) {
  for (guint f = 0; files->made_in != NULL && f < REFNET_FILES; f++) {
    RefnetSheet *sheet = &store->sheets[f];
    sheet->is_made = sheet->path != NULL && g_str_has_prefix(sheet->path, files->made_in);
    if (sheet->is_made)
      sheet->label = refnet_pool_intern(store->pool, files->made_from);
  }
}

gboolean refnet_use_files(RefnetStore *store, const RefnetFiles *files, GError **error) {
  use_file(store, REFNET_FILE_ORGANIZATIONS, files->organizations);
  use_file(store, REFNET_FILE_SERVICES, files->services);
  use_file(store, REFNET_FILE_REFERRALS, files->referrals);
  use_file(store, REFNET_FILE_CONTACTS, files->contacts);
  use_file(store, REFNET_FILE_NEEDS, files->needs);
  use_file(store, REFNET_FILE_AREAS, files->areas);
  use_file(store, REFNET_FILE_RESPONDENTS, files->respondents);
  use_file(store, REFNET_FILE_NOMINATIONS, files->nominations);
  use_file(store, REFNET_FILE_MEETINGS, files->meetings);
  use_file(store, REFNET_FILE_CATEGORIES, files->categories);
  name_made(store, files);
  return require_files(store, error);
}

/* ---- sheets of a workbook -------------------------------------------------------------------- */

static gboolean keep_parts(RefnetStore *store, RefnetSheet *sheet, const RefnetSheetTable *table,
                           GError **error) {
  gsize length = table->part_count;
  if (length == 0)
    return TRUE;
  sheet->parts = refnet_pool_alloc(store->pool, length * sizeof *sheet->parts, 0);
  sheet->part_rows = refnet_pool_alloc(store->pool, length * sizeof *sheet->part_rows, 0);
  if (sheet->parts == NULL || sheet->part_rows == NULL)
    return refnet_set_out_of_memory(error);
  for (gsize i = 0; i < length; i++) {
    gsize bytes = refnet_cell_grid_width(table->grid) * sizeof(guint32);
    guint32 *columns = refnet_pool_alloc(store->pool, bytes, 0);
    if (columns == NULL)
      return refnet_set_out_of_memory(error);
    memcpy(columns, table->parts[i].columns, bytes);
    sheet->parts[i] = (RefnetSheetPart){refnet_pool_intern(store->pool, table->parts[i].label),
                                        table->parts[i].before, columns};
    sheet->part_rows[i] = (RefnetRowCount){0};
  }
  sheet->part_count = table->part_count;
  return TRUE;
}

static gboolean use_table(RefnetStore *store, RefnetFile file, const RefnetSheetTable *table,
                          GError **error) {
  RefnetSheet *sheet = &store->sheets[file];
  if (table->path != NULL) {
    use_file(store, file, table->path);
    sheet->is_made = table->label != NULL;
    if (sheet->is_made)
      sheet->label = refnet_pool_intern(store->pool, table->label);
    return TRUE;
  }
  sheet->workbook = refnet_pool_intern(store->pool, table->workbook);
  sheet->present = sheet->in_sheet = TRUE;
  sheet->label = refnet_pool_intern(store->pool, table->label);
  sheet->grid = refnet_cell_grid_ref(table->grid);
  return keep_parts(store, sheet, table, error);
}

gboolean refnet_use_sheets(RefnetStore *store, const RefnetSheetTable *tables, gsize count,
                           GError **error) {
  for (gsize i = 0; i < count; i++)
    for (guint k = 0; k < REFNET_FILES; k++)
      if (!store->sheets[k].present &&
          g_str_equal(refnet_file_fields((RefnetFile)k)->file, tables[i].file) &&
          !use_table(store, (RefnetFile)k, &tables[i], error))
        return FALSE;
  return require_files(store, error);
}
