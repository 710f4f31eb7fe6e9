/* SPDX-License-Identifier: GPL-2.0-or-later */
/* For kinds of map that are a network with a story of its own. */
#ifndef REFNET_DRAW_NETWORK_MAP_STORY_H
#define REFNET_DRAW_NETWORK_MAP_STORY_H

#include <refnet/draw.h>

#include "draw/signs/story.h"

G_BEGIN_DECLS

/* The network map with the story's lines, marks and legend. `measures` are of this network, or NULL
 * where no facet of the options needs them. Errors and time as refnet_map_new. */
RefnetMap *refnet_map_new_story(const RefnetNetwork *network, const RefnetMeasures *measures,
                                const RefnetStory *story, const RefnetMapOptions *options,
                                GError **error);

G_END_DECLS

#endif
