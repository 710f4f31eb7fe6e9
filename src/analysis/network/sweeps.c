/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What one or two sweeps over the ties tell. Loops of our own: igraph's graph of 1.4 · 10^8 ties
 * takes 6 GB beside the network and several times as long to build as these take to run. */
#include <string.h>

#include "analysis/memory.h"
#include "analysis/network/algorithms.h"

/* ---- components ------------------------------------------------------------------------------ */

/* Marks everything tied to `start`, itself too. */
static void mark_component(const RefnetNetwork *network, guint32 start, guint32 number,
                           guint32 *component, guint32 *queue) {
  guint32 head = 0, tail = 0;
  component[start] = number;
  queue[tail++] = start;
  while (head < tail) {
    const guint32 v = queue[head++];
    for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++) {
      const guint32 w = network->neighbor[i];
      if (component[w] != REFNET_NONE)
        continue;
      component[w] = number;
      queue[tail++] = w;
    }
  }
}

gboolean refnet_algorithm_components(const RefnetNetwork *network, guint32 *component,
                                     guint32 *count, GError **error) {
  g_autofree guint32 *queue = REFNET_TRY_ARRAY(guint32, network->vertices, error);
  if (!queue)
    return FALSE;
  *count = 0;
  for (guint32 v = 0; v < network->vertices; v++)
    component[v] = REFNET_NONE;
  for (guint32 v = 0; v < network->vertices; v++)
    if (component[v] == REFNET_NONE)
      mark_component(network, v, (*count)++, component, queue);
  return TRUE;
}

/* ---- cores ----------------------------------------------------------------------------------- */

/* Vertices by what is left of their degree: those of degree d begin at start[d] in `order`. */
typedef struct {
  guint32 *order, *place, *start;
} Peeling;

/* A vertex that loses a tie changes places with the first of its degree, which then begins later.
 */
static void move_down(Peeling *peeling, guint32 *degree, guint32 vertex) {
  const guint32 first_place = peeling->start[degree[vertex]]++;
  const guint32 first = peeling->order[first_place];
  peeling->order[peeling->place[vertex]] = first;
  peeling->place[first] = peeling->place[vertex];
  peeling->order[first_place] = vertex;
  peeling->place[vertex] = first_place;
  degree[vertex]--;
}

static void sort_by_degree(Peeling *peeling, const guint32 *degree, guint32 vertices) {
  for (guint32 v = 0; v < vertices; v++)
    peeling->start[degree[v] + 1]++;
  for (guint32 d = 0; d < vertices; d++)
    peeling->start[d + 1] += peeling->start[d];
  for (guint32 v = 0; v < vertices; v++) {
    peeling->place[v] = peeling->start[degree[v]]++;
    peeling->order[peeling->place[v]] = v;
  }
  for (guint32 d = vertices; d > 0; d--)
    peeling->start[d] = peeling->start[d - 1];
  peeling->start[0] = 0;
}

/* Batagelj & Zaversnik 2003: the vertex of least degree is taken away, again and again. */
gboolean refnet_algorithm_coreness(const RefnetNetwork *network, guint32 *coreness,
                                   GError **error) {
  const guint32 n = network->vertices;
  g_autofree guint32 *order = REFNET_TRY_ARRAY(guint32, n, error);
  g_autofree guint32 *place = order ? REFNET_TRY_ARRAY(guint32, n, error) : NULL;
  g_autofree guint32 *start = place ? REFNET_TRY_ARRAY(guint32, (guint64)n + 2, error) : NULL;
  if (!start)
    return FALSE;
  Peeling peeling = {order, place, start};
  for (guint32 v = 0; v < n; v++)
    coreness[v] = refnet_network_degree(network, v);
  sort_by_degree(&peeling, coreness, n);
  for (guint32 i = 0; i < n; i++) {
    const guint32 v = order[i];
    for (guint64 t = network->tie_start[v]; t < network->tie_start[v + 1]; t++)
      if (coreness[network->neighbor[t]] > coreness[v])
        move_down(&peeling, coreness, network->neighbor[t]);
  }
  return TRUE;
}
