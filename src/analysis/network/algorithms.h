/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Graph algorithms on a network, into plain arrays. algorithms.c, with what igraph runs for refnet,
 * is the one place to change when igraph's signatures do; the others are loops of our own.
 *
 * Arrays belong to the caller and have an element a vertex. Every function returns FALSE with
 * REFNET_ERROR_INTERNAL when igraph failed, and then leaves its results undefined. n vertices, m
 * ties. None may run in two threads at once. */
#ifndef REFNET_ANALYSIS_NETWORK_ALGORITHMS_H
#define REFNET_ANALYSIS_NETWORK_ALGORITHMS_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* Shortest paths through each vertex, ends left out, over arcs as long as 1/referrals (Newman 2001;
 * Opsahl, Agneessens & Skvoretz 2010) and ordered pairs, or in an undirected network over ties and
 * unordered pairs. O(n · arcs · log n). */
gboolean refnet_algorithm_weighted_betweenness(const RefnetNetwork *network, double *betweenness,
                                               GError **error);

/* Σ 1/d over the others connected to each vertex, on ties as long as 1/referrals of both
 * directions. O(n · m · log n). */
gboolean refnet_algorithm_weighted_closeness(const RefnetNetwork *network, double *harmonic,
                                             GError **error);

/* PageRank over arcs weighted by referrals, damping 0.85, sums to 1; who refers to nobody passes on
 * to all alike (Brin & Page 1998). An undirected network: over ties, weighted by both directions.
 * To 1e-13; O(arcs) an iteration, some tens of them, at most 250. */
gboolean refnet_algorithm_pagerank(const RefnetNetwork *network, double *pagerank, GError **error);

/* The largest k such that the vertex is in the k-core of the ties. O(m). */
gboolean refnet_algorithm_coreness(const RefnetNetwork *network, guint32 *coreness, GError **error);

/* Burt's (1992) constraint on ties, each as strong as the other or as its referrals in both
 * directions; NaN for isolates. At most O(m^1.5). */
gboolean refnet_algorithm_constraint(const RefnetNetwork *network, gboolean weighted,
                                     double *constraint, GError **error);

/* Triangles of ties at each vertex. O(Σ degree · …), at most O(m^1.5). */
gboolean refnet_algorithm_triangles(const RefnetNetwork *network, guint64 *triangles,
                                    GError **error);

/* Connected components of ties: `component` numbers them from 0, *count is how many. O(n + m). */
gboolean refnet_algorithm_components(const RefnetNetwork *network, guint32 *component,
                                     guint32 *count, GError **error);

G_END_DECLS

#endif
