/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a finished map is made of, for those who fill one and those who write it to a format. */
#ifndef REFNET_DRAW_SCENE_MAP_H
#define REFNET_DRAW_SCENE_MAP_H

#include <refnet/draw.h>

#include "draw/scene/missing.h"
#include "draw/scene/scene.h"
#include "draw/scene/text.h"

G_BEGIN_DECLS

struct RefnetMap {
  RefnetScene *scene;
  GPtrArray *more;            /* RefnetScene: further pages */
  gboolean is_whole_on_first; /* these are an index, which formats of one page leave out */
  RefnetTypesetter *typesetter;
  RefnetDate as_of;
  double dpi;
  RefnetMissing *missing; /* letters, on all pages */
};

/* REFNET_ERROR_USAGE for an impossible page or resolution. */
gboolean refnet_map_check_options(const RefnetMapOptions *options, GError **error);
/* REFNET_ERROR_USAGE for more organizations than the most that a kind of map holds, `what` it is
 * ("one matrix") and how to choose fewer ("by area"). */
gboolean refnet_map_check_count(guint32 organizations, guint32 most, const char *what,
                                const char *how, GError **error);
/* Takes a scene with everything in it, and the typesetter of its texts. */
RefnetMap *refnet_map_finish(RefnetScene *scene, RefnetTypesetter *typesetter,
                             const RefnetMapOptions *options);
/* Takes a further page, whose texts that typesetter set, too. */
void refnet_map_add_page(RefnetMap *map, RefnetScene *scene, const RefnetMapOptions *options);

G_END_DECLS

#endif
