/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/flat/categorized.h"

#include "exchange/files/sheet_writer.h"
#include "exchange/flat/hmis.h"
#include "exchange/workbook/tables.h"
#include "model/columns/fields.h"
#include "model/columns/words.h"

#include <string.h>

typedef struct {
  RefnetGrid *organizations, *categories, *joined;
  guint organization, category; /* columns of the joined table */
  RefnetGrid *programs;         /* a row a program, by the id of its organization */
  guint owner, service;         /* its columns */
  GHashTable *deleted;          /* ids of organizations that were */
} Tables;

static void free_text(gpointer text) {
  g_string_free(text, TRUE);
}

/* Names by id. */
static GHashTable *index_rows(const RefnetGrid *grid, guint id, guint name) {
  GHashTable *index = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint r = 1; r < grid->rows; r++)
    if (*refnet_grid_cell(grid, r, id) != '\0' && *refnet_grid_cell(grid, r, name) != '\0')
      g_hash_table_insert(index, (gpointer)refnet_grid_cell(grid, r, id),
                          (gpointer)refnet_grid_cell(grid, r, name));
  return index;
}

static gboolean is_inactive(const RefnetGrid *grid, guint row) {
  for (guint c = 0; c < grid->width; c++) {
    g_autofree char *header = refnet_text_fold_header(refnet_grid_cell(grid, 0, c));
    RefnetTri answer;
    if (strcmp(header, "active") == 0 &&
        refnet_word_answer(refnet_grid_cell(grid, row, c), &answer) && answer == REFNET_TRI_NO)
      return TRUE;
  }
  return FALSE;
}

static GString *services_of(GHashTable *services, const char *id) {
  GString *list = g_hash_table_lookup(services, id);
  if (list == NULL) {
    list = g_string_new(NULL);
    g_hash_table_insert(services, (gpointer)id, list);
  }
  return list;
}

static void take_pair(const RefnetImport *import, const Tables *tables, guint row,
                      GHashTable *organizations, GHashTable *categories, GHashTable *services) {
  const RefnetGrid *joined = tables->joined;
  guint file = refnet_import_report_file(import->report, joined->label);
  const char *id = refnet_grid_cell(joined, row, tables->organization);
  const char *name =
      g_hash_table_lookup(categories, refnet_grid_cell(joined, row, tables->category));
  if (is_inactive(joined, row)) {
    refnet_import_report_ignored(import->report, file, 1, "not active");
    return;
  }
  if (name == NULL || g_hash_table_lookup(organizations, id) == NULL) {
    refnet_import_report_rejected(import->report, file, 1,
                                  "it names an organisation or a category that isn't there");
    refnet_grid_report(
        joined, import,
        &(RefnetGridProblem){.kind = "dangling-key",
                             .severity = REFNET_SEVERITY_ERROR,
                             .row = row,
                             .column = name == NULL ? tables->category : tables->organization,
                             .fix = "add what is missing, or remove the row"},
        "the row names %s that isn't there", name == NULL ? "a category" : "an organisation");
    return;
  }
  refnet_list_cell_add(services_of(services, id), name);
  refnet_import_report_used(import->report, file, 1);
}

static GHashTable *join(const RefnetImport *import, const Tables *tables) {
  guint id = refnet_grid_find_field(tables->organizations, REFNET_FILE_ORGANIZATIONS,
                                    REFNET_ORGANIZATION_ID);
  guint name = refnet_grid_find_field(tables->organizations, REFNET_FILE_ORGANIZATIONS,
                                      REFNET_ORGANIZATION_NAME);
  guint category =
      refnet_grid_find_field(tables->categories, REFNET_FILE_CATEGORIES, REFNET_CATEGORY_CATEGORY);
  guint called =
      refnet_grid_find_field(tables->categories, REFNET_FILE_CATEGORIES, REFNET_CATEGORY_NAME);
  g_autoptr(GHashTable) organizations = index_rows(tables->organizations, id, name);
  g_autoptr(GHashTable) categories = index_rows(tables->categories, category, called);
  GHashTable *services = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_text);
  guint file = refnet_import_report_file(import->report, tables->categories->label);
  refnet_import_report_used(import->report, file, tables->categories->rows - 1);
  refnet_import_report_rejected(import->report, file, tables->categories->broken,
                                "the row cannot be read");
  for (guint r = 1; r < tables->joined->rows; r++)
    take_pair(import, tables, r, organizations, categories, services);
  refnet_import_report_rejected(import->report,
                                refnet_import_report_file(import->report, tables->joined->label),
                                tables->joined->broken, "the row cannot be read");
  return services;
}

/* ---- programs -------------------------------------------------------------------------------- */

static void take_program(const RefnetImport *import, const Tables *tables, guint row,
                         GHashTable *organizations, GHashTable *services) {
  const RefnetGrid *grid = tables->programs;
  const guint file = refnet_import_report_file(import->report, grid->label);
  const char *id = refnet_grid_cell(grid, row, tables->owner);
  const char *cell = refnet_grid_cell(grid, row, tables->service);
  const char *service = refnet_hmis_project_type(refnet_grid_cell(grid, 0, tables->service), cell);
  if (is_inactive(grid, row) || refnet_hmis_has_ended(import, grid, row)) {
    refnet_import_report_ignored(import->report, file, 1, "not active");
  } else if (g_hash_table_contains(tables->deleted, id)) {
    refnet_import_report_ignored(import->report, file, 1, "its organisation was deleted");
  } else if (*cell == '\0') {
    refnet_import_report_ignored(import->report, file, 1, "it names no service");
  } else if (service == NULL) {
    refnet_import_report_ignored(import->report, file, 1, "HUD has no such type of project");
  } else if (g_hash_table_lookup(organizations, id) == NULL) {
    refnet_import_report_rejected(import->report, file, 1, "its organisation isn't there");
    refnet_grid_report(grid, import,
                       &(RefnetGridProblem){.kind = "dangling-key",
                                            .severity = REFNET_SEVERITY_ERROR,
                                            .row = row,
                                            .column = tables->owner,
                                            .fix = "add what is missing, or remove the row"},
                       "the row names an organisation that isn't there");
  } else {
    refnet_list_cell_add(services_of(services, id), service);
    refnet_import_report_used(import->report, file, 1);
  }
}

static GHashTable *list_programs(const RefnetImport *import, const Tables *tables) {
  const RefnetGrid *organizations = tables->organizations;
  g_autoptr(GHashTable) known = index_rows(
      organizations,
      refnet_grid_find_field(organizations, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_ID),
      refnet_grid_find_field(organizations, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_NAME));
  GHashTable *services = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_text);
  for (guint r = 1; r < tables->programs->rows; r++)
    take_program(import, tables, r, known, services);
  refnet_import_report_rejected(import->report,
                                refnet_import_report_file(import->report, tables->programs->label),
                                tables->programs->broken, "the row cannot be read");
  return services;
}

/* ---- the tables ------------------------------------------------------------------------------ */

/* Which of the tables it is shows in its columns. */
static gboolean sort_table(Tables *tables, RefnetGrid *grid) {
  guint name = refnet_grid_find_field(grid, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_NAME);
  guint id = refnet_grid_find_field(grid, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_ID);
  guint category = refnet_grid_find_field(grid, REFNET_FILE_CATEGORIES, REFNET_CATEGORY_CATEGORY);
  guint called = refnet_grid_find_field(grid, REFNET_FILE_CATEGORIES, REFNET_CATEGORY_NAME);
  const guint service =
      refnet_grid_find_field(grid, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_SERVICES);
  RefnetGrid **place = NULL;
  if (id != G_MAXUINT && category != G_MAXUINT && category != id && name == G_MAXUINT) {
    place = &tables->joined;
    tables->organization = id;
    tables->category = category;
  } else if (category != G_MAXUINT && called != G_MAXUINT && called != category &&
             id == G_MAXUINT) {
    place = &tables->categories;
  } else if (id != G_MAXUINT && service != G_MAXUINT && name == G_MAXUINT &&
             tables->programs == NULL) {
    place = &tables->programs;
    tables->owner = id;
    tables->service = service;
  } else if (name != G_MAXUINT) {
    place = &tables->organizations;
  }
  if (place == NULL || *place != NULL)
    return FALSE;
  *place = grid;
  return TRUE;
}

static int compare_texts(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gboolean read_tables(const RefnetImport *import, GPtrArray *grids, Tables *tables,
                            GError **error) {
  g_autoptr(GDir) dir = g_dir_open(import->source, 0, error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  const char *entry;
  while (dir != NULL && (entry = g_dir_read_name(dir)) != NULL)
    if (g_str_has_suffix(entry, ".csv"))
      g_ptr_array_add(names, g_build_filename(import->source, entry, NULL));
  g_ptr_array_sort(names, compare_texts);
  for (guint i = 0; i < names->len; i++) {
    RefnetGrid *grid = refnet_grid_read(import, g_ptr_array_index(names, i), error);
    if (grid == NULL)
      return FALSE;
    g_ptr_array_add(grids, grid);
    if (!sort_table(tables, grid))
      refnet_import_report_ignored(
          import->report, refnet_import_report_file(import->report, grid->label), grid->rows - 1,
          "the table is neither of organisations nor of their categories, or a second one");
  }
  return dir != NULL;
}

static gboolean has_ids(const Tables *tables) {
  return refnet_grid_find_field(tables->organizations, REFNET_FILE_ORGANIZATIONS,
                                REFNET_ORGANIZATION_ID) != G_MAXUINT;
}

static gboolean can_join(const Tables *tables) {
  return tables->categories != NULL && tables->joined != NULL && has_ids(tables);
}

RefnetCategorized *refnet_categorized_read(const RefnetImport *import, GError **error) {
  g_autoptr(RefnetCategorized) result = g_new0(RefnetCategorized, 1);
  g_autoptr(GError) failure = NULL;
  g_autoptr(GHashTable) deleted = g_hash_table_new(g_str_hash, g_str_equal);
  Tables tables = {.deleted = deleted};
  result->grids = g_ptr_array_new_with_free_func((GDestroyNotify)refnet_grid_free);
  if (!read_tables(import, result->grids, &tables, &failure)) {
    if (failure->domain == REFNET_ERROR)
      g_propagate_error(error, g_steal_pointer(&failure));
    else
      g_set_error(error, REFNET_ERROR, REFNET_ERROR_IO, "the folder cannot be read: %s",
                  failure->message);
    return NULL;
  }
  if (tables.organizations == NULL) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                        "none of the folder's CSV files has a column of organisations' names; call "
                        "it \"name\" in the one that lists them");
    return NULL;
  }
  result->organizations = tables.organizations;
  refnet_hmis_leave_out_deleted(import, tables.organizations,
                                refnet_grid_find_field(tables.organizations,
                                                       REFNET_FILE_ORGANIZATIONS,
                                                       REFNET_ORGANIZATION_ID),
                                deleted);
  const gboolean joins = can_join(&tables);
  if (joins)
    result->services = join(import, &tables);
  else if (tables.programs != NULL && has_ids(&tables))
    result->services = list_programs(import, &tables);
  if (tables.programs != NULL && (joins || !has_ids(&tables)))
    refnet_import_report_ignored(
        import->report, refnet_import_report_file(import->report, tables.programs->label),
        tables.programs->rows - 1,
        joins ? "the services come from the tables of categories"
              : "the table of organisations has no ids, so whose they are can't be told");
  return g_steal_pointer(&result);
}

void refnet_categorized_free(RefnetCategorized *tables) {
  if (tables == NULL)
    return;
  g_clear_pointer(&tables->services, g_hash_table_unref);
  g_ptr_array_unref(tables->grids);
  g_free(tables);
}
