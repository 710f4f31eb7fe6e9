/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Blocks of areas, each cut where a page is full. */
#include "draw/gaps/gap_pages.h"

#include "draw/gaps/gap_fit.h"

#define MOST_PAGES 60

static gboolean holds(RefnetGapMatrix *page, RefnetGapPart part) {
  refnet_gap_fit_take(page, part);
  refnet_gap_fit_measure(page, page->unit);
  RefnetBox body = refnet_frame_body(&page->frame);
  return refnet_gap_fit_width(page) <= body.width + 1e-6 &&
         refnet_gap_fit_height(page) <= body.height + 1e-6;
}

/* How many areas are beside each other on all pages from this one on, whatever their services are
 * called. */
static guint32 areas_from(RefnetGapMatrix *page, guint32 first, guint32 most) {
  const RefnetGapTable *whole = page->whole;
  guint32 areas = MIN(most, whole->area_count - first);
  for (; areas > 1; areas--) {
    refnet_gap_fit_take(page, (RefnetGapPart){0, whole->service_count, first, areas});
    refnet_gap_fit_measure(page, page->unit);
    if (refnet_gap_fit_width(page) <= refnet_frame_body(&page->frame).width + 1e-6)
      break;
  }
  return areas;
}

static guint32 services_from(RefnetGapMatrix *page, RefnetGapPart part, guint32 most) {
  part.services = MIN(most, page->whole->service_count - part.first_service);
  while (part.services > 1 && !holds(page, part))
    part.services--;
  return part.services;
}

GArray *refnet_gap_pages_list(RefnetGapMatrix *page) {
  GArray *parts = g_array_new(FALSE, FALSE, sizeof(RefnetGapPart));
  const RefnetGapTable *whole = page->whole;
  RefnetGapPart first = page->shown, part = first;
  g_array_append_val(parts, first);
  /* Longer names get more lines, so that as many areas are beside them. */
  page->most_label = page->label_width;
  for (guint32 area = 0; area < whole->area_count; area += part.areas) {
    part.first_area = area;
    part.areas = area == 0 ? first.areas : areas_from(page, area, first.areas);
    guint32 service = area == 0 ? first.services : 0;
    for (; service < whole->service_count && parts->len < MOST_PAGES; service += part.services) {
      part.first_service = service;
      page->number = parts->len + 1;
      part.services = services_from(page, part, first.services);
      g_array_append_val(parts, part);
    }
  }
  return parts;
}
