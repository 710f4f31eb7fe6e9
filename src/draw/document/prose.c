/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Paragraphs and items line by line, with what marks them. */
#include "draw/document/prose.h"

#include <string.h>

#include "draw/signs/scales.h"

/* Longer lines than this many times the letters' size are hard to follow back. */
#define READABLE_MEASURE 46
#define MARKER_GAP 7
#define BOX_SIDE 8

static double measure_of(const RefnetGalley *galley, const RefnetProse *prose) {
  double room = galley->width - prose->indent;
  double readable = READABLE_MEASURE * refnet_type_style(prose->type)->font.size;
  return prose->measure > 0 ? MIN(prose->measure, room) : MIN(readable, room);
}

static void add_box(RefnetGalley *galley, double left, double middle) {
  RefnetBox box = {left, middle - BOX_SIDE / 2.0, BOX_SIDE, BOX_SIDE};
  RefnetPrimitive *square = refnet_scene_add_rectangle(galley->scene, REFNET_PART_MARK, box);
  square->stroke = refnet_color(REFNET_MUTED_INK, 1);
  square->stroke_width = 0.8;
}

static void add_number(RefnetGalley *galley, guint number, RefnetType type, double right) {
  g_autofree char *text = g_strdup_printf("%u", number);
  refnet_galley_add_text(galley, text, type, right, 0, TRUE);
  RefnetPrimitive *last = &g_array_index(galley->scene->primitives, RefnetPrimitive,
                                         refnet_scene_length(galley->scene) - 1);
  last->fill = refnet_color(REFNET_DOCUMENT_ACCENT, 1);
}

/* In the margin that the indent leaves, at the height of the first line. */
static void add_marker(RefnetGalley *galley, const RefnetProse *prose) {
  double middle = refnet_type_style(prose->type)->leading / 2;
  gsize first = refnet_scene_length(galley->scene);
  switch (prose->marker) {
  case REFNET_MARKER_NONE:
    return;
  case REFNET_MARKER_BULLET: {
    RefnetPoint at = {prose->indent - MARKER_GAP - 2, middle};
    refnet_scene_add_disc(galley->scene, REFNET_PART_MARK, at, 1.7)->fill =
        refnet_color(REFNET_DOCUMENT_ACCENT, 1);
    break;
  }
  case REFNET_MARKER_BOX:
    add_box(galley, prose->indent - MARKER_GAP - BOX_SIDE, middle);
    break;
  case REFNET_MARKER_NUMBER:
    add_number(galley, prose->number, REFNET_TYPE_STRONG, prose->indent - MARKER_GAP);
    break;
  }
  refnet_galley_add_part(galley, "Lbl", first);
}

/* The first two lines stay together, and the last two. */
static gboolean stays_with_next(guint line, guint count, gboolean keep) {
  if (line + 1 == count)
    return keep;
  return line == 0 || line + 2 == count;
}

gsize refnet_prose_set(RefnetGalley *galley, const char *text, const RefnetProse *prose) {
  const RefnetTypeStyle *style = refnet_type_style(prose->type);
  gsize first = galley->strips->len;
  g_autofree char *printable = refnet_lines_printable(text);
  if (!*printable)
    return first;
  double measure = measure_of(galley, prose);
  g_autoptr(GArray) lines = refnet_lines_break(galley->typesetter, printable, prose->type, measure);
  guint block = prose->block ? prose->block : refnet_galley_next_block(galley);
  for (guint i = 0; i < lines->len; i++) {
    const RefnetTextLine *line = &g_array_index(lines, RefnetTextLine, i);
    double before = i > 0 ? 0 : prose->before > 0 ? prose->before : style->before;
    gboolean from_right = line->right_to_left && lines->len > 1;
    double slack = from_right ? MAX(measure - line->width, 0) : 0;
    RefnetStrip *strip = refnet_galley_begin(galley, prose->tag ? prose->tag : "P", block, before);
    strip->keep = stays_with_next(i, lines->len, prose->keep);
    strip->outer = prose->outer;
    strip->outer_block = prose->outer_block;
    if (i == 0)
      add_marker(galley, prose);
    gsize body = refnet_scene_length(galley->scene);
    refnet_galley_add_line(galley, line, prose->type, prose->indent + slack, 0);
    if (prose->outer && strcmp(prose->outer, "L") == 0)
      refnet_galley_add_part(galley, "LBody", body);
    refnet_galley_end(galley, MAX(style->leading, line->ascent + line->descent));
  }
  return first;
}
