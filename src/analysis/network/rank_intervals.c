/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Between which ranks an organization stands when some relationships went unrecorded. */
#include <refnet/analysis.h>

#include <math.h>
#include <stdlib.h>

#include "analysis/memory.h"
#include "analysis/network/algorithms.h"
#include "analysis/network/betweenness.h"
#include "analysis/network/distances.h"
#include "analysis/network/thinned.h"
#include "base/order.h"

/* In each draw, along arcs, for betweenness or closeness. */
enum { STEPS_MOST = 10000000 };

/* One measure of a network: an element a vertex. */
typedef gboolean (*Measure)(const RefnetNetwork *network, const RefnetMeasures *of, guint64 seed,
                            double *values, GError **error);

/* ---- the measures ---------------------------------------------------------------------------- */

static gboolean degree(const RefnetNetwork *network, const RefnetMeasures *of, guint64 seed,
                       double *values, GError **error) {
  (void)of, (void)seed, (void)error;
  for (guint32 v = 0; v < network->vertices; v++)
    values[v] = refnet_network_degree(network, v);
  return TRUE;
}

static gboolean in_degree(const RefnetNetwork *network, const RefnetMeasures *of, guint64 seed,
                          double *values, GError **error) {
  if (network->undirected)
    return degree(network, of, seed, values, error);
  for (guint32 v = 0; v < network->vertices; v++)
    values[v] = (double)(network->in_start[v + 1] - network->in_start[v]);
  return TRUE;
}

static gboolean out_degree(const RefnetNetwork *network, const RefnetMeasures *of, guint64 seed,
                           double *values, GError **error) {
  if (network->undirected)
    return degree(network, of, seed, values, error);
  for (guint32 v = 0; v < network->vertices; v++)
    values[v] = (double)(network->out_start[v + 1] - network->out_start[v]);
  return TRUE;
}

static void add_referrals(const RefnetNetwork *network, gboolean at_end, double *values) {
  const guint32 *vertex = at_end ? network->arc_to : network->arc_from;
  for (guint64 a = 0; a < network->arcs; a++)
    values[vertex[a]] += (double)network->arc_count[a];
}

static gboolean strength(const RefnetNetwork *network, gboolean at_end, double *values) {
  for (guint32 v = 0; v < network->vertices; v++)
    values[v] = 0;
  add_referrals(network, at_end, values);
  if (network->undirected)
    add_referrals(network, !at_end, values);
  return TRUE;
}

static gboolean in_strength(const RefnetNetwork *network, const RefnetMeasures *of, guint64 seed,
                            double *values, GError **error) {
  (void)of, (void)seed, (void)error;
  return strength(network, TRUE, values);
}

static gboolean out_strength(const RefnetNetwork *network, const RefnetMeasures *of, guint64 seed,
                             double *values, GError **error) {
  (void)of, (void)seed, (void)error;
  return strength(network, FALSE, values);
}

/* How many sources to take of the network that is drawn from: all that are not too much work. */
static guint32 choose_sources(const RefnetMeasures *of) {
  const RefnetNetwork *network = of->network;
  const guint64 affordable = STEPS_MOST / ((guint64)network->vertices + network->arcs + 1);
  return (guint32)MIN(MAX(affordable, REFNET_SAMPLED_SOURCES), network->vertices);
}

static gboolean betweenness(const RefnetNetwork *network, const RefnetMeasures *of, guint64 seed,
                            double *values, GError **error) {
  if (of->weights == REFNET_WEIGHTS_COUNT)
    return refnet_algorithm_weighted_betweenness(network, values, error);
  guint32 count = choose_sources(of);
  if (count == network->vertices)
    return refnet_network_betweenness(network, NULL, 0, values, NULL, error);
  g_autofree guint32 *sources = refnet_sample_vertices(network->vertices, count, seed, error);
  return sources && refnet_network_betweenness(network, sources, count, values, NULL, error);
}

static gboolean closeness(const RefnetNetwork *network, const RefnetMeasures *of, guint64 seed,
                          double *values, GError **error) {
  RefnetDistances distances;
  if (of->weights == REFNET_WEIGHTS_COUNT)
    return refnet_algorithm_weighted_closeness(network, values, error);
  guint32 count = choose_sources(of);
  if (count == network->vertices)
    return refnet_distances(network, values, &distances, error);
  g_autofree guint32 *sources = refnet_sample_vertices(network->vertices, count, seed, error);
  return sources && refnet_distances_from(network, sources, count, values, NULL, &distances, error);
}

static gboolean pagerank(const RefnetNetwork *network, const RefnetMeasures *of, guint64 seed,
                         double *values, GError **error) {
  (void)of, (void)seed;
  return refnet_algorithm_pagerank(network, values, error);
}

static gboolean coreness(const RefnetNetwork *network, const RefnetMeasures *of, guint64 seed,
                         double *values, GError **error) {
  (void)of, (void)seed;
  g_autofree guint32 *cores = REFNET_TRY_ARRAY(guint32, network->vertices, error);
  if (!cores || !refnet_algorithm_coreness(network, cores, error))
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++)
    values[v] = cores[v];
  return TRUE;
}

static const struct {
  const char *key;
  Measure measure;
} known[] = {{"degree", degree},
             {"in_degree", in_degree},
             {"out_degree", out_degree},
             {"in_strength", in_strength},
             {"out_strength", out_strength},
             {"betweenness", betweenness},
             {"betweenness_normalized", betweenness},
             {"harmonic_closeness", closeness},
             {"pagerank", pagerank},
             {"coreness", coreness}};

static gboolean find_measure(const char *key, gsize *index, GError **error) {
  g_autoptr(GString) keys = g_string_new(NULL);
  for (*index = 0; *index < G_N_ELEMENTS(known); (*index)++) {
    if (g_str_equal(known[*index].key, key))
      return TRUE;
    g_string_append_printf(keys, "%s%s", keys->len ? ", " : "", known[*index].key);
  }
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "ranks with missing relationships are known by %s, not by \"%s\"", keys->str, key);
  return FALSE;
}

/* ---- ranks ----------------------------------------------------------------------------------- */

static int falling(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return a > b ? -1 : a < b;
}

/* How many of the falling values lie above `value` by more than rounding. */
static guint32 count_above(const double *sorted, guint32 count, double value) {
  double bound = value + 1e-9 * MAX(fabs(value), 1e-3);
  guint32 low = 0, high = count;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (sorted[middle] > bound)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* ranks[v · stride] for each vertex; `sorted` is room for the values. */
static void rank(const double *values, guint32 count, double *sorted, guint32 *ranks,
                 gsize stride) {
  for (guint32 v = 0; v < count; v++)
    sorted[v] = values[v];
  qsort(sorted, count, sizeof *sorted, falling);
  for (guint32 v = 0; v < count; v++)
    ranks[v * stride] = 1 + count_above(sorted, count, values[v]);
}

/* The first of the ranks is the one with every relationship. */
static RefnetRankInterval middle_of(guint32 *ranks, guint32 draws) {
  guint32 observed = ranks[0];
  refnet_sort_numbers(ranks + 1, draws);
  guint32 cut = (guint32)(.025 * (draws - 1));
  return (RefnetRankInterval){.low = MIN(observed, ranks[1 + cut]),
                              .high = MAX(observed, ranks[draws - cut])};
}

static gboolean draw_ranks(const RefnetMeasures *measures, Measure measure, double missing,
                           guint32 draws, guint32 *ranks, GError **error) {
  const RefnetNetwork *network = measures->network;
  g_autoptr(RefnetThinned) thinned = refnet_thinned_new(network, error);
  g_autofree double *values = thinned ? REFNET_TRY_ARRAY(double, network->vertices, error) : NULL;
  g_autofree double *sorted = values ? REFNET_TRY_ARRAY(double, network->vertices, error) : NULL;
  RefnetRandom random;
  refnet_random_seed(&random, measures->seed);
  for (guint32 i = 0; sorted && i <= draws; i++) {
    const RefnetNetwork *drawn = i ? refnet_thinned_draw(thinned, missing, &random) : network;
    if (!measure(drawn, measures, refnet_random_next(&random), values, error))
      return FALSE;
    rank(values, network->vertices, sorted, ranks + i, (gsize)draws + 1);
  }
  return sorted != NULL;
}

RefnetRankIntervals *refnet_rank_intervals_new(const RefnetMeasures *measures, const char *measure,
                                               double missing, guint32 draws, GError **error) {
  guint32 n = measures->network->vertices;
  gsize index, stride = (gsize)draws + 1;
  if (!find_measure(measure, &index, error))
    return NULL;
  g_autoptr(RefnetRankIntervals) intervals = g_new0(RefnetRankIntervals, 1);
  *intervals = (RefnetRankIntervals){
      .measure = known[index].key, .missing = missing, .draws = draws, .sources = n, .count = n};
  if (measures->weights == REFNET_WEIGHTS_NONE &&
      (known[index].measure == betweenness || known[index].measure == closeness))
    intervals->sources = choose_sources(measures);
  intervals->vertices = REFNET_TRY_ARRAY(RefnetRankInterval, n, error);
  g_autofree guint32 *ranks =
      intervals->vertices ? REFNET_TRY_ARRAY(guint32, n * stride, error) : NULL;
  if (!ranks || !draw_ranks(measures, known[index].measure, missing, draws, ranks, error))
    return NULL;
  for (guint32 v = 0; v < n; v++)
    intervals->vertices[v] = middle_of(ranks + v * stride, draws);
  return g_steal_pointer(&intervals);
}

void refnet_rank_intervals_free(RefnetRankIntervals *intervals) {
  if (!intervals)
    return;
  g_free(intervals->vertices);
  g_free(intervals);
}
