/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances to members and to others on a grid, and the line where the ground ends. */
#include "draw/page/hull_shape.h"

#include <math.h>
#include <string.h>

/* Points between crossings of the grid, and how many there are at most. */
#define STEP 3.0
#define MOST_CROSSINGS 1.5e6
/* Of the bands between members: half their width, and how long they are at most. */
#define BAND 9.0
#define LONGEST_BAND 250.0
/* Points that the ground keeps from others. */
#define CLEAR 3.0

typedef struct {
  RefnetField field; /* distance to members */
  float *others;     /* to the nearest of others, by crossing */
  float *bands;      /* to the nearest band's middle */
  double most;       /* that distances matter up to */
} Ground;

static RefnetBox box_of(const GArray *members, const RefnetHullPlaces *places) {
  RefnetBox box = {0, 0, 0, 0};
  for (guint i = 0; i < members->len; i++) {
    guint32 v = g_array_index(members, guint32, i);
    RefnetPoint at = places->position[v];
    RefnetBox own = refnet_box_grow((RefnetBox){at.x, at.y, 0, 0}, places->radius[v]);
    box = i == 0 ? own : refnet_box_union(box, own);
  }
  return box;
}

static void start(Ground *ground, RefnetBox box, double reach) {
  ground->most = 2 * (reach + BAND);
  box = refnet_box_grow(box, reach + BAND + 3 * STEP);
  double step = MAX(STEP, sqrt(box.width * box.height / MOST_CROSSINGS));
  ground->field = (RefnetField){.x = box.x,
                                .y = box.y,
                                .step = step,
                                .columns = (guint32)(box.width / step) + 2,
                                .rows = (guint32)(box.height / step) + 2};
  gsize count = (gsize)ground->field.columns * ground->field.rows;
  ground->field.at = g_new(double, count);
  ground->others = g_new(float, count);
  ground->bands = g_new(float, count);
  for (gsize i = 0; i < count; i++) {
    ground->field.at[i] = ground->most;
    ground->others[i] = ground->bands[i] = (float)ground->most;
  }
}

static guint32 index_of(double at, double first, double step, guint32 count) {
  return (guint32)CLAMP((at - first) / step, 0, count - 1);
}

/* The crossings of a box. */
typedef struct {
  guint32 left, right, top, bottom;
} Range;

static Range range_of(const RefnetField *field, RefnetBox box) {
  return (Range){index_of(box.x, field->x, field->step, field->columns),
                 index_of(box.x + box.width, field->x, field->step, field->columns),
                 index_of(box.y, field->y, field->step, field->rows),
                 index_of(box.y + box.height, field->y, field->step, field->rows)};
}

static void note_disc(Ground *ground, RefnetPoint middle, double radius, gboolean is_member) {
  RefnetField *field = &ground->field;
  Range range = range_of(
      field, refnet_box_grow((RefnetBox){middle.x, middle.y, 0, 0}, radius + ground->most));
  for (guint32 row = range.top; row <= range.bottom; row++)
    for (guint32 column = range.left; column <= range.right; column++) {
      gsize i = (gsize)row * field->columns + column;
      double distance = hypot(field->x + column * field->step - middle.x,
                              field->y + row * field->step - middle.y) -
                        radius;
      if (is_member)
        field->at[i] = MIN(field->at[i], distance);
      else
        ground->others[i] = MIN(ground->others[i], (float)distance);
    }
}

static void note_band(Ground *ground, RefnetPoint from, RefnetPoint to) {
  const RefnetField *field = &ground->field;
  RefnetBox box = {MIN(from.x, to.x), MIN(from.y, to.y), fabs(to.x - from.x), fabs(to.y - from.y)};
  Range range = range_of(field, refnet_box_grow(box, 2 * BAND));
  for (guint32 row = range.top; row <= range.bottom; row++)
    for (guint32 column = range.left; column <= range.right; column++) {
      gsize i = (gsize)row * field->columns + column;
      RefnetPoint at = {field->x + column * field->step, field->y + row * field->step};
      ground->bands[i] = MIN(ground->bands[i], (float)refnet_point_to_segment(at, from, to));
    }
}

/* ---- bands ----------------------------------------------------------------------------------- */

/* By member the one that it is joined to, itself for the first: the shortest way to join all (a
 * minimum spanning tree, Prim 1957). */
static guint *span(const GArray *members, const RefnetPoint *position) {
  guint count = members->len;
  guint *joined = g_new0(guint, count);
  g_autofree double *nearest = g_new(double, count);
  g_autofree gboolean *in = g_new0(gboolean, count);
  for (guint i = 0; i < count; i++)
    nearest[i] = i == 0 ? 0 : G_MAXDOUBLE;
  for (guint step = 0; step < count; step++) {
    guint next = G_MAXUINT;
    for (guint i = 0; i < count; i++)
      if (!in[i] && (next == G_MAXUINT || nearest[i] < nearest[next]))
        next = i;
    in[next] = TRUE;
    RefnetPoint at = position[g_array_index(members, guint32, next)];
    for (guint i = 0; i < count; i++) {
      RefnetPoint other = position[g_array_index(members, guint32, i)];
      double distance = hypot(other.x - at.x, other.y - at.y);
      if (in[i] || distance >= nearest[i])
        continue;
      nearest[i] = distance;
      joined[i] = next;
    }
  }
  return joined;
}

/* A band that others interrupt would only be a pair of stumps. */
static gboolean is_free(const RefnetHullPlaces *places, const gboolean *is_member, RefnetPoint from,
                        RefnetPoint to) {
  if (hypot(to.x - from.x, to.y - from.y) > LONGEST_BAND)
    return FALSE;
  for (guint32 v = 0; v < places->count; v++)
    if (!is_member[v] &&
        refnet_point_to_segment(places->position[v], from, to) < places->radius[v] + CLEAR)
      return FALSE;
  return TRUE;
}

static void note_bands(Ground *ground, const GArray *members, const RefnetHullPlaces *places,
                       const gboolean *is_member) {
  g_autofree guint *joined = span(members, places->position);
  for (guint i = 1; i < members->len; i++) {
    RefnetPoint from = places->position[g_array_index(members, guint32, i)];
    RefnetPoint to = places->position[g_array_index(members, guint32, joined[i])];
    if (is_free(places, is_member, from, to))
      note_band(ground, from, to);
  }
}

/* ---- the ground ------------------------------------------------------------------------------ */

/* Positive on the ground: half-way to others it ends at the latest. */
static void measure(Ground *ground, double reach) {
  RefnetField *field = &ground->field;
  for (guint32 row = 0; row < field->rows; row++)
    for (guint32 column = 0; column < field->columns; column++) {
      gsize i = (gsize)row * field->columns + column;
      gboolean is_rim =
          row == 0 || column == 0 || row + 1 == field->rows || column + 1 == field->columns;
      double disc = MIN(reach - field->at[i], (ground->others[i] - field->at[i]) / 2);
      double band = MIN(BAND - ground->bands[i], ground->others[i] - CLEAR);
      field->at[i] = is_rim ? -1 : MAX(disc, band);
    }
}

/* A hole with nobody in it is none. */
static void fill_empty_holes(GPtrArray *rings, const RefnetHullPlaces *places,
                             const gboolean *is_member) {
  for (guint i = rings->len; i-- > 0;) {
    const GArray *ring = g_ptr_array_index(rings, i);
    gboolean is_empty = refnet_ring_area(ring) < 0;
    for (guint32 v = 0; v < places->count && is_empty; v++)
      is_empty = is_member[v] || !refnet_ring_contains(ring, places->position[v]);
    if (is_empty)
      g_ptr_array_remove_index(rings, i);
  }
}

GPtrArray *refnet_hull_shape_new(const GArray *members, const RefnetHullPlaces *places,
                                 double reach) {
  Ground ground;
  g_autofree gboolean *is_member = g_new0(gboolean, (gsize)places->count + 1);
  for (guint i = 0; i < members->len; i++)
    is_member[g_array_index(members, guint32, i)] = TRUE;
  start(&ground, box_of(members, places), reach);
  RefnetBox around = {ground.field.x, ground.field.y, ground.field.columns * ground.field.step,
                      ground.field.rows * ground.field.step};
  for (guint32 v = 0; v < places->count; v++)
    if (refnet_box_meets_disc(around, places->position[v], places->radius[v] + ground.most))
      note_disc(&ground, places->position[v], places->radius[v], is_member[v]);
  note_bands(&ground, members, places, is_member);
  measure(&ground, reach);
  GPtrArray *rings = refnet_contours_new(&ground.field);
  fill_empty_holes(rings, places, is_member);
  g_free(ground.field.at);
  g_free(ground.others);
  g_free(ground.bands);
  return rings;
}
