/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is made a link, and what is not. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "report/one/address.h"

typedef char *(*MakeLink)(const char *text);

static void assert_link(MakeLink make, const char *text, const char *uri) {
  g_autofree char *made = make(text);
  if (g_strcmp0(made, uri) != 0)
    fail_msg("\"%s\" becomes %s, not %s", text, made ? made : "(nothing)", uri ? uri : "(nothing)");
}

static void assert_no_links(MakeLink make, const char *const *texts, gsize count) {
  for (gsize i = 0; i < count; i++)
    assert_link(make, texts[i], NULL);
}

static void test_web(void **state) {
  (void)state;
  assert_link(refnet_address_web, "www.elm.example", "https://www.elm.example");
  assert_link(refnet_address_web, "elm.example/a_b?c=1#d", "https://elm.example/a_b?c=1#d");
  assert_link(refnet_address_web, "HTTP://Elm.example:8080/", "http://Elm.example:8080/");
  assert_link(refnet_address_web, "https://elm.example", "https://elm.example");
  const char *const others[] = {"",
                                "none",
                                "elm",
                                "javascript:alert(1)",
                                "http://javascript:alert(1)",
                                "data:text/html,x",
                                "elm.example, oak.example",
                                "elm.example\"onclick=\"x",
                                "http://elm.example/<b>",
                                "info@elm.example",
                                "12.30",
                                "a..b",
                                "http://",
                                "x.\xC3\xA9t\xC3\xA9"};
  assert_no_links(refnet_address_web, others, G_N_ELEMENTS(others));
  g_autofree char *long_one = g_strnfill(1 << 20, 'a');
  assert_link(refnet_address_web, long_one, NULL);
}

static void test_mail(void **state) {
  (void)state;
  assert_link(refnet_address_mail, "info@elm.example", "mailto:info@elm.example");
  assert_link(refnet_address_mail, "a.b+c-d_e@x.elm.example", "mailto:a.b+c-d_e@x.elm.example");
  const char *const others[] = {"",
                                "@",
                                "info@",
                                "@elm.example",
                                "info@elm",
                                "a@b.example, c@d.example",
                                "a b@c.example",
                                "a@b@c.example",
                                "a?cc=b@c.example"};
  assert_no_links(refnet_address_mail, others, G_N_ELEMENTS(others));
}

static void test_phone(void **state) {
  (void)state;
  assert_link(refnet_address_phone, "(765) 555-0100", "tel:7655550100");
  assert_link(refnet_address_phone, "+1 765.555.0100", "tel:+17655550100");
  assert_link(refnet_address_phone, "211", "tel:211");
  assert_link(refnet_address_phone, "765-555-0100 ext. 12", "tel:7655550100;ext=12");
  assert_link(refnet_address_phone, "765-555-0100x7", "tel:7655550100;ext=7");
  const char *const others[] = {"",
                                "n/a",
                                "12",
                                "765-555-0100; 765-555-0101",
                                "765-555-0100 or 0101",
                                "1-800-RESPITE",
                                "765-555-0100 ask for Ana",
                                "765-555-0100 ext",
                                "7655550100 7655550101",
                                "765\n555"};
  assert_no_links(refnet_address_phone, others, G_N_ELEMENTS(others));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_web),
      cmocka_unit_test(test_mail),
      cmocka_unit_test(test_phone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
