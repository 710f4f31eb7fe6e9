/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Replays primitives with cairo, and takes cairo's bytes and its status to ours. */
#include "draw/output/replay.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "draw/scene/halos.h"

/* Points between a letter and the polygon that its white rim follows. */
#define COARSE 0.4

static void set_color(cairo_t *cr, RefnetColor color) {
  cairo_set_source_rgba(cr, color.red, color.green, color.blue, color.alpha);
}

static void paint_path(cairo_t *cr, const RefnetPrimitive *primitive) {
  if (primitive->fill.alpha > 0) {
    set_color(cr, primitive->fill);
    cairo_fill_preserve(cr);
  }
  if (primitive->stroke.alpha > 0 && primitive->stroke_width > 0) {
    set_color(cr, primitive->stroke);
    cairo_set_line_width(cr, primitive->stroke_width);
    cairo_set_dash(cr, &primitive->dash, primitive->dash > 0, 0);
    cairo_stroke_preserve(cr);
  }
  cairo_new_path(cr);
}

static void draw_points(cairo_t *cr, const RefnetPrimitive *primitive) {
  for (guint i = 0; i < primitive->point_count; i++)
    cairo_line_to(cr, primitive->points[i].x, primitive->points[i].y);
  if (primitive->shape == REFNET_SHAPE_POLYGON)
    cairo_close_path(cr);
  paint_path(cr, primitive);
}

static void draw_curve(cairo_t *cr, const RefnetPrimitive *primitive) {
  const RefnetPoint *at = primitive->points;
  cairo_move_to(cr, at[0].x, at[0].y);
  cairo_curve_to(cr, (at[0].x + 2 * at[1].x) / 3, (at[0].y + 2 * at[1].y) / 3,
                 (at[2].x + 2 * at[1].x) / 3, (at[2].y + 2 * at[1].y) / 3, at[2].x, at[2].y);
  paint_path(cr, primitive);
}

static void move_to_begin(cairo_t *cr, const RefnetPrimitive *primitive) {
  if (primitive->angle == 0) {
    cairo_move_to(cr, primitive->begin.x, primitive->begin.y);
    return;
  }
  cairo_translate(cr, primitive->begin.x, primitive->begin.y);
  cairo_rotate(cr, primitive->angle);
  cairo_move_to(cr, 0, 0);
}

/* A rim of white need not follow every curve of a letter: most of a PDF would be rims. */
static void coarsen_path(cairo_t *cr) {
  double tolerance = cairo_get_tolerance(cr);
  cairo_set_tolerance(cr, COARSE);
  cairo_path_t *path = cairo_copy_path_flat(cr);
  cairo_set_tolerance(cr, tolerance);
  cairo_new_path(cr);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
    const cairo_path_data_t *point = &path->data[i + 1];
    switch (path->data[i].header.type) {
    case CAIRO_PATH_MOVE_TO:
      cairo_move_to(cr, round(point->point.x * 10) / 10, round(point->point.y * 10) / 10);
      break;
    case CAIRO_PATH_LINE_TO:
      cairo_line_to(cr, round(point->point.x * 10) / 10, round(point->point.y * 10) / 10);
      break;
    case CAIRO_PATH_CLOSE_PATH:
      cairo_close_path(cr);
      break;
    case CAIRO_PATH_CURVE_TO:
      break; /* flattened */
    }
  }
  cairo_path_destroy(path);
}

/* The outlines of the letters whose halo is seen. */
static void add_halo_path(cairo_t *cr, const RefnetPrimitive *primitive, PangoLayoutLine *line) {
  double x, y, along = 0;
  gboolean is_seen = TRUE;
  cairo_get_current_point(cr, &x, &y);
  for (GSList *run = line->runs; run; run = run->next) {
    PangoGlyphItem *item = run->data;
    for (int i = 0; i < item->glyphs->num_glyphs; i++) {
      PangoGlyphString letter = {1, &item->glyphs->glyphs[i], &item->glyphs->log_clusters[i], 0};
      double width = (double)letter.glyphs->geometry.width / PANGO_SCALE;
      if (width > 0) /* else a mark on the letter before */
        is_seen = refnet_halo_is_seen(primitive, along, along + width);
      cairo_move_to(cr, x + along, y);
      if (is_seen)
        pango_cairo_glyph_string_path(cr, item->item->analysis.font, &letter);
      along += width;
    }
  }
}

static void draw_line_of_text(cairo_t *cr, const RefnetPrimitive *primitive,
                              RefnetTypesetter *typesetter) {
  g_autoptr(PangoLayout) layout = refnet_typesetter_layout_toward(
      typesetter, primitive->text, primitive->font, primitive->right_to_left);
  PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
  double x, y;
  move_to_begin(cr, primitive);
  cairo_get_current_point(cr, &x, &y);
  if (primitive->halo > 0) {
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_set_line_width(cr, 2 * primitive->halo);
    add_halo_path(cr, primitive, line);
    coarsen_path(cr);
    cairo_stroke(cr);
    cairo_move_to(cr, x, y);
  }
  set_color(cr, primitive->fill);
  pango_cairo_show_layout_line(cr, line);
  cairo_new_path(cr);
}

static void draw_text(cairo_t *cr, const RefnetPrimitive *primitive, RefnetTypesetter *typesetter) {
  cairo_save(cr);
  draw_line_of_text(cr, primitive, typesetter);
  cairo_restore(cr);
}

void refnet_replay_begin(cairo_t *cr) {
  cairo_set_source_rgb(cr, 1, 1, 1);
  cairo_paint(cr);
  cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
}

void refnet_replay_primitive(cairo_t *cr, const RefnetPrimitive *primitive,
                             RefnetTypesetter *typesetter) {
  const RefnetBox *box = &primitive->box;
  switch (primitive->shape) {
  case REFNET_SHAPE_DISC:
    cairo_new_sub_path(cr);
    cairo_arc(cr, primitive->points[0].x, primitive->points[0].y, primitive->radius, 0, 2 * G_PI);
    cairo_close_path(cr);
    paint_path(cr, primitive);
    break;
  case REFNET_SHAPE_LINE:
  case REFNET_SHAPE_POLYGON:
    draw_points(cr, primitive);
    break;
  case REFNET_SHAPE_CURVE:
    draw_curve(cr, primitive);
    break;
  case REFNET_SHAPE_RECTANGLE:
    cairo_rectangle(cr, box->x, box->y, box->width, box->height);
    paint_path(cr, primitive);
    break;
  case REFNET_SHAPE_TEXT:
    draw_text(cr, primitive, typesetter);
    break;
  }
}

void refnet_replay_scene(cairo_t *cr, const RefnetScene *scene, RefnetTypesetter *typesetter) {
  for (gsize i = 0; i < refnet_scene_length(scene); i++)
    refnet_replay_primitive(cr, refnet_scene_at(scene, i), typesetter);
}

/* ---- where the bytes go ---------------------------------------------------------------------- */

cairo_status_t refnet_replay_write(void *output, const unsigned char *bytes, unsigned int length) {
  refnet_output_write(output, bytes, length);
  return refnet_output_ok(output) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

gboolean refnet_replay_check(cairo_status_t status, RefnetOutput *output, GError **error) {
  /* A failed output knows better than cairo why, and says so when it is asked to commit. */
  if (!refnet_output_ok(output))
    return refnet_output_commit(output, error);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL, "the picture could not be drawn: %s",
              cairo_status_to_string(status));
  return FALSE;
}
