/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is meant, and what that person hands over, to whom, by when. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include <refnet/analysis.h>

#include "unit/support.h"

typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
} Data;

static RefnetDate day(const char *text) {
  RefnetDate date;
  assert_int_equal(refnet_date_parse(text, REFNET_DATE_ORDER_UNKNOWN, &date), REFNET_DATE_OK);
  return date;
}

static Data made(const char *contacts, const char *referrals) {
  Data data;
  GError *error = NULL;
  data.dataset = support_load(&error, "organizations.csv", "name,id\nElm,elm\nOak,oak\nAsh,ash\n",
                              "contacts.csv", contacts, "referrals.csv", referrals, NULL);
  assert_null(error);
  data.network = refnet_network_new(data.dataset, NULL, FALSE, &error);
  assert_null(error);
  return data;
}

static void data_free(Data *data) {
  refnet_network_free(data->network);
  refnet_dataset_free(data->dataset);
}

static RefnetHandover *handover_of(const Data *data, const char *person) {
  GError *error = NULL;
  guint32 found = refnet_dataset_find_person(data->dataset, person, &error);
  assert_null(error);
  RefnetHandover *handover = refnet_handover_new(data->network, found, day("2026-09-30"), &error);
  assert_null(error);
  return handover;
}

static const char *name_of(const Data *data, guint32 contact) {
  return contact == REFNET_NONE ? "nobody" : data->dataset->contacts[contact].name;
}

/* "organization>partner: colleague, partner's contact, by[, alone]". */
static void assert_step(const Data *data, const RefnetHandover *handover, guint32 index,
                        const char *expected) {
  assert_true(index < handover->step_count);
  const RefnetHandoverStep *step = &handover->steps[index];
  g_autofree char *by = refnet_date_iso(step->by);
  g_autofree char *text = g_strdup_printf(
      "%s>%s: %s, %s, %s%s", refnet_network_organization(data->network, step->vertex)->id,
      refnet_network_organization(data->network, step->partner)->id, name_of(data, step->colleague),
      name_of(data, step->partner_contact), by, step->is_last ? ", alone" : "");
  assert_string_equal(text, expected);
}

#define CONTACTS "organization,name,id,email,primary,last_contact,left,succeeded_by\n"
#define REFERRALS "from,to,count,date,from_contact,to_contact,agreement,renewal\n"

static void to_whom_and_by_when(void **state) {
  (void)state;
  Data data = made(CONTACTS "elm,Ana,,,,,,\nelm,Ben,,,,2026-01-01,,\nelm,Cem,,,yes,,2026-01-01,\n"
                            "oak,Dee,,,,,,\noak,Eve,,,yes,,,\nash,Fay,,,,,,\n",
                   REFERRALS "elm,oak,5,2026-09-01,Ana,Dee,,\nash,elm,2,,,,formal,2026-10-10\n");
  g_autoptr(RefnetHandover) handover = handover_of(&data, "ana");
  assert_int_equal(handover->step_count, 2);
  assert_step(&data, handover, 0, "elm>oak: Ben, Dee, 2026-10-30, alone");
  assert_step(&data, handover, 1, "elm>ash: Ben, Fay, 2026-10-10");
  assert_int_equal(handover->steps[0].referrals, 5);
  data_free(&data);
}

/* Who is agreed with soonest goes first; an agreement that ends today still counts, one of
 * yesterday no longer. */
static void soonest_first(void **state) {
  (void)state;
  Data data = made(CONTACTS "elm,Ana,,,,,,\nelm,Ben,,,,,,\noak,Dee,,,,,,\nash,Fay,,,,,,\n",
                   REFERRALS "elm,oak,9,,,,formal,2026-10-20\nelm,oak,9,,,,formal,2026-12-20\n"
                             "ash,elm,2,,,,formal,2026-09-30\nash,elm,2,,,,formal,2026-09-29\n");
  g_autoptr(RefnetHandover) handover = handover_of(&data, "ana");
  assert_int_equal(handover->step_count, 2);
  assert_step(&data, handover, 0, "elm>ash: Ben, Fay, 2026-09-30");
  assert_step(&data, handover, 1, "elm>oak: Ben, Dee, 2026-10-20");
  data_free(&data);
}

static void the_successor_and_the_last_day(void **state) {
  (void)state;
  Data data = made(CONTACTS "elm,Ana,,,,,2026-10-15,Cem\nelm,Ben,,,yes,,,\nelm,Cem,,,,,,\n"
                            "oak,Dee,,,,,,\n",
                   REFERRALS "elm,oak,5,2026-09-01,,,,\n");
  g_autoptr(RefnetHandover) handover = handover_of(&data, "Ana");
  assert_int_equal(handover->step_count, 1);
  assert_step(&data, handover, 0, "elm>oak: Cem, Dee, 2026-10-15");
  assert_true(handover->steps[0].is_successor);
  data_free(&data);
}

/* Who has left hands over what nobody else holds or what names that person; and is never asked. */
static void who_has_left(void **state) {
  (void)state;
  Data data = made(CONTACTS "elm,Ana,,,,,2026-01-15,\nelm,Ben,,,,,,\noak,Ana Two,,,,,,\n"
                            "ash,Gil,,,,,2026-01-15,\n",
                   REFERRALS "elm,oak,5,,Ana,,,\nelm,ash,1,,,,,\n");
  g_autoptr(RefnetHandover) handover = handover_of(&data, "Ana");
  assert_int_equal(handover->step_count, 1);
  assert_step(&data, handover, 0, "elm>oak: Ben, Ana Two, 2026-09-30, alone");
  g_autoptr(RefnetHandover) other = handover_of(&data, "Gil");
  assert_int_equal(other->step_count, 1);
  assert_step(&data, other, 0, "ash>elm: nobody, Ben, 2026-09-30, alone");
  data_free(&data);
}

/* Between two places of one person the partner's contact is somebody else. */
static void both_ends(void **state) {
  (void)state;
  Data data = made(CONTACTS "elm,Ana,7,,,,,\noak,Ana,7,,,,,\noak,Ben,,,,,,\n",
                   REFERRALS "elm,oak,1,,,,,\n");
  g_autoptr(RefnetHandover) handover = handover_of(&data, "7");
  assert_int_equal(handover->step_count, 2);
  assert_step(&data, handover, 0, "elm>oak: nobody, Ben, 2026-10-30, alone");
  assert_step(&data, handover, 1, "oak>elm: Ben, nobody, 2026-12-29");
  data_free(&data);
}

static void assert_not_found(const Data *data, const char *text, const char *part) {
  GError *error = NULL;
  assert_int_equal(refnet_dataset_find_person(data->dataset, text, &error), REFNET_NONE);
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  if (!strstr(error->message, part))
    fail_msg("\"%s\" is not in: %s", part, error->message);
  g_clear_error(&error);
}

static void who_is_meant(void **state) {
  (void)state;
  Data data = made(CONTACTS "elm,José Núñez,,jose@elm.example,,,,\noak,Ana,,,,,,\nash,Ana,,,,,,\n",
                   REFERRALS);
  guint32 jose = refnet_dataset_find_person(data.dataset, "jose nunez", NULL);
  assert_int_not_equal(jose, REFNET_NONE);
  assert_int_equal(refnet_dataset_find_person(data.dataset, "JOSE@elm.example", NULL), jose);
  assert_int_equal(refnet_dataset_find_person(data.dataset, "contact 1 of 1 at Elm", NULL), jose);
  assert_int_equal(refnet_dataset_find_person(data.dataset, "Contact 1 of 1 at elm", NULL), jose);
  assert_not_found(&data, "Ana", "one at Ash, one at Oak");
  assert_not_found(&data, "ana maria", "nobody");
  assert_not_found(&data, "", "nobody");
  assert_not_found(&data, "contact 2 of 1 at Elm", "nobody");
  assert_not_found(&data, "contact 0 of 1 at Elm", "nobody");
  assert_not_found(&data, "contact 1 of 3 at Elm", "nobody");
  assert_not_found(&data, "contact 1 of 1 at Fir", "nobody");
  assert_not_found(&data, "contact 99999999999999999999 of 1 at Elm", "nobody");
  data_free(&data);
}

static void whoever_is_meant_has_a_number(void **state) {
  (void)state;
  Data data = made(CONTACTS "elm,Al,,,,,,\nelm,Ana,,,,,,\noak,Ana,,,,,,\n", REFERRALS);
  assert_not_found(&data, "Ana", "\"contact 2 of 2 at Elm\"");
  data_free(&data);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(to_whom_and_by_when),
      cmocka_unit_test(soonest_first),
      cmocka_unit_test(the_successor_and_the_last_day),
      cmocka_unit_test(who_has_left),
      cmocka_unit_test(both_ends),
      cmocka_unit_test(who_is_meant),
      cmocka_unit_test(whoever_is_meant_has_a_number),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
