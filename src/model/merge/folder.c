/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/merge/folder.h"

#include <string.h>

#define LOG_STEM "log"
#define LOG_BEFORE "-before"
#define LOG_END ".csv"

static int compare_names(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char **refnet_folder_files(const char *folder, GError **error) {
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  g_autofree char *shown = g_filename_display_name(folder);
  const char *name;
  if (dir == NULL) {
    g_autofree char *safe = refnet_text_display(shown, 0);
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "there is no folder \"%s\"", safe);
    return NULL;
  }
  GPtrArray *names = g_ptr_array_new();
  while ((name = g_dir_read_name(dir)) != NULL) {
    g_autofree char *file = g_build_filename(folder, name, NULL);
    if (g_file_test(file, G_FILE_TEST_IS_REGULAR))
      g_ptr_array_add(names, g_strdup(name));
  }
  g_ptr_array_sort(names, compare_names);
  g_ptr_array_add(names, NULL);
  return (char **)g_ptr_array_free(names, FALSE);
}

gboolean refnet_folder_copy(const char *folder, const char *name, const char *as,
                            RefnetPathFunc path, gpointer data, GError **error) {
  g_autofree char *from = g_build_filename(folder, name, NULL);
  g_autofree char *to = path(as, data);
  g_autoptr(GError) cause = NULL;
  GMappedFile *file = g_mapped_file_new(from, FALSE, &cause);
  if (file == NULL) {
    g_autofree char *shown = g_filename_display_name(name);
    g_autofree char *safe = refnet_text_display(shown, 0);
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_IO, "%s cannot be read: %s", safe,
                cause->message);
    return FALSE;
  }
  g_autoptr(RefnetOutput) output = refnet_output_open(to, error);
  gboolean ok = output != NULL;
  if (ok && g_mapped_file_get_length(file) > 0)
    refnet_output_write(output, g_mapped_file_get_contents(file), g_mapped_file_get_length(file));
  ok = ok && refnet_output_commit(output, error);
  g_mapped_file_unref(file);
  return ok;
}

static gboolean is_log(const char *name) {
  gsize length = strlen(name);
  if (!g_str_has_prefix(name, LOG_STEM) || !g_str_has_suffix(name, LOG_END))
    return FALSE;
  const char *at = name + strlen(LOG_STEM), *end = name + length - strlen(LOG_END);
  while (at < end && g_str_has_prefix(at, LOG_BEFORE))
    at += strlen(LOG_BEFORE);
  return at == end;
}

char *refnet_log_name_later(const char *name) {
  return is_log(name) ? g_strconcat(LOG_STEM LOG_BEFORE, name + strlen(LOG_STEM), NULL) : NULL;
}

char *refnet_log_name_earlier(const char *name) {
  const char *rest = name + strlen(LOG_STEM);
  if (!is_log(name) || strcmp(rest, LOG_END) == 0)
    return NULL;
  return g_strconcat(LOG_STEM, rest + strlen(LOG_BEFORE), NULL);
}
