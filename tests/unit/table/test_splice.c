/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables changed cell by cell: what is read afterwards, which bytes stay, and the way back. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include <glib/gstdio.h>
#include <string.h>

#include "table/read/reader.h"
#include "table/splice.h"

/* ---- helpers --------------------------------------------------------------------------------- */

static char *temporary(const void *bytes, gsize length) {
  char *path = NULL;
  int file = g_file_open_tmp("refnet-splice-XXXXXX", &path, NULL);
  assert_true(file >= 0);
  g_close(file, NULL);
  assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
  return path;
}

static RefnetSplicer *open_bytes(const void *bytes, gsize length, char **path) {
  g_autoptr(GError) error = NULL;
  *path = temporary(bytes, length);
  RefnetSplicer *splicer = refnet_splicer_open(*path, "table.csv", 0, 0, &error);
  assert_null(error);
  return splicer;
}

static char *written(RefnetSplicer *splicer, gsize *length) {
  g_autoptr(GError) error = NULL;
  g_autofree char *path = temporary("", 0);
  g_autoptr(RefnetOutput) output = refnet_output_open(path, &error);
  char *text = NULL;
  refnet_splicer_write(splicer, output);
  assert_true(refnet_output_commit(output, &error));
  assert_true(g_file_get_contents(path, &text, length, NULL));
  g_remove(path);
  return text;
}

/* The old file made of the new one and what each change says. */
static void assert_undone(RefnetSplicer *splicer, const char *text, gsize length) {
  GByteArray *old = g_byte_array_new();
  gsize done = 0, old_length;
  const guint8 *bytes = refnet_splicer_bytes(splicer, &old_length);
  for (gsize i = 0; i < refnet_splicer_changes(splicer); i++) {
    RefnetSplice splice = refnet_splicer_change(splicer, i);
    assert_true(splice.at >= done && splice.at + splice.length <= length);
    g_byte_array_append(old, (const guint8 *)text + done, (guint)(splice.at - done));
    g_byte_array_append(old, splice.bytes, (guint)splice.old_length);
    done = splice.at + splice.length;
  }
  g_byte_array_append(old, (const guint8 *)text + done, (guint)(length - done));
  assert_int_equal(old->len, old_length);
  assert_memory_equal(old->data, bytes, old_length);
  g_byte_array_unref(old);
}

static void close_splicer(RefnetSplicer *splicer, char *path) {
  refnet_splicer_free(splicer);
  g_remove(path);
  g_free(path);
}

/* ---- single changes -------------------------------------------------------------------------- */

static void assert_set(const char *table, guint64 line, guint column, const char *text,
                       const char *expected) {
  char *path;
  gsize length;
  RefnetSplicer *splicer = open_bytes(table, strlen(table), &path);
  assert_true(refnet_splicer_seek(splicer, line));
  refnet_splicer_set_cell(splicer, column, text);
  g_autofree char *result = written(splicer, &length);
  assert_string_equal(result, expected);
  assert_undone(splicer, result, length);
  close_splicer(splicer, path);
}

static void test_only_the_cell_changes(void **state) {
  (void)state;
  assert_set("a,b\n1,2\n3,4\n", 2, 0, "x", "a,b\nx,2\n3,4\n");
  assert_set("a;b\r\n1; 2 \r\n3;4", 2, 1, "x", "a;b\r\n1;x\r\n3;4");
  assert_set("a\tb\r1\t2\r", 2, 1, "x;y", "a\tb\r1\tx;y\r");
  assert_set("sep=;\na;b,c\n1;2\n", 3, 1, "x", "sep=;\na;b,c\n1;x\n");
  assert_set("\xEF\xBB\xBF"
             "a,b\n1,2\n",
             1, 0, "x",
             "\xEF\xBB\xBF"
             "x,b\n1,2\n");
}

static void test_quotes(void **state) {
  (void)state;
  assert_set("a,b\n\"1,\"\"\n2\",3\n4,5\n", 2, 1, "x", "a,b\n\"1,\"\"\n2\",x\n4,5\n");
  assert_set("a,b\n\"1\n\n2\",3\n4,5\n", 5, 0, "x", "a,b\n\"1\n\n2\",3\nx,5\n");
  assert_set("a,b\n1,2\n", 2, 0, "x\"y", "a,b\n\"x\"\"y\",2\n");
  assert_set("a,b\n1,2\n", 2, 1, " x", "a,b\n1,\" x\"\n");
  assert_set("a,b\n1,2\n", 2, 1, "", "a,b\n1,\n");
}

static void test_cells_that_are_not_there_yet(void **state) {
  (void)state;
  assert_set("a,b,c\n1\n2,3,4\n", 2, 2, "x", "a,b,c\n1,,x\n2,3,4\n");
  assert_set("a,b\n1,2", 2, 2, "x", "a,b\n1,2,x");
  char *path;
  gsize length;
  RefnetSplicer *splicer = open_bytes("a,b,c\n1\n", 8, &path);
  assert_true(refnet_splicer_seek(splicer, 2));
  refnet_splicer_set_cell(splicer, 1, "x");
  refnet_splicer_set_cell(splicer, 3, "y");
  g_autofree char *result = written(splicer, &length);
  assert_string_equal(result, "a,b,c\n1,x,,y\n");
  assert_undone(splicer, result, length);
  close_splicer(splicer, path);
}

static void test_windows_1252_stays_so(void **state) {
  (void)state;
  assert_set("a,b\nCaf\xE9,2\n", 2, 1, "Mu\xC3\xB1oz", "a,b\nCaf\xE9,Mu\xF1oz\n");
  assert_set("a,b\nCaf\xE9,2\n", 2, 1, "\xE6\x97\xA5", "a,b\nCaf\xE9,\xE6\x97\xA5\n");
}

static void test_rows_go_and_come(void **state) {
  static const char *const cells[] = {"x", "y,z"};
  static const struct {
    const char *table;
    guint64 line; /* removed; 0: none */
    const char *expected;
  } cases[] = {
      {"a,b\n1,2\n3,4\n", 2, "a,b\n3,4\nx,\"y,z\"\n"},
      {"a,b\r\n1,2\r\n3,4", 3, "a,b\r\n1,2\r\nx,\"y,z\"\r\n"},
      {"a,b\r\n1,2\r\n3,4", 0, "a,b\r\n1,2\r\n3,4\r\nx,\"y,z\"\r\n"},
      {"a,b", 0, "a,b\nx,\"y,z\"\n"},
  };
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    char *path;
    gsize length;
    RefnetSplicer *splicer = open_bytes(cases[i].table, strlen(cases[i].table), &path);
    if (cases[i].line > 0) {
      assert_true(refnet_splicer_seek(splicer, cases[i].line));
      refnet_splicer_remove_row(splicer);
    }
    refnet_splicer_append_row(splicer, cells, 2);
    g_autofree char *result = written(splicer, &length);
    assert_string_equal(result, cases[i].expected);
    assert_undone(splicer, result, length);
    close_splicer(splicer, path);
  }
}

static void test_lines_that_are_not_there(void **state) {
  (void)state;
  char *path;
  RefnetSplicer *splicer = open_bytes("a,b\n1,2\n", 8, &path);
  assert_false(refnet_splicer_seek(splicer, 3));
  close_splicer(splicer, path);
  splicer = open_bytes("", 0, &path);
  assert_false(refnet_splicer_seek(splicer, 1));
  close_splicer(splicer, path);
  g_autoptr(GError) error = NULL;
  assert_null(refnet_splicer_open("/nonexistent/table.csv", "table.csv", 0, 0, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_IO));
}

/* ---- any table ------------------------------------------------------------------------------- */

enum { COLUMNS = 4, MOST_ROWS = 12 };

typedef struct {
  GPtrArray *rows; /* char *[COLUMNS] as one string, cells separated by a control character */
} Read;

static gboolean take_header(const RefnetRow *row, gpointer data, GError **error) {
  (void)row;
  (void)data;
  (void)error;
  return TRUE;
}

static RefnetRowFate take_row(const RefnetRow *row, gpointer data) {
  GString *text = g_string_new(NULL);
  for (guint c = 0; c < row->fields; c++)
    g_string_append_printf(text, "%s\x1f", row->cells[c]);
  g_ptr_array_add(((Read *)data)->rows, g_string_free(text, FALSE));
  return REFNET_ROW_KEPT;
}

static char *random_cell(RefnetRandom *random, char delimiter) {
  static const char *const pieces[] = {"a", "b c", "\"", "\n", "é", "x", "7", "ñ", ","};
  GString *cell = g_string_new("k");
  for (guint64 n = refnet_random_below(random, 4); n > 0; n--)
    g_string_append(cell, pieces[refnet_random_below(random, G_N_ELEMENTS(pieces))]);
  if (refnet_random_below(random, 4) == 0)
    g_string_append_c(cell, delimiter);
  g_string_append_c(cell, 'z');
  return g_string_free(cell, FALSE);
}

static void put_cell(GString *table, const char *cell) {
  g_string_append_c(table, '"');
  for (; *cell != '\0'; cell++)
    g_string_append_len(table, *cell == '"' ? "\"\"" : cell, *cell == '"' ? 2 : 1);
  g_string_append_c(table, '"');
}

typedef struct {
  char *cells[COLUMNS];
  guint64 line;
} Row;

/* The cells as they are read: runs of blanks are one. */
static char *as_read(const Row *row) {
  GString *text = g_string_new(NULL);
  for (guint c = 0; c < COLUMNS; c++) {
    g_autofree char *clean = refnet_text_clean(row->cells[c]);
    g_string_append_printf(text, "%s\x1f", clean);
  }
  return g_string_free(text, FALSE);
}

static char *random_table(RefnetRandom *random, Row *rows, guint length, gsize *bytes) {
  static const char *const ends[] = {"\n", "\r\n", "\r"};
  static const char *const encodings[] = {"UTF-8", "WINDOWS-1252", "UTF-16LE", "UTF-16BE"};
  const char *end = ends[refnet_random_below(random, 3)];
  char delimiter = ",;\t"[refnet_random_below(random, 3)];
  guint64 encoding = refnet_random_below(random, 4), line = 1;
  g_autoptr(GString) table = g_string_new(encoding > 1 ? "\xEF\xBB\xBF" : "");
  g_string_append_printf(table, "h1%ch2%ch3%ch4%s", delimiter, delimiter, delimiter, end);
  for (guint r = 0; r < length; r++) {
    rows[r].line = ++line;
    for (guint c = 0; c < COLUMNS; c++) {
      rows[r].cells[c] = random_cell(random, delimiter);
      if (c > 0)
        g_string_append_c(table, delimiter);
      put_cell(table, rows[r].cells[c]);
      for (const char *at = rows[r].cells[c]; (at = strchr(at, '\n')) != NULL; at++)
        line++;
    }
    if (r + 1 < length || refnet_random_below(random, 2) == 0)
      g_string_append(table, end);
  }
  return g_convert(table->str, (gssize)table->len, encodings[encoding], "UTF-8", NULL, bytes, NULL);
}

static void change_rows(RefnetRandom *random, RefnetSplicer *splicer, Row *rows, guint length,
                        gboolean *removed) {
  for (guint r = 0; r < length; r++) {
    removed[r] = refnet_random_below(random, 4) == 0;
    assert_true(refnet_splicer_seek(splicer, rows[r].line));
    if (removed[r]) {
      refnet_splicer_remove_row(splicer);
      continue;
    }
    for (guint c = 0; c < COLUMNS; c++)
      if (refnet_random_below(random, 3) == 0) {
        g_free(rows[r].cells[c]);
        rows[r].cells[c] = random_cell(random, ';');
        refnet_splicer_set_cell(splicer, c, rows[r].cells[c]);
      }
  }
}

static void assert_reads(const char *text, gsize length, const Row *rows, const gboolean *removed,
                         guint count) {
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
  RefnetTableOptions options = {.label = "table.csv"};
  RefnetRowCount rows_read;
  Read read = {found};
  const RefnetRowHandler handler = {.header = take_header, .row = take_row, .data = &read};
  guint next = 0;
  assert_true(refnet_table_read_bytes(text, length, 0, &options, &handler, &rows_read, diagnostics,
                                      &error));
  for (guint r = 0; r < count; r++) {
    if (removed[r])
      continue;
    g_autofree char *expected = as_read(&rows[r]);
    assert_true(next < found->len);
    assert_string_equal(g_ptr_array_index(found, next++), expected);
  }
  assert_int_equal(next, found->len);
}

static void test_any_table(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, 20260930);
  for (guint round = 0; round < 400; round++) {
    Row rows[MOST_ROWS];
    gboolean removed[MOST_ROWS];
    gsize bytes, length;
    char *path;
    guint count = (guint)refnet_random_below(&random, MOST_ROWS);
    g_autofree char *table = random_table(&random, rows, count, &bytes);
    RefnetSplicer *splicer = open_bytes(table, bytes, &path);
    change_rows(&random, splicer, rows, count, removed);
    g_autofree char *result = written(splicer, &length);
    assert_reads(result, length, rows, removed, count);
    assert_undone(splicer, result, length);
    close_splicer(splicer, path);
    for (guint r = 0; r < count; r++)
      for (guint c = 0; c < COLUMNS; c++)
        g_free(rows[r].cells[c]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_only_the_cell_changes),
      cmocka_unit_test(test_quotes),
      cmocka_unit_test(test_cells_that_are_not_there_yet),
      cmocka_unit_test(test_windows_1252_stays_so),
      cmocka_unit_test(test_rows_go_and_come),
      cmocka_unit_test(test_lines_that_are_not_there),
      cmocka_unit_test(test_any_table),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
