/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A scene as a picture of dots. */
#include "draw/output/png.h"

#include <math.h>

#include "draw/output/replay.h"

/* Cairo's own limit for images. */
#define MAXIMUM_SIDE 32767
/* Four bytes each: an A0 poster of 300 dots an inch takes 560 MB. */
#define MOST_DOTS 2e8

static gboolean check_dots(double width, double height, double dpi, GError **error) {
  if (!(width >= 1 && height >= 1 && width <= MAXIMUM_SIDE && height <= MAXIMUM_SIDE)) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "a picture of %.0f by %.0f dots cannot be drawn: the sides may have 1 to %d dots; "
                "choose another resolution, or PDF",
                width, height, MAXIMUM_SIDE);
    return FALSE;
  }
  if (width * height <= MOST_DOTS)
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "a picture of %.0f by %.0f dots takes too much memory; choose at most %.0f dots an "
              "inch on this page, or PDF",
              width, height, floor(dpi * sqrt(MOST_DOTS / (width * height))));
  return FALSE;
}

gboolean refnet_png_write(const RefnetScene *scene, RefnetTypesetter *typesetter, double dpi,
                          RefnetOutput *output, GError **error) {
  double scale = dpi / 72, width = ceil(scene->width * scale), height = ceil(scene->height * scale);
  if (!check_dots(width, height, dpi, error))
    return FALSE;
  cairo_surface_t *surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
  cairo_t *cr = cairo_create(surface);
  refnet_replay_begin(cr);
  cairo_scale(cr, scale, scale);
  refnet_replay_scene(cr, scene, typesetter);
  cairo_status_t status = cairo_status(cr);
  cairo_destroy(cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream(surface, refnet_replay_write, output);
  cairo_surface_destroy(surface);
  return refnet_replay_check(status, output, error);
}
