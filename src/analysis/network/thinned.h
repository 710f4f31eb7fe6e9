/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A network that some of its ties have been taken out of, made again and again. */
#ifndef REFNET_ANALYSIS_NETWORK_THINNED_H
#define REFNET_ANALYSIS_NETWORK_THINNED_H

#include <refnet/model.h>

G_BEGIN_DECLS

typedef struct RefnetThinned RefnetThinned;

/* NULL with REFNET_ERROR_INTERNAL without memory. The network must outlive it. */
RefnetThinned *refnet_thinned_new(const RefnetNetwork *network, GError **error);
void refnet_thinned_free(RefnetThinned *thinned);

/* The network without the ties, and the arcs of them, that chance leaves out, each with probability
 * `missing`. Has the arrays that measures read: not in_arc, row_start and rows. Valid until the
 * next draw. O(n + arcs). */
const RefnetNetwork *refnet_thinned_draw(RefnetThinned *thinned, double missing,
                                         RefnetRandom *random);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetThinned, refnet_thinned_free)

G_END_DECLS

#endif
