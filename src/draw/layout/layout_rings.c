/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rings around one organization, by distance; within a ring in the order in which low stress has
 * them around it. */
#include <math.h>
#include <stdlib.h>

#include "draw/layout/layout.h"

enum { FEW = 16 };

/* In units: from a ring to the next, and along one from an organization to the next. */
#define RING_STEP 1.0
#define BESIDE 0.55

typedef struct {
  guint32 vertex, distance;
  double angle;
} Placed;

static gint compare_placed(gconstpointer left, gconstpointer right) {
  const Placed *a = left, *b = right;
  if (a->distance != b->distance)
    return a->distance < b->distance ? -1 : 1;
  if (a->angle != b->angle)
    return a->angle < b->angle ? -1 : 1;
  return (a->vertex > b->vertex) - (a->vertex < b->vertex);
}

/* Where a ring of evenly spaced places has to begin so that they lie nearest the angles wanted. */
static double mean_offset(const Placed *ring, guint count) {
  double x = 0, y = 0;
  for (guint i = 0; i < count; i++) {
    double offset = ring[i].angle - 2 * G_PI * i / count;
    x += cos(offset);
    y += sin(offset);
  }
  return atan2(y, x);
}

static void place_rings(const Placed *placed, guint count, RefnetLayout *layout) {
  double radius = 0;
  for (guint first = 0, end; first < count; first = end) {
    for (end = first; end < count && placed[end].distance == placed[first].distance;)
      end++;
    guint members = end - first;
    double begin = mean_offset(&placed[first], members);
    if (placed[first].distance > 0)
      radius = MAX(radius + RING_STEP, members * BESIDE / (2 * G_PI));
    for (guint i = 0; i < members; i++) {
      double angle = begin + 2 * G_PI * i / members;
      layout->unit[placed[first + i].vertex] =
          (RefnetPoint){radius * cos(angle), radius * sin(angle)};
    }
  }
}

RefnetLayout *refnet_layout_rings(const RefnetNetwork *network, const guint32 *distance,
                                  const RefnetMapOptions *options, GError **error) {
  g_autoptr(RefnetLayout) layout = refnet_layout_prepare(network, error);
  if (!layout || (layout->placed > 0 && !refnet_lay_out_stress(network, options, layout, error)))
    return NULL;
  g_autofree Placed *placed = g_new(Placed, (gsize)layout->placed + 1);
  RefnetPoint middle = {0, 0};
  for (guint32 i = 0; i < layout->placed; i++)
    if (distance[layout->member[i]] == 0)
      middle = layout->unit[layout->member[i]];
  for (guint32 i = 0; i < layout->placed; i++) {
    guint32 v = layout->member[i];
    RefnetPoint at = layout->unit[v];
    placed[i] = (Placed){v, distance[v], atan2(at.y - middle.y, at.x - middle.x)};
  }
  qsort(placed, layout->placed, sizeof *placed, compare_placed);
  place_rings(placed, layout->placed, layout);
  layout->longest_unit = 260;
  layout->most_stretch = 1.7;
  layout->keeps_form = TRUE;
  layout->room_beside = 8;
  layout->room_above = layout->placed <= FEW ? 3 : 2; /* theirs may be long */
  return g_steal_pointer(&layout);
}
