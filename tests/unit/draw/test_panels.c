/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The names of groups on their grounds. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "draw/page/panels.h"

static const RefnetFont font = {18, TRUE};

/* The first line of the name on a ground that is so much wider than the name; caller frees. */
static char *first_line(const char *name, double spare) {
  RefnetTypesetter *typesetter = refnet_typesetter_new(NULL);
  const double width = refnet_typesetter_width(typesetter, name, font) + spare;
  RefnetPanel panel = {.name = (char *)name, .box = {0, 0, width, 60}};
  RefnetLayout layout = {.panels = &panel, .panel_count = 1, .longest_unit = 1, .most_stretch = 1};
  RefnetPanels panels = {0};
  refnet_panels_set(&panels, &layout, (RefnetBox){0, 0, width, 60}, font, typesetter);
  char *line = g_strdup(panels.heading[0].lines[0].text);
  refnet_panels_clear(&panels);
  refnet_typesetter_free(typesetter);
  return line;
}

/* With less to spare than the paddings a word reaches over the one behind it. */
static void test_words_are_not_broken(void **state) {
  static const double spare[] = {40, 14, 6, 1};
  (void)state;
  for (gsize i = 0; i < G_N_ELEMENTS(spare); i++) {
    g_autofree char *line = first_line("Employment", spare[i]);
    assert_string_equal(line, "Employment");
  }
  g_autofree char *two = first_line("Employment services", -70);
  assert_string_equal(two, "Employment");
  g_autofree char *cut = first_line("Employment", -40);
  assert_string_not_equal(cut, "Employment");
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_words_are_not_broken)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
