/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows that are one organization and services listed twice: keys, weights, the traps, and overlaps
 * against counting by brute force. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include <refnet/analysis.h>

#include "analysis/records/evidence.h"
#include "analysis/records/keys.h"
#include "analysis/records/records.h"
#include "unit/support.h"

typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
  RefnetDuplicates *found;
} Case;

static void case_clear(Case *c) {
  refnet_duplicates_free(c->found);
  refnet_network_free(c->network);
  refnet_dataset_free(c->dataset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Case, case_clear)

static Case look_at(RefnetDataset *dataset) {
  Case c = {.dataset = dataset};
  GError *error = NULL;
  assert_non_null(dataset);
  c.network = refnet_network_new(dataset, NULL, FALSE, &error);
  assert_null(error);
  c.found = refnet_duplicates_new(c.network, NULL, &error);
  assert_null(error);
  return c;
}

/* The rows under test among eighty others, as in a coalition's list. */
static Case look(const char *rows) {
  g_autoptr(GString) sheet =
      g_string_new("id,name,alternate_names,parent,address,city,phone,email,website,tax_id\n");
  for (guint i = 0; i < 80; i++)
    g_string_append_printf(sheet,
                           "z%u,%c%c Community Partner %u,,,%u Pine Street,Town %u,"
                           "989-444-%04u,mail@z%u.example,z%u.example,77-%07u\n",
                           i, 'A' + i % 26, 'a' + i / 26, i, i + 100, i % 7, i, i, i, i * 31);
  g_string_append(sheet, rows);
  GError *error = NULL;
  RefnetDataset *dataset = support_load(&error, "organizations.csv", sheet->str, NULL);
  assert_null(error);
  return look_at(dataset);
}

/* The one group there is, or none. */
static void assert_decision(const char *rows, int decision) {
  g_auto(Case) c = look(rows);
  assert_int_equal(c.found->record_count, decision < 0 ? 0 : 1);
  if (decision >= 0)
    assert_int_equal(c.found->records[0].decision, decision);
}

enum { NOTHING = -1, REVIEW = REFNET_DECISION_REVIEW, MERGE = REFNET_DECISION_MERGE };

/* ---- keys ---------------------------------------------------------------------------------------
 */

static void assert_key(char *key, const char *expected) {
  if (expected)
    assert_string_equal(key, expected);
  else
    assert_null(key);
  g_free(key);
}

static void test_name_keys(void **state) {
  (void)state;
  static const char *const same[][2] = {{"St. Mary's Church", "SAINT MARYS CHURCH"},
                                        {"Food & Shelter, Inc.", "The Food and Shelter"},
                                        {"Y.M.C.A.", "YMCA"},
                                        {"Café Niño", "cafe nino"},
                                        {"First Baptist Church", "1st Baptist Church"},
                                        {"Harbor Center LLC", "Harbor Centre"},
                                        {"Neighbors (501(c)(3))", "Neighbors"},
                                        {"Oak Street House", "Oak St. House"},
                                        {"N. Harbor Clinic", "North Harbor Clinic"}};
  for (guint i = 0; i < G_N_ELEMENTS(same); i++) {
    g_autofree char *first = refnet_key_name(same[i][0]);
    assert_key(refnet_key_name(same[i][1]), first);
  }
  static const char *const different[][2] = {{"Post 41", "Post 14"},
                                             {"Friends of North Harbor", "Friends of South Harbor"},
                                             {"Inc.", "LLC"},
                                             {"?", "!"},
                                             {"Company", "The"}};
  for (guint i = 0; i < G_N_ELEMENTS(different); i++) {
    g_autofree char *first = refnet_key_name(different[i][0]);
    g_autofree char *second = refnet_key_name(different[i][1]);
    assert_string_not_equal(first, second);
  }
  assert_key(refnet_key_name(NULL), NULL);
}

static void test_other_keys(void **state) {
  (void)state;
  assert_key(refnet_key_phone("+1 (989) 555-0101 ext. 12"), "9895550101");
  assert_key(refnet_key_phone("989.555.0101 / 989.555.0102"), "9895550101");
  assert_key(refnet_key_phone("555-0101"), "5550101");
  assert_key(refnet_key_phone("211"), NULL);
  assert_key(refnet_key_phone("000-000-0000"), NULL);
  assert_key(refnet_key_phone("call us"), NULL);
  assert_key(refnet_key_phone(NULL), NULL);
  assert_key(refnet_key_email("mailto:Info@Oak.example"), "info@oak.example");
  assert_key(refnet_key_email("a@b.example; c@d.example"), "a@b.example");
  assert_key(refnet_key_email("none"), NULL);
  assert_key(refnet_key_website("https://www.Oak.example/about?x=1"), "oak.example");
  assert_key(refnet_key_website("oak.example."), "oak.example");
  assert_key(refnet_key_website("http://facebook.com/oak"), NULL);
  assert_key(refnet_key_website("oak.wordpress.com"), "oak.wordpress.com");
  assert_key(refnet_key_website("none"), NULL);
  assert_key(refnet_key_tax_id("38-1234567"), "381234567");
  assert_key(refnet_key_tax_id("00-0000000"), NULL);
  assert_key(refnet_key_tax_id("n/a"), NULL);
  assert_key(refnet_key_address("12 Grove Street, North"), "12 grove st n");
}

static void test_similar_names(void **state) {
  (void)state;
  struct {
    const char *a, *b;
    gboolean similar;
  } cases[] = {{"harbor county veterans services", "harbor county veteran services office", TRUE},
               {"orchard flats community center", "orchard flat community center", TRUE},
               {"post 41", "post 14", FALSE},
               {"neighbors of north harbor", "neighbors of south harbor", FALSE},
               {"harbor house", "harbor house thrift store", FALSE},
               {"harbor", "harbor", FALSE}}; /* one word is too little to say so */
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    assert_int_equal(refnet_key_names_similar(cases[i].a, cases[i].b), cases[i].similar);
    assert_int_equal(refnet_key_names_similar(cases[i].b, cases[i].a), cases[i].similar);
  }
}

/* ---- decisions ----------------------------------------------------------------------------------
 */

static void test_records_that_are_one(void **state) {
  (void)state;
  assert_decision("a,Oak House,,,,,989-555-0101,,,\nb,\"OAK HOUSE, Inc.\",,,,,(989) 555 0101,,,\n",
                  MERGE);
  assert_decision("a,Oak House,,,,,,hi@oak.example,,\nb,Oak House,,,,,,hi@oak.example,,\n", MERGE);
  assert_decision("a,Oak House,,,1 Elm St,Port,,,,\nb,Oak House,,,1 Elm Street,Port,,,,\n", MERGE);
  assert_decision("a,Oak House,,,,,989-555-0101,,,\nb,The House by the Oak,Oak House,,,,"
                  "989-555-0101,,,\n",
                  MERGE);
}

static void test_records_of_one_that_moved(void **state) {
  (void)state;
  assert_decision("a,Oak House,,,1 Elm St,Port,989-555-0101,,,\n"
                  "b,Oak House,,,7 Ash St,Bay,989-555-0101,,,\n",
                  MERGE);
  assert_decision("a,Oak House,,,1 Elm St,City of Port,989-555-0101,,,\n"
                  "b,Oak House,,,1 Elm St.,Port,989-555-0101,,,\n",
                  MERGE);
}

static void test_records_to_look_at(void **state) {
  (void)state;
  /* a name alone, two towns, two phones */
  assert_decision("a,Oak House,,,,,,,,\nb,Oak House,,,,,,,,\n", REVIEW);
  assert_decision("a,Oak House,,,1 Elm St,Port,989-555-0101,,,\n"
                  "b,Oak House,,,7 Ash St,Bay,989-555-0199,,,\n",
                  REVIEW);
  /* branches of one name share the site of their body */
  assert_decision("a,Red Cross,,,,Port,989-555-0101,,redcross.example,\n"
                  "b,Red Cross,,,,Bay,989-555-0199,,redcross.example,\n",
                  REVIEW);
  assert_decision("a,Red Cross,,,,Port,800-555-0101,,redcross.example,\n"
                  "b,Red Cross,,,,Bay,800-555-0101,,redcross.example,\n",
                  REVIEW);
  /* a conflicting tax number never merges */
  assert_decision("a,Oak House,,,,,989-555-0101,,,11-1111112\n"
                  "b,Oak House,,,,,989-555-0101,,,22-2222223\n",
                  REVIEW);
  /* another name never merges */
  assert_decision("a,Oak House,,,,,989-555-0101,x@oak.example,,11-1111112\n"
                  "b,Family Shelter,,,,,989-555-0101,x@oak.example,,11-1111112\n",
                  REVIEW);
  /* a typo, and the same phone */
  assert_decision("a,Orchard Flats Community Center,,,,,989-555-0101,,,\n"
                  "b,Orchard Flat Community Centre,,,,,989-555-0101,,,\n",
                  REVIEW);
}

static void test_records_that_are_two(void **state) {
  (void)state;
  /* one roof, one switchboard */
  assert_decision("a,Oak House,,,1 Elm St,Port,989-555-0101,,,\n"
                  "b,Workforce Board,,,1 Elm St,Port,989-555-0101,,,\n"
                  "c,Legal Aid,,,1 Elm St,Port,989-555-0101,,,\n",
                  NOTHING);
  /* chapters */
  assert_decision("a,Neighbors of North Harbor,,,,,989-555-0101,,neighbors.example,\n"
                  "b,Neighbors of South Harbor,,,,,989-555-0102,,neighbors.example,\n",
                  NOTHING);
  assert_decision("a,Legion Post 41,,,,Port,,,,\nb,Legion Post 14,,,,Port,,,,\n", NOTHING);
  /* a program under a parent */
  assert_decision("a,Oak House,,,1 Elm St,Port,989-555-0101,,oak.example,\n"
                  "b,Oak House,,a,1 Elm St,Port,989-555-0101,,oak.example,\n",
                  NOTHING);
  /* a helpline many list, a host many use */
  assert_decision("a,Oak House,,,,,211,,facebook.com/oak,\nb,Elm Home,,,,,211,,facebook.com/elm,\n",
                  NOTHING);
  assert_decision("a,Oak House,,,,,,,,\nb,Elm Home,,,,,,,,\n", NOTHING);
}

static void test_score_is_prior_and_evidence(void **state) {
  (void)state;
  g_auto(Case) c = look("a,Oak House,,,1 Elm St,Port,989-555-0101,,oak.example,\n"
                        "b,Oak House,,,9 Ash St,Port,989-555-0101,,oak.example,\n");
  const RefnetRecordGroup *group = &c.found->records[0];
  double sum = log2(.1 / 81);
  for (guint32 i = 0; i < group->evidence_count; i++) {
    sum += group->evidence[i].bits;
    assert_true(group->evidence[i].agrees ? group->evidence[i].bits > 0
                                          : group->evidence[i].bits < 0);
  }
  assert_int_equal(group->evidence_count, 4);
  assert_true(fabs(sum - group->score) < 1e-9);
  assert_true(fabs(group->probability - 1 / (1 + pow(2, -group->score))) < 1e-12);
}

static void test_comparison_is_symmetric(void **state) {
  (void)state;
  g_auto(Case) c = look("a,Oak House,Oak,,1 Elm St,Port,555-0101,,,\n"
                        "b,Oaks House,Oak,,1 Elm St,,989-555-0101,x@y.example,,\n"
                        "d,Oak,,b,,Bay,989-555-0101,x@y.example,,\n");
  g_autoptr(RefnetRecords) records = refnet_records_new(c.dataset, NULL);
  for (guint32 a = 0; a < c.dataset->organization_count; a++)
    for (guint32 b = 0; b < a; b++) {
      RefnetComparison one = refnet_records_compare(records, a, b);
      RefnetComparison other = refnet_records_compare(records, b, a);
      assert_true(fabs(one.score - other.score) < 1e-12);
      assert_int_equal(one.outcome, other.outcome);
      assert_int_equal(one.opposed, other.opposed);
    }
}

static void test_groups(void **state) {
  (void)state;
  g_auto(Case) c = look("a,Oak House,,,,,989-555-0101,,,\nb,Oak House,,,,,989-555-0101,,,\n"
                        "c,OAK HOUSE,,,,,989-555-0101,,,\nd,Oak House,,,,,,,,\n");
  assert_int_equal(c.found->record_count, 2);
  assert_int_equal(c.found->records[0].decision, REFNET_DECISION_MERGE);
  assert_int_equal(c.found->records[0].organizations.length, 3);
  assert_int_equal(c.found->records[1].decision, REFNET_DECISION_REVIEW);
  assert_int_equal(c.found->records[1].organizations.length, 4);
  g_autofree guint32 *same = refnet_same_records(c.network, NULL);
  for (guint32 i = 0; i < 3; i++) {
    guint32 v = c.network->vertex[c.found->records[0].organizations.items[i]];
    assert_int_equal(same[v], c.network->vertex[c.found->records[0].organizations.items[0]]);
  }
}

static void test_many_rows_under_one_key(void **state) {
  (void)state;
  g_autoptr(GString) rows = g_string_new(NULL);
  for (guint i = 0; i < 600; i++)
    g_string_append_printf(rows, "a%u,Agency %u%c,,,,,989-555-0101,,,\n", i, i, 'a' + i % 26);
  g_auto(Case) c = look(rows->str);
  assert_int_equal(c.found->record_count, 0);
}

static void test_few_rows(void **state) {
  (void)state;
  g_auto(Case) one = look_at(support_load(NULL, "organizations.csv", "name\nA\n", NULL));
  assert_int_equal(one.found->record_count + one.found->service_count, 0);
  g_auto(Case) two = look_at(
      support_load(NULL, "organizations.csv",
                   "id,name,phone\na,Oak House,989-555-0101\nb,Oak House,989-555-0101\n", NULL));
  assert_int_equal(two.found->record_count, 1);
  assert_int_equal(two.found->records[0].decision, REFNET_DECISION_MERGE);
  g_auto(Case) blank =
      look_at(support_load(NULL, "organizations.csv", "id,name\na,A\nb,B\nc,C\n", NULL));
  assert_int_equal(blank.found->record_count, 0);
}

/* ---- services -----------------------------------------------------------------------------------
 */

static Case look_services(const char *organizations, const char *services, const char *needs,
                          const char *referrals) {
  return look_at(support_load(NULL, "organizations.csv", organizations, "services.csv",
                              services ? services : "organization,service\n", "needs.csv",
                              needs ? needs : "area,service\n", "referrals.csv",
                              referrals ? referrals : "from,to\n", NULL));
}

static void test_overlap(void **state) {
  (void)state;
  g_auto(Case) c = look_services("id,name,services,areas,populations\n"
                                 "a,Ash,food;legal,East;West,families;youth\n"
                                 "b,Birch,food,East,families\n"
                                 "c,Cedar,food,North,families\n"
                                 "d,Dogwood,housing,East,\n",
                                 NULL, NULL, "from,to\nb,a\n");
  assert_int_equal(c.found->service_count, 1);
  const RefnetServiceOverlap *overlap = &c.found->services[0];
  assert_int_equal(overlap->organizations[0], 0);
  assert_int_equal(overlap->organizations[1], 1);
  assert_true(overlap->overlap == 1);
  assert_int_equal(overlap->shared_count, 1);
  assert_int_equal(overlap->populations.length, 1);
  assert_true(overlap->connected);
  assert_int_equal(overlap->verdict, REFNET_OVERLAP_POSSIBLE);
  assert_true(isnan(overlap->supply) && isnan(overlap->demand));
}

static void test_blank_populations_match_any(void **state) {
  (void)state;
  g_auto(Case) c = look_services("id,name,services,areas,populations\n"
                                 "a,Ash,food,East,families;youth\nb,Birch,food,East,\n"
                                 "c,Cedar,food,East,veterans\n",
                                 NULL, NULL, NULL);
  assert_int_equal(c.found->service_count, 2); /* families and youth, veterans: nobody in common */
  for (gsize i = 0; i < 2; i++) {
    assert_true(c.found->services[i].overlap == 1);
    assert_int_equal(c.found->services[i].populations.length, 0);
    assert_int_equal(c.found->services[i].verdict, REFNET_OVERLAP_POSSIBLE);
  }
}

static void assert_verdict(const char *services, const char *needs, RefnetOverlapVerdict verdict) {
  g_auto(Case) c = look_services("id,name,populations\na,Ash,families\nb,Birch,families\n",
                                 services, needs, NULL);
  assert_int_equal(c.found->service_count, 1);
  assert_int_equal(c.found->services[0].verdict, verdict);
}

static void test_verdicts(void **state) {
  (void)state;
  const char *both = "organization,service,area,capacity\na,food,East,60\nb,food,East,40\n";
  assert_verdict(both, "area,service,demand\nEast,food,100\n", REFNET_OVERLAP_DUPLICATION);
  assert_verdict(both, "area,service,demand\nEast,food,101\n", REFNET_OVERLAP_REDUNDANCY);
  assert_verdict(both, "area,service,demand\nEast,food,\n", REFNET_OVERLAP_POSSIBLE);
  assert_verdict(both, NULL, REFNET_OVERLAP_POSSIBLE);
  assert_verdict("organization,service,area,capacity\na,food,East,60\nb,food,East,\n",
                 "area,service,demand\nEast,food,10\n", REFNET_OVERLAP_POSSIBLE);
  /* of 60 for East and West, 30 are for East */
  assert_verdict("organization,service,area,capacity\na,food,East;West,60\nb,food,East,40\n",
                 "area,service,demand\nEast,food,70\nWest,food,70\n", REFNET_OVERLAP_DUPLICATION);
  assert_verdict("organization,service,area,capacity\na,food,East;West,60\nb,food,East,40\n",
                 "area,service,demand\nEast,food,71\nWest,food,71\n", REFNET_OVERLAP_REDUNDANCY);
}

static void test_rows_of_one_organization_do_not_overlap(void **state) {
  (void)state;
  g_auto(Case) c = look_services("id,name,services,areas,phone,status\n"
                                 "a,Oak House,food,East,989-555-0101,\n"
                                 "a2,OAK HOUSE,food,East,989-555-0101,\n"
                                 "b,Birch,food,East,989-555-0102,\nc,Closed,food,East,,closed\n",
                                 NULL, NULL, NULL);
  assert_int_equal(c.found->service_count, 1);
  assert_int_equal(c.found->services[0].organizations[0], 0);
  assert_string_equal(c.dataset->organizations[c.found->services[0].organizations[1]].id, "b");
}

static void test_unknown_areas_are_not_compared(void **state) {
  (void)state;
  g_auto(Case) c = look_services(
      "id,name,services,areas\na,Ash,food,\nb,Birch,food,\nc,Cedar,food,East\n", NULL, NULL, NULL);
  assert_int_equal(c.found->service_count, 0);
}

static RefnetDataset *random_dataset(guint64 seed, gboolean reversed) {
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(g_free);
  for (guint v = 0; v < 14; v++)
    g_ptr_array_add(
        rows, g_strdup_printf(
                  "o%02u,Name %c%c,s%u;s%u,a%u;a%u;a%u,p%u;p%u\n", v, 'A' + v, 'z' - v,
                  (guint)refnet_random_below(&random, 5), (guint)refnet_random_below(&random, 5),
                  (guint)refnet_random_below(&random, 4), (guint)refnet_random_below(&random, 4),
                  (guint)refnet_random_below(&random, 4), (guint)refnet_random_below(&random, 3),
                  (guint)refnet_random_below(&random, 3)));
  g_autoptr(GString) sheet = g_string_new("id,name,services,areas,populations\n");
  for (guint v = 0; v < rows->len; v++)
    g_string_append(sheet, rows->pdata[reversed ? rows->len - 1 - v : v]);
  return support_load(NULL, "organizations.csv", sheet->str, NULL);
}

/* Cells that both list, one by one. */
static double naive_overlap(const RefnetOrganization *a, const RefnetOrganization *b) {
  guint32 common = 0;
  for (guint32 s = 0; s < a->services.length; s++)
    for (guint32 e = 0; e < a->areas.length; e++)
      for (guint32 p = 0; p < a->populations.length; p++)
        common += refnet_list_has(b->services, a->services.items[s]) &&
                  refnet_list_has(b->areas, a->areas.items[e]) &&
                  refnet_list_has(b->populations, a->populations.items[p]);
  double size_a = (double)a->services.length * a->areas.length * a->populations.length;
  double size_b = (double)b->services.length * b->areas.length * b->populations.length;
  return common / MIN(size_a, size_b);
}

static void test_overlaps_against_brute_force(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 20; seed++) {
    g_auto(Case) c = look_at(random_dataset(seed, seed % 2));
    gsize expected = 0;
    for (guint32 a = 0; a < c.dataset->organization_count; a++)
      for (guint32 b = a + 1; b < c.dataset->organization_count; b++)
        expected += naive_overlap(&c.dataset->organizations[a], &c.dataset->organizations[b]) >= .5;
    assert_int_equal(c.found->service_count, expected);
    for (gsize i = 0; i < c.found->service_count; i++) {
      const RefnetServiceOverlap *overlap = &c.found->services[i];
      double naive = naive_overlap(&c.dataset->organizations[overlap->organizations[0]],
                                   &c.dataset->organizations[overlap->organizations[1]]);
      assert_true(fabs(overlap->overlap - naive) < 1e-12);
      if (i > 0)
        assert_true(overlap->overlap <= c.found->services[i - 1].overlap);
    }
  }
}

static void test_row_order_changes_nothing(void **state) {
  (void)state;
  g_auto(Case) one = look_at(random_dataset(5, FALSE));
  g_auto(Case) other = look_at(random_dataset(5, TRUE));
  assert_int_equal(one.found->service_count, other.found->service_count);
  for (gsize i = 0; i < one.found->service_count; i++)
    for (guint k = 0; k < 2; k++)
      assert_int_equal(one.found->services[i].organizations[k],
                       other.found->services[i].organizations[k]);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_name_keys),
                                     cmocka_unit_test(test_other_keys),
                                     cmocka_unit_test(test_similar_names),
                                     cmocka_unit_test(test_records_that_are_one),
                                     cmocka_unit_test(test_records_of_one_that_moved),
                                     cmocka_unit_test(test_records_to_look_at),
                                     cmocka_unit_test(test_records_that_are_two),
                                     cmocka_unit_test(test_score_is_prior_and_evidence),
                                     cmocka_unit_test(test_comparison_is_symmetric),
                                     cmocka_unit_test(test_groups),
                                     cmocka_unit_test(test_many_rows_under_one_key),
                                     cmocka_unit_test(test_few_rows),
                                     cmocka_unit_test(test_overlap),
                                     cmocka_unit_test(test_blank_populations_match_any),
                                     cmocka_unit_test(test_verdicts),
                                     cmocka_unit_test(test_rows_of_one_organization_do_not_overlap),
                                     cmocka_unit_test(test_unknown_areas_are_not_compared),
                                     cmocka_unit_test(test_overlaps_against_brute_force),
                                     cmocka_unit_test(test_row_order_changes_nothing)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
