/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The legend is a list of rows that flows through columns: headings, entries, then the numbered
 * key. */
#include "draw/page/legend.h"

#include <string.h>

#include "draw/page/legend_parts.h"

#define COLUMN_GAP 22.0
#define NARROWEST 150.0
#define NARROWEST_ON_SLIDE 120.0
/* Shares of the space between rows, one tried after the other. */
static const double squeezed[] = {0.75, 0.5, 0.25};
/* What a slide leaves out, one tried after the other. */
static const guint spared[] = {
    REFNET_SPARE_WAYS, REFNET_SPARE_NOTE, REFNET_SPARE_WAYS | REFNET_SPARE_NOTE,
    REFNET_SPARE_WAYS | REFNET_SPARE_NOTE | REFNET_SPARE_WIDTHS,
    REFNET_SPARE_WAYS | REFNET_SPARE_NOTE | REFNET_SPARE_WIDTHS | REFNET_SPARE_PLAIN_WAY};

/* ---- columns --------------------------------------------------------------------------------- */

/* Where row i goes. A heading does not stay behind at a column's end, nor the beginning of a key.
 */
static void flow(const RefnetLegend *legend, guint i, guint *column, double *y) {
  const RefnetLegendRow *row = &g_array_index(legend->rows, RefnetLegendRow, i);
  double needed = row->height;
  for (guint k = 1; k <= row->keep && i + k < legend->rows->len; k++)
    needed += g_array_index(legend->rows, RefnetLegendRow, i + k).height;
  double space = *y > 0 ? row->space_before : 0;
  if (*y > 0 && *y + space + needed > legend->height + 1e-6) {
    (*column)++;
    *y = 0;
    space = 0;
  }
  *y += space;
}

static double row_width(const RefnetLegendRow *row) {
  gboolean is_group = row->sign == REFNET_LEGEND_GROUP || row->sign == REFNET_LEGEND_FORM ||
                      row->sign == REFNET_LEGEND_GROUND;
  double figure = is_group ? row->figure.width + 16 : 0;
  return row->indent + row->text.width + figure;
}

static void measure_columns(RefnetLegend *legend) {
  guint column = 0;
  double y = 0;
  for (guint i = 0; i < legend->rows->len; i++) {
    const RefnetLegendRow *row = &g_array_index(legend->rows, RefnetLegendRow, i);
    flow(legend, i, &column, &y);
    y += row->height;
    double width = row->sign == REFNET_LEGEND_NUMBER  ? 0
                   : legend->content.scales->is_slide ? NARROWEST_ON_SLIDE
                                                      : NARROWEST;
    if (column < legend->columns->len)
      width = MAX(width, g_array_index(legend->columns, double, column));
    g_array_set_size(legend->columns, column + 1);
    g_array_index(legend->columns, double, column) = MAX(width, row_width(row));
  }
}

static void measure_anew(RefnetLegend *legend) {
  g_array_set_size(legend->columns, 0);
  measure_columns(legend);
}

/* Rows closer together, as near as their words allow. */
static void squeeze(RefnetLegend *legend, double share) {
  for (guint i = 0; i < legend->rows->len; i++) {
    RefnetLegendRow *row = &g_array_index(legend->rows, RefnetLegendRow, i);
    row->space_before *= share;
    if (row->sign != REFNET_LEGEND_NUMBER && row->text.line_count > 0)
      row->height = MAX(row->text.height, row->height * (1 + share) / 2);
  }
  measure_anew(legend);
}

/* A few rows too many are not worth a column that the drawing would lose. FALSE: they need it. */
static gboolean squeeze_last_column(RefnetLegend *legend, guint columns) {
  if (legend->columns->len < columns)
    return TRUE;
  g_autoptr(GArray) rows = g_array_copy(legend->rows);
  for (guint i = 0; i < G_N_ELEMENTS(squeezed); i++) {
    squeeze(legend, squeezed[i]);
    if (legend->columns->len < columns)
      return TRUE;
    memcpy(legend->rows->data, rows->data, rows->len * sizeof(RefnetLegendRow));
  }
  measure_anew(legend);
  return FALSE;
}

static void clear_row(RefnetLegendRow *row) {
  refnet_text_block_clear(&row->text);
  refnet_text_block_clear(&row->figure);
}

/* Those of `rows` that are spare for one of these reasons, or all others. */
static GArray *pick_rows(const GArray *rows, guint spare, gboolean are_spare) {
  GArray *picked = g_array_new(FALSE, TRUE, sizeof(RefnetLegendRow));
  for (guint i = 0; i < rows->len; i++) {
    RefnetLegendRow row = g_array_index(rows, RefnetLegendRow, i);
    if (((row.spare & spare) != 0) == are_spare)
      g_array_append_val(picked, row);
  }
  return picked;
}

/* FALSE: as many columns are needed without them, so nothing is left out. */
static gboolean leave_out(RefnetLegend *legend, guint spare, guint columns) {
  g_autoptr(GArray) all = legend->rows;
  legend->rows = pick_rows(all, spare, FALSE);
  measure_anew(legend);
  if (squeeze_last_column(legend, columns)) {
    g_autoptr(GArray) left_out = pick_rows(all, spare, TRUE);
    for (guint i = 0; i < left_out->len; i++)
      clear_row(&g_array_index(left_out, RefnetLegendRow, i));
    return TRUE;
  }
  g_array_unref(legend->rows);
  legend->rows = g_steal_pointer(&all);
  measure_anew(legend);
  return FALSE;
}

/* One column fewer, if there are several: by squeezing, on a slide by leaving out what it can do
 * without, too. */
static void save_column(RefnetLegend *legend) {
  guint columns = legend->columns->len;
  if (columns < 2 || squeeze_last_column(legend, columns) || !legend->content.scales->is_slide)
    return;
  for (guint i = 0; i < G_N_ELEMENTS(spared); i++)
    if (leave_out(legend, spared[i], columns))
      return;
}

RefnetLegend *refnet_legend_new(RefnetTypesetter *typesetter, const RefnetLegendContent *content,
                                double height) {
  RefnetLegend *legend = g_new0(RefnetLegend, 1);
  legend->typesetter = typesetter;
  legend->content = *content;
  legend->height = height;
  legend->rows = g_array_new(FALSE, TRUE, sizeof(RefnetLegendRow));
  legend->columns = g_array_new(FALSE, TRUE, sizeof(double));
  if (content->departure)
    refnet_legend_list_departure(legend);
  if (content->story)
    refnet_legend_list_story(legend);
  refnet_legend_list_groups(legend);
  if (content->hulls)
    refnet_legend_list_grounds(legend);
  if (content->by_community)
    refnet_legend_list_communities(legend);
  if (content->has_ties || !content->encoding->size_is_degree)
    refnet_legend_list_sizes(legend);
  if (content->has_ties)
    refnet_legend_list_relationships(legend);
  refnet_legend_list_note(legend);
  refnet_legend_list_key(legend);
  measure_columns(legend);
  save_column(legend);
  return legend;
}

void refnet_legend_free(RefnetLegend *legend) {
  if (!legend)
    return;
  for (guint i = 0; i < legend->rows->len; i++)
    clear_row(&g_array_index(legend->rows, RefnetLegendRow, i));
  g_array_unref(legend->rows);
  g_array_unref(legend->columns);
  g_free(legend);
}

/* From the legend's left side to that of a column, or past the last one. */
static double column_offset(const RefnetLegend *legend, guint column) {
  double offset = 0;
  for (guint i = 0; i < column; i++)
    offset += g_array_index(legend->columns, double, i) + COLUMN_GAP;
  return offset;
}

double refnet_legend_width(const RefnetLegend *legend) {
  return MAX(column_offset(legend, legend->columns->len) - COLUMN_GAP, 0);
}

double refnet_legend_height(const RefnetLegend *legend) {
  guint column = 0;
  double y = 0, height = 0;
  for (guint i = 0; i < legend->rows->len; i++) {
    flow(legend, i, &column, &y);
    y += g_array_index(legend->rows, RefnetLegendRow, i).height;
    height = MAX(height, y);
  }
  return height;
}

static void set_height(RefnetLegend *legend, double height) {
  legend->height = height;
  measure_anew(legend);
}

void refnet_legend_lay_flat(RefnetLegend *legend, double width) {
  double low = 0, high = 0;
  for (guint i = 0; i < legend->rows->len; i++)
    high += g_array_index(legend->rows, RefnetLegendRow, i).height +
            g_array_index(legend->rows, RefnetLegendRow, i).space_before;
  while (high - low > 1) {
    double middle = (low + high) / 2;
    set_height(legend, middle);
    *(refnet_legend_width(legend) <= width ? &high : &low) = middle;
  }
  set_height(legend, high);
}

void refnet_legend_draw(const RefnetLegend *legend, RefnetScene *scene, double x, double y) {
  guint column = 0;
  double down = 0;
  for (guint i = 0; i < legend->rows->len; i++) {
    flow(legend, i, &column, &down);
    RefnetLegendRow row = g_array_index(legend->rows, RefnetLegendRow, i);
    row.width = g_array_index(legend->columns, double, column);
    refnet_legend_draw_row(legend, &row, scene, x + column_offset(legend, column), y + down);
    down += row.height;
  }
}
