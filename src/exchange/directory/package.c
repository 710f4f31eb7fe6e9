/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/directory/package.h"

#include <string.h>

#include "exchange/files/archive.h"
#include "table/read/reader.h"

enum { BLOCK_BYTES = 65536 };

/* What programs hand each other; a directory's publisher has the tables, too. */
#define ASK_FOR_CSV "ask where it comes from for the directory as CSV files"

/* A file in a folder, or the bytes of one in an archive. */
typedef struct {
  char *name, *path;
  GByteArray *bytes;
} File;

struct RefnetPackage {
  char *shown;
  GPtrArray *files; /* File *, by name */
};

static void free_file(gpointer data) {
  File *file = data;
  g_free(file->name);
  g_free(file->path);
  if (file->bytes != NULL)
    g_byte_array_unref(file->bytes);
  g_free(file);
}

static int compare_files(gconstpointer a, gconstpointer b) {
  return strcmp((*(const File *const *)a)->name, (*(const File *const *)b)->name);
}

static gboolean ends_with(const char *name, const char *suffix) {
  g_autofree char *lower = g_ascii_strdown(name, -1);
  return g_str_has_suffix(lower, suffix);
}

/* Not the shadows that some systems leave beside files. */
static gboolean is_csv(const char *name) {
  return *name != '.' && ends_with(name, ".csv") && g_utf8_validate(name, -1, NULL);
}

/* ---- folders --------------------------------------------------------------------------------- */

static gboolean list_folder(RefnetPackage *package, const char *path, GError **error) {
  g_autoptr(GError) cause = NULL;
  g_autoptr(GDir) dir = g_dir_open(path, 0, &cause);
  if (dir == NULL) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_IO, "folder \"%s\" cannot be read: %s",
                package->shown, cause->message);
    return FALSE;
  }
  const char *name;
  while ((name = g_dir_read_name(dir)) != NULL) {
    if (!is_csv(name))
      continue;
    File *file = g_new0(File, 1);
    file->name = g_strdup(name);
    file->path = g_build_filename(path, name, NULL);
    g_ptr_array_add(package->files, file);
  }
  return TRUE;
}

/* Data packages keep their tables in a folder of that name. */
static gboolean open_folder(RefnetPackage *package, const char *path, GError **error) {
  g_autofree char *data = g_build_filename(path, "data", NULL);
  return list_folder(package, path, error) &&
         (package->files->len > 0 || !g_file_test(data, G_FILE_TEST_IS_DIR) ||
          list_folder(package, data, error));
}

/* ---- archives -------------------------------------------------------------------------------- */

static gboolean read_bytes(RefnetArchive *archive, File *file, GError **error) {
  g_autofree guint8 *block = g_malloc(BLOCK_BYTES);
  gssize got;
  file->bytes = g_byte_array_new();
  while ((got = refnet_archive_read(archive, block, BLOCK_BYTES, error)) > 0)
    g_byte_array_append(file->bytes, block, (guint)got);
  return got == 0;
}

/* Two files of one name cannot be told apart by it. */
static gboolean check_name(const RefnetPackage *package, const char *name, GError **error) {
  if (refnet_package_find(package, name) == NULL)
    return TRUE;
  g_autofree char *safe = refnet_text_display(name, 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "\"%s\" is not read: it has two files called \"%s\"; leave one in it", package->shown,
              safe);
  return FALSE;
}

static gboolean open_archive(RefnetPackage *package, const char *path, GError **error) {
  g_autoptr(RefnetArchive) archive = refnet_archive_open(path, error);
  const char *name;
  GError *failure = NULL;
  if (archive == NULL)
    return FALSE;
  while ((name = refnet_archive_next(archive, &failure)) != NULL) {
    g_autofree char *last = g_path_get_basename(name);
    if (!is_csv(last) || g_str_has_prefix(name, "__MACOSX/"))
      continue;
    if (!check_name(package, last, error))
      return FALSE;
    File *file = g_new0(File, 1);
    file->name = g_steal_pointer(&last);
    g_ptr_array_add(package->files, file);
    if (!read_bytes(archive, file, error))
      return FALSE;
  }
  if (failure != NULL)
    g_propagate_error(error, failure);
  return failure == NULL;
}

/* ---- both ------------------------------------------------------------------------------------ */

static gboolean is_there(const RefnetPackage *package, const char *path, GError **error) {
  if (g_file_test(path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "there is no \"%s\"; give a folder of CSV files, or a .zip of them", package->shown);
  return FALSE;
}

/* One of the files in place of all: whoever has a folder of them may well name one. */
static gboolean is_whole(const RefnetPackage *package, const char *path, GError **error) {
  gboolean is_part = ends_with(path, ".csv") || ends_with(path, "datapackage.json");
  if (!is_part && !ends_with(path, ".json"))
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "\"%s\" is not read: it is neither a folder nor a zip; %s", package->shown,
              is_part ? "give the folder that it is in" : ASK_FOR_CSV);
  return FALSE;
}

static gboolean has_json(const char *path) {
  g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
    if (ends_with(name, ".json"))
      return TRUE;
  return FALSE;
}

RefnetPackage *refnet_package_open(const char *path, GError **error) {
  g_autoptr(RefnetPackage) package = g_new0(RefnetPackage, 1);
  g_autofree char *displayed = g_filename_display_name(path);
  package->shown = refnet_text_display(displayed, 0);
  package->files = g_ptr_array_new_with_free_func(free_file);
  gboolean is_folder = g_file_test(path, G_FILE_TEST_IS_DIR);
  if (!is_there(package, path, error) ||
      !(is_folder ? open_folder(package, path, error)
                  : is_whole(package, path, error) && open_archive(package, path, error)))
    return NULL;
  if (package->files->len == 0) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "there are no CSV files in \"%s\"%s",
                package->shown, is_folder && has_json(path) ? ", only JSON; " ASK_FOR_CSV : "");
    return NULL;
  }
  g_ptr_array_sort(package->files, compare_files);
  return g_steal_pointer(&package);
}

void refnet_package_free(RefnetPackage *package) {
  if (package == NULL)
    return;
  g_free(package->shown);
  g_ptr_array_unref(package->files);
  g_free(package);
}

guint refnet_package_length(const RefnetPackage *package) {
  return package->files->len;
}

const char *refnet_package_name(const RefnetPackage *package, guint index) {
  return ((const File *)g_ptr_array_index(package->files, index))->name;
}

static const File *find_file(const RefnetPackage *package, const char *name) {
  const File *found = NULL;
  for (guint i = 0; i < package->files->len; i++) {
    const File *file = g_ptr_array_index(package->files, i);
    if (strcmp(file->name, name) == 0)
      return file;
    if (found == NULL && g_ascii_strcasecmp(file->name, name) == 0)
      found = file;
  }
  return found;
}

const char *refnet_package_find(const RefnetPackage *package, const char *name) {
  const File *file = find_file(package, name);
  return file != NULL ? file->name : NULL;
}

gboolean refnet_package_read(const RefnetPackage *package, const char *name,
                             const RefnetTableOptions *options, const RefnetRowHandler *handler,
                             RefnetRowCount *count, RefnetDiagnostics *diagnostics,
                             GError **error) {
  const File *file = find_file(package, name);
  if (file->path != NULL)
    return refnet_table_read(file->path, options, handler, count, diagnostics, error);
  return refnet_table_read_bytes(file->bytes->data, file->bytes->len, 0, options, handler, count,
                                 diagnostics, error);
}
