/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a page of the ground holds. */
#include "draw/ground/ground_page.h"

#include <math.h>

void refnet_ground_page_clear(RefnetGroundPage *page) {
  for (guint32 i = 0; i < page->area_count; i++)
    refnet_text_block_clear(&page->area_name[i]);
  refnet_arrangement_clear(&page->a);
  refnet_apart_clear(&page->apart);
  g_free(page->tie_a);
  g_free(page->tie_b);
  g_free(page->place);
  g_free(page->head);
  g_free(page->members);
  g_clear_pointer(&page->gathered, refnet_network_free);
  g_free(page->area_place);
  g_free(page->far);
  g_free(page->true_point);
  g_free(page->areas);
  g_free(page->area_name);
  g_free(page->area_label);
  g_free(page->area_point);
  g_free(page->area_side);
}

gboolean refnet_ground_is_placed(const RefnetGroundPage *page, guint32 v) {
  return page->place[v].basis != REFNET_PLACE_UNKNOWN;
}

gboolean refnet_ground_is_drawn(const RefnetGroundPage *page, guint32 v) {
  return refnet_ground_is_placed(page, v) && page->head[v] == v;
}

gboolean refnet_ground_is_marker(const RefnetGroundPage *page, guint32 v) {
  return refnet_ground_is_drawn(page, v) && page->members[v] > 1;
}

gboolean refnet_ground_has_moved(const RefnetGroundPage *page, guint32 v) {
  RefnetPoint to = page->a.position[v], from = page->true_point[v];
  return refnet_ground_is_drawn(page, v) && hypot(to.x - from.x, to.y - from.y) > page->a.radius[v];
}

RefnetScaleBar refnet_ground_scale_bar(const RefnetGroundPage *page) {
  return (RefnetScaleBar){.typesetter = page->a.typesetter,
                          .scales = &page->a.scales,
                          .points_per_km = page->projection.points_per_km,
                          .units = page->units,
                          .width = page->a.drawing.width / 5};
}

RefnetPoint refnet_ground_area_true_point(const RefnetGroundPage *page, guint32 i) {
  return refnet_projection_point(&page->projection, page->area_place[page->areas[i]]);
}
