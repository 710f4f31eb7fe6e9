/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Services that an area can't be referred to any more when one person leaves. Whoever does that
 * stands alone at an end of a tie on every route there; so one route names all suspects, four at
 * most, and every other route clears some. */
#include "analysis/risks/departures.h"

#include <string.h>

#include "analysis/memory.h"
#include "analysis/result.h"
#include "analysis/supply/serving.h"
#include "base/order.h"

enum { SUSPECTS = 4 /* two ties with two ends each */ };

typedef struct {
  guint32 area, provider;
} Place;

typedef struct {
  guint32 person;
  RefnetCell cell;
} Loss;

typedef struct {
  const RefnetHolders *holders;
  RefnetProviders *providers;
  RefnetServing *serving;
  guint32 *provides; /* by provider: number of the cell, plus 1, it last provided */
  guint32 cell;
  GArray *losses; /* of Loss */
} Search;

static void clear(Search *search) {
  refnet_serving_free(search->serving);
  refnet_providers_free(search->providers);
  g_free(search->provides);
  if (search->losses)
    g_array_unref(search->losses);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, clear)

/* ---- who offers what where ------------------------------------------------------------------- */

static int by_area(const void *left, const void *right) {
  const Place *a = left, *b = right;
  int order = refnet_order(a->area, b->area);
  return order ? order : refnet_order(a->provider, b->provider);
}

/* Where a service is offered, by area: the caller's to free. */
static GArray *places_of(const Search *search, guint32 service) {
  const RefnetProviders *providers = search->providers;
  GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));
  for (guint32 i = providers->offer_start[service]; i < providers->offer_start[service + 1]; i++) {
    RefnetIndexList areas = providers->network->dataset->offers[providers->offers[i]].areas;
    guint32 provider = refnet_providers_of_offer(providers, providers->offers[i]);
    for (guint32 a = 0; a < areas.length; a++) {
      Place place = {areas.items[a], provider};
      g_array_append_val(places, place);
    }
  }
  g_array_sort(places, by_area);
  return places;
}

/* ---- routes ---------------------------------------------------------------------------------- */

/* People without whom no route looked at so far remains. */
typedef struct {
  gboolean any_route;
  guint32 people[SUSPECTS];
  guint length;
} Suspects;

static gboolean is_among(const guint32 *people, guint length, guint32 person) {
  for (guint i = 0; i < length; i++)
    if (people[i] == person)
      return TRUE;
  return FALSE;
}

static guint add_last(const Search *search, guint64 tie, guint32 *people, guint length) {
  for (guint side = 0; side < 2 && tie != G_MAXUINT64; side++) {
    guint32 person = refnet_holders_last(search->holders, 2 * tie + side);
    if (person != REFNET_NONE && !is_among(people, length, person))
      people[length++] = person;
  }
  return length;
}

/* `second` is G_MAXUINT64 for a route of one tie. */
static void look_at_route(const Search *search, guint64 first, guint64 second, Suspects *suspects) {
  guint32 people[SUSPECTS];
  guint length = add_last(search, second, people, add_last(search, first, people, 0)), kept = 0;
  if (!suspects->any_route) {
    suspects->any_route = TRUE;
    memcpy(suspects->people, people, sizeof people);
    suspects->length = length;
    return;
  }
  for (guint i = 0; i < suspects->length; i++)
    if (is_among(people, length, suspects->people[i]))
      suspects->people[kept++] = suspects->people[i];
  suspects->length = kept;
}

static gboolean is_cleared(const Suspects *suspects) {
  return suspects->any_route && suspects->length == 0;
}

/* All suspects stand on this tie: routes over it clear nobody. */
static gboolean clears_nobody(const Search *search, guint64 tie, const Suspects *suspects) {
  guint32 people[SUSPECTS];
  guint length = add_last(search, tie, people, 0);
  for (guint i = 0; i < suspects->length; i++)
    if (!is_among(people, length, suspects->people[i]))
      return FALSE;
  return suspects->any_route;
}

/* Steps through those who refer to a provider, or have a tie to it where a link runs both ways:
 * row by row of the provider, closed organizations left out. */
typedef struct {
  const Search *search;
  guint32 member, last;   /* of providers->members: this row is looked at, that one no more */
  guint64 at, end;        /* of in_arc, or of the neighbors */
  guint32 from, provider; /* who refers there, a vertex, and the provider that this is a row of */
} Senders;

static void begin_row(Senders *senders) {
  const RefnetNetwork *network = senders->search->holders->network;
  const guint64 *start = network->undirected ? network->tie_start : network->in_start;
  guint32 vertex = senders->search->providers->members[senders->member];
  senders->at = start[vertex] - 1;
  senders->end = start[vertex + 1];
}

static Senders senders_to(const Search *search, guint32 provider) {
  const guint32 *start = search->providers->member_start;
  Senders senders = {.search = search, .member = start[provider], .last = start[provider + 1]};
  begin_row(&senders);
  return senders;
}

static gboolean next_in_row(Senders *senders) {
  const RefnetNetwork *network = senders->search->holders->network;
  while (++senders->at < senders->end) {
    senders->from = network->undirected ? network->neighbor[senders->at]
                                        : network->arc_from[network->in_arc[senders->at]];
    senders->provider = senders->search->providers->provider[senders->from];
    if (senders->provider != REFNET_NONE)
      return TRUE;
  }
  return FALSE;
}

static gboolean next_sender(Senders *senders) {
  while (!next_in_row(senders)) {
    if (++senders->member == senders->last)
      return FALSE;
    begin_row(senders);
  }
  return TRUE;
}

/* The tie to the sender if it can be used today, or G_MAXUINT64. */
static guint64 usable_tie(const Senders *senders) {
  const RefnetHolders *holders = senders->search->holders;
  const RefnetNetwork *network = holders->network;
  guint64 tie = network->undirected
                    ? network->tie_of[senders->at]
                    : refnet_network_find_tie(network, senders->from,
                                              network->arc_to[network->in_arc[senders->at]]);
  return refnet_holders_state(holders, tie) == REFNET_TIE_LOST ? G_MAXUINT64 : tie;
}

static gboolean is_source(const Search *search, guint32 provider, guint32 area) {
  return search->provides[provider] != search->cell &&
         refnet_serving_has(search->serving, provider, area);
}

static void look_behind(const Search *search, guint32 middle, guint64 last_tie, guint32 area,
                        Suspects *suspects) {
  Senders senders = senders_to(search, middle);
  while (!is_cleared(suspects) && !clears_nobody(search, last_tie, suspects) &&
         next_sender(&senders)) {
    guint64 tie = is_source(search, senders.provider, area) ? usable_tie(&senders) : G_MAXUINT64;
    if (tie != G_MAXUINT64)
      look_at_route(search, tie, last_tie, suspects);
  }
}

static void look_at_provider(const Search *search, guint32 provider, guint32 area,
                             Suspects *suspects) {
  Senders senders = senders_to(search, provider);
  while (!is_cleared(suspects) && next_sender(&senders)) {
    guint64 tie = usable_tie(&senders);
    if (tie == G_MAXUINT64)
      continue;
    if (is_source(search, senders.provider, area))
      look_at_route(search, tie, G_MAXUINT64, suspects);
    if (!clears_nobody(search, tie, suspects))
      look_behind(search, senders.provider, tie, area, suspects);
  }
}

/* ---- cells ----------------------------------------------------------------------------------- */

static void look_at_cell(Search *search, guint32 service, const Place *places, gsize length) {
  Suspects suspects = {.any_route = FALSE};
  search->cell++;
  for (gsize i = 0; i < length; i++)
    search->provides[places[i].provider] = search->cell;
  for (gsize i = 0; i < length && !is_cleared(&suspects); i++)
    if (i == 0 || places[i].provider != places[i - 1].provider)
      look_at_provider(search, places[i].provider, places[i].area, &suspects);
  for (guint i = 0; i < suspects.length; i++) {
    Loss loss = {suspects.people[i], {places[0].area, service}};
    g_array_append_val(search->losses, loss);
  }
}

static void look_at_service(Search *search, guint32 service) {
  g_autoptr(GArray) places = places_of(search, service);
  const Place *all = (const Place *)(gpointer)places->data;
  for (guint first = 0, end; first < places->len; first = end) {
    for (end = first; end < places->len && all[end].area == all[first].area; end++)
      ;
    look_at_cell(search, service, all + first, end - first);
  }
}

static int by_person(const void *left, const void *right) {
  const Loss *a = left, *b = right;
  if (a->person != b->person)
    return a->person < b->person ? -1 : 1;
  if (a->cell.area != b->cell.area)
    return a->cell.area < b->cell.area ? -1 : 1;
  return a->cell.service < b->cell.service ? -1 : a->cell.service > b->cell.service;
}

static gboolean hand_out(Search *search, RefnetPersonRisk *people, guint32 count, RefnetPool *pool,
                         GError **error) {
  guint32 persons = search->holders->network->dataset->person_count;
  GArray *losses = search->losses;
  g_autofree guint32 *row = REFNET_TRY_ARRAY(guint32, persons, error);
  RefnetCell *cells = refnet_pool_alloc(pool, MAX(losses->len, 1) * sizeof *cells, sizeof(guint32));
  if (!row || !cells)
    return refnet_result_no_memory(row ? error : NULL);
  for (guint32 i = 0; i < count; i++)
    row[people[i].person] = i;
  g_array_sort(losses, by_person);
  for (guint i = 0; i < losses->len; i++) {
    const Loss *loss = &g_array_index(losses, Loss, i);
    RefnetPersonRisk *person = &people[row[loss->person]];
    cells[i] = loss->cell;
    if (person->unreachable_count++ == 0)
      person->unreachable = cells + i;
  }
  return TRUE;
}

/* Without services nothing is lost, and without a person who alone holds a tie nobody loses it. */
static gboolean is_needed(const RefnetHolders *holders, const RefnetPersonRisk *people,
                          guint32 count) {
  if (holders->network->dataset->offer_count == 0)
    return FALSE;
  for (guint32 i = 0; i < count; i++)
    if (people[i].ties_left_without_contact > 0)
      return TRUE;
  return FALSE;
}

gboolean refnet_lost_services_find(const RefnetHolders *holders, RefnetPersonRisk *people,
                                   guint32 count, RefnetPool *pool, GError **error) {
  g_auto(Search) search = {.holders = holders};
  if (!is_needed(holders, people, count))
    return TRUE;
  if (!(search.providers = refnet_providers_new(holders->network, error)) ||
      !(search.serving = refnet_serving_new(search.providers, error)) ||
      !(search.provides = REFNET_TRY_ARRAY(guint32, holders->network->vertices, error)))
    return FALSE;
  search.losses = g_array_new(FALSE, FALSE, sizeof(Loss));
  for (guint32 s = 0; s < holders->network->dataset->services.length; s++)
    look_at_service(&search, s);
  return hand_out(&search, people, count, pool, error);
}
