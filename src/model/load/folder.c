/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/load/folder.h"

#include <glib/gstdio.h>
#include <string.h>

#include "model/columns/recognize.h"
#include "model/load/folder_table.h"
#include "model/load/folder_told.h"
#include "model/load/joined_files.h"

typedef struct {
  const char *path;
  char *shown; /* fit to be read */
  GPtrArray *names;
  GPtrArray *tables; /* RefnetFolderTable * */
  GArray *guesses;   /* RefnetTableGuess, as the tables */
} Folder;

/* ---- what is in the folder ------------------------------------------------------------------- */

static int compare_names(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gboolean is_empty_file(const char *path) {
  GStatBuf about;
  return g_stat(path, &about) == 0 && S_ISREG(about.st_mode) && about.st_size == 0;
}

/* `safe`: the path, fit to be shown. */
static gboolean check_is_folder(const char *path, const char *safe, GError **error) {
  if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "there is no folder \"%s\"; give the folder that holds organizations.csv", safe);
    return FALSE;
  }
  if (is_empty_file(path)) {
    g_set_error(
        error, REFNET_ERROR, REFNET_ERROR_INPUT,
        "\"%s\" is empty; give the folder that holds organizations.csv, an Excel workbook or "
        "a table",
        safe);
    return FALSE;
  }
  if (g_str_has_suffix(path, ".csv") && g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "\"%s\" is a table whose headers refnet does not know; say what is in it with "
                "--organizations or --referrals, and in which column with --column FIELD=HEADER",
                safe);
    return FALSE;
  }
  if (!g_file_test(path, G_FILE_TEST_IS_DIR)) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "\"%s\" is neither a folder nor a file that can be read as a dataset; give the "
                "folder that holds organizations.csv, an Excel workbook or a table",
                safe);
    return FALSE;
  }
  return TRUE;
}

/* The names in the folder, bytewise. */
static GPtrArray *list_folder(const char *path, GError **error) {
  g_autofree char *shown = g_filename_display_name(path);
  g_autofree char *safe = refnet_text_display(shown, 0);
  if (!check_is_folder(path, safe, error))
    return NULL;
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

/* ---- files by their names -------------------------------------------------------------------- */

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

static void use(RefnetStore *store, const Folder *folder, guint file, const char *name) {
  RefnetSheet *sheet = &store->sheets[file];
  g_autofree char *path = g_build_filename(folder->path, name, NULL);
  sheet->present = TRUE;
  sheet->label = refnet_pool_intern(store->pool, name);
  sheet->path = refnet_pool_intern(store->pool, path);
}

static void find_files(RefnetStore *store, const Folder *folder) {
  for (guint i = 0; i < REFNET_FILES; i++) {
    const char *name = find_name(folder->names, store->sheets[i].label);
    if (name == NULL && i == REFNET_FILE_ORGANIZATIONS)
      name = find_name(folder->names, "organisations.csv");
    if (name != NULL)
      use(store, folder, i, name);
  }
}

/* ---- tables of other names ------------------------------------------------------------------- */

static gboolean is_of(const RefnetSheet *sheet, const char *name) {
  if (sheet->sources == NULL)
    return sheet->present && strcmp(sheet->label, name) == 0;
  for (guint i = 0; i < sheet->part_count; i++)
    if (strcmp(sheet->parts[i].label, name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean is_standard(const RefnetStore *store, const char *name) {
  for (guint i = 0; i < REFNET_FILES; i++)
    if (is_of(&store->sheets[i], name))
      return TRUE;
  return FALSE;
}

static void look_at_tables(const RefnetLoader *loader, Folder *folder) {
  for (guint i = 0; i < folder->names->len; i++) {
    const char *name = g_ptr_array_index(folder->names, i);
    if (!refnet_folder_table_is_one(name) || is_standard(loader->store, name))
      continue;
    RefnetFolderTable *table =
        refnet_folder_table_new(folder->path, name, loader->options->delimiter);
    const RefnetTableGuess guess =
        refnet_table_guess(table->stem, table->shown, table->head, FALSE);
    g_ptr_array_add(folder->tables, table);
    g_array_append_val(folder->guesses, guess);
  }
  refnet_tables_recognize(folder->guesses, loader->options->columns);
}

/* ---- taking them ----------------------------------------------------------------------------- */

enum { FILES_SAID = 5 };

/* "“a.csv”, “b.csv” and 2 more". Caller frees. */
static char *list_names(const GPtrArray *names) {
  GString *list = g_string_new(NULL);
  for (guint i = 0; i < MIN(names->len, (guint)FILES_SAID); i++)
    g_string_append_printf(list, "%s\"%s\"", i > 0 ? ", " : "",
                           (const char *)g_ptr_array_index(names, i));
  if (names->len > FILES_SAID)
    g_string_append_printf(list, " and %u more", names->len - FILES_SAID);
  return g_string_free(list, FALSE);
}

/* The tables whose names say as much, or as little, that they are what `chosen` is: itself, too. */
static GPtrArray *find_equals(const Folder *folder, const RefnetTableGuess *chosen) {
  const RefnetFile file = (RefnetFile)chosen->file;
  GPtrArray *equals = g_ptr_array_new();
  for (guint i = 0; i < folder->guesses->len; i++) {
    RefnetTableGuess *guess = &g_array_index(folder->guesses, RefnetTableGuess, i);
    if (guess->file == chosen->file &&
        refnet_table_guess_named(guess, file) == refnet_table_guess_named(chosen, file) &&
        refnet_table_guess_is_sure(guess, file))
      g_ptr_array_add(equals, guess);
  }
  return equals;
}

static RefnetFolderTable *table_of(const Folder *folder, const RefnetTableGuess *guess) {
  const guint place = (guint)(guess - &g_array_index(folder->guesses, RefnetTableGuess, 0));
  return g_ptr_array_index(folder->tables, place);
}

/* Leaves out those that say the same as another, byte for byte: they would count twice. */
static void leave_out_copies(const Folder *folder, GPtrArray *equals) {
  for (guint i = 0; i < equals->len; i++)
    for (guint k = i + 1; k < equals->len; k++)
      refnet_folder_table_mark_copy(folder->path, table_of(folder, equals->pdata[i]),
                                    table_of(folder, equals->pdata[k]));
  for (guint i = equals->len; i > 0; i--)
    if (table_of(folder, equals->pdata[i - 1])->copied != NULL)
      g_ptr_array_remove_index(equals, i - 1);
}

/* Nothing tells which is meant. */
static void refuse_equals(const Folder *folder, const GPtrArray *equals, RefnetFile file,
                          GError **error) {
  g_autoptr(GPtrArray) labels = g_ptr_array_new();
  for (guint i = 0; i < equals->len; i++)
    g_ptr_array_add(labels,
                    (gpointer)((const RefnetTableGuess *)g_ptr_array_index(equals, i))->label);
  g_autofree char *what = refnet_file_content(file);
  g_autofree char *names = list_names(labels);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "which file of folder \"%s\" holds the %s can't be told: %s; name the one to be read "
              "%s, put their rows together in one, or give the files one by one, with "
              "--organizations FILE and the like",
              folder->shown, what, names, refnet_file_fields(file)->file);
}

/* A log a year, say. Lists of organizations are not put together: one may be an older one. */
static gboolean join(RefnetStore *store, const Folder *folder, const GPtrArray *equals,
                     RefnetFile file, GError **error) {
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  if (file == REFNET_FILE_ORGANIZATIONS || !refnet_have_one_header(equals, file)) {
    refuse_equals(folder, equals, file, error);
    return FALSE;
  }
  for (guint i = 0; i < equals->len; i++)
    g_ptr_array_add(names, (gpointer)table_of(folder, g_ptr_array_index(equals, i))->name);
  if (!refnet_join_files(store, file, equals, folder->path, names, error))
    return FALSE;
  for (guint i = 0; i < equals->len; i++) {
    const RefnetTableGuess *other = g_ptr_array_index(equals, i == 0 ? 1 : 0);
    refnet_folder_tell_taken(store, g_ptr_array_index(equals, i), other->label);
  }
  return TRUE;
}

static gboolean take_table(RefnetStore *store, const Folder *folder, RefnetTableGuess *chosen,
                           RefnetFile file, GError **error) {
  const gboolean matters =
      file == REFNET_FILE_ORGANIZATIONS || store->sheets[REFNET_FILE_ORGANIZATIONS].present;
  g_autoptr(GPtrArray) equals = find_equals(folder, chosen);
  leave_out_copies(folder, equals);
  if (matters && equals->len > 1)
    return join(store, folder, equals, file, error);
  if (equals->len == 1)
    chosen = g_ptr_array_index(equals, 0);
  use(store, folder, file, table_of(folder, chosen)->name);
  refnet_folder_tell_taken(store, chosen, NULL);
  return TRUE;
}

/* Files of the right names are there already. */
static gboolean take_tables(RefnetStore *store, const Folder *folder, GError **error) {
  for (guint f = 0; f < REFNET_FILES; f++) {
    RefnetTableGuess *chosen = refnet_table_guess_chosen(folder->guesses, (RefnetFile)f);
    if (!store->sheets[f].present && chosen != NULL &&
        refnet_table_guess_is_sure(chosen, (RefnetFile)f) &&
        !take_table(store, folder, chosen, (RefnetFile)f, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- a folder without organizations ---------------------------------------------------------- */

/* What the folder has instead: workbooks, and tables that are not told to be another file. */
static char *list_candidates(const RefnetStore *store, const Folder *folder) {
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < folder->tables->len; i++) {
    const RefnetFolderTable *table = g_ptr_array_index(folder->tables, i);
    if (!is_standard(store, table->name))
      g_ptr_array_add(names, table->shown);
  }
  g_autofree char *list = list_names(names);
  if (names->len == 0)
    return g_strdup("");
  return g_strdup_printf(
      "; rename the one that lists them, or give it with --organizations: %s%s", list,
      folder->tables->len == 1 ? "; if it is a survey or a matrix of who refers to whom, give the "
                                 "file itself in place of the folder"
                               : "");
}

/* What a dataset can be made of all the same: "; “log.csv” holds referrals, …". */
static char *advise_other(const RefnetStore *store) {
  const gboolean referrals = store->sheets[REFNET_FILE_REFERRALS].present;
  const RefnetSheet *sheet =
      &store->sheets[referrals ? REFNET_FILE_REFERRALS : REFNET_FILE_CONTACTS];
  if (!sheet->present)
    return g_strdup("");
  g_autofree char *label = refnet_text_display(sheet->label, 60);
  g_autofree char *path = g_filename_display_name(sheet->path);
  g_autofree char *shown = refnet_text_display(path, 0);
  return referrals ? g_strdup_printf("; \"%s\" holds referrals, which will do by themselves: say "
                                     "--referrals \"%s\" in place of the folder",
                                     label, shown)
                   : g_strdup_printf("; \"%s\" holds contacts, and the organisations beside them "
                                     "will do: refnet import flat \"%s\" -o DIR",
                                     label, shown);
}

static char *advise_workbook(const Folder *folder) {
  for (guint i = 0; i < folder->names->len; i++) {
    g_autofree char *name = g_filename_display_name(g_ptr_array_index(folder->names, i));
    g_autofree char *lower = g_ascii_strdown(name, -1);
    if (!g_str_has_suffix(lower, ".xlsx") || *name == '.' || *name == '~')
      continue;
    g_autofree char *path = g_build_filename(folder->path, name, NULL);
    g_autofree char *shown = refnet_text_display(path, 0);
    return g_strdup_printf("; give the workbook itself, \"%s\", in place of the folder", shown);
  }
  return g_strdup("");
}

static gboolean refuse(const RefnetStore *store, const Folder *folder, GError **error) {
  g_autofree char *tables = list_candidates(store, folder);
  g_autofree char *other = advise_other(store);
  g_autofree char *workbook = advise_workbook(folder);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "folder \"%s\" has no organizations.csv; every dataset needs this file, one row for "
              "each organisation%s%s%s",
              folder->shown, tables, other, workbook);
  return FALSE;
}

/* ---- all of it ------------------------------------------------------------------------------- */

static gboolean use_tables(RefnetLoader *loader, Folder *folder, GError **error) {
  RefnetStore *store = loader->store;
  const gboolean is_named = store->sheets[REFNET_FILE_ORGANIZATIONS].present;
  look_at_tables(loader, folder);
  if (!is_named && !take_tables(store, folder, error))
    return FALSE;
  if (!store->sheets[REFNET_FILE_ORGANIZATIONS].present)
    return refuse(store, folder, error);
  for (guint i = 0; i < folder->tables->len; i++) {
    const RefnetFolderTable *table = g_ptr_array_index(folder->tables, i);
    const RefnetTableGuess *guess = &g_array_index(folder->guesses, RefnetTableGuess, i);
    if (is_standard(store, table->name))
      continue;
    if (is_named)
      refnet_folder_tell_left(store, folder->tables, folder->guesses, i);
    else if (table->copied != NULL)
      refnet_folder_tell_copy(store, guess, table->copied);
    else
      refnet_folder_tell_not_taken(store, guess);
  }
  return TRUE;
}

gboolean refnet_use_folder(RefnetLoader *loader, const char *path, GError **error) {
  g_autoptr(GPtrArray) names = list_folder(path, error);
  if (names == NULL)
    return FALSE;
  g_autofree char *displayed = g_filename_display_name(path);
  g_autofree char *shown = refnet_text_display(displayed, 0);
  g_autoptr(GPtrArray) tables =
      g_ptr_array_new_with_free_func((GDestroyNotify)refnet_folder_table_free);
  g_autoptr(GArray) guesses = g_array_new(FALSE, TRUE, sizeof(RefnetTableGuess));
  Folder folder = {
      .path = path, .shown = shown, .names = names, .tables = tables, .guesses = guesses};
  find_files(loader->store, &folder);
  return use_tables(loader, &folder, error);
}
