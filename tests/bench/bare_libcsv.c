/* SPDX-License-Identifier: GPL-2.0-or-later */
/* usage: bare_libcsv FILE…
 * The floor of all reading: libcsv in pieces of 256 KiB with callbacks that do nothing. Prints
 * seconds. */
#include <csv.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

enum { PIECE = 256 << 10 };

static void on_cell(void *text, size_t length, void *data) {
  (void)text;
  (void)length;
  (void)data;
}

static void on_row(int end, void *data) {
  (void)end;
  (void)data;
}

static int parse(const char *path, char *piece) {
  struct csv_parser parser;
  FILE *file = fopen(path, "rb");
  size_t got;
  if (file == NULL)
    return EXIT_FAILURE;
  csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
  while ((got = fread(piece, 1, PIECE, file)) > 0)
    csv_parse(&parser, piece, got, on_cell, on_row, NULL);
  csv_fini(&parser, on_cell, on_row, NULL);
  csv_free(&parser);
  fclose(file);
  return EXIT_SUCCESS;
}

int main(int argc, char **argv) {
  g_autofree char *piece = g_malloc(PIECE);
  gint64 begin = g_get_monotonic_time();
  for (int i = 1; i < argc; i++)
    if (parse(argv[i], piece) != EXIT_SUCCESS)
      return EXIT_FAILURE;
  g_print("%.3f\n", (double)(g_get_monotonic_time() - begin) / 1e6);
  return EXIT_SUCCESS;
}
