/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many organizations hold the largest component together. */
#include "analysis/network/connectivity.h"

#include <math.h>

#include "analysis/memory.h"

#define MOST_STEPS 5e8

/* Disjoint paths from s to t: inner vertices lie on one path at most, after next_before and before
 * next. A search runs over entries (2v) and exits (2v + 1) of vertices. */
typedef struct {
  const RefnetNetwork *network;
  guint32 s, t;
  guint32 *next, *before; /* by vertex; REFNET_NONE: on no path */
  guint32 *came_from;     /* by entry and exit; REFNET_NONE: not seen */
  guint32 *queue;
  guint32 length;
} Flow;

static void clear(Flow *flow) {
  g_free(flow->next);
  g_free(flow->before);
  g_free(flow->came_from);
  g_free(flow->queue);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Flow, clear)

static gboolean allocate(Flow *flow, GError **error) {
  guint64 n = flow->network->vertices;
  return (flow->next = REFNET_TRY_ARRAY(guint32, n, error)) &&
         (flow->before = REFNET_TRY_ARRAY(guint32, n, error)) &&
         (flow->came_from = REFNET_TRY_ARRAY(guint32, 2 * n, error)) &&
         (flow->queue = REFNET_TRY_ARRAY(guint32, 2 * n, error));
}

static void see(Flow *flow, guint32 node, guint32 from) {
  if (flow->came_from[node] != REFNET_NONE)
    return;
  flow->came_from[node] = from;
  flow->queue[flow->length++] = node;
}

static gboolean is_used(const Flow *flow, guint32 from, guint32 to) {
  return to == flow->t ? flow->next[from] == to : flow->before[to] == from;
}

static void leave_exit(Flow *flow, guint32 vertex) {
  const RefnetNetwork *network = flow->network;
  for (guint64 e = network->tie_start[vertex]; e < network->tie_start[vertex + 1]; e++) {
    guint32 w = network->neighbor[e];
    if (w != flow->s && !is_used(flow, vertex, w))
      see(flow, 2 * w, 2 * vertex + 1);
  }
  if (vertex != flow->s && flow->before[vertex] != REFNET_NONE)
    see(flow, 2 * vertex, 2 * vertex + 1);
}

static void leave_entry(Flow *flow, guint32 vertex) {
  if (flow->before[vertex] == REFNET_NONE)
    see(flow, 2 * vertex + 1, 2 * vertex);
  else if (flow->before[vertex] != flow->s)
    see(flow, 2 * flow->before[vertex] + 1, 2 * vertex);
}

static gboolean search(Flow *flow) {
  guint32 start = 2 * flow->s + 1;
  flow->length = 0;
  for (guint64 i = 0; i < 2 * (guint64)flow->network->vertices; i++)
    flow->came_from[i] = REFNET_NONE;
  see(flow, start, start);
  for (guint32 i = 0; i < flow->length; i++) {
    guint32 node = flow->queue[i];
    if (node == 2 * flow->t)
      return TRUE;
    if (node % 2)
      leave_exit(flow, node / 2);
    else
      leave_entry(flow, node / 2);
  }
  return FALSE;
}

/* What the search went back over is undone first, then its own steps are taken. */
static void augment(Flow *flow) {
  guint32 start = 2 * flow->s + 1;
  for (guint32 node = 2 * flow->t; node != start; node = flow->came_from[node]) {
    guint32 from = flow->came_from[node];
    if (node % 2 && !(from % 2) && node / 2 != from / 2) {
      flow->before[from / 2] = REFNET_NONE;
      flow->next[node / 2] = REFNET_NONE;
    }
  }
  for (guint32 node = 2 * flow->t; node != start; node = flow->came_from[node]) {
    guint32 from = flow->came_from[node];
    if (node % 2 || !(from % 2) || node / 2 == from / 2)
      continue;
    if (node / 2 != flow->t)
      flow->before[node / 2] = from / 2;
    if (from / 2 != flow->s)
      flow->next[from / 2] = node / 2;
  }
}

/* Disjoint paths between two vertices without a tie, counted up to `enough`. */
static guint32 count_paths(Flow *flow, guint32 s, guint32 t, guint32 enough) {
  flow->s = s;
  flow->t = t;
  for (guint32 v = 0; v < flow->network->vertices; v++)
    flow->next[v] = flow->before[v] = REFNET_NONE;
  guint32 paths = 0;
  while (paths < enough && search(flow)) {
    augment(flow);
    paths++;
  }
  return paths;
}

/* ---- the component --------------------------------------------------------------------------- */

static guint32 largest_root(const RefnetStructure *structure) {
  guint32 best = REFNET_NONE, most = 0;
  for (guint32 v = 0; v < structure->network->vertices; v++) {
    guint32 size = refnet_structure_component_size(structure, v);
    if (structure->root[v] == v && size > most) {
      best = v;
      most = size;
    }
  }
  return best;
}

static gboolean has_articulation(const RefnetStructure *structure, guint32 root) {
  for (guint32 i = structure->entered[root]; i < structure->end[root]; i++)
    if (structure->articulation[structure->order[i]])
      return TRUE;
  return FALSE;
}

static guint32 least_tied(const RefnetStructure *structure, guint32 root) {
  guint32 best = root;
  for (guint32 i = structure->entered[root]; i < structure->end[root]; i++) {
    guint32 v = structure->order[i];
    if (refnet_network_degree(structure->network, v) <
        refnet_network_degree(structure->network, best))
      best = v;
  }
  return best;
}

static gboolean is_tied(const RefnetNetwork *network, guint32 a, guint32 b) {
  return refnet_network_find_tie(network, a, b) != G_MAXUINT64;
}

static guint32 least_paths(const RefnetStructure *structure, Flow *flow, guint32 root,
                           guint32 vertex) {
  const RefnetNetwork *network = structure->network;
  guint32 least = refnet_network_degree(network, vertex);
  for (guint32 i = structure->entered[root]; i < structure->end[root]; i++) {
    guint32 w = structure->order[i];
    if (w != vertex && !is_tied(network, vertex, w))
      least = MIN(least, count_paths(flow, vertex, w, least));
  }
  for (guint64 e = network->tie_start[vertex]; e < network->tie_start[vertex + 1]; e++)
    for (guint64 f = e + 1; f < network->tie_start[vertex + 1]; f++)
      if (!is_tied(network, network->neighbor[e], network->neighbor[f]))
        least = MIN(least, count_paths(flow, network->neighbor[e], network->neighbor[f], least));
  return least;
}

static double steps_needed(const RefnetStructure *structure, guint32 root, guint32 vertex) {
  const RefnetNetwork *network = structure->network;
  double degree = refnet_network_degree(network, vertex);
  double pairs = refnet_structure_component_size(structure, root) + degree * degree / 2;
  return pairs * (degree + 1) * (2.0 * network->vertices + 2.0 * (double)network->ties);
}

gboolean refnet_vertex_connectivity(const RefnetStructure *structure, double *connectivity,
                                    GError **error) {
  guint32 root = largest_root(structure);
  *connectivity = NAN;
  if (root == REFNET_NONE)
    return TRUE;
  guint32 size = refnet_structure_component_size(structure, root);
  if (size < 3 || has_articulation(structure, root)) {
    *connectivity = size > 1 ? 1 : 0;
    return TRUE;
  }
  guint32 vertex = least_tied(structure, root);
  if (steps_needed(structure, root, vertex) > MOST_STEPS)
    return TRUE;
  g_auto(Flow) flow = {.network = structure->network};
  if (!allocate(&flow, error))
    return FALSE;
  *connectivity = least_paths(structure, &flow, root, vertex);
  return TRUE;
}
