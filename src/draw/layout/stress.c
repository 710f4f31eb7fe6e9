/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Stress majorization in own code: full for components that fit a distance matrix, sparse above. */
#include "draw/layout/stress.h"

#include <math.h>
#include <string.h>

#define FULL_LIMIT 6000
#define SMALL 100 /* vertices, of which sweeps cost next to nothing */
#define START_PIVOTS 50
#define SPARSE_PIVOTS 200
#define CROSSING_LIMIT 2500 /* edges, up to which crossings are counted */
#define AT_REST 1e-4 /* mean move of a sweep, in ties, after which nobody would see the next */
#define LEAVES_AT_EASE 4.0 /* around one hub */
#define UNREACHED G_MAXUINT16

void refnet_component_graph_clear(RefnetComponentGraph *graph) {
  g_clear_pointer(&graph->start, g_free);
  g_clear_pointer(&graph->neighbor, g_free);
}

static gboolean out_of_memory(GError **error) {
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                      "not enough memory to lay out the map");
  return FALSE;
}

/* ---- distances in ties ----------------------------------------------------------------------- */

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

/* A row of distances for each of `count` sources; NULL when memory runs out. */
static guint16 *distance_rows(const RefnetComponentGraph *graph, const guint32 *sources,
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

/* Pivots far from each other, and their rows: the first has the most ties, each next is farthest
 * from those before. `closest` gets the pivot nearest to each vertex. NULL when memory runs out. */
static guint16 *choose_pivots(const RefnetComponentGraph *graph, guint32 count, guint32 *closest) {
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

/* ---- pivot MDS ------------------------------------------------------------------------------- */

/* Doubly centered squared distances, a row a pivot. */
static double *centered_rows(const guint16 *rows, guint32 pivots, guint32 n) {
  double *centered = g_try_malloc_n((gsize)pivots * n, sizeof *centered);
  g_autofree double *mean = g_try_malloc0_n(n, sizeof *mean);
  if (!centered || !mean) {
    g_free(centered);
    return NULL;
  }
  for (guint32 k = 0; k < pivots; k++) {
    double row_mean = 0;
    for (guint32 v = 0; v < n; v++) {
      double d = rows[(gsize)k * n + v];
      centered[(gsize)k * n + v] = d * d;
      row_mean += d * d / n;
    }
    for (guint32 v = 0; v < n; v++) {
      centered[(gsize)k * n + v] -= row_mean;
      mean[v] += centered[(gsize)k * n + v] / pivots;
    }
  }
  for (guint32 k = 0; k < pivots; k++)
    for (guint32 v = 0; v < n; v++)
      centered[(gsize)k * n + v] = -0.5 * (centered[(gsize)k * n + v] - mean[v]);
  return centered;
}

static double normalize(double *vector, guint32 length) {
  double norm = 0;
  for (guint32 i = 0; i < length; i++)
    norm += vector[i] * vector[i];
  norm = sqrt(norm);
  for (guint32 i = 0; i < length && norm > 0; i++)
    vector[i] /= norm;
  return norm;
}

static void remove_component(double *vector, const double *direction, guint32 length) {
  double product = 0;
  for (guint32 i = 0; i < length; i++)
    product += vector[i] * direction[i];
  for (guint32 i = 0; i < length; i++)
    vector[i] -= product * direction[i];
}

/* out = C Cᵀ v for the pivots × n matrix C. */
static void multiply_gram(const double *gram, const double *vector, guint32 pivots, double *out) {
  for (guint32 a = 0; a < pivots; a++) {
    out[a] = 0;
    for (guint32 b = 0; b < pivots; b++)
      out[a] += gram[a * pivots + b] * vector[b];
  }
}

static void fill_gram(const double *centered, guint32 pivots, guint32 n, double *gram) {
  for (guint32 a = 0; a < pivots; a++)
    for (guint32 b = a; b < pivots; b++) {
      double sum = 0;
      for (guint32 v = 0; v < n; v++)
        sum += centered[(gsize)a * n + v] * centered[(gsize)b * n + v];
      gram[a * pivots + b] = gram[b * pivots + a] = sum;
    }
}

/* The eigenvector of the largest eigenvalue apart from `first` (NULL: none), by power iteration. */
static void leading_vector(const double *gram, guint32 pivots, const double *first,
                           double *vector) {
  double next[START_PIVOTS];
  for (guint32 i = 0; i < pivots; i++)
    vector[i] = 1.0 / (1 + i) - (i % 3 == 1 ? 0.7 : 0.0);
  for (int round = 0; round < 100; round++) {
    if (first)
      remove_component(vector, first, pivots);
    normalize(vector, pivots);
    multiply_gram(gram, vector, pivots, next);
    memcpy(vector, next, pivots * sizeof *vector);
  }
  normalize(vector, pivots);
}

static void jitter(const RefnetComponentGraph *graph, RefnetRandom *random, double by,
                   RefnetPoint *positions) {
  for (guint32 v = 0; v < graph->vertices; v++) {
    positions[v].x += by * (refnet_random_unit(random) - 0.5);
    positions[v].y += by * (refnet_random_unit(random) - 0.5);
  }
}

/* Scales so that ties are one unit long on average. */
static void scale_to_ties(const RefnetComponentGraph *graph, RefnetPoint *positions) {
  double sum = 0;
  for (guint32 v = 0; v < graph->vertices; v++)
    for (guint64 i = graph->start[v]; i < graph->start[v + 1]; i++)
      sum += hypot(positions[v].x - positions[graph->neighbor[i]].x,
                   positions[v].y - positions[graph->neighbor[i]].y);
  double mean = sum / (double)MAX(graph->start[graph->vertices], 1);
  for (guint32 v = 0; v < graph->vertices && mean > 1e-9; v++) {
    positions[v].x /= mean;
    positions[v].y /= mean;
  }
}

static gboolean pivot_mds(const RefnetComponentGraph *graph, const guint16 *rows, guint32 pivots,
                          RefnetRandom *random, RefnetPoint *positions) {
  guint32 n = graph->vertices;
  pivots = MIN(pivots, START_PIVOTS);
  g_autofree double *centered = centered_rows(rows, pivots, n);
  if (!centered)
    return FALSE;
  double gram[START_PIVOTS * START_PIVOTS], x[START_PIVOTS], y[START_PIVOTS];
  fill_gram(centered, pivots, n, gram);
  leading_vector(gram, pivots, NULL, x);
  leading_vector(gram, pivots, x, y);
  for (guint32 v = 0; v < n; v++) {
    positions[v] = (RefnetPoint){0, 0};
    for (guint32 k = 0; k < pivots; k++) {
      positions[v].x += centered[(gsize)k * n + v] * x[k];
      positions[v].y += centered[(gsize)k * n + v] * y[k];
    }
  }
  scale_to_ties(graph, positions);
  /* Vertices with the same distances to all pivots fell on one point. */
  jitter(graph, random, 0.2, positions);
  return TRUE;
}

static void random_start(const RefnetComponentGraph *graph, RefnetRandom *random,
                         RefnetPoint *positions) {
  memset(positions, 0, graph->vertices * sizeof *positions);
  jitter(graph, random, 2 * sqrt(graph->vertices), positions);
}

/* ---- sweeps ---------------------------------------------------------------------------------- */

/* The weighted sum of where others want one vertex. */
typedef struct {
  double x, y, weight;
} Pull;

static inline void add_pull(Pull *pull, RefnetPoint at, RefnetPoint other, double distance,
                            double weight) {
  double dx = at.x - other.x, dy = at.y - other.y;
  double length = sqrt(dx * dx + dy * dy);
  double stretch = length > 1e-9 ? distance / length : 0;
  pull->x += weight * (other.x + stretch * dx);
  pull->y += weight * (other.y + stretch * dy);
  pull->weight += weight;
}

/* Moves the vertex to the weighted mean and returns how far it went. */
static double follow(const Pull *pull, RefnetPoint *at) {
  RefnetPoint to = {pull->x / pull->weight, pull->y / pull->weight};
  double moved = fabs(to.x - at->x) + fabs(to.y - at->y);
  *at = to;
  return moved;
}

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
    Pull pull = {0, 0, 0};
    for (guint32 w = 0; w < n; w++)
      if (w != v)
        add_pull(&pull, positions[v], positions[w], row[w], 1.0 / ((double)row[w] * row[w]));
    if (weights[v] > 0)
      add_pull(&pull, positions[v], positions[graph->neighbor[graph->start[v]]], 1, weights[v]);
    moved += follow(&pull, &positions[v]);
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

/* Stress at the best scale, the mean over pairs. */
static double stress_of_rows(const guint16 *rows, guint32 n, const RefnetPoint *positions) {
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

double refnet_stress_measure(const RefnetComponentGraph *graph, const RefnetPoint *positions) {
  g_autofree guint16 *rows = distance_rows(graph, NULL, graph->vertices);
  return rows && graph->vertices > 1 ? stress_of_rows(rows, graph->vertices, positions) : 0;
}

/* ---- crossings ------------------------------------------------------------------------------- */

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

/* ---- full ------------------------------------------------------------------------------------ */

static guint starts_for(guint32 n) {
  return n <= 80 ? 16 : n <= 150 ? 10 : n <= 300 ? 5 : n <= 800 ? 2 : 1;
}

/* Sweeps to rest where that is affordable. */
static guint sweeps_for(guint32 n) {
  return n <= SMALL ? 600 : (guint)CLAMP(2.5e8 / ((double)n * n), 25, 150);
}

/* Stress counts most; crossings decide between drawings of nearly equal stress. */
static double drawing_cost(const RefnetComponentGraph *graph, const guint16 *rows,
                           const RefnetPoint *positions) {
  double cost = stress_of_rows(rows, graph->vertices, positions);
  if (graph->start[graph->vertices] / 2 <= CROSSING_LIMIT)
    cost *= pow(1.0 + (double)refnet_stress_crossings(graph, positions), 0.25);
  return cost;
}

/* Keeps the cheapest of the starts, each swept to rest. */
static gboolean layout_full(const RefnetComponentGraph *graph, guint64 seed, RefnetPoint *positions,
                            GError **error) {
  guint32 n = graph->vertices, pivots = MIN(n, START_PIVOTS);
  g_autofree guint16 *rows = distance_rows(graph, NULL, n);
  g_autofree guint32 *closest = g_try_malloc_n(n, sizeof *closest);
  g_autofree guint16 *pivot_rows = closest ? choose_pivots(graph, pivots, closest) : NULL;
  g_autofree RefnetPoint *attempt = g_try_malloc_n(n, sizeof *attempt);
  g_autofree double *weights = leaf_weights(graph);
  if (!rows || !pivot_rows || !attempt || !weights)
    return out_of_memory(error);
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  double best = G_MAXDOUBLE;
  for (guint start = 0; start < starts_for(n); start++) {
    if (start > 0)
      random_start(graph, &random, attempt);
    else if (!pivot_mds(graph, pivot_rows, pivots, &random, attempt))
      return out_of_memory(error);
    majorize_full(graph, rows, weights, sweeps_for(n), attempt);
    double cost = drawing_cost(graph, rows, attempt);
    if (cost < best) {
      best = cost;
      memcpy(positions, attempt, n * sizeof *positions);
    }
  }
  return TRUE;
}

/* ---- sparse ---------------------------------------------------------------------------------- */

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
    Pull pull = {0, 0, 0};
    for (guint64 i = graph->start[v]; i < graph->start[v + 1]; i++)
      add_pull(&pull, positions[v], positions[graph->neighbor[i]], 1, 1);
    for (guint32 k = 0; k < pivots; k++) {
      guint32 d = rows[(gsize)k * n + v];
      if (d < 2)
        continue; /* itself, or a neighbor that has pulled already */
      double share = regions->within[k * regions->spread + d / 2];
      add_pull(&pull, positions[v], positions[pivot_vertex[k]], d, share / ((double)d * d));
    }
    moved += follow(&pull, &positions[v]);
  }
  return moved / n;
}

static void find_pivot_vertices(const guint16 *rows, guint32 pivots, guint32 n, guint32 *vertex) {
  for (guint32 k = 0; k < pivots; k++)
    for (guint32 v = 0; v < n; v++)
      if (rows[(gsize)k * n + v] == 0)
        vertex[k] = v;
}

static gboolean layout_sparse(const RefnetComponentGraph *graph, guint64 seed,
                              RefnetPoint *positions, GError **error) {
  guint32 n = graph->vertices, pivots = SPARSE_PIVOTS, pivot_vertex[SPARSE_PIVOTS];
  g_autofree guint32 *closest = g_try_malloc_n(n, sizeof *closest);
  g_autofree guint16 *rows = closest ? choose_pivots(graph, pivots, closest) : NULL;
  Regions regions = {NULL, 0};
  RefnetRandom random;
  refnet_random_seed(&random, seed);
  if (!rows || !count_regions(rows, pivots, n, closest, &regions) ||
      !pivot_mds(graph, rows, pivots, &random, positions)) {
    g_free(regions.within);
    return out_of_memory(error);
  }
  find_pivot_vertices(rows, pivots, n, pivot_vertex);
  for (int sweep = 0; sweep < 60; sweep++)
    if (sweep_sparse(graph, rows, pivots, pivot_vertex, &regions, positions) < 1e-3)
      break;
  g_free(regions.within);
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

gboolean refnet_stress_layout(const RefnetComponentGraph *graph, guint64 seed,
                              RefnetPoint *positions, GError **error) {
  guint32 n = graph->vertices;
  if (n <= 1) {
    memset(positions, 0, n * sizeof *positions);
    return TRUE;
  }
  gboolean done = n <= FULL_LIMIT ? layout_full(graph, seed, positions, error)
                                  : layout_sparse(graph, seed, positions, error);
  if (done)
    turn_lengthwise(n, positions);
  return done;
}
