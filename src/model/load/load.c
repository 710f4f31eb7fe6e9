/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From a folder to a dataset: the files in the order in which they need each other, then what can
 * only be known when all are read. */
#include "model/load/load.h"

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
    refnet_diagnostics_add(store->dataset.diagnostics, &where,
                           g_str_equal(lower, "survey.csv")
                               ? "bring its answers in with refnet import survey"
                               : NULL,
                           "the file is not read: its name is none of the dataset's");
}

static void find_files(RefnetStore *store, const char *folder, const GPtrArray *names) {
  for (guint i = 0; i < REFNET_FILES; i++) {
    RefnetSheet *sheet = &store->sheets[i];
    const char *name = find_name(names, sheet->label);
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

static gboolean open_folder(RefnetStore *store, const char *path, GError **error) {
  g_autoptr(GPtrArray) names = list_folder(path, error);
  if (names == NULL)
    return FALSE;
  find_files(store, path, names);
  if (store->sheets[REFNET_FILE_ORGANIZATIONS].present)
    return TRUE;
  g_autofree char *shown = g_filename_display_name(path);
  g_autofree char *safe = refnet_text_display(shown, 0);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "folder \"%s\" has no organizations.csv; every dataset needs this file, one row for "
              "each organisation",
              safe);
  return FALSE;
}

static void name_dataset(RefnetStore *store, const char *path, const char *name) {
  g_autofree char *valid = g_utf8_make_valid(name, -1);
  g_autofree char *valid_path = g_utf8_make_valid(path, -1);
  store->dataset.path = refnet_pool_intern(store->pool, valid_path);
  store->dataset.name = refnet_pool_intern(store->pool, valid);
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

static gboolean use_files(RefnetStore *store, const RefnetFiles *files, GError **error) {
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

static gboolean use_sheets(RefnetStore *store, const RefnetSheetTable *tables, gsize count,
                           GError **error) {
  for (gsize i = 0; i < count; i++)
    for (guint k = 0; k < REFNET_FILES; k++)
      if (!store->sheets[k].present &&
          g_str_equal(refnet_file_fields((RefnetFile)k)->file, tables[i].file) &&
          !use_table(store, (RefnetFile)k, &tables[i], error))
        return FALSE;
  return require_files(store, error);
}

/* Only writing the files anew reads them again. */
static void forget_sheets(RefnetLoader *loader) {
  for (guint i = 0; i < REFNET_FILES && !loader->options->keep_rejects; i++)
    g_clear_pointer(&loader->store->sheets[i].grid, refnet_cell_grid_unref);
}

/* "harbor" from "sheets/harbor.csv". */
static char *name_of_file(const char *path) {
  char *name = g_path_get_basename(path);
  char *extension = strrchr(name, '.');
  if (extension != NULL && extension != name)
    *extension = '\0';
  return name;
}

/* ---- all of it ------------------------------------------------------------------------------- */

static gboolean read_organizations(RefnetLoader *loader, GError **error) {
  const RefnetFileLoader *list = &refnet_load_organizations, *taken = &refnet_take_organizations;
  if (loader->store->sheets[REFNET_FILE_ORGANIZATIONS].present)
    return refnet_read_file(loader, list, error) && list->finish(loader, error);
  return refnet_taken_begin(loader, error) && refnet_read_file(loader, taken, error) &&
         taken->finish(loader, error);
}

static gboolean read_files(RefnetLoader *loader, GError **error) {
  static const RefnetFileLoader *const files[] = {
      &refnet_load_areas,       &refnet_load_services,  &refnet_load_needs,
      &refnet_load_contacts,    &refnet_load_referrals, &refnet_load_respondents,
      &refnet_load_nominations, &refnet_load_meetings};
  const RefnetSheet *sheets = loader->store->sheets;
  if (sheets[REFNET_FILE_CATEGORIES].present &&
      !refnet_read_file(loader, &refnet_load_categories, error))
    return FALSE;
  if (!read_organizations(loader, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
    if (sheets[files[i]->file].present && !refnet_read_file(loader, files[i], error))
      return FALSE;
    if (files[i]->finish != NULL && !files[i]->finish(loader, error))
      return FALSE;
  }
  return TRUE;
}

static void publish_referrals(RefnetLoader *loader) {
  RefnetReferralColumns *columns = &loader->store->referrals;
  const guint32 *final = loader->final[REFNET_VALUES_SERVICES];
  for (gsize i = 0; columns->service != NULL && i < columns->rows; i++)
    if (columns->service[i] != REFNET_NONE)
      columns->service[i] = final[columns->service[i]];
  refnet_store_publish_referrals(loader->store);
}

/* Sheets that were joined are counted one by one. */
static gboolean publish_files(RefnetStore *store, GError **error) {
  gsize length = REFNET_FILES;
  for (guint i = 0; i < REFNET_FILES; i++)
    length += store->sheets[i].part_count;
  RefnetFileCount *files = refnet_pool_alloc(store->pool, length * sizeof *files, 0);
  if (files == NULL)
    return refnet_set_out_of_memory(error);
  guint32 count = 0;
  for (guint i = 0; i < REFNET_FILES; i++) {
    const RefnetSheet *sheet = &store->sheets[i];
    for (guint k = 0; k < sheet->part_count; k++)
      files[count++] = (RefnetFileCount){sheet->parts[k].label, sheet->part_rows[k]};
    if (sheet->present && sheet->part_count == 0)
      files[count++] = (RefnetFileCount){sheet->label, sheet->rows};
  }
  store->dataset.files = files;
  store->dataset.file_count = count;
  return TRUE;
}

static gboolean check_options(const RefnetLoadOptions *options, GError **error) {
  for (gsize i = 0; options->columns != NULL && options->columns[i] != NULL; i++)
    if (!g_utf8_validate(options->columns[i], -1, NULL)) {
      g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                          "a column is named in text that is not UTF-8");
      return FALSE;
    }
  return TRUE;
}

static void note_reason(const RefnetDiagnostic *diagnostic, gpointer data) {
  refnet_rejects_note(data, diagnostic);
}

static gboolean load(RefnetLoader *loader, GError **error) {
  RefnetStore *store = loader->store;
  if (loader->options->keep_rejects) {
    store->rejects = refnet_rejects_new();
    refnet_diagnostics_watch(store->dataset.diagnostics, note_reason, store->rejects);
  }
  if (!check_options(loader->options, error) || !read_files(loader, error) ||
      !refnet_sheets_check_overrides(loader->store->sheets, loader->options->columns, error) ||
      !refnet_finish_values(loader, error) || !refnet_finish_areas(loader, error) ||
      !refnet_finish_offers(loader, error) || !refnet_finish_contacts(loader, error) ||
      !refnet_finish_answers(loader, error))
    return FALSE;
  refnet_diagnostics_watch(store->dataset.diagnostics, NULL, NULL);
  store->date_order = loader->options->date_order;
  store->delimiter = loader->options->delimiter;
  store->dataset.units = loader->options->units;
  store->dataset.threads = loader->options->threads;
  store->has_flags = loader->flags.end > 0;
  publish_referrals(loader);
  refnet_resolver_forget(store->resolver);
  forget_sheets(loader);
  return publish_files(loader->store, error);
}

static const RefnetLoadOptions defaults = {.as_of = REFNET_DATE_UNKNOWN};

/* The dataset of a loader whose files are known, or NULL. */
static RefnetDataset *finish(RefnetLoader *loader, gboolean ok) {
  refnet_loader_clear(loader);
  if (ok)
    return &loader->store->dataset;
  refnet_dataset_free(&loader->store->dataset);
  return NULL;
}

RefnetDataset *refnet_dataset_load(const char *path, const RefnetLoadOptions *options,
                                   GError **error) {
  RefnetLoader loader;
  refnet_loader_init(&loader, options != NULL ? options : &defaults);
  g_autofree char *whole = g_canonicalize_filename(path, NULL);
  g_autofree char *name = g_path_get_basename(whole);
  name_dataset(loader.store, path, name);
  return finish(&loader, open_folder(loader.store, path, error) && load(&loader, error));
}

RefnetDataset *refnet_dataset_load_files(const RefnetFiles *files, const RefnetLoadOptions *options,
                                         GError **error) {
  RefnetLoader loader;
  refnet_loader_init(&loader, options != NULL ? options : &defaults);
  gboolean ok = use_files(loader.store, files, error);
  if (ok) {
    const char *path = files->organizations != NULL ? files->organizations : files->referrals;
    g_autofree char *name = name_of_file(path);
    name_dataset(loader.store, path, name);
  }
  return finish(&loader, ok && load(&loader, error));
}

RefnetDataset *refnet_dataset_load_sheets(const char *path, const RefnetSheetTable *tables,
                                          gsize count, RefnetDiagnostics *diagnostics,
                                          const RefnetLoadOptions *options, GError **error) {
  RefnetLoader loader;
  refnet_loader_init(&loader, options != NULL ? options : &defaults);
  if (diagnostics != NULL) {
    refnet_diagnostics_free(loader.store->dataset.diagnostics);
    loader.store->dataset.diagnostics = diagnostics;
  }
  g_autofree char *name = name_of_file(path);
  name_dataset(loader.store, path, name);
  return finish(&loader, use_sheets(loader.store, tables, count, error) && load(&loader, error));
}
