/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Large figures with their labels, abreast. */
#include "draw/document/figures.h"

#define MOST_ABREAST 4
#define GAP 18
#define RULE 2

/* Sets a text in the open strip below `y`; returns where it ends. */
static double set_text(RefnetGalley *galley, const char *text, RefnetType type, double x, double y,
                       double width) {
  g_autofree char *printable = refnet_lines_printable(text ? text : "");
  if (!*printable)
    return y;
  g_autoptr(GArray) lines = refnet_lines_break(galley->typesetter, printable, type, width);
  double leading = refnet_type_style(type)->leading;
  for (guint i = 0; i < lines->len; i++) {
    const RefnetTextLine *line = &g_array_index(lines, RefnetTextLine, i);
    refnet_galley_add_line(galley, line, type, x, y);
    y += MAX(leading, line->ascent + line->descent);
  }
  return y;
}

static double set_figure(RefnetGalley *galley, const RefnetDocumentFigure *figure, double x,
                         double width) {
  gsize first = refnet_scene_length(galley->scene);
  refnet_galley_add_rule(galley, x, 0, width, RULE, REFNET_DOCUMENT_ACCENT);
  double y = set_text(galley, figure->value, REFNET_TYPE_FIGURE, x, RULE + 4, width);
  y = set_text(galley, figure->label, REFNET_TYPE_FIGURE_LABEL, x, y, width);
  y = set_text(galley, figure->meaning, REFNET_TYPE_FOOTER, x, y + 2, width);
  refnet_galley_add_part(galley, "P", first);
  return y;
}

/* As few rows as there can be, with as many figures in each. */
static gsize abreast(gsize length) {
  gsize rows = (length + MOST_ABREAST - 1) / MOST_ABREAST;
  return (length + rows - 1) / rows;
}

void refnet_figures_set(RefnetGalley *galley, const RefnetDocumentFigure *figures, gsize length) {
  if (length == 0)
    return;
  gsize columns = abreast(length);
  double width = (galley->width - (columns - 1.0) * GAP) / columns;
  for (gsize i = 0; i < length; i += columns) {
    double bottom = 0;
    refnet_galley_begin(galley, "Div", refnet_galley_next_block(galley),
                        refnet_type_style(REFNET_TYPE_FIGURE)->before);
    for (gsize k = i; k < MIN(i + columns, length); k++) {
      double end = set_figure(galley, &figures[k], (k - i) * (width + GAP), width);
      bottom = MAX(bottom, end);
    }
    refnet_galley_end(galley, bottom);
  }
  galley->after = refnet_type_style(REFNET_TYPE_FIGURE)->before;
}
