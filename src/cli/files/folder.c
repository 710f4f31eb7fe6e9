/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/files/folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

struct Folder {
  char *path, *temporary;
  gboolean merges; /* into a folder that is not empty */
};

static gboolean fail(const char *path, GError **error) {
  int failure = errno;
  g_autofree char *shown = refnet_text_display(path, 0);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_IO, "cannot write '%s': %s", shown,
              g_strerror(failure));
  return FALSE;
}

static gboolean is_empty(const char *path) {
  GDir *dir = g_dir_open(path, 0, NULL);
  gboolean empty = dir && !g_dir_read_name(dir);
  if (dir)
    g_dir_close(dir);
  return empty;
}

static gboolean refuse(const char *path, const char *why, GError **error) {
  g_autofree char *shown = refnet_text_display(path, 0);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "'%s' %s", shown, why);
  return FALSE;
}

static gboolean check_target(Folder *folder, gboolean force, GError **error) {
  if (!g_file_test(folder->path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!g_file_test(folder->path, G_FILE_TEST_IS_DIR))
    return refuse(folder->path, "is a file; this format writes a folder", error);
  folder->merges = !is_empty(folder->path);
  if (folder->merges && !force)
    return refuse(folder->path,
                  "is not empty; name another folder, or say --force to write into it", error);
  return TRUE;
}

/* Calls `act` with the path of each file in the temporary folder. */
static gboolean each_file(const Folder *folder, gboolean (*act)(const Folder *, const char *)) {
  GDir *dir = g_dir_open(folder->temporary, 0, NULL);
  const char *name;
  gboolean ok = dir != NULL;
  while (ok && (name = g_dir_read_name(dir)))
    ok = act(folder, name);
  if (dir)
    g_dir_close(dir);
  return ok;
}

static gboolean remove_file(const Folder *folder, const char *name) {
  g_autofree char *path = g_build_filename(folder->temporary, name, NULL);
  return g_unlink(path) == 0;
}

static gboolean move_file(const Folder *folder, const char *name) {
  g_autofree char *from = g_build_filename(folder->temporary, name, NULL);
  g_autofree char *to = g_build_filename(folder->path, name, NULL);
  return g_rename(from, to) == 0;
}

/* One that an interrupted run left behind is used again. */
static gboolean make_temporary(Folder *folder) {
  if (g_mkdir(folder->temporary, 0777) == 0)
    return TRUE;
  return errno == EEXIST && each_file(folder, remove_file);
}

Folder *refnet_cli_folder_open(const char *path, gboolean force, GError **error) {
  g_autoptr(Folder) folder = g_new0(Folder, 1);
  gsize length = strlen(path);
  while (length > 1 && path[length - 1] == '/')
    length--;
  folder->path = g_strndup(path, length);
  if (!check_target(folder, force, error))
    return NULL;
  folder->temporary = g_strconcat(folder->path, ".tmp", NULL);
  if (make_temporary(folder))
    return g_steal_pointer(&folder);
  fail(folder->temporary, error);
  g_clear_pointer(&folder->temporary, g_free);
  return NULL;
}

char *refnet_cli_folder_file(const Folder *folder, const char *name) {
  return g_build_filename(folder->temporary, name, NULL);
}

gboolean refnet_cli_folder_commit(Folder *folder, GError **error) {
  if (folder->merges) {
    if (!each_file(folder, move_file) || g_rmdir(folder->temporary) != 0)
      return fail(folder->path, error);
  } else if (g_rename(folder->temporary, folder->path) != 0) {
    return fail(folder->path, error);
  }
  g_clear_pointer(&folder->temporary, g_free);
  return TRUE;
}

void refnet_cli_folder_free(Folder *folder) {
  if (!folder)
    return;
  if (folder->temporary) {
    each_file(folder, remove_file);
    g_rmdir(folder->temporary);
  }
  g_free(folder->temporary);
  g_free(folder->path);
  g_free(folder);
}
