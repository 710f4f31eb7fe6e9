/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Headings, and what rows and columns add up to. */
#include "draw/gaps/gap_margins.h"

void refnet_gap_headings_draw(const RefnetGapMatrix *page, RefnetScene *scene) {
  RefnetGapStyle style = {REFNET_PART_LABEL, 0, refnet_color(REFNET_INK, 1), REFNET_ALIGN_RIGHT,
                          REFNET_TEXT_LINES};
  double unit = page->unit;
  for (guint32 r = 0; r < page->table->service_count; r++) {
    RefnetBox box = refnet_gap_matrix_cell(page, r, 0);
    box.x -= page->label_width + REFNET_GAP_SPACE * unit;
    box.width = page->label_width;
    style.owner = refnet_scene_add_owner(scene, refnet_gap_matrix_service(page, r),
                                         refnet_gap_matrix_service(page, r));
    refnet_gap_matrix_text(page, scene, refnet_gap_matrix_service(page, r),
                           refnet_gap_matrix_font(page, REFNET_GAP_FONT, FALSE), box, style);
  }
  style.align = REFNET_ALIGN_CENTER;
  for (guint32 c = 0; c < page->table->area_count; c++) {
    RefnetBox box = refnet_gap_matrix_cell(page, 0, c);
    box = (RefnetBox){box.x + 2 * unit, box.y - page->header_height, box.width - 4 * unit,
                      page->header_height};
    style.owner = refnet_scene_add_owner(scene, page->dataset->areas[page->table->areas[c]].key,
                                         refnet_gap_matrix_area(page, c));
    refnet_gap_matrix_text(page, scene, refnet_gap_matrix_area(page, c),
                           refnet_gap_matrix_font(page, REFNET_GAP_FONT, TRUE), box, style);
  }
}

static RefnetBox row_total_box(const RefnetGapMatrix *page, guint32 row, guint kind) {
  double unit = page->unit;
  RefnetBox box = refnet_gap_matrix_cell(page, row, page->table->area_count);
  return (RefnetBox){box.x + REFNET_GAP_SPACE * unit + kind * page->total_width, box.y,
                     page->total_width - 8 * unit, box.height};
}

static RefnetBox column_total_box(const RefnetGapMatrix *page, guint32 column, guint kind) {
  double unit = page->unit;
  RefnetBox box = refnet_gap_matrix_cell(page, page->table->service_count, column);
  return (RefnetBox){box.x, box.y + (REFNET_GAP_SPACE + kind * REFNET_GAP_TOTAL_HEIGHT) * unit,
                     box.width - 5 * unit, REFNET_GAP_TOTAL_HEIGHT * unit};
}

static RefnetGapStyle total_style(void) {
  return (RefnetGapStyle){REFNET_PART_TOTAL, REFNET_NONE, refnet_color(REFNET_INK, 1),
                          REFNET_ALIGN_RIGHT, 1};
}

static void draw_row_totals(const RefnetGapMatrix *page, RefnetScene *scene, guint kind) {
  RefnetGapStyle style = total_style();
  RefnetBox heading = row_total_box(page, 0, kind);
  heading.y -= page->header_height;
  heading.height = page->header_height;
  refnet_gap_matrix_text(page, scene, refnet_gap_matrix_total_name(kind),
                         refnet_gap_matrix_font(page, REFNET_GAP_FONT, TRUE), heading, style);
  for (guint32 r = 0; r < page->table->service_count; r++) {
    g_autofree char *text = refnet_gap_matrix_total(page->table->service_totals[r], kind);
    refnet_gap_matrix_text(page, scene, text, refnet_gap_matrix_font(page, REFNET_GAP_FONT, FALSE),
                           row_total_box(page, r, kind), style);
  }
}

static void draw_column_totals(const RefnetGapMatrix *page, RefnetScene *scene, guint kind) {
  RefnetGapStyle style = total_style();
  RefnetBox heading = column_total_box(page, 0, kind);
  heading.x -= page->label_width + REFNET_GAP_SPACE * page->unit;
  heading.width = page->label_width;
  refnet_gap_matrix_text(page, scene, refnet_gap_matrix_total_name(kind),
                         refnet_gap_matrix_font(page, REFNET_GAP_FONT, TRUE), heading, style);
  for (guint32 c = 0; c < page->table->area_count; c++) {
    g_autofree char *text = refnet_gap_matrix_total(page->table->area_totals[c], kind);
    refnet_gap_matrix_text(page, scene, text, refnet_gap_matrix_font(page, REFNET_GAP_FONT, FALSE),
                           column_total_box(page, c, kind), style);
  }
}

static void draw_grand_total(const RefnetGapMatrix *page, RefnetScene *scene, guint kind) {
  RefnetGapStyle style = total_style();
  RefnetBox box = column_total_box(page, 0, kind);
  RefnetBox right = row_total_box(page, 0, kind);
  box.x = right.x;
  box.width = right.width;
  g_autofree char *text = refnet_gap_matrix_grand_total(page, kind);
  refnet_gap_matrix_text(page, scene, text, refnet_gap_matrix_font(page, REFNET_GAP_FONT, TRUE),
                         box, style);
}

void refnet_gap_totals_draw(const RefnetGapMatrix *page, RefnetScene *scene) {
  for (guint kind = 0; kind < page->totals; kind++)
    draw_row_totals(page, scene, kind);
  for (guint kind = 0; kind < page->column_totals; kind++) {
    draw_column_totals(page, scene, kind);
    draw_grand_total(page, scene, kind);
  }
}
