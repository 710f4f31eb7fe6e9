/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/description/listing.h"

gsize refnet_listing_length(const RefnetListing *listing) {
  return listing->notable ? listing->notable->len : listing->length;
}

gsize refnet_listing_row(const RefnetListing *listing, gsize i) {
  return listing->notable ? g_array_index(listing->notable, guint32, i) : i;
}
