/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names as people write them: found, told apart, and kept whole in cells that hold several. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <refnet/base.h>

#include "exchange/names/name_list.h"

static RefnetNameList *list_of(const char *const *names) {
  RefnetNameList *list = refnet_name_list_new();
  for (gsize i = 0; names[i] != NULL; i++)
    refnet_name_list_add(list, names[i]);
  return list;
}

static void assert_found(const RefnetNameList *list, const char *text, guint32 expected,
                         gboolean expected_loosely) {
  gboolean loosely;
  assert_int_equal(refnet_name_list_find(list, text, &loosely), expected);
  assert_int_equal(loosely, expected_loosely);
}

static void names_are_found(void **state) {
  (void)state;
  static const char *const names[] = {"Elm Clinic", "Area Agency on Aging (AAA)",
                                      "Bay & Harbor Food", NULL};
  g_autoptr(RefnetNameList) list = list_of(names);
  assert_found(list, "elm CLINIC", 0, FALSE);
  assert_found(list, "The Elm Clinic, Inc.", 0, TRUE);
  assert_found(list, "AAA", 1, TRUE);
  assert_found(list, "Area Agency on Aging", 1, TRUE);
  assert_found(list, "Bay and Harbor Food", 2, TRUE);
  assert_found(list, "Elm Clinc", REFNET_NONE, FALSE);
  assert_found(list, "", REFNET_NONE, FALSE);
  assert_string_equal(refnet_name_list_suggest(list, "Elm Clinc"), "Elm Clinic");
  assert_null(refnet_name_list_suggest(list, "Something else"));
}

static void loose_names_of_two_mean_nobody(void **state) {
  (void)state;
  static const char *const names[] = {"Elm Clinic Inc", "Elm Clinic LLC", NULL};
  g_autoptr(RefnetNameList) list = list_of(names);
  assert_int_equal(refnet_name_list_length(list), 2);
  assert_found(list, "Elm Clinic", REFNET_NONE, FALSE);
  assert_found(list, "Elm Clinic LLC", 1, FALSE);
}

static void other_names_of_two_mean_nobody(void **state) {
  (void)state;
  static const char *const names[] = {"Area Agency on Aging", "American Automobile Association",
                                      "AAB", NULL};
  g_autoptr(RefnetNameList) list = list_of(names);
  refnet_name_list_alias(list, 0, "AAA");
  refnet_name_list_alias(list, 0, "Aging");
  assert_found(list, "aaa", 0, FALSE);
  refnet_name_list_alias(list, 1, "AAA");
  refnet_name_list_alias(list, 1, "AAB");
  assert_found(list, "aaa", REFNET_NONE, FALSE);
  assert_found(list, "aging", 0, FALSE);
  assert_found(list, "AAB", 2, FALSE); /* somebody's own name */
  refnet_name_list_id(list, 1, "aab");
  assert_found(list, "AAB", 1, FALSE); /* an id goes before names */
}

static void equal_names_can_be_two(void **state) {
  (void)state;
  g_autoptr(RefnetNameList) list = refnet_name_list_new();
  assert_int_equal(refnet_name_list_append(list, "Elm House"), 0);
  assert_int_equal(refnet_name_list_append(list, "ELM HOUSE"), 1);
  assert_found(list, "ELM HOUSE", 1, FALSE);
  assert_found(list, "elm house", 0, FALSE);
  assert_null(refnet_name_list_namesakes(list, "ELM HOUSE"));
  assert_null(refnet_name_list_namesakes(list, "Elm"));
  assert_int_equal(refnet_name_list_namesakes(list, "elm house")->len, 2);
  assert_int_equal(refnet_name_list_append(list, "ELM HOUSE"), 2);
  assert_int_equal(refnet_name_list_namesakes(list, "ELM HOUSE")->len, 3);
  refnet_name_list_id(list, 0, "elm house");
  assert_null(refnet_name_list_namesakes(list, "ELM HOUSE"));
}

/* "A|?B": A is known, B is not. */
static char *parts_of(const RefnetNameList *list, const char *cell) {
  g_autoptr(GArray) parts = refnet_name_list_split(list, cell);
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < parts->len; i++) {
    const RefnetNamePart *part = &g_array_index(parts, RefnetNamePart, i);
    g_string_append_printf(text, "%s%s%s", i > 0 ? "|" : "",
                           part->organization == REFNET_NONE ? "?" : "", part->text);
  }
  return g_string_free(text, FALSE);
}

static void assert_parts(const RefnetNameList *list, const char *cell, const char *expected) {
  g_autofree char *parts = parts_of(list, cell);
  assert_string_equal(parts, expected);
}

static void known_names_stay_whole(void **state) {
  (void)state;
  static const char *const names[] = {
      "Family Services, Inc.", "Ride Together", "A", "A, B", "B, C", "Räder für alle", NULL};
  g_autoptr(RefnetNameList) list = list_of(names);
  assert_parts(list, "Ride Together, Family Services, Inc., Räder für alle",
               "Ride Together|Family Services, Inc.|Räder für alle");
  assert_parts(list, "Ride Together;Family Services, Inc.;", "Ride Together|Family Services, Inc.");
  assert_parts(list, "A, B, C", "A|B, C");
  assert_parts(list, "A, B", "A, B");
  assert_parts(list, "Blue Door, LLC, Ride Together", "?Blue Door, LLC|Ride Together");
  assert_parts(list, "Nobody, ,Ride Together", "?Nobody|Ride Together");
  assert_parts(list, " , ; ", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_are_found),
      cmocka_unit_test(loose_names_of_two_mean_nobody),
      cmocka_unit_test(other_names_of_two_mean_nobody),
      cmocka_unit_test(equal_names_can_be_two),
      cmocka_unit_test(known_names_stay_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
