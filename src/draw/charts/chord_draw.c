/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Bands, rim, names: from the back to the front. */
#include <math.h>

#include "draw/charts/chord.h"

#define ARC_STEP .03 /* radians between the points of an arc */
#define CURVE_POINTS 24
#define BAND_ALPHA .66

/* ---- bands ----------------------------------------------------------------------------------- */

static void append_arc(const RefnetChord *chord, GArray *points, double radius, double from,
                       double to) {
  int steps = MAX((int)ceil(fabs(to - from) / ARC_STEP), 1);
  for (int i = 0; i <= steps; i++) {
    RefnetPoint point = refnet_chord_point(chord, radius, from + (to - from) * i / steps);
    g_array_append_val(points, point);
  }
}

static void append_curve(GArray *points, RefnetPoint from, RefnetPoint control, RefnetPoint to) {
  for (int i = 1; i < CURVE_POINTS; i++) {
    double t = (double)i / CURVE_POINTS, u = 1 - t;
    RefnetPoint point = {u * u * from.x + 2 * u * t * control.x + t * t * to.x,
                         u * u * from.y + 2 * u * t * control.y + t * t * to.y};
    g_array_append_val(points, point);
  }
}

/* Neighbors on the rim are joined near it, sectors across from each other through the middle. */
static RefnetPoint control_of(const RefnetChord *chord, double from, double to) {
  double apart = fabs(remainder(to - from, 2 * G_PI)) / G_PI;
  double middle = from + remainder(to - from, 2 * G_PI) / 2;
  return refnet_chord_point(chord, (chord->radius - REFNET_CHORD_RIM) * .62 * (1 - apart), middle);
}

static void draw_band(const RefnetChord *chord, RefnetScene *scene, const RefnetBand *band) {
  guint32 n = refnet_chord_groups(chord);
  double inner = chord->radius - REFNET_CHORD_RIM - 1.5,
         width = (double)band->links * chord->per_link;
  double a = chord->offset[(gsize)band->a * n + band->b];
  double b = chord->offset[(gsize)band->b * n + band->a];
  g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(RefnetPoint));
  append_arc(chord, points, inner, a, a + width);
  if (band->a == band->b) {
    double depth = CLAMP(inner * width, REFNET_CHORD_RIM * 1.2, inner * .5);
    append_curve(points, refnet_chord_point(chord, inner, a + width),
                 refnet_chord_point(chord, inner - 2 * depth, a + width / 2),
                 refnet_chord_point(chord, inner, a));
  } else {
    RefnetPoint control = control_of(chord, a + width / 2, b + width / 2);
    append_curve(points, refnet_chord_point(chord, inner, a + width), control,
                 refnet_chord_point(chord, inner, b));
    append_arc(chord, points, inner, b, b + width);
    append_curve(points, refnet_chord_point(chord, inner, b + width), control,
                 refnet_chord_point(chord, inner, a));
  }
  guint64 there = refnet_sector_links_at(chord->links, band->a, band->b);
  guint64 back = refnet_sector_links_at(chord->links, band->b, band->a);
  RefnetPrimitive *shape = refnet_scene_add_polygon(
      scene, REFNET_PART_EDGE, (const RefnetPoint *)(gpointer)points->data, points->len);
  RefnetColor color = refnet_chord_color(chord, there >= back ? band->a : band->b);
  shape->owner = there > 0 ? band->a : band->b;
  shape->other = there > 0 ? band->b : band->a;
  shape->two_way = there > 0 && back > 0 && band->a != band->b;
  shape->fill = (RefnetColor){color.red, color.green, color.blue, BAND_ALPHA};
  shape->stroke = refnet_color(0xFFFFFF, .9);
  shape->stroke_width = .6;
}

/* ---- onto the scene -------------------------------------------------------------------------- */

static void draw_sector(const RefnetChord *chord, RefnetScene *scene, guint32 g) {
  g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(RefnetPoint));
  append_arc(chord, points, chord->radius, chord->begin[g], chord->end[g]);
  append_arc(chord, points, chord->radius - REFNET_CHORD_RIM, chord->end[g], chord->begin[g]);
  RefnetPrimitive *rim = refnet_scene_add_polygon(
      scene, REFNET_PART_MARK, (const RefnetPoint *)(gpointer)points->data, points->len);
  rim->owner = g;
  rim->fill = refnet_chord_color(chord, g);
  /* Unpainted: where the sector is, for --geometry. */
  refnet_scene_add_disc(
      scene, REFNET_PART_NODE,
      refnet_chord_point(chord, chord->radius - REFNET_CHORD_RIM / 2, refnet_chord_angle(chord, g)),
      REFNET_CHORD_RIM / 2)
      ->owner = g;
}

static void draw_label(const RefnetChord *chord, RefnetScene *scene, guint32 g) {
  RefnetBox box = chord->label[g];
  gboolean right = refnet_chord_is_right(chord, g);
  RefnetTextStyle style = {.part = REFNET_PART_LABEL,
                           .owner = g,
                           .color = refnet_color(REFNET_INK, 1),
                           .align = right ? REFNET_ALIGN_LEFT : REFNET_ALIGN_RIGHT};
  const RefnetTextBlock *name = &chord->name[g], *detail = &chord->detail[g];
  refnet_text_block_draw(name, scene, right ? box.x : box.x + box.width - name->width, box.y,
                         &style);
  style.color = refnet_color(REFNET_MUTED_INK, 1);
  refnet_text_block_draw(detail, scene, right ? box.x : box.x + box.width - detail->width,
                         box.y + name->height, &style);
}

/* Where a label does not stand beside its sector. */
static void draw_leader(const RefnetChord *chord, RefnetScene *scene, guint32 g) {
  RefnetBox box = chord->label[g];
  RefnetPoint from = refnet_chord_point(chord, chord->radius + 1, refnet_chord_angle(chord, g));
  RefnetPoint to = {refnet_chord_is_right(chord, g) ? box.x - 2 : box.x + box.width + 2,
                    CLAMP(from.y, box.y, box.y + box.height)};
  RefnetPrimitive *leader = refnet_scene_add_line(scene, REFNET_PART_LEADER, from, to);
  leader->stroke = refnet_color(REFNET_MUTED_INK, .8);
  leader->stroke_width = .8;
}

static void add_owners(const RefnetChord *chord, RefnetScene *scene) {
  for (guint32 g = 0; g < refnet_chord_groups(chord); g++) {
    g_autofree char *detail = refnet_chord_detail(chord, g);
    g_autofree char *title = g_strdup_printf("%s: %s", chord->links->groups[g].name, detail);
    refnet_scene_add_owner(scene, chord->links->groups[g].name, title);
  }
}

RefnetScene *refnet_chord_draw(const RefnetChord *chord) {
  RefnetScene *scene = refnet_frame_draw(&chord->frame);
  g_autoptr(GArray) bands = refnet_chord_bands(chord);
  add_owners(chord, scene);
  for (guint i = 0; i < bands->len; i++)
    draw_band(chord, scene, &g_array_index(bands, RefnetBand, i));
  for (guint32 g = 0; g < refnet_chord_groups(chord); g++)
    draw_leader(chord, scene, g);
  for (guint32 g = 0; g < refnet_chord_groups(chord); g++) {
    draw_sector(chord, scene, g);
    draw_label(chord, scene, g);
  }
  if (bands->len == 0)
    refnet_frame_draw_notice(&chord->frame, chord->typesetter, "No relationships",
                             refnet_box_grow((RefnetBox){chord->middle.x, chord->middle.y, 0, 0},
                                             (chord->radius - REFNET_CHORD_RIM) * .7),
                             scene);
  refnet_chord_explain(chord, scene);
  return scene;
}
