/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which rows are one organization: the traps one by one, groups, and what people decide. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include <refnet/analysis.h>

#include "analysis/records/evidence.h"
#include "analysis/records/records.h"
#include "unit/support.h"

typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
  RefnetSameRecords *found;
} Case;

static void case_clear(Case *c) {
  refnet_same_records_free(c->found);
  refnet_network_free(c->network);
  refnet_dataset_free(c->dataset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Case, case_clear)

static void look_again(Case *c, const RefnetMatchOptions *options) {
  GError *error = NULL;
  refnet_same_records_free(c->found);
  c->found = refnet_same_records_new(c->network, options, &error);
  assert_null(error);
}

static Case look_at(RefnetDataset *dataset) {
  Case c = {.dataset = dataset};
  assert_non_null(dataset);
  c.network = refnet_network_new(dataset, NULL, FALSE, NULL);
  look_again(&c, NULL);
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

enum { NOTHING = -1, REVIEW = REFNET_DECISION_REVIEW, MERGE = REFNET_DECISION_MERGE };

/* The one group there is, or none. */
static void assert_decision(const char *rows, int decision) {
  g_auto(Case) c = look(rows);
  gsize groups = decision == NOTHING ? 0 : 1;
  if (c.found->length != groups ||
      (groups && c.found->groups[0].decision != (RefnetDecision)decision))
    fail_msg("decided otherwise (%" G_GSIZE_FORMAT " groups, %.1f bits): %s", c.found->length,
             c.found->length ? c.found->groups[0].score : 0, rows);
}

/* The same two rows but for the names. */
static void assert_names(const char *first, const char *second, int decision) {
  g_autofree char *rows = g_strdup_printf("a,%s,,,1 Elm St,Port,989-555-0101,,,\n"
                                          "b,%s,,,1 Elm St,Port,989-555-0101,,,\n",
                                          first, second);
  assert_decision(rows, decision);
}

/* ---- traps ----------------------------------------------------------------------------------- */

static void test_saint_and_st(void **state) {
  (void)state;
  assert_names("St. Mary's", "Saint Mary", MERGE);
  assert_names("Mission San Juan", "Mission St. Juan", MERGE);
  assert_names("Saint Mary's Clinic", "St. Martin's Clinic", NOTHING);
}

static void test_initials_and_the_long_name(void **state) {
  (void)state;
  assert_names("YMCA", "Young Men's Christian Association", MERGE);
  assert_names("YMCA of Greater Harbor", "Young Mens Christian Assn of Greater Harbor", MERGE);
  assert_names("Housing Finance Agency (HFA)", "Housing Finance Agency", MERGE);
  assert_names("NAMI - National Alliance on Mental Illness", "NAMI", MERGE);
  assert_names("FUMC", "First United Methodist Church", MERGE);
}

static void test_numbers_tell_apart(void **state) {
  (void)state;
  assert_names("Legion Post 41", "Legion Post 14", NOTHING);
  assert_names("Legion Post 41", "Legion Post 41.", MERGE);
  assert_names("Second Baptist Chapel", "Third Baptist Chapel", NOTHING);
}

static void test_figures_apart(void **state) {
  (void)state;
  assert_names("4-H Club Port", "4H Club Port", MERGE);
  assert_names("2-1-1 Harbor", "211 Harbor", MERGE);
  assert_names("3-A House", "3-B House", NOTHING);
}

/* Letters of several bytes, and characters that are words. */
static void test_other_scripts(void **state) {
  (void)state;
  assert_names("Центр Надежда", "Центр Надежда", MERGE);
  assert_names("Центр Надежда", "Центр Надежад", MERGE);
  assert_names("Дом Роза", "Дом Рука", NOTHING);
  assert_names("北京中心", "南京中心", NOTHING);
  assert_names("東京クリニック", "大阪クリニック", NOTHING);
  assert_names("希望", "希望之家", NOTHING);
}

static void test_swapped_words(void **state) {
  (void)state;
  assert_names("Legal Aid of Harbor", "Harbor Legal Aid", MERGE);
  assert_names("Orchard Flats Community Center", "Community Center Orchard Flats", MERGE);
}

static void test_accents(void **state) {
  (void)state;
  assert_names("Asociación Niños Unidos", "Asociacion Ninos Unidos", MERGE);
  assert_names("Straßenhilfe Müller", "Strassenhilfe Muller", MERGE);
}

static void test_slips(void **state) {
  (void)state;
  assert_names("Orchard Flats Community Center", "Orchard Flast Community Centre", MERGE);
  assert_names("Norlth Elm House", "North Elm House", MERGE);
  assert_names("Attain Housing", "Attain Hrorsing", MERGE);
  assert_names("Fujiyama Tea oorm", "Fujiyama Tea Room", MERGE);
  assert_names("Northern Hospice", "Northren Hospice", MERGE); /* folded to north */
  assert_names("Mount Olive Food Pantry", "Mout Olive Food Pantry", MERGE);
  assert_names("First Step Dental Clinic", "Furst Step Dental Clinic", MERGE);
  assert_names("Northern Hospice", "Southern Hospice", NOTHING);
  assert_names("First Baptist Church", "Fifth Baptist Church", NOTHING);
  assert_names("La Casa Crisis Line", "LauCasa Crisis Line", MERGE); /* a letter for a blank */
  assert_names("AA Group Port", "NA Group Port", NOTHING);
}

static void test_short_forms_and_additions(void **state) {
  (void)state;
  assert_names("Oak House", "\"OAK HOUSE, Inc.\"", MERGE);
  assert_names("Harbor Cty Dept of Veterans Svcs", "Harbor County Department of Veteran Services",
               MERGE);
  assert_names("Hotel Bel-Air", "Belair Hotel", MERGE);
  assert_names("Womens Shelter Oak", "Womensshelter Oak", MERGE);
  assert_names("Oak House", "Oak House Port", MERGE); /* its town behind it */
  assert_names("Smith Fund d/b/a Oak House", "Smith Fund", MERGE);
  assert_names("Smith Fund doing business as Oak House", "Oak House", MERGE);
  assert_names("Elm Fund (formerly known as Oak House)", "Oak House", MERGE);
  assert_names("\"Elm Fund, also called Oak House\"", "Oak House", MERGE);
  assert_names("Lutheran Services of the Valley", "Lutheran Services of the Va", MERGE);
}

static void test_one_field_is_enough_beside_the_name(void **state) {
  (void)state;
  assert_decision("a,Oak House,,,,,989-555-0101,,,\nb,Oak House,,,,,(989) 555 0101 x2,,,\n", MERGE);
  assert_decision("a,Oak House,,,,,,hi@oak.example,,\nb,Oak House,,,,,,hi@oak.example,,\n", MERGE);
  assert_decision("a,Oak House,,,1 Elm St,Port,,,,\nb,Oak House,,,1 Elm Street,Port,,,,\n", MERGE);
  assert_decision("a,Oak House,,,,,,,,11-1111112\nb,Oak House,,,,,,,,11-1111112\n", MERGE);
  assert_decision("a,Oak House,,,,,989-555-0101,,,\nb,The House by the Brook,Oak House,,,,"
                  "989-555-0101,,,\n",
                  MERGE);
}

/* Where no field tells two places apart. */
static void test_nothing_differs(void **state) {
  (void)state;
  assert_decision("a,Harriet Tubman House,,,,,,,tubman.example,\n"
                  "b,Harriet Tubman House,,,,,,,tubman.example/about,\n",
                  MERGE);
  assert_decision("a,Harriet Tubman House,,,,,989-555-0101,,,\nb,Harriet Tubman House,,,,,,,,\n",
                  MERGE);
  /* a name of common words may be anybody's, and a slip in it another name */
  assert_decision("a,First Church,,,,,989-555-0101,,,\nb,First Church,,,,,,,,\n", REVIEW);
  assert_decision("a,Harriet Tubman House,,,,,989-555-0101,,,\nb,Hariet Tubman House,,,,,,,,\n",
                  REVIEW);
}

static void test_moved(void **state) {
  (void)state;
  assert_decision("a,Oak House,,,1 Elm St,Port,989-555-0101,,,\n"
                  "b,Oak House,,,7 Ash St,Bay,989-555-0101,,,\n",
                  MERGE);
  assert_decision("a,Oak House,,,1 Elm St,City of Port,989-555-0101,,,\n"
                  "b,Oak House,,,1 Elm St.,Port,989-555-0101,,,\n",
                  MERGE);
}

static void test_to_look_at(void **state) {
  (void)state;
  /* a name alone, two towns, two phones */
  assert_decision("a,Oak House,,,,,,,,\nb,Oak House,,,,,,,,\n", REVIEW);
  assert_decision("a,Oak House,,,1 Elm St,Port,989-555-0101,,,\n"
                  "b,Oak House,,,7 Ash St,Bay,989-777-0199,,,\n",
                  REVIEW);
  /* branches of one name share the site of their body, or its toll-free number */
  assert_decision("a,Red Cross,,,,Port,989-555-0101,,redcross.example,\n"
                  "b,Red Cross,,,,Bay,989-777-0199,,redcross.example,\n",
                  REVIEW);
  assert_decision("a,Red Cross,,,,Port,800-555-0101,,redcross.example,\n"
                  "b,Red Cross,,,,Bay,800-555-0101,,redcross.example,\n",
                  REVIEW);
  /* a conflicting tax number, another name */
  assert_decision("a,Oak House,,,,,989-555-0101,,,11-1111112\n"
                  "b,Oak House,,,,,989-555-0101,,,22-2222223\n",
                  REVIEW);
  assert_decision("a,Oak House,,,,,989-555-0101,x@oak.example,,11-1111112\n"
                  "b,Family Shelter,,,,,989-555-0101,x@oak.example,,11-1111112\n",
                  REVIEW);
}

static void test_under_one_roof(void **state) {
  (void)state;
  assert_decision("a,Oak House,,,1 Elm St,Port,989-555-0101,,,\n"
                  "b,Workforce Board,,,1 Elm St,Port,989-555-0101,,,\n"
                  "c,Legal Aid,,,1 Elm St,Port,989-555-0101,,,\n",
                  NOTHING);
  /* a helpline many list, a host many use */
  assert_decision("a,Oak House,,,,,211,,facebook.com/oak,\nb,Elm Home,,,,,211,,facebook.com/elm,\n",
                  NOTHING);
  assert_decision("a,Oak House,,,,,,,,\nb,Elm Home,,,,,,,,\n", NOTHING);
}

static void test_branches_and_chapters(void **state) {
  (void)state;
  assert_names("Council of North County", "Council of South County", NOTHING);
  assert_names("Harbor Scouts Council", "Harbor Scouts Troop 7", NOTHING);
  assert_names("Elm Clinic - Eastside", "Elm Clinic", NOTHING);
  assert_names("Friends of Elm House", "Elm House", NOTHING);
  /* a branch with its body's phone and website */
  assert_decision("a,Elm Clinic,,,1 Elm St,Port,989-555-0101,,elm.example,\n"
                  "b,Elm Clinic Delridge,,,9 Ash St,Port,989-555-0101,,elm.example,\n",
                  NOTHING);
  assert_decision("a,Elm Clinic,,,,,989-555-0101,,elm.example,\n"
                  "b,Elm Clinic Delridge,,,9 Ash St,Port,989-555-0101,,elm.example,\n",
                  REVIEW);
  assert_decision("a,Neighbors of North Harbor,,,,,989-555-0101,,neighbors.example,\n"
                  "b,Neighbors of South Harbor,,,,,989-555-0102,,neighbors.example,\n",
                  NOTHING);
  assert_decision("a,Neighbors of Eastside,,,1 Elm St,Eastside,989-555-0101,,neighbors.example,\n"
                  "b,Neighbors of Westgate,,,9 Ash St,Westgate,989-555-0102,,neighbors.example,\n",
                  NOTHING);
}

/* Two places may be one that moved; three are branches with the number of their body. */
static void test_one_phone_in_three_towns(void **state) {
  (void)state;
  assert_decision(
      "a,Elm Charities,,,,Port,989-555-0101,,,\nb,Elm Charities,,,,Bay,989-555-0101,,,\n", MERGE);
  assert_decision(
      "a,Elm Charities,,,,Port,989-555-0101,,,\nb,Elm Charities,,,,Bay,989-555-0101,,,\n"
      "c,Elm Charities,,,,Cove,989-555-0101,,,\n",
      REVIEW);
  assert_decision("a,Elm Shop,,,1 Elm St,Port,989-555-0101,,,\n"
                  "b,Elm Shop,,,7 Ash St,Port,989-555-0101,,,\n"
                  "c,Elm Shop,,,9 Oak St,Port,989-555-0101,,,\n",
                  REVIEW);
  assert_decision(
      "a,Elm Charities,,,,Port,,x@elm.example,,\nb,Elm Charities,,,,Bay,,x@elm.example,,\n"
      "c,Elm Charities,,,,Cove,,x@elm.example,,\n",
      REVIEW);
}

/* A letter or two apart, and no slips of each other. */
static void test_opposed_words(void **state) {
  (void)state;
  static const char *const names[][2] = {{"Eastside Clinic", "Westside Clinic"},
                                         {"Northport Clinic", "Southport Clinic"},
                                         {"Elm Clinic - Northport", "Elm Clinic - Southport"},
                                         {"North Side Clinic", "Southside Clinic"},
                                         {"Southeastern Legal Aid", "Southwestern Legal Aid"},
                                         {"Lakeside Clinic", "Lakeview Clinic"},
                                         {"Elm Mothers", "Elm Fathers"},
                                         {"Elm Female Home", "Elm Male Home"}};
  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    assert_names(names[i][0], names[i][1], NOTHING);
  assert_names("Norhtside Clinic", "Northside Clinic", MERGE);
  assert_names("Eastsde Clinic", "Eastside Clinic", MERGE);
  assert_names("Northastern Legal Aid", "Northeastern Legal Aid", MERGE);
}

static void test_programs_under_a_parent(void **state) {
  (void)state;
  assert_names("Catholic Charities", "Catholic Charities Food Pantry", NOTHING);
  assert_names("Elm Hospital", "Elm Hospital Foundation", NOTHING);
  assert_names("Oak House", "Oak House: Youth Program", NOTHING);
  assert_decision("a,Oak House,,,1 Elm St,Port,989-555-0101,,oak.example,\n"
                  "b,Oak House,,a,1 Elm St,Port,989-555-0101,,oak.example,\n",
                  NOTHING);
}

/* ---- evidence -------------------------------------------------------------------------------- */

static void test_score_is_prior_and_evidence(void **state) {
  (void)state;
  g_auto(Case) c = look("a,Oak House,,,1 Elm St,Port,989-555-0101,,oak.example,\n"
                        "b,Oak House,,,9 Ash St,Port,989-555-0101,,oak.example,\n");
  const RefnetRecordGroup *group = &c.found->groups[0];
  double sum = log2(.1 / 81);
  for (guint32 i = 0; i < group->evidence_count; i++) {
    const RefnetEvidence *evidence = &group->evidence[i];
    sum += evidence->bits;
    gboolean agrees = evidence->likeness != REFNET_LIKENESS_DIFFERS;
    assert_true(agrees ? evidence->bits > 0 : evidence->bits < 0);
  }
  assert_int_equal(group->evidence_count, 4);
  assert_true(fabs(sum - group->score) < 1e-9);
  assert_true(fabs(group->probability - 1 / (1 + pow(2, -group->score))) < 1e-12);
  assert_true(fabs(refnet_record_score(group->probability) - group->score) < 1e-6);
}

/* Ten agencies with one number: it says less of each two of them. */
static void test_shared_values_say_less(void **state) {
  (void)state;
  g_autoptr(GString) rows = g_string_new("a,Oak House,,,,,989-555-0101,,,\n"
                                         "b,Oak House,,,,,989-555-0101,,,\n");
  g_auto(Case) two = look(rows->str);
  for (guint i = 0; i < 10; i++)
    g_string_append_printf(rows, "y%u,Tenant%c Quay,,,,,989-555-0101,,,\n", i, 'a' + i);
  g_auto(Case) many = look(rows->str);
  double alone = two.found->groups[0].evidence[1].bits;
  double shared = many.found->groups[0].evidence[1].bits;
  assert_true(shared < alone - 1 && shared > 0);
}

/* However many rows have the name: nothing shows that any are apart. Where two are, it may be that
 * of branches. */
static void test_namesakes_of_whom_nothing_is_known(void **state) {
  (void)state;
  assert_decision("a,Oak House,,,,,,,,\nb,Oak House Inc,,,,,,,,\n", REVIEW);
  g_auto(Case) three =
      look("a,Oak House,,,,,,,,\nb,Oak House Inc,,,,,,,,\nc,The Oak House,,,,,,,,\n");
  assert_int_equal(three.found->length, 1);
  assert_int_equal(three.found->groups[0].organizations.length, 3);
  g_auto(Case) placed = look("a,Oak House,,,,Port,,,,\nb,Oak House Inc,,,,Port,,,,\n"
                             "c,The Oak House,,,,,,,,\nd,\"Oak House, LLC\",,,,,,,,\n");
  assert_int_equal(placed.found->length, 1);
  assert_int_equal(placed.found->groups[0].organizations.length, 4);
  assert_decision("a,Oak House,,,,,989-555-0101,,,\nb,Oak House Inc,,,,,,,,\n"
                  "c,The Oak House,,,,,989-555-0177,,,\n",
                  NOTHING);
}

/* A phone in one row, an address or a town in another: neither speaks against the other. */
static void test_namesakes_of_whom_different_things_are_known(void **state) {
  (void)state;
  assert_decision("a,Oak House,,,,,989-555-0101,,,\nb,Oak House,,,1 Elm St,Port,,,,\n"
                  "c,Oak House,,,,,,,,\n",
                  REVIEW);
  assert_decision("a,Oak House,,,,,989-555-0101,,,\nb,Oak House,,,,Port,,,,\n"
                  "c,Oak House,,,,,,a@oak.example,,\nd,Oak House,,,,,,b@oak.example,,\n",
                  REVIEW);
  g_auto(Case) lines = look("a,Oak House,,,1 Elm St,Port,989-555-0101,,,\n"
                            "b,Oak House,,,1 Elm St,Port,989-777-0102,,,\nc,Oak House,,,,,,,,\n");
  assert_int_equal(lines.found->length, 2); /* two to be merged, and perhaps the third */
  assert_int_equal(lines.found->groups[1].organizations.length, 3);
}

static void test_comparison_is_symmetric(void **state) {
  (void)state;
  g_auto(Case) c = look("a,Oak House Alpha,Oak,,1 Elm St,Port,555-0101,,,\n"
                        "b,Oaks Alpah House,Oak,,1 Elm St,,989-555-0101,x@y.example,,\n"
                        "d,Oak,,b,,Bay,989-555-0101,x@y.example,,\n"
                        "e,O. H. Alpha,,,1 Elm Str.,Bay,,,y.example,\n");
  g_autoptr(RefnetRecords) records = refnet_records_new(c.dataset, NULL, NULL, NULL);
  for (guint32 a = 0; a < c.dataset->organization_count; a++)
    for (guint32 b = 0; b < a; b++) {
      RefnetComparison one = refnet_records_compare(records, a, b);
      RefnetComparison other = refnet_records_compare(records, b, a);
      assert_true(fabs(one.score - other.score) < 1e-12);
      assert_int_equal(one.outcome, other.outcome);
      assert_int_equal(one.obstacle, other.obstacle);
      assert_int_equal(one.opposed, other.opposed);
    }
}

/* ---- groups ---------------------------------------------------------------------------------- */

#define FOUR_HOUSES                                                                                \
  "a,Oak House,,,,,989-555-0101,,,\nb,Oak House,,,,,989-555-0101,,,\n"                             \
  "c,OAK HOUSE,,,,,989-555-0101,,,\nd,Oak House,,,,,,,,\n"

static void test_groups(void **state) {
  (void)state;
  g_auto(Case) c = look(FOUR_HOUSES);
  assert_int_equal(c.found->length, 2);
  assert_int_equal(c.found->groups[0].decision, REFNET_DECISION_MERGE);
  assert_int_equal(c.found->groups[0].organizations.length, 3);
  assert_int_equal(c.found->groups[1].decision, REFNET_DECISION_REVIEW);
  assert_int_equal(c.found->groups[1].organizations.length, 4);
  assert_int_equal(c.found->pair_count, 6);
  g_autofree guint32 *same = refnet_same_records(c.network, NULL);
  for (guint32 i = 0; i < 3; i++) {
    guint32 v = c.network->vertex[c.found->groups[0].organizations.items[i]];
    assert_int_equal(same[v], c.network->vertex[c.found->groups[0].organizations.items[0]]);
  }
}

static guint32 find(const Case *c, const char *id) {
  return refnet_dataset_find(c->dataset, id, NULL);
}

static void decide(Case *c, RefnetDecidedPair *pairs, gsize length) {
  const RefnetDecisions decisions = {.pairs = pairs, .length = length};
  RefnetMatchOptions options = REFNET_MATCH_OPTIONS_INIT;
  options.decisions = &decisions;
  look_again(c, &options);
}

static void test_decisions_hold(void **state) {
  (void)state;
  g_auto(Case) c = look(FOUR_HOUSES);
  guint32 a = find(&c, "a"), b = find(&c, "b"), d = find(&c, "d"), z = find(&c, "z1");
  /* same merges, whatever the rows say */
  decide(&c, (RefnetDecidedPair[]){{{a, z}, TRUE, 2}}, 1);
  assert_true(c.found->groups[0].decision == REFNET_DECISION_MERGE);
  assert_int_equal(c.found->groups[0].organizations.length, 4);
  assert_true(refnet_list_has(c.found->groups[0].organizations, z));
  /* different never does, and splits what would be one */
  decide(&c, (RefnetDecidedPair[]){{{a, b}, FALSE, 2}, {{a, d}, TRUE, 3}}, 2);
  for (gsize i = 0; i < c.found->length; i++)
    assert_false(refnet_list_has(c.found->groups[i].organizations, a) &&
                 refnet_list_has(c.found->groups[i].organizations, b));
  for (gsize i = 0; i < c.found->pair_count; i++)
    assert_false(c.found->pairs[i].organizations[0] == a &&
                 c.found->pairs[i].organizations[1] == b);
}

static void test_thresholds(void **state) {
  (void)state;
  g_auto(Case) c = look("a,Oak House,,,,,989-555-0101,,,\nb,Oak House,,,,,989-555-0101,,,\n");
  double probability = c.found->groups[0].probability;
  RefnetMatchOptions options = REFNET_MATCH_OPTIONS_INIT;
  options.merge_at = (1 + probability) / 2;
  look_again(&c, &options);
  assert_int_equal(c.found->groups[0].decision, REFNET_DECISION_REVIEW);
  options.review_at = options.merge_at;
  look_again(&c, &options);
  assert_int_equal(c.found->length, 0);
}

static void test_many_rows_under_one_key(void **state) {
  (void)state;
  g_autoptr(GString) rows = g_string_new(NULL);
  for (guint i = 0; i < 600; i++)
    g_string_append_printf(rows, "a%u,Agency %u%c,,,,,989-555-0101,,,\n", i, i, 'a' + i % 26);
  g_auto(Case) c = look(rows->str);
  assert_int_equal(c.found->length, 0);
}

/* One row for each of its programs, in a short list and in a long one. */
static void test_one_name_many_times(void **state) {
  (void)state;
  g_autoptr(GString) rows = g_string_new(NULL);
  for (guint i = 0; i < 40; i++)
    g_string_append_printf(rows, "a%u,Oak House,,,,,989-555-0101,,,\n", i);
  for (guint more = 0; more < 2; more++) {
    g_auto(Case) c = look(rows->str);
    assert_int_equal(c.found->length, 1);
    assert_int_equal(c.found->groups[0].organizations.length, 40);
    assert_int_equal(c.found->groups[0].decision, REFNET_DECISION_MERGE);
    for (guint i = 0; i < 400; i++)
      g_string_append_printf(rows, "b%u,Agency %u%c,,,,,,,,\n", i, i, 'a' + i % 26);
  }
}

/* In a list that short, three rows of one word are not too many to be compared. */
static void test_every_pair_of_a_short_list_is_met(void **state) {
  (void)state;
  g_auto(Case) c = look_at(support_load(NULL, "organizations.csv",
                                        "id,name\na,NAMI\nb,National Alliance on Mental Illness\n"
                                        "c,NAMI Harbor County\n",
                                        NULL));
  assert_int_equal(c.found->length, 1);
  assert_int_equal(c.found->groups[0].organizations.length, 2);
}

static void test_few_rows(void **state) {
  (void)state;
  g_auto(Case) one = look_at(support_load(NULL, "organizations.csv", "name\nA\n", NULL));
  assert_int_equal(one.found->length, 0);
  g_auto(Case) two = look_at(
      support_load(NULL, "organizations.csv",
                   "id,name,phone\na,Oak House,989-555-0101\nb,Oak House,989-555-0101\n", NULL));
  assert_int_equal(two.found->length, 1);
  assert_int_equal(two.found->groups[0].decision, REFNET_DECISION_MERGE);
  g_auto(Case) blank =
      look_at(support_load(NULL, "organizations.csv", "id,name\na,A\nb,B\nc,dba\n", NULL));
  assert_int_equal(blank.found->length, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_saint_and_st),
      cmocka_unit_test(test_initials_and_the_long_name),
      cmocka_unit_test(test_numbers_tell_apart),
      cmocka_unit_test(test_figures_apart),
      cmocka_unit_test(test_other_scripts),
      cmocka_unit_test(test_swapped_words),
      cmocka_unit_test(test_accents),
      cmocka_unit_test(test_slips),
      cmocka_unit_test(test_short_forms_and_additions),
      cmocka_unit_test(test_one_field_is_enough_beside_the_name),
      cmocka_unit_test(test_nothing_differs),
      cmocka_unit_test(test_moved),
      cmocka_unit_test(test_to_look_at),
      cmocka_unit_test(test_under_one_roof),
      cmocka_unit_test(test_branches_and_chapters),
      cmocka_unit_test(test_one_phone_in_three_towns),
      cmocka_unit_test(test_opposed_words),
      cmocka_unit_test(test_programs_under_a_parent),
      cmocka_unit_test(test_score_is_prior_and_evidence),
      cmocka_unit_test(test_shared_values_say_less),
      cmocka_unit_test(test_namesakes_of_whom_nothing_is_known),
      cmocka_unit_test(test_namesakes_of_whom_different_things_are_known),
      cmocka_unit_test(test_comparison_is_symmetric),
      cmocka_unit_test(test_groups),
      cmocka_unit_test(test_decisions_hold),
      cmocka_unit_test(test_thresholds),
      cmocka_unit_test(test_many_rows_under_one_key),
      cmocka_unit_test(test_one_name_many_times),
      cmocka_unit_test(test_every_pair_of_a_short_list_is_met),
      cmocka_unit_test(test_few_rows)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
