/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Columns as wide as their headings need, within reason. */
#include "draw/gaps/gap_matrix.h"

#include <math.h>

#include "present/wording/words.h"

/* In points, at the natural size. */
#define ROW_HEIGHT 28.0
#define DENSE_ROW_HEIGHT 22.5
#define LEAST_LABEL 70.0
#define MOST_LABEL 190.0
#define LEAST_COLUMN 56.0
#define MOST_COLUMN 96.0
#define TOTAL_WIDTH 62.0

/* ---- text ------------------------------------------------------------------------------------ */

RefnetFont refnet_gap_matrix_font(const RefnetGapMatrix *page, double size, gboolean bold) {
  return (RefnetFont){size * page->unit, bold};
}

void refnet_gap_matrix_text(const RefnetGapMatrix *page, RefnetScene *scene, const char *text,
                            RefnetFont font, RefnetBox box, RefnetGapStyle style) {
  RefnetTextBlock block;
  RefnetTextStyle text_style = {
      .part = style.part, .owner = style.owner, .color = style.color, .align = style.align};
  g_autofree char *shown = refnet_text_display(text, 0);
  refnet_typesetter_wrap(page->typesetter, shown, font, box.width, style.lines, &block);
  double share = style.align == REFNET_ALIGN_LEFT ? 0 : style.align == REFNET_ALIGN_RIGHT ? 1 : 0.5;
  refnet_text_block_draw(&block, scene, box.x + (box.width - block.width) * share,
                         box.y + (box.height - block.height) / 2, &text_style);
  refnet_text_block_clear(&block);
}

const char *refnet_gap_matrix_service(const RefnetGapMatrix *page, guint32 row) {
  return page->dataset->services.names[page->table->services[row]];
}

const char *refnet_gap_matrix_area(const RefnetGapMatrix *page, guint32 column) {
  return page->dataset->areas[page->table->areas[column]].name;
}

char *refnet_gap_matrix_people(double people) {
  return people > 0 && people < 0.5 ? g_strdup("<1") : refnet_words_figure(round(people));
}

char *refnet_gap_matrix_total(const RefnetGapTotal *total, RefnetGapTotalKind kind) {
  if (kind == REFNET_GAP_TOTAL_CELLS)
    return refnet_words_digits(total ? total->cells : 0);
  return total && !isnan(total->unmet) ? refnet_gap_matrix_people(total->unmet) : g_strdup("–");
}

char *refnet_gap_matrix_grand_total(const RefnetGapMatrix *page, RefnetGapTotalKind kind) {
  RefnetGapTotal all = {.unmet = NAN};
  for (gsize i = 0; i < page->gaps->area_total_count; i++) {
    const RefnetGapTotal *area = &page->gaps->areas[i];
    all.cells += area->cells;
    if (!isnan(area->unmet))
      all.unmet = (isnan(all.unmet) ? 0 : all.unmet) + area->unmet;
  }
  return refnet_gap_matrix_total(&all, kind);
}

const char *refnet_gap_matrix_total_name(RefnetGapTotalKind kind) {
  return kind == REFNET_GAP_TOTAL_CELLS ? "Gaps" : "Unmet";
}

/* ---- measures -------------------------------------------------------------------------------- */

static double widest_word(const RefnetGapMatrix *page, const char *name) {
  double widest = 0;
  g_auto(GStrv) words = g_strsplit_set(name, " -/", -1);
  for (guint i = 0; words[i]; i++)
    widest =
        MAX(widest, refnet_typesetter_width(page->typesetter, words[i],
                                            refnet_gap_matrix_font(page, REFNET_GAP_FONT, TRUE)));
  return widest;
}

/* The tallest of the rows' names, or of the columns'. */
static double tallest(const RefnetGapMatrix *page, gboolean of_areas, double width) {
  const RefnetGapTable *table = page->table;
  double height = 0;
  for (guint32 i = 0; i < (of_areas ? table->area_count : table->service_count); i++) {
    RefnetTextBlock block;
    const char *name =
        of_areas ? refnet_gap_matrix_area(page, i) : refnet_gap_matrix_service(page, i);
    refnet_typesetter_wrap(page->typesetter, name,
                           refnet_gap_matrix_font(page, REFNET_GAP_FONT, of_areas), width,
                           REFNET_TEXT_LINES, &block);
    height = MAX(height, block.height);
    refnet_text_block_clear(&block);
  }
  return height;
}

static double widest_total(const RefnetGapMatrix *page) {
  double widest = 0;
  for (guint kind = 0; kind < page->totals; kind++) {
    RefnetFont font = refnet_gap_matrix_font(page, REFNET_GAP_FONT, TRUE);
    widest = MAX(widest, refnet_typesetter_width(page->typesetter,
                                                 refnet_gap_matrix_total_name(kind), font));
    g_autofree char *all = refnet_gap_matrix_grand_total(page, kind);
    widest = MAX(widest, refnet_typesetter_width(page->typesetter, all, font));
    for (guint32 r = 0; r < page->table->service_count; r++) {
      g_autofree char *text = refnet_gap_matrix_total(page->table->service_totals[r], kind);
      widest = MAX(widest, refnet_typesetter_width(page->typesetter, text, font));
    }
  }
  return widest;
}

void refnet_gap_matrix_measure(RefnetGapMatrix *page) {
  double unit = page->unit, label = LEAST_LABEL * unit, column = LEAST_COLUMN * unit;
  double most_label = MOST_LABEL * unit;
  if (page->most_label > 0)
    most_label = MIN(most_label, page->most_label);
  for (guint32 r = 0; r < page->table->service_count; r++)
    label =
        MAX(label, refnet_typesetter_width(page->typesetter, refnet_gap_matrix_service(page, r),
                                           refnet_gap_matrix_font(page, REFNET_GAP_FONT, FALSE)));
  for (guint32 c = 0; c < page->table->area_count; c++)
    column =
        MAX(column, widest_word(page, refnet_gap_matrix_area(page, c)) + REFNET_GAP_SPACE * unit);
  page->label_width = MIN(label, most_label);
  page->column_width = MIN(column, MOST_COLUMN * unit);
  page->header_height = tallest(page, TRUE, page->column_width - 4 * unit) + 6 * unit;
  gboolean is_dense = page->scales.is_slide || page->is_dense;
  page->row_height = MAX((is_dense ? DENSE_ROW_HEIGHT : ROW_HEIGHT) * unit,
                         tallest(page, FALSE, page->label_width) + 3 * unit);
  page->total_width = MAX(page->is_below ? 0 : TOTAL_WIDTH * unit, widest_total(page) + 12 * unit);
}

double refnet_gap_matrix_width(const RefnetGapMatrix *page) {
  return page->label_width + page->table->area_count * page->column_width +
         2 * REFNET_GAP_SPACE * page->unit + page->totals * page->total_width;
}

double refnet_gap_matrix_height(const RefnetGapMatrix *page) {
  return page->header_height + page->table->service_count * page->row_height +
         (REFNET_GAP_SPACE + page->column_totals * REFNET_GAP_TOTAL_HEIGHT) * page->unit;
}

RefnetBox refnet_gap_matrix_cell(const RefnetGapMatrix *page, guint32 row, guint32 column) {
  return (RefnetBox){page->cells_at.x + column * page->column_width,
                     page->cells_at.y + row * page->row_height, page->column_width,
                     page->row_height};
}
