/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Outwards from those whose place is known, breadth first; then everybody new settles. */
#include "draw/layout/near.h"
#include "draw/scene/no_memory.h"

#include <math.h>
#include <string.h>

#define ROUNDS 30
/* Turn of one to the next around the same organization: never the same direction twice. */
#define GOLDEN_ANGLE 2.399963229728653

typedef struct {
  const RefnetNetwork *network;
  const gboolean *known;
  RefnetLayout *layout;
  gboolean *placed; /* known, or given a place so far */
  guint32 *queue;   /* of those given a place, in that order */
  guint32 given;
  double length; /* of a tie */
} Placing;

static double distance(RefnetPoint a, RefnetPoint b) {
  return hypot(a.x - b.x, a.y - b.y);
}

static RefnetBox box_of_known(const Placing *placing) {
  const RefnetLayout *layout = placing->layout;
  RefnetBox box = {0, 0, 0, 0};
  gboolean found = FALSE;
  for (guint32 i = 0; i < layout->placed; i++) {
    guint32 v = layout->member[i];
    if (!placing->placed[v])
      continue;
    RefnetBox point = {layout->unit[v].x, layout->unit[v].y, 0, 0};
    box = found ? refnet_box_union(box, point) : point;
    found = TRUE;
  }
  return box;
}

/* The mean length of ties between known ones, but no less than they are apart when spread evenly.
 */
static double usual_length(const Placing *placing) {
  const RefnetNetwork *network = placing->network;
  double sum = 0;
  guint64 count = 0;
  for (guint64 t = 0; t < network->ties; t++) {
    guint32 a = network->tie_a[t], b = network->tie_b[t];
    if (!placing->known[a] || !placing->known[b])
      continue;
    sum += distance(placing->layout->unit[a], placing->layout->unit[b]);
    count++;
  }
  RefnetBox box = box_of_known(placing);
  double spread = sqrt(MAX(box.width * box.height, 1e-12) / MAX(placing->layout->placed, 1));
  return count > 0 && sum > 0 ? MIN(sum / (double)count, 3 * spread)
                              : MAX(spread, MAX(box.width, box.height) / 10);
}

/* The middle of the neighbors that have a place. */
static RefnetPoint middle_of_neighbors(const Placing *placing, guint32 v) {
  const RefnetNetwork *network = placing->network;
  RefnetPoint sum = {0, 0};
  double count = 0;
  for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++) {
    guint32 w = network->neighbor[i];
    if (!placing->placed[w])
      continue;
    sum.x += placing->layout->unit[w].x;
    sum.y += placing->layout->unit[w].y;
    count++;
  }
  return (RefnetPoint){sum.x / MAX(count, 1), sum.y / MAX(count, 1)};
}

static void give_place(Placing *placing, guint32 v, RefnetPoint near) {
  double angle = placing->given * GOLDEN_ANGLE;
  placing->layout->unit[v] = (RefnetPoint){near.x + placing->length * 0.6 * cos(angle),
                                           near.y + placing->length * 0.6 * sin(angle)};
  placing->placed[v] = TRUE;
  placing->queue[placing->given++] = v;
}

static void spread_from(Placing *placing, guint32 v) {
  const RefnetNetwork *network = placing->network;
  for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++) {
    guint32 w = network->neighbor[i];
    if (!placing->placed[w])
      give_place(placing, w, middle_of_neighbors(placing, w));
  }
}

/* Each new one moves to where its neighbors want it: a tie's length from them. */
static void settle(Placing *placing) {
  const RefnetNetwork *network = placing->network;
  RefnetPoint *unit = placing->layout->unit;
  for (int round = 0; round < ROUNDS; round++)
    for (guint32 k = 0; k < placing->given; k++) {
      guint32 v = placing->queue[k];
      RefnetPoint to = {0, 0};
      double count = (double)(network->tie_start[v + 1] - network->tie_start[v]);
      for (guint64 i = network->tie_start[v]; i < network->tie_start[v + 1]; i++) {
        RefnetPoint other = unit[network->neighbor[i]];
        double apart = distance(unit[v], other);
        double stretch = apart > 1e-12 ? placing->length / apart : 0;
        to.x += (other.x + (unit[v].x - other.x) * stretch) / count;
        to.y += (other.y + (unit[v].y - other.y) * stretch) / count;
      }
      unit[v] = to;
    }
}

/* Components without anybody known: each around its first member, in a row below the others. */
static void place_strangers(Placing *placing) {
  const RefnetLayout *layout = placing->layout;
  RefnetBox box = box_of_known(placing);
  double x = box.x;
  for (guint32 i = 0; i < layout->placed; i++) {
    guint32 v = layout->member[i];
    if (placing->placed[v])
      continue;
    guint32 first = placing->given;
    give_place(placing, v, (RefnetPoint){x, box.y + box.height + 2 * placing->length});
    for (guint32 k = first; k < placing->given; k++)
      spread_from(placing, placing->queue[k]);
    x += 2 * placing->length * sqrt(placing->given - first);
  }
}

gboolean refnet_place_near(const RefnetNetwork *network, const gboolean *known,
                           RefnetLayout *layout, GError **error) {
  gsize n = network->vertices;
  Placing placing = {.network = network, .known = known, .layout = layout};
  g_autofree gboolean *placed = placing.placed = g_try_malloc_n(n + 1, sizeof *placed);
  g_autofree guint32 *queue = placing.queue = g_try_malloc_n(n + 1, sizeof *queue);
  if (!placed || !queue)
    return refnet_draw_no_memory(error);
  memcpy(placed, known, n * sizeof *placed);
  placing.length = usual_length(&placing);
  for (guint32 i = 0; i < layout->placed; i++)
    if (known[layout->member[i]])
      spread_from(&placing, layout->member[i]);
  for (guint32 k = 0; k < placing.given; k++)
    spread_from(&placing, queue[k]);
  place_strangers(&placing);
  settle(&placing);
  return TRUE;
}
