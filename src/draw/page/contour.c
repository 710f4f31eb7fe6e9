/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Marching squares: each cell's part of the line, then the parts in their order. */
#include "draw/page/contour.h"

/* The sides of a cell, and "no side". */
enum { TOP, RIGHT, BOTTOM, LEFT, NONE };

static double value_at(const RefnetField *field, guint32 column, guint32 row) {
  return field->at[(gsize)row * field->columns + column];
}

/* Two numbers belong to each crossing: of the line to its right, and of the one below it. */
static guint32 side_number(const RefnetField *field, guint32 column, guint32 row, int side) {
  column += side == RIGHT;
  row += side == BOTTOM;
  return 2 * (row * field->columns + column) + (side == LEFT || side == RIGHT);
}

static RefnetPoint point_on_side(const RefnetField *field, guint32 number) {
  guint32 column = number / 2 % field->columns, row = number / 2 / field->columns;
  gboolean down = number % 2;
  double from = value_at(field, column, row), to = value_at(field, column + !down, row + down);
  double share = from == to ? 0.5 : from / (from - to);
  return (RefnetPoint){field->x + (column + (down ? 0 : share)) * field->step,
                       field->y + (row + (down ? share : 0)) * field->step};
}

/* From which side to which the line runs, by the corners that are positive (1: upper left, 2: upper
 * right, 4: lower right, 8: lower left), with these at its right. Where two opposite corners are,
 * they are kept apart. */
static const guint8 runs[16][4] = {{NONE},
                                   {TOP, LEFT, NONE},
                                   {RIGHT, TOP, NONE},
                                   {RIGHT, LEFT, NONE},
                                   {BOTTOM, RIGHT, NONE},
                                   {TOP, LEFT, BOTTOM, RIGHT},
                                   {BOTTOM, TOP, NONE},
                                   {BOTTOM, LEFT, NONE},
                                   {LEFT, BOTTOM, NONE},
                                   {TOP, BOTTOM, NONE},
                                   {RIGHT, TOP, LEFT, BOTTOM},
                                   {RIGHT, BOTTOM, NONE},
                                   {LEFT, RIGHT, NONE},
                                   {TOP, RIGHT, NONE},
                                   {LEFT, TOP, NONE},
                                   {NONE}};

/* By side: the one that the line runs to from there; REFNET_NONE: it is not crossed. */
static guint32 *list_runs(const RefnetField *field) {
  gsize count = 2 * (gsize)field->columns * field->rows;
  guint32 *next = g_new(guint32, count + 1);
  for (gsize i = 0; i < count; i++)
    next[i] = REFNET_NONE;
  for (guint32 row = 0; row + 1 < field->rows; row++)
    for (guint32 column = 0; column + 1 < field->columns; column++) {
      guint corners = (value_at(field, column, row) > 0) |
                      (value_at(field, column + 1, row) > 0) << 1 |
                      (value_at(field, column + 1, row + 1) > 0) << 2 |
                      (value_at(field, column, row + 1) > 0) << 3;
      for (const guint8 *run = runs[corners]; run < runs[corners] + 4 && *run != NONE; run += 2)
        next[side_number(field, column, row, run[0])] = side_number(field, column, row, run[1]);
    }
  return next;
}

GPtrArray *refnet_contours_new(const RefnetField *field) {
  GPtrArray *rings = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  g_autofree guint32 *next = list_runs(field);
  for (guint32 side = 0; side < 2 * field->columns * field->rows; side++) {
    if (next[side] == REFNET_NONE)
      continue;
    GArray *ring = g_array_new(FALSE, FALSE, sizeof(RefnetPoint));
    for (guint32 at = side; next[at] != REFNET_NONE;) {
      RefnetPoint point = point_on_side(field, at);
      guint32 after = next[at];
      g_array_append_val(ring, point);
      next[at] = REFNET_NONE;
      at = after;
    }
    g_ptr_array_add(rings, ring);
  }
  return rings;
}

double refnet_ring_area(const GArray *ring) {
  double area = 0;
  for (guint i = 0; i < ring->len; i++) {
    RefnetPoint a = g_array_index(ring, RefnetPoint, i);
    RefnetPoint b = g_array_index(ring, RefnetPoint, (i + 1) % ring->len);
    area += a.x * b.y - b.x * a.y;
  }
  return area;
}

gboolean refnet_ring_contains(const GArray *ring, RefnetPoint point) {
  gboolean inside = FALSE;
  for (guint i = 0; i < ring->len; i++) {
    RefnetPoint a = g_array_index(ring, RefnetPoint, i);
    RefnetPoint b = g_array_index(ring, RefnetPoint, (i + 1) % ring->len);
    if ((a.y > point.y) != (b.y > point.y) &&
        point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y))
      inside = !inside;
  }
  return inside;
}
