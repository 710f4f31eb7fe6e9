/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lines: how each is painted, which are drawn apart and which are bent. */
#include "draw/network/ties.h"

#include <math.h>

#include "draw/network/routes.h"
#include "draw/network/spokes.h"
#include "draw/signs/edges.h"

#define ALIKE_WIDTH 3.0
#define PALE_WIDTH 1.0
/* How far each of two ways is bent from the straight one. */
#define APART 5.0
/* How far lines between panels are drawn together: of the way, and of their length. */
#define BUNDLED 0.85
#define MOST_BUNDLED 0.3
/* Lines times discs that bends are looked for with. */
#define MOST_TRIED 2e7

/* Between panels of many: in the background. */
static gboolean leaves_panel(const RefnetArrangement *a, guint64 tie) {
  return refnet_arrangement_fades_between(a) &&
         a->panel[a->network->tie_a[tie]] != a->panel[a->network->tie_b[tie]];
}

static RefnetEdgeLook look_of_tie(const RefnetArrangement *a, guint64 tie) {
  static const RefnetEdgeLook looks[] = {[REFNET_TIE_STAYS] = REFNET_EDGE_PLAIN,
                                         [REFNET_TIE_GOES] = REFNET_EDGE_RED_DASHES,
                                         [REFNET_TIE_GONE_ALREADY] = REFNET_EDGE_GHOST};
  if (a->story && a->story->look)
    return a->story->look[tie];
  if (a->departure)
    return looks[a->departure->fate[tie]];
  if (leaves_panel(a, tie))
    return REFNET_EDGE_PALE;
  return a->bridge && a->bridge[tie] ? REFNET_EDGE_DARK_DASHES : REFNET_EDGE_PLAIN;
}

/* A ring is round, whatever is in it. */
static RefnetForm form_of(const RefnetArrangement *a, guint32 v) {
  return a->ringed[v] ? REFNET_FORM_DISC : refnet_encoding_look(a->encoding, v).form;
}

static double width_of(const RefnetArrangement *a, guint64 tie) {
  gboolean is_pale = a->story && a->story->look && a->story->look[tie] == REFNET_EDGE_PALE;
  if (a->story && a->story->alike)
    return is_pale ? PALE_WIDTH : ALIKE_WIDTH;
  return refnet_scales_line_width(&a->scales, refnet_scales_referrals(a->network, tie));
}

/* A tie as it is drawn: from who refers to whom, where only one does. */
static RefnetEdge edge_of_tie(const RefnetArrangement *a, guint64 tie) {
  const RefnetNetwork *network = a->network;
  guint32 from = network->tie_a[tie], to = network->tie_b[tie];
  gboolean there = refnet_network_find_arc(network, from, to) != G_MAXUINT64;
  gboolean back = refnet_network_find_arc(network, to, from) != G_MAXUINT64;
  guint32 toward = a->story && a->story->toward ? a->story->toward[tie] : REFNET_NONE;
  gboolean turned = toward == REFNET_NONE ? !there : toward == from;
  if (turned) {
    guint32 first = from;
    from = to;
    to = first;
  }
  return (RefnetEdge){.from = a->position[from],
                      .to = a->position[to],
                      .from_radius = a->radius[from],
                      .to_radius = a->radius[to],
                      .from_form = form_of(a, from),
                      .to_form = form_of(a, to),
                      .owner = from,
                      .other = to,
                      .width = width_of(a, tie),
                      .arrows = !network->undirected || toward != REFNET_NONE,
                      .two_way = there && back && toward == REFNET_NONE,
                      .look = look_of_tie(a, tie)};
}

/* What is in the background comes first, what the map is about last. */
static guint layer_of(RefnetEdgeLook look) {
  switch (look) {
  case REFNET_EDGE_PALE:
    return 0;
  case REFNET_EDGE_PLAIN:
  case REFNET_EDGE_GHOST:
  case REFNET_EDGE_DARK_DASHES:
  case REFNET_EDGE_DOTS:
    return 1;
  case REFNET_EDGE_RED_DASHES:
  case REFNET_EDGE_BLUE:
  case REFNET_EDGE_DARK:
    break;
  }
  return 2;
}

static gint compare_edges(gconstpointer left, gconstpointer right) {
  const RefnetEdge *x = left, *y = right;
  if (layer_of(x->look) != layer_of(y->look))
    return layer_of(x->look) < layer_of(y->look) ? -1 : 1;
  if (x->width != y->width)
    return x->width < y->width ? -1 : 1;
  if (x->owner != y->owner)
    return x->owner < y->owner ? -1 : 1;
  return (x->other > y->other) - (x->other < y->other);
}

/* Draws two ways of different width as two lines, each bent to its left. */
static gboolean split(const RefnetArrangement *a, guint64 tie, RefnetEdge *there,
                      RefnetEdge *back) {
  const RefnetNetwork *network = a->network;
  if ((a->story && a->story->alike) || !refnet_scales_apart(&a->scales, network, tie))
    return FALSE;
  guint64 out = refnet_network_find_arc(network, there->owner, there->other);
  guint64 in = refnet_network_find_arc(network, there->other, there->owner);
  double length = hypot(there->to.x - there->from.x, there->to.y - there->from.y);
  there->is_half = TRUE;
  there->bend = MIN(APART, length * 0.08);
  there->width = refnet_scales_line_width(&a->scales, network->arc_count[out]);
  *back = *there;
  back->from = there->to;
  back->to = there->from;
  back->from_radius = there->to_radius;
  back->to_radius = there->from_radius;
  back->from_form = there->to_form;
  back->to_form = there->from_form;
  back->owner = there->other;
  back->other = there->owner;
  back->width = refnet_scales_line_width(&a->scales, network->arc_count[in]);
  return TRUE;
}

/* The bend of the line if there were no way back. */
static double route_of(const RefnetObstacles *obstacles, const RefnetEdge *edge) {
  RefnetEdge middle = *edge;
  middle.bend = 0;
  return refnet_route_bend(&middle, obstacles);
}

/* The line, and its way back to the same side. */
static void bend_both(RefnetEdge *there, RefnetEdge *back, double bend) {
  there->bend += bend;
  back->bend -= bend;
}

static RefnetPoint middle_of(RefnetBox box) {
  return (RefnetPoint){box.x + box.width / 2, box.y + box.height / 2};
}

/* Lines between two panels run together half-way between them. */
static double bundled_bend(const RefnetArrangement *a, const RefnetEdge *edge) {
  RefnetPoint p = middle_of(a->panels.box[a->panel[edge->owner]]);
  RefnetPoint q = middle_of(a->panels.box[a->panel[edge->other]]);
  double dx = edge->to.x - edge->from.x, dy = edge->to.y - edge->from.y;
  double length = MAX(hypot(dx, dy), 1);
  double x = (p.x + q.x - edge->from.x - edge->to.x) / 2;
  double y = (p.y + q.y - edge->from.y - edge->to.y) / 2;
  double bend = BUNDLED * (x * dy - y * dx) / length;
  return CLAMP(bend, -MOST_BUNDLED * length, MOST_BUNDLED * length);
}

typedef struct {
  RefnetEdge there, back;
  gboolean is_split;
} Tie;

static gint compare_ties(gconstpointer left, gconstpointer right) {
  return compare_edges(&((const Tie *)left)->there, &((const Tie *)right)->there);
}

static RefnetBox *label_boxes(const RefnetArrangement *a, guint *count) {
  RefnetBox *boxes = g_new(RefnetBox, (gsize)a->network->vertices + 1);
  *count = 0;
  for (guint32 v = 0; v < a->network->vertices; v++)
    if (a->place[v].placed)
      boxes[(*count)++] = a->place[v].box;
  return boxes;
}

void refnet_ties_draw(const RefnetArrangement *a, RefnetScene *scene) {
  g_autoptr(GArray) ties = g_array_new(FALSE, FALSE, sizeof(Tie));
  RefnetObstacles obstacles = {.middles = a->position,
                               .radii = a->radius,
                               .disc_count = a->network->vertices,
                               .area = refnet_box_grow(a->drawing, a->scales.margin / 4)};
  g_autofree RefnetBox *boxes = label_boxes(a, &obstacles.box_count);
  obstacles.boxes = boxes;
  gboolean bends = !refnet_arrangement_is_crowd(a) && !a->spokes.is_set &&
                   (double)a->network->ties * a->network->vertices <= MOST_TRIED;
  for (guint64 t = 0; t < a->network->ties; t++) {
    Tie tie = {.there = edge_of_tie(a, t)};
    if (leaves_panel(a, t))
      tie.there.bend = bundled_bend(a, &tie.there);
    else
      tie.is_split = split(a, t, &tie.there, &tie.back);
    if (a->spokes.is_set)
      bend_both(&tie.there, &tie.back, refnet_spokes_bend(a, tie.there.from, tie.there.to));
    else if (bends && !leaves_panel(a, t))
      bend_both(&tie.there, &tie.back, route_of(&obstacles, &tie.there));
    g_array_append_val(ties, tie);
  }
  g_array_sort(ties, compare_ties);
  for (guint i = 0; i < ties->len; i++) {
    const Tie *tie = &g_array_index(ties, Tie, i);
    refnet_edge_draw(&tie->there, REFNET_PART_EDGE, REFNET_PART_ARROWHEAD, scene);
    if (tie->is_split)
      refnet_edge_draw(&tie->back, REFNET_PART_RETURN, REFNET_PART_ARROWHEAD, scene);
  }
}
