/* SPDX-License-Identifier: GPL-2.0-or-later */

/* Stands in for libFuzzer's main: feeds every file of the corpus folders named on the command line
 * to the fuzz target, once, so that inputs that broke refnet before are tried in every test run. */

#include <glib.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int compare_names(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The paths of a folder's files in bytewise order, so that every run is the same. */
static GPtrArray *list_inputs(const char *folder, GError **error) {
  g_autoptr(GDir) dir = g_dir_open(folder, 0, error);
  if (dir == NULL)
    return NULL;
  GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
  const char *name;
  while ((name = g_dir_read_name(dir)) != NULL)
    g_ptr_array_add(paths, g_build_filename(folder, name, NULL));
  g_ptr_array_sort(paths, compare_names);
  return paths;
}

/* The input is copied to a block of exactly its size: reading one byte too far is then seen by the
 * address sanitizer, which GLib's closing NUL would hide. */
static gboolean replay(const char *path, GError **error) {
  g_autofree char *contents = NULL;
  gsize size = 0;
  if (!g_file_get_contents(path, &contents, &size, error))
    return FALSE;
  uint8_t *exact = malloc(size > 0 ? size : 1);
  if (exact == NULL)
    abort();
  memcpy(exact, contents, size);
  LLVMFuzzerTestOneInput(exact, size);
  free(exact);
  return TRUE;
}

int main(int argc, char **argv) {
  guint inputs = 0;
  puts("1..1");
  for (int i = 1; i < argc; i++) {
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) paths = list_inputs(argv[i], &error);
    for (guint k = 0; paths != NULL && k < paths->len; k++) {
      const char *path = g_ptr_array_index(paths, k);
      /* Printed before it is tried: after a crash the last line names the culprit. */
      printf("# %s\n", path);
      fflush(stdout);
      if (!replay(path, &error))
        break;
      inputs++;
    }
    if (error != NULL) {
      printf("not ok 1 - %s\n", error->message);
      return EXIT_FAILURE;
    }
  }
  printf("%s 1 - %u inputs replayed\n", inputs > 0 ? "ok" : "not ok", inputs);
  return inputs > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
