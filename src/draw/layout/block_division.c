/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A page divided among blocks: nothing of it is left empty. */
#include "draw/layout/blocks.h"

#include <string.h>

/* Of so many blocks both ways of halving the area are tried, so many times over within each other:
 * that is further than halving goes, but where one block is larger than all the others together. */
enum { TRIED = 48, TRIES = 10 };

typedef struct {
  RefnetBlock *blocks;
  RefnetPoint *size; /* as wide and high as each wants to be */
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

static double area_of(const Division *division, guint32 block) {
  return division->size[block].x * division->size[block].y;
}

/* How many of the first make about one half, and what share that is. */
static guint32 find_half(const Division *division, const guint32 *order, guint32 count,
                         double *share) {
  double all = 0, before = 0;
  guint32 half = 1;
  for (guint32 i = 0; i < count; i++)
    all += area_of(division, order[i]);
  double least = all;
  for (guint32 i = 1; i < count; i++) {
    before += area_of(division, order[i - 1]);
    if (ABS(before - all / 2) >= least)
      continue;
    least = ABS(before - all / 2);
    half = i;
    *share = before / all;
  }
  return half;
}

static double lack(double wanted, double got) {
  double share = wanted / MAX(got, 1e-9) - 1;
  return share > 0 ? share * share : 0;
}

static double divide(const Division *division, guint32 *order, guint32 count, RefnetBox area,
                     guint tries);

/* Sets one block; returns how much narrower or lower it is than it wants to be. */
static double set_block(const Division *division, guint32 b, RefnetBox area) {
  RefnetBlock *block = &division->blocks[b];
  block->middle = (RefnetPoint){area.x + area.width / 2, area.y + area.height / 2};
  block->width = area.width;
  block->height = area.height;
  return lack(division->size[b].x, area.width) + lack(division->size[b].y, area.height);
}

static double divide_one_way(const Division *division, guint32 *order, guint32 count,
                             RefnetBox area, gboolean by_x, guint tries) {
  Order by = {division, by_x};
  g_qsort_with_data(order, (gint)count, sizeof *order, compare_places, &by);
  double share = 0.5;
  guint32 half = find_half(division, order, count, &share);
  RefnetBox first = area, second = area;
  if (by_x) {
    first.width = area.width * share;
    second.x += first.width;
    second.width -= first.width;
  } else {
    first.height = area.height * share;
    second.y += first.height;
    second.height -= first.height;
  }
  return divide(division, order, half, first, tries) +
         divide(division, order + half, count - half, second, tries);
}

/* Across the longer side; of few blocks, the way that leaves them most like what they want to be.
 * Returns how far they are from it. */
static double divide(const Division *division, guint32 *order, guint32 count, RefnetBox area,
                     guint tries) {
  gboolean is_wide = area.width >= area.height;
  if (count == 1)
    return set_block(division, order[0], area);
  if (count > TRIED || tries == 0)
    return divide_one_way(division, order, count, area, is_wide, tries);
  RefnetBlock kept[TRIED];
  double across = divide_one_way(division, order, count, area, !is_wide, tries - 1);
  for (guint32 i = 0; i < count; i++)
    kept[i] = division->blocks[order[i]];
  guint32 kept_order[TRIED];
  memcpy(kept_order, order, count * sizeof *order);
  double along = divide_one_way(division, order, count, area, is_wide, tries - 1);
  if (along <= across)
    return along;
  for (guint32 i = 0; i < count; i++)
    division->blocks[kept_order[i]] = kept[i];
  return across;
}

void refnet_blocks_divide(RefnetBlock *blocks, guint32 count, RefnetBox area) {
  g_autofree RefnetPoint *size = g_new0(RefnetPoint, (gsize)count + 1);
  g_autofree RefnetPoint *wish = g_new0(RefnetPoint, (gsize)count + 1);
  g_autofree guint32 *order = g_new0(guint32, (gsize)count + 1);
  Division division = {blocks, size, wish};
  for (guint32 b = 0; b < count; b++) {
    size[b] = (RefnetPoint){blocks[b].width, blocks[b].height};
    wish[b] = blocks[b].middle;
    order[b] = b;
  }
  if (count > 0)
    divide(&division, order, count, area, TRIES);
}
