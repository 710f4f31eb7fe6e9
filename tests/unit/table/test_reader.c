/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sound tables: dialects, line ends, blanks, quoted cells, what is handed on and how it is counted.
 */
#include "unit/table/test_reader.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void test_climb(void **state) {
  (void)state;
  assert_read("name", "header name\n0 = 0 + 0 + 0\n");
  assert_read("name\n", "header name\n0 = 0 + 0 + 0\n");
  assert_read("name\nA", "header name\n2 A\n1 = 1 + 0 + 0\n");
  assert_read("name\nA\nB\n", "header name\n2 A\n3 B\n2 = 2 + 0 + 0\n");
  assert_read("name,x\nA,1\nB,2", "header name|x\n2 A|1\n3 B|2\n2 = 2 + 0 + 0\n");
}

static void test_delimiters(void **state) {
  (void)state;
  const char *const expected = "header a|b|c\n2 1|2|3\n1 = 1 + 0 + 0\n";
  assert_read("a,b,c\n1,2,3\n", expected);
  assert_read("a;b;c\n1;2;3\n", expected);
  assert_read("a\tb\tc\n1\t2\t3\n", expected);
  assert_read("\"a\";\"b\";\"c\"\n1;2;3\n", expected);
  assert_read("a;\"b, c, d\";e\n1;2;3\n", "header a|b, c, d|e\n2 1|2|3\n1 = 1 + 0 + 0\n");
  assert_read("a\tb\n\t\n1\t\n", "header a|b\n3 1|\n1 = 1 + 0 + 0\n");
}

static void test_delimiter_is_given(void **state) {
  (void)state;
  Transcript transcript = {0};
  const char *const text = "a,x;b,y\n1,2;3\n";
  g_autofree char *found = transcribe_with(&transcript, text, strlen(text), 0, ';');
  assert_string_equal(found, "header a,x|b,y\n2 1,2|3\n1 = 1 + 0 + 0\n");
}

static void test_sep_line(void **state) {
  (void)state;
  const char *const expected = "header a,x|b\n3(2) 1|2\n1 = 1 + 0 + 0\n";
  assert_read("sep=;\na,x;b\n1;2\n", expected);
  assert_read("SEP=;\r\na,x;b\r\n1;2\r\n", expected);
  assert_read("\"sep=;\"\na,x;b\n1;2\n", expected);
  assert_read("\xEF\xBB\xBFsep=;;\na,x;b\n1;2\n", expected);
  assert_read("sep=|\na,x|b\n1|2\n", expected);
  assert_read("sep=\t\na,x\tb\n1\t2\n", expected);
  assert_read("sep=count,b\n1,2\n", "header sep=count|b\n2 1|2\n1 = 1 + 0 + 0\n");
  assert_read("a,b\nsep=;\n",
              "header a|b\n2 sep=;|\nwarning short-row t.csv:2:2 b: the row has 1 of 2 cells; the "
              "rest is taken as blank; look whether a delimiter is missing or the row was cut "
              "off\n1 = 1 + 0 + 0\n");
}

static void test_line_ends(void **state) {
  (void)state;
  const char *const expected = "header a|b\n2 1|2\n4 3|4\n2 = 2 + 0 + 0\n";
  assert_read("a,b\n1,2\n\n3,4\n", expected);
  assert_read("a,b\r\n1,2\r\n\r\n3,4\r\n", expected);
  assert_read("a,b\r1,2\r\r3,4\r", expected);
  assert_read("a,b\r\n1,2\r\r3,4", expected);
}

static void test_blank_rows_are_not_read(void **state) {
  (void)state;
  assert_read("\n  \n,,\na,b,\n\n,\n \" \" ,\n\xC2\xA0,\xE2\x80\x8B\n1,2\n\n",
              "header a|b\n9 1|2\n1 = 1 + 0 + 0\n");
}

static void test_cells_are_clean(void **state) {
  (void)state;
  assert_read("name,notes\n  Food   Bank , \"\tx \"\"y\"\"  z\n\" \n",
              "header name|notes\n2 Food Bank|x \"y\" z\n1 = 1 + 0 + 0\n");
  assert_read("name\n\xC2\xA0"
              "Cafe\xCC\x81\xC2\xA0\xC2\xA0"
              "du\xE2\x80\x8B Nord\xC2\xAD\n",
              "header name\n2 Caf\xC3\xA9 du Nord\n1 = 1 + 0 + 0\n");
  assert_read(
      "name\nSt. Mary\xE2\x80\x99s \xE2\x80\x93 \xD0\x94\xD0\xBE\xD0\xBC \xC3\x89t\xC3\xA9\n",
      "header name\n2 St. Mary\xE2\x80\x99s \xE2\x80\x93 \xD0\x94\xD0\xBE\xD0\xBC "
      "\xC3\x89t\xC3\xA9\n1 = 1 + 0 + 0\n");
  assert_read("name\nA\x01"
              "B\x7F"
              "C\n",
              "header name\n2 ABC\n1 = 1 + 0 + 0\n");
}

static void test_disarmed_formulas(void **state) {
  (void)state;
  assert_read("a,b\n'=1,'-x\n'+1 9,\"'@x, y\"\n",
              "header a|b\n2 =1|-x\n3 +1 9|@x, y\n2 = 2 + 0 + 0\n");
  assert_read("a,b\n''=1,'\xEF\xBC\x9D\n'x,'\n",
              "header a|b\n2 '=1|\xEF\xBC\x9D\n3 'x|'\n2 = 2 + 0 + 0\n");
  assert_read("a,b\n 'tis,' =1\n\"  '=1\",'-5\n",
              "header a|b\n2 'tis|' =1\n3 =1|-5\n2 = 2 + 0 + 0\n");
}

static void test_quoted_cells(void **state) {
  (void)state;
  assert_read("\"name\",\"services\"\n\"Food, Inc\",\"a;b\"\n\"say \"\"hi\"\"\",\"\"\n",
              "header name|services\n2 Food, Inc|a;b\n3 say \"hi\"|\n2 = 2 + 0 + 0\n");
}

static void test_line_numbers_are_physical(void **state) {
  (void)state;
  assert_read("\"agency\nname\",x\n\"A\n\nB\",1\nC,\"2\r\n\"\n\nD,3\n",
              "header agency name|x\n3(2) A B|1\n6(3) C|2\n9(5) D|3\n3 = 3 + 0 + 0\n");
}

static void test_prose_is_no_unclosed_quote(void **state) {
  (void)state;
  assert_read("name,notes\nA,\"Open:\nMon, Tue\nWed, Thu\nask first\"\nB,x\n",
              "header name|notes\n2 A|Open: Mon, Tue Wed, Thu ask first\n6(3) B|x\n"
              "2 = 2 + 0 + 0\n");
  assert_read("name,notes\nA,\"list:\nfood,housing\nthe end\"\nB,x\n",
              "header name|notes\n2 A|list: food,housing the end\n5(3) B|x\n2 = 2 + 0 + 0\n");
}

static void test_columns_without_header(void **state) {
  (void)state;
  assert_read("a,b,,\n1,2,,\n3,4,,,,\n", "header a|b\n2 1|2\n3 3|4\n2 = 2 + 0 + 0\n");
  assert_read("a,,c,\n1,2,3,4\n5,,6,7\n",
              "header a||c\n2 1||3\n3 5||6\n"
              "warning column-without-header t.csv:1:2 -: column 2 has no header; 1 cell "
              "below it is left out; name the column in the header, or empty it\n"
              "warning column-without-header t.csv:1:4 -: column 4 has no header; 2 cells "
              "below it are left out; name the column in the header, or empty it\n"
              "2 = 2 + 0 + 0\n");
}

static void test_short_rows_are_kept(void **state) {
  (void)state;
  assert_read("a,b,c\n1\n4,5,\n",
              "header a|b|c\n2 1||\n3 4|5|\n"
              "warning short-row t.csv:2:2 b: the row has 1 of 3 cells; the rest is taken as "
              "blank; look whether a delimiter is missing or the row was cut off\n"
              "2 = 2 + 0 + 0\n");
}

static void test_fates_are_counted(void **state) {
  (void)state;
  Transcript transcript = {.merge = "B", .reject = "C"};
  const char *const text = "a\nA\nB\nC\nD\n\n";
  g_autofree char *found = transcribe_with(&transcript, text, strlen(text), 0, 0);
  assert_string_equal(found, "header a\n2 A\n3 B\n4 C\n5 D\n4 = 2 + 1 + 1\n");
}

static void test_header_may_be_refused(void **state) {
  (void)state;
  Transcript transcript = {.refuse_header = TRUE};
  const char *const text = "a\nA\nB\n";
  g_autofree char *found = transcribe_with(&transcript, text, strlen(text), 0, 0);
  assert_string_equal(found, "header a\nstopped: refused\n0 = 0 + 0 + 0\n");
}

static void test_widest_table(void **state) {
  (void)state;
  GString *table = g_string_new(NULL);
  for (int row = 0; row < 2; row++)
    for (int i = 0; i < 4096; i++)
      g_string_append_printf(table, "%d%c", i, i < 4095 ? ',' : '\n');
  g_autofree char *bytes = g_string_free(table, FALSE);
  g_autofree char *found = transcribe_bytes(bytes, strlen(bytes), 0);
  assert_true(g_str_has_suffix(found, "|4095\n1 = 1 + 0 + 0\n"));
}

/* ---- Files ----------------------------------------------------------------------------------- */

static gboolean read_path(const char *path, Transcript *transcript, GError **error) {
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  const RefnetTableOptions options = {.label = "t.csv"};
  const RefnetRowHandler handler = {
      .header = transcribe_header, .row = transcribe_row, .data = transcript};
  RefnetRowCount count = {9, 9, 9, 9};
  const gboolean ok = refnet_table_read(path, &options, &handler, &count, diagnostics, error);
  check_count(&count, diagnostics, 0);
  return ok;
}

static void test_files(void **state) {
  (void)state;
  g_autoptr(GError) error = NULL;
  Transcript transcript = {.text = g_string_new(NULL)};
  g_autofree char *folder = g_dir_make_tmp("refnet-reader-XXXXXX", NULL);
  assert_non_null(folder);
  g_autofree char *path = g_build_filename(folder, "t.csv", NULL);
  assert_true(g_file_set_contents(path, "a,b\n1,2\n", -1, NULL));
  assert_true(read_path(path, &transcript, &error));
  assert_string_equal(transcript.text->str, "header a|b\n2 1|2\n");

  assert_false(read_path(folder, &transcript, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_INPUT));
  assert_string_equal(error->message,
                      "t.csv is a folder, not a file: put the table itself in its place");
  g_clear_error(&error);

  assert_int_equal(g_unlink(path), 0);
  assert_false(read_path(path, &transcript, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_IO));
  assert_string_equal(error->message, "t.csv cannot be opened: No such file or directory");
  assert_int_equal(g_rmdir(folder), 0);
  g_string_free(transcript.text, TRUE);
}

/* A table may come through a pipe, in whatever pieces. */
static void test_pipe(void **state) {
  (void)state;
  int ends[2];
  assert_int_equal(pipe(ends), 0);
  const char *const text = "a,b\n1,2\n";
  assert_int_equal(write(ends[1], text, strlen(text)), (int)strlen(text));
  close(ends[1]);
  g_autofree char *path = g_strdup_printf("/dev/fd/%d", ends[0]);
  if (g_access(path, R_OK) != 0)
    skip();
  Transcript transcript = {.text = g_string_new(NULL)};
  assert_true(read_path(path, &transcript, NULL));
  close(ends[0]);
  assert_string_equal(transcript.text->str, "header a|b\n2 1|2\n");
  g_string_free(transcript.text, TRUE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_climb),
      cmocka_unit_test(test_delimiters),
      cmocka_unit_test(test_delimiter_is_given),
      cmocka_unit_test(test_sep_line),
      cmocka_unit_test(test_line_ends),
      cmocka_unit_test(test_blank_rows_are_not_read),
      cmocka_unit_test(test_cells_are_clean),
      cmocka_unit_test(test_quoted_cells),
      cmocka_unit_test(test_disarmed_formulas),
      cmocka_unit_test(test_line_numbers_are_physical),
      cmocka_unit_test(test_prose_is_no_unclosed_quote),
      cmocka_unit_test(test_columns_without_header),
      cmocka_unit_test(test_short_rows_are_kept),
      cmocka_unit_test(test_fates_are_counted),
      cmocka_unit_test(test_header_may_be_refused),
      cmocka_unit_test(test_widest_table),
      cmocka_unit_test(test_files),
      cmocka_unit_test(test_pipe),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
