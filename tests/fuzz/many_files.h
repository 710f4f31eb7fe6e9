/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Many files from one input: a line "== organizations.csv" begins that file, and so on. */
#ifndef TESTS_FUZZ_MANY_FILES_H
#define TESTS_FUZZ_MANY_FILES_H

#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define MANY_FILES_MARKER "== "

static inline void require(gboolean holds) {
  if (!holds)
    abort();
}

/* Which of the NULL-terminated `names` the line begins, or NULL. */
static inline const char *many_files_marked(const char *const *names, const char *line,
                                            gsize length) {
  gsize marker = strlen(MANY_FILES_MARKER);
  if (length < marker || memcmp(line, MANY_FILES_MARKER, marker) != 0)
    return NULL;
  for (; *names != NULL; names++)
    if (strlen(*names) == length - marker && memcmp(line + marker, *names, length - marker) == 0)
      return *names;
  return NULL;
}

static inline void many_files_write_one(const char *folder, const char *name, const char *bytes,
                                        gsize length) {
  if (name == NULL)
    return;
  g_autofree char *path = g_build_filename(folder, name, NULL);
  require(
      g_file_set_contents_full(path, bytes, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static inline void many_files_write(const char *folder, const char *const *names, const char *data,
                                    gsize size) {
  const char *name = NULL, *end = data + size, *begin = data;
  for (const char *line = data; line < end;) {
    const char *newline = memchr(line, '\n', (gsize)(end - line));
    const char *next = newline != NULL ? newline + 1 : end;
    const char *marked =
        many_files_marked(names, line, (gsize)((newline != NULL ? newline : end) - line));
    if (marked != NULL) {
      many_files_write_one(folder, name, begin, (gsize)(line - begin));
      name = marked;
      begin = next;
    }
    line = next;
  }
  many_files_write_one(folder, name, begin, (gsize)(end - begin));
}

/* The folder with all files in it. */
static inline void many_files_remove(const char *folder) {
  GDir *dir = g_dir_open(folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_remove(path);
  }
  if (dir != NULL)
    g_dir_close(dir);
  g_rmdir(folder);
}

#endif
