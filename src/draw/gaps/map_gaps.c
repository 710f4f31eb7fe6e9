/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Service gaps as a heat matrix: services by areas, the gravest finding of a cell as its color and
 * symbol, further ones as small symbols, the people in need as its figure, totals at the margins.
 */
#include <math.h>

#include "draw/gaps/gap_cells.h"
#include "draw/gaps/gap_legend.h"
#include "draw/gaps/gap_margins.h"
#include "draw/gaps/gap_matrix.h"
#include "draw/scene/map.h"

#define MOST_SERVICES 60
#define MOST_SERVICES_ON_SLIDE 16 /* those with the most unmet need come first */
#define MOST_AREAS 40
#define LEGEND_GAP 34.0 /* in points, at the natural size */

static double content_width(const RefnetGapMatrix *page) {
  return refnet_gap_matrix_width(page) + (LEGEND_GAP + REFNET_GAP_LEGEND_WIDTH) * page->unit;
}

static double content_height(const RefnetGapMatrix *page) {
  return MAX(refnet_gap_matrix_height(page), page->legend_height);
}

static void set_frame(RefnetGapMatrix *page, const RefnetMapOptions *options) {
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

static void measure(RefnetGapMatrix *page, double unit) {
  page->unit = unit;
  refnet_gap_matrix_measure(page);
  page->legend_height = refnet_gap_legend_draw(page, NULL, 0, 0);
}

/* The page around the matrix at its natural size; or, where a size was asked for, the matrix as
 * large as that page holds. */
static void fit_page(RefnetGapMatrix *page, const RefnetMapOptions *options) {
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

static void draw_matrix(RefnetGapMatrix *page, RefnetScene *scene) {
  RefnetBox body = refnet_frame_body(&page->frame);
  page->cells_at = (RefnetPoint){body.x + page->label_width + REFNET_GAP_SPACE * page->unit,
                                 body.y + page->header_height};
  refnet_gap_headings_draw(page, scene);
  for (guint32 r = 0; r < page->table->service_count; r++)
    for (guint32 c = 0; c < page->table->area_count; c++)
      refnet_gap_cell_draw(page, scene, r, c);
  refnet_gap_totals_draw(page, scene);
  refnet_gap_legend_draw(page, scene,
                         body.x + refnet_gap_matrix_width(page) + LEGEND_GAP * page->unit, body.y);
}

static void draw_nothing(RefnetGapMatrix *page, const RefnetMapOptions *options,
                         RefnetScene **scene) {
  double width = options->width > 0 ? options->width : 896;
  page->scales = refnet_scales_for_page(width, options->height > 0 ? options->height : 504);
  set_frame(page, options);
  *scene =
      refnet_frame_draw_empty(&page->frame, page->typesetter, "No services and areas to compare");
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
  RefnetGapMatrix page = {.gaps = gaps,
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
