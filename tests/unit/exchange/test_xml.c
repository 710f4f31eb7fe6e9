/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text in XML: what is escaped, and what XML cannot hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "exchange/export/xml.h"
#include "unit/table/written.h"

static void assert_written(const char *text, const char *expected) {
  Written written = written_begin();
  refnet_xml_puts(written.output, text);
  g_autofree char *got = written_end(&written);
  assert_string_equal(got, expected);
}

static void markup(void **state) {
  (void)state;
  assert_written("", "");
  assert_written("Food", "Food");
  assert_written("<a href=\"x\"> & 'b' ]]>", "&lt;a href=&quot;x&quot;&gt; &amp; 'b' ]]&gt;");
  assert_written("&amp;", "&amp;amp;");
}

static void blanks_survive_attributes(void **state) {
  (void)state;
  assert_written("a\tb\nc\rd", "a&#9;b&#10;c&#13;d");
}

static void what_xml_cannot_hold(void **state) {
  (void)state;
  assert_written("a\x01\x1F\x7F", "a\xEF\xBF\xBD\xEF\xBF\xBD\x7F");
  assert_written("\xEF\xBF\xBE|\xEF\xBF\xBF", "\xEF\xBF\xBD|\xEF\xBF\xBD"); /* U+FFFE, U+FFFF */
  assert_written("caf\xE9", "caf\xEF\xBF\xBD");                             /* not UTF-8 */
  assert_written("中\xF0\x9F\x98\x80", "中\xF0\x9F\x98\x80");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(markup),
      cmocka_unit_test(blanks_survive_attributes),
      cmocka_unit_test(what_xml_cannot_hold),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
