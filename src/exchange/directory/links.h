/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of one table that belong to rows of another. */
#ifndef REFNET_EXCHANGE_DIRECTORY_LINKS_H
#define REFNET_EXCHANGE_DIRECTORY_LINKS_H

#include <refnet/model.h>

G_BEGIN_DECLS

typedef struct RefnetLinks RefnetLinks;

/* No links yet of `owners` rows. */
RefnetLinks *refnet_links_new(guint32 owners);
void refnet_links_free(RefnetLinks *links);
/* Adds that `item` belongs to `owner`. */
void refnet_links_add(RefnetLinks *links, guint32 owner, guint32 item);
/* What belongs to `owner`: rising, each once. The first call sorts all of them: O(n log n), then
 * O(1). No more may be added. */
RefnetIndexList refnet_links_of(RefnetLinks *links, guint32 owner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetLinks, refnet_links_free)

G_END_DECLS

#endif
