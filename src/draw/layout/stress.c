/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Stress majorization vertex by vertex, from several starts. */
#include "draw/layout/stress.h"

#include <math.h>
#include <string.h>

#include "base/parallel.h"
#include "draw/layout/stress_measure.h"
#include "draw/layout/stress_pull.h"
#include "draw/layout/stress_sparse.h"
#include "draw/layout/stress_start.h"
#include "draw/scene/no_memory.h"

#define FULL_LIMIT 6000
#define FEW 20              /* vertices, which are laid out before a thread has begun */
#define SMALL 100           /* vertices, of which sweeps cost next to nothing */
#define CROSSING_LIMIT 2500 /* edges, up to which crossings are counted */
#define SWEEPS_OF_ONE 60
#define AT_REST 1e-4 /* mean move of a sweep, in ties, after which nobody would see the next */
#define LEAVES_AT_EASE 4.0 /* around one hub */

/* ---- sweeps ---------------------------------------------------------------------------------- */

/* Many leaves of one hub would fill a disc around it, one behind the other; a stronger tie keeps
 * them on a ring. By vertex: what the tie of a leaf weighs more than others. */
static double *leaf_weights(const RefnetComponentGraph *graph) {
  guint32 n = graph->vertices;
  g_autofree guint32 *leaves = g_try_malloc0_n(n, sizeof *leaves);
  double *weights = g_try_malloc0_n(n, sizeof *weights);
  if (!leaves || !weights) {
    g_free(weights);
    return NULL;
  }
  for (guint32 v = 0; v < n; v++)
    if (graph->start[v + 1] - graph->start[v] == 1)
      leaves[graph->neighbor[graph->start[v]]]++;
  for (guint32 v = 0; v < n; v++)
    if (graph->start[v + 1] - graph->start[v] == 1)
      weights[v] = MAX(leaves[graph->neighbor[graph->start[v]]] / LEAVES_AT_EASE - 1, 0);
  return weights;
}

/* One full sweep; returns the mean move. */
static double sweep_full(const RefnetComponentGraph *graph, const guint16 *rows,
                         const double *weights, RefnetPoint *positions) {
  guint32 n = graph->vertices;
  double moved = 0;
  for (guint32 v = 0; v < n; v++) {
    const guint16 *row = rows + (gsize)v * n;
    RefnetPull pull = {0, 0, 0};
    for (guint32 w = 0; w < n; w++)
      if (w != v)
        refnet_pull_add(&pull, positions[v], positions[w], row[w], 1.0 / ((double)row[w] * row[w]));
    if (weights[v] > 0)
      refnet_pull_add(&pull, positions[v], positions[graph->neighbor[graph->start[v]]], 1,
                      weights[v]);
    moved += refnet_pull_follow(&pull, &positions[v]);
  }
  return moved / n;
}

static void majorize_full(const RefnetComponentGraph *graph, const guint16 *rows,
                          const double *weights, guint sweeps, RefnetPoint *positions) {
  double rest = graph->vertices <= SMALL ? AT_REST / 5 : AT_REST;
  for (guint sweep = 0; sweep < sweeps; sweep++)
    if (sweep_full(graph, rows, weights, positions) < rest)
      break;
}

/* ---- the best of several starts -------------------------------------------------------------- */

static guint starts_for(guint32 n) {
  return n <= 80 ? 16 : n <= 150 ? 10 : n <= 300 ? 3 : n <= 800 ? 2 : 1;
}

/* Sweeps to rest where that is affordable. */
static guint sweeps_for(guint32 n) {
  return n <= SMALL ? 600 : (guint)CLAMP(2.5e8 / ((double)n * n), 25, 150);
}

/* Stress counts most; crossings decide between drawings of nearly equal stress. */
static double drawing_cost(const RefnetComponentGraph *graph, const guint16 *rows,
                           const RefnetPoint *positions) {
  double cost = refnet_stress_of_rows(rows, graph->vertices, positions);
  if (graph->start[graph->vertices] / 2 <= CROSSING_LIMIT)
    cost *= pow(1.0 + (double)refnet_stress_crossings(graph, positions), 0.25);
  return cost;
}

typedef struct {
  const RefnetComponentGraph *graph;
  const guint16 *rows;
  const double *weights;
  guint starts, sweeps;
  RefnetPoint *positions; /* of each start, one after the other */
  double *cost;           /* of what became of each */
} Search;

/* Every other start: they know nothing of each other. */
static void majorize_half(gpointer work, guint half) {
  Search *search = work;
  for (guint start = half; start < search->starts; start += 2) {
    RefnetPoint *positions = search->positions + (gsize)start * search->graph->vertices;
    majorize_full(search->graph, search->rows, search->weights, search->sweeps, positions);
    search->cost[start] = drawing_cost(search->graph, search->rows, positions);
  }
}

static gboolean make_starts(const RefnetComponentGraph *graph, guint64 seed, guint starts,
                            RefnetPoint *positions) {
  guint32 n = graph->vertices, pivots = MIN(n, REFNET_START_PIVOTS);
  g_autofree guint32 *closest = g_try_malloc_n(n, sizeof *closest);
  g_autofree guint16 *pivot_rows = closest ? refnet_choose_pivots(graph, pivots, closest) : NULL;
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  if (!pivot_rows || !refnet_start_pivot_mds(graph, pivot_rows, pivots, &random, positions))
    return FALSE;
  for (guint start = 1; start < starts; start++)
    refnet_start_random(graph, &random, positions + (gsize)start * n);
  return TRUE;
}

/* Keeps the cheapest of the starts. */
static gboolean layout_full(const RefnetComponentGraph *graph, guint64 seed, guint starts,
                            guint sweeps, RefnetPoint *positions) {
  guint32 n = graph->vertices;
  g_autofree guint16 *rows = refnet_distance_rows(graph, NULL, n);
  g_autofree double *weights = leaf_weights(graph);
  g_autofree RefnetPoint *attempts = g_try_malloc_n(n, starts * sizeof *attempts);
  g_autofree double *cost = g_try_malloc_n(starts, sizeof *cost);
  if (!rows || !weights || !attempts || !cost || !make_starts(graph, seed, starts, attempts))
    return FALSE;
  Search search = {graph, rows, weights, starts, sweeps, attempts, cost};
  refnet_do_halves(majorize_half, &search, n > FEW ? g_get_num_processors() : 1);
  guint best = 0;
  for (guint start = 1; start < starts; start++)
    if (cost[start] < cost[best])
      best = start;
  memcpy(positions, attempts + (gsize)best * n, n * sizeof *positions);
  return TRUE;
}

/* ---- orientation ----------------------------------------------------------------------------- */

static void move_to_middle(guint32 n, RefnetPoint *positions) {
  RefnetPoint mean = {0, 0};
  for (guint32 v = 0; v < n; v++) {
    mean.x += positions[v].x / n;
    mean.y += positions[v].y / n;
  }
  for (guint32 v = 0; v < n; v++) {
    positions[v].x -= mean.x;
    positions[v].y -= mean.y;
  }
}

/* Turns the longest extent to the horizontal: pages are wide, and labels too. */
static void turn_lengthwise(guint32 n, RefnetPoint *positions) {
  double xx = 0, xy = 0, yy = 0;
  move_to_middle(n, positions);
  for (guint32 v = 0; v < n; v++) {
    xx += positions[v].x * positions[v].x;
    xy += positions[v].x * positions[v].y;
    yy += positions[v].y * positions[v].y;
  }
  double angle = 0.5 * atan2(2 * xy, xx - yy), cosine = cos(angle), sine = sin(angle);
  for (guint32 v = 0; v < n; v++)
    positions[v] = (RefnetPoint){positions[v].x * cosine + positions[v].y * sine,
                                 positions[v].y * cosine - positions[v].x * sine};
}

static gboolean lay_out(const RefnetComponentGraph *graph, guint64 seed, guint starts, guint sweeps,
                        RefnetPoint *positions, GError **error) {
  guint32 n = graph->vertices;
  if (n <= 1) {
    memset(positions, 0, n * sizeof *positions);
    return TRUE;
  }
  if (!(n <= FULL_LIMIT ? layout_full(graph, seed, starts, sweeps, positions)
                        : refnet_stress_layout_sparse(graph, seed, positions)))
    return refnet_draw_no_memory(error);
  turn_lengthwise(n, positions);
  return TRUE;
}

gboolean refnet_stress_layout(const RefnetComponentGraph *graph, guint64 seed,
                              RefnetPoint *positions, GError **error) {
  guint32 n = graph->vertices;
  return lay_out(graph, seed, starts_for(n), sweeps_for(n), positions, error);
}

gboolean refnet_stress_layout_once(const RefnetComponentGraph *graph, guint64 seed,
                                   RefnetPoint *positions, GError **error) {
  return lay_out(graph, seed, 1, MIN(sweeps_for(graph->vertices), SWEEPS_OF_ONE), positions, error);
}
