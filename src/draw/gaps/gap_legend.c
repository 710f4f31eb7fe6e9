/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Entries, figures and notes, from the top down. */
#include "draw/gaps/gap_legend.h"

#include "draw/gaps/gap_marks.h"
#include "present/gap_sentences.h"
#include "present/words.h"

#define LEGEND_ROW 23.0 /* in points, at the natural size */
#define LINE_RGB 0xC5CCD3

/* A place in the legend that moves down; without a scene it only measures. */
typedef struct {
  const RefnetGapMatrix *page;
  RefnetScene *scene;
  double x, y;
} Cursor;

static void legend_text(Cursor *cursor, const char *text, double size, gboolean bold,
                        double space_before) {
  const RefnetGapMatrix *page = cursor->page;
  RefnetTextBlock block;
  RefnetTextStyle style = {.part = REFNET_PART_LEGEND,
                           .owner = REFNET_NONE,
                           .color = refnet_color(bold ? REFNET_INK : REFNET_MUTED_INK, 1)};
  refnet_typesetter_wrap(page->typesetter, text, refnet_gap_matrix_font(page, size, bold),
                         REFNET_GAP_LEGEND_WIDTH * page->unit, REFNET_TEXT_LINES, &block);
  cursor->y += space_before * page->unit;
  if (cursor->scene)
    refnet_text_block_draw(&block, cursor->scene, cursor->x, cursor->y, &style);
  cursor->y += block.height + 3 * page->unit;
  refnet_text_block_clear(&block);
}

static RefnetPrimitive *legend_swatch(const Cursor *cursor) {
  double unit = cursor->page->unit;
  RefnetBox box = {cursor->x, cursor->y + 2 * unit, 30 * unit, (LEGEND_ROW - 5) * unit};
  RefnetPrimitive *swatch = refnet_scene_add_rectangle(cursor->scene, REFNET_PART_LEGEND, box);
  swatch->stroke = refnet_color(LINE_RGB, 1);
  swatch->stroke_width = 0.5;
  return swatch;
}

/* Words and count of one entry; the swatch is drawn already. */
static void legend_entry(Cursor *cursor, const char *words, guint32 count) {
  const RefnetGapMatrix *page = cursor->page;
  double unit = page->unit;
  if (cursor->scene) {
    RefnetGapStyle style = {REFNET_PART_LEGEND, REFNET_NONE, refnet_color(REFNET_INK, 1),
                            REFNET_ALIGN_LEFT, 1};
    g_autofree char *figure = g_strdup_printf("%u", count);
    RefnetBox box = {cursor->x + 38 * unit, cursor->y, (REFNET_GAP_LEGEND_WIDTH - 78) * unit,
                     LEGEND_ROW * unit};
    refnet_gap_matrix_text(page, cursor->scene, words,
                           refnet_gap_matrix_font(page, REFNET_GAP_FONT + 1, FALSE), box, style);
    style.align = REFNET_ALIGN_RIGHT;
    box = (RefnetBox){cursor->x + (REFNET_GAP_LEGEND_WIDTH - 40) * unit, cursor->y, 40 * unit,
                      LEGEND_ROW * unit};
    refnet_gap_matrix_text(page, cursor->scene, figure,
                           refnet_gap_matrix_font(page, REFNET_GAP_FONT + 1, FALSE), box, style);
  }
  cursor->y += LEGEND_ROW * unit;
}

static void legend_status(Cursor *cursor, RefnetGapStatus status) {
  double unit = cursor->page->unit;
  g_autofree char *words = refnet_words_capital(g_strdup(refnet_gap_status_words(status)));
  if (cursor->scene) {
    RefnetPoint middle = {cursor->x + 15 * unit, cursor->y + (LEGEND_ROW / 2 - 0.5) * unit};
    legend_swatch(cursor)->fill = refnet_gap_fill(status);
    refnet_gap_symbol_draw(status, cursor->scene, REFNET_PART_LEGEND, REFNET_NONE, middle, 5 * unit,
                           refnet_gap_ink(status));
  }
  legend_entry(cursor, words, cursor->page->table->cells[status]);
}

static void legend_notes(Cursor *cursor) {
  const RefnetGapTable *table = cursor->page->table;
  guint32 silent = cursor->page->gaps->organizations_without_services;
  if (silent > 0) {
    g_autofree char *note =
        g_strdup_printf("%u %s no services; gaps may be overstated.", silent,
                        silent == 1 ? "organisation lists" : "organisations list");
    legend_text(cursor, note, REFNET_GAP_FONT, FALSE, 8);
  }
  if (table->services_left_out + table->areas_left_out > 0) {
    g_autofree char *note = g_strdup_printf(
        "Not shown, for want of room: services: %u, areas: %u. They rank below those shown.",
        table->services_left_out, table->areas_left_out);
    legend_text(cursor, note, REFNET_GAP_FONT, FALSE, 8);
  }
}

double refnet_gap_legend_draw(const RefnetGapMatrix *page, RefnetScene *scene, double x, double y) {
  const RefnetGapTable *table = page->table;
  Cursor cursor = {page, scene, x, y};
  legend_text(&cursor, "Findings, in cells", REFNET_GAP_FONT + 1.5, TRUE, 0);
  for (guint i = 0; i < REFNET_GAP_STATUSES; i++)
    if (table->cells[refnet_gap_gravity[i]] > 0)
      legend_status(&cursor, refnet_gap_gravity[i]);
  if (scene)
    legend_swatch(&cursor)->fill = refnet_color(REFNET_GAP_CLEAR_RGB, 1);
  legend_entry(&cursor, "No finding", table->clear);
  legend_text(&cursor, "A cell has the colour of its gravest finding, the first in this list.",
              REFNET_GAP_FONT, FALSE, 6);
  legend_text(&cursor, "Small symbols are further findings: a cell may be counted twice.",
              REFNET_GAP_FONT, FALSE, 0);
  legend_text(&cursor, "Figures", REFNET_GAP_FONT + 1.5, TRUE, 12);
  if (table->has_demand)
    legend_text(&cursor, "In a cell: people who need the service there, a year", REFNET_GAP_FONT,
                FALSE, 0);
  legend_text(&cursor, "Gaps: cells with a finding", REFNET_GAP_FONT, FALSE, 0);
  if (page->totals > REFNET_GAP_TOTAL_UNMET)
    legend_text(&cursor, "Unmet: people a year for whom no listed room was found", REFNET_GAP_FONT,
                FALSE, 0);
  legend_notes(&cursor);
  return cursor.y - y;
}
