/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a scenario would mean besides: who is cut off, what nobody holds, who could take over. */
#include "analysis/compare/comparing.h"

#include <stdlib.h>

#include "analysis/memory.h"
#include "analysis/network/algorithms.h"
#include "analysis/result.h"
#include "analysis/supply/providers.h"
#include "base/order.h"

/* ---- cut off --------------------------------------------------------------------------------- */

/* An organization of both views, and the part of each network that it is in. */
typedef struct {
  guint32 part[REFNET_SIDES];
  guint32 compared;
} Member;

static int compare_members(const void *left, const void *right) {
  const Member *a = left, *b = right;
  int order = refnet_order(a->part[REFNET_THEN], b->part[REFNET_THEN]);
  if (order == 0)
    order = refnet_order(a->part[REFNET_NOW], b->part[REFNET_NOW]);
  return order ? order : refnet_order(a->compared, b->compared);
}

static gboolean list_members(const RefnetChanges *changes, Member *members, GError **error) {
  guint32 *parts[REFNET_SIDES] = {NULL, NULL}, count = 0, number;
  gboolean ok = TRUE;
  for (guint side = 0; side < REFNET_SIDES && ok; side++)
    ok = (parts[side] = REFNET_TRY_ARRAY(guint32, changes->networks[side]->vertices, error)) &&
         refnet_algorithm_components(changes->networks[side], parts[side], &number, error);
  for (guint32 c = 0; c < changes->organization_count && ok; c++) {
    const guint32 *vertex = changes->organizations[c].vertex;
    if (vertex[REFNET_THEN] != REFNET_NONE && vertex[REFNET_NOW] != REFNET_NONE)
      members[count++] = (Member){
          {parts[REFNET_THEN][vertex[REFNET_THEN]], parts[REFNET_NOW][vertex[REFNET_NOW]]}, c};
  }
  g_free(parts[REFNET_THEN]);
  g_free(parts[REFNET_NOW]);
  if (ok && count > 1)
    qsort(members, count, sizeof *members, compare_members);
  return ok;
}

/* How many from `start` on are in one part of `side`. */
static guint32 run_length(const Member *members, guint32 start, guint32 count, guint side) {
  guint32 end = start + 1;
  while (end < count && members[end].part[side] == members[start].part[side])
    end++;
  return end - start;
}

/* Of the organizations that could reach each other, all but the largest part that still can; of
 * equal parts all. */
static void find_cut_off(const Member *members, guint32 length, GArray *cut_off) {
  guint32 largest = 0, equals = 0;
  for (guint32 i = 0, run; i < length; i += run) {
    run = run_length(members, i, length, REFNET_NOW);
    equals = run == largest ? equals + 1 : run > largest ? 1 : equals;
    largest = MAX(largest, run);
  }
  for (guint32 i = 0, run; i < length && largest < length; i += run) {
    run = run_length(members, i, length, REFNET_NOW);
    for (guint32 k = i; k < i + run && (run < largest || equals > 1); k++)
      g_array_append_val(cut_off, members[k].compared);
  }
}

static gboolean list_cut_off(RefnetComparing *comparing, GError **error) {
  RefnetChanges *changes = &comparing->changes;
  g_autofree Member *members = REFNET_TRY_ARRAY(Member, changes->shared, error);
  g_autoptr(GArray) cut_off = g_array_new(FALSE, FALSE, sizeof(guint32));
  if (!members || !list_members(changes, members, error))
    return FALSE;
  for (guint32 i = 0, run; i < changes->shared; i += run) {
    run = run_length(members, i, changes->shared, REFNET_THEN);
    find_cut_off(members + i, run, cut_off);
  }
  refnet_sort_number_array(cut_off);
  return refnet_result_list(comparing->pool, (const guint32 *)(void *)cut_off->data, cut_off->len,
                            &changes->cut_off) ||
         refnet_result_no_memory(error);
}

/* ---- relationships that nobody holds --------------------------------------------------------- */

static guint8 *lost_ties(const RefnetRisks *risks, GError **error) {
  guint8 *lost = REFNET_TRY_ARRAY(guint8, risks->network->ties, error);
  for (gsize i = 0; lost && i < risks->tie_count; i++)
    lost[risks->ties[i].tie] = risks->ties[i].already_lost;
  return lost;
}

/* The tie of the other side between the same organizations, or G_MAXUINT64. */
static guint64 same_tie(const RefnetChanges *changes, guint32 a, guint32 b) {
  guint32 then_a = changes->organizations[a].vertex[REFNET_THEN];
  guint32 then_b = changes->organizations[b].vertex[REFNET_THEN];
  return then_a == REFNET_NONE || then_b == REFNET_NONE
             ? G_MAXUINT64
             : refnet_network_find_tie(changes->networks[REFNET_THEN], then_a, then_b);
}

static gboolean list_unheld(RefnetChanges *changes, GError **error) {
  const RefnetNetwork *now = changes->networks[REFNET_NOW];
  g_autofree guint8 *lost_then = lost_ties(changes->risk_searches[REFNET_THEN], error);
  g_autofree guint8 *lost_now =
      lost_then ? lost_ties(changes->risk_searches[REFNET_NOW], error) : NULL;
  if (!lost_now || !(changes->unheld = REFNET_TRY_ARRAY(RefnetUnheldTie, now->ties, error)))
    return FALSE;
  for (guint64 t = 0; t < now->ties; t++) {
    guint32 a = changes->compared_of[REFNET_NOW][now->organization[now->tie_a[t]]];
    guint32 b = changes->compared_of[REFNET_NOW][now->organization[now->tie_b[t]]];
    guint64 then = lost_now[t] ? same_tie(changes, a, b) : G_MAXUINT64;
    if (lost_now[t] && (then == G_MAXUINT64 || !lost_then[then]))
      changes->unheld[changes->unheld_count++] = (RefnetUnheldTie){MIN(a, b), MAX(a, b), t};
  }
  return TRUE;
}

/* ---- who could take over --------------------------------------------------------------------- */

/* Areas where an organization offers a service, on a side; closed and absent ones offer nothing. */
static void note_areas(const RefnetNetwork *network, guint32 organization, guint32 service,
                       guint8 *areas, guint8 mark) {
  const RefnetDataset *dataset = network->dataset;
  if (organization == REFNET_NONE || network->vertex[organization] == REFNET_NONE ||
      dataset->organizations[organization].closed)
    return;
  for (guint32 i = dataset->offer_start[organization]; i < dataset->offer_start[organization + 1];
       i++)
    for (guint32 k = 0;
         dataset->offers[i].service == service && k < dataset->offers[i].areas.length; k++)
      areas[dataset->offers[i].areas.items[k]] |= mark;
}

/* Rows that surely are one organization are one provider: what one of them goes on to offer is not
 * lost with another, and they count once among the others. */
typedef struct {
  RefnetComparing *comparing;
  RefnetProviders *providers[REFNET_SIDES];
  guint8 *areas;         /* what is known of each, OFFERED_THEN … COVERED */
  GArray *lost, *others; /* of guint32 */
  GArray *uncovered;
} TakeOvers;
enum { OFFERED_THEN = 1, OFFERED_NOW = 2, COVERED = 4 };

static void take_overs_clear(TakeOvers *search) {
  g_free(search->areas);
  for (guint side = 0; side < REFNET_SIDES; side++)
    refnet_providers_free(search->providers[side]);
  g_clear_pointer(&search->lost, g_array_unref);
  g_clear_pointer(&search->others, g_array_unref);
  g_clear_pointer(&search->uncovered, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TakeOvers, take_overs_clear)

static gboolean cover(TakeOvers *search, RefnetIndexList areas) {
  gboolean any = FALSE;
  for (guint32 k = 0; k < search->lost->len; k++) {
    guint32 area = g_array_index(search->lost, guint32, k);
    if (!refnet_list_has(areas, area))
      continue;
    search->areas[area] |= COVERED;
    any = TRUE;
  }
  return any;
}

/* Others who offer the service in an area that lost it. */
static void find_others(TakeOvers *search, guint32 service) {
  const RefnetProviders *now = search->providers[REFNET_NOW];
  const RefnetDataset *dataset = now->network->dataset;
  guint32 latest = REFNET_NONE;
  for (guint32 i = now->offer_start[service]; i < now->offer_start[service + 1]; i++) {
    guint32 provider = refnet_providers_of_offer(now, now->offers[i]);
    if (!cover(search, dataset->offers[now->offers[i]].areas) || provider == latest)
      continue;
    latest = provider;
    g_array_append_val(search->others, now->network->organization[provider]);
  }
}

static gboolean keep(const TakeOvers *search, const GArray *array, RefnetIndexList *list) {
  return refnet_result_list(search->comparing->pool, (const guint32 *)(void *)array->data,
                            array->len, list);
}

static gboolean add_take_over(TakeOvers *search, guint32 organization, guint32 service,
                              GError **error) {
  RefnetChanges *changes = &search->comparing->changes;
  RefnetTakeOver over = {.organization = organization, .service = service};
  g_array_set_size(search->others, 0);
  g_array_set_size(search->uncovered, 0);
  find_others(search, service);
  for (guint32 k = 0; k < search->lost->len; k++) {
    guint32 area = g_array_index(search->lost, guint32, k);
    if (!(search->areas[area] & COVERED))
      g_array_append_val(search->uncovered, area);
  }
  if (!keep(search, search->lost, &over.areas) || !keep(search, search->others, &over.others) ||
      !keep(search, search->uncovered, &over.uncovered))
    return refnet_result_no_memory(error);
  changes->take_overs[changes->take_over_count++] = over;
  return TRUE;
}

/* The first row of the provider that offered the service where it is lost. */
static guint32 first_to_offer(const TakeOvers *search, guint32 provider, guint32 service) {
  const RefnetProviders *then = search->providers[REFNET_THEN];
  const RefnetDataset *dataset = then->network->dataset;
  for (guint32 i = then->offer_start[service]; i < then->offer_start[service + 1]; i++) {
    const RefnetOffer *offer = &dataset->offers[then->offers[i]];
    if (refnet_providers_of_offer(then, then->offers[i]) != provider)
      continue;
    for (guint32 k = 0; k < search->lost->len; k++)
      if (refnet_list_has(offer->areas, g_array_index(search->lost, guint32, k)))
        return offer->organization;
  }
  return REFNET_NONE;
}

/* Where the provider of which `organization` is a row no longer offers the service; found for the
 * first of its rows that did, so that it is told once. */
static gboolean has_lost(TakeOvers *search, guint32 organization, guint32 service) {
  const RefnetChanges *changes = &search->comparing->changes;
  const RefnetProviders *then = search->providers[REFNET_THEN];
  guint32 areas = then->network->dataset->area_count;
  guint32 provider = then->provider[then->network->vertex[organization]];
  g_array_set_size(search->lost, 0);
  if (provider == REFNET_NONE)
    return FALSE;
  memset(search->areas, 0, areas);
  for (guint32 m = then->member_start[provider]; m < then->member_start[provider + 1]; m++) {
    guint32 row = then->network->organization[then->members[m]];
    guint32 compared = changes->compared_of[REFNET_THEN][row];
    note_areas(then->network, row, service, search->areas, OFFERED_THEN);
    note_areas(changes->networks[REFNET_NOW],
               changes->organizations[compared].organization[REFNET_NOW], service, search->areas,
               OFFERED_NOW);
  }
  for (guint32 a = 0; a < areas; a++)
    if ((search->areas[a] & (OFFERED_THEN | OFFERED_NOW)) == OFFERED_THEN)
      g_array_append_val(search->lost, a);
  return search->lost->len > 0 && first_to_offer(search, provider, service) == organization;
}

/* Offers are alike unless a step touched them: only those are looked at closely. */
static gboolean is_touched(const RefnetChanges *changes, guint32 organization) {
  const RefnetDataset *then = changes->networks[REFNET_THEN]->dataset;
  const RefnetNetwork *now = changes->networks[REFNET_NOW];
  guint32 first = then->offer_start[organization];
  guint32 length = then->offer_start[organization + 1] - first;
  guint32 now_first = now->dataset->offer_start[organization];
  if (now->vertex[organization] == REFNET_NONE ||
      now->dataset->offer_start[organization + 1] - now_first != length)
    return length > 0;
  for (guint32 i = 0; i < length; i++)
    if (then->offers[first + i].areas.length != now->dataset->offers[now_first + i].areas.length)
      return TRUE;
  return FALSE;
}

/* An organization may have several offers of one service. */
static gboolean is_first_of_service(const RefnetDataset *dataset, guint32 offer) {
  const RefnetOffer *offers = dataset->offers;
  for (guint32 i = dataset->offer_start[offers[offer].organization]; i < offer; i++)
    if (offers[i].service == offers[offer].service)
      return FALSE;
  return TRUE;
}

static gboolean list_take_overs(RefnetComparing *comparing, GError **error) {
  RefnetChanges *changes = &comparing->changes;
  const RefnetNetwork *then = changes->networks[REFNET_THEN];
  const RefnetDataset *dataset = then->dataset;
  g_auto(TakeOvers) search = {
      .comparing = comparing,
      .areas = REFNET_TRY_ARRAY(guint8, dataset->area_count, error),
      .lost = g_array_new(FALSE, FALSE, sizeof(guint32)),
      .others = g_array_new(FALSE, FALSE, sizeof(guint32)),
      .uncovered = g_array_new(FALSE, FALSE, sizeof(guint32)),
  };
  for (guint side = 0; side < REFNET_SIDES; side++)
    if (!(search.providers[side] = refnet_providers_new(changes->networks[side], error)))
      return FALSE;
  if (!search.areas ||
      !(changes->take_overs = REFNET_TRY_ARRAY(RefnetTakeOver, dataset->offer_count, error)))
    return FALSE;
  for (guint32 v = 0; v < then->vertices; v++) {
    guint32 organization = then->organization[v];
    if (!is_touched(changes, organization))
      continue;
    for (guint32 i = dataset->offer_start[organization]; i < dataset->offer_start[organization + 1];
         i++) {
      guint32 service = dataset->offers[i].service;
      if (is_first_of_service(dataset, i) && has_lost(&search, organization, service) &&
          !add_take_over(&search, organization, service, error))
        return FALSE;
    }
  }
  return TRUE;
}

gboolean refnet_compare_scenario(RefnetComparing *comparing, GError **error) {
  return list_cut_off(comparing, error) && list_unheld(&comparing->changes, error) &&
         list_take_overs(comparing, error);
}
