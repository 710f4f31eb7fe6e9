/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Introductions: who can lead from one organization to another in at most three ties, and how
 * strong and recent each of these ties is. */
#include "analysis/who_else/path.h"

#include <math.h>
#include <string.h>

#include "analysis/risks/contacts.h"
#include "analysis/result.h"
#include "model/network/arc_cursor.h"

#define COUNT_SCALE 5.0      /* referrals; five make a tie 63 % sure of itself */
#define HALF_LIFE_DAYS 365.0 /* a tie last used a year ago counts half */
#define BLANK_DATE_AGE 365.0 /* METHODS, blank cells, rule 8 */
#define OTHER_WAYS 10        /* looked at for one through other people */
#define MOST_PATHS 1000      /* `top` beyond this is cut: nobody reads them */

/* Ordinals, not people: METHODS, blank cells, rule 10. */
static const double frequency_strength[] = {
    [REFNET_FREQUENCY_UNKNOWN] = 0.0, [REFNET_FREQUENCY_NEVER] = 0.0,
    [REFNET_FREQUENCY_YEARLY] = 0.2,  [REFNET_FREQUENCY_QUARTERLY] = 0.4,
    [REFNET_FREQUENCY_MONTHLY] = 0.6, [REFNET_FREQUENCY_WEEKLY] = 0.8,
    [REFNET_FREQUENCY_DAILY] = 1.0};

/* ---- strength of a tie ----------------------------------------------------------------------- */

static void add_arc(const RefnetNetwork *network, guint64 arc, RefnetTieRecord *record,
                    guint8 *frequency) {
  if (arc == G_MAXUINT64)
    return;
  record->count += network->arc_count[arc];
  record->last = MAX(record->last, refnet_network_arc_date(network, arc));
  *frequency = MAX(*frequency, network->arc_frequency[arc]);
}

static double tie_strength(const RefnetTieRecord *record, RefnetDate as_of) {
  double age = BLANK_DATE_AGE;
  if (record->last != REFNET_DATE_UNKNOWN && as_of != REFNET_DATE_UNKNOWN)
    age = MAX(0.0, (double)as_of - (double)record->last);
  return -expm1(-(double)record->count / COUNT_SCALE) * exp2(-age / HALF_LIFE_DAYS);
}

static RefnetTieRecord record_of(const RefnetNetwork *network, guint64 there, guint64 back,
                                 RefnetDate as_of) {
  RefnetTieRecord record = {.last = REFNET_DATE_UNKNOWN};
  guint8 frequency = REFNET_FREQUENCY_UNKNOWN;
  add_arc(network, there, &record, &frequency);
  add_arc(network, back, &record, &frequency);
  gboolean frequency_only = !network->dataset->referrals.count &&
                            record.last == REFNET_DATE_UNKNOWN &&
                            frequency > REFNET_FREQUENCY_NEVER;
  record.strength = frequency_only ? frequency_strength[frequency] : tie_strength(&record, as_of);
  return record;
}

RefnetTieRecord refnet_tie_record(const RefnetNetwork *network, guint64 tie, RefnetDate as_of) {
  guint32 a = network->tie_a[tie], b = network->tie_b[tie];
  return record_of(network, refnet_network_find_arc(network, a, b),
                   refnet_network_find_arc(network, b, a), as_of);
}

/* For one neighbor of `vertex` after the other. */
static double strength_of_next(const RefnetNetwork *network, guint32 vertex, guint32 neighbor,
                               RefnetDate as_of, RefnetArcCursor *cursor) {
  guint64 there, back;
  refnet_arcs_between(network, vertex, neighbor, cursor, &there, &back);
  return record_of(network, there, back, as_of).strength;
}

/* ---- routes ---------------------------------------------------------------------------------- */

/* A path while paths are compared. */
typedef struct {
  guint32 vertices[REFNET_PATH_MAX_TIES + 1];
  guint32 ties;
  double strength; /* Π w */
  double width;    /* the smallest w */
} Route;

/* Strongest first, then fewest ties, then smallest ids. */
static int compare_strength(const Route *a, const Route *b) {
  if (a->strength != b->strength)
    return a->strength > b->strength ? -1 : 1;
  if (a->ties != b->ties)
    return a->ties < b->ties ? -1 : 1;
  for (guint32 i = 0; i <= a->ties; i++)
    if (a->vertices[i] != b->vertices[i])
      return a->vertices[i] < b->vertices[i] ? -1 : 1;
  return 0;
}

/* Widest first, then as above. */
static int compare_width(const Route *a, const Route *b) {
  if (a->width != b->width)
    return a->width > b->width ? -1 : 1;
  return compare_strength(a, b);
}

static gboolean share_a_stop(const Route *a, const Route *b) {
  for (guint32 i = 1; i < a->ties; i++)
    for (guint32 j = 1; j < b->ties; j++)
      if (a->vertices[i] == b->vertices[j])
        return TRUE;
  return a->ties == 1 && b->ties == 1;
}

/* The best routes seen, in order. */
typedef struct {
  Route *routes;
  guint32 length, capacity;
  gboolean by_width;
  const Route
      *apart_from; /* take only routes through other organizations than this one's, or NULL */
} BestRoutes;

static int compare_routes(const BestRoutes *best, const Route *a, const Route *b) {
  return best->by_width ? compare_width(a, b) : compare_strength(a, b);
}

static void offer_route(BestRoutes *best, const Route *route) {
  if (best->apart_from && share_a_stop(best->apart_from, route))
    return;
  guint32 i = best->length;
  if (i == best->capacity) {
    if (compare_routes(best, route, &best->routes[i - 1]) >= 0)
      return;
    i--;
  } else {
    best->length++;
  }
  for (; i > 0 && compare_routes(best, route, &best->routes[i - 1]) < 0; i--)
    best->routes[i] = best->routes[i - 1];
  best->routes[i] = *route;
}

/* No route that passes ties as strong as these two can be among the best. */
static gboolean hopeless(const BestRoutes *best, double one, double other) {
  if (best->length < best->capacity)
    return FALSE;
  const Route *last = &best->routes[best->length - 1];
  return best->by_width ? MIN(one, other) < last->width : one * other < last->strength;
}

struct RefnetPathFinder {
  const RefnetNetwork *network;
  RefnetDate as_of;
  guint32 from;
  double *strength; /* of the tie from → vertex; negative: no tie */
};

RefnetPathFinder *refnet_path_finder_new(const RefnetNetwork *network, guint32 from,
                                         RefnetDate as_of, GError **error) {
  g_autoptr(RefnetPathFinder) finder = g_new0(RefnetPathFinder, 1);
  *finder = (RefnetPathFinder){.network = network, .as_of = as_of, .from = from};
  finder->strength = g_try_new(double, MAX(network->vertices, 1));
  if (!finder->strength) {
    refnet_result_no_memory(error);
    return NULL;
  }
  for (guint32 v = 0; v < network->vertices; v++)
    finder->strength[v] = -1.0;
  RefnetArcCursor cursor = {0, 0};
  for (guint64 i = network->tie_start[from]; i < network->tie_start[from + 1]; i++)
    finder->strength[network->neighbor[i]] =
        strength_of_next(network, from, network->neighbor[i], as_of, &cursor);
  return g_steal_pointer(&finder);
}

void refnet_path_finder_free(RefnetPathFinder *finder) {
  if (!finder)
    return;
  g_free(finder->strength);
  g_free(finder);
}

/* Three ties: from – z – w – to, for one w. */
static void offer_long_routes(const RefnetPathFinder *finder, guint32 w, double last_strength,
                              guint32 to, BestRoutes *best) {
  const RefnetNetwork *network = finder->network;
  for (guint64 i = network->tie_start[w]; i < network->tie_start[w + 1]; i++) {
    guint32 z = network->neighbor[i];
    double first_strength = finder->strength[z];
    if (first_strength < 0.0 || z == to || hopeless(best, first_strength, last_strength))
      continue;
    double middle = refnet_tie_record(network, network->tie_of[i], finder->as_of).strength;
    Route route = {{finder->from, z, w, to},
                   3,
                   first_strength * middle * last_strength,
                   MIN(first_strength, MIN(middle, last_strength))};
    offer_route(best, &route);
  }
}

/* Offers every simple path of at most `max_ties` ties that could be among the best. */
static void find_routes(const RefnetPathFinder *finder, guint32 to, guint32 max_ties,
                        BestRoutes *best) {
  const RefnetNetwork *network = finder->network;
  if (finder->strength[to] >= 0.0) {
    Route route = {{finder->from, to}, 1, finder->strength[to], finder->strength[to]};
    offer_route(best, &route);
  }
  if (max_ties < 2)
    return;
  RefnetArcCursor cursor = {0, 0};
  for (guint64 i = network->tie_start[to]; i < network->tie_start[to + 1]; i++) {
    guint32 w = network->neighbor[i];
    if (w == finder->from)
      continue;
    double last = strength_of_next(network, to, w, finder->as_of, &cursor);
    if (hopeless(best, last, 1))
      continue;
    if (finder->strength[w] >= 0.0) {
      Route route = {
          {finder->from, w, to}, 2, finder->strength[w] * last, MIN(finder->strength[w], last)};
      offer_route(best, &route);
    }
    if (max_ties > 2)
      offer_long_routes(finder, w, last, to, best);
  }
}

/* ---- paths ----------------------------------------------------------------------------------- */

static RefnetPath path_of_route(const RefnetPathFinder *finder, const Route *route) {
  RefnetPath path = {.length = route->ties + 1, .strength = route->strength, .weakest = 1};
  path.steps = g_new0(RefnetStep, path.length);
  path.steps[0] = (RefnetStep){.vertex = route->vertices[0],
                               .contact = REFNET_NONE,
                               .strength = NAN,
                               .last = REFNET_DATE_UNKNOWN};
  for (guint32 i = 1; i < path.length; i++) {
    guint32 before = route->vertices[i - 1], vertex = route->vertices[i];
    guint64 tie = refnet_network_find_tie(finder->network, before, vertex);
    RefnetTieRecord record = refnet_tie_record(finder->network, tie, finder->as_of);
    path.steps[i] = (RefnetStep){.vertex = vertex,
                                 .contact = refnet_contact_to_ask(finder->network, before, vertex,
                                                                  REFNET_NONE, finder->as_of),
                                 .strength = record.strength,
                                 .last = record.last,
                                 .count = record.count};
    if (record.strength < path.steps[path.weakest].strength)
      path.weakest = i;
  }
  return path;
}

RefnetPath refnet_path_finder_best(const RefnetPathFinder *finder, guint32 to, guint32 max_ties) {
  Route route;
  BestRoutes best = {.routes = &route, .capacity = 1};
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

RefnetPath refnet_path_finder_other(const RefnetPathFinder *finder, guint32 to, guint32 max_ties,
                                    const RefnetPath *first) {
  Route routes[OTHER_WAYS], taken = {.ties = first->length - 1};
  for (guint32 i = 0; i < first->length; i++)
    taken.vertices[i] = first->steps[i].vertex;
  BestRoutes best = {.routes = routes, .capacity = OTHER_WAYS, .apart_from = &taken};
  find_routes(finder, to, max_ties, &best);
  for (guint32 i = 0; i < best.length; i++) {
    RefnetPath path = path_of_route(finder, &routes[i]);
    if (!share_a_person(finder->network->dataset, first, &path))
      return path;
    g_free(path.steps);
  }
  return (RefnetPath){0};
}

/* ---- several paths --------------------------------------------------------------------------- */

/* Moves the strongest route through other organizations than the first one's to second place. */
static void put_alternative_second(const RefnetPathFinder *finder, guint32 to, guint32 max_ties,
                                   BestRoutes *best) {
  Route alternative;
  BestRoutes apart = {.routes = &alternative, .capacity = 1, .apart_from = &best->routes[0]};
  find_routes(finder, to, max_ties, &apart);
  if (!apart.length)
    return;
  guint32 place = 1;
  while (place < best->length && compare_strength(&best->routes[place], &alternative) != 0)
    place++;
  if (place == best->length) /* not among the best: it takes the place of the last of them */
    place = best->length - 1;
  memmove(&best->routes[2], &best->routes[1], (place - 1) * sizeof(Route));
  best->routes[1] = alternative;
}

/* Sees to it that the route whose weakest tie is strongest is among the best, or behind them where
 * there is more than one. Returns its place; there is room for one more. */
static guint32 put_widest(const RefnetPathFinder *finder, guint32 to, guint32 max_ties,
                          BestRoutes *best) {
  Route widest;
  BestRoutes widths = {.routes = &widest, .capacity = 1, .by_width = TRUE};
  find_routes(finder, to, max_ties, &widths);
  guint32 place = 0;
  while (place < best->length && compare_strength(&best->routes[place], &widest) != 0)
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
  g_autoptr(RefnetPathFinder) finder = refnet_path_finder_new(network, from, as_of, error);
  if (!finder)
    return NULL;
  guint32 capacity = CLAMP(top, 1, MOST_PATHS);
  g_autofree Route *routes = g_new(Route, capacity + 1);
  BestRoutes best = {.routes = routes, .capacity = capacity};
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
