/* SPDX-License-Identifier: GPL-2.0-or-later */
/* CSV, tables and Markdown: what a spreadsheet, a terminal and a renderer make of hostile text. */
#include "unit/table/written.h"

#include <math.h>
#include <string.h>

#include "table/write/writer.h"

#define END                                                                                        \
  { NULL, NULL, 0, 0, 0, NULL }

static const RefnetColumn text_columns[] = {{"name", "NAME", REFNET_VALUE_TEXT, 0, 0, NULL},
                                            {"note", "NOTE", REFNET_VALUE_TEXT, 0, 0, NULL},
                                            END};
static const RefnetColumn figure_columns[] = {{"name", "NAME", REFNET_VALUE_TEXT, 0, 0, NULL},
                                              {"share", "SHARE", REFNET_VALUE_REAL, 2, 0, NULL},
                                              {"count", "COUNT", REFNET_VALUE_INTEGER, 0, 0, NULL},
                                              END};
static const RefnetColumn prose_columns[] = {
    {"id", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"name", "NAME", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"count", "NEED A YEAR", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    END};
static const RefnetColumn only_prose[] = {
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL}, END};
static const RefnetColumn only_detail[] = {
    {"id", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL}, END};

/* A list of `rows` rows of `columns`, one value after the other. */
static void put_list(RefnetWriter *writer, const RefnetColumn *columns, const RefnetValue *values,
                     gsize rows) {
  gsize width = 0;
  while (columns[width].key)
    width++;
  refnet_writer_list_begin(writer, "list", columns);
  for (gsize i = 0; i < rows; i++)
    refnet_writer_row(writer, values + i * width);
  refnet_writer_list_end(writer);
}

static char *write_list(RefnetFormat format, gsize width, const RefnetColumn *columns,
                        const RefnetValue *values, gsize rows) {
  Written written = written_begin();
  RefnetWriter *writer = refnet_writer_new(format, written.output, width);
  put_list(writer, columns, values, rows);
  assert_true(refnet_writer_close(writer, NULL));
  return written_end(&written);
}

static char *write_text(RefnetFormat format, gsize width, const char *sentence) {
  Written written = written_begin();
  RefnetWriter *writer = refnet_writer_new(format, written.output, width);
  refnet_writer_text(writer, sentence);
  assert_true(refnet_writer_close(writer, NULL));
  return written_end(&written);
}

/* ---- CSV ------------------------------------------------------------------------------------- */

static void assert_csv_cell(const char *text, const char *expected) {
  const RefnetValue values[] = {{.text = text}, {.text = "end"}};
  g_autofree char *csv = write_list(REFNET_FORMAT_CSV, 100, text_columns, values, 1);
  g_autofree char *whole = g_strdup_printf("name,note\n%s,end\n", expected);
  assert_string_equal(csv, whole);
}

static void test_csv_quotes(void **state) {
  (void)state;
  assert_csv_cell("plain", "plain");
  assert_csv_cell("", "");
  assert_csv_cell(NULL, "");
  assert_csv_cell("a,b", "\"a,b\"");
  assert_csv_cell("say \"yes\"", "\"say \"\"yes\"\"\"");
  assert_csv_cell("two\nlines", "\"two\nlines\"");
  assert_csv_cell("two\r\nlines", "\"two\r\nlines\"");
  assert_csv_cell(" edge ", "\" edge \"");
  assert_csv_cell("edge ", "\"edge \"");
  assert_csv_cell("Zürich; 東京", "Zürich; 東京");
}

static void test_csv_disarms_formulas(void **state) {
  (void)state;
  assert_csv_cell("=1+1", "'=1+1");
  assert_csv_cell("+1 989 555 0100", "'+1 989 555 0100");
  assert_csv_cell("-x", "'-x");
  assert_csv_cell("@sum", "'@sum");
  assert_csv_cell("\t=1", "'\t=1");
  assert_csv_cell("\r=1", "\"'\r=1\"");
  assert_csv_cell("  =1", "'  =1");
  assert_csv_cell("\xC2\xA0=1", "'\xC2\xA0=1");
  assert_csv_cell("\xEF\xBC\x9D"
                  "1",
                  "'\xEF\xBC\x9D"
                  "1");
  assert_csv_cell("\xEF\xBC\xA0x", "'\xEF\xBC\xA0x");
  assert_csv_cell("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  assert_csv_cell("'=1", "''=1");
  assert_csv_cell("'-5", "''-5");
  assert_csv_cell("-5", "-5");
  assert_csv_cell("'a", "'a");
  assert_csv_cell("a=1", "a=1");
  assert_csv_cell("24-hour line", "24-hour line");
}

static void test_csv_is_harmless(void **state) {
  (void)state;
  assert_csv_cell("\x1b[2J", "\xEF\xBF\xBD[2J");
  assert_csv_cell("a\xFFz", "a\xEF\xBF\xBDz");
  assert_csv_cell("\xC2\x9Bx", "\xEF\xBF\xBDx");
}

static void test_csv_figures_are_bare(void **state) {
  const RefnetValue values[] = {{.text = "a"}, {.real = -1.0 / 3}, {.integer = -5},
                                {.text = "b"}, {.real = NAN},      {.is_null = TRUE},
                                {.text = "c"}, {.real = -0.0},     {.integer = 0},
                                {.text = "d"}, {.real = 1e300},    {.integer = G_MAXINT64}};
  (void)state;
  g_autofree char *csv = write_list(REFNET_FORMAT_CSV, 100, figure_columns, values, 4);
  assert_string_equal(csv, "name,share,count\na,-0.333333333333333,-5\nb,,\nc,0,0\n"
                           "d,1e+300,9223372036854775807\n");
}

static void test_csv_lists_and_records(void **state) {
  static const RefnetColumn nested[] = {{"area", "", REFNET_VALUE_TEXT, 0, 0, NULL},
                                        {"service", "", REFNET_VALUE_TEXT, 0, 0, NULL},
                                        END};
  static const RefnetColumn columns[] = {
      {"texts", "", REFNET_VALUE_TEXTS, 0, 0, NULL},
      {"records", "", REFNET_VALUE_RECORDS, 0, REFNET_COLUMN_DETAIL, nested},
      {"seen", "", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
      {"yes", "", REFNET_VALUE_BOOLEAN, 0, 0, NULL},
      {"date", "", REFNET_VALUE_DATE, 0, 0, NULL},
      END};
  static const char *const texts[] = {"=a", "b, c"};
  const RefnetValue records[] = {
      {.text = "East"}, {.text = "food"}, {.is_null = TRUE}, {.text = "rent"}};
  const RefnetValue values[] = {{.texts = {texts, 2}},
                                {.records = {records, 2}},
                                {.text = "never"},
                                {.boolean = TRUE},
                                {.date = refnet_date_from_ymd(2026, 2, 14)},
                                {.texts = {NULL, 0}},
                                {.records = {NULL, 0}},
                                {.text = "never"},
                                {.boolean = FALSE},
                                {.date = REFNET_DATE_UNKNOWN}};
  (void)state;
  g_autofree char *csv = write_list(REFNET_FORMAT_CSV, 100, columns, values, 2);
  assert_string_equal(csv, "texts,records,yes,date\n"
                           "\"'=a; b, c\",East / food;  / rent,yes,2026-02-14\n,,no,\n");
}

/* A reader would skip an empty line. */
static void test_csv_row_of_one_blank(void **state) {
  const RefnetValue values[] = {{.text = ""}, {.is_null = TRUE}, {.text = "x"}};
  (void)state;
  g_autofree char *csv = write_list(REFNET_FORMAT_CSV, 100, only_prose, values, 3);
  assert_string_equal(csv, "reason\n\"\"\n\"\"\nx\n");
}

static void test_csv_fields(void **state) {
  const RefnetValue values[] = {{.text = "a,b"}, {.real = 0.25}, {.integer = 3}};
  (void)state;
  Written written = written_begin();
  RefnetWriter *writer = refnet_writer_new(REFNET_FORMAT_CSV, written.output, 100);
  refnet_writer_heading(writer, "not in CSV");
  refnet_writer_text(writer, "not in CSV");
  refnet_writer_fields(writer, figure_columns, values);
  assert_true(refnet_writer_close(writer, NULL));
  g_autofree char *csv = written_end(&written);
  assert_string_equal(csv, "key,value\nname,\"a,b\"\nshare,0.25\ncount,3\n");
}

/* ---- tables ---------------------------------------------------------------------------------- */

static void test_table_aligns(void **state) {
  const RefnetValue values[] = {{.text = "Elm"},
                                {.real = 0.5},
                                {.integer = 1},
                                {.text = "東京"},
                                {.real = NAN},
                                {.integer = 1200},
                                {.text = "Zu\xCC\x88rich"},
                                {.real = -0.001},
                                {.is_null = TRUE}};
  (void)state;
  g_autofree char *table = write_list(REFNET_FORMAT_TABLE, 100, figure_columns, values, 3);
  assert_string_equal(table, "NAME    SHARE  COUNT\n"
                             "Elm      0.50      1\n"
                             "東京      n/a  1,200\n"
                             "Zu\xCC\x88rich   0.00    n/a\n");
}

/* A column in which nothing is known of any row says nothing; the first stays. */
static void test_table_leaves_out_the_unknown(void **state) {
  const RefnetValue values[] = {{.text = NULL}, {.real = NAN}, {.integer = 1},
                                {.text = ""},   {.real = NAN}, {.is_null = TRUE}};
  const RefnetValue nothing[] = {{.text = NULL}, {.real = NAN}, {.is_null = TRUE}};
  (void)state;
  g_autofree char *table = write_list(REFNET_FORMAT_TABLE, 100, figure_columns, values, 2);
  assert_string_equal(table, "NAME  COUNT\n          1\n        n/a\n");
  g_autofree char *empty = write_list(REFNET_FORMAT_TABLE, 100, figure_columns, nothing, 1);
  assert_string_equal(empty, "NAME\n\n");
}

static void test_table_parts_thousands(void **state) {
  const RefnetValue values[] = {{.text = "a"}, {.real = 999},         {.integer = -999},
                                {.text = "b"}, {.real = -1234567.89}, {.integer = -1000},
                                {.text = "c"}, {.real = 1000.004},    {.integer = 123456}};
  (void)state;
  g_autofree char *table = write_list(REFNET_FORMAT_TABLE, 100, figure_columns, values, 3);
  assert_string_equal(table, "NAME          SHARE    COUNT\n"
                             "a            999.00     -999\n"
                             "b     -1,234,567.89   -1,000\n"
                             "c          1,000.00  123,456\n");
}

static void test_table_has_no_trailing_blanks(void **state) {
  const RefnetValue values[] = {{.text = "a"}, {.text = "long note"}, {.text = "b"},
                                {.text = ""},  {.text = NULL},        {.text = NULL}};
  (void)state;
  g_autofree char *table = write_list(REFNET_FORMAT_TABLE, 100, text_columns, values, 2);
  assert_string_equal(table, "NAME  NOTE\na     long note\nb\n");
}

static void test_table_is_harmless(void **state) {
  const RefnetValue values[] = {{.text = "a\x1b[31m"}, {.text = "b\nc\td\xFF\xE2\x80\xAE"}};
  (void)state;
  g_autofree char *table = write_list(REFNET_FORMAT_TABLE, 100, text_columns, values, 1);
  for (const char *at = table; *at; at++)
    assert_true((guchar)*at >= ' ' || *at == '\n');
  assert_null(strstr(table, "\xE2\x80\xAE"));
  assert_true(g_utf8_validate(table, -1, NULL));
}

static void test_table_gives_way_to_the_page(void **state) {
  g_autofree char *latin = g_strnfill(70, 'x');
  const char *const wide = "東東東東東東東東東東東東東東東東東東東東東東東東東東東東東東東東";
  const RefnetValue values[] = {{.text = latin}, {.text = wide}, {.text = "short"}, {.text = "s"}};
  (void)state;
  for (gsize width = 40; width <= 120; width += 20) {
    g_autofree char *table = write_list(REFNET_FORMAT_TABLE, width, text_columns, values, 2);
    assert_tidy(table, width);
    assert_non_null(strstr(table, "x…"));
    assert_non_null(strstr(table, "東…"));
  }
}

/* What stands last may fill the page; what has others after it leaves room for them. */
static void test_table_cuts_the_last_column_last(void **state) {
  g_autofree char *text = g_strnfill(70, 'x');
  g_autofree char *whole = g_strdup_printf("a     %s\n", text);
  const RefnetValue last[] = {{.text = "a"}, {.text = text}},
                    first[] = {{.text = text}, {.text = "a"}};
  (void)state;
  g_autofree char *table = write_list(REFNET_FORMAT_TABLE, 100, text_columns, last, 1);
  assert_non_null(strstr(table, whole));
  g_autofree char *cut = write_list(REFNET_FORMAT_TABLE, 100, text_columns, first, 1);
  assert_non_null(strstr(cut, "xxx…  a\n"));
}

static void test_table_wraps(void **state) {
  (void)state;
  g_autofree char *text = write_text(REFNET_FORMAT_TABLE, 24,
                                     "  A sentence that is wider than the "
                                     "page is.  ");
  assert_string_equal(text, "A sentence that is wider\nthan the page is.\n");
  g_autofree char *exact = write_text(REFNET_FORMAT_TABLE, 24, "exactly twenty four wide");
  assert_string_equal(exact, "exactly twenty four wide\n");
  g_autofree char *share = write_text(REFNET_FORMAT_TABLE, 24, "assuming turnover of 30 % a year");
  assert_string_equal(share, "assuming turnover of\n30 % a year\n");
}

static void test_table_cuts_long_words(void **state) {
  g_autofree char *word = g_strnfill(130, 'w');
  g_autofree char *sentence = g_strdup_printf("see %s there", word);
  g_autofree char *ideographs = g_strdup("東京都東京都東京都東京都東京都東京都東京都東京都");
  (void)state;
  g_autofree char *cut = write_text(REFNET_FORMAT_TABLE, 60, sentence);
  assert_tidy(cut, 60);
  assert_int_equal(strlen(cut), strlen(sentence) + 3);
  g_autofree char *wide = write_text(REFNET_FORMAT_TABLE, 21, ideographs);
  assert_tidy(wide, 21);
}

static void test_table_parts(void **state) {
  const RefnetValue fields[] = {{.text = "Elm Clinic"}, {.real = 0.5}, {.is_null = TRUE}};
  const RefnetValue prose[] = {{.text = "a"}, {.text = "A"}, {.integer = 1}, {.text = "Because."},
                               {.text = "b"}, {.text = "B"}, {.integer = 2}, {.text = ""},
                               {.text = "c"}, {.text = "C"}, {.integer = 3}, {.text = ""}};
  (void)state;
  Written written = written_begin();
  RefnetWriter *writer = refnet_writer_new(REFNET_FORMAT_TABLE, written.output, 60);
  refnet_writer_fields(writer, only_detail, fields);
  refnet_writer_fields(writer, figure_columns, fields);
  refnet_writer_text(writer, "One.");
  refnet_writer_text(writer, "Two.");
  refnet_writer_heading(writer, "Rows");
  put_list(writer, prose_columns, prose, 3);
  put_list(writer, only_prose, prose + 3, 1);
  refnet_writer_heading(writer, "None");
  refnet_writer_text(writer, "Nothing to list.");
  put_list(writer, text_columns, prose, 0);
  refnet_writer_fields(writer, figure_columns, fields);
  assert_true(refnet_writer_close(writer, NULL));
  g_autofree char *table = written_end(&written);
  assert_string_equal(
      table, "NAME   Elm Clinic\nSHARE  0.50\nCOUNT  n/a\n\nOne.\n\nTwo.\n\n"
             "Rows\n----\nNAME  NEED A YEAR\nA               1\n    Because.\n\n"
             "B               2\nC               3\n\nBecause.\n\nNone\n----\nNothing to list.\n\n"
             "NAME   Elm Clinic\nSHARE  0.50\nCOUNT  n/a\n");
  assert_tidy(table, 60);
}

static void test_table_fields_wrap_beside_labels(void **state) {
  static const RefnetColumn columns[] = {
      {"areas", "Areas", REFNET_VALUE_TEXTS, 0, 0, NULL},
      {"seeks", "Seeks", REFNET_VALUE_TEXTS, 0, 0, NULL},
      {"end", "Funding listed to", REFNET_VALUE_DATE, 0, 0, NULL},
      END};
  static const char *const areas[] = {"Eastside Township", "Northport", "Westgate Village"};
  const RefnetValue values[] = {
      {.texts = {areas, 3}}, {.texts = {NULL, 0}}, {.date = REFNET_DATE_UNKNOWN}};
  (void)state;
  Written written = written_begin();
  RefnetWriter *writer = refnet_writer_new(REFNET_FORMAT_TABLE, written.output, 40);
  refnet_writer_fields(writer, columns, values);
  assert_true(refnet_writer_close(writer, NULL));
  g_autofree char *table = written_end(&written);
  assert_string_equal(table, "Areas              Eastside Township,\n"
                             "                   Northport, Westgate\n"
                             "                   Village\n"
                             "Seeks              not recorded\n"
                             "Funding listed to  not recorded\n");
}

/* Rows after the measured ones stream with the widths of those. */
static void test_table_streams(void **state) {
  (void)state;
  Written written = written_begin();
  RefnetWriter *writer = refnet_writer_new(REFNET_FORMAT_TABLE, written.output, 100);
  refnet_writer_list_begin(writer, "list", text_columns);
  for (guint i = 0; i < 2500; i++)
    refnet_writer_row(
        writer, (RefnetValue[]){{.text = i < 2000 ? "name" : "a longer name"}, {.text = "note"}});
  refnet_writer_list_end(writer);
  assert_true(refnet_writer_close(writer, NULL));
  g_autofree char *table = written_end(&written);
  g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
  assert_int_equal(g_strv_length(lines), 2502);
  assert_string_equal(lines[1000], "name  note");
  assert_string_equal(lines[1001], "name  note");
  assert_string_equal(lines[2500], "a l…  note");
}

/* ---- Markdown -------------------------------------------------------------------------------- */

static void assert_markdown(const char *text, const char *expected) {
  g_autofree char *written = write_text(REFNET_FORMAT_MARKDOWN, 100, text);
  g_autofree char *line = g_strconcat(expected, "\n", NULL);
  assert_string_equal(written, line);
}

static void test_markdown_escapes(void **state) {
  (void)state;
  assert_markdown("Six relationships rest on that name (98 %).",
                  "Six relationships rest on that name (98 %).");
  assert_markdown("<script>&amp;", "&lt;script&gt;&amp;amp;");
  assert_markdown("![a](b) [c]: d", "!\\[a\\](b) \\[c\\]: d");
  assert_markdown("`a` *b* _c_ ~~d~~ a|b \\ $x$",
                  "\\`a\\` \\*b\\* \\_c\\_ \\~\\~d\\~\\~ a\\|b \\\\ \\$x\\$");
  assert_markdown("# not a heading", "#<!-- --> not a heading");
  assert_markdown("> not a quote", "&gt; not a quote");
  assert_markdown("- not a list", "\\- not a list");
  assert_markdown("+ not a list", "\\+ not a list");
  assert_markdown("1. not a list", "1\\. not a list");
  assert_markdown("12) not a list", "12\\) not a list");
  assert_markdown("===", "\\===");
  assert_markdown("    not code", "not code");
  assert_markdown("211 Helpline", "211 Helpline");
  assert_markdown("2.5 km", "2.5 km");
}

static void test_markdown_makes_no_links(void **state) {
  (void)state;
  assert_markdown("https://x.example", "https\\://x.example");
  assert_markdown("www.x.example", "www\\.x.example");
  assert_markdown("a@x.example", "a@<!-- -->x.example");
  assert_markdown("ask @team about #12", "ask @<!-- -->team about #<!-- -->12");
}

static void test_markdown_table(void **state) {
  const RefnetValue values[] = {{.text = "a|b\nc"}, {.real = -0.5}, {.integer = 3000}};
  (void)state;
  g_autofree char *table = write_list(REFNET_FORMAT_MARKDOWN, 100, figure_columns, values, 1);
  assert_string_equal(table, "| NAME | SHARE | COUNT |\n|---|---:|---:|\n"
                             "| a\\|b\xEF\xBF\xBD"
                             "c | -0.50 | 3,000 |\n");
}

static void test_markdown_sentences(void **state) {
  const RefnetValue prose[] = {{.text = "a"},          {.text = "A*"}, {.integer = 1},
                               {.text = "- Because."}, {.text = "b"},  {.text = NULL},
                               {.integer = 2},         {.text = NULL}};
  (void)state;
  Written written = written_begin();
  RefnetWriter *writer = refnet_writer_new(REFNET_FORMAT_MARKDOWN, written.output, 60);
  refnet_writer_fields(writer, only_detail, prose);
  refnet_writer_heading(writer, "Rows");
  put_list(writer, prose_columns, prose, 2);
  refnet_writer_heading(writer, "More");
  put_list(writer, only_prose, prose + 3, 1);
  put_list(writer, text_columns, prose, 0);
  assert_true(refnet_writer_close(writer, NULL));
  g_autofree char *text = written_end(&written);
  assert_string_equal(text, "## Rows\n\n1. **A\\*** (need a year: 1)\\\n   \\- Because.\n"
                            "2. need a year: 2\n\n## More\n\n1. \\- Because.\n");
}

static void test_markdown_fields(void **state) {
  static const RefnetColumn numbers[] = {{"a", "Ties", REFNET_VALUE_INTEGER, 0, 0, NULL}, END};
  const RefnetValue values[] = {{.text = NULL}, {.real = NAN}, {.integer = 3}};
  const RefnetValue number = {.integer = -3};
  (void)state;
  Written written = written_begin();
  RefnetWriter *writer = refnet_writer_new(REFNET_FORMAT_MARKDOWN, written.output, 60);
  refnet_writer_fields(writer, figure_columns, values);
  refnet_writer_fields(writer, numbers, &number);
  assert_true(refnet_writer_close(writer, NULL));
  g_autofree char *text = written_end(&written);
  assert_string_equal(text, "| | |\n|---|---|\n| NAME | not recorded |\n| SHARE | n/a |\n"
                            "| COUNT | 3 |\n\n| | |\n|---|---:|\n| Ties | -3 |\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_csv_quotes),
      cmocka_unit_test(test_csv_disarms_formulas),
      cmocka_unit_test(test_csv_is_harmless),
      cmocka_unit_test(test_csv_figures_are_bare),
      cmocka_unit_test(test_csv_lists_and_records),
      cmocka_unit_test(test_csv_row_of_one_blank),
      cmocka_unit_test(test_csv_fields),
      cmocka_unit_test(test_table_aligns),
      cmocka_unit_test(test_table_leaves_out_the_unknown),
      cmocka_unit_test(test_table_parts_thousands),
      cmocka_unit_test(test_table_has_no_trailing_blanks),
      cmocka_unit_test(test_table_is_harmless),
      cmocka_unit_test(test_table_gives_way_to_the_page),
      cmocka_unit_test(test_table_cuts_the_last_column_last),
      cmocka_unit_test(test_table_wraps),
      cmocka_unit_test(test_table_cuts_long_words),
      cmocka_unit_test(test_table_parts),
      cmocka_unit_test(test_table_fields_wrap_beside_labels),
      cmocka_unit_test(test_table_streams),
      cmocka_unit_test(test_markdown_escapes),
      cmocka_unit_test(test_markdown_makes_no_links),
      cmocka_unit_test(test_markdown_table),
      cmocka_unit_test(test_markdown_sentences),
      cmocka_unit_test(test_markdown_fields),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
