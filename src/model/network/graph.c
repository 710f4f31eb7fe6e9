/* SPDX-License-Identifier: GPL-2.0-or-later */
/* igraph's view of a network. Arcs and ties are handed over sorted and collapsed, which makes
 * igraph_create several times faster than rows in file order. */
#include "model/network/graph.h"

struct RefnetGraph {
  igraph_t arcs, ties;
  gboolean has_arcs, has_ties;
};

gboolean refnet_graph_check(igraph_error_t code, const char *doing, GError **error) {
  if (code == IGRAPH_SUCCESS)
    return TRUE;
  RefnetErrorCode refnet_code =
      code == IGRAPH_INTERRUPTED ? REFNET_ERROR_INTERRUPTED : REFNET_ERROR_INTERNAL;
  g_set_error(error, REFNET_ERROR, refnet_code, "cannot %s: %s", doing, igraph_strerror(code));
  return FALSE;
}

/* igraph's own handlers abort on errors and print warnings. Every call of igraph in refnet works on
 * a graph from here, so this comes before all of them; setting them again changes nothing. */
static void install_handlers(void) {
  igraph_set_error_handler(igraph_error_handler_ignore);
  igraph_set_warning_handler(igraph_warning_handler_ignore);
}

static gboolean create(igraph_t *graph, const RefnetNetwork *network, guint64 edges,
                       const guint32 *from, const guint32 *to, igraph_bool_t directed,
                       GError **error) {
  igraph_vector_int_t ends;
  if (edges > IGRAPH_INTEGER_MAX / 2 ||
      igraph_vector_int_init(&ends, (igraph_integer_t)(2 * edges)) != IGRAPH_SUCCESS)
    return refnet_graph_check(IGRAPH_ENOMEM, "build the graph", error);
  for (guint64 i = 0; i < edges; i++) {
    VECTOR(ends)[2 * i] = from[i];
    VECTOR(ends)[2 * i + 1] = to[i];
  }
  igraph_error_t code = igraph_create(graph, &ends, network->vertices, directed);
  igraph_vector_int_destroy(&ends);
  return refnet_graph_check(code, "build the graph", error);
}

/* The cache of a network that is otherwise only read: the one place that writes to it. */
static struct RefnetGraph *cache_of(const RefnetNetwork *network) {
  if (!network->graph) {
    install_handlers();
    ((RefnetNetwork *)network)->graph = g_new0(struct RefnetGraph, 1);
  }
  return network->graph;
}

const igraph_t *refnet_network_arc_graph(const RefnetNetwork *network, GError **error) {
  struct RefnetGraph *graph = cache_of(network);
  if (!graph->has_arcs)
    graph->has_arcs = create(&graph->arcs, network, network->arcs, network->arc_from,
                             network->arc_to, IGRAPH_DIRECTED, error);
  return graph->has_arcs ? &graph->arcs : NULL;
}

const igraph_t *refnet_network_tie_graph(const RefnetNetwork *network, GError **error) {
  struct RefnetGraph *graph = cache_of(network);
  if (!graph->has_ties)
    graph->has_ties = create(&graph->ties, network, network->ties, network->tie_a, network->tie_b,
                             IGRAPH_UNDIRECTED, error);
  return graph->has_ties ? &graph->ties : NULL;
}

void refnet_graph_free(struct RefnetGraph *graph) {
  if (!graph)
    return;
  if (graph->has_arcs)
    igraph_destroy(&graph->arcs);
  if (graph->has_ties)
    igraph_destroy(&graph->ties);
  g_free(graph);
}
