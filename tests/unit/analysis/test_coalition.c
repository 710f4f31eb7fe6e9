/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The next organizations for a coalition to meet: gains by hand, few against every choice of
 * as many, members, objectives, ties to make and plans. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include <refnet/analysis.h>

#include "analysis/coalition/best_few.h"
#include "unit/analysis/who_else_case.h"
#include "unit/support.h"

#define AS_OF refnet_date_from_ymd(2026, 9, 30)

static Case answer_of(RefnetDataset *dataset, RefnetObjective objective) {
  Case c = {.dataset = dataset};
  GError *error = NULL;
  RefnetWhoElseOptions options = {.as_of = AS_OF, .objective = objective};
  c.network = refnet_network_new(c.dataset, NULL, FALSE, &error);
  assert_null(error);
  c.answer = refnet_who_else_coalition(c.network, &options, &error);
  assert_null(error);
  return c;
}

static Case ask(const char *organizations, const char *services, const char *needs,
                const char *referrals, RefnetObjective objective) {
  GError *error = NULL;
  RefnetDataset *dataset =
      support_load(&error, "organizations.csv", organizations, "services.csv",
                   services ? services : "organization,service\n", "referrals.csv",
                   referrals ? referrals : "from,to\n", needs ? "needs.csv" : NULL, needs, NULL);
  assert_null(error);
  return answer_of(dataset, objective);
}

/* For the gaps that members leave, without needs. */
static Case ask_with(const char *organizations, const char *referrals, const char *nominations,
                     const char *meetings) {
  GError *error = NULL;
  RefnetDataset *dataset =
      support_load(&error, "organizations.csv", organizations, "referrals.csv", referrals,
                   "nominations.csv", nominations ? nominations : "nominated,named_by\n",
                   "meetings.csv", meetings ? meetings : "organization,date\n", NULL);
  assert_null(error);
  return answer_of(dataset, REFNET_OBJECTIVE_GAPS);
}

static const char *suggested(const Case *c, guint32 rank) {
  assert_true(rank < c->answer->suggestion_count);
  return refnet_network_organization(c->network, c->answer->suggestions[rank].vertex)->id;
}

static const RefnetReason *reason(const Case *c, guint32 rank, RefnetReasonKind kind) {
  const RefnetSuggestion *suggestion = &c->answer->suggestions[rank];
  for (guint32 i = 0; i < suggestion->reason_count; i++)
    if (suggestion->reasons[i].kind == kind)
      return &suggestion->reasons[i];
  return NULL;
}

static void assert_close(double actual, double expected) {
  if (!(fabs(actual - expected) < 1e-9))
    print_error("%.17g is not %.17g\n", actual, expected);
  assert_true(fabs(actual - expected) < 1e-9);
}

/* ---- gaps ------------------------------------------------------------------------------------ */

static const char *const sheet = "id,name,sector,services,areas,coalitions,status\n"
                                 "m,Member,health,meals,East,All,\n"
                                 "n,Other Member,aging,,East,All,\n"
                                 "a,A,food,pantry,East;West,,\n"
                                 "b,B,food,pantry;rides,West,,\n"
                                 "c,C,health,meals,East,,\n"
                                 "gone,Gone,food,rides,East,,closed\n";

static void test_gains_by_hand(void **state) {
  (void)state;
  g_auto(Case) c =
      ask(sheet, "organization,service,area,capacity\nm,meals,East,30\nc,meals,East,20\n",
          "area,service,demand\nEast,pantry,100\nWest,pantry,40\nWest,rides,10\nEast,meals,90\n",
          NULL, REFNET_OBJECTIVE_GAPS);
  assert_int_equal(c.answer->member_rule, REFNET_MEMBERS_ONLY_COALITION);
  assert_int_equal(c.answer->members.length, 2);
  assert_close(c.answer->open, 100 + 40 + 10 + 60);
  assert_int_equal(c.answer->suggestion_count, 3);
  assert_string_equal(suggested(&c, 0), "a");
  assert_close(c.answer->suggestions[0].score, 140);
  assert_string_equal(suggested(&c, 1), "c");
  assert_close(c.answer->suggestions[1].score, 20);
  assert_string_equal(suggested(&c, 2), "b");
  assert_close(c.answer->suggestions[2].score, 10); /* its pantry adds nothing to A's */
  assert_close(c.answer->reached, 170);
  const RefnetReason *pantry = reason(&c, 0, REFNET_REASON_NEW_SERVICE);
  assert_int_equal(pantry->items.length, 2);
  assert_close(pantry->value, 140);
  assert_close(pantry->whole, 140);
  const RefnetReason *meals = reason(&c, 1, REFNET_REASON_MORE_CAPACITY);
  assert_close(meals->value, 20);
  assert_close(meals->whole, 60);
  assert_non_null(reason(&c, 0, REFNET_REASON_NEW_SECTOR));
  assert_null(reason(&c, 2, REFNET_REASON_NEW_SECTOR)); /* A has brought food in */
}

static void test_blank_capacity_of_a_member_hides_the_gap(void **state) {
  (void)state;
  g_auto(Case) c = ask(sheet, "organization,service,area,capacity\nc,meals,East,20\n",
                       "area,service,demand\nEast,meals,90\n", NULL, REFNET_OBJECTIVE_GAPS);
  assert_int_equal(c.answer->suggestion_count, 0);
  assert_close(c.answer->open, 0);
}

static void test_without_needs(void **state) {
  (void)state;
  g_auto(Case) c = ask(sheet, NULL, NULL, NULL, REFNET_OBJECTIVE_GAPS);
  assert_false(c.answer->has_needs);
  assert_string_equal(suggested(&c, 0), "a"); /* two areas; as many as B, and first */
  assert_close(c.answer->suggestions[0].score, 2);
  assert_close(c.answer->suggestions[1].score, 1);
  assert_close(c.answer->suggestions[2].score, .5);
  assert_non_null(reason(&c, 2, REFNET_REASON_SECOND_PROVIDER));
  assert_true(isnan(reason(&c, 0, REFNET_REASON_NEW_SERVICE)->value));
}

/* ---- other objectives ------------------------------------------------------------------------ */

static void test_reach_and_sectors(void **state) {
  const char *referrals = "from,to\nm,a\na,c\nb,c\nb,a\n";
  (void)state;
  g_auto(Case) reach = ask(sheet, NULL, NULL, referrals, REFNET_OBJECTIVE_REACH);
  assert_string_equal(suggested(&reach, 0), "a"); /* works with b and c */
  assert_close(reach.answer->suggestions[0].score, 2);
  assert_int_equal(reason(&reach, 0, REFNET_REASON_REACH)->items.length, 2);
  assert_int_equal(reason(&reach, 0, REFNET_REASON_MEMBER_PARTNERS)->items.length, 1);
  assert_int_equal(reach.answer->suggestions[0].introduction.length, 2);
  assert_int_equal(reach.answer->suggestion_count, 1);
  g_auto(Case) sectors = ask(sheet, NULL, NULL, referrals, REFNET_OBJECTIVE_SECTORS);
  assert_int_equal(sectors.answer->suggestion_count, 1);
  assert_string_equal(suggested(&sectors, 0), "a");
  g_auto(Case) balance = ask(sheet, NULL, NULL, referrals, REFNET_OBJECTIVE_BALANCE);
  assert_string_equal(suggested(&balance, 0), "a");
  assert_true(balance.answer->reached <= balance.answer->open + 1e-9);
  assert_close(balance.answer->open, 1);
}

/* ---- few, by every objective ----------------------------------------------------------------- */

enum { OTHERS = 7 };

/* Two members and OTHERS candidates that overlap at random, in all that objectives count. */
static RefnetNetwork *random_coalition(RefnetRandom *random, RefnetDataset **dataset) {
  g_autoptr(GString) organizations = g_string_new("id,name,sector,services,areas,coalitions\n"
                                                  "m0,M0,s0,v0,a0,All\nm1,M1,s1,v1,a1,All\n");
  g_autoptr(GString) referrals = g_string_new("from,to\nm0,m1\n");
  g_autoptr(GString) needs = g_string_new("area,service,demand\n");
  for (guint o = 0; o < OTHERS; o++) {
    g_string_append_printf(organizations, "o%u,O%u,s%u,", o, o,
                           (guint)refnet_random_below(random, 5));
    for (guint v = 0; v < 5; v++)
      if (refnet_random_below(random, 2))
        g_string_append_printf(organizations, "v%u;", v);
    g_string_append_c(organizations, ',');
    for (guint a = 0; a < 4; a++)
      if (refnet_random_below(random, 2))
        g_string_append_printf(organizations, "a%u;", a);
    g_string_append(organizations, ",\n");
    for (guint t = 0; t < 3; t++)
      g_string_append_printf(referrals, "o%u,o%u\n", o, (guint)refnet_random_below(random, OTHERS));
  }
  for (guint i = 0; i < 20; i++)
    g_string_append_printf(needs, "a%u,v%u,%u\n", i / 5, i % 5,
                           (guint)refnet_random_below(random, 90));
  GError *error = NULL;
  *dataset = support_load(&error, "organizations.csv", organizations->str, "referrals.csv",
                          referrals->str, "needs.csv", needs->str, NULL);
  assert_null(error);
  return refnet_network_new(*dataset, NULL, FALSE, NULL);
}

/* What the candidates of `set` add together, all others being excluded. */
static double reached_by(const RefnetNetwork *network, RefnetObjective objective, guint set,
                         guint top, gboolean *is_best) {
  guint32 excluded[OTHERS], count = 0;
  for (guint32 o = 0; o < OTHERS; o++)
    if (!(set & 1u << o))
      excluded[count++] =
          refnet_dataset_find(network->dataset, (const char[]){'o', (char)('0' + o), '\0'}, NULL);
  RefnetWhoElseOptions options = {.as_of = AS_OF,
                                  .objective = objective,
                                  .top = top,
                                  .excluded = excluded,
                                  .excluded_count = count};
  g_autoptr(RefnetWhoElse) answer = refnet_who_else_coalition(network, &options, NULL);
  assert_non_null(answer);
  *is_best = answer->is_best;
  for (guint32 i = 1; i < answer->suggestion_count; i++)
    assert_true(answer->suggestions[i].score <= answer->suggestions[i - 1].score + 1e-9);
  return answer->reached;
}

static void test_few_of_a_whole_coalition(void **state) {
  const guint all = (1u << OTHERS) - 1;
  RefnetRandom random;
  (void)state;
  refnet_random_seed(&random, 5);
  for (guint trial = 0; trial < 3; trial++) {
    RefnetDataset *dataset;
    g_autoptr(RefnetNetwork) network = random_coalition(&random, &dataset);
    g_autoptr(RefnetDataset) owned = dataset;
    for (guint objective = 0; objective <= REFNET_OBJECTIVE_BALANCE; objective++) {
      double most[REFNET_BEST_FEW + 1] = {0};
      gboolean is_best;
      for (guint set = 1; set <= all; set++) {
        guint size = (guint)__builtin_popcount(set);
        if (size <= REFNET_BEST_FEW) /* 0: greedy, of all that are left */
          most[size] = MAX(most[size], reached_by(network, objective, set, 0, &is_best));
      }
      for (guint k = 1; k <= REFNET_BEST_FEW; k++) {
        assert_close(reached_by(network, objective, all, k, &is_best), most[k]);
        assert_true(is_best);
      }
    }
  }
  RefnetDataset *dataset;
  g_autoptr(RefnetNetwork) network = random_coalition(&random, &dataset);
  g_autoptr(RefnetDataset) owned = dataset;
  RefnetWhoElseOptions options = {.as_of = AS_OF};
  g_autoptr(RefnetWhoElse) list = refnet_who_else_coalition(network, &options, NULL);
  assert_false(list->is_best);
  assert_true(list->share_of_best > 1 - exp(-1) && list->share_of_best <= 1);
}

/* ---- members --------------------------------------------------------------------------------- */

static void test_members(void **state) {
  (void)state;
  g_auto(Case) formal = ask("id,name,partnership,services,areas\nx,X,Formal,meals,East\n"
                            "y,Y,casual,rides,East\n",
                            NULL, NULL, NULL, REFNET_OBJECTIVE_GAPS);
  assert_int_equal(formal.answer->member_rule, REFNET_MEMBERS_FORMAL);
  assert_int_equal(formal.answer->suggestion_count, 1);
  g_auto(Case) nobody = ask("id,name,services,areas\nx,X,meals,East\ny,Y,rides,East\n", NULL, NULL,
                            NULL, REFNET_OBJECTIVE_GAPS);
  assert_int_equal(nobody.answer->member_rule, REFNET_MEMBERS_NONE);
  assert_int_equal(nobody.answer->suggestion_count, 0);
  g_auto(Case) two = ask("id,name,coalitions,services,areas\nx,X,One,meals,East\n"
                         "y,Y,Two,rides,East\n",
                         NULL, NULL, NULL, REFNET_OBJECTIVE_GAPS);
  assert_int_equal(two.answer->member_rule, REFNET_MEMBERS_NONE);
}

static void test_rows_of_one_organization(void **state) {
  (void)state;
  g_auto(Case) c = ask("id,name,services,areas,coalitions,phone,city\n"
                       "m,Elm Clinic,,East,All,989-555-0101,Port\n"
                       "m2,ELM CLINIC INC,rides,East,,989 555 0101,Port\n" /* a member */
                       "p,Oak Pantry,food,East,,989-555-0102,Port\n"
                       "p2,Oak Pantry,food,East,,989-555-0102,Port\n",
                       NULL, NULL, NULL, REFNET_OBJECTIVE_GAPS);
  assert_int_equal(c.answer->suggestion_count, 1);
  assert_string_equal(suggested(&c, 0), "p");
}

/* Whichever of two rows has the tie to the member, the organization has it. */
static void test_reach_of_rows_of_one_organization(void **state) {
  static const char *const referrals[] = {"from,to\np,m\nc,p2\nz,c\n", "from,to\np2,m\nc,p\nz,c\n"};
  (void)state;
  for (guint i = 0; i < G_N_ELEMENTS(referrals); i++) {
    g_auto(Case) c = ask("id,name,services,areas,coalitions,phone,city\n"
                         "m,Elm Clinic,,East,All,989-555-0101,Port\n"
                         "p,Oak Pantry,food,East,,989-555-0102,Port\n"
                         "p2,Oak Pantry,food,East,,989-555-0102,Port\n"
                         "c,Cedar House,,East,,989-555-0103,Port\n"
                         "z,Zinnia Works,,East,,989-555-0104,Port\n",
                         NULL, NULL, referrals[i], REFNET_OBJECTIVE_REACH);
    assert_close(c.answer->open, 2); /* c and z */
    assert_int_equal(c.answer->suggestion_count, 2);
    assert_string_equal(suggested(&c, 0), "p");
    assert_close(c.answer->suggestions[0].score, 1);
    assert_int_equal(reason(&c, 0, REFNET_REASON_MEMBER_PARTNERS)->items.length, 1);
    assert_int_equal(c.answer->suggestions[0].introduction.length, 2);
    assert_string_equal(suggested(&c, 1), "c");
    assert_close(c.answer->suggestions[1].score, 1); /* z alone: a member works with p */
  }
}

/* Whichever of its rows was named or met, and whichever is in a group or within reach. */
static void test_reasons_of_rows_of_one_organization(void **state) {
  static const char *const rows[][2] = {{"p", "p2"}, {"p2", "p"}};
  (void)state;
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    const char *first = rows[i][0], *second = rows[i][1];
    g_autofree char *referrals =
        g_strdup_printf("from,to\n%s,x\nx,y\ny,%s\nm,z\nz,k\nk,m\n", first, first);
    g_autofree char *nominations = g_strdup_printf("nominated,named_by\n%s,x\n%s,m\n%s,m2\n%s,%s\n",
                                                   first, second, first, second, first);
    g_autofree char *meetings =
        g_strdup_printf("organization,date\n%s,2026-01-05\n%s,2026-03-05\n", first, second);
    g_auto(Case) c = ask_with("id,name,services,areas,coalitions,phone,city\n"
                              "m,Elm Clinic,,East,All,989-555-0101,Port\n"
                              "m2,Elm Clinic,,East,All,989-555-0101,Port\n"
                              "p,Oak Pantry,food,East,,989-555-0102,Port\n"
                              "p2,Oak Pantry,food,East,,989-555-0102,Port\n"
                              "x,Cedar House,,East,,989-555-0103,Port\n"
                              "y,Yew Court,,East,,989-555-0104,Port\n"
                              "z,Zinnia Works,,East,,989-555-0105,Port\n"
                              "k,Kite School,,East,,989-555-0106,Port\n",
                              referrals, nominations, meetings);
    assert_string_equal(suggested(&c, 0), "p");
    assert_int_equal(reason(&c, 0, REFNET_REASON_NEW_GROUP)->items.length, 3); /* p, x and y */
    assert_int_equal(reason(&c, 0, REFNET_REASON_NOMINATED)->items.length, 2); /* x and m */
    const RefnetReason *met = reason(&c, 0, REFNET_REASON_MET);
    assert_non_null(met);
    assert_int_equal(c.dataset->meetings[met->subject].date, refnet_date_from_ymd(2026, 3, 5));
  }
}

/* A way to any of its rows is a way to it, from any row of a member. */
static void test_ways_to_rows_of_one_organization(void **state) {
  static const char *const referrals[] = {"from,to\nm2,z\nz,p2\n", "from,to\nm2,p\nm,p2\n"};
  static const guint32 lengths[] = {3, 2};
  (void)state;
  for (guint i = 0; i < G_N_ELEMENTS(referrals); i++) {
    g_auto(Case) c = ask_with("id,name,services,areas,coalitions,phone,city\n"
                              "m,Elm Clinic,,East,All,989-555-0101,Port\n"
                              "m2,Elm Clinic,,East,,989-555-0101,Port\n"
                              "p,Oak Pantry,food,East,,989-555-0102,Port\n"
                              "p2,Oak Pantry,food,East,,989-555-0102,Port\n"
                              "z,Zinnia Works,,East,,989-555-0105,Port\n",
                              referrals[i], NULL, NULL);
    assert_string_equal(suggested(&c, 0), "p");
    assert_int_equal(c.answer->suggestions[0].introduction.length, lengths[i]);
    const RefnetReason *partners = reason(&c, 0, REFNET_REASON_MEMBER_PARTNERS);
    assert_int_equal(partners ? partners->items.length : 0, i); /* both rows are one member */
  }
}

/* ---- ties to make, plans --------------------------------------------------------------------- */

static void test_ties_join_parts(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv",
                   "id,name,coalitions\na,A,All\nb,B,All\nc,C,\nd,D,All\ne,E,\nf,F,\n",
                   "referrals.csv", "from,to,count\na,b,3\nb,a,1\nb,c,1\nd,e,1\n", NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  RefnetWhoElseOptions options = {.as_of = AS_OF};
  g_autoptr(RefnetTiesToMake) ties = refnet_ties_to_make_new(network, &options, NULL);
  assert_int_equal(ties->members, 3);
  assert_close(ties->fragmentation, 1 - (3 * 2 + 2 * 1) / 30.);
  assert_close(ties->fragmentation_after, 1 - 5 * 4 / 30.);
  assert_int_equal(ties->ties[0].kind, REFNET_TIE_JOIN);
  assert_int_equal(ties->ties[0].part_from, 3);
  assert_int_equal(ties->ties[0].part_to, 2);
  assert_close(ties->ties[0].score, 2 * 3 * 2 / 30.);
  assert_int_equal(ties->one_way_count, 0); /* a and b refer both ways; the others aren't members */
}

/* a and b, c and d, and e are apart, and everybody is looked at. */
static RefnetTiesToMake *ties_in_three_parts(RefnetNetwork *network, guint32 excluded, char *area) {
  char *areas[] = {area, NULL};
  const RefnetFilter filter = {.areas = areas};
  RefnetWhoElseOptions options = {.as_of = AS_OF,
                                  .excluded = &excluded,
                                  .excluded_count = excluded != REFNET_NONE,
                                  .candidates = area ? &filter : NULL};
  return refnet_ties_to_make_new(network, &options, NULL);
}

/* Others join the parts where who fits best may not, and only those who may count. */
static void test_ties_join_parts_of_those_chosen(void **state) {
  (void)state;
  g_autoptr(RefnetDataset) dataset =
      support_load(NULL, "organizations.csv",
                   "id,name,areas\na,A,East\nb,B,East\nc,C,West\nd,D,West\ne,E,North\n",
                   "referrals.csv", "from,to\na,b\nc,d\n", NULL);
  g_autoptr(RefnetNetwork) network = refnet_network_new(dataset, NULL, FALSE, NULL);
  g_autoptr(RefnetTiesToMake) without = ties_in_three_parts(network, 0, NULL);
  assert_int_equal(without->tie_count, 2);
  assert_true(without->fragmentation_after == 0);
  for (guint32 i = 0; i < 2; i++)
    assert_int_equal(without->ties[i].from, 1); /* b, not a */
  char north[] = "North";
  g_autoptr(RefnetTiesToMake) of_north = ties_in_three_parts(network, REFNET_NONE, north);
  assert_int_equal(of_north->tie_count, 2);
  assert_int_equal(of_north->ties[0].part_from, 3); /* e is joined to a, then c to e */
  assert_int_equal(of_north->ties[0].part_to, 2);
  assert_int_equal(of_north->ties[1].part_from, 2);
  assert_int_equal(of_north->ties[1].part_to, 1);
}

static void test_plan(void **state) {
  GString *organizations = g_string_new("id,name,services,areas,coalitions\nm,M,,North,All\n");
  (void)state;
  for (guint i = 0; i < 30; i++)
    g_string_append_printf(organizations, "o%02u,O%02u,s%02u,%s,\n", i, i, i,
                           i % 2 ? "East" : "West");
  g_auto(Case) c = ask(organizations->str, NULL, NULL, NULL, REFNET_OBJECTIVE_GAPS);
  g_string_free(organizations, TRUE);
  g_autoptr(RefnetMeetingPlan) twelve = refnet_meeting_plan_new(c.answer, 0, AS_OF, NULL);
  assert_int_equal(twelve->count, 12);
  assert_int_equal(twelve->weeks, 12);
  assert_int_equal(twelve->meetings[0].date, refnet_date_from_ymd(2026, 10, 5)); /* a Monday */
  assert_int_equal(twelve->meetings[11].date, refnet_date_from_ymd(2026, 12, 21));
  for (guint i = 1; i < 12; i++)
    assert_true((twelve->meetings[i].area != twelve->meetings[i - 1].area) == (i == 6));
  g_autoptr(RefnetMeetingPlan) all = refnet_meeting_plan_new(c.answer, 30, AS_OF, NULL);
  assert_int_equal(all->count, 30);
  assert_int_equal(all->weeks, 12);
  assert_int_equal(all->meetings[29].week, 12);
  g_autoptr(RefnetMeetingPlan) monday =
      refnet_meeting_plan_new(c.answer, 1, refnet_date_from_ymd(2026, 10, 5), NULL);
  assert_int_equal(monday->meetings[0].date, refnet_date_from_ymd(2026, 10, 12));
}

/* ---- evaluation ------------------------------------------------------------------------------ */

static void test_evaluation(void **state) {
  g_autoptr(GString) referrals = g_string_new("from,to\n");
  g_autoptr(GString) organizations = g_string_new("id,name\n");
  (void)state;
  for (guint i = 0; i < 20; i++) {
    g_string_append_printf(organizations, "o%02u,O%02u\n", i, i);
    for (guint k = i + 1; k < 20; k++)
      if (i / 5 == k / 5)
        g_string_append_printf(referrals, "o%02u,o%02u\n", i, k);
  }
  g_auto(Case) c = ask(organizations->str, NULL, NULL, referrals->str, REFNET_OBJECTIVE_GAPS);
  g_autoptr(RefnetEvaluation) evaluation = refnet_evaluation_new(c.network, 1, NULL);
  g_autoptr(RefnetEvaluation) again = refnet_evaluation_new(c.network, 1, NULL);
  assert_int_equal(evaluation->hidden, 10 * 6);
  assert_int_equal(evaluation->asked, 10 * 12);
  /* Cliques: whoever shares a partner is the hidden one. */
  assert_true(evaluation->methods[REFNET_METHOD_REFNET].auc > .95);
  assert_true(evaluation->methods[REFNET_METHOD_RESOURCE_ALLOCATION].recall > .95);
  assert_true(fabs(evaluation->methods[REFNET_METHOD_CHANCE].auc - .5) < .15);
  for (guint m = 0; m < REFNET_METHODS; m++)
    assert_true(evaluation->methods[m].mrr == again->methods[m].mrr);
  g_auto(Case) none = ask("id,name\na,A\nb,B\n", NULL, NULL, NULL, REFNET_OBJECTIVE_GAPS);
  g_autoptr(RefnetEvaluation) empty = refnet_evaluation_new(none.network, 1, NULL);
  assert_int_equal(empty->asked, 0);
  assert_true(isnan(empty->methods[0].auc));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_few_of_a_whole_coalition),
      cmocka_unit_test(test_gains_by_hand),
      cmocka_unit_test(test_blank_capacity_of_a_member_hides_the_gap),
      cmocka_unit_test(test_without_needs),
      cmocka_unit_test(test_reach_and_sectors),
      cmocka_unit_test(test_members),
      cmocka_unit_test(test_rows_of_one_organization),
      cmocka_unit_test(test_reach_of_rows_of_one_organization),
      cmocka_unit_test(test_reasons_of_rows_of_one_organization),
      cmocka_unit_test(test_ways_to_rows_of_one_organization),
      cmocka_unit_test(test_ties_join_parts),
      cmocka_unit_test(test_ties_join_parts_of_those_chosen),
      cmocka_unit_test(test_plan),
      cmocka_unit_test(test_evaluation),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
