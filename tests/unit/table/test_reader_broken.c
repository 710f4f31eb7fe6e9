/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Broken rows: each is rejected with one message, and no sound row after it is lost. */
#include "unit/table/test_reader.h"

static void test_unclosed_quote(void **state) {
  (void)state;
  assert_read("name,service\nA,food\nB,\"housing\nC,respite\nD,legal\n",
              "header name|service\n2 A|food\n4 C|respite\n5 D|legal\n"
              "error unclosed-quote t.csv:3:2 service: the quote that opens in column 2 "
              "(\"service\") is never closed; close the quote or remove it\n"
              "4 = 3 + 0 + 1\n");
}

static void test_unclosed_quote_at_the_end(void **state) {
  (void)state;
  const char *const expected =
      "header name\n2 A\n"
      "error unclosed-quote t.csv:3:1 name: the quote that opens in column 1 (\"name\") is never "
      "closed; close the quote or remove it\n"
      "2 = 1 + 0 + 1\n";
  assert_read("name\nA\n\"B", expected);
  assert_read("name\nA\n\"B\n", expected);
  assert_read("name\nA\n\"", expected);
}

/* The quote of a later cell ends the one that was left open, and text follows it. */
static void test_unclosed_quote_found_at_the_next_quote(void **state) {
  (void)state;
  assert_read("a,b\n1,\"x\n2,y\n3,\"z\"\n4,w\n",
              "header a|b\n3 2|y\n4 3|z\n5 4|w\n"
              "error unclosed-quote t.csv:2:2 b: the quote that opens in column 2 (\"b\") is never "
              "closed; close the quote or remove it\n"
              "4 = 3 + 0 + 1\n");
}

static void test_unclosed_quote_below_the_row(void **state) {
  (void)state;
  assert_read(
      "a,b\n\"1\n2\",\"x\ny,z\n",
      "header a|b\n4 y|z\n"
      "error unclosed-quote t.csv:2:2 b: the quote that opens in column 2 (\"b\") on line 3 "
      "is never closed; close the quote or remove it\n"
      "error stray-quote t.csv:3:1 a: there is a quote inside column 1 (\"a\"), which does "
      "not begin with one; put the whole cell in quotes and write each quote inside it "
      "twice\n"
      "3 = 1 + 0 + 2\n");
}

static void test_suspected_unclosed_quote(void **state) {
  (void)state;
  assert_read("name,services,areas\nA,\"food,East\nB,housing,West\n\nC,legal\",North\nD,x,y\n",
              "header name|services|areas\n3 B|housing|West\n6 D|x|y\n"
              "error suspected-unclosed-quote t.csv:2:2 services: the quote that opens in column 2 "
              "(\"services\") seems not to be closed: the lines after it look like rows; close the "
              "quote or remove it\n"
              "error stray-quote t.csv:5:2 services: there is a quote inside column 2 "
              "(\"services\"), which does not begin with one; put the whole cell in quotes and "
              "write each quote inside it twice\n"
              "4 = 2 + 0 + 2\n");
}

/* Two lines are enough where each of them is a row but for its quote; not where the cells of the
 * one are completed by those of the other. */
static void test_suspected_unclosed_quote_in_two_lines(void **state) {
  (void)state;
  assert_read(
      "a,b,c\n1,\"2,3\n4,5\",6\n7,8,9\n",
      "header a|b|c\n4 7|8|9\n"
      "error suspected-unclosed-quote t.csv:2:2 b: the quote that opens in column 2 (\"b\") "
      "seems not to be closed: the lines after it look like rows; close the quote or remove "
      "it\n"
      "error stray-quote t.csv:3:2 b: there is a quote inside column 2 (\"b\"), which does "
      "not begin with one; put the whole cell in quotes and write each quote inside it "
      "twice\n"
      "3 = 1 + 0 + 2\n");
  assert_read("a,b,c\n\"1,1\",\"2,2\n3,3\",\"4,4\"\n",
              "header a|b|c\n2 1,1|2,2 3,3|4,4\n1 = 1 + 0 + 0\n");
}

static void test_stray_quotes(void **state) {
  (void)state;
  assert_read("a,b\n1,\"ab\"cd\n2,6\" pipe\n3,x\n",
              "header a|b\n4 3|x\n"
              "error stray-quote t.csv:2:2 b: text follows the quote that closes column 2 (\"b\"); "
              "write a quote inside a quoted cell twice\n"
              "error stray-quote t.csv:3:2 b: there is a quote inside column 2 (\"b\"), which does "
              "not begin with one; put the whole cell in quotes and write each quote inside it "
              "twice\n"
              "3 = 1 + 0 + 2\n");
}

static void test_long_rows(void **state) {
  (void)state;
  assert_read("\na,b\n1,2,3\n4,5,,\n6,7,,8\n",
              "header a|b\n4 4|5\n"
              "error long-row t.csv:3:3 -: the row has 3 cells, but the header has 2; put cells "
              "that hold the delimiter in quotes\n"
              "error long-row t.csv:5:4 -: the row has 4 cells, but the header has 2; put cells "
              "that hold the delimiter in quotes\n"
              "3 = 1 + 0 + 2\n");
}

static void test_nul_bytes(void **state) {
  (void)state;
  assert_read_literal("a,b\n1,x\0y\n2,z\n\0\n",
                      "header a|b\n3 2|z\n"
                      "error nul-byte t.csv:2:2 b: the cell in column 2 (\"b\") has a NUL byte, "
                      "which no text has; retype the cell, or save the file again as CSV UTF-8\n"
                      "error nul-byte t.csv:4:1 a: the cell in column 1 (\"a\") has a NUL byte, "
                      "which no text has; retype the cell, or save the file again as CSV UTF-8\n"
                      "3 = 1 + 0 + 2\n");
}

static void test_row_numbers_are_said_where_they_differ(void **state) {
  (void)state;
  assert_read("a,b\n\"1\n1\",2\n3,4,5\n6\n",
              "header a|b\n2 1 1|2\n5(4) 6|\n"
              "error long-row t.csv:4:3 (3) -: the row has 3 cells, but the header has 2; put "
              "cells that hold the delimiter in quotes\n"
              "warning short-row t.csv:5:2 (4) b: the row has 1 of 2 cells; the rest is taken as "
              "blank; look whether a delimiter is missing or the row was cut off\n"
              "3 = 2 + 0 + 1\n");
}

/* ---- Caps ------------------------------------------------------------------------------------ */

static char *table_with(char fill, gsize length, const char *after) {
  GString *table = g_string_new("a,b\n1,");
  const gsize start = table->len;
  g_string_set_size(table, start + length);
  memset(table->str + start, fill, length);
  g_string_append(table, after);
  return g_string_free(table, FALSE);
}

static void test_large_cells(void **state) {
  (void)state;
  g_autofree char *most = table_with('x', (gsize)1 << 20, "\n2,y\n");
  g_autofree char *found = transcribe_bytes(most, strlen(most), 0);
  assert_true(g_str_has_suffix(found, "x\n3 2|y\n2 = 2 + 0 + 0\n"));
  g_autofree char *more = table_with('x', ((gsize)1 << 20) + 1, "\n2,y\n");
  assert_read(more, "header a|b\n3 2|y\n"
                    "error cell-too-large t.csv:2:2 b: the cell in column 2 (\"b\") is larger than "
                    "1 MiB; shorten the text, or look for a quote that is not closed\n"
                    "2 = 1 + 0 + 1\n");
}

static void test_large_rows(void **state) {
  (void)state;
  g_autofree char *table = table_with('x', (gsize)17 << 20, "\n2,y\n");
  assert_read(table, "header a|b\n3 2|y\n"
                     "error row-too-large t.csv:2 -: the row is larger than 16 MiB; split the row, "
                     "or look for line ends that are missing\n"
                     "2 = 1 + 0 + 1\n");
}

/* A quote that is left open near the top of a large file costs one row and bounded memory. */
static void test_unclosed_quote_in_a_large_file(void **state) {
  (void)state;
  GString *table = g_string_new("a,b\n1,\"x\n");
  const guint rows = (guint)((17u << 20) / 64 + 1);
  for (guint i = 0; i < rows; i++)
    g_string_append_printf(table, "%031u,%031u\n", i, i);
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  const RefnetTableOptions options = {.label = "t.csv"};
  RefnetRowCount count;
  Transcript transcript = {.text = g_string_new(NULL)};
  const RefnetRowHandler handler = {
      .header = transcribe_header, .row = transcribe_row, .data = &transcript};
  assert_true(refnet_table_read_bytes(table->str, table->len, 0, &options, &handler, &count,
                                      diagnostics, NULL));
  assert_int_equal(count.read, rows + 1);
  assert_int_equal(count.kept, rows);
  assert_string_equal(refnet_diagnostics_at(diagnostics, 0)->message,
                      "the quote that opens in column 2 (\"b\") is not closed within 16 MiB");
  g_string_free(transcript.text, TRUE);
  g_string_free(table, TRUE);
}

static void test_too_many_cells(void **state) {
  (void)state;
  g_autofree char *table = table_with(',', 4095, "\n2,y\n");
  assert_read(table, "header a|b\n3 2|y\n"
                     "error too-many-cells t.csv:2 -: the row has 4097 cells, more than the 4096 "
                     "refnet reads; remove the delimiters that are too many\n"
                     "2 = 1 + 0 + 1\n");
}

/* ---- Files that stop the reading ------------------------------------------------------------- */

static void test_empty_files(void **state) {
  (void)state;
  const char *const expected = "stopped: t.csv is empty: put the names of the columns in its first "
                               "line and a row for each record below\n0 = 0 + 0 + 0\n";
  assert_read("", expected);
  assert_read("\xEF\xBB\xBF", expected);
  assert_read("\n\r\n ,, \n", expected);
  assert_read("sep=;\n", expected);
}

static void test_broken_headers(void **state) {
  (void)state;
  assert_read(
      "name,\"services\nA,x\n",
      "stopped: t.csv:1: the header row cannot be read: the quote that opens in column 2 is "
      "never closed; close the quote or remove it\n0 = 0 + 0 + 0\n");
  assert_read("\nna\"me\nA,x\n",
              "stopped: t.csv:2: the header row cannot be read: there is a quote inside column 1, "
              "which does not begin with one; put the whole cell in quotes and write each quote "
              "inside it twice\n0 = 0 + 0 + 0\n");
}

static void test_files_that_are_no_tables(void **state) {
  (void)state;
  assert_read_literal("PK\003\004\024\0\0\0 ...",
                      "stopped: t.csv looks like a spreadsheet workbook or another zip file, not "
                      "like CSV: save it as CSV UTF-8 from your spreadsheet program\n"
                      "0 = 0 + 0 + 0\n");
  assert_read("<!DOCTYPE html>\n<html>",
              "stopped: t.csv looks like a web page or XML, not like CSV: download the table "
              "itself, as CSV UTF-8\n0 = 0 + 0 + 0\n");
  assert_read("%PDF-1.7\n", "stopped: t.csv looks like a PDF document, not like CSV: export the "
                            "table it was printed from as CSV UTF-8\n0 = 0 + 0 + 0\n");
  assert_read_literal("\177ELF\1\0\0\0\0\0\0\0\0\0\1\2\3\0\0\0",
                      "stopped: t.csv looks like a binary file, not like CSV: save it as CSV UTF-8 "
                      "from your spreadsheet program\n0 = 0 + 0 + 0\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_unclosed_quote),
      cmocka_unit_test(test_unclosed_quote_at_the_end),
      cmocka_unit_test(test_unclosed_quote_found_at_the_next_quote),
      cmocka_unit_test(test_unclosed_quote_below_the_row),
      cmocka_unit_test(test_suspected_unclosed_quote),
      cmocka_unit_test(test_suspected_unclosed_quote_in_two_lines),
      cmocka_unit_test(test_stray_quotes),
      cmocka_unit_test(test_long_rows),
      cmocka_unit_test(test_nul_bytes),
      cmocka_unit_test(test_row_numbers_are_said_where_they_differ),
      cmocka_unit_test(test_large_cells),
      cmocka_unit_test(test_large_rows),
      cmocka_unit_test(test_unclosed_quote_in_a_large_file),
      cmocka_unit_test(test_too_many_cells),
      cmocka_unit_test(test_empty_files),
      cmocka_unit_test(test_broken_headers),
      cmocka_unit_test(test_files_that_are_no_tables),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
