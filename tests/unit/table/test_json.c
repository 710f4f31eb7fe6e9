/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON is valid whatever text and figures are in it, and reads back as what was written. */
#include "unit/table/written.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

#include "table/write/json.h"

#define END                                                                                        \
  { NULL, NULL, 0, 0, 0, NULL }

static const RefnetColumn text_columns[] = {{"text", "TEXT", REFNET_VALUE_TEXT, 0, 0, NULL}, END};
static const RefnetColumn real_columns[] = {{"real", "REAL", REFNET_VALUE_REAL, 1, 0, NULL}, END};

static char *write_field(const RefnetColumn *columns, const RefnetValue *value) {
  Written written = written_begin();
  RefnetJson *json = refnet_json_new(written.output);
  refnet_json_fields(json, columns, value);
  assert_true(refnet_json_close(json, NULL));
  return written_end(&written);
}

static json_t *parse(const char *text) {
  json_error_t error;
  json_t *document = json_loads(text, JSON_REJECT_DUPLICATES, &error);
  if (!document)
    fail_msg("%s at line %d of:\n%s", error.text, error.line, text);
  return document;
}

static void assert_text(const char *text, const char *expected) {
  g_autofree char *written = write_field(text_columns, &(RefnetValue){.text = text});
  json_t *document = parse(written);
  assert_string_equal(json_string_value(json_object_get(document, "text")), expected);
  json_decref(document);
}

static void assert_written(const RefnetColumn *columns, RefnetValue value, const char *expected) {
  g_autofree char *written = write_field(columns, &value);
  assert_string_equal(written, expected);
}

static void test_empty_document(void **state) {
  (void)state;
  Written written = written_begin();
  RefnetJson *json = refnet_json_new(written.output);
  assert_true(refnet_json_close(json, NULL));
  g_autofree char *text = written_end(&written);
  assert_string_equal(text, "{\n}\n");
}

static void test_text_comes_back(void **state) {
  static const char *const texts[] = {"",
                                      "plain",
                                      "\"quoted\" \\ / back",
                                      "tab\tline\nreturn\r",
                                      "\x01\x1f",
                                      "Zürich 東京",
                                      "\xF0\x9F\x8F\xA5 clinic",
                                      "</script>",
                                      "{person}",
                                      "\x7f",
                                      "\xC2\x80\xC2\x9B[31m",
                                      "\xE2\x80\xA8\xE2\x80\xAE",
                                      "\xC2\xA0x",
                                      "\xE2\x82\xAC",
                                      "\xEF\xBB\xBF",
                                      "\xEF\xBF\xBE"};
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
    assert_text(texts[i], texts[i]);
}

static void test_invalid_text_is_mended(void **state) {
  (void)state;
  assert_text("a\xFFz", "a\xEF\xBF\xBDz");
  assert_text("\xE2\x82", "\xEF\xBF\xBD\xEF\xBF\xBD");
  assert_text("\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"); /* a lone surrogate */
  assert_text("\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD");                 /* overlong */
  assert_text("\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

/* Nothing that a terminal obeys is written as it is. */
static void test_controls_are_escaped(void **state) {
  (void)state;
  assert_written(text_columns, (RefnetValue){.text = "\x1b[2J\x7f"},
                 "{\n  \"text\": \"\\u001B[2J\\u007F\"\n}\n");
  assert_written(text_columns, (RefnetValue){.text = "\xC2\x9B\xE2\x80\xAE\xE2\x81\xA6x"},
                 "{\n  \"text\": \"\\u009B\\u202E\\u2066x\"\n}\n");
  assert_written(text_columns, (RefnetValue){.text = "\xC2\xA9\xE2\x82\xAC"},
                 "{\n  \"text\": \"\xC2\xA9\xE2\x82\xAC\"\n}\n");
}

static void test_reals(void **state) {
  static const struct {
    double real;
    const char *text;
  } cases[] = {{0.1, "0.1"},       {1.0 / 3, "0.333333333333333"},
               {2, "2.0"},         {-0.0, "0.0"},
               {1e300, "1e300"},   {1e-300, "1e-300"},
               {NAN, "null"},      {INFINITY, "null"},
               {-INFINITY, "null"}};
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *expected = g_strdup_printf("{\n  \"real\": %s\n}\n", cases[i].text);
    assert_written(real_columns, (RefnetValue){.real = cases[i].real}, expected);
  }
}

static void test_every_type(void **state) {
  static const RefnetColumn nested[] = {{"kind", "KIND", REFNET_VALUE_TEXT, 0, 0, NULL},
                                        {"count", "COUNT", REFNET_VALUE_INTEGER, 0, 0, NULL},
                                        END};
  static const RefnetColumn columns[] = {
      {"integer", "", REFNET_VALUE_INTEGER, 0, 0, NULL},
      {"boolean", "", REFNET_VALUE_BOOLEAN, 0, 0, NULL},
      {"date", "", REFNET_VALUE_DATE, 0, 0, NULL},
      {"no_date", "", REFNET_VALUE_DATE, 0, 0, NULL},
      {"texts", "", REFNET_VALUE_TEXTS, 0, 0, NULL},
      {"no_texts", "", REFNET_VALUE_TEXTS, 0, 0, NULL},
      {"records", "", REFNET_VALUE_RECORDS, 0, 0, nested},
      {"no_records", "", REFNET_VALUE_RECORDS, 0, 0, nested},
      {"for_people", "", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
      {"detail", "", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
      {"nothing", "", REFNET_VALUE_TEXT, 0, 0, NULL},
      END};
  static const char *const texts[] = {"a", "b; c"};
  const RefnetValue rows[] = {{.text = "x"}, {.integer = 1}, {.text = "y"}, {.is_null = TRUE}};
  const RefnetValue values[] = {{.integer = G_MININT64},
                                {.boolean = TRUE},
                                {.date = refnet_date_from_ymd(2026, 2, 14)},
                                {.date = REFNET_DATE_UNKNOWN},
                                {.texts = {texts, 2}},
                                {.texts = {NULL, 0}},
                                {.records = {rows, 2}},
                                {.records = {NULL, 0}},
                                {.text = "never"},
                                {.text = "always"},
                                {.text = NULL}};
  (void)state;
  Written written = written_begin();
  RefnetJson *json = refnet_json_new(written.output);
  refnet_json_record(json, "record", columns, values);
  assert_true(refnet_json_close(json, NULL));
  g_autofree char *text = written_end(&written);
  assert_string_equal(text,
                      "{\n  \"record\": {\"integer\": -9223372036854775808, \"boolean\": true, "
                      "\"date\": \"2026-02-14\", \"no_date\": null, \"texts\": [\"a\", \"b; c\"], "
                      "\"no_texts\": [], \"records\": [{\"kind\": \"x\", \"count\": 1}, "
                      "{\"kind\": \"y\", \"count\": null}], \"no_records\": [], "
                      "\"detail\": \"always\", \"nothing\": null}\n}\n");
}

static void test_lists_climb(void **state) {
  static const char *const expected[] = {
      "{\n  \"list\": []\n}\n", "{\n  \"list\": [\n    {\"text\": \"row\"}\n  ]\n}\n",
      "{\n  \"list\": [\n    {\"text\": \"row\"},\n    {\"text\": \"row\"}\n  ]\n}\n"};
  (void)state;
  for (guint rows = 0; rows < G_N_ELEMENTS(expected); rows++) {
    Written written = written_begin();
    RefnetJson *json = refnet_json_new(written.output);
    refnet_json_list_begin(json, "list", text_columns);
    for (guint i = 0; i < rows; i++)
      refnet_json_row(json, &(RefnetValue){.text = "row"});
    refnet_json_list_end(json);
    assert_true(refnet_json_close(json, NULL));
    g_autofree char *text = written_end(&written);
    assert_string_equal(text, expected[rows]);
  }
}

static void test_random_bytes(void **state) {
  RefnetRandom random;
  (void)state;
  refnet_random_seed(&random, 1);
  for (guint round = 0; round < 300; round++) {
    char bytes[64];
    gsize length = refnet_random_below(&random, sizeof bytes);
    for (gsize i = 0; i < length; i++)
      bytes[i] = (char)(1 + refnet_random_below(&random, 255));
    bytes[length] = '\0';
    g_autofree char *valid = g_utf8_make_valid(bytes, -1);
    assert_text(bytes, valid);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_empty_document),
      cmocka_unit_test(test_text_comes_back),
      cmocka_unit_test(test_invalid_text_is_mended),
      cmocka_unit_test(test_controls_are_escaped),
      cmocka_unit_test(test_reals),
      cmocka_unit_test(test_every_type),
      cmocka_unit_test(test_lists_climb),
      cmocka_unit_test(test_random_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
