/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One description in every format: which parts, which rows, in which order. */
#include "unit/present/described.h"

#include <jansson.h>

#include "present/description/description.h"

#define END                                                                                        \
  { NULL, NULL, 0, 0, 0, NULL }

static const RefnetColumn field_columns[] = {{"total", "Total", REFNET_VALUE_INTEGER, 0, 0, NULL},
                                             END};
static const RefnetColumn row_columns[] = {{"number", "NUMBER", REFNET_VALUE_INTEGER, 0, 0, NULL},
                                           END};

static void fill_number(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  (void)description;
  refnet_cells_integer(cells, (gint64)index);
}

typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
  RefnetDescription *description;
} Made;

/* A total, a sentence, `rows` numbers, of which people see the odd ones, and five more. */
static Made make(gsize rows) {
  RefnetWording wording = described_wording(FALSE);
  Made made;
  made.dataset = support_load(NULL, "organizations.csv", "name\nElm\n", NULL);
  made.network = described_network(made.dataset);
  made.description = refnet_description_new(&wording, NULL, made.dataset, made.network);
  refnet_cells_integer(refnet_description_fields(made.description, field_columns), 7);
  refnet_description_say(made.description, g_strdup("Said before."));
  GArray *notable = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = 1; i < rows; i += 2)
    g_array_append_val(notable, i);
  refnet_description_add_list(made.description, &(RefnetListing){.key = "numbers",
                                                                 .heading = "Odd numbers",
                                                                 .columns = row_columns,
                                                                 .fill = fill_number,
                                                                 .length = rows,
                                                                 .notable = notable,
                                                                 .shown = 2,
                                                                 .findings = notable->len,
                                                                 .empty = "No odd numbers."});
  refnet_description_add_list(made.description, &(RefnetListing){.key = "hidden",
                                                                 .heading = "Hidden",
                                                                 .columns = row_columns,
                                                                 .fill = fill_number,
                                                                 .length = 5,
                                                                 .programs_only = TRUE});
  refnet_description_add_list(
      made.description,
      &(RefnetListing){.key = "nothing", .columns = row_columns, .fill = fill_number});
  return made;
}

static void unmake(Made *made) {
  refnet_description_free(made->description);
  refnet_network_free(made->network);
  refnet_dataset_free(made->dataset);
}

/* Many rows, filled in two threads, are written in their order. */
static void rows_filled_apart(void **state) {
  (void)state;
  enum { ROWS = 1300 };
  Made made = make(1);
  refnet_description_add_list(made.description, &(RefnetListing){.key = "many",
                                                                 .columns = row_columns,
                                                                 .fill = fill_number,
                                                                 .length = ROWS,
                                                                 .apart = TRUE});
  g_autoptr(GString) expected = g_string_new("number\n");
  for (guint i = 0; i < ROWS; i++)
    g_string_append_printf(expected, "%u\n", i);
  g_autofree char *text =
      described_as(made.description, made.network,
                   (RefnetWriteOptions){.format = REFNET_FORMAT_CSV, .list = "many"});
  assert_string_equal(text, expected->str);
  unmake(&made);
}

static void assert_written(gsize rows, RefnetWriteOptions options, const char *expected) {
  Made made = make(rows);
  g_autofree char *text = described_as(made.description, made.network, options);
  assert_string_equal(text, expected);
  unmake(&made);
}

static void test_table(void **state) {
  (void)state;
  assert_written(0, (RefnetWriteOptions){.format = REFNET_FORMAT_TABLE},
                 "Total  7\n\nSaid before.\n\nOdd numbers\n-----------\nNo odd numbers.\n");
  assert_written(4, (RefnetWriteOptions){.format = REFNET_FORMAT_TABLE},
                 "Total  7\n\nSaid before.\n\nOdd numbers\n-----------\nNUMBER\n     1\n     3\n");
  assert_written(9, (RefnetWriteOptions){.format = REFNET_FORMAT_TABLE},
                 "Total  7\n\nSaid before.\n\nOdd numbers\n-----------\nNUMBER\n     1\n     3\n\n"
                 "2 of 4 shown; --top 4 or --top all shows more.\n");
}

static void test_top(void **state) {
  static const char one[] = "Odd numbers\n-----------\nNUMBER\n     1\n\n"
                            "1 of 4 shown; --top 4 or --top all shows more.\n";
  static const char all[] = "Odd numbers\n-----------\nNUMBER\n     1\n     3\n     5\n     7\n";
  (void)state;
  assert_written(9, (RefnetWriteOptions){.list = "numbers", .top = 1}, one);
  assert_written(9, (RefnetWriteOptions){.list = "numbers", .all = TRUE}, all);
  assert_written(9, (RefnetWriteOptions){.list = "numbers", .top = 100}, all);
}

static void test_named_lists(void **state) {
  (void)state;
  assert_written(9, (RefnetWriteOptions){.list = "nothing"}, "Nothing to list.\n");
  assert_written(9, (RefnetWriteOptions){.list = "hidden", .format = REFNET_FORMAT_MARKDOWN},
                 "## Hidden\n\n| NUMBER |\n|---:|\n| 0 |\n| 1 |\n| 2 |\n| 3 |\n| 4 |\n");
  assert_written(9, (RefnetWriteOptions){.list = "hidden", .format = REFNET_FORMAT_CSV, .top = 2},
                 "number\n0\n1\n");
}

static void test_unknown_list(void **state) {
  Made made = make(3);
  RefnetEnvelope envelope = {.command = "test", .version = "0", .network = made.network};
  RefnetWriteOptions options = {.list = "cells"};
  GError *error = NULL;
  (void)state;
  Written written = written_begin();
  assert_false(
      refnet_description_write(made.description, &envelope, &options, written.output, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  assert_string_equal(error->message,
                      "there is no list \"cells\"; lists are: numbers, hidden, nothing");
  g_error_free(error);
  g_free(written_end(&written));
  unmake(&made);
}

/* Programs get every row, not only what people see. */
static void test_csv(void **state) {
  Made made = make(3);
  (void)state;
  RefnetWriteOptions csv = {.format = REFNET_FORMAT_CSV};
  g_autofree char *first = described_as(made.description, made.network, csv);
  assert_string_equal(first, "number\n0\n1\n2\n");
  g_array_index(made.description->listings, RefnetListing, 1).main = TRUE;
  g_autofree char *chosen = described_as(made.description, made.network, csv);
  assert_string_equal(chosen, "number\n0\n1\n2\n3\n4\n");
  made.description->fields_first = TRUE;
  g_autofree char *fields = described_as(made.description, made.network, csv);
  assert_string_equal(fields, "key,value\ntotal,7\n");
  unmake(&made);
}

static void test_json(void **state) {
  Made made = make(3);
  (void)state;
  g_autofree char *text = described_json(made.description, made.network);
  json_t *document = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
  assert_non_null(document);
  assert_int_equal(json_integer_value(json_object_get(document, "schema")), 1);
  assert_string_equal(json_string_value(json_object_get(document, "as_of")), "2026-09-30");
  assert_int_equal(json_object_size(json_object_get(document, "options")), 0);
  assert_int_equal(json_object_size(json_object_get(document, "filters")), 0);
  assert_int_equal(json_object_size(json_object_get(document, "dataset")), 9);
  assert_int_equal(json_integer_value(json_object_get(document, "total")), 7);
  assert_int_equal(json_array_size(json_object_get(document, "numbers")), 3);
  assert_int_equal(json_array_size(json_object_get(document, "hidden")), 5);
  assert_int_equal(json_array_size(json_object_get(document, "nothing")), 0);
  assert_int_equal(json_object_size(document), 11);
  json_decref(document);
  unmake(&made);
}

static void test_filter_sentence(void **state) {
  Made made = make(2);
  RefnetEnvelope envelope = {.command = "test",
                             .version = "0",
                             .network = made.network,
                             .filter_sentence = "Only area East: 1 of 1 organisations."};
  RefnetWriteOptions options = {.format = REFNET_FORMAT_TABLE};
  (void)state;
  Written written = written_begin();
  assert_true(
      refnet_description_write(made.description, &envelope, &options, written.output, NULL));
  g_autofree char *text = written_end(&written);
  assert_true(g_str_has_prefix(text, "Only area East: 1 of 1 organisations.\n\nTotal  7\n\n"));
  unmake(&made);
}

static void test_findings(void **state) {
  Made made = make(9);
  (void)state;
  assert_int_equal(refnet_description_findings(made.description), 4);
  g_auto(GStrv) lists = refnet_description_lists(made.description);
  assert_int_equal(g_strv_length(lists), 3);
  assert_string_equal(lists[1], "hidden");
  unmake(&made);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_table),        cmocka_unit_test(rows_filled_apart),
      cmocka_unit_test(test_top),          cmocka_unit_test(test_named_lists),
      cmocka_unit_test(test_unknown_list), cmocka_unit_test(test_csv),
      cmocka_unit_test(test_json),         cmocka_unit_test(test_filter_sentence),
      cmocka_unit_test(test_findings),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
