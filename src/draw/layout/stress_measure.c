/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/layout/stress_measure.h"

#include <math.h>

double refnet_stress_of_rows(const guint16 *rows, guint32 n, const RefnetPoint *positions) {
  double ratio = 0, square = 0, pairs = 0.5 * n * (n - 1.0);
  for (guint32 v = 0; v < n; v++)
    for (guint32 w = v + 1; w < n; w++) {
      double length = hypot(positions[v].x - positions[w].x, positions[v].y - positions[w].y);
      double share = length / rows[(gsize)v * n + w];
      ratio += share;
      square += share * share;
    }
  return square > 0 ? (pairs - ratio * ratio / square) / pairs : 1;
}

static double turn(RefnetPoint a, RefnetPoint b, RefnetPoint c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static gboolean segments_cross(RefnetPoint a, RefnetPoint b, RefnetPoint c, RefnetPoint d) {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

static guint64 crossings_with(const RefnetComponentGraph *graph, const RefnetPoint *positions,
                              guint32 a, guint32 b) {
  guint64 count = 0;
  for (guint32 c = a + 1; c < graph->vertices; c++)
    for (guint64 i = graph->start[c]; i < graph->start[c + 1]; i++) {
      guint32 d = graph->neighbor[i];
      if (c < d && c != b && d != b)
        count += segments_cross(positions[a], positions[b], positions[c], positions[d]);
    }
  return count;
}

guint64 refnet_stress_crossings(const RefnetComponentGraph *graph, const RefnetPoint *positions) {
  guint64 count = 0;
  for (guint32 a = 0; a < graph->vertices; a++)
    for (guint64 i = graph->start[a]; i < graph->start[a + 1]; i++)
      if (a < graph->neighbor[i])
        count += crossings_with(graph, positions, a, graph->neighbor[i]);
  return count;
}
