/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of a legend, added one after the other. */
#include "draw/page/legend_parts.h"
#include "present/wording/words.h"

double refnet_legend_widest_text(const RefnetLegend *legend) {
  const RefnetScales *scales = legend->content.scales;
  return scales->legend.size * (scales->is_slide ? 11.5 : 15);
}

RefnetLegendRow *refnet_legend_add_row(RefnetLegend *legend, RefnetLegendSign sign,
                                       const char *text, RefnetFont font, double indent) {
  RefnetLegendRow row = {.sign = sign, .indent = indent};
  if (text)
    refnet_typesetter_wrap(legend->typesetter, text, font, refnet_legend_widest_text(legend), 2,
                           &row.text);
  row.height = MAX(refnet_legend_line_height(legend),
                   row.text.height + (legend->content.scales->is_slide ? 1 : 3));
  if (sign == REFNET_LEGEND_RING)
    row.height = MAX(row.height, 2 * refnet_legend_ring_radius(legend) + 7);
  g_array_append_val(legend->rows, row);
  return &g_array_index(legend->rows, RefnetLegendRow, legend->rows->len - 1);
}

void refnet_legend_add_heading(RefnetLegend *legend, const char *text) {
  RefnetLegendRow *row =
      refnet_legend_add_row(legend, REFNET_LEGEND_TEXT, text, legend->content.scales->heading, 0);
  row->space_before =
      refnet_legend_line_height(legend) * (legend->content.scales->is_slide ? 0.4 : 0.8);
  row->keep = 1;
}

RefnetLegendRow *refnet_legend_add_counted(RefnetLegend *legend, RefnetLegendSign sign,
                                           const char *text, guint64 count) {
  RefnetFont font = legend->content.scales->legend;
  g_autofree char *digits = refnet_words_digits(count);
  g_autofree char *counted = g_strdup_printf("%s: %s", text, digits);
  return refnet_legend_add_row(legend, sign, counted, font, refnet_legend_symbol_width(legend));
}
