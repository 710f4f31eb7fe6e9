/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How close two organizations without a tie are through others. */
#ifndef REFNET_ANALYSIS_WHO_ELSE_STRUCTURE_H
#define REFNET_ANALYSIS_WHO_ELSE_STRUCTURE_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* b(x,y) for every y without a tie to x; 0 for x and its neighbors. An element a vertex, freed with
 * g_free; NULL with REFNET_ERROR_INTERNAL.
 *
 * b(x,y) = Σ_z 1/k_z + Σ_(z,w) 1/(k_z k_w): z the common neighbors, (z,w) the middle ties of paths
 * x–z–w–y, k degrees (resource allocation, Zhou, Lü & Zhang 2009, and its extension by a step).
 * O(n + Σ degrees within two ties of x). */
double *refnet_structure_scores(const RefnetNetwork *network, guint32 x, GError **error);

G_END_DECLS

#endif
