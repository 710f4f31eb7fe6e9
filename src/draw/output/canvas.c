/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Replays a scene to cairo surfaces. Cairo's status is sticky: it is looked at once, at the end. */
#include "draw/output/canvas.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>

/* Cairo's own limit for images. */
#define MAXIMUM_SIDE 32767
/* Four bytes each: an A0 poster of 300 dots an inch takes 560 MB. */
#define MOST_DOTS 2e8
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
  if (!primitive->turned) {
    cairo_move_to(cr, primitive->box.x, primitive->baseline);
    return;
  }
  cairo_translate(cr, primitive->baseline, primitive->box.y + primitive->box.height);
  cairo_rotate(cr, -G_PI / 2);
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

static void draw_line_of_text(cairo_t *cr, const RefnetPrimitive *primitive,
                              RefnetTypesetter *typesetter) {
  g_autoptr(PangoLayout) layout =
      refnet_typesetter_layout(typesetter, primitive->text, primitive->font);
  PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
  double x, y;
  move_to_begin(cr, primitive);
  cairo_get_current_point(cr, &x, &y);
  if (primitive->halo > 0) {
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_set_line_width(cr, 2 * primitive->halo);
    pango_cairo_layout_line_path(cr, line);
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

static void draw_primitive(cairo_t *cr, const RefnetPrimitive *primitive,
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

static void draw_scene(cairo_t *cr, const RefnetScene *scene, RefnetTypesetter *typesetter) {
  cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
  for (gsize i = 0; i < refnet_scene_length(scene); i++)
    draw_primitive(cr, refnet_scene_at(scene, i), typesetter);
}

/* ---- where the bytes go ---------------------------------------------------------------------- */

static cairo_status_t write_bytes(void *closure, const unsigned char *bytes, unsigned int length) {
  RefnetOutput *output = closure;
  refnet_output_write(output, bytes, length);
  return refnet_output_ok(output) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean check_status(cairo_status_t status, RefnetOutput *output, GError **error) {
  /* A failed output knows better than cairo why, and says so when it is asked to commit. */
  if (!refnet_output_ok(output))
    return refnet_output_commit(output, error);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL, "the picture could not be drawn: %s",
              cairo_status_to_string(status));
  return FALSE;
}

/* Draws on `surface` and takes it; `finish` writes what is left to write. */
typedef cairo_status_t (*FinishFunc)(cairo_surface_t *surface, RefnetOutput *output);

static gboolean draw_on(cairo_surface_t *surface, double scale, const RefnetScene *scene,
                        RefnetTypesetter *typesetter, FinishFunc finish, RefnetOutput *output,
                        GError **error) {
  cairo_t *cr = cairo_create(surface);
  cairo_set_source_rgb(cr, 1, 1, 1);
  cairo_paint(cr);
  cairo_scale(cr, scale, scale);
  draw_scene(cr, scene, typesetter);
  cairo_status_t status = cairo_status(cr);
  cairo_destroy(cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = finish(surface, output);
  cairo_surface_destroy(surface);
  return check_status(status, output, error);
}

static cairo_status_t finish_png(cairo_surface_t *surface, RefnetOutput *output) {
  return cairo_surface_write_to_png_stream(surface, write_bytes, output);
}

gboolean refnet_canvas_write_png(const RefnetScene *scene, RefnetTypesetter *typesetter, double dpi,
                                 RefnetOutput *output, GError **error) {
  double scale = dpi / 72, width = ceil(scene->width * scale), height = ceil(scene->height * scale);
  if (!(width >= 1 && height >= 1 && width <= MAXIMUM_SIDE && height <= MAXIMUM_SIDE)) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "a picture of %.0f by %.0f dots cannot be drawn: the sides may have 1 to %d dots; "
                "choose another resolution, or PDF",
                width, height, MAXIMUM_SIDE);
    return FALSE;
  }
  if (width * height > MOST_DOTS) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "a picture of %.0f by %.0f dots takes too much memory; choose at most %.0f dots an "
                "inch on this page, or PDF",
                width, height, floor(dpi * sqrt(MOST_DOTS / (width * height))));
    return FALSE;
  }
  cairo_surface_t *surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
  return draw_on(surface, scale, scene, typesetter, finish_png, output, error);
}

static void draw_page(cairo_surface_t *surface, cairo_t *cr, const RefnetScene *scene, guint page,
                      RefnetTypesetter *typesetter) {
  cairo_pdf_surface_set_size(surface, scene->width, scene->height);
  if (page > 0) {
    g_autofree char *link = g_strdup_printf("page=%u", page);
    cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, scene->title, link,
                                  CAIRO_PDF_OUTLINE_FLAG_OPEN);
  }
  cairo_set_source_rgb(cr, 1, 1, 1);
  cairo_paint(cr);
  draw_scene(cr, scene, typesetter);
  cairo_show_page(cr);
}

static cairo_status_t draw_pages(cairo_surface_t *surface, const RefnetScene *scene,
                                 const GPtrArray *more, RefnetTypesetter *typesetter) {
  cairo_t *cr = cairo_create(surface);
  draw_page(surface, cr, scene, more->len > 0, typesetter);
  for (guint i = 0; i < more->len; i++)
    draw_page(surface, cr, g_ptr_array_index(more, i), i + 2, typesetter);
  cairo_status_t status = cairo_status(cr);
  cairo_destroy(cr);
  cairo_surface_finish(surface);
  return status == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface) : status;
}

gboolean refnet_canvas_write_pdf(const RefnetScene *scene, const GPtrArray *more,
                                 RefnetTypesetter *typesetter, RefnetDate date,
                                 RefnetOutput *output, GError **error) {
  g_autofree char *day = refnet_date_iso(date == REFNET_DATE_UNKNOWN ? 0 : date);
  g_autofree char *time = g_strconcat(day, "T00:00:00Z", NULL);
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream(write_bytes, output, scene->width, scene->height);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, scene->title);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "refnet");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  cairo_status_t status = draw_pages(surface, scene, more, typesetter);
  cairo_surface_destroy(surface);
  return check_status(status, output, error);
}
