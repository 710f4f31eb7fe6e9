/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Service gaps on the ground: each area at its place, with a dot for each gap or kind of gap. */
#include <math.h>

#include "draw/gaps/gap_ground.h"
#include "draw/gaps/gap_ground_draw.h"
#include "draw/gaps/gap_ground_layout.h"
#include "draw/scene/map.h"
#include "present/wording/words.h"

#define MOST_IN_TITLE 2
#define LEAST_LETTERS 8.0 /* points */

static char *default_title(const RefnetGapGround *page) {
  g_autofree char *dataset = refnet_frame_title_of(page->dataset->name);
  if (!page->is_chosen)
    return g_strdup_printf("%s: where services are missing", dataset);
  if (page->table->service_count > MOST_IN_TITLE)
    return g_strdup_printf("%s: gaps in %u services", dataset, page->table->service_count);
  g_autofree const char **names = g_new0(const char *, MOST_IN_TITLE);
  for (guint32 s = 0; s < page->table->service_count; s++)
    names[s] = page->dataset->services.names[page->table->services[s]];
  g_autofree char *services = refnet_words_list(names, page->table->service_count, 0);
  return g_strdup_printf("%s: gaps in %s", dataset, services);
}

static void set_frame(RefnetGapGround *page, const RefnetMapOptions *options) {
  RefnetMapOptions named = *options;
  g_autofree char *title = default_title(page);
  g_autofree char *organizations =
      refnet_words_tally(page->gaps->network->vertices, "organisation", "organisations");
  g_autofree char *services = refnet_words_tally(page->table->service_count, "service", "services");
  g_autofree char *areas = refnet_words_tally(page->table->area_count, "area", "areas");
  g_autofree char *counts = g_strdup_printf("%s, %s, %s", organizations, services, areas);
  if (!named.title)
    named.title = title;
  refnet_frame_set(&page->frame, page->typesetter, &page->scales, page->dataset, &named, counts);
}

/* Returns how much larger the page is shown than it is drawn. */
static double choose_scales(RefnetGapGround *page, const RefnetMapOptions *options) {
  guint32 areas = page->table->area_count;
  double width = options->width, height = options->height;
  double zoom = refnet_scales_page_zoom(width, height, options->least_text);
  if (!(width > 0))
    width = height > 0    ? height * 16 / 9
            : areas <= 40 ? 1280
                          : MIN(1280 * sqrt(areas / 40.0), 4800);
  if (!(height > 0))
    height = round(width * 9 / 16);
  page->scales = refnet_scales_for_page(round(width / zoom), height / zoom);
  page->key.least_letters = MAX(LEAST_LETTERS, options->least_text / zoom);
  if (refnet_scales_is_slide(options->least_text))
    refnet_scales_set_slide(&page->scales);
  return zoom;
}

static gboolean check_places(const RefnetGapGround *page, GError **error) {
  if (page->places->unplaced < page->places->count)
    return TRUE;
  g_set_error_literal(
      error, REFNET_ERROR, REFNET_ERROR_INPUT,
      "no area has a position: fill the columns latitude and longitude of areas.csv, or those of "
      "organizations.csv for organisations that serve one area; --kind gaps needs neither");
  return FALSE;
}

RefnetMap *refnet_map_new_gap_map(const RefnetGaps *gaps, const RefnetGapOptions *gap_options,
                                  const RefnetMapOptions *options, GError **error) {
  if (!refnet_map_check_options(options, error))
    return NULL;
  g_autoptr(RefnetTypesetter) typesetter = refnet_typesetter_new(error);
  const RefnetDataset *dataset = gaps->network->dataset;
  g_autoptr(RefnetGapTable) table =
      typesetter ? refnet_gap_table_new(gaps, gap_options, dataset->services.length + 1,
                                        dataset->area_count + 1, error)
                 : NULL;
  if (!table)
    return NULL;
  gboolean is_chosen = gap_options->services && gap_options->services[0];
  g_auto(RefnetGapGround) page = {.gaps = gaps,
                                  .dataset = dataset,
                                  .table = table,
                                  .places = refnet_gap_places_new(gaps, table, is_chosen),
                                  .is_chosen = is_chosen,
                                  .typesetter = typesetter,
                                  .seed = options->seed,
                                  .units = options->units};
  page.key = (RefnetGapKey){.gaps = gaps,
                            .table = table,
                            .places = page.places,
                            .scales = &page.scales,
                            .typesetter = typesetter,
                            .is_chosen = is_chosen};
  gboolean is_empty = table->service_count == 0 || table->area_count == 0;
  double zoom = choose_scales(&page, options);
  set_frame(&page, options);
  if (!is_empty &&
      (!check_places(&page, error) || !refnet_gap_ground_lay_out(&page, options, error)))
    return NULL;
  RefnetScene *scene = is_empty ? refnet_frame_draw_empty(&page.frame, page.typesetter,
                                                          "No services and areas to compare")
                                : refnet_gap_ground_draw(&page);
  scene->owner_class = "area";
  refnet_scene_enlarge(scene, zoom);
  return refnet_map_finish(scene, g_steal_pointer(&typesetter), options);
}
