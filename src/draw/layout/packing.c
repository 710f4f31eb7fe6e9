/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A layout put on the page: components packed at one scale, the page used, overlaps removed. */
#include "draw/layout/layout.h"
#include "draw/scene/no_memory.h"

#include <math.h>
#include <string.h>

#define GAP 18.0

/* ---- outline --------------------------------------------------------------------------------- */

/* What part c covers at a scale, around its own (0, 0). */
static RefnetBox part_box(const RefnetLayout *layout, const RefnetFootprint *footprints, guint32 c,
                          double scale) {
  const RefnetPoint *unit = layout->unit;
  RefnetBox box = {0, 0, 0, 0};
  for (guint32 i = layout->start[c]; i < layout->start[c + 1]; i++) {
    guint32 v = layout->member[i];
    RefnetPoint at = {unit[v].x * scale, unit[v].y * scale};
    RefnetBox own = refnet_footprint_at(footprints[v], at);
    box = i == layout->start[c] ? own : refnet_box_union(box, own);
  }
  return box;
}

/* The upper outline of what is packed so far: `count` steps, each from x to the next one's x. */
typedef struct {
  double *x, *y;
  guint32 count;
} Skyline;

/* How far down a box of `width` has to go when its left side stands at step i; infinite: no room.
 */
static double resting_height(const Skyline *skyline, guint32 i, double width, double strip) {
  double right = skyline->x[i] + width, height = 0;
  if (right > strip + 1e-6)
    return G_MAXDOUBLE;
  for (guint32 k = i; k < skyline->count && skyline->x[k] < right - 1e-6; k++)
    height = MAX(height, skyline->y[k]);
  return height;
}

/* Raises the outline to `height` from step i over `width`. */
static void raise_skyline(Skyline *skyline, guint32 i, double width, double height) {
  double right = skyline->x[i] + width, last = skyline->y[i];
  guint32 end = i;
  while (end < skyline->count && skyline->x[end] < right - 1e-6)
    last = skyline->y[end++];
  gboolean rest = end == skyline->count || skyline->x[end] > right + 1e-6;
  guint32 kept = i + 1 + (rest ? 1 : 0);
  memmove(skyline->x + kept, skyline->x + end, (skyline->count - end) * sizeof *skyline->x);
  memmove(skyline->y + kept, skyline->y + end, (skyline->count - end) * sizeof *skyline->y);
  skyline->count = kept + skyline->count - end;
  skyline->y[i] = height;
  if (rest) {
    skyline->x[i + 1] = right;
    skyline->y[i + 1] = last;
  }
}

/* Room for packing every part: boxes, where their upper left corners go, the outline. */
typedef struct {
  RefnetBox *box;
  RefnetPoint *corner;
  Skyline skyline;
} Packing;

static void packing_clear(Packing *packing) {
  g_free(packing->box);
  g_free(packing->corner);
  g_free(packing->skyline.x);
  g_free(packing->skyline.y);
}

static void packing_init(Packing *packing, guint32 parts) {
  packing->box = g_new(RefnetBox, (gsize)parts + 1);
  packing->corner = g_new(RefnetPoint, (gsize)parts + 1);
  packing->skyline.x = g_new(double, 2 * (gsize)parts + 2);
  packing->skyline.y = g_new(double, 2 * (gsize)parts + 2);
}

/* Puts one box where it reaches least far down. */
static gboolean pack_box(Packing *packing, guint32 c, double strip, double height) {
  Skyline *skyline = &packing->skyline;
  double width = packing->box[c].width + GAP, lowest = G_MAXDOUBLE;
  guint32 at = 0;
  for (guint32 i = 0; i < skyline->count; i++) {
    double rest = resting_height(skyline, i, width, strip);
    if (rest < lowest - 1e-6) {
      lowest = rest;
      at = i;
    }
  }
  if (lowest == G_MAXDOUBLE || lowest + packing->box[c].height > height + 1e-6)
    return FALSE;
  packing->corner[c] = (RefnetPoint){skyline->x[at], lowest};
  raise_skyline(skyline, at, width, lowest + packing->box[c].height + GAP);
  return TRUE;
}

static gboolean pack_at_scale(const RefnetLayout *layout, const RefnetFootprint *footprints,
                              RefnetBox area, double scale, Packing *packing) {
  Skyline *skyline = &packing->skyline;
  skyline->count = 1;
  skyline->x[0] = skyline->y[0] = 0;
  for (guint32 c = 0; c < layout->part_count; c++) {
    packing->box[c] = part_box(layout, footprints, c, scale);
    if (!pack_box(packing, c, area.width + GAP, area.height))
      return FALSE;
  }
  return TRUE;
}

/* The largest scale that fits, by bisection; 0 when none does. */
static double largest_scale(const RefnetLayout *layout, const RefnetFootprint *footprints,
                            RefnetBox area, Packing *packing) {
  double low = 0, high = layout->longest_unit;
  if (pack_at_scale(layout, footprints, area, high, packing))
    return high;
  /* Halving the logarithm first: units may be anything. */
  for (int round = 0; round < 60 && (low == 0 || high - low > 1e-4 * high); round++) {
    double middle = low > 0 ? (low + high) / 2 : high / 8;
    if (pack_at_scale(layout, footprints, area, middle, packing))
      low = middle;
    else
      high = middle;
  }
  return low;
}

static void write_packed(const RefnetLayout *layout, const Packing *packing, RefnetBox area,
                         double scale, RefnetPoint *positions) {
  for (guint32 c = 0; c < layout->part_count; c++)
    for (guint32 i = layout->start[c]; i < layout->start[c + 1]; i++) {
      guint32 v = layout->member[i];
      positions[v].x =
          area.x + packing->corner[c].x - packing->box[c].x + layout->unit[v].x * scale;
      positions[v].y =
          area.y + packing->corner[c].y - packing->box[c].y + layout->unit[v].y * scale;
    }
}

/* Where footprints can't be packed even as points, everything shares the area and is pushed apart.
 */
static void write_crowded(const RefnetLayout *layout, RefnetBox area, RefnetPoint *positions) {
  guint32 columns = (guint32)ceil(sqrt(layout->part_count * area.width / area.height));
  guint32 rows = (layout->part_count + columns - 1) / MAX(columns, 1);
  double width = area.width / MAX(columns, 1), height = area.height / MAX(rows, 1);
  for (guint32 c = 0; c < layout->part_count; c++) {
    RefnetPoint middle = {area.x + (c % columns + 0.5) * width,
                          area.y + (c / columns + 0.5) * height};
    double reach = 1e-9;
    for (guint32 i = layout->start[c]; i < layout->start[c + 1]; i++)
      reach = MAX(reach, MAX(fabs(layout->unit[layout->member[i]].x) / width,
                             fabs(layout->unit[layout->member[i]].y) / height));
    for (guint32 i = layout->start[c]; i < layout->start[c + 1]; i++) {
      guint32 v = layout->member[i];
      positions[v] = (RefnetPoint){middle.x + layout->unit[v].x * 0.45 / reach,
                                   middle.y + layout->unit[v].y * 0.45 / reach};
    }
  }
}

/* ---- using the page -------------------------------------------------------------------------- */

/* By how much positions between `low` and `high`, with footprints that end at `first` and `last`,
 * can be spread over `length`. */
static double spread_factor(double low, double high, double first, double last, double length) {
  double margins = (last - first) - (high - low);
  return high - low > 1e-6 ? MAX(1, (length - margins) / (high - low)) : 1;
}

static RefnetBox placed_box(const RefnetLayout *layout, const RefnetFootprint *footprints,
                            const RefnetPoint *positions) {
  RefnetBox box = {0, 0, 0, 0};
  for (guint32 i = 0; i < layout->placed; i++) {
    guint32 v = layout->member[i];
    RefnetFootprint footprint = footprints ? footprints[v] : (RefnetFootprint){0, 0, 0, 0};
    RefnetBox own = refnet_footprint_at(footprint, positions[v]);
    box = i ? refnet_box_union(box, own) : own;
  }
  return box;
}

/* Stretches a drawing to the area, within bounds, and puts it in the middle. */
static void use_area(const RefnetLayout *layout, const RefnetFootprint *footprints, RefnetBox area,
                     double scale, RefnetPoint *positions) {
  RefnetBox points = placed_box(layout, NULL, positions);
  RefnetBox whole = placed_box(layout, footprints, positions);
  double most =
      scale > 0 ? MIN(layout->most_stretch, MAX(1, layout->longest_unit * 1.2 / scale)) : 1;
  double x = MIN(most, spread_factor(points.x, points.x + points.width, whole.x,
                                     whole.x + whole.width, area.width));
  double y = MIN(most, spread_factor(points.y, points.y + points.height, whole.y,
                                     whole.y + whole.height, area.height));
  for (guint32 i = 0; i < layout->placed; i++) {
    RefnetPoint *at = &positions[layout->member[i]];
    *at = (RefnetPoint){at->x * x, at->y * y};
  }
  whole = placed_box(layout, footprints, positions);
  double dx = area.x + (area.width - whole.width) / 2 - whole.x;
  double dy = area.y + (area.height - whole.height) / 2 - whole.y;
  for (guint32 i = 0; i < layout->placed; i++) {
    positions[layout->member[i]].x += dx;
    positions[layout->member[i]].y += dy;
  }
}

/* ---- a page that was ------------------------------------------------------------------------- */

static double shift_into(double low, double length, double area_low, double area_length) {
  if (length > area_length)
    return area_low + (area_length - length) / 2 - low;
  return CLAMP(low, area_low, area_low + area_length - length) - low;
}

static gboolean fits(RefnetBox box, RefnetBox area) {
  return box.width <= area.width + 1e-6 && box.height <= area.height + 1e-6;
}

/* As it lay on its own page, if that fits and is not lost on this one; else as large as it can be.
 * Everything keeps its place beside everything else. */
static void write_page(const RefnetLayout *layout, const RefnetFootprint *footprints,
                       RefnetBox area, RefnetPoint *positions) {
  double scale = 1;
  RefnetBox box = part_box(layout, footprints, 0, scale);
  if (!fits(box, area) || (box.width < area.width / 2 && box.height < area.height / 2)) {
    double low = 0, high = 1e9;
    for (int round = 0; round < 200; round++) {
      scale = low > 0 ? sqrt(low * high) : high * 1e-18;
      if (fits(part_box(layout, footprints, 0, scale), area))
        low = scale;
      else if (low > 0)
        high = scale;
      else
        break;
    }
    scale = low;
    box = part_box(layout, footprints, 0, scale);
  }
  double dx = shift_into(box.x, box.width, area.x, area.width);
  double dy = shift_into(box.y, box.height, area.y, area.height);
  if (scale != 1) {
    dx = area.x + (area.width - box.width) / 2 - box.x;
    dy = area.y + (area.height - box.height) / 2 - box.y;
  }
  for (guint32 i = 0; i < layout->placed; i++) {
    guint32 v = layout->member[i];
    positions[v] = (RefnetPoint){layout->unit[v].x * scale + dx, layout->unit[v].y * scale + dy};
  }
}

/* ---- all of it ------------------------------------------------------------------------------- */

/* Packed, stretched to the area. */
static void write_fitted(const RefnetLayout *layout, const RefnetFootprint *footprints,
                         RefnetBox area, RefnetPoint *positions) {
  Packing packing;
  packing_init(&packing, layout->part_count);
  double scale = largest_scale(layout, footprints, area, &packing);
  if (scale > 0 && pack_at_scale(layout, footprints, area, scale, &packing))
    write_packed(layout, &packing, area, scale, positions);
  else
    write_crowded(layout, area, positions);
  packing_clear(&packing);
  use_area(layout, footprints, area, scale, positions);
}

gboolean refnet_layout_fit(const RefnetLayout *layout, const RefnetFootprint *footprints,
                           RefnetBox area, RefnetPoint *positions, GError **error) {
  if (layout->placed == 0)
    return TRUE;
  gboolean has_memory = TRUE;
  if (layout->panel_count > 0)
    has_memory = refnet_layout_fit_panels(layout, footprints, area, positions);
  else if (layout->is_page)
    write_page(layout, footprints, area, positions);
  else
    write_fitted(layout, footprints, area, positions);
  if (layout->panel_count == 0)
    has_memory = refnet_overlap_remove(layout->member, layout->placed, footprints, layout->fixed,
                                       area, positions);
  if (has_memory)
    return TRUE;
  return refnet_draw_no_memory(error);
}
