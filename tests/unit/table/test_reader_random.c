/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Properties on inputs made at random: every chunk size and a second thread give the same, spoiled
 * tables are accounted for, plain and quoted rows read alike, and sound tables come back as they
 * were made. */
#include "unit/table/test_reader.h"

#define SEED 20260214

static const char sample[] = "\xEF\xBB\xBFname,services,\"area\r\nserved\",,\r\n"
                             "Harbor Food,\"food; \"\"hot\"\" meals\",East\r\n"
                             "\r\n"
                             "  Bay   Dental , \"dental\" ,Caf\xE9,,x\n"
                             "\"Elm\r\n\r\nClinic\",respite,\xC3\x89st\r"
                             "Open,\"housing,West\n"
                             "Ride,transport,\"North\"\n"
                             "Bad,\"ab\"cd,x\n"
                             "Inch,6\" pipe,x\n"
                             "Long,1,2,3,4,5\n"
                             "Short\n"
                             "\"Last\",\"never closed";

static void test_chunks_change_nothing(void **state) {
  (void)state;
  g_autofree char *whole = transcribe_bytes(sample, sizeof sample - 1, 0);
  for (gsize chunk = 1; chunk < sizeof sample; chunk++) {
    g_autofree char *found = transcribe_bytes(sample, sizeof sample - 1, chunk);
    g_autofree char *in_two = transcribe_in_two_threads(sample, sizeof sample - 1, chunk);
    assert_string_equal(found, whole);
    assert_string_equal(in_two, whole);
  }
}

/* ---- Spoiled tables -------------------------------------------------------------------------- */

static void spoil(GString *table, RefnetRandom *random) {
  static const char *const splinters[] = {"\"",   "\"\"", "\n",   "\r",          "\r\n",
                                          ",",    ";",    "\t",   "\xFF",        " ",
                                          "\"\n", ",\"",  "\xC3", "\xEF\xBB\xBF"};
  const gsize at = refnet_random_below(random, table->len + 1);
  switch (refnet_random_below(random, 4)) {
  case 0:
    g_string_insert(table, (gssize)at,
                    splinters[refnet_random_below(random, G_N_ELEMENTS(splinters))]);
    break;
  case 1:
    g_string_insert_c(table, (gssize)at, (char)refnet_random_below(random, 256));
    break;
  case 2:
    if (at < table->len)
      g_string_erase(table, (gssize)at,
                     (gssize)(1 + refnet_random_below(random, MIN(9, table->len - at))));
    break;
  default:
    g_string_truncate(table, MAX(at, table->len / 2));
  }
}

static void test_spoiled_tables(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, SEED);
  for (int round = 0; round < 4000; round++) {
    GString *table = g_string_new_len(sample, sizeof sample - 1);
    for (guint64 i = 1 + refnet_random_below(&random, 12); i > 0; i--)
      spoil(table, &random);
    const gsize chunk = 1 + refnet_random_below(&random, table->len + 1);
    g_autofree char *whole = transcribe_bytes(table->str, table->len, 0);
    g_autofree char *found = transcribe_bytes(table->str, table->len, chunk);
    g_autofree char *in_two = transcribe_in_two_threads(table->str, table->len, chunk);
    assert_string_equal(found, whole);
    assert_string_equal(in_two, whole);
    g_string_free(table, TRUE);
  }
}

/* ---- Plain rows ------------------------------------------------------------------------------ */

static char *random_cell(RefnetRandom *random) {
  static const char *const pieces[] = {"a",
                                       "Z",
                                       "~",
                                       "!",
                                       " ",
                                       " ",
                                       "  ",
                                       "\xC3\xA9",
                                       "\xCC\x81",
                                       "e",
                                       "\xC2\xA0",
                                       "\xE2\x80\x99",
                                       "\xE2\x80\x8B",
                                       "\xD0\xB9",
                                       "\xD0\xB8",
                                       "\xCC\x86",
                                       "\xE4\xB8\xAD",
                                       "\xCB\xBF",
                                       "\x7F",
                                       "\x02"};
  GString *cell = g_string_new(NULL);
  for (guint64 i = refnet_random_below(random, 6); i > 0; i--)
    g_string_append(cell, pieces[refnet_random_below(random, G_N_ELEMENTS(pieces))]);
  return g_string_free(cell, FALSE);
}

/* Rows without quotes are not parsed by libcsv, rows with quotes are. */
static void test_plain_and_quoted_rows_read_alike(void **state) {
  (void)state;
  RefnetRandom random;
  refnet_random_seed(&random, SEED);
  GString *plain = g_string_new("a,b,c\n"), *quoted = g_string_new("a,b,c\n");
  GString *expected = g_string_new("header a|b|c\n");
  const guint rows = 20000;
  for (guint row = 0; row < rows; row++) {
    g_string_append_printf(expected, "%u ", row + 2);
    for (int i = 0; i < 3; i++) {
      g_autofree char *made = random_cell(&random);
      g_autofree char *cell = i == 0 ? g_strconcat("x", made, NULL) : g_steal_pointer(&made);
      g_autofree char *clean = refnet_text_clean(cell);
      const char end = i < 2 ? ',' : '\n';
      g_string_append_printf(plain, "%s%c", cell, end);
      g_string_append_printf(quoted, "\"%s\"%c", cell, end);
      g_string_append_printf(expected, "%s%c", clean, i < 2 ? '|' : '\n');
    }
  }
  g_string_append_printf(expected, "%u = %u + 0 + 0\n", rows, rows);
  g_autofree char *from_plain = transcribe_bytes(plain->str, plain->len, 0);
  g_autofree char *from_quoted = transcribe_bytes(quoted->str, quoted->len, 4099);
  assert_string_equal(from_plain, expected->str);
  assert_string_equal(from_quoted, expected->str);
  g_string_free(plain, TRUE);
  g_string_free(quoted, TRUE);
  g_string_free(expected, TRUE);
}

/* ---- Real tables ----------------------------------------------------------------------------- */

static void read_folder(const char *folder, guint *tables) {
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
      read_folder(path, tables);
    } else if (g_str_has_suffix(name, ".csv")) {
      g_autoptr(GError) error = NULL;
      g_autofree char *bytes = NULL;
      gsize length;
      assert_true(g_file_get_contents(path, &bytes, &length, NULL));
      g_autofree char *found = transcribe_bytes(bytes, length, 0);
      assert_true(g_str_has_suffix(found, " + 0 + 0\n"));
      ++*tables;
    }
  }
}

/* None of the shared public tables is broken: every row of them is kept. */
static void test_shared_tables(void **state) {
  (void)state;
  const char *const shared = g_getenv("REFNET_SHARED");
  if (shared == NULL || *shared == '\0')
    skip();
  guint tables = 0;
  read_folder(shared, &tables);
  assert_true(tables > 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_chunks_change_nothing),
      cmocka_unit_test(test_spoiled_tables),
      cmocka_unit_test(test_plain_and_quoted_rows_read_alike),
      cmocka_unit_test(test_shared_tables),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
