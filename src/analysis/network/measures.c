/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures for each organization: how many it works with, what passes through it, its role. */
#include <refnet/analysis.h>

#include <math.h>
#include <stdlib.h>

#include "analysis/communities/communities.h"
#include "analysis/memory.h"
#include "analysis/network/algorithms.h"
#include "analysis/network/betweenness.h"
#include "analysis/network/distances.h"
#include "analysis/network/structure.h"

/* ---- degrees and strengths ------------------------------------------------------------------- */

static void count_degrees(RefnetMeasures *measures) {
  const RefnetNetwork *network = measures->network;
  for (guint32 v = 0; v < network->vertices; v++) {
    RefnetVertexMeasures *vertex = &measures->vertices[v];
    vertex->degree = refnet_network_degree(network, v);
    vertex->out_degree = (guint32)(network->out_start[v + 1] - network->out_start[v]);
    vertex->in_degree = (guint32)(network->in_start[v + 1] - network->in_start[v]);
  }
  for (guint64 a = 0; a < network->arcs; a++) {
    measures->vertices[network->arc_from[a]].out_strength += network->arc_count[a];
    measures->vertices[network->arc_to[a]].in_strength += network->arc_count[a];
  }
}

static void join_directions(RefnetMeasures *measures) {
  for (guint32 v = 0; v < measures->network->vertices; v++) {
    RefnetVertexMeasures *vertex = &measures->vertices[v];
    vertex->in_degree = vertex->out_degree = vertex->degree;
    vertex->in_strength = vertex->out_strength = vertex->in_strength + vertex->out_strength;
  }
}

/* ---- what the algorithms give ---------------------------------------------------------------- */

/* Ordered pairs of others, or unordered ones in an undirected network. */
static double pairs_of_others(const RefnetNetwork *network) {
  double n = network->vertices;
  double ordered = n < 3 ? NAN : (n - 1) * (n - 2);
  return network->undirected ? ordered / 2 : ordered;
}

/* NULL: every vertex is a source. */
typedef struct {
  const guint32 *items;
  guint32 count;
} Sources;

static gboolean measure_betweenness(RefnetMeasures *measures, const Sources *sources, double *real,
                                    double *spread, GError **error) {
  const RefnetNetwork *network = measures->network;
  gboolean ok = measures->weights == REFNET_WEIGHTS_COUNT
                    ? refnet_algorithm_weighted_betweenness(network, real, error)
                    : refnet_network_betweenness(network, sources->items, sources->count, real,
                                                 spread, error);
  double pairs = pairs_of_others(network);
  for (guint32 v = 0; ok && v < network->vertices; v++) {
    measures->vertices[v].betweenness = real[v];
    measures->vertices[v].betweenness_normalized = real[v] / pairs;
    measures->vertices[v].betweenness_error = sources->items ? spread[v] : NAN;
  }
  return ok;
}

/* Mean of 1/d over the others, all of them or those in the sample, which is taken without putting
 * back; a vertex that is itself a source has one other less. */
static void estimate_closeness(RefnetMeasures *measures, const Sources *sources, const double *sum,
                               const double *squares) {
  double others = (double)measures->network->vertices - 1;
  guint32 next = 0;
  for (guint32 v = 0; v < measures->network->vertices; v++) {
    gboolean is_source = next < sources->count && sources->items[next] == v;
    double k = (double)sources->count - is_source;
    next += is_source;
    double mean = sum[v] / k, variance = (squares[v] - sum[v] * mean) / (k - 1);
    measures->vertices[v].harmonic_closeness = mean;
    measures->vertices[v].closeness_error =
        k < 2 ? NAN : sqrt(MAX(variance, 0) / k * (1 - k / others));
  }
}

static gboolean measure_closeness(RefnetMeasures *measures, const Sources *sources, double *real,
                                  double *spread, GError **error) {
  const RefnetNetwork *network = measures->network;
  guint32 n = network->vertices;
  RefnetDistances distances;
  gboolean ok = measures->weights == REFNET_WEIGHTS_COUNT
                    ? refnet_algorithm_weighted_closeness(network, real, error)
                : sources->items ? refnet_distances_from(network, sources->items, sources->count,
                                                         real, spread, &distances, error)
                                 : refnet_distances(network, real, &distances, error);
  if (ok && sources->items) {
    estimate_closeness(measures, sources, real, spread);
    return TRUE;
  }
  for (guint32 v = 0; ok && v < n; v++) {
    measures->vertices[v].harmonic_closeness = n < 2 ? NAN : real[v] / (n - 1);
    measures->vertices[v].closeness_error = NAN;
  }
  return ok;
}

/* Both from the same sources. */
static gboolean measure_paths(RefnetMeasures *measures, double *real, GError **error) {
  guint32 n = measures->network->vertices;
  g_autofree double *spread = REFNET_TRY_ARRAY(double, n, error);
  g_autofree guint32 *sample = NULL;
  if (!spread)
    return FALSE;
  if (measures->sources < n)
    sample = refnet_sample_vertices(n, measures->sources, measures->seed, error);
  if (measures->sources < n && !sample)
    return FALSE;
  Sources sources = {sample, sample ? measures->sources : 0};
  return measure_betweenness(measures, &sources, real, spread, error) &&
         measure_closeness(measures, &sources, real, spread, error);
}

static gboolean measure_pagerank(RefnetMeasures *measures, double *real, GError **error) {
  if (!refnet_algorithm_pagerank(measures->network, real, error))
    return FALSE;
  for (guint32 v = 0; v < measures->network->vertices; v++)
    measures->vertices[v].pagerank = real[v];
  return TRUE;
}

static gboolean measure_constraint(RefnetMeasures *measures, double *real, GError **error) {
  if (!refnet_algorithm_constraint(measures->network, measures->weights == REFNET_WEIGHTS_COUNT,
                                   real, error))
    return FALSE;
  for (guint32 v = 0; v < measures->network->vertices; v++)
    measures->vertices[v].constraint = real[v];
  return TRUE;
}

/* Burt's effective size in its simple form (Borgatti 1997), and clustering: from the ties among the
 * neighbors. */
static gboolean measure_neighborhoods(RefnetMeasures *measures, GError **error) {
  guint32 n = measures->network->vertices;
  g_autofree guint64 *triangles = REFNET_TRY_ARRAY(guint64, n, error);
  if (!triangles || !refnet_algorithm_triangles(measures->network, triangles, error))
    return FALSE;
  for (guint32 v = 0; v < n; v++) {
    RefnetVertexMeasures *vertex = &measures->vertices[v];
    double degree = vertex->degree, among = (double)triangles[v];
    vertex->effective_size = degree > 0 ? degree - 2 * among / degree : NAN;
    vertex->clustering = degree > 1 ? 2 * among / (degree * (degree - 1)) : NAN;
  }
  return TRUE;
}

/* How many others are one or two ties from v; `seen` remembers who was counted for whom. */
static guint32 count_within_two(const RefnetNetwork *network, guint32 v, guint32 *seen) {
  guint32 found = 0;
  seen[v] = v;
  for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++) {
    guint32 w = network->neighbor[i];
    found += seen[w] != v;
    seen[w] = v;
    for (guint64 j = network->tie_start[w]; j < network->tie_start[w + 1]; j++) {
      found += seen[network->neighbor[j]] != v;
      seen[network->neighbor[j]] = v;
    }
  }
  return found;
}

static gboolean measure_reach(RefnetMeasures *measures, GError **error) {
  guint32 n = measures->network->vertices;
  g_autofree guint32 *seen = REFNET_TRY_ARRAY(guint32, n, error);
  if (!seen)
    return FALSE;
  for (guint32 v = 0; v < n; v++)
    seen[v] = REFNET_NONE;
  for (guint32 v = 0; v < n; v++) {
    RefnetVertexMeasures *vertex = &measures->vertices[v];
    vertex->reach = n < 2 ? NAN : count_within_two(measures->network, v, seen) / (n - 1.0);
    vertex->reach_efficiency = vertex->degree > 0 ? vertex->reach / vertex->degree : NAN;
  }
  return TRUE;
}

static gboolean measure_cores_and_communities(RefnetMeasures *measures, guint64 seed,
                                              GError **error) {
  guint32 n = measures->network->vertices;
  g_autofree guint32 *number = REFNET_TRY_ARRAY(guint32, n, error);
  if (!number || !refnet_algorithm_coreness(measures->network, number, error))
    return FALSE;
  for (guint32 v = 0; v < n; v++)
    measures->vertices[v].coreness = number[v];
  if (!refnet_communities(measures->network, seed, number, &measures->communities,
                          &measures->modularity, error))
    return FALSE;
  for (guint32 v = 0; v < n; v++)
    measures->vertices[v].community = number[v];
  return TRUE;
}

static gboolean find_articulations(RefnetMeasures *measures, GError **error) {
  g_autoptr(RefnetStructure) structure = refnet_structure_new(measures->network, error);
  if (!structure)
    return FALSE;
  for (guint32 v = 0; v < measures->network->vertices; v++)
    measures->vertices[v].articulation = structure->articulation[v];
  return TRUE;
}

/* ---- roles ----------------------------------------------------------------------------------- */

static int by_value(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return a < b ? -1 : a > b;
}

/* The 90th percentile, interpolated linearly between order statistics (Hyndman & Fan 1996, type 7);
 * sorts the values. NaN when there are none. */
static double percentile_90(double *values, guint32 count) {
  if (count == 0)
    return NAN;
  qsort(values, count, sizeof *values, by_value);
  guint64 tenths = 9 * ((guint64)count - 1);
  guint32 below = (guint32)(tenths / 10);
  double share = (double)(tenths % 10) / 10;
  if (share == 0)
    return values[below];
  return values[below] + share * (values[below + 1] - values[below]);
}

/* Betweenness that differs from the threshold by rounding only is at it. */
static gboolean is_broker(const RefnetVertexMeasures *vertex, double threshold) {
  return vertex->betweenness > 0 && vertex->betweenness >= threshold * (1 - 1e-9);
}

static RefnetRole role_of(const RefnetMeasures *measures, const RefnetVertexMeasures *vertex) {
  guint64 in = vertex->in_degree, out = vertex->out_degree;
  if (vertex->degree == 0)
    return REFNET_ROLE_ISOLATE;
  if (vertex->degree >= 3 && vertex->degree >= measures->degree_hub_threshold)
    return REFNET_ROLE_HUB;
  if (is_broker(vertex, measures->betweenness_broker_threshold))
    return REFNET_ROLE_BROKER;
  if (out >= 3 && out >= 2 * in)
    return REFNET_ROLE_FEEDER;
  if (in >= 3 && in >= 2 * out)
    return REFNET_ROLE_RECEIVER;
  return vertex->coreness <= 1 ? REFNET_ROLE_PERIPHERAL : REFNET_ROLE_NONE;
}

static void assign_roles(RefnetMeasures *measures, double *real) {
  guint32 n = measures->network->vertices;
  for (guint32 v = 0; v < n; v++)
    real[v] = measures->vertices[v].degree;
  measures->degree_hub_threshold = percentile_90(real, n);
  for (guint32 v = 0; v < n; v++)
    real[v] = measures->vertices[v].betweenness;
  measures->betweenness_broker_threshold = percentile_90(real, n);
  for (guint32 v = 0; v < n; v++)
    measures->vertices[v].role = role_of(measures, &measures->vertices[v]);
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* Weighted paths are igraph's, which knows no sample. */
static guint32 choose_sources(const RefnetNetwork *network, const RefnetMeasureOptions *options) {
  guint32 n = network->vertices;
  if (options->weights == REFNET_WEIGHTS_COUNT)
    return n;
  if (options->sources > 0)
    return MIN(options->sources, n);
  return n <= REFNET_EXACT_VERTICES ? n : REFNET_SAMPLED_SOURCES;
}

RefnetMeasures *refnet_measures_measure(const RefnetNetwork *network,
                                        const RefnetMeasureOptions *options, GError **error) {
  g_autoptr(RefnetMeasures) measures = g_new0(RefnetMeasures, 1);
  measures->network = network;
  measures->weights = options->weights;
  measures->seed = options->seed;
  measures->sources = choose_sources(network, options);
  measures->vertices = REFNET_TRY_ARRAY(RefnetVertexMeasures, network->vertices, error);
  g_autofree double *real =
      measures->vertices ? REFNET_TRY_ARRAY(double, network->vertices, error) : NULL;
  if (!real)
    return NULL;
  count_degrees(measures);
  if (!measure_paths(measures, real, error) || !measure_pagerank(measures, real, error) ||
      !measure_constraint(measures, real, error) || !measure_neighborhoods(measures, error) ||
      !measure_reach(measures, error) ||
      !measure_cores_and_communities(measures, options->seed, error) ||
      !find_articulations(measures, error))
    return NULL;
  if (network->undirected)
    join_directions(measures);
  assign_roles(measures, real);
  return g_steal_pointer(&measures);
}

RefnetMeasures *refnet_measures_new(const RefnetNetwork *network, guint64 seed, GError **error) {
  return refnet_measures_measure(network, &(RefnetMeasureOptions){.seed = seed}, error);
}

void refnet_measures_free(RefnetMeasures *measures) {
  if (!measures)
    return;
  g_free(measures->vertices);
  g_free(measures);
}
