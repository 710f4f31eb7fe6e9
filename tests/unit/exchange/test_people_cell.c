/* SPDX-License-Identifier: GPL-2.0-or-later */
/* People in one cell, with what stands behind their names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glib.h>

#include "exchange/names/people_cell.h"

/* "name role email phone" of each, "-" where nothing is said. */
static char *shown(const char *cell) {
  g_autoptr(GPtrArray) persons = refnet_persons_in_cell(cell);
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < persons->len; i++) {
    const RefnetPersonInCell *person = g_ptr_array_index(persons, i);
    g_string_append_printf(text, "%s%s|%s|%s|%s", i > 0 ? "; " : "", person->name,
                           person->role != NULL ? person->role : "-",
                           person->email != NULL ? person->email : "-",
                           person->phone != NULL ? person->phone : "-");
  }
  return g_string_free(text, FALSE);
}

static void test_persons(void **state) {
  (void)state;
  static const char *const cases[][2] = {
      {"Ann Lee", "Ann Lee|-|-|-"},
      {"Ann Lee <a@elm.org>; Bo Ray", "Ann Lee|-|a@elm.org|-; Bo Ray|-|-|-"},
      {"Cy Poe (Director), Dee Dow (Intake)", "Cy Poe|Director|-|-; Dee Dow|Intake|-|-"},
      {"Ann Lee and Bo Ray", "Ann Lee|-|-|-; Bo Ray|-|-|-"},
      {"Ann Lee a@x.org, Bo Ray b@x.org", "Ann Lee|-|a@x.org|-; Bo Ray|-|b@x.org|-"},
      {"Ann Lee, Director", "Ann Lee|Director|-|-"},
      {"Ann Lee, MD", "Ann Lee, MD|-|-|-"},
      {"Lee, Ann", "Lee, Ann|-|-|-"},
      {"Bo (Elizabeth) Ek", "Bo (Elizabeth) Ek|-|-|-"},
      {"Ann Lee (555) 111-2222 x4 a@h.org", "Ann Lee|-|a@h.org|(555) 111-2222 x4"},
      {"Ann Lee; email: a@h.org", "Ann Lee|-|a@h.org|-"},
      {"Ann Lee 2", "Ann Lee 2|-|-|-"},
      {"@", ""},
      {"TBD", ""},
      {"see above", ""},
      {"info@bay.org", ""},
      {"Ann Lee - Director", "Ann Lee|Director|-|-"},
      {"Ann Lee 555-111-2222 Director", "Ann Lee|Director|-|555-111-2222"},
      {"Ann Lee (555-111-2222)", "Ann Lee|-|-|555-111-2222"},
      {"Ann Lee 555-111-2222 (intake)", "Ann Lee|intake|-|555-111-2222"},
      {"Ann Lee Phone: 555-111-2222 E-mail: a@h.org", "Ann Lee|-|a@h.org|555-111-2222"},
      {"Ann Lee, MSW a@x.org", "Ann Lee, MSW|-|a@x.org|-"},
      {"a@x.org Ann Lee", "Ann Lee|-|a@x.org|-"},
      {"Ann Lee a@x.org 555-111-2222 Bo Ray b@x.org",
       "Ann Lee|-|a@x.org|555-111-2222; Bo Ray|-|b@x.org|-"},
      {"Ann Lee 555-111-2222 Mon-Fri", "Ann Lee|Mon-Fri|-|555-111-2222"},
      {"Ann Lee; Director; a@x.org", "Ann Lee|Director|a@x.org|-"},
      {"Ann Lee and Bo Ray, Co-Directors", "Ann Lee|-|-|-; Bo Ray|Co-Directors|-|-"},
      {"Ann Lee (2019-2021)", "Ann Lee|2019-2021|-|-"},
      {"Ann Lee (since 2024-01-05)", "Ann Lee|since 2024-01-05|-|-"},
      {"Executive Director", "Executive Director|-|-|-"},
      {"vacant", ""},
      {"N/A; Ann Lee", "Ann Lee|-|-|-"},
      {"", ""},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *text = shown(cases[i][0]);
    assert_string_equal(text, cases[i][1]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_persons)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
