/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Picks members and their ties out of a network. */
#include "draw/layout/component_graph.h"

gboolean refnet_component_graph_of(const RefnetNetwork *network, const guint32 *members,
                                   guint32 count, guint32 *local, RefnetComponentGraph *graph) {
  guint64 ends = 0;
  for (guint32 i = 0; i < count; i++)
    ends += network->tie_start[members[i] + 1] - network->tie_start[members[i]];
  *graph = (RefnetComponentGraph){.vertices = count,
                                  .start = g_try_malloc_n((gsize)count + 1, sizeof(guint64)),
                                  .neighbor = g_try_malloc_n(MAX(ends, 1), sizeof(guint32))};
  if (!graph->start || !graph->neighbor)
    return FALSE;
  for (guint32 i = 0; i < count; i++)
    for (guint64 t = network->tie_start[members[i]]; t < network->tie_start[members[i] + 1]; t++)
      local[network->neighbor[t]] = REFNET_NONE;
  for (guint32 i = 0; i < count; i++)
    local[members[i]] = i;
  guint64 end = 0;
  for (guint32 i = 0; i < count; i++) {
    graph->start[i] = end;
    for (guint64 t = network->tie_start[members[i]]; t < network->tie_start[members[i] + 1]; t++)
      if (local[network->neighbor[t]] != REFNET_NONE)
        graph->neighbor[end++] = local[network->neighbor[t]];
  }
  graph->start[count] = end;
  return TRUE;
}

gboolean refnet_component_graph_is_whole(const RefnetComponentGraph *graph) {
  g_autofree guint32 *queue = g_try_malloc_n((gsize)graph->vertices + 1, sizeof *queue);
  g_autofree gboolean *seen = g_try_malloc0_n((gsize)graph->vertices + 1, sizeof *seen);
  guint32 reached = 0;
  if (!queue || !seen || graph->vertices == 0)
    return FALSE;
  seen[0] = TRUE;
  queue[reached++] = 0;
  for (guint32 next = 0; next < reached; next++)
    for (guint64 t = graph->start[queue[next]]; t < graph->start[queue[next] + 1]; t++) {
      guint32 w = graph->neighbor[t];
      if (!seen[w])
        queue[reached++] = w;
      seen[w] = TRUE;
    }
  return reached == graph->vertices;
}
