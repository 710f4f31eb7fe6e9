/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows are prepared before they are taken, in the same order, and rejected ones handed back. */
#include "unit/table/test_reader.h"

typedef struct {
  GString *text;
  guint prepared, taken, most_ahead;
} Log;

static gboolean take_header(const RefnetRow *header, gpointer data, GError **error) {
  (void)header;
  (void)data;
  (void)error;
  return TRUE;
}

static void prepare(const RefnetRow *row, gpointer data) {
  Log *log = data;
  log->prepared++;
  log->most_ahead = MAX(log->most_ahead, log->prepared - log->taken);
  assert_non_null(row->cells);
}

static RefnetRowFate take(const RefnetRow *row, gpointer data) {
  Log *log = data;
  log->taken++;
  g_string_append_printf(log->text, "%s ", row->cells[0]);
  return row->cells[1][0] == '-' ? REFNET_ROW_REJECTED : REFNET_ROW_KEPT;
}

static void rejected(const RefnetRow *row, const char *text, gsize length, gpointer data) {
  Log *log = data;
  g_autofree char *shown = row->cells != NULL ? g_strdup(row->cells[0]) : g_strndup(text, length);
  g_string_append_printf(log->text, "[%" G_GUINT64_FORMAT " %s] ", row->line, shown);
}

static Log read_table(const char *table, gboolean ahead, RefnetRowCount *count) {
  Log log = {.text = g_string_new(NULL)};
  RefnetTableOptions options = {.label = "t.csv"};
  const RefnetRowHandler handler = {.header = take_header,
                                    .row = take,
                                    .data = &log,
                                    .rejected = rejected,
                                    .prepare = ahead ? prepare : NULL};
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  assert_true(refnet_table_read_bytes(table, strlen(table), 0, &options, &handler, count,
                                      diagnostics, NULL));
  return log;
}

#define TABLE "a,b\n1,x\n2,-\n3,\"y\"z\n4,x,too long\n5,\"two\nlines\"\n6,-\n\"7,x\n8,x\n"
#define READ "1 2 [3 2] [4 3,\"y\"z] [5 4,x,too long] 5 6 [8 6] [9 \"7,x] 8 "

static void test_rejected(void **state) {
  (void)state;
  RefnetRowCount count;
  Log log = read_table(TABLE, FALSE, &count);
  assert_string_equal(log.text->str, READ);
  assert_int_equal(count.read, 8);
  assert_int_equal(count.rejected, 5);
  assert_int_equal(log.prepared, 0);
  g_string_free(log.text, TRUE);
}

static void test_prepared(void **state) {
  (void)state;
  RefnetRowCount count;
  Log log = read_table(TABLE, TRUE, &count);
  assert_string_equal(log.text->str, READ);
  assert_int_equal(log.prepared, log.taken);
  assert_int_equal(log.most_ahead, 5);
  g_string_free(log.text, TRUE);
}

static void test_many_prepared(void **state) {
  (void)state;
  g_autoptr(GString) table = g_string_new("a,b\n"), expected = g_string_new(NULL);
  for (guint i = 0; i < 1000; i++) {
    g_string_append_printf(table, "%u,\"x%u\"\n", i, i);
    g_string_append_printf(expected, "%u ", i);
  }
  RefnetRowCount count;
  Log log = read_table(table->str, TRUE, &count);
  assert_string_equal(log.text->str, expected->str);
  assert_true(log.most_ahead > 8);
  assert_int_equal(count.kept, 1000);
  g_string_free(log.text, TRUE);
}

/* Without a header every row comes with all of its cells, from a stream as from memory. */
typedef struct {
  const char *left;
  gboolean fails;
} Stream;

static gssize read_stream(gpointer data, void *buffer, gsize capacity, GError **error) {
  Stream *stream = data;
  if (*stream->left == '\0' && stream->fails) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_IO, "the stream broke");
    return -1;
  }
  gsize take = MIN(MIN(strlen(stream->left), capacity), 3);
  if (take > 0)
    memcpy(buffer, stream->left, take);
  stream->left += take;
  return (gssize)take;
}

static RefnetRowFate transcribe_whole_row(const RefnetRow *row, gpointer text) {
  g_string_append_printf(text, "%" G_GUINT64_FORMAT " ", row->line);
  transcribe_cells(text, row);
  return REFNET_ROW_KEPT;
}

static void test_headerless(void **state) {
  (void)state;
  Stream stream = {"\n1;\"two;\nlines\"\n;;3;\n4\n\n", FALSE};
  RefnetTableOptions options = {.label = "t.csv"};
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  g_autoptr(GString) text = g_string_new(NULL);
  const RefnetRowHandler handler = {.row = transcribe_whole_row, .data = text};
  RefnetRowCount count;
  assert_true(refnet_table_read_stream(read_stream, &stream, &options, &handler, &count,
                                       diagnostics, NULL));
  assert_string_equal(text->str, "2 1|two; lines\n4 ||3|\n5 4\n");
  assert_int_equal(count.kept, 3);
  assert_int_equal(refnet_diagnostics_length(diagnostics), 0);
}

static void test_broken_stream(void **state) {
  (void)state;
  Stream stream = {"1,2\n", TRUE};
  RefnetTableOptions options = {.label = "t.csv"};
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  g_autoptr(GString) text = g_string_new(NULL);
  const RefnetRowHandler handler = {.row = transcribe_whole_row, .data = text};
  g_autoptr(GError) error = NULL;
  RefnetRowCount count;
  assert_false(refnet_table_read_stream(read_stream, &stream, &options, &handler, &count,
                                        diagnostics, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_IO));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rejected),      cmocka_unit_test(test_prepared),
      cmocka_unit_test(test_many_prepared), cmocka_unit_test(test_headerless),
      cmocka_unit_test(test_broken_stream),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
