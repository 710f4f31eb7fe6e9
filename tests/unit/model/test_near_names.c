/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which names are near enough to another to have been meant. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/dataset/near_names.h"

static guint nearness(const char *known, const char *asked) {
  g_autofree char *a = refnet_text_fold(known), *b = refnet_text_fold(asked);
  return refnet_names_nearness(a, b);
}

static void test_near(void **state) {
  (void)state;
  assert_int_equal(nearness("St. Luke's Shelter", "Saint Lukes Shelter"), 0);
  assert_int_equal(nearness("The Harbor Food Bank, Inc.", "Harbor Food Bank"), 0);
  assert_int_equal(nearness("Elm Clinic (closed)", "Elm Clinic"), 0);
  assert_int_equal(nearness("Area Agency on Aging", "AAA"), 1);
  assert_int_equal(nearness("Area Agency on Aging", "aaoa"), 1);
  assert_int_equal(nearness("AAA", "Area Agency on Aging"), 1);
  assert_int_equal(nearness("Community Network (CSX)", "CSX"), 1);
  assert_int_equal(nearness("Ride Together", "Ride-Togethr"), 1);
  assert_true(nearness("Elm Clinic", "Elm Clinic of Harbor County") != G_MAXUINT);
}

static void test_far(void **state) {
  (void)state;
  assert_int_equal(nearness("Area Agency on Aging", "AAB"), G_MAXUINT);
  assert_int_equal(nearness("Elm Clinic", "Harbor Food Bank"), G_MAXUINT);
  assert_int_equal(nearness("(Elm)", "()"), G_MAXUINT);
  assert_int_equal(nearness("Aging", "A"), G_MAXUINT);
  assert_int_equal(nearness("b", "A"), G_MAXUINT); /* of one or two characters hardly any is left */
  assert_int_equal(nearness("A1", "A2"), G_MAXUINT);
  assert_int_equal(nearness("", "Elm Clinic"), G_MAXUINT);
}

static void is_plainly(const char *name, const char *expected) {
  g_autofree char *plain = refnet_name_plain(name);
  assert_string_equal(plain, expected);
}

static void test_plain(void **state) {
  (void)state;
  is_plainly("St. Mary's Center", "stmaryscenter");
  is_plainly("SAINT MARYS CTR, INC.", "stmaryscenter");
  is_plainly("The North-Side Y.M.C.A.*", "northsideymca");
  is_plainly("Food & Shelter", "foodshelter");
  is_plainly("Area Agency on Aging (AAA)", "areaagencyonaging");
  is_plainly("Elm Clinic (North)", "elmclinicnorth");
  is_plainly("Ladder 1-2", "ladder1 2"); /* not ladder 12 */
  is_plainly("Inc. Arts LLC", "incarts");
  is_plainly("Clínica Niño", "clinicanino");
  is_plainly("北方诊所", "北方诊所");
  is_plainly("Oak Care, L.L.C.", "oakcare");
  is_plainly("P.S. 1", "ps1");
  is_plainly("Arc of Bay County, Inc., The", "arcofbaycounty");
  is_plainly("Into the", "intothe");
  is_plainly("Inc.", "");
  is_plainly("&", "");
  is_plainly("()", "");
  is_plainly(")", "");
  is_plainly("", "");
}

static void test_advice(void **state) {
  static const char *const names[] = {"food", "food", "housing", "a", "b", "c", "d", "e", "f"};
  (void)state;
  g_autofree char *near = refnet_names_advice(names, G_N_ELEMENTS(names), "housin");
  g_autofree char *few = refnet_names_advice(names, G_N_ELEMENTS(names), "z");
  g_autofree char *two = refnet_names_advice(names, 3, "z");
  g_autofree char *none = refnet_names_advice(NULL, 0, "z");
  assert_string_equal(near, "; did you mean \"housing\"?");
  assert_string_equal(few, "; the data have \"food\", \"housing\", \"a\", \"b\", \"c\", \"d\", "
                           "\"e\" and \"f\"");
  assert_string_equal(two, "; the data have \"food\" and \"housing\"");
  assert_string_equal(none, "");
}

static void test_nearest_of_a_list(void **state) {
  static const char *const names[] = {"Harbor Respite", "Area Agency on Aging", "Saint Luke House"};
  (void)state;
  assert_int_equal(refnet_nearest_name(names, G_N_ELEMENTS(names), "AAA"), 1);
  assert_int_equal(refnet_nearest_name(names, G_N_ELEMENTS(names), "St. Luke House"), 2);
  assert_int_equal(refnet_nearest_name(names, G_N_ELEMENTS(names), "Zebra"), REFNET_NONE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_near),
      cmocka_unit_test(test_far),
      cmocka_unit_test(test_nearest_of_a_list),
      cmocka_unit_test(test_plain),
      cmocka_unit_test(test_advice),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
