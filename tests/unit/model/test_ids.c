/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ids made from names: every script, collisions, given ids, and any order of rows. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "model/load/ids.h"
#include "unit/support.h"

static guint32 find_line(const RefnetDataset *dataset, guint32 line) {
  for (guint32 v = 0; v < dataset->organization_count; v++)
    if (dataset->organizations[v].line == line)
      return v;
  return REFNET_NONE;
}

static const char *id_of_line(const RefnetDataset *dataset, guint32 line) {
  return dataset->organizations[find_line(dataset, line)].id;
}

static void test_slugs(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv",
                   "name\n\"Harbor Respite, Inc.\"\nCafé 7\nСеверный приют\n!!!\n", NULL);
  assert_string_equal(id_of_line(dataset, 2), "harbor-respite-inc");
  assert_string_equal(id_of_line(dataset, 3), "café-7");
  assert_string_equal(id_of_line(dataset, 4), "северный-приют");
  assert_string_equal(id_of_line(dataset, 5), "unnamed");
}

static void test_collisions_get_suffixes(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) one =
      support_load(NULL, "organizations.csv", "name,city\nElm,A\nElm,B\nOak,C\n", NULL);
  g_autoptr(RefnetDataset) other =
      support_load(NULL, "organizations.csv", "name,city\nOak,C\nElm,B\nElm,A\n", NULL);
  assert_int_equal(strlen(id_of_line(one, 2)), strlen("elm-0000"));
  assert_string_equal(id_of_line(one, 2), id_of_line(other, 4));
  assert_string_equal(id_of_line(one, 3), id_of_line(other, 3));
  assert_string_not_equal(id_of_line(one, 2), id_of_line(one, 3));
  assert_string_equal(id_of_line(one, 4), "oak");
}

static void test_given_id_wins(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv", "id,name\n,Elm\nelm,Another\n", NULL);
  assert_string_equal(id_of_line(dataset, 3), "elm");
  assert_true(g_str_has_prefix(id_of_line(dataset, 2), "elm-"));
}

/* Hashes that agree in their last digits need more of them; taken ids are gone round. */
static void test_digits_grow(void **state) {
  (void)state;
  g_autoptr(RefnetPool) pool = refnet_pool_new();
  RefnetOrganization organizations[4];
  memset(organizations, 0, sizeof organizations);
  guint64 hashes[4] = {0x1aaaa, 0x2aaaa, 7, 8};
  organizations[0].name = organizations[1].name = "Elm";
  organizations[2].name = "Given";
  organizations[2].id = "elm-1aaaa";
  organizations[3].name = "Oak";
  assert_true(refnet_make_ids(organizations, hashes, 4, pool));
  assert_string_equal(organizations[0].id, "elm-01aaaa");
  assert_string_equal(organizations[1].id, "elm-02aaaa");
  assert_string_equal(organizations[3].id, "oak");
}

static void test_all_ids_differ(void **state) {
  (void)state;
  GString *text = g_string_new("id,name,city\n");
  for (int i = 0; i < 3000; i++)
    g_string_append_printf(text, ",Elm %d,%d\n", i % 5, i);
  g_string_append(text, "elm-1,X,\nelm-2,Y,\n");
  g_autoptr(RefnetDataset) dataset = support_load(NULL, "organizations.csv", text->str, NULL);
  g_string_free(text, TRUE);
  assert_int_equal(dataset->organization_count, 3002);
  for (guint32 v = 1; v < dataset->organization_count; v++)
    assert_true(strcmp(dataset->organizations[v - 1].id, dataset->organizations[v].id) < 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_slugs),          cmocka_unit_test(test_collisions_get_suffixes),
      cmocka_unit_test(test_given_id_wins),  cmocka_unit_test(test_digits_grow),
      cmocka_unit_test(test_all_ids_differ),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
