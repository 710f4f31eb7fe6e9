/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances in ties between all pairs of organizations. */
#ifndef REFNET_ANALYSIS_NETWORK_DISTANCES_H
#define REFNET_ANALYSIS_NETWORK_DISTANCES_H

#include <refnet/model.h>

G_BEGIN_DECLS

typedef struct {
  guint64 connected_pairs; /* ordered pairs of different, connected vertices */
  double average;          /* ties on a shortest path between them; NaN without such a pair */
  double diameter;         /* the longest of them; NaN likewise */
} RefnetDistances;

/* All distances on ties, exactly. `harmonic`, NULL or an element a vertex, becomes Σ 1/d over the
 * others connected to it. Breadth first from 64 vertices at a time (Then et al., "The more the
 * merrier", VLDB 2014): O(n · m) at worst, in small worlds a small part of that. */
gboolean refnet_distances(const RefnetNetwork *network, double *harmonic,
                          RefnetDistances *distances, GError **error);

/* The same from `source_count` different sources only: pairs are (source, other), and `harmonic` is
 * Σ 1/d over the other sources, `squares` (NULL: not wanted) Σ 1/d². */
gboolean refnet_distances_from(const RefnetNetwork *network, const guint32 *sources,
                               guint32 source_count, double *harmonic, double *squares,
                               RefnetDistances *distances, GError **error);

/* The average distance estimated from `source_count` random sources, at least 10, fewer than there
 * are vertices: *standard_error from the differences of ten equal parts of them. NaN without a
 * pair. */
gboolean refnet_estimate_distance(const RefnetNetwork *network, guint32 source_count, guint64 seed,
                                  double *average, double *standard_error, GError **error);

/* The longest of all distances on ties, exactly, from the outside in (Crescenzi et al., "On
 * computing the diameter of real-world undirected graphs", 2013): O(n + m) a search, of which small
 * worlds take some hundred. NaN without a tie, and where as many searches as go over 4·10⁹ ties do
 * not settle it; then *at_least is the longest distance found. */
gboolean refnet_diameter(const RefnetNetwork *network, double *diameter, guint32 *at_least,
                         GError **error);

G_END_DECLS

#endif
