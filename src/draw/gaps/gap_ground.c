/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a page of gaps on the ground holds: places, their neighbors, providers. */
#include "draw/gaps/gap_ground.h"

void refnet_gap_ground_clear(RefnetGapGround *page) {
  for (guint32 i = 0; page->name && i < page->places->count; i++)
    refnet_text_block_clear(&page->name[i]);
  refnet_frame_clear(&page->frame);
  refnet_apart_clear(&page->apart);
  refnet_gap_places_free(page->places);
  g_free(page->providers);
  g_free(page->true_point);
  g_free(page->point);
  g_free(page->is_named);
  g_free(page->name);
  g_free(page->label);
}

gboolean refnet_gap_ground_is_placed(const RefnetGapGround *page, guint32 place) {
  return page->places->places[place].place.basis != REFNET_PLACE_UNKNOWN;
}

gboolean refnet_gap_ground_is_drawn(const RefnetGapGround *page, guint32 place) {
  return !page->scales.is_slide || refnet_gap_ground_is_placed(page, place);
}

static gboolean offers_a_service_shown(const RefnetGapGround *page, const guint8 *shown,
                                       guint32 o) {
  const RefnetDataset *dataset = page->dataset;
  for (guint32 i = dataset->offer_start[o]; i < dataset->offer_start[o + 1]; i++)
    if (shown[dataset->offers[i].service])
      return TRUE;
  return FALSE;
}

void refnet_gap_ground_find_providers(RefnetGapGround *page) {
  const RefnetDataset *dataset = page->dataset;
  g_autofree guint8 *shown = g_new0(guint8, (gsize)dataset->services.length + 1);
  g_autofree RefnetPlace *areas = refnet_places_of_areas(dataset);
  for (guint32 s = 0; s < page->table->service_count; s++)
    shown[page->table->services[s]] = TRUE;
  page->providers = refnet_places_of_organizations(dataset, areas);
  for (guint32 o = 0; o < dataset->organization_count; o++) {
    gboolean is_one = page->providers[o].basis == REFNET_PLACE_OWN &&
                      page->gaps->network->vertex[o] != REFNET_NONE &&
                      !dataset->organizations[o].closed && offers_a_service_shown(page, shown, o);
    if (!is_one)
      page->providers[o].basis = REFNET_PLACE_UNKNOWN;
  }
}

gboolean refnet_gap_ground_provider(const RefnetGapGround *page, guint32 organization,
                                    RefnetPoint *point) {
  if (page->providers[organization].basis == REFNET_PLACE_UNKNOWN)
    return FALSE;
  *point = refnet_projection_point(&page->projection, page->providers[organization]);
  RefnetBox dot = {point->x - 3, point->y - 3, 6, 6};
  return refnet_box_inside(dot, page->map);
}

RefnetScaleBar refnet_gap_ground_scale_bar(const RefnetGapGround *page) {
  return (RefnetScaleBar){.typesetter = page->typesetter,
                          .scales = &page->scales,
                          .points_per_km = page->projection.points_per_km,
                          .units = page->units,
                          .width = page->map.width / 5};
}

void refnet_gap_ground_count_providers(RefnetGapGround *page) {
  RefnetPoint point;
  page->key.provider_count = 0;
  for (guint32 o = 0; o < page->dataset->organization_count; o++)
    page->key.provider_count += refnet_gap_ground_provider(page, o, &point);
}

GArray *refnet_gap_ground_neighbors(RefnetGapGround *page) {
  GArray *lines = g_array_new(FALSE, FALSE, sizeof(RefnetLabelLine));
  g_autofree guint32 *place_of = g_new(guint32, (gsize)page->dataset->area_count + 1);
  for (guint32 a = 0; a < page->dataset->area_count; a++)
    place_of[a] = REFNET_NONE;
  for (guint32 i = 0; i < page->places->count; i++)
    if (refnet_gap_ground_is_placed(page, i))
      place_of[page->places->places[i].area] = i;
  for (guint32 a = 0; a < page->dataset->area_count; a++) {
    RefnetIndexList neighbors = page->dataset->areas[a].neighbors;
    for (guint32 k = 0; k < neighbors.length; k++) {
      guint32 b = neighbors.items[k];
      if (place_of[a] == REFNET_NONE || place_of[b] == REFNET_NONE || a == b ||
          (a > b && refnet_list_has(page->dataset->areas[b].neighbors, a)))
        continue;
      RefnetLabelLine line = {page->point[place_of[a]], page->point[place_of[b]]};
      g_array_append_val(lines, line);
    }
  }
  page->key.has_neighbors = lines->len > 0;
  return lines;
}
