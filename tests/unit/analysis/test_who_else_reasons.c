/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every reason is true: for each organisation of the sample county, and for its coalition, what the
 * reasons say is looked up again in the rows. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include <refnet/analysis.h>

#include "analysis/records/records.h"

#define AS_OF refnet_date_from_ymd(2026, 9, 30)

typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
  guint32 *same; /* first vertex of the same organisation; vertices are organisations here */
  gboolean *tied, *together; /* by pair of organisations: as rows; any rows of the two */
  gboolean *member;          /* by any of its rows */
} County;

static County county;

static guint32 pair(guint32 a, guint32 b) {
  return a * county.dataset->organization_count + b;
}

static gboolean row_is_member(guint32 organization) {
  return county.dataset->organizations[organization].details->coalitions.length > 0 &&
         !county.dataset->organizations[organization].closed;
}

/* Looked up so often that it is done once. */
static void look_up_pairs(void) {
  guint32 n = county.dataset->organization_count;
  county.tied = g_new0(gboolean, (gsize)n * n);
  county.together = g_new0(gboolean, (gsize)n * n);
  county.member = g_new0(gboolean, n);
  for (guint32 a = 0; a < n; a++)
    for (guint32 b = 0; b < n; b++)
      county.tied[pair(a, b)] =
          a != b && refnet_network_find_tie(county.network, county.network->vertex[a],
                                            county.network->vertex[b]) != G_MAXUINT64;
  for (guint32 a = 0; a < n; a++)
    for (guint32 i = 0; i < n; i++) {
      if (county.same[i] != county.same[a])
        continue;
      county.member[a] |= row_is_member(i);
      for (guint32 k = 0; k < n; k++)
        for (guint32 b = 0; county.tied[pair(i, k)] && b < n; b++)
          county.together[pair(a, b)] |= county.same[k] == county.same[b];
    }
}

static int load_county(void **state) {
  (void)state;
  county.dataset = refnet_dataset_load("datasets/harbor-county", NULL, NULL);
  county.network = county.dataset ? refnet_network_new(county.dataset, NULL, FALSE, NULL) : NULL;
  county.same = county.network ? refnet_same_records(county.network, NULL) : NULL;
  if (county.same)
    look_up_pairs();
  return county.same ? 0 : -1;
}

static int free_county(void **state) {
  (void)state;
  g_free(county.same);
  g_free(county.tied);
  g_free(county.together);
  g_free(county.member);
  refnet_network_free(county.network);
  refnet_dataset_free(county.dataset);
  return 0;
}

/* ---- the rows -------------------------------------------------------------------------------- */

static gboolean tied(guint32 a, guint32 b) { /* organizations */
  return county.tied[pair(a, b)];
}

static gboolean offers(guint32 organization, guint32 service, guint32 area) {
  const RefnetDataset *dataset = county.dataset;
  for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
       o++)
    if (dataset->offers[o].service == service &&
        (area == REFNET_NONE || refnet_list_has(dataset->offers[o].areas, area)))
      return TRUE;
  return FALSE;
}

static gboolean works_in(guint32 organization, guint32 area) {
  const RefnetDataset *dataset = county.dataset;
  gboolean there = refnet_list_has(dataset->organizations[organization].areas, area);
  for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
       o++)
    there |= refnet_list_has(dataset->offers[o].areas, area);
  return there;
}

static gboolean serves(guint32 organization, guint32 population) {
  const RefnetDataset *dataset = county.dataset;
  gboolean served = refnet_list_has(dataset->organizations[organization].populations, population);
  for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
       o++)
    served |= refnet_list_has(dataset->offers[o].populations, population);
  return served;
}

static gboolean was_named(guint32 organization, guint32 by) {
  for (guint32 i = 0; i < county.dataset->nomination_count; i++)
    if (county.dataset->nominations[i].nominated == organization &&
        county.dataset->nominations[i].named_by == by)
      return TRUE;
  return FALSE;
}

static gboolean partner_of_partner(guint32 z, guint32 y) {
  for (guint32 w = 0; w < county.dataset->organization_count; w++)
    if (tied(z, w) && tied(w, y))
      return TRUE;
  return FALSE;
}

static void count_sector_pairs(guint32 one, guint32 other, guint64 *ties, guint64 *pairs) {
  const RefnetDataset *dataset = county.dataset;
  *ties = *pairs = 0;
  for (guint32 a = 0; a < dataset->organization_count; a++)
    for (guint32 b = a + 1; b < dataset->organization_count; b++) {
      guint32 x = dataset->organizations[a].sector, y = dataset->organizations[b].sector;
      if (!((x == one && y == other) || (x == other && y == one)))
        continue;
      ++*pairs;
      *ties += tied(a, b);
    }
}

/* ---- one organization ------------------------------------------------------------------------ */

static gboolean item_is_true(guint32 x, guint32 y, RefnetReasonKind kind, guint32 item) {
  const RefnetOrganization *asker = &county.dataset->organizations[x];
  const RefnetOrganization *other = &county.dataset->organizations[y];
  switch (kind) {
  case REFNET_REASON_COMMON_PARTNERS:
    return tied(x, item) && tied(item, y);
  case REFNET_REASON_INDIRECT_PARTNERS:
    return tied(x, item) && partner_of_partner(item, y);
  case REFNET_REASON_COMPLEMENTARY:
    return offers(y, item, REFNET_NONE) && !offers(x, item, REFNET_NONE);
  case REFNET_REASON_SHARED_SERVICE:
    return offers(y, item, REFNET_NONE) && offers(x, item, REFNET_NONE);
  case REFNET_REASON_SHARED_AREA:
    return works_in(x, item) && works_in(y, item);
  case REFNET_REASON_SHARED_POPULATION:
    return serves(x, item) && serves(y, item);
  case REFNET_REASON_NOMINATED:
    return was_named(y, item);
  case REFNET_REASON_OFFERS_MATCH:
    return refnet_list_has(other->details->offers, item) &&
           refnet_list_has(asker->details->seeks, item);
  case REFNET_REASON_SEEKS_MATCH:
    return refnet_list_has(other->details->seeks, item) &&
           refnet_list_has(asker->details->offers, item);
  default:
    return FALSE;
  }
}

static void check_figures(guint32 x, guint32 y, const RefnetReason *reason) {
  const RefnetOrganization *asker = &county.dataset->organizations[x];
  const RefnetOrganization *other = &county.dataset->organizations[y];
  guint64 ties, pairs;
  switch (reason->kind) {
  case REFNET_REASON_NEAR:
    assert_true(fabs(reason->value -
                     refnet_distance_km(asker->details->latitude, asker->details->longitude,
                                        other->details->latitude, other->details->longitude)) <
                1e-9);
    break;
  case REFNET_REASON_SECTORS:
    count_sector_pairs(asker->sector, other->sector, &ties, &pairs);
    assert_int_equal(reason->subject, other->sector);
    assert_int_equal(reason->ties, ties);
    assert_int_equal(reason->pairs, pairs);
    break;
  case REFNET_REASON_MET:
    assert_int_equal(county.same[county.dataset->meetings[reason->subject].organization],
                     county.same[y]);
    for (guint32 i = 0; i < county.dataset->meeting_count; i++)
      if (county.same[county.dataset->meetings[i].organization] == county.same[y])
        assert_true(county.dataset->meetings[i].date <=
                    county.dataset->meetings[reason->subject].date);
    break;
  default:
    assert_true(reason->items.length > 0);
  }
}

static void check_suggestion(guint32 x, const RefnetSuggestion *suggestion) {
  guint32 y = county.network->organization[suggestion->vertex];
  assert_false(tied(x, y));
  assert_true(suggestion->reason_count > 0);
  for (guint32 i = 0; i < suggestion->reason_count; i++) {
    const RefnetReason *reason = &suggestion->reasons[i];
    check_figures(x, y, reason);
    for (guint32 k = 0; k < reason->items.length; k++)
      assert_true(item_is_true(x, y, reason->kind, reason->items.items[k]));
  }
}

static void test_reasons_of_every_organization(void **state) {
  (void)state;
  for (guint prefer = 0; prefer < 2; prefer++)
    for (guint32 v = 0; v < county.network->vertices; v++) {
      RefnetWhoElseOptions options = {.as_of = AS_OF, .prefer = (RefnetPreference)prefer};
      g_autoptr(RefnetWhoElse) answer = refnet_who_else_new(county.network, v, &options, NULL);
      assert_non_null(answer);
      for (guint32 i = 0; i < answer->suggestion_count; i++)
        check_suggestion(county.network->organization[v], &answer->suggestions[i]);
    }
}

/* ---- the coalition --------------------------------------------------------------------------- */

/* By one of the rows that are the same organisation. */
static gboolean is_member(guint32 organization) {
  return county.member[organization];
}

/* Any row of the one and any row of the other. */
static gboolean work_together(guint32 a, guint32 b) {
  return county.together[pair(a, b)];
}

/* No organisation is named twice, by whichever of its rows. */
static void check_apart(const RefnetReason *reason) {
  for (guint32 i = 0; i < reason->items.length; i++)
    for (guint32 k = 0; k < i; k++)
      assert_true(county.same[reason->items.items[i]] != county.same[reason->items.items[k]]);
}

static gboolean member_works_with(guint32 organization) {
  for (guint32 m = 0; m < county.dataset->organization_count; m++)
    if (is_member(m) && work_together(m, organization))
      return TRUE;
  return FALSE;
}

static gboolean member_offers(guint32 service, guint32 area) {
  for (guint32 m = 0; m < county.dataset->organization_count; m++)
    if (is_member(m) && offers(m, service, area))
      return TRUE;
  return FALSE;
}

/* The row without a population, else the sum of the others. */
static double demand_of(guint32 service, guint32 area) {
  double total = NAN, parts = 0;
  for (guint32 i = 0; i < county.dataset->need_count; i++) {
    const RefnetNeed *need = &county.dataset->needs[i];
    if (need->area != area || need->service != service || isnan(need->demand))
      continue;
    if (need->population == REFNET_NONE)
      total = need->demand;
    else
      parts += need->demand;
  }
  return isnan(total) ? parts : total;
}

static void check_gap(guint32 y, const RefnetReason *reason) {
  double demand = 0;
  for (guint32 i = 0; i < reason->items.length; i++) {
    guint32 area = reason->items.items[i];
    assert_true(offers(y, reason->subject, area));
    assert_true(member_offers(reason->subject, area) ==
                (reason->kind == REFNET_REASON_MORE_CAPACITY));
    demand += demand_of(reason->subject, area);
  }
  assert_true(reason->value <= reason->whole + 1e-9);
  if (reason->kind == REFNET_REASON_NEW_SERVICE)
    assert_true(fabs(reason->whole - demand) < 1e-9);
  else
    assert_true(reason->whole <= demand + 1e-9);
}

static void check_reach(guint32 y, const RefnetReason *reason) {
  check_apart(reason);
  for (guint32 i = 0; i < reason->items.length; i++) {
    guint32 item = reason->items.items[i];
    gboolean by_member = reason->kind == REFNET_REASON_MEMBER_PARTNERS;
    assert_true(work_together(y, item));
    assert_true(is_member(item) == by_member);
    if (!by_member)
      assert_false(member_works_with(item));
  }
}

static void check_reason_of_coalition(guint32 y, const RefnetReason *reason) {
  switch (reason->kind) {
  case REFNET_REASON_NEW_SERVICE:
  case REFNET_REASON_MORE_CAPACITY:
    check_gap(y, reason);
    break;
  case REFNET_REASON_REACH:
  case REFNET_REASON_MEMBER_PARTNERS:
    check_reach(y, reason);
    break;
  case REFNET_REASON_NEW_GROUP:
    for (guint32 i = 0; i < reason->items.length; i++)
      assert_false(is_member(reason->items.items[i]));
    break;
  case REFNET_REASON_NEW_SECTOR:
    assert_int_equal(county.dataset->organizations[y].sector, reason->subject);
    for (guint32 m = 0; m < county.dataset->organization_count; m++)
      assert_false(is_member(m) && county.dataset->organizations[m].sector == reason->subject);
    break;
  case REFNET_REASON_NOMINATED:
    for (guint32 i = 0; i < reason->items.length; i++)
      assert_true(was_named(y, reason->items.items[i]));
    break;
  default:
    assert_int_equal(reason->kind, REFNET_REASON_MET);
  }
}

static void test_reasons_of_the_coalition(void **state) {
  (void)state;
  for (guint objective = 0; objective <= REFNET_OBJECTIVE_BALANCE; objective++) {
    RefnetWhoElseOptions options = {.as_of = AS_OF, .objective = (RefnetObjective)objective};
    g_autoptr(RefnetWhoElse) answer = refnet_who_else_coalition(county.network, &options, NULL);
    assert_non_null(answer);
    assert_true(answer->suggestion_count > 3);
    for (guint32 i = 0; i < answer->suggestion_count; i++) {
      const RefnetSuggestion *suggestion = &answer->suggestions[i];
      guint32 y = county.network->organization[suggestion->vertex];
      double gaps = 0;
      for (guint32 k = 0; k < suggestion->reason_count; k++) {
        const RefnetReason *reason = &suggestion->reasons[k];
        check_reason_of_coalition(y, reason);
        gaps +=
            reason->kind == REFNET_REASON_NEW_SERVICE || reason->kind == REFNET_REASON_MORE_CAPACITY
                ? reason->value
                : 0;
      }
      if (objective == REFNET_OBJECTIVE_GAPS)
        assert_true(fabs(gaps - suggestion->score) < 1e-6);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_reasons_of_every_organization),
                                     cmocka_unit_test(test_reasons_of_the_coalition)};
  return cmocka_run_group_tests(tests, load_county, free_county);
}
