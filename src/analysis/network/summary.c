/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures for the network as a whole. A denominator of 0 gives NaN. */
#include <refnet/analysis.h>

#include <math.h>
#include <stdlib.h>

#include "analysis/communities/communities.h"
#include "analysis/memory.h"
#include "analysis/network/algorithms.h"
#include "analysis/network/betweenness.h"
#include "analysis/network/distances.h"
#include "analysis/network/mixing.h"
#include "analysis/network/summary.h"

/* With more even a sample of distances takes longer than everything else. */
enum { MOST_TIES_FOR_DISTANCES = 20000000 };

static double share(double part, double whole) {
  return whole > 0 ? part / whole : NAN;
}

/* ---- density, reciprocity, centralization ---------------------------------------------------- */

static void count_ties(RefnetSummary *summary) {
  const RefnetNetwork *network = summary->network;
  double n = network->vertices, pairs = n * (n - 1);
  summary->organizations = network->vertices;
  summary->arcs = network->arcs;
  summary->ties = network->ties;
  summary->density = share((double)network->arcs, pairs);
  summary->tie_density = share((double)network->ties, pairs / 2);
  /* A tie with arcs in both directions is counted once less among the ties than among the arcs. */
  double mutual = (double)(network->arcs - network->ties);
  summary->reciprocity = share(2 * mutual, (double)network->arcs);
  summary->dyad_reciprocity = share(mutual, (double)network->ties);
}

static void centralize(RefnetSummary *summary) {
  const RefnetNetwork *network = summary->network;
  guint32 largest = 0;
  for (guint32 v = 0; v < network->vertices; v++) {
    guint32 degree = refnet_network_degree(network, v);
    largest = MAX(largest, degree);
    summary->isolates += degree == 0;
  }
  double n = network->vertices;
  double missing = largest * n - 2 * (double)network->ties;
  summary->degree_centralization = n < 3 ? NAN : missing / ((n - 1) * (n - 2));
}

/* Pearson's correlation over both ends of all ties; its sums are whole numbers. */
static void correlate_degrees(RefnetSummary *summary) {
  const RefnetNetwork *network = summary->network;
  double product = 0, sum = 0, squares = 0, ends = 2 * (double)network->ties;
  for (guint64 t = 0; t < network->ties; t++) {
    double a = refnet_network_degree(network, network->tie_a[t]);
    double b = refnet_network_degree(network, network->tie_b[t]);
    product += 2 * a * b;
    sum += a + b;
    squares += a * a + b * b;
  }
  summary->degree_assortativity = share(ends * product - sum * sum, ends * squares - sum * sum);
}

/* ---- what the algorithms give ---------------------------------------------------------------- */

/* Closed share of the paths of two ties, of all and on average around one organization. */
static gboolean measure_transitivity(RefnetSummary *summary, GError **error) {
  const RefnetNetwork *network = summary->network;
  g_autofree guint64 *triangles = REFNET_TRY_ARRAY(guint64, network->vertices, error);
  if (!triangles || !refnet_algorithm_triangles(network, triangles, error))
    return FALSE;
  double closed = 0, paths = 0, clustering = 0, clustered = 0;
  for (guint32 v = 0; v < network->vertices; v++) {
    double degree = refnet_network_degree(network, v);
    closed += (double)triangles[v];
    paths += degree * (degree - 1) / 2;
    if (degree < 2)
      continue;
    clustering += 2 * (double)triangles[v] / (degree * (degree - 1));
    clustered++;
  }
  summary->transitivity = share(closed, paths);
  summary->average_clustering = share(clustering, clustered);
  return TRUE;
}

static gboolean count_component_sizes(RefnetSummary *summary, const guint32 *size, GError **error) {
  guint32 n = summary->network->vertices;
  g_autofree guint32 *components = REFNET_TRY_ARRAY(guint32, (guint64)n + 1, error);
  summary->component_sizes =
      components ? REFNET_TRY_ARRAY(RefnetComponentSize, summary->components, error) : NULL;
  if (!summary->component_sizes)
    return FALSE;
  for (guint32 c = 0; c < summary->components; c++)
    components[size[c]]++;
  for (guint32 s = n; s > 0; s--)
    if (components[s] > 0)
      summary->component_sizes[summary->component_size_count++] =
          (RefnetComponentSize){s, components[s]};
  return TRUE;
}

static gboolean measure_components(RefnetSummary *summary, GError **error) {
  guint32 n = summary->network->vertices;
  g_autofree guint32 *component = REFNET_TRY_ARRAY(guint32, n, error);
  g_autofree guint32 *size = component ? REFNET_TRY_ARRAY(guint32, n, error) : NULL;
  if (!size ||
      !refnet_algorithm_components(summary->network, component, &summary->components, error))
    return FALSE;
  for (guint32 v = 0; v < n; v++) {
    guint32 so_far = ++size[component[v]];
    summary->largest_component = MAX(summary->largest_component, so_far);
  }
  return count_component_sizes(summary, size, error);
}

/* Cores that nobody is in the outermost layer of are the same as the next. */
static gboolean count_cores(RefnetSummary *summary, GError **error) {
  guint32 n = summary->network->vertices, within = 0;
  g_autofree guint32 *coreness = REFNET_TRY_ARRAY(guint32, n, error);
  g_autofree guint32 *layer = coreness ? REFNET_TRY_ARRAY(guint32, (guint64)n + 1, error) : NULL;
  summary->cores = layer ? REFNET_TRY_ARRAY(RefnetCoreSize, (guint64)n + 1, error) : NULL;
  if (!summary->cores || !refnet_algorithm_coreness(summary->network, coreness, error))
    return FALSE;
  for (guint32 v = 0; v < n; v++)
    layer[coreness[v]]++;
  for (guint32 core = n; core-- > 0;) {
    within += layer[core];
    if (layer[core] > 0)
      summary->cores[summary->core_count++] = (RefnetCoreSize){core, layer[core], within};
  }
  return TRUE;
}

static gboolean centralize_betweenness(RefnetSummary *summary, GError **error) {
  guint32 n = summary->network->vertices;
  double largest = 0, sum = 0;
  summary->betweenness_centralization = NAN;
  if (n < 3 || n > REFNET_EXACT_VERTICES)
    return TRUE;
  g_autofree double *betweenness = REFNET_TRY_ARRAY(double, n, error);
  if (!betweenness ||
      !refnet_network_betweenness(summary->network, NULL, 0, betweenness, NULL, error))
    return FALSE;
  for (guint32 v = 0; v < n; v++) {
    largest = MAX(largest, betweenness[v]);
    sum += betweenness[v];
  }
  double pairs = (n - 1.0) * (n - 2.0) / (summary->network->undirected ? 2 : 1);
  summary->betweenness_centralization = (largest * n - sum) / pairs / (n - 1.0);
  return TRUE;
}

static gboolean measure_distances(RefnetSummary *summary, guint64 seed, GError **error) {
  const RefnetNetwork *network = summary->network;
  summary->average_distance = summary->average_distance_error = summary->diameter = NAN;
  if (network->vertices > REFNET_EXACT_VERTICES) {
    if (network->ties > MOST_TIES_FOR_DISTANCES)
      return TRUE;
    summary->distance_sources = REFNET_SAMPLED_SOURCES;
    return refnet_diameter(network, &summary->diameter, &summary->diameter_at_least, error) &&
           refnet_estimate_distance(network, REFNET_SAMPLED_SOURCES, seed,
                                    &summary->average_distance, &summary->average_distance_error,
                                    error);
  }
  RefnetDistances distances;
  if (!refnet_distances(network, NULL, &distances, error))
    return FALSE;
  summary->distance_sources = network->vertices;
  summary->average_distance = distances.average;
  summary->diameter = distances.diameter;
  summary->diameter_at_least = distances.connected_pairs > 0 ? (guint32)distances.diameter : 0;
  return TRUE;
}

static gboolean find_communities(RefnetSummary *summary, guint64 seed, GError **error) {
  summary->community_runs = refnet_community_runs(summary->network);
  g_autofree guint32 *community = REFNET_TRY_ARRAY(guint32, summary->network->vertices, error);
  return community && refnet_communities(summary->network, seed, community, &summary->communities,
                                         &summary->modularity, error);
}

/* ---- sectors --------------------------------------------------------------------------------- */

static guint32 sector_of(const RefnetNetwork *network, guint32 vertex) {
  return refnet_network_organization(network, vertex)->sector;
}

static int largest_sector_first(const void *left, const void *right) {
  const RefnetSectorCount *a = left, *b = right;
  if ((a->sector == REFNET_NONE) != (b->sector == REFNET_NONE))
    return a->sector == REFNET_NONE ? 1 : -1;
  if (a->organizations != b->organizations)
    return a->organizations > b->organizations ? -1 : 1;
  return a->sector < b->sector ? -1 : a->sector > b->sector;
}

/* One entry a sector that occurs, the blank one among them. */
static gboolean count_sectors(RefnetSummary *summary, GError **error) {
  const RefnetNetwork *network = summary->network;
  guint32 known = network->dataset->sectors.length;
  g_autofree RefnetSectorCount *counts =
      REFNET_TRY_ARRAY(RefnetSectorCount, (guint64)known + 1, error);
  if (!counts)
    return FALSE;
  for (guint32 s = 0; s < known; s++)
    counts[s].sector = s;
  counts[known].sector = REFNET_NONE;
  for (guint32 v = 0; v < network->vertices; v++)
    counts[MIN(sector_of(network, v), known)].organizations++;
  for (guint32 s = 0; s <= known; s++)
    if (counts[s].organizations > 0)
      counts[summary->sector_count++] = counts[s];
  qsort(counts, summary->sector_count, sizeof *counts, largest_sector_first);
  summary->sectors = g_steal_pointer(&counts);
  return TRUE;
}

/* The E-I index (Krackhardt & Stern 1988) and what it would be were ties blind to sectors. */
static void compare_sectors(RefnetSummary *summary) {
  const RefnetNetwork *network = summary->network;
  gint64 external = 0, internal = 0;
  for (guint64 t = 0; t < network->ties; t++) {
    guint32 a = sector_of(network, network->tie_a[t]), b = sector_of(network, network->tie_b[t]);
    if (a == REFNET_NONE || b == REFNET_NONE)
      continue;
    external += a != b;
    internal += a == b;
  }
  summary->ei_index = share((double)(external - internal), (double)(external + internal));

  double n = 0, same_pairs = 0;
  for (guint32 i = 0; i < summary->sector_count; i++) {
    double size = summary->sectors[i].organizations;
    if (summary->sectors[i].sector == REFNET_NONE)
      continue;
    n += size;
    same_pairs += size * (size - 1);
  }
  summary->ei_expected = 1 - 2 * share(same_pairs, n * (n - 1));
}

/* ---- the whole ------------------------------------------------------------------------------- */

RefnetSummary *refnet_summary_new_brief(const RefnetNetwork *network, GError **error) {
  g_autoptr(RefnetSummary) summary = g_new0(RefnetSummary, 1);
  summary->network = network;
  summary->betweenness_centralization = summary->modularity = NAN;
  summary->average_distance = summary->average_distance_error = summary->diameter = NAN;
  count_ties(summary);
  centralize(summary);
  correlate_degrees(summary);
  if (!measure_transitivity(summary, error) || !measure_components(summary, error) ||
      !count_cores(summary, error) || !count_sectors(summary, error))
    return NULL;
  refnet_mixing_count(summary);
  compare_sectors(summary);
  return g_steal_pointer(&summary);
}

RefnetSummary *refnet_summary_new(const RefnetNetwork *network, guint64 seed, GError **error) {
  g_autoptr(RefnetSummary) summary = refnet_summary_new_brief(network, error);
  if (!summary || !centralize_betweenness(summary, error) ||
      !measure_distances(summary, seed, error) || !find_communities(summary, seed, error))
    return NULL;
  return g_steal_pointer(&summary);
}

void refnet_summary_free(RefnetSummary *summary) {
  if (!summary)
    return;
  g_free(summary->sectors);
  g_free(summary->cores);
  g_free(summary->component_sizes);
  g_free(summary->mixing);
  g_free(summary);
}
