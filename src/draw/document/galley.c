/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Strips begun and ended, and what is put into the open one. */
#include "draw/document/galley.h"

static void clear_heading(gpointer heading) {
  g_free(((RefnetHeading *)heading)->text);
}

void refnet_galley_init(RefnetGalley *galley, RefnetTypesetter *typesetter, double width,
                        double height) {
  *galley = (RefnetGalley){.typesetter = typesetter, .width = width, .height = height};
  galley->scene = refnet_scene_new(width, height, "");
  galley->strips = g_array_new(FALSE, FALSE, sizeof(RefnetStrip));
  galley->parts = g_array_new(FALSE, FALSE, sizeof(RefnetPdfPart));
  galley->headings = g_array_new(FALSE, FALSE, sizeof(RefnetHeading));
  g_array_set_clear_func(galley->headings, clear_heading);
  galley->tables = g_array_new(FALSE, FALSE, sizeof(guint32));
}

void refnet_galley_clear(RefnetGalley *galley) {
  refnet_scene_free(galley->scene);
  g_array_unref(galley->strips);
  g_array_unref(galley->parts);
  g_array_unref(galley->headings);
  g_array_unref(galley->tables);
}

guint refnet_galley_next_block(RefnetGalley *galley) {
  return ++galley->blocks;
}

const char *refnet_galley_keep(RefnetGalley *galley, const char *text) {
  return g_string_chunk_insert(galley->scene->strings, text);
}

const RefnetHeading *refnet_galley_find(const RefnetGalley *galley, const char *id) {
  for (guint i = 0; i < galley->headings->len; i++) {
    const RefnetHeading *heading = &g_array_index(galley->headings, RefnetHeading, i);
    if (g_str_equal(heading->id, id))
      return heading;
  }
  return NULL;
}

RefnetStrip *refnet_galley_begin(RefnetGalley *galley, const char *tag, guint block,
                                 double before) {
  RefnetStrip strip = {.first = refnet_scene_length(galley->scene),
                       .first_part = galley->parts->len,
                       .before = MAX(before, galley->after),
                       .tag = tag,
                       .block = block,
                       .table = REFNET_NONE,
                       .heading = REFNET_NONE};
  galley->after = 0;
  g_array_append_val(galley->strips, strip);
  return refnet_galley_strip(galley, galley->strips->len - 1);
}

void refnet_galley_end(RefnetGalley *galley, double height) {
  RefnetStrip *strip = refnet_galley_strip(galley, galley->strips->len - 1);
  strip->end = refnet_scene_length(galley->scene);
  strip->end_part = galley->parts->len;
  strip->height = height;
}

RefnetStrip *refnet_galley_strip(const RefnetGalley *galley, gsize index) {
  return &g_array_index(galley->strips, RefnetStrip, index);
}

RefnetPrimitive *refnet_galley_add_line(RefnetGalley *galley, const RefnetTextLine *line,
                                        RefnetType type, double x, double y) {
  const RefnetTypeStyle *style = refnet_type_style(type);
  double height = line->ascent + line->descent;
  double top = y + MAX(style->leading - height, 0) / 2;
  RefnetBox box = {x, top, line->width, height};
  RefnetPrimitive *primitive = refnet_scene_add_text(galley->scene, REFNET_PART_LABEL, line->text,
                                                     style->font, box, top + line->ascent);
  primitive->fill = refnet_color(style->rgb, 1);
  primitive->right_to_left = line->right_to_left;
  return primitive;
}

void refnet_galley_add_text(RefnetGalley *galley, const char *text, RefnetType type, double x,
                            double y, gboolean from_right) {
  g_autofree char *printable = refnet_lines_printable(text);
  g_autoptr(GArray) lines = refnet_lines_break(galley->typesetter, printable, type, G_MAXINT16);
  const RefnetTextLine *line = &g_array_index(lines, RefnetTextLine, 0);
  refnet_galley_add_line(galley, line, type, from_right ? x - line->width : x, y);
}

void refnet_galley_add_rule(RefnetGalley *galley, double x, double y, double width,
                            double thickness, guint32 rgb) {
  RefnetBox box = {x, y, width, thickness};
  refnet_scene_add_rectangle(galley->scene, REFNET_PART_FRAME, box)->fill = refnet_color(rgb, 1);
}

static void add_part(RefnetGalley *galley, RefnetPdfPart part) {
  part.end = refnet_scene_length(galley->scene);
  if (part.end > part.first)
    g_array_append_val(galley->parts, part);
}

void refnet_galley_add_part(RefnetGalley *galley, const char *tag, gsize first) {
  add_part(galley, (RefnetPdfPart){.tag = tag, .first = first});
}

void refnet_galley_add_link(RefnetGalley *galley, const char *uri, gsize first) {
  add_part(galley,
           (RefnetPdfPart){.tag = "Link", .first = first, .uri = refnet_galley_keep(galley, uri)});
}

void refnet_galley_add_picture(RefnetGalley *galley, const char *alternative, gsize first) {
  add_part(galley, (RefnetPdfPart){.tag = "Figure",
                                   .first = first,
                                   .alternative = refnet_galley_keep(galley, alternative)});
}
