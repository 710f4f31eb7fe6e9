/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From a folder to a dataset: the files in the order in which they need each other, then what can
 * only be known when all are read. */
#include "model/load.h"
#include "model/words.h"

#include <glib/gstdio.h>
#include <string.h>

gboolean refnet_set_out_of_memory(GError **error) {
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                      "out of memory while reading the dataset");
  return FALSE;
}

gboolean refnet_loader_out_of_memory(RefnetLoader *loader) {
  if (loader->failure == NULL)
    refnet_set_out_of_memory(&loader->failure);
  return FALSE;
}

/* ---- the loader ----------------------------------------------------------------------------- */

static void attribute_column_free(gpointer data) {
  RefnetAttributeColumn *column = data;
  refnet_array_clear(&column->values);
  g_free(column);
}

static void loader_init(RefnetLoader *loader, const RefnetLoadOptions *options) {
  memset(loader, 0, sizeof *loader);
  loader->store = refnet_store_new();
  loader->scratch = refnet_pool_new();
  loader->options = options;
  for (guint i = 0; i < REFNET_VALUES_KINDS; i++)
    loader->values[i] = refnet_values_new(loader->store->pool);
  const char *const *word = refnet_words_every_area();
  for (; *word != NULL; word++)
    refnet_values_alias(loader->values[REFNET_VALUES_AREAS], *word, REFNET_VALUE_ALL);
  loader->organizations = REFNET_ARRAY(RefnetOrganization);
  for (guint i = 0; i < REFNET_LISTS; i++)
    loader->list_texts[i] = REFNET_ARRAY(const char *);
  loader->row_hashes = REFNET_ARRAY(guint64);
  loader->attributes = g_ptr_array_new_with_free_func(attribute_column_free);
  loader->service_rows = REFNET_ARRAY(RefnetServiceRow);
  loader->area_rows = REFNET_ARRAY(RefnetAreaRow);
  loader->divided = REFNET_ARRAY(guint8);
  loader->contacts = REFNET_ARRAY(RefnetPlace);
  loader->contact_keys = refnet_interner_new(loader->scratch);
  loader->contact_of_key = REFNET_ARRAY(guint32);
  loader->needs = REFNET_ARRAY(RefnetNeed);
  loader->respondents = REFNET_ARRAY(RefnetRespondent);
  loader->nominations = REFNET_ARRAY(RefnetNomination);
  loader->meetings = REFNET_ARRAY(RefnetMeeting);
  loader->repeat_lines = REFNET_ARRAY(guint32);
}

/* Everything but the store. */
static void loader_clear(RefnetLoader *loader) {
  g_clear_error(&loader->failure);
  for (guint i = 0; i < REFNET_VALUES_KINDS; i++) {
    refnet_values_free(loader->values[i]);
    g_free(loader->final[i]);
  }
  refnet_array_clear(&loader->organizations);
  for (guint i = 0; i < REFNET_LISTS; i++)
    refnet_array_clear(&loader->list_texts[i]);
  refnet_array_clear(&loader->row_hashes);
  refnet_interner_free(loader->seen_rows);
  g_ptr_array_unref(loader->attributes);
  refnet_array_clear(&loader->service_rows);
  refnet_array_clear(&loader->area_rows);
  refnet_array_clear(&loader->divided);
  refnet_array_clear(&loader->contacts);
  refnet_interner_free(loader->contact_keys);
  refnet_array_clear(&loader->contact_of_key);
  refnet_array_clear(&loader->needs);
  refnet_array_clear(&loader->respondents);
  refnet_array_clear(&loader->nominations);
  refnet_array_clear(&loader->meetings);
  refnet_interner_free(loader->repeats);
  refnet_pool_free(loader->repeat_pool);
  refnet_array_clear(&loader->repeat_lines);
  refnet_pool_free(loader->scratch);
}

/* ---- rows that repeat ----------------------------------------------------------------------- */

static char *join_cells(const RefnetRow *row, gsize *length) {
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < row->fields; i++)
    g_string_append_len(text, row->cells[i], (gssize)strlen(row->cells[i]) + 1);
  *length = text->len;
  return g_string_free(text, FALSE);
}

/* Rows of another file are forgotten. */
static void start_repeats(RefnetLoader *loader) {
  refnet_interner_free(loader->repeats);
  refnet_pool_free(loader->repeat_pool);
  loader->repeat_pool = refnet_pool_new();
  loader->repeats = refnet_interner_new(loader->repeat_pool);
  loader->repeat_lines.length = 0;
}

gboolean refnet_reading_is_repeat(RefnetReading *reading) {
  RefnetLoader *loader = reading->loader;
  gsize length;
  g_autofree char *text = join_cells(reading->row, &length);
  guint32 number = refnet_interner_add(loader->repeats, text, length);
  if (number < loader->repeat_lines.length) {
    refnet_sheet_report(reading->sheet, loader->store->dataset.diagnostics, REFNET_KIND_MERGED_ROW,
                        reading->row->line, REFNET_NO_FIELD, REFNET_NONE, "remove the row",
                        "the row repeats line %u",
                        *refnet_array_at(&loader->repeat_lines, guint32, number));
    return TRUE;
  }
  guint32 *line = number != REFNET_NONE ? refnet_array_append(&loader->repeat_lines) : NULL;
  if (line != NULL)
    *line = (guint32)reading->row->line;
  else
    refnet_loader_out_of_memory(loader);
  return FALSE;
}

/* ---- one file ------------------------------------------------------------------------------- */

typedef struct {
  RefnetReading reading;
  const RefnetFileLoader *file;
} FileReading;

static gboolean read_header(const RefnetRow *header, gpointer data, GError **error) {
  FileReading *file = data;
  RefnetReading *reading = &file->reading;
  RefnetStore *store = reading->loader->store;
  if (!refnet_sheet_match(reading->sheet, header, reading->loader->options->columns, store->pool,
                          store->dataset.diagnostics, error))
    return FALSE;
  return file->file->start == NULL || file->file->start(reading, error);
}

static RefnetRowFate read_row(const RefnetRow *row, gpointer data) {
  FileReading *file = data;
  if (file->reading.loader->failure != NULL)
    return REFNET_ROW_REJECTED;
  refnet_sheet_note_row(file->reading.sheet, row);
  file->reading.row = row;
  return file->file->take(&file->reading);
}

static gboolean read_file(RefnetLoader *loader, const RefnetFileLoader *file, const char *folder,
                          GError **error) {
  RefnetStore *store = loader->store;
  RefnetSheet *sheet = &store->sheets[file->file];
  FileReading reading = {{loader, sheet, NULL}, file};
  g_autofree char *path = g_build_filename(folder, sheet->label, NULL);
  RefnetTableOptions options = {sheet->label, loader->options->delimiter};
  start_repeats(loader);
  if (!refnet_table_read(path, &options, read_header, read_row, &reading, &sheet->rows,
                         store->dataset.diagnostics, error))
    return FALSE;
  if (loader->failure != NULL) {
    g_propagate_error(error, g_steal_pointer(&loader->failure));
    return FALSE;
  }
  return TRUE;
}

/* ---- the folder ----------------------------------------------------------------------------- */

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
                "\"%s\" is not a folder; give the folder that holds organizations.csv", safe);
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
    refnet_diagnostics_add(store->dataset.diagnostics, &where, NULL,
                           "the file is not read: its name is none of the dataset's");
}

static void find_files(RefnetStore *store, const GPtrArray *names) {
  for (guint i = 0; i < REFNET_FILES; i++) {
    RefnetSheet *sheet = &store->sheets[i];
    const char *name = find_name(names, sheet->label);
    sheet->present = name != NULL;
    if (name != NULL)
      sheet->label = refnet_pool_intern(store->pool, name);
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
  find_files(store, names);
  if (store->sheets[REFNET_FILE_ORGANIZATIONS].present)
    return TRUE;
  g_autofree char *shown = g_filename_display_name(path);
  g_autofree char *safe = refnet_text_display(shown, 0);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "folder \"%s\" has no organizations.csv; every dataset needs this file, one row for "
              "each organization",
              safe);
  return FALSE;
}

static void name_dataset(RefnetStore *store, const char *path) {
  g_autofree char *whole = g_canonicalize_filename(path, NULL);
  g_autofree char *last = g_path_get_basename(whole);
  g_autofree char *valid = g_utf8_make_valid(last, -1);
  g_autofree char *valid_path = g_utf8_make_valid(path, -1);
  store->dataset.path = refnet_pool_intern(store->pool, valid_path);
  store->dataset.name = refnet_pool_intern(store->pool, valid);
}

/* ---- all of it ------------------------------------------------------------------------------ */

static gboolean read_files(RefnetLoader *loader, const char *folder, GError **error) {
  static const RefnetFileLoader *const files[REFNET_FILES] = {
      &refnet_load_organizations, &refnet_load_areas,       &refnet_load_services,
      &refnet_load_needs,         &refnet_load_contacts,    &refnet_load_referrals,
      &refnet_load_respondents,   &refnet_load_nominations, &refnet_load_meetings};
  for (guint i = 0; i < REFNET_FILES; i++) {
    gboolean present = loader->store->sheets[files[i]->file].present;
    if (present && !read_file(loader, files[i], folder, error))
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
  loader->store->dataset.referrals = (RefnetReferrals){.rows = columns->rows,
                                                       .from = columns->from,
                                                       .to = columns->to,
                                                       .service = columns->service,
                                                       .count = columns->count,
                                                       .accepted = columns->accepted,
                                                       .completed = columns->completed,
                                                       .date = columns->date,
                                                       .renewal = columns->renewal,
                                                       .from_contact = columns->from_contact,
                                                       .to_contact = columns->to_contact,
                                                       .reported_by = columns->reported_by,
                                                       .frequency = columns->frequency,
                                                       .basis = columns->basis,
                                                       .agreement = columns->agreement,
                                                       .outcome = columns->outcome,
                                                       .line = columns->line};
}

static gboolean publish_files(RefnetStore *store, GError **error) {
  RefnetFileCount *files = refnet_pool_alloc(store->pool, REFNET_FILES * sizeof *files, 0);
  if (files == NULL)
    return refnet_set_out_of_memory(error);
  guint32 count = 0;
  for (guint i = 0; i < REFNET_FILES; i++)
    if (store->sheets[i].present)
      files[count++] = (RefnetFileCount){store->sheets[i].label, store->sheets[i].rows};
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

static gboolean load(RefnetLoader *loader, const char *path, GError **error) {
  name_dataset(loader->store, path);
  if (!check_options(loader->options, error) || !open_folder(loader->store, path, error) ||
      !read_files(loader, path, error) ||
      !refnet_sheets_check_overrides(loader->store->sheets, loader->options->columns, error) ||
      !refnet_finish_values(loader, error) || !refnet_finish_areas(loader, error) ||
      !refnet_finish_offers(loader, error) || !refnet_finish_contacts(loader, error) ||
      !refnet_finish_answers(loader, error))
    return FALSE;
  publish_referrals(loader);
  return publish_files(loader->store, error);
}

RefnetDataset *refnet_dataset_load(const char *path, const RefnetLoadOptions *options,
                                   GError **error) {
  static const RefnetLoadOptions defaults = {.as_of = REFNET_DATE_UNKNOWN};
  RefnetLoader loader;
  loader_init(&loader, options != NULL ? options : &defaults);
  gboolean ok = load(&loader, path, error);
  loader_clear(&loader);
  if (ok)
    return &loader.store->dataset;
  refnet_dataset_free(&loader.store->dataset);
  return NULL;
}
