/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The parts of a page: what each becomes, and that texts stay texts. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/markup.h"
#include "report/formats/writer.h"
#include "unit/present/described.h"

#define HOSTILE "<script>\"'&\x01\xE2\x80\xAE</script>"
#define TAMED "&lt;script&gt;&quot;&#39;&amp;\357\277\275\357\277\275&lt;/script&gt;"

static const RefnetReportSection section = {"gaps", "Gaps " HOSTILE};

static void begin(gpointer state) {
  const char *const facts[] = {"Fact " HOSTILE, NULL};
  const RefnetReportSection sections[] = {section, {"words", "Words"}};
  const RefnetReportFront front = {.title = "Title " HOSTILE,
                                   .subtitle = "Subtitle " HOSTILE,
                                   .facts = facts,
                                   .sections = sections,
                                   .section_count = 2,
                                   .version = "0"};
  assert_true(refnet_report_html.begin(state, &front, NULL));
  refnet_report_html.section(state, &section);
}

static char *end(Written *written, gpointer state) {
  assert_true(refnet_report_html.close(state, NULL));
  return written_end(written);
}

static void assert_escaped(const char *text) {
  assert_does_not_say(text, "<script");
  assert_does_not_say(text, "\x01");
  assert_says(text, TAMED);
}

static void test_front_and_sections(void **state) {
  (void)state;
  Written written = written_begin();
  gpointer page = refnet_report_html.open(written.output);
  begin(page);
  refnet_report_html.section(page, &(RefnetReportSection){"words", "Words"});
  g_autofree char *text = end(&written, page);
  assert_escaped(text);
  assert_true(g_str_has_prefix(text, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n"));
  assert_says(text, "<title>Title " TAMED "</title>");
  assert_says(text, "<a href=\"#gaps\">Gaps " TAMED "</a>");
  assert_says(text,
              "<section id=\"gaps\" aria-labelledby=\"gaps-heading\">\n"
              "<h2 id=\"gaps-heading\">Gaps " TAMED "</h2>\n</section>\n<section id=\"words\"");
  assert_true(g_str_has_suffix(text, "</section>\n</main>\n</body>\n</html>\n"));
}

static void test_texts(void **state) {
  (void)state;
  Written written = written_begin();
  gpointer page = refnet_report_html.open(written.output);
  begin(page);
  refnet_report_html.lead(page, HOSTILE);
  refnet_report_html.paragraph(page, HOSTILE);
  refnet_report_html.note(page, HOSTILE);
  refnet_report_html.subheading(page, HOSTILE);
  refnet_report_html.figures(
      page, &(RefnetReportFigure){.value = HOSTILE, .label = HOSTILE, .meaning = HOSTILE}, 1);
  refnet_report_html.terms(page, &(RefnetReportTerm){HOSTILE, HOSTILE, HOSTILE}, 1);
  g_autofree char *text = end(&written, page);
  assert_escaped(text);
  assert_says(text, "<p class=\"lead\">" TAMED "</p>\n<p>" TAMED "</p>\n<p class=\"remark\">" TAMED
                    "</p>\n<h3>" TAMED "</h3>\n");
  assert_says(text, "<dt>" TAMED "</dt><dd class=\"value\">" TAMED
                    "</dd><dd class=\"meaning\">" TAMED "</dd>");
}

static void test_findings(void **state) {
  (void)state;
  Written written = written_begin();
  gpointer page = refnet_report_html.open(written.output);
  begin(page);
  refnet_report_html.findings_begin(page, REFNET_FINDINGS_NUMBERED);
  refnet_report_html.finding(
      page, &(RefnetReportFinding){.name = "Lead.", .sentence = "It is so.", .more = &section});
  refnet_report_html.finding(
      page, &(RefnetReportFinding){.name = HOSTILE, .figures = HOSTILE, .sentence = HOSTILE});
  refnet_report_html.finding(page, &(RefnetReportFinding){.sentence = "Alone."});
  refnet_report_html.findings_end(page);
  refnet_report_html.findings_begin(page, REFNET_FINDINGS_CHECKLIST);
  refnet_report_html.finding(page, &(RefnetReportFinding){.name = "Name", .figures = ""});
  refnet_report_html.findings_end(page);
  g_autofree char *text = end(&written, page);
  assert_escaped(text);
  assert_says(text, "<li><p><strong>Lead.</strong> It is so. <span class=\"more\">");
  assert_says(text, "<p class=\"about\">" TAMED " <span class=\"numbers\">" TAMED
                    "</span></p>\n<p>" TAMED "</p></li>\n<li><p>Alone.</p></li>\n</ol>\n");
  assert_says(text, "<ul class=\"checks\">\n<li><p class=\"about\">Name</p>\n");
}

static void test_table(void **state) {
  (void)state;
  static const RefnetColumn columns[] = {
      {"name", "NAME " HOSTILE, REFNET_VALUE_TEXT, 0, 0, NULL},
      {"id", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
      {"count", "COUNT", REFNET_VALUE_REAL, 1, 0, NULL},
      {NULL, NULL, 0, 0, 0, NULL}};
  const RefnetValue values[] = {{.text = HOSTILE}, {.text = "hidden"}, {.real = NAN}};
  Written written = written_begin();
  gpointer page = refnet_report_html.open(written.output);
  begin(page);
  refnet_report_html.table_begin(page, "Caption " HOSTILE, columns);
  refnet_report_html.row(page, values);
  refnet_report_html.table_end(page);
  g_autofree char *text = end(&written, page);
  assert_escaped(text);
  assert_says(text, "<caption>Caption " TAMED "</caption>");
  assert_says(text, "<th scope=\"col\" class=\"count\">Count</th></tr>\n");
  assert_says(text,
              "<tr><th scope=\"row\">" TAMED "</th><td class=\"count\">n/a</td></tr>\n</tbody>");
  assert_does_not_say(text, "hidden");
}

static void test_markup(void **state) {
  (void)state;
  g_autoptr(GString) markup = g_string_new("=");
  refnet_markup_append(markup, "");
  assert_string_equal(markup->str, "=");
  refnet_markup_append(markup, "Zoë & \xF0\x9F\x98\x80 <\"'>\t");
  assert_string_equal(markup->str, "=Zoë &amp; \xF0\x9F\x98\x80 &lt;&quot;&#39;&gt;\357\277\275");
  g_string_truncate(markup, 0);
  refnet_markup_append(markup, "a\xFF"
                               "b\xEF\xBF\xBF");
  assert_string_equal(markup->str, "a\357\277\275b\357\277\275");
}

static void test_headings(void **state) {
  (void)state;
  g_autofree char *shouted = refnet_report_heading(&(RefnetColumn){.heading = "NEED A YEAR"});
  g_autofree char *said = refnet_report_heading(&(RefnetColumn){.heading = "Refers to HBH"});
  assert_string_equal(shouted, "Need a year");
  assert_string_equal(said, "Refers to HBH");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_front_and_sections),
      cmocka_unit_test(test_texts),
      cmocka_unit_test(test_findings),
      cmocka_unit_test(test_table),
      cmocka_unit_test(test_markup),
      cmocka_unit_test(test_headings),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
