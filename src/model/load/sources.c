/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/load/sources.h"

#include <glib/gstdio.h>
#include <string.h>

/* ---- the folder ------------------------------------------------------------------------------ */

static int compare_names(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in the folder, bytewise. */
static GPtrArray *list_folder(const char *path, GError **error) {
  g_autofree char *shown = g_filename_display_name(path);
  g_autofree char *safe = refnet_text_display(shown, 0);
  if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "there is no folder \"%s\"; give the folder that holds organizations.csv", safe);
    return NULL;
  }
  GStatBuf about;
  if (g_stat(path, &about) == 0 && S_ISREG(about.st_mode) && about.st_size == 0) {
    g_set_error(
        error, REFNET_ERROR, REFNET_ERROR_INPUT,
        "\"%s\" is empty; give the folder that holds organizations.csv, an Excel workbook or "
        "a table",
        safe);
    return NULL;
  }
  if (g_str_has_suffix(path, ".csv") && g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "\"%s\" is a table whose headers refnet does not know; say what is in it with "
                "--organizations or --referrals, and in which column with --column FIELD=HEADER",
                safe);
    return NULL;
  }
  if (!g_file_test(path, G_FILE_TEST_IS_DIR)) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "\"%s\" is neither a folder nor a file that can be read as a dataset; give the "
                "folder that holds organizations.csv, an Excel workbook or a table",
                safe);
    return NULL;
  }
  g_autoptr(GError) cause = NULL;
  g_autoptr(GDir) dir = g_dir_open(path, 0, &cause);
  if (dir == NULL) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_IO, "folder \"%s\" cannot be read: %s", safe,
                cause->message);
    return NULL;
  }
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  const char *name;
  while ((name = g_dir_read_name(dir)) != NULL)
    g_ptr_array_add(names, g_strdup(name));
  g_ptr_array_sort(names, compare_names);
  return names;
}

/* The file's name as the folder has it: just so, else in other letters' case. */
static const char *find_name(const GPtrArray *names, const char *wanted) {
  const char *found = NULL;
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index(names, i);
    if (strcmp(name, wanted) == 0)
      return name;
    if (found == NULL && g_ascii_strcasecmp(name, wanted) == 0)
      found = name;
  }
  return found;
}

/* The dataset's file that the name of an unread one is nearly, and that is not there. */
static const char *nearly_meant(const RefnetStore *store, const char *name) {
  for (guint i = 0; i < REFNET_FILES; i++) {
    const char *file = refnet_file_fields((RefnetFile)i)->file;
    if (!store->sheets[i].present && refnet_text_distance(file, name, 2) <= 2)
      return file;
  }
  return NULL;
}

/* A file that is left unread should not go unnoticed. */
static void report_unused(RefnetStore *store, const char *name) {
  g_autofree char *lower = g_ascii_strdown(name, -1);
  if (!g_str_has_suffix(lower, ".csv") || !g_utf8_validate(name, -1, NULL))
    return;
  g_autofree char *shown = refnet_text_display(name, 60);
  const char *meant = nearly_meant(store, lower);
  RefnetKind kind = meant != NULL ? REFNET_KIND_SIMILAR_FILE : REFNET_KIND_UNUSED_FILE;
  RefnetDiagnostic where = {.kind = refnet_kind_info(kind)->word,
                            .severity = refnet_kind_info(kind)->severity,
                            .file = shown,
                            .contact = REFNET_NONE};
  if (meant != NULL)
    refnet_diagnostics_add(store->dataset.diagnostics, &where, "rename the file",
                           "the file is not read; did you mean \"%s\"?", meant);
  else
    refnet_diagnostics_add(
        store->dataset.diagnostics, &where,
        g_str_equal(lower, "survey.csv") ? "bring its answers in with refnet import survey" : NULL,
        "the file is not read: its name is none of the dataset's");
}

static void find_files(RefnetStore *store, const char *folder, const GPtrArray *names) {
  for (guint i = 0; i < REFNET_FILES; i++) {
    RefnetSheet *sheet = &store->sheets[i];
    const char *name = find_name(names, sheet->label);
    if (name == NULL && i == REFNET_FILE_ORGANIZATIONS)
      name = find_name(names, "organisations.csv");
    sheet->present = name != NULL;
    if (name == NULL)
      continue;
    g_autofree char *path = g_build_filename(folder, name, NULL);
    sheet->label = refnet_pool_intern(store->pool, name);
    sheet->path = refnet_pool_intern(store->pool, path);
  }
  for (guint k = 0; k < names->len; k++) {
    const char *name = g_ptr_array_index(names, k);
    gboolean used = FALSE;
    for (guint i = 0; i < REFNET_FILES; i++)
      used |= strcmp(store->sheets[i].label, name) == 0;
    if (!used)
      report_unused(store, name);
  }
}

/* A table that is none of the dataset's by its name. */
static gboolean is_other_table(const char *name) {
  g_autofree char *lower = g_ascii_strdown(name, -1);
  for (guint i = 0; i < REFNET_FILES; i++)
    if (strcmp(lower, refnet_file_fields((RefnetFile)i)->file) == 0)
      return FALSE;
  return g_str_has_suffix(lower, ".csv") || g_str_has_suffix(lower, ".tsv") ||
         g_str_has_suffix(lower, ".xlsx");
}

/* What the folder has instead: "; of its files, rename the one with the organisations: …". Caller
 * frees. */
static char *list_tables(const GPtrArray *names) {
  enum { FILES_SAID = 5 };
  g_autoptr(GString) list = g_string_new(NULL);
  guint tables = 0;
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index(names, i);
    if (!is_other_table(name) || tables++ >= FILES_SAID)
      continue;
    g_autofree char *display = g_filename_display_name(name);
    g_autofree char *shown = refnet_text_display(display, 60);
    g_string_append_printf(list, "%s\"%s\"", list->len > 0 ? ", " : "", shown);
  }
  if (tables > FILES_SAID)
    g_string_append_printf(list, " and %u more", tables - FILES_SAID);
  return tables == 0 ? g_strdup("")
                     : g_strdup_printf("; rename the one that lists them, or give it with "
                                       "--organizations: %s",
                                       list->str);
}

gboolean refnet_use_folder(RefnetStore *store, const char *path, GError **error) {
  g_autoptr(GPtrArray) names = list_folder(path, error);
  if (names == NULL)
    return FALSE;
  find_files(store, path, names);
  if (store->sheets[REFNET_FILE_ORGANIZATIONS].present)
    return TRUE;
  g_autofree char *shown = g_filename_display_name(path);
  g_autofree char *safe = refnet_text_display(shown, 0);
  g_autofree char *tables = list_tables(names);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "folder \"%s\" has no organizations.csv; every dataset needs this file, one row for "
              "each organisation%s",
              safe, tables);
  return FALSE;
}

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
