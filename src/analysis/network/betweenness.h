/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Betweenness from all or some sources. */
#ifndef REFNET_ANALYSIS_NETWORK_BETWEENNESS_H
#define REFNET_ANALYSIS_NETWORK_BETWEENNESS_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* Who can be reached in one step from whom: target[start[v]] … target[start[v + 1] − 1] from v. */
typedef struct {
  guint32 vertices;
  const guint64 *start;
  const guint32 *target;
} RefnetAdjacency;

/* Shortest paths through each vertex, ends left out, over ordered pairs (Freeman 1977), by one
 * breadth-first search a source (Brandes 2001). `betweenness` has an element a vertex.
 *
 * `sources` NULL: from all, exactly. Else from those `source_count` ≥ 1 different ones, chosen
 * evenly at random; betweenness becomes the estimate n/k Σ (Brandes & Pich 2007), and
 * `standard_error`, unless NULL, its standard error with the correction for a finite population
 * (NaN from one source).
 *
 * Two threads where that pays; the sums have the same order, so the figures the same digits, with
 * one. FALSE with REFNET_ERROR_INTERNAL without memory. O(sources · edges). */
gboolean refnet_betweenness(const RefnetAdjacency *adjacency, const guint32 *sources,
                            guint32 source_count, double *betweenness, double *standard_error,
                            GError **error);

/* The same for a network: over unordered pairs when it is undirected. */
gboolean refnet_network_betweenness(const RefnetNetwork *network, const guint32 *sources,
                                    guint32 source_count, double *betweenness,
                                    double *standard_error, GError **error);

/* `count` different vertices of n, evenly at random, rising; caller frees. NULL with
 * REFNET_ERROR_INTERNAL without memory. O(n). */
guint32 *refnet_sample_vertices(guint32 n, guint32 count, guint64 seed, GError **error);

G_END_DECLS

#endif
