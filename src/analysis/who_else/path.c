/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Introductions: who can lead from one organization to another in at most three ties. */
#include "analysis/who_else/path.h"

#include <math.h>
#include <string.h>

#include "analysis/memory.h"
#include "analysis/risks/contacts.h"
#include "analysis/who_else/routes.h"

#define OTHER_WAYS 10     /* looked at for one through other people */
#define USUAL_SEARCHES 16 /* from one end, to one after the other */
#define MOST_PATHS 1000   /* `top` beyond this is cut: nobody reads them */

/* ---- the search ------------------------------------------------------------------------------ */

/* Where routes begin or end. */
typedef struct {
  guint32 vertex;
  guint32 *number; /* by vertex: it is so many-th of the neighbors, from 1; 0: no tie */
} End;

struct RefnetPathFinder {
  RefnetStrongTies *ties;
  End from, to;
};

static void number_neighbors(const RefnetNetwork *network, End *end, gboolean are_ties) {
  if (end->vertex == REFNET_NONE)
    return;
  guint64 start = network->tie_start[end->vertex];
  for (guint64 i = start; i < network->tie_start[end->vertex + 1]; i++)
    end->number[network->neighbor[i]] = are_ties ? (guint32)(i - start) + 1 : 0;
}

static void turn_end(const RefnetPathFinder *finder, End *end, guint32 vertex) {
  if (end->vertex == vertex)
    return;
  number_neighbors(finder->ties->network, end, FALSE);
  end->vertex = vertex;
  number_neighbors(finder->ties->network, end, TRUE);
}

/* Of the tie with somebody; negative: there is none. */
static double strength_to(RefnetStrongTies *ties, const End *end, guint32 vertex) {
  guint32 number = end->number[vertex];
  if (number == 0)
    return -1;
  return refnet_strong_ties_strength(
      ties, ties->network->tie_of[ties->network->tie_start[end->vertex] + number - 1]);
}

RefnetPathFinder *refnet_path_finder_new(const RefnetNetwork *network, RefnetDate as_of,
                                         GError **error) {
  g_autoptr(RefnetPathFinder) finder = g_new0(RefnetPathFinder, 1);
  if (!(finder->ties = refnet_strong_ties_new(network, as_of, error)) ||
      !(finder->from.number = REFNET_TRY_ARRAY(guint32, network->vertices, error)) ||
      !(finder->to.number = REFNET_TRY_ARRAY(guint32, network->vertices, error)))
    return NULL;
  finder->from.vertex = finder->to.vertex = REFNET_NONE;
  return g_steal_pointer(&finder);
}

void refnet_path_finder_turn_to(RefnetPathFinder *finder, guint32 from) {
  turn_end(finder, &finder->from, from);
}

void refnet_path_finder_free(RefnetPathFinder *finder) {
  if (!finder)
    return;
  refnet_strong_ties_free(finder->ties);
  g_free(finder->from.number);
  g_free(finder->to.number);
  g_free(finder);
}

/* A search sets out from the end whose ties cost less to sort; routes are told as they lead. */
typedef struct {
  RefnetStrongTies *ties;
  const End *near, *far;
  gboolean from_behind;
  double strongest; /* no tie of the far end is stronger */
} Search;

static RefnetRoute route_over_two(const Search *search, guint32 stop, double near, double far) {
  const End *from = search->from_behind ? search->far : search->near;
  const End *to = search->from_behind ? search->near : search->far;
  return (RefnetRoute){{from->vertex, stop, to->vertex}, 2, near * far, MIN(near, far)};
}

static RefnetRoute route_over_three(const Search *search, guint32 near_stop, guint32 far_stop,
                                    double near, double middle, double far) {
  double width = MIN(near, MIN(middle, far));
  guint32 near_end = search->near->vertex, far_end = search->far->vertex;
  return search->from_behind
             ? (RefnetRoute){{far_end, far_stop, near_stop, near_end},
                             3,
                             far * middle * near,
                             width}
             : (RefnetRoute){
                   {near_end, near_stop, far_stop, far_end}, 3, near * middle * far, width};
}

/* Ties come strongest first: once the best that can follow is not good enough, nothing is. */
static void offer_over_two(const Search *search, RefnetBestRoutes *best) {
  guint32 length;
  const RefnetStrongTie *ties = refnet_strong_ties_of(search->ties, search->near->vertex, &length);
  for (guint32 i = 0; i < length; i++) {
    guint32 stop = ties[i].neighbor;
    RefnetRoute bound = route_over_two(search, stop, ties[i].strength, search->strongest);
    if (refnet_routes_are_hopeless(best, &bound))
      return;
    double last = strength_to(search->ties, search->far, stop);
    if (last < 0)
      continue;
    RefnetRoute route = route_over_two(search, stop, ties[i].strength, last);
    refnet_routes_offer(best, &route);
  }
}

/* By way of `stop`, whose ties are in no order: only those that lead to the far end are looked at.
 */
static void offer_through_any(const Search *search, guint32 stop, double strength,
                              RefnetBestRoutes *best) {
  const RefnetNetwork *network = search->ties->network;
  for (guint64 i = network->tie_start[stop]; i < network->tie_start[stop + 1]; i++) {
    guint32 next = network->neighbor[i];
    if (search->far->number[next] == 0 || next == search->near->vertex)
      continue;
    double last = strength_to(search->ties, search->far, next);
    RefnetRoute bound = route_over_three(search, stop, next, strength, search->ties->most, last);
    if (refnet_routes_are_hopeless(best, &bound))
      continue;
    double middle = refnet_strong_ties_strength(search->ties, network->tie_of[i]);
    RefnetRoute route = route_over_three(search, stop, next, strength, middle, last);
    refnet_routes_offer(best, &route);
  }
}

/* Likewise, strongest ties first. */
static void offer_through_sorted(const Search *search, guint32 stop, double strength,
                                 const RefnetStrongTie *ties, guint32 length,
                                 RefnetBestRoutes *best) {
  for (guint32 i = 0; i < length; i++) {
    guint32 next = ties[i].neighbor;
    RefnetRoute bound =
        route_over_three(search, stop, next, strength, ties[i].strength, search->strongest);
    if (refnet_routes_are_hopeless(best, &bound))
      return;
    double last = strength_to(search->ties, search->far, next);
    if (last < 0 || next == search->near->vertex)
      continue;
    RefnetRoute route = route_over_three(search, stop, next, strength, ties[i].strength, last);
    refnet_routes_offer(best, &route);
  }
}

static void offer_through(const Search *search, guint32 stop, double strength,
                          RefnetBestRoutes *best) {
  guint32 length;
  const RefnetStrongTie *sorted = refnet_strong_ties_if_worth(search->ties, stop, &length);
  if (sorted)
    offer_through_sorted(search, stop, strength, sorted, length, best);
  else
    offer_through_any(search, stop, strength, best);
}

static void offer_over_three(const Search *search, RefnetBestRoutes *best) {
  guint32 length;
  const RefnetStrongTie *ties = refnet_strong_ties_of(search->ties, search->near->vertex, &length);
  for (guint32 i = 0; i < length; i++) {
    guint32 stop = ties[i].neighbor;
    RefnetRoute bound = route_over_three(search, stop, REFNET_NONE, ties[i].strength,
                                         search->ties->most, search->strongest);
    if (refnet_routes_are_hopeless(best, &bound))
      return;
    if (stop != search->far->vertex)
      offer_through(search, stop, ties[i].strength, best);
  }
}

/* The ties of `from` are sorted once for all searches. */
static gboolean is_better_from_behind(const RefnetNetwork *network, guint32 from, guint32 to) {
  return refnet_network_degree(network, to) < refnet_network_degree(network, from) / USUAL_SEARCHES;
}

/* Offers every simple path of at most `max_ties` ties that could be among the best. */
static void find_routes(RefnetPathFinder *finder, guint32 to, guint32 max_ties,
                        RefnetBestRoutes *best) {
  const RefnetNetwork *network = finder->ties->network;
  guint32 from = finder->from.vertex;
  turn_end(finder, &finder->to, to);
  gboolean from_behind = is_better_from_behind(network, from, to);
  Search search = {.ties = finder->ties,
                   .near = from_behind ? &finder->to : &finder->from,
                   .far = from_behind ? &finder->from : &finder->to,
                   .from_behind = from_behind,
                   .strongest = refnet_strong_ties_most(finder->ties, from_behind ? from : to)};
  double direct = strength_to(finder->ties, &finder->from, to);
  if (direct >= 0) {
    RefnetRoute route = {{from, to}, 1, direct, direct};
    refnet_routes_offer(best, &route);
  }
  if (max_ties > 1)
    offer_over_two(&search, best);
  if (max_ties > 2)
    offer_over_three(&search, best);
}

/* ---- paths ----------------------------------------------------------------------------------- */

static RefnetPath path_of_route(const RefnetPathFinder *finder, const RefnetRoute *route) {
  RefnetPath path = {.length = route->ties + 1, .strength = route->strength, .weakest = 1};
  path.steps = g_new0(RefnetStep, path.length);
  path.steps[0] = (RefnetStep){.vertex = route->vertices[0],
                               .contact = REFNET_NONE,
                               .strength = NAN,
                               .last = REFNET_DATE_UNKNOWN};
  const RefnetNetwork *network = finder->ties->network;
  for (guint32 i = 1; i < path.length; i++) {
    guint32 before = route->vertices[i - 1], vertex = route->vertices[i];
    guint64 tie = refnet_network_find_tie(network, before, vertex);
    RefnetTieRecord record = refnet_tie_record(network, tie, finder->ties->as_of);
    path.steps[i] = (RefnetStep){
        .vertex = vertex,
        .contact = refnet_contact_to_ask(network, before, vertex, REFNET_NONE, finder->ties->as_of),
        .strength = record.strength,
        .last = record.last,
        .count = record.count};
    if (record.strength < path.steps[path.weakest].strength)
      path.weakest = i;
  }
  return path;
}

RefnetPath refnet_path_finder_best(RefnetPathFinder *finder, guint32 to, guint32 max_ties) {
  RefnetRoute route;
  RefnetBestRoutes best = {.routes = &route, .capacity = 1};
  find_routes(finder, to, max_ties, &best);
  return best.length ? path_of_route(finder, &route) : (RefnetPath){0};
}

/* One person may stand at several organizations. */
static gboolean share_a_person(const RefnetDataset *dataset, const RefnetPath *a,
                               const RefnetPath *b) {
  for (guint32 i = 1; i + 1 < a->length; i++)
    for (guint32 k = 1; k + 1 < b->length; k++) {
      guint32 first = a->steps[i].contact, second = b->steps[k].contact;
      if (first != REFNET_NONE && second != REFNET_NONE &&
          dataset->contacts[first].person == dataset->contacts[second].person)
        return TRUE;
    }
  return FALSE;
}

RefnetPath refnet_path_finder_other(RefnetPathFinder *finder, guint32 to, guint32 max_ties,
                                    const RefnetPath *first) {
  RefnetRoute routes[OTHER_WAYS], taken = {.ties = first->length - 1};
  for (guint32 i = 0; i < first->length; i++)
    taken.vertices[i] = first->steps[i].vertex;
  RefnetBestRoutes best = {.routes = routes, .capacity = OTHER_WAYS, .apart_from = &taken};
  find_routes(finder, to, max_ties, &best);
  for (guint32 i = 0; i < best.length; i++) {
    RefnetPath path = path_of_route(finder, &routes[i]);
    if (!share_a_person(finder->ties->network->dataset, first, &path))
      return path;
    g_free(path.steps);
  }
  return (RefnetPath){0};
}

/* ---- several paths --------------------------------------------------------------------------- */

/* Moves the strongest route through other organizations than the first one's to second place. */
static void put_alternative_second(RefnetPathFinder *finder, guint32 to, guint32 max_ties,
                                   RefnetBestRoutes *best) {
  RefnetRoute alternative;
  RefnetBestRoutes apart = {.routes = &alternative, .capacity = 1, .apart_from = &best->routes[0]};
  find_routes(finder, to, max_ties, &apart);
  if (!apart.length)
    return;
  guint32 place = 1;
  while (place < best->length && refnet_route_compare(&best->routes[place], &alternative) != 0)
    place++;
  if (place == best->length) /* not among the best: it takes the place of the last of them */
    place = best->length - 1;
  memmove(&best->routes[2], &best->routes[1], (place - 1) * sizeof(RefnetRoute));
  best->routes[1] = alternative;
}

/* Sees to it that the route whose weakest tie is strongest is among the best, or behind them where
 * there is more than one. Returns its place; there is room for one more. */
static guint32 put_widest(RefnetPathFinder *finder, guint32 to, guint32 max_ties,
                          RefnetBestRoutes *best) {
  RefnetRoute widest;
  RefnetBestRoutes widths = {.routes = &widest, .capacity = 1, .by_width = TRUE};
  find_routes(finder, to, max_ties, &widths);
  guint32 place = 0;
  while (place < best->length && refnet_route_compare(&best->routes[place], &widest) != 0)
    place++;
  if (place < best->length || best->capacity == 1)
    return place < best->length ? place : REFNET_NONE;
  best->routes[best->length++] = widest;
  return place;
}

static gboolean check_ends(const RefnetNetwork *network, guint32 from, guint32 to, guint32 max_ties,
                           GError **error) {
  if (from >= network->vertices || to >= network->vertices)
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                        "a path needs two organisations that the filters leave in");
  else if (from == to)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "a path needs two different organisations, and both are \"%s\"",
                refnet_network_organization(network, from)->name);
  else if (max_ties < 1 || max_ties > REFNET_PATH_MAX_TIES)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "a path has 1 to %d steps, not %u",
                REFNET_PATH_MAX_TIES, max_ties);
  else
    return TRUE;
  return FALSE;
}

RefnetPaths *refnet_paths_new(const RefnetNetwork *network, guint32 from, guint32 to,
                              guint32 max_ties, guint32 top, RefnetDate as_of, GError **error) {
  if (!check_ends(network, from, to, max_ties, error))
    return NULL;
  g_autoptr(RefnetPathFinder) finder = refnet_path_finder_new(network, as_of, error);
  if (!finder)
    return NULL;
  refnet_path_finder_turn_to(finder, from);
  guint32 capacity = CLAMP(top, 1, MOST_PATHS);
  g_autofree RefnetRoute *routes = g_new(RefnetRoute, capacity + 1);
  RefnetBestRoutes best = {.routes = routes, .capacity = capacity};
  find_routes(finder, to, max_ties, &best);
  if (best.length > 1)
    put_alternative_second(finder, to, max_ties, &best);
  guint32 widest = best.length > 0 ? put_widest(finder, to, max_ties, &best) : REFNET_NONE;

  RefnetPaths *paths = g_new0(RefnetPaths, 1);
  *paths = (RefnetPaths){.network = network,
                         .from = from,
                         .to = to,
                         .max_ties = max_ties,
                         .path_count = best.length,
                         .widest = widest};
  paths->paths = g_new0(RefnetPath, MAX(best.length, 1));
  for (guint32 i = 0; i < best.length; i++)
    paths->paths[i] = path_of_route(finder, &routes[i]);
  return paths;
}

void refnet_paths_free(RefnetPaths *paths) {
  if (!paths)
    return;
  for (guint32 i = 0; i < paths->path_count; i++)
    g_free(paths->paths[i].steps);
  g_free(paths->paths);
  g_free(paths);
}
