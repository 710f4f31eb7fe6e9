/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sparse stress: each vertex is pulled by its neighbors and by pivots that stand for regions. */
#include "draw/layout/stress_sparse.h"

#include "draw/layout/stress_pull.h"
#include "draw/layout/stress_start.h"

#define SPARSE_PIVOTS 200

/* For each pivot and distance d, how many vertices of its region lie within d of it. */
typedef struct {
  guint32 *within; /* pivots × spread */
  guint32 spread;  /* largest distance + 1 */
} Regions;

static gboolean count_regions(const guint16 *rows, guint32 pivots, guint32 n,
                              const guint32 *closest, Regions *regions) {
  regions->spread = 1;
  for (gsize i = 0; i < (gsize)pivots * n; i++)
    regions->spread = MAX(regions->spread, (guint32)rows[i] + 1);
  regions->within = g_try_malloc0_n((gsize)pivots * regions->spread, sizeof *regions->within);
  if (!regions->within)
    return FALSE;
  for (guint32 v = 0; v < n; v++)
    regions->within[closest[v] * regions->spread + rows[(gsize)closest[v] * n + v]]++;
  for (guint32 k = 0; k < pivots; k++)
    for (guint32 d = 1; d < regions->spread; d++)
      regions->within[k * regions->spread + d] += regions->within[k * regions->spread + d - 1];
  return TRUE;
}

static double sweep_sparse(const RefnetComponentGraph *graph, const guint16 *rows, guint32 pivots,
                           const guint32 *pivot_vertex, const Regions *regions,
                           RefnetPoint *positions) {
  guint32 n = graph->vertices;
  double moved = 0;
  for (guint32 v = 0; v < n; v++) {
    RefnetPull pull = {0, 0, 0};
    for (guint64 i = graph->start[v]; i < graph->start[v + 1]; i++)
      refnet_pull_add(&pull, positions[v], positions[graph->neighbor[i]], 1, 1);
    for (guint32 k = 0; k < pivots; k++) {
      guint32 d = rows[(gsize)k * n + v];
      if (d < 2)
        continue; /* itself, or a neighbor that has pulled already */
      double share = regions->within[k * regions->spread + d / 2];
      refnet_pull_add(&pull, positions[v], positions[pivot_vertex[k]], d, share / ((double)d * d));
    }
    moved += refnet_pull_follow(&pull, &positions[v]);
  }
  return moved / n;
}

static void find_pivot_vertices(const guint16 *rows, guint32 pivots, guint32 n, guint32 *vertex) {
  for (guint32 k = 0; k < pivots; k++)
    for (guint32 v = 0; v < n; v++)
      if (rows[(gsize)k * n + v] == 0)
        vertex[k] = v;
}

gboolean refnet_stress_layout_sparse(const RefnetComponentGraph *graph, guint64 seed,
                                     RefnetPoint *positions) {
  guint32 n = graph->vertices, pivots = SPARSE_PIVOTS, pivot_vertex[SPARSE_PIVOTS];
  g_autofree guint32 *closest = g_try_malloc_n(n, sizeof *closest);
  g_autofree guint16 *rows = closest ? refnet_choose_pivots(graph, pivots, closest) : NULL;
  Regions regions = {NULL, 0};
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  if (!rows || !count_regions(rows, pivots, n, closest, &regions) ||
      !refnet_start_pivot_mds(graph, rows, pivots, &random, positions)) {
    g_free(regions.within);
    return FALSE;
  }
  find_pivot_vertices(rows, pivots, n, pivot_vertex);
  for (int sweep = 0; sweep < 60; sweep++)
    if (sweep_sparse(graph, rows, pivots, pivot_vertex, &regions, positions) < 1e-3)
      break;
  g_free(regions.within);
  return TRUE;
}
