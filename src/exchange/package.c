/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/package.h"

#include <string.h>

struct RefnetPackage {
  char *path;
  GPtrArray *names;
};

static int compare_names(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gboolean is_csv(const char *name) {
  g_autofree char *lower = g_ascii_strdown(name, -1);
  return *name != '.' && g_str_has_suffix(lower, ".csv") && g_utf8_validate(name, -1, NULL);
}

static gboolean list_folder(RefnetPackage *package, GError **error) {
  g_autofree char *shown = g_filename_display_name(package->path);
  if (!g_file_test(package->path, G_FILE_TEST_IS_DIR)) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "\"%s\" is no folder of CSV files", shown);
    return FALSE;
  }
  g_autoptr(GError) cause = NULL;
  g_autoptr(GDir) dir = g_dir_open(package->path, 0, &cause);
  if (dir == NULL) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_IO, "folder \"%s\" cannot be read: %s", shown,
                cause->message);
    return FALSE;
  }
  const char *name;
  while ((name = g_dir_read_name(dir)) != NULL)
    if (is_csv(name))
      g_ptr_array_add(package->names, g_strdup(name));
  g_ptr_array_sort(package->names, compare_names);
  return TRUE;
}

RefnetPackage *refnet_package_open(const char *path, GError **error) {
  g_autoptr(RefnetPackage) package = g_new0(RefnetPackage, 1);
  package->path = g_strdup(path);
  package->names = g_ptr_array_new_with_free_func(g_free);
  if (!list_folder(package, error))
    return NULL;
  return g_steal_pointer(&package);
}

void refnet_package_free(RefnetPackage *package) {
  if (package == NULL)
    return;
  g_free(package->path);
  g_ptr_array_unref(package->names);
  g_free(package);
}

const GPtrArray *refnet_package_names(const RefnetPackage *package) {
  return package->names;
}

const char *refnet_package_find(const RefnetPackage *package, const char *name) {
  const char *found = NULL;
  for (guint i = 0; i < package->names->len; i++) {
    const char *candidate = g_ptr_array_index(package->names, i);
    if (strcmp(candidate, name) == 0)
      return candidate;
    if (found == NULL && g_ascii_strcasecmp(candidate, name) == 0)
      found = candidate;
  }
  return found;
}

gboolean refnet_package_read(const RefnetPackage *package, const char *name,
                             const RefnetTableOptions *options, RefnetHeaderFunc header,
                             RefnetRowFunc row, gpointer data, RefnetRowCount *count,
                             RefnetDiagnostics *diagnostics, GError **error) {
  g_autofree char *path = g_build_filename(package->path, name, NULL);
  return refnet_table_read(path, options, header, row, data, count, diagnostics, error);
}
