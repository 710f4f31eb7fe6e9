/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Breadth-first distances, and pivots that lie far from each other. */
#include "draw/layout/distances.h"

#include <string.h>

#define UNREACHED G_MAXUINT16

void refnet_component_graph_clear(RefnetComponentGraph *graph) {
  g_clear_pointer(&graph->start, g_free);
  g_clear_pointer(&graph->neighbor, g_free);
}

/* Breadth first from `source`; `queue` has room for every vertex. */
static void distances_from(const RefnetComponentGraph *graph, guint32 source, guint16 *distance,
                           guint32 *queue) {
  guint32 head = 0, tail = 0;
  memset(distance, 0xFF, graph->vertices * sizeof *distance);
  distance[source] = 0;
  queue[tail++] = source;
  while (head < tail) {
    guint32 v = queue[head++];
    for (guint64 i = graph->start[v]; i < graph->start[v + 1]; i++) {
      guint32 w = graph->neighbor[i];
      if (distance[w] != UNREACHED)
        continue;
      distance[w] = (guint16)MIN(distance[v] + 1, UNREACHED - 1);
      queue[tail++] = w;
    }
  }
}

guint16 *refnet_distance_rows(const RefnetComponentGraph *graph, const guint32 *sources,
                              guint32 count) {
  gsize n = graph->vertices;
  guint16 *rows = g_try_malloc_n(n * count, sizeof *rows);
  g_autofree guint32 *queue = g_try_malloc_n(n, sizeof *queue);
  if (!rows || !queue) {
    g_free(rows);
    return NULL;
  }
  for (guint32 k = 0; k < count; k++)
    distances_from(graph, sources ? sources[k] : k, rows + k * n, queue);
  return rows;
}

guint16 *refnet_choose_pivots(const RefnetComponentGraph *graph, guint32 count, guint32 *closest) {
  gsize n = graph->vertices;
  guint16 *rows = g_try_malloc_n(n * count, sizeof *rows);
  g_autofree guint32 *queue = g_try_malloc_n(n, sizeof *queue);
  g_autofree guint16 *nearest = g_try_malloc_n(n, sizeof *nearest);
  if (!rows || !queue || !nearest) {
    g_free(rows);
    return NULL;
  }
  guint32 pivot = 0;
  for (guint32 v = 1; v < n; v++)
    if (graph->start[v + 1] - graph->start[v] > graph->start[pivot + 1] - graph->start[pivot])
      pivot = v;
  memset(nearest, 0xFF, n * sizeof *nearest);
  for (guint32 k = 0; k < count; k++) {
    guint16 *row = rows + k * n;
    distances_from(graph, pivot, row, queue);
    guint32 farthest = 0;
    for (guint32 v = 0; v < n; v++) {
      if (row[v] < nearest[v]) {
        nearest[v] = row[v];
        closest[v] = k;
      }
      if (nearest[v] > nearest[farthest])
        farthest = v;
    }
    pivot = farthest;
  }
  return rows;
}
