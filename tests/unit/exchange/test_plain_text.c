/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text that went through web pages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "exchange/directory/plain_text.h"

static void assert_plain(const char *text, const char *wanted) {
  g_autofree char *plain = refnet_plain_text(text);
  if (wanted == NULL)
    assert_null(plain);
  else {
    assert_non_null(plain);
    assert_string_equal(plain, wanted);
  }
}

static void test_plain(void **state) {
  (void)state;
  assert_plain("", NULL);
  assert_plain("Elm Clinic", NULL);
  assert_plain("Café Añil", NULL);
  assert_plain("the \"Table\"", NULL);
}

static void test_marks(void **state) {
  (void)state;
  assert_plain("Elm &amp; Oak", "Elm & Oak");
  assert_plain("Smith &#38; S&#xF6;hne", "Smith & Söhne");
  assert_plain("<p>One<br/>two</p>", "One two");
  assert_plain("<SPAN class=\"x\">One</SPAN><h2>two</h2>", "One two");
  assert_plain("a < b and c > d", "a < b and c > d");
  assert_plain("Shelter <youth>, <open late>", "Shelter <youth>, <open late>");
  assert_plain("R&D", "R&D");
  assert_plain("&unknown; &#0; &#99999999;", "&unknown; &#0; &#99999999;");
  assert_plain("line\\nline", "line\\nline");
  assert_plain("line\\n two", "line two");
  assert_plain("\"quoted twice\"", "quoted twice");
  assert_plain("<", "<");
  assert_plain("&", "&");
  assert_plain("\\", "\\");
}

static void test_misread(void **state) {
  (void)state;
  assert_plain("CafÃ© Hogar", "Café Hogar");
  assert_plain("St. Maryâ€™s", "St. Mary’s");
  assert_plain("Ã alone", "Ã alone");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_plain), cmocka_unit_test(test_marks),
                                     cmocka_unit_test(test_misread)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
