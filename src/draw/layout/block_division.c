/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A page divided among blocks: nothing of it is left empty. */
#include "draw/layout/blocks.h"

typedef struct {
  RefnetBlock *blocks;
  double *size; /* what each wants */
  RefnetPoint *wish;
} Division;

typedef struct {
  const Division *division;
  gboolean by_x;
} Order;

static gint compare_places(gconstpointer left, gconstpointer right, gpointer data) {
  const Order *order = data;
  guint32 a = *(const guint32 *)left, b = *(const guint32 *)right;
  const RefnetPoint *wish = order->division->wish;
  double difference = order->by_x ? wish[a].x - wish[b].x : wish[a].y - wish[b].y;
  if (difference != 0)
    return difference < 0 ? -1 : 1;
  return (a > b) - (a < b);
}

/* How many of the first make about one half, and what share that is. */
static guint32 find_half(const Division *division, const guint32 *order, guint32 count,
                         double *share) {
  double all = 0, before = 0;
  guint32 half = 1;
  for (guint32 i = 0; i < count; i++)
    all += division->size[order[i]];
  double least = all;
  for (guint32 i = 1; i < count; i++) {
    before += division->size[order[i - 1]];
    if (ABS(before - all / 2) >= least)
      continue;
    least = ABS(before - all / 2);
    half = i;
    *share = before / all;
  }
  return half;
}

static void divide(const Division *division, guint32 *order, guint32 count, RefnetBox area) {
  if (count == 1) {
    RefnetBlock *block = &division->blocks[order[0]];
    block->middle = (RefnetPoint){area.x + area.width / 2, area.y + area.height / 2};
    block->width = area.width;
    block->height = area.height;
    return;
  }
  Order by = {division, area.width >= area.height};
  g_qsort_with_data(order, (gint)count, sizeof *order, compare_places, &by);
  double share = 0.5;
  guint32 half = find_half(division, order, count, &share);
  RefnetBox first = area, second = area;
  if (by.by_x) {
    first.width = area.width * share;
    second.x += first.width;
    second.width -= first.width;
  } else {
    first.height = area.height * share;
    second.y += first.height;
    second.height -= first.height;
  }
  divide(division, order, half, first);
  divide(division, order + half, count - half, second);
}

void refnet_blocks_divide(RefnetBlock *blocks, guint32 count, RefnetBox area) {
  g_autofree double *size = g_new0(double, (gsize)count + 1);
  g_autofree RefnetPoint *wish = g_new0(RefnetPoint, (gsize)count + 1);
  g_autofree guint32 *order = g_new0(guint32, (gsize)count + 1);
  Division division = {blocks, size, wish};
  for (guint32 b = 0; b < count; b++) {
    size[b] = blocks[b].width * blocks[b].height;
    wish[b] = blocks[b].middle;
    order[b] = b;
  }
  if (count > 0)
    divide(&division, order, count, area);
}
