/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two datasets side by side: who is whom, what came and went, and what silence leaves open. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>

#include <cmocka.h>

#include "unit/analysis/compare_case.h"

static RefnetDataset *sheets(const char *organizations, const char *referrals) {
  return support_load(NULL, "organizations.csv", organizations, "referrals.csv", referrals, NULL);
}

/* ---- who is whom ----------------------------------------------------------------------------- */

static void test_same_id_is_the_same(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair, sheets("id,name\na,Elm\nb,Oak\n", "from,to\na,b\n"),
          sheets("id,name\na,Elm House\nc,Ash\n", "from,to\na,c\n"));
  assert_moves(&pair, "listed Ash;unlisted Oak;renamed Elm House");
  assert_int_equal(pair.changes->shared, 1);
}

static void test_names_go_before_numbers_given_anew(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair, sheets("id,name\n1,Ash\n2,Elm\n3,Oak\n", "from,to\n1,2\n"),
          sheets("id,name\n1,Alder\n2,ASH\n3,Elm\n4,Oak\n", "from,to\n2,3\n"));
  assert_moves(&pair, "listed Alder");
  assert_ties(&pair, "");
  assert_int_equal(pair.changes->renumbered, 3);
}

static void test_ids_given_anew_rename_nobody(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair, sheets("id,name\n1,Ash\n2,Bay\n3,Elm\n4,Oak\n", "from,to\n2,3\n"),
          sheets("id,name\n1,Alder\n2,Anchor\n3,Ash\n4,Elm\n5,Oak\n", "from,to\n2,4\n"));
  assert_moves(&pair, "listed Alder;listed Anchor;unlisted Bay");
  assert_ties(&pair, "added Anchor-Elm;removed Bay-Elm");
}

static void test_other_names_tell(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair, sheets("name\nHarbor Parents\nOak\n", "from,to\nOak,Harbor Parents\n"),
          sheets("name,alternate_names\nFamily Links,Harbor Parents\nOak,\n",
                 "from,to\nOak,Family Links\n"));
  assert_moves(&pair, "renamed Family Links");
  assert_ties(&pair, "");
}

static void test_what_stands_for_two_tells_nothing(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair, sheets("id,name\na,Elm\nb,Oak\n", "from,to\na,b\n"),
          sheets("id,name,alternate_names\nx,Ash,Elm\ny,Birch,Elm\nb,Oak,\n", "from,to\nx,b\n"));
  assert_moves(&pair, "listed Ash;listed Birch;unlisted Elm");
}

static void test_sure_records_are_renamed(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair,
          sheets("id,name,phone,website,address,city\n"
                 "a,Harbor Youth Center,231-555-0101,https://hyc.example,12 Elm Street,Harbor\n"
                 "b,Oak,231-555-0199,,,\n",
                 "from,to\na,b\n"),
          sheets("id,name,phone,website,address,city\n"
                 "n,Harbor Youth Centre Inc,2315550101,http://www.hyc.example,12 Elm St,Harbor\n"
                 "b,Oak,231-555-0199,,,\n",
                 "from,to\nn,b\n"));
  assert_moves(&pair, "renamed Harbor Youth Centre Inc");
  assert_int_equal(pair.changes->organizations[1].by, REFNET_SAME_BY_RECORD);
  assert_ties(&pair, "");
}

static void test_closing_is_not_leaving_the_list(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair, sheets("id,name,status\na,Elm,active\nb,Oak,closed\nc,Ash,\n", "from,to\na,b\n"),
          sheets("id,name,status\na,Elm,closed\nb,Oak,active\n", "from,to\na,b\n"));
  assert_moves(&pair, "reopened Oak;unlisted Ash;closed Elm");
}

/* ---- ties ------------------------------------------------------------------------------------ */

#define FOUR "id,name\na,A\nb,B\nc,C\nd,D\n"

static void test_ties_come_go_and_grow(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair, sheets(FOUR, "from,to,count\na,b,10\na,c,5\nb,d,30\nc,d,4\nd,c,4\n"),
          sheets(FOUR, "from,to,count\na,b,40\nb,a,1\na,d,2\nb,d,5\nc,d,9\n"));
  assert_ties(&pair, "added A-D;removed A-C;stronger A-B clearly two-way;stronger C-D one-way;"
                     "weaker B-D clearly");
  assert_int_equal(pair.changes->ties_kept, 3);
  assert_int_equal(pair.changes->two_way, 1);
  assert_int_equal(pair.changes->one_way, 1);
}

/* An organization that came at the end of a path makes ways longer on average, but not among those
 * who were there. */
static void test_distances_among_those_in_both(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair, sheets("id,name\na,A\nb,B\nc,C\n", "from,to\na,b\nb,c\n"),
          sheets(FOUR, "from,to\na,b\nb,c\nc,d\n"));
  const RefnetComparedFigure *distance = NULL;
  for (gsize i = 0; i < pair.changes->figure_count; i++)
    if (strcmp(pair.changes->figures[i].key, "average_distance") == 0)
      distance = &pair.changes->figures[i];
  assert_non_null(distance);
  assert_true(distance->value[REFNET_NOW] > distance->value[REFNET_THEN]);
  assert_true(fabs(distance->shared[REFNET_THEN] - 4 / 3.) < 1e-12);
  assert_true(fabs(distance->shared[REFNET_NOW] - 4 / 3.) < 1e-12);
}

static void test_frequencies_are_compared_where_there_are_no_counts(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair, sheets(FOUR, "from,to,frequency\na,b,yearly\nb,c,daily\nc,d,monthly\n"),
          sheets(FOUR, "from,to,frequency\na,b,weekly\nb,c,yearly\nc,d,monthly\n"));
  assert_ties(&pair, "stronger A-B clearly;weaker B-C clearly");
}

static void test_numbers_on_one_side_only_tell_no_strength(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair, sheets(FOUR, "from,to\na,b\nb,c\n"),
          sheets(FOUR, "from,to,count\na,b,9\nb,c,7\n"));
  assert_ties(&pair, "");
}

static RefnetDataset *survey(const char *referrals, const char *respondents) {
  return support_load(NULL, "organizations.csv", FOUR, "referrals.csv", referrals,
                      "respondents.csv", respondents, NULL);
}

static void test_silence_is_not_an_end(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair,
          survey("from,to,count\na,b,2\na,c,2\nd,c,2\nc,d,2\n",
                 "organization,answered\na,yes\nb,yes\nc,yes\nd,yes\n"),
          survey("from,to,count\nc,d,4\n", "organization,answered\na,no\nb,yes\nc,yes\nd,no\n"));
  /* D's own report of D → C is not there, but D did not answer. */
  assert_ties(&pair, "unsaid now A-B;unsaid now A-C;steady C-D");
  assert_int_equal(pair.changes->unsaid_ways, 1);
  assert_true(pair.changes->caveats & REFNET_CAVEAT_RESPONSE);
  assert_int_equal(pair.changes->answered[REFNET_NOW], 2);
}

static void test_who_reports_is_who_has_to_answer(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair,
          survey("from,to,reported_by,basis\na,b,b,\na,c,,observed\na,d,a,declared\n",
                 "organization,answered\na,yes\nb,yes\n"),
          survey("from,to\nc,d\n", "organization,answered\na,no\nb,yes\nc,no\n"));
  /* B, who reported A → B, did answer; what was observed hangs on nobody's answer; C said nothing
   * then, but was not asked. */
  assert_ties(&pair, "added C-D;removed A-B;removed A-C;unsaid now A-D");
}

static void test_an_end_that_is_gone_explains(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair, sheets("id,name\na,A\nb,B\nc,C\n", "from,to\na,b\nb,c\n"),
          sheets("id,name\na,A\nb,B\n", "from,to\na,b\n"));
  assert_int_equal(pair.changes->tie_count, 1);
  const RefnetTieChange *tie = pair.changes->ties;
  assert_int_equal(tie->kind, REFNET_TIE_REMOVED);
  assert_string_equal(name_of(&pair, tie->absent), "C");
}

/* ---- gaps, risks ----------------------------------------------------------------------------- */

static RefnetDataset *supply(const char *organizations) {
  return support_load(NULL, "organizations.csv", organizations, "areas.csv", PLACES, "needs.csv",
                      "area,service,demand\nnorth,food,10\nsouth,food,10\n", NULL);
}

static void test_gaps_open_close_and_turn(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair, supply("id,name,services,areas\na,A,food,north\nb,B,food,north\n"),
          supply("id,name,services,areas\na,A,food,north\nb,B,food,south\n"));
  const RefnetChanges *changes = pair.changes;
  /* South: absent → fragile. North: two providers → fragile. */
  assert_int_equal(changes->gap_count, 3);
  assert_int_equal(changes->gaps[0].side, REFNET_THEN);
  assert_int_equal(changes->gaps[0].gap->status, REFNET_GAP_ABSENT);
  assert_int_equal(changes->gaps[0].other->status, REFNET_GAP_FRAGILE);
  for (guint i = 1; i < 3; i++) {
    const RefnetGapMove *move = &changes->gaps[i];
    gboolean is_south = move->other != NULL;
    assert_int_equal(move->side, REFNET_NOW);
    assert_int_equal(move->gap->status, REFNET_GAP_FRAGILE);
    assert_int_equal(move->providers[REFNET_THEN], is_south ? 0 : 2);
    assert_int_equal(move->providers[REFNET_NOW], 1);
    assert_false(move->need_is_new);
  }
}

static void test_a_group_that_nobody_names_is_not_served(void **state) {
  (void)state;
  static const char *const youth[] = {"", "b,B,food,south,youth\n", "b,B,food,north,youth\n"};
  for (guint now = 0; now < G_N_ELEMENTS(youth); now++) {
    g_auto(Pair) pair = {0};
    g_autofree char *sheet = g_strconcat(
        "id,name,services,areas,populations\na,A,food,north,adults\n", youth[now], NULL);
    compare(&pair,
            support_load(NULL, "organizations.csv",
                         "id,name,services,areas,populations\na,A,food,north,adults\n"
                         "b,B,food,south,youth\n",
                         "areas.csv", PLACES, NULL),
            support_load(NULL, "organizations.csv", sheet, "areas.csv", PLACES, NULL));
    const RefnetGapMove *closed = NULL;
    for (gsize i = 0; i < pair.changes->gap_count; i++)
      if (pair.changes->gaps[i].side == REFNET_THEN &&
          pair.changes->gaps[i].gap->status == REFNET_GAP_POPULATION &&
          pair.changes->gaps[i].gap->area == 0)
        closed = &pair.changes->gaps[i];
    assert_int_equal(closed != NULL, now != 1);
    if (closed)
      assert_int_equal(closed->group_is_served, now == 2);
  }
}

static void test_rows_of_one_provider_count_once(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair,
          support_load(NULL, "organizations.csv",
                       "id,name,services,areas\na,Ash,food,south\nz,Zed,food,north\n", "areas.csv",
                       PLACES, NULL),
          support_load(NULL, "organizations.csv",
                       "id,name,services,areas,phone,address,city\n"
                       "a,Ash,food,south,,,\nz,Zed,food,north,,,\n"
                       "h,Harbor Youth Center,food,north,231-555-0101,12 Elm Street,Harbor\n"
                       "k,Harbor Youth Centre Inc,food,north,2315550101,12 Elm St,Harbor\n",
                       "areas.csv", PLACES, NULL));
  assert_int_equal(pair.changes->gap_count, 1);
  assert_int_equal(pair.changes->gaps[0].gap->status, REFNET_GAP_FRAGILE);
  assert_int_equal(pair.changes->gaps[0].providers[REFNET_NOW], 2);
}

static void test_a_new_need_is_told_from_a_lost_service(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair,
          support_load(NULL, "organizations.csv", "id,name,services,areas\na,A,food,south\n",
                       "areas.csv", PLACES, "needs.csv", "area,service,demand\nsouth,food,5\n",
                       NULL),
          supply("id,name,services,areas\na,A,food,south\n"));
  assert_int_equal(pair.changes->gap_count, 1);
  assert_int_equal(pair.changes->gaps[0].gap->status, REFNET_GAP_ABSENT);
  assert_true(pair.changes->gaps[0].need_is_new);
  assert_null(pair.changes->gaps[0].other);
}

static void test_second_contacts_lower_what_rests_on_one(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair,
          support_load(NULL, "organizations.csv", FOUR, "referrals.csv", "from,to\na,b\nb,c\nc,d\n",
                       "contacts.csv", "organization,name\na,Ana\nb,Bea\nc,Cy\nd,Di\n", NULL),
          support_load(NULL, "organizations.csv", FOUR, "referrals.csv", "from,to\na,b\nb,c\nc,d\n",
                       "contacts.csv", "organization,name\na,Ana\nb,Bea\nb,Bo\nc,Cy\nd,Di\n",
                       NULL));
  assert_int_equal(pair.changes->risk_count, 1);
  const RefnetRiskMove *move = pair.changes->risks;
  assert_string_equal(name_of(&pair, move->compared), "B");
  assert_int_equal(move->up, 0);
  assert_true(move->down & REFNET_MOVE_CONTACTS);
}

static void test_nothing_beside_something(void **state) {
  (void)state;
  g_auto(Pair) pair = {0};
  compare(&pair, sheets("name\nElm\n", "from,to\n"), sheets(FOUR, "from,to\na,b\n"));
  assert_int_equal(pair.changes->shared, 0);
  assert_true(pair.changes->caveats & REFNET_CAVEAT_STRANGERS);
  assert_ties(&pair, "added A-B");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_same_id_is_the_same),
      cmocka_unit_test(test_names_go_before_numbers_given_anew),
      cmocka_unit_test(test_ids_given_anew_rename_nobody),
      cmocka_unit_test(test_other_names_tell),
      cmocka_unit_test(test_what_stands_for_two_tells_nothing),
      cmocka_unit_test(test_sure_records_are_renamed),
      cmocka_unit_test(test_closing_is_not_leaving_the_list),
      cmocka_unit_test(test_ties_come_go_and_grow),
      cmocka_unit_test(test_distances_among_those_in_both),
      cmocka_unit_test(test_frequencies_are_compared_where_there_are_no_counts),
      cmocka_unit_test(test_numbers_on_one_side_only_tell_no_strength),
      cmocka_unit_test(test_silence_is_not_an_end),
      cmocka_unit_test(test_who_reports_is_who_has_to_answer),
      cmocka_unit_test(test_an_end_that_is_gone_explains),
      cmocka_unit_test(test_gaps_open_close_and_turn),
      cmocka_unit_test(test_a_group_that_nobody_names_is_not_served),
      cmocka_unit_test(test_rows_of_one_provider_count_once),
      cmocka_unit_test(test_a_new_need_is_told_from_a_lost_service),
      cmocka_unit_test(test_second_contacts_lower_what_rests_on_one),
      cmocka_unit_test(test_nothing_beside_something),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
