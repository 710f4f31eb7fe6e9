/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Breadth first over arcs, backwards from the providers of a cell or forwards from one. */
#include "analysis/gaps/reachability.h"

#include <stdlib.h>

#include "analysis/memory.h"

struct RefnetReachability {
  const RefnetServing *serving;
  const RefnetProviders *providers;
  const RefnetNetwork *network;
  guint32 *stamp; /* by provider: the search that came by last */
  guint32 search;
  guint32 *queue;       /* providers */
  guint32 *referred;    /* by provider: organizations that refer to it */
  guint32 *by_referred; /* providers, those to whom most refer first */
  guint32 provider_count;
};

typedef enum { BACKWARD, FORWARD } Direction;

/* Neighbors of a vertex: arcs one way, or ties. */
typedef struct {
  const RefnetNetwork *network;
  Direction direction;
  guint64 next, end;
} Steps;

static Steps steps_from(const RefnetNetwork *network, guint32 vertex, Direction direction) {
  const guint64 *start = network->undirected     ? network->tie_start
                         : direction == BACKWARD ? network->in_start
                                                 : network->out_start;
  return (Steps){network, direction, start[vertex], start[vertex + 1]};
}

static guint32 next_vertex(Steps *steps) {
  const RefnetNetwork *network = steps->network;
  guint64 i = steps->next++;
  if (network->undirected)
    return network->neighbor[i];
  return steps->direction == BACKWARD ? network->arc_from[network->in_arc[i]] : network->arc_to[i];
}

static gboolean is_target(const guint32 *targets, guint32 count, guint32 provider) {
  return refnet_list_has((RefnetIndexList){targets, count}, provider);
}

/* ---- who is referred to ---------------------------------------------------------------------- */

static int compare_referred(gconstpointer a, gconstpointer b, gpointer data) {
  const guint32 *referred = data;
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;
  if (referred[first] != referred[second])
    return referred[first] > referred[second] ? -1 : 1;
  return first < second ? -1 : first > second;
}

static void rank(RefnetReachability *reachability) {
  const RefnetNetwork *network = reachability->network;
  const guint32 *provider = reachability->providers->provider;
  for (guint32 v = 0; v < network->vertices; v++) {
    if (provider[v] == REFNET_NONE)
      continue;
    Steps steps = steps_from(network, v, BACKWARD);
    reachability->referred[provider[v]] += (guint32)(steps.end - steps.next);
    if (provider[v] == v)
      reachability->by_referred[reachability->provider_count++] = v;
  }
  g_qsort_with_data(reachability->by_referred, (int)reachability->provider_count, sizeof(guint32),
                    compare_referred, reachability->referred);
}

RefnetReachability *refnet_reachability_new(const RefnetServing *serving, GError **error) {
  g_autoptr(RefnetReachability) reachability = g_new0(RefnetReachability, 1);
  guint32 vertices = serving->providers->network->vertices;
  reachability->serving = serving;
  reachability->providers = serving->providers;
  reachability->network = serving->providers->network;
  if (!(reachability->stamp = REFNET_TRY_ARRAY(guint32, vertices, error)) ||
      !(reachability->queue = REFNET_TRY_ARRAY(guint32, vertices, error)) ||
      !(reachability->referred = REFNET_TRY_ARRAY(guint32, vertices, error)) ||
      !(reachability->by_referred = REFNET_TRY_ARRAY(guint32, vertices, error)))
    return NULL;
  rank(reachability);
  return g_steal_pointer(&reachability);
}

void refnet_reachability_free(RefnetReachability *reachability) {
  if (!reachability)
    return;
  g_free(reachability->stamp);
  g_free(reachability->queue);
  g_free(reachability->referred);
  g_free(reachability->by_referred);
  g_free(reachability);
}

/* ---- a route into the cell ------------------------------------------------------------------- */

typedef struct {
  RefnetReachability *reachability;
  guint32 area;
  guint32 length; /* of the queue */
} Search;

static void start_search(RefnetReachability *reachability) {
  if (++reachability->search == 0) { /* stamps of four billion searches ago would look new */
    for (guint32 v = 0; v < reachability->network->vertices; v++)
      reachability->stamp[v] = 0;
    reachability->search = 1;
  }
}

/* Queues who refers to the provider; TRUE when one of them is whom the search is for. */
static gboolean step_back(Search *search, guint32 provider) {
  RefnetReachability *reachability = search->reachability;
  const RefnetProviders *providers = reachability->providers;
  for (guint32 m = providers->member_start[provider]; m < providers->member_start[provider + 1];
       m++) {
    Steps steps = steps_from(reachability->network, providers->members[m], BACKWARD);
    while (steps.next < steps.end) {
      guint32 from = providers->provider[next_vertex(&steps)];
      if (from == REFNET_NONE || reachability->stamp[from] == reachability->search)
        continue;
      reachability->stamp[from] = reachability->search;
      if (refnet_serving_has(reachability->serving, from, search->area))
        return TRUE;
      reachability->queue[search->length++] = from;
    }
  }
  return FALSE;
}

gboolean refnet_reachability_from_area(RefnetReachability *reachability, guint32 area,
                                       const guint32 *targets, guint32 target_count,
                                       guint32 steps) {
  Search search = {reachability, area, target_count};
  start_search(reachability);
  for (guint32 i = 0; i < target_count; i++) {
    reachability->queue[i] = targets[i];
    reachability->stamp[targets[i]] = reachability->search;
  }
  for (guint32 step = 0, first = 0; step < steps; step++) {
    guint32 last = search.length;
    for (; first < last; first++)
      if (step_back(&search, reachability->queue[first]))
        return TRUE;
  }
  return FALSE;
}

/* ---- the link to make ------------------------------------------------------------------------ */

static gboolean comes_before(const RefnetReachability *reachability, guint32 a, guint32 b) {
  return compare_referred(&a, &b, reachability->referred) < 0;
}

/* Among those to whom the target refers. */
static void consider_partners(const RefnetReachability *reachability, guint32 area,
                              const guint32 *targets, guint32 target_count, guint32 target,
                              RefnetLink *link) {
  const RefnetProviders *providers = reachability->providers;
  for (guint32 m = providers->member_start[target]; m < providers->member_start[target + 1]; m++) {
    Steps steps = steps_from(reachability->network, providers->members[m], FORWARD);
    while (steps.next < steps.end) {
      guint32 partner = providers->provider[next_vertex(&steps)];
      if (partner == REFNET_NONE || is_target(targets, target_count, partner) ||
          !refnet_serving_has(reachability->serving, partner, area))
        continue;
      if (link->from == REFNET_NONE || comes_before(reachability, partner, link->from))
        *link = (RefnetLink){partner, target, TRUE};
    }
  }
}

RefnetLink refnet_reachability_link(const RefnetReachability *reachability, guint32 area,
                                    const guint32 *targets, guint32 target_count) {
  RefnetLink link = {REFNET_NONE, REFNET_NONE, FALSE};
  for (guint32 i = 0; i < target_count; i++)
    consider_partners(reachability, area, targets, target_count, targets[i], &link);
  for (guint32 i = 0; i < reachability->provider_count && link.from == REFNET_NONE; i++) {
    guint32 from = reachability->by_referred[i];
    if (!is_target(targets, target_count, from) &&
        refnet_serving_has(reachability->serving, from, area))
      link = (RefnetLink){from, targets[0], FALSE};
  }
  return link;
}

/* ---- routes from one organization ------------------------------------------------------------ */

gboolean refnet_reachability_routes(RefnetReachability *reachability, guint32 from,
                                    guint32 *previous) {
  const RefnetProviders *providers = reachability->providers;
  guint32 origin = providers->provider[from], length = 0;
  for (guint32 v = 0; v < reachability->network->vertices; v++)
    previous[v] = REFNET_NONE;
  if (origin == REFNET_NONE)
    return FALSE;
  start_search(reachability);
  reachability->stamp[origin] = reachability->search;
  reachability->queue[length++] = origin;
  for (guint32 first = 0; first < length; first++) {
    guint32 at = reachability->queue[first];
    for (guint32 m = providers->member_start[at]; m < providers->member_start[at + 1]; m++) {
      Steps steps = steps_from(reachability->network, providers->members[m], FORWARD);
      while (steps.next < steps.end) {
        guint32 to = providers->provider[next_vertex(&steps)];
        if (to == REFNET_NONE || reachability->stamp[to] == reachability->search)
          continue;
        reachability->stamp[to] = reachability->search;
        previous[to] = at;
        reachability->queue[length++] = to;
      }
    }
  }
  return TRUE;
}
