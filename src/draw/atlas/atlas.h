/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The pages of an atlas that are not maps of organizations. */
#ifndef REFNET_DRAW_ATLAS_ATLAS_H
#define REFNET_DRAW_ATLAS_ATLAS_H

#include "draw/atlas/communities.h"
#include "draw/atlas/page_grid.h"
#include "draw/scene/map.h"

G_BEGIN_DECLS

/* One disc a community, with its size and whom it is known by, and the ties between communities
 * with their counts. `first_page`: that of the first community in an atlas; 0: it stands alone. */
RefnetScene *refnet_overview_draw(const RefnetCommunities *communities,
                                  const RefnetMapOptions *options, guint first_page,
                                  RefnetTypesetter *typesetter, GError **error);

/* Where somebody is: the number of a page or of a community, 0: in none, REFNET_NONE: not told; and
 * where on its page. */
typedef struct {
  guint number;
  RefnetPageCell cell;
} RefnetIndexPlace;

/* Names and where they are, in columns, in as many pages as that takes: added to `pages`
 * (RefnetScene), those after the first page. `places` is by vertex; `what` it says, for the title.
 * O(n log n). */
void refnet_index_draw(const RefnetNetwork *network, const RefnetIndexPlace *places,
                       const char *what, const RefnetMapOptions *options, guint pages_in_all,
                       RefnetTypesetter *typesetter, GPtrArray *pages);
/* How many pages that will be. */
guint refnet_index_pages(const RefnetNetwork *network, const RefnetMapOptions *options);

G_END_DECLS

#endif
