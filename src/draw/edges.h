/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties as lines from rim to rim, with an arrowhead at each end that receives referrals. */
#ifndef REFNET_DRAW_EDGES_H
#define REFNET_DRAW_EDGES_H

#include "draw/scene.h"

G_BEGIN_DECLS

/* How the line is painted. */
typedef enum {
  REFNET_EDGE_PLAIN,
  REFNET_EDGE_DARK_DASHES, /* stands out from the others */
  REFNET_EDGE_RED_DASHES,  /* goes when somebody leaves */
  REFNET_EDGE_GHOST        /* pale dots: is gone */
} RefnetEdgeLook;

typedef struct {
  RefnetPoint from, to; /* middles of the discs */
  double from_radius, to_radius;
  guint32 owner, other; /* who refers, and to whom */
  double width;
  gboolean arrows;  /* FALSE: a plain line */
  gboolean two_way; /* arrowheads at both ends, and a darker line */
  RefnetEdgeLook look;
} RefnetEdge;

/* Adds the edge to the scene: EDGE from base to base of the arrowheads, ARROWHEADs with their tips
 * on the rims. Discs that touch leave no room: then nothing but a zero-length line at the rim is
 * added. */
void refnet_edge_draw(const RefnetEdge *edge, RefnetPart line_part, RefnetPart head_part,
                      RefnetScene *scene);

G_END_DECLS

#endif
