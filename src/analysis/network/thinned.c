/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/network/thinned.h"

#include "analysis/memory.h"
#include "model/network/graph.h"

struct RefnetThinned {
  const RefnetNetwork *whole;
  RefnetNetwork network; /* its arrays are those below */
  guint64 *arc_tie;      /* tie of each arc of the whole */
  guint64 *new_tie;      /* number of each tie of the whole in the draw, or G_MAXUINT64: left out */
  guint64 *out_start, *in_start, *arc_count, *tie_start;
  guint32 *tie_of, *arc_from, *arc_to, *tie_a, *tie_b, *neighbor;
};

static gboolean allocate(RefnetThinned *thinned, GError **error) {
  const RefnetNetwork *whole = thinned->whole;
  guint64 n = (guint64)whole->vertices + 1, arcs = whole->arcs, ties = whole->ties;
  return (thinned->arc_tie = REFNET_TRY_ARRAY(guint64, arcs, error)) &&
         (thinned->new_tie = REFNET_TRY_ARRAY(guint64, ties, error)) &&
         (thinned->out_start = REFNET_TRY_ARRAY(guint64, n, error)) &&
         (thinned->in_start = REFNET_TRY_ARRAY(guint64, n, error)) &&
         (thinned->tie_start = REFNET_TRY_ARRAY(guint64, n, error)) &&
         (thinned->arc_count = REFNET_TRY_ARRAY(guint64, arcs, error)) &&
         (thinned->arc_from = REFNET_TRY_ARRAY(guint32, arcs, error)) &&
         (thinned->arc_to = REFNET_TRY_ARRAY(guint32, arcs, error)) &&
         (thinned->tie_a = REFNET_TRY_ARRAY(guint32, ties, error)) &&
         (thinned->tie_b = REFNET_TRY_ARRAY(guint32, ties, error)) &&
         (thinned->tie_of = REFNET_TRY_ARRAY(guint32, 2 * ties, error)) &&
         (thinned->neighbor = REFNET_TRY_ARRAY(guint32, 2 * ties, error));
}

RefnetThinned *refnet_thinned_new(const RefnetNetwork *network, GError **error) {
  g_autoptr(RefnetThinned) thinned = g_new0(RefnetThinned, 1);
  thinned->whole = network;
  if (!allocate(thinned, error))
    return NULL;
  for (guint64 a = 0; a < network->arcs; a++)
    thinned->arc_tie[a] =
        refnet_network_find_tie(network, network->arc_from[a], network->arc_to[a]);
  thinned->network = (RefnetNetwork){.dataset = network->dataset,
                                     .undirected = network->undirected,
                                     .vertices = network->vertices,
                                     .organization = network->organization,
                                     .vertex = network->vertex,
                                     .out_start = thinned->out_start,
                                     .in_start = thinned->in_start,
                                     .arc_from = thinned->arc_from,
                                     .arc_to = thinned->arc_to,
                                     .arc_count = thinned->arc_count,
                                     .tie_a = thinned->tie_a,
                                     .tie_b = thinned->tie_b,
                                     .tie_start = thinned->tie_start,
                                     .neighbor = thinned->neighbor,
                                     .tie_of = thinned->tie_of};
  return g_steal_pointer(&thinned);
}

void refnet_thinned_free(RefnetThinned *thinned) {
  if (!thinned)
    return;
  gpointer arrays[] = {thinned->arc_tie,  thinned->new_tie,   thinned->out_start,
                       thinned->in_start, thinned->arc_count, thinned->tie_start,
                       thinned->tie_of,   thinned->arc_from,  thinned->arc_to,
                       thinned->tie_a,    thinned->tie_b,     thinned->neighbor};
  for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_free(arrays[i]);
  refnet_graph_free(thinned->network.graph);
  g_free(thinned);
}

/* ---- a draw ---------------------------------------------------------------------------------- */

static void draw_ties(RefnetThinned *thinned, double missing, RefnetRandom *random) {
  const RefnetNetwork *whole = thinned->whole;
  guint64 kept = 0;
  for (guint64 t = 0; t < whole->ties; t++) {
    thinned->new_tie[t] = G_MAXUINT64;
    if (refnet_random_unit(random) < missing)
      continue;
    thinned->tie_a[kept] = whole->tie_a[t];
    thinned->tie_b[kept] = whole->tie_b[t];
    thinned->new_tie[t] = kept++;
  }
  thinned->network.ties = kept;
}

static void copy_neighbors(RefnetThinned *thinned) {
  const RefnetNetwork *whole = thinned->whole;
  guint64 kept = 0;
  for (guint32 v = 0; v < whole->vertices; v++) {
    thinned->tie_start[v] = kept;
    for (guint64 i = whole->tie_start[v]; i < whole->tie_start[v + 1]; i++) {
      guint64 tie = thinned->new_tie[whole->tie_of[i]];
      if (tie == G_MAXUINT64)
        continue;
      thinned->neighbor[kept] = whole->neighbor[i];
      thinned->tie_of[kept++] = (guint32)tie;
    }
  }
  thinned->tie_start[whole->vertices] = kept;
}

static void copy_arcs(RefnetThinned *thinned) {
  const RefnetNetwork *whole = thinned->whole;
  guint64 kept = 0;
  for (guint32 v = 0; v <= whole->vertices; v++)
    thinned->in_start[v] = 0;
  for (guint32 v = 0; v < whole->vertices; v++) {
    thinned->out_start[v] = kept;
    for (guint64 a = whole->out_start[v]; a < whole->out_start[v + 1]; a++) {
      if (thinned->new_tie[thinned->arc_tie[a]] == G_MAXUINT64)
        continue;
      thinned->in_start[whole->arc_to[a] + 1]++;
      thinned->arc_from[kept] = v;
      thinned->arc_to[kept] = whole->arc_to[a];
      thinned->arc_count[kept++] = whole->arc_count[a];
    }
  }
  thinned->out_start[whole->vertices] = kept;
  thinned->network.arcs = kept;
  for (guint32 v = 0; v < whole->vertices; v++)
    thinned->in_start[v + 1] += thinned->in_start[v];
}

const RefnetNetwork *refnet_thinned_draw(RefnetThinned *thinned, double missing,
                                         RefnetRandom *random) {
  g_clear_pointer(&thinned->network.graph, refnet_graph_free);
  draw_ties(thinned, missing, random);
  copy_neighbors(thinned);
  copy_arcs(thinned);
  return &thinned->network;
}
