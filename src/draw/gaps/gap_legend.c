/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Entries, figures and notes: from the top down beside the table, or below it in rows. */
#include "draw/gaps/gap_legend.h"

#include "draw/gaps/gap_marks.h"
#include "present/gaps/gap_sentences.h"
#include "present/wording/words.h"

/* In points, at the natural size. */
#define LEGEND_ROW 23.0
#define SWATCH 30.0
#define FLOW_ROW 18.0
#define FLOW_SWATCH 22.0
#define FLOW_GAP 18.0
#define LINE_RGB 0xC5CCD3
/* Of those left out, so many are named, with so many letters. */
#define NAMED 2
#define LETTERS 34

/* A place in the legend that moves; without a scene it only measures. */
typedef struct {
  const RefnetGapMatrix *page;
  RefnetScene *scene;
  double left, x, y;
} Cursor;

static void legend_text(Cursor *cursor, const char *text, double size, gboolean bold,
                        double space_before) {
  const RefnetGapMatrix *page = cursor->page;
  RefnetTextBlock block;
  RefnetTextStyle style = {.part = REFNET_PART_LEGEND,
                           .owner = REFNET_NONE,
                           .color = refnet_color(bold ? REFNET_INK : REFNET_MUTED_INK, 1)};
  refnet_typesetter_wrap(page->typesetter, text, refnet_gap_matrix_font(page, size, bold),
                         page->legend_width, REFNET_TEXT_LINES, &block);
  cursor->y += space_before * page->unit;
  if (cursor->scene)
    refnet_text_block_draw(&block, cursor->scene, cursor->left, cursor->y, &style);
  cursor->y += block.height + 3 * page->unit;
  refnet_text_block_clear(&block);
}

/* ---- what is left out ------------------------------------------------------------------------ */

/* "12 more services: respite care, child care and ten others"; NULL when none is left out. */
static char *left_out(const RefnetGapMatrix *page, gboolean of_areas, guint named) {
  const RefnetGapTable *whole = page->whole, *table = page->table;
  guint32 shown = of_areas ? table->area_count : table->service_count;
  guint32 known = of_areas ? whole->area_count : whole->service_count;
  guint32 all = known + (of_areas ? whole->areas_left_out : whole->services_left_out);
  g_auto(GStrv) names = g_new0(char *, (gsize)all + 1);
  if (all == shown)
    return NULL;
  for (guint32 i = shown; i < all; i++) {
    /* Those past the whole have no place in it; they are never named. */
    const char *name = i >= known ? ""
                       : of_areas ? page->dataset->areas[whole->areas[i]].name
                                  : page->dataset->services.names[whole->services[i]];
    names[i - shown] = refnet_text_display(name, LETTERS);
  }
  const char *kind = of_areas ? "area" : "service", *ending = all - shown == 1 ? "" : "s";
  g_autofree char *number = refnet_words_digits(all - shown);
  if (named == 0 || known - shown < named)
    return g_strdup_printf("%s more %s%s", number, kind, ending);
  g_autofree char *list = refnet_words_list((const char *const *)names, all - shown, named);
  return g_strdup_printf("%s more %s%s: %s", number, kind, ending, list);
}

/* "Services 5 to 8 of 28, areas 1 to 5 of 10." */
static char *part_in_words(const RefnetGapMatrix *page) {
  const RefnetGapTable *whole = page->whole;
  const RefnetGapPart *shown = &page->shown;
  return g_strdup_printf(
      "Services %u to %u of %u, areas %u to %u of %u.%s", shown->first_service + 1,
      shown->first_service + shown->services, whole->service_count + whole->services_left_out,
      shown->first_area + 1, shown->first_area + shown->areas,
      whole->area_count + whole->areas_left_out, page->is_cut ? " The others are left out." : "");
}

/* "And 12 more services: …; 3 more areas: …."; NULL when none is. Further pages say what they show.
 */
static char *left_out_of_both(const RefnetGapMatrix *page, guint named) {
  if (page->number > 1)
    return part_in_words(page);
  g_autofree char *services = left_out(page, FALSE, named), *areas = left_out(page, TRUE, named);
  if (!services && !areas)
    return NULL;
  return g_strdup_printf("And %s%s%s%s.", services ? services : "",
                         !services || !areas ? ""
                         : named == 0        ? " and "
                                             : "; ",
                         areas ? areas : "", page->number > 0 ? "; further pages go on" : "");
}

static char *silence(const RefnetGapMatrix *page) {
  guint32 silent = page->gaps->organizations_without_services;
  if (silent == 0)
    return NULL;
  g_autofree char *who = refnet_words_tally(silent, "organisation lists", "organisations list");
  return g_strdup_printf("%s no services; gaps may be overstated.", who);
}

/* ---- entries --------------------------------------------------------------------------------- */

/* The color of a finding and its symbol; `status` -1: none. */
static void draw_swatch(const Cursor *cursor, int status, double width, double height) {
  double unit = cursor->page->unit;
  RefnetBox box = {cursor->x, cursor->y + 2 * unit, width * unit, (height - 5) * unit};
  RefnetPrimitive *swatch = refnet_scene_add_rectangle(cursor->scene, REFNET_PART_LEGEND, box);
  RefnetPoint middle = {box.x + box.width / 2, box.y + box.height / 2};
  swatch->stroke = refnet_color(LINE_RGB, 1);
  swatch->stroke_width = 0.5;
  swatch->fill = refnet_color(REFNET_GAP_CLEAR_RGB, 1);
  if (status < 0)
    return;
  swatch->fill = refnet_gap_fill((RefnetGapStatus)status);
  refnet_gap_symbol_draw((RefnetGapStatus)status, cursor->scene, REFNET_PART_LEGEND, REFNET_NONE,
                         middle, 5 * unit, refnet_gap_ink((RefnetGapStatus)status));
}

/* A row of the column, with the count at its right. */
static void column_entry(Cursor *cursor, int status, const char *words, guint32 count) {
  const RefnetGapMatrix *page = cursor->page;
  double unit = page->unit;
  if (cursor->scene) {
    RefnetGapStyle style = {REFNET_PART_LEGEND, REFNET_NONE, refnet_color(REFNET_INK, 1),
                            REFNET_ALIGN_LEFT, 1};
    RefnetFont font = refnet_gap_matrix_font(page, REFNET_GAP_FONT + 1, FALSE);
    g_autofree char *figure = refnet_words_digits(count);
    draw_swatch(cursor, status, SWATCH, LEGEND_ROW);
    RefnetBox box = {cursor->x + 38 * unit, cursor->y, page->legend_width - 78 * unit,
                     LEGEND_ROW * unit};
    refnet_gap_matrix_text(page, cursor->scene, words, font, box, style);
    style.align = REFNET_ALIGN_RIGHT;
    box = (RefnetBox){cursor->x + page->legend_width - 40 * unit, cursor->y, 40 * unit,
                      LEGEND_ROW * unit};
    refnet_gap_matrix_text(page, cursor->scene, figure, font, box, style);
  }
  cursor->y += LEGEND_ROW * unit;
}

/* One of several in a row, after the one before it where there is room. */
static void flow_entry(Cursor *cursor, int status, const char *words, guint32 count) {
  const RefnetGapMatrix *page = cursor->page;
  double unit = page->unit, text_at = (FLOW_SWATCH + 7) * unit;
  RefnetFont font = refnet_gap_matrix_font(page, REFNET_GAP_FONT, FALSE);
  RefnetGapStyle style = {REFNET_PART_LEGEND, REFNET_NONE, refnet_color(REFNET_INK, 1),
                          REFNET_ALIGN_LEFT, 1};
  g_autofree char *number = refnet_words_digits(count);
  g_autofree char *text = g_strdup_printf("%s: %s", words, number);
  double width = refnet_typesetter_width(page->typesetter, text, font) + 1;
  if (cursor->x > cursor->left && cursor->x + text_at + width > cursor->left + page->legend_width) {
    cursor->x = cursor->left;
    cursor->y += FLOW_ROW * unit;
  }
  if (cursor->scene) {
    draw_swatch(cursor, status, FLOW_SWATCH, FLOW_ROW);
    refnet_gap_matrix_text(
        page, cursor->scene, text, font,
        (RefnetBox){cursor->x + text_at, cursor->y, width, (FLOW_ROW - 1) * unit}, style);
  }
  cursor->x += text_at + width + FLOW_GAP * unit;
}

static void legend_entries(Cursor *cursor) {
  const RefnetGapTable *table = cursor->page->table;
  void (*entry)(Cursor *, int, const char *, guint32) =
      cursor->page->is_below ? flow_entry : column_entry;
  for (guint i = 0; i < REFNET_GAP_STATUSES; i++) {
    RefnetGapStatus status = refnet_gap_gravity[i];
    g_autofree char *words = refnet_words_capital(g_strdup(refnet_gap_status_words(status)));
    if (table->cells[status] > 0)
      entry(cursor, (int)status, words, table->cells[status]);
  }
  entry(cursor, -1, "No finding", table->clear);
}

/* ---- all of it ------------------------------------------------------------------------------- */

/* Has any cell more than one? */
static gboolean has_further_findings(const RefnetGapTable *table) {
  guint32 findings = table->clear;
  for (guint i = 0; i < REFNET_GAP_STATUSES; i++)
    findings += table->cells[i];
  return findings > table->service_count * table->area_count;
}

static void draw_column(Cursor *cursor) {
  const RefnetGapMatrix *page = cursor->page;
  legend_text(cursor, "Findings, in cells", REFNET_GAP_FONT + 1.5, TRUE, 0);
  legend_entries(cursor);
  if (has_further_findings(page->table)) {
    legend_text(cursor, "A cell has the colour of its gravest finding, the first in this list.",
                REFNET_GAP_FONT, FALSE, 6);
    legend_text(cursor, "Small symbols are further findings: a cell may be counted twice.",
                REFNET_GAP_FONT, FALSE, 0);
  }
  legend_text(cursor, "Figures", REFNET_GAP_FONT + 1.5, TRUE, 12);
  if (page->table->has_demand)
    legend_text(cursor, "In a cell: people who need the service there, a year", REFNET_GAP_FONT,
                FALSE, 0);
  legend_text(cursor, "Gaps: cells with a finding", REFNET_GAP_FONT, FALSE, 0);
  if (page->totals > REFNET_GAP_TOTAL_UNMET)
    legend_text(cursor, "Unmet: people a year for whom no listed room was found", REFNET_GAP_FONT,
                FALSE, 0);
  g_autofree char *more = left_out_of_both(page, NAMED), *silent = silence(page);
  if (silent)
    legend_text(cursor, silent, REFNET_GAP_FONT, FALSE, 8);
  if (more) {
    legend_text(cursor, more, REFNET_GAP_FONT, FALSE, 8);
    if (page->number == 0)
      legend_text(cursor, "They rank below those shown; totals count them, too.", REFNET_GAP_FONT,
                  FALSE, 0);
  }
}

static char *flow_sentences(const RefnetGapMatrix *page, guint named) {
  g_autofree char *more = left_out_of_both(page, named), *silent = silence(page);
  GString *text = g_string_new(more);
  if (page->table->has_demand)
    g_string_append(text, " In a cell: people in need a year.");
  if (has_further_findings(page->table))
    g_string_append(text, " Small symbols: further findings.");
  if (page->totals > REFNET_GAP_TOTAL_UNMET)
    g_string_append(text, " Unmet: people without a listed place");
  else
    g_string_append(text, " Gaps: cells with a finding");
  g_string_append(text, page->table->areas_left_out > 0 ? ", in all areas." : ".");
  if (silent)
    g_string_append_printf(text, " %s", silent);
  return g_strstrip(g_string_free(text, FALSE));
}

/* Sentences follow each other, for there is room for few lines; so few are named that all end. */
static void draw_flow(Cursor *cursor) {
  const RefnetGapMatrix *page = cursor->page;
  RefnetFont font = refnet_gap_matrix_font(page, REFNET_GAP_FONT, FALSE);
  guint named = NAMED;
  char *text = flow_sentences(page, named);
  while (named > 0 && refnet_typesetter_width(page->typesetter, text, font) >
                          (REFNET_TEXT_LINES - .2) * page->legend_width) {
    g_free(text);
    text = flow_sentences(page, --named);
  }
  legend_entries(cursor);
  cursor->y += FLOW_ROW * page->unit;
  legend_text(cursor, text, REFNET_GAP_FONT, FALSE, 4);
  g_free(text);
}

double refnet_gap_legend_draw(const RefnetGapMatrix *page, RefnetScene *scene, double x, double y) {
  Cursor cursor = {page, scene, x, x, y};
  if (page->is_below)
    draw_flow(&cursor);
  else
    draw_column(&cursor);
  return cursor.y - y;
}
