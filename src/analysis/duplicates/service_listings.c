/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/duplicates/service_listings.h"

#include <stdlib.h>

#include "analysis/memory.h"
#include "analysis/result.h"
#include "base/order.h"

#define MOST_PROVIDERS 100 /* in a cell that makes pairs */

/* ---- by provider ----------------------------------------------------------------------------- */

int refnet_service_listing_order(const void *a, const void *b) {
  const RefnetServiceListing *first = a, *second = b;
  int order = refnet_order(first->service, second->service);
  return order ? order : refnet_order(first->area, second->area);
}

static gboolean same_cell(const RefnetServiceListing *a, const RefnetServiceListing *b) {
  return a->service == b->service && a->area == b->area;
}

/* The values in either list, rising, into `items`, which has room for all of both. */
static guint32 unite(RefnetIndexList a, RefnetIndexList b, guint32 *items) {
  guint32 length = 0;
  for (guint32 i = 0, k = 0; i < a.length || k < b.length;) {
    gboolean from_a = k == b.length || (i < a.length && a.items[i] <= b.items[k]);
    gboolean from_b = i == a.length || (k < b.length && b.items[k] <= a.items[i]);
    items[length++] = from_a ? a.items[i] : b.items[k];
    i += from_a;
    k += from_b;
  }
  return length;
}

/* Two rows about one cell: for the populations of both, for anybody if one doesn't say. */
static gboolean merge_listings(RefnetServiceListing *into, const RefnetServiceListing *other,
                               RefnetPool *pool) {
  if (into->populations.length == 0 || other->populations.length == 0 ||
      into->populations.items == other->populations.items) {
    into->populations.length = MIN(into->populations.length, other->populations.length);
    return TRUE;
  }
  guint32 most = into->populations.length + other->populations.length;
  g_autofree guint32 *items = g_new(guint32, most);
  guint32 length = unite(into->populations, other->populations, items);
  return refnet_result_list(pool, items, length, &into->populations);
}

/* One listing a cell among those of one provider, from `first` on. */
static gboolean merge_repeats(RefnetServiceListings *listings, guint32 first) {
  guint32 kept = first;
  if (listings->length > first + 1)
    qsort(&listings->items[first], listings->length - first, sizeof *listings->items,
          refnet_service_listing_order);
  for (guint32 i = first; i < listings->length; i++) {
    RefnetServiceListing *last = kept > first ? &listings->items[kept - 1] : NULL;
    if (!last || !same_cell(last, &listings->items[i]))
      listings->items[kept++] = listings->items[i];
    else if (!merge_listings(last, &listings->items[i], listings->field->pool))
      return FALSE;
  }
  listings->length = kept;
  return TRUE;
}

static gboolean list_provider(RefnetServiceListings *listings, guint32 provider) {
  const RefnetDataset *dataset = listings->field->network->dataset;
  const RefnetProviders *providers = listings->field->providers;
  guint32 first = listings->length;
  for (guint32 m = providers->member_start[provider]; m < providers->member_start[provider + 1];
       m++) {
    guint32 organization = listings->field->network->organization[providers->members[m]];
    for (guint32 o = dataset->offer_start[organization]; o < dataset->offer_start[organization + 1];
         o++) {
      const RefnetOffer *offer = &dataset->offers[o];
      for (guint32 k = 0; k < offer->areas.length; k++)
        listings->items[listings->length++] = (RefnetServiceListing){
            provider, offer->service, offer->areas.items[k], offer->populations};
    }
  }
  return merge_repeats(listings, first);
}

static gboolean collect(RefnetServiceListings *listings, GError **error) {
  const RefnetDataset *dataset = listings->field->network->dataset;
  const RefnetProviders *providers = listings->field->providers;
  guint32 offers = providers->offer_start[dataset->services.length];
  guint64 most = 0;
  for (guint32 i = 0; i < offers; i++)
    most += dataset->offers[providers->offers[i]].areas.length;
  if (most >= G_MAXUINT32)
    return refnet_result_no_memory(error);
  if (!(listings->items = REFNET_TRY_ARRAY(RefnetServiceListing, most, error)) ||
      !(listings->start =
            REFNET_TRY_ARRAY(guint32, (guint64)listings->field->network->vertices + 1, error)))
    return FALSE;
  for (guint32 v = 0; v < listings->field->network->vertices; v++) {
    if (!list_provider(listings, v))
      return refnet_result_no_memory(error);
    listings->start[v + 1] = listings->length;
  }
  return TRUE;
}

/* ---- by cell --------------------------------------------------------------------------------- */

/* One pass of a counting sort, which keeps the order within a key: `from` by service or area to
 * `to`. */
static gboolean sort_pass(const RefnetServiceListings *listings, gboolean by_service,
                          const guint32 *from, guint32 *to, GError **error) {
  const RefnetDataset *dataset = listings->field->network->dataset;
  guint32 keys = by_service ? dataset->services.length : dataset->area_count;
  g_autofree guint32 *next = REFNET_TRY_ARRAY(guint32, (guint64)keys + 1, error);
  if (!next)
    return FALSE;
  for (guint32 i = 0; i < listings->length; i++)
    next[(by_service ? listings->items[i].service : listings->items[i].area) + 1]++;
  for (guint32 key = 0; key < keys; key++)
    next[key + 1] += next[key];
  for (guint32 i = 0; i < listings->length; i++) {
    const RefnetServiceListing *listing = &listings->items[from[i]];
    to[next[by_service ? listing->service : listing->area]++] = from[i];
  }
  return TRUE;
}

/* Finds where each cell ends in by_cell. */
static void bound_cells(RefnetServiceListings *listings) {
  for (guint32 first = 0, end; first < listings->length; first = end) {
    const RefnetServiceListing *listing = &listings->items[listings->by_cell[first]];
    end = first + 1;
    while (end < listings->length && same_cell(listing, &listings->items[listings->by_cell[end]]))
      end++;
    for (guint32 i = first; i < end; i++) {
      listings->place[listings->by_cell[i]] = i;
      listings->until[i] = end - first <= MOST_PROVIDERS ? end : i;
    }
  }
}

static gboolean index_cells(RefnetServiceListings *listings, GError **error) {
  if (!(listings->by_cell = REFNET_TRY_ARRAY(guint32, listings->length, error)) ||
      !(listings->place = REFNET_TRY_ARRAY(guint32, listings->length, error)) ||
      !(listings->until = REFNET_TRY_ARRAY(guint32, listings->length, error)))
    return FALSE;
  for (guint32 i = 0; i < listings->length; i++)
    listings->by_cell[i] = i;
  if (!sort_pass(listings, FALSE, listings->by_cell, listings->place, error) ||
      !sort_pass(listings, TRUE, listings->place, listings->by_cell, error))
    return FALSE;
  bound_cells(listings);
  return TRUE;
}

gboolean refnet_service_listings_init(RefnetServiceListings *listings,
                                      const RefnetServiceField *field, GError **error) {
  *listings = (RefnetServiceListings){.field = field};
  return collect(listings, error) && index_cells(listings, error);
}

void refnet_service_listings_clear(RefnetServiceListings *listings) {
  g_free(listings->items);
  g_free(listings->start);
  g_free(listings->by_cell);
  g_free(listings->place);
  g_free(listings->until);
}
