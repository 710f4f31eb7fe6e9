/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The network on the ground: organizations where they are, with the names of areas and a scale
 * bar. */
#include "draw/ground/ground_arrange.h"
#include "draw/ground/ground_draw.h"
#include "draw/ground/ground_gather.h"
#include "draw/ground/ground_names.h"
#include "draw/ground/ground_page.h"
#include "draw/labels/names.h"
#include "draw/scene/map.h"
#include "draw/signs/discs.h"
#include "present/wording/words.h"

#define MOST_ORGANIZATIONS 5000

/* ---- who is where ---------------------------------------------------------------------------- */

static gboolean find_places(RefnetGroundPage *page, GError **error) {
  const RefnetNetwork *network = page->network;
  gsize n = (gsize)network->vertices + 1;
  page->area_place = refnet_places_of_areas(network->dataset);
  g_autofree RefnetPlace *all = refnet_places_of_organizations(network->dataset, page->area_place);
  page->place = g_new0(RefnetPlace, n);
  page->far = g_new0(double, n);
  page->true_point = g_new0(RefnetPoint, n);
  for (guint32 v = 0; v < network->vertices; v++)
    page->place[v] = all[network->organization[v]];
  refnet_places_set_apart(page->place, network->vertices, page->far);
  for (guint32 v = 0; v < network->vertices; v++) {
    page->apart_count += !refnet_ground_is_placed(page, v);
    page->estimated += page->place[v].basis == REFNET_PLACE_ESTIMATED;
  }
  if (page->apart_count < network->vertices || network->vertices == 0)
    return TRUE;
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                      "no organisation has a position: fill the columns latitude and longitude of "
                      "organizations.csv, or of areas.csv for those that serve one area");
  return FALSE;
}

static void keep_ties_between_places(RefnetGroundPage *page) {
  const RefnetNetwork *network = page->network;
  page->tie_a = g_new(guint32, network->ties + 1);
  page->tie_b = g_new(guint32, network->ties + 1);
  page->shown = *network;
  page->shown.ties = 0;
  for (guint64 t = 0; t < network->ties; t++) {
    if (!refnet_ground_is_placed(page, network->tie_a[t]) ||
        !refnet_ground_is_placed(page, network->tie_b[t]))
      continue;
    page->tie_a[page->shown.ties] = network->tie_a[t];
    page->tie_b[page->shown.ties++] = network->tie_b[t];
  }
  page->shown.tie_a = page->tie_a;
  page->shown.tie_b = page->tie_b;
}

/* ---- the page -------------------------------------------------------------------------------- */

static void choose_radii(RefnetGroundPage *page) {
  RefnetArrangement *a = &page->a;
  for (guint32 v = 0; v < page->network->vertices; v++) {
    double share =
        a->encoding->size ? refnet_encoding_share(a->encoding, a->encoding->size[v]) : .3;
    a->ringed[v] = a->measures && a->measures->vertices[v].articulation;
    a->radius[v] = refnet_scales_radius(&a->scales, share) *
                       refnet_form_reach(refnet_encoding_look(a->encoding, v).form) +
                   (a->ringed[v] ? REFNET_RING : 0);
    a->largest_radius = MAX(a->largest_radius, a->radius[v]);
  }
}

static void set_frame(RefnetGroundPage *page, const RefnetMapOptions *options) {
  const RefnetNetwork *network = page->network;
  RefnetMapOptions named = *options;
  g_autofree char *dataset = refnet_frame_title_of(network->dataset->name);
  g_autofree char *title = g_strdup_printf("%s on the ground", dataset);
  g_autofree char *organizations =
      refnet_words_tally(network->vertices, "organisation", "organisations");
  g_autofree char *ties = refnet_words_tally(network->ties, "relationship", "relationships");
  g_autofree char *counts = g_strdup_printf("%s, %s", organizations, ties);
  if (!named.title)
    named.title = title;
  refnet_frame_set(&page->a.frame, page->a.typesetter, &page->a.scales, network->dataset, &named,
                   counts);
}

/* Smaller than on a network map: discs shall lie where they belong. Returns how much larger the
 * page is shown than it is drawn. */
static double choose_scales(RefnetGroundPage *page, const RefnetMapOptions *options) {
  RefnetScales *scales = &page->a.scales;
  double zoom = refnet_scales_zoom(page->network->vertices, options->width, options->height,
                                   options->least_text);
  *scales = refnet_scales_for(page->network, options->width / zoom, options->height / zoom);
  if (refnet_scales_is_slide(options->least_text))
    refnet_scales_set_slide(scales);
  scales->largest_radius = MAX(scales->largest_radius * .6, scales->is_slide ? 3 : 4);
  scales->smallest_radius = MIN(scales->smallest_radius, scales->largest_radius * .6);
  scales->thinnest_line *= .6;
  scales->thickest_line *= .6;
  return zoom;
}

static gboolean prepare(RefnetGroundPage *page, const RefnetMapOptions *options, GError **error) {
  RefnetArrangement *a = &page->a;
  gsize n = (gsize)page->network->vertices + 1;
  if (!find_places(page, error))
    return FALSE;
  keep_ties_between_places(page);
  a->network = &page->shown;
  a->key = g_ptr_array_new();
  a->radius = g_new0(double, n);
  a->ringed = g_new0(gboolean, n);
  a->labeled = g_new0(RefnetLabeled, n);
  a->number = g_new0(guint32, n);
  a->label = g_new0(RefnetTextBlock, n);
  a->place = g_new0(RefnetLabelPlace, n);
  a->position = g_new0(RefnetPoint, n);
  a->side = g_new0(guint8, n);
  a->names = refnet_names_by(page->network, options->label);
  refnet_typesetter_tell_apart(a->typesetter, a->names);
  a->encoding = refnet_encoding_new(page->network, a->measures, NULL, NULL, NULL, options, error);
  if (!a->encoding)
    return FALSE;
  choose_radii(page);
  refnet_ground_gather(page);
  refnet_ground_names_list_areas(page);
  refnet_ground_names_choose(page);
  return refnet_ground_arrange(page, error);
}

RefnetMap *refnet_map_new_geo(const RefnetNetwork *network, const RefnetMeasures *measures,
                              const RefnetMapOptions *options, GError **error) {
  if (!refnet_map_check_options(options, error) ||
      !refnet_map_check_count(network->vertices, MOST_ORGANIZATIONS, "one map of places", "by area",
                              error))
    return NULL;
  g_autoptr(RefnetTypesetter) typesetter = refnet_typesetter_new(error);
  if (!typesetter)
    return NULL;
  g_auto(RefnetGroundPage)
      page = {.network = network, .names_given = options->label != REFNET_MAP_LABEL_NONE};
  page.a.measures = measures;
  page.a.typesetter = typesetter;
  page.a.seed = options->seed;
  page.units = options->units;
  double zoom = choose_scales(&page, options);
  set_frame(&page, options);
  if (network->vertices > 0 && !prepare(&page, options, error))
    return NULL;
  RefnetScene *scene =
      network->vertices > 0
          ? refnet_ground_draw(&page)
          : refnet_frame_draw_empty(&page.a.frame, page.a.typesetter, "No organisations match");
  refnet_scene_enlarge(scene, zoom);
  return refnet_map_finish(scene, g_steal_pointer(&typesetter), options);
}
