/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Encodings: UTF-8 and UTF-16 with and without a mark, Windows-1252 in single cells. */
#include "unit/table/test_reader.h"

#include "table/encoding.h"

static void test_utf8_mark(void **state) {
  (void)state;
  assert_read("\xEF\xBB\xBFname\nCaf\xC3\xA9\n", "header name\n2 Caf\xC3\xA9\n1 = 1 + 0 + 0\n");
  assert_read("\xEF\xBB\xBF\"name\"\nA\n", "header name\n2 A\n1 = 1 + 0 + 0\n");
}

static void test_utf16(void **state) {
  (void)state;
  static const char text[] = "name,x\r\n\"A\xC3\xA9\xF0\x9F\x8F\xA0\",\xE4\xB8\xAD\r\n";
  const char *const expected = "header name|x\n2 A\xC3\xA9\xF0\x9F\x8F\xA0|\xE4\xB8\xAD\n";
  static const struct {
    const char *encoding, *mark, *remark;
  } cases[] = {
      {"UTF-16LE", "\377\376", ""},
      {"UTF-16BE", "\376\377", ""},
      {"UTF-16LE", "",
       "note utf-16 t.csv -: the file was read as UTF-16, although it does not say so; save the "
       "file as CSV UTF-8\n"},
      {"UTF-16BE", "",
       "note utf-16 t.csv -: the file was read as UTF-16, although it does not say so; save the "
       "file as CSV UTF-8\n"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    gsize length;
    g_autofree char *coded = g_convert(text, -1, cases[i].encoding, "UTF-8", NULL, &length, NULL);
    GString *file = g_string_new(cases[i].mark);
    g_string_append_len(file, coded, (gssize)length);
    g_autofree char *all = g_strconcat(expected, cases[i].remark, "1 = 1 + 0 + 0\n", NULL);
    for (gsize chunk = 0; chunk <= file->len; chunk++) {
      g_autofree char *found = transcribe_bytes(file->str, file->len, chunk);
      assert_string_equal(found, all);
    }
    g_string_free(file, TRUE);
  }
}

static void test_damaged_utf16(void **state) {
  (void)state;
  assert_read_literal("\377\376a\0\n\0\x00\xD8x\0\n\0\x00\xDCy",
                      "header a\n2 \xEF\xBF\xBDx\n3 \xEF\xBF\xBD\xEF\xBF\xBD\n"
                      "warning damaged-utf-16 t.csv -: 3 characters were cut in half and read as "
                      "U+FFFD; save the file again as CSV UTF-8\n"
                      "2 = 2 + 0 + 0\n");
}

static void test_windows_1252(void **state) {
  (void)state;
  assert_read("name,x\nCaf\xE9,\x93q\x94\nCaf\xC3\xA9,\x80"
              "5\n",
              "header name|x\n2 Caf\xC3\xA9|\xE2\x80\x9Cq\xE2\x80\x9D\n3 Caf\xC3\xA9|\xE2\x82\xAC"
              "5\n"
              "warning windows-1252 t.csv:2:1 name: 3 cells are not UTF-8 and were read as "
              "Windows-1252, this one first; save the file as CSV UTF-8\n"
              "2 = 2 + 0 + 0\n");
  assert_read("n\xE9,x\nA,B\n",
              "header n\xC3\xA9|x\n2 A|B\n"
              "warning windows-1252 t.csv:1:1 -: a cell is not UTF-8 and was read as Windows-1252; "
              "save the file as CSV UTF-8\n"
              "1 = 1 + 0 + 0\n");
}

/* Compared with iconv, which has no reading for five of the bytes. */
static void test_windows_1252_against_iconv(void **state) {
  (void)state;
  for (guint byte = 1; byte < 256; byte++) {
    const char text = (char)byte;
    g_autofree char *expected = g_convert(&text, 1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
    g_autofree char *found = refnet_windows_1252_decode(&text, 1);
    assert_string_equal(found, expected != NULL ? expected : "\xEF\xBF\xBD");
  }
}

static void test_small_files_are_not_taken_for_utf16(void **state) {
  (void)state;
  assert_read_literal("a\0",
                      "stopped: t.csv:1: the header row cannot be read: the cell in column 1 "
                      "has a NUL byte, which no text has; retype the cell, or save the file "
                      "again as CSV UTF-8\n0 = 0 + 0 + 0\n");
  const guint8 utf32[] = {0xFF, 0xFE, 0, 0, 'a', 0, 0, 0};
  assert_string_equal(refnet_encoding_detect(utf32, sizeof utf32).what, "text in UTF-32");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_utf8_mark),
      cmocka_unit_test(test_utf16),
      cmocka_unit_test(test_damaged_utf16),
      cmocka_unit_test(test_windows_1252),
      cmocka_unit_test(test_windows_1252_against_iconv),
      cmocka_unit_test(test_small_files_are_not_taken_for_utf16),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
