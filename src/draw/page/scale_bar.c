/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The scale bar. */
#include "draw/page/scale_bar.h"

#include <math.h>

#include "present/wording/words.h"

#define TICK 6.0

double refnet_scale_bar_round(double most) {
  static const double steps[] = {5, 2, 1};
  double power = pow(10, floor(log10(most)));
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++)
    if (steps[i] * power <= most * (1 + 1e-9))
      return steps[i] * power;
  return power / 2;
}

static double row_height(const RefnetScales *scales) {
  return scales->legend.size * 1.35;
}

double refnet_scale_bar_height(const RefnetScales *scales) {
  return 2 * row_height(scales) + 2;
}

static void draw_stroke(RefnetScene *scene, double x, double y, double to_x, double to_y) {
  if (!scene)
    return;
  RefnetPrimitive *stroke = refnet_scene_add_line(scene, REFNET_PART_SCALE, (RefnetPoint){x, y},
                                                  (RefnetPoint){to_x, to_y});
  stroke->stroke = refnet_color(REFNET_INK, 1);
  stroke->stroke_width = 1.5;
}

/* A round length in one of the units, and how long that is on the map. */
typedef struct {
  double figure;
  const char *name;
  double length;
} Stretch;

/* The longest that fits. */
static Stretch find_stretch(const RefnetScaleBar *bar, RefnetUnits units) {
  double unit = bar->points_per_km * refnet_distance_to_km(1, units);
  double figure = refnet_scale_bar_round(bar->width / unit);
  const char *name = units == REFNET_UNITS_KM ? "km" : figure == 1 ? "mile" : "miles";
  return (Stretch){figure, name, figure * unit};
}

/* From the point on; the figure stands at its tick, above or below the line. */
static RefnetBox draw_stretch(const RefnetScaleBar *bar, Stretch stretch, RefnetPoint from,
                              gboolean above, RefnetScene *scene) {
  char fraction[G_ASCII_DTOSTR_BUF_SIZE];
  double end = from.x + stretch.length;
  g_autofree char *digits =
      stretch.figure < 1
          ? g_strdup(g_ascii_formatd(fraction, sizeof fraction, "%.10g", stretch.figure))
          : refnet_words_digits((guint64)round(stretch.figure));
  g_autofree char *text = g_strdup_printf("%s %s", digits, stretch.name);
  RefnetTextStyle style = {
      .part = REFNET_PART_SCALE, .owner = REFNET_NONE, .color = refnet_color(REFNET_INK, 1)};
  RefnetTextBlock block;
  refnet_typesetter_wrap(bar->typesetter, text, bar->scales->legend, 1000, 1, &block);
  double top = above ? from.y - block.height - 1 : from.y + 1;
  draw_stroke(scene, end, from.y, end, above ? from.y - TICK : from.y + TICK);
  if (scene)
    refnet_text_block_draw(&block, scene, end + 5, top, &style);
  RefnetBox box = {from.x, top, stretch.length + 5 + block.width, block.height};
  refnet_text_block_clear(&block);
  return box;
}

RefnetBox refnet_scale_bar_draw(const RefnetScaleBar *bar, RefnetPoint at, RefnetScene *scene) {
  RefnetUnits others = bar->units == REFNET_UNITS_KM ? REFNET_UNITS_MILES : REFNET_UNITS_KM;
  RefnetPoint from = {at.x, at.y + row_height(bar->scales) + 1};
  Stretch upper = find_stretch(bar, bar->units), lower = find_stretch(bar, others);
  RefnetBox above = draw_stretch(bar, upper, from, TRUE, scene);
  RefnetBox below = draw_stretch(bar, lower, from, FALSE, scene);
  draw_stroke(scene, from.x, from.y, from.x + MAX(upper.length, lower.length), from.y);
  draw_stroke(scene, from.x, from.y - TICK, from.x, from.y + TICK);
  return refnet_box_union(above, below);
}

gboolean refnet_scale_bar_find_corner(RefnetBox area, RefnetIsClear is_clear, gpointer map,
                                      RefnetBox *box) {
  double right = area.x + area.width - box->width, bottom = area.y + area.height - box->height;
  const RefnetPoint corners[] = {
      {area.x, bottom}, {right, bottom}, {area.x, area.y}, {right, area.y}};
  for (gsize i = 0; i < G_N_ELEMENTS(corners); i++) {
    box->x = corners[i].x;
    box->y = corners[i].y;
    if (is_clear(*box, map))
      return TRUE;
  }
  return FALSE;
}
