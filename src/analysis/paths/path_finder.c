/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Strong ties are looked at first, so that few of all paths have to be. */
#include "analysis/paths/path_finder.h"

#include "analysis/memory.h"

#define USUAL_SEARCHES 16 /* from one end, to one after the other */

/* ---- ends ------------------------------------------------------------------------------------ */

/* Where routes begin or end. */
typedef struct {
  guint32 vertex;
  guint32 asked; /* so often for a tie, while neighbors are not numbered */
  gboolean is_numbered;
  guint32 *number; /* by vertex: it is so many-th of the neighbors, from 1; 0: no tie */
} End;

struct RefnetPathFinder {
  RefnetStrongTies *ties;
  End from, to;
};

static void number_neighbors(const RefnetNetwork *network, End *end, gboolean numbered) {
  guint64 start = network->tie_start[end->vertex];
  for (guint64 i = start; i < network->tie_start[end->vertex + 1]; i++)
    end->number[network->neighbor[i]] = numbered ? (guint32)(i - start) + 1 : 0;
  end->is_numbered = numbered;
}

static void turn_end(const RefnetPathFinder *finder, End *end, guint32 vertex) {
  if (end->vertex == vertex)
    return;
  if (end->is_numbered)
    number_neighbors(finder->ties->network, end, FALSE);
  end->vertex = vertex;
  end->asked = 0;
}

/* The tie with somebody, or G_MAXUINT64. To number many neighbors is worth while for many questions
 * only. */
static guint64 tie_with(const RefnetNetwork *network, End *end, guint32 vertex) {
  enum { NUMBERED_A_SEARCH = 16 };
  if (!end->is_numbered) {
    if ((guint64)++end->asked * NUMBERED_A_SEARCH < refnet_network_degree(network, end->vertex))
      return refnet_network_find_tie(network, end->vertex, vertex);
    number_neighbors(network, end, TRUE);
  }
  guint32 number = end->number[vertex];
  return number > 0 ? network->tie_of[network->tie_start[end->vertex] + number - 1] : G_MAXUINT64;
}

/* Of the tie with somebody; negative: there is none. */
static double strength_to(RefnetStrongTies *ties, End *end, guint32 vertex) {
  guint64 tie = tie_with(ties->network, end, vertex);
  return tie != G_MAXUINT64 ? refnet_strong_ties_strength(ties, tie) : -1;
}

RefnetPathFinder *refnet_path_finder_new(RefnetStrongTies *ties, GError **error) {
  g_autoptr(RefnetPathFinder) finder = g_new0(RefnetPathFinder, 1);
  finder->ties = ties;
  if (!(finder->from.number = REFNET_TRY_ARRAY(guint32, ties->network->vertices, error)) ||
      !(finder->to.number = REFNET_TRY_ARRAY(guint32, ties->network->vertices, error)))
    return NULL;
  finder->from.vertex = finder->to.vertex = REFNET_NONE;
  return g_steal_pointer(&finder);
}

void refnet_path_finder_turn_to(RefnetPathFinder *finder, guint32 from) {
  turn_end(finder, &finder->from, from);
}

const RefnetStrongTies *refnet_path_finder_ties(const RefnetPathFinder *finder) {
  return finder->ties;
}

void refnet_path_finder_free(RefnetPathFinder *finder) {
  if (!finder)
    return;
  g_free(finder->from.number);
  g_free(finder->to.number);
  g_free(finder);
}

/* ---- one search ------------------------------------------------------------------------------ */

/* A search sets out from the end whose ties cost less to sort; routes are told as they lead. */
typedef struct {
  RefnetStrongTies *ties;
  End *near, *far;
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

/* Who has closed introduces nobody. */
static gboolean may_lead(const Search *search, guint32 stop) {
  return !refnet_network_organization(search->ties->network, stop)->closed;
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
    if (last < 0 || !may_lead(search, stop))
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
    double last = strength_to(search->ties, search->far, next);
    if (last < 0 || next == search->near->vertex || !may_lead(search, next))
      continue;
    RefnetRoute bound = route_over_three(search, stop, next, strength, search->ties->most, last);
    if (refnet_routes_are_hopeless(best, &bound))
      continue;
    double middle = refnet_strong_ties_strength(search->ties, network->tie_of[i]);
    RefnetRoute route = route_over_three(search, stop, next, strength, middle, last);
    refnet_routes_offer(best, &route);
  }
}

/* ---- over three ties, where ties are sorted -------------------------------------------------- */

/* By way of `stop`, to whom the tie is so strong. Its ties are read strongest first and, where they
 * are sorted, those of the far end as well: whoever is yet to come has weaker ties with both. */
typedef struct {
  const Search *search;
  guint32 stop;
  double strength;
  const RefnetStrongTie *here, *there; /* of `stop`; of the far end, or NULL */
  guint32 here_length, there_length;
} Meeting;

static void offer_meeting(const Meeting *meeting, guint32 next, double middle, double last,
                          RefnetBestRoutes *best) {
  if (next == meeting->search->near->vertex || next == meeting->search->far->vertex ||
      !may_lead(meeting->search, next))
    return;
  RefnetRoute route =
      route_over_three(meeting->search, meeting->stop, next, meeting->strength, middle, last);
  refnet_routes_offer(best, &route);
}

/* Unless it was met among the first `seen` ties of the far end. */
static void offer_from_here(const Meeting *meeting, const RefnetStrongTie *tie, guint32 seen,
                            RefnetBestRoutes *best) {
  double last = strength_to(meeting->search->ties, meeting->search->far, tie->neighbor);
  RefnetStrongTie same = {last, tie->neighbor};
  if (last >= 0 && !(seen > 0 && refnet_strong_tie_compare(&same, &meeting->there[seen - 1]) <= 0))
    offer_meeting(meeting, tie->neighbor, tie->strength, last, best);
}

/* Likewise of `stop`. */
static void offer_from_there(const Meeting *meeting, const RefnetStrongTie *tie, guint32 seen,
                             RefnetBestRoutes *best) {
  RefnetStrongTies *ties = meeting->search->ties;
  guint64 middle = refnet_network_find_tie(ties->network, meeting->stop, tie->neighbor);
  if (middle == G_MAXUINT64)
    return;
  RefnetStrongTie same = {refnet_strong_ties_strength(ties, middle), tie->neighbor};
  if (refnet_strong_tie_compare(&same, &meeting->here[seen - 1]) > 0)
    offer_meeting(meeting, tie->neighbor, same.strength, tie->strength, best);
}

/* No tie of the far end with anybody who was not met is stronger; negative: all were. */
static double strongest_left(const Meeting *meeting, guint32 seen) {
  if (!meeting->there)
    return meeting->search->strongest;
  return seen < meeting->there_length ? meeting->there[seen].strength : -1;
}

/* A tie with the far end is looked up at once where these are numbered, one with `stop` is searched
 * for: so there is one of the latter for so many of the former. */
static void offer_meetings(const Meeting *meeting, RefnetBestRoutes *best) {
  enum { HERE_FOR_ONE_THERE = 8 };
  for (guint32 i = 0; i < meeting->here_length; i++) {
    guint32 seen = meeting->there ? (i + HERE_FOR_ONE_THERE - 1) / HERE_FOR_ONE_THERE : 0;
    double last = strongest_left(meeting, seen);
    RefnetRoute bound = route_over_three(meeting->search, meeting->stop, REFNET_NONE,
                                         meeting->strength, meeting->here[i].strength, last);
    if (last < 0 || refnet_routes_are_hopeless(best, &bound))
      return;
    offer_from_here(meeting, &meeting->here[i], seen, best);
    if (meeting->there && i % HERE_FOR_ONE_THERE == 0)
      offer_from_there(meeting, &meeting->there[seen], i + 1, best);
  }
}

/* ---- all --------------------------------------------------------------------------------- */

static void offer_through(const Search *search, guint32 stop, double strength,
                          RefnetBestRoutes *best) {
  Meeting meeting = {.search = search, .stop = stop, .strength = strength};
  meeting.here = refnet_strong_ties_if_worth(search->ties, stop, &meeting.here_length);
  meeting.there =
      refnet_strong_ties_if_sorted(search->ties, search->far->vertex, &meeting.there_length);
  if (meeting.here)
    offer_meetings(&meeting, best);
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
    bound = route_over_three(search, stop, REFNET_NONE, ties[i].strength,
                             refnet_strong_ties_most(search->ties, stop), search->strongest);
    if (stop != search->far->vertex && may_lead(search, stop) &&
        !refnet_routes_are_hopeless(best, &bound))
      offer_through(search, stop, ties[i].strength, best);
  }
}

/* The ties of `from` are sorted once for all searches. */
static gboolean is_better_from_behind(const RefnetNetwork *network, guint32 from, guint32 to) {
  return refnet_network_degree(network, to) < refnet_network_degree(network, from) / USUAL_SEARCHES;
}

void refnet_path_finder_find(RefnetPathFinder *finder, guint32 to, guint32 max_ties,
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
