/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Small datasets for unit tests: written to a folder of their own, loaded, removed. */
#ifndef REFNET_TESTS_SUPPORT_H
#define REFNET_TESTS_SUPPORT_H

#include <glib.h>
#include <glib/gstdio.h>
#include <stdarg.h>

#include <refnet/model.h>

static inline void support_remove_folder(const char *folder) {
  GDir *dir = g_dir_open(folder, 0, NULL);
  const char *name;
  while (dir && (name = g_dir_read_name(dir))) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_remove(path);
  }
  if (dir)
    g_dir_close(dir);
  g_rmdir(folder);
}

/* Writes pairs (file name, text) ended by NULL to a new folder; caller frees the path. */
static inline char *support_write_folder_va(va_list files) {
  char *folder = g_dir_make_tmp("refnet-test-XXXXXX", NULL);
  const char *name;
  while (folder && (name = va_arg(files, const char *))) {
    const char *text = va_arg(files, const char *);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_file_set_contents(path, text, -1, NULL);
  }
  return folder;
}

static inline G_GNUC_NULL_TERMINATED char *support_write_folder(const char *dummy, ...) {
  va_list files;
  (void)dummy;
  va_start(files, dummy);
  char *folder = support_write_folder_va(files);
  va_end(files);
  return folder;
}

/* Loads pairs (file name, text) ended by NULL: support_load(&error, "organizations.csv", "…",
 * NULL). */
static inline G_GNUC_NULL_TERMINATED RefnetDataset *support_load(GError **error, ...) {
  va_list files;
  va_start(files, error);
  g_autofree char *folder = support_write_folder_va(files);
  va_end(files);
  RefnetDataset *dataset = refnet_dataset_load(folder, NULL, error);
  support_remove_folder(folder);
  return dataset;
}

#endif
