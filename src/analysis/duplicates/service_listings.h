/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What each provider lists, cell by cell, and who else lists the same cell. */
#ifndef REFNET_ANALYSIS_DUPLICATES_SERVICE_LISTINGS_H
#define REFNET_ANALYSIS_DUPLICATES_SERVICE_LISTINGS_H

#include "analysis/duplicates/field.h"

G_BEGIN_DECLS

/* What a provider lists in one area × service. No populations: not known for whom. */
typedef struct {
  guint32 provider, service, area;
  RefnetIndexList populations;
} RefnetServiceListing;

typedef struct {
  const RefnetServiceField *field; /* borrowed */
  RefnetServiceListing *items;     /* by provider, service, area */
  guint32 length;
  guint32 *start;   /* by provider: vertices + 1 */
  guint32 *by_cell; /* items by service, area, provider */
  guint32 *place;   /* of an item in by_cell */
  guint32 *until;   /* place after the last of its cell; of a crowded one, its own */
} RefnetServiceListings;

/* FALSE when memory runs out; to be cleared all the same. Lists of populations that are put
 * together are of the field's pool. O(cells · log cells). */
gboolean refnet_service_listings_init(RefnetServiceListings *listings,
                                      const RefnetServiceField *field, GError **error);
void refnet_service_listings_clear(RefnetServiceListings *listings);

/* By service, then area. */
int refnet_service_listing_order(const void *a, const void *b);

G_END_DECLS

#endif
