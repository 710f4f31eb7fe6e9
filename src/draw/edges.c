/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lines and arrowheads. */
#include "draw/edges.h"

#include <math.h>

#include "draw/scales.h"

#define ONE_WAY_RGB 0x7C8894
#define TWO_WAY_RGB 0x4A5865
#define ONE_WAY_ALPHA 0.58
#define TWO_WAY_ALPHA 0.66
#define GOING_RGB 0xC04A00
#define GHOST_ALPHA 0.4
/* So far into the outline, which is 1 point wide around the radius, that tip and rim just touch. */
#define OUTLINE 0.3

static RefnetPoint along(RefnetPoint from, RefnetPoint direction, double distance) {
  return (RefnetPoint){from.x + direction.x * distance, from.y + direction.y * distance};
}

/* A slim triangle with its tip at `tip`, pointing in `direction`. */
static void draw_head(RefnetPoint tip, RefnetPoint direction, double length, double width,
                      RefnetColor color, const RefnetEdge *edge, RefnetPart part,
                      RefnetScene *scene) {
  RefnetPoint base = along(tip, direction, -length);
  RefnetPoint aside = {-direction.y * width / 2, direction.x * width / 2};
  RefnetPoint points[] = {
      tip, {base.x + aside.x, base.y + aside.y}, {base.x - aside.x, base.y - aside.y}};
  RefnetPrimitive *head = refnet_scene_add_polygon(scene, part, points, G_N_ELEMENTS(points));
  head->owner = edge->owner;
  head->other = edge->other;
  head->fill = color;
}

static RefnetColor color_of(RefnetEdgeLook look, gboolean both_ways) {
  switch (look) {
  case REFNET_EDGE_DARK_DASHES:
    return refnet_color(REFNET_INK, 1);
  case REFNET_EDGE_RED_DASHES:
    return refnet_color(GOING_RGB, 1);
  case REFNET_EDGE_GHOST:
    return refnet_color(ONE_WAY_RGB, GHOST_ALPHA);
  case REFNET_EDGE_PLAIN:
    break;
  }
  return both_ways ? refnet_color(TWO_WAY_RGB, TWO_WAY_ALPHA)
                   : refnet_color(ONE_WAY_RGB, ONE_WAY_ALPHA);
}

static double dash_of(const RefnetEdge *edge) {
  if (edge->look == REFNET_EDGE_PLAIN)
    return 0;
  return edge->look == REFNET_EDGE_GHOST ? 2 + edge->width : 3 + 2 * edge->width;
}

void refnet_edge_draw(const RefnetEdge *edge, RefnetPart line_part, RefnetPart head_part,
                      RefnetScene *scene) {
  double dx = edge->to.x - edge->from.x, dy = edge->to.y - edge->from.y, distance = hypot(dx, dy);
  RefnetPoint direction =
      distance > 0 ? (RefnetPoint){dx / distance, dy / distance} : (RefnetPoint){1, 0};
  double start = edge->from_radius + OUTLINE;
  double end = MAX(start, distance - edge->to_radius - OUTLINE);
  double length = edge->arrows ? refnet_scales_arrow_length(edge->width) : 0;
  gboolean both = edge->arrows && edge->two_way;
  length = MIN(length, (end - start) * (both ? 0.45 : 0.8));
  RefnetColor color = color_of(edge->look, both);
  RefnetPrimitive *line = refnet_scene_add_line(
      scene, line_part, along(edge->from, direction, start + (both ? length : 0)),
      along(edge->from, direction, end - length));
  line->owner = edge->owner;
  line->other = edge->other;
  line->two_way = edge->two_way;
  line->stroke = color;
  line->stroke_width = edge->width;
  line->dash = dash_of(edge);
  double spread = MAX(length * 0.8, edge->width);
  if (length > 0)
    draw_head(along(edge->from, direction, end), direction, length, spread, color, edge, head_part,
              scene);
  if (length > 0 && both)
    draw_head(along(edge->from, direction, start), (RefnetPoint){-direction.x, -direction.y},
              length, spread, color, edge, head_part, scene);
}
