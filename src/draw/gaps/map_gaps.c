/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Service gaps as a heat matrix: services by areas, the gravest finding of a cell as its color and
 * symbol, further ones as small symbols, the people in need as its figure, totals at the margins.
 */
#include <math.h>

#include "draw/gaps/gap_cells.h"
#include "draw/gaps/gap_fit.h"
#include "draw/gaps/gap_legend.h"
#include "draw/gaps/gap_margins.h"
#include "draw/gaps/gap_matrix.h"
#include "draw/gaps/gap_pages.h"
#include "draw/scene/map.h"
#include "present/wording/words.h"

#define MOST_SERVICES 60
#define MOST_AREAS 40
/* Of all pages together. */
#define MOST_SERVICES_ON_PAGES 600
#define MOST_AREAS_ON_PAGES 400

static void set_frame(RefnetGapMatrix *page, const RefnetMapOptions *options) {
  const RefnetGapTable *whole = page->whole;
  const RefnetNetwork *network = page->gaps->network;
  guint32 services = whole->service_count + whole->services_left_out;
  guint32 areas = whole->area_count + whole->areas_left_out;
  RefnetMapOptions named = *options;
  g_autofree char *dataset = refnet_frame_title_of(page->dataset->name);
  g_autofree char *title = g_strdup_printf("%s: service gaps", dataset);
  g_autofree char *organizations =
      refnet_words_tally(network->vertices, "organisation", "organisations");
  g_autofree char *rows = refnet_words_tally(services, "service", "services");
  g_autofree char *columns = refnet_words_tally(areas, "area", "areas");
  g_autofree char *counts = g_strdup_printf("%s, %s by %s", organizations, rows, columns);
  if (!named.title)
    named.title = title;
  refnet_frame_set(&page->frame, page->typesetter, &page->scales, page->dataset, &named, counts);
}

/* The page ends below the table. */
static void end_page(RefnetGapMatrix *page) {
  page->scales.height = ceil(refnet_frame_above(&page->frame) + refnet_gap_fit_height(page) +
                             refnet_frame_below(&page->frame));
}

/* The page around the table at its natural size. */
static void fit_page_to_table(RefnetGapMatrix *page, const RefnetMapOptions *options) {
  refnet_gap_fit_measure(page, 1);
  double content = refnet_gap_fit_width(page);
  double width = ceil(content + 2 * MAX(content / 38, 20));
  page->scales = refnet_scales_for_page(width, 0);
  page->scales.margin = (width - content) / 2;
  set_frame(page, options);
  end_page(page);
}

/* The page as wide as was asked for, or as the least letters need; the title stays as large. */
static void fit_page_to_width(RefnetGapMatrix *page, const RefnetMapOptions *options) {
  double least = options->least_text / REFNET_GAP_FONT, width = options->width;
  for (;;) {
    page->scales = refnet_scales_for_page(options->width, 0);
    page->scales.width = width;
    set_frame(page, options);
    refnet_gap_fit_table(page, 0);
    if (page->unit >= least)
      break;
    width = ceil(width * MAX(least / page->unit, 1.01));
    refnet_frame_clear(&page->frame);
  }
  end_page(page);
}

/* Of the source line on paper; the table may have no larger letters. */
#define SOURCE_LETTERS 8

/* The page that was asked for, as it is drawn; returns how much larger it is shown. */
static double set_page(RefnetGapMatrix *page, const RefnetMapOptions *options) {
  double zoom = refnet_scales_page_zoom(options->width, options->height, options->least_text);
  double height = options->height > 0 ? options->height : 504;
  double width = options->width > 0 ? options->width : height * 16 / 9;
  page->scales = refnet_scales_for_page(width / zoom, height / zoom);
  if (refnet_scales_is_slide(options->least_text))
    refnet_scales_set_slide(&page->scales);
  else
    page->scales.source.size = MAX(options->least_text / zoom, SOURCE_LETTERS);
  set_frame(page, options);
  return zoom;
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
  RefnetPoint legend = refnet_gap_fit_legend(page);
  refnet_gap_legend_draw(page, scene, legend.x, legend.y);
}

static gboolean knows_unmet(const RefnetGaps *gaps) {
  for (gsize i = 0; i < gaps->service_total_count; i++)
    if (!isnan(gaps->services[i].unmet))
      return TRUE;
  return FALSE;
}

static gboolean shows_all(const RefnetGapMatrix *page) {
  return page->shown.services == page->whole->service_count &&
         page->shown.areas == page->whole->area_count;
}

/* What the first page does not hold, on pages that are drawn as it is. */
static GPtrArray *draw_further_pages(RefnetGapMatrix *page, const RefnetMapOptions *options) {
  GPtrArray *scenes = g_ptr_array_new_with_free_func((GDestroyNotify)refnet_scene_free);
  g_autoptr(GArray) parts = refnet_gap_pages_list(page);
  for (guint i = 1; i < parts->len; i++) {
    RefnetMapOptions numbered = *options;
    g_autofree char *source = g_strdup_printf("page %u of %u", i + 1, parts->len);
    numbered.source = source;
    const RefnetGapPart *part = &g_array_index(parts, RefnetGapPart, i);
    page->number = i + 1;
    page->is_cut =
        i + 1 == parts->len && (part->first_service + part->services < page->whole->service_count ||
                                part->first_area + part->areas < page->whole->area_count ||
                                page->whole->services_left_out + page->whole->areas_left_out > 0);
    refnet_gap_fit_take(page, *part);
    refnet_gap_fit_measure(page, page->unit);
    refnet_gap_fit_stretch(page);
    refnet_frame_clear(&page->frame);
    set_frame(page, &numbered);
    g_ptr_array_add(scenes, refnet_frame_draw(&page->frame));
    draw_matrix(page, g_ptr_array_index(scenes, scenes->len - 1));
  }
  return scenes;
}

static RefnetMap *finish(RefnetScene *scene, GPtrArray *more, double zoom,
                         RefnetTypesetter *typesetter, const RefnetMapOptions *options) {
  scene->owner_class = "cell";
  refnet_scene_enlarge(scene, zoom);
  RefnetMap *map = refnet_map_finish(scene, typesetter, options);
  map->is_whole_on_first = TRUE;
  for (guint i = 0; more && i < more->len; i++) {
    RefnetScene *page = g_ptr_array_index(more, i);
    page->owner_class = "cell";
    refnet_scene_enlarge(page, zoom);
    refnet_map_add_page(map, page, options);
  }
  if (more)
    g_ptr_array_set_free_func(more, NULL);
  return map;
}

static RefnetGapMatrix make_page(const RefnetGaps *gaps, const RefnetGapTable *whole,
                                 RefnetTypesetter *typesetter, const RefnetMapOptions *options) {
  RefnetGapMatrix page = {.gaps = gaps,
                          .dataset = gaps->network->dataset,
                          .whole = whole,
                          .typesetter = typesetter,
                          .totals = knows_unmet(gaps) ? 2 : 1,
                          .number = options->pages};
  page.column_totals = refnet_scales_is_slide(options->least_text) ? 0 : page.totals;
  refnet_gap_fit_take(&page, (RefnetGapPart){0, MIN(whole->service_count, MOST_SERVICES), 0,
                                             MIN(whole->area_count, MOST_AREAS)});
  return page;
}

RefnetMap *refnet_map_new_gaps(const RefnetGaps *gaps, const RefnetGapOptions *gap_options,
                               const RefnetMapOptions *options, GError **error) {
  if (!refnet_map_check_options(options, error))
    return NULL;
  g_autoptr(RefnetTypesetter) typesetter = refnet_typesetter_new(error);
  if (!typesetter)
    return NULL;
  g_autoptr(RefnetGapTable) whole = refnet_gap_table_new(
      gaps, gap_options, options->pages ? MOST_SERVICES_ON_PAGES : MOST_SERVICES,
      options->pages ? MOST_AREAS_ON_PAGES : MOST_AREAS, error);
  if (!whole)
    return NULL;
  RefnetGapMatrix page = make_page(gaps, whole, typesetter, options);
  g_autoptr(GPtrArray) more = NULL;
  RefnetScene *scene;
  double zoom = 1;
  gboolean is_empty = whole->service_count == 0 || whole->area_count == 0;
  if (is_empty || options->height > 0)
    zoom = set_page(&page, options);
  if (is_empty) {
    scene = refnet_frame_draw_empty(&page.frame, typesetter, "No services and areas to compare");
  } else {
    if (options->height > 0)
      refnet_gap_fit_table(&page, options->least_text / zoom);
    else if (options->width > 0)
      fit_page_to_width(&page, options);
    else
      fit_page_to_table(&page, options);
    scene = refnet_frame_draw(&page.frame);
    draw_matrix(&page, scene);
    if (options->pages && !shows_all(&page))
      more = draw_further_pages(&page, options);
  }
  refnet_gap_table_free(page.table);
  refnet_frame_clear(&page.frame);
  return finish(scene, more, zoom, g_steal_pointer(&typesetter), options);
}
