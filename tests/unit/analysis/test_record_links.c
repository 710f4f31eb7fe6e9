/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two lists: who of ours is in theirs, who may be, who isn't. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include <refnet/analysis.h>

#include "unit/support.h"

typedef struct {
  RefnetDataset *ours, *theirs;
  RefnetNetwork *network;
  RefnetRecordLinks *links;
} Case;

static void case_clear(Case *c) {
  refnet_record_links_free(c->links);
  refnet_network_free(c->network);
  refnet_dataset_free(c->theirs);
  refnet_dataset_free(c->ours);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Case, case_clear)

static RefnetDataset *list_of(const char *rows) {
  g_autofree char *sheet =
      g_strconcat("id,name,parent,address,city,phone,tax_id,sector\n", rows, NULL);
  GError *error = NULL;
  RefnetDataset *dataset = support_load(&error, "organizations.csv", sheet, NULL);
  assert_null(error);
  return dataset;
}

static Case link_lists(const char *ours, const char *theirs, const RefnetFilter *filter) {
  GError *error = NULL;
  Case c = {.ours = list_of(ours), .theirs = list_of(theirs)};
  c.network = refnet_network_new(c.ours, filter, FALSE, NULL);
  c.links = refnet_record_links_new(c.network, c.theirs, NULL, &error);
  assert_null(error);
  return c;
}

/* "a=1 b=2? …": links in their order, those to review with a question mark. */
static char *links_of(const Case *c) {
  GString *text = g_string_new(NULL);
  for (gsize i = 0; i < c->links->link_count; i++) {
    const RefnetRecordLink *link = &c->links->links[i];
    g_string_append_printf(text, "%s%s=%s%s", i ? " " : "",
                           c->ours->organizations[link->organization].id,
                           c->theirs->organizations[link->other].id,
                           link->decision == REFNET_DECISION_MERGE ? "" : "?");
  }
  return g_string_free(text, FALSE);
}

static void assert_links(const Case *c, const char *expected) {
  g_autofree char *links = links_of(c);
  assert_string_equal(links, expected);
}

static void test_found_possible_and_not_found(void **state) {
  (void)state;
  g_auto(Case) c = link_lists("a,Oak House,,1 Elm St,Port,989-555-0101,,\n"
                              "b,Elm Clinic,,,,,,\nc,Fir Hall,,,,989-555-0303,,\n",
                              "1,\"OAK HOUSE, Inc.\",,,,(989) 555 0101,,\n2,Elm Clinic,,,,,,\n"
                              "3,Birch Mission,,,,989-555-0404,,\n",
                              NULL);
  assert_links(&c, "a=1 b=2?");
  assert_int_equal(c.links->found, 1);
  assert_int_equal(c.links->possible, 1);
  assert_int_equal(c.links->unmatched_count, 1);
  assert_string_equal(c.ours->organizations[c.links->unmatched[0]].id, "c");
  assert_int_equal(c.links->links[0].evidence_count, 2);
  assert_int_equal(c.links->links[1].obstacle, REFNET_OBSTACLE_ONLY_NAME);
}

/* Rows of one list are never linked to each other; two of ours may be one of theirs. */
static void test_rows_that_repeat(void **state) {
  (void)state;
  g_autoptr(GString) ours =
      g_string_new("a,Oak House,,,,989-555-0101,,\nb,Oak House,,,,989-555-0101,,\n"
                   "c,Elm Clinic,,,,989-555-0202,,\nd,Elm Clinic,,,,,,\n");
  for (guint i = 0; i < 40; i++)
    g_string_append_printf(ours, "z%u,%c%c Community Partner,,,,989-444-%04u,,\n", i, 'A' + i % 26,
                           'a' + i / 26, i);
  g_auto(Case) c = link_lists(ours->str,
                              "1,Oak House,,,,989-555-0101,,\n2,Elm Clinic,,,,989-555-0202,,\n"
                              "3,Fir Hall,,,,,,\n",
                              NULL);
  assert_links(&c, "a=1 b=1 c=2 d=2?");
  assert_int_equal(c.links->found, 3);
  assert_int_equal(c.links->possible, 1);
  assert_int_equal(c.links->unmatched_count, 40);
  assert_int_equal(c.links->links[0].taken, REFNET_NONE);
  assert_string_equal(c.ours->organizations[c.links->links[3].taken].id, "c");
}

static void test_branches_are_told_apart(void **state) {
  (void)state;
  g_auto(Case) c = link_lists("n,Red Cross of North County,,1 Elm St,Port,989-555-0101,,\n"
                              "s,Red Cross of South County,,9 Oak St,Bay,989-555-0909,,\n",
                              "1,Red Cross of North County,,1 Elm Street,Port,989-555-0101,,\n"
                              "2,Red Cross of West County,,7 Fir St,Cove,989-555-0707,,\n",
                              NULL);
  g_autofree char *links = links_of(&c);
  assert_true(g_str_has_prefix(links, "n=1"));
  assert_int_equal(c.links->found, 1);
}

static void test_only_the_view(void **state) {
  static const char *const sectors[] = {"health", NULL};
  (void)state;
  RefnetFilter filter = {.sectors = (char **)(gpointer)sectors};
  g_auto(Case) c =
      link_lists("a,Oak House,,,,989-555-0101,,health\n"
                 "b,Elm Clinic,,,,989-555-0202,,housing\n",
                 "1,Oak House,,,,989-555-0101,,\n2,Elm Clinic,,,,989-555-0202,,\n", &filter);
  assert_links(&c, "a=1");
  assert_int_equal(c.links->unmatched_count, 0);
}

static void test_order_of_the_lists_does_not_matter(void **state) {
  const char *first = "a,Oak House,,1 Elm St,Port,989-555-0101,,\nb,Elm Clinic,,,,,11-1111111,\n"
                      "c,St. Mary's Table,,2 Fir St,Bay,,,\n";
  const char *second = "1,Oak Hosue,,1 Elm St,Port,989-555-0101,,\n"
                       "2,Elm Clinic,,,,,11-1111111,\n3,Saint Mary Table,,2 Fir Street,Bay,,,\n";
  (void)state;
  g_auto(Case) there = link_lists(first, second, NULL);
  g_auto(Case) back = link_lists(second, first, NULL);
  assert_int_equal(there.links->link_count, 3);
  assert_int_equal(back.links->link_count, 3);
  for (gsize i = 0; i < 3; i++) {
    gboolean met = FALSE;
    for (gsize k = 0; k < 3; k++)
      met |= back.links->links[k].organization == there.links->links[i].other &&
             back.links->links[k].other == there.links->links[i].organization &&
             back.links->links[k].score == there.links->links[i].score;
    assert_true(met);
  }
}

static void test_nobody_found(void **state) {
  (void)state;
  g_auto(Case) c = link_lists("a,Oak House,,,,,,\n", "1,Fir Hall,,,,,,\n", NULL);
  assert_int_equal(c.links->link_count, 0);
  assert_int_equal(c.links->unmatched_count, 1);
}

/* A name that very many rows have makes another, which one row has, no likelier by chance; which of
 * the many it is, nobody can tell, but that they are there is told. */
static void test_a_crowd_of_one_name(void **state) {
  (void)state;
  g_autoptr(GString) theirs = g_string_new("e,Elm Zubrick Clinic,,7 Oak St,Port,989-555-0101,,\n");
  for (guint i = 0; i < 400; i++)
    g_string_append_printf(theirs, "c%u,Community Table,,%u Fir St,Town %u,989-444-%04u,,\n", i,
                           1 + i, i % 50, i);
  for (guint i = 0; i < 3600; i++)
    g_string_append_printf(theirs, "z%u,%c%c%cton Pantry,,%u Elm St,Town %u,989-333-%04u,,\n", i,
                           'A' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676, 1 + i, i % 50, i);
  g_auto(Case) c =
      link_lists("a,Elm Zubrick Clinic,,,,,,\nb,Community Table,,,,,,\nc,Oak House,,,,,,\n",
                 theirs->str, NULL);
  assert_links(&c, "a=e?");
  assert_int_equal(c.links->unmatched_count, 2);
  assert_int_equal(c.links->namesakes[0], 400);
  assert_int_equal(c.links->namesakes[1], 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_found_possible_and_not_found),
      cmocka_unit_test(test_rows_that_repeat),
      cmocka_unit_test(test_branches_are_told_apart),
      cmocka_unit_test(test_only_the_view),
      cmocka_unit_test(test_order_of_the_lists_does_not_matter),
      cmocka_unit_test(test_nobody_found),
      cmocka_unit_test(test_a_crowd_of_one_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
