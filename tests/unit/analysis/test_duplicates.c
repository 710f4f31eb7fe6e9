/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Services listed twice: overlaps against counting by brute force, verdicts. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include <refnet/analysis.h>

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

/* ---- services -------------------------------------------------------------------------------- */

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
  assert_int_equal(overlap->together.verdict, REFNET_OVERLAP_POSSIBLE);
  assert_true(isnan(overlap->together.supply) && isnan(overlap->together.demand));
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
    assert_int_equal(c.found->services[i].together.verdict, REFNET_OVERLAP_POSSIBLE);
  }
}

static void assert_verdict(const char *services, const char *needs, RefnetOverlapVerdict verdict) {
  g_auto(Case) c = look_services("id,name,populations\na,Ash,families\nb,Birch,families\n",
                                 services, needs, NULL);
  assert_int_equal(c.found->service_count, 1);
  assert_int_equal(c.found->services[0].together.verdict, verdict);
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

static void assert_together(const char *services, const char *needs, RefnetOverlapVerdict verdict,
                            double supply, double demand) {
  g_auto(Case) c = look_services("id,name,populations\na,Ash,youth\nb,Birch,youth\n"
                                 "c,Cedar,families\n",
                                 services, needs, NULL);
  assert_int_equal(c.found->service_count, 1);
  const RefnetSharedSupply *together = &c.found->services[0].together;
  assert_int_equal(together->verdict, verdict);
  assert_true(together->supply == supply || (isnan(together->supply) && isnan(supply)));
  assert_true(together->demand == demand || (isnan(together->demand) && isnan(demand)));
}

/* What both list for youth is held against what youth need, and not against what others do. */
static void test_verdict_goes_by_populations(void **state) {
  (void)state;
  const char *both = "organization,service,area,capacity\na,food,East,50\nb,food,East,50\n"
                     "c,food,East,50\n";
  const char *head = "area,service,population,demand\n";
  g_autofree char *each = g_strconcat(head, "East,food,youth,40\nEast,food,families,400\n", NULL);
  assert_together(both, each, REFNET_OVERLAP_DUPLICATION, 100, 40);
  g_autofree char *of_all = g_strconcat(each, "East,food,,500\n", NULL);
  assert_together(both, of_all, REFNET_OVERLAP_DUPLICATION, 100, 40);
  g_autofree char *others = g_strconcat(head, "East,food,families,40\n", NULL);
  assert_together(both, others, REFNET_OVERLAP_POSSIBLE, NAN, NAN);
  g_autofree char *total = g_strconcat(head, "East,food,,90\nEast,food,families,40\n", NULL);
  assert_together(both, total, REFNET_OVERLAP_DUPLICATION, 100, 90);
  /* a row for others adds nothing; one for both is shared by need: 55 · 40 / 440 */
  const char *rows = "organization,service,area,population,capacity\na,food,East,youth,11\n"
                     "b,food,East,youth;families,55\nb,food,East,families,200\nc,meals,East,,9\n";
  assert_together(rows, each, REFNET_OVERLAP_REDUNDANCY, 16, 40);
}

/* What the figures settle, then most people in need, then most cells. */
static void test_most_consequential_first(void **state) {
  (void)state;
  g_auto(Case) c = look_services("id,name,populations\na,Ash,all ages\nb,Birch,all ages\n"
                                 "c,Cedar,all ages\nd,Dogwood,all ages\n"
                                 "e,Elm,all ages\nf,Fir,all ages\n",
                                 "organization,service,area,capacity\n"
                                 "a,food,East,60\nb,food,East,60\n"
                                 "c,legal,East,600\nd,legal,East,600\n"
                                 "e,arts,East,\nf,arts,East,\ne,arts,West,\nf,arts,West,\n",
                                 "area,service,demand\nEast,food,100\nEast,legal,900\n", NULL);
  static const guint32 expected[] = {2, 0, 4};
  assert_int_equal(c.found->service_count, 3);
  for (gsize i = 0; i < 3; i++)
    assert_int_equal(c.found->services[i].organizations[0], expected[i]);
  assert_true(c.found->services[0].together.demand == 900);
  assert_true(c.found->services[0].together.supply == 1200);
}

static void test_what_lies_between(void **state) {
  (void)state;
  const char *organizations = "id,name,services,areas\na,Ash,food,East\nb,Birch,food,East\n"
                              "h,Hub,arts,\nx,Far,,\ny,Away,,\n";
  const char *contacts =
      "organization,name,email,left\na,Ana,ana@x.example,\nb,Ana,ana@x.example,\n"
      "a,Bo,bo@x.example,2020-01-01\nb,Bo,bo@x.example,\n";
  g_auto(Case) c =
      look_at(support_load(NULL, "organizations.csv", organizations, "contacts.csv", contacts,
                           "referrals.csv", "from,to\na,h\nh,b\nx,y\n", NULL));
  assert_int_equal(c.found->service_count, 1);
  const RefnetServiceOverlap *overlap = &c.found->services[0];
  assert_false(overlap->connected);
  assert_int_equal(overlap->shared_people, 1); /* one of the two has left */
  assert_int_equal(overlap->go_betweens.length, 1);
  assert_string_equal(c.dataset->organizations[overlap->go_betweens.items[0]].id, "h");
  assert_int_equal(overlap->one_community, REFNET_TRI_YES);
  g_auto(Case) alone = look_at(support_load(NULL, "organizations.csv", organizations, NULL));
  assert_int_equal(alone.found->services[0].one_community, REFNET_TRI_UNKNOWN);
  assert_int_equal(alone.found->services[0].go_betweens.length, 0);
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

static void test_what_two_rows_of_one_organization_have_counts_once(void **state) {
  (void)state;
  g_auto(Case) c = look_services("id,name,phone,populations\na,Oak House,989-555-0101,all ages\n"
                                 "a2,OAK HOUSE,989-555-0101,all ages\nb,Birch,,all ages\n",
                                 "organization,service,area,capacity\na,food,East,60\n"
                                 "a2,food,East,60\nb,food,East,60\n",
                                 "area,service,demand\nEast,food,150\n", NULL);
  assert_int_equal(c.found->service_count, 1);
  assert_true(c.found->services[0].together.supply == 120);
  assert_int_equal(c.found->services[0].together.verdict, REFNET_OVERLAP_REDUNDANCY);
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
        assert_true(overlap->shared_count <= c.found->services[i - 1].shared_count);
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

/* ---- groups ---------------------------------------------------------------------------------- */

static void test_groups_of_three(void **state) {
  (void)state;
  g_auto(Case) c = look_services("id,name,phone,services,areas,status\n"
                                 "a,Ash,,food,East;West,\nb,Birch,,food,East;West,\n"
                                 "c,Cedar,,food;legal,East;West,\nd,Dogwood,,legal,East,\n"
                                 "e,Elm,,food,North,\nf,Fir,,food,North,\n"
                                 "g,Gum,,food,East,closed\n",
                                 NULL, NULL, "from,to\na,b\nc,d\n");
  assert_int_equal(c.found->group_count, 1);
  const RefnetServiceGroup *group = &c.found->groups[0];
  assert_string_equal(c.dataset->services.names[group->service], "food");
  assert_int_equal(group->areas.length, 2);
  assert_int_equal(group->organizations.length, 3);
  for (guint32 i = 0; i < 3; i++)
    assert_int_equal(group->organizations.items[i], i);
  assert_int_equal(group->in_touch, 2);
}

static void test_groups_are_judged(void **state) {
  (void)state;
  const char *organizations = "id,name,populations\na,Ash,families;youth\nb,Birch,youth\n"
                              "c,Cedar,veterans;youth\nd,Dogwood,families\ne,Elm,veterans\n"
                              "f,Fir,\n";
  g_auto(Case) c = look_services(organizations,
                                 "organization,service,area,capacity\n"
                                 "a,food,East,20\nb,food,East,20\nc,food,East,20\n"
                                 "b,legal,East,9\nd,legal,East,9\ne,legal,East,9\n"
                                 "a,arts,East,9\nb,arts,East,9\nf,arts,East,9\n",
                                 "area,service,demand\nEast,food,60\nEast,legal,1\nEast,arts,1\n",
                                 "from,to\na,b\nb,a\na,c\n");
  assert_int_equal(c.found->group_count, 3);
  const RefnetServiceGroup *group = &c.found->groups[0]; /* food, for youth, enough of it */
  assert_int_equal(group->together.verdict, REFNET_OVERLAP_DUPLICATION);
  assert_true(group->together.supply == 60 && group->together.demand == 60);
  assert_int_equal(group->populations.length, 1);
  assert_string_equal(c.dataset->populations.names[group->populations.items[0]], "youth");
  assert_int_equal(group->in_touch, 3);
  assert_int_equal(group->ties, 2);
  /* for nobody in common; for whom one doesn't say */
  for (gsize i = 1; i < 3; i++) {
    assert_int_equal(c.found->groups[i].together.verdict, REFNET_OVERLAP_POSSIBLE);
    assert_int_equal(c.found->groups[i].populations.length, 0);
  }
}

/* Who serves other people in each area is in a group for those it serves there. */
static void test_groups_by_whom_they_serve(void **state) {
  (void)state;
  g_auto(Case) c = look_services("id,name\na,Ash\nb,Birch\nc,Cedar\n",
                                 "organization,service,area,population\n"
                                 "a,food,East;West,youth\na,food,North,veterans\n"
                                 "b,food,East;West;North,youth;veterans\n"
                                 "c,food,East;West;North,youth;veterans\n",
                                 NULL, NULL);
  static const char *const expected[] = {"youth", "veterans"};
  assert_int_equal(c.found->group_count, 2);
  for (gsize i = 0; i < 2; i++) {
    const RefnetServiceGroup *group = &c.found->groups[i];
    assert_int_equal(group->organizations.length, 3);
    assert_int_equal(group->populations.length, 1);
    const char *served = c.dataset->populations.names[group->populations.items[0]];
    assert_string_equal(served, expected[group->areas.length == 2 ? 0 : 1]);
  }
}

static void test_groups_largest_first(void **state) {
  (void)state;
  g_auto(Case) c = look_services("id,name,services,areas\n"
                                 "a,Ash,food;legal,East\nb,Birch,food;legal,East\n"
                                 "c,Cedar,food;legal,East\nd,Dogwood,legal,East\n"
                                 "e,Elm,arts,East\nf,Fir,arts,East\ng,Gum,arts,East\n",
                                 NULL, NULL, "from,to\ne,f\n");
  static const char *const expected[] = {"legal", "food", "arts"};
  assert_int_equal(c.found->group_count, 3);
  for (gsize i = 0; i < 3; i++)
    assert_string_equal(c.dataset->services.names[c.found->groups[i].service], expected[i]);
}

/* Each area × service with three or more is in exactly one group, with all who list it. */
static void test_groups_against_brute_force(void **state) {
  (void)state;
  for (guint64 seed = 1; seed <= 20; seed++) {
    g_auto(Case) c = look_at(random_dataset(seed, seed % 2));
    gsize cells = 0, expected = 0;
    for (gsize i = 0; i < c.found->group_count; i++)
      cells += c.found->groups[i].areas.length;
    for (guint32 s = 0; s < c.dataset->services.length; s++)
      for (guint32 a = 0; a < c.dataset->area_count; a++) {
        guint32 listed = 0;
        for (guint32 o = 0; o < c.dataset->organization_count; o++)
          listed += refnet_list_has(c.dataset->organizations[o].services, s) &&
                    refnet_list_has(c.dataset->organizations[o].areas, a);
        expected += listed >= 3;
        for (gsize i = 0; i < c.found->group_count; i++) {
          const RefnetServiceGroup *group = &c.found->groups[i];
          if (group->service == s && refnet_list_has(group->areas, a))
            assert_int_equal(group->organizations.length, listed);
        }
      }
    assert_int_equal(cells, expected);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_overlap),
      cmocka_unit_test(test_blank_populations_match_any),
      cmocka_unit_test(test_verdicts),
      cmocka_unit_test(test_verdict_goes_by_populations),
      cmocka_unit_test(test_rows_of_one_organization_do_not_overlap),
      cmocka_unit_test(test_what_two_rows_of_one_organization_have_counts_once),
      cmocka_unit_test(test_unknown_areas_are_not_compared),
      cmocka_unit_test(test_overlaps_against_brute_force),
      cmocka_unit_test(test_row_order_changes_nothing),
      cmocka_unit_test(test_groups_of_three),
      cmocka_unit_test(test_most_consequential_first),
      cmocka_unit_test(test_what_lies_between),
      cmocka_unit_test(test_groups_are_judged),
      cmocka_unit_test(test_groups_by_whom_they_serve),
      cmocka_unit_test(test_groups_largest_first),
      cmocka_unit_test(test_groups_against_brute_force)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
