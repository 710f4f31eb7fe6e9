/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The arcs between one organization and one after the other of its neighbors. */
#ifndef REFNET_MODEL_NETWORK_ARC_CURSOR_H
#define REFNET_MODEL_NETWORK_ARC_CURSOR_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* Where the last look ended, in the arcs from and to the organization; a zeroed one will do. */
typedef struct {
  guint64 out, in;
} RefnetArcCursor;

/* The arcs from `vertex` to `neighbor` and back, G_MAXUINT64 where there is none. Neighbors have to
 * come in rising order; then all looks at an organization together take O(its arcs). For the next
 * one, the cursor may stay when its number is larger. */
static inline void refnet_arcs_between(const RefnetNetwork *network, guint32 vertex,
                                       guint32 neighbor, RefnetArcCursor *cursor, guint64 *there,
                                       guint64 *back) {
  guint64 out = MAX(cursor->out, network->out_start[vertex]);
  guint64 in = MAX(cursor->in, network->in_start[vertex]);
  guint64 out_end = network->out_start[vertex + 1], in_end = network->in_start[vertex + 1];
  while (out < out_end && network->arc_to[out] < neighbor)
    out++;
  while (in < in_end && network->arc_from[network->in_arc[in]] < neighbor)
    in++;
  *there = out < out_end && network->arc_to[out] == neighbor ? out : G_MAXUINT64;
  *back = in < in_end && network->arc_from[network->in_arc[in]] == neighbor ? network->in_arc[in]
                                                                            : G_MAXUINT64;
  *cursor = (RefnetArcCursor){out, in};
}

G_END_DECLS

#endif
