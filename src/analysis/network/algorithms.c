/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every call of an igraph algorithm (0.10). */
#include "analysis/network/algorithms.h"

#include "model/network/graph.h"

/* A zeroed vector may be cleared without having been initialized. */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(igraph_vector_t, igraph_vector_destroy)

static gboolean init_real(igraph_vector_t *vector, guint64 length, GError **error) {
  return refnet_graph_check(igraph_vector_init(vector, (igraph_integer_t)length),
                            "measure the network", error);
}

/* What weighted betweenness runs on. */
static const igraph_t *directed_graph(const RefnetNetwork *network, GError **error) {
  return network->undirected ? refnet_network_tie_graph(network, error)
                             : refnet_network_arc_graph(network, error);
}

/* Of each arc, or of each tie, both directions together: the more referrals, the shorter. */
static gboolean referral_lengths(const RefnetNetwork *network, gboolean of_ties,
                                 igraph_vector_t *lengths, GError **error) {
  if (!init_real(lengths, of_ties ? network->ties : network->arcs, error))
    return FALSE;
  for (guint64 a = 0; a < network->arcs; a++) {
    guint64 edge =
        of_ties ? refnet_network_find_tie(network, network->arc_from[a], network->arc_to[a]) : a;
    VECTOR(*lengths)[edge] += (double)network->arc_count[a];
  }
  for (igraph_integer_t i = 0; i < igraph_vector_size(lengths); i++)
    VECTOR(*lengths)[i] = 1 / VECTOR(*lengths)[i];
  return TRUE;
}

gboolean refnet_algorithm_weighted_betweenness(const RefnetNetwork *network, double *betweenness,
                                               GError **error) {
  g_auto(igraph_vector_t) result = {0};
  g_auto(igraph_vector_t) lengths = {0};
  const igraph_t *graph = directed_graph(network, error);
  if (!graph || !init_real(&result, 0, error) ||
      !referral_lengths(network, network->undirected, &lengths, error))
    return FALSE;
  igraph_error_t code =
      igraph_betweenness(graph, &result, igraph_vss_all(), !network->undirected, &lengths);
  if (!refnet_graph_check(code, "compute betweenness", error))
    return FALSE;
  igraph_vector_copy_to(&result, betweenness);
  return TRUE;
}

gboolean refnet_algorithm_weighted_closeness(const RefnetNetwork *network, double *harmonic,
                                             GError **error) {
  g_auto(igraph_vector_t) result = {0};
  g_auto(igraph_vector_t) lengths = {0};
  const igraph_t *graph = refnet_network_tie_graph(network, error);
  if (!graph || !init_real(&result, 0, error) || !referral_lengths(network, TRUE, &lengths, error))
    return FALSE;
  igraph_error_t code =
      igraph_harmonic_centrality(graph, &result, igraph_vss_all(), IGRAPH_ALL, &lengths, FALSE);
  if (!refnet_graph_check(code, "compute closeness", error))
    return FALSE;
  igraph_vector_copy_to(&result, harmonic);
  return TRUE;
}
