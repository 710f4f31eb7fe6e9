/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pivot MDS: the two main directions of the distances to a few pivots. */
#include "draw/layout/stress_start.h"

#include <math.h>
#include <string.h>

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
  double next[REFNET_START_PIVOTS];
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

gboolean refnet_start_pivot_mds(const RefnetComponentGraph *graph, const guint16 *rows,
                                guint32 pivots, RefnetRandom *random, RefnetPoint *positions) {
  guint32 n = graph->vertices;
  pivots = MIN(pivots, REFNET_START_PIVOTS);
  g_autofree double *centered = centered_rows(rows, pivots, n);
  if (!centered)
    return FALSE;
  double gram[REFNET_START_PIVOTS * REFNET_START_PIVOTS], x[REFNET_START_PIVOTS],
      y[REFNET_START_PIVOTS];
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

void refnet_start_random(const RefnetComponentGraph *graph, RefnetRandom *random,
                         RefnetPoint *positions) {
  memset(positions, 0, graph->vertices * sizeof *positions);
  jitter(graph, random, 2 * sqrt(graph->vertices), positions);
}
