/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties as lines from rim to rim, with an arrowhead at each end that receives referrals. */
#ifndef REFNET_DRAW_SIGNS_EDGES_H
#define REFNET_DRAW_SIGNS_EDGES_H

#include "draw/scene/scene.h"
#include "draw/signs/forms.h"

G_BEGIN_DECLS

/* How the line is painted. */
typedef enum {
  REFNET_EDGE_PLAIN,
  REFNET_EDGE_DARK_DASHES, /* stands out from the others */
  REFNET_EDGE_RED_DASHES,  /* goes when somebody leaves, or went */
  REFNET_EDGE_GHOST,       /* pale dots: is gone */
  REFNET_EDGE_DARK,        /* whole and dark */
  REFNET_EDGE_BLUE,        /* whole: came */
  REFNET_EDGE_DOTS,
  REFNET_EDGE_PALE /* whole: in the background */
} RefnetEdgeLook;

typedef struct {
  RefnetPoint from, to;          /* middles of the discs */
  double from_radius, to_radius; /* of the circles around their forms */
  RefnetForm from_form, to_form;
  guint32 owner, other; /* who refers, and to whom */
  double width;
  double bend;      /* how far the line's middle lies left of the straight way; 0: straight */
  gboolean arrows;  /* FALSE: a plain line */
  gboolean two_way; /* arrowheads at both ends, and a darker line */
  gboolean is_half; /* one way of two that are drawn apart: dark as both, with one arrowhead */
  RefnetEdgeLook look;
} RefnetEdge;

/* Adds the edge to the scene: EDGE from base to base of the arrowheads, ARROWHEADs with their tips
 * on the rims. Discs that touch leave no room: then nothing but a zero-length line at the rim is
 * added. */
void refnet_edge_draw(const RefnetEdge *edge, RefnetPart line_part, RefnetPart head_part,
                      RefnetScene *scene);

/* The line's ends in the middles of the discs, and the control point between. */
void refnet_edge_points(const RefnetEdge *edge, RefnetPoint points[3]);

G_END_DECLS

#endif
