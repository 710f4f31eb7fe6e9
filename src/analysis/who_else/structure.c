/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Resource allocation over two and three steps, pushed outwards from one vertex. */
#include "analysis/who_else/structure.h"

#include "analysis/memory.h"

static double degree(const RefnetNetwork *network, guint32 vertex) {
  return (double)(network->tie_start[vertex + 1] - network->tie_start[vertex]);
}

/* A vertex hands `amount` to each neighbor. */
static void push(const RefnetNetwork *network, guint32 vertex, double amount, double *received) {
  for (guint64 i = network->tie_start[vertex]; i < network->tie_start[vertex + 1]; i++)
    received[network->neighbor[i]] += amount;
}

/* A path x–z–w–y that came back (w = x) is no path, and y ≠ z holds of itself: y has no tie to x.
 */
double *refnet_structure_scores(const RefnetNetwork *network, guint32 x, GError **error) {
  g_autofree double *through = REFNET_TRY_ARRAY(double, network->vertices, error);
  g_autofree double *scores = REFNET_TRY_ARRAY(double, network->vertices, error);
  if (!through || !scores)
    return NULL;
  guint64 first = network->tie_start[x], end = network->tie_start[x + 1];
  for (guint64 i = first; i < end; i++)
    push(network, network->neighbor[i], 1 / degree(network, network->neighbor[i]), through);
  through[x] = 0;
  for (guint32 w = 0; w < network->vertices; w++)
    if (through[w] > 0) {
      push(network, w, through[w] / degree(network, w), scores);
      scores[w] += through[w];
    }
  for (guint64 i = first; i < end; i++)
    scores[network->neighbor[i]] = 0;
  scores[x] = 0;
  return g_steal_pointer(&scores);
}
