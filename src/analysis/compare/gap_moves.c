/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which findings about services opened, closed or turned into another. */
#include "analysis/compare/comparing.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/memory.h"
#include "analysis/supply/demand.h"
#include "analysis/supply/providers.h"
#include "base/order.h"

/* Numbers that mean the same on both sides: those of NOW, and after these what only THEN has. */
typedef struct {
  guint32 *area, *service, *population, *language; /* by number of THEN */
} Numbers;

static void numbers_clear(Numbers *numbers) {
  g_free(numbers->area);
  g_free(numbers->service);
  g_free(numbers->population);
  g_free(numbers->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Numbers, numbers_clear)

/* ---- one numbering --------------------------------------------------------------------------- */

/* Both lists are in the order of their folds. */
static guint32 *number_names(const char *const *then, guint32 then_count, const char *const *now,
                             guint32 now_count, GError **error) {
  guint32 *number = REFNET_TRY_ARRAY(guint32, then_count, error);
  for (guint32 i = 0, k = 0; number && i < then_count; i++) {
    g_autofree char *wanted = refnet_text_fold_value(then[i]);
    int order = 1;
    for (; k < now_count; k++) {
      g_autofree char *fold = refnet_text_fold_value(now[k]);
      if ((order = strcmp(fold, wanted)) >= 0)
        break;
    }
    number[i] = order == 0 && k < now_count ? k : now_count + i;
  }
  return number;
}

static guint32 *number_values(const RefnetVocabulary *then, const RefnetVocabulary *now,
                              GError **error) {
  return number_names(then->names, then->length, now->names, now->length, error);
}

static const char **area_keys(const RefnetDataset *dataset, GError **error) {
  const char **keys = REFNET_TRY_ARRAY(const char *, dataset->area_count, error);
  for (guint32 a = 0; keys && a < dataset->area_count; a++)
    keys[a] = dataset->areas[a].key;
  return keys;
}

static gboolean number_all(const RefnetDataset *then, const RefnetDataset *now, Numbers *numbers,
                           GError **error) {
  g_autofree const char **old = area_keys(then, error);
  g_autofree const char **new = old ? area_keys(now, error) : NULL;
  return new &&
         (numbers->area = number_names(old, then->area_count, new, now->area_count, error)) &&
         (numbers->service = number_values(&then->services, &now->services, error)) &&
         (numbers->population = number_values(&then->populations, &now->populations, error)) &&
         (numbers->language = number_values(&then->languages, &now->languages, error));
}

/* ---- findings in one order ------------------------------------------------------------------- */

/* A finding under numbers that both sides share. */
typedef struct {
  guint32 area, service, population, language;
  RefnetGapStatus status;
  const RefnetGap *gap;
} Place;

static guint32 map(const guint32 *number, guint32 index) {
  return number && index != REFNET_NONE ? number[index] : index;
}

static Place *list_places(const RefnetGaps *gaps, const Numbers *numbers, GError **error) {
  Place *places = REFNET_TRY_ARRAY(Place, gaps->cell_count, error);
  for (gsize i = 0; places && i < gaps->cell_count; i++) {
    const RefnetGap *gap = &gaps->cells[i];
    gboolean is_of_group = gap->status == REFNET_GAP_POPULATION;
    /* The group of what isn't about one only says who needs it. */
    places[i] = (Place){map(numbers->area, gap->area),
                        map(numbers->service, gap->service),
                        is_of_group ? map(numbers->population, gap->population) : REFNET_NONE,
                        map(numbers->language, gap->language),
                        gap->status,
                        gap};
  }
  return places;
}

static int compare_cells(const Place *a, const Place *b) {
  int order = refnet_order(a->area, b->area);
  if (order == 0)
    order = refnet_order(a->service, b->service);
  if (order == 0)
    order = refnet_order(a->population, b->population);
  return order ? order : refnet_order(a->language, b->language);
}

static int compare_places(const void *left, const void *right) {
  const Place *a = left, *b = right;
  int order = compare_cells(a, b);
  return order ? order : refnet_order(a->status, b->status);
}

static gboolean is_among(const Place *place, const Place *places, gsize count) {
  return count > 0 && bsearch(place, places, count, sizeof *places, compare_places) != NULL;
}

/* The first finding about the cell that its own side doesn't have, too. */
static const RefnetGap *other_finding(const Place *place, const Place *others, gsize count,
                                      const Place *own, gsize own_count) {
  gsize low = 0, high = count;
  while (low < high) {
    gsize middle = low + (high - low) / 2;
    if (compare_cells(&others[middle], place) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < count && compare_cells(&others[low], place) == 0; low++)
    if (!is_among(&others[low], own, own_count))
      return others[low].gap;
  return NULL;
}

/* Where nobody offers the service to anybody, the finding is about everybody: about a group there
 * is none. */
static const RefnetGap *absence(const Place *place, const Place *others, gsize count) {
  Place absent = *place;
  absent.population = absent.language = REFNET_NONE;
  absent.status = REFNET_GAP_ABSENT;
  const Place *found = count > 0 && place->status == REFNET_GAP_POPULATION
                           ? bsearch(&absent, others, count, sizeof *others, compare_places)
                           : NULL;
  return found ? found->gap : NULL;
}

/* ---- the cell on the other side -------------------------------------------------------------- */

static guint32 find_value(const guint32 *number, guint32 count, guint32 wanted) {
  if (!number)
    return wanted < count ? wanted : REFNET_NONE;
  for (guint32 i = 0; i < count; i++)
    if (number[i] == wanted)
      return i;
  return REFNET_NONE;
}

/* Providers that offer the service there; with a population (else REFNET_NONE), to that group. */
static guint32 count_providers(const RefnetProviders *providers, guint32 area, guint32 service,
                               guint32 population) {
  const RefnetOffer *offers = providers->network->dataset->offers;
  guint32 count = 0, latest = REFNET_NONE;
  if (area == REFNET_NONE || service == REFNET_NONE)
    return 0;
  for (guint32 i = providers->offer_start[service]; i < providers->offer_start[service + 1]; i++) {
    const RefnetOffer *offer = &offers[providers->offers[i]];
    guint32 provider = refnet_providers_of_offer(providers, providers->offers[i]);
    if (provider == latest || !refnet_list_has(offer->areas, area) ||
        (population != REFNET_NONE && !refnet_list_has(offer->populations, population)))
      continue;
    latest = provider;
    count++;
  }
  return count;
}

static gboolean asks_for(const RefnetDemand *demand, guint32 area, guint32 service) {
  if (area == REFNET_NONE || service == REFNET_NONE)
    return FALSE;
  for (guint32 i = demand->start[service]; i < demand->start[service + 1]; i++)
    if (demand->dataset->needs[demand->rows[i]].area == area)
      return TRUE;
  return FALSE;
}

/* ---- all of them ----------------------------------------------------------------------------- */

typedef struct {
  RefnetChanges *changes;
  Numbers numbers[REFNET_SIDES]; /* NOW: all NULL, as they are */
  Place *places[REFNET_SIDES];
  gsize counts[REFNET_SIDES];
  RefnetProviders *providers[REFNET_SIDES];
  RefnetDemand *demand[REFNET_SIDES];
} Search;

static void search_clear(Search *search) {
  for (guint side = 0; side < REFNET_SIDES; side++) {
    numbers_clear(&search->numbers[side]);
    g_free(search->places[side]);
    g_clear_pointer(&search->providers[side], refnet_providers_free);
    g_clear_pointer(&search->demand[side], refnet_demand_free);
  }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

static void add_move(Search *search, guint side, const Place *place) {
  RefnetChanges *changes = search->changes;
  const RefnetDataset *other = changes->networks[!side]->dataset;
  const Numbers *numbers = &search->numbers[!side];
  guint32 area = find_value(numbers->area, other->area_count, place->area);
  guint32 service = find_value(numbers->service, other->services.length, place->service);
  RefnetGapMove *move = &changes->gaps[changes->gap_count++];
  *move = (RefnetGapMove){.side = side, .gap = place->gap};
  move->other = other_finding(place, search->places[!side], search->counts[!side],
                              search->places[side], search->counts[side]);
  if (!move->other)
    move->other = absence(place, search->places[!side], search->counts[!side]);
  move->providers[side] = place->gap->providers.length;
  move->providers[!side] =
      move->other ? move->other->providers.length
                  : count_providers(search->providers[!side], area, service, REFNET_NONE);
  guint32 group =
      place->population == REFNET_NONE
          ? REFNET_NONE
          : find_value(numbers->population, other->populations.length, place->population);
  move->group_is_served =
      group != REFNET_NONE && count_providers(search->providers[!side], area, service, group) > 0;
  move->need_is_new = other->has_needs &&
                      asks_for(search->demand[side], place->gap->area, place->gap->service) &&
                      !asks_for(search->demand[!side], area, service);
}

/* Where nobody offered or needed a service before, nothing opens when somebody begins to; and where
 * no referral is recorded, routes are not known to be there or to be missing. */
static gboolean is_comparable(const Search *search, guint side, const Place *place) {
  const RefnetChanges *changes = search->changes;
  return !refnet_list_has(changes->networks[REFNET_NOW]->dataset->new_services, place->service) &&
         (place->status != REFNET_GAP_UNREACHABLE || changes->gap_searches[!side]->has_routes);
}

static int compare_moves(const void *left, const void *right) {
  const RefnetGapMove *x = left, *y = right;
  int order = refnet_order(x->side, y->side);
  return order ? order : (x->gap > y->gap) - (x->gap < y->gap); /* in one array */
}

static gboolean search_gaps(RefnetComparing *comparing, GError **error) {
  RefnetChanges *changes = &comparing->changes;
  for (guint side = 0; side < REFNET_SIDES; side++) {
    const RefnetGapOptions options = {.as_of = changes->as_of[side],
                                      .verified_since = REFNET_DATE_UNKNOWN};
    changes->gap_searches[side] = refnet_gaps_new(changes->networks[side], &options, error);
    if (!changes->gap_searches[side])
      return FALSE;
  }
  return TRUE;
}

static gboolean sort_sides(Search *search, GError **error) {
  const RefnetChanges *changes = search->changes;
  if (!number_all(changes->networks[REFNET_THEN]->dataset, changes->networks[REFNET_NOW]->dataset,
                  &search->numbers[REFNET_THEN], error))
    return FALSE;
  for (guint side = 0; side < REFNET_SIDES; side++) {
    const RefnetGaps *gaps = changes->gap_searches[side];
    search->counts[side] = gaps->cell_count;
    if (!(search->places[side] = list_places(gaps, &search->numbers[side], error)) ||
        !(search->providers[side] = refnet_providers_new(gaps->network, error)) ||
        !(search->demand[side] = refnet_demand_new(gaps->network->dataset, error)))
      return FALSE;
    if (gaps->cell_count > 1)
      qsort(search->places[side], gaps->cell_count, sizeof(Place), compare_places);
  }
  return TRUE;
}

gboolean refnet_compare_gaps(RefnetComparing *comparing, GError **error) {
  RefnetChanges *changes = &comparing->changes;
  g_auto(Search) search = {.changes = changes};
  if (!search_gaps(comparing, error) || !sort_sides(&search, error))
    return FALSE;
  guint64 most = (guint64)search.counts[REFNET_THEN] + search.counts[REFNET_NOW];
  if (!(changes->gaps = REFNET_TRY_ARRAY(RefnetGapMove, most, error)))
    return FALSE;
  for (guint side = 0; side < REFNET_SIDES; side++)
    for (gsize i = 0; i < search.counts[side]; i++)
      if (!is_among(&search.places[side][i], search.places[!side], search.counts[!side]) &&
          is_comparable(&search, side, &search.places[side][i]))
        add_move(&search, side, &search.places[side][i]);
  if (changes->gap_count > 1)
    qsort(changes->gaps, changes->gap_count, sizeof *changes->gaps, compare_moves);
  return TRUE;
}
