/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A map to a file in the format its name asks for. */
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include "draw/output/pdf.h"
#include "draw/output/png.h"
#include "draw/output/svg.h"
#include "draw/scene/map.h"

gboolean refnet_picture_format(const char *path, RefnetPictureFormat *format, GError **error) {
  static const struct {
    const char *extension;
    RefnetPictureFormat format;
  } known[] = {
      {".png", REFNET_PICTURE_PNG}, {".svg", REFNET_PICTURE_SVG}, {".pdf", REFNET_PICTURE_PDF}};
  g_autofree char *lower = g_ascii_strdown(path, -1);
  for (gsize i = 0; i < G_N_ELEMENTS(known); i++)
    if (g_str_has_suffix(lower, known[i].extension)) {
      *format = known[i].format;
      return TRUE;
    }
  g_autofree char *shown = refnet_text_display(path, 0);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "'%s' does not say which picture to draw: the name must end in .png, .svg or .pdf",
              shown);
  return FALSE;
}

gboolean refnet_map_draw(const RefnetMap *map, RefnetPictureFormat format, RefnetOutput *output,
                         GError **error) {
  if (map->more->len > 0 && !map->is_whole_on_first && format != REFNET_PICTURE_PDF) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                        "an atlas has many pages, which only a PDF can hold: give -o a name that "
                        "ends in .pdf");
    return FALSE;
  }
  switch (format) {
  case REFNET_PICTURE_PNG:
    return refnet_png_write(map->scene, map->typesetter, map->dpi, output, error);
  case REFNET_PICTURE_PDF:
    return refnet_pdf_write(map->scene, map->more, map->typesetter, map->as_of, output, error);
  case REFNET_PICTURE_SVG:
    break;
  }
  refnet_svg_write(map->scene, output);
  return refnet_output_ok(output) || refnet_output_commit(output, error);
}

void refnet_draw_cleanup(void) {
  pango_cairo_font_map_set_default(NULL);
  cairo_debug_reset_static_data();
  FcFini();
}
