/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Random datasets in which random groups become one: what is added up stays, and the way back leads
 * to the same bytes. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "unit/support.h"

enum { ORGANIZATIONS = 12, ROWS = 40, GROUPS = 3, ROUNDS = 60 };

static char *path_in(const char *name, gpointer folder) {
  return g_build_filename(folder, name, NULL);
}

/* A dataset in which some name others by id, some by name. */
static char *random_folder(RefnetRandom *random) {
  g_autoptr(GString) organizations = g_string_new("id,name,services,phone\n");
  g_autoptr(GString) referrals = g_string_new("from,to,count\n");
  g_autoptr(GString) contacts = g_string_new("organization,name,role\n");
  for (guint i = 0; i < ORGANIZATIONS; i++) {
    g_string_append_printf(organizations, "o%u,\"Org, number %u\",%s,%s\n", i, i,
                           refnet_random_below(random, 2) ? "food;care" : "",
                           refnet_random_below(random, 2) ? "555-0100" : "");
    g_string_append_printf(contacts, "o%u,Ana %u,%s\n", i, (guint)refnet_random_below(random, 4),
                           refnet_random_below(random, 2) ? "Nurse" : "");
  }
  for (guint i = 0; i < ROWS; i++)
    g_string_append_printf(
        referrals, refnet_random_below(random, 2) ? "o%u,o%u,%u\n" : "\"Org, number %u\",o%u,%u\n",
        (guint)refnet_random_below(random, ORGANIZATIONS),
        (guint)refnet_random_below(random, ORGANIZATIONS),
        1 + (guint)refnet_random_below(random, 9));
  return support_write_folder(NULL, "organizations.csv", organizations->str, "referrals.csv",
                              referrals->str, "contacts.csv", contacts->str, "notes.txt", "mine",
                              NULL);
}

typedef struct {
  guint32 members[GROUPS][3];
  RefnetIndexList lists[GROUPS];
  guint32 group_of[ORGANIZATIONS]; /* organizations in no group: one of their own */
} Groups;

/* Three groups of two or three, of organizations one after the other. */
static void random_groups(RefnetRandom *random, Groups *groups) {
  guint32 next = 0;
  for (guint32 v = 0; v < ORGANIZATIONS; v++)
    groups->group_of[v] = GROUPS + v;
  for (guint32 g = 0; g < GROUPS; g++) {
    guint32 length = 2 + (guint32)refnet_random_below(random, 2);
    for (guint32 i = 0; i < length; i++) {
      groups->members[g][i] = next;
      groups->group_of[next++] = g;
    }
    groups->lists[g] = (RefnetIndexList){groups->members[g], length};
    next += (guint32)refnet_random_below(random, 2);
  }
}

/* Referrals between those who stay apart, or from one to itself as before. */
static guint64 referrals_that_stay(const RefnetDataset *dataset, const Groups *groups) {
  guint64 sum = 0;
  for (gsize i = 0; i < dataset->referrals.rows; i++) {
    guint32 from = dataset->referrals.from[i], to = dataset->referrals.to[i];
    if (from == to || groups->group_of[from] != groups->group_of[to])
      sum += refnet_referral_count(&dataset->referrals, i);
  }
  return sum;
}

static guint64 all_referrals(const RefnetDataset *dataset) {
  guint64 sum = 0;
  for (gsize i = 0; i < dataset->referrals.rows; i++)
    sum += refnet_referral_count(&dataset->referrals, i);
  return sum;
}

static void assert_same_files(const char *a, const char *b) {
  static const char *const names[] = {"organizations.csv", "referrals.csv", "contacts.csv",
                                      "notes.txt"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path_a = g_build_filename(a, names[i], NULL);
    g_autofree char *path_b = g_build_filename(b, names[i], NULL);
    g_autofree char *text_a = NULL, *text_b = NULL;
    assert_true(g_file_get_contents(path_a, &text_a, NULL, NULL));
    assert_true(g_file_get_contents(path_b, &text_b, NULL, NULL));
    assert_string_equal(text_a, text_b);
  }
}

static void check_merged(const char *merged, guint32 organizations, guint64 referrals) {
  g_autoptr(GError) error = NULL;
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(merged, NULL, &error);
  assert_non_null(dataset);
  assert_int_equal(dataset->organization_count, organizations);
  assert_int_equal(all_referrals(dataset), referrals);
  assert_int_equal(refnet_diagnostics_count(dataset->diagnostics, REFNET_SEVERITY_ERROR), 0);
}

static void test_sums_stay_and_bytes_come_back(void **state) {
  RefnetRandom random;
  (void)state;
  refnet_random_seed(&random, 6);
  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr(GError) error = NULL;
    Groups groups;
    guint files;
    g_autofree char *folder = random_folder(&random);
    g_autofree char *merged = g_dir_make_tmp("refnet-merged-XXXXXX", NULL);
    g_autofree char *again = g_dir_make_tmp("refnet-again-XXXXXX", NULL);
    g_autoptr(RefnetDataset) dataset = refnet_dataset_load(folder, NULL, &error);
    assert_non_null(dataset);
    random_groups(&random, &groups);
    g_autoptr(RefnetMerge) merge =
        refnet_dataset_write_merged(dataset, groups.lists, GROUPS, path_in, merged, &error);
    assert_non_null(merge);
    guint32 fewer = 0;
    for (guint g = 0; g < GROUPS; g++)
      fewer += groups.lists[g].length - 1;
    check_merged(merged, ORGANIZATIONS - fewer, referrals_that_stay(dataset, &groups));
    assert_true(refnet_merge_undo(merged, path_in, again, &files, &error));
    assert_same_files(folder, again);
    support_remove_folder(folder);
    support_remove_folder(merged);
    support_remove_folder(again);
  }
}

static void test_nothing_to_merge(void **state) {
  g_autoptr(GError) error = NULL;
  RefnetRandom random;
  (void)state;
  refnet_random_seed(&random, 7);
  g_autofree char *folder = random_folder(&random);
  g_autofree char *merged = g_dir_make_tmp("refnet-merged-XXXXXX", NULL);
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(folder, NULL, &error);
  g_autoptr(RefnetMerge) merge =
      refnet_dataset_write_merged(dataset, NULL, 0, path_in, merged, &error);
  assert_non_null(merge);
  assert_same_files(folder, merged);
  support_remove_folder(folder);
  support_remove_folder(merged);
}

static void test_an_organization_in_two_groups(void **state) {
  g_autoptr(GError) error = NULL;
  RefnetRandom random;
  guint32 first[] = {0, 1}, second[] = {1, 2};
  RefnetIndexList groups[] = {{first, 2}, {second, 2}};
  (void)state;
  refnet_random_seed(&random, 8);
  g_autofree char *folder = random_folder(&random);
  g_autofree char *merged = g_dir_make_tmp("refnet-merged-XXXXXX", NULL);
  g_autoptr(RefnetDataset) dataset = refnet_dataset_load(folder, NULL, &error);
  assert_null(refnet_dataset_write_merged(dataset, groups, 2, path_in, merged, &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  support_remove_folder(folder);
  support_remove_folder(merged);
}

/* The first two rows of the folder made one, written to *merged; the caller frees all three. */
static RefnetMerge *merge_first_two(const char *folder, char **merged, RefnetDataset **dataset) {
  guint32 both[] = {0, 1};
  RefnetIndexList group = {both, 2};
  g_autoptr(GError) error = NULL;
  *merged = g_dir_make_tmp("refnet-merged-XXXXXX", NULL);
  *dataset = refnet_dataset_load(folder, NULL, &error);
  assert_non_null(*dataset);
  RefnetMerge *merge = refnet_dataset_write_merged(*dataset, &group, 1, path_in, *merged, &error);
  assert_non_null(merge);
  return merge;
}

static char *text_of(const char *folder, const char *name) {
  g_autofree char *path = g_build_filename(folder, name, NULL);
  char *text = NULL;
  assert_true(g_file_get_contents(path, &text, NULL, NULL));
  return text;
}

/* Figures, addresses and words that only share letters differ; what says the same in other words,
 * or more, does not. */
static void test_only_whole_words_are_within_others(void **state) {
  static const char *const differing[] = {"capacity", "email", "funding_end", "status"};
  g_autofree char *merged = NULL;
  g_autoptr(RefnetDataset) dataset = NULL;
  (void)state;
  g_autofree char *folder = support_write_folder(
      NULL, "organizations.csv",
      "id,name,capacity,status,email,website,address,verified,latitude,funding_end,note,extra\n"
      "a,Elm,20,active,ann@elm.org,www.elm.org,1 Main St,2026-03-14,40.12,2026-06-30,x,x\n"
      "b,Elm House,120,inactive,jo.ann@elm.org,elm.org,\"1 Main St, Suite 2\",14 March 2026,40.1,"
      "2027-06-30,x,\n",
      NULL);
  g_autoptr(RefnetMerge) merge = merge_first_two(folder, &merged, &dataset);
  assert_int_equal(merge->conflict_count, G_N_ELEMENTS(differing));
  for (gsize i = 0; i < G_N_ELEMENTS(differing); i++) {
    gboolean told = FALSE;
    for (gsize c = 0; c < merge->conflict_count; c++)
      told |= strcmp(merge->conflicts[c].field, differing[i]) == 0;
    assert_true(told);
  }
  g_autofree char *text = text_of(merged, "organizations.csv");
  assert_non_null(strstr(text, "a,Elm,20,active,ann@elm.org,www.elm.org,\"1 Main St, Suite 2\","
                               "2026-03-14,40.12,2026-06-30,x,x,Elm House\n"));
  support_remove_folder(folder);
  support_remove_folder(merged);
}

/* Spellings of one value are no two sectors, and no two rows of services.csv. */
static void test_values_in_two_spellings(void **state) {
  g_autofree char *merged = NULL;
  g_autoptr(RefnetDataset) dataset = NULL;
  (void)state;
  g_autofree char *folder = support_write_folder(
      NULL, "organizations.csv",
      "id,name,sector,populations\na,Elm,Non-profit,youth\nb,Elm House,non profit,Youth;0-5;0 - "
      "5\n",
      "services.csv",
      "organization,service,area,capacity\na,Follow-up,North/East,10\nb,follow up,North East,10\n",
      NULL);
  g_autoptr(RefnetMerge) merge = merge_first_two(folder, &merged, &dataset);
  assert_int_equal(merge->conflict_count, 0);
  g_autofree char *text = text_of(merged, "organizations.csv");
  g_autofree char *rows = text_of(merged, "services.csv");
  assert_non_null(strstr(text, "\na,Elm,Non-profit,Youth;0 - 5,Elm House\n"));
  assert_string_equal(rows, "organization,service,area,capacity\na,Follow-up,North/East,10\n");
  support_remove_folder(folder);
  support_remove_folder(merged);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_sums_stay_and_bytes_come_back),
      cmocka_unit_test(test_nothing_to_merge),
      cmocka_unit_test(test_an_organization_in_two_groups),
      cmocka_unit_test(test_only_whole_words_are_within_others),
      cmocka_unit_test(test_values_in_two_spellings),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
