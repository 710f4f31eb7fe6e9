/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lines of text against all that is drawn before them. */
#include "draw/scene/halos.h"

#include <math.h>

#define PARTS 32
#define SPARE 0.5 /* points: letters reach a little out of their boxes, curves out of theirs */
#define FINE 1.0  /* points: a shorter piece of a curve lies where the box around it does */

/* ---- parts ----------------------------------------------------------------------------------- */

/* The parts between two distances along the line; none where they lie past its ends. */
static guint32 parts_between(const RefnetPrimitive *line, double from, double to) {
  double first = floor(from / line->length * PARTS), last = floor(to / line->length * PARTS);
  if (last < 0 || first >= PARTS)
    return 0;
  guint low = (guint)MAX(first, 0), high = (guint)MIN(last, PARTS - 1);
  return (G_MAXUINT32 << low) & (G_MAXUINT32 >> (PARTS - 1 - high));
}

gboolean refnet_halo_is_seen(const RefnetPrimitive *line, double from, double to) {
  return line->halo_unseen == 0 || (parts_between(line, from, to) & ~line->halo_unseen) != 0;
}

/* ---- what lies below ------------------------------------------------------------------------- */

static gboolean are_apart(RefnetBox a, RefnetBox b) {
  return a.x > b.x + b.width || b.x > a.x + a.width || a.y > b.y + b.height || b.y > a.y + a.height;
}

static RefnetPoint between(RefnetPoint a, RefnetPoint b) {
  return (RefnetPoint){(a.x + b.x) / 2, (a.y + b.y) / 2};
}

/* A line of text, how far around it something counts, and the parts found with something below. */
typedef struct {
  const RefnetPrimitive *line;
  double around;
  RefnetBox reach;
  guint32 found;
} Below;

static void note(Below *below, double left, double right) {
  double begin = below->line->begin.x;
  below->found |= below->line->angle != 0 ? G_MAXUINT32
                                          : parts_between(below->line, left - below->around - begin,
                                                          right + below->around - begin);
}

/* A quadratic curve lies in the triangle of its points, and so do both halves in theirs. */
static void note_curve(Below *below, RefnetPoint from, RefnetPoint control, RefnetPoint to) {
  double left = MIN(MIN(from.x, control.x), to.x), right = MAX(MAX(from.x, control.x), to.x);
  double top = MIN(MIN(from.y, control.y), to.y), bottom = MAX(MAX(from.y, control.y), to.y);
  RefnetBox box = {left, top, right - left, bottom - top};
  if (are_apart(below->reach, box))
    return;
  if (MAX(box.width, box.height) < FINE) {
    note(below, left, right);
    return;
  }
  RefnetPoint first = between(from, control), second = between(control, to);
  RefnetPoint middle = between(first, second);
  note_curve(below, from, first, middle);
  note_curve(below, middle, second, to);
}

static void note_primitive(Below *below, const RefnetPrimitive *primitive) {
  const RefnetPoint *points = primitive->points;
  below->around = below->line->halo + SPARE + primitive->stroke_width / 2;
  below->reach = refnet_box_grow(below->line->box, below->around);
  if (primitive->part == REFNET_PART_PAGE || are_apart(below->reach, primitive->box))
    return;
  if (primitive->shape == REFNET_SHAPE_LINE)
    note_curve(below, points[0], between(points[0], points[1]), points[1]);
  else if (primitive->shape == REFNET_SHAPE_CURVE)
    note_curve(below, points[0], points[1], points[2]);
  else
    note(below, primitive->box.x, primitive->box.x + primitive->box.width);
}

/* The lines before it of the same text, which a halo would only gnaw at, do not count. */
static guint32 parts_unseen(const RefnetScene *scene, gsize text) {
  Below below = {.line = refnet_scene_at(scene, text)};
  gsize first = text;
  while (first > 0 && refnet_scene_at(scene, first)->continues)
    first--;
  for (gsize i = 0; i < first && below.found != G_MAXUINT32; i++)
    note_primitive(&below, refnet_scene_at(scene, i));
  return ~below.found;
}

void refnet_scene_thin_halos(RefnetScene *scene) {
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    RefnetPrimitive *line = &g_array_index(scene->primitives, RefnetPrimitive, i);
    if (line->halo <= 0 || line->length <= 0)
      continue;
    line->halo_unseen = parts_unseen(scene, i);
    if (line->halo_unseen == G_MAXUINT32)
      line->halo = 0;
  }
}
