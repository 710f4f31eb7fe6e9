/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Introductions: who can lead from one organization to another in at most three ties. */
#include "analysis/paths/path.h"

#include <math.h>
#include <string.h>

#include "analysis/risks/contacts.h"

#define OTHER_WAYS 10   /* looked at for one through other people */
#define MOST_PATHS 1000 /* `top` beyond this is cut: nobody reads them */

/* ---- one path -------------------------------------------------------------------------------- */

static RefnetPath path_of_route(const RefnetPathFinder *finder, const RefnetRoute *route) {
  RefnetPath path = {.length = route->ties + 1, .strength = route->strength, .weakest = 1};
  path.steps = g_new0(RefnetStep, path.length);
  path.steps[0] = (RefnetStep){.vertex = route->vertices[0],
                               .contact = REFNET_NONE,
                               .strength = NAN,
                               .last = REFNET_DATE_UNKNOWN};
  const RefnetStrongTies *ties = refnet_path_finder_ties(finder);
  const RefnetNetwork *network = ties->network;
  for (guint32 i = 1; i < path.length; i++) {
    guint32 before = route->vertices[i - 1], vertex = route->vertices[i];
    guint64 tie = refnet_network_find_tie(network, before, vertex);
    RefnetTieRecord record = refnet_tie_record(network, tie, ties->as_of);
    path.steps[i] = (RefnetStep){
        .vertex = vertex,
        .contact = refnet_contact_to_ask(network, before, vertex, REFNET_NONE, ties->as_of),
        .strength = record.strength,
        .last = record.last,
        .count = record.count};
    if (record.strength < path.steps[path.weakest].strength)
      path.weakest = i;
  }
  return path;
}

RefnetPath refnet_path_best(RefnetPathFinder *finder, guint32 to, guint32 max_ties) {
  RefnetRoute route;
  RefnetBestRoutes best = {.routes = &route, .capacity = 1};
  refnet_path_finder_find(finder, to, max_ties, &best);
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

/* Of the `most` best apart from `first`, the first through other people; are there no more than
 * these? */
static RefnetPath first_apart(RefnetPathFinder *finder, guint32 to, guint32 max_ties,
                              const RefnetPath *first, guint32 most, gboolean *are_all) {
  RefnetRoute routes[OTHER_WAYS], taken = {.ties = first->length - 1};
  for (guint32 i = 0; i < first->length; i++)
    taken.vertices[i] = first->steps[i].vertex;
  RefnetBestRoutes best = {.routes = routes, .capacity = most, .apart_from = &taken};
  refnet_path_finder_find(finder, to, max_ties, &best);
  *are_all = best.length < most;
  for (guint32 i = 0; i < best.length; i++) {
    RefnetPath path = path_of_route(finder, &routes[i]);
    if (!share_a_person(refnet_path_finder_ties(finder)->network->dataset, first, &path))
      return path;
    g_free(path.steps);
  }
  return (RefnetPath){0};
}

/* The best apart is mostly through other people, and found sooner than several. */
RefnetPath refnet_path_other(RefnetPathFinder *finder, guint32 to, guint32 max_ties,
                             const RefnetPath *first) {
  gboolean are_all;
  RefnetPath other = first_apart(finder, to, max_ties, first, 1, &are_all);
  if (other.length > 0 || are_all)
    return other;
  return first_apart(finder, to, max_ties, first, OTHER_WAYS, &are_all);
}

/* ---- several paths --------------------------------------------------------------------------- */

/* Moves the strongest route through other organizations than the first one's to second place. */
static void put_alternative_second(RefnetPathFinder *finder, guint32 to, guint32 max_ties,
                                   RefnetBestRoutes *best) {
  RefnetRoute alternative;
  RefnetBestRoutes apart = {.routes = &alternative, .capacity = 1, .apart_from = &best->routes[0]};
  refnet_path_finder_find(finder, to, max_ties, &apart);
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
  refnet_path_finder_find(finder, to, max_ties, &widths);
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
  g_autoptr(RefnetStrongTies) ties = refnet_strong_ties_new(network, as_of, error);
  g_autoptr(RefnetPathFinder) finder = ties ? refnet_path_finder_new(ties, error) : NULL;
  if (!finder)
    return NULL;
  refnet_path_finder_turn_to(finder, from);
  guint32 capacity = CLAMP(top, 1, MOST_PATHS);
  g_autofree RefnetRoute *routes = g_new(RefnetRoute, capacity + 1);
  RefnetBestRoutes best = {.routes = routes, .capacity = capacity};
  refnet_path_finder_find(finder, to, max_ties, &best);
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
