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

/* The figure stands at its tick, above or below the line. */
static RefnetBox draw_unit(RefnetScene *scene, RefnetTypesetter *typesetter,
                           const RefnetScales *scales, double figure, const char *unit,
                           double length, double x, double y, gboolean above) {
  char fraction[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *digits =
      figure < 1 ? g_strdup(g_ascii_formatd(fraction, sizeof fraction, "%.10g", figure))
                 : refnet_words_digits((guint64)round(figure));
  g_autofree char *text = g_strdup_printf("%s %s", digits, unit);
  RefnetTextStyle style = {
      .part = REFNET_PART_SCALE, .owner = REFNET_NONE, .color = refnet_color(REFNET_INK, 1)};
  RefnetTextBlock block;
  refnet_typesetter_wrap(typesetter, text, scales->legend, 1000, 1, &block);
  double top = above ? y - block.height - 1 : y + 1;
  draw_stroke(scene, x + length, y, x + length, above ? y - TICK : y + TICK);
  if (scene)
    refnet_text_block_draw(&block, scene, x + length + 5, top, &style);
  RefnetBox box = {x, top, length + 5 + block.width, block.height};
  refnet_text_block_clear(&block);
  return box;
}

/* The round figure that fits into `width`, and its name. */
static RefnetBox draw_units(RefnetScene *scene, RefnetTypesetter *typesetter,
                            const RefnetScales *scales, double points_per_km, RefnetUnits units,
                            RefnetBox bar, gboolean above, double *length) {
  double points = points_per_km * refnet_distance_to_km(1, units);
  double figure = refnet_scale_bar_round(bar.width / points);
  const char *name = units == REFNET_UNITS_KM ? "km" : figure == 1 ? "mile" : "miles";
  *length = figure * points;
  return draw_unit(scene, typesetter, scales, figure, name, *length, bar.x, bar.y, above);
}

RefnetBox refnet_scale_bar_draw(RefnetScene *scene, RefnetTypesetter *typesetter,
                                const RefnetScales *scales, double points_per_km, RefnetUnits units,
                                double x, double y, double width) {
  RefnetUnits others = units == REFNET_UNITS_KM ? REFNET_UNITS_MILES : REFNET_UNITS_KM;
  RefnetBox bar = {x, y + row_height(scales) + 1, width, 0};
  double length, other_length;
  RefnetBox above = draw_units(scene, typesetter, scales, points_per_km, units, bar, TRUE, &length);
  RefnetBox below =
      draw_units(scene, typesetter, scales, points_per_km, others, bar, FALSE, &other_length);
  draw_stroke(scene, x, bar.y, x + MAX(length, other_length), bar.y);
  draw_stroke(scene, x, bar.y - TICK, x, bar.y + TICK);
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
