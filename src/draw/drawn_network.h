/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Networks that are only drawn: pairs that are no referrals; measures of a part of a network. */
#ifndef REFNET_DRAW_DRAWN_NETWORK_H
#define REFNET_DRAW_DRAWN_NETWORK_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

typedef struct {
  guint32 from, to; /* vertices */
  guint64 count;
} RefnetDrawnArc;

/* A network of `vertices` organizations of the dataset, rising by number, and the arcs among them:
 * each at most once, none from a vertex to itself; they are sorted in place. With `undirected` they
 * are pairs, each once with from < to. Rows, dates and frequencies are left out. The dataset must
 * outlive it; free with refnet_network_free. O(n + m log m). */
RefnetNetwork *refnet_drawn_network_new(const RefnetDataset *dataset, const guint32 *organizations,
                                        guint32 vertices, RefnetDrawnArc *arcs, gsize arc_count,
                                        gboolean undirected);
/* The measures that the vertices of a part (refnet_network_part) have in the whole network: who is
 * the only link of others is so in all of it. `vertices` of the result is the caller's, g_free; the
 * rest is the network's. O(n). */
RefnetMeasures refnet_drawn_measures(const RefnetMeasures *measures, const RefnetNetwork *part);

G_END_DECLS

#endif
