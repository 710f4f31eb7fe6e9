/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two datasets side by side: who left, who came, and who only moved. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/analysis/compare_case.h"

#define FOUR "id,name\na,A\nb,B\nc,C\nd,D\n"

static void compare_contacts(Pair *pair, const char *then, const char *now) {
  compare(pair, support_load(NULL, "organizations.csv", FOUR, "contacts.csv", then, NULL),
          support_load(NULL, "organizations.csv", FOUR, "contacts.csv", now, NULL));
}

/* "left a; new b; moved a-b by id": kinds and ids of organizations. */
static void assert_people(const Pair *pair, const char *expected) {
  static const char *const kinds[] = {"left", "unlisted", "new", "moved"};
  const RefnetChanges *changes = pair->changes;
  g_autoptr(GString) text = g_string_new(NULL);
  for (gsize i = 0; i < changes->people_count; i++) {
    const RefnetContactChange *change = &changes->people[i];
    g_string_append_printf(text, "%s%s %s", i ? ";" : "", kinds[change->kind],
                           refnet_changes_organization(changes, change->compared, REFNET_NOW)->id);
    if (change->kind == REFNET_PERSON_MOVED)
      g_string_append_printf(text, "-%s%s",
                             refnet_changes_organization(changes, change->to, REFNET_NOW)->id,
                             change->by_id ? " by id" : "");
  }
  assert_string_equal(text->str, expected);
}

static void test_people_leave_come_and_hand_over(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair,
          support_load(NULL, "organizations.csv", FOUR, "contacts.csv",
                       "organization,name,left\na,Ana Ruiz,\na,Ben Cho,\nb,Cy Dee,\nc,Di Eng,\n",
                       NULL),
          support_load(NULL, "organizations.csv", FOUR, "contacts.csv",
                       "organization,name,left,succeeded_by\na,Ana Ruiz,2023-01-01,Eve Fox\n"
                       "a,EVE FOX,,\nb,Cy Dee,,\nc,Flo Gray,,\n",
                       NULL));
  const RefnetChanges *changes = pair.changes;
  assert_int_equal(changes->people_count, 5);
  assert_int_equal(changes->contacts_then, 4);
  const guint kinds[] = {REFNET_PERSON_LEFT, REFNET_PERSON_UNLISTED, REFNET_PERSON_UNLISTED,
                         REFNET_PERSON_NEW, REFNET_PERSON_NEW};
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
    assert_int_equal(changes->people[i].kind, kinds[i]);
  assert_string_equal(pair.datasets[REFNET_NOW]->contacts[changes->people[0].successor].name,
                      "EVE FOX");
}

#define CONTACTS "organization,name,id,email,left,succeeded_by\n"

static void test_the_same_id_elsewhere_has_moved(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare_contacts(&pair, CONTACTS "a,Ana Ruiz,p1,,,\na,Ben Cho,,,,\n",
                   CONTACTS "a,Ana Ruiz,p1,,2023-01-01,Ben Cho\na,Ben Cho,,,,\n"
                            "b,Ana Ruiz-Park,p1,,,\n");
  assert_people(&pair, "moved a-b by id");
  const RefnetContactChange *moved = &pair.changes->people[0];
  assert_string_equal(pair.datasets[REFNET_THEN]->contacts[moved->contact].name, "Ana Ruiz");
  assert_string_equal(pair.datasets[REFNET_NOW]->contacts[moved->arrival].name, "Ana Ruiz-Park");
  assert_string_equal(pair.datasets[REFNET_NOW]->contacts[moved->successor].name, "Ben Cho");
  assert_true(moved->others_left);
}

static void test_one_email_and_name_elsewhere_has_moved(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare_contacts(&pair,
                   CONTACTS "a,Ana Ruiz,,ana@x.example,,\nb,Ben Cho,,office@x.example,,\n"
                            "c,Cy Dee,,cy@x.example,,\n",
                   CONTACTS "d,ANA RUIZ,,Ana@X.example,,\nd,Di Eng,,office@x.example,,\n"
                            "d,Cy Dee,,other@x.example,,\n");
  assert_people(&pair, "unlisted b;unlisted c;new d;new d;moved a-d");
  assert_false(pair.changes->people[4].others_left);
}

static void test_who_stays_has_not_moved(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare_contacts(&pair, CONTACTS "a,Ana Ruiz,p1,,,\n",
                   CONTACTS "a,Ana Ruiz,p1,,,\nb,Ana Ruiz,p1,,,\n");
  assert_people(&pair, "new b");
}

static void test_one_place_goes_with_one(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare_contacts(&pair, CONTACTS "a,Ana Ruiz,p1,,,\nb,Ana Ruiz,p1,,,\n",
                   CONTACTS "c,Ana Ruiz,p1,,,\n");
  assert_people(&pair, "unlisted b;moved a-c by id");
}

static void test_ids_given_anew_move_nobody(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare_contacts(&pair, CONTACTS "a,Ana Ruiz,1,,,\na,Ben Cho,2,,,\nb,Cy Dee,3,,,\n",
                   CONTACTS "a,Ben Cho,1,,,\nb,Cy Dee,2,,,\nc,Di Eng,3,,,\n");
  assert_people(&pair, "unlisted a;new c");
}

static void test_moves_to_and_from_who_is_in_one_list_only(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair,
          support_load(NULL, "organizations.csv", "id,name\na,A\ng,Gone\n", "contacts.csv",
                       CONTACTS "a,Ana Ruiz,p1,,,\ng,Ben Cho,p2,,,\ng,Cy Dee,p3,,,\n", NULL),
          support_load(NULL, "organizations.csv", "id,name\na,A\nn,New\n", "contacts.csv",
                       CONTACTS "n,Ana Ruiz,p1,,,\na,Ben Cho,p2,,,\nn,Di Eng,p4,,,\n", NULL));
  assert_people(&pair, "moved a-n by id;moved g-a by id");
  assert_int_equal(pair.changes->contacts_then, 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_people_leave_come_and_hand_over),
      cmocka_unit_test(test_the_same_id_elsewhere_has_moved),
      cmocka_unit_test(test_one_email_and_name_elsewhere_has_moved),
      cmocka_unit_test(test_who_stays_has_not_moved),
      cmocka_unit_test(test_one_place_goes_with_one),
      cmocka_unit_test(test_ids_given_anew_move_nobody),
      cmocka_unit_test(test_moves_to_and_from_who_is_in_one_list_only),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
