/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lines and arrowheads. */
#include "draw/signs/edges.h"

#include <math.h>

#include "draw/signs/scales.h"

#define ONE_WAY_RGB 0x7C8894
#define TWO_WAY_RGB 0x4A5865
#define ONE_WAY_ALPHA 0.58
#define TWO_WAY_ALPHA 0.66
#define GOING_RGB 0xC04A00
#define COMING_RGB 0x0072B2
#define GHOST_ALPHA 0.4
#define PALE_ALPHA 0.32
/* So far into the outline, which is 1 point wide around the radius, that tip and rim just touch. */
#define OUTLINE 0.3

static RefnetPoint along(RefnetPoint from, RefnetPoint direction, double distance) {
  return (RefnetPoint){from.x + direction.x * distance, from.y + direction.y * distance};
}

static RefnetPoint direction_to(RefnetPoint from, RefnetPoint to) {
  double dx = to.x - from.x, dy = to.y - from.y, distance = hypot(dx, dy);
  return distance > 0 ? (RefnetPoint){dx / distance, dy / distance} : (RefnetPoint){1, 0};
}

/* A slim triangle with its tip at `tip`, pointing in `direction`. */
static RefnetPrimitive *add_head(RefnetPoint tip, RefnetPoint direction, double length,
                                 double width, RefnetColor color, RefnetPart part,
                                 RefnetScene *scene) {
  RefnetPoint base = along(tip, direction, -length);
  RefnetPoint aside = {-direction.y * width / 2, direction.x * width / 2};
  RefnetPoint points[] = {
      tip, {base.x + aside.x, base.y + aside.y}, {base.x - aside.x, base.y - aside.y}};
  RefnetPrimitive *head = refnet_scene_add_polygon(scene, part, points, G_N_ELEMENTS(points));
  head->fill = color;
  return head;
}

static RefnetColor color_of(RefnetEdgeLook look, gboolean both_ways) {
  switch (look) {
  case REFNET_EDGE_DARK_DASHES:
  case REFNET_EDGE_DARK:
    return refnet_color(REFNET_INK, 1);
  case REFNET_EDGE_RED_DASHES:
    return refnet_color(GOING_RGB, 1);
  case REFNET_EDGE_BLUE:
    return refnet_color(COMING_RGB, 1);
  case REFNET_EDGE_DOTS:
    return refnet_color(TWO_WAY_RGB, 0.85);
  case REFNET_EDGE_GHOST:
    return refnet_color(ONE_WAY_RGB, GHOST_ALPHA);
  case REFNET_EDGE_PALE:
    return refnet_color(ONE_WAY_RGB, PALE_ALPHA);
  case REFNET_EDGE_PLAIN:
    break;
  }
  return both_ways ? refnet_color(TWO_WAY_RGB, TWO_WAY_ALPHA)
                   : refnet_color(ONE_WAY_RGB, ONE_WAY_ALPHA);
}

static double dash_of(const RefnetEdge *edge) {
  switch (edge->look) {
  case REFNET_EDGE_DARK_DASHES:
  case REFNET_EDGE_RED_DASHES:
    return 3 + 2 * edge->width;
  case REFNET_EDGE_GHOST:
  case REFNET_EDGE_DOTS:
    return 1.2 + edge->width;
  case REFNET_EDGE_PLAIN:
  case REFNET_EDGE_DARK:
  case REFNET_EDGE_BLUE:
  case REFNET_EDGE_PALE:
    break;
  }
  return 0;
}

void refnet_edge_points(const RefnetEdge *edge, RefnetPoint points[3]) {
  RefnetPoint direction = direction_to(edge->from, edge->to);
  /* The middle of a quadratic curve lies half-way to its control point. */
  points[0] = edge->from;
  points[1] = (RefnetPoint){(edge->from.x + edge->to.x) / 2 + direction.y * 2 * edge->bend,
                            (edge->from.y + edge->to.y) / 2 - direction.x * 2 * edge->bend};
  points[2] = edge->to;
}

/* How far the rim is from the middle, towards `direction`. */
static double rim(RefnetForm form, double radius, RefnetPoint direction) {
  return refnet_form_rim(form, radius, atan2(direction.y, direction.x)) + OUTLINE;
}

static RefnetPrimitive *add_line(const RefnetEdge *edge, RefnetPart part, RefnetPoint from,
                                 RefnetPoint control, RefnetPoint to, RefnetScene *scene) {
  RefnetPrimitive *line = edge->bend != 0 ? refnet_scene_add_curve(scene, part, from, control, to)
                                          : refnet_scene_add_line(scene, part, from, to);
  line->owner = edge->owner;
  line->other = edge->other;
  line->two_way = edge->two_way;
  line->bend = edge->bend;
  line->stroke_width = edge->width;
  line->dash = dash_of(edge);
  return line;
}

void refnet_edge_draw(const RefnetEdge *edge, RefnetPart line_part, RefnetPart head_part,
                      RefnetScene *scene) {
  RefnetPoint points[3];
  refnet_edge_points(edge, points);
  RefnetPoint out = direction_to(points[0], points[1]), in = direction_to(points[2], points[1]);
  double start = rim(edge->from_form, edge->from_radius, out);
  double end = rim(edge->to_form, edge->to_radius, in);
  double distance = hypot(edge->to.x - edge->from.x, edge->to.y - edge->from.y);
  double room = MAX(0, distance - start - end);
  gboolean both = edge->arrows && edge->two_way && !edge->is_half;
  double length = edge->arrows ? refnet_scales_arrow_length(edge->width) : 0;
  length = MIN(length, room * (both ? 0.45 : 0.8));
  RefnetColor color = color_of(edge->look, edge->arrows && edge->two_way);
  RefnetPoint first = along(edge->from, out, start + (both ? length : 0));
  RefnetPoint last = room > 0 ? along(edge->to, in, end + length) : first;
  add_line(edge, line_part, first, points[1], last, scene)->stroke = color;
  double spread = MAX(length * 0.8, edge->width);
  RefnetPoint forward = {-in.x, -in.y}, back = {-out.x, -out.y};
  if (length > 0) {
    RefnetPoint tip = along(edge->to, in, end);
    RefnetPrimitive *head = add_head(tip, forward, length, spread, color, head_part, scene);
    head->owner = edge->owner;
    head->other = edge->other;
  }
  if (length > 0 && both) {
    RefnetPoint tip = along(edge->from, out, start);
    RefnetPrimitive *head = add_head(tip, back, length, spread, color, head_part, scene);
    head->owner = edge->other;
    head->other = edge->owner;
  }
}
