/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Service gaps as a heat matrix: services by areas, the gravest finding of a cell as its color and
 * symbol, further ones as small symbols, the people in need as its figure, totals at the margins.
 */
#include <math.h>

#include "draw/gaps/gap_marks.h"
#include "draw/gaps/gap_table.h"
#include "draw/page/frame.h"
#include "draw/scene/map.h"
#include "present/gap_sentences.h"
#include "present/words.h"

#define MOST_SERVICES 60
#define MOST_SERVICES_ON_SLIDE 16 /* those with the most unmet need come first */
#define MOST_AREAS 40
/* In points, at the natural size. */
#define FONT 10.5
#define ROW_HEIGHT 28.0
#define TOTAL_HEIGHT 22.0
#define LEAST_LABEL 70.0
#define MOST_LABEL 190.0
#define LEAST_COLUMN 56.0
#define MOST_COLUMN 96.0
#define TOTAL_WIDTH 62.0
#define GAP 8.0
#define LEGEND_GAP 34.0
#define LEGEND_WIDTH 220.0
#define LEGEND_ROW 23.0
#define CLEAR_RGB 0xEDF0F3
#define LINE_RGB 0xC5CCD3

/* What the margins add up. */
typedef enum { TOTAL_CELLS, TOTAL_UNMET } Total;

typedef struct {
  const RefnetGaps *gaps;
  const RefnetDataset *dataset;
  const RefnetGapTable *table;
  RefnetTypesetter *typesetter; /* borrowed */
  RefnetScales scales;
  RefnetFrame frame;
  double unit; /* points for one of the natural size */
  double label_width, column_width, header_height, legend_height;
  guint totals; /* shown: cells, and unmet where it is known */
  RefnetPoint cells_at;
} Page;

/* ---- text ----------------------------------------------------------------------------------- */

static RefnetFont font_of(const Page *page, double size, gboolean bold) {
  return (RefnetFont){size * page->unit, bold};
}

/* Whose a text is and how it looks. */
typedef struct {
  RefnetPart part;
  guint32 owner;
  RefnetColor color;
  RefnetAlign align;
  guint lines; /* at most */
} Style;

/* Sets the text in the box: vertically in its middle. */
static void draw_text(const Page *page, RefnetScene *scene, const char *text, RefnetFont font,
                      RefnetBox box, Style style) {
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

static const char *service_name(const Page *page, guint32 row) {
  return page->dataset->services.names[page->table->services[row]];
}

static const char *area_name(const Page *page, guint32 column) {
  return page->dataset->areas[page->table->areas[column]].name;
}

/* People are counted whole; a share of one is not nobody. */
static char *people_text(double people) {
  return people > 0 && people < 0.5 ? g_strdup("<1") : refnet_words_figure(round(people));
}

/* ---- measures ------------------------------------------------------------------------------- */

static double widest_word(const Page *page, const char *name) {
  double widest = 0;
  g_auto(GStrv) words = g_strsplit_set(name, " -/", -1);
  for (guint i = 0; words[i]; i++)
    widest =
        MAX(widest, refnet_typesetter_width(page->typesetter, words[i], font_of(page, FONT, TRUE)));
  return widest;
}

static void measure_labels(Page *page) {
  double label = LEAST_LABEL * page->unit, column = LEAST_COLUMN * page->unit;
  for (guint32 r = 0; r < page->table->service_count; r++)
    label = MAX(label, refnet_typesetter_width(page->typesetter, service_name(page, r),
                                               font_of(page, FONT, FALSE)));
  for (guint32 c = 0; c < page->table->area_count; c++)
    column = MAX(column, widest_word(page, area_name(page, c)) + GAP * page->unit);
  page->label_width = MIN(label, MOST_LABEL * page->unit);
  page->column_width = MIN(column, MOST_COLUMN * page->unit);
  page->header_height = 0;
  for (guint32 c = 0; c < page->table->area_count; c++) {
    RefnetTextBlock block;
    refnet_typesetter_wrap(page->typesetter, area_name(page, c), font_of(page, FONT, TRUE),
                           page->column_width - 4 * page->unit, REFNET_TEXT_LINES, &block);
    page->header_height = MAX(page->header_height, block.height + 6 * page->unit);
    refnet_text_block_clear(&block);
  }
}

static double matrix_width(const Page *page) {
  return page->label_width + page->table->area_count * page->column_width +
         (2 * GAP + page->totals * TOTAL_WIDTH) * page->unit;
}

static double matrix_height(const Page *page) {
  return page->header_height +
         (page->table->service_count * ROW_HEIGHT + GAP + page->totals * TOTAL_HEIGHT) * page->unit;
}

static double content_width(const Page *page) {
  return matrix_width(page) + (LEGEND_GAP + LEGEND_WIDTH) * page->unit;
}

static double content_height(const Page *page) {
  return MAX(matrix_height(page), page->legend_height);
}

/* ---- legend --------------------------------------------------------------------------------- */

/* A place in the legend that moves down; without a scene it only measures. */
typedef struct {
  const Page *page;
  RefnetScene *scene;
  double x, y;
} Cursor;

static void legend_text(Cursor *cursor, const char *text, double size, gboolean bold,
                        double space_before) {
  const Page *page = cursor->page;
  RefnetTextBlock block;
  RefnetTextStyle style = {.part = REFNET_PART_LEGEND,
                           .owner = REFNET_NONE,
                           .color = refnet_color(bold ? REFNET_INK : REFNET_MUTED_INK, 1)};
  refnet_typesetter_wrap(page->typesetter, text, font_of(page, size, bold),
                         LEGEND_WIDTH * page->unit, REFNET_TEXT_LINES, &block);
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
  const Page *page = cursor->page;
  double unit = page->unit;
  if (cursor->scene) {
    Style style = {REFNET_PART_LEGEND, REFNET_NONE, refnet_color(REFNET_INK, 1), REFNET_ALIGN_LEFT,
                   1};
    g_autofree char *figure = g_strdup_printf("%u", count);
    RefnetBox box = {cursor->x + 38 * unit, cursor->y, (LEGEND_WIDTH - 78) * unit,
                     LEGEND_ROW * unit};
    draw_text(page, cursor->scene, words, font_of(page, FONT + 1, FALSE), box, style);
    style.align = REFNET_ALIGN_RIGHT;
    box = (RefnetBox){cursor->x + (LEGEND_WIDTH - 40) * unit, cursor->y, 40 * unit,
                      LEGEND_ROW * unit};
    draw_text(page, cursor->scene, figure, font_of(page, FONT + 1, FALSE), box, style);
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
    legend_text(cursor, note, FONT, FALSE, 8);
  }
  if (table->services_left_out + table->areas_left_out > 0) {
    g_autofree char *note = g_strdup_printf(
        "Not shown, for want of room: services: %u, areas: %u. They rank below those shown.",
        table->services_left_out, table->areas_left_out);
    legend_text(cursor, note, FONT, FALSE, 8);
  }
}

/* Returns how far down it goes. */
static double run_legend(const Page *page, RefnetScene *scene, double x, double y) {
  const RefnetGapTable *table = page->table;
  Cursor cursor = {page, scene, x, y};
  legend_text(&cursor, "Findings, in cells", FONT + 1.5, TRUE, 0);
  for (guint i = 0; i < REFNET_GAP_STATUSES; i++)
    if (table->cells[refnet_gap_gravity[i]] > 0)
      legend_status(&cursor, refnet_gap_gravity[i]);
  if (scene)
    legend_swatch(&cursor)->fill = refnet_color(CLEAR_RGB, 1);
  legend_entry(&cursor, "No finding", table->clear);
  legend_text(&cursor, "A cell has the colour of its gravest finding, the first in this list.",
              FONT, FALSE, 6);
  legend_text(&cursor, "Small symbols are further findings: a cell may be counted twice.", FONT,
              FALSE, 0);
  legend_text(&cursor, "Figures", FONT + 1.5, TRUE, 12);
  if (table->has_demand)
    legend_text(&cursor, "In a cell: people who need the service there, a year", FONT, FALSE, 0);
  legend_text(&cursor, "Gaps: cells with a finding", FONT, FALSE, 0);
  if (page->totals > TOTAL_UNMET)
    legend_text(&cursor, "Unmet: people a year for whom no listed room was found", FONT, FALSE, 0);
  legend_notes(&cursor);
  return cursor.y - y;
}

/* ---- cells ---------------------------------------------------------------------------------- */

static RefnetBox cell_box(const Page *page, guint32 row, guint32 column) {
  return (RefnetBox){page->cells_at.x + column * page->column_width,
                     page->cells_at.y + row * ROW_HEIGHT * page->unit, page->column_width,
                     ROW_HEIGHT * page->unit};
}

static char *cell_title(const Page *page, guint32 row, guint32 column) {
  const RefnetGapSquare *square = refnet_gap_table_at(page->table, row, column);
  g_autofree char *service = refnet_text_display(service_name(page, row), 0);
  g_autofree char *area = refnet_text_display(area_name(page, column), 0);
  GString *title = g_string_new(NULL);
  g_string_append_printf(title, "%s in %s: ", service, area);
  gsize start = title->len;
  for (guint i = 0; i < REFNET_GAP_STATUSES; i++)
    if (square->statuses & 1u << refnet_gap_gravity[i])
      g_string_append_printf(title, "%s%s", title->len > start ? ", " : "",
                             refnet_gap_status_words(refnet_gap_gravity[i]));
  if (title->len == start)
    g_string_append(title, "no finding");
  if (!isnan(square->demand)) {
    g_autofree char *people = people_text(square->demand);
    g_string_append_printf(title, "; %s %s in need a year", people,
                           square->demand == 1 ? "person" : "people");
  }
  return g_string_free(title, FALSE);
}

/* The gravest finding, or -1. */
static int gravest(const RefnetGapSquare *square) {
  for (guint i = 0; i < REFNET_GAP_STATUSES; i++)
    if (square->statuses & 1u << refnet_gap_gravity[i])
      return (int)refnet_gap_gravity[i];
  return -1;
}

/* Further findings, small, along the cell's lower right. Returns whether there are any. */
static gboolean draw_further(const Page *page, RefnetScene *scene, const RefnetGapSquare *square,
                             guint32 owner, RefnetBox box, int first) {
  double unit = page->unit, x = box.x + box.width - 8 * unit;
  gboolean any = FALSE;
  for (guint i = REFNET_GAP_STATUSES; i-- > 0;) {
    RefnetGapStatus status = refnet_gap_gravity[i];
    if (!(square->statuses & 1u << status) || (int)status == first)
      continue;
    RefnetPoint middle = {x, box.y + box.height - 7 * unit};
    refnet_gap_symbol_draw(status, scene, REFNET_PART_MARK, owner, middle, 3 * unit,
                           refnet_gap_ink((RefnetGapStatus)first));
    x -= 10 * unit;
    any = TRUE;
  }
  return any;
}

static void draw_cell(const Page *page, RefnetScene *scene, guint32 row, guint32 column) {
  const RefnetGapSquare *square = refnet_gap_table_at(page->table, row, column);
  RefnetBox box = cell_box(page, row, column);
  double unit = page->unit;
  int status = gravest(square);
  g_autofree char *id = g_strdup_printf("%s|%s", service_name(page, row),
                                        page->dataset->areas[page->table->areas[column]].key);
  g_autofree char *title = cell_title(page, row, column);
  guint32 owner = refnet_scene_add_owner(scene, id, title);
  RefnetPrimitive *cell = refnet_scene_add_rectangle(scene, REFNET_PART_CELL, box);
  cell->owner = owner;
  cell->fill = status < 0 ? refnet_color(CLEAR_RGB, 1) : refnet_gap_fill((RefnetGapStatus)status);
  cell->stroke = refnet_color(0xFFFFFF, 1);
  cell->stroke_width = 1.5 * unit;
  gboolean further = FALSE;
  if (status >= 0) {
    RefnetPoint middle = {box.x + 11 * unit, box.y + box.height / 2};
    refnet_gap_symbol_draw((RefnetGapStatus)status, scene, REFNET_PART_MARK, owner, middle,
                           5 * unit, refnet_gap_ink((RefnetGapStatus)status));
    further = draw_further(page, scene, square, owner, box, status);
  }
  if (isnan(square->demand))
    return;
  Style style = {REFNET_PART_FIGURE, owner,
                 status < 0 ? refnet_color(REFNET_MUTED_INK, 1)
                            : refnet_gap_ink((RefnetGapStatus)status),
                 REFNET_ALIGN_RIGHT, 1};
  RefnetBox place = {box.x + 19 * unit, box.y + (further ? 1 : 0) * unit, box.width - 24 * unit,
                     box.height - (further ? 10 : 0) * unit};
  g_autofree char *people = people_text(square->demand);
  draw_text(page, scene, people, font_of(page, FONT, FALSE), place, style);
}

/* ---- headings and margins ------------------------------------------------------------------- */

static void draw_headings(const Page *page, RefnetScene *scene) {
  Style style = {REFNET_PART_LABEL, 0, refnet_color(REFNET_INK, 1), REFNET_ALIGN_RIGHT, 2};
  double unit = page->unit;
  for (guint32 r = 0; r < page->table->service_count; r++) {
    RefnetBox box = cell_box(page, r, 0);
    box.x -= page->label_width + GAP * unit;
    box.width = page->label_width;
    style.owner = refnet_scene_add_owner(scene, service_name(page, r), service_name(page, r));
    draw_text(page, scene, service_name(page, r), font_of(page, FONT, FALSE), box, style);
  }
  style.align = REFNET_ALIGN_CENTER;
  style.lines = REFNET_TEXT_LINES;
  for (guint32 c = 0; c < page->table->area_count; c++) {
    RefnetBox box = cell_box(page, 0, c);
    box = (RefnetBox){box.x + 2 * unit, box.y - page->header_height, box.width - 4 * unit,
                      page->header_height};
    style.owner = refnet_scene_add_owner(scene, page->dataset->areas[page->table->areas[c]].key,
                                         area_name(page, c));
    draw_text(page, scene, area_name(page, c), font_of(page, FONT, TRUE), box, style);
  }
}

/* "–" where there is nothing to add up. */
static char *total_text(const RefnetGapTotal *total, Total kind) {
  if (kind == TOTAL_CELLS)
    return g_strdup_printf("%u", total ? total->cells : 0);
  return total && !isnan(total->unmet) ? people_text(total->unmet) : g_strdup("–");
}

static const char *const total_names[] = {[TOTAL_CELLS] = "Gaps", [TOTAL_UNMET] = "Unmet"};

static RefnetBox row_total_box(const Page *page, guint32 row, guint kind) {
  double unit = page->unit;
  RefnetBox box = cell_box(page, row, page->table->area_count);
  return (RefnetBox){box.x + (GAP + kind * TOTAL_WIDTH) * unit, box.y, (TOTAL_WIDTH - 8) * unit,
                     box.height};
}

static RefnetBox column_total_box(const Page *page, guint32 column, guint kind) {
  double unit = page->unit;
  RefnetBox box = cell_box(page, page->table->service_count, column);
  return (RefnetBox){box.x, box.y + (GAP + kind * TOTAL_HEIGHT) * unit, box.width - 5 * unit,
                     TOTAL_HEIGHT * unit};
}

static void draw_row_totals(const Page *page, RefnetScene *scene, guint kind) {
  Style style = {REFNET_PART_TOTAL, REFNET_NONE, refnet_color(REFNET_INK, 1), REFNET_ALIGN_RIGHT,
                 1};
  RefnetBox heading = row_total_box(page, 0, kind);
  heading.y -= page->header_height;
  heading.height = page->header_height;
  draw_text(page, scene, total_names[kind], font_of(page, FONT, TRUE), heading, style);
  for (guint32 r = 0; r < page->table->service_count; r++) {
    g_autofree char *text = total_text(page->table->service_totals[r], kind);
    draw_text(page, scene, text, font_of(page, FONT, FALSE), row_total_box(page, r, kind), style);
  }
}

static void draw_column_totals(const Page *page, RefnetScene *scene, guint kind) {
  Style style = {REFNET_PART_TOTAL, REFNET_NONE, refnet_color(REFNET_INK, 1), REFNET_ALIGN_RIGHT,
                 1};
  RefnetBox heading = column_total_box(page, 0, kind);
  heading.x -= page->label_width + GAP * page->unit;
  heading.width = page->label_width;
  draw_text(page, scene, total_names[kind], font_of(page, FONT, TRUE), heading, style);
  for (guint32 c = 0; c < page->table->area_count; c++) {
    g_autofree char *text = total_text(page->table->area_totals[c], kind);
    draw_text(page, scene, text, font_of(page, FONT, FALSE), column_total_box(page, c, kind),
              style);
  }
}

/* Everything, also what found no room. */
static void draw_grand_total(const Page *page, RefnetScene *scene, guint kind) {
  RefnetGapTotal all = {.unmet = NAN};
  for (gsize i = 0; i < page->gaps->area_total_count; i++) {
    const RefnetGapTotal *area = &page->gaps->areas[i];
    all.cells += area->cells;
    if (!isnan(area->unmet))
      all.unmet = (isnan(all.unmet) ? 0 : all.unmet) + area->unmet;
  }
  Style style = {REFNET_PART_TOTAL, REFNET_NONE, refnet_color(REFNET_INK, 1), REFNET_ALIGN_RIGHT,
                 1};
  RefnetBox box = column_total_box(page, 0, kind);
  RefnetBox right = row_total_box(page, 0, kind);
  box.x = right.x;
  box.width = right.width;
  g_autofree char *text = total_text(&all, kind);
  draw_text(page, scene, text, font_of(page, FONT, TRUE), box, style);
}

/* ---- the page ------------------------------------------------------------------------------- */

static void set_frame(Page *page, const RefnetMapOptions *options) {
  const RefnetGapTable *table = page->table;
  const RefnetNetwork *network = page->gaps->network;
  RefnetMapOptions named = *options;
  g_autofree char *dataset = refnet_frame_title_of(page->dataset->name);
  g_autofree char *title = g_strdup_printf("%s: service gaps", dataset);
  g_autofree char *counts =
      g_strdup_printf("%u %s, %u %s by %u %s", network->vertices,
                      network->vertices == 1 ? "organisation" : "organisations",
                      table->service_count, table->service_count == 1 ? "service" : "services",
                      table->area_count, table->area_count == 1 ? "area" : "areas");
  if (!named.title)
    named.title = title;
  refnet_frame_set(&page->frame, page->typesetter, &page->scales, page->dataset, &named, counts);
}

static void measure(Page *page, double unit) {
  page->unit = unit;
  measure_labels(page);
  page->legend_height = run_legend(page, NULL, 0, 0);
}

/* The page around the matrix at its natural size; or, where a size was asked for, the matrix as
 * large as that page holds. */
static void fit_page(Page *page, const RefnetMapOptions *options) {
  measure(page, 1);
  double content = content_width(page);
  double width = options->width > 0 ? options->width : ceil(content + 2 * MAX(content / 38, 20));
  page->scales = refnet_scales_for_page(width, options->height);
  if (!(options->width > 0))
    page->scales.margin = (width - content) / 2;
  set_frame(page, options);
  double growth = (width - 2 * page->scales.margin) / content;
  if (!(options->height > 0))
    page->scales.height = ceil(refnet_frame_above(&page->frame) + content_height(page) * growth +
                               refnet_frame_below(&page->frame));
  RefnetBox body = refnet_frame_body(&page->frame);
  double unit = MIN(body.width / content, body.height / content_height(page));
  if (fabs(unit - 1) > 1e-3)
    measure(page, unit);
}

static void draw_matrix(Page *page, RefnetScene *scene) {
  RefnetBox body = refnet_frame_body(&page->frame);
  page->cells_at =
      (RefnetPoint){body.x + page->label_width + GAP * page->unit, body.y + page->header_height};
  draw_headings(page, scene);
  for (guint32 r = 0; r < page->table->service_count; r++)
    for (guint32 c = 0; c < page->table->area_count; c++)
      draw_cell(page, scene, r, c);
  for (guint kind = 0; kind < page->totals; kind++) {
    draw_row_totals(page, scene, kind);
    draw_column_totals(page, scene, kind);
    draw_grand_total(page, scene, kind);
  }
  run_legend(page, scene, body.x + matrix_width(page) + LEGEND_GAP * page->unit, body.y);
}

static void draw_nothing(Page *page, const RefnetMapOptions *options, RefnetScene **scene) {
  double width = options->width > 0 ? options->width : 896;
  page->scales = refnet_scales_for_page(width, options->height > 0 ? options->height : 504);
  set_frame(page, options);
  *scene = refnet_frame_draw(&page->frame);
  refnet_frame_draw_notice(&page->frame, page->typesetter, "No services and areas to compare",
                           refnet_frame_body(&page->frame), *scene);
}

static gboolean knows_unmet(const RefnetGaps *gaps) {
  for (gsize i = 0; i < gaps->service_total_count; i++)
    if (!isnan(gaps->services[i].unmet))
      return TRUE;
  return FALSE;
}

RefnetMap *refnet_map_new_gaps(const RefnetGaps *gaps, const RefnetGapOptions *gap_options,
                               const RefnetMapOptions *options, GError **error) {
  if (!refnet_map_check_options(options, error))
    return NULL;
  g_autoptr(RefnetTypesetter) typesetter = refnet_typesetter_new(error);
  if (!typesetter)
    return NULL;
  guint32 most =
      refnet_scales_is_slide(options->least_text) ? MOST_SERVICES_ON_SLIDE : MOST_SERVICES;
  g_autoptr(RefnetGapTable) table =
      refnet_gap_table_new(gaps, gap_options, most, MOST_AREAS, error);
  if (!table)
    return NULL;
  Page page = {.gaps = gaps,
               .dataset = gaps->network->dataset,
               .table = table,
               .typesetter = typesetter,
               .unit = 1,
               .totals = knows_unmet(gaps) ? 2 : 1};
  RefnetScene *scene;
  if (table->service_count > 0 && table->area_count > 0) {
    fit_page(&page, options);
    scene = refnet_frame_draw(&page.frame);
    draw_matrix(&page, scene);
  } else {
    draw_nothing(&page, options, &scene);
  }
  scene->owner_class = "cell";
  refnet_frame_clear(&page.frame);
  return refnet_map_finish(scene, g_steal_pointer(&typesetter), options);
}
