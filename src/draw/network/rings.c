/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The layout is stretched to the page and its members pushed a little: the rings follow by least
 * squares. */
#include "draw/network/rings.h"

#include <math.h>

#define CORNERS 96
#define RING_RGB 0xC9D1D8

typedef struct {
  RefnetPoint middle, stretch;
  guint32 farthest;
} Fit;

static gboolean fit(const RefnetArrangement *a, Fit *fit) {
  const RefnetPoint *unit = a->layout->unit;
  double xx = 0, yy = 0, x = 0, y = 0;
  gboolean found = FALSE;
  fit->farthest = 0;
  for (guint32 v = 0; v < a->network->vertices; v++)
    if (a->story->distance[v] == 0) {
      fit->middle = a->position[v];
      found = TRUE;
    }
  for (guint32 i = 0; i < a->layout->placed; i++) {
    guint32 v = a->layout->member[i];
    x += (a->position[v].x - fit->middle.x) * unit[v].x;
    y += (a->position[v].y - fit->middle.y) * unit[v].y;
    xx += unit[v].x * unit[v].x;
    yy += unit[v].y * unit[v].y;
    fit->farthest = MAX(fit->farthest, a->story->distance[v]);
  }
  if (!found || xx < 1e-9 || yy < 1e-9)
    return FALSE;
  fit->stretch = (RefnetPoint){x / xx, y / yy};
  return TRUE;
}

static gboolean is_within(RefnetPoint point, RefnetBox box) {
  return point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y &&
         point.y <= box.y + box.height;
}

static void paint(RefnetPrimitive *stroke) {
  stroke->stroke = refnet_color(RING_RGB, 1);
  stroke->stroke_width = 1;
}

/* Of a ring of a few who lie at the corners, the page may have no room for the top: it would lie
 * under the title, and is left out. */
static void draw_ring(const Fit *fit, double radius, RefnetBox room, RefnetScene *scene) {
  RefnetPoint corners[CORNERS];
  guint within = 0;
  for (guint i = 0; i < CORNERS; i++) {
    double angle = 2 * G_PI * i / CORNERS;
    corners[i] = (RefnetPoint){fit->middle.x + radius * fit->stretch.x * cos(angle),
                               fit->middle.y + radius * fit->stretch.y * sin(angle)};
    within += is_within(corners[i], room);
  }
  if (within == CORNERS)
    paint(refnet_scene_add_polygon(scene, REFNET_PART_FRAME, corners, CORNERS));
  for (guint i = 0; i < CORNERS && within < CORNERS; i++) {
    RefnetPoint next = corners[(i + 1) % CORNERS];
    if (is_within(corners[i], room) && is_within(next, room))
      paint(refnet_scene_add_line(scene, REFNET_PART_FRAME, corners[i], next));
  }
}

void refnet_rings_draw(const RefnetArrangement *a, RefnetScene *scene) {
  Fit fitted;
  if (!fit(a, &fitted))
    return;
  for (guint32 step = 1; step <= fitted.farthest; step++)
    for (guint32 i = 0; i < a->layout->placed; i++) {
      guint32 v = a->layout->member[i];
      if (a->story->distance[v] != step)
        continue;
      draw_ring(&fitted, hypot(a->layout->unit[v].x, a->layout->unit[v].y), a->drawing, scene);
      break;
    }
}
