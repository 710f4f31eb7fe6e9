/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Colors after Okabe & Ito, 2008; symbols from lines, discs and polygons. */
#include "draw/gaps/gap_marks.h"

#include "draw/signs/scales.h"

const RefnetGapStatus refnet_gap_gravity[REFNET_GAP_STATUSES] = {
    REFNET_GAP_ABSENT,      REFNET_GAP_STRAINED,   REFNET_GAP_FAILING,
    REFNET_GAP_UNREACHABLE, REFNET_GAP_POPULATION, REFNET_GAP_FRAGILE};

static const guint32 fills[REFNET_GAP_STATUSES] = {
    [REFNET_GAP_ABSENT] = 0xB8420A,     [REFNET_GAP_STRAINED] = 0xE69F00,
    [REFNET_GAP_FAILING] = 0xD99ABD,    [REFNET_GAP_UNREACHABLE] = 0x7CC3EC,
    [REFNET_GAP_POPULATION] = 0xF4EA76, [REFNET_GAP_FRAGILE] = 0xA6DCC8,
};

RefnetColor refnet_gap_fill(RefnetGapStatus status) {
  return refnet_color(fills[status], 1);
}

RefnetColor refnet_gap_ink(RefnetGapStatus status) {
  return refnet_color(status == REFNET_GAP_ABSENT ? 0xFFFFFF : REFNET_INK, 1);
}

/* ---- symbols --------------------------------------------------------------------------------- */

typedef struct {
  RefnetScene *scene;
  RefnetPart part;
  guint32 owner;
  RefnetPoint middle;
  double radius;
  RefnetColor color;
} Symbol;

/* Coordinates are shares of the radius. */
static RefnetPoint at(const Symbol *symbol, double x, double y) {
  return (RefnetPoint){symbol->middle.x + x * symbol->radius,
                       symbol->middle.y + y * symbol->radius};
}

static void stroke(const Symbol *symbol, RefnetPoint from, RefnetPoint to) {
  RefnetPrimitive *line = refnet_scene_add_line(symbol->scene, symbol->part, from, to);
  line->owner = symbol->owner;
  line->stroke = symbol->color;
  line->stroke_width = symbol->radius * 0.42;
}

static RefnetPrimitive *polygon(const Symbol *symbol, const RefnetPoint *points, guint count) {
  RefnetPrimitive *shape = refnet_scene_add_polygon(symbol->scene, symbol->part, points, count);
  shape->owner = symbol->owner;
  return shape;
}

static void draw_cross(const Symbol *symbol) {
  stroke(symbol, at(symbol, -0.8, -0.8), at(symbol, 0.8, 0.8));
  stroke(symbol, at(symbol, -0.8, 0.8), at(symbol, 0.8, -0.8));
}

static void draw_triangle(const Symbol *symbol) {
  RefnetPoint points[] = {at(symbol, 0, -1), at(symbol, 1, 0.8), at(symbol, -1, 0.8)};
  polygon(symbol, points, G_N_ELEMENTS(points))->fill = symbol->color;
}

static void draw_open_square(const Symbol *symbol) {
  RefnetPoint points[] = {at(symbol, -0.75, -0.75), at(symbol, 0.75, -0.75), at(symbol, 0.75, 0.75),
                          at(symbol, -0.75, 0.75)};
  RefnetPrimitive *square = polygon(symbol, points, G_N_ELEMENTS(points));
  square->stroke = symbol->color;
  square->stroke_width = symbol->radius * 0.42;
}

/* A line that does not get through. */
static void draw_broken_line(const Symbol *symbol) {
  stroke(symbol, at(symbol, -1, 0), at(symbol, -0.35, 0));
  stroke(symbol, at(symbol, 0.35, 0), at(symbol, 1, 0));
  stroke(symbol, at(symbol, 0, -0.8), at(symbol, 0, 0.8));
}

static void draw_diamond(const Symbol *symbol) {
  RefnetPoint points[] = {at(symbol, 0, -1), at(symbol, 0.95, 0), at(symbol, 0, 1),
                          at(symbol, -0.95, 0)};
  polygon(symbol, points, G_N_ELEMENTS(points))->fill = symbol->color;
}

static void draw_single(const Symbol *symbol) {
  RefnetPrimitive *disc =
      refnet_scene_add_disc(symbol->scene, symbol->part, symbol->middle, symbol->radius * 0.7);
  disc->owner = symbol->owner;
  disc->fill = symbol->color;
}

void refnet_gap_symbol_draw(RefnetGapStatus status, RefnetScene *scene, RefnetPart part,
                            guint32 owner, RefnetPoint middle, double radius, RefnetColor color) {
  static void (*const draw[REFNET_GAP_STATUSES])(const Symbol *) = {
      [REFNET_GAP_ABSENT] = draw_cross,        [REFNET_GAP_STRAINED] = draw_triangle,
      [REFNET_GAP_FAILING] = draw_open_square, [REFNET_GAP_UNREACHABLE] = draw_broken_line,
      [REFNET_GAP_POPULATION] = draw_diamond,  [REFNET_GAP_FRAGILE] = draw_single,
  };
  Symbol symbol = {scene, part, owner, middle, radius, color};
  draw[status](&symbol);
}
