/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Services that an area can't be referred to any more when one person leaves. Whoever does that
 * stands alone at an end of a tie on every route there; so one route names all suspects, four at
 * most, and every other route clears some. */
#include "analysis/risks/departures.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/memory.h"
#include "analysis/result.h"
#include "base/order.h"

enum { SUSPECTS = 4 /* two ties with two ends each */ };

typedef struct {
  guint32 area, vertex;
} Place;

typedef struct {
  guint32 person;
  RefnetCell cell;
} Loss;

typedef struct {
  const RefnetHolders *holders;
  guint64
      *serving_start; /* by vertex: the areas it serves are serving[serving_start[v]] …, rising */
  guint32 *serving;
  guint32 *offered_start; /* by service: offers are offered[offered_start[s]] … */
  guint32 *offered;
  guint32 *provides; /* by vertex: number of the cell, plus 1, it last provided */
  guint32 cell;
  GArray *losses; /* of Loss */
} Search;

static void clear(Search *search) {
  g_free(search->serving_start);
  g_free(search->serving);
  g_free(search->offered_start);
  g_free(search->offered);
  g_free(search->provides);
  if (search->losses)
    g_array_unref(search->losses);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, clear)

/* ---- who serves where ------------------------------------------------------------------------ */

static guint64 areas_named(const RefnetDataset *dataset, guint32 organization) {
  guint64 named = dataset->organizations[organization].areas.length;
  for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
       o++)
    named += dataset->offers[o].areas.length;
  return named;
}

static guint64 append_list(guint32 *target, guint64 length, RefnetIndexList list) {
  if (list.length > 0)
    memcpy(target + length, list.items, list.length * sizeof *target);
  return length + list.length;
}

/* The areas in the organization's row and in its offers, each once; none when it is closed. */
static guint64 list_areas(const RefnetDataset *dataset, guint32 organization, guint32 *areas) {
  if (dataset->organizations[organization].closed)
    return 0;
  guint64 length = append_list(areas, 0, dataset->organizations[organization].areas);
  for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
       o++)
    length = append_list(areas, length, dataset->offers[o].areas);
  return refnet_sort_distinct(areas, length);
}

static gboolean find_serving(Search *search, GError **error) {
  const RefnetNetwork *network = search->holders->network;
  guint64 most = 0;
  for (guint32 v = 0; v < network->vertices; v++)
    most += areas_named(network->dataset, network->organization[v]);
  if (!(search->serving_start = REFNET_TRY_ARRAY(guint64, (guint64)network->vertices + 1, error)) ||
      !(search->serving = REFNET_TRY_ARRAY(guint32, most, error)))
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++) {
    guint64 start = search->serving_start[v];
    search->serving_start[v + 1] =
        start + list_areas(network->dataset, network->organization[v], search->serving + start);
  }
  return TRUE;
}

static gboolean serves(const Search *search, guint32 vertex, guint32 area) {
  guint64 start = search->serving_start[vertex];
  RefnetIndexList areas = {search->serving + start,
                           (guint32)(search->serving_start[vertex + 1] - start)};
  return refnet_list_has(areas, area);
}

/* ---- who offers what ------------------------------------------------------------------------- */

static gboolean is_offered(const Search *search, guint32 offer, guint32 *vertex) {
  const RefnetNetwork *network = search->holders->network;
  guint32 organization = network->dataset->offers[offer].organization;
  *vertex = network->vertex[organization];
  return *vertex != REFNET_NONE && !network->dataset->organizations[organization].closed;
}

static gboolean sort_offers(Search *search, GError **error) {
  const RefnetDataset *dataset = search->holders->network->dataset;
  guint32 services = dataset->services.length, vertex;
  g_autofree guint32 *next = REFNET_TRY_ARRAY(guint32, services, error);
  if (!next || !(search->offered_start = REFNET_TRY_ARRAY(guint32, (guint64)services + 1, error)) ||
      !(search->offered = REFNET_TRY_ARRAY(guint32, dataset->offer_count, error)))
    return FALSE;
  for (guint32 o = 0; o < dataset->offer_count; o++)
    search->offered_start[dataset->offers[o].service + 1] += is_offered(search, o, &vertex);
  for (guint32 s = 0; s < services; s++) {
    next[s] = search->offered_start[s];
    search->offered_start[s + 1] += search->offered_start[s];
  }
  for (guint32 o = 0; o < dataset->offer_count; o++)
    if (is_offered(search, o, &vertex))
      search->offered[next[dataset->offers[o].service]++] = o;
  return TRUE;
}

static int by_area(const void *left, const void *right) {
  const Place *a = left, *b = right;
  if (a->area != b->area)
    return a->area < b->area ? -1 : 1;
  return a->vertex < b->vertex ? -1 : a->vertex > b->vertex;
}

/* Where a service is offered, by area: the caller's to free. */
static GArray *places_of(const Search *search, guint32 service) {
  const RefnetDataset *dataset = search->holders->network->dataset;
  GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));
  for (guint32 i = search->offered_start[service]; i < search->offered_start[service + 1]; i++) {
    const RefnetOffer *offer = &dataset->offers[search->offered[i]];
    guint32 vertex = search->holders->network->vertex[offer->organization];
    for (guint32 a = 0; a < offer->areas.length; a++) {
      Place place = {offer->areas.items[a], vertex};
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

/* Steps through the open organizations that refer to a vertex, or have a tie to it where a link runs
 * both ways. */
typedef struct {
  const Search *search;
  guint64 at, end; /* of in_arc, or of the neighbors */
  guint32 from;
} Senders;

static Senders senders_to(const Search *search, guint32 vertex) {
  const RefnetNetwork *network = search->holders->network;
  const guint64 *start = network->undirected ? network->tie_start : network->in_start;
  return (Senders){search, start[vertex] - 1, start[vertex + 1], REFNET_NONE};
}

static gboolean next_sender(Senders *senders) {
  const RefnetNetwork *network = senders->search->holders->network;
  while (++senders->at < senders->end) {
    senders->from = network->undirected ? network->neighbor[senders->at]
                                        : network->arc_from[network->in_arc[senders->at]];
    if (!refnet_network_organization(network, senders->from)->closed)
      return TRUE;
  }
  return FALSE;
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

static gboolean is_source(const Search *search, guint32 vertex, guint32 area) {
  return search->provides[vertex] != search->cell && serves(search, vertex, area);
}

static void look_behind(const Search *search, guint32 middle, guint64 last_tie, guint32 area,
                        Suspects *suspects) {
  Senders senders = senders_to(search, middle);
  while (!is_cleared(suspects) && !clears_nobody(search, last_tie, suspects) &&
         next_sender(&senders)) {
    guint64 tie =
        is_source(search, senders.from, area) ? usable_tie(&senders) : G_MAXUINT64;
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
    if (is_source(search, senders.from, area))
      look_at_route(search, tie, G_MAXUINT64, suspects);
    if (!clears_nobody(search, tie, suspects))
      look_behind(search, senders.from, tie, area, suspects);
  }
}

/* ---- cells ----------------------------------------------------------------------------------- */

static void look_at_cell(Search *search, guint32 service, const Place *places, gsize length) {
  Suspects suspects = {.any_route = FALSE};
  search->cell++;
  for (gsize i = 0; i < length; i++)
    search->provides[places[i].vertex] = search->cell;
  for (gsize i = 0; i < length && !is_cleared(&suspects); i++)
    if (i == 0 || places[i].vertex != places[i - 1].vertex)
      look_at_provider(search, places[i].vertex, places[i].area, &suspects);
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

gboolean refnet_lost_services_find(const RefnetHolders *holders, RefnetPersonRisk *people,
                                   guint32 count, RefnetPool *pool, GError **error) {
  g_auto(Search) search = {.holders = holders};
  if (!find_serving(&search, error) || !sort_offers(&search, error) ||
      !(search.provides = REFNET_TRY_ARRAY(guint32, holders->network->vertices, error)))
    return FALSE;
  search.losses = g_array_new(FALSE, FALSE, sizeof(Loss));
  for (guint32 s = 0; s < holders->network->dataset->services.length; s++)
    look_at_service(&search, s);
  return hand_out(&search, people, count, pool, error);
}
