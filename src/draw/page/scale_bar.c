/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The scale bar. */
#include "draw/page/scale_bar.h"

#include <math.h>

#define KM_PER_MILE 1.609344
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
  RefnetPrimitive *stroke = refnet_scene_add_line(scene, REFNET_PART_SCALE, (RefnetPoint){x, y},
                                                  (RefnetPoint){to_x, to_y});
  stroke->stroke = refnet_color(REFNET_INK, 1);
  stroke->stroke_width = 1.5;
}

/* The figure stands at its tick, above or below the line. */
static RefnetBox draw_unit(RefnetScene *scene, RefnetTypesetter *typesetter,
                           const RefnetScales *scales, double figure, const char *unit,
                           double length, double x, double y, gboolean above) {
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text =
      g_strdup_printf("%s %s", g_ascii_formatd(digits, sizeof digits, "%.10g", figure), unit);
  RefnetTextStyle style = {
      .part = REFNET_PART_SCALE, .owner = REFNET_NONE, .color = refnet_color(REFNET_INK, 1)};
  RefnetTextBlock block;
  refnet_typesetter_wrap(typesetter, text, scales->legend, 1000, 1, &block);
  double top = above ? y - block.height - 1 : y + 1;
  draw_stroke(scene, x + length, y, x + length, above ? y - TICK : y + TICK);
  refnet_text_block_draw(&block, scene, x + length + 5, top, &style);
  RefnetBox box = {x, top, length + 5 + block.width, block.height};
  refnet_text_block_clear(&block);
  return box;
}

RefnetBox refnet_scale_bar_draw(RefnetScene *scene, RefnetTypesetter *typesetter,
                                const RefnetScales *scales, double points_per_km, double x,
                                double y, double width) {
  double km = refnet_scale_bar_round(width / points_per_km);
  double miles = refnet_scale_bar_round(width / (points_per_km * KM_PER_MILE));
  double km_long = km * points_per_km, miles_long = miles * KM_PER_MILE * points_per_km;
  double line = y + row_height(scales) + 1;
  draw_stroke(scene, x, line, x + MAX(km_long, miles_long), line);
  draw_stroke(scene, x, line - TICK, x, line + TICK);
  return refnet_box_union(draw_unit(scene, typesetter, scales, km, "km", km_long, x, line, TRUE),
                          draw_unit(scene, typesetter, scales, miles, miles == 1 ? "mile" : "miles",
                                    miles_long, x, line, FALSE));
}
