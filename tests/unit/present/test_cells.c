/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows are filled column by column, own what they were given, and refuse what is of another type.
 */
#include "unit/present/described.h"

#include "present/description/cells.h"

#define END                                                                                        \
  { NULL, NULL, 0, 0, 0, NULL }

static const RefnetColumn nested[] = {{"kind", "", REFNET_VALUE_TEXT, 0, 0, NULL}, END};
static const RefnetColumn columns[] = {{"text", "", REFNET_VALUE_TEXT, 0, 0, NULL},
                                       {"count", "", REFNET_VALUE_INTEGER, 0, 0, NULL},
                                       {"real", "", REFNET_VALUE_REAL, 0, 0, NULL},
                                       {"yes", "", REFNET_VALUE_BOOLEAN, 0, 0, NULL},
                                       {"date", "", REFNET_VALUE_DATE, 0, 0, NULL},
                                       {"texts", "", REFNET_VALUE_TEXTS, 0, 0, NULL},
                                       {"records", "", REFNET_VALUE_RECORDS, 0, 0, nested},
                                       END};

static void fill(RefnetCells *cells, const char *text, double real, RefnetDate date) {
  refnet_cells_take_text(cells, g_strdup(text));
  refnet_cells_integer(cells, 3);
  refnet_cells_real(cells, real);
  refnet_cells_boolean(cells, TRUE);
  refnet_cells_date(cells, date);
  refnet_cells_take_texts(cells, g_strsplit("a;b", ";", -1));
  RefnetValue *records = refnet_cells_records(cells, 2, 1);
  records[0].text = refnet_cells_own(cells, g_strdup("x"));
  records[1].text = "y";
}

static void test_rows(void **state) {
  RefnetCells cells;
  (void)state;
  refnet_cells_init(&cells, columns);
  for (guint row = 0; row < 3; row++) {
    fill(&cells, "name", 0.5, 100);
    assert_string_equal(cells.values[0].text, "name");
    assert_int_equal(cells.values[1].integer, 3);
    assert_true(cells.values[2].real == 0.5);
    assert_true(cells.values[3].boolean);
    assert_int_equal(cells.values[4].date, 100);
    assert_int_equal(cells.values[5].texts.length, 2);
    assert_string_equal(cells.values[5].texts.items[1], "b");
    assert_int_equal(cells.values[6].records.length, 2);
    assert_string_equal(cells.values[6].records.cells[0].text, "x");
    refnet_cells_clear(&cells);
  }
  refnet_cells_dispose(&cells);
}

static void test_unknown(void **state) {
  RefnetCells cells;
  (void)state;
  refnet_cells_init(&cells, columns);
  fill(&cells, NULL, NAN, REFNET_DATE_UNKNOWN);
  assert_true(cells.values[0].is_null);
  assert_true(cells.values[2].is_null);
  assert_true(cells.values[4].is_null);
  assert_false(cells.values[1].is_null);
  refnet_cells_clear(&cells);
  for (guint i = 0; i < 7; i++)
    refnet_cells_null(&cells);
  for (guint i = 0; i < 7; i++)
    assert_true(cells.values[i].is_null);
  refnet_cells_dispose(&cells);
}

static void count_message(const gchar *domain, GLogLevelFlags level, const gchar *message,
                          gpointer count) {
  (void)domain;
  (void)level;
  (void)message;
  ++*(guint *)count;
}

static void test_wrong_type(void **state) {
  RefnetCells cells;
  guint told = 0;
  guint handler = g_log_set_handler(NULL, G_LOG_LEVEL_CRITICAL, count_message, &told);
  GLogLevelFlags fatal = g_log_set_always_fatal(G_LOG_LEVEL_ERROR);
  (void)state;
  refnet_cells_init(&cells, columns);
  refnet_cells_integer(&cells, 7); /* a text is due */
  refnet_cells_integer(&cells, 8);
  assert_int_equal(told, 1);
  assert_true(cells.values[0].is_null);
  assert_int_equal(cells.values[1].integer, 8);
  refnet_cells_clear(&cells);
  fill(&cells, "name", 0, 0);
  refnet_cells_text(&cells, "one too many");
  assert_int_equal(told, 2);
  refnet_cells_dispose(&cells);
  g_log_remove_handler(NULL, handler);
  g_log_set_always_fatal(fatal);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rows),
      cmocka_unit_test(test_unknown),
      cmocka_unit_test(test_wrong_type),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
