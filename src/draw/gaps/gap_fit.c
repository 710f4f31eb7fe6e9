/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table is tried with its legend beside it and below it, whole first. */
#include "draw/gaps/gap_fit.h"

#include <math.h>

#include "draw/gaps/gap_legend.h"

/* In points, at the natural size. */
#define GAP_BESIDE 34.0
#define GAP_BELOW 8.0
/* How far letters may grow, rows and columns stretch to use the page. */
#define MOST_GROWTH 1.7
#define MOST_ENDLESS_GROWTH 1.2 /* where no page is to be filled */
#define STRETCH 1.5
#define ROUNDS 9

/* ---- measures -------------------------------------------------------------------------------- */

void refnet_gap_fit_measure(RefnetGapMatrix *page, double unit) {
  page->unit = unit;
  page->legend_width =
      page->is_below ? refnet_frame_body(&page->frame).width : REFNET_GAP_LEGEND_WIDTH * unit;
  refnet_gap_matrix_measure(page);
  page->legend_height = refnet_gap_legend_draw(page, NULL, 0, 0);
}

double refnet_gap_fit_width(const RefnetGapMatrix *page) {
  double table = refnet_gap_matrix_width(page);
  return page->is_below ? table : table + GAP_BESIDE * page->unit + page->legend_width;
}

double refnet_gap_fit_height(const RefnetGapMatrix *page) {
  double table = refnet_gap_matrix_height(page);
  return page->is_below ? table + GAP_BELOW * page->unit + page->legend_height
                        : MAX(table, page->legend_height);
}

RefnetPoint refnet_gap_fit_legend(const RefnetGapMatrix *page) {
  RefnetBox body = refnet_frame_body(&page->frame);
  double bottom = body.y + body.height - page->legend_height;
  double under = body.y + refnet_gap_matrix_height(page) + GAP_BELOW * page->unit;
  return page->is_below
             ? (RefnetPoint){body.x, MIN(under, bottom)}
             : (RefnetPoint){body.x + refnet_gap_matrix_width(page) + GAP_BESIDE * page->unit,
                             body.y};
}

/* ---- how much the page holds ----------------------------------------------------------------- */

static gboolean is_too_wide(const RefnetGapMatrix *page) {
  return refnet_gap_fit_width(page) > refnet_frame_body(&page->frame).width + 1e-6;
}

/* A page without a height has room for any. */
static gboolean fits(RefnetGapMatrix *page, double unit) {
  refnet_gap_fit_measure(page, unit);
  return !is_too_wide(page) &&
         (!(page->scales.height > 0) ||
          refnet_gap_fit_height(page) <= refnet_frame_body(&page->frame).height + 1e-6);
}

void refnet_gap_fit_take(RefnetGapMatrix *page, RefnetGapPart part) {
  refnet_gap_table_free(page->table);
  page->shown = part;
  page->table = refnet_gap_table_part(page->whole, part.first_service, part.services,
                                      part.first_area, part.areas);
}

static void take_first(RefnetGapMatrix *page, guint32 services, guint32 areas) {
  refnet_gap_fit_take(page, (RefnetGapPart){0, services, 0, areas});
}

/* As large as the page holds what is in the table. */
static void grow(RefnetGapMatrix *page, double least, double most) {
  for (int round = 0; round < ROUNDS; round++) {
    double middle = (least + most) / 2;
    *(fits(page, middle) ? &least : &most) = middle;
  }
  refnet_gap_fit_measure(page, least);
}

static gboolean fits_part(RefnetGapMatrix *page, guint32 services, guint32 areas, double unit) {
  if (services > page->whole->service_count || areas > page->whole->area_count)
    return FALSE;
  take_first(page, services, areas);
  return fits(page, unit);
}

/* The first rows and columns that fit, at least one of each: one more of those, in turn, as long as
 * there is room. */
static void fill_page(RefnetGapMatrix *page, double unit) {
  guint32 services = 1, areas = 1;
  gboolean grows = TRUE;
  while (grows) {
    grows = FALSE;
    if (fits_part(page, services, areas + 1, unit)) {
      areas++;
      grows = TRUE;
    }
    if (fits_part(page, services + 1, areas, unit)) {
      services++;
      grows = TRUE;
    }
  }
  take_first(page, services, areas);
}

/* Where the legend is put, and which share of the page the names of services may take: long ones
 * get more lines, all rows with them, or leave less room for columns. */
typedef struct {
  gboolean is_below;
  double most_for_labels;
} Way;

static const Way ways[] = {{FALSE, .3}, {TRUE, .3}, {TRUE, .24}, {TRUE, .18}, {TRUE, .14}};

static void take_way(RefnetGapMatrix *page, Way way) {
  page->is_below = way.is_below;
  page->most_label = page->scales.width * way.most_for_labels;
}

static gboolean fits_whole(RefnetGapMatrix *page, double unit) {
  take_first(page, page->whole->service_count, page->whole->area_count);
  return fits(page, unit);
}

/* What a way is worth: whole tables by the size of letters, before parts by the cells that they
 * show. Rows move together before any is left out. */
static double try_way(RefnetGapMatrix *page, Way way, double least, double most) {
  take_way(page, way);
  page->is_dense = FALSE;
  page->is_dense = !fits_whole(page, least);
  if (fits_whole(page, least)) {
    grow(page, least, most);
    return 1e6 * page->unit;
  }
  fill_page(page, least);
  return fits(page, least) ? (double)page->table->service_count * page->table->area_count : 0;
}

void refnet_gap_fit_stretch(RefnetGapMatrix *page) {
  RefnetBox body = refnet_frame_body(&page->frame);
  double wide = (body.width - refnet_gap_fit_width(page)) / page->table->area_count;
  double high = (body.height - refnet_gap_fit_height(page)) / page->table->service_count;
  page->column_width += CLAMP(wide, 0, (STRETCH - 1) * page->column_width);
  page->row_height += CLAMP(high, 0, (STRETCH - 1) * page->row_height);
}

void refnet_gap_fit_table(RefnetGapMatrix *page, double least_text) {
  double least = least_text / REFNET_GAP_FONT;
  double growth = page->scales.height > 0 ? MOST_GROWTH : MOST_ENDLESS_GROWTH;
  double most = MAX(growth, least * growth);
  gsize best = 0;
  double worth[G_N_ELEMENTS(ways)];
  for (gsize i = 0; i < G_N_ELEMENTS(ways); i++) {
    worth[i] = try_way(page, ways[i], least, most);
    best = worth[i] > worth[best] ? i : best;
  }
  try_way(page, ways[best], least, most);
  refnet_gap_fit_stretch(page);
}
