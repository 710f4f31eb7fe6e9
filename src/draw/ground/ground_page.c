/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a page of the ground holds. */
#include "draw/ground/ground_page.h"

#include <math.h>

void refnet_ground_page_clear(RefnetGroundPage *page) {
  RefnetArrangement *a = &page->a;
  for (guint32 v = 0; a->label && v < page->network->vertices; v++)
    refnet_text_block_clear(&a->label[v]);
  for (guint32 i = 0; i < page->area_count; i++)
    refnet_text_block_clear(&page->area_name[i]);
  refnet_frame_clear(&a->frame);
  refnet_encoding_free(a->encoding);
  refnet_legend_free(a->legend);
  refnet_apart_clear(&page->apart);
  g_strfreev(a->names);
  g_clear_pointer(&a->key, g_ptr_array_unref);
  g_free(a->note);
  g_free(a->radius);
  g_free(a->ringed);
  g_free(a->labeled);
  g_free(a->number);
  g_free(a->label);
  g_free(a->place);
  g_free(a->side);
  g_free(a->position);
  g_free(page->tie_a);
  g_free(page->tie_b);
  g_free(page->place);
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

gboolean refnet_ground_has_moved(const RefnetGroundPage *page, guint32 v) {
  RefnetPoint to = page->a.position[v], from = page->true_point[v];
  return refnet_ground_is_placed(page, v) &&
         hypot(to.x - from.x, to.y - from.y) > page->a.radius[v];
}

RefnetPoint refnet_ground_area_true_point(const RefnetGroundPage *page, guint32 i) {
  return refnet_projection_point(&page->projection, page->area_place[page->areas[i]]);
}
