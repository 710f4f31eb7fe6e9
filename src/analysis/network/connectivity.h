/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many organizations hold the largest component together. */
#ifndef REFNET_ANALYSIS_NETWORK_CONNECTIVITY_H
#define REFNET_ANALYSIS_NETWORK_CONNECTIVITY_H

#include "analysis/network/structure.h"

G_BEGIN_DECLS

/* Vertex connectivity of the largest component (of equals the one with the first vertex): how many
 * vertices have to go before the rest falls apart; of a complete one, one less than it has. Told
 * from the structure when it is 0 or 1, else by Even's algorithm (1975): disjoint paths from a
 * vertex of least degree to those it has no tie to, and between its neighbors, found by augmenting
 * (Menger). igraph 0.10 tries all n² pairs instead. NaN in *connectivity when empty or when more
 * than some 5 · 10^8 steps would be needed. FALSE with REFNET_ERROR_INTERNAL without memory. */
gboolean refnet_vertex_connectivity(const RefnetStructure *structure, double *connectivity,
                                    GError **error);

G_END_DECLS

#endif
