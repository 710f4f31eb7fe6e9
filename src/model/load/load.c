/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From sheets to a dataset: the files in the order in which they need each other, then what can
 * only be known when all are read. */
#include "model/load/load.h"

#include <string.h>

#include "model/columns/overrides.h"
#include "model/load/folder.h"
#include "model/load/repeated_rows.h"
#include "model/load/sources.h"

/* ---- names ----------------------------------------------------------------------------------- */

static void name_dataset(RefnetStore *store, const char *path, const char *name) {
  g_autofree char *valid = g_utf8_make_valid(name, -1);
  g_autofree char *valid_path = g_utf8_make_valid(path, -1);
  store->dataset.path = refnet_pool_intern(store->pool, valid_path);
  store->dataset.name = refnet_pool_intern(store->pool, valid);
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

/* Only writing the files anew reads them again. */
static void forget_sheets(RefnetLoader *loader) {
  for (guint i = 0; i < REFNET_FILES && !loader->options->keep_rejects; i++)
    g_clear_pointer(&loader->store->sheets[i].grid, refnet_cell_grid_unref);
}

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

static void note_reason(const RefnetDiagnostic *diagnostic, gpointer data) {
  refnet_rejects_note(data, diagnostic);
}

static gboolean load(RefnetLoader *loader, GError **error) {
  RefnetStore *store = loader->store;
  if (loader->options->keep_rejects) {
    store->rejects = refnet_rejects_new();
    refnet_diagnostics_watch(store->dataset.diagnostics, note_reason, store->rejects);
  }
  if (!refnet_overrides_check(loader->options->columns, error) || !read_files(loader, error) ||
      !refnet_sheets_check_overrides(loader->store->sheets, loader->options->columns, error) ||
      !refnet_finish_values(loader, error) || !refnet_finish_areas(loader, error) ||
      !refnet_finish_offers(loader, error) || !refnet_finish_contacts(loader, error) ||
      !refnet_finish_answers(loader, error))
    return FALSE;
  refnet_diagnostics_watch(store->dataset.diagnostics, NULL, NULL);
  store->delimiter = loader->options->delimiter;
  store->dataset.units = loader->options->units;
  store->dataset.threads = loader->options->threads;
  store->has_flags = loader->flags.end > 0;
  publish_referrals(loader);
  refnet_resolver_forget(store->resolver);
  refnet_report_repeated_rows(store);
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
  return finish(&loader, refnet_use_folder(&loader, path, error) && load(&loader, error));
}

RefnetDataset *refnet_dataset_load_files(const RefnetFiles *files, const RefnetLoadOptions *options,
                                         GError **error) {
  RefnetLoader loader;
  refnet_loader_init(&loader, options != NULL ? options : &defaults);
  gboolean ok = refnet_use_files(loader.store, files, error);
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
  return finish(&loader,
                refnet_use_sheets(loader.store, tables, count, error) && load(&loader, error));
}
