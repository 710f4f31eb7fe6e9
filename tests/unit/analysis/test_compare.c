/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two datasets side by side: who is whom, what came and went, and what silence leaves open. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include <refnet/analysis.h>

#include "unit/support.h"

/* ---- two sides ------------------------------------------------------------------------------- */

typedef struct {
  RefnetDataset *datasets[REFNET_SIDES];
  RefnetNetwork *networks[REFNET_SIDES];
  RefnetChanges *changes;
} Pair;

static const RefnetDate DAY = 20000;

static void compare(Pair *pair, RefnetDataset *then, RefnetDataset *now) {
  g_autoptr(GError) error = NULL;
  const RefnetCompareOptions options = {.as_of = {DAY, DAY}, .seed = 1};
  assert_non_null(then);
  assert_non_null(now);
  pair->datasets[REFNET_THEN] = then;
  pair->datasets[REFNET_NOW] = now;
  for (guint side = 0; side < REFNET_SIDES; side++)
    pair->networks[side] = refnet_network_new(pair->datasets[side], NULL, FALSE, &error);
  pair->changes =
      refnet_changes_new(pair->networks[REFNET_THEN], pair->networks[REFNET_NOW], &options, &error);
  assert_null(error);
  assert_non_null(pair->changes);
}

static void pair_clear(Pair *pair) {
  refnet_changes_free(pair->changes);
  for (guint side = 0; side < REFNET_SIDES; side++) {
    refnet_network_free(pair->networks[side]);
    refnet_dataset_free(pair->datasets[side]);
  }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Pair, pair_clear)

static RefnetDataset *sheets(const char *organizations, const char *referrals) {
  return support_load(NULL, "organizations.csv", organizations, "referrals.csv", referrals, NULL);
}

static const char *name_of(const Pair *pair, guint32 compared) {
  return refnet_changes_organization(pair->changes, compared, REFNET_NOW)->name;
}

/* "listed Elm;renamed Oak": kinds and names, as people would write them. */
static char *moves_of(const Pair *pair) {
  static const char *const kinds[] = {"listed", "reopened", "entered", "unlisted",
                                      "closed", "left",     "joined",  "renamed"};
  GString *text = g_string_new(NULL);
  for (gsize i = 0; i < pair->changes->move_count; i++)
    g_string_append_printf(text, "%s%s %s", i ? ";" : "", kinds[pair->changes->moves[i].kind],
                           name_of(pair, pair->changes->moves[i].compared));
  return g_string_free(text, FALSE);
}

static char *ties_of(const Pair *pair) {
  static const char *const kinds[] = {"added",    "removed", "unsaid then", "unsaid now",
                                      "stronger", "weaker",  "steady"};
  GString *text = g_string_new(NULL);
  for (gsize i = 0; i < pair->changes->tie_count; i++) {
    const RefnetTieChange *tie = &pair->changes->ties[i];
    g_string_append_printf(text, "%s%s %s-%s%s%s%s", i ? ";" : "", kinds[tie->kind],
                           name_of(pair, tie->a), name_of(pair, tie->b),
                           tie->clearly ? " clearly" : "", tie->two_way ? " two-way" : "",
                           tie->one_way ? " one-way" : "");
  }
  return g_string_free(text, FALSE);
}

static void assert_moves(const Pair *pair, const char *expected) {
  g_autofree char *moves = moves_of(pair);
  assert_string_equal(moves, expected);
}

static void assert_ties(const Pair *pair, const char *expected) {
  g_autofree char *ties = ties_of(pair);
  assert_string_equal(ties, expected);
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

/* ---- people, gaps, risks --------------------------------------------------------------------- */

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

#define PLACES "area,name\nnorth,North\nsouth,South\n"

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

/* ---- properties ------------------------------------------------------------------------------ */

enum { ORGANIZATIONS = 24, ROWS = 40 };

/* Sheets of a made-up year: which organizations are listed, what they offer, who refers. */
typedef struct {
  GPtrArray *organizations, *referrals, *contacts, *needs, *respondents;
} Sheets;

static void add_organization(Sheets *sheets, guint o, RefnetRandom *random) {
  static const char *const services[] = {"food", "legal aid", "food;respite", "", "respite"};
  static const char *const areas[] = {"north", "south", "north;south", ""};
  g_ptr_array_add(sheets->organizations,
                  g_strdup_printf("o%02u,Place %c%u,%s,%s,%s", o, 'A' + o % 26, o * 7,
                                  services[refnet_random_below(random, 5)],
                                  areas[refnet_random_below(random, 4)],
                                  refnet_random_below(random, 9) ? "active" : "closed"));
  for (guint64 c = refnet_random_below(random, 3); c-- > 0;)
    g_ptr_array_add(sheets->contacts,
                    g_strdup_printf("o%02u,Person %u,%s", o, (guint)refnet_random_below(random, 4),
                                    refnet_random_below(random, 6) ? "" : "2020-01-01"));
  if (refnet_random_below(random, 4))
    g_ptr_array_add(sheets->respondents,
                    g_strdup_printf("o%02u,%s", o, refnet_random_below(random, 3) ? "yes" : "no"));
}

static void make_year(Sheets *sheets, RefnetRandom *random) {
  guint listed[ORGANIZATIONS], count = 0;
  for (guint o = 0; o < ORGANIZATIONS; o++)
    if (refnet_random_below(random, 8)) {
      listed[count++] = o;
      add_organization(sheets, o, random);
    }
  for (guint r = 0; r < ROWS; r++)
    g_ptr_array_add(sheets->referrals, g_strdup_printf("o%02u,o%02u,%u,2024-0%u-11",
                                                       listed[refnet_random_below(random, count)],
                                                       listed[refnet_random_below(random, count)],
                                                       (guint)refnet_random_below(random, 20) + 1,
                                                       (guint)refnet_random_below(random, 9) + 1));
  for (guint i = 0; i < 5; i++)
    g_ptr_array_add(sheets->needs,
                    g_strdup_printf("%s,%s,%u", refnet_random_below(random, 2) ? "north" : "south",
                                    refnet_random_below(random, 2) ? "food" : "respite",
                                    (guint)refnet_random_below(random, 50)));
}

static void shuffle(GPtrArray *rows, RefnetRandom *random) {
  for (guint i = rows->len; i > 1; i--) {
    guint k = (guint)refnet_random_below(random, i);
    gpointer swap = rows->pdata[i - 1];
    rows->pdata[i - 1] = rows->pdata[k];
    rows->pdata[k] = swap;
  }
}

static char *join_rows(const char *header, const GPtrArray *rows) {
  GString *text = g_string_new(header);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf(text, "\n%s", (const char *)rows->pdata[i]);
  g_string_append_c(text, '\n');
  return g_string_free(text, FALSE);
}

static RefnetDataset *load_sheets(const Sheets *sheets) {
  g_autofree char *organizations =
      join_rows("id,name,services,areas,status", sheets->organizations);
  g_autofree char *referrals = join_rows("from,to,count,date", sheets->referrals);
  g_autofree char *contacts = join_rows("organization,name,left", sheets->contacts);
  g_autofree char *needs = join_rows("area,service,demand", sheets->needs);
  g_autofree char *respondents = join_rows("organization,answered", sheets->respondents);
  return support_load(NULL, "organizations.csv", organizations, "referrals.csv", referrals,
                      "contacts.csv", contacts, "needs.csv", needs, "respondents.csv", respondents,
                      "areas.csv", PLACES, NULL);
}

/* The sheets of one year; `order` 0: as made, else shuffled. */
static RefnetDataset *year(guint64 seed, guint64 order) {
  Sheets sheets;
  GPtrArray **all[] = {&sheets.organizations, &sheets.referrals, &sheets.contacts, &sheets.needs,
                       &sheets.respondents};
  RefnetRandom random, disorder;
  refnet_random_seed(&random, seed);
  refnet_random_seed(&disorder, order);
  for (guint i = 0; i < G_N_ELEMENTS(all); i++)
    *all[i] = g_ptr_array_new_with_free_func(g_free);
  make_year(&sheets, &random);
  for (guint i = 0; i < G_N_ELEMENTS(all) && order > 0; i++)
    shuffle(*all[i], &disorder);
  RefnetDataset *dataset = load_sheets(&sheets);
  for (guint i = 0; i < G_N_ELEMENTS(all); i++)
    g_ptr_array_unref(*all[i]);
  return dataset;
}

static void assert_same_figures(const RefnetChanges *changes, guint a, const RefnetChanges *others,
                                guint b) {
  assert_int_equal(changes->figure_count, others->figure_count);
  for (gsize i = 0; i < changes->figure_count; i++) {
    const RefnetComparedFigure *x = &changes->figures[i], *y = &others->figures[i];
    assert_true(isnan(x->value[a]) ? isnan(y->value[b]) : x->value[a] == y->value[b]);
    assert_true(isnan(x->shared[a]) ? isnan(y->shared[b]) : x->shared[a] == y->shared[b]);
  }
}

static void test_nothing_changed_from_itself(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 12; seed++) {
    g_auto(Pair) pair = {0};
    compare(&pair, year(seed, 0), year(seed, seed));
    const RefnetChanges *changes = pair.changes;
    assert_int_equal(changes->move_count, 0);
    assert_int_equal(changes->tie_count, 0);
    assert_int_equal(changes->gap_count, 0);
    assert_int_equal(changes->risk_count, 0);
    assert_int_equal(changes->people_count, 0);
    assert_int_equal(changes->caveats & ~(guint)REFNET_CAVEAT_OVERLAP, 0);
    assert_int_equal(changes->shared, changes->organization_count);
    assert_same_figures(changes, REFNET_THEN, changes, REFNET_NOW);
  }
}

/* What each kind becomes when the sides are exchanged. */
static RefnetTieChangeKind turned(RefnetTieChangeKind kind) {
  static const RefnetTieChangeKind other[] = {[REFNET_TIE_ADDED] = REFNET_TIE_REMOVED,
                                              [REFNET_TIE_REMOVED] = REFNET_TIE_ADDED,
                                              [REFNET_TIE_UNSAID_THEN] = REFNET_TIE_UNSAID_NOW,
                                              [REFNET_TIE_UNSAID_NOW] = REFNET_TIE_UNSAID_THEN,
                                              [REFNET_TIE_STRONGER] = REFNET_TIE_WEAKER,
                                              [REFNET_TIE_WEAKER] = REFNET_TIE_STRONGER,
                                              [REFNET_TIE_STEADY] = REFNET_TIE_STEADY};
  return other[kind];
}

static gsize count_gaps(const RefnetChanges *changes, guint side) {
  gsize count = 0;
  for (gsize i = 0; i < changes->gap_count; i++)
    count += changes->gaps[i].side == side;
  return count;
}

static gsize count_risks(const RefnetChanges *changes, gboolean up) {
  gsize count = 0;
  for (gsize i = 0; i < changes->risk_count; i++)
    count += (up ? changes->risks[i].up : changes->risks[i].down) != 0;
  return count;
}

static gsize count_people(const RefnetChanges *changes, gboolean is_new) {
  gsize count = 0;
  for (gsize i = 0; i < changes->people_count; i++)
    count += (changes->people[i].kind == REFNET_PERSON_NEW) == is_new;
  return count;
}

static void assert_mirrored(const RefnetChanges *there, const RefnetChanges *back) {
  assert_int_equal(there->shared, back->shared);
  assert_int_equal(there->ties_kept, back->ties_kept);
  assert_int_equal(there->two_way, back->one_way);
  assert_int_equal(there->one_way, back->two_way);
  assert_int_equal(there->unsaid_ways, back->unsaid_ways);
  for (guint kind = 0; kind < REFNET_TIE_CHANGES; kind++)
    assert_int_equal(there->tie_counts[kind], back->tie_counts[turned((RefnetTieChangeKind)kind)]);
  for (guint side = 0; side < REFNET_SIDES; side++)
    assert_int_equal(count_gaps(there, side), count_gaps(back, !side));
  assert_int_equal(count_risks(there, TRUE), count_risks(back, FALSE));
  assert_int_equal(count_risks(there, FALSE), count_risks(back, TRUE));
  assert_int_equal(count_people(there, TRUE), count_people(back, FALSE));
  assert_int_equal(there->move_count, back->move_count);
  assert_same_figures(there, REFNET_THEN, back, REFNET_NOW);
  assert_same_figures(there, REFNET_NOW, back, REFNET_THEN);
}

static void test_exchanging_sides_mirrors(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 12; seed++) {
    g_auto(Pair) there = {0}, back = {0};
    compare(&there, year(seed, 0), year(seed + 100, 0));
    compare(&back, year(seed + 100, 0), year(seed, 0));
    assert_mirrored(there.changes, back.changes);
  }
}

static void test_order_of_rows_changes_nothing(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 6; seed++) {
    g_auto(Pair) pair = {0}, other = {0};
    compare(&pair, year(seed, 0), year(seed + 50, 0));
    compare(&other, year(seed, 7), year(seed + 50, 9));
    g_autofree char *moves = moves_of(&other), *ties = ties_of(&other);
    assert_moves(&pair, moves);
    assert_ties(&pair, ties);
    assert_same_figures(pair.changes, REFNET_NOW, other.changes, REFNET_NOW);
  }
}

/* ---- against counting pairs ------------------------------------------------------------------ */

/* Is there an arc between organizations with these ids? */
static gboolean has_arc(const RefnetNetwork *network, const char *from, const char *to) {
  guint32 a = refnet_dataset_find(network->dataset, from, NULL);
  guint32 b = refnet_dataset_find(network->dataset, to, NULL);
  return a != REFNET_NONE && b != REFNET_NONE && a != b &&
         refnet_network_find_arc(network, network->vertex[a], network->vertex[b]) != G_MAXUINT64;
}

static guint ways(const RefnetNetwork *network, const char *a, const char *b) {
  return (guint)has_arc(network, a, b) + (guint)has_arc(network, b, a);
}

static void test_counts_are_those_of_all_pairs(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 8; seed++) {
    g_auto(Pair) pair = {0};
    guint64 came = 0, went = 0, kept = 0;
    compare(&pair, year(seed, 0), year(seed + 30, 0));
    for (guint a = 0; a < ORGANIZATIONS; a++)
      for (guint b = a + 1; b < ORGANIZATIONS; b++) {
        g_autofree char *x = g_strdup_printf("o%02u", a), *y = g_strdup_printf("o%02u", b);
        gboolean then = ways(pair.networks[REFNET_THEN], x, y) > 0;
        gboolean now = ways(pair.networks[REFNET_NOW], x, y) > 0;
        came += now && !then;
        went += then && !now;
        kept += then && now;
      }
    const guint64 *counts = pair.changes->tie_counts;
    assert_int_equal(counts[REFNET_TIE_ADDED] + counts[REFNET_TIE_UNSAID_THEN], came);
    assert_int_equal(counts[REFNET_TIE_REMOVED] + counts[REFNET_TIE_UNSAID_NOW], went);
    assert_int_equal(pair.changes->ties_kept, kept);
  }
}

/* ---- scenarios ------------------------------------------------------------------------------- */

/* What closing one organization changes. */
static void close_one(Pair *pair, guint64 seed, guint32 closed) {
  const RefnetEdit close = {.kind = REFNET_EDIT_CLOSE,
                            .organization = closed,
                            .other = REFNET_NONE,
                            .person = REFNET_NONE,
                            .service = REFNET_NONE,
                            .area = REFNET_NONE};
  guint32 now_of_then[ORGANIZATIONS];
  RefnetCompareOptions options = {.as_of = {DAY, DAY}, .seed = 1, .now_of_then = now_of_then};
  g_autofree guint8 *out = NULL;
  pair->datasets[REFNET_THEN] = year(seed, 0);
  RefnetDataset *edited =
      refnet_dataset_edited(pair->datasets[REFNET_THEN], &close, 1, DAY, &out, NULL);
  pair->networks[REFNET_THEN] = refnet_network_new(pair->datasets[REFNET_THEN], NULL, FALSE, NULL);
  if (!edited) /* it is closed already */
    return;
  pair->datasets[REFNET_NOW] = edited;
  for (guint32 o = 0; o < edited->organization_count; o++) {
    now_of_then[o] = o;
    out[o] = !out[o];
  }
  g_autoptr(RefnetNetwork) whole = refnet_network_new(edited, NULL, FALSE, NULL);
  pair->networks[REFNET_NOW] = refnet_network_part(whole, out, NULL);
  pair->changes =
      refnet_changes_new(pair->networks[REFNET_THEN], pair->networks[REFNET_NOW], &options, NULL);
  assert_non_null(pair->changes);
}

/* Marks whom `from` reaches without `gone`; returns how many. */
static guint32 reach(const RefnetNetwork *network, guint32 from, guint32 gone, gboolean *reached) {
  guint32 count = 1;
  reached[from] = TRUE;
  for (guint64 i = network->tie_start[from]; i < network->tie_start[from + 1]; i++) {
    guint32 next = network->neighbor[i];
    if (next != gone && !reached[next])
      count += reach(network, next, gone, reached);
  }
  return count;
}

/* Is `vertex` cut off from most of those it could reach, straight from the definition? */
static gboolean is_cut_off(const RefnetNetwork *network, guint32 vertex, guint32 gone) {
  gboolean before[ORGANIZATIONS] = {FALSE}, own[ORGANIZATIONS] = {FALSE};
  reach(network, vertex, REFNET_NONE, before);
  guint32 size = reach(network, vertex, gone, own);
  for (guint32 w = 0; w < network->vertices; w++) {
    gboolean other[ORGANIZATIONS] = {FALSE};
    if (before[w] && !own[w] && w != gone && reach(network, w, gone, other) >= size)
      return TRUE;
  }
  return FALSE;
}

static void test_cut_off_is_as_defined(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 4; seed++)
    for (guint32 closed = 0; closed < ORGANIZATIONS; closed += 3) {
      g_auto(Pair) pair = {0};
      close_one(&pair, seed, closed % 15);
      const RefnetNetwork *then = pair.networks[REFNET_THEN];
      for (guint32 v = 0; pair.changes && v < then->vertices; v++) {
        guint32 compared = pair.changes->compared_of[REFNET_THEN][v];
        assert_int_equal(refnet_list_has(pair.changes->cut_off, compared),
                         v != closed % 15 && is_cut_off(then, v, closed % 15));
      }
    }
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
      cmocka_unit_test(test_other_names_tell),
      cmocka_unit_test(test_what_stands_for_two_tells_nothing),
      cmocka_unit_test(test_sure_records_are_renamed),
      cmocka_unit_test(test_closing_is_not_leaving_the_list),
      cmocka_unit_test(test_ties_come_go_and_grow),
      cmocka_unit_test(test_frequencies_are_compared_where_there_are_no_counts),
      cmocka_unit_test(test_numbers_on_one_side_only_tell_no_strength),
      cmocka_unit_test(test_silence_is_not_an_end),
      cmocka_unit_test(test_who_reports_is_who_has_to_answer),
      cmocka_unit_test(test_an_end_that_is_gone_explains),
      cmocka_unit_test(test_people_leave_come_and_hand_over),
      cmocka_unit_test(test_gaps_open_close_and_turn),
      cmocka_unit_test(test_a_new_need_is_told_from_a_lost_service),
      cmocka_unit_test(test_second_contacts_lower_what_rests_on_one),
      cmocka_unit_test(test_nothing_changed_from_itself),
      cmocka_unit_test(test_exchanging_sides_mirrors),
      cmocka_unit_test(test_order_of_rows_changes_nothing),
      cmocka_unit_test(test_counts_are_those_of_all_pairs),
      cmocka_unit_test(test_cut_off_is_as_defined),
      cmocka_unit_test(test_nothing_beside_something),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
